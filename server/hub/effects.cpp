// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "core/planted.h"
#include "server/hub/workspace.h"
#include "store/driver/hotstatement.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

// The effects of operations: rows and log entries together. Who may cause
// them is decided before, in the executor.

namespace ChatOps::Server {
namespace {

QList<Scope> peopleScopes(const QList<PersonId> &people)
{
    QList<Scope> scopes;
    for (const PersonId &person : people) {
        if (person && !scopes.contains(Scope::person(person)))
            scopes.append(Scope::person(person));
    }
    return scopes;
}

} // namespace

QList<Scope> audienceOf(const Task &task)
{
    if (task.channel)
        return {Scope::channel(task.channel)};
    return peopleScopes({task.creator, task.assignee});
}

QList<Scope> audienceOf(const Event &event)
{
    if (event.channel)
        return {Scope::channel(event.channel)};
    QList<PersonId> people{event.organizer};
    for (const Attendee &attendee : event.attendees)
        people.append(attendee.person);
    return peopleScopes(people);
}

Result<qint64> Workspace::publish(EntityKind kind, const QUuid &id, const QList<Scope> &before,
                                  const QList<Scope> &after,
                                  const std::function<Result<QByteArray>(qint64)> &store, PersonId by,
                                  OperationId operation)
{
    // First it leaves the scopes that no longer see it, then it appears in the
    // others: somebody in both keeps it.
    for (const Scope &scope : before) {
        if (after.contains(scope))
            continue;
        const Result<qint64> rev = nextRev();
        if (!rev)
            return rev;
        CHATOPS_TRY(log({*rev, scope, kind, id, Change::Verb::Delete, {}, by, operation}, "{}"));
    }
    qint64 last = 0;
    QByteArray data;
    for (const Scope &scope : after) {
        const Result<qint64> rev = nextRev();
        if (!rev)
            return rev;
        if (last == 0) {
            Result<QByteArray> stored = store(*rev);
            if (!stored)
                return std::unexpected(stored.error());
            data = *stored;
        }
        last = *rev;
        CHATOPS_TRY(log({last, scope, kind, id, Change::Verb::Put, {}, by, operation}, data));
    }
    return last;
}

Result<PersonId> Workspace::addPerson(const QString &name, const QString &handle, Role role,
                                      const QString &passwordHash)
{
    Person person{PersonId::create(), name, handle, role, true, 0};
    CHATOPS_TRY(m_db.run(
        u"INSERT INTO person (id, workspace, name, handle, role, active, password, rev, created)"
        " VALUES (?, ?, ?, ?, ?, 1, ?, 0, ?)"_s,
        {person.id.toBytes(), m_id.toBytes(), name, handle, QString(nameOf(role)), passwordHash, now()}));
    CHATOPS_TRY(publishPerson(person));
    return person.id;
}

Result<void> Workspace::publishPerson(Person person)
{
    CHATOPS_TRY(publish(EntityKind::Person, person.id.uuid(), {}, {Scope::workspace()},
                        [&](qint64 rev) -> Result<QByteArray> {
                            person.rev = rev;
                            CHATOPS_TRY(writePerson(m_db, person));
                            return toJson(toJson(person));
                        },
                        {}, {}));
    return {};
}

Result<Channel> Workspace::createChannel(Channel channel, PersonId creator, QList<PersonId> members,
                                         OperationId operation)
{
    channel.creator = creator;
    CHATOPS_TRY(insertChannel(m_db, m_id, channel, creator));
    const Result<qint64> rev = publishChannel(channel, creator, operation);
    if (!rev)
        return std::unexpected(rev.error());
    channel.rev = *rev;
    for (const PersonId &person : std::as_const(members))
        CHATOPS_TRY(addMember(channel, person, creator, operation));
    return channel;
}

Result<qint64> Workspace::publishChannel(Channel channel, PersonId by, OperationId operation)
{
    const Scope scope = channel.kind == ChannelKind::Public ? Scope::workspace() : Scope::channel(channel.id);
    return publish(
        EntityKind::Channel, channel.id.uuid(), {}, {scope},
        [&](qint64 rev) -> Result<QByteArray> {
            channel.rev = rev;
            CHATOPS_TRY(updateChannel(m_db, channel));
            return toJson(toJson(channel));
        },
        by, operation);
}

Result<qint64> Workspace::addMember(const Channel &channel, PersonId person, PersonId by,
                                    OperationId operation)
{
    const Maybe<qint64> already = readMembership(m_db, channel.id, person);
    if (!already)
        return std::unexpected(already.error());
    if (*already)
        return **already;
    const Result<qint64> rev = publish(
        EntityKind::Member, person.uuid(), {}, {Scope::channel(channel.id)},
        [&](qint64 at) -> Result<QByteArray> {
            CHATOPS_TRY(m_db.run(u"INSERT INTO member (channel, person, mid) VALUES (?, ?, ?)"_s,
                                 {channel.id.toBytes(), person.toBytes(), at}));
            CHATOPS_TRY(
                m_db.run(u"INSERT INTO acquaintance (channel, person) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
                         {channel.id.toBytes(), person.toBytes()}));
            return toJson(toJson(Member{channel.id, person, at}));
        },
        by, operation);
    if (!rev)
        return rev;
    // The person's own devices learn of it in their own scope: they are not in the channel's yet.
    const Result<qint64> told = nextRev();
    if (!told)
        return told;
    CHATOPS_TRY(log({*told,
                     Scope::person(person),
                     EntityKind::Member,
                     channel.id.uuid(),
                     Change::Verb::Put,
                     {},
                     by,
                     operation},
                    toJson(toJson(Member{channel.id, person, *rev}))));
    return told;
}

Result<qint64> Workspace::removeMember(const Channel &channel, PersonId person, PersonId by,
                                       OperationId operation)
{
    const QByteArray data = toJson(toJson(Member{channel.id, person, 0}));
    CHATOPS_TRY(m_db.run(u"DELETE FROM member WHERE channel = ? AND person = ?"_s,
                         {channel.id.toBytes(), person.toBytes()}));
    CHATOPS_TRY(m_db.run(u"DELETE FROM read_marker WHERE channel = ? AND person = ?"_s,
                         {channel.id.toBytes(), person.toBytes()}));
    for (const Scope &scope : {Scope::channel(channel.id), Scope::person(person)}) {
        const Result<qint64> rev = nextRev();
        if (!rev)
            return rev;
        const QUuid id = scope.kind == Scope::Kind::Person ? channel.id.uuid() : person.uuid();
        CHATOPS_TRY(
            log({*rev, scope, EntityKind::Member, id, Change::Verb::Delete, {}, by, operation}, data));
        if (scope.kind == Scope::Kind::Person)
            return rev;
    }
    return 0;
}

Result<Message> Workspace::postMessage(Message message, OperationId operation)
{
    message.createdAt = now();
    const Result<bool> grown =
        m_db.hot("UPDATE channel SET last_seq = last_seq + 1, last_at = ? WHERE id = ? RETURNING last_seq")
            .integer(message.createdAt)
            .id(message.channel)
            .first([&message](const HotStatement &row) { message.seq = row.integerAt(0); });
    if (!grown)
        return std::unexpected(grown.error());
    if (!*grown)
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("Server", "There is no such channel."));
    const Result<qint64> posted = publish(
        EntityKind::Message, message.id.uuid(), {}, {Scope::channel(message.channel)},
        [&](qint64 rev) -> Result<QByteArray> {
            message.rev = message.textRev = rev;
            CHATOPS_TRY(insertMessage(m_db, message, rev));
            return encode(message);
        },
        message.author, operation);
    if (!posted)
        return std::unexpected(posted.error());
    if (message.root) {
        const Maybe<Message> root = readMessage(m_db, message.root);
        if (!root)
            return std::unexpected(root.error());
        Message above = root->value();
        ++above.replies;
        above.lastReplyAt = message.createdAt;
        CHATOPS_TRY(publishMessage(above, message.author, operation));
    }
    CHATOPS_TRY(markRead(message.author, message.channel, message.seq, operation));
    return message;
}

Result<qint64> Workspace::publishMessage(Message message, PersonId by, OperationId operation,
                                         bool textChanged)
{
    return publish(
        EntityKind::Message, message.id.uuid(), {}, {Scope::channel(message.channel)},
        [&](qint64 rev) -> Result<QByteArray> {
            message.rev = rev;
            if (textChanged)
                message.textRev = rev;
            CHATOPS_TRY(updateMessage(m_db, message));
            return encode(message);
        },
        by, operation);
}

Result<qint64> Workspace::publishWithoutFiles(Message message, PersonId by, OperationId operation)
{
    for (const FileRef &file : std::as_const(message.files))
        CHATOPS_TRY(m_db.run(u"DELETE FROM file WHERE id = ?"_s, {file.id.toBytes()}));
    message.files.clear();
    const Result<qint64> rev = publishMessage(message, by, operation, true);
    if (!rev)
        return rev;
    message.rev = message.textRev = *rev;
    CHATOPS_TRY(rewriteLog("message"_L1, message.id.uuid(), toJson(message)));
    return rev;
}

Result<qint64> Workspace::eraseMessage(Message message, PersonId by, OperationId operation)
{
    message.deleted = true;
    message.text.clear();
    message.reactions.clear();
    return publishWithoutFiles(std::move(message), by, operation);
}

Result<qint64> Workspace::eraseFiles(Message message, PersonId by)
{
    if (message.text.trimmed().isEmpty())
        return eraseMessage(std::move(message), by);
    return publishWithoutFiles(std::move(message), by, {});
}

Result<qint64> Workspace::publishTask(Task task, const std::optional<Task> &before, PersonId by,
                                      OperationId operation, bool textChanged)
{
    task.changedAt = now();
    return publish(
        EntityKind::Task, task.id.uuid(), before ? audienceOf(*before) : QList<Scope>(), audienceOf(task),
        [&](qint64 rev) -> Result<QByteArray> {
            task.rev = rev;
            if (textChanged)
                task.textRev = rev;
            CHATOPS_TRY(writeTask(m_db, m_id, task));
            return toJson(toJson(task));
        },
        by, operation);
}

Result<qint64> Workspace::publishEvent(Event event, const std::optional<Event> &before, PersonId by,
                                       OperationId operation, bool textChanged)
{
    return publish(
        EntityKind::Event, event.id.uuid(), before ? audienceOf(*before) : QList<Scope>(), audienceOf(event),
        [&](qint64 rev) -> Result<QByteArray> {
            event.rev = rev;
            if (textChanged)
                event.textRev = rev;
            CHATOPS_TRY(writeEvent(m_db, m_id, event));
            return toJson(toJson(event));
        },
        by, operation);
}

Result<qint64> Workspace::deleteTask(const Task &task, PersonId by, OperationId operation)
{
    CHATOPS_TRY(m_db.run(u"DELETE FROM task WHERE id = ?"_s, {task.id.toBytes()}));
    if (!CHATOPS_PLANTED(ForgetTombstone))
        CHATOPS_TRY(publish(EntityKind::Task, task.id.uuid(), audienceOf(task), {}, {}, by, operation));
    const Result<Summary> now = summary();
    return now ? Result<qint64>(now->rev) : std::unexpected(now.error());
}

Result<qint64> Workspace::deleteEvent(const Event &event, PersonId by, OperationId operation)
{
    CHATOPS_TRY(m_db.run(u"DELETE FROM event WHERE id = ?"_s, {event.id.toBytes()}));
    CHATOPS_TRY(publish(EntityKind::Event, event.id.uuid(), audienceOf(event), {}, {}, by, operation));
    const Result<Summary> now = summary();
    return now ? Result<qint64>(now->rev) : std::unexpected(now.error());
}

Result<qint64> Workspace::markRead(PersonId person, ChannelId channel, qint64 seq, OperationId operation)
{
    const Result<int> moved =
        m_db.hot(
                "INSERT INTO read_marker (person, channel, seq) VALUES (?, ?, ?)"
                " ON CONFLICT (person, channel) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > read_marker.seq")
            .id(person)
            .id(channel)
            .integer(seq)
            .run();
    if (!moved)
        return std::unexpected(moved.error());
    if (*moved == 0) {
        // Another device has read further; a marker never goes back.
        const Result<Summary> now = summary();
        return now ? Result<qint64>(now->rev) : std::unexpected(now.error());
    }
    return publish(
        EntityKind::Read, channel.uuid(), {}, {Scope::person(person)},
        [&](qint64) -> Result<QByteArray> {
            return encode(ReadMarker{channel, seq});
        },
        person, operation);
}

} // namespace ChatOps::Server
