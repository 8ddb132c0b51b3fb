// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinemodel.h"
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// The window of rows moves over a channel while answers come late, twice or
/// not at all.
class TestTimelineModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeAccount>();
        m_work = std::make_unique<PendingWork>(m_fake->account());
        m_model = std::make_unique<TimelineModel>(m_fake->account(), *m_work);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_channel = ChannelId::create();
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_work.reset();
        m_fake.reset();
    }

    void answersComeLaterEvenWhenTheyAreThere()
    {
        // What is done after open() is done before opened(), always.
        m_fake->cache.addMessages(m_channel, 10);
        QSignalSpy opened(m_model.get(), &TimelineModel::opened);
        m_model->open(m_channel);
        QCOMPARE(opened.size(), 0);
        deliver();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(m_model->rowCount(), 10);
    }

    void holdsAWindowAndNotTheChannel()
    {
        m_fake->cache.addMessages(m_channel, 5000);
        open();
        for (int i = 0; i < 40; ++i) {
            m_model->needOlder();
            deliver();
            verifyWhole();
            QVERIFY(m_model->rowCount() <= TimelineModel::MostRows);
        }
        QVERIFY(!m_model->atEnd());
        for (int i = 0; i < 80 && !m_model->atEnd(); ++i) {
            m_model->needNewer();
            deliver();
            verifyWhole();
            QVERIFY(m_model->rowCount() <= TimelineModel::MostRows);
        }
        QVERIFY(m_model->atEnd());
        QCOMPARE(lastSeq(), 5000);
    }

    void aRefreshUnderwayDoesNotReplaceTheRowsJumpedTo()
    {
        m_fake->cache.addMessages(m_channel, 3000);
        open();
        m_fake->cache.hold();
        announce(); // Its answer, of the old window, is on its way.
        m_model->jumpTo(40);
        announce(); // And another change, of the new one.
        m_fake->cache.releaseAll();
        deliver();
        verifyWhole();
        QVERIFY(m_model->indexOfSeq(40) >= 0);
        QCOMPARE(m_model->row(m_model->indexOfSeq(40)).message.message.seq, 40);
        QVERIFY(!m_model->atEnd());
    }

    void whatChangedWhileTheFirstRowsWereReadIsRead()
    {
        m_fake->cache.addMessages(m_channel, 5);
        m_fake->cache.hold();
        m_model->open(m_channel);
        m_fake->cache.addMessages(m_channel, 1);
        announce();
        m_fake->cache.releaseAll();
        deliver();
        QCOMPARE(lastSeq(), 6);
    }

    void theRowsOfAnotherChannelComeTooLate()
    {
        const ChannelId other = ChannelId::create();
        m_fake->cache.addMessages(m_channel, 5);
        m_fake->cache.addMessages(other, 2);
        m_fake->cache.hold();
        m_model->open(m_channel);
        m_model->open(other);
        m_fake->cache.releaseAll();
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->row(0).message.message.channel, other);
    }

    void olderRowsAreFetchedFromTheServerWhereTheDeviceHasNone()
    {
        m_fake->cache.addMessages(m_channel, 300);
        m_fake->cache.knownFrom[m_channel] = 251;
        open();
        QCOMPARE(m_model->rowCount(), 50);
        m_model->needOlder();
        m_model->needOlder(); // Asked twice, fetched once.
        deliver();
        QCOMPARE(m_fake->backend.asked.size(), 1);
        QCOMPARE(m_fake->backend.asked[0].seq, 250);
        QVERIFY(m_model->isLoadingOlder());
        m_fake->cache.knownFrom[m_channel] = 151;
        m_fake->backend.finish(0, {});
        QCOMPARE(m_model->rowCount(), 150);
        verifyWhole();
        QVERIFY(!m_model->isLoadingOlder() && !m_model->atStart());
    }

    void anUnreachableServerIsToldAndAskedAgainWhenItIsBack()
    {
        m_fake->cache.addMessages(m_channel, 300);
        m_fake->cache.knownFrom[m_channel] = 251;
        open();
        m_model->needOlder();
        m_fake->backend.finish(0, failure(ErrorCode::Offline, u"You are offline."_s));
        QCOMPARE(m_model->olderError().message, u"You are offline."_s);
        m_model->needOlder();
        QCOMPARE(m_fake->backend.asked.size(), 1);
        LinkStatus online;
        online.state = LinkStatus::State::Online;
        Q_EMIT m_fake->backend.statusChanged(online);
        QVERIFY(m_model->olderError().message.isEmpty());
        m_model->needOlder();
        QCOMPARE(m_fake->backend.asked.size(), 2);
    }

    void aJumpBehindAHoleFetchesFirst()
    {
        m_fake->cache.addMessages(m_channel, 2000);
        m_fake->cache.knownFrom[m_channel] = 1951;
        open();
        QSignalSpy jumped(m_model.get(), &TimelineModel::jumped);
        m_model->jumpTo(500);
        deliver();
        QCOMPARE(jumped.size(), 0);
        QCOMPARE(m_fake->backend.asked.size(), 1);
        // What happens meanwhile is still shown.
        m_fake->cache.addMessages(m_channel, 1);
        announce();
        deliver();
        QCOMPARE(lastSeq(), 2001);
        m_fake->cache.knownFrom[m_channel] = 1;
        m_fake->backend.finish(0, {});
        QCOMPARE(jumped.size(), 1);
        QCOMPARE(m_model->row(m_model->indexOfSeq(500)).message.message.seq, 500);
        verifyWhole();
    }

    void openedAtAMessageOnlyTheRowsAroundItAreRead()
    {
        m_fake->cache.addMessages(m_channel, 2000);
        m_fake->cache.hold();
        QSignalSpy opened(m_model.get(), &TimelineModel::opened);
        QSignalSpy jumped(m_model.get(), &TimelineModel::jumped);
        qint64 landing = 0;
        connect(m_model.get(), &TimelineModel::rowsInserted, this,
                [this, &landing] { landing = m_model->landing(); });
        m_model->open(m_channel, 500);
        QCOMPARE(m_fake->cache.questions(), 1);
        m_fake->cache.releaseAll();
        deliver();
        QCOMPARE(m_fake->cache.questions(), 0);
        QCOMPARE(opened.size(), 0);
        QCOMPARE(jumped.size(), 1);
        // A view that is told of the rows knows which of them will be looked at.
        QCOMPARE(landing, 500);
        QCOMPARE(m_model->landing(), 0);
        QCOMPARE(m_model->row(m_model->indexOfSeq(500)).message.message.seq, 500);
        QVERIFY(!m_model->atEnd() && lastSeq() < 600);
        verifyWhole();
    }

    void openedAtAMessageThatCannotBeHadTheNewestAreShown()
    {
        m_fake->cache.addMessages(m_channel, 2000);
        m_fake->cache.knownFrom[m_channel] = 1951;
        QSignalSpy failed(m_model.get(), &TimelineModel::failed);
        m_model->open(m_channel, 500);
        deliver();
        // They are there while the server is asked, and stay.
        QCOMPARE(lastSeq(), 2000);
        QCOMPARE(failed.size(), 0);
        m_fake->backend.finish(0, failure(ErrorCode::Offline, u"You are offline."_s));
        deliver();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(lastSeq(), 2000);
    }

    void aWindowThatMovesKeepsTheRowsItStillHolds()
    {
        m_fake->cache.addMessages(m_channel, 5000);
        open();
        for (int i = 0; i < 10; ++i) {
            int fewest = m_model->rowCount();
            connect(m_model.get(), &TimelineModel::rowsRemoved, this,
                    [this, &fewest] { fewest = std::min(fewest, m_model->rowCount()); });
            if (i < 5)
                m_model->needOlder();
            else
                m_model->needNewer();
            deliver();
            disconnect(m_model.get(), &TimelineModel::rowsRemoved, this, nullptr);
            QVERIFY2(fewest >= TimelineModel::PageRows, qPrintable(QString::number(fewest)));
            verifyWhole();
        }
    }

    void whoReadsFurtherUpKeepsWhatTheyRead()
    {
        m_fake->cache.addMessages(m_channel, TimelineModel::PageRows);
        open();
        m_model->setFollowed(false);
        const MessageId first = m_model->row(0).message.message.id;
        for (int i = 0; i < TimelineModel::MostRows + 2 * TimelineModel::PageRows; ++i) {
            m_fake->cache.addMessages(m_channel, 1);
            announce();
            deliver();
            QCOMPARE(m_model->row(0).message.message.id, first);
        }
        QVERIFY(!m_model->atEnd());
        verifyWhole();
        while (!m_model->atEnd()) {
            m_model->needNewer();
            deliver();
            verifyWhole();
        }
    }

    void aMessageBetweenAQuestionForOlderOnesAndItsAnswerLeavesNoHole()
    {
        m_fake->cache.addMessages(m_channel, 2000);
        open();
        for (int i = 0; i < 3; ++i) {
            m_model->needOlder();
            deliver();
        }
        m_fake->cache.hold();
        m_model->needOlder();
        m_fake->cache.addMessages(m_channel, 1);
        announce();
        m_fake->cache.releaseAll();
        deliver();
        verifyWhole();
        QVERIFY(!m_model->atEnd() || lastSeq() == 2001);
    }

    void whatIsOverLeavesTheRest()
    {
        m_fake->cache.addMessages(m_channel, 80);
        open();
        m_fake->cache.messageRows[m_channel].remove(0, 30);
        ChangeSet changes;
        changes.messages[m_channel]; // Something of the channel; nobody says what.
        m_fake->cache.announce(changes);
        deliver();
        QCOMPARE(m_model->rowCount(), 50);
        QCOMPARE(m_model->row(0).message.message.seq, 31);
        verifyWhole();
    }

    void whoIsAtTheEndOfALivelyChannelStaysThere()
    {
        m_fake->cache.addMessages(m_channel, 50);
        open();
        for (int i = 0; i < 2 * TimelineModel::MostRows; ++i) {
            m_fake->cache.addMessages(m_channel, 1);
            announce();
            deliver();
            QVERIFY2(m_model->atEnd() && lastSeq() == 51 + i, qPrintable(QString::number(i)));
            QVERIFY(m_model->rowCount() <= TimelineModel::MostRows + TimelineModel::PageRows);
        }
        verifyWhole();
    }

    void aStretchOfRepliesIsCrossedToTheMessagesBeforeIt()
    {
        m_fake->cache.addMessages(m_channel, 400);
        QList<MessageRow> &rows = m_fake->cache.messageRows[m_channel];
        for (qsizetype i = 100; i < rows.size(); ++i)
            rows[i].message.root = rows[0].message.id;
        m_fake->cache.knownFrom[m_channel] = 351;
        open();
        // Nothing of the channel itself is here: it is fetched without being asked for.
        for (int step = 0; step < 10 && m_model->rowCount() == 0; ++step) {
            QCOMPARE(m_fake->backend.asked.size(), step + 1);
            m_fake->cache.knownFrom[m_channel] = std::max<qint64>(1, m_fake->backend.asked.last().seq - 99);
            m_fake->backend.finish(step, {});
        }
        QVERIFY(m_model->rowCount() > 0);
        QCOMPARE(lastSeq(), 100);
    }

    void aThreadThatCannotBeCompletedSaysSo()
    {
        m_fake->cache.addMessages(m_channel, 3);
        QList<MessageRow> &rows = m_fake->cache.messageRows[m_channel];
        rows[0].message.replies = 2;
        rows[2].message.root = rows[0].message.id; // The other reply is on the server.
        m_fake->backend.threads = failure(ErrorCode::Offline, u"You are offline."_s);
        m_model->openThread(m_channel, rows[0].message.id);
        deliver();
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->olderError().message, u"You are offline."_s);
        // Complete already: nothing to complain of.
        rows[0].message.replies = 1;
        m_model->openThread(m_channel, rows[0].message.id);
        deliver();
        QVERIFY(m_model->olderError().message.isEmpty());
    }

    void aChannelDroppedMeanwhileShowsNothingOfIt()
    {
        m_fake->cache.addMessages(m_channel, 50);
        open();
        m_fake->cache.messageRows.remove(m_channel);
        ChangeSet changes;
        changes.dropped.insert(m_channel);
        m_fake->cache.announce(changes);
        deliver();
        QCOMPARE(m_model->rowCount(), 0);
    }

private:
    void open()
    {
        m_model->open(m_channel);
        deliver();
    }
    void announce()
    {
        ChangeSet changes;
        changes.messages[m_channel].insert(MessageId::create());
        m_fake->cache.announce(changes);
    }
    [[nodiscard]] qint64 lastSeq() const { return m_model->row(m_model->rowCount() - 1).message.message.seq; }
    /// No row missing, none twice, none out of order.
    void verifyWhole()
    {
        for (int i = 1; i < m_model->rowCount(); ++i)
            QCOMPARE(m_model->row(i).message.message.seq, m_model->row(i - 1).message.message.seq + 1);
    }
    std::unique_ptr<FakeAccount> m_fake;
    std::unique_ptr<PendingWork> m_work;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    ChannelId m_channel;
};
CHATOPS_TEST(TestTimelineModel)

#include "testtimelinemodel.moc"
