// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "store/store.h"
#include "tests/support/registry.h"
#include "tests/support/snapshot.h"
#include "tests/support/temporary.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// What is asked of a store before it is open, by a window that is made meanwhile.
class TestOpening : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutAwaitingAQuestionBeforeTheOpeningIsRefused()
    {
        const QTemporaryDir dir;
        Store store({dir.path()});
        const auto channels = await(store.cache()->channels());
        QVERIFY(!channels);
        QCOMPARE(channels.error().code, ErrorCode::Cancelled);
    }

    void whatIsAskedBeforeTheOpeningIsAnsweredAfterIt()
    {
        const QTemporaryDir dir;
        Channel channel;
        channel.id = ChannelId::create();
        channel.name = u"dev"_s;
        channel.rev = 1;
        {
            Store store({dir.path()});
            VERIFY_OK(await(store.open(Secret(fixedKey()))));
            loadSnapshot(*store.replica(), PersonId::create(),
                         {snapshotLine(EntityKind::Channel, toJson(channel))}, {u"e"_s, 1});
            store.close();
        }
        Store store({dir.path()});
        store.awaitOpening();
        const auto channels = store.cache()->channels();
        const auto pending = store.outbox()->pending();
        const auto facts = store.cache()->protection();
        const Operation operation =
            Operation::make(OperationKind::ReadMark, channel.id.uuid(), {{"seq"_L1, 1}});
        const auto first = store.outbox()->submit(operation);
        const auto second = store.outbox()->pending();
        QVERIFY(!channels.isFinished() && !pending.isFinished() && !facts.isFinished());
        VERIFY_OK(await(store.open(Secret(fixedKey()))));
        VERIFY_OK(await(channels));
        QCOMPARE(channels.result()->size(), 1);
        QCOMPARE(channels.result()->first().channel.name, channel.name);
        VERIFY_OK(await(facts));
        // In the order in which it was asked.
        VERIFY_OK(await(first));
        QCOMPARE(await(pending)->size(), 0);
        QCOMPARE(await(second)->size(), 1);
    }

    void anOpeningThatFailsAnswersNobodyUntilTheStoreIsClosed()
    {
        const QTemporaryDir dir;
        {
            Store store({dir.path()});
            VERIFY_OK(await(store.open(Secret(fixedKey()))));
            store.close();
        }
        Store store({dir.path()});
        store.awaitOpening();
        const auto before = store.cache()->channels();
        const auto written =
            store.outbox()->submit(Operation::make(OperationKind::ReadMark, makeUuidV7(), {{"seq"_L1, 1}}));
        const auto opened = await(store.open(Secret(QByteArray(32, 'x'))));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::WrongKey);
        QVERIFY(!before.isFinished() && !written.isFinished());
        // With the right one everything goes on.
        VERIFY_OK(await(store.open(Secret(fixedKey()))));
        VERIFY_OK(await(before));
        VERIFY_OK(await(written));
    }

    void aStoreThatIsClosedWhileItOpensAnswersEverything()
    {
        const QTemporaryDir dir;
        for (int i = 0; i < 30; ++i) {
            Store store({dir.path()});
            store.awaitOpening();
            const auto channels = store.cache()->channels();
            const auto pending = store.outbox()->pending();
            const auto position = store.replica()->position();
            const auto applied = store.replica()->apply({1, 2, {}});
            const auto opening = store.open(Secret(fixedKey()));
            store.close();
            QVERIFY(opening.isFinished());
            for (const bool finished :
                 {channels.isFinished(), pending.isFinished(), position.isFinished(), applied.isFinished()})
                QVERIFY(finished);
            QVERIFY(!await(store.replica()->apply({2, 3, {}})));
        }
    }

    void aStoreThatIsClosedUnopenedRefusesWhatWaits()
    {
        const QTemporaryDir dir;
        Store store({dir.path()});
        store.awaitOpening();
        const auto channels = store.cache()->channels();
        const auto pending = store.outbox()->pending();
        const auto applied = store.replica()->apply({1, 2, {}});
        store.close();
        QVERIFY(!await(applied));
        const auto refused = await(channels);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Cancelled);
        QVERIFY(!await(pending));
        QVERIFY(!await(store.cache()->channels()));
    }
};
CHATOPS_TEST(TestOpening)

#include "testopening.moc"
