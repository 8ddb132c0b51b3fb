// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations.h"
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"
#include "tests/support/temporary.h"

#include <QFile>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestSignOut : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<DemoPlace> m_place;

private Q_SLOTS:
    void init() { m_place = std::make_unique<DemoPlace>(); }

    void endsTheSessionAndDestroysKeyAndStore()
    {
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.signIn(m_place->server, u"mika"_s);
        const AccountEntry entry = app.controller().session()->entry();
        KeychainVault keychain(u"ChatOps Desktop"_s);
        QCOMPARE(await(keychain.read(entry.keyEntry()))->size(), 32);
        const QString token = QString::fromLatin1(*await(keychain.read(entry.tokenEntry())));
        QVERIFY(!token.isEmpty());

        app.controller().askSignOut();
        TRY(topButton(u"Sign out"_s));
        app.picture(u"sign-out"_s);
        QTest::mouseClick(topButton(u"Sign out"_s), Qt::LeftButton);
        TRY(app.signInWindow() && app.signInWindow()->isVisible());
        TRY(!QFile::exists(m_place->dir.filePath(u"p/accounts/"_s + entry.id.toString())));
        QCOMPARE(await(keychain.read(entry.keyEntry())).value(), QByteArray());
        QCOMPARE(await(keychain.read(entry.tokenEntry())).value(), QByteArray());
        TRY(app.controller().registry().all().isEmpty());
        // The server no longer knows the session.
        MemoryVault vault;
        (void)vault.write(u"t"_s, token.toLatin1());
        Store store({});
        (void)await(store.open(Secret()));
        HubBackend backend({entry.server, entry.workspace, entry.device, u"t"_s}, *store.replica(),
                           *store.outbox(), vault, nullptr);
        backend.start();
        TRY(backend.status().state == LinkStatus::State::SignedOut);
    }

    void theCanaryIsInNoFile()
    {
        const QString canary = u"canary-81c9e4d7"_s;
        const QString profile = m_place->dir.filePath(u"p"_s);
        const QString program = QStringLiteral(CHATOPS_CLIENT_PROGRAM);
        // Folders of this session's own, so that every file the program makes is seen.
        const QString temp = m_place->dir.filePath(u"tmp"_s);
        QDir().mkpath(temp);
        const QByteArray tempBefore = qgetenv("TMPDIR");
        qputenv("TMPDIR", QFile::encodeName(temp));
        const auto restore = qScopeGuard([&] {
            if (tempBefore.isNull())
                qunsetenv("TMPDIR");
            else
                qputenv("TMPDIR", tempBefore);
        });
        QCOMPARE(QDir::tempPath(), temp);
        // Everywhere this program may write: profile, temp, logs, cache, settings, shared memory.
        const auto verifyNowhere = [&] {
            for (const QString &folder :
                 {profile, temp, QStandardPaths::writableLocation(QStandardPaths::CacheLocation),
                  QStandardPaths::writableLocation(QStandardPaths::ConfigLocation),
                  QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation),
                  QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)})
                QCOMPARE(filesContaining(folder, canary), QStringList());
            // Shared memory has no folders (shm_open(3)); those are temporary ones of others.
            QCOMPARE(filesContaining(u"/dev/shm"_s, canary, Depth::ThisFolder), QStringList());
        };
        AccountEntry entry;
        {
            GuiApp app(profile);
            app.signIn(m_place->server, u"mika"_s);
            entry = app.controller().session()->entry();
            app.openChannel(u"release-42"_s);
            app.type(canary + u"-message"_s);
            TRY(app.lastRow()->message.message.text == canary + u"-message"_s
                && app.lastRow()->message.message.seq > 0);
            Task task;
            task.id = TaskId::create();
            task.title = canary + u"-task"_s;
            app.window()->models().tasks.load(Extent::All);
            app.window()->models().work.submit(Make::createTask(task));
            TRY(app.window()->models().tasks.find(task.id)
                && app.window()->models().work.operations().isEmpty());
            const FileRef file{FileId::create(), canary + u"-file.txt"_s, u"text/plain"_s, 5};
            app.window()->models().work.submit(
                Make::post(app.window()->channelsPane()->current(), {}, {}, {file}), {{file.id, "bytes"}});
            TRY(!app.lastRow()->message.message.files.isEmpty() && app.lastRow()->message.message.seq > 0);
            auto *edit = app.window()->channelsPane()->composer()->findChild<QTextEdit *>(u"composerText"_s);
            QTest::keyClicks(edit, canary + u"-draft"_s);
            TRY(await(app.window()->models().account.cache->drafts())->size() == 1);
            verifyNowhere();
        }
        // A process of its own, killed in the middle.
        QProcess killed;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_LOGGING_RULES"_s, u"chatops.*=true"_s);
        killed.setProcessEnvironment(environment);
        killed.setProcessChannelMode(QProcess::MergedChannels);
        killed.start(program, {u"--profile"_s, profile});
        QVERIFY(killed.waitForStarted());
        TRY((killed.waitForReadyRead(100),
             QFile::exists(profile + u"/accounts/"_s + entry.id.toString() + u"/cache.db-shm"_s)));
        killed.kill();
        killed.waitForFinished();
        QVERIFY(!killed.readAll().contains(canary.toUtf8()));
        verifyNowhere();
        // It opens, and everything is there; then it goes.
        GuiApp app(profile);
        app.start();
        TRY(app.window() && app.isOnline());
        QVERIFY(!await(app.window()->models().account.cache->search(canary, {}, 5))->isEmpty());
        app.openChannel(u"release-42"_s);
        TRY(app.window()->channelsPane()->composer()->text() == canary + u"-draft"_s);
        app.controller().signOutCurrent();
        TRY(!QFile::exists(profile + u"/accounts/"_s + entry.id.toString()));
        verifyNowhere();
    }
};
CHATOPS_TEST(TestSignOut)

#include "testsignout.moc"
