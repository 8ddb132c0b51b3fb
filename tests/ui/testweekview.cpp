// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/viewerzone.h"
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"
#include "tests/support/waiting.h"
#include "ui/weekview.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// The week as it is drawn, in particular the one in which the clocks change.
class TestWeekView : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<FakeAccount> m_fake;
    std::unique_ptr<PendingWork> m_work;
    std::unique_ptr<PeopleDirectory> m_people;
    std::unique_ptr<EventModel> m_events;
    std::unique_ptr<TaskModel> m_tasks;
    std::unique_ptr<WeekView> m_week;

    static QDateTime wall(const QDate &day, int hour, int minute = 0)
    {
        return {day, QTime(hour, minute), Qt::UTC};
    }
    void add(const QString &title, const QDateTime &start, const QDateTime &end)
    {
        Event event;
        event.id = EventId::create();
        event.title = title;
        event.start = start;
        event.end = end;
        event.zone = "Europe/Helsinki";
        event.organizer = m_fake->self.id;
        m_fake->cache.eventRows.append(event);
    }
    void show(const QDate &monday)
    {
        m_events = std::make_unique<EventModel>(m_fake->account(), *m_work, *m_people);
        m_tasks = std::make_unique<TaskModel>(m_fake->account(), *m_work, *m_people);
        m_events->load(Extent::All);
        m_tasks->load(Extent::All);
        deliver();
        m_week = std::make_unique<WeekView>(*m_events, *m_tasks);
        m_week->resize(1000, 700);
        m_week->setWeek(monday);
        m_week->show();
        m_week->verticalScrollBar()->setValue(0);
    }
    const WeekView::Box &box(const QString &title) const
    {
        for (const WeekView::Box &one : m_week->boxes()) {
            if (one.title.startsWith(title))
                return one;
        }
        static const WeekView::Box none;
        qWarning("no box %s", qPrintable(title));
        return none;
    }
    /// Hours from the first line of the page to the top of the box.
    double hourOf(const QString &title) const
    {
        const double hour = box(u"every day"_s).rect.top() / 12.0; // It stands at twelve.
        return box(title).rect.top() / hour;
    }

private Q_SLOTS:
    void init()
    {
        setViewerZone("Europe/Helsinki");
        m_fake = std::make_unique<FakeAccount>();
        m_work = std::make_unique<PendingWork>(m_fake->account());
        m_people = std::make_unique<PeopleDirectory>(m_fake->account());
    }
    void cleanup()
    {
        m_week.reset();
        m_tasks.reset();
        m_events.reset();
        m_people.reset();
        m_work.reset();
        m_fake.reset();
        setViewerZone({});
    }

    void whatIsAtTenStandsAtTenAlsoWhenTheClocksChange_data()
    {
        QTest::addColumn<QDate>("monday");
        QTest::newRow("an ordinary week") << QDate(2027, 3, 15);
        QTest::newRow("the clocks go forward") << QDate(2027, 3, 22);
        QTest::newRow("the clocks go back") << QDate(2027, 10, 25);
    }
    void whatIsAtTenStandsAtTenAlsoWhenTheClocksChange()
    {
        QFETCH(QDate, monday);
        const QDate sunday = monday.addDays(6);
        add(u"every day"_s, wall(monday, 12), wall(monday, 13));
        add(u"Sunday ten"_s, wall(sunday, 10), wall(sunday, 11));
        add(u"before it"_s, wall(sunday, 1), wall(sunday, 2));
        add(u"late"_s, wall(sunday, 22), wall(sunday, 23, 30));
        Task due;
        due.id = TaskId::create();
        due.title = u"due"_s;
        due.assignee = m_fake->self.id;
        due.dueAt = instantOfWall(wall(sunday, 16), QTimeZone("Europe/Helsinki"));
        m_fake->cache.taskRows.append(due);
        show(monday);
        QVERIFY(std::abs(hourOf(u"Sunday ten"_s) - 10) < 0.1);
        QVERIFY(std::abs(hourOf(u"before it"_s) - 1) < 0.1);
        QVERIFY(std::abs(hourOf(u"late"_s) - 22) < 0.1);
        const double hour = box(u"every day"_s).rect.top() / 12.0;
        QVERIFY(std::abs(box(u"due"_s).rect.bottom() / hour - 16) < 0.1);
        QVERIFY(box(u"late"_s).rect.height() > box(u"Sunday ten"_s).rect.height());
        QVERIFY(box(u"Sunday ten"_s).detail.contains(u"10"_s));
        for (const WeekView::Box &one : m_week->boxes())
            QVERIFY(one.rect.height() > 0);
    }

    void aClickMakesTheTimeThatIsShown()
    {
        const QDate monday(2027, 3, 22);
        add(u"every day"_s, wall(monday, 12), wall(monday, 13));
        add(u"Sunday ten"_s, wall(monday.addDays(6), 10), wall(monday.addDays(6), 11));
        show(monday);
        QSignalSpy spy(m_week.get(), &WeekView::slotActivated);
        const QRect ten = m_week->visibleRect(box(u"Sunday ten"_s));
        const int hour = box(u"every day"_s).rect.top() / 12;
        m_week->verticalScrollBar()->setValue(0);
        QTest::mouseDClick(m_week->viewport(), Qt::LeftButton, {},
                           QPoint(ten.center().x(), ten.top() + 2 - 2 * hour));
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0][0].toDateTime(), wall(monday.addDays(6), 8));
    }

    void aWholeDayOfTwentyThreeHoursIsAWholeDay()
    {
        const QDate sunday(2027, 3, 28);
        add(u"night shift"_s, wall(sunday, 0), wall(sunday.addDays(1), 0));
        show(sunday.addDays(-6));
        QVERIFY(box(u"night shift"_s).allDay);
    }

    void aNewEventComesIntoSight()
    {
        const QDate monday(2027, 3, 15);
        add(u"late"_s, wall(monday, 22), wall(monday, 23));
        show(monday);
        const EventId late = m_fake->cache.eventRows.first().id;
        QVERIFY(!m_week->viewport()->rect().contains(m_week->visibleRect(box(u"late"_s))));
        m_week->reveal(late);
        QVERIFY(m_week->viewport()->rect().contains(m_week->visibleRect(box(u"late"_s))));
    }
};
CHATOPS_TEST(TestWeekView)

#include "testweekview.moc"
