// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"
#include "ui/eventpanel.h"
#include "ui/taskpanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestTasksAndEvents : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<Pair> m_pair;

private Q_SLOTS:
    void init() { m_pair = std::make_unique<Pair>(); }
    void cleanup() { m_pair.reset(); }

    void aTaskIsMadeChangedAndSeen()
    {
        MainWindow *window = m_pair->window();
        const ChannelId channel = window->channelsPane()->current();
        window->showPane(PaneId::Tasks);
        window->tasksPane()->openList(TaskFilter::List::Channel, channel);
        QTest::mouseClick(m_pair->app.find<QPushButton>(u"newTask"_s), Qt::LeftButton);
        auto *title = m_pair->app.find<QTextEdit>(u"taskTitle"_s);
        TRY(title->isVisible());
        QTest::keyClicks(title, u"Water the plants"_s);
        QTest::keyClick(title, Qt::Key_Return);
        TRY(m_pair->anasTask(u"Water the plants"_s));
        QCOMPARE(m_pair->anasTask(u"Water the plants"_s)->channel, channel);
        auto *state = m_pair->app.find<QComboBox>(u"taskState"_s);
        state->setCurrentIndex(1);
        Q_EMIT state->activated(1);
        auto *hasDue = m_pair->app.find<QCheckBox>(u"taskHasDue"_s);
        QTest::mouseClick(hasDue, Qt::LeftButton, {}, QPoint(8, hasDue->height() / 2));
        auto *description = m_pair->app.find<QTextEdit>(u"taskDescription"_s);
        description->setFocus();
        QTest::keyClicks(description, u"All of them"_s);
        title->setFocus();
        TRY(m_pair->anasTask(u"Water the plants"_s)->state == TaskState::Doing
            && m_pair->anasTask(u"Water the plants"_s)->dueAt > 0
            && m_pair->anasTask(u"Water the plants"_s)->description == u"All of them");
        m_pair->app.picture(u"task"_s);
        // What the other does is seen at once.
        (void)m_pair->ana->submit(
            Operation::make(OperationKind::TaskPatch, m_pair->anasTask(u"Water the plants"_s)->id.uuid(),
                            {{"assignee"_L1, m_pair->window()->models().account.self.id.toString()}}));
        TRY(window->models().tasks.find(window->tasksPane()->panel()->task())->assignee
            == window->models().account.self.id);
    }

    void theBoardShowsEachStateAndADropMoves()
    {
        MainWindow *window = m_pair->window();
        window->showPane(PaneId::Tasks);
        window->tasksPane()->openList(TaskFilter::List::Channel, window->channelsPane()->current());
        auto *todo = m_pair->app.find<QListView>(u"board-0"_s);
        auto *doing = m_pair->app.find<QListView>(u"board-1"_s);
        TRY(todo->model()->rowCount() == 3);
        QCOMPARE(doing->model()->rowCount(), 2);
        m_pair->app.picture(u"tasks-board"_s);
        std::unique_ptr<QMimeData> mime(todo->model()->mimeData({todo->model()->index(0, 0)}));
        const QString moved = todo->model()->index(0, 0).data().toString();
        // As the drag of one column offers it to the other.
        const Qt::DropActions offered = todo->model()->supportedDragActions();
        const QPoint at = doing->viewport()->rect().center();
        QDragEnterEvent enter(at, offered, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(doing->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(at, offered, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(doing->viewport(), &move);
        QVERIFY(move.isAccepted());
        QDropEvent drop(at, offered, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(doing->viewport(), &drop);
        TRY(doing->model()->rowCount() == 3 && todo->model()->rowCount() == 2);
        TRY(m_pair->anasTask(moved)->state == TaskState::Doing);
        window->tasksPane()->showBoard(false);
        m_pair->app.picture(u"tasks-list"_s);
    }

    void aTaskFromAMessageKeepsTheWay()
    {
        MainWindow *window = m_pair->window();
        const Message message = m_pair->app.lastRow()->message.message;
        Q_EMIT window->channelsPane()->timeline()->taskRequested(message);
        QCOMPARE(window->currentPane(), PaneId::Tasks);
        QTest::mouseClick(m_pair->app.find<QPushButton>(u"taskCreate"_s), Qt::LeftButton);
        const QString title = message.text.section(u'\n', 0, 0).simplified();
        TRY(m_pair->anasTask(title) && m_pair->anasTask(title)->source == message.id);
        QTest::mouseClick(topButton(u"Open message"_s), Qt::LeftButton);
        TRY(window->currentPane() == PaneId::Channels);
    }

    void anEventIsMadeChangedAndSeen()
    {
        MainWindow *window = m_pair->window();
        window->showPane(PaneId::Events);
        QTest::mouseClick(m_pair->app.find<QPushButton>(u"newEvent"_s), Qt::LeftButton);
        auto *title = m_pair->app.find<QLineEdit>(u"eventTitle"_s);
        TRY(title->isVisible());
        QTest::keyClicks(title, u"Tea with Ana"_s);
        auto *start = m_pair->app.find<QDateTimeEdit>(u"eventStart"_s);
        start->setDateTime(QDateTime(QDate::currentDate(), QTime(15, 30), Qt::UTC));
        m_pair->app.find<QComboBox>(u"eventZone"_s)->setCurrentText(u"Europe/Helsinki"_s);
        QTest::mouseClick(m_pair->app.find<QPushButton>(u"eventSave"_s), Qt::LeftButton);
        std::optional<Event> made;
        TRY((made = window->models().events.find(window->eventsPane()->panel()->event())).has_value());
        QCOMPARE(made->title, u"Tea with Ana"_s);
        QCOMPARE(made->zone, QByteArray("Europe/Helsinki"));
        QCOMPARE(made->start.time(), QTime(15, 30));
        QCOMPARE(made->end.time(), QTime(16, 30));
        QVERIFY(!m_pair->anasEvent(u"Tea with Ana"_s)); // Nobody else is invited yet.
        QJsonObject fields{
            {"attendees"_L1,
             QJsonArray{QJsonObject{{"person"_L1, window->models().account.self.id.toString()}},
                        QJsonObject{{"person"_L1, m_pair->ana->self().toString()}}}}};
        window->models().work.submit(Operation::make(OperationKind::EventPatch, made->id.uuid(), fields));
        TRY(m_pair->anasEvent(u"Tea with Ana"_s));
        m_pair->app.picture(u"event"_s);
        // Ana's answer comes back.
        (void)m_pair->ana->submit(
            Operation::make(OperationKind::EventAnswer, made->id.uuid(), {{"answer"_L1, u"yes"_s}}));
        TRY(window->models().events.find(made->id)->attendees.at(1).answer == Answer::Yes);
    }

    void theWeekShowsEventsSideBySide()
    {
        MainWindow *window = m_pair->window();
        window->showPane(PaneId::Events);
        // The demo's week begins on a Monday; the reader's, on a Sunday, may be the next one.
        window->eventsPane()->goTo(QDate::currentDate().addDays(1 - QDate::currentDate().dayOfWeek()));
        TRY(window->eventsPane()->week()->boxes().size() >= 9);
        const QList<WeekView::Box> boxes = window->eventsPane()->week()->boxes();
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            QVERIFY(boxes[i].rect.width() > 20);
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY2(!boxes[i].rect.intersects(boxes[j].rect),
                         qPrintable(boxes[i].title + boxes[j].title));
        }
        m_pair->app.picture(u"events-week"_s);
        window->eventsPane()->showWeek(false);
        QVERIFY(window->eventsPane()->agenda()->model()->rowCount() >= 1);
        m_pair->app.picture(u"events-agenda"_s);
    }

    void anInvitationIsAnsweredFromTheSidebar()
    {
        MainWindow *window = m_pair->window();
        window->showPane(PaneId::Events);
        TRY(!window->models().events.unanswered().isEmpty());
        const EventId id = window->models().events.unanswered().first().id;
        TRY(topButton(u"Accept"_s));
        QTest::mouseClick(topButton(u"Accept"_s), Qt::LeftButton);
        TRY(window->models().events.ownAnswer(*window->models().events.find(id)) == Answer::Yes);
        TRY(window->models().work.operations().isEmpty());
        QCOMPARE(window->models().events.ownAnswer(*window->models().events.find(id)), Answer::Yes);
    }
};
CHATOPS_TEST(TestTasksAndEvents)

#include "testtasksandevents.moc"
