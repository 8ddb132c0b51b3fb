// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations.h"
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"
#include "ui/changesdialog.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestWithoutNetwork : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<GuiApp> m_app;

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ServerProcess>();
        m_server->makeDemo();
        m_server->start();
        m_dir = std::make_unique<QTemporaryDir>();
        m_app = std::make_unique<GuiApp>(m_dir->filePath(u"p"_s));
        m_app->signIn(*m_server, u"mika"_s);
        m_app->openChannel(u"release-42"_s);
    }
    void cleanup()
    {
        m_app.reset();
        m_server.reset();
    }

    void everythingCanBeReadSearchedAndWritten()
    {
        MainWindow *window = m_app->window();
        m_server->stop();
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

        QTest::mouseClick(m_app->find<QPushButton>(u"waitingChanges"_s), Qt::LeftButton);
        auto *dialog = window->findChild<ChangesDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QListView *>(u"changesList"_s)->model()->rowCount(), 3);
        m_app->picture(u"waiting-changes"_s, dialog);
        dialog->close();
    }

    void startedAgainAndPluggedInEachChangeArrivesOnce()
    {
        m_server->stop();
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
        m_server->start();
        QTest::mouseClick(m_app->find<QPushButton>(u"linkAction"_s), Qt::LeftButton);
        TRY(m_app->isOnline());
        TRY(m_app->window()->models().work.operations().isEmpty());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_app->countRows(u"offline %1"_s.arg(i)), 1);
        Client ana(*m_server, u"ana"_s, m_dir->filePath(u"ana"_s));
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
