// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cachewriter.h"
#include "store/driver/hotstatement.h"

#include "core/entityjson.h"
#include "core/planted.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QScopeGuard>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int expiredAtOnce = 500; ///< Messages in one transaction.
/// Changes that touch more pages than usually stay in memory: a thousand messages in hundreds of channels
/// touch 4 MB. In less, pages are encrypted, written and read back several times before the commit.
constexpr int manyChanges = 200;
constexpr int usualPages = 2'000; ///< Kilobytes.
constexpr int roomyPages = 6'000;
/// Of `mentions()`: changes with what counts as one, so that stores are marked anew.
const QString mentionRule = u"2 "_s;

/// The first key of messages of an instant: keys grow with the time, 4096 to a millisecond.
constexpr qint64 firstKeyOf(Millis at)
{
    return at << 12;
}
constexpr Millis instantOfKey(qint64 key)
{
    return key >> 12;
}

} // namespace

CacheWriter::CacheWriter(Connection &connection)
    : m_db(connection)
{
}

template <typename Work>
Result<ChangeSet> CacheWriter::transact(Work work)
{
    if (m_inSnapshot)
        return failure(ErrorCode::Offline,
                       QCoreApplication::translate("ChatOps", "The workspace is being loaded."));
    ChangeSet touched;
    auto forget = qScopeGuard([this] { forgetChannels(); });
    Transaction transaction(m_db);
    CHATOPS_TRY(transaction.begun());
    CHATOPS_TRY(work(touched));
    CHATOPS_TRY(writeNewest(touched));
    CHATOPS_TRY(transaction.commit());
    forget.dismiss();
    touched.cursor = m_cursor;
    return touched;
}

void CacheWriter::forgetChannels()
{
    m_holes.clear();
    m_newest.clear();
    m_newestToWrite.clear();
}

Result<void> CacheWriter::writeNewest(ChangeSet &touched)
{
    for (const ChannelId &channel : std::as_const(m_newestToWrite)) {
        const Newest &newest = m_newest[channel];
        const Result<int> written =
            m_db.hot("UPDATE channel SET last_seq = ?, last_at = ? WHERE id = ? AND last_seq < ?")
                .integer(newest.seq)
                .integer(newest.at)
                .id(channel)
                .integer(newest.seq)
                .run();
        if (!written)
            return std::unexpected(written.error());
        touched.channels |= *written > 0;
    }
    m_newestToWrite.clear();
    return {};
}

Result<void> CacheWriter::load()
{
    forgetChannels();
    const auto meta = [this](const QString &name) {
        return m_db.value(u"SELECT value FROM meta WHERE name = ?"_s, {name});
    };
    const Result<QVariant> epoch = meta(u"epoch"_s);
    if (!epoch)
        return std::unexpected(epoch.error());
    m_cursor = {epoch->toString(), meta(u"rev"_s).value_or(QVariant()).toLongLong()};
    m_self = PersonId::fromBytes(meta(u"self"_s).value_or(QVariant()).toByteArray());
    readSelfHandle();
    m_held.clear();
    // On a full disk the marks stay as they are until another start; reading goes on.
    if (const Result<void> kept = keepMentions(); !kept && kept.error().code != ErrorCode::Storage)
        return kept;
    // Only where the library knows it (SQLite 3.42): deleted words leave the index at once.
    for (const QString &index : {u"message_index"_s, u"thing_index"_s}) {
        if (!m_db.run(u"INSERT INTO %1 (%1, rank) VALUES ('secure-delete', 1)"_s.arg(index)))
            break;
    }
    return m_db.rows(u"SELECT channel, mid FROM scope"_s, {}, [this](const SqlRow &row) {
        m_held.insert(row.id<ChannelId>(0), row.integer(1));
        return true;
    });
}

void CacheWriter::readSelfHandle()
{
    m_selfHandle = m_db.value(u"SELECT handle FROM person WHERE id = ?"_s, {m_self.toBytes()})
                       .value_or(QVariant())
                       .toString();
}

Result<void> CacheWriter::keepMentions()
{
    if (m_self.isNull())
        return {};
    const QString now = mentionRule + m_selfHandle;
    const Result<QVariant> last = m_db.value(u"SELECT value FROM meta WHERE name = 'mention_rule'"_s);
    if (!last)
        return std::unexpected(last.error());
    if (last->toString() == now)
        return {};
    // Only what counts: nobody is told of mentions in what has been read.
    QList<std::pair<qint64, bool>> wrong;
    CHATOPS_TRY(m_db.rows(
        u"SELECT m.pk, m.mention, m.author, m.text FROM scope s LEFT JOIN read_marker r ON r.channel = s.channel"
        " JOIN message m ON m.channel = s.channel AND m.seq > coalesce(r.seq, 0)"_s,
        {}, [&](const SqlRow &row) {
            Message message;
            message.author = row.id<PersonId>(2);
            message.text = row.text(3);
            const bool mentioned = mentionsSelf(message);
            if (mentioned != row.flag(1))
                wrong.append({row.integer(0), mentioned});
            return true;
        }));
    for (const auto &[pk, mentioned] : std::as_const(wrong))
        CHATOPS_TRY(m_db.run(u"UPDATE message SET mention = ? WHERE pk = ?"_s, {mentioned, pk}));
    return setMeta(u"mention_rule"_s, now);
}

Result<void> CacheWriter::setMeta(const QString &name, const QVariant &value)
{
    CHATOPS_TRY(m_db.run(u"INSERT INTO meta (name, value) VALUES (?, ?)"
                         " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                         {name, value}));
    return {};
}

Error CacheWriter::misplaced(const char *what)
{
    return {ErrorCode::Protocol,
            QCoreApplication::translate("ChatOps", "The server sent something that does not belong here."),
            QString::fromLatin1(what)};
}

Result<ChangeSet> CacheWriter::apply(const QList<Delta> &deltas)
{
    qint64 reached = m_cursor.rev;
    qsizetype count = 0;
    for (const Delta &delta : deltas) {
        count += delta.changes.size();
        if ((delta.from != reached && !CHATOPS_PLANTED(ApplyWithoutFrom)) || m_cursor.isNull())
            return failure(ErrorCode::Conflict,
                           QCoreApplication::translate("ChatOps", "Changes arrived out of order."),
                           u"from %1, cursor %2"_s.arg(delta.from).arg(reached));
        reached = delta.to;
    }
    if (count >= manyChanges)
        m_db.keepPages(roomyPages);
    const auto give = qScopeGuard([this, count] {
        if (count >= manyChanges)
            m_db.keepPages(usualPages);
    });
    if (CHATOPS_PLANTED(CursorOutsideTransaction) && reached != m_cursor.rev)
        CHATOPS_TRY(setMeta(u"rev"_s, reached));
    Result<ChangeSet> touched = transact([&](ChangeSet &changes) -> Result<void> {
        for (const Delta &delta : deltas) {
            // Rows of a channel being joined come at the cursor, before the membership itself.
            const bool backfill = delta.from == delta.to;
            for (const Change &change : delta.changes)
                CHATOPS_TRY(applyChange(change, backfill, changes));
        }
        return reached == m_cursor.rev ? Result<void>() : setMeta(u"rev"_s, reached);
    });
    if (touched) {
        m_cursor.rev = reached;
        touched->cursor = m_cursor;
    }
    return touched;
}

Result<ChangeSet> CacheWriter::addScope(ChannelId channel, qint64 mid)
{
    Result<ChangeSet> touched = transact([&](ChangeSet &changes) -> Result<void> {
        changes.channels = true;
        CHATOPS_TRY(m_db.run(u"INSERT INTO scope (channel, mid) VALUES (?, ?)"
                             " ON CONFLICT (channel) DO UPDATE SET mid = excluded.mid"_s,
                             {channel.toBytes(), mid}));
        return {};
    });
    if (touched)
        m_held.insert(channel, mid);
    return touched;
}

Result<bool> CacheWriter::isListed(ChannelId channel)
{
    // Public channels stay in the list of those that can be joined, which guests do not have.
    const Result<QVariant> listed = m_db.value(
        u"SELECT 1 FROM channel c, person p WHERE c.id = ? AND c.kind = ? AND p.id = ? AND p.role <> ?"_s,
        {channel.toBytes(), QString(nameOf(ChannelKind::Public)), m_self.toBytes(),
         QString(nameOf(Role::Guest))});
    if (!listed)
        return std::unexpected(listed.error());
    return listed->isValid();
}

Result<ChangeSet> CacheWriter::dropRemains()
{
    QList<ChannelId> remains;
    // What a join brings comes with its channel and members first.
    CHATOPS_TRY(
        m_db.rows(u"SELECT id FROM channel c WHERE id NOT IN (SELECT channel FROM scope) AND (kind <> ?"
                  " OR EXISTS (SELECT 1 FROM member m WHERE m.channel = c.id)"
                  " OR EXISTS (SELECT 1 FROM person p WHERE p.id = ? AND p.role = ?))"_s,
                  {QString(nameOf(ChannelKind::Public)), m_self.toBytes(), QString(nameOf(Role::Guest))},
                  [&remains](const SqlRow &row) {
                      remains.append(row.id<ChannelId>(0));
                      return true;
                  }));
    if (remains.isEmpty() || m_inSnapshot)
        return ChangeSet{};
    return transact([&](ChangeSet &changes) -> Result<void> {
        for (const ChannelId &channel : std::as_const(remains)) {
            const Result<bool> listed = isListed(channel);
            if (!listed)
                return std::unexpected(listed.error());
            CHATOPS_TRY(removeChannelRows(channel, !*listed, changes));
        }
        return {};
    });
}

Result<ChangeSet> CacheWriter::dropScope(ChannelId channel)
{
    Result<ChangeSet> touched = transact([&](ChangeSet &changes) -> Result<void> {
        CHATOPS_TRY(m_db.run(u"DELETE FROM scope WHERE channel = ?"_s, {channel.toBytes()}));
        const Result<bool> listed = isListed(channel);
        if (!listed)
            return std::unexpected(listed.error());
        return removeChannelRows(channel, !*listed, changes);
    });
    if (touched)
        m_held.remove(channel);
    return touched;
}

Result<ChangeSet> CacheWriter::addGap(ChannelId channel, qint64 first, qint64 last)
{
    return transact([&](ChangeSet &changes) -> Result<void> {
        changes.messages[channel];
        if (CHATOPS_PLANTED(LoseGap))
            return {};
        return mergeHole(channel, first, last);
    });
}

Result<const QList<CacheWriter::Range> *> CacheWriter::holesOf(ChannelId channel)
{
    auto found = m_holes.find(channel);
    if (found == m_holes.end()) {
        QList<Range> all;
        CHATOPS_TRY(m_db.rows(u"SELECT first, last FROM hole WHERE channel = ? ORDER BY first"_s,
                              {channel.toBytes()}, [&all](const SqlRow &row) {
                                  all.append({row.integer(0), row.integer(1)});
                                  return true;
                              }));
        found = m_holes.insert(channel, all);
    }
    return &*found;
}

Result<void> CacheWriter::mergeHole(ChannelId channel, qint64 first, qint64 last)
{
    m_holes.remove(channel);
    // Merge with holes that touch, so that holes never overlap.
    qint64 from = first;
    qint64 to = last;
    CHATOPS_TRY(m_db.rows(u"SELECT first, last FROM hole WHERE channel = ? AND first <= ? AND last >= ?"_s,
                          {channel.toBytes(), last + 1, first - 1}, [&](const SqlRow &row) {
                              from = std::min(from, row.integer(0));
                              to = std::max(to, row.integer(1));
                              return true;
                          }));
    CHATOPS_TRY(m_db.run(u"DELETE FROM hole WHERE channel = ? AND first >= ? AND last <= ?"_s,
                         {channel.toBytes(), from, to}));
    CHATOPS_TRY(m_db.run(u"INSERT INTO hole (channel, first, last) VALUES (?, ?, ?)"_s,
                         {channel.toBytes(), from, to}));
    return {};
}

Result<ChangeSet> CacheWriter::expireMessages(Millis before)
{
    struct Row {
        qint64 pk;
        ChannelId channel;
        qint64 seq;
        QString text;
    };
    QList<Row> over;
    CHATOPS_TRY(m_db.rows(
        u"SELECT pk, channel, seq, text FROM message WHERE pk < ? AND deleted = 0 ORDER BY pk LIMIT ?"_s,
        {firstKeyOf(before + 1), expiredAtOnce}, [&over](const SqlRow &row) {
            over.append({row.integer(0), row.id<ChannelId>(1), row.integer(2), row.text(3)});
            return true;
        }));
    if (over.isEmpty())
        return ChangeSet();
    return transact([&](ChangeSet &changes) -> Result<void> {
        for (const Row &row : std::as_const(over)) {
            changes.messages[row.channel];
            CHATOPS_TRY(
                m_db.run(u"INSERT INTO message_index (message_index, rowid, text) VALUES ('delete', ?, ?)"_s,
                         {row.pk, indexText(row.text)}));
            CHATOPS_TRY(m_db.run(u"DELETE FROM message WHERE pk = ?"_s, {row.pk}));
            CHATOPS_TRY(mergeHole(row.channel, row.seq, row.seq));
        }
        return {};
    });
}

Result<Millis> CacheWriter::oldestMessage()
{
    const Result<QVariant> first = m_db.value(u"SELECT min(pk) FROM message WHERE deleted = 0"_s);
    if (!first)
        return std::unexpected(first.error());
    return first->isNull() ? Millis(0) : instantOfKey(first->toLongLong());
}

Result<void> CacheWriter::fillHole(ChannelId channel, qint64 first, qint64 last)
{
    const Result<const QList<Range> *> holes = holesOf(channel);
    if (!holes)
        return std::unexpected(holes.error());
    QList<Range> cut;
    for (const Range &hole : **holes) {
        if (hole.first <= last && hole.last >= first)
            cut.append(hole);
    }
    if (cut.isEmpty())
        return {};
    m_holes.remove(channel);
    for (const Range &hole : std::as_const(cut)) {
        CHATOPS_TRY(
            m_db.run(u"DELETE FROM hole WHERE channel = ? AND first = ?"_s, {channel.toBytes(), hole.first}));
        for (const Range &left : {Range{hole.first, first - 1}, Range{last + 1, hole.last}}) {
            if (left.first <= left.last)
                CHATOPS_TRY(m_db.run(u"INSERT INTO hole (channel, first, last) VALUES (?, ?, ?)"_s,
                                     {channel.toBytes(), left.first, left.last}));
        }
    }
    return {};
}

Result<ChangeSet> CacheWriter::applyHistory(const HistoryPage &page)
{
    if (!m_held.contains(page.channel))
        return failure(ErrorCode::Forbidden,
                       QCoreApplication::translate("ChatOps", "You are no longer in this channel."));
    if (page.rev < m_passedOver.value(page.channel))
        return failure(ErrorCode::Conflict,
                       QCoreApplication::translate("ChatOps", "These messages have changed meanwhile."));
    return transact([&](ChangeSet &changes) -> Result<void> {
        for (const Message &message : page.messages)
            CHATOPS_TRY(put(message, changes));
        changes.messages[page.channel];
        return page.first ? fillHole(page.channel, page.first, page.last) : Result<void>();
    });
}

Result<void> CacheWriter::beginSnapshot(PersonId self)
{
    if (m_inSnapshot)
        abandonSnapshot();
    CHATOPS_TRY(m_db.begin());
    m_db.keepPages(roomyPages);
    forgetChannels();
    m_inSnapshot = true;
    m_heldBeforeSnapshot = std::exchange(m_held, {});
    m_self = self;
    for (const QString &table : {u"person"_s, u"channel"_s, u"scope"_s, u"member"_s, u"read_marker"_s,
                                 u"message"_s, u"hole"_s, u"task"_s, u"event"_s, u"document"_s}) {
        CHATOPS_TRY(m_db.run(u"DELETE FROM "_s + table));
    }
    for (const QString &index : {u"message_index"_s, u"thing_index"_s})
        CHATOPS_TRY(m_db.run(u"INSERT INTO %1 (%1) VALUES ('delete-all')"_s.arg(index)));
    return setMeta(u"self"_s, self.toBytes());
}

Result<void> CacheWriter::snapshotLines(const QList<QByteArray> &lines)
{
    if (!m_inSnapshot)
        return failure(ErrorCode::Internal, {}, u"no snapshot begun"_s);
    ChangeSet touched;
    for (const QByteArray &line : lines) {
        const Result<QJsonObject> json = parseJson(line, {MaxFrameDown, 16});
        if (!json)
            return std::unexpected(json.error());
        CHATOPS_TRY(snapshotLine(*json, touched));
    }
    return {};
}

Result<void> CacheWriter::snapshotLine(const QJsonObject &line, ChangeSet &touched)
{
    JsonReader reader(line);
    const QString type = reader.text("t"_L1, 16);
    if (type == "scope"_L1) {
        const auto channel = reader.id<ChannelId>("channel"_L1);
        const qint64 mid = reader.integer("mid"_L1);
        if (!reader.ok())
            return std::unexpected(reader.error());
        m_held.insert(channel, mid);
        CHATOPS_TRY(m_db.run(u"INSERT INTO scope (channel, mid) VALUES (?, ?)"_s, {channel.toBytes(), mid}));
        return {};
    }
    if (type == "hole"_L1) {
        const auto channel = reader.id<ChannelId>("channel"_L1);
        const qint64 first = reader.integer("first"_L1, 1);
        const qint64 last = reader.integer("last"_L1, first);
        if (!reader.ok())
            return std::unexpected(reader.error());
        m_holes.remove(channel);
        CHATOPS_TRY(m_db.run(u"INSERT INTO hole (channel, first, last) VALUES (?, ?, ?)"_s,
                             {channel.toBytes(), first, last}));
        return {};
    }
    const std::optional<EntityKind> kind = entityKindFromName(type);
    if (!kind)
        return {}; // A newer server's line; rows of a kind this version cannot show.
    Change change;
    change.entity = *kind;
    change.data = reader.object("data"_L1);
    change.id = QUuid::fromString(change.data.value("id"_L1).toString());
    return applyChange(change, true, touched);
}

Result<ChangeSet> CacheWriter::finishSnapshot(const Cursor &cursor)
{
    if (!m_inSnapshot)
        return failure(ErrorCode::Internal, {}, u"no snapshot begun"_s);
    ChangeSet touched;
    CHATOPS_TRY(writeNewest(touched));
    CHATOPS_TRY(keepMentions());
    CHATOPS_TRY(setMeta(u"epoch"_s, cursor.epoch));
    CHATOPS_TRY(setMeta(u"rev"_s, cursor.rev));
    CHATOPS_TRY(m_db.commit());
    m_db.keepPages(usualPages);
    m_inSnapshot = false;
    m_cursor = cursor;
    const Memberships before = std::exchange(m_heldBeforeSnapshot, {});
    // The log of a large load would otherwise stay on disk at its full size.
    (void)m_db.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    touched.reset = true;
    touched.cursor = cursor;
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!m_held.contains(it.key()))
            touched.dropped.insert(it.key());
    }
    return touched;
}

void CacheWriter::abandonSnapshot()
{
    if (!m_inSnapshot)
        return;
    m_db.rollback();
    m_db.keepPages(usualPages);
    forgetChannels();
    m_inSnapshot = false;
    m_held = std::exchange(m_heldBeforeSnapshot, {});
    m_self = PersonId::fromBytes(
        m_db.value(u"SELECT value FROM meta WHERE name = 'self'"_s).value_or(QVariant()).toByteArray());
    readSelfHandle();
}

} // namespace ChatOps
