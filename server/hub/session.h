// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/frames.h"
#include "server/hub/accounts.h"
#include "server/hub/allowance.h"

namespace ChatOps::Server {

class Hub;

/// Where a session's frames go: a socket, or a simulation's network.
class Outlet {
public:
    Outlet() = default;
    Outlet(const Outlet &) = delete;
    Outlet &operator=(const Outlet &) = delete;
    virtual ~Outlet() = default;
    virtual void send(const QByteArray &frame) = 0;
    /// Bytes accepted by `send` that the peer has not taken yet.
    [[nodiscard]] virtual qint64 unsent() const = 0;
    /// `code`: RFC 6455 section 7.4. What was sent before still leaves, unless the peer
    /// does not take it.
    virtual void close(int code, const QString &reason) = 0;
    /// It is known now whose it is.
    virtual void signedIn() { }
};

/// One device's conversation: from `hello` to the end, without a socket.
class Session {
public:
    Session(Hub &hub, Outlet &outlet);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    void receive(QByteArrayView frame);
    /// What costs work without being a message: fragments and control frames of RFC 6455.
    void spend(double messages);
    /// Sends what the log holds beyond this session's cursor, as long as the
    /// peer keeps up.
    void pump();
    /// The peer has taken something: goes on if it was waited for.
    void drained();
    /// What the person may do may have been changed by a command.
    void readRole();
    /// Called about once a second.
    /// `late`: how long the server has listened to nobody before, in milliseconds.
    void tick(qint64 monotonic, qint64 late = 0);
    void finish(const Frame::Problem &problem, int code = 1008);
    /// Carries out what the device asked for, within a transaction of the hub, which then answers.
    /// `written`: what that put into the log is added to it.
    [[nodiscard]] Result<Frame::Verdicts> execute(const Frame::Operations &frame,
                                                  Workspace::Written &written);
    void answer(const Frame::Verdicts &verdicts);
    /// What was asked for could not be stored.
    void fail(const Error &error);
    void bye(qint64 delay);
    /// The account is gone: the device is to destroy what it holds.
    void wipe();

    [[nodiscard]] bool isLive() const { return m_state == State::Live; }
    [[nodiscard]] bool isClosed() const { return m_state == State::Closed; }
    [[nodiscard]] const QUuid &row() const { return m_row.id; }
    [[nodiscard]] PersonId person() const { return m_row.person; }
    [[nodiscard]] WorkspaceId workspace() const { return m_row.workspace; }

private:
    enum class State { AwaitingHello, Live, Closed };

    void handle(const Frame::Hello &frame);
    void handle(const Frame::Operations &frame);
    void handle(const Frame::Auth &frame);
    void handle(const Frame::Ack &frame);
    void handle(const Frame::Ping &frame);
    template <typename T>
    void handle(const T &)
    {
        // A frame only servers send, or one this version does not know.
    }
    [[nodiscard]] Result<void> begin(const Frame::Hello &frame);
    [[nodiscard]] Result<void> syncMemberships();
    [[nodiscard]] Result<void> backfill(ChannelId channel);
    /// What a guest has to know of somebody they meet, as changes of a delta.
    [[nodiscard]] Result<QList<QByteArray>> introduce(PersonId person, qint64 rev);
    [[nodiscard]] Result<void> sendGaps();
    [[nodiscard]] Result<bool> pumpOnce();
    using Since = std::optional<qint64>;
    /// From which revision on the device gets changes of the channel: asked of the server's own rows
    /// each time, whatever the device says it holds. Nothing when the person is not a member, or has
    /// not been brought the channel yet.
    [[nodiscard]] Result<Since> memberSince(ChannelId channel);
    [[nodiscard]] Result<bool> isVisible(const LogEntry &entry);
    [[nodiscard]] Result<void> noteDenied(const Operation &operation, const QString &code);
    void send(const AnyFrame &frame);
    /// Ends the session of a peer that lets more pile up than it would get by reading.
    bool dropIfDeaf();
    /// Sends a delta without changes, so that the device knows how far it is.
    void tellCursor();

    Hub &m_hub;
    Outlet &m_outlet;
    State m_state = State::AwaitingHello;
    SessionRow m_row;
    qint64 m_cursor = 0; ///< The log has been read up to here for this device.
    qint64 m_told = 0; ///< The device has been sent everything up to here; between both is nothing for it.
    bool m_blocked = false; ///< More is there to send than the peer has room for.
    bool m_awaited = false; ///< It waits to hear that it has reached a revision.
    /// What the device need not be sent again. Memberships it claims and does not have are never in it.
    Memberships m_held;
    int m_schema = 0; ///< What the device can store.
    /// Messages behind a gap the client was told of; it holds none of them yet.
    struct Skipped {
        qint64 first = 0;
        qint64 last = 0;
    };
    QHash<ChannelId, Skipped> m_skipped;
    qint64 m_skippedUntil = 0; ///< Up to this revision; what comes later may touch rows fetched meanwhile.
    QList<ChannelId> m_backfills; ///< Joined channels whose contents are still to be sent.
    bool m_filling = false; ///< A joined channel is being sent,
    qint64 m_filled = 0; ///< and so many bytes of it had not been taken then.
    qint64 m_openedAt;
    qint64 m_stuckSince = 0;
    qint64 m_lastHeard;
    Allowance m_operationAllowance;
    Allowance m_messageAllowance;
    Allowance m_byteAllowance;
    bool m_expiryTold = false;
    int m_denied = 0; ///< Operations the person may not do.
    qint64 m_deniedAt = 0;
};

} // namespace ChatOps::Server
