// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/api.h"

#include "core/entityjson.h"
#include "server/hub/passwords.h"

using namespace Qt::Literals::StringLiterals;

// A person's own sessions and password.

namespace ChatOps::Server {

void Api::listSessions(HttpConnection *request, const SessionRow &session)
{
    const Result<QList<Accounts::Listed>> sessions = m_hub.accounts().sessionsOf(session.person);
    if (!sessions) {
        answerProblem(request, sessions.error());
        return;
    }
    QJsonArray list;
    for (const Accounts::Listed &one : *sessions)
        list.append(QJsonObject{{"id"_L1, one.id.toString(QUuid::WithoutBraces)},
                                {"device"_L1, one.deviceName},
                                {"created"_L1, one.created},
                                {"seen"_L1, one.seen},
                                {"this"_L1, one.id == session.id}});
    request->answer(200, toJson(QJsonObject{{"sessions"_L1, list}}));
}

void Api::endSession(HttpConnection *request, const SessionRow &session)
{
    const HttpHead &head = request->head();
    const QUuid wanted =
        QUuid::fromString(QString::fromUtf8(head.path.sliced(head.path.lastIndexOf('/') + 1)));
    const Result<bool> own = m_hub.accounts().isOwn(session.person, wanted);
    const Result<void> ended = !own ? std::unexpected(own.error())
        : *own                      ? m_hub.accounts().revoke(wanted)
                                    : failure(ErrorCode::NotFound, u"There is no such session of yours."_s);
    if (!ended) {
        answerProblem(request, ended.error());
        return;
    }
    m_hub.noteSecurity(session.workspace,
                       {u"session.ended"_s, session.person, session.person, request->peer(), {}});
    m_hub.closeSession(wanted, {u"signed_out"_s, u"The session has ended."_s, 0, true});
    request->answer(204, {});
}

void Api::changePassword(HttpConnection *request, const SessionRow &session)
{
    const Result<QJsonObject> json = parseJson(request->body(), {16 * 1024, 4});
    const QString password = json ? json->value("password"_L1).toString() : QString();
    const Maybe<Person> person = readPerson(m_hub.db(), session.person);
    if (!person || !*person) {
        answerProblem(request, person ? Error{ErrorCode::NotFound, {}, {}} : person.error());
        return;
    }
    if (const Result<void> good = checkNewPassword(password, {(*person)->name, (*person)->handle}); !good) {
        request->answerError(400, u"weak_password"_s, good.error().message);
        return;
    }
    hashInPool(
        request, [password] { return hashPassword(password); },
        [this, session](HttpConnection *waiting, const QString &hash) {
            const Result<void> changed = [&]() -> Result<void> {
                Transaction transaction(m_hub.db());
                CHATOPS_TRY(transaction.begun());
                CHATOPS_TRY(m_hub.accounts().setPassword(session.person, hash));
                // Whoever knew the old one is out; the device that changed it goes on.
                CHATOPS_TRY(m_hub.accounts().revokeAll(session.person, session.id));
                return transaction.commit();
            }();
            if (!changed) {
                answerProblem(waiting, changed.error());
                return;
            }
            m_hub.noteSecurity(session.workspace,
                               {u"password.changed"_s, session.person, session.person, waiting->peer(), {}});
            m_hub.closeOtherSessions(session.person, session.id);
            waiting->answer(204, {});
        });
}

} // namespace ChatOps::Server
