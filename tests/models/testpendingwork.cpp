// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changeslist.h"
#include "models/operations.h"
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Changes the disk does not take: nothing a person wrote may vanish because of it.
class TestPendingWork : public QObject {
    Q_OBJECT
private:
    const Error m_full{ErrorCode::Storage, u"The disk is full."_s, {}};
    const FileId m_file = FileId::create();
    std::unique_ptr<FakeAccount> m_fake;
    std::unique_ptr<PendingWork> m_work;

    static void deliver()
    {
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
    }
    Operation submit(const QString &text, const QHash<FileId, QByteArray> &files = {})
    {
        const Operation operation = Make::post(ChannelId::create(), text);
        m_work->submit(operation, files);
        deliver();
        return operation;
    }
    [[nodiscard]] QStringList texts() const
    {
        QStringList all;
        for (const PendingOperation &item : m_work->operations())
            all += item.operation.data.value("text"_L1).toString();
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeAccount>();
        m_work = std::make_unique<PendingWork>(m_fake->account());
        deliver();
    }
    void cleanup()
    {
        m_work.reset();
        m_fake.reset();
    }

    void whatCannotBeStoredStaysInTheListWithItsReason()
    {
        ChangesList list(*m_work);
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy told(m_work.get(), &PendingWork::unkept);
        m_fake->outbox.trouble = m_full;
        submit(u"one"_s);
        submit(u"two"_s);
        QCOMPARE(told.size(), 2);
        QCOMPARE(m_work->refusedCount(), 2);
        QCOMPARE(m_work->unkeptCount(), 2);
        QCOMPARE(list.rowCount(), 2);
        QCOMPARE(list.index(0).data(ChangesList::TextRole).toString(), u"one"_s);
        QCOMPARE(list.index(0).data(ChangesList::ReasonRole).toString(), m_full.message);
        // Also when the list is read anew.
        Q_EMIT m_fake->outbox.changed();
        deliver();
        QCOMPARE(texts(), (QStringList{u"one"_s, u"two"_s}));
    }

    void theNextChangeThatCanBeStoredTakesThemAlong()
    {
        m_fake->outbox.trouble = m_full;
        const Operation first = submit(u"one"_s, {{m_file, "bytes"}});
        m_fake->outbox.trouble.reset();
        submit(u"two"_s);
        QCOMPARE(m_work->unkeptCount(), 0);
        QCOMPARE(m_work->refusedCount(), 0);
        QCOMPARE(m_work->waitingCount(), 2);
        QCOMPARE(m_fake->outbox.kept.value(m_file), QByteArray("bytes"));
        QCOMPARE(m_fake->outbox.items.size(), 2);
        // In the order in which they were made: the later of two wins on the server.
        QCOMPARE(m_fake->outbox.items[0].operation.id, first.id);
        QCOMPARE(texts(), (QStringList{u"one"_s, u"two"_s}));
    }

    void aLaterOneNeverOvertakesOneThatFails()
    {
        m_fake->outbox.held = std::make_shared<QPromise<Result<qint64>>>();
        m_fake->outbox.held->start();
        submit(u"one"_s);
        // The disk is back, and the next change made, before anybody knows that it was not.
        const auto refusing = std::exchange(m_fake->outbox.held, nullptr);
        refusing->addResult(Result<qint64>(std::unexpected(m_full)));
        refusing->finish();
        m_work->submit(Make::post(ChannelId::create(), u"two"_s));
        deliver();
        QCOMPARE(m_work->unkeptCount(), 0);
        QCOMPARE(texts(), (QStringList{u"one"_s, u"two"_s}));
        QCOMPARE(m_fake->outbox.items.size(), 2);
        QCOMPARE(m_fake->outbox.items[0].operation.data.value("text"_L1).toString(), u"one"_s);
    }

    void whatIsOnItsWayIsStillCounted()
    {
        m_fake->outbox.trouble = m_full;
        submit(u"one"_s);
        m_fake->outbox.trouble.reset();
        m_fake->outbox.held = std::make_shared<QPromise<Result<qint64>>>();
        m_fake->outbox.held->start();
        m_work->retry(m_work->operations().first());
        deliver();
        // The disk has not answered: it may be lost still, and is to be seen.
        QCOMPARE(m_work->unkeptCount(), 1);
        QCOMPARE(texts(), QStringList{u"one"_s});
        const auto refusing = std::exchange(m_fake->outbox.held, nullptr);
        refusing->addResult(Result<qint64>(std::unexpected(m_full)));
        refusing->finish();
        deliver();
        QCOMPARE(m_work->unkeptCount(), 1);
    }

    void askingAgainWhileTheDiskRefusesIsNotForgotten()
    {
        m_fake->outbox.trouble = m_full;
        submit(u"one"_s);
        m_fake->outbox.held = std::make_shared<QPromise<Result<qint64>>>();
        m_fake->outbox.held->start();
        m_work->retry(m_work->operations().first());
        deliver();
        // There is room by now, but the answer under way is of before.
        m_fake->outbox.trouble.reset();
        const auto refusing = std::exchange(m_fake->outbox.held, nullptr);
        m_work->retry(m_work->operations().first());
        refusing->addResult(Result<qint64>(std::unexpected(m_full)));
        refusing->finish();
        deliver();
        QCOMPARE(m_work->unkeptCount(), 0);
        QCOMPARE(m_work->waitingCount(), 1);
    }

    void readMarkersAreNothingToKeep()
    {
        const QSignalSpy told(m_work.get(), &PendingWork::unkept);
        m_fake->outbox.trouble = m_full;
        m_work->submit(Make::markRead(ChannelId::create(), 7));
        deliver();
        QCOMPARE(m_work->unkeptCount(), 0);
        QCOMPARE(told.size(), 0);
    }

    void tryingAgainAndDiscardingWorkAsForRefusedChanges()
    {
        m_fake->outbox.trouble = m_full;
        submit(u"one"_s, {{m_file, "bytes"}});
        submit(u"two"_s);
        m_work->retry(m_work->operations().first());
        deliver();
        QCOMPARE(m_work->unkeptCount(), 2); // Still full; still there.
        m_work->discard(m_work->operations().last().operation.id);
        deliver();
        QCOMPARE(texts(), QStringList{u"one"_s});
        m_fake->outbox.trouble.reset();
        m_work->retry(m_work->operations().first());
        deliver();
        QCOMPARE(m_work->unkeptCount(), 0);
        QCOMPARE(m_work->waitingCount(), 1);
    }
};
CHATOPS_TEST(TestPendingWork)

#include "testpendingwork.moc"
