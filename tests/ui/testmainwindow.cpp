// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations.h"
#include "privacy/networkledger.h"
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"
#include "tests/support/waiting.h"
#include "ui/channelspane.h"
#include "ui/composer.h"
#include "ui/eventspane.h"
#include "ui/mainwindow.h"
#include "ui/rail.h"
#include "ui/switcher.h"
#include "ui/taskpanel.h"
#include "ui/taskspane.h"
#include "ui/theme.h"
#include "ui/timelineview.h"

#include <QCalendarWidget>
#include <QDateTimeEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextEdit>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// What is on the screen when a window comes up, what is read for it, and what is kept when it goes.
class TestMainWindow : public QObject {
    Q_OBJECT
private:
    struct Place {
        Place()
        {
            // One that is due for the person, and one of somebody else.
            for (const PersonId &assignee : {fake.self.id, PersonId::create()}) {
                Task task;
                task.id = TaskId::create();
                task.assignee = assignee;
                task.dueAt = 1;
                fake.cache.taskRows.append(task);
            }
            Event event;
            event.id = EventId::create();
            event.attendees = {{fake.self.id, Answer::None}};
            event.start = QDateTime::currentDateTimeUtc().addDays(1);
            event.end = event.start.addSecs(3600);
            event.zone = "UTC";
            fake.cache.eventRows.append(event);
        }
        /// What stands on the rail.
        [[nodiscard]] bool areBadgesRight() const
        {
            QStringList names;
            for (const RailButton *button : window->findChildren<RailButton *>())
                names.append(button->accessibleName());
            return names.contains(u"Tasks, 1 new"_s) && names.contains(u"Events, 1 new"_s);
        }
        ChannelId addChannel(int messages)
        {
            const ChannelId channel = ChannelId::create();
            fake.cache.addChannel(channel, u"channel-%1"_s.arg(fake.cache.channelRows.size()));
            fake.cache.addMessages(channel, messages);
            return channel;
        }
        void start(const QString &place = {}, int longest = 60'000)
        {
            window = std::make_unique<MainWindow>(fake.account(), ledger, MainWindow::Options());
            shown = std::make_unique<QSignalSpy>(window.get(), &MainWindow::filled);
            window->restorePlace(place);
            window->showWhenFilled(longest);
        }
        void startAndShow()
        {
            start();
            QTRY_VERIFY(shown->size() == 1);
        }
        /// The one that is open, and another.
        std::pair<ChannelId, ChannelId> startWithTwoChannels()
        {
            const std::pair both{addChannel(5), addChannel(5)};
            startAndShow();
            return both;
        }
        FakeAccount fake;
        NetworkLedger ledger;
        std::unique_ptr<MainWindow> window;
        std::unique_ptr<QSignalSpy> shown;
    };

private Q_SLOTS:
    void aWindowComesUpWithItsMessages()
    {
        Place place;
        (void)place.addChannel(200);
        place.start();
        QVERIFY(!place.window->isVisible());
        qsizetype rows = -1;
        int tasks = -1;
        connect(place.window.get(), &MainWindow::filled, this, [&] {
            rows = place.window->channelsPane()->timeline()->model()->rowCount();
            tasks = place.window->models().tasks.rowCount();
        });
        QTRY_VERIFY(place.shown->size() == 1);
        QVERIFY(place.window->isVisible());
        QVERIFY(rows > 20);
        // What is not in sight did not stand in the way; the badges have what they need of it, no more.
        QCOMPARE(tasks, 0);
        QTRY_VERIFY(place.areBadgesRight());
        QCOMPARE(place.window->models().tasks.rowCount(), 1);
        QVERIFY(!place.window->models().tasks.isLoaded());
        place.window->showPane(PaneId::Tasks);
        QTRY_VERIFY(place.window->models().tasks.isLoaded());
        QCOMPARE(place.window->models().tasks.rowCount(), 2);
        QVERIFY(place.areBadgesRight());
    }

    void withoutChannelsThereIsNothingToWaitFor()
    {
        Place place;
        place.startAndShow();
        QVERIFY(place.window->models().channels.isLoaded());
        QTRY_VERIFY(place.areBadgesRight());
    }

    void aSlowDiskKeepsNoWindowBack()
    {
        Place place;
        (void)place.addChannel(200);
        place.fake.cache.hold();
        place.start({}, 1);
        QTRY_VERIFY(place.shown->size() == 1);
        QVERIFY(place.window->isVisible());
        QVERIFY(!place.window->models().channels.isLoaded());
        place.fake.cache.releaseAll();
        QTRY_VERIFY(place.window->channelsPane()->timeline()->model()->rowCount() > 20);
        QCOMPARE(place.shown->size(), 1);
    }

    void whoWasElsewhereComesBackThere_data()
    {
        QTest::addColumn<int>("pane");
        QTest::newRow("tasks") << int(PaneId::Tasks);
        QTest::newRow("events") << int(PaneId::Events);
        QTest::newRow("privacy") << int(PaneId::Privacy);
    }
    void whoWasElsewhereComesBackThere()
    {
        QFETCH(const int, pane);
        Place place;
        const ChannelId channel = place.addChannel(5);
        place.start(QString::number(pane) + u' ' + channel.toString());
        QCOMPARE(int(place.window->currentPane()), pane);
        QTRY_VERIFY(place.shown->size() == 1);
        QTRY_VERIFY(place.areBadgesRight());
        QCOMPARE(place.window->models().tasks.isLoaded(), pane != int(PaneId::Privacy));
    }

    void whatWaitsToBeSentDoesNotHaveTasksReadBeforeMessages()
    {
        Place place;
        const ChannelId channel = place.addChannel(5);
        place.fake.cache.hold();
        place.start();
        // The outbox answers while the channels are still being read.
        place.window->models().work.submit(Make::post(channel, u"unsent"_s));
        deliver();
        deliver();
        QVERIFY(!place.fake.cache.asked.contains(u"tasks"_s));
        place.fake.cache.releaseAll();
        QTRY_VERIFY(place.areBadgesRight());
    }

    void aHitThatIsNotThePersonsIsOpenedWhenItHasBeenRead()
    {
        Place place;
        place.startAndShow();
        QTRY_VERIFY(place.areBadgesRight());
        SearchHit hit;
        hit.kind = EntityKind::Task;
        hit.id = place.fake.cache.taskRows.last().id.uuid();
        Q_EMIT place.window->switcher()->chosen(hit);
        QTRY_COMPARE(place.window->tasksPane()->panel()->task(), TaskId(hit.id));
        QVERIFY(place.window->tasksPane()->panel()->isVisible());
    }

    void whatCouldNotBeReadIsReadAgain()
    {
        Place place;
        place.startAndShow();
        QTRY_VERIFY(place.areBadgesRight());
        place.fake.cache.failing = true;
        QSignalSpy failed(&place.window->models().tasks, &TaskModel::failed);
        place.window->showPane(PaneId::Tasks);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!place.window->models().tasks.isLoaded());
        place.fake.cache.failing = false;
        place.window->showPane(PaneId::Channels);
        place.window->showPane(PaneId::Tasks);
        QTRY_VERIFY(place.window->models().tasks.isLoaded());
        QCOMPARE(place.window->models().tasks.rowCount(), 2);
    }

    void whoStartsCanWriteAtOnce()
    {
        Place place;
        (void)place.addChannel(5);
        place.startAndShow();
        QCOMPARE(place.window->focusWidget(),
                 place.window->channelsPane()->composer()->findChild<QTextEdit *>());
    }

    void whoSignsInForTheFirstTimeCanWriteWhenTheChannelsAreThere()
    {
        Place place;
        place.startAndShow();
        const ChannelId channel = place.addChannel(5);
        ChangeSet arrived;
        arrived.reset = true;
        place.fake.cache.announce(arrived);
        QTRY_COMPARE(place.window->channelsPane()->current(), channel);
        QCOMPARE(place.window->focusWidget(),
                 place.window->channelsPane()->composer()->findChild<QTextEdit *>());
    }

    void whatIsWrittenInAChannelThatGoesDoesNotGoOnInAnother()
    {
        Place place;
        const auto [left, next] = place.startWithTwoChannels();
        ChannelsPane *pane = place.window->channelsPane();
        QTRY_COMPARE(pane->current(), left);
        auto *text = pane->composer()->findChild<QTextEdit *>();
        QTRY_COMPARE(place.window->focusWidget(), text);
        QTest::keyClicks(text, u"not for all"_s);
        place.fake.cache.channelRows.removeIf(
            [gone = left](const ChannelRow &row) { return row.channel.id == gone; });
        ChangeSet gone;
        gone.channels = true;
        gone.dropped = {left};
        place.fake.cache.announce(gone);
        QTRY_COMPARE(pane->current(), next);
        QVERIFY(place.window->focusWidget() != text);
        QCOMPARE(text->toPlainText(), QString());
    }

    void whatKeepsANewTaskOrEventIsInSightHoweverSmallTheWindow()
    {
        Place place;
        place.startAndShow();
        place.window->resize(place.window->minimumSize());
        const auto isWhole = [&place](const QString &name) {
            const auto *button = place.window->findChild<QPushButton *>(name);
            return button && button->isVisible() && button->visibleRegion() == QRegion(button->rect());
        };
        place.window->showPane(PaneId::Tasks);
        place.window->tasksPane()->createNew({});
        QTRY_VERIFY(isWhole(u"taskCreate"_s));
        place.window->showPane(PaneId::Events);
        place.window->eventsPane()->createAt(QDateTime(QDate(2026, 11, 27), QTime(10, 0)));
        QTRY_VERIFY(isWhole(u"eventSave"_s));
        // The list has given way, and comes back.
        QVERIFY(!place.window->eventsPane()->sidebar()->isVisible());
        place.window->resize(1280, 800);
        QTRY_VERIFY(place.window->eventsPane()->sidebar()->isVisible());
        place.window->resize(place.window->minimumSize());
        QTRY_VERIFY(!place.window->eventsPane()->sidebar()->isVisible());
        // F6 goes past it, round and round.
        place.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(place.window.get()));
        for (int i = 0; i < 8; ++i) {
            const QWidget *before = QApplication::focusWidget();
            QTest::keyClick(place.window.get(), Qt::Key_F6);
            const QWidget *now = QApplication::focusWidget();
            QVERIFY(now && now != before && now->isVisible());
        }
        place.window->eventsPane()->escape();
        QTRY_VERIFY(place.window->eventsPane()->sidebar()->isVisible());
    }

    void aNewTaskIsNotLostByClosingTheWindow()
    {
        Place place;
        place.startAndShow();
        place.window->showPane(PaneId::Tasks);
        TaskPanel *panel = place.window->tasksPane()->panel();
        place.window->tasksPane()->createNew({});
        QTest::keyClicks(panel->focusWidget(), u"half"_s);
        QVERIFY(panel->isUnsaved());
        place.window->showPane(PaneId::Channels);
        place.window->close();
        auto *box = place.window->findChild<QMessageBox *>();
        QVERIFY(box && place.window->isVisible());
        QCOMPARE(place.window->currentPane(), PaneId::Tasks);
        box->reject();
        QVERIFY(panel->isUnsaved());
        place.window->close();
        for (QMessageBox *one : place.window->findChildren<QMessageBox *>()) {
            if (one->isVisible())
                box = one;
        }
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
        QTRY_VERIFY(!place.window->isVisible());
        QCOMPARE(place.fake.outbox.items.size(), 1);
        QCOMPARE(place.fake.outbox.items.first().operation.data.value("title"_L1), u"half"_s);
    }

    void todayInTheCalendarIsNotOverdue()
    {
        Place place;
        place.startAndShow();
        place.window->showPane(PaneId::Tasks);
        place.window->tasksPane()->createNew({});
        auto *due = place.window->tasksPane()->panel()->findChild<QDateTimeEdit *>(u"taskDue"_s);
        due->setDateTime(QDateTime(QDate::currentDate(), QTime(0, 0)));
        Q_EMIT due->calendarWidget()->clicked(QDate::currentDate());
        QVERIFY(due->dateTime() > QDateTime::currentDateTime() || due->time() == QTime(23, 59));
        QCOMPARE(due->date(), QDate::currentDate());
    }

    void largeTextSqueezesNothingBesideTheWeek()
    {
        const auto back = qScopeGuard([] { Theme::instance().setScale(100); });
        Place place;
        for (int i = 0; i < 3; ++i) {
            Event event = place.fake.cache.eventRows.first();
            event.id = EventId::create();
            place.fake.cache.eventRows.append(event);
        }
        Theme::instance().setScale(200);
        place.startAndShow();
        place.window->resize(1280, 800);
        place.window->showPane(PaneId::Events);
        QTRY_COMPARE(place.window->models().events.unanswered().size(), 4);
        const auto answers = [&] {
            QList<QAbstractButton *> found;
            for (auto *button : place.window->eventsPane()->findChildren<QAbstractButton *>()) {
                if (button->isVisible() && button->text() == u"Decline"_s)
                    found.append(button);
            }
            return found;
        };
        QTRY_COMPARE(answers().size(), 3);
        QTRY_VERIFY(std::ranges::all_of(answers(), [](const QAbstractButton *button) {
            return button->height() >= button->sizeHint().height();
        }));
        const QTableView *days = nullptr;
        for (const auto *one : place.window->eventsPane()->findChildren<QTableView *>()) {
            if (one->isVisible() && one->objectName() == u"qt_calendar_calendarview"_s)
                days = one;
        }
        QVERIFY(days);
        QTRY_VERIFY(days->rowViewportPosition(6) + days->rowHeight(6) <= days->viewport()->height());
        QCOMPARE(place.window->focusWidget()->window(), place.window.get());
        QVERIFY(place.window->eventsPane()->regions().first()->isAncestorOf(place.window->focusWidget())
                || place.window->eventsPane()->regions().first() == place.window->focusWidget());
    }

    void anEditThatWasBegunIsThereAgain()
    {
        Place place;
        const auto [one, other] = place.startWithTwoChannels();
        ChannelsPane *pane = place.window->channelsPane();
        const Message message = place.fake.cache.messageRows[pane->current()].last().message;
        pane->composer()->edit(message);
        QTest::keyClicks(pane->composer()->findChild<QTextEdit *>(), u" and more"_s);
        pane->openChannel(pane->current() == one ? other : one);
        QVERIFY(!pane->composer()->isEditing());
        QCOMPARE(pane->composer()->findChild<QTextEdit *>()->toPlainText(), QString());
        pane->openChannel(message.channel);
        QVERIFY(pane->composer()->isEditing());
        QCOMPARE(pane->composer()->findChild<QTextEdit *>()->toPlainText(), message.text + u" and more"_s);
    }

    void theTabKeyGoesFromTheComposerIntoTheThread()
    {
        Place place;
        const ChannelId channel = place.addChannel(5);
        place.startAndShow();
        ChannelsPane *pane = place.window->channelsPane();
        pane->openThread(channel, place.fake.cache.messageRows[channel].first().message.id);
        const auto next = [](const QWidget *from) {
            QWidget *one = from->nextInFocusChain();
            while (!(one->focusPolicy() & Qt::TabFocus))
                one = one->nextInFocusChain();
            return one;
        };
        const QWidget *one = pane->composer()->findChild<QTextEdit *>();
        while (pane->composer()->isAncestorOf(one))
            one = next(one);
        const QWidget *panel = pane->threadView()->parentWidget();
        QVERIFY(panel->isAncestorOf(one));
        while (panel->isAncestorOf(one))
            one = next(one);
        QVERIFY(!pane->isAncestorOf(one));
    }
};

CHATOPS_TEST(TestMainWindow)
#include "testmainwindow.moc"
