// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/overlay.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

class TestOverlay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPostedMessageShowsAtOnce()
    {
        const auto channel = ChannelId::create();
        const auto self = PersonId::create();
        const auto operation = Operation::make(OperationKind::MessagePost, makeUuidV7(),
                                               {{"channel"_L1, channel.toString()}, {"text"_L1, u"hello"_s}});
        const Message message = postedMessage(operation, self);
        QCOMPARE(message.id.uuid(), operation.target);
        QCOMPARE(message.channel, channel);
        QCOMPARE(message.author, self);
        QCOMPARE(message.seq, 0);
    }

    void reactionsCommute()
    {
        const auto a = PersonId::create();
        const auto b = PersonId::create();
        QList<Reaction> one;
        react(one, u"👍"_s, a, true);
        react(one, u"👍"_s, b, true);
        react(one, u"👍"_s, b, true);
        QCOMPARE(one.size(), 1);
        QCOMPARE(one[0].people.size(), 2);
        react(one, u"👍"_s, a, false);
        react(one, u"👍"_s, b, false);
        react(one, u"👍"_s, b, false);
        QVERIFY(one.isEmpty());
    }

    void patchesTouchOnlyTheirFields()
    {
        Task task;
        task.id = TaskId::create();
        task.creator = PersonId::create();
        task.title = u"Rehearse"_s;
        task.assignee = PersonId::create();
        const Task after =
            patched(task, {{"state"_L1, u"doing"_s}, {"creator"_L1, PersonId::create().toString()}}).value();
        QCOMPARE(after.state, TaskState::Doing);
        QCOMPARE(after.title, task.title);
        QCOMPARE(after.creator, task.creator);
        QVERIFY(!patched(task, {{"state"_L1, u"sleeping"_s}}));
        QVERIFY(!patched(task, {{"title"_L1, QString(251, u'x')}}));
        const Task cleared = patched(after, {{"assignee"_L1, QString()}, {"due"_L1, 0}}).value();
        QVERIFY(cleared.assignee.isNull());
    }

    void changingAttendeesKeepsAnswers()
    {
        const auto a = PersonId::create();
        const auto b = PersonId::create();
        Event event;
        event.id = EventId::create();
        event.title = u"x"_s;
        event.organizer = a;
        event.start = wallFromText(u"2026-11-19T15:00:00"_s);
        event.end = wallFromText(u"2026-11-19T16:00:00"_s);
        event.zone = "UTC";
        event.attendees = {{a, Answer::Yes}};
        const QList<Attendee> wanted{{a, Answer::No}, {b, Answer::Yes}};
        const Event after = patched(event, {{"attendees"_L1, toJson(wanted)}}).value();
        QCOMPARE(after.attendees[0].answer, Answer::Yes);
        QCOMPARE(after.attendees[1].answer, Answer::None);
    }

    void zonesAreCheckedWhenSetAndKeptWhenRead()
    {
        Event event;
        event.id = EventId::create();
        event.title = u"x"_s;
        event.organizer = PersonId::create();
        event.start = wallFromText(u"2026-11-19T15:00:00"_s);
        event.end = wallFromText(u"2026-11-19T16:00:00"_s);
        event.zone = "Mars/Olympus";
        QVERIFY(eventFromJson(toJson(event)));
        QVERIFY(patched(event, {{"title"_L1, u"y"_s}}));
        QVERIFY(!patched(event, {{"zone"_L1, u"Mars/Phobos"_s}}));
        QVERIFY(patched(event, {{"zone"_L1, u"Europe/Helsinki"_s}}));
    }

    void operationsForOthersDoNotTouch()
    {
        Message message;
        message.id = MessageId::create();
        const auto operation =
            Operation::make(OperationKind::MessageEdit, makeUuidV7(), {{"text"_L1, u"x"_s}});
        QVERIFY(!overlay(message, operation, PersonId::create()));
        QVERIFY(message.text.isEmpty());
    }
};
CHATOPS_TEST(TestOverlay)

#include "testoverlay.moc"
