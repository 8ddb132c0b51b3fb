// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

// Events from the surroundings: the life of a connection.

namespace ChatOps {
namespace {

constexpr qint64 openLimit = 30'000;

QString say(const char *text)
{
    return QCoreApplication::translate("Sync", text);
}

} // namespace

SyncEngine::SyncEngine(const Identity &identity, const Clock &clock, std::function<double()> random)
    : m_identity(identity)
    , m_clock(clock)
    , m_random(std::move(random))
{
}

QList<SyncEffect> SyncEngine::step(const SyncEvent &event)
{
    m_effects.clear();
    std::visit([this](const auto &happened) { on(happened); }, event);
    schedule();
    return std::exchange(m_effects, {});
}

void SyncEngine::on(const Happened::Started &)
{
    if (m_phase == Phase::Idle)
        connectNow();
}

void SyncEngine::on(const Happened::Stopped &)
{
    if (m_phase == Phase::Over)
        return;
    m_phase = Phase::Idle;
    m_effects.append(Do::CloseSocket{});
    tell(LinkStatus::State::Stopped);
}

void SyncEngine::on(const Happened::RetryRequested &)
{
    if (m_phase != Phase::Waiting)
        return;
    m_failures = 0;
    connectNow();
}

void SyncEngine::connectNow()
{
    m_phase = Phase::ReadingPosition;
    m_reconnectAt = 0;
    // From here on only what is submitted while the position is being read.
    m_queue.clear();
    m_known.clear();
    m_effects.append(Do::ReadPosition{});
    tell(LinkStatus::State::Connecting);
}

void SyncEngine::on(const Happened::PositionRead &event)
{
    if (m_phase != Phase::ReadingPosition)
        return;
    m_cursor = event.position.cursor;
    m_held = event.position.held;
    m_schema = event.position.schema;
    const std::deque<Operation> meanwhile = std::exchange(m_queue, {});
    m_known.clear();
    m_inFlight.clear();
    m_filesUnderWay = {};
    // A server restored from a backup does not have them; one that has says so at once.
    m_filesSent.clear();
    for (const PendingOperation &pending : event.position.outbox) {
        if (pending.state == PendingOperation::State::Waiting)
            enqueue(pending.operation);
    }
    // Written behind the back of the answer; it would wait for the next connection.
    for (const Operation &operation : meanwhile)
        enqueue(operation);
    m_phase = Phase::GettingToken;
    m_effects.append(Do::GetToken{std::exchange(m_tokenRefused, false)});
}

void SyncEngine::on(const Happened::PositionFailed &event)
{
    if (m_phase == Phase::ReadingPosition)
        disconnect(event.error);
}

void SyncEngine::on(const Happened::TokenReady &event)
{
    if (m_phase == Phase::GettingToken) {
        m_phase = Phase::Opening;
        m_openDeadline = m_clock.monotonic() + openLimit;
        Frame::Hello hello{event.token, m_identity.device, m_identity.workspace, m_cursor, m_held, m_schema};
        m_effects.append(Do::OpenSocket{});
        // Kept until the socket is open: the first frame of every connection.
        m_effects.append(Do::Send{encode(hello)});
    } else if (m_phase == Phase::Live || m_phase == Phase::Greeting) {
        m_effects.append(Do::Send{encode(Frame::Auth{event.token})});
    }
}

void SyncEngine::on(const Happened::TokenFailed &event)
{
    if (event.error.code == ErrorCode::Unauthenticated) {
        endSession(LinkStatus::State::SignedOut, event.error.message);
        return;
    }
    if (m_phase == Phase::GettingToken)
        disconnect(event.error);
}

void SyncEngine::on(const Happened::SocketOpened &)
{
    if (m_phase != Phase::Opening)
        return;
    m_phase = Phase::Greeting;
    m_heardAt = m_clock.monotonic();
    m_pingAt = m_heardAt + m_heartbeat;
}

void SyncEngine::on(const Happened::SocketClosed &event)
{
    if (m_phase == Phase::Opening || m_phase == Phase::Greeting || m_phase == Phase::Live)
        disconnect(event.error);
}

void SyncEngine::disconnect(const Error &error, std::optional<qint64> delay)
{
    m_effects.append(Do::CloseSocket{});
    m_phase = Phase::Waiting;
    m_ackAt = 0;
    m_inFlight.clear();
    // Full jitter: everybody who lost the same server comes back spread out.
    const qint64 ceiling = std::min(LongestDelay, FirstDelay << std::min(m_failures, 10));
    const qint64 pause = delay ? *delay : qint64(double(ceiling) * m_random());
    ++m_failures;
    m_reconnectAt = m_clock.monotonic() + std::max<qint64>(pause, 50);
    tell(LinkStatus::State::Offline,
         error.message.isEmpty() ? say(QT_TRANSLATE_NOOP("Sync", "The server cannot be reached."))
                                 : error.message);
}

void SyncEngine::endSession(LinkStatus::State state, const QString &reason)
{
    m_phase = Phase::Over;
    m_effects.append(Do::CloseSocket{});
    tell(state, reason);
}

void SyncEngine::loadSnapshot()
{
    m_phase = Phase::Snapshot;
    m_effects.append(Do::CloseSocket{});
    m_effects.append(Do::LoadSnapshot{});
    tell(LinkStatus::State::Syncing);
}

void SyncEngine::on(const Happened::SnapshotLoaded &)
{
    if (m_phase != Phase::Snapshot)
        return;
    m_failures = 0;
    connectNow();
}

void SyncEngine::on(const Happened::SnapshotFailed &event)
{
    if (m_phase != Phase::Snapshot)
        return;
    if (event.error.code == ErrorCode::Unauthenticated)
        m_tokenRefused = true;
    disconnect(event.error);
}

void SyncEngine::on(const Happened::Applied &event)
{
    if (m_phase != Phase::Live)
        return;
    m_applied = event.rev;
    if (!m_ackAt)
        m_ackAt = m_clock.monotonic() + AckDelay;
    if (event.rev >= m_target && m_status.state != LinkStatus::State::Online) {
        m_failures = 0;
        tell(LinkStatus::State::Online);
    } else {
        tellProgress();
    }
}

void SyncEngine::on(const Happened::ApplyFailed &event)
{
    // What the store holds is asked anew; a failing disk is tried again later.
    if (m_phase == Phase::Live)
        disconnect(event.error);
}

void SyncEngine::on(const Happened::Submitted &event)
{
    enqueue(event.operation);
    sendOperations();
}

void SyncEngine::on(const Happened::FilesSent &event)
{
    m_filesSent.insert(event.operation);
    if (m_filesUnderWay == event.operation)
        m_filesUnderWay = {};
    sendOperations();
}

void SyncEngine::on(const Happened::FilesFailed &event)
{
    if (m_filesUnderWay != event.operation)
        return;
    m_filesUnderWay = {};
    const bool passing = event.error.code == ErrorCode::Offline || event.error.code == ErrorCode::Timeout
        || event.error.code == ErrorCode::Unauthenticated || event.error.code == ErrorCode::Throttled
        || event.error.code == ErrorCode::Storage;
    if (passing) {
        m_holdUntil = m_clock.monotonic() + 5'000;
        return;
    }
    // It will never go through: the person sees why, the text and file stay.
    Verdict verdict;
    verdict.operation = event.operation;
    verdict.kind = Verdict::Kind::Rejected;
    verdict.code = u"file"_s;
    verdict.message = event.error.message;
    receive(Frame::Verdicts{{verdict}});
    std::erase_if(m_queue, [&](const Operation &operation) { return operation.id == event.operation; });
    sendOperations();
}

void SyncEngine::on(const Happened::TimePassed &)
{
    const qint64 now = m_clock.monotonic();
    switch (m_phase) {
    case Phase::Waiting:
        if (now >= m_reconnectAt)
            connectNow();
        break;
    case Phase::Opening:
        if (now >= m_openDeadline)
            disconnect(
                {ErrorCode::Timeout, say(QT_TRANSLATE_NOOP("Sync", "The server does not answer.")), {}});
        break;
    case Phase::Greeting:
    case Phase::Live:
        if (now - m_heardAt >= 2LL * m_heartbeat) {
            // A half-open connection: the cable is out, but nobody said so.
            disconnect(
                {ErrorCode::Timeout, say(QT_TRANSLATE_NOOP("Sync", "The connection went silent.")), {}});
        } else if (now >= m_pingAt) {
            m_pingAt = now + m_heartbeat;
            m_effects.append(Do::Send{encode(Frame::Ping{})});
        }
        if (m_holdUntil && now >= m_holdUntil) {
            m_holdUntil = 0;
            sendOperations();
        }
        if (m_ackAt && now >= m_ackAt && m_phase == Phase::Live) {
            m_ackAt = 0;
            m_effects.append(Do::Send{encode(Frame::Ack{m_applied})});
        }
        break;
    default:
        break;
    }
}

void SyncEngine::schedule()
{
    const qint64 now = m_clock.monotonic();
    qint64 next = 0;
    const auto consider = [&next](qint64 at) { next = at > 0 && (next == 0 || at < next) ? at : next; };
    switch (m_phase) {
    case Phase::Waiting:
        consider(m_reconnectAt);
        break;
    case Phase::Opening:
        consider(m_openDeadline);
        break;
    case Phase::Greeting:
    case Phase::Live:
        consider(m_pingAt);
        consider(m_heardAt + 2LL * m_heartbeat);
        consider(m_holdUntil);
        if (m_phase == Phase::Live)
            consider(m_ackAt);
        break;
    default:
        break;
    }
    if (next)
        m_effects.append(Do::WakeAfter{std::max<qint64>(1, next - now)});
}

void SyncEngine::tell(LinkStatus::State state, const QString &reason)
{
    LinkStatus status;
    status.state = state;
    status.reason = reason;
    // "Offline since" counts from the moment the link went, through every retry.
    const auto isDown = [](LinkStatus::State s) {
        return s == LinkStatus::State::Offline || s == LinkStatus::State::Connecting;
    };
    status.since = isDown(state) && isDown(m_status.state) && m_status.since ? m_status.since : m_clock.now();
    if (state == LinkStatus::State::Connecting && m_status.state == LinkStatus::State::Offline)
        status.reason = m_status.reason;
    if (status == m_status)
        return;
    m_status = status;
    m_effects.append(Do::Tell{m_status});
}

void SyncEngine::tellProgress()
{
    if (m_status.state != LinkStatus::State::Syncing || m_target <= m_startRev)
        return;
    const int percent =
        int(std::clamp<qint64>((m_cursor.rev - m_startRev) * 100 / (m_target - m_startRev), 0, 99));
    if (percent == m_status.progress)
        return;
    m_status.progress = percent;
    m_effects.append(Do::Tell{m_status});
}

} // namespace ChatOps
