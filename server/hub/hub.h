// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/authenticator.h"
#include "server/hub/database.h"
#include "server/hub/mail.h"
#include "server/hub/securitylog.h"
#include "server/hub/session.h"
#include "server/hub/workspace.h"

#include <deque>
#include <functional>

namespace ChatOps::Server {

/// The server's logic without sockets: sessions, the log, sign-in. One thread.
class Hub {
public:
    Hub(DataFolder folder, std::unique_ptr<Connection> db, const Clock &clock);
    ~Hub();
    Hub(const Hub &) = delete;
    Hub &operator=(const Hub &) = delete;

    [[nodiscard]] Connection &db() { return *m_db; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const DataFolder &folder() const { return m_folder; }
    [[nodiscard]] Accounts accounts() { return {*m_db, m_clock, &limits}; }
    [[nodiscard]] AttemptLimiter &limiter() { return m_limiter; }
    [[nodiscard]] QString epoch() const { return m_epoch; }

    /// What a workspace of an older server does not have yet: rules and a policy. Before
    /// the first session.
    [[nodiscard]] Result<void> prepare();
    /// Keeps whether mail is sent, and tells everybody, so that nobody is offered what does
    /// not come.
    [[nodiscard]] Result<void> tellMail(const MailSetup &setup);
    void add(Session *session) { m_sessions.append(session); }
    void remove(Session *session);
    [[nodiscard]] qsizetype sessionCount() const { return m_sessions.size(); }
    /// Who has a live connection now.
    [[nodiscard]] QSet<PersonId> connectedPeople(WorkspaceId workspace) const;

    /// Operations of a session, to be carried out and answered. What comes at about the same time
    /// shares a transaction, because a commit costs as much for one as for a hundred.
    void submit(Session *session, const Frame::Operations &frame);
    /// How work is put off until what has arrived meanwhile has been read; at once unless given.
    /// Work that is still put off when the hub goes must not be done.
    std::function<void(std::function<void()> work)> later;
    /// Nothing is put off any more; what waits is dropped, and asked for again by whom it belongs to.
    void forgetSubmitted();
    /// Lets every session of the workspace send what is new.
    void published(WorkspaceId workspace);
    /// Entries of the log were rewritten; what memory holds of them goes.
    void forgetRecent(WorkspaceId workspace) { m_recent.remove(workspace); }
    /// Expiry, dead peers, changes by other processes; to be called every `TickEvery`.
    void tick();
    /// Milliseconds.
    static constexpr int TickEvery = 1'000;
    /// Ends the sockets of a session that was revoked, or has a newer one.
    void closeSession(const QUuid &session, const Frame::Problem &problem);
    /// Ends the sockets of every session of the person but one.
    void closeOtherSessions(PersonId person, const QUuid &kept);
    /// Writes down what matters for security. What cannot be written is told in the log of the server.
    void noteSecurity(WorkspaceId workspace, const SecurityEvent &event);
    /// Tells every connected device of the person to destroy what it holds.
    void wipeSessions(PersonId person);
    /// Tells everybody to come back later.
    void stop(qint64 delay);

    /// Log entries after `from`, at most `limit`, and the revision reached.
    struct LogSlice {
        QList<std::shared_ptr<const LogEntry>> entries;
        qint64 to = 0;
    };
    [[nodiscard]] Result<LogSlice> readLog(WorkspaceId workspace, qint64 from, int limit);
    Limits limits;
    /// Bytes free on the disk of the data folder, as of the last few seconds.
    [[nodiscard]] qint64 freeDisk();
    /// How many milliseconds of silence before a peer counts as gone.
    int heartbeat = 25'000;
    /// Revisions kept in the log; older devices need a snapshot.
    qint64 logKept = 1'000'000;
    /// What a device holds of a channel without having scrolled.
    qint64 eagerMessages = EagerMessages;
    /// A device this many revisions behind gets gaps for old posts instead of all of them,
    qint64 farBehind = 2'000;
    /// except for this many of each channel.
    qint64 keptWhenBehind = 200;
    /// Changes of the log kept in memory, per workspace.
    qsizetype recentChanges = 4096;

private:
    struct Submitted {
        Session *session = nullptr;
        Frame::Operations frame;
    };
    enum class Outcome { Done, Busy, Failed };
    /// Every session of now, but for those that end meanwhile.
    void forEachSession(const std::function<void(Session &)> &work);
    void executeSubmitted();
    /// All of them, or none. Busy: the database could not be begun with, whoever had asked.
    [[nodiscard]] Outcome executeTogether(const QList<Submitted> &group);
    void failSubmitted(const QList<Submitted> &group);
    struct Recent {
        qint64 first = 0; ///< The ring holds every revision from here ...
        qint64 last = 0; ///< ... to here.
        std::deque<std::shared_ptr<const LogEntry>> entries;
    };
    [[nodiscard]] Result<void> refresh(WorkspaceId workspace, Recent &recent, qint64 rev);
    static void shorten(Recent &recent, qsizetype kept);
    /// Puts what was committed by this process behind what memory holds, so that it need not be read
    /// and decoded again. Nothing happens where something is missing in between.
    void adopt(WorkspaceId workspace, const Workspace::Written &written);
    /// Carries out every schedule, a part of it at a time, and finds out when the next is due.
    [[nodiscard]] Result<void> keepSchedules();
    [[nodiscard]] Result<void> keepSchedule(WorkspaceId workspace);

    DataFolder m_folder;
    std::unique_ptr<Connection> m_db;
    const Clock &m_clock;
    AttemptLimiter m_limiter;
    QString m_epoch;
    QList<Session *> m_sessions;
    QList<Submitted> m_submitted;
    bool m_executing = false;
    Error m_submitError;
    int m_walks = 0; ///< Through the sessions, within one another.
    QSet<Session *> m_removed; ///< While there are walks.
    QHash<WorkspaceId, Recent> m_recent;
    /// While sessions are told of what is new: what they would all ask the database for.
    std::optional<Workspace::Summary> m_publishing;
    qint64 m_dataVersion = 0;
    qint64 m_lastTrim = 0;
    qint64 m_lastTick = 0;
    qint64 m_freeDisk = -1;
    qint64 m_freeDiskAt = 0;
    Millis m_retentionAt = 0; ///< When something is over next; 0: now.
};

} // namespace ChatOps::Server
