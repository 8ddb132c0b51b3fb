// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cachereader.h"

#include "core/entityjson.h"
#include "core/privacyjson.h"
#include "core/text.h"
#include "store/driver/entityrows.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

const QString messageColumns =
    u"SELECT m.id, m.channel, m.seq, m.author, m.at, m.edited, m.text, m.root, m.replies,"
    " m.last_reply, m.reactions, m.files, m.deleted, m.rev, m.text_rev, p.name, p.handle"
    " FROM message m LEFT JOIN person p ON p.id = m.author "_s;

MessageRow messageFrom(const SqlRow &row)
{
    MessageRow result;
    result.message = messageFromRow(row);
    result.authorName = row.text(15);
    result.authorHandle = row.text(16);
    return result;
}

Person personFrom(const SqlRow &row)
{
    return {row.id<PersonId>(0), row.text(1),   row.text(2), roleFromName(row.text(3)).value_or(Role::Member),
            row.flag(4),         row.integer(5)};
}

QString likePrefix(QString text)
{
    for (const QChar special : {u'\\', u'%', u'_'})
        text.replace(special, u'\\' + QString(special));
    return text + u'%';
}

} // namespace

PersonId CacheReader::self()
{
    return PersonId::fromBytes(
        m_db.value(u"SELECT value FROM meta WHERE name = 'self'"_s).value_or(QVariant()).toByteArray());
}

Result<Person> CacheReader::person(PersonId id)
{
    Person found;
    found.id = id;
    CHATOPS_TRY(m_db.rows(u"SELECT id, name, handle, role, active, rev FROM person WHERE id = ?"_s,
                          {id.toBytes()}, [&](const SqlRow &row) {
                              found = personFrom(row);
                              return false;
                          }));
    return found;
}

Result<QList<ChannelRow>> CacheReader::channels()
{
    QList<ChannelRow> result;
    CHATOPS_TRY(
        m_db.rows(u"SELECT c.id, c.kind, c.name, c.topic, c.people, c.archived, c.last_seq, c.last_at, c.rev,"
                  " s.mid, r.seq, (SELECT count(*) FROM member x WHERE x.channel = c.id), c.creator"
                  " FROM channel c LEFT JOIN scope s ON s.channel = c.id"
                  " LEFT JOIN read_marker r ON r.channel = c.id ORDER BY c.name"_s,
                  {}, [&](const SqlRow &row) {
                      ChannelRow item;
                      Channel &c = item.channel;
                      c.id = row.id<ChannelId>(0);
                      c.kind = channelKindFromName(row.text(1)).value_or(ChannelKind::Private);
                      c.name = row.text(2);
                      c.topic = row.text(3);
                      const QJsonArray people = jsonArray(row.text(4));
                      for (const auto &value : people)
                          c.people.append(PersonId::fromString(value.toString()));
                      c.archived = row.flag(5);
                      c.lastSeq = row.integer(6);
                      c.lastAt = row.integer(7);
                      c.rev = row.integer(8);
                      c.creator = row.id<PersonId>(12);
                      item.joined = !row.isNull(9);
                      item.readSeq = row.integer(10);
                      item.memberCount = int(row.integer(11));
                      result.append(item);
                      return true;
                  }));
    const PersonId me = self();
    for (ChannelRow &row : result) {
        if (row.joined && row.channel.lastSeq > row.readSeq)
            CHATOPS_TRY(countUnread(row));
        for (const PersonId &id : std::as_const(row.channel.people)) {
            if (id == me && row.channel.people.size() > 1)
                continue;
            const Result<Person> other = person(id);
            if (!other)
                return std::unexpected(other.error());
            row.people.append(*other);
        }
    }
    return result;
}

Result<void> CacheReader::countUnread(ChannelRow &row)
{
    // A hundred is as exact as a badge gets; the limit keeps a neglected channel cheap.
    return m_db.rows(
        u"SELECT count(*), coalesce(sum(mention), 0) FROM (SELECT mention FROM message WHERE channel = ?"
        " AND seq > ? AND root IS NULL AND deleted = 0 AND author <> ? LIMIT 100)"_s,
        {row.channel.id.toBytes(), row.readSeq, self().toBytes()}, [&row](const SqlRow &counts) {
            row.unread = int(counts.integer(0));
            row.mentions = int(counts.integer(1));
            return false;
        });
}

Result<MessagePage> CacheReader::messages(const MessageQuery &query)
{
    MessagePage page;
    page.channel = query.channel;
    page.readSeq = m_db.value(u"SELECT seq FROM read_marker WHERE channel = ?"_s, {query.channel.toBytes()})
                       .value_or(QVariant())
                       .toLongLong();
    const int limit = std::clamp(query.limit, 1, MessageQuery::Most);
    if (query.root) {
        CHATOPS_TRY(thread(query, page));
        return page;
    }
    switch (query.where) {
    case MessageQuery::Where::Latest:
        CHATOPS_TRY(before(query.channel, std::numeric_limits<qint64>::max(), limit, page));
        page.atEnd = page.holeAfter == 0;
        break;
    case MessageQuery::Where::Before:
        CHATOPS_TRY(before(query.channel, query.seq, limit, page));
        break;
    case MessageQuery::Where::After:
        CHATOPS_TRY(after(query.channel, query.seq, limit, page));
        break;
    case MessageQuery::Where::Around:
        CHATOPS_TRY(before(query.channel, query.seq + 1, (limit + 1) / 2, page));
        CHATOPS_TRY(after(query.channel, query.seq, (limit + 1) / 2, page));
        break;
    }
    return page;
}

Result<void> CacheReader::thread(const MessageQuery &query, MessagePage &page)
{
    page.atStart = page.atEnd = true;
    return m_db.rows(messageColumns + u"WHERE m.id = ? OR m.root = ? ORDER BY m.seq LIMIT 2000"_s,
                     {query.root.toBytes(), query.root.toBytes()}, [&page](const SqlRow &row) {
                         page.rows.append(messageFrom(row));
                         return true;
                     });
}

Result<void> CacheReader::before(ChannelId channel, qint64 seq, int limit, MessagePage &page)
{
    qint64 floor = 0;
    CHATOPS_TRY(m_db.rows(
        u"SELECT last, first FROM hole WHERE channel = ? AND first < ? ORDER BY first DESC LIMIT 1"_s,
        {channel.toBytes(), seq}, [&](const SqlRow &row) {
            floor = row.integer(0);
            return false;
        }));
    QList<MessageRow> rows;
    CHATOPS_TRY(m_db.rows(messageColumns
                              + u"WHERE m.channel = ? AND m.seq < ? AND m.seq > ? AND m.root IS NULL"
                                " ORDER BY m.seq DESC LIMIT ?"_s,
                          {channel.toBytes(), seq, floor, limit}, [&rows](const SqlRow &row) {
                              rows.append(messageFrom(row));
                              return true;
                          }));
    std::reverse(rows.begin(), rows.end());
    const bool exhausted = rows.size() < limit;
    page.atStart = exhausted && floor == 0;
    page.holeBefore = exhausted ? floor : 0;
    page.rows = rows + page.rows;
    return {};
}

Result<void> CacheReader::after(ChannelId channel, qint64 seq, int limit, MessagePage &page)
{
    qint64 ceiling = std::numeric_limits<qint64>::max();
    CHATOPS_TRY(m_db.rows(u"SELECT first FROM hole WHERE channel = ? AND last > ? ORDER BY first LIMIT 1"_s,
                          {channel.toBytes(), seq}, [&](const SqlRow &row) {
                              ceiling = row.integer(0);
                              return false;
                          }));
    qsizetype found = 0;
    CHATOPS_TRY(m_db.rows(messageColumns
                              + u"WHERE m.channel = ? AND m.seq > ? AND m.seq < ? AND m.root IS NULL"
                                " ORDER BY m.seq LIMIT ?"_s,
                          {channel.toBytes(), seq, ceiling, limit}, [&](const SqlRow &row) {
                              page.rows.append(messageFrom(row));
                              ++found;
                              return true;
                          }));
    const bool exhausted = found < limit;
    const bool toHole = ceiling != std::numeric_limits<qint64>::max();
    page.atEnd = exhausted && !toHole;
    page.holeAfter = exhausted && toHole ? ceiling : 0;
    return {};
}

Result<std::optional<MessageRow>> CacheReader::message(MessageId id)
{
    std::optional<MessageRow> found;
    CHATOPS_TRY(m_db.rows(messageColumns + u"WHERE m.id = ?"_s, {id.toBytes()}, [&found](const SqlRow &row) {
        found = messageFrom(row);
        return false;
    }));
    return found;
}

namespace {

QJsonObject objectOf(const SqlRow &row)
{
    return QJsonDocument::fromJson(row.text(0).toUtf8()).object();
}

template <typename T, typename Decode>
Result<QList<T>> things(Connection &db, const QString &sql, const QVariantList &values, Decode decode)
{
    QList<T> result;
    CHATOPS_TRY(db.rows(sql, values, [&](const SqlRow &row) {
        if (const Result<T> thing = decode(objectOf(row)))
            result.append(*thing);
        return true;
    }));
    db.forgetPages();
    return result;
}

} // namespace

Result<QList<Task>> CacheReader::tasks()
{
    return things<Task>(m_db, u"SELECT json FROM task ORDER BY pk"_s, {}, taskFromJson);
}

Result<QList<Event>> CacheReader::events()
{
    return things<Event>(m_db, u"SELECT json FROM event ORDER BY pk"_s, {}, eventFromJson);
}

// Most rows are of others: what is not wanted is not decoded. The JSON is what CacheWriter::putThing
// wrote, compact; in a text the quotation marks would be escaped.

Result<QList<Task>> CacheReader::tasksOf(PersonId assignee)
{
    return things<Task>(m_db, u"SELECT json FROM task WHERE instr(json, ?) ORDER BY pk"_s,
                        {u"\"assignee\":\"%1\""_s.arg(assignee.toString())}, taskFromJson);
}

Result<QList<Event>> CacheReader::invitationsOf(PersonId person)
{
    return things<Event>(m_db, u"SELECT json FROM event WHERE instr(json, ?) ORDER BY pk"_s,
                         {u"\"person\":\"%1\""_s.arg(person.toString())}, eventFromJson);
}

Result<QHash<PersonId, Person>> CacheReader::people(const QSet<PersonId> &ids)
{
    QHash<PersonId, Person> result;
    for (const PersonId &id : ids) {
        const Result<Person> found = person(id);
        if (!found)
            return std::unexpected(found.error());
        result.insert(id, *found);
    }
    return result;
}

Result<QList<Person>> CacheReader::findPeople(ChannelId channel, const QString &typed, int limit)
{
    QList<Person> result;
    const QString folded = likePrefix(foldText(typed));
    // Any word of the name may match, not only the first.
    const QString sql =
        u"SELECT p.id, p.name, p.handle, p.role, p.active, p.rev FROM person p WHERE p.active = 1"
        " AND (p.folded LIKE ? ESCAPE '\\' OR p.folded LIKE ? ESCAPE '\\' OR p.handle LIKE ? ESCAPE '\\')"
        " AND (? OR EXISTS (SELECT 1 FROM member m WHERE m.channel = ? AND m.person = p.id))"
        " ORDER BY p.folded LIMIT ?"_s;
    CHATOPS_TRY(m_db.rows(sql, {folded, u"% "_s + folded, folded, channel.isNull(), channel.toBytes(), limit},
                          [&result](const SqlRow &row) {
                              result.append(personFrom(row));
                              return true;
                          }));
    return result;
}

StoreFacts CacheReader::protection()
{
    StoreFacts facts;
    facts.cipher = m_db.cipher();
    return facts;
}

Result<StoreFacts> CacheReader::facts()
{
    StoreFacts facts = protection();
    for (const QString &table :
         {u"message"_s, u"task"_s, u"event"_s, u"person"_s, u"channel"_s, u"document"_s}) {
        StoredClass stored{table, 0, 0};
        stored.rows = m_db.value(u"SELECT count(*) FROM "_s + table).value_or(QVariant()).toLongLong();
        if (table == u"message")
            stored.oldest =
                m_db.value(u"SELECT min(pk) FROM message"_s).value_or(QVariant()).toLongLong() >> 12;
        facts.classes.append(stored);
    }
    return facts;
}

Result<PrivacyRows> CacheReader::privacy()
{
    PrivacyRows rows;
    Result<void> wrong;
    const auto take = [&wrong](auto decoded, auto keep) {
        if (decoded)
            keep(*decoded);
        else
            wrong = std::unexpected(decoded.error());
    };
    CHATOPS_TRY(
        m_db.rows(u"SELECT kind, json FROM document WHERE kind <> 'profile'"_s, {}, [&](const SqlRow &row) {
            const QJsonObject json = QJsonDocument::fromJson(row.text(1).toUtf8()).object();
            switch (entityKindFromName(row.text(0)).value_or(EntityKind::Profile)) {
            case EntityKind::Consent:
                take(consentFromJson(json), [&](const ConsentRecord &one) { rows.consents.append(one); });
                break;
            case EntityKind::Request:
                take(requestFromJson(json), [&](const RightsRequest &one) { rows.requests.append(one); });
                break;
            case EntityKind::Notice:
                take(noticeFromJson(json), [&](const Notice &one) { rows.notices.append(one); });
                break;
            case EntityKind::Seen:
                take(noticeSeenFromJson(json),
                     [&](const NoticeSeen &one) { rows.seen.insert(one.notice, one.at); });
                break;
            case EntityKind::Policy:
                take(policyFromJson(json), [&](const PolicyVersion &one) { rows.policies.append(one); });
                break;
            case EntityKind::Rules:
                take(rulesFromJson(json), [&](const WorkspaceRules &one) { rows.rules = one; });
                break;
            case EntityKind::Preference:
                take(preferenceFromJson(json), [&](const SyncedPreference &one) {
                    if (!one.value.isEmpty())
                        rows.preferences.insert(one.name, one.value);
                });
                break;
            default:
                break;
            }
            return wrong.has_value();
        }));
    CHATOPS_TRY(wrong);
    std::sort(rows.consents.begin(), rows.consents.end(),
              [](const ConsentRecord &a, const ConsentRecord &b) { return a.number < b.number; });
    std::sort(rows.requests.begin(), rows.requests.end(),
              [](const RightsRequest &a, const RightsRequest &b) { return a.receivedAt > b.receivedAt; });
    std::sort(rows.notices.begin(), rows.notices.end(),
              [](const Notice &a, const Notice &b) { return a.from > b.from; });
    std::sort(rows.policies.begin(), rows.policies.end(),
              [](const PolicyVersion &a, const PolicyVersion &b) { return a.version < b.version; });
    return rows;
}

Result<Profile> CacheReader::profile(PersonId person)
{
    Profile blank;
    blank.person = person;
    Result<Profile> found = blank;
    CHATOPS_TRY(m_db.rows(u"SELECT json FROM document WHERE kind = 'profile' AND id = ?"_s,
                          {person.toBytes()}, [&found](const SqlRow &row) {
                              found = profileFromJson(QJsonDocument::fromJson(row.text(0).toUtf8()).object());
                              return false;
                          }));
    return found;
}

} // namespace ChatOps
