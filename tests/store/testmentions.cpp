// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"
#include "tests/store/storeworld.h"
#include "tests/support/registry.h"
#include "tests/support/temporary.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;

/// Who is mentioned is told so: in what arrives, in what the first snapshot brings, and in what an earlier
/// program stored by another rule.
class TestMentions : public QObject, private StorePlace {
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }

    void mentionsAndReadMarkersCount()
    {
        const auto store = open();
        load(*store);
        Message mention = m_world->messages.last();
        mention.id = MessageId::create();
        mention.seq = 201;
        mention.text = u"@mika, can you look?"_s;
        const Change marker{1002,
                            Scope::person(m_world->self),
                            EntityKind::Read,
                            m_world->channel.uuid(),
                            Change::Verb::Put,
                            toJson(ReadMarker{m_world->channel, 199}),
                            {},
                            {}};
        VERIFY_OK(await(store->replica()->apply({1000, 1002, {m_world->put(mention, 1001), marker}})));
        const auto channels = await(store->cache()->channels());
        QCOMPARE(channels->at(0).unread, 2);
        QCOMPARE(channels->at(0).mentions, 1);
    }

    void aMentionInTheFirstSnapshotCounts()
    {
        m_world->messages[198].text = u"@Mika have a look"_s;
        auto store = open();
        load(*store);
        QCOMPARE(await(store->cache()->channels())->at(0).mentions, 1);
        store.reset();
        store = open();
        QCOMPARE(await(store->cache()->channels())->at(0).mentions, 1);
        // Another account's snapshot in the same store, as after a restored server: its own name counts.
        m_world->messages[199].text = u"@mika and @ana"_s;
        m_world->messages[199].rev = 300;
        load(*store);
        QCOMPARE(await(store->cache()->channels())->at(0).mentions, 2);
    }

    void mentionsThatAnEarlierProgramMissedAreFound()
    {
        m_world->messages[197].text = u"@MIKA, in capitals"_s;
        {
            auto store = open();
            load(*store);
        }
        {
            // As a program left it that knew another rule.
            const auto file = Connection::open({m_path + u"/cache.db"_s, false, false}, Secret(fixedKey()));
            VERIFY_OK(file);
            VERIFY_OK((*file)->run(u"UPDATE message SET mention = 0"_s));
            VERIFY_OK((*file)->run(u"DELETE FROM meta WHERE name = 'mention_rule'"_s));
        }
        const auto store = open();
        QCOMPARE(await(store->cache()->channels())->at(0).mentions, 1);
    }
};
CHATOPS_TEST(TestMentions)

#include "testmentions.moc"
