// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>

namespace ChatOps {

enum class PaneId { Channels, Tasks, Events, Privacy };

/// A button of the rail, with a badge.
class RailButton final : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(QString iconName, const QString &label, QWidget *parent);
    void setBadge(int count);
    [[nodiscard]] QSize sizeHint() const override { return {40, 40}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_label;
    int m_badge = 0;
};

/// The dark strip at the leading edge: workspace, panes, privacy, settings, you.
class Rail final : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);
    void setPicture(const QImage &picture);
    void setPerson(const QString &name, const QString &workspace);
    void setCurrent(PaneId pane);
    void setBadge(PaneId pane, int count);

Q_SIGNALS:
    void paneRequested(ChatOps::PaneId pane);
    void settingsRequested();
    void accountsRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class InitialsButton;
    QList<RailButton *> m_panes;
    InitialsButton *m_workspace;
    InitialsButton *m_you;
};

} // namespace ChatOps
