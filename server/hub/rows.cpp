// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/rows.h"

#include "core/entityjson.h"
#include "store/driver/entityrows.h"
#include "store/driver/hotstatement.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

const QString personColumns = u"id, name, handle, role, active, rev"_s;
const QString channelColumns = u"id, kind, name, topic, people, archived, last_seq, last_at, rev, creator"_s;

const QString acquaintedCondition =
    u"(id = ? OR EXISTS (SELECT 1 FROM acquaintance a JOIN member m ON m.channel = a.channel AND m.person = ?"
    " WHERE a.person = id))"_s;

namespace {

const QString messageColumns =
    u"id, channel, seq, author, at, edited, text, root, replies, last_reply, reactions, files,"
    " deleted, rev, text_rev"_s;

template <typename T>
Maybe<T> one(Connection &db, const QString &sql, const QVariantList &values,
             const std::function<std::optional<T>(const SqlRow &)> &decode)
{
    std::optional<T> found;
    CHATOPS_TRY(db.rows(sql, values, [&](const SqlRow &row) {
        found = decode(row);
        return false;
    }));
    return found;
}

QJsonObject objectFrom(const SqlRow &row)
{
    return QJsonDocument::fromJson(row.text(0).toUtf8()).object();
}

QList<Message> collectMessages(Connection &db, const QString &sql, const QVariantList &values,
                               Result<void> &outcome)
{
    QList<Message> result;
    outcome = db.rows(sql, values, [&result](const SqlRow &row) {
        result.append(messageFromRow(row));
        return true;
    });
    return result;
}

} // namespace

Person personFromRow(const SqlRow &row)
{
    return {row.id<PersonId>(0), row.text(1),   row.text(2), roleFromName(row.text(3)).value_or(Role::Guest),
            row.flag(4),         row.integer(5)};
}

Channel channelFromRow(const SqlRow &row)
{
    Channel c;
    c.id = row.id<ChannelId>(0);
    c.kind = channelKindFromName(row.text(1)).value_or(ChannelKind::Private);
    c.name = row.text(2);
    c.topic = row.text(3);
    const QJsonArray people = jsonArray(row.text(4));
    for (const auto &person : people)
        c.people.append(PersonId::fromString(person.toString()));
    c.archived = row.flag(5);
    c.lastSeq = row.integer(6);
    c.lastAt = row.integer(7);
    c.rev = row.integer(8);
    c.creator = row.id<PersonId>(9);
    return c;
}

Maybe<Person> readPerson(Connection &db, PersonId id)
{
    return one<Person>(db, u"SELECT %1 FROM person WHERE id = ?"_s.arg(personColumns), {id.toBytes()},
                       personFromRow);
}

Maybe<Channel> readChannel(Connection &db, ChannelId id)
{
    return one<Channel>(db, u"SELECT %1 FROM channel WHERE id = ?"_s.arg(channelColumns), {id.toBytes()},
                        channelFromRow);
}

Maybe<Message> readMessage(Connection &db, MessageId id)
{
    return one<Message>(db, u"SELECT %1 FROM message WHERE id = ?"_s.arg(messageColumns), {id.toBytes()},
                        messageFromRow);
}

Maybe<Task> readTask(Connection &db, TaskId id)
{
    return one<Task>(db, u"SELECT json FROM task WHERE id = ?"_s, {id.toBytes()},
                     [](const SqlRow &row) -> std::optional<Task> {
                         const Result<Task> task = taskFromJson(objectFrom(row));
                         return task ? std::optional(*task) : std::nullopt;
                     });
}

Maybe<Event> readEvent(Connection &db, EventId id)
{
    return one<Event>(db, u"SELECT json FROM event WHERE id = ?"_s, {id.toBytes()},
                      [](const SqlRow &row) -> std::optional<Event> {
                          const Result<Event> event = eventFromJson(objectFrom(row));
                          return event ? std::optional(*event) : std::nullopt;
                      });
}

Maybe<qint64> readMembership(Connection &db, ChannelId channel, PersonId person)
{
    std::optional<qint64> found;
    CHATOPS_TRY(db.hot("SELECT mid FROM member WHERE channel = ? AND person = ?")
                    .id(channel)
                    .id(person)
                    .first([&found](const HotStatement &row) { found = row.integerAt(0); }));
    return found;
}

Result<QHash<ChannelId, qint64>> readMemberships(Connection &db, PersonId person)
{
    QHash<ChannelId, qint64> result;
    CHATOPS_TRY(db.rows(u"SELECT channel, mid FROM member WHERE person = ?"_s, {person.toBytes()},
                        [&result](const SqlRow &row) {
                            result.insert(row.id<ChannelId>(0), row.integer(1));
                            return true;
                        }));
    return result;
}

Result<bool> isAcquainted(Connection &db, PersonId person, PersonId other)
{
    if (person == other)
        return true;
    const Result<QVariant> found =
        db.value(u"SELECT 1 FROM acquaintance a JOIN member m ON m.channel = a.channel AND m.person = ?"
                 " WHERE a.person = ? LIMIT 1"_s,
                 {person.toBytes(), other.toBytes()});
    if (!found)
        return std::unexpected(found.error());
    return found->isValid();
}

Result<void> noteAuthors(Connection &db, ChannelId channel)
{
    CHATOPS_TRY(
        db.run(u"INSERT INTO acquaintance (channel, person) SELECT DISTINCT channel, author FROM message"
               " WHERE channel = ? ON CONFLICT DO NOTHING"_s,
               {channel.toBytes()}));
    return {};
}

Result<void> writePerson(Connection &db, const Person &person)
{
    CHATOPS_TRY(
        db.run(u"UPDATE person SET name = ?, handle = ?, role = ?, active = ?, rev = ? WHERE id = ?"_s,
               {person.name, person.handle, QString(nameOf(person.role)), person.active, person.rev,
                person.id.toBytes()}));
    return {};
}

Result<void> insertChannel(Connection &db, WorkspaceId workspace, const Channel &channel, PersonId creator)
{
    QJsonArray people;
    for (const PersonId &person : channel.people)
        people.append(person.toString());
    CHATOPS_TRY(db.run(
        u"INSERT INTO channel (id, workspace, kind, name, topic, people, archived, creator, last_seq, last_at, rev)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {channel.id.toBytes(), workspace.toBytes(), QString(nameOf(channel.kind)), channel.name,
         channel.topic, compactJson(people), channel.archived, creator.toBytes(), channel.lastSeq,
         channel.lastAt, channel.rev}));
    return {};
}

Result<void> updateChannel(Connection &db, const Channel &channel)
{
    CHATOPS_TRY(db.run(
        u"UPDATE channel SET name = ?, topic = ?, archived = ?, last_seq = ?, last_at = ?, rev = ? WHERE id = ?"_s,
        {channel.name, channel.topic, channel.archived, channel.lastSeq, channel.lastAt, channel.rev,
         channel.id.toBytes()}));
    return {};
}

Result<void> insertMessage(Connection &db, const Message &message, qint64 born)
{
    CHATOPS_TRY(
        db.hot("INSERT INTO message (id, channel, seq, author, at, edited, text, root, replies, last_reply,"
               " reactions, files, deleted, rev, text_rev, born)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .id(message.id)
            .id(message.channel)
            .integer(message.seq)
            .id(message.author)
            .integer(message.createdAt)
            .integer(message.editedAt)
            .text(message.text)
            .idOrNull(message.root)
            .integer(message.replies)
            .integer(message.lastReplyAt)
            .text(compactJson(toJson(message.reactions)))
            .text(compactJson(toJson(message.files)))
            .integer(message.deleted ? 1 : 0)
            .integer(message.rev)
            .integer(message.textRev)
            .integer(born)
            .run());
    return {};
}

Result<void> updateMessage(Connection &db, const Message &message)
{
    CHATOPS_TRY(db.run(
        u"UPDATE message SET edited = ?, text = ?, replies = ?, last_reply = ?, reactions = ?, files = ?, deleted = ?,"
        " rev = ?, text_rev = ? WHERE id = ?"_s,
        {message.editedAt, message.text, message.replies, message.lastReplyAt,
         compactJson(toJson(message.reactions)), compactJson(toJson(message.files)), message.deleted,
         message.rev, message.textRev, message.id.toBytes()}));
    return {};
}

Result<void> writeTask(Connection &db, WorkspaceId workspace, const Task &task)
{
    CHATOPS_TRY(db.run(
        u"INSERT INTO task (id, workspace, channel, rev, json) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET channel = excluded.channel, rev = excluded.rev, json = excluded.json"_s,
        {task.id.toBytes(), workspace.toBytes(), blobOrNull(task.channel), task.rev,
         compactJson(toJson(task))}));
    return {};
}

Result<void> writeEvent(Connection &db, WorkspaceId workspace, const Event &event)
{
    CHATOPS_TRY(db.run(
        u"INSERT INTO event (id, workspace, channel, rev, json) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET channel = excluded.channel, rev = excluded.rev, json = excluded.json"_s,
        {event.id.toBytes(), workspace.toBytes(), blobOrNull(event.channel), event.rev,
         compactJson(toJson(event))}));
    return {};
}

Result<QList<Message>> readMessages(Connection &db, ChannelId channel, qint64 first, qint64 last)
{
    Result<void> outcome;
    const QList<Message> found = collectMessages(
        db,
        u"SELECT %1 FROM message WHERE channel = ? AND seq >= ? AND seq <= ? ORDER BY seq"_s.arg(
            messageColumns),
        {channel.toBytes(), first, last}, outcome);
    if (!outcome)
        return std::unexpected(outcome.error());
    return found;
}

Result<void> eachMessage(Connection &db, const QString &condition, const QVariantList &values,
                         const std::function<bool(const Message &)> &each)
{
    return db.rows(u"SELECT %1 FROM message WHERE "_s.arg(messageColumns) + condition, values,
                   [&each](const SqlRow &row) { return each(messageFromRow(row)); });
}

Result<QList<Message>> readThread(Connection &db, MessageId root)
{
    Result<void> outcome;
    const QList<Message> found = collectMessages(
        db, u"SELECT %1 FROM message WHERE id = ? OR root = ? ORDER BY seq LIMIT 2000"_s.arg(messageColumns),
        {root.toBytes(), root.toBytes()}, outcome);
    if (!outcome)
        return std::unexpected(outcome.error());
    return found;
}

} // namespace ChatOps::Server
