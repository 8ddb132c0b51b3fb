// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"
#include "tests/support/officeproxy.h"
#include "tests/support/registry.h"
#include "tests/support/temporary.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTranslator>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// The ordinary way in: address, name, password; and back in the same place.
class TestFirstRun : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<DemoPlace> m_place;

    static void enter(SignInWindow *window, const QString &fieldName, const QString &text)
    {
        auto *edit = window->findChild<QLineEdit *>(fieldName);
        QVERIFY(edit);
        edit->clear();
        QTest::keyClicks(edit, text);
    }

    void signInThroughTheWindow(GuiApp &app, const QString &password)
    {
        TRY(app.signInWindow() && app.signInWindow()->isVisible());
        enter(app.signInWindow(), u"server"_s, m_place->server.url().toString());
        enter(app.signInWindow(), u"name"_s, u"mika"_s);
        enter(app.signInWindow(), u"password"_s, password);
        QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"signIn"_s), Qt::LeftButton);
    }

private Q_SLOTS:
    void init() { m_place = std::make_unique<DemoPlace>(); }

    void signsInAndIsBackInTheSamePlaceAtTheNextStart()
    {
        {
            GuiApp app(m_place->dir.filePath(u"p"_s));
            app.start();
            TRY(app.signInWindow());
            app.picture(u"first-run"_s, app.signInWindow());
            signInThroughTheWindow(app, QString::fromLatin1(ServerProcess::Password));
            TRY(app.window() && app.isOnline());
            QVERIFY(!app.signInWindow());
            app.openChannel(u"design"_s);
            app.window()->showPane(PaneId::Tasks);
        }
        {
            GuiApp app(m_place->dir.filePath(u"p"_s));
            app.start();
            TRY(app.window());
            QVERIFY(!app.signInWindow());
            QCOMPARE(app.window()->currentPane(), PaneId::Tasks);
            TRY(app.window()->channelsPane()->current());
            QCOMPARE(app.window()
                         ->models()
                         .channels.channel(app.window()->channelsPane()->current())
                         ->channel.name,
                     u"design"_s);
            TRY(app.isOnline());
        }
        // And without a network.
        m_place->server.stop();
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.start();
        TRY(app.window());
        QVERIFY(!app.signInWindow());
        app.openChannel(u"release-42"_s);
        TRY(app.window()->channelsPane()->timeline()->model()->rowCount() > 20);
    }

    void saysWhatIsWrong()
    {
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.start();
        signInThroughTheWindow(app, u"not the password"_s);
        TRY(app.signInWindow()->problem().contains(u"password"_s));
        app.picture(u"first-run-wrong-password"_s, app.signInWindow());
        enter(app.signInWindow(), u"server"_s, u"http://chat.example.org"_s);
        QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"signIn"_s), Qt::LeftButton);
        TRY(app.signInWindow()->problem().contains(u"https"_s));
        m_place->server.stop();
        enter(app.signInWindow(), u"server"_s, m_place->server.url().toString());
        QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"signIn"_s), Qt::LeftButton);
        TRY(app.signInWindow()->problem().contains(u"reached"_s));
    }

    void nothingLoadedYetSaysWhy()
    {
        OfficeProxy proxy(m_place->server.port());
        proxy.passesUpgrades = false;
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.start(proxy.url().toString(), u"mika"_s, QString::fromLatin1(ServerProcess::Password));
        TRY(app.window() && app.window()->isVisible());
        const auto shown = [&](const QString &part) {
            const QList<QLabel *> labels = app.window()->channelsPane()->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](QLabel *one) { return one->isVisible() && one->text().contains(part); });
        };
        TRY(shown(u"Nothing has been loaded yet"_s) && shown(u"WebSocket"_s));
        TRY(app.find<QLabel>(u"linkReason"_s)->text().contains(u"WebSocket"));
        QVERIFY(!shown(u"You are in no channel yet"_s));
        // All of its lines, at any width of the window.
        for (const int width : {1400, 900}) {
            app.window()->resize(width, 800);
            TRY(app.window()->width() <= width);
            QCoreApplication::processEvents();
            const QList<QLabel *> lines = app.window()->channelsPane()->findChildren<QLabel *>();
            for (QLabel *label : lines) {
                if (label->isVisible() && label->wordWrap())
                    QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                             qPrintable(label->text()));
            }
        }
        app.picture(u"nothing-loaded"_s);
        proxy.passesUpgrades = true;
        QTest::mouseClick(app.find<QPushButton>(u"linkAction"_s), Qt::LeftButton);
        TRY(app.isOnline());
        TRY(!shown(u"Nothing has been loaded yet"_s));
        TRY(app.find<QLabel>(u"linkReason"_s)->text().isEmpty());
    }

    void joinsWithAnInvitation()
    {
        const QString code = m_place->server.command({u"invite"_s}).trimmed();
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.start();
        TRY(app.signInWindow());
        QTest::mouseClick(topButton(u"I have an invitation"_s), Qt::LeftButton);
        enter(app.signInWindow(), u"server"_s, m_place->server.url().toString());
        enter(app.signInWindow(), u"inviteCode"_s, code);
        enter(app.signInWindow(), u"fullName"_s, u"Noor Visser"_s);
        enter(app.signInWindow(), u"name"_s, u"noor"_s);
        enter(app.signInWindow(), u"password"_s, u"a new password"_s);
        app.picture(u"join"_s, app.signInWindow());
        QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"signIn"_s), Qt::LeftButton);
        // Who is responsible comes first; nothing about the person has been sent by then.
        auto *join = app.signInWindow()->findChild<QPushButton *>(u"joinAfterTerms"_s);
        TRY(join->isVisible());
        QVERIFY(!m_place->server.command({u"user"_s, u"list"_s}).contains(u"noor"_s));
        QVERIFY(!m_place->server.log().contains("noor"));
        app.picture(u"join-terms"_s, app.signInWindow());
        auto *age = app.signInWindow()->findChild<QCheckBox *>(u"oldEnough"_s);
        QCOMPARE(age->text(), u"I am 16 years old or older"_s);
        QVERIFY(!age->isChecked());
        QTest::mouseClick(join, Qt::LeftButton);
        QVERIFY(app.signInWindow()->problem().contains(u"16"_s));
        QTest::keyClick(age, Qt::Key_Space);
        QTest::mouseClick(join, Qt::LeftButton);
        TRY(app.window() && app.isOnline());
        QVERIFY(!app.window()->gate().isAllowed(u"storage.analytics"_s));
        app.openChannel(u"general"_s);
        QVERIFY(m_place->server.command({u"user"_s, u"list"_s}).contains(u"Noor Visser"_s));
    }

    void theWorkspaceSaysFromWhichAge()
    {
        QFile file(m_place->dir.filePath(u"rules.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_place->server.command({u"privacy"_s, u"rules"_s})
                       .replace(u"\"minimum_age\": 16"_s, u"\"minimum_age\": 18"_s)
                       .toUtf8());
        file.close();
        (void)m_place->server.command({u"privacy"_s, u"rules"_s, file.fileName()});
        const QString code = m_place->server.command({u"invite"_s}).trimmed();
        QCOMPARE(await(joinTerms(m_place->server.url(), code, {}))->rules.minimumAge, 18);
        // The server does not rely on the window.
        for (const int age : {0, 16, 17}) {
            const auto refused = await(
                joinWith(m_place->server.url(), {code, u"Kim"_s, u"kim"_s, u"a new password"_s, age}, {}));
            QVERIFY(!refused);
            QCOMPARE(refused.error().detail, u"too_young"_s);
        }
        QVERIFY(
            await(joinWith(m_place->server.url(), {code, u"Kim"_s, u"kim"_s, u"a new password"_s, 18}, {})));
        // An invitation that is over tells nothing about the workspace.
        QCOMPARE(await(joinTerms(m_place->server.url(), code, {})).error().detail, u"invitation_over"_s);
    }

    void aRefusedInvitationIsExplainedInTheWindowsLanguage()
    {
        QTranslator german;
        QVERIFY(german.load(QLocale(u"de"_s), u"chatops"_s, u"_"_s, u":/i18n"_s));
        QCoreApplication::installTranslator(&german);
        const auto restore = qScopeGuard([&] { QCoreApplication::removeTranslator(&german); });
        const auto join = [&](const QString &code, const QString &handle, const QString &password) {
            return await(joinWith(m_place->server.url(), {code, u"Noor Visser"_s, handle, password, 16}, {}))
                .error()
                .message;
        };
        const QString code = m_place->server.command({u"invite"_s}).trimmed();
        QCOMPARE(join(code, u"mika"_s, u"a new password"_s),
                 u"Diesen Kurznamen gibt es schon. Bitte einen anderen wählen."_s);
        QCOMPARE(
            join(code, u"noor"_s, u"short"_s),
            u"Bitte einen Namen angeben, einen Kurznamen aus a–z, 0–9, „.“, „_“ oder „-“ und ein Passwort mit mindestens 8 Zeichen."_s);
        QVERIFY(await(
            joinWith(m_place->server.url(), {code, u"Noor"_s, u"noor"_s, u"a new password"_s, 16}, {})));
        QCOMPARE(join(code, u"noor2"_s, u"a new password"_s),
                 u"Diese Einladung gilt nicht mehr. Bitte um eine neue bitten."_s);
    }

    void withoutAKeychainAPassphraseProtects()
    {
        {
            GuiApp app(m_place->dir.filePath(u"p"_s));
            app.start(m_place->server.url().toString(), u"mika"_s,
                      QString::fromLatin1(ServerProcess::Password));
            app.controller().setKeychain(std::make_shared<NoKeychain>());
            TRY(app.signInWindow()
                && app.signInWindow()->findChild<QPushButton *>(u"usePassphrase"_s)->isVisible());
            app.picture(u"key-place"_s, app.signInWindow());
            enter(app.signInWindow(), u"passphrase"_s, u"four random words here"_s);
            enter(app.signInWindow(), u"passphraseRepeat"_s, u"four random words here"_s);
            QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"usePassphrase"_s),
                              Qt::LeftButton);
            TRY(app.window() && app.isOnline());
            QCOMPARE(filesContaining(m_place->dir.path(), u"rollback"_s), QStringList());
        }
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.start();
        TRY(app.signInWindow()
            && app.signInWindow()->findChild<QPushButton *>(u"usePassphrase"_s)->isVisible());
        enter(app.signInWindow(), u"passphrase"_s, u"not these words"_s);
        QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"usePassphrase"_s), Qt::LeftButton);
        TRY(app.signInWindow()->problem().contains(u"right passphrase"_s));
        enter(app.signInWindow(), u"passphrase"_s, u"four random words here"_s);
        QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"usePassphrase"_s), Qt::LeftButton);
        TRY(app.window() && app.isOnline());
    }

    void withoutAKeychainNothingCanBeStored()
    {
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.start(m_place->server.url().toString(), u"mika"_s, QString::fromLatin1(ServerProcess::Password));
        app.controller().setKeychain(std::make_shared<NoKeychain>());
        TRY(app.signInWindow()
            && app.signInWindow()->findChild<QPushButton *>(u"storeNothing"_s)->isVisible());
        QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"storeNothing"_s), Qt::LeftButton);
        TRY(app.window() && app.isOnline());
        app.openChannel(u"release-42"_s);
        TRY(app.window()->channelsPane()->timeline()->model()->rowCount() > 20);
        QVERIFY(!QDir(m_place->dir.filePath(u"p/accounts"_s)).exists());
        TRY(app.find<QPushButton>(u"storeState"_s)->text() == u"Nothing stored on this computer");
    }

    void severalAccountsOneSwitchAway()
    {
        ServerProcess other;
        other.addUser(u"mika"_s, u"Mika Elsewhere"_s);
        other.command({u"channel"_s, u"add"_s, u"only-there"_s});
        other.command({u"channel"_s, u"join"_s, u"only-there"_s, u"mika"_s});
        other.start();
        const QString profile = m_place->dir.filePath(u"p"_s);
        {
            GuiApp app(profile);
            app.signIn(m_place->server, u"mika"_s);
        }
        GuiApp app(profile);
        app.signIn(other, u"mika"_s);
        QCOMPARE(app.controller().registry().all().size(), 2);
        app.openChannel(u"only-there"_s);
        const AccountId first = app.controller().registry().all().first().id;
        app.controller().switchTo(first);
        TRY(app.controller().session()->entry().id == first && app.window() && app.isOnline());
        app.openChannel(u"release-42"_s);
        QVERIFY(QDir(profile + u"/accounts"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() == 2);
    }

    void aSecondProgramShowsTheFirst()
    {
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.start();
        TRY(app.signInWindow());
        CommandLine same;
        same.profile = app.profile();
        Controller second(same);
        QVERIFY(!second.claimProfile());
    }
};
CHATOPS_TEST(TestFirstRun)

#include "testfirstrun.moc"
