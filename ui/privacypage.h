// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets.h"

#include <QScrollArea>

class QVBoxLayout;

namespace ChatOps {

/// A page of the privacy centre: title, a sentence or two, content in one column.
class PrivacyPage : public QScrollArea {
    Q_OBJECT
public:
    /// What the page shows has changed, or the page is about to be seen.
    virtual void refresh() = 0;
    /// Hidden pages are refreshed when they are shown.
    void refreshIfVisible()
    {
        if (isVisible())
            refresh();
    }

Q_SIGNALS:
    /// Another page is wanted; by its key in the sidebar.
    void pageRequested(const QString &key);

protected:
    PrivacyPage(const QString &title, const QString &intro, QWidget *parent);
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }

private:
    QVBoxLayout *m_content;
    bool m_fitting = false;
};

/// Takes everything out of a layout and deletes it.
void clearLayout(QLayout *layout);
/// A bordered frame with a column in it.
[[nodiscard]] QFrame *makeCard(QVBoxLayout *&column, QWidget *parent = nullptr);
/// With places where even a word without end may be broken (U+200B).
[[nodiscard]] QString breakable(const QString &text);
/// A label that breaks its lines, and words that are longer than a line.
[[nodiscard]] QLabel *makeText(const QString &text, Tone tone = Tone::Second,
                               Theme::Type type = Theme::Type::Base, int weight = QFont::Normal);
/// Gives a label its text, or takes it away: one without would be a place that a screen reader
/// stops at and has nothing to say about.
void setTextOrHide(QLabel *label, const QString &text);
/// Text that looks like a link and behaves like a button.
[[nodiscard]] QPushButton *makeLink(const QString &text, QWidget *parent = nullptr);
/// A table of texts in a card, with heads when there are any.
[[nodiscard]] QFrame *makeTable(const QStringList &heads, const QList<QStringList> &rows);
/// A day or an instant as the person's locale writes it.
/// `zone`: the workspace's for what begins or ends there; the person's unless given.
[[nodiscard]] QString dayText(qint64 millis, const QByteArray &zone = {});
[[nodiscard]] QString instantText(qint64 millis);

/// A switch: on or off, nothing between. Space and clicks toggle it.
class Switch final : public QAbstractButton {
    Q_OBJECT
public:
    explicit Switch(const QString &name, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A line with a title, a sentence and a switch at the trailing end.
class SwitchRow final : public QWidget {
    Q_OBJECT
public:
    SwitchRow(const QString &title, const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] Switch *toggle() const { return m_switch; }
    void setText(const QString &text);
    /// Instead of the switch: "Always on", "Switched off by your organisation".
    void setFixed(const QString &state);

private:
    QLabel *m_text;
    Switch *m_switch;
    QLabel *m_fixed;
};

} // namespace ChatOps
