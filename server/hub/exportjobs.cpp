// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/exportjobs.h"

#include "core/jsonguard.h"
#include "core/log.h"
#include "server/hub/sealedfile.h"

#include <QDir>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int mostPerDay = 20;
const QString columns = u"id, workspace, person, scope, state, created, until, bytes, counts"_s;

} // namespace

ExportJobs::ExportJobs(Hub &hub)
    : m_hub(hub)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

ExportJobs::~ExportJobs()
{
    if (m_running)
        m_running->cancelled = true;
    m_pool.waitForDone();
}

QString ExportJobs::pathOf(const QUuid &job) const
{
    return m_hub.folder().path() + u"/exports/"_s + job.toString(QUuid::WithoutBraces);
}

ExportJobs::Job ExportJobs::fromRow(const SqlRow &row) const
{
    Job job;
    job.id = QUuid::fromRfc4122(row.bytes(0));
    job.workspace = row.id<WorkspaceId>(1);
    job.person = row.id<PersonId>(2);
    job.scope = exportScopeFromName(row.text(3)).value_or(ExportScope::Access);
    job.state = row.text(4);
    job.created = row.integer(5);
    job.until = row.integer(6);
    job.bytes = row.integer(7);
    job.counts = QJsonDocument::fromJson(row.text(8).toUtf8()).object();
    if (m_running && m_running->id == job.id) {
        job.state = u"running"_s;
        job.done = m_running->done;
        job.about = m_running->about;
    }
    return job;
}

void ExportJobs::resume()
{
    startNext();
}

Result<ExportJobs::Job> ExportJobs::begin(WorkspaceId workspace, PersonId person, ExportScope scope)
{
    const Result<QList<Job>> before = jobsOf(person);
    if (!before)
        return std::unexpected(before.error());
    const Millis now = m_hub.clock().now();
    int today = 0;
    for (const Job &job : *before) {
        if (job.state == u"waiting" || job.state == u"running")
            return failure(ErrorCode::Conflict, u"An export of yours is being made already."_s);
        today += job.created > now - DayMillis ? 1 : 0;
    }
    if (today >= mostPerDay)
        return failure(ErrorCode::Throttled, u"You have made many exports today; try again tomorrow."_s);
    const QUuid id = QUuid::createUuid();
    CHATOPS_TRY(m_hub.db().run(
        u"INSERT INTO export_job (id, workspace, person, scope, state, created, finished, until, bytes, sealed, counts)"
        " VALUES (?, ?, ?, ?, 'waiting', ?, 0, ?, 0, ?, '{}')"_s,
        {id.toRfc4122(), workspace.toBytes(), person.toBytes(), QString(nameOf(scope)), now, now + Kept,
         SealedFile::makeKey()}));
    startNext();
    return find(id, person);
}

Result<QList<ExportJobs::Job>> ExportJobs::jobsOf(PersonId person)
{
    QList<Job> jobs;
    CHATOPS_TRY(m_hub.db().rows(
        u"SELECT %1 FROM export_job WHERE person = ? ORDER BY created DESC, id"_s.arg(columns),
        {person.toBytes()}, [&](const SqlRow &row) {
            jobs.append(fromRow(row));
            return true;
        }));
    return jobs;
}

Result<ExportJobs::Job> ExportJobs::find(const QUuid &job, PersonId person)
{
    std::optional<Job> found;
    CHATOPS_TRY(m_hub.db().rows(u"SELECT %1 FROM export_job WHERE id = ? AND person = ?"_s.arg(columns),
                                {job.toRfc4122(), person.toBytes()}, [&](const SqlRow &row) {
                                    found = fromRow(row);
                                    return false;
                                }));
    return found ? Result<Job>(*found) : failure(ErrorCode::NotFound, u"There is no such export."_s);
}

Result<void> ExportJobs::remove(const QUuid &job, PersonId person)
{
    const Result<Job> found = find(job, person);
    if (!found)
        return std::unexpected(found.error());
    if (m_running && m_running->id == job)
        m_running->cancelled = true;
    CHATOPS_TRY(m_hub.db().run(u"DELETE FROM export_job WHERE id = ?"_s, {job.toRfc4122()}));
    QFile file(pathOf(job));
    if (file.exists() && !file.remove())
        return failure(ErrorCode::Storage,
                       u"The file of the export cannot be removed; its key is destroyed."_s,
                       file.errorString());
    return {};
}

Result<void> ExportJobs::removeAllOf(PersonId person)
{
    const Result<QList<Job>> jobs = jobsOf(person);
    if (!jobs)
        return std::unexpected(jobs.error());
    for (const Job &job : *jobs)
        CHATOPS_TRY(remove(job.id, person));
    return {};
}

Result<QByteArray> ExportJobs::read(const QUuid &job, PersonId person, qint64 offset, qint64 most)
{
    const Result<Job> found = find(job, person);
    if (!found)
        return std::unexpected(found.error());
    if (found->state != u"ready" || found->until <= m_hub.clock().now())
        return failure(ErrorCode::NotFound, u"This export is not ready, or is over."_s);
    const Result<QVariant> key =
        m_hub.db().value(u"SELECT sealed FROM export_job WHERE id = ?"_s, {job.toRfc4122()});
    if (!key)
        return std::unexpected(key.error());
    SealedFile file(pathOf(job), key->toByteArray());
    CHATOPS_TRY(file.open());
    return file.read(offset, most);
}

Result<int> ExportJobs::removeExpired()
{
    QList<QPair<QUuid, PersonId>> over;
    CHATOPS_TRY(m_hub.db().rows(u"SELECT id, person FROM export_job WHERE until <= ?"_s,
                                {m_hub.clock().now()}, [&over](const SqlRow &row) {
                                    over.append({QUuid::fromRfc4122(row.bytes(0)), row.id<PersonId>(1)});
                                    return true;
                                }));
    for (const auto &[job, person] : std::as_const(over))
        CHATOPS_TRY(remove(job, person));
    return int(over.size());
}

void ExportJobs::startNext()
{
    if (m_running)
        return;
    std::optional<Job> next;
    QByteArray key;
    const Result<void> looked = m_hub.db().rows(
        u"SELECT %1, sealed FROM export_job WHERE state = 'waiting' ORDER BY created, id LIMIT 1"_s.arg(
            columns),
        {}, [&](const SqlRow &row) {
            next = fromRow(row);
            key = row.bytes(9);
            return false;
        });
    const Result<Receipts> receipts = Receipts::open(m_hub.db());
    if (!looked || !receipts || !next) {
        if (!looked || !receipts)
            qCWarning(lcServer, "exports cannot be started");
        return;
    }
    m_running = std::make_shared<Running>();
    m_running->id = next->id;
    Exporter::Options options;
    options.workspace = next->workspace;
    options.person = next->person;
    options.scope = next->scope;
    options.job = next->id;
    options.now = m_hub.clock().now();
    options.signingKey = receipts->publicKey();
    options.sign = [receipts = *receipts](const QByteArray &bytes) { return receipts.sign(bytes); };
    options.progress = [running = m_running](qint64 done, qint64 about) {
        running->done = done;
        running->about = about;
        return !running->cancelled;
    };
    m_pool.start([this, options, key, folder = m_hub.folder(), id = next->id, path = pathOf(next->id)] {
        const Result<Outcome> outcome = make(folder, options, path, key);
        QMetaObject::invokeMethod(
            this, [this, id, outcome] { settle(id, outcome); }, Qt::QueuedConnection);
    });
}

Result<ExportJobs::Outcome> ExportJobs::make(const DataFolder &folder, const Exporter::Options &options,
                                             const QString &path, const QByteArray &key)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return failure(ErrorCode::Storage, u"The folder for exports cannot be made."_s);
    QFile::setPermissions(QFileInfo(path).path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const Result<std::unique_ptr<Connection>> db = folder.connectForReading();
    if (!db)
        return std::unexpected(db.error());
    SealedFile file(path, key);
    CHATOPS_TRY(file.create());
    CHATOPS_TRY((*db)->begin());
    PackWriter pack([&file](QByteArrayView bytes) { return file.write(bytes); }, options.now);
    Result<QJsonObject> counts = Exporter(**db, options).write(pack);
    (*db)->rollback();
    if (!counts)
        return std::unexpected(counts.error());
    CHATOPS_TRY(file.finish());
    return Outcome{file.size(), *counts};
}

void ExportJobs::settle(const QUuid &job, const Result<Outcome> &outcome)
{
    m_running.reset();
    Result<int> kept;
    if (outcome) {
        kept = m_hub.db().run(
            u"UPDATE export_job SET state = 'ready', finished = ?, until = ?, bytes = ?, counts = ? WHERE id = ?"_s,
            {m_hub.clock().now(), m_hub.clock().now() + Kept, outcome->bytes,
             QString::fromUtf8(toJson(outcome->counts)), job.toRfc4122()});
    } else {
        if (outcome.error().code != ErrorCode::Cancelled)
            qCWarning(lcServer, "an export failed: code %d", int(outcome.error().code));
        kept = m_hub.db().run(u"UPDATE export_job SET state = 'failed' WHERE id = ?"_s, {job.toRfc4122()});
    }
    // Removed meanwhile, or not finished: what was written is of no use without its row.
    if (!kept || *kept == 0 || !outcome)
        QFile::remove(pathOf(job));
    if (!kept)
        qCWarning(lcServer, "the end of an export cannot be stored");
    Q_EMIT finished(job);
    startNext();
}

} // namespace ChatOps::Server
