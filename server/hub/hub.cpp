// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/hub.h"

#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "core/log.h"
#include "core/planted.h"
#include "server/hub/dialect.h"
#include "server/hub/digest.h"
#include "server/hub/eraser.h"
#include "server/hub/files.h"
#include "server/hub/privacydesk.h"
#include "server/hub/retention.h"

#include <QJsonDocument>
#include <QScopeGuard>
#include <QStorageInfo>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

namespace {

const QString logColumns = u"rev, scope, entity, id, verb, data, author, operation"_s;
constexpr qint64 trimEvery = 10 * 60 * 1000;
constexpr Millis lookForEnds = 60 * 60 * 1000;
/// In one transaction: enough to share a commit, few enough that nobody waits for the others.
constexpr qsizetype framesTogether = 32;

std::shared_ptr<const LogEntry> entryFromRow(const SqlRow &row)
{
    Change change;
    change.rev = row.integer(0);
    change.scope = Scope::fromString(row.text(1)).value_or(Scope());
    change.entity = entityKindFromName(row.text(2)).value_or(EntityKind::Message);
    change.id = QUuid::fromRfc4122(row.bytes(3));
    change.verb = row.text(4) == u"put" ? Change::Verb::Put : Change::Verb::Delete;
    change.by = row.id<PersonId>(6);
    change.operation = row.id<OperationId>(7);
    QByteArray data = row.text(5).toUtf8();
    if (!QJsonDocument::fromJson(data).isObject()) {
        // One wrong row must not make what a thousand devices are sent unreadable.
        qCWarning(lcServer, "revision %lld of the log cannot be read", change.rev);
        data = "{}";
    }
    QByteArray json = encodeChange(change, data);
    return std::make_shared<const LogEntry>(std::move(change), std::move(json));
}

} // namespace

Hub::Hub(DataFolder folder, std::unique_ptr<Connection> db, const Clock &clock)
    : m_folder(std::move(folder))
    , m_db(std::move(db))
    , m_clock(clock)
    , m_limiter(clock)
    , m_epoch(Workspace::epoch(*m_db).value_or(QString()))
    , m_dataVersion(m_db->value(dataVersionStatement()).value_or(QVariant()).toLongLong())
    , m_lastTrim(clock.monotonic())
    , m_lastTick(m_lastTrim)
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

Result<void> Hub::tellMail(const MailSetup &setup)
{
    Transaction transaction(*m_db);
    CHATOPS_TRY(transaction.begun());
    CHATOPS_TRY(setMailSetup(*m_db, setup));
    const Result<QList<Workspace::Summary>> all = Workspace::all(*m_db);
    if (!all)
        return std::unexpected(all.error());
    for (const Workspace::Summary &one : *all) {
        Workspace workspace(*m_db, one.id, m_clock);
        PrivacyDesk desk(workspace);
        Result<WorkspaceRules> rules = desk.rules();
        if (!rules)
            return std::unexpected(rules.error());
        if (std::exchange(rules->mail, setup.enabled) != setup.enabled)
            CHATOPS_TRY(desk.publishRules(*rules));
    }
    return transaction.commit();
}

Result<void> Hub::refresh(WorkspaceId workspace, Recent &recent, qint64 rev)
{
    if (recent.last == 0)
        recent.first = recent.last = std::max<qint64>(0, rev - recentChanges);
    CHATOPS_TRY(m_db->rows(
        u"SELECT %1 FROM log WHERE workspace = ? AND rev > ? AND rev <= ? ORDER BY rev"_s.arg(logColumns),
        {workspace.toBytes(), recent.last, rev}, [&recent](const SqlRow &row) {
            recent.entries.push_back(entryFromRow(row));
            return true;
        }));
    recent.last = rev;
    shorten(recent, recentChanges);
    return {};
}

void Hub::shorten(Recent &recent, qsizetype kept)
{
    while (qsizetype(recent.entries.size()) > kept) {
        recent.first = recent.entries.front()->change.rev;
        recent.entries.pop_front();
    }
}

void Hub::adopt(WorkspaceId workspace, const Workspace::Written &written)
{
    if (written.rewritten) {
        forgetRecent(workspace);
        return;
    }
    const auto found = m_recent.find(workspace);
    if (found == m_recent.end() || found->last == 0)
        return;
    for (const std::shared_ptr<const LogEntry> &entry : written.entries) {
        // Another process, or a part of this one that notes nothing, may have written before it.
        if (entry->change.rev != found->last + 1)
            break;
        found->entries.push_back(entry);
        found->last = entry->change.rev;
    }
    shorten(*found, recentChanges);
}

Result<Hub::LogSlice> Hub::readLog(WorkspaceId workspace, qint64 from, int limit)
{
    const Result<Workspace::Summary> now = m_publishing && m_publishing->id == workspace
        ? *m_publishing
        : Workspace(*m_db, workspace, m_clock).summary();
    if (!now)
        return std::unexpected(now.error());
    if (from < now->floor)
        return failure(ErrorCode::Conflict, u"older than the log"_s);
    LogSlice slice;
    slice.to = now->rev;
    Recent &recent = m_recent[workspace];
    if (recent.last < now->rev)
        CHATOPS_TRY(refresh(workspace, recent, now->rev));
    const auto full = [&] { return slice.entries.size() >= limit; };
    if (from >= recent.first) {
        auto it = std::upper_bound(recent.entries.begin(), recent.entries.end(), from,
                                   [](qint64 rev, const auto &entry) { return rev < entry->change.rev; });
        for (; it != recent.entries.end() && (*it)->change.rev <= now->rev && !full(); ++it)
            slice.entries.append(*it);
    } else {
        CHATOPS_TRY(m_db->rows(
            u"SELECT %1 FROM log WHERE workspace = ? AND rev > ? AND rev <= ? ORDER BY rev LIMIT ?"_s.arg(
                logColumns),
            {workspace.toBytes(), from, now->rev, limit}, [&slice](const SqlRow &row) {
                slice.entries.append(entryFromRow(row));
                return true;
            }));
    }
    if (full())
        slice.to = slice.entries.last()->change.rev;
    return slice;
}

void Hub::published(WorkspaceId workspace)
{
    if (const Result<Workspace::Summary> now = Workspace(*m_db, workspace, m_clock).summary())
        m_publishing = *now;
    const QScopeGuard over([this] { m_publishing.reset(); });
    forEachSession([workspace](Session &session) {
        if (session.isLive() && session.workspace() == workspace)
            session.pump();
    });
}

void Hub::forEachSession(const std::function<void(Session &)> &work)
{
    ++m_walks;
    const QScopeGuard over([this] {
        if (--m_walks == 0)
            m_removed.clear();
    });
    const QList<Session *> sessions = m_sessions;
    for (Session *session : sessions) {
        if (!m_removed.contains(session))
            work(*session);
    }
}

void Hub::remove(Session *session)
{
    m_sessions.removeAll(session);
    if (m_walks > 0)
        m_removed.insert(session);
    m_submitted.removeIf([session](const Submitted &one) { return one.session == session; });
}

void Hub::submit(Session *session, const Frame::Operations &frame)
{
    m_submitted.append({session, frame});
    if (m_executing)
        return;
    m_executing = true;
    if (later)
        later([this] { executeSubmitted(); });
    else
        executeSubmitted();
}

void Hub::executeSubmitted()
{
    const QScopeGuard over([this] { m_executing = false; });
    while (!m_submitted.isEmpty()) {
        const QList<Submitted> group = m_submitted.mid(0, framesTogether);
        m_submitted.remove(0, group.size());
        const Outcome outcome = executeTogether(group);
        if (outcome == Outcome::Done)
            continue;
        if (outcome == Outcome::Busy || group.size() == 1) {
            failSubmitted(group);
            continue;
        }
        // One of them cannot be stored. That is told to whom it belongs to, and to nobody else.
        for (const Submitted &one : group) {
            if (executeTogether({one}) != Outcome::Done)
                failSubmitted({one});
        }
    }
}

void Hub::failSubmitted(const QList<Submitted> &group)
{
    for (const Submitted &one : group) {
        if (m_sessions.contains(one.session))
            one.session->fail(m_submitError);
    }
}

void Hub::forgetSubmitted()
{
    later = nullptr;
    m_submitted.clear();
    m_executing = false;
}

Hub::Outcome Hub::executeTogether(const QList<Submitted> &group)
{
    QList<std::pair<Session *, Frame::Verdicts>> answers;
    QHash<WorkspaceId, Workspace::Written> written;
    {
        Transaction transaction(*m_db);
        if (!transaction.begun()) {
            m_submitError = transaction.begun().error();
            return Outcome::Busy;
        }
        for (const Submitted &one : group) {
            if (!m_sessions.contains(one.session) || !one.session->isLive())
                continue; // Gone meanwhile: it will ask again.
            const Result<Frame::Verdicts> verdicts =
                one.session->execute(one.frame, written[one.session->workspace()]);
            if (!verdicts) {
                m_submitError = verdicts.error();
                return Outcome::Failed;
            }
            answers.append({one.session, *verdicts});
        }
        for (auto it = written.cbegin(); it != written.cend(); ++it) {
            if (const Result<void> kept = Workspace::keepRev(*m_db, it.key(), it.value()); !kept) {
                m_submitError = kept.error();
                return Outcome::Failed;
            }
        }
        if (CHATOPS_PLANTED(AcknowledgeBeforeCommit)) {
            for (const auto &[session, verdicts] : std::as_const(answers))
                session->answer(verdicts);
        }
        if (const Result<void> committed = transaction.commit(); !committed) {
            m_submitError = committed.error();
            return Outcome::Failed;
        }
    }
    for (auto it = written.cbegin(); it != written.cend(); ++it)
        adopt(it.key(), it.value());
    if (!CHATOPS_PLANTED(AcknowledgeBeforeCommit)) {
        for (const auto &[session, verdicts] : std::as_const(answers)) {
            if (m_sessions.contains(session))
                session->answer(verdicts);
        }
    }
    for (auto it = written.cbegin(); it != written.cend(); ++it)
        published(it.key());
    return Outcome::Done;
}

void Hub::closeSession(const QUuid &session, const Frame::Problem &problem)
{
    forEachSession([&](Session &open) {
        if (open.isLive() && open.row() == session)
            open.finish(problem);
    });
}

void Hub::closeOtherSessions(PersonId person, const QUuid &kept)
{
    forEachSession([&](Session &open) {
        if (open.isLive() && open.person() == person && open.row() != kept)
            open.finish({u"signed_out"_s, u"The session has ended."_s, 0, true});
    });
}

void Hub::noteSecurity(WorkspaceId workspace, const SecurityEvent &event)
{
    if (const Result<void> noted = appendSecurity(*m_db, workspace, m_clock.now(), event); !noted)
        qCWarning(lcServer, "an entry of the security log cannot be written: %s",
                  qPrintable(noted.error().detail));
}

void Hub::wipeSessions(PersonId person)
{
    forEachSession([person](Session &open) {
        if (open.isLive() && open.person() == person)
            open.wipe();
    });
}

void Hub::tick()
{
    const qint64 now = m_clock.monotonic();
    const qint64 late = std::max<qint64>(0, now - std::exchange(m_lastTick, now) - 2 * TickEvery);
    const qint64 version = m_db->value(dataVersionStatement()).value_or(QVariant()).toLongLong();
    const bool changedElsewhere = version != m_dataVersion;
    m_dataVersion = version;
    forEachSession([&](Session &session) {
        if (session.isLive() && (!m_publishing || m_publishing->id != session.workspace())) {
            if (const auto summary = Workspace(*m_db, session.workspace(), m_clock).summary())
                m_publishing = *summary;
        }
        if (changedElsewhere && session.isLive()) {
            // An administration command ran: sessions may be over, the log may have grown.
            if (!accounts().isLive(session.row()).value_or(true)) {
                if (isToWipe(*m_db, session.row()).value_or(false)) {
                    session.wipe();
                    return;
                }
                session.finish({u"signed_out"_s, u"The session has ended."_s, 0, true});
                return;
            }
            session.readRole();
            session.pump();
        }
        session.tick(now, late);
    });
    m_publishing.reset();
    // Rules that somebody changed count at once; otherwise the next item that ends says when.
    if (changedElsewhere || m_clock.now() >= m_retentionAt) {
        if (!keepSchedules())
            qCWarning(lcServer, "what is over cannot be removed");
    }
    if (now - m_lastTrim > trimEvery) {
        m_lastTrim = now;
        for (const Workspace::Summary &workspace :
             Workspace::all(*m_db).value_or(QList<Workspace::Summary>())) {
            const auto within = [&](const std::function<bool(Workspace &)> &work) {
                Transaction transaction(*m_db);
                Workspace place(*m_db, workspace.id, m_clock);
                return transaction.begun() && work(place) && transaction.commit();
            };
            if (!within([this](Workspace &place) { return place.trimLog(logKept).has_value(); }))
                qCWarning(lcServer, "the log cannot be trimmed");
            if (!within([](Workspace &place) { return queueDigests(place).has_value(); }))
                qCWarning(lcServer, "summaries by mail cannot be made");
            published(workspace.id);
        }
        if (!removeUnattachedFiles(*m_db, m_clock.now()))
            qCWarning(lcServer, "files nobody attached cannot be removed");
    }
}

Result<void> Hub::keepSchedules()
{
    // New items end later than those that are there, but at most an hour passes without a look.
    m_retentionAt = m_clock.now() + lookForEnds;
    const Result<QList<Workspace::Summary>> all = Workspace::all(*m_db);
    if (!all)
        return std::unexpected(all.error());
    Result<void> first;
    for (const Workspace::Summary &workspace : *all) {
        // What fails in one workspace does not keep the others' data longer.
        if (const Result<void> kept = keepSchedule(workspace.id); !kept && first)
            first = kept;
    }
    return first;
}

Result<void> Hub::keepSchedule(WorkspaceId workspace)
{
    Transaction transaction(*m_db);
    CHATOPS_TRY(transaction.begun());
    Workspace place(*m_db, workspace, m_clock);
    const Result<Retention::Outcome> gone = Retention(place).apply();
    if (!gone)
        return std::unexpected(gone.error());
    const Result<std::optional<Millis>> next = Retention(place).next();
    if (!next)
        return std::unexpected(next.error());
    CHATOPS_TRY(transaction.commit());
    if (gone->removed > 0) {
        forgetRecent(workspace);
        published(workspace);
    }
    if (gone->more)
        m_retentionAt = 0;
    else if (*next)
        m_retentionAt = std::min(m_retentionAt, **next);
    return {};
}

QSet<PersonId> Hub::connectedPeople(WorkspaceId workspace) const
{
    QSet<PersonId> people;
    for (const Session *session : m_sessions) {
        if (session->isLive() && session->workspace() == workspace)
            people.insert(session->person());
    }
    return people;
}

qint64 Hub::freeDisk()
{
    constexpr qint64 lookEvery = 5'000;
    const qint64 now = m_clock.monotonic();
    if (m_freeDisk < 0 || now - m_freeDiskAt > lookEvery) {
        m_freeDiskAt = now;
        m_freeDisk = QStorageInfo(m_folder.path()).bytesAvailable();
    }
    return m_freeDisk;
}

void Hub::stop(qint64 delay)
{
    const QList<Session *> sessions = m_sessions;
    for (Session *session : sessions)
        session->bye(delay);
}

} // namespace ChatOps::Server
