// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/activity.h"
#include "server/hub/authenticator.h"
#include "server/net/api.h"

using namespace Qt::Literals::StringLiterals;

// What people do with their own account: confirming who they are, taking their data along,
// leaving. Everything here is about the person of the session and nobody else.

namespace ChatOps::Server {
namespace {

constexpr qint64 mostOfPack = 4LL * 1024 * 1024;

QJsonObject jobJson(const ExportJobs::Job &job)
{
    return {{"id"_L1, job.id.toString(QUuid::WithoutBraces)},
            {"scope"_L1, nameOf(job.scope)},
            {"state"_L1, job.state},
            {"created"_L1, job.created},
            {"until"_L1, job.until},
            {"bytes"_L1, job.bytes},
            {"counts"_L1, job.counts},
            {"done"_L1, job.done},
            {"about"_L1, job.about}};
}

QUuid uuidFromPath(const HttpHead &head)
{
    return QUuid::fromString(QString::fromUtf8(head.path.sliced(head.path.lastIndexOf('/') + 1)));
}

/// "bytes=100-" or "bytes=100-199" (RFC 9110 section 14.1.2); the rest of the file from 0
/// for anything else.
std::pair<qint64, qint64> rangeOf(const HttpHead &head, qint64 size)
{
    const QByteArray wish = head.header("range");
    const qsizetype dash = wish.indexOf('-');
    if (!wish.startsWith("bytes=") || dash < 0 || wish.contains(','))
        return {0, size};
    bool whole = false;
    bool limited = true;
    const qint64 first = std::clamp<qint64>(wish.sliced(6, dash - 6).toLongLong(&whole), 0, size);
    const QByteArray last = wish.sliced(dash + 1);
    // Before one is added: the largest number there is may be what is asked for.
    const qint64 end = last.isEmpty() ? size : std::min(size - 1, last.toLongLong(&limited)) + 1;
    if (!whole || !limited)
        return {0, size};
    return {first, std::clamp<qint64>(end, first, size)};
}

} // namespace

void Api::confirm(HttpConnection *request, const SessionRow &session)
{
    const Result<QJsonObject> json = parseJson(request->body(), {16 * 1024, 4});
    const QString password = json ? json->value("password"_L1).toString() : QString();
    if (password.isEmpty() || password.size() > MaxPassword) {
        answerProblem(request, {ErrorCode::Invalid, u"Give your password."_s, {}});
        return;
    }
    const Maybe<Person> person = readPerson(m_hub.db(), session.person);
    if (!person || !*person) {
        answerProblem(request, person ? Error{ErrorCode::NotFound, {}, {}} : person.error());
        return;
    }
    const QString handle = (*person)->handle;
    if (const qint64 wait = m_hub.limiter().wait(handle, request->counted()); wait > 0) {
        request->answerError(429, u"throttled"_s, u"Too many attempts. Wait a moment and try again."_s, wait);
        return;
    }
    checkPassword(request, session.workspace, handle, password,
                  [this, session](HttpConnection *waiting, PersonId owner) {
                      if (owner.isNull()) {
                          m_hub.noteSecurity(
                              session.workspace,
                              {u"password.wrong"_s, session.person, session.person, waiting->peer(), {}});
                          waiting->answerError(403, u"wrong_password"_s, u"The password is not right."_s);
                          return;
                      }
                      if (const Result<void> confirmed = m_hub.accounts().confirm(session.id); !confirmed)
                          answerProblem(waiting, confirmed.error());
                      else
                          waiting->answer(204, {});
                  });
}

void Api::beginExport(HttpConnection *request, const SessionRow &session)
{
    const Result<QJsonObject> json = parseJson(request->body(), {16 * 1024, 4});
    const auto scope = json ? exportScopeFromName(json->value("scope"_L1).toString()) : std::nullopt;
    if (!scope) {
        answerProblem(request,
                      {ErrorCode::Invalid, u"An export needs a scope: access or portability."_s, {}});
        return;
    }
    // The log counts, not the list of exports: one that was deleted has cost as much.
    const Result<QVariant> begun = m_hub.db().value(
        u"SELECT count(*) FROM security_log WHERE kind = 'export.begun' AND actor = ? AND at > ?"_s,
        {session.person.toBytes(), m_hub.clock().now() - DayMillis});
    if (!begun) {
        answerProblem(request, begun.error());
        return;
    }
    if (begun->toLongLong() >= m_hub.limits[Ceiling::ExportsPerDay]) {
        request->answerError(429, u"throttled"_s,
                             u"You have begun as many exports as are made in one day. Try again tomorrow."_s,
                             DayMillis / 24);
        return;
    }
    const Result<ExportJobs::Job> job = m_work.exports().begin(session.workspace, session.person, *scope);
    if (job) {
        m_hub.noteSecurity(
            session.workspace,
            {u"export.begun"_s, session.person, session.person, request->peer(), QString(nameOf(*scope))});
        request->answer(201, toJson(jobJson(*job)));
    } else {
        answerProblem(request, job.error());
    }
}

void Api::listExports(HttpConnection *request, const SessionRow &session)
{
    const Result<QList<ExportJobs::Job>> jobs = m_work.exports().jobsOf(session.person);
    if (!jobs) {
        answerProblem(request, jobs.error());
        return;
    }
    QJsonArray list;
    for (const ExportJobs::Job &job : *jobs)
        list.append(jobJson(job));
    request->answer(200, toJson(QJsonObject{{"exports"_L1, list}}));
}

void Api::getExport(HttpConnection *request, const SessionRow &session)
{
    const Result<ExportJobs::Job> job = m_work.exports().find(uuidFromPath(request->head()), session.person);
    if (job)
        request->answer(200, toJson(jobJson(*job)));
    else
        answerProblem(request, job.error());
}

void Api::removeExport(HttpConnection *request, const SessionRow &session)
{
    const Result<void> gone = m_work.exports().remove(uuidFromPath(request->head()), session.person);
    if (gone)
        request->answer(204, {});
    else
        answerProblem(request, gone.error());
}

void Api::getPack(HttpConnection *request, const SessionRow &session)
{
    const QUuid id = uuidFromPath(request->head());
    const Result<ExportJobs::Job> job = m_work.exports().find(id, session.person);
    if (!job || job->state != u"ready") {
        answerProblem(request,
                      job ? Error{ErrorCode::NotFound, u"This export is not ready, or is over."_s, {}}
                          : job.error());
        return;
    }
    const auto [first, end] = rangeOf(request->head(), job->bytes);
    const Result<QByteArray> bytes =
        m_work.exports().read(id, session.person, first, std::min(end - first, mostOfPack));
    if (!bytes) {
        answerProblem(request, bytes.error());
        return;
    }
    const QByteArray range = "Content-Range: bytes " + QByteArray::number(first) + '-'
        + QByteArray::number(first + bytes->size() - 1) + '/' + QByteArray::number(job->bytes) + "\r\n";
    request->answer(206, *bytes, "application/zip", "Content-Disposition: attachment\r\n" + range);
}

void Api::makeTicket(HttpConnection *request, const SessionRow &session)
{
    const Result<QString> ticket = m_work.makeTicket(session.workspace, session.person);
    if (ticket) {
        m_hub.noteSecurity(session.workspace, {u"ticket.made"_s, session.person, {}, request->peer(), {}});
        request->answer(
            201, toJson(QJsonObject{{"ticket"_L1, *ticket}, {"lifetime"_L1, RightsWork::TicketLifetime}}));
    } else {
        answerProblem(request, ticket.error());
    }
}

void Api::transfer(HttpConnection *request, const SessionRow &session)
{
    const Result<QJsonObject> json = parseJson(request->body(), {16 * 1024, 4});
    const QJsonObject wish = json.value_or(QJsonObject());
    JsonReader reader(wish);
    const QUuid job = QUuid::fromString(reader.text("export"_L1, 36));
    const QUrl server(reader.text("server"_L1, 300), QUrl::StrictMode);
    const QString ticket = reader.text("ticket"_L1, 64);
    if (!reader.ok()) {
        answerProblem(request, reader.error());
        return;
    }
    QPointer<HttpConnection> guard(request);
    m_work.transfer(job, session.person, server, ticket, [guard](const Result<QJsonObject> &counts) {
        if (!guard)
            return;
        if (counts)
            guard->answer(200, toJson(QJsonObject{{"counts"_L1, *counts}}));
        else
            answerProblem(guard, counts.error());
    });
}

void Api::takePack(HttpConnection *request, const SessionRow &)
{
    const HttpHead &head = request->head();
    if (const qint64 wait = m_hub.limiter().wait({}, request->counted()); wait > 0) {
        request->answerError(429, u"throttled"_s, u"Too many attempts. Wait a moment and try again."_s, wait);
        return;
    }
    const QString code = QString::fromUtf8(head.path.sliced(head.path.lastIndexOf('/') + 1));
    QPointer<HttpConnection> guard(request);
    m_work.takePack(code, head.query.value("from").toLongLong(), head.query.value("total").toLongLong(),
                    request->body(), [this, guard](const Result<QJsonObject> &counts) {
                        if (!guard)
                            return;
                        if (counts) {
                            guard->answer(200, toJson(QJsonObject{{"counts"_L1, *counts}}));
                            return;
                        }
                        if (counts.error().code == ErrorCode::NotFound)
                            m_hub.limiter().failed({}, guard->counted());
                        answerProblem(guard, counts.error());
                    });
}

void Api::erasurePlan(HttpConnection *request, const SessionRow &session)
{
    Workspace workspace(m_hub.db(), session.workspace, m_hub.clock());
    const Result<ErasurePlan> plan = planErasure(workspace, session.person);
    if (!plan) {
        answerProblem(request, plan.error());
        return;
    }
    QJsonArray lines;
    for (const ErasurePlan::Line &line : plan->lines)
        lines.append(QJsonObject{{"name"_L1, line.name}, {"count"_L1, line.count}, {"stays"_L1, line.stays}});
    QJsonObject json{{"lines"_L1, lines},
                     {"remove"_L1, plan->remove},
                     {"backup_days"_L1, plan->backupDays},
                     {"devices"_L1, plan->devices},
                     {"only_owner"_L1, plan->onlyOwner}};
    if (plan->hold)
        json.insert("hold"_L1,
                    QJsonObject{{"reason"_L1, plan->hold->told ? plan->hold->reason : QString()},
                                {"until"_L1, plan->hold->until}});
    request->answer(200, toJson(json));
}

void Api::erase(HttpConnection *request, const SessionRow &session)
{
    const Result<QUuid> erasure = m_work.erase(session.workspace, session.person);
    if (erasure) {
        m_hub.noteSecurity(session.workspace,
                           {u"account.erased"_s, session.person, session.person, request->peer(), {}});
        request->answer(202, toJson(QJsonObject{{"receipt"_L1, erasure->toString(QUuid::WithoutBraces)}}));
    } else if (erasure.error().code == ErrorCode::Conflict) {
        request->answerError(409, u"held"_s, erasure.error().message);
    } else {
        answerProblem(request, erasure.error());
    }
}

void Api::receipt(HttpConnection *request, const SessionRow &)
{
    const Result<QJsonObject> receipt = erasureReceipt(m_hub.db(), uuidFromPath(request->head()));
    if (receipt)
        request->answer(200, toJson(*receipt));
    else
        answerProblem(request, receipt.error());
}

void Api::wiped(HttpConnection *request, const SessionRow &)
{
    const Result<QJsonObject> json = parseJson(request->body(), {16 * 1024, 4});
    const Result<bool> confirmed =
        confirmWipe(m_hub.db(), json ? json->value("token"_L1).toString().left(128) : QString());
    if (confirmed)
        request->answer(204, {}); // Also for a token nobody knows: nothing is said about which exist.
    else
        answerProblem(request, confirmed.error());
}

void Api::accesses(HttpConnection *request, const SessionRow &session)
{
    const Result<QList<AuditEntry>> entries = accessesTo(m_hub.db(), session.workspace, session.person, 500);
    if (!entries) {
        answerProblem(request, entries.error());
        return;
    }
    QJsonArray list;
    for (const AuditEntry &entry : *entries)
        list.append(QJsonObject{{"at"_L1, entry.at},
                                {"by"_L1, entry.actor},
                                {"what"_L1, entry.action},
                                {"detail"_L1, entry.detail}});
    request->answer(200, toJson(QJsonObject{{"entries"_L1, list}}));
}

void Api::activity(HttpConnection *request, const SessionRow &session)
{
    constexpr int most = 200;
    const Result<QList<Activity>> all = activityOf(m_hub.db(), session.workspace, session.person, most);
    if (!all) {
        answerProblem(request, all.error());
        return;
    }
    QJsonArray list;
    for (const Activity &one : *all)
        list.append(QJsonObject{{"at"_L1, one.at}, {"what"_L1, one.what}, {"detail"_L1, one.detail}});
    request->answer(200, toJson(QJsonObject{{"entries"_L1, list}}));
}

} // namespace ChatOps::Server
