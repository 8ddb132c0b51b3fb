// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/privacyjson.h"
#include "core/text.h"
#include "store/cachereader.h"
#include "store/cachewriter.h"
#include "store/driver/entityrows.h"
#include "store/driver/hotstatement.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

// How single changes become rows. A row is written only when the change is
// newer than what is stored (`rev`), so that a change may arrive twice.

namespace ChatOps {
namespace {

IndexedThing thingOf(const QString &table)
{
    if (table == u"task")
        return IndexedThing::Task;
    if (table == u"event")
        return IndexedThing::Event;
    return table == u"person" ? IndexedThing::Person : IndexedThing::Channel;
}

} // namespace

Result<void> CacheWriter::applyChange(const Change &change, bool backfill, ChangeSet &touched)
{
    if (change.verb == Change::Verb::Delete)
        return remove(change, touched);
    const auto decodeAndPut = [&](auto decoded) -> Result<void> {
        if (!decoded)
            return std::unexpected(decoded.error());
        using Entity = std::remove_cvref_t<decltype(*decoded)>;
        if constexpr (requires { decoded->channel; } && !std::is_same_v<Entity, ReadMarker>) {
            const ChannelId channel = decoded->channel;
            if (!channel.isNull() && !backfill && !m_held.contains(channel))
                return std::unexpected(misplaced("a row of a channel this device is not in"));
            if (!backfill && change.scope.kind == Scope::Kind::Channel && change.scope.id != channel.uuid())
                return std::unexpected(misplaced("a row under another channel's scope"));
        }
        return put(*decoded, touched);
    };
    switch (change.entity) {
    case EntityKind::Person:
        return decodeAndPut(personFromJson(change.data));
    case EntityKind::Channel:
        return decodeAndPut(channelFromJson(change.data));
    case EntityKind::Member:
        return decodeAndPut(memberFromJson(change.data));
    case EntityKind::Message: {
        const Result<Message> message = messageFromJson(change.data);
        // What happens to a message this device does not hold is fetched with it, when somebody
        // scrolls there: an erased account would otherwise fill caches with what is deleted.
        if (message && !backfill && m_held.contains(message->channel)) {
            const Result<bool> elsewhere = isInHole(*message);
            if (!elsewhere)
                return std::unexpected(elsewhere.error());
            if (*elsewhere) {
                // A page that was read before this must not be taken after it.
                qint64 &passed = m_passedOver[message->channel];
                passed = std::max(passed, change.rev);
                return {};
            }
        }
        return decodeAndPut(message);
    }
    case EntityKind::Task:
        return decodeAndPut(taskFromJson(change.data));
    case EntityKind::Event:
        return decodeAndPut(eventFromJson(change.data));
    case EntityKind::Read: {
        const Result<ReadMarker> marker = readMarkerFromJson(change.data);
        // Of a channel that is not held it would outlive the membership.
        if (marker && !backfill && !m_held.contains(marker->channel))
            return {};
        return decodeAndPut(marker);
    }
    case EntityKind::Consent:
    case EntityKind::Request:
    case EntityKind::Notice:
    case EntityKind::Seen:
    case EntityKind::Policy:
    case EntityKind::Rules:
    case EntityKind::Profile:
    case EntityKind::Preference:
        return putDocument(change, touched);
    }
    return {};
}

Result<void> CacheWriter::putDocument(const Change &change, ChangeSet &touched)
{
    struct Read {
        QUuid id;
        qint64 rev = 0;
        PersonId person; ///< Whose it must be; null: anybody's.
    };
    const auto of = [](const auto &decoded, const auto &facts) -> Result<Read> {
        if (!decoded)
            return std::unexpected(decoded.error());
        return facts(*decoded);
    };
    const QJsonObject &data = change.data;
    const Result<Read> read = [&]() -> Result<Read> {
        switch (change.entity) {
        case EntityKind::Consent:
            return of(consentFromJson(data), [](const ConsentRecord &one) {
                return Read{one.id.uuid(), one.rev, one.person};
            });
        case EntityKind::Request: // Privacy contacts get those of others.
            return of(requestFromJson(data), [](const RightsRequest &one) {
                return Read{one.id.uuid(), one.rev, {}};
            });
        case EntityKind::Notice:
            return of(noticeFromJson(data), [](const Notice &one) {
                return Read{one.id.uuid(), one.rev, one.person};
            });
        case EntityKind::Seen:
            return of(noticeSeenFromJson(data), [](const NoticeSeen &one) {
                return Read{one.notice.uuid(), one.rev, one.person};
            });
        case EntityKind::Policy:
            return of(policyFromJson(data), [](const PolicyVersion &one) {
                return Read{one.id.uuid(), one.rev, {}};
            });
        case EntityKind::Rules:
            return of(rulesFromJson(data), [](const WorkspaceRules &one) {
                return Read{one.workspace.uuid(), one.rev, {}};
            });
        case EntityKind::Preference:
            return of(preferenceFromJson(data), [](const SyncedPreference &one) {
                return Read{preferenceId(one.person, one.name), one.rev, one.person};
            });
        default:
            return of(profileFromJson(data), [](const Profile &one) {
                return Read{one.person.uuid(), one.rev, {}};
            });
        }
    }();
    if (!read)
        return std::unexpected(read.error());
    if (read->id != change.id || (read->person && read->person != m_self))
        return std::unexpected(misplaced("a document of somebody else"));
    touched.privacy = true;
    CHATOPS_TRY(m_db.run(
        u"INSERT INTO document (kind, id, rev, json) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (kind, id) DO UPDATE SET rev = excluded.rev, json = excluded.json"
        " WHERE excluded.rev > document.rev"_s,
        {QString(nameOf(change.entity)), read->id.toRfc4122(), read->rev, compactJson(change.data)}));
    return {};
}

Result<void> CacheWriter::indexThing(const QString &table, qint64 pk, const QString &text, bool in)
{
    const qint64 row = pk * IndexedThingFactor + int(thingOf(table));
    const QString words = indexText(text);
    CHATOPS_TRY(in ? m_db.run(u"INSERT INTO thing_index (rowid, text) VALUES (?, ?)"_s, {row, words})
                   : m_db.run(u"INSERT INTO thing_index (thing_index, rowid, text) VALUES ('delete', ?, ?)"_s,
                              {row, words}));
    return {};
}

Result<void> CacheWriter::put(const Person &person, ChangeSet &touched)
{
    touched.people = true;
    // Before the first of the messages that mention them: those of a snapshot come after the people.
    if (person.id == m_self)
        m_selfHandle = person.handle;
    StoredText before;
    CHATOPS_TRY(m_db.rows(u"SELECT pk, rev, name, handle FROM person WHERE id = ?"_s, {person.id.toBytes()},
                          [&](const SqlRow &row) {
                              before = {row.integer(0), row.integer(1), row.text(2) + u' ' + row.text(3)};
                              return false;
                          }));
    if (before.rev >= person.rev && before.rev >= 0 && !m_inSnapshot)
        return {};
    const QString text = person.name + u' ' + person.handle;
    CHATOPS_TRY(m_db.run(
        u"INSERT INTO person (id, name, handle, folded, role, active, rev) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, handle = excluded.handle,"
        " folded = excluded.folded, role = excluded.role, active = excluded.active, rev = excluded.rev"_s,
        {person.id.toBytes(), person.name, person.handle, foldText(person.name), QString(nameOf(person.role)),
         person.active, person.rev}));
    if (before.rev >= 0) {
        if (before.text == text)
            return {};
        CHATOPS_TRY(indexThing(u"person"_s, before.pk, before.text, false));
        return indexThing(u"person"_s, before.pk, text, true);
    }
    return indexThing(u"person"_s, m_db.lastInsertId(), text, true);
}

Result<void> CacheWriter::put(const Channel &channel, ChangeSet &touched)
{
    touched.channels = true;
    // The row's own words on its last message are compared with what was noted here.
    CHATOPS_TRY(writeNewest(touched));
    StoredText before;
    CHATOPS_TRY(m_db.rows(u"SELECT pk, rev, name, topic FROM channel WHERE id = ?"_s, {channel.id.toBytes()},
                          [&](const SqlRow &row) {
                              before = {row.integer(0), row.integer(1), row.text(2) + u' ' + row.text(3)};
                              return false;
                          }));
    if (before.rev >= channel.rev && before.rev >= 0 && !m_inSnapshot)
        return {};
    QJsonArray people;
    for (const PersonId &person : channel.people)
        people.append(person.toString());
    CHATOPS_TRY(m_db.run(
        u"INSERT INTO channel (id, kind, name, topic, people, archived, last_seq, last_at, rev, creator)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind,"
        " name = excluded.name, topic = excluded.topic, people = excluded.people,"
        " archived = excluded.archived, rev = excluded.rev, creator = excluded.creator,"
        " last_at = CASE WHEN excluded.last_seq >= last_seq THEN excluded.last_at ELSE last_at END,"
        " last_seq = max(last_seq, excluded.last_seq)"_s,
        {channel.id.toBytes(), QString(nameOf(channel.kind)), channel.name, channel.topic,
         compactJson(people), channel.archived, channel.lastSeq, channel.lastAt, channel.rev,
         blobOrNull(channel.creator)}));
    const QString text = channel.name + u' ' + channel.topic;
    if (before.rev >= 0) {
        CHATOPS_TRY(indexThing(u"channel"_s, before.pk, before.text, false));
        return indexThing(u"channel"_s, before.pk, text, true);
    }
    return indexThing(u"channel"_s, m_db.lastInsertId(), text, true);
}

Result<void> CacheWriter::put(const Member &member, ChangeSet &touched)
{
    touched.channels = true;
    CHATOPS_TRY(m_db.run(u"INSERT INTO member (channel, person, mid) VALUES (?, ?, ?)"
                         " ON CONFLICT (channel, person) DO UPDATE SET mid = excluded.mid"_s,
                         {member.channel.toBytes(), member.person.toBytes(), member.mid}));
    return {};
}

Result<bool> CacheWriter::isInHole(const Message &message)
{
    const Result<const QList<Range> *> holes = holesOf(message.channel);
    if (!holes)
        return std::unexpected(holes.error());
    return std::any_of((*holes)->begin(), (*holes)->end(), [&message](const Range &hole) {
        return hole.first <= message.seq && message.seq <= hole.last;
    });
}

bool CacheWriter::mentionsSelf(const Message &message) const
{
    if (message.author == m_self)
        return false;
    return mentions(message.text, m_selfHandle);
}

Result<qint64> CacheWriter::freePk(Millis at)
{
    // 4096 messages fit into one millisecond; further ones spill into the next.
    for (qint64 lowest = std::clamp<qint64>(at, 1, qint64(1) << 42) << 12;; lowest += 4096) {
        const Result<QVariant> highest =
            m_db.value(u"SELECT max(pk) FROM message WHERE pk >= ? AND pk < ?"_s, {lowest, lowest + 4096});
        if (!highest)
            return std::unexpected(highest.error());
        if (highest->isNull())
            return lowest;
        if (highest->toLongLong() < lowest + 4095)
            return highest->toLongLong() + 1;
    }
}

Result<bool> CacheWriter::insert(const Message &message)
{
    const auto write = [&](qint64 pk) {
        return m_db
            .hot("INSERT INTO message (author, edited, text, replies, last_reply, reactions, files,"
                 " deleted, mention, rev, text_rev, pk, id, channel, seq, at, root)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .id(message.author)
            .integer(message.editedAt)
            .text(message.text)
            .integer(message.replies)
            .integer(message.lastReplyAt)
            .text(compactJson(toJson(message.reactions)))
            .text(compactJson(toJson(message.files)))
            .integer(message.deleted)
            .integer(mentionsSelf(message))
            .integer(message.rev)
            .integer(message.textRev)
            .integer(pk)
            .id(message.id)
            .id(message.channel)
            .integer(message.seq)
            .integer(message.createdAt)
            .idOrNull(message.root)
            .run();
    };
    // Nearly every message is new and the only one of its millisecond: no look before.
    qint64 pk = std::clamp<qint64>(message.createdAt, 1, qint64(1) << 42) << 12;
    Result<int> written = write(pk);
    if (written && *written == 0) {
        const Result<QVariant> known =
            m_db.value(u"SELECT 1 FROM message WHERE id = ?"_s, {message.id.toBytes()});
        if (!known)
            return std::unexpected(known.error());
        if (known->isValid())
            return false;
        const Result<qint64> free = freePk(message.createdAt);
        if (!free)
            return std::unexpected(free.error());
        pk = *free;
        written = write(pk);
    }
    if (!written)
        return std::unexpected(written.error());
    if (*written == 0)
        return std::unexpected(misplaced("two messages in one place"));
    CHATOPS_TRY(m_db.hot("INSERT INTO message_index (rowid, text) VALUES (?, ?)")
                    .integer(pk)
                    .text(indexText(message.text))
                    .run());
    return true;
}

Result<void> CacheWriter::put(const Message &message, ChangeSet &touched)
{
    const Result<bool> inserted = insert(message);
    if (!inserted)
        return std::unexpected(inserted.error());
    if (*inserted) {
        touched.messages[message.channel].insert(message.id);
        CHATOPS_TRY(fillHole(message.channel, message.seq, message.seq));
        Newest &newest = m_newest[message.channel];
        if (newest.seq < message.seq) {
            newest = {message.seq, message.createdAt};
            m_newestToWrite.insert(message.channel);
        }
        return {};
    }
    StoredText before;
    CHATOPS_TRY(m_db.rows(u"SELECT pk, rev, text FROM message WHERE id = ?"_s, {message.id.toBytes()},
                          [&](const SqlRow &row) {
                              before = {row.integer(0), row.integer(1), row.text(2)};
                              return false;
                          }));
    if (before.rev >= message.rev)
        return {};
    touched.messages[message.channel].insert(message.id);
    CHATOPS_TRY(m_db.run(
        u"UPDATE message SET author = ?, edited = ?, text = ?, replies = ?, last_reply = ?,"
        " reactions = ?, files = ?, deleted = ?, mention = ?, rev = ?, text_rev = ? WHERE pk = ?"_s,
        {message.author.toBytes(), message.editedAt, message.text, message.replies, message.lastReplyAt,
         compactJson(toJson(message.reactions)), compactJson(toJson(message.files)), message.deleted,
         mentionsSelf(message), message.rev, message.textRev, before.pk}));
    if (before.text == message.text)
        return {};
    CHATOPS_TRY(m_db.run(u"INSERT INTO message_index (message_index, rowid, text) VALUES ('delete', ?, ?)"_s,
                         {before.pk, indexText(before.text)}));
    CHATOPS_TRY(m_db.run(u"INSERT INTO message_index (rowid, text) VALUES (?, ?)"_s,
                         {before.pk, indexText(message.text)}));
    return {};
}

Result<void> CacheWriter::putThing(const QString &table, const QUuid &id, ChannelId channel, qint64 rev,
                                   const QString &title, const QString &body, const QJsonObject &json)
{
    StoredText before;
    CHATOPS_TRY(m_db.rows(u"SELECT pk, rev, title, body FROM %1 WHERE id = ?"_s.arg(table), {id.toRfc4122()},
                          [&](const SqlRow &row) {
                              before = {row.integer(0), row.integer(1), row.text(2) + u' ' + row.text(3)};
                              return false;
                          }));
    if (before.rev >= rev && before.rev >= 0)
        return {};
    // Encoded here, compact: CacheReader::tasksOf and invitationsOf look for parts of it.
    const QVariantList content{blobOrNull(channel), rev, title, body, QString::fromUtf8(toJson(json))};
    const QString text = title + u' ' + body;
    if (before.rev < 0) {
        CHATOPS_TRY(m_db.run(
            u"INSERT INTO %1 (channel, rev, title, body, json, id) VALUES (?, ?, ?, ?, ?, ?)"_s.arg(table),
            content + QVariantList{id.toRfc4122()}));
        return indexThing(table, m_db.lastInsertId(), text, true);
    }
    CHATOPS_TRY(m_db.run(
        u"UPDATE %1 SET channel = ?, rev = ?, title = ?, body = ?, json = ? WHERE pk = ?"_s.arg(table),
        content + QVariantList{before.pk}));
    if (before.text == text)
        return {};
    CHATOPS_TRY(indexThing(table, before.pk, before.text, false));
    return indexThing(table, before.pk, text, true);
}

Result<void> CacheWriter::put(const Task &task, ChangeSet &touched)
{
    touched.tasks = true;
    return putThing(u"task"_s, task.id.uuid(), task.channel, task.rev, task.title, task.description,
                    toJson(task));
}

Result<void> CacheWriter::put(const Event &event, ChangeSet &touched)
{
    touched.events = true;
    return putThing(u"event"_s, event.id.uuid(), event.channel, event.rev, event.title,
                    event.location + u' ' + event.description, toJson(event));
}

Result<void> CacheWriter::put(const ReadMarker &marker, ChangeSet &touched)
{
    touched.channels = true;
    CHATOPS_TRY(m_db.run(u"INSERT INTO read_marker (channel, seq) VALUES (?, ?)"
                         " ON CONFLICT (channel) DO UPDATE SET seq = excluded.seq"_s,
                         {marker.channel.toBytes(), marker.seq}));
    return {};
}

Result<void> CacheWriter::removeThing(EntityKind kind, const QUuid &id, qint64 rev)
{
    const QString table = kind == EntityKind::Task ? u"task"_s : u"event"_s;
    StoredText before;
    CHATOPS_TRY(m_db.rows(u"SELECT pk, rev, title, body FROM %1 WHERE id = ?"_s.arg(table), {id.toRfc4122()},
                          [&](const SqlRow &row) {
                              before = {row.integer(0), row.integer(1), row.text(2) + u' ' + row.text(3)};
                              return false;
                          }));
    // A newer row came with the channel it has moved to; this is when it left the old audience.
    if (before.rev < 0 || before.rev > rev)
        return {};
    CHATOPS_TRY(indexThing(table, before.pk, before.text, false));
    CHATOPS_TRY(m_db.run(u"DELETE FROM %1 WHERE pk = ?"_s.arg(table), {before.pk}));
    return {};
}

Result<void> CacheWriter::remove(const Change &change, ChangeSet &touched)
{
    switch (change.entity) {
    case EntityKind::Task:
        touched.tasks = true;
        return removeThing(change.entity, change.id, change.rev);
    case EntityKind::Event:
        touched.events = true;
        return removeThing(change.entity, change.id, change.rev);
    case EntityKind::Member: {
        touched.channels = true;
        const Result<Member> member = memberFromJson(change.data);
        if (!member)
            return std::unexpected(member.error());
        CHATOPS_TRY(m_db.run(u"DELETE FROM member WHERE channel = ? AND person = ?"_s,
                             {member->channel.toBytes(), member->person.toBytes()}));
        return {};
    }
    case EntityKind::Channel:
        return removeChannelRows(ChannelId(change.id), true, touched);
    case EntityKind::Person:
    case EntityKind::Message:
    case EntityKind::Read:
        break; // Never deleted: a closed account and a deleted message are states.
    case EntityKind::Consent:
    case EntityKind::Request:
    case EntityKind::Notice:
    case EntityKind::Seen:
    case EntityKind::Policy:
    case EntityKind::Rules:
    case EntityKind::Profile:
    case EntityKind::Preference:
        touched.privacy = true;
        CHATOPS_TRY(m_db.run(u"DELETE FROM document WHERE kind = ? AND id = ? AND rev <= ?"_s,
                             {QString(nameOf(change.entity)), change.id.toRfc4122(), change.rev}));
        break;
    }
    return {};
}

Result<void> CacheWriter::removeChannelRows(ChannelId channel, bool channelToo, ChangeSet &touched)
{
    touched.dropped.insert(channel);
    m_holes.remove(channel);
    m_newest.remove(channel);
    m_newestToWrite.remove(channel);
    touched.channels = touched.tasks = touched.events = true;
    const QByteArray id = channel.toBytes();
    Result<void> unindexed;
    CHATOPS_TRY(m_db.rows(u"SELECT pk, text FROM message WHERE channel = ?"_s, {id}, [&](const SqlRow &row) {
        if (const Result<int> done =
                m_db.run(u"INSERT INTO message_index (message_index, rowid, text) VALUES ('delete', ?, ?)"_s,
                         {row.integer(0), indexText(row.text(1))});
            !done)
            unindexed = std::unexpected(done.error());
        return unindexed.has_value();
    }));
    CHATOPS_TRY(unindexed);
    for (const EntityKind kind : {EntityKind::Task, EntityKind::Event}) {
        QList<QUuid> things;
        CHATOPS_TRY(m_db.rows(u"SELECT id FROM %1 WHERE channel = ?"_s.arg(QString(nameOf(kind))), {id},
                              [&](const SqlRow &row) {
                                  things.append(QUuid::fromRfc4122(row.bytes(0)));
                                  return true;
                              }));
        for (const QUuid &thing : std::as_const(things))
            CHATOPS_TRY(removeThing(kind, thing, std::numeric_limits<qint64>::max()));
    }
    for (const QString &table : {u"message"_s, u"member"_s, u"read_marker"_s, u"hole"_s, u"scope"_s})
        CHATOPS_TRY(m_db.run(u"DELETE FROM %1 WHERE channel = ?"_s.arg(table), {id}));
    if (!channelToo)
        return {};
    StoredText before;
    CHATOPS_TRY(
        m_db.rows(u"SELECT pk, name, topic FROM channel WHERE id = ?"_s, {id}, [&](const SqlRow &row) {
            before = {row.integer(0), 0, row.text(1) + u' ' + row.text(2)};
            return false;
        }));
    if (before.rev < 0)
        return {};
    CHATOPS_TRY(indexThing(u"channel"_s, before.pk, before.text, false));
    CHATOPS_TRY(m_db.run(u"DELETE FROM channel WHERE pk = ?"_s, {before.pk}));
    return {};
}

} // namespace ChatOps
