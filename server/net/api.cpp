// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/api.h"

#include "core/entityjson.h"
#include "core/log.h"
#include "core/privacyjson.h"
#include "server/hub/files.h"
#include "server/hub/pages.h"
#include "server/hub/passwords.h"
#include "server/hub/privacydesk.h"
#include "server/hub/snapshot.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

/// Hashes that wait or run; each takes a good part of a second.
constexpr int mostHashing = 64;
/// A request in words, each letter of which may take nine characters.
constexpr qint64 mostOfForm = 80 * 1024;
/// Of one feature in one report.
constexpr qint64 mostCounted = 100'000;

template <typename IdType>
IdType idFromPath(const HttpHead &head)
{
    return IdType::fromString(QString::fromUtf8(head.path.sliced(head.path.lastIndexOf('/') + 1)));
}

Error invitationOver()
{
    return {ErrorCode::Forbidden, u"This invitation is not valid any more. Ask for a new one."_s, {}};
}

} // namespace

std::span<const Api::Route> Api::routes()
{
    static constexpr std::array<Route, 40> table{{
        {"GET", "/health", Access::Anybody, &Api::health},
        {"GET", "/metrics", Access::Anybody, &Api::metrics},
        {"GET", "/v1/sessions", Access::Session, &Api::listSessions},
        {"DELETE", "/v1/sessions/", Access::Session, &Api::endSession},
        {"POST", "/v1/password", Access::Confirmed, &Api::changePassword},
        {"GET", "/v1/info", Access::Anybody, &Api::info},
        {"POST", "/v1/session", Access::Anybody, &Api::signIn},
        {"POST", "/v1/session/refresh", Access::Anybody, &Api::refresh},
        {"POST", "/v1/join/terms", Access::Anybody, &Api::joinTerms},
        {"POST", "/v1/join", Access::Anybody, &Api::join},
        {"DELETE", "/v1/session", Access::Session, &Api::signOut},
        {"GET", "/v1/snapshot", Access::Session, &Api::snapshot},
        {"GET", "/v1/history", Access::Member, &Api::history},
        {"GET", "/v1/thread", Access::Member, &Api::thread},
        {"POST", "/v1/usage", Access::Session, &Api::usage},
        {"PUT", "/v1/files/", Access::Session, &Api::putFile},
        {"GET", "/v1/files/", Access::Member, &Api::getFile},
        {"POST", "/v1/session/confirm", Access::Session, &Api::confirm},
        {"POST", "/v1/exports", Access::Confirmed, &Api::beginExport},
        {"GET", "/v1/exports", Access::Session, &Api::listExports},
        {"GET", "/v1/exports/", Access::Session, &Api::getExport},
        {"DELETE", "/v1/exports/", Access::Session, &Api::removeExport},
        {"GET", "/v1/packs/", Access::Session, &Api::getPack},
        {"POST", "/v1/tickets", Access::Confirmed, &Api::makeTicket},
        {"POST", "/v1/transfers", Access::Confirmed, &Api::transfer},
        {"PUT", "/v1/arriving/", Access::Anybody, &Api::takePack},
        {"GET", "/v1/erasure", Access::Session, &Api::erasurePlan},
        {"POST", "/v1/erasure", Access::Confirmed, &Api::erase},
        {"GET", "/v1/receipts/", Access::Anybody, &Api::receipt},
        {"POST", "/v1/wiped", Access::Anybody, &Api::wiped},
        {"GET", "/v1/accesses", Access::Session, &Api::accesses},
        {"POST", "/v1/preview", Access::Session, &Api::preview},
        {"GET", "/v1/recommendations", Access::Session, &Api::recommend},
        {"GET", "/pages/", Access::Anybody, &Api::serverPage},
        {"GET", "/unsubscribe/", Access::Anybody, &Api::unsubscribePage},
        {"POST", "/unsubscribe/", Access::Anybody, &Api::unsubscribeNow},
        {"GET", "/v1/activity", Access::Session, &Api::activity},
        {"POST", "/v1/present", Access::Session, &Api::present},
        {"GET", "/privacy", Access::Anybody, &Api::requestForm},
        {"POST", "/privacy", Access::Anybody, &Api::takeForm},
    }};
    return table;
}

Api::Api(Hub &hub)
    : m_hub(hub)
    , m_health(hub)
    , m_work(hub)
    , m_startedAt(hub.clock().monotonic())
{
    // Each hash takes 64 MB; two at a time bound what sign-ins can cost.
    m_pool.setMaxThreadCount(2);
    (void)nobodysHash();
}

Api::~Api()
{
    m_pool.clear();
    m_pool.waitForDone();
}

HttpAdmission Api::admit(const HttpHead &head)
{
    if (head.method == "PUT" && head.path.startsWith("/v1/arriving/"))
        return m_work.isTicket(QString::fromUtf8(head.path.sliced(head.path.lastIndexOf('/') + 1)))
            ? HttpAdmission{200, RightsWork::MostPieceBytes}
            : HttpAdmission{404, 0};
    if (head.method == "POST" && head.path == "/privacy")
        return {200, mostOfForm};
    if (head.method != "PUT" || !head.path.startsWith("/v1/files/"))
        return {200, 16 * 1024};
    // Bodies of this size are taken from people who are signed in only, and have room for it.
    const Result<SessionRow> row = m_hub.accounts().authenticate(head.bearer());
    if (!row)
        return HttpAdmission{401, 0};
    if (const Result<void> room = roomForFile(m_hub, *row, head.contentLength); !room)
        return HttpAdmission{
            room.error().code == ErrorCode::Throttled ? 507 : 503, 0, {}, room.error().message};
    return HttpAdmission{200, Limit::FileBytes, row->person.toString()};
}

bool Api::handle(HttpConnection *request)
{
    const HttpHead &head = request->head();
    bool pathKnown = false;
    for (const Route &route : routes()) {
        const QByteArray pattern(route.path);
        const bool matches = pattern.endsWith('/') ? head.path.startsWith(pattern)
                && head.path.size() > pattern.size() && head.path.indexOf('/', pattern.size()) < 0
                                                   : head.path == pattern;
        pathKnown |= matches;
        // A HEAD is a GET whose body stays here.
        if (!matches
            || (head.method == "HEAD" ? QByteArrayView("GET") : QByteArrayView(head.method)) != route.method)
            continue;
        SessionRow session;
        if (route.access != Access::Anybody) {
            const Result<SessionRow> row = m_hub.accounts().authenticate(head.bearer());
            if (!row) {
                answerProblem(request, row.error());
                return false;
            }
            session = *row;
            if (route.access == Access::Confirmed && session.confirmedUntil <= m_hub.clock().now()) {
                request->answerError(403, u"confirm"_s, u"Give your password again."_s);
                return true;
            }
        }
        (this->*route.handler)(request, session);
        return route.access != Access::Anybody;
    }
    request->answerError(pathKnown ? 405 : 404, u"not_found"_s,
                         pathKnown ? u"This method is not known here."_s : u"There is nothing here."_s);
    return false;
}

void Api::answerProblem(HttpConnection *request, const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unauthenticated:
        request->answerError(401, u"unauthenticated"_s, error.message);
        return;
    case ErrorCode::Forbidden:
        request->answerError(403, u"forbidden"_s, error.message);
        return;
    case ErrorCode::NotFound:
        request->answerError(404, u"not_found"_s, error.message);
        return;
    case ErrorCode::Conflict:
        request->answerError(409, u"conflict"_s, error.message);
        return;
    case ErrorCode::Offline:
        request->answerError(503, u"unreachable"_s, error.message, 5'000);
        return;
    case ErrorCode::Throttled:
        request->answerError(429, u"throttled"_s, error.message, 60'000);
        return;
    case ErrorCode::Invalid:
    case ErrorCode::Damaged:
    case ErrorCode::Protocol:
        request->answerError(400, u"invalid"_s, error.message);
        return;
    default:
        qCWarning(lcServer, "request failed: %s", qPrintable(error.detail));
        request->answerError(503, u"storage"_s, u"The server cannot answer at the moment."_s, 5'000);
    }
}

void Api::answerEntryProblem(HttpConnection *request, const Error &error)
{
    if (error.code == ErrorCode::Conflict)
        request->answerError(409, u"handle_taken"_s, error.message);
    else if (error.code == ErrorCode::Forbidden)
        request->answerError(403, u"invitation_over"_s, error.message);
    else if (error.code == ErrorCode::NotFound)
        request->answerError(404, u"workspace_unclear"_s, error.message);
    else
        answerProblem(request, error);
}

Result<WorkspaceId> Api::workspaceFor(const QString &wanted)
{
    const Result<QList<Workspace::Summary>> all = Workspace::all(m_hub.db());
    if (!all)
        return std::unexpected(all.error());
    for (const Workspace::Summary &workspace : *all) {
        if (wanted.isEmpty() ? all->size() == 1 : workspace.id.toString() == wanted)
            return workspace.id;
    }
    return failure(ErrorCode::NotFound,
                   all->isEmpty() ? u"This server has no workspace yet."_s
                                  : u"Say which workspace you want to enter."_s);
}

void Api::hashInPool(HttpConnection *request, std::function<QString()> work,
                     std::function<void(HttpConnection *, const QString &)> done)
{
    if (m_hashing >= mostHashing) {
        request->answerError(503, u"busy"_s, u"Too many people sign in at this moment. Try again shortly."_s,
                             3'000);
        return;
    }
    ++m_hashing;
    QPointer<HttpConnection> guard(request);
    m_pool.start([this, guard, work = std::move(work), done = std::move(done)] {
        const QString outcome = work();
        QMetaObject::invokeMethod(
            this,
            [this, guard, done, outcome] {
                --m_hashing;
                if (guard)
                    done(guard, outcome);
            },
            Qt::QueuedConnection);
    });
}

void Api::signIn(HttpConnection *request, const SessionRow &)
{
    const Result<QJsonObject> json = parseJson(request->body(), {16 * 1024, 4});
    if (!json) {
        answerProblem(request, json.error());
        return;
    }
    JsonReader reader(*json);
    const QString handle = reader.text("name"_L1, 80).trimmed().toLower();
    const QString password = reader.text("password"_L1, MaxPassword);
    const auto device = reader.id<DeviceId>("device"_L1);
    const QString deviceName = reader.optionalText("device_name"_L1, 120);
    const QString wanted = reader.optionalText("workspace"_L1, 36);
    if (!reader.ok()) {
        answerProblem(request, reader.error());
        return;
    }
    const Result<WorkspaceId> workspace = workspaceFor(wanted);
    if (!workspace) {
        answerEntryProblem(request, workspace.error());
        return;
    }
    const Result<bool> known = m_hub.accounts().hasSignedInAs(*workspace, handle, device);
    if (const qint64 wait = m_hub.limiter().wait(handle, request->counted(), known.value_or(false));
        wait > 0) {
        ++m_throttled;
        noteSignIn(*workspace, u"sign_in.throttled"_s, handle, request);
        request->answerError(429, u"throttled"_s, u"Too many attempts. Wait a moment and try again."_s, wait);
        return;
    }
    checkPassword(request, *workspace, handle, password,
                  [=, this, ws = *workspace](HttpConnection *waiting, PersonId person) {
                      if (person.isNull()) {
                          ++m_refused;
                          noteSignIn(ws, u"sign_in.failed"_s, handle, waiting);
                          waiting->answerError(401, u"wrong_password"_s,
                                               u"The name or the password is not right."_s);
                          return;
                      }
                      finishSignIn(waiting, ws, person, device, deviceName);
                  });
}

void Api::checkPassword(HttpConnection *request, WorkspaceId workspace, const QString &handle,
                        const QString &password, const std::function<void(HttpConnection *, PersonId)> &done)
{
    const Result<std::optional<Accounts::Login>> login = m_hub.accounts().findLogin(workspace, handle);
    if (!login) {
        answerProblem(request, login.error());
        return;
    }
    const bool usable = *login && (*login)->active && !(*login)->hash.isEmpty();
    const QString hash = usable ? (*login)->hash : nobodysHash();
    const PersonId person = usable ? (*login)->person : PersonId();
    // Counted before the answer is known, so that parallel guesses count, too.
    m_hub.limiter().failed(handle, request->counted());
    hashInPool(
        request, [hash, password] { return verifyPassword(hash, password) ? u"yes"_s : QString(); },
        [this, workspace, handle, hash, person, done](HttpConnection *waiting, const QString &verified) {
            // While it was compared the password may have been changed, or the account closed.
            const Result<std::optional<Accounts::Login>> now = m_hub.accounts().findLogin(workspace, handle);
            const bool still =
                now && *now && (*now)->active && (*now)->hash == hash && (*now)->person == person;
            const PersonId owner = verified.isEmpty() || !still ? PersonId() : person;
            if (!owner.isNull())
                m_hub.limiter().succeeded(handle, waiting->counted());
            done(waiting, owner);
        });
}

void Api::noteSignIn(WorkspaceId workspace, const QString &kind, const QString &handle,
                     HttpConnection *request)
{
    // Of somebody who guesses, one entry a minute and address, with how many there were in between: the
    // log must not grow as fast as somebody can send.
    const qint64 now = m_hub.clock().monotonic();
    if (m_guesses.size() > 10'000)
        m_guesses.removeIf([now](const auto &one) { return now - one->writtenAt > 60'000; });
    Guesses &guesses = m_guesses[kind + u' ' + request->counted()];
    ++guesses.unwritten;
    if (guesses.writtenAt != 0 && now - guesses.writtenAt < 60'000)
        return;
    guesses.writtenAt = now;
    const int times = std::exchange(guesses.unwritten, 0);
    Workspace place(m_hub.db(), workspace, m_hub.clock());
    const Maybe<Person> found = place.personByHandle(handle);
    const PersonId who = found && *found ? (*found)->id : PersonId();
    // A name nobody has may be a password typed into the wrong field: it is not written down.
    m_hub.noteSecurity(workspace,
                       {kind,
                        {},
                        who,
                        request->peer(),
                        u"%1 times"_s.arg(times) + (who ? QString() : u", a name nobody has"_s)});
}

void Api::finishSignIn(HttpConnection *request, WorkspaceId workspace, PersonId person, DeviceId device,
                       const QString &deviceName)
{
    const Result<Tokens> tokens = [&]() -> Result<Tokens> {
        Transaction transaction(m_hub.db());
        CHATOPS_TRY(transaction.begun());
        const Result<Tokens> made = m_hub.accounts().startSession(person, device, deviceName);
        if (made)
            CHATOPS_TRY(transaction.commit());
        return made;
    }();
    if (!tokens) {
        answerProblem(request, tokens.error());
        return;
    }
    ++m_signIns;
    m_hub.noteSecurity(workspace, {u"sign_in"_s, person, person, request->peer(), deviceName});
    answerTokens(request, 201, workspace, person, *tokens);
}

void Api::answerTokens(HttpConnection *request, int status, WorkspaceId workspace, PersonId person,
                       const Tokens &tokens)
{
    const Result<Workspace::Summary> summary = Workspace(m_hub.db(), workspace, m_hub.clock()).summary();
    const Maybe<Person> who = readPerson(m_hub.db(), person);
    if (!summary || !who || !*who) {
        answerProblem(
            request,
            summary ? (who ? Error{ErrorCode::NotFound, u"There is no such person."_s, {}} : who.error())
                    : summary.error());
        return;
    }
    request->answer(
        status,
        toJson(QJsonObject{
            {"access"_L1, tokens.access},
            {"refresh"_L1, tokens.refresh},
            {"access_until"_L1, tokens.accessUntil},
            {"lifetime"_L1, AccessLifetime},
            {"person"_L1, toJson(**who)},
            {"workspace"_L1, QJsonObject{{"id"_L1, summary->id.toString()}, {"name"_L1, summary->name}}}}));
}

void Api::refresh(HttpConnection *request, const SessionRow &)
{
    const Result<QJsonObject> json = parseJson(request->body(), {16 * 1024, 4});
    if (!json) {
        answerProblem(request, json.error());
        return;
    }
    JsonReader reader(*json);
    const QString token = reader.text("refresh"_L1, 128);
    if (!reader.ok()) {
        answerProblem(request, reader.error());
        return;
    }
    Accounts::Ending ending;
    const Result<Tokens> tokens = [&]() -> Result<Tokens> {
        Transaction transaction(m_hub.db());
        CHATOPS_TRY(transaction.begun());
        const Result<Tokens> made = m_hub.accounts().refresh(token, &ending);
        if (ending.reused)
            CHATOPS_TRY(appendSecurity(m_hub.db(), ending.workspace, m_hub.clock().now(),
                                       {u"token.reused"_s,
                                        {},
                                        ending.person,
                                        request->peer(),
                                        u"session "_s + ending.session.toString(QUuid::WithoutBraces)}));
        // A reuse revokes: that must be kept although the answer is no.
        if (made || made.error().code == ErrorCode::Unauthenticated)
            CHATOPS_TRY(transaction.commit());
        return made;
    }();
    if (!ending.session.isNull()) // Whoever is on the line may be the thief.
        m_hub.closeSession(ending.session, {u"signed_out"_s, u"The session has ended."_s, 0, true});
    if (!tokens) {
        const Result<QUuid> wipe = wipeOrderFor(m_hub.db(), token);
        if (wipe && !wipe->isNull())
            request->answerError(410, u"wiped"_s, u"This account was deleted."_s);
        else
            answerProblem(request, tokens.error());
        return;
    }
    request->answer(200,
                    toJson(QJsonObject{{"access"_L1, tokens->access},
                                       {"refresh"_L1, tokens->refresh},
                                       {"access_until"_L1, tokens->accessUntil},
                                       {"lifetime"_L1, AccessLifetime}}));
}

std::optional<Accounts::Invite> Api::inviteFor(HttpConnection *request, const QString &code)
{
    // Guessing codes is as dear at reading the terms as at joining.
    if (const qint64 wait = m_hub.limiter().wait({}, request->counted()); wait > 0) {
        request->answerError(429, u"throttled"_s, u"Too many attempts. Wait a moment and try again."_s, wait);
        return std::nullopt;
    }
    const Result<std::optional<Accounts::Invite>> invite = m_hub.accounts().findInvite(code);
    if (!invite) {
        answerProblem(request, invite.error());
        return std::nullopt;
    }
    if (!*invite) {
        m_hub.limiter().failed({}, request->counted());
        answerEntryProblem(request, invitationOver());
    }
    return *invite;
}

void Api::joinTerms(HttpConnection *request, const SessionRow &)
{
    const Result<QJsonObject> json = parseJson(request->body(), {16 * 1024, 4});
    if (!json) {
        answerProblem(request, json.error());
        return;
    }
    JsonReader reader(*json);
    const QString code = reader.text("code"_L1, 64);
    if (!reader.ok()) {
        answerProblem(request, reader.error());
        return;
    }
    const std::optional<Accounts::Invite> invite = inviteFor(request, code);
    if (!invite)
        return;
    Workspace workspace(m_hub.db(), invite->workspace, m_hub.clock());
    PrivacyDesk desk(workspace);
    const Result<Workspace::Summary> summary = workspace.summary();
    Result<WorkspaceRules> rules = desk.rules();
    const Result<QList<PolicyVersion>> policies = desk.policies();
    if (!summary || !rules || !policies) {
        answerProblem(request, !summary ? summary.error() : rules ? policies.error() : rules.error());
        return;
    }
    rules->contacts.clear(); // Who works here is for those who do.
    QJsonObject answer{{"workspace"_L1, summary->name}, {"rules"_L1, toJson(*rules)}};
    if (!policies->isEmpty())
        answer.insert("policy"_L1, toJson(policies->last()));
    request->answer(200, toJson(answer));
}

void Api::join(HttpConnection *request, const SessionRow &)
{
    const Result<QJsonObject> json = parseJson(request->body(), {16 * 1024, 4});
    if (!json) {
        answerProblem(request, json.error());
        return;
    }
    JsonReader reader(*json);
    const QString code = reader.text("code"_L1, 64);
    const QString name = reader.text("name"_L1, Limit::Name).trimmed();
    const QString handle = reader.text("handle"_L1, 40).trimmed().toLower();
    const QString password = reader.text("password"_L1, MaxPassword);
    const auto device = reader.id<DeviceId>("device"_L1);
    const QString deviceName = reader.optionalText("device_name"_L1, 120);
    const qint64 age = reader.optionalInteger("age"_L1, 0, 0, 150);
    if (!reader.ok()) {
        answerProblem(request, reader.error());
        return;
    }
    if (!isValidName(name) || !isValidHandle(handle) || password.size() < MinPassword) {
        request->answerError(
            400, u"invalid_join"_s,
            u"Give a name, a short name of a-z, 0-9, '.', '_' or '-', and a password of at least 8 characters."_s);
        return;
    }
    if (const Result<void> good = checkNewPassword(password, {name, handle}); !good) {
        request->answerError(400, u"weak_password"_s, good.error().message);
        return;
    }
    // Before the costly hash; taken for good, once, after it.
    const std::optional<Accounts::Invite> usable = inviteFor(request, code);
    if (!usable)
        return;
    Workspace entered(m_hub.db(), usable->workspace, m_hub.clock());
    const Result<WorkspaceRules> rules = PrivacyDesk(entered).rules();
    if (!rules) {
        answerProblem(request, rules.error());
        return;
    }
    if (age < rules->minimumAge) {
        request->answerError(
            403, u"too_young"_s,
            u"This workspace is for people of %1 years and older; confirm that you are."_s.arg(
                rules->minimumAge));
        return;
    }
    hashInPool(
        request, [password] { return hashPassword(password); },
        [=, this](HttpConnection *waiting, const QString &hash) {
            WorkspaceId workspace;
            const Result<PersonId> person = [&]() -> Result<PersonId> {
                Transaction transaction(m_hub.db());
                CHATOPS_TRY(transaction.begun());
                const Result<std::optional<Accounts::Invite>> invite = m_hub.accounts().useInvite(code);
                if (!invite)
                    return std::unexpected(invite.error());
                if (!*invite)
                    return std::unexpected(invitationOver());
                workspace = (*invite)->workspace;
                Workspace place(m_hub.db(), workspace, m_hub.clock());
                const Maybe<Person> taken = place.personByHandle(handle);
                if (!taken)
                    return std::unexpected(taken.error());
                if (*taken)
                    return failure(ErrorCode::Conflict, u"This short name is taken. Choose another one."_s);
                const Result<PersonId> added = place.addPerson(name, handle, (*invite)->role, hash);
                if (!added)
                    return added;
                CHATOPS_TRY(appendSecurity(
                    m_hub.db(), workspace, m_hub.clock().now(),
                    {u"invite.used"_s, *added, *added, waiting->peer(), QString(nameOf((*invite)->role))}));
                const Maybe<Channel> general = place.channelByName(u"general"_s);
                if (general && *general && (*general)->kind == ChannelKind::Public
                    && (*invite)->role != Role::Guest)
                    CHATOPS_TRY(place.addMember(**general, *added, *added));
                CHATOPS_TRY(transaction.commit());
                return added;
            }();
            if (!person) {
                answerEntryProblem(waiting, person.error());
                return;
            }
            m_hub.published(workspace);
            finishSignIn(waiting, workspace, *person, device, deviceName);
        });
}

void Api::signOut(HttpConnection *request, const SessionRow &session)
{
    if (const Result<void> revoked = m_hub.accounts().revoke(session.id); !revoked) {
        answerProblem(request, revoked.error());
        return;
    }
    m_hub.noteSecurity(session.workspace,
                       {u"sign_out"_s, session.person, session.person, request->peer(), {}});
    m_hub.closeSession(session.id, {u"signed_out"_s, u"The session has ended."_s, 0, true});
    request->answer(204, {});
}

void Api::snapshot(HttpConnection *request, const SessionRow &session)
{
    Result<std::unique_ptr<SnapshotStream>> stream =
        SnapshotStream::open(m_hub.folder(), session, m_hub.epoch(), m_hub.eagerMessages);
    if (!stream) {
        answerProblem(request, stream.error());
        return;
    }
    if (const Result<void> noted = m_hub.accounts().noteSnapshot(session.id); !noted) {
        answerProblem(request, noted.error());
        return;
    }
    const std::shared_ptr<SnapshotStream> shared = std::move(*stream);
    request->stream([shared] { return shared->next(); }, "application/x-ndjson");
}

void Api::history(HttpConnection *request, const SessionRow &session)
{
    const HttpHead &head = request->head();
    const auto channel = ChannelId::fromString(QString::fromLatin1(head.query.value("channel")));
    const qint64 before =
        head.query.value("before").toLongLong(); // 0, which is refused, when it is no number.
    const int limit = head.query.contains("limit") ? head.query.value("limit").toInt() : 100;
    answerPage(request, historyPage(m_hub.db(), session, channel, before, limit));
}

void Api::thread(HttpConnection *request, const SessionRow &session)
{
    const auto root = MessageId::fromString(QString::fromLatin1(request->head().query.value("root")));
    answerPage(request, threadPage(m_hub.db(), session, root));
}

void Api::answerPage(HttpConnection *request, const Result<HistoryPage> &page)
{
    if (page)
        request->answer(200, encode(*page));
    else
        answerProblem(request, page.error());
}

void Api::usage(HttpConnection *request, const SessionRow &session)
{
    const Result<QJsonObject> json = parseJson(request->body(), {16 * 1024, 4});
    if (!json) {
        answerProblem(request, json.error());
        return;
    }
    JsonReader reader(*json);
    const QJsonObject counts = reader.object("counts"_L1);
    QHash<QString, qint64> totals;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        const qint64 count = it.value().toInteger(-1);
        if (count < 1 || count > mostCounted)
            reader.fail("counts"_L1, "holds a wrong number");
        totals.insert(it.key(), count);
    }
    if (!reader.ok() || totals.isEmpty()) {
        answerProblem(request,
                      reader.ok() ? Error{ErrorCode::Invalid, u"There is nothing in it."_s, {}}
                                  : reader.error());
        return;
    }
    const Result<void> added = [&]() -> Result<void> {
        Transaction transaction(m_hub.db());
        CHATOPS_TRY(transaction.begun());
        Workspace workspace(m_hub.db(), session.workspace, m_hub.clock());
        CHATOPS_TRY(PrivacyDesk(workspace).addUsage(session.person, totals));
        return transaction.commit();
    }();
    if (added)
        request->answer(204, {});
    else
        answerProblem(request, added.error());
}

void Api::putFile(HttpConnection *request, const SessionRow &session)
{
    // Once more: several may have been let in with room for one.
    if (const Result<void> room = roomForFile(m_hub, session, request->body().size()); !room) {
        request->answerError(room.error().code == ErrorCode::Throttled ? 507 : 503, u"quota"_s,
                             room.error().message);
        return;
    }
    const Result<void> stored = storeFile(m_hub.db(), session, idFromPath<FileId>(request->head()),
                                          request->body(), m_hub.clock().now());
    if (stored)
        request->answer(204, {});
    else
        answerProblem(request, stored.error());
}

void Api::getFile(HttpConnection *request, const SessionRow &session)
{
    const Result<QByteArray> bytes = readFile(m_hub.db(), session, idFromPath<FileId>(request->head()));
    if (bytes)
        request->answer(200, *bytes, "application/octet-stream", "Content-Disposition: attachment\r\n");
    else
        answerProblem(request, bytes.error());
}

} // namespace ChatOps::Server
