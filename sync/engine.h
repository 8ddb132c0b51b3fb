// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <deque>
#include <variant>

namespace ChatOps {

/// What reaches the state machine.
namespace Happened {
struct Started { };
struct Stopped { };
struct RetryRequested { }; ///< By the person, or because the network came back.
struct PositionRead {
    Replica::Position position;
};
struct PositionFailed {
    Error error;
};
struct TokenReady {
    QString token;
};
struct TokenFailed {
    Error error;
};
struct SocketOpened { };
struct SocketClosed {
    Error error;
};
struct FrameArrived {
    QByteArray bytes;
};
struct Applied {
    qint64 rev = 0;
};
struct ApplyFailed {
    Error error;
};
struct SnapshotLoaded { };
struct SnapshotFailed {
    Error error;
};
struct Submitted {
    Operation operation;
};
struct FilesSent {
    OperationId operation;
};
struct FilesFailed {
    OperationId operation;
    Error error;
};
struct TimePassed { };
} // namespace Happened

using SyncEvent =
    std::variant<Happened::Started, Happened::Stopped, Happened::RetryRequested, Happened::PositionRead,
                 Happened::PositionFailed, Happened::TokenReady, Happened::TokenFailed,
                 Happened::SocketOpened, Happened::SocketClosed, Happened::FrameArrived, Happened::Applied,
                 Happened::ApplyFailed, Happened::SnapshotLoaded, Happened::SnapshotFailed,
                 Happened::Submitted, Happened::FilesSent, Happened::FilesFailed, Happened::TimePassed>;

/// What the state machine asks its surroundings to do. Effects on the store
/// are carried out in their order.
namespace Do {
struct ReadPosition { };
struct GetToken {
    bool fresh = false; ///< Not the one at hand.
};
struct OpenSocket { };
struct CloseSocket { };
struct Send {
    QByteArray frame;
};
struct LoadSnapshot { };
struct Apply {
    Delta delta;
};
struct AddScope {
    ChannelId channel;
    qint64 mid = 0;
};
struct DropScope {
    ChannelId channel;
};
struct AddGap {
    ChannelId channel;
    qint64 first = 0;
    qint64 last = 0;
};
struct KeepVerdicts {
    QList<Verdict> verdicts;
};
struct SendFiles {
    Operation operation;
};
struct WakeAfter {
    qint64 milliseconds = 0;
};
struct Tell {
    LinkStatus status;
};
struct Wipe { };
} // namespace Do

using SyncEffect = std::variant<Do::ReadPosition, Do::GetToken, Do::OpenSocket, Do::CloseSocket, Do::Send,
                                Do::LoadSnapshot, Do::Apply, Do::AddScope, Do::DropScope, Do::AddGap,
                                Do::KeepVerdicts, Do::SendFiles, Do::WakeAfter, Do::Tell, Do::Wipe>;

/// The client's side of `hub.v1` as a state machine without sockets, timers
/// or disk: `step(event)` gives the effects. Not thread-safe; has no threads.
///
/// Each connection begins by reading the store's position, so that whatever
/// happened before, what is said to the server is what the store holds.
class SyncEngine {
public:
    struct Identity {
        DeviceId device;
        WorkspaceId workspace;
    };
    /// `random` gives numbers from 0 to 1, for the jitter of reconnection.
    SyncEngine(const Identity &identity, const Clock &clock, std::function<double()> random);

    [[nodiscard]] QList<SyncEffect> step(const SyncEvent &event);
    [[nodiscard]] const LinkStatus &status() const { return m_status; }

    static constexpr qint64 FirstDelay = 500;
    static constexpr qint64 LongestDelay = 60'000;
    static constexpr int OperationsPerFrame = 20;
    /// Milliseconds after a change was applied until the server is told of it and of all that
    /// followed: an answer to every change would cost a server as much as the changes do.
    static constexpr qint64 AckDelay = 1'000;
    static constexpr int OperationsInFlight = 100;

private:
    enum class Phase {
        Idle,
        Waiting,
        ReadingPosition,
        GettingToken,
        Opening,
        Greeting,
        Live,
        Snapshot,
        Over
    };

    void on(const Happened::Started &);
    void on(const Happened::Stopped &);
    void on(const Happened::RetryRequested &);
    void on(const Happened::PositionRead &);
    void on(const Happened::PositionFailed &);
    void on(const Happened::TokenReady &);
    void on(const Happened::TokenFailed &);
    void on(const Happened::SocketOpened &);
    void on(const Happened::SocketClosed &);
    void on(const Happened::FrameArrived &);
    void on(const Happened::Applied &);
    void on(const Happened::ApplyFailed &);
    void on(const Happened::SnapshotLoaded &);
    void on(const Happened::SnapshotFailed &);
    void on(const Happened::Submitted &);
    void on(const Happened::FilesSent &);
    void on(const Happened::FilesFailed &);
    void on(const Happened::TimePassed &);

    void receive(const Frame::Welcome &frame);
    void receive(const Delta &frame);
    void receive(const Frame::ScopeAdd &frame);
    void receive(const Frame::ScopeDrop &frame);
    void receive(const Frame::Gap &frame);
    void receive(const Frame::Verdicts &frame);
    void receive(const Frame::AuthExpiring &);
    void receive(const Frame::Resync &frame);
    void receive(const Frame::Wipe &);
    void receive(const Frame::Bye &frame);
    void receive(const Frame::Problem &frame);
    template <typename T>
    void receive(const T &)
    {
        // Pongs need nothing; what only clients send, or a newer server, is ignored.
    }

    void connectNow();
    void disconnect(const Error &error, std::optional<qint64> delay = {});
    void loadSnapshot();
    void sendOperations();
    void enqueue(const Operation &operation);
    void schedule();
    void tell(LinkStatus::State state, const QString &reason = {});
    void tellProgress();
    void protocolBroken(const QString &detail);
    void endSession(LinkStatus::State state, const QString &reason);

    Identity m_identity;
    const Clock &m_clock;
    std::function<double()> m_random;
    QList<SyncEffect> m_effects;
    Phase m_phase = Phase::Idle;
    LinkStatus m_status;

    Cursor m_cursor; ///< Expected next `from`: what was handed to the store.
    Memberships m_held;
    int m_schema = 0;
    qint64 m_target = 0; ///< Revision at which this connection has caught up.
    qint64 m_startRev = 0;
    bool m_tokenRefused = false; ///< The server refused the token once; get a fresh one.

    std::deque<Operation> m_queue; ///< Not yet sent on this connection.
    QSet<OperationId> m_known; ///< In the queue or in flight.
    QSet<OperationId> m_inFlight;
    QSet<OperationId> m_filesSent;
    OperationId m_filesUnderWay;
    qint64 m_applied = 0; ///< The revision to acknowledge next,
    qint64 m_ackAt = 0; ///< and when; 0: there is none.
    qint64 m_holdUntil = 0; ///< Server asked to wait with operations.

    int m_heartbeat = 25'000;
    int m_failures = 0;
    qint64 m_heardAt = 0;
    qint64 m_pingAt = 0;
    qint64 m_reconnectAt = 0;
    qint64 m_openDeadline = 0;
};

} // namespace ChatOps
