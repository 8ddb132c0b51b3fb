// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/networkledger.h"
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"
#include "tests/support/waiting.h"
#include "ui/channelspane.h"
#include "ui/mainwindow.h"
#include "ui/timelineview.h"

#include <QSignalSpy>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// What is on the screen when a window comes up, and what is read for it.
class TestFirstPicture : public QObject {
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
            const WorkspaceModels &models = window->models();
            return models.tasks.dueFor(fake.self.id) == 1 && models.events.unanswered().size() == 1;
        }
        void start()
        {
            window = std::make_unique<MainWindow>(fake.account(), ledger, MainWindow::Options());
            shown = std::make_unique<QSignalSpy>(window.get(), &MainWindow::filled);
            window->showWhenFilled();
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
        const ChannelId channel = ChannelId::create();
        place.fake.cache.addChannel(channel, u"general"_s);
        place.fake.cache.addMessages(channel, 200);
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
        place.start();
        QTRY_VERIFY(place.shown->size() == 1);
        QVERIFY(place.window->models().channels.isLoaded());
        QTRY_VERIFY(place.areBadgesRight());
    }

    void aSlowDiskKeepsNoWindowBack()
    {
        Place place;
        const ChannelId channel = ChannelId::create();
        place.fake.cache.addChannel(channel, u"general"_s);
        place.fake.cache.addMessages(channel, 200);
        place.fake.cache.hold();
        place.start();
        QTRY_VERIFY(place.shown->size() == 1);
        QVERIFY(place.window->isVisible());
        QVERIFY(!place.window->models().channels.isLoaded());
        place.fake.cache.releaseAll();
        QTRY_VERIFY(place.window->channelsPane()->timeline()->model()->rowCount() > 20);
        QCOMPARE(place.shown->size(), 1);
    }

    void whoWasAmongTasksComesBackToThem()
    {
        Place place;
        const ChannelId channel = ChannelId::create();
        place.fake.cache.addChannel(channel, u"general"_s);
        place.fake.cache.addMessages(channel, 5);
        place.start();
        place.window->restorePlace(u"1 "_s + channel.toString());
        QCOMPARE(place.window->currentPane(), PaneId::Tasks);
        QTRY_VERIFY(place.shown->size() == 1 && place.window->models().tasks.isLoaded());
        QCOMPARE(place.window->models().tasks.rowCount(), 2);
    }
};

CHATOPS_TEST(TestFirstPicture)
#include "testfirstpicture.moc"
