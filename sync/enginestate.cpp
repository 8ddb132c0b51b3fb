// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planted.h"
#include "sync/engine.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

// Frames from the server, and the outbox on its way up.

namespace ChatOps {
namespace {

constexpr qint64 throttlePause = 1'000;

QString say(const char *text)
{
    return QCoreApplication::translate("Sync", text);
}

bool needsFiles(const Operation &operation)
{
    return !operation.data.value("files"_L1).toArray().isEmpty();
}

} // namespace

void SyncEngine::on(const Happened::FrameArrived &event)
{
    if (m_phase != Phase::Greeting && m_phase != Phase::Live)
        return;
    m_heardAt = m_clock.monotonic();
    const Result<AnyFrame> frame = decode(event.bytes, {4 * MaxFrameDown, 16});
    if (!frame) {
        protocolBroken(frame.error().detail);
        return;
    }
    const bool expected = m_phase == Phase::Live || std::holds_alternative<Frame::Welcome>(*frame)
        || std::holds_alternative<Frame::Problem>(*frame) || std::holds_alternative<Frame::Bye>(*frame)
        || std::holds_alternative<Frame::Unknown>(*frame);
    if (!expected) {
        protocolBroken(u"a frame before welcome"_s);
        return;
    }
    std::visit([this](const auto &value) { receive(value); }, *frame);
}

void SyncEngine::protocolBroken(const QString &detail)
{
    ++m_failures;
    disconnect({ErrorCode::Protocol,
                say(QT_TRANSLATE_NOOP("Sync", "The server sent something this version does not understand.")),
                detail});
}

void SyncEngine::receive(const Frame::Welcome &frame)
{
    if (m_phase != Phase::Greeting) {
        protocolBroken(u"welcome twice"_s);
        return;
    }
    m_heartbeat = frame.heartbeat;
    m_pingAt = m_clock.monotonic() + m_heartbeat;
    if (frame.snapshot || frame.server.epoch != m_cursor.epoch) {
        loadSnapshot();
        return;
    }
    m_phase = Phase::Live;
    m_ackAt = 0;
    m_startRev = m_cursor.rev;
    m_target = frame.server.rev;
    if (m_cursor.rev >= m_target) {
        m_failures = 0;
        tell(LinkStatus::State::Online);
    } else {
        tell(LinkStatus::State::Syncing);
    }
    sendOperations();
}

void SyncEngine::receive(const Delta &frame)
{
    if (frame.from != m_cursor.rev && !CHATOPS_PLANTED(ApplyWithoutFrom)) {
        // Something was lost between us; what the store holds is asked anew.
        disconnect({ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Sync", "Changes arrived out of order.")), {}},
                   50);
        return;
    }
    m_cursor.rev = frame.to;
    m_effects.append(Do::Apply{frame});
}

void SyncEngine::receive(const Frame::ScopeAdd &frame)
{
    m_held.insert(frame.channel, frame.mid);
    m_effects.append(Do::AddScope{frame.channel, frame.mid});
}

void SyncEngine::receive(const Frame::ScopeDrop &frame)
{
    m_held.remove(frame.channel);
    m_effects.append(Do::DropScope{frame.channel});
}

void SyncEngine::receive(const Frame::Gap &frame)
{
    m_effects.append(Do::AddGap{frame.channel, frame.first, frame.last});
}

void SyncEngine::receive(const Frame::Verdicts &frame)
{
    QList<Verdict> final;
    for (const Verdict &verdict : frame.verdicts) {
        const bool asked = m_inFlight.remove(verdict.operation) || m_known.contains(verdict.operation);
        if (!asked)
            continue; // An answer to nothing we sent changes nothing.
        if (verdict.kind == Verdict::Kind::Wait) {
            m_holdUntil = m_clock.monotonic() + throttlePause;
            continue;
        }
        m_known.remove(verdict.operation);
        m_filesSent.remove(verdict.operation);
        std::erase_if(m_queue, [&](const Operation &operation) { return operation.id == verdict.operation; });
        final.append(verdict);
    }
    if (!final.isEmpty())
        m_effects.append(Do::KeepVerdicts{final});
    sendOperations();
}

void SyncEngine::receive(const Frame::AuthExpiring &)
{
    m_effects.append(Do::GetToken{true});
}

void SyncEngine::receive(const Frame::Resync &)
{
    loadSnapshot();
}

void SyncEngine::receive(const Frame::Wipe &)
{
    m_effects.append(Do::Wipe{});
    endSession(LinkStatus::State::SignedOut,
               say(QT_TRANSLATE_NOOP("Sync", "The workspace removed this account from this computer.")));
}

void SyncEngine::receive(const Frame::Bye &frame)
{
    disconnect({ErrorCode::Offline, say(QT_TRANSLATE_NOOP("Sync", "The server is restarting.")), {}},
               frame.delay + qint64(double(frame.delay) * m_random()));
}

void SyncEngine::receive(const Frame::Problem &frame)
{
    if (frame.code == u"unauthenticated") {
        m_tokenRefused = true;
        disconnect({ErrorCode::Unauthenticated,
                    say(QT_TRANSLATE_NOOP("Sync", "The session has to be renewed.")),
                    {}});
        return;
    }
    if (frame.code == u"signed_out") {
        endSession(LinkStatus::State::SignedOut,
                   say(QT_TRANSLATE_NOOP("Sync", "The session was ended on the server. Sign in again.")));
        return;
    }
    if (frame.fatal) {
        endSession(LinkStatus::State::Refused,
                   say(QT_TRANSLATE_NOOP("Sync", "The server refuses this version or device.")));
        return;
    }
    // The same device twice: a profile that was copied, or a connection whose end nobody was told.
    const QString why = frame.code == u"replaced"
        ? say(QT_TRANSLATE_NOOP("Sync", "The same device is connected from elsewhere."))
        : say(QT_TRANSLATE_NOOP("Sync", "The server cannot answer at the moment."));
    disconnect({ErrorCode::Offline, why, frame.code},
               frame.retry > 0 ? std::optional(frame.retry) : std::nullopt);
}

void SyncEngine::enqueue(const Operation &operation)
{
    if (m_known.contains(operation.id))
        return;
    m_known.insert(operation.id);
    m_queue.push_back(operation);
}

void SyncEngine::sendOperations()
{
    if (m_phase != Phase::Live || m_holdUntil > m_clock.monotonic())
        return;
    Frame::Operations frame;
    qsizetype bytes = 0;
    QList<OperationId> tooLarge;
    const auto flush = [&] {
        if (!frame.operations.isEmpty())
            m_effects.append(Do::Send{encode(frame)});
        frame.operations.clear();
        bytes = 0;
    };
    // The queue keeps what is in flight until its verdict comes, so that the
    // order survives a reconnection.
    for (const Operation &operation : m_queue) {
        if (m_inFlight.contains(operation.id))
            continue;
        if (m_inFlight.size() >= OperationsInFlight)
            break;
        if (needsFiles(operation) && !m_filesSent.contains(operation.id)) {
            // Later operations may build on this one: they wait with it.
            if (m_filesUnderWay.isNull()) {
                m_filesUnderWay = operation.id;
                m_effects.append(Do::SendFiles{operation});
            }
            break;
        }
        const qsizetype size = toJson(toJson(operation)).size() + 16;
        if (size > MaxFrameUp - 1024) {
            // Sent, it would close the connection, again and again.
            tooLarge.append(operation.id);
            continue;
        }
        if (bytes + size > MaxFrameUp - 1024)
            flush();
        frame.operations.append(operation);
        bytes += size;
        m_inFlight.insert(operation.id);
        if (frame.operations.size() >= OperationsPerFrame)
            flush();
    }
    flush();
    if (tooLarge.isEmpty())
        return;
    Frame::Verdicts refusals;
    for (const OperationId &id : std::as_const(tooLarge)) {
        Verdict verdict;
        verdict.operation = id;
        verdict.kind = Verdict::Kind::Rejected;
        verdict.code = u"invalid"_s;
        refusals.verdicts.append(verdict);
        m_inFlight.insert(id);
    }
    receive(refusals);
}

} // namespace ChatOps
