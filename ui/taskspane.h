// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/taskfilter.h"
#include "ui/pane.h"
#include "ui/workspaceview.h"

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;
class QTreeView;

namespace ChatOps {

class EmptyState;
class PaneHeader;
class PictureBook;
class TaskPanel;

/// Tasks on a board and as a list, with one task beside them.
class TasksPane final : public Pane {
    Q_OBJECT
public:
    explicit TasksPane(WorkspaceModels &models, QWidget *parent = nullptr);

    void setPictures(PictureBook *pictures);
    void openTask(TaskId task);
    void openList(TaskFilter::List list, ChannelId channel = {});
    /// Makes a task from a message and opens it.
    void createFrom(const Message &message);
    [[nodiscard]] TaskPanel *panel() const { return m_panel; }
    void showBoard(bool board);

    void createNew(const QPoint &globalPosition) override;
    void step(int direction, bool unreadOnly) override;
    void escape() override;
    [[nodiscard]] QList<QWidget *> regions() const override;

Q_SIGNALS:
    void messageRequested(ChatOps::MessageId message);

private:
    void buildMain();
    QWidget *buildBoard();
    void fillSidebar();
    void refresh();
    void chosen(const QModelIndex &index);

    WorkspaceModels &m_models;
    SidebarList *m_list;
    QStandardItemModel *m_lists;
    TaskFilter *m_filter;
    QList<TaskFilter *> m_columns;
    QList<QListView *> m_boards;
    QList<QLabel *> m_counts;
    QTreeView *m_table = nullptr;
    PaneHeader *m_header = nullptr;
    QStackedWidget *m_stack = nullptr;
    QPushButton *m_boardButton = nullptr;
    QPushButton *m_listButton = nullptr;
    EmptyState *m_empty = nullptr;
    TaskPanel *m_panel;
    bool m_board = true;
    TaskId m_wanted; ///< Opened as soon as everything has been read.
};

} // namespace ChatOps
