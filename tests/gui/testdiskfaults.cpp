// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"
#include "tests/support/diskfaults.h"
#include "tests/support/registry.h"
#include "tests/support/waiting.h"
#include "ui/widgets.h"

#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QTextEdit>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// The real window on a disk that is full, fails or cannot be written: a plain
/// message, no crash, and everything written is there when the disk is back.
class TestDiskFaults : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<DemoPlace> m_place;

    [[nodiscard]] static QString notice(const GuiApp &app)
    {
        const auto *band = app.window()->findChild<NoticeBand *>();
        return band && band->isVisible() ? band->text() : QString();
    }

private Q_SLOTS:
    void init() { m_place = std::make_unique<DemoPlace>(); }
    void cleanup()
    {
        DiskFaults::clear();
        m_place.reset();
    }

    void whatIsWrittenOnABadDiskIsKeptAndSentLater_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("full") << int(DiskFaults::Fault::Full);
        QTest::newRow("failing") << int(DiskFaults::Fault::Failing);
        QTest::newRow("read-only") << int(DiskFaults::Fault::ReadOnly);
    }
    void whatIsWrittenOnABadDiskIsKeptAndSentLater()
    {
        QFETCH(int, fault);
        const QString profile = m_place->dir.filePath(u"p"_s);
        GuiApp app(profile);
        app.signIn(m_place->server, u"mika"_s);
        app.openChannel(u"release-42"_s);
        DiskFaults::set(DiskFaults::Fault(fault), profile.toStdString());
        app.type(u"written on a bad disk"_s);
        TRY(app.window()->models().work.unkeptCount() == 1);
        QVERIFY(DiskFaults::refused() > 0);
        TRY(notice(app).contains(u"could not be written"_s));
        if (fault == int(DiskFaults::Fault::Full))
            app.picture(u"disk-full"_s);
        // The window cannot be closed by mistake.
        app.window()->close();
        TRY(topButton(u"Show the changes"_s));
        if (fault == int(DiskFaults::Fault::Full))
            app.picture(u"disk-full-close"_s, topButton(u"Show the changes"_s)->window());
        QTest::mouseClick(topButton(u"Show the changes"_s), Qt::LeftButton);
        QVERIFY(app.window()->isVisible());
        // Nor left for another account.
        app.controller().addAccount();
        TRY(topButton(u"Lose them and go on"_s));
        QTest::mouseClick(topButton(u"Show the changes"_s), Qt::LeftButton);
        QVERIFY(app.window() && app.window()->isVisible());
        TRY(topButton(u"Try again"_s));
        // Changed settings say so, too; the window's thread does not notice the disk.
        QTest::mouseClick(topButton(u"Try again"_s), Qt::LeftButton);
        TRY(app.window()->models().work.unkeptCount() == 1);

        DiskFaults::clear();
        TRY(topButton(u"Try again"_s));
        QTest::mouseClick(topButton(u"Try again"_s), Qt::LeftButton);
        TRY(app.window()->models().work.unkeptCount() == 0);
        TRY(app.isOnline());
        TRY(app.countRows(u"written on a bad disk"_s) == 1 && app.lastRow()->message.message.seq > 0);
        TRY(app.window()->models().work.operations().isEmpty());
    }

    void whatArrivesOnABadDiskIsThereLater()
    {
        const QString profile = m_place->dir.filePath(u"p"_s);
        GuiApp app(profile);
        app.signIn(m_place->server, u"mika"_s);
        app.openChannel(u"release-42"_s);
        Client ana(m_place->server, u"ana"_s, {});
        ana.open();
        DiskFaults::set(DiskFaults::Fault::Full, profile.toStdString());
        (void)ana.post(ana.channel(u"release-42"_s), u"arrives on a full disk"_s);
        ana.waitSettled();
        TRY(DiskFaults::refused() > 0);
        TRY(!app.isOnline()); // The status line says that nothing comes in.
        QVERIFY(app.window()->isVisible());
        DiskFaults::clear();
        app.window()->models().account.backend->retryNow();
        TRY(app.isOnline());
        TRY(app.countRows(u"arrives on a full disk"_s) == 1);
    }

    void filesOfTheProfileThatCannotBeWrittenAreTold_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("full") << int(DiskFaults::Fault::Full);
        QTest::newRow("cannot be put in place") << int(DiskFaults::Fault::Names);
    }
    void filesOfTheProfileThatCannotBeWrittenAreTold()
    {
        QFETCH(int, fault);
        const QString profile = m_place->dir.filePath(u"p"_s);
        GuiApp app(profile);
        app.signIn(m_place->server, u"mika"_s);
        // So that nothing else is told.
        app.window()->models().account.backend->stop();
        TRY(app.link() == LinkStatus::State::Stopped);
        // What had come in is stored by then, and does not fail behind it.
        VERIFY_OK(await(app.controller().session()->store()->replica()->position()));
        DiskFaults::set(DiskFaults::Fault(fault), profile.toStdString());
        Preferences preferences;
        preferences.scale = 120;
        Q_EMIT app.window()->preferencesChanged(preferences);
        TRY(DiskFaults::refused() > 0);
        TRY(notice(app).contains(u"settings cannot be written"_s));
    }

    void filesThatCannotBeRemovedAtSignOutAreTold()
    {
        const QString profile = m_place->dir.filePath(u"p"_s);
        GuiApp app(profile);
        app.signIn(m_place->server, u"mika"_s);
        const AccountEntry entry = app.controller().session()->entry();
        DiskFaults::set(DiskFaults::Fault::Names, profile.toStdString() + "/accounts/");
        app.controller().signOutCurrent();
        TRY(app.signInWindow() && app.signInWindow()->problem().contains(u"could be removed"_s));
        DiskFaults::clear();
        // What stayed is noise: the key went first.
        QVERIFY(QFile::exists(profile + u"/accounts/"_s + entry.id.toString()));
        KeychainVault keychain(u"ChatOps Desktop"_s);
        QVERIFY(await(keychain.read(entry.keyEntry()))->isEmpty());
    }

    void startingOnABadDiskSaysWhy_data() { whatIsWrittenOnABadDiskIsKeptAndSentLater_data(); }
    void startingOnABadDiskSaysWhy()
    {
        QFETCH(int, fault);
        const QString profile = m_place->dir.filePath(u"p"_s);
        {
            GuiApp app(profile);
            app.signIn(m_place->server, u"mika"_s);
            app.openChannel(u"release-42"_s);
            m_place->server.stop();
            TRY(!app.isOnline());
            app.type(u"not sent yet"_s);
            TRY(app.window()->models().work.waitingCount() == 1);
        }
        // From each write on the way the disk is bad; the change that was not sent survives.
        int refused = 0;
        for (int after = 0; after < 12; ++after) {
            DiskFaults::set(DiskFaults::Fault(fault), profile.toStdString() + "/accounts/", after);
            GuiApp app(profile);
            app.start();
            TRY((app.window() && app.window()->isVisible())
                || (app.signInWindow() && app.signInWindow()->isVisible()));
            if (!app.window())
                QVERIFY(!app.signInWindow()->problem().isEmpty());
            refused += DiskFaults::refused() > 0 ? 1 : 0;
            DiskFaults::clear();
        }
        QVERIFY2(refused >= 6, qPrintable(QString::number(refused)));
        m_place->server.start();
        GuiApp app(profile);
        app.start();
        TRY(app.window() && app.isOnline());
        app.openChannel(u"release-42"_s);
        TRY(app.countRows(u"not sent yet"_s) == 1 && app.lastRow()->message.message.seq > 0);
        TRY(app.window()->models().work.operations().isEmpty());
    }

    void aProfileCanBeOpenedOnce()
    {
        const QString profile = m_place->dir.filePath(u"p"_s);
        GuiApp app(profile);
        app.signIn(m_place->server, u"mika"_s);
        app.window()->showMinimized();
        QProcess second;
        second.start(QStringLiteral(CHATOPS_CLIENT_PROGRAM), {u"--profile"_s, profile});
        bool over = false;
        connect(&second, &QProcess::finished, this, [&over] { over = true; });
        TRY(over);
        QCOMPARE(second.exitCode(), 0);
        QVERIFY(second.readAllStandardError().contains("running already"));
        // And the first one was brought to the front, unharmed.
        TRY(!app.window()->isMinimized());
        app.openChannel(u"release-42"_s);
        app.type(u"still the only one"_s);
        TRY(app.countRows(u"still the only one"_s) == 1 && app.lastRow()->message.message.seq > 0);
    }
};
CHATOPS_TEST(TestDiskFaults)

#include "testdiskfaults.moc"
