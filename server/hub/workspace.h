// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change.h"
#include "core/clock.h"
#include "server/hub/rows.h"

#include <memory>
#include <optional>

namespace ChatOps::Server {

/// An entry of the log, encoded once for everybody it is sent to. The hub's thread.
class LogEntry {
public:
    LogEntry(Change what, QByteArray text)
        : change(std::move(what))
        , json(std::move(text))
    {
    }
    /// The place of a message in its channel; 0 of anything else.
    [[nodiscard]] qint64 messageSeq() const;

    const Change change; ///< Without its data.
    const QByteArray json; ///< The whole change as it stands in a delta.

private:
    mutable std::optional<qint64> m_seq; ///< Read from the text when somebody asks first.
};

/// One workspace and its change log. Every function that writes must run
/// inside a transaction of the connection; the first revision of a transaction is taken
/// from the workspace's own row and locks it, so that commit order is revision order.
class Workspace {
public:
    Workspace(Connection &db, WorkspaceId id, const Clock &clock)
        : m_db(db)
        , m_id(id)
        , m_clock(clock)
    {
    }

    struct Summary {
        WorkspaceId id;
        QString name;
        qint64 rev = 0;
        qint64 floor = 0; ///< Clients older than this need a snapshot.
    };
    [[nodiscard]] static Result<QList<Summary>> all(Connection &db);
    [[nodiscard]] static Result<WorkspaceId> create(Connection &db, const QString &name);
    [[nodiscard]] Result<Summary> summary();
    /// The epoch of the whole server.
    [[nodiscard]] static Result<QString> epoch(Connection &db);

    [[nodiscard]] WorkspaceId id() const { return m_id; }
    [[nodiscard]] Connection &db() { return m_db; }
    [[nodiscard]] Millis now() const { return m_clock.now(); }

    /// What was written to the log.
    struct Written {
        QList<std::shared_ptr<const LogEntry>> entries; ///< By revision.
        bool rewritten = false; ///< Entries that stood there before were changed, too.
        qint64 rev = 0; ///< The last revision that was given; 0: none.
    };
    /// Has every change that is logged from now on added to `written`, which must live as long and is
    /// of one transaction: `keepRev` has to be called before its commit, and nothing else may write
    /// to the workspace's log in between.
    void note(Written *written) { m_written = written; }
    /// Stores the last revision that was given. The first one locked the workspace's row, so that
    /// those after it are counted in `written`.
    [[nodiscard]] static Result<void> keepRev(Connection &db, WorkspaceId id, const Written &written);

    /// The next revision; locks the workspace's row until commit.
    [[nodiscard]] Result<qint64> nextRev();
    /// `data` is the JSON of the change's data, whose own is not looked at.
    [[nodiscard]] Result<void> log(const Change &change, const QByteArray &data);
    /// Every entry of the log that tells of the entity tells what it is now; the one of `rev` in
    /// `now` does already.
    [[nodiscard]] Result<void> rewriteLog(QLatin1StringView entity, const QUuid &id, const QJsonObject &now);
    /// Every entry of the log about the entity says that it is gone, and nothing else.
    [[nodiscard]] Result<void> dropFromLog(QLatin1StringView entity, const QUuid &id);
    /// Everything clients hold is void: they load a snapshot at next contact.
    [[nodiscard]] Result<void> raiseFloor();
    /// Removes log rows beyond the newest `keep` revisions.
    [[nodiscard]] Result<int> trimLog(qint64 keep);

    // Effects used by operations and by administration alike.
    [[nodiscard]] Result<PersonId> addPerson(const QString &name, const QString &handle, Role role,
                                             const QString &passwordHash);
    [[nodiscard]] Result<void> publishPerson(Person person);
    [[nodiscard]] Result<Channel> createChannel(Channel channel, PersonId creator, QList<PersonId> members,
                                                OperationId operation = {});
    [[nodiscard]] Result<qint64> addMember(const Channel &channel, PersonId person, PersonId by = {},
                                           OperationId operation = {});
    [[nodiscard]] Result<qint64> removeMember(const Channel &channel, PersonId person, PersonId by = {},
                                              OperationId operation = {});
    [[nodiscard]] Result<qint64> publishChannel(Channel channel, PersonId by = {},
                                                OperationId operation = {});
    [[nodiscard]] Result<Message> postMessage(Message message, OperationId operation = {});
    [[nodiscard]] Result<qint64> publishMessage(Message message, PersonId by, OperationId operation = {},
                                                bool textChanged = false);
    /// Deletes a message: its files, its text, and what the log tells of both. A client that was
    /// away learns of it with the last entry.
    [[nodiscard]] Result<qint64> eraseMessage(Message message, PersonId by, OperationId operation = {});
    /// Deletes the files of a message only; one that was nothing else goes with them.
    [[nodiscard]] Result<qint64> eraseFiles(Message message, PersonId by);
    [[nodiscard]] Result<qint64> publishTask(Task task, const std::optional<Task> &before, PersonId by,
                                             OperationId operation = {}, bool textChanged = true);
    [[nodiscard]] Result<qint64> publishEvent(Event event, const std::optional<Event> &before, PersonId by,
                                              OperationId operation = {}, bool textChanged = true);
    [[nodiscard]] Result<qint64> deleteTask(const Task &task, PersonId by, OperationId operation = {});
    [[nodiscard]] Result<qint64> deleteEvent(const Event &event, PersonId by, OperationId operation = {});
    [[nodiscard]] Result<qint64> markRead(PersonId person, ChannelId channel, qint64 seq,
                                          OperationId operation = {});

    [[nodiscard]] Maybe<Person> personByHandle(const QString &handle);
    [[nodiscard]] Maybe<Channel> channelByName(const QString &name);

    /// Takes the entity out of the scopes that no longer see it and logs what `store` has
    /// written for the others and gives as JSON. The last revision given.
    [[nodiscard]] Result<qint64> publish(EntityKind kind, const QUuid &id, const QList<Scope> &before,
                                         const QList<Scope> &after,
                                         const std::function<Result<QByteArray>(qint64 rev)> &store,
                                         PersonId by, OperationId operation);

private:
    [[nodiscard]] Result<qint64> publishWithoutFiles(Message message, PersonId by, OperationId operation);
    Connection &m_db;
    WorkspaceId m_id;
    const Clock &m_clock;
    Written *m_written = nullptr;
};

/// Whose logs carry a task or event: its channel's members, or else the
/// people named in it.
[[nodiscard]] QList<Scope> audienceOf(const Task &task);
[[nodiscard]] QList<Scope> audienceOf(const Event &event);

} // namespace ChatOps::Server
