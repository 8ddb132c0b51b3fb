// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/taskmodel.h"

#include <QSortFilterProxyModel>

namespace ChatOps {

/// A selection of tasks: one list of the sidebar, and one column of the board.
class TaskFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class List { All, Mine, Today, Overdue, CreatedByMe, Channel };

    explicit TaskFilter(TaskModel &tasks, QObject *parent = nullptr);

    void setList(List list, ChannelId channel = {});
    /// Only tasks in this state; none: all states.
    void setState(std::optional<TaskState> state);
    [[nodiscard]] List list() const { return m_list; }
    [[nodiscard]] ChannelId channel() const { return m_channel; }
    [[nodiscard]] std::optional<TaskState> state() const { return m_state; }
    [[nodiscard]] const Task &task(const QModelIndex &index) const;
    [[nodiscard]] static bool belongs(const Task &task, List list, ChannelId channel, PersonId self);

    // A task dropped on a column takes its state.
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    TaskModel &m_tasks;
    List m_list = List::All;
    ChannelId m_channel;
    std::optional<TaskState> m_state;
};

} // namespace ChatOps
