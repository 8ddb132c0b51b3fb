// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"

#include <QLineEdit>
#include <QPushButton>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Accounts that come, come back and go.
class TestSeveralAccounts : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<DemoPlace> m_place;

    static QString password() { return QString::fromLatin1(ServerProcess::Password); }
    static void enter(SignInWindow *window, const QString &field, const QString &text)
    {
        window->findChild<QLineEdit *>(field)->setText(text);
    }
    void signInThroughTheWindow(GuiApp &app, const ServerProcess &server, const QString &name)
    {
        TRY(app.signInWindow() && app.signInWindow()->isVisible());
        enter(app.signInWindow(), u"server"_s, server.url().toString());
        enter(app.signInWindow(), u"name"_s, name);
        enter(app.signInWindow(), u"password"_s, password());
        QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"signIn"_s), Qt::LeftButton);
    }
    /// Signed in with a passphrase, because there is no keychain.
    void signInWithPassphrase(GuiApp &app)
    {
        app.start(m_place->server.url().toString(), u"mika"_s, password());
        app.controller().setKeychain(std::make_shared<NoKeychain>());
        TRY(app.signInWindow()
            && app.signInWindow()->findChild<QPushButton *>(u"usePassphrase"_s)->isVisible());
        enter(app.signInWindow(), u"passphrase"_s, u"four random words here"_s);
        enter(app.signInWindow(), u"passphraseRepeat"_s, u"four random words here"_s);
        QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"usePassphrase"_s), Qt::LeftButton);
        TRY(app.window() && app.isOnline());
    }
    static QByteArray tokenOf(const GuiApp &app)
    {
        const AccountSession *session = app.controller().session();
        return await(session->vault()->read(session->entry().tokenEntry())).value_or(QByteArray());
    }
    /// Does the server still take this refresh token?
    static void verifyOver(const AccountEntry &entry, const QByteArray &token)
    {
        MemoryVault vault;
        (void)vault.write(u"t"_s, token);
        Store store({});
        (void)await(store.open(Secret()));
        HubBackend backend({entry.server, entry.workspace, entry.device, u"t"_s}, *store.replica(),
                           *store.outbox(), vault, nullptr);
        backend.start();
        TRY(backend.status().state == LinkStatus::State::SignedOut);
    }

private Q_SLOTS:
    void init() { m_place = std::make_unique<DemoPlace>(); }

    void theSamePersonTwiceIsOneAccount()
    {
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.signIn(m_place->server, u"mika"_s);
        const AccountId id = app.controller().session()->entry().id;
        app.openChannel(u"release-42"_s);
        auto *edit = app.window()->channelsPane()->composer()->findChild<QTextEdit *>(u"composerText"_s);
        QTest::keyClicks(edit, u"half a thought"_s);
        TRY(await(app.window()->models().account.cache->drafts())->size() == 1);
        app.controller().addAccount();
        signInThroughTheWindow(app, m_place->server, u"mika"_s);
        TRY(!app.signInWindow() && app.window() && app.isOnline());
        QCOMPARE(app.controller().registry().all().size(), 1);
        QCOMPARE(app.controller().session()->entry().id, id);
        app.openChannel(u"release-42"_s);
        TRY(app.window()->channelsPane()->composer()->text() == u"half a thought");
    }

    void aPassphraseAccountSignsOutOnTheServer()
    {
        GuiApp app(m_place->dir.filePath(u"p"_s));
        signInWithPassphrase(app);
        const AccountEntry entry = app.controller().session()->entry();
        const QByteArray token = tokenOf(app);
        QVERIFY(!token.isEmpty());
        app.controller().signOutCurrent();
        TRY(app.signInWindow() && app.signInWindow()->isVisible());
        QCOMPARE(app.signInWindow()->problem(), QString());
        TRY(app.controller().registry().all().isEmpty());
        verifyOver(entry, token);
        QVERIFY(QDir(app.profile() + u"/accounts"_s)
                    .entryList(QDir::NoDotAndDotDot | QDir::AllEntries)
                    .isEmpty());
    }

    void aPassphraseAccountSignsInAgainWithItsUnsentWork()
    {
        GuiApp app(m_place->dir.filePath(u"p"_s));
        signInWithPassphrase(app);
        const AccountId id = app.controller().session()->entry().id;
        const QByteArray token = tokenOf(app);
        VERIFY_OK(await(signOut(m_place->server.url(), QString::fromLatin1(token), nullptr)));
        TRY(app.link() == LinkStatus::State::SignedOut);
        app.openChannel(u"release-42"_s);
        app.type(u"written while signed out"_s);
        TRY(app.window()->models().work.waitingCount() == 1);
        Q_EMIT app.window()->signInRequested();
        signInThroughTheWindow(app, m_place->server, u"mika"_s);
        TRY(!app.signInWindow() && app.window() && app.isOnline());
        QCOMPARE(app.controller().session()->entry().id, id);
        QCOMPARE(app.controller().session()->entry().protection, Protection::Passphrase);
        QCOMPARE(app.controller().registry().all().size(), 1);
        TRY(app.window()->models().work.operations().isEmpty());
        app.openChannel(u"release-42"_s);
        TRY(app.countRows(u"written while signed out"_s) == 1);
    }

    void aStoreGoesInTheThreadItsPortsLiveIn()
    {
        for (const bool destroyed : {false, true}) {
            GuiApp app(m_place->dir.filePath(destroyed ? u"d"_s : u"c"_s));
            app.signIn(m_place->server, u"mika"_s);
            AccountSession *session = app.controller().session();
            QThread *thread = nullptr;
            bool gone = false;
            connect(
                session->window()->models().account.cache, &QObject::destroyed, this,
                [&] {
                    thread = QThread::currentThread();
                    gone = true;
                },
                Qt::DirectConnection);
            VERIFY_OK(await(destroyed ? session->destroy() : session->close()));
            TRY(gone);
            QCOMPARE(thread, QThread::currentThread());
        }
    }

    void backAndForthAtOnceFindsEachStoreClosedInOrder()
    {
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.signIn(m_place->server, u"mika"_s);
        const AccountId first = app.controller().session()->entry().id;
        app.openChannel(u"release-42"_s);
        app.controller().addAccount();
        signInThroughTheWindow(app, m_place->server, u"ana"_s);
        TRY(app.window() && app.isOnline() && app.controller().session()->entry().id != first);
        const AccountId second = app.controller().session()->entry().id;
        for (int i = 0; i < 5; ++i) {
            // Without waiting: what is being closed is opened again.
            app.controller().switchTo(first);
            app.controller().switchTo(second);
            app.controller().switchTo(first);
            TRY(app.window() && app.controller().session()->entry().id == first);
            m_place->server.stop();
            TRY(!app.isOnline());
            app.openChannel(u"release-42"_s);
            app.type(u"round %1"_s.arg(i));
            TRY(app.countRows(u"round %1"_s.arg(i)) == 1);
            m_place->server.start();
            app.controller().switchTo(second);
            TRY(app.window() && app.controller().session()->entry().id == second);
        }
        app.controller().switchTo(first);
        TRY(app.window() && app.isOnline());
        app.openChannel(u"release-42"_s);
        TRY(app.window()->models().work.operations().isEmpty());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(app.countRows(u"round %1"_s.arg(i)), 1);
    }

    void signingOutOfOneOpensTheOther()
    {
        ServerProcess other;
        other.makeDemo();
        other.start();
        const QString profile = m_place->dir.filePath(u"p"_s);
        {
            GuiApp app(profile);
            app.signIn(m_place->server, u"mika"_s);
            app.openChannel(u"design"_s);
        }
        GuiApp app(profile);
        app.signIn(other, u"ana"_s);
        app.openChannel(u"deploys"_s);
        QCOMPARE(app.controller().registry().all().size(), 2);
        app.controller().signOutCurrent();
        TRY(app.window() && app.controller().session()->entry().server == m_place->server.url()
            && app.isOnline());
        TRY(app.controller().registry().all().size() == 1);
        // Each account has a place of its own to come back to.
        const auto current = [&] {
            return app.window()->models().channels.channel(app.window()->channelsPane()->current());
        };
        TRY(current() && current()->channel.name == u"design");
    }

    void aSignInGivenUpChangesNothing()
    {
        ServerProcess other;
        other.makeDemo();
        other.start();
        GuiApp app(m_place->dir.filePath(u"p"_s));
        signInWithPassphrase(app);
        const AccountId id = app.controller().session()->entry().id;
        app.controller().addAccount();
        signInThroughTheWindow(app, other, u"ana"_s);
        TRY(app.signInWindow()->findChild<QPushButton *>(u"usePassphrase"_s)->isVisible());
        Q_EMIT app.signInWindow()->cancelled();
        TRY(!app.signInWindow());
        QCOMPARE(app.controller().session()->entry().id, id);
        QCOMPARE(app.controller().registry().all().size(), 1);
        QVERIFY(app.isOnline());
        // The session that nobody uses does not stay open on the other server.
        TRY(other.command({u"user"_s, u"list"_s}).contains(u"ana"_s));
    }

    void aSignInThatSucceedsTooLateTouchesNoOther()
    {
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.start();
        TRY(app.signInWindow());
        const QString server = m_place->server.url().toString();
        // The first is on its way when the second begins.
        Q_EMIT app.signInWindow()->signInRequested(server, u"ana"_s, password());
        Q_EMIT app.signInWindow()->signInRequested(server, u"mika"_s, password());
        TRY(app.window() && app.isOnline());
        QCOMPARE(app.controller().session()->entry().person.handle, u"mika"_s);
        QCOMPARE(app.controller().registry().all().size(), 1);
    }

    void signedOutAndInAgainAtOnceIsANewAccount()
    {
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.signIn(m_place->server, u"mika"_s);
        const AccountId before = app.controller().session()->entry().id;
        app.controller().signOutCurrent();
        TRY(app.signInWindow() && app.signInWindow()->isVisible());
        signInThroughTheWindow(app, m_place->server, u"mika"_s);
        TRY(app.window() && app.isOnline());
        QVERIFY(app.controller().session()->entry().id != before);
        TRY(app.controller().registry().all().size() == 1);
        QCOMPARE(app.controller().registry().all().first().id, app.controller().session()->entry().id);
    }

    void aDamagedListOfAccountsIsSetAsideAndSaidSo()
    {
        const QString profile = m_place->dir.filePath(u"p"_s);
        QDir().mkpath(profile);
        QFile list(profile + u"/accounts.json"_s);
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("{\"accounts\":[{\"id\":");
        list.close();
        GuiApp app(profile);
        app.start();
        TRY(app.signInWindow() && app.signInWindow()->problem().contains(u"damaged"_s));
        signInThroughTheWindow(app, m_place->server, u"mika"_s);
        TRY(app.window() && app.isOnline());
        QVERIFY(QFile::exists(profile + u"/accounts.json.damaged"_s));
    }
};
CHATOPS_TEST(TestSeveralAccounts)

#include "testaccounts.moc"
