// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/workspace.h"

#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "core/planted.h"
#include "store/driver/hotstatement.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

qint64 LogEntry::messageSeq() const
{
    if (!m_seq) {
        const QJsonObject data = change.entity == EntityKind::Message
            ? QJsonDocument::fromJson(json).object().value("data"_L1).toObject()
            : QJsonObject();
        m_seq = data.value("seq"_L1).toInteger();
    }
    return *m_seq;
}

Result<QList<Workspace::Summary>> Workspace::all(Connection &db)
{
    QList<Summary> result;
    CHATOPS_TRY(db.rows(
        u"SELECT id, name, rev, floor FROM workspace ORDER BY name"_s, {}, [&result](const SqlRow &row) {
            result.append({row.id<WorkspaceId>(0), row.text(1), row.integer(2), row.integer(3)});
            return true;
        }));
    return result;
}

Result<WorkspaceId> Workspace::create(Connection &db, const QString &name)
{
    const auto id = WorkspaceId::create();
    CHATOPS_TRY(
        db.run(u"INSERT INTO workspace (id, name, rev, floor) VALUES (?, ?, 1, 0)"_s, {id.toBytes(), name}));
    return id;
}

Result<Workspace::Summary> Workspace::summary()
{
    Summary found;
    CHATOPS_TRY(m_db.rows(u"SELECT id, name, rev, floor FROM workspace WHERE id = ?"_s, {m_id.toBytes()},
                          [&found](const SqlRow &row) {
                              found = {row.id<WorkspaceId>(0), row.text(1), row.integer(2), row.integer(3)};
                              return false;
                          }));
    if (found.id.isNull())
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("Server", "There is no such workspace."));
    if (m_written)
        found.rev = std::max(found.rev, m_written->rev);
    return found;
}

Result<QString> Workspace::epoch(Connection &db)
{
    const Result<QVariant> value = db.value(u"SELECT value FROM meta WHERE name = 'epoch'"_s);
    if (!value)
        return std::unexpected(value.error());
    return value->toString();
}

#ifdef CHATOPS_PLANTED_BUGS
namespace {

/// As a database sequence with a cache of 8 would give numbers to each connection.
Result<qint64> plantedSequence(Connection &db, WorkspaceId workspace)
{
    struct Block {
        qint64 next = 0;
        qint64 end = 0;
    };
    static QHash<const Connection *, Block> blocks;
    static int run = 0;
    static qint64 sequence = 0;
    if (std::exchange(run, plantedRun) != plantedRun) {
        blocks.clear();
        sequence = 0;
    }
    const Result<QVariant> rev = db.value(u"SELECT rev FROM workspace WHERE id = ?"_s, {workspace.toBytes()});
    if (!rev)
        return std::unexpected(rev.error());
    Block &block = blocks[&db];
    if (block.next >= block.end) {
        block.next = sequence = std::max(sequence, rev->toLongLong());
        block.end = sequence += 8;
    }
    ++block.next;
    CHATOPS_TRY(
        db.run(u"UPDATE workspace SET rev = max(rev, ?) WHERE id = ?"_s, {block.next, workspace.toBytes()}));
    return block.next;
}

} // namespace
#endif

Result<qint64> Workspace::nextRev()
{
#ifdef CHATOPS_PLANTED_BUGS
    if (CHATOPS_PLANTED(SequenceRevision))
        return plantedSequence(m_db, m_id);
#endif
    if (m_written && m_written->rev)
        return ++m_written->rev;
    qint64 rev = 0;
    CHATOPS_TRY(m_db.hot("UPDATE workspace SET rev = rev + 1 WHERE id = ? RETURNING rev")
                    .id(m_id)
                    .first([&rev](const HotStatement &row) { rev = row.integerAt(0); }));
    if (m_written)
        m_written->rev = rev;
    return rev;
}

Result<void> Workspace::keepRev(Connection &db, WorkspaceId id, const Written &written)
{
    if (written.rev)
        CHATOPS_TRY(db.run(u"UPDATE workspace SET rev = ? WHERE id = ?"_s, {written.rev, id.toBytes()}));
    return {};
}

Result<void> Workspace::log(const Change &change, const QByteArray &data)
{
    const QLatin1StringView entity = nameOf(change.entity);
    const QString scope = change.scope.toString();
    CHATOPS_TRY(m_db.hot("INSERT INTO log (workspace, rev, scope, entity, id, verb, data, author, operation)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .id(m_id)
                    .integer(change.rev)
                    .text(scope)
                    .utf8(entity)
                    .uuid(change.id)
                    .utf8(change.verb == Change::Verb::Put ? "put" : "delete")
                    .utf8(data)
                    .idOrNull(change.by)
                    .idOrNull(change.operation)
                    .run());
    if (m_written)
        m_written->entries.append(std::make_shared<const LogEntry>(change, encodeChange(change, data)));
    return {};
}

Result<void> Workspace::rewriteLog(QLatin1StringView entity, const QUuid &id, const QJsonObject &now)
{
    if (m_written)
        m_written->rewritten = true;
    CHATOPS_TRY(m_db.run(
        u"UPDATE log SET data = ? WHERE workspace = ? AND entity = ? AND id = ? AND verb = 'put' AND rev <> ?"_s,
        {QString::fromUtf8(toJson(now)), m_id.toBytes(), QString(entity), id.toRfc4122(),
         now.value("rev"_L1).toInteger()}));
    return {};
}

Result<void> Workspace::dropFromLog(QLatin1StringView entity, const QUuid &id)
{
    if (m_written)
        m_written->rewritten = true;
    CHATOPS_TRY(m_db.run(
        u"UPDATE log SET verb = 'delete', data = '{}' WHERE workspace = ? AND entity = ? AND id = ?"_s,
        {m_id.toBytes(), QString(entity), id.toRfc4122()}));
    return {};
}

Result<void> Workspace::raiseFloor()
{
    const Result<qint64> rev = nextRev();
    if (!rev)
        return std::unexpected(rev.error());
    CHATOPS_TRY(m_db.run(u"UPDATE workspace SET floor = ? WHERE id = ?"_s, {*rev, m_id.toBytes()}));
    CHATOPS_TRY(m_db.run(u"DELETE FROM log WHERE workspace = ? AND rev <= ?"_s, {m_id.toBytes(), *rev}));
    return {};
}

Result<int> Workspace::trimLog(qint64 keep)
{
    const Result<Summary> now = summary();
    if (!now)
        return std::unexpected(now.error());
    const qint64 floor = now->rev - keep;
    if (floor <= now->floor)
        return 0;
    CHATOPS_TRY(m_db.run(u"UPDATE workspace SET floor = ? WHERE id = ?"_s, {floor, m_id.toBytes()}));
    return m_db.run(u"DELETE FROM log WHERE workspace = ? AND rev <= ?"_s, {m_id.toBytes(), floor});
}

Maybe<Person> Workspace::personByHandle(const QString &handle)
{
    std::optional<Person> found;
    CHATOPS_TRY(m_db.rows(u"SELECT %1 FROM person WHERE workspace = ? AND handle = ?"_s.arg(personColumns),
                          {m_id.toBytes(), handle}, [&found](const SqlRow &row) {
                              found = personFromRow(row);
                              return false;
                          }));
    return found;
}

Maybe<Channel> Workspace::channelByName(const QString &name)
{
    std::optional<Channel> found;
    CHATOPS_TRY(m_db.rows(
        u"SELECT %1 FROM channel WHERE workspace = ? AND name = ? AND kind <> 'direct'"_s.arg(channelColumns),
        {m_id.toBytes(), name}, [&found](const SqlRow &row) {
            found = channelFromRow(row);
            return false;
        }));
    return found;
}

} // namespace ChatOps::Server
