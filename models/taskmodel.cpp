// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/taskmodel.h"

#include "core/overlay.h"
#include "core/viewerzone.h"
#include "models/operations.h"
#include "models/rowdiff.h"

#include <QDateTime>
#include <QLocale>
#include <QMimeData>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

TaskModel::TaskModel(const Account &account, PendingWork &work, PeopleDirectory &people, QObject *parent)
    : QAbstractTableModel(parent)
    , m_account(account)
    , m_work(work)
    , m_people(people)
    , m_held(this, work,
             {[this] { return m_account.cache->tasksOf(m_account.self.id); },
              [this] { return m_account.cache->tasks(); }},
             {[this] { rebuild(); }, [this] { Q_EMIT loaded(); },
              [this](const Error &error) { Q_EMIT failed(error); }})
{
    connect(account.cache, &Cache::changed, this, [this](const ChangeSet &changes) {
        if (changes.tasks || changes.reset)
            m_held.readAgain();
    });
    connect(&work, &PendingWork::changed, this, &TaskModel::rebuild);
    connect(&people, &PeopleDirectory::changed, this, [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    });
}

void TaskModel::rebuild()
{
    if (m_held.extent() == Extent::Nothing)
        return;
    QList<Row> wanted;
    QSet<TaskId> present;
    for (const Task &task : m_held.rows()) {
        wanted.append({task, false});
        present.insert(task.id);
    }
    for (const PendingOperation &item : m_work.operations()) {
        if (!PendingWork::isLaidOver(item))
            continue;
        const bool waits = item.state == PendingOperation::State::Waiting;
        const TaskId id(item.operation.target);
        if (item.operation.kind == OperationKind::TaskCreate && !present.contains(id)) {
            wanted.append({createdTask(item.operation, m_account.self.id), waits});
            present.insert(id);
        } else if (item.operation.kind == OperationKind::TaskDelete) {
            wanted.removeIf([&](const Row &row) { return row.task.id == id; });
        } else if (item.operation.kind == OperationKind::TaskPatch) {
            // It may be about to become the person's.
            if (!present.contains(id))
                m_held.load(Extent::All);
            for (Row &row : wanted) {
                if (overlay(row.task, item.operation))
                    row.waiting |= waits;
            }
        }
    }
    const RowDiff<Row> diff{
        [this](int a, int b) { beginInsertRows({}, a, b); }, [this] { endInsertRows(); },
        [this](int a, int b) { beginRemoveRows({}, a, b); }, [this] { endRemoveRows(); },
        [this](int a, int b) { Q_EMIT dataChanged(index(a, 0), index(b, ColumnCount - 1)); }};
    diff.apply(
        m_rows, wanted, [](const Row &a, const Row &b) { return a.task.id == b.task.id; },
        [](const Row &a, const Row &b) { return a.task == b.task && a.waiting == b.waiting; });
}

int TaskModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TaskModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

Qt::ItemFlags TaskModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList TaskModel::mimeTypes() const
{
    return {QString(MimeType)};
}

QMimeData *TaskModel::mimeData(const QModelIndexList &indexes) const
{
    auto *mime = new QMimeData;
    if (!indexes.isEmpty())
        mime->setData(QString(MimeType), m_rows[indexes.first().row()].task.id.toBytes());
    return mime;
}

QString TaskModel::stateName(TaskState state)
{
    switch (state) {
    case TaskState::Todo:
        return tr("To do");
    case TaskState::Doing:
        return tr("In progress");
    case TaskState::Review:
        return tr("In review");
    case TaskState::Done:
        return tr("Done");
    }
    return {};
}

QString TaskModel::priorityName(Priority priority)
{
    switch (priority) {
    case Priority::None:
        return tr("None", "priority");
    case Priority::Low:
        return tr("Low", "priority");
    case Priority::Normal:
        return tr("Normal", "priority");
    case Priority::High:
        return tr("High", "priority");
    }
    return {};
}

int TaskModel::dueFor(PersonId person) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [person](const Row &row) {
        if (row.task.assignee != person)
            return false;
        const Urgency urgency = urgencyOf(row.task);
        return urgency == Urgency::Today || urgency == Urgency::Overdue;
    }));
}

QString TaskModel::dueText(Millis due)
{
    if (due == 0)
        return {};
    const QDateTime at = inViewerZone(due);
    const QLocale locale;
    const QString time = locale.toString(at.time(), QLocale::ShortFormat);
    const qint64 days = viewerToday().daysTo(at.date());
    if (days == 0)
        return tr("Today %1").arg(time);
    if (days == 1)
        return tr("Tomorrow %1").arg(time);
    if (days == -1)
        return tr("Yesterday %1").arg(time);
    return locale.toString(at.date(), tr("ddd d MMM", "date of a due task, as QLocale writes it"));
}

TaskModel::Urgency TaskModel::urgencyOf(const Task &task)
{
    if (task.dueAt == 0 || task.state == TaskState::Done)
        return Urgency::None;
    if (task.dueAt < QDateTime::currentMSecsSinceEpoch())
        return Urgency::Overdue;
    return inViewerZone(task.dueAt).date() == viewerToday() ? Urgency::Today : Urgency::Later;
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Title");
    case StateColumn:
        return tr("State");
    case AssigneeColumn:
        return tr("Assignee");
    case DueColumn:
        return tr("Due");
    case PriorityColumn:
        return tr("Priority");
    default:
        return {};
    }
}

QVariant TaskModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    const Task &task = row.task;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case StateColumn:
            return stateName(task.state);
        case AssigneeColumn:
            return m_people.name(task.assignee);
        case DueColumn:
            return dueText(task.dueAt);
        case PriorityColumn:
            return task.priority == Priority::None ? QString() : priorityName(task.priority);
        default:
            return task.title;
        }
    case Qt::AccessibleTextRole: {
        QStringList parts{task.title, stateName(task.state)};
        if (task.assignee)
            parts.append(tr("assigned to %1").arg(m_people.name(task.assignee)));
        if (task.dueAt)
            parts.append(tr("due %1").arg(dueText(task.dueAt)));
        if (row.waiting)
            parts.append(tr("not sent yet"));
        return parts.join(u", "_s);
    }
    case SortRole:
        switch (index.column()) {
        case StateColumn:
            return int(task.state);
        case DueColumn:
            return task.dueAt ? task.dueAt : std::numeric_limits<qint64>::max();
        case PriorityColumn:
            return -int(task.priority);
        default:
            return data(index, Qt::DisplayRole);
        }
    case IdRole:
        return QVariant::fromValue(task.id);
    case StateRole:
        return int(task.state);
    case DueRole:
        return task.dueAt;
    case AssigneeRole:
        return QVariant::fromValue(task.assignee);
    case AssigneeNameRole:
        return m_people.name(task.assignee);
    case WaitingRole:
        return row.waiting;
    case PriorityRole:
        return int(task.priority);
    case ChannelRole:
        return QVariant::fromValue(task.channel);
    default:
        return {};
    }
}

std::optional<Task> TaskModel::find(TaskId id) const
{
    for (const Row &row : m_rows) {
        if (row.task.id == id)
            return row.task;
    }
    return std::nullopt;
}

bool TaskModel::isWaiting(TaskId id) const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [&](const Row &row) { return row.task.id == id && row.waiting; });
}

void TaskModel::change(const Task &seen, const QJsonObject &fields)
{
    if (!fields.isEmpty())
        m_work.submit(Make::patchTask(seen, fields));
}

} // namespace ChatOps
