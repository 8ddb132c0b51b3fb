// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "store/store.h"
#include "tests/support/registry.h"
#include "tests/support/snapshot.h"
#include "tests/support/temporary.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Whom and what a few letters find, where thousands match them; and what is whose.
class TestNameSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theOldestNameThatIsJustThisIsOffered_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("title");
        QTest::newRow("person") << u"li"_s << u"Li"_s;
        QTest::newRow("accent and case") << u"LÍ"_s << u"Li"_s;
        QTest::newRow("channel") << u"dev"_s << u"dev"_s;
        QTest::newRow("newest of many") << u"linda"_s << u"Linda 39"_s;
    }
    void theOldestNameThatIsJustThisIsOffered()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, title);
        Store store({{}, Worker::Kind::Caller});
        VERIFY_OK(await(store.open(Secret(fixedKey()))));
        QList<QByteArray> lines;
        const auto addBoth = [&](const QString &person, const QString &channel) {
            lines << snapshotLine(EntityKind::Person,
                                  toJson(Person{PersonId::create(), person, u"p%1"_s.arg(lines.size()),
                                                Role::Member, true, 1}));
            Channel one;
            one.id = ChannelId::create();
            one.name = channel;
            one.rev = 1;
            lines << snapshotLine(EntityKind::Channel, toJson(one));
        };
        addBoth(u"Li"_s, u"dev"_s);
        for (int i = 0; i < 40; ++i)
            addBoth(u"Linda %1"_s.arg(i), u"dev-%1"_s.arg(i));
        loadSnapshot(*store.replica(), PersonId::create(), lines, {u"e"_s, 1});
        const QList<SearchHit> hits = await(store.cache()->search(typed, {}, 50)).value();
        QVERIFY(std::any_of(hits.begin(), hits.end(),
                            [&title](const SearchHit &hit) { return hit.title == title; }));
        QVERIFY(hits.size() <= 60);
    }

    void onlyWhatIsGivenToSomebodyIsTheirs()
    {
        Store store({{}, Worker::Kind::Caller});
        VERIFY_OK(await(store.open(Secret(fixedKey()))));
        const PersonId self = PersonId::create();
        const PersonId other = PersonId::create();
        QList<QByteArray> lines;
        // Made by everybody, named in texts, given to one.
        for (const PersonId &assignee : {self, other, PersonId()}) {
            Task task;
            task.id = TaskId::create();
            task.title = u"task"_s;
            task.description = u"\"assignee\":\"%1\""_s.arg(self.toString());
            task.creator = assignee == self ? other : self;
            task.assignee = assignee;
            task.rev = 1;
            lines << snapshotLine(EntityKind::Task, toJson(task));
            Event event;
            event.id = EventId::create();
            event.title = u"event"_s;
            event.description = u"\"person\":\"%1\""_s.arg(self.toString());
            event.start = wallFromText(u"2026-11-19T15:00:00"_s);
            event.end = event.start.addSecs(3600);
            event.zone = "Europe/Helsinki";
            event.organizer = task.creator;
            if (assignee)
                event.attendees = {{assignee, Answer::None}};
            event.rev = 1;
            lines << snapshotLine(EntityKind::Event, toJson(event));
        }
        loadSnapshot(*store.replica(), self, lines, {u"e"_s, 1});
        const QList<Task> tasks = await(store.cache()->tasksOf(self)).value();
        QCOMPARE(tasks.size(), 1);
        QCOMPARE(tasks.first().assignee, self);
        const QList<Event> events = await(store.cache()->invitationsOf(self)).value();
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.first().attendees.first().person, self);
        QCOMPARE(await(store.cache()->tasks())->size(), 3);
    }
};
CHATOPS_TEST(TestNameSearch)

#include "testnamesearch.moc"
