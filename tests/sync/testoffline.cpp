// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "tests/support/client.h"
#include "tests/support/registry.h"

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// The cable is out: the server is stopped, killed or not there.
class TestOffline : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Client> m_mika;

    int countOf(const QString &text, ChannelId channel)
    {
        const QList<Message> messages = m_mika->messages(channel);
        return int(std::count_if(messages.begin(), messages.end(),
                                 [&](const Message &message) { return message.text == text; }));
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ServerProcess>();
        m_server->makeDemo();
        m_server->start();
        m_mika = std::make_unique<Client>(*m_server, u"mika"_s, m_dir->filePath(u"mika"_s));
        m_mika->open();
    }

    void cleanup()
    {
        m_mika.reset();
        m_server.reset();
    }

    void everythingSeenCanBeReadAndSearched()
    {
        const ChannelId channel = m_mika->channel(u"release-42"_s);
        m_server->stop();
        m_mika->waitOffline();
        QVERIFY(m_mika->messages(channel).size() > 20);
        QCOMPARE(await(m_mika->store().cache()->search(u"rollback rehearsal"_s, {}, 5))->size(), 1);
        QVERIFY(m_mika->backend().status().since > 0);
        QVERIFY(!m_mika->backend().status().reason.isEmpty());
    }

    void whatWasWrittenArrivesExactlyOnce()
    {
        const ChannelId channel = m_mika->channel(u"release-42"_s);
        m_server->stop();
        m_mika->waitOffline();
        for (int i = 0; i < 30; ++i)
            (void)m_mika->post(channel, u"offline %1"_s.arg(i));
        QCOMPARE(m_mika->pending().size(), 30);
        // Close and start again, still without a network.
        m_mika->close();
        m_mika->open(false);
        QCOMPARE(m_mika->pending().size(), 30);
        m_server->start();
        m_mika->backend().retryNow();
        m_mika->waitOnline();
        m_mika->waitSettled();
        for (int i = 0; i < 30; ++i)
            QCOMPARE(countOf(u"offline %1"_s.arg(i), channel), 1);
        // In the order they were written.
        const QList<Message> messages = m_mika->messages(channel);
        QCOMPARE(messages.last().text, u"offline 29"_s);
        QCOMPARE(messages[messages.size() - 30].text, u"offline 0"_s);
    }

    void aServerKilledInTheMiddleDoublesNothing()
    {
        const ChannelId channel = m_mika->channel(u"release-42"_s);
        for (int round = 0; round < 5; ++round) {
            for (int i = 0; i < 40; ++i)
                (void)m_mika->post(channel, u"round %1 message %2"_s.arg(round).arg(i));
            // Some are on their way at this moment.
            m_server->kill();
            m_server->start();
            m_mika->backend().retryNow();
        }
        m_mika->waitSettled();
        for (int round = 0; round < 5; ++round) {
            for (int i = 0; i < 40; ++i)
                QCOMPARE(countOf(u"round %1 message %2"_s.arg(round).arg(i), channel), 1);
        }
    }

    void aRestoredBackupLoadsEverythingAnewAndKeepsUnsentWork()
    {
        const ChannelId channel = m_mika->channel(u"release-42"_s);
        const QString backup = m_dir->filePath(u"backup.db"_s);
        m_server->command({u"backup"_s, backup});
        (void)m_mika->post(channel, u"after the backup"_s);
        m_mika->waitSettled();
        m_server->stop();
        (void)m_mika->post(channel, u"unsent"_s);
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(m_server->dataPath() + u"/server.db"_s + suffix);
        QVERIFY(QFile::copy(backup, m_server->dataPath() + u"/server.db"_s));
        m_server->start();
        m_mika->backend().retryNow();
        m_mika->waitOnline();
        m_mika->waitSettled();
        QCOMPARE(countOf(u"after the backup"_s, channel), 0);
        QCOMPARE(countOf(u"unsent"_s, channel), 1);
    }

    void awayForLongTheOldPostsAreBehindAGap()
    {
        const ChannelId channel = m_mika->channel(u"general"_s);
        m_mika->close();
        Client ana(*m_server, u"ana"_s, m_dir->filePath(u"ana"_s));
        ana.open();
        for (int i = 0; i < 1500; ++i)
            (void)ana.post(channel, u"flood %1"_s.arg(i));
        ana.waitSettled();
        m_mika->open();
        const auto latest =
            await(m_mika->store().cache()->messages({channel, {}, MessageQuery::Where::Latest, 0, 500}));
        QCOMPARE(latest->rows.last().message.text, u"flood 1499"_s);
        QVERIFY(latest->rows.size() < 500);
        QVERIFY(latest->holeBefore > 0);
        // Scrolling there fills it.
        qint64 hole = latest->holeBefore;
        while (hole > 0) {
            VERIFY_OK(await(m_mika->backend().fetchHistory(channel, hole, 500)));
            const auto page = await(
                m_mika->store().cache()->messages({channel, {}, MessageQuery::Where::Before, hole + 1, 500}));
            if (page->rows.first().message.seq == 1)
                break;
            hole = page->holeBefore ? page->holeBefore : page->rows.first().message.seq - 1;
        }
        QCOMPARE(await(m_mika->store().cache()->search(u"\"flood 700\""_s, {}, 5))->size(), 1);
    }

    void historyIsOnTheServerOnlyWhileOffline()
    {
        m_server->stop();
        m_mika->waitOffline();
        const auto fetched = await(m_mika->backend().fetchHistory(m_mika->channel(u"general"_s), 1, 10));
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().code, ErrorCode::Offline);
    }

    void aSessionSurvivesARestartWithoutSigningIn()
    {
        m_mika->close();
        m_server->stop();
        m_server->start();
        m_mika->open();
        m_mika->waitOnline();
        m_mika->close();
        m_mika->open();
    }

    void signingOutEndsTheSessionOnTheServer()
    {
        const QByteArray token = await(m_mika->vault().read(u"token"_s)).value();
        VERIFY_OK(await(signOut(m_server->url(), QString::fromLatin1(token), nullptr)));
        m_mika->waitState(LinkStatus::State::SignedOut);
        VERIFY_OK(await(signOut(m_server->url(), QString::fromLatin1(token), nullptr)));
    }
};
CHATOPS_TEST(TestOffline)

#include "testoffline.moc"
