// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/taskfilter.h"

#include "core/viewerzone.h"

#include "core/entityjson.h"

#include <QMimeData>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

TaskFilter::TaskFilter(TaskModel &tasks, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_tasks(tasks)
{
    setSourceModel(&tasks);
    setDynamicSortFilter(true);
    setSortRole(TaskModel::SortRole);
    setSortLocaleAware(true);
    sort(TaskModel::DueColumn);
}

void TaskFilter::setList(List list, ChannelId channel)
{
    m_list = list;
    m_channel = channel;
    invalidateFilter();
}

void TaskFilter::setState(std::optional<TaskState> state)
{
    m_state = state;
    invalidateFilter();
}

const Task &TaskFilter::task(const QModelIndex &index) const
{
    return m_tasks.task(mapToSource(index).row());
}

bool TaskFilter::belongs(const Task &task, List list, ChannelId channel, PersonId self)
{
    switch (list) {
    case List::All:
        return true;
    case List::Mine:
        return task.assignee == self;
    case List::Today:
        // Also what was due earlier today: it is overdue, and still due today.
        return task.dueAt != 0 && task.state != TaskState::Done
            && inViewerZone(task.dueAt).date() == viewerToday()
            && (task.assignee == self || task.assignee.isNull());
    case List::Overdue:
        return TaskModel::urgencyOf(task) == TaskModel::Urgency::Overdue
            && (task.assignee == self || task.assignee.isNull());
    case List::CreatedByMe:
        return task.creator == self;
    case List::Channel:
        return task.channel == channel;
    }
    return false;
}

bool TaskFilter::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const Task &task = m_tasks.task(sourceRow);
    return (!m_state || task.state == *m_state)
        && belongs(task, m_list, m_channel, m_tasks.account().self.id);
}

bool TaskFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a == b)
        return m_tasks.task(left.row()).id < m_tasks.task(right.row()).id;
    return QSortFilterProxyModel::lessThan(left, right);
}

Qt::ItemFlags TaskFilter::flags(const QModelIndex &index) const
{
    return QSortFilterProxyModel::flags(index) | Qt::ItemIsDropEnabled;
}

bool TaskFilter::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &) const
{
    return m_state && data->hasFormat(QString(TaskModel::MimeType));
}

bool TaskFilter::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                              const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const TaskId id = TaskId::fromBytes(data->data(QString(TaskModel::MimeType)));
    const std::optional<Task> task = m_tasks.find(id);
    if (!task || task->state == *m_state)
        return false;
    m_tasks.change(*task, {{"state"_L1, nameOf(*m_state)}});
    // The row moves because the state changed, not because the view removes it.
    return false;
}

} // namespace ChatOps
