// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/heldrows.h"
#include "models/pendingwork.h"
#include "models/peopledirectory.h"

#include <QAbstractTableModel>

namespace ChatOps {

/// The tasks this device holds, all or the person's (`load`), with unconfirmed changes laid over.
class TaskModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Columns { TitleColumn, StateColumn, AssigneeColumn, DueColumn, PriorityColumn, ColumnCount };
    enum Roles {
        IdRole = Qt::UserRole + 1,
        StateRole,
        DueRole,
        AssigneeRole,
        AssigneeNameRole,
        WaitingRole,
        PriorityRole,
        ChannelRole,
        SortRole
    };

    TaskModel(const Account &account, PendingWork &work, PeopleDirectory &people, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    // Tasks are moved between columns of the board by dragging.
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;

    [[nodiscard]] const Task &task(int row) const { return m_rows[row].task; }
    [[nodiscard]] std::optional<Task> find(TaskId id) const;
    [[nodiscard]] bool isWaiting(TaskId id) const;
    [[nodiscard]] const Account &account() const { return m_account; }
    /// Reads them. Not in the constructor: thousands of things would stand before the first messages.
    void load(Extent extent) { m_held.load(extent); }
    /// Is everything here?
    [[nodiscard]] bool isLoaded() const { return m_held.extent() == Extent::All; }
    /// Changes fields of a task as the person saw it; its `textRev` is what a
    /// new description replaces.
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::MoveAction; }
    void change(const Task &seen, const QJsonObject &fields);

    static constexpr QLatin1StringView MimeType{"application/x-chatops-task"};
    [[nodiscard]] static QString stateName(TaskState state);
    [[nodiscard]] static QString priorityName(Priority priority);
    /// "Today 14:00", "Fri 20 Nov"; empty without a due time.
    [[nodiscard]] static QString dueText(Millis due);
    enum class Urgency { None, Later, Today, Overdue };
    [[nodiscard]] static Urgency urgencyOf(const Task &task);
    /// Tasks of a person that are due today or over.
    [[nodiscard]] int dueFor(PersonId person) const;

Q_SIGNALS:
    void loaded();
    void failed(const ChatOps::Error &error);

private:
    struct Row {
        Task task;
        bool waiting = false;
    };
    void rebuild();

    Account m_account;
    PendingWork &m_work;
    PeopleDirectory &m_people;
    HeldRows<Task> m_held;
    QList<Row> m_rows;
};

} // namespace ChatOps
