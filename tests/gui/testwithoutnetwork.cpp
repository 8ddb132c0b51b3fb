// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations.h"
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"
#include "ui/changesdialog.h"
#include "ui/taskpanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestWithoutNetwork : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<DemoPlace> m_place;
    std::unique_ptr<GuiApp> m_app;

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<DemoPlace>();
        m_app = std::make_unique<GuiApp>(m_place->dir.filePath(u"p"_s));
        m_app->signIn(m_place->server, u"mika"_s);
        m_app->openChannel(u"release-42"_s);
    }
    void cleanup()
    {
        m_app.reset();
        m_place.reset();
    }

    void everythingCanBeReadSearchedAndWritten()
    {
        MainWindow *window = m_app->window();
        m_place->server.stop();
        TRY(m_app->find<QLabel>(u"linkState"_s)->text().startsWith(u"Offline since"_s));
        QVERIFY(window->channelsPane()->timeline()->model()->rowCount() > 20);
        const auto hits = await(window->models().account.cache->search(u"rollback"_s, {}, 5));
        QVERIFY(!hits->isEmpty());

        m_app->type(u"written on the train"_s);
        TRY(m_app->lastRow()->message.message.text == u"written on the train");
        QCOMPARE(m_app->lastRow()->state, TimelineRow::State::Waiting);
        Task task;
        task.id = TaskId::create();
        task.title = u"Task from the train"_s;
        window->models().work.submit(Make::createTask(task));
        TRY(window->models().tasks.find(task.id));
        window->models().work.submit(Make::patchTask(task, {{"state"_L1, u"doing"_s}}));
        TRY(window->models().tasks.find(task.id)->state == TaskState::Doing);
        QTRY_COMPARE_WITH_TIMEOUT(m_app->find<QPushButton>(u"waitingChanges"_s)->text(),
                                  u"3 changes waiting to be sent"_s, Patience);
        m_app->picture(u"offline"_s);
        Theme::instance().setMode(Theme::Mode::Dark);
        m_app->picture(u"offline-dark"_s);
        Theme::instance().setMode(Theme::Mode::Light);

        QTest::mouseClick(m_app->find<QPushButton>(u"waitingChanges"_s), Qt::LeftButton);
        auto *dialog = window->findChild<ChangesDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QListView *>(u"changesList"_s)->model()->rowCount(), 3);
        m_app->picture(u"waiting-changes"_s, dialog);
        dialog->close();
    }

    void upEditsTheMessageThatWaits()
    {
        m_place->server.stop();
        TRY(!m_app->isOnline());
        m_app->type(u"first, waiting"_s);
        m_app->type(u"secnd, waiting"_s);
        TRY(m_app->lastRow()->message.message.text == u"secnd, waiting");
        Composer *composer = m_app->window()->channelsPane()->composer();
        auto *edit = composer->findChild<QTextEdit *>(u"composerText"_s);
        QTest::keyClick(edit, Qt::Key_Up);
        TRY(composer->isEditing());
        QCOMPARE(edit->toPlainText(), u"secnd, waiting"_s);
        edit->selectAll();
        QTest::keyClicks(edit, u"second, waiting"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        TRY(m_app->lastRow()->message.message.text == u"second, waiting");
        m_place->server.start();
        m_app->window()->models().account.backend->retryNow();
        TRY(m_app->window()->models().work.operations().isEmpty());
        QCOMPARE(m_app->countRows(u"second, waiting"_s), 1);
        QCOMPARE(m_app->countRows(u"secnd, waiting"_s), 0);
        QCOMPARE(m_app->countRows(u"first, waiting"_s), 1);
    }

    void ctrlKFindsAndOpensWithoutANetwork()
    {
        m_place->server.stop();
        TRY(!m_app->isOnline());
        QTest::keyClick(m_app->window(), Qt::Key_K, Qt::ControlModifier);
        Switcher *switcher = m_app->window()->switcher();
        TRY(switcher->isVisible());
        QTest::keyClicks(switcher->field(), u"freeze"_s);
        TRY(!switcher->results()->isSearching() && switcher->results()->typed() == u"freeze"
            && switcher->results()->rowCount() > 0);
        QTest::keyClick(switcher->field(), Qt::Key_Return);
        TRY(m_app->window()->currentPane() == PaneId::Tasks);
        // A task of somebody else, which nothing has been shown of before.
        TRY(m_app->window()
                ->models()
                .tasks.find(m_app->window()->tasksPane()->panel()->task())
                .value_or(Task())
                .title.startsWith(u"Freeze"_s));
    }

    void killedWithEveryKindOfChangeUnsentEachArrivesOnce()
    {
        MainWindow *window = m_app->window();
        PendingWork &work = window->models().work;
        const PersonId self = window->models().account.self.id;
        const ChannelId channel = window->channelsPane()->current();
        m_app->type(u"to be edited"_s);
        m_app->type(u"to be deleted"_s);
        TRY(m_app->countRows(u"to be deleted"_s) == 1 && work.operations().isEmpty()
            && m_app->lastRow()->message.message.seq > 0);
        const TimelineModel *model = window->channelsPane()->timeline()->model();
        const auto row = [&](const QString &text) {
            for (int i = 0; i < model->rowCount(); ++i) {
                if (model->row(i).message.message.text == text)
                    return model->row(i).message.message;
            }
            return Message();
        };
        const Message edited = row(u"to be edited"_s);
        const Message deleted = row(u"to be deleted"_s);
        m_place->server.stop();
        TRY(!m_app->isOnline());
        work.submit(Make::edit(edited, u"edited offline"_s));
        work.submit(Make::remove(deleted));
        work.submit(Make::react(edited, u"🚀"_s, true));
        work.submit(Make::post(channel, u"reply offline"_s, edited.id));
        m_app->type(u"post offline"_s);
        Task task;
        task.id = TaskId::create();
        task.title = u"Task offline"_s;
        task.creator = self;
        task.channel = channel;
        work.submit(Make::createTask(task));
        TRY(window->models().tasks.find(task.id));
        work.submit(Make::patchTask(task, {{"state"_L1, u"doing"_s}, {"due"_L1, qint64(1'800'000'000'000)}}));
        Event event;
        event.id = EventId::create();
        event.title = u"Event offline"_s;
        event.channel = channel;
        event.start = QDateTime(QDate(2026, 5, 4), QTime(9, 0), Qt::UTC);
        event.end = event.start.addSecs(1800);
        event.zone = "Europe/Berlin";
        event.organizer = self;
        event.attendees = {{self, Answer::Yes}};
        work.submit(Make::createEvent(event));
        TRY(window->models().events.find(event.id));
        work.submit(Make::patchEvent(event, {{"location"_L1, u"Train"_s}}));
        TRY(work.waitingCount() == 9);
        // The files as a kill at this moment would leave them: nothing is closed in order.
        const QString crashed = m_place->dir.filePath(u"crashed"_s);
        QVERIFY(QProcess::execute(u"cp"_s, {u"-a"_s, m_app->profile(), crashed}) == 0);
        QFile::remove(crashed + u"/profile.lock"_s);
        m_app->stop();

        m_app = std::make_unique<GuiApp>(crashed);
        m_app->start();
        TRY(m_app->window());
        m_app->openChannel(u"release-42"_s);
        TRY(m_app->countRows(u"post offline"_s) == 1 && m_app->countRows(u"edited offline"_s) == 1);
        TRY(m_app->window()->models().work.waitingCount() == 9);
        m_place->server.start();
        m_app->window()->models().account.backend->retryNow();
        TRY(m_app->isOnline() && m_app->window()->models().work.operations().isEmpty());
        Client ana(m_place->server, u"ana"_s, m_place->dir.filePath(u"ana"_s));
        ana.open();
        const QList<Message> messages = ana.messages(channel);
        const auto count = [&](const QString &text) {
            return std::count_if(messages.begin(), messages.end(),
                                 [&](const Message &message) { return message.text == text; });
        };
        QCOMPARE(count(u"post offline"_s), 1);
        QCOMPARE(count(u"edited offline"_s), 1);
        QCOMPARE(count(u"to be edited"_s), 0);
        QCOMPARE(count(u"to be deleted"_s), 0);
        const auto after = std::find_if(messages.begin(), messages.end(),
                                        [&](const Message &message) { return message.id == edited.id; });
        QCOMPARE(after->replies, 1);
        QCOMPARE(after->reactions.size(), 1);
        QCOMPARE(after->reactions[0].people, QList<PersonId>{self});
        const auto tasks = await(ana.store().cache()->tasks());
        const auto made =
            std::find_if(tasks->begin(), tasks->end(), [&](const Task &one) { return one.id == task.id; });
        QVERIFY(made != tasks->end());
        QCOMPARE(made->state, TaskState::Doing);
        QCOMPARE(made->dueAt, 1'800'000'000'000);
        const auto events = await(ana.store().cache()->events());
        QCOMPARE(
            std::count_if(events->begin(), events->end(),
                          [&](const Event &one) { return one.id == event.id && one.location == u"Train"; }),
            1);
    }

    void startedAgainAndPluggedInEachChangeArrivesOnce()
    {
        m_place->server.stop();
        TRY(!m_app->isOnline());
        for (int i = 0; i < 5; ++i) {
            m_app->type(u"offline %1"_s.arg(i));
            TRY(m_app->countRows(u"offline %1"_s.arg(i)) == 1);
        }
        m_app->stop();
        m_app->start();
        TRY(m_app->window());
        m_app->openChannel(u"release-42"_s);
        TRY(m_app->countRows(u"offline 4"_s) == 1);
        m_place->server.start();
        QTest::mouseClick(m_app->find<QPushButton>(u"linkAction"_s), Qt::LeftButton);
        TRY(m_app->isOnline());
        TRY(m_app->window()->models().work.operations().isEmpty());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_app->countRows(u"offline %1"_s.arg(i)), 1);
        Client ana(m_place->server, u"ana"_s, m_place->dir.filePath(u"ana"_s));
        ana.open();
        const QList<Message> messages = ana.messages(m_app->window()->channelsPane()->current());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(std::count_if(messages.begin(), messages.end(),
                                   [i](const Message &m) { return m.text == u"offline %1"_s.arg(i); }),
                     1);
        TRY(m_app->find<QLabel>(u"linkState"_s)->text() == u"Synced");
    }

    void aRefusedChangeIsShownWithItsReasonAndItsText()
    {
        MainWindow *window = m_app->window();
        Message foreign;
        const TimelineModel *model = window->channelsPane()->timeline()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->row(row).message.message.author != window->models().account.self.id)
                foreign = model->row(row).message.message;
        }
        window->models().work.submit(Make::edit(foreign, u"words I do not want to lose"_s));
        TRY(window->models().work.refusedCount() == 1);
        TRY(m_app->find<QPushButton>(u"waitingChanges"_s)->text().contains(u"1 refused"_s));
        m_app->window()->openChanges();
        auto *dialog = window->findChild<ChangesDialog *>();
        QCOMPARE(dialog->findChild<QTextEdit *>(u"changeText"_s)->toPlainText(),
                 u"words I do not want to lose"_s);
        QVERIFY(!dialog->findChild<QLabel *>(u"changeReason"_s)->text().isEmpty());
        m_app->picture(u"refused-change"_s, dialog);
        QTest::mouseClick(topButton(u"Discard"_s), Qt::LeftButton);
        TRY(window->models().work.operations().isEmpty());
    }

    void aDraftIsThereAfterARestart()
    {
        auto *edit = m_app->window()->channelsPane()->composer()->findChild<QTextEdit *>(u"composerText"_s);
        QTest::keyClicks(edit, u"half a thought"_s);
        m_app->openChannel(u"design"_s);
        QVERIFY(m_app->window()->channelsPane()->composer()->text().isEmpty());
        m_app->stop();
        m_app->start();
        TRY(m_app->window());
        m_app->openChannel(u"release-42"_s);
        TRY(m_app->window()->channelsPane()->composer()->text() == u"half a thought");
    }
};
CHATOPS_TEST(TestWithoutNetwork)

#include "testwithoutnetwork.moc"
