// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/overlay.h"
#include "models/changeslist.h"
#include "models/channellistmodel.h"
#include "models/eventmodel.h"
#include "models/operations.h"
#include "models/taskmodel.h"
#include "models/timelinemodel.h"
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// What a person made here stays in sight on its whole way: outbox, server,
/// cache, rows.
class TestOverlays : public QObject {
    Q_OBJECT
    [[nodiscard]] Task taskOf(PersonId assignee) const
    {
        Task task;
        task.id = TaskId::create();
        task.title = u"before"_s;
        task.creator = m_fake->self.id;
        task.assignee = assignee;
        task.dueAt = 1;
        return task;
    }
    [[nodiscard]] Event eventOf(PersonId organizer, const QDateTime &start) const
    {
        Event event;
        event.id = EventId::create();
        event.title = u"review"_s;
        event.start = start;
        event.end = start.addSecs(3600);
        event.zone = "Europe/Berlin";
        event.organizer = organizer;
        return event;
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

    void aChannelMadeHereNeverLeavesTheList()
    {
        DraftBook drafts(m_fake->account());
        ChannelListModel channels(m_fake->account(), *m_work, drafts);
        const QAbstractItemModelTester tester(&channels,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        deliver();
        const Operation operation = Make::createChannel(u"new"_s, {}, ChannelKind::Public, {});
        const ChannelId id(operation.target);
        m_work->submit(operation);
        deliver();
        QVERIFY(channels.channel(id) && channels.channel(id)->waiting);
        int missing = 0;
        connect(&channels, &ChannelListModel::rebuilt, this,
                [&] { missing += channels.channel(id) ? 0 : 1; });

        m_fake->cache.hold();
        m_fake->cache.addChannel(id, u"new"_s);
        confirm(operation, [](ChangeSet &changes) { changes.channels = true; });
        // The outbox has answered, the cache has not.
        QVERIFY(channels.channel(id));
        QCOMPARE(m_work->waitingCount(), 0);
        m_fake->cache.releaseAll();
        QVERIFY(channels.channel(id) && !channels.channel(id)->waiting);
        QCOMPARE(missing, 0);
        QVERIFY(m_work->operations().isEmpty());
    }

    void aMessagePostedHereNeverLeavesTheTimeline()
    {
        const ChannelId channel = ChannelId::create();
        m_fake->cache.addMessages(channel, 5);
        TimelineModel timeline(m_fake->account(), *m_work);
        const QAbstractItemModelTester tester(&timeline,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        timeline.open(channel);
        deliver();
        QCOMPARE(timeline.rowCount(), 5);
        const Operation operation = Make::post(channel, u"mine"_s);
        m_work->submit(operation);
        deliver();
        QCOMPARE(timeline.rowCount(), 6);
        QSignalSpy removed(&timeline, &QAbstractItemModel::rowsRemoved);

        m_fake->cache.hold();
        // A question is on its way when the news comes; it knows nothing of it.
        m_fake->cache.announce(messagesOf(channel));
        Message message = postedMessage(operation, m_fake->self.id);
        message.seq = 6;
        m_fake->cache.messageRows[channel].append({message, u"Mika"_s, u"mika"_s});
        confirm(operation, [&](ChangeSet &changes) { changes = messagesOf(channel); });
        QCOMPARE(timeline.rowCount(), 6);
        m_fake->cache.release();
        QCOMPARE(timeline.rowCount(), 6);
        m_fake->cache.releaseAll();
        QCOMPARE(timeline.rowCount(), 6);
        QCOMPARE(timeline.row(5).state, TimelineRow::State::Confirmed);
        QCOMPARE(removed.size(), 0);
    }

    void aTaskKeepsItsChangeUntilTheRowHasIt()
    {
        PeopleDirectory people(m_fake->account());
        const Task task = taskOf({});
        m_fake->cache.taskRows = {task};
        TaskModel tasks(m_fake->account(), *m_work, people);
        tasks.load(Extent::All);
        const QAbstractItemModelTester tester(&tasks, QAbstractItemModelTester::FailureReportingMode::QtTest);
        deliver();
        const Operation operation = Make::patchTask(task, {{"title"_L1, u"after"_s}});
        m_work->submit(operation);
        deliver();
        QStringList seen;
        connect(&tasks, &QAbstractItemModel::dataChanged, this,
                [&] { seen.append(tasks.index(0, 0).data().toString()); });

        m_fake->cache.hold();
        m_fake->cache.taskRows[0].title = u"after"_s;
        confirm(operation, [](ChangeSet &changes) { changes.tasks = true; });
        m_fake->cache.releaseAll();
        QVERIFY(!seen.contains(u"before"_s));
        QCOMPARE(tasks.index(0, 0).data().toString(), u"after"_s);
    }

    void badgesNeedOnlyWhatIsThePersons()
    {
        PeopleDirectory people(m_fake->account());
        const Task theirs = taskOf(PersonId::create());
        const Task own = taskOf(m_fake->self.id);
        m_fake->cache.taskRows = {theirs, own};
        TaskModel tasks(m_fake->account(), *m_work, people);
        const QAbstractItemModelTester tester(&tasks, QAbstractItemModelTester::FailureReportingMode::QtTest);
        deliver();
        QCOMPARE(tasks.rowCount(), 0);
        tasks.load(Extent::Own);
        deliver();
        QCOMPARE(tasks.rowCount(), 1);
        QCOMPARE(tasks.dueFor(m_fake->self.id), 1);
        QVERIFY(!tasks.isLoaded());

        // One that is given to the person by a change of their own, not sent yet.
        m_work->submit(Make::patchTask(theirs, {{"assignee"_L1, m_fake->self.id.toString()}}));
        deliver();
        QCOMPARE(tasks.dueFor(m_fake->self.id), 2);
        QVERIFY(tasks.isLoaded());
        tasks.load(Extent::Own);
        m_fake->cache.announce([] {
            ChangeSet changes;
            changes.tasks = true;
            return changes;
        }());
        deliver();
        QCOMPARE(tasks.rowCount(), 2);
    }

    void anAnswerToAnInvitationCountsAtOnce()
    {
        PeopleDirectory people(m_fake->account());
        Event event = eventOf(PersonId::create(), QDateTime::currentDateTimeUtc().addDays(1));
        event.attendees = {{m_fake->self.id, Answer::None}};
        Event others = event;
        others.id = EventId::create();
        others.attendees.clear();
        m_fake->cache.eventRows = {event, others};
        EventModel events(m_fake->account(), *m_work, people);
        events.load(Extent::Own);
        deliver();
        QCOMPARE(events.rowCount(), 1);
        QCOMPARE(events.unanswered().size(), 1);
        m_work->submit(Make::answer(event, Answer::Yes));
        deliver();
        QCOMPARE(events.unanswered().size(), 0);
        QVERIFY(!events.isLoaded());
    }

    void anEventMadeHereNeverLeavesTheCalendar()
    {
        PeopleDirectory people(m_fake->account());
        EventModel events(m_fake->account(), *m_work, people);
        events.load(Extent::All);
        const QAbstractItemModelTester tester(&events,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        deliver();
        const Event event = eventOf({}, QDateTime(QDate(2026, 3, 2), QTime(10, 0)));
        const Operation operation = Make::createEvent(event);
        m_work->submit(operation);
        deliver();
        QCOMPARE(events.rowCount(), 1);
        QSignalSpy removed(&events, &QAbstractItemModel::rowsRemoved);
        m_fake->cache.hold();
        m_fake->cache.eventRows = {createdEvent(operation, m_fake->self.id)};
        confirm(operation, [](ChangeSet &changes) { changes.events = true; });
        m_fake->cache.releaseAll();
        QCOMPARE(events.rowCount(), 1);
        QCOMPARE(removed.size(), 0);
    }

    void whatIsRefusedKeepsItsTextAndReason()
    {
        const ChannelId channel = ChannelId::create();
        m_fake->cache.addMessages(channel, 1);
        TimelineModel timeline(m_fake->account(), *m_work);
        timeline.open(channel);
        ChangesList changes(*m_work);
        const QAbstractItemModelTester tester(&changes,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Operation operation = Make::post(channel, u"mine"_s);
        m_work->submit(operation);
        deliver();
        m_fake->outbox.refuse(operation.id, u"forbidden"_s);
        deliver();
        QCOMPARE(timeline.row(1).state, TimelineRow::State::Refused);
        QVERIFY(!timeline.row(1).refusal.isEmpty());
        QCOMPARE(changes.index(0).data(ChangesList::TextRole).toString(), u"mine"_s);
        QCOMPARE(m_work->refusedCount(), 1);
        m_work->discard(operation.id);
        deliver();
        QCOMPARE(timeline.rowCount(), 1);
        QCOMPARE(changes.rowCount(), 0);
    }

    void whatAServerSaysMakesNoDraftOfAChange()
    {
        ChangesList changes(*m_work);
        const Operation operation = Make::post(ChannelId::create(), u"mine"_s);
        m_work->submit(operation);
        deliver();
        m_fake->outbox.refuse(operation.id, u"left behind"_s);
        deliver();
        QVERIFY(!changes.isDraft(0));
        changes.discard(0);
        deliver();
        QCOMPARE(changes.rowCount(), 0);
        QCOMPARE(m_work->refusedCount(), 0);
    }

    void aCacheThatCannotBeReadIsToldAndHoldsNothingBack()
    {
        const ChannelId channel = ChannelId::create();
        m_fake->cache.addMessages(channel, 3);
        TimelineModel timeline(m_fake->account(), *m_work);
        QSignalSpy failed(&timeline, &TimelineModel::failed);
        m_fake->cache.failing = true;
        timeline.open(channel);
        deliver();
        QCOMPARE(failed.size(), 1);
        m_fake->cache.failing = false;
        m_fake->cache.announce(messagesOf(channel));
        deliver();
        QCOMPARE(timeline.rowCount(), 3);
        const Operation operation = Make::react(timeline.row(0).message.message, u"👍"_s, true);
        m_work->submit(operation);
        deliver();
        confirm(operation, [&](ChangeSet &changes) { changes = messagesOf(channel); });
        QVERIFY(m_work->operations().isEmpty());
    }

private:
    static ChangeSet messagesOf(ChannelId channel)
    {
        ChangeSet changes;
        changes.messages[channel].insert(MessageId::create());
        return changes;
    }
    void confirm(const Operation &operation, const std::function<void(ChangeSet &)> &touch)
    {
        m_fake->outbox.settle(operation.id);
        ChangeSet changes;
        touch(changes);
        changes.outbox = true;
        m_fake->cache.announce(changes);
        deliver();
    }
    std::unique_ptr<FakeAccount> m_fake;
    std::unique_ptr<PendingWork> m_work;
};
CHATOPS_TEST(TestOverlays)

#include "testoverlays.moc"
