// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/text.h"
#include "store/cachereader.h"
#include "store/cachewriter.h"
#include "store/messagesearch.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int thingsOfKind = 15; ///< More of one kind hide the messages.
constexpr int shortestBeginning = 2; ///< Of words of messages; the index has lists of such.
constexpr int thingsWithin = 200; ///< Looked through for those of one channel.

} // namespace

Result<QList<SearchHit>> CacheReader::search(const QString &typed, ChannelId within, int limit)
{
    QList<SearchHit> hits;
    const QString match = matchExpression(searchWords(typed));
    if (match.isEmpty())
        return hits;
    CHATOPS_TRY(searchThings(typed, match, within, limit, hits));
    // Among messages a single letter is the beginning of nearly everything.
    const Result<QList<SearchHit>> messages =
        MessageSearch(m_db, searchWords(typed, shortestBeginning), within, limit).hits();
    if (!messages)
        return messages;
    return hits + *messages;
}

Result<void> CacheReader::namesBeginning(IndexedThing kind, const QString &typed, int limit,
                                         QList<qint64> &rows)
{
    // In the order of the names, so that a name that is just this comes first.
    const QString prefix = foldText(typed.trimmed());
    const auto take = [&](const SqlRow &row) {
        rows.append(row.integer(0) * IndexedThingFactor + int(kind));
        return true;
    };
    if (kind == IndexedThing::Channel)
        return m_db.rows(u"SELECT pk FROM channel WHERE substr(name, 1, ?) = ? COLLATE NOCASE"
                         " ORDER BY name COLLATE NOCASE LIMIT ?"_s,
                         {prefix.size(), prefix, limit}, take);
    if (kind == IndexedThing::Person)
        return m_db.rows(u"SELECT pk FROM person WHERE folded >= ? AND folded < ? ORDER BY folded LIMIT ?"_s,
                         {prefix, prefix + QChar(0xffff), limit}, take);
    return {};
}

Result<void> CacheReader::searchThings(const QString &typed, const QString &match, ChannelId within,
                                       int limit, QList<SearchHit> &hits)
{
    // Channels and people first: they are what a switcher is asked for most. Those whose name
    // begins so, then the newest of each kind, not the best of all: to rank them FTS5 reads a
    // row for every match, and a letter or two match thousands of names.
    const bool everywhere = within.isNull();
    const int most = everywhere ? std::min(limit, thingsOfKind) : thingsWithin;
    for (const IndexedThing kind :
         {IndexedThing::Channel, IndexedThing::Person, IndexedThing::Event, IndexedThing::Task}) {
        QList<qint64> found;
        if (everywhere)
            CHATOPS_TRY(namesBeginning(kind, typed, most, found));
        else if (kind == IndexedThing::Person || kind == IndexedThing::Channel)
            continue; // They are in no channel.
        CHATOPS_TRY(m_db.rows(
            u"SELECT rowid FROM thing_index WHERE thing_index MATCH ? AND rowid % ? = ? ORDER BY rowid DESC LIMIT ?"_s,
            {match, IndexedThingFactor, int(kind), most}, [&](const SqlRow &row) {
                if (found.size() < 2 * most && !found.contains(row.integer(0)))
                    found.append(row.integer(0));
                return true;
            }));
        for (const qint64 row : std::as_const(found)) {
            const Result<std::optional<SearchHit>> hit = thingHit(row);
            if (!hit)
                return std::unexpected(hit.error());
            if (*hit && (everywhere || (*hit)->channel == within))
                hits.append(**hit);
        }
    }
    return {};
}

Result<std::optional<SearchHit>> CacheReader::thingHit(qint64 indexRow)
{
    std::optional<SearchHit> hit;
    const qint64 pk = indexRow / IndexedThingFactor;
    const auto fromJson = [&](EntityKind kind) {
        return m_db.rows(
            u"SELECT t.id, t.channel, t.title, t.body, c.name FROM %1 t"
            " LEFT JOIN channel c ON c.id = t.channel WHERE t.pk = ?"_s.arg(QString(nameOf(kind))),
            {pk}, [&](const SqlRow &row) {
                hit = SearchHit{kind,        QUuid::fromRfc4122(row.bytes(0)), row.id<ChannelId>(1), 0,
                                row.text(2), row.text(3).simplified(),         row.text(4),          0,
                                {}};
                return false;
            });
    };
    Result<void> read;
    switch (IndexedThing(indexRow % IndexedThingFactor)) {
    case IndexedThing::Task:
        read = fromJson(EntityKind::Task);
        break;
    case IndexedThing::Event:
        read = fromJson(EntityKind::Event);
        break;
    case IndexedThing::Person:
        read = m_db.rows(u"SELECT id, name, handle FROM person WHERE pk = ?"_s, {pk}, [&](const SqlRow &row) {
            hit = SearchHit{EntityKind::Person,
                            QUuid::fromRfc4122(row.bytes(0)),
                            {},
                            0,
                            row.text(1),
                            u'@' + row.text(2),
                            {},
                            0,
                            {}};
            return false;
        });
        break;
    case IndexedThing::Channel:
        read = m_db.rows(
            u"SELECT id, name, topic, last_at FROM channel WHERE pk = ?"_s, {pk}, [&](const SqlRow &row) {
                const auto id = row.id<ChannelId>(0);
                hit = SearchHit{EntityKind::Channel, id.uuid(), id, 0, row.text(1), row.text(2), {},
                                row.integer(3),      {}};
                return false;
            });
        break;
    }
    if (!read)
        return std::unexpected(read.error());
    return hit;
}

} // namespace ChatOps
