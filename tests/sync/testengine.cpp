// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine.h"
#include "tests/support/registry.h"
#include "tests/support/testclock.h"

#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
QList<T> only(const QList<SyncEffect> &effects)
{
    QList<T> found;
    for (const SyncEffect &effect : effects) {
        if (const T *wish = std::get_if<T>(&effect))
            found.append(*wish);
    }
    return found;
}

QList<AnyFrame> frames(const QList<SyncEffect> &effects)
{
    QList<AnyFrame> result;
    for (const Do::Send &send : only<Do::Send>(effects))
        result.append(decode(send.frame, {MaxFrameUp, 16}).value());
    return result;
}

} // namespace

class TestEngine : public QObject {
    Q_OBJECT
private:
    TestClock m_clock{1'000'000};
    std::unique_ptr<SyncEngine> m_engine;
    Cursor m_cursor{u"e1"_s, 100};

    QList<SyncEffect> frame(const AnyFrame &value)
    {
        return m_engine->step(Happened::FrameArrived{encode(value)});
    }

    /// Up to and with `welcome`.
    QList<SyncEffect> connectWith(const QList<PendingOperation> &outbox = {}, qint64 serverRev = 100)
    {
        (void)m_engine->step(Happened::Started{});
        (void)m_engine->step(Happened::PositionRead{{m_cursor, {}, outbox, 1}});
        (void)m_engine->step(Happened::TokenReady{u"t"_s});
        (void)m_engine->step(Happened::SocketOpened{});
        return frame(Frame::Welcome{PersonId::create(), {u"e1"_s, serverRev}, false, 0, 25'000});
    }

    static Operation post()
    {
        return Operation::make(OperationKind::MessagePost, makeUuidV7(), {{"text"_L1, u"x"_s}});
    }

private Q_SLOTS:
    void init()
    {
        m_engine = std::make_unique<SyncEngine>(
            SyncEngine::Identity{DeviceId::create(), WorkspaceId::create()}, m_clock, [] { return 1.0; });
    }

    void saysWhatTheStoreHolds()
    {
        QCOMPARE(only<Do::ReadPosition>(m_engine->step(Happened::Started{})).size(), 1);
        const auto channel = ChannelId::create();
        QCOMPARE(only<Do::GetToken>(m_engine->step(Happened::PositionRead{{m_cursor, {{channel, 7}}, {}, 1}}))
                     .size(),
                 1);
        const auto effects = m_engine->step(Happened::TokenReady{u"t"_s});
        QCOMPARE(only<Do::OpenSocket>(effects).size(), 1);
        const auto hello = std::get<Frame::Hello>(frames(effects).at(0));
        QCOMPARE(hello.cursor, m_cursor);
        QCOMPARE(hello.held.value(channel), 7);
    }

    void whatIsWrittenWhileThePositionIsReadIsSent()
    {
        const Operation before = post();
        const Operation meanwhile = post();
        (void)m_engine->step(Happened::Started{});
        // The store had answered already; it did not know this one yet.
        (void)m_engine->step(Happened::Submitted{meanwhile});
        PendingOperation known;
        known.operation = before;
        (void)m_engine->step(Happened::PositionRead{{m_cursor, {}, {known}, 1}});
        (void)m_engine->step(Happened::TokenReady{u"t"_s});
        (void)m_engine->step(Happened::SocketOpened{});
        QList<OperationId> sent;
        const QList<AnyFrame> answer =
            frames(frame(Frame::Welcome{PersonId::create(), m_cursor, false, 0, 25'000}));
        for (const AnyFrame &one : answer) {
            if (const auto *operations = std::get_if<Frame::Operations>(&one)) {
                for (const Operation &operation : operations->operations)
                    sent.append(operation.id);
            }
        }
        QCOMPARE(sent, (QList<OperationId>{before.id, meanwhile.id}));
    }

    void isOnlineOnlyWhenCaughtUp()
    {
        (void)connectWith({}, 105);
        QCOMPARE(m_engine->status().state, LinkStatus::State::Syncing);
        const auto effects = frame(Delta{100, 105, {}});
        QCOMPARE(only<Do::Apply>(effects).size(), 1);
        QCOMPARE(m_engine->status().state, LinkStatus::State::Syncing);
        (void)m_engine->step(Happened::Applied{105});
        QCOMPARE(m_engine->status().state, LinkStatus::State::Online);
    }

    void oneAcknowledgementIsForAllThatFollowed()
    {
        (void)connectWith({}, 105);
        (void)frame(Delta{100, 105, {}});
        const auto applied = m_engine->step(Happened::Applied{105});
        QVERIFY(frames(applied).isEmpty());
        QCOMPARE(only<Do::WakeAfter>(applied).last().milliseconds, SyncEngine::AckDelay);
        for (qint64 rev = 105; rev < 110; ++rev) {
            m_clock.at += 100;
            (void)frame(Delta{rev, rev + 1, {}});
            QVERIFY(frames(m_engine->step(Happened::Applied{rev + 1})).isEmpty());
        }
        m_clock.at += SyncEngine::AckDelay - 500;
        const QList<AnyFrame> told = frames(m_engine->step(Happened::TimePassed{}));
        QCOMPARE(told.size(), 1);
        QCOMPARE(std::get<Frame::Ack>(told.at(0)).rev, 110);
        m_clock.at += SyncEngine::AckDelay;
        QVERIFY(frames(m_engine->step(Happened::TimePassed{})).isEmpty());
    }

    void acknowledgesOnlyAfterTheCommit()
    {
        (void)connectWith({}, 105);
        QVERIFY(frames(frame(Delta{100, 105, {}})).isEmpty());
    }

    void aDeltaFromElsewhereIsNotApplied()
    {
        (void)connectWith({}, 105);
        const auto effects = frame(Delta{101, 105, {}});
        QVERIFY(only<Do::Apply>(effects).isEmpty());
        QCOMPARE(only<Do::CloseSocket>(effects).size(), 1);
        QCOMPARE(m_engine->status().state, LinkStatus::State::Offline);
    }

    void resendsWhatWasNotConfirmed()
    {
        QList<PendingOperation> outbox;
        for (int i = 0; i < 3; ++i)
            outbox.append({post(), PendingOperation::State::Waiting, 0, {}, {}, {}});
        outbox.append({post(), PendingOperation::State::Refused, 0, {}, {}, {}});
        auto sent = frames(connectWith(outbox));
        QCOMPARE(std::get<Frame::Operations>(sent.at(0)).operations.size(), 3);
        (void)m_engine->step(Happened::SocketClosed{{ErrorCode::Offline, {}, {}}});
        m_clock.at += 100'000;
        (void)m_engine->step(Happened::TimePassed{});
        (void)m_engine->step(Happened::PositionRead{{m_cursor, {}, outbox, 1}});
        (void)m_engine->step(Happened::TokenReady{u"t"_s});
        (void)m_engine->step(Happened::SocketOpened{});
        sent = frames(frame(Frame::Welcome{PersonId::create(), {u"e1"_s, 100}, false, 0, 25'000}));
        QCOMPARE(std::get<Frame::Operations>(sent.at(0)).operations.size(), 3);
    }

    void limitsWhatIsInFlightAndGoesOn()
    {
        QList<PendingOperation> outbox;
        for (int i = 0; i < 130; ++i)
            outbox.append({post(), PendingOperation::State::Waiting, 0, {}, {}, {}});
        int sent = 0;
        for (const AnyFrame &one : frames(connectWith(outbox)))
            sent += int(std::get<Frame::Operations>(one).operations.size());
        QCOMPARE(sent, SyncEngine::OperationsInFlight);
        Frame::Verdicts verdicts;
        for (int i = 0; i < 30; ++i)
            verdicts.verdicts.append({outbox[i].operation.id, Verdict::Kind::Ok, 101 + i, {}, {}, {}});
        const auto effects = frame(verdicts);
        QCOMPARE(only<Do::KeepVerdicts>(effects).at(0).verdicts.size(), 30);
        for (const AnyFrame &one : frames(effects))
            sent += int(std::get<Frame::Operations>(one).operations.size());
        QCOMPARE(sent, 130);
    }

    void answersToNothingAreIgnored()
    {
        (void)connectWith();
        QVERIFY(only<Do::KeepVerdicts>(
                    frame(Frame::Verdicts{{{OperationId::create(), Verdict::Kind::Ok, 1, {}, {}, {}}}}))
                    .isEmpty());
    }

    void backsOffWithJitterUpToAMinute()
    {
        (void)connectWith();
        qint64 last = 0;
        for (int i = 0; i < 12; ++i) {
            const auto effects = m_engine->step(Happened::SocketClosed{{ErrorCode::Offline, {}, {}}});
            const auto wake = only<Do::WakeAfter>(effects);
            QCOMPARE(wake.size(), 1);
            QVERIFY(wake[0].milliseconds >= last);
            QVERIFY(wake[0].milliseconds <= SyncEngine::LongestDelay);
            last = wake[0].milliseconds;
            m_clock.at += last;
            (void)m_engine->step(Happened::TimePassed{});
            (void)m_engine->step(Happened::PositionRead{{m_cursor, {}, {}, 1}});
            (void)m_engine->step(Happened::TokenReady{u"t"_s});
        }
        QCOMPARE(last, SyncEngine::LongestDelay);
    }

    void comesBackAtOnceWhenAsked()
    {
        (void)connectWith();
        (void)m_engine->step(Happened::SocketClosed{{ErrorCode::Offline, {}, {}}});
        QCOMPARE(only<Do::ReadPosition>(m_engine->step(Happened::RetryRequested{})).size(), 1);
    }

    void noticesAHalfOpenConnection()
    {
        (void)connectWith();
        m_clock.at += 25'000;
        QVERIFY(std::holds_alternative<Frame::Ping>(frames(m_engine->step(Happened::TimePassed{})).at(0)));
        m_clock.at += 25'000;
        QCOMPARE(only<Do::CloseSocket>(m_engine->step(Happened::TimePassed{})).size(), 1);
        QCOMPARE(m_engine->status().state, LinkStatus::State::Offline);
    }

    void offlineSinceCountsThroughRetries()
    {
        (void)connectWith();
        (void)m_engine->step(Happened::SocketClosed{{ErrorCode::Offline, {}, {}}});
        const Millis since = m_engine->status().since;
        m_clock.at += 10'000;
        (void)m_engine->step(Happened::TimePassed{});
        (void)m_engine->step(Happened::PositionRead{{m_cursor, {}, {}, 1}});
        (void)m_engine->step(Happened::TokenReady{u"t"_s});
        (void)m_engine->step(Happened::SocketClosed{{ErrorCode::Offline, {}, {}}});
        QCOMPARE(m_engine->status().since, since);
    }

    void aNewEpochLoadsASnapshot()
    {
        (void)m_engine->step(Happened::Started{});
        (void)m_engine->step(Happened::PositionRead{{m_cursor, {}, {}, 1}});
        (void)m_engine->step(Happened::TokenReady{u"t"_s});
        (void)m_engine->step(Happened::SocketOpened{});
        const auto effects = frame(Frame::Welcome{PersonId::create(), {u"e2"_s, 5}, false, 0, 25'000});
        QCOMPARE(only<Do::LoadSnapshot>(effects).size(), 1);
        QCOMPARE(only<Do::ReadPosition>(m_engine->step(Happened::SnapshotLoaded{})).size(), 1);
    }

    void aRefusedTokenIsRenewedNotSignedOut()
    {
        (void)connectWith();
        (void)frame(Frame::Problem{u"unauthenticated"_s, {}, 0, false});
        QCOMPARE(m_engine->status().state, LinkStatus::State::Offline);
        m_clock.at += 100'000;
        (void)m_engine->step(Happened::TimePassed{});
        const auto effects = m_engine->step(Happened::PositionRead{{m_cursor, {}, {}, 1}});
        QVERIFY(only<Do::GetToken>(effects).at(0).fresh);
    }

    void losingTheNetworkSignsNobodyOut()
    {
        (void)m_engine->step(Happened::Started{});
        (void)m_engine->step(Happened::PositionRead{{m_cursor, {}, {}, 1}});
        (void)m_engine->step(Happened::TokenFailed{{ErrorCode::Offline, u"no"_s, {}}});
        QCOMPARE(m_engine->status().state, LinkStatus::State::Offline);
        QCOMPARE(m_engine->status().reason, u"no"_s);
    }

    void theEndOfTheSessionIsSaid()
    {
        (void)m_engine->step(Happened::Started{});
        (void)m_engine->step(Happened::PositionRead{{m_cursor, {}, {}, 1}});
        (void)m_engine->step(Happened::TokenFailed{{ErrorCode::Unauthenticated, u"over"_s, {}}});
        QCOMPARE(m_engine->status().state, LinkStatus::State::SignedOut);
        QVERIFY(m_engine->step(Happened::RetryRequested{}).isEmpty());
    }

    void filesGoBeforeTheirMessageAndHoldTheOrder()
    {
        Operation withFile = post();
        withFile.data.insert("files"_L1, QJsonArray{QJsonObject{{"id"_L1, FileId::create().toString()}}});
        const Operation later = post();
        auto effects = connectWith({{withFile, PendingOperation::State::Waiting, 0, {}, {}, {}},
                                    {later, PendingOperation::State::Waiting, 0, {}, {}, {}}});
        QCOMPARE(only<Do::SendFiles>(effects).size(), 1);
        QVERIFY(frames(effects).isEmpty());
        effects = m_engine->step(Happened::FilesSent{withFile.id});
        const auto sent = std::get<Frame::Operations>(frames(effects).at(0)).operations;
        QCOMPARE(sent.size(), 2);
        QCOMPARE(sent[0].id, withFile.id);
    }

    void rubbishFromTheServerEndsTheConnection()
    {
        (void)connectWith();
        const auto effects = m_engine->step(Happened::FrameArrived{"{\"t\":\"delta\"}"});
        QCOMPARE(only<Do::CloseSocket>(effects).size(), 1);
        QVERIFY(only<Do::Apply>(effects).isEmpty());
    }

    void throttledOperationsAreSentAgainLater()
    {
        const Operation operation = post();
        (void)connectWith({{operation, PendingOperation::State::Waiting, 0, {}, {}, {}}});
        auto effects =
            frame(Frame::Verdicts{{{operation.id, Verdict::Kind::Wait, 0, u"throttled"_s, {}, {}}}});
        QVERIFY(only<Do::KeepVerdicts>(effects).isEmpty());
        QVERIFY(frames(effects).isEmpty());
        m_clock.at += 1'000;
        effects = m_engine->step(Happened::TimePassed{});
        QCOMPARE(std::get<Frame::Operations>(frames(effects).at(0)).operations.at(0).id, operation.id);
    }
};
CHATOPS_TEST(TestEngine)

#include "testengine.moc"
