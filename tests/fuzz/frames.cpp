// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frames.h"
#include "sync/engine.h"
#include "tests/fuzz/target.h"

namespace ChatOps::Testing {
namespace {

class StillClock final : public Clock {
public:
    [[nodiscard]] qint64 now() const override { return 1'800'000'000'000; }
    [[nodiscard]] qint64 monotonic() const override { return 1'000; }
};

} // namespace

/// Lines of frames: through the codec there and back, and into a connected client.
void takeAnything(const QByteArray &bytes)
{
    static const StillClock clock;
    SyncEngine engine({}, clock, [] { return 0.5; });
    (void)engine.step(Happened::Started{});
    Replica::Position position;
    position.cursor = {QStringLiteral("e1"), 10};
    (void)engine.step(Happened::PositionRead{position});
    (void)engine.step(Happened::TokenReady{QStringLiteral("t")});
    (void)engine.step(Happened::SocketOpened{});
    // Without it nothing below would get further than the codec.
    const QByteArray welcome = encode(Frame::Welcome{PersonId::create(), position.cursor, false, 0, 25'000});
    (void)engine.step(Happened::FrameArrived{welcome});
    if (engine.status().state != LinkStatus::State::Online)
        std::abort();
    for (const QByteArray &line : bytes.split('\n')) {
        const Result<AnyFrame> frame = decode(line, {MaxFrameUp, 16});
        if (frame && !std::holds_alternative<Frame::Unknown>(*frame)) {
            // What was understood once is understood again, and means the same.
            const QByteArray again = encode(*frame);
            const Result<AnyFrame> second = decode(again, {4 * MaxFrameDown, 16});
            if (!second || second->index() != frame->index() || encode(*second) != again)
                std::abort();
        }
        if (engine.step(Happened::FrameArrived{line}).size() > 1'000)
            std::abort();
    }
}

} // namespace ChatOps::Testing
