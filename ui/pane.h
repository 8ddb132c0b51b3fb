// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sidebarlist.h"

#include <QSplitter>

namespace ChatOps {

/// The structure all panes share: sidebar, main area, optional detail panel.
class Pane : public QSplitter {
    Q_OBJECT
public:
    explicit Pane(QWidget *parent = nullptr);

    [[nodiscard]] Sidebar *sidebar() const { return m_sidebar; }
    void setMain(QWidget *main);
    void setDetail(QWidget *detail);
    void showDetail(bool shown);
    [[nodiscard]] bool isDetailShown() const { return m_detail && m_detail->isVisible(); }

    /// Ctrl+N.
    virtual void createNew(const QPoint &globalPosition) = 0;
    /// Alt+Up and Alt+Down, with Shift among unread only.
    virtual void step(int direction, bool unreadOnly);
    /// Esc, when nothing nearer took it.
    virtual void escape();
    /// Where F6 lands, in order.
    [[nodiscard]] virtual QList<QWidget *> regions() const = 0;

Q_SIGNALS:
    void problem(const QString &sentence);
    void findRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitSidebar();
    /// The list gives way to a panel where there is no room for both.
    void makeRoom();
    Sidebar *m_sidebar;
    int m_scale = 100;
    QWidget *m_detail = nullptr;
};

} // namespace ChatOps
