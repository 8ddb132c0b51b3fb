// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/hub.h"

#include "core/entityjson.h"
#include "core/log.h"
#include "server/hub/dialect.h"
#include "server/hub/files.h"
#include "server/hub/privacydesk.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

const QString logColumns = u"rev, scope, entity, id, verb, data, author, operation"_s;

namespace {

constexpr qint64 trimEvery = 10 * 60 * 1000;

} // namespace

Change changeFromRow(const SqlRow &row)
{
    Change change;
    change.rev = row.integer(0);
    change.scope = Scope::fromString(row.text(1)).value_or(Scope());
    change.entity = entityKindFromName(row.text(2)).value_or(EntityKind::Message);
    change.id = QUuid::fromRfc4122(row.bytes(3));
    change.verb = row.text(4) == u"put" ? Change::Verb::Put : Change::Verb::Delete;
    change.data = QJsonDocument::fromJson(row.text(5).toUtf8()).object();
    change.by = row.id<PersonId>(6);
    change.operation = row.id<OperationId>(7);
    return change;
}

Hub::Hub(DataFolder folder, std::unique_ptr<Connection> db, const Clock &clock)
    : m_folder(std::move(folder))
    , m_db(std::move(db))
    , m_clock(clock)
    , m_limiter(clock)
    , m_epoch(Workspace::epoch(*m_db).value_or(QString()))
    , m_dataVersion(m_db->value(dataVersionStatement()).value_or(QVariant()).toLongLong())
    , m_lastTrim(clock.monotonic())
{
}

Hub::~Hub() = default;

Result<void> Hub::prepare()
{
    const Result<QList<Workspace::Summary>> all = Workspace::all(*m_db);
    if (!all)
        return std::unexpected(all.error());
    for (const Workspace::Summary &one : *all) {
        Transaction transaction(*m_db);
        CHATOPS_TRY(transaction.begun());
        Workspace workspace(*m_db, one.id, m_clock);
        CHATOPS_TRY(PrivacyDesk(workspace).ensureDefaults());
        CHATOPS_TRY(transaction.commit());
    }
    return {};
}

Result<void> Hub::refresh(WorkspaceId workspace, Recent &recent, qint64 rev)
{
    if (recent.last == 0)
        recent.first = recent.last = std::max<qint64>(0, rev - recentChanges);
    CHATOPS_TRY(m_db->rows(
        u"SELECT %1 FROM log WHERE workspace = ? AND rev > ? AND rev <= ? ORDER BY rev"_s.arg(logColumns),
        {workspace.toBytes(), recent.last, rev}, [&recent](const SqlRow &row) {
            recent.changes.push_back(std::make_shared<const Change>(changeFromRow(row)));
            return true;
        }));
    recent.last = rev;
    while (qsizetype(recent.changes.size()) > recentChanges) {
        recent.first = recent.changes.front()->rev;
        recent.changes.pop_front();
    }
    return {};
}

Result<Hub::LogSlice> Hub::readLog(WorkspaceId workspace, qint64 from, int limit)
{
    const Result<Workspace::Summary> now = Workspace(*m_db, workspace, m_clock).summary();
    if (!now)
        return std::unexpected(now.error());
    if (from < now->floor)
        return failure(ErrorCode::Conflict, u"older than the log"_s);
    LogSlice slice;
    slice.to = now->rev;
    Recent &recent = m_recent[workspace];
    if (recent.last < now->rev)
        CHATOPS_TRY(refresh(workspace, recent, now->rev));
    const auto full = [&] { return slice.changes.size() >= limit; };
    if (from >= recent.first) {
        auto it = std::upper_bound(recent.changes.begin(), recent.changes.end(), from,
                                   [](qint64 rev, const auto &change) { return rev < change->rev; });
        for (; it != recent.changes.end() && !full(); ++it)
            slice.changes.append(*it);
    } else {
        CHATOPS_TRY(m_db->rows(
            u"SELECT %1 FROM log WHERE workspace = ? AND rev > ? ORDER BY rev LIMIT ?"_s.arg(logColumns),
            {workspace.toBytes(), from, limit}, [&slice](const SqlRow &row) {
                slice.changes.append(std::make_shared<const Change>(changeFromRow(row)));
                return true;
            }));
    }
    if (full())
        slice.to = slice.changes.last()->rev;
    return slice;
}

void Hub::published(WorkspaceId workspace)
{
    const QList<Session *> sessions = m_sessions;
    for (Session *session : sessions) {
        if (m_sessions.contains(session) && session->isLive() && session->workspace() == workspace)
            session->pump();
    }
}

void Hub::closeSession(const QUuid &session, const Frame::Problem &problem)
{
    const QList<Session *> sessions = m_sessions;
    for (Session *open : sessions) {
        if (open->isLive() && open->row() == session)
            open->finish(problem);
    }
}

void Hub::tick()
{
    const qint64 now = m_clock.monotonic();
    const qint64 version = m_db->value(dataVersionStatement()).value_or(QVariant()).toLongLong();
    const bool changedElsewhere = version != m_dataVersion;
    m_dataVersion = version;
    const QList<Session *> sessions = m_sessions;
    for (Session *session : sessions) {
        if (!m_sessions.contains(session))
            continue;
        if (changedElsewhere && session->isLive()) {
            // An administration command ran: sessions may be over, the log may have grown.
            if (!accounts().isLive(session->row()).value_or(true)) {
                session->finish({u"signed_out"_s, u"The session has ended."_s, 0, true});
                continue;
            }
            session->pump();
        }
        session->tick(now);
    }
    if (now - m_lastTrim > trimEvery) {
        m_lastTrim = now;
        for (const Workspace::Summary &workspace :
             Workspace::all(*m_db).value_or(QList<Workspace::Summary>())) {
            Transaction transaction(*m_db);
            const Result<int> trimmed = Workspace(*m_db, workspace.id, m_clock).trimLog(logKept);
            Workspace place(*m_db, workspace.id, m_clock);
            const Result<int> expired = PrivacyDesk(place).applyRetention();
            if (!transaction.begun() || !trimmed || !expired || !transaction.commit())
                qCWarning(lcServer, "what is over cannot be removed");
            else if (*expired > 0)
                forgetRecent(workspace.id);
        }
        if (!removeUnattachedFiles(*m_db, m_clock.now()))
            qCWarning(lcServer, "files nobody attached cannot be removed");
    }
}

void Hub::stop(qint64 delay)
{
    const QList<Session *> sessions = m_sessions;
    for (Session *session : sessions)
        session->bye(delay);
}

} // namespace ChatOps::Server
