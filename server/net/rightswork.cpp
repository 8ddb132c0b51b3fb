// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/rightswork.h"

#include "core/jsonguard.h"
#include "core/log.h"
#include "server/hub/dialect.h"
#include "server/hub/privacydesk.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int lookEvery = 60'000;
/// Between two steps of an erasure others come first: with no pause the event loop still takes
/// what has arrived on every socket before the timer.
constexpr int logPause = 200; ///< Milliseconds until it is tried again.
constexpr int stepPause = 3;

} // namespace

RightsWork::RightsWork(Hub &hub)
    : m_hub(hub)
    , m_exports(hub)
{
    m_step.setSingleShot(true);
    m_step.setInterval(stepPause);
    connect(&m_step, &QTimer::timeout, this, &RightsWork::stepErasures);
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &RightsWork::lookAround);
    m_pool.setMaxThreadCount(1);
}

RightsWork::~RightsWork()
{
    m_pool.waitForDone();
    for (const auto &[ticket, arriving] : m_arriving)
        QFile::remove(arriving.path);
}

void RightsWork::resume()
{
    // Packs that were arriving have lost their keys with the memory of the old process.
    QDir(m_hub.folder().path() + u"/arriving"_s).removeRecursively();
    m_exports.resume();
    // An erasure that ended with the last process may have left something in it.
    emptyLog();
    m_look.start();
    lookAround();
    m_step.start();
}

Result<QUuid> RightsWork::erase(WorkspaceId workspace, PersonId person)
{
    Transaction transaction(m_hub.db());
    CHATOPS_TRY(transaction.begun());
    Workspace place(m_hub.db(), workspace, m_hub.clock());
    const Result<std::optional<LegalHold>> hold = activeHold(m_hub.db(), person, m_hub.clock().now());
    if (!hold)
        return std::unexpected(hold.error());
    if (*hold) {
        CHATOPS_TRY(PrivacyDesk(place).keepErasureRequest(person));
        CHATOPS_TRY(transaction.commit());
        m_hub.published(workspace);
        QString why =
            u"A legal hold keeps this account's data for now. Your request is kept and carried out when it ends."_s;
        if ((*hold)->told)
            why += u' ' + (*hold)->reason;
        return failure(ErrorCode::Conflict, why);
    }
    const Result<QUuid> begun = Eraser::begin(place, person);
    if (!begun)
        return begun;
    CHATOPS_TRY(transaction.commit());
    m_hub.wipeSessions(person);
    m_hub.published(workspace);
    m_step.start();
    return begun;
}

void RightsWork::stepErasures()
{
    if (!m_eraser) {
        const Result<QList<Eraser::Pending>> pending = Eraser::pending(m_hub.db());
        if (!pending || pending->isEmpty()) {
            if (!pending)
                qCWarning(lcServer, "erasures cannot be read");
            return;
        }
        const Eraser::Pending &next = pending->first();
        if (const Result<void> gone = m_exports.removeAllOf(next.person); !gone)
            qCWarning(lcServer, "an export of an erased account cannot be removed");
        m_place = std::make_unique<Workspace>(m_hub.db(), next.workspace, m_hub.clock());
        m_eraser = std::make_unique<Eraser>(*m_place, next.id);
        m_erasing = next.id;
    }
    const Result<bool> over = m_eraser->step();
    const WorkspaceId workspace = m_place->id();
    if (!over) {
        // It stays pending: nothing is lost, and it is tried again.
        qCWarning(lcServer, "an erasure stopped: code %d", int(over.error().code));
        m_eraser.reset();
        return;
    }
    m_hub.published(workspace);
    if (*over) {
        m_eraser.reset();
        // Once, and not with each step: reading the log into memory again costs more than one.
        m_hub.forgetRecent(workspace);
        emptyLog();
    }
    m_step.start();
}

void RightsWork::emptyLog()
{
    // Nothing of it stays in the log of the database either. The first column of the answer says
    // whether somebody was in the way, such as a checkpoint or an export that reads.
    const Result<QVariant> busy = m_hub.db().value(emptyLogStatement());
    if (!busy || busy->toInt() != 0) {
        if (!busy)
            qCWarning(lcServer, "the log of the database cannot be emptied; it is tried again");
        QTimer::singleShot(logPause, this, &RightsWork::emptyLog);
        return;
    }
    if (const QUuid done = std::exchange(m_erasing, {}); !done.isNull())
        Q_EMIT erased(done);
}

void RightsWork::lookAround()
{
    if (!m_exports.removeExpired())
        qCWarning(lcServer, "exports that are over cannot be removed");
    const Millis now = m_hub.clock().now();
    QList<QByteArray> over;
    for (const auto &[ticket, arriving] : m_arriving) {
        if (arriving.until <= now && !arriving.importing)
            over.append(ticket);
    }
    for (const QByteArray &ticket : std::as_const(over))
        dropArriving(ticket);
    // Holds end by themselves; what was asked for meanwhile is done then.
    const Result<QList<PrivacyDesk::Waiting>> waiting = PrivacyDesk::waitingErasures(m_hub.db());
    if (!waiting) {
        qCWarning(lcServer, "requests for erasure cannot be read");
        return;
    }
    for (const PrivacyDesk::Waiting &one : *waiting) {
        const Result<std::optional<LegalHold>> hold = activeHold(m_hub.db(), one.person, now);
        if (hold && !*hold && !erase(one.workspace, one.person))
            qCWarning(lcServer, "an erasure that waited for a hold cannot be begun");
    }
    m_step.start();
}

Result<void> RightsWork::needOwner(PersonId person)
{
    const Maybe<Person> who = readPerson(m_hub.db(), person);
    if (!who)
        return std::unexpected(who.error());
    if (!*who || !(*who)->active || (*who)->role != Role::Owner)
        return failure(ErrorCode::Forbidden, u"Only an owner of the workspace can let a pack in."_s);
    return {};
}

Result<QString> RightsWork::makeTicket(WorkspaceId workspace, PersonId person)
{
    CHATOPS_TRY(needOwner(person));
    const QString code = randomToken(18);
    CHATOPS_TRY(m_hub.db().run(u"DELETE FROM ticket WHERE person = ?"_s, {person.toBytes()}));
    CHATOPS_TRY(m_hub.db().run(
        u"INSERT INTO ticket (code, workspace, person, until) VALUES (?, ?, ?, ?)"_s,
        {tokenHash(code), workspace.toBytes(), person.toBytes(), m_hub.clock().now() + TicketLifetime}));
    return code;
}

bool RightsWork::isTicket(const QString &code)
{
    const QByteArray ticket = tokenHash(code);
    if (m_arriving.contains(ticket))
        return true;
    const Result<QVariant> found = m_hub.db().value(u"SELECT 1 FROM ticket WHERE code = ? AND until > ?"_s,
                                                    {ticket, m_hub.clock().now()});
    return found && found->isValid();
}

void RightsWork::transfer(const QUuid &job, PersonId person, const QUrl &server, const QString &ticket,
                          std::function<void(const Result<QJsonObject> &)> done)
{
    const Result<ExportJobs::Job> found = m_exports.find(job, person);
    if (!found || found->state != u"ready") {
        done(found ? failure(ErrorCode::NotFound, u"This export is not ready, or is over."_s)
                   : std::unexpected(found.error()));
        return;
    }
    static const QRegularExpression plain(u"^[A-Za-z0-9_-]{10,64}$"_s);
    if (!plain.match(ticket).hasMatch()) {
        done(failure(ErrorCode::Invalid, u"This is no ticket."_s));
        return;
    }
    sendPiece({job, person, server, ticket, found->bytes, std::move(done)}, 0);
}

void RightsWork::sendPiece(const Leaving &leaving, qint64 from)
{
    const Result<QByteArray> bytes =
        m_exports.read(leaving.job, leaving.person, from, std::min(MostPieceBytes / 2, leaving.total - from));
    if (!bytes) {
        leaving.done(std::unexpected(bytes.error()));
        return;
    }
    QUrl url = leaving.server;
    url.setPath(u"/v1/arriving/"_s + leaving.ticket);
    url.setQuery(u"from=%1&total=%2"_s.arg(from).arg(leaving.total));
    m_outside.put(
        url, *bytes, [this, leaving, next = from + bytes->size()](const Result<Outside::Answer> &answer) {
            if (!answer) {
                leaving.done(std::unexpected(answer.error()));
                return;
            }
            const QJsonObject said = parseJson(answer->body, {64 * 1024, 6}).value_or(QJsonObject());
            if (answer->status != 200)
                leaving.done(failure(
                    ErrorCode::Conflict,
                    u"The other server refused: %1"_s.arg(said.value("message"_L1).toString().left(300))));
            else if (next < leaving.total)
                sendPiece(leaving, next);
            else
                leaving.done(said.value("counts"_L1).toObject());
        });
}

Result<RightsWork::Arriving *> RightsWork::arrivingFor(const QString &code)
{
    const QByteArray ticket = tokenHash(code);
    if (const auto known = m_arriving.find(ticket); known != m_arriving.end())
        return &known->second;
    Arriving arriving;
    bool found = false;
    CHATOPS_TRY(m_hub.db().rows(u"SELECT workspace, person, until FROM ticket WHERE code = ? AND until > ?"_s,
                                {ticket, m_hub.clock().now()}, [&](const SqlRow &row) {
                                    arriving.workspace = row.id<WorkspaceId>(0);
                                    arriving.person = row.id<PersonId>(1);
                                    arriving.until = row.integer(2);
                                    found = true;
                                    return false;
                                }));
    if (!found)
        return failure(ErrorCode::NotFound, u"This ticket is not valid any more. Make a new one."_s);
    CHATOPS_TRY(needOwner(arriving.person)); // Still.
    if (qint64(m_arriving.size()) >= m_hub.limits[Ceiling::ArrivingPacks])
        return failure(ErrorCode::Throttled, u"Other packs are arriving already. Try again later."_s);
    const QString folder = m_hub.folder().path() + u"/arriving"_s;
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::Storage, u"The folder for arriving packs cannot be made."_s);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    arriving.path = folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    arriving.key = SealedFile::makeKey();
    arriving.file = std::make_unique<SealedFile>(arriving.path, arriving.key);
    CHATOPS_TRY(arriving.file->create());
    return &m_arriving.emplace(ticket, std::move(arriving)).first->second;
}

void RightsWork::dropArriving(const QByteArray &ticket)
{
    const auto found = m_arriving.find(ticket);
    if (found == m_arriving.end())
        return;
    QFile::remove(found->second.path);
    m_arriving.erase(found);
}

void RightsWork::takePack(const QString &code, qint64 from, qint64 total, const QByteArray &bytes,
                          std::function<void(const Result<QJsonObject> &)> done)
{
    const Result<Arriving *> found = arrivingFor(code);
    if (!found) {
        done(std::unexpected(found.error()));
        return;
    }
    Arriving &arriving = **found;
    if (arriving.importing || from != arriving.have || total > MostPackBytes || from + bytes.size() > total) {
        done(failure(ErrorCode::Conflict, u"These bytes do not follow those that came before."_s));
        return;
    }
    if (total - arriving.have > m_hub.freeDisk() - m_hub.limits[Ceiling::DiskReserve]) {
        done(failure(ErrorCode::Throttled, u"There is no room for this pack on the server's disk."_s));
        return;
    }
    const Result<void> written = arriving.file->write(bytes);
    arriving.have += bytes.size();
    if (!written || arriving.have < total) {
        done(written ? Result<QJsonObject>(QJsonObject()) : std::unexpected(written.error()));
        return;
    }
    if (const Result<void> whole = arriving.file->finish(); !whole) {
        done(std::unexpected(whole.error()));
        return;
    }
    arriving.importing = true;
    const QByteArray ticket = tokenHash(code);
    if (!m_hub.db().run(u"DELETE FROM ticket WHERE code = ?"_s, {ticket}))
        qCWarning(lcServer, "a used ticket cannot be removed");
    m_pool.start([this, ticket, path = arriving.path, key = arriving.key, workspace = arriving.workspace,
                  person = arriving.person, folder = m_hub.folder(), &clock = m_hub.clock(),
                  done = std::move(done)] {
        const Result<QJsonObject> counts = [&]() -> Result<QJsonObject> {
            const Result<std::unique_ptr<Connection>> db = folder.connect();
            if (!db)
                return std::unexpected(db.error());
            SealedFile file(path, key);
            CHATOPS_TRY(file.open());
            return Importer(**db, clock, {workspace, person})
                .run({[&file](qint64 offset, qint64 most) { return file.read(offset, most); }, file.size()});
        }();
        QMetaObject::invokeMethod(
            this,
            [this, ticket, workspace, counts, done] {
                dropArriving(ticket);
                m_hub.published(workspace);
                done(counts);
            },
            Qt::QueuedConnection);
    });
}

} // namespace ChatOps::Server
