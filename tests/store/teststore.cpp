// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "store/outboxfile.h"
#include "store/schema.h"
#include "store/store.h"
#include "tests/store/storeworld.h"
#include "tests/support/registry.h"
#include "tests/support/snapshot.h"
#include "tests/support/temporary.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestStore : public QObject, private StorePlace {
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }

    void aSnapshotIsReadBackAfterReopening()
    {
        {
            const auto store = open();
            load(*store);
        }
        const auto store = open();
        const auto position = await(store->replica()->position());
        VERIFY_OK(position);
        QCOMPARE(position->cursor, (Cursor{u"e1"_s, 1000}));
        QCOMPARE(position->held.value(m_world->channel), 1);
        const auto channels = await(store->cache()->channels());
        QCOMPARE(channels->size(), 1);
        QCOMPARE(channels->at(0).channel.name, u"release"_s);
        QCOMPARE(channels->at(0).unread, 50);
        const auto page =
            await(store->cache()->messages({m_world->channel, {}, MessageQuery::Where::Latest, 0, 30}));
        QCOMPARE(page->rows.size(), 30);
        QCOMPARE(page->rows.last().message, m_world->messages.last());
        QCOMPARE(page->rows.last().authorName, u"Ana Lind"_s);
        QVERIFY(page->atEnd);
        QVERIFY(!page->atStart);
    }

    void leavingAPublicChannelLeavesAGuestNothing_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<int>("listed");
        QTest::newRow("member") << Role::Member << 1;
        QTest::newRow("guest") << Role::Guest << 0;
    }
    void leavingAPublicChannelLeavesAGuestNothing()
    {
        QFETCH(Role, role);
        QFETCH(int, listed);
        const auto store = open();
        load(*store);
        Replica &replica = *store->replica();
        const Person self{m_world->self, u"Mika Kallio"_s, u"mika"_s, role, true, 1001};
        Channel open{m_world->channel, ChannelKind::Public, u"release"_s, {}, {}, false, 200, 0, 1002};
        const auto put = [](qint64 rev, EntityKind kind, const QUuid &id, const QJsonObject &data) {
            return Change{rev, Scope::workspace(), kind, id, Change::Verb::Put, data, {}, {}};
        };
        VERIFY_OK(await(replica.apply({1000,
                                       1002,
                                       {put(1001, EntityKind::Person, self.id.uuid(), toJson(self)),
                                        put(1002, EntityKind::Channel, open.id.uuid(), toJson(open))}})));
        VERIFY_OK(await(replica.dropScope(m_world->channel)));
        QCOMPARE(await(store->cache()->channels())->size(), listed);
    }

    void aReadMarkerDoesNotOutliveTheMembership()
    {
        const auto store = open();
        load(*store);
        VERIFY_OK(await(store->replica()->dropScope(m_world->channel)));
        const Change late{1001,
                          Scope::person(m_world->self),
                          EntityKind::Read,
                          m_world->channel.uuid(),
                          Change::Verb::Put,
                          toJson(ReadMarker{m_world->channel, 180}),
                          {},
                          {}};
        VERIFY_OK(await(store->replica()->apply({1000, 1001, {late}})));
        // Joined again: nothing of the old membership is left.
        Channel channel{m_world->channel, ChannelKind::Private, u"release"_s, {}, {}, false, 200, 0, 1002};
        VERIFY_OK(await(store->replica()->apply({1001,
                                                 1001,
                                                 {{1001,
                                                   Scope::channel(channel.id),
                                                   EntityKind::Channel,
                                                   channel.id.uuid(),
                                                   Change::Verb::Put,
                                                   toJson(channel),
                                                   {},
                                                   {}}}})));
        VERIFY_OK(await(store->replica()->addScope(m_world->channel, 1001)));
        QCOMPARE(await(store->cache()->channels())->at(0).readSeq, 0);
    }

    void whatACutOffJoinLeftGoesAtTheNextConnection()
    {
        const auto store = open();
        load(*store);
        Channel joining{
            ChannelId::create(), ChannelKind::Private, u"secret plans"_s, {}, {}, false, 1, 0, 1000};
        Message message = m_world->messages.last();
        message.id = MessageId::create();
        message.channel = joining.id;
        message.seq = 1;
        message.text = u"plans"_s;
        const Scope scope = Scope::channel(joining.id);
        VERIFY_OK(await(store->replica()->apply({1000,
                                                 1000,
                                                 {{1000,
                                                   scope,
                                                   EntityKind::Channel,
                                                   joining.id.uuid(),
                                                   Change::Verb::Put,
                                                   toJson(joining),
                                                   {},
                                                   {}},
                                                  {1000,
                                                   scope,
                                                   EntityKind::Member,
                                                   m_world->self.uuid(),
                                                   Change::Verb::Put,
                                                   toJson(Member{joining.id, m_world->self, 999}),
                                                   {},
                                                   {}},
                                                  {1000,
                                                   scope,
                                                   EntityKind::Message,
                                                   message.id.uuid(),
                                                   Change::Verb::Put,
                                                   toJson(message),
                                                   {},
                                                   {}}}})));
        QCOMPARE(await(store->cache()->channels())->size(), 2);
        // The connection broke before the membership itself, which has ended meanwhile.
        VERIFY_OK(await(store->replica()->position()));
        QCOMPARE(await(store->cache()->channels())->size(), 1);
        QVERIFY(await(store->cache()->search(u"plans"_s, {}, 5))->isEmpty());
    }

    void leavingAnOldAudienceDoesNotTakeANewerRow()
    {
        const auto store = open();
        load(*store);
        Task task;
        task.id = TaskId::create();
        task.title = u"Moved into the channel"_s;
        task.channel = m_world->channel;
        task.creator = m_world->ana;
        task.rev = 1007;
        const Scope channel = Scope::channel(m_world->channel);
        // As a backfill brings it, ahead of the log.
        VERIFY_OK(await(store->replica()->apply(
            {1000,
             1000,
             {{1000, channel, EntityKind::Task, task.id.uuid(), Change::Verb::Put, toJson(task), {}, {}}}})));
        const auto removal = [&](qint64 rev) {
            return Change{rev,
                          Scope::person(m_world->self),
                          EntityKind::Task,
                          task.id.uuid(),
                          Change::Verb::Delete,
                          {},
                          {},
                          {}};
        };
        VERIFY_OK(await(store->replica()->apply({1000, 1006, {removal(1006)}})));
        QCOMPARE(await(store->cache()->tasks())->size(), 1);
        VERIFY_OK(await(store->replica()->apply({1006, 1008, {removal(1008)}})));
        QCOMPARE(await(store->cache()->tasks())->size(), 0);
    }

    void anAbandonedSnapshotLeavesTheOldRows()
    {
        const auto store = open();
        load(*store);
        VERIFY_OK(await(store->replica()->beginSnapshot(m_world->self)));
        VERIFY_OK(await(store->replica()->abandonSnapshot()));
        QCOMPARE(await(store->cache()->channels())->size(), 1);
        QCOMPARE(await(store->replica()->position())->cursor.rev, 1000);
        QCOMPARE(await(store->replica()->position())->held.size(), 1);
    }

    void pagingStopsAtAHoleAndHistoryFillsIt()
    {
        const auto store = open();
        load(*store);
        auto page =
            await(store->cache()->messages({m_world->channel, {}, MessageQuery::Where::Before, 160, 100}));
        QCOMPARE(page->rows.size(), 9);
        QCOMPARE(page->holeBefore, 150);
        QVERIFY(!page->atStart);
        VERIFY_OK(await(
            store->replica()->applyHistory({m_world->channel, 101, 150, m_world->messages.sliced(100, 50)})));
        page = await(store->cache()->messages({m_world->channel, {}, MessageQuery::Where::Before, 160, 100}));
        QCOMPARE(page->rows.size(), 59);
        QCOMPARE(page->holeBefore, 100);
        VERIFY_OK(await(
            store->replica()->applyHistory({m_world->channel, 1, 100, m_world->messages.sliced(0, 100)})));
        page = await(store->cache()->messages({m_world->channel, {}, MessageQuery::Where::Before, 160, 500}));
        QCOMPARE(page->rows.size(), 159);
        QVERIFY(page->atStart);
    }

    void aDeltaMovesRowsAndCursorTogether()
    {
        const auto store = open();
        load(*store);
        const ChangeLog log(store->cache());
        Message edited = m_world->messages.last();
        edited.text = u"edited text"_s;
        VERIFY_OK(await(store->replica()->apply({1000, 1003, {m_world->put(edited, 1002)}})));
        QTRY_VERIFY(log.at(1003).has_value());
        const ChangeSet changes = log.at(1003).value();
        QCOMPARE(changes.cursor.rev, 1003);
        QVERIFY(changes.messages.value(m_world->channel).contains(edited.id));
        QCOMPARE(await(store->cache()->message(edited.id))->value().message.text, u"edited text"_s);
    }

    void aDeltaOutOfOrderChangesNothing()
    {
        const auto store = open();
        load(*store);
        Message edited = m_world->messages.last();
        edited.text = u"must not appear"_s;
        const auto applied = await(store->replica()->apply({999, 1003, {m_world->put(edited, 1002)}}));
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::Conflict);
        QCOMPARE(await(store->replica()->position())->cursor.rev, 1000);
        QCOMPARE(await(store->cache()->message(edited.id))->value().message.text,
                 m_world->messages.last().text);
    }

    void deltasThatWaitAreAppliedTogetherAndAnsweredEach()
    {
        const auto store = open();
        load(*store);
        const auto deltaOf = [this](qint64 from, const QString &text) {
            Message message = m_world->messages.last();
            message.id = MessageId::create();
            message.seq = from - 1000 + 201;
            message.createdAt += from;
            message.text = text;
            return Delta{from, from + 1, {m_world->put(message, from + 1)}};
        };
        // The thread is busy with the first, so that the others wait.
        const auto keepBusy = [&](qint64 channelSeq) {
            HistoryPage history;
            history.channel = m_world->channel;
            history.rev = 2'000;
            for (int i = 0; i < 2'000; ++i) {
                Message message = m_world->messages.first();
                message.id = MessageId::create();
                message.seq = channelSeq + i;
                history.messages.append(message);
            }
            return store->replica()->applyHistory(history);
        };
        const ChangeLog log(store->cache());
        const Reply<void> busy = keepBusy(10'000);
        QList<Reply<Cursor>> replies;
        for (qint64 from = 1000; from < 1100; ++from)
            replies.append(store->replica()->apply(deltaOf(from, u"waits %1"_s.arg(from))));
        VERIFY_OK(await(busy));
        for (qsizetype i = 0; i < replies.size(); ++i)
            QCOMPARE(await(replies[i])->rev, 1001 + i);
        QCOMPARE(await(store->replica()->position())->cursor.rev, 1100);
        QCOMPARE(await(store->cache()->search(u"waits 1057 "_s, {}, 10))->size(), 1);
        QTRY_VERIFY(log.at(1100).has_value());
        QVERIFY2(log.seen.size() < 50, qPrintable(QString::number(log.seen.size())));

        // One in the middle does not follow: what is before it is taken, it is not.
        replies.clear();
        const Reply<void> again = keepBusy(20'000);
        for (const qint64 from : {1100, 1101, 1103, 1102})
            replies.append(store->replica()->apply(deltaOf(from, u"gap %1"_s.arg(from))));
        QCOMPARE(await(replies[0])->rev, 1101);
        QCOMPARE(await(replies[1])->rev, 1102);
        QCOMPARE(await(replies[2]).error().code, ErrorCode::Conflict);
        (void)await(replies[3]);
        QCOMPARE(await(store->cache()->search(u"gap 1103 "_s, {}, 10))->size(), 0);
        QCOMPARE(await(store->cache()->search(u"gap 1101 "_s, {}, 10))->size(), 1);
    }

    void messagesOfOneMillisecondAndTwoInOnePlace()
    {
        const auto store = open();
        load(*store);
        Message first = m_world->messages.last();
        first.id = MessageId::create();
        first.seq = 201;
        Message second = first; // Of the same instant.
        second.id = MessageId::create();
        second.seq = 202;
        QCOMPARE(await(store->replica()->apply(
                           {1000, 1002, {m_world->put(first, 1001), m_world->put(second, 1002)}}))
                     ->rev,
                 1002);
        Message third = second; // In the same place.
        third.id = MessageId::create();
        QCOMPARE(await(store->replica()->apply({1002, 1003, {m_world->put(third, 1003)}})).error().code,
                 ErrorCode::Protocol);
        QVERIFY(await(store->cache()->message(first.id))->has_value());
        QVERIFY(await(store->cache()->message(second.id))->has_value());
        QVERIFY(!await(store->cache()->message(third.id))->has_value());
    }

    void anOlderChangeDoesNotOverwrite()
    {
        const auto store = open();
        load(*store);
        Message newer = m_world->messages.last();
        newer.text = u"newer"_s;
        VERIFY_OK(await(store->replica()->apply({1000, 1010, {m_world->put(newer, 1010)}})));
        Message older = newer;
        older.text = u"older"_s;
        VERIFY_OK(await(store->replica()->apply({1010, 1011, {m_world->put(older, 1005)}})));
        QCOMPARE(await(store->cache()->message(newer.id))->value().message.text, u"newer"_s);
    }

    void rowsOfForeignChannelsAreRefused()
    {
        const auto store = open();
        load(*store);
        Message foreign = m_world->messages.first();
        foreign.id = MessageId::create();
        foreign.channel = ChannelId::create();
        QVERIFY(!await(store->replica()->apply({1000, 1001, {m_world->put(foreign, 1001)}})));
        Change forged = m_world->put(m_world->messages.first(), 1001);
        forged.scope = Scope::channel(ChannelId::create());
        QVERIFY(!await(store->replica()->apply({1000, 1001, {forged}})));
        QCOMPARE(await(store->replica()->position())->cursor.rev, 1000);
    }

    void aDroppedChannelLeavesNothing()
    {
        const auto store = open();
        load(*store);
        store->cache()->saveDraft({m_world->channel, {}, u"draft in it"_s, 1});
        const ChangeLog log(store->cache());
        VERIFY_OK(await(store->replica()->dropScope(m_world->channel)));
        QTRY_VERIFY(!log.seen.isEmpty() && log.seen.last().dropped.contains(m_world->channel));
        QCOMPARE(await(store->cache()->channels())->size(), 0);
        QCOMPARE(await(store->cache()->search(u"message"_s, {}, 10))->size(), 0);
        QCOMPARE(await(store->cache()->search(u"release"_s, {}, 10))->size(), 0);
        // What was begun there is the person's own: it is there again if they come back.
        QCOMPARE(await(store->cache()->drafts())->value(0).text, u"draft in it"_s);
        QCOMPARE(await(store->cache()->messages({m_world->channel, {}, MessageQuery::Where::Latest, 0, 30}))
                     ->rows.size(),
                 0);
        QVERIFY(
            !await(store->replica()->applyHistory({m_world->channel, 1, 1, {m_world->messages.first()}})));
    }

    void searchFindsAccentsPrefixesAndChinese()
    {
        const auto store = open();
        load(*store);
        QList<Change> changes;
        const QStringList texts{u"Der Übergabetermin steht"_s, u"次のリリースは木曜日です"_s,
                                u"코드 검토를 부탁합니다"_s};
        for (int i = 0; i < texts.size(); ++i) {
            Message message = m_world->messages.last();
            message.id = MessageId::create();
            message.seq = 201 + i;
            message.text = texts[i];
            changes.append(m_world->put(message, 1001 + i));
        }
        VERIFY_OK(await(store->replica()->apply({1000, 1003, changes})));
        const auto hits = [&](const QString &typed) {
            return await(store->cache()->search(typed, {}, 10)).value();
        };
        QCOMPARE(hits(u"uberg"_s).size(), 1);
        QCOMPARE(hits(u"木曜"_s).size(), 1);
        QCOMPARE(hits(u"リース"_s).size(), 1);
        QCOMPARE(hits(u"검토"_s).size(), 1);
        QCOMPARE(hits(u"number 177"_s).size(), 1);
        QCOMPARE(hits(u"ana"_s).at(0).kind, EntityKind::Person);
        QCOMPARE(hits(u"nothing like it"_s).size(), 0);
        QCOMPARE(hits(u"message"_s).size(), 10);
        // Newest first.
        QVERIFY(hits(u"message"_s).at(0).at > hits(u"message"_s).at(1).at);
    }

    void editedTextIsFoundAndOldTextIsNot()
    {
        const auto store = open();
        load(*store);
        Message edited = m_world->messages.last();
        edited.text = u"completely different"_s;
        VERIFY_OK(await(store->replica()->apply({1000, 1001, {m_world->put(edited, 1001)}})));
        QCOMPARE(await(store->cache()->search(u"number 200"_s, {}, 10))->size(), 0);
        QCOMPARE(await(store->cache()->search(u"different"_s, {}, 10))->size(), 1);
    }

    void theOutboxKeepsOrderAndSettles()
    {
        const auto store = open();
        load(*store);
        QList<Operation> operations;
        for (int i = 0; i < 3; ++i) {
            operations.append(
                Operation::make(OperationKind::MessagePost, makeUuidV7(), {{"text"_L1, QString::number(i)}}));
            VERIFY_OK(await(store->outbox()->submit(operations.last())));
        }
        auto pending = await(store->outbox()->pending());
        QCOMPARE(pending->size(), 3);
        QVERIFY(pending->at(0).operation.seq < pending->at(1).operation.seq);
        // Acknowledged ahead of the cursor: it stays until the rows are here.
        VERIFY_OK(await(store->replica()->applyVerdicts(
            {{operations[0].id, Verdict::Kind::Ok, 1005, {}, {}, {}},
             {operations[1].id, Verdict::Kind::Rejected, 0, u"forbidden"_s, u"No."_s, {}}})));
        QCOMPARE(await(store->outbox()->pending())->size(), 3);
        VERIFY_OK(await(store->replica()->apply({1000, 1005, {}})));
        QTRY_COMPARE(await(store->outbox()->pending())->size(), 2);
        pending = await(store->outbox()->pending());
        QCOMPARE(pending->at(0).state, PendingOperation::State::Refused);
        QCOMPARE(pending->at(0).message, u"No."_s);
        QCOMPARE(pending->at(1).state, PendingOperation::State::Waiting);
        VERIFY_OK(await(store->outbox()->retry(operations[1].id, 0)));
        QCOMPARE(await(store->outbox()->pending())->at(0).state, PendingOperation::State::Waiting);
        QVERIFY(await(store->outbox()->pending())->at(0).operation.id != operations[1].id);
        VERIFY_OK(await(store->outbox()->discard(operations[2].id)));
        QCOMPARE(await(store->outbox()->pending())->size(), 1);
    }

    /// Simulation seeds 95074 and 95075: what a join brings met a failing disk, and the sign
    /// that it was all there, right behind it, a disk that worked again.
    void messagesThatAreOverLeaveCacheAndIndexToTheMillisecond()
    {
        const auto store = open();
        load(*store);
        Cache &cache = *store->cache();
        const auto found = [&](const QString &words) { return await(cache.search(words, {}, 10))->size(); };
        const auto rows = [&] { return await(cache.facts())->classes.first().rows; };
        const Millis first = m_world->messages[150].createdAt;
        const Millis last = m_world->messages[199].createdAt;
        QCOMPARE(found(u"151"_s), 1);
        // One millisecond before the first is over nothing goes.
        QCOMPARE(*await(cache.expireMessages(first - 1)), first);
        QCOMPARE(rows(), 50);
        QCOMPARE(*await(cache.expireMessages(first)), first + 1'000);
        QCOMPARE(rows(), 49);
        QCOMPARE(found(u"151"_s), 0);
        QCOMPARE(found(u"152"_s), 1);
        // Its place is a hole that joins the one before it, to be filled by scrolling.
        const auto holes = [this] {
            QStringList all;
            const auto db = *Connection::open({m_path + u"/cache.db"_s, true}, Secret(fixedKey()));
            (void)db->rows(u"SELECT first, last FROM hole ORDER BY first"_s, {}, [&all](const SqlRow &row) {
                all.append(u"%1-%2"_s.arg(row.integer(0)).arg(row.integer(1)));
                return true;
            });
            return all;
        };
        QCOMPARE(holes(), QStringList{u"1-151"_s});
        QCOMPARE(*await(cache.expireMessages(last - 1)), last);
        QCOMPARE(rows(), 1);
        QCOMPARE(holes(), QStringList{u"1-199"_s});
        QCOMPARE(*await(cache.expireMessages(last)), 0);
        QCOMPARE(found(u"message"_s), 0);
        // What the server says of the page fills it again: a wrong clock loses nothing.
        HistoryPage page;
        page.channel = m_world->channel;
        page.first = 190;
        page.last = 200;
        page.messages = m_world->messages.sliced(189);
        VERIFY_OK(await(store->replica()->applyHistory(page)));
        QCOMPARE(holes(), QStringList{u"1-189"_s});
        QCOMPARE(found(u"195"_s), 1);
    }

    void whatHappensToAMessageInAHoleIsNotStored()
    {
        const auto store = open();
        load(*store);
        const auto rows = [&] { return await(store->cache()->facts())->classes.first().rows; };
        Message gone = m_world->messages[10];
        gone.deleted = true;
        gone.text.clear();
        VERIFY_OK(await(store->replica()->apply({1000, 1001, {m_world->put(gone, 1001)}})));
        QCOMPARE(rows(), 50);
        // A page that was read before that is not taken; the one after it is.
        HistoryPage page{m_world->channel, 5, 15, m_world->messages.sliced(4, 11), 1000};
        QCOMPARE(await(store->replica()->applyHistory(page)).error().code, ErrorCode::Conflict);
        QCOMPARE(await(store->cache()->search(u"\"message number 11\""_s, {}, 10))->size(), 0);
        page.rev = 1001;
        page.messages[6] = gone;
        VERIFY_OK(await(store->replica()->applyHistory(page)));
        QCOMPARE(rows(), 61);
        QCOMPARE(await(store->cache()->search(u"\"message number 11\""_s, {}, 10))->size(), 0);
        // Of one that is held it is.
        Message held = m_world->messages[160];
        held.text = u"edited"_s;
        VERIFY_OK(await(store->replica()->apply({1001, 1002, {m_world->put(held, 1002)}})));
        QCOMPARE(await(store->cache()->search(u"edited"_s, {}, 10))->size(), 1);
        // And a new one is no part of any hole.
        Message next = held;
        next.id = MessageId::create();
        next.seq = 201;
        VERIFY_OK(await(store->replica()->apply({1002, 1003, {m_world->put(next, 1003)}})));
        QCOMPARE(rows(), 62);
    }

    void whatADeviceRemembersIsKept()
    {
        {
            const auto store = open();
            QVERIFY(await(store->cache()->note(u"ledger"_s))->isEmpty());
            store->cache()->saveNote(u"ledger"_s, "one");
            store->cache()->saveNote(u"ledger"_s, "two");
            store->cache()->saveCookies({"a=1", "b=2"});
        }
        const auto store = open();
        QCOMPARE(*await(store->cache()->note(u"ledger"_s)), "two");
        QCOMPARE(await(store->cache()->cookies())->size(), 2);
    }

    void whatComesBehindALostWriteIsNotTaken()
    {
        const QTemporaryDir dir;
        Store store({dir.path()});
        VERIFY_OK(await(store.open(Secret(fixedKey()))));
        World world;
        VERIFY_OK(await(store.replica()->beginSnapshot(world.self)));
        VERIFY_OK(await(store.replica()->finishSnapshot({u"e"_s, 5})));
        VERIFY_OK(await(store.replica()->position()));
        const auto other = *Connection::open({dir.filePath(u"cache.db"_s)}, Secret(fixedKey()));
        VERIFY_OK(other->run(u"ALTER TABLE channel RENAME TO away"_s));
        const Channel channel{world.channel, ChannelKind::Private, u"joined"_s, {}, {}, false, 0, 0, 6};
        const Delta brought{5,
                            5,
                            {{5,
                              Scope::channel(channel.id),
                              EntityKind::Channel,
                              channel.id.uuid(),
                              Change::Verb::Put,
                              toJson(channel),
                              {},
                              {}}}};
        QVERIFY(!await(store.replica()->apply(brought)));
        VERIFY_OK(other->run(u"ALTER TABLE away RENAME TO channel"_s));
        QCOMPARE(await(store.replica()->addScope(channel.id, 6)).error().code, ErrorCode::Cancelled);
        // The next connection begins by asking, and is told that it does not hold the channel.
        QVERIFY(!await(store.replica()->position())->held.contains(channel.id));
        VERIFY_OK(await(store.replica()->apply(brought)));
        VERIFY_OK(await(store.replica()->addScope(channel.id, 6)));
        QVERIFY(await(store.replica()->position())->held.contains(channel.id));
    }

    void anAcknowledgementOfAnotherEpochSettlesNothing()
    {
        // A power cut may take the cache back into an older epoch, whose revisions are
        // higher; the outbox, which is synced, knows the newer one already.
        std::unique_ptr<Connection> db = std::move(*Connection::open({u":memory:"_s, false, true}, Secret()));
        VERIFY_OK(migrate(*db, outboxLadder()));
        OutboxFile outbox(*db);
        const auto post = Operation::make(OperationKind::MessagePost, makeUuidV7(), {{"text"_L1, u"once"_s}});
        VERIFY_OK(outbox.append(post, {}));
        VERIFY_OK(outbox.applyVerdicts({{post.id, Verdict::Kind::Ok, 500, {}, {}, {}}}, u"new"_s));
        QCOMPARE(*outbox.settle({u"old"_s, 1'000}), false);
        QCOMPARE(*outbox.settle({u"new"_s, 499}), false);
        QCOMPARE(outbox.pending()->size(), 1);
        // The next snapshot makes it wait again, or its rows let it go.
        VERIFY_OK(outbox.resetAcknowledged());
        QCOMPARE(outbox.pending()->first().state, PendingOperation::State::Waiting);
        VERIFY_OK(outbox.applyVerdicts({{post.id, Verdict::Kind::Duplicate, 500, {}, {}, {}}}, u"new"_s));
        QCOMPARE(*outbox.settle({u"new"_s, 500}), true);
        QVERIFY(outbox.pending()->isEmpty());
        // One that an older program wrote down has no epoch.
        const auto other =
            Operation::make(OperationKind::MessagePost, makeUuidV7(), {{"text"_L1, u"twice"_s}});
        VERIFY_OK(outbox.append(other, {}));
        VERIFY_OK(outbox.applyVerdicts({{other.id, Verdict::Kind::Ok, 7, {}, {}, {}}}, {}));
        QCOMPARE(*outbox.settle({u"new"_s, 7}), true);
    }

    void unsentWorkSurvivesADamagedCache()
    {
        const auto operation =
            Operation::make(OperationKind::MessagePost, makeUuidV7(), {{"text"_L1, u"unsent"_s}});
        {
            const auto store = open();
            load(*store);
            VERIFY_OK(await(store->outbox()->submit(operation)));
            store->cache()->saveDraft({m_world->channel, {}, u"draft"_s, 1});
        }
        QFile cache(m_path + u"/cache.db"_s);
        QVERIFY(cache.open(QIODevice::ReadWrite));
        cache.write(QByteArray(4096, 'Z'));
        cache.close();
        Store store({m_path});
        const auto opened = await(store.open(Secret(fixedKey())));
        VERIFY_OK(opened);
        QVERIFY(!opened->cacheSetAside.isEmpty());
        QVERIFY(QFile::exists(opened->cacheSetAside));
        QVERIFY(opened->cursor.isNull());
        QCOMPARE(await(store.outbox()->pending())->at(0).operation.id, operation.id);
        QCOMPARE(await(store.cache()->drafts())->at(0).text, u"draft"_s);
    }

    void aWrongKeyMovesNothing()
    {
        {
            const auto store = open();
            load(*store);
        }
        {
            Store store({m_path});
            const auto opened = await(store.open(Secret(fixedKey('x'))));
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, ErrorCode::WrongKey);
        }
        const auto store = open();
        QCOMPARE(await(store->replica()->position())->cursor.rev, 1000);
    }

    void inMemoryNothingReachesTheDisk()
    {
        Store store({});
        VERIFY_OK(await(store.open(Secret())));
        load(store);
        QCOMPARE(await(store.cache()->channels())->size(), 1);
        QVERIFY(!await(store.cache()->facts())->onDisk);
    }

    void noPlaintextInAnyFile()
    {
        const QString canary = u"canary7f3a9c"_s;
        const auto store = open();
        load(*store);
        Message message = m_world->messages.last();
        message.text = canary;
        VERIFY_OK(await(store->replica()->apply({1000, 1001, {m_world->put(message, 1001)}})));
        store->cache()->saveDraft({m_world->channel, {}, canary, 1});
        VERIFY_OK(await(store->outbox()->submit(
            Operation::make(OperationKind::MessagePost, makeUuidV7(), {{"text"_L1, canary}}))));
        QCOMPARE(await(store->cache()->search(canary, {}, 5))->size(), 1);
        QCOMPARE(filesContaining(m_path, canary), QStringList());
        VERIFY_OK(store->destroy());
        QVERIFY(!QFile::exists(m_path));
    }

    void theFactsAreTrue()
    {
        const auto store = open();
        load(*store);
        const auto facts = await(store->cache()->facts());
        VERIFY_OK(facts);
        QVERIFY(facts->cipher.startsWith(u"SQLCipher 4."));
        QVERIFY(facts->bytes > 10'000);
        QCOMPARE(facts->classes.at(0).rows, 50);
        QCOMPARE(facts->classes.at(0).oldest, m_world->messages.at(150).createdAt);
    }
};
CHATOPS_TEST(TestStore)

#include "teststore.moc"
