// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/hub.h"
#include "server/net/health.h"
#include "server/net/httpconnection.h"
#include "server/net/rightswork.h"

#include <QThreadPool>

namespace ChatOps::Server {

/// The HTTP side of `hub.v1`; docs/protocol.md lists every endpoint.
class Api final : public QObject {
    Q_OBJECT
public:
    explicit Api(Hub &hub);
    ~Api() override;

    /// True when the request came from somebody who is signed in.
    bool handle(HttpConnection *request);
    /// What the front of the server counts, for /metrics.
    struct Counters {
        qint64 connections = 0;
        qint64 waiting = 0; ///< Nobody has signed in over them yet.
        qint64 turnedAway = 0;
        qint64 gaveWay = 0;
        qint64 uploadBytes = 0; ///< In memory.
    };
    void setCounters(std::function<Counters()> counters) { m_counters = std::move(counters); }
    /// Whether a request's body is read at all; asked once its head is known.
    [[nodiscard]] HttpAdmission admit(const HttpHead &head);

    /// One row a route; tests and documentation are checked against it.
    enum class Access {
        Anybody,
        Session, ///< Whoever has a live session; about themselves and their workspace.
        Confirmed, ///< Also has given the password again, in the last minutes.
        Member, ///< Also belongs to the channel concerned, or put the file there.
    };
    struct Route {
        const char *method;
        const char *path; ///< A trailing '/' stands for one more segment.
        Access access;
        void (Api::*handler)(HttpConnection *, const SessionRow &);
    };
    [[nodiscard]] static std::span<const Route> routes();
    [[nodiscard]] RightsWork &work() { return m_work; }
    /// The connection is TLS: cookies may say so.
    void setSecure(bool secure) { m_secure = secure; }

private:
    void health(HttpConnection *request, const SessionRow &);
    void info(HttpConnection *request, const SessionRow &);
    void metrics(HttpConnection *request, const SessionRow &);
    void listSessions(HttpConnection *request, const SessionRow &session);
    void endSession(HttpConnection *request, const SessionRow &session);
    void changePassword(HttpConnection *request, const SessionRow &session);
    void signIn(HttpConnection *request, const SessionRow &);
    void joinTerms(HttpConnection *request, const SessionRow &);
    void join(HttpConnection *request, const SessionRow &);
    void refresh(HttpConnection *request, const SessionRow &);
    void signOut(HttpConnection *request, const SessionRow &session);
    void snapshot(HttpConnection *request, const SessionRow &session);
    void history(HttpConnection *request, const SessionRow &session);
    void thread(HttpConnection *request, const SessionRow &session);
    void usage(HttpConnection *request, const SessionRow &session);
    void putFile(HttpConnection *request, const SessionRow &session);
    void getFile(HttpConnection *request, const SessionRow &session);
    void confirm(HttpConnection *request, const SessionRow &session);
    void beginExport(HttpConnection *request, const SessionRow &session);
    void listExports(HttpConnection *request, const SessionRow &session);
    void getExport(HttpConnection *request, const SessionRow &session);
    void removeExport(HttpConnection *request, const SessionRow &session);
    void getPack(HttpConnection *request, const SessionRow &session);
    void makeTicket(HttpConnection *request, const SessionRow &session);
    void transfer(HttpConnection *request, const SessionRow &session);
    void takePack(HttpConnection *request, const SessionRow &);
    void erasurePlan(HttpConnection *request, const SessionRow &session);
    void erase(HttpConnection *request, const SessionRow &session);
    void receipt(HttpConnection *request, const SessionRow &);
    void wiped(HttpConnection *request, const SessionRow &);
    void accesses(HttpConnection *request, const SessionRow &session);
    void serverPage(HttpConnection *request, const SessionRow &);
    void preview(HttpConnection *request, const SessionRow &session);
    void recommend(HttpConnection *request, const SessionRow &session);
    void unsubscribePage(HttpConnection *request, const SessionRow &);
    void unsubscribeNow(HttpConnection *request, const SessionRow &);
    void activity(HttpConnection *request, const SessionRow &session);
    void present(HttpConnection *request, const SessionRow &session);
    void requestForm(HttpConnection *request, const SessionRow &);
    void takeForm(HttpConnection *request, const SessionRow &);
    /// A sign-in that failed; those that follow within a minute from one address are counted, not listed.
    void noteSignIn(WorkspaceId workspace, const QString &kind, const QString &handle,
                    HttpConnection *request);
    void answerForm(HttpConnection *request, WorkspaceId workspace, PersonId person, int choice,
                    const QString &text);

    [[nodiscard]] Result<WorkspaceId> workspaceFor(const QString &wanted);
    void answerTokens(HttpConnection *request, int status, WorkspaceId workspace, PersonId person,
                      const Tokens &tokens);
    static void answerPage(HttpConnection *request, const Result<HistoryPage> &page);
    static void answerProblem(HttpConnection *request, const Error &error);
    /// Before there is a session, problems have codes of their own, so that clients
    /// can say them in their language.
    static void answerEntryProblem(HttpConnection *request, const Error &error);
    /// The invitation behind `code`, for the two answers that anybody may ask for; none
    /// when `request` has been answered with why not. Wrong codes count against the peer.
    [[nodiscard]] std::optional<Accounts::Invite> inviteFor(HttpConnection *request, const QString &code);
    void finishSignIn(HttpConnection *request, WorkspaceId workspace, PersonId person, DeviceId device,
                      const QString &deviceName);
    /// Whose password is it? `done` gets the person with this short name, or none when the two do
    /// not belong together; a name nobody has takes the same time. The caller has asked the limiter.
    void checkPassword(HttpConnection *request, WorkspaceId workspace, const QString &handle,
                       const QString &password, const std::function<void(HttpConnection *, PersonId)> &done);
    /// Runs Argon2id off the socket thread; `done` comes back on it, unless
    /// the connection is gone.
    void hashInPool(HttpConnection *request, std::function<QString()> work,
                    std::function<void(HttpConnection *, const QString &)> done);

    struct Guesses {
        qint64 writtenAt = 0;
        int unwritten = 0;
    };
    Hub &m_hub;
    Health m_health;
    RightsWork m_work;
    QThreadPool m_pool;
    int m_hashing = 0;
    bool m_secure = false;
    std::function<Counters()> m_counters;
    QHash<QString, Guesses> m_guesses;
    qint64 m_signIns = 0;
    qint64 m_refused = 0; ///< Sign-ins with a wrong name or password.
    qint64 m_throttled = 0;
    QHash<PersonId, Allowance> m_previews; ///< So that nobody lets the server run about.
    QHash<PersonId, Allowance> m_presence;
    qint64 m_startedAt;
};

} // namespace ChatOps::Server
