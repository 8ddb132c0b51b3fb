// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations.h"
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"

#include <QDateTimeEdit>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextEdit>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Two people at the same thing at the same time: what either wrote stays, or
/// both are asked.
class TestEditing : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<Pair> m_pair;

    Task openTask(const QString &description)
    {
        Task task;
        task.id = TaskId::create();
        task.channel = m_pair->window()->channelsPane()->current();
        task.title = u"Shared task"_s;
        task.description = description;
        task.creator = m_pair->window()->models().account.self.id;
        m_pair->window()->models().tasks.load(Extent::All);
        m_pair->window()->models().work.submit(Make::createTask(task));
        if (!QTest::qWaitFor(
                [&] {
                    return m_pair->anasTask(task.title) && m_pair->window()->models().tasks.find(task.id)
                        && m_pair->window()->models().work.operations().isEmpty();
                },
                Patience))
            qFatal("the task is not there");
        m_pair->window()->showPane(PaneId::Tasks);
        m_pair->window()->tasksPane()->openTask(task.id);
        return *m_pair->anasTask(task.title);
    }
    [[nodiscard]] Task shown(TaskId id) const
    {
        return m_pair->window()->models().tasks.find(id).value_or(Task());
    }
    [[nodiscard]] QTextEdit *description() const { return m_pair->app.find<QTextEdit>(u"taskDescription"_s); }
    [[nodiscard]] QTextEdit *title() const { return m_pair->app.find<QTextEdit>(u"taskTitle"_s); }
    Event openEvent()
    {
        Event event;
        event.id = EventId::create();
        event.channel = m_pair->window()->channelsPane()->current();
        event.title = u"Shared event"_s;
        event.start = QDateTime(QDate::currentDate(), QTime(9, 0), Qt::UTC);
        event.end = event.start.addSecs(3600);
        event.zone = "Europe/Berlin";
        event.organizer = m_pair->window()->models().account.self.id;
        event.attendees = {{event.organizer, Answer::Yes}, {m_pair->ana->self(), Answer::None}};
        m_pair->window()->models().work.submit(Make::createEvent(event));
        const auto isThere = [&] {
            return m_pair->anasEvent(event.title) && m_pair->window()->models().events.find(event.id)
                && m_pair->window()->models().work.operations().isEmpty();
        };
        if (!QTest::qWaitFor(isThere, Patience))
            qFatal("the event is not there");
        m_pair->window()->showPane(PaneId::Events);
        m_pair->window()->eventsPane()->openEvent(event.id);
        auto *name = m_pair->app.find<QLineEdit>(u"eventTitle"_s);
        if (!QTest::qWaitFor([&] { return name->text() == event.title; }, Patience))
            qFatal("the event does not open");
        return event;
    }
    void anaPatches(const Task &task, const QJsonObject &fields)
    {
        (void)m_pair->ana->submit(Make::patchTask(task, fields));
        m_pair->ana->waitSettled();
    }

private Q_SLOTS:
    void init() { m_pair = std::make_unique<Pair>(); }
    void cleanup() { m_pair.reset(); }

    void aFieldOnlyLookedAtChangesNothing()
    {
        const Task task = openTask(u"first"_s);
        description()->setFocus();
        anaPatches(task, {{"description"_L1, u"by Ana"_s}, {"title"_L1, u"Renamed"_s}});
        // What was not touched follows, although the caret is in it.
        TRY(description()->toPlainText() == u"by Ana" && title()->toPlainText() == u"Renamed");
        title()->setFocus();
        m_pair->app.find<QWidget>(u"taskDue"_s)->setFocus();
        description()->setFocus();
        QVERIFY(m_pair->window()->models().work.operations().isEmpty());
        QCOMPARE(shown(task.id).description, u"by Ana"_s);
    }

    void aDescriptionBothChangedIsAConflictThatIsShown()
    {
        const Task task = openTask(u"first"_s);
        description()->setFocus();
        {
            // Still writing: no pause yet that would send it.
            const QSignalBlocker noPause(description());
            description()->setPlainText(u"by Mika"_s);
        }
        anaPatches(task, {{"description"_L1, u"by Ana"_s}});
        TRY(shown(task.id).description == u"by Ana");
        QCOMPARE(description()->toPlainText(), u"by Mika"_s);
        title()->setFocus();
        TRY(m_pair->window()->models().work.refusedCount() == 1);
        const PendingOperation mine = m_pair->window()->models().work.operations().first();
        QCOMPARE(mine.state, PendingOperation::State::Conflicted);
        QCOMPARE(mine.operation.data.value("description"_L1).toString(), u"by Mika"_s);
        QCOMPARE(m_pair->anasTask(task.title)->description, u"by Ana"_s);
    }

    void writingOnAfterAPauseIsNoConflictWithOneself()
    {
        const Task task = openTask(u"first"_s);
        description()->setFocus();
        description()->moveCursor(QTextCursor::End);
        // Sent by the pause in writing alone, while the caret stays.
        QTest::keyClicks(description(), u" second"_s);
        TRY(m_pair->anasTask(task.title)->description == u"first second");
        QVERIFY(description()->hasFocus());
        m_pair->server.stop();
        TRY(!m_pair->app.isOnline());
        for (const QString &more : {u" third"_s, u" fourth"_s}) {
            QTest::keyClicks(description(), more);
            title()->setFocus();
            description()->setFocus();
        }
        TRY(m_pair->window()->models().work.waitingCount() == 2);
        m_pair->server.start();
        TRY(m_pair->window()->models().work.operations().isEmpty());
        TRY(m_pair->anasTask(task.title)->description == u"first second third fourth");
    }

    void anEventDeletedElsewhereLeavesWhatIsBeingWritten()
    {
        const Event event = openEvent();
        auto *name = m_pair->app.find<QLineEdit>(u"eventTitle"_s);
        name->setText(u"Shared event, half renamed"_s);
        Client other(m_pair->server, u"mika"_s, m_pair->dir.filePath(u"other"_s));
        other.open();
        (void)other.submit(Make::remove(*m_pair->window()->models().events.find(event.id)));
        TRY(!m_pair->window()->models().events.find(event.id));
        QVERIFY(name->isVisible());
        QCOMPARE(name->text(), u"Shared event, half renamed"_s);
        auto *save = m_pair->app.find<QPushButton>(u"eventSave"_s);
        QCOMPARE(save->text(), u"Create event"_s);
        const QList<QLabel *> labels = m_pair->window()->eventsPane()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"was deleted while");
        }));
        m_pair->app.picture(u"event-deleted-elsewhere"_s);
        QTest::mouseClick(save, Qt::LeftButton);
        TRY(m_pair->anasEvent(u"Shared event, half renamed"_s));
        QVERIFY(!m_pair->anasEvent(event.title));
    }

    void anEventDeletedElsewhereWithNothingWrittenCloses()
    {
        const Event event = openEvent();
        Client other(m_pair->server, u"mika"_s, m_pair->dir.filePath(u"other"_s));
        other.open();
        (void)other.submit(Make::remove(*m_pair->window()->models().events.find(event.id)));
        TRY(!m_pair->app.find<QLineEdit>(u"eventTitle"_s)->isVisible());
    }

    void aTaskDeletedElsewhereKeepsTheLastWords()
    {
        const Task task = openTask(u"first"_s);
        {
            const QSignalBlocker noPause(description()); // Still writing.
            description()->setPlainText(u"words nobody has seen"_s);
        }
        Client other(m_pair->server, u"mika"_s, m_pair->dir.filePath(u"other"_s));
        other.open();
        (void)other.submit(Make::remove(shown(task.id)));
        TRY(!description()->isVisible());
        TRY(m_pair->window()->models().work.refusedCount() == 1);
        QCOMPARE(m_pair->window()
                     ->models()
                     .work.operations()
                     .first()
                     .operation.data.value("description"_L1)
                     .toString(),
                 u"words nobody has seen"_s);
    }

    void aDateCanBeTyped()
    {
        (void)openEvent();
        auto *start = m_pair->app.find<QDateTimeEdit>(u"eventStart"_s);
        const QDateTime before = start->dateTime();
        start->setFocus();
        start->setSelectedSection(QDateTimeEdit::HourSection);
        QTest::keyClicks(start, u"10"_s);
        start->setSelectedSection(QDateTimeEdit::MinuteSection);
        QTest::keyClicks(start, u"45"_s);
        QTest::mouseClick(m_pair->app.find<QPushButton>(u"eventSave"_s), Qt::LeftButton);
        TRY(m_pair->anasEvent(u"Shared event"_s)->start == QDateTime(before.date(), QTime(10, 45), Qt::UTC));
        // The end moved along.
        QCOMPARE(m_pair->anasEvent(u"Shared event"_s)->end, QDateTime(before.date(), QTime(11, 45), Qt::UTC));
    }

    void filesWaitWithTheirDraft()
    {
        QFile file(m_pair->dir.filePath(u"plan.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("the plan") == 8);
        file.close();
        Composer *composer = m_pair->window()->channelsPane()->composer();
        const auto chip = [&]() -> QPushButton * {
            for (QPushButton *button : composer->findChildren<QPushButton *>()) {
                if (button->isVisible() && button->accessibleName() == u"Remove plan.txt")
                    return button;
            }
            return nullptr;
        };
        m_pair->app.openChannel(u"release-42"_s);
        composer->attach(file.fileName());
        TRY(chip());
        m_pair->app.openChannel(u"design"_s);
        TRY(!chip());
        m_pair->app.type(u"without the file"_s);
        TRY(m_pair->app.lastRow()->message.message.text == u"without the file");
        QVERIFY(m_pair->app.lastRow()->message.message.files.isEmpty());
        // Chosen here, but read only when another conversation is open.
        composer->attach(file.fileName());
        m_pair->app.openChannel(u"release-42"_s);
        TRY(chip());
        m_pair->app.type(u"with the file"_s);
        TRY(m_pair->app.lastRow()->message.message.files.size() == 1 && !chip());
        m_pair->app.openChannel(u"design"_s);
        TRY(chip());
    }

    void anEventsOtherFieldsStayTheOthers()
    {
        const Event event = openEvent();
        auto *name = m_pair->app.find<QLineEdit>(u"eventTitle"_s);
        name->setText(u"Shared event, renamed"_s);
        (void)m_pair->ana->submit(
            Make::patchEvent(*m_pair->anasEvent(event.title), {{"location"_L1, u"Room 7"_s}}));
        TRY(m_pair->window()->models().events.find(event.id)->location == u"Room 7");
        QTest::mouseClick(m_pair->app.find<QPushButton>(u"eventSave"_s), Qt::LeftButton);
        TRY(m_pair->anasEvent(u"Shared event, renamed"_s));
        QCOMPARE(m_pair->anasEvent(u"Shared event, renamed"_s)->location, u"Room 7"_s);
    }

    void aNewTaskKeepsWhatIsTypedWhateverArrives()
    {
        m_pair->window()->showPane(PaneId::Tasks);
        QTest::mouseClick(m_pair->app.find<QPushButton>(u"newTask"_s), Qt::LeftButton);
        TRY(title()->isVisible());
        QTest::keyClicks(title(), u"Half written"_s);
        description()->setFocus();
        QTest::keyClicks(description(), u"and some text"_s);
        Q_EMIT m_pair->window()->models().people.changed();
        QCOMPARE(title()->toPlainText(), u"Half written"_s);
        QCOMPARE(description()->toPlainText(), u"and some text"_s);
    }

    void leavingSomethingUnsavedAsksFirst()
    {
        m_pair->window()->showPane(PaneId::Tasks);
        QTest::mouseClick(m_pair->app.find<QPushButton>(u"newTask"_s), Qt::LeftButton);
        TRY(title()->isVisible());
        QTest::keyClicks(title(), u"Not to be lost"_s);
        m_pair->window()->tasksPane()->escape();
        TRY(topButton(u"Go on writing"_s));
        QTest::mouseClick(topButton(u"Go on writing"_s), Qt::LeftButton);
        TRY(!topButton(u"Go on writing"_s));
        QCOMPARE(title()->toPlainText(), u"Not to be lost"_s);
        m_pair->window()->tasksPane()->escape();
        TRY(topButton(u"Save"_s));
        QTest::mouseClick(topButton(u"Save"_s), Qt::LeftButton);
        TRY(!title()->isVisible());
        QVERIFY(QTest::qWaitFor(
            [&] {
                for (int i = 0; i < m_pair->window()->models().tasks.rowCount(); ++i) {
                    if (m_pair->window()->models().tasks.index(i, 0).data().toString() == u"Not to be lost")
                        return true;
                }
                return false;
            },
            Patience));
    }
};
CHATOPS_TEST(TestEditing)

#include "testediting.moc"
