// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataclasses.h"
#include "core/jsonguard.h"
#include "models/operations.h"
#include "pack/packcheck.h"
#include "pack/packreader.h"
#include "pack/signing.h"
#include "tests/gui/pairtest.h"
#include "tests/support/registry.h"
#include "ui/privacyexport.h"
#include "ui/privacypane.h"

#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Taking one's data along and leaving, in the real window against the real server.
class TestRightsCentre : public PairTest {
    Q_OBJECT
private:
    [[nodiscard]] ExportRun &run() const { return pane()->exportRun(); }
    void confirm(const QString &password = QString::fromLatin1(ServerProcess::Password))
    {
        TRY(visible<QLineEdit>(u"confirm-password"_s)
            && visible<QLineEdit>(u"confirm-password"_s)->isEnabled());
        auto *field = visible<QLineEdit>(u"confirm-password"_s);
        field->clear();
        QTest::keyClicks(field, password);
        QTest::keyClick(field, Qt::Key_Return);
    }
    /// Written, and confirmed by the server.
    void say(const QString &text)
    {
        m_pair->app.type(text);
        TRY(m_pair->app.countRows(text) == 1 && window()->models().work.operations().isEmpty());
    }
    [[nodiscard]] QString path(const QString &name) const { return m_pair->dir.filePath(name); }
    [[nodiscard]] static QHash<QString, QByteArray> contentsOf(const QString &pack)
    {
        QHash<QString, QByteArray> files;
        (void)readPack(pack, [&files](PackFile &file) -> Result<void> {
            files.insert(file.name(), file.readAll(1 << 30).value());
            return {};
        });
        return files;
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_pair.reset(); }

    void anExportHoldsWhatServerAndComputerHave()
    {
        say(u"mika-canary-message"_s);
        (void)m_pair->ana->post(m_pair->ana->channel(u"release-42"_s), u"ana-canary-text"_s);
        TRY(m_pair->app.countRows(u"ana-canary-text"_s) == 1);
        auto *edit = window()->channelsPane()->composer()->findChild<QTextEdit *>(u"composerText"_s);
        QTest::keyClicks(edit, u"mika-canary-draft"_s);
        TRY(await(window()->models().account.cache->drafts())->size() == 1);

        open(u"export"_s);
        m_pair->app.picture(u"privacy-export"_s);
        pane()->exportPage()->begin(path(u"export.zip"_s));
        confirm(u"wrong"_s);
        TRY(visible<QLineEdit>(u"confirm-password"_s) && says(u"not right"_s));
        m_pair->app.picture(u"privacy-export-confirm"_s, visible<QLineEdit>(u"confirm-password"_s)->window());
        QCOMPARE(run().state(), ExportRun::State::Idle);
        confirm();
        TRY(run().state() == ExportRun::State::Done || run().state() == ExportRun::State::Failed);
        QCOMPARE(run().error().message, QString());
        QCOMPARE(run().state(), ExportRun::State::Done);
        TRY(visible<QPushButton>(u"export-fetch"_s));
        m_pair->app.picture(u"privacy-export-done"_s);

        const QHash<QString, QByteArray> files = contentsOf(path(u"export.zip"_s));
        QVERIFY(files.value(u"data/message.json"_s).contains("mika-canary-message"));
        QVERIFY(files.value(u"device/draft.json"_s).contains("mika-canary-draft"));
        QVERIFY(files.value(u"device/draft.json"_s).contains("#release-42"));
        QVERIFY(files.value(u"device/contacted.json"_s).contains("127.0.0.1"));
        QVERIFY(files.value(u"device/setting.json"_s).contains("theme"));
        QVERIFY(files.value(u"device/copy.json"_s).contains("message"));
        for (auto it = files.begin(); it != files.end(); ++it)
            QVERIFY2(!it->contains("ana-canary"), qPrintable(it.key()));
        for (const DataClass &data : dataClasses()) {
            if (data.place == DataClass::Place::Device)
                QVERIFY2(files.contains(u"device/%1.json"_s.arg(QString(data.name))), data.name.data());
        }
        // Nothing half-made lies about.
        QCOMPARE(QDir(m_pair->dir.path()).entryList({u"*.part"_s}), QStringList());
        pane()->exportPage()->check(path(u"export.zip"_s));
        TRY(says(u"Every byte is as it was made"_s));
        // One byte, and the page names the file.
        QFile spoilt(path(u"export.zip"_s));
        QVERIFY(spoilt.open(QIODevice::ReadWrite));
        QByteArray bytes = spoilt.readAll();
        const qsizetype at = bytes.indexOf("data/message.json");
        bytes[at + 80] = char(bytes[at + 80] ^ 1); // Behind the head of the file.
        spoilt.seek(0);
        spoilt.write(bytes);
        spoilt.close();
        pane()->exportPage()->check(spoilt.fileName());
        TRY(says(u"data/message.json"_s));
        m_pair->app.picture(u"privacy-export-damaged"_s);
    }

    void anExportCanBeCancelledAndTakenUpAgain()
    {
        open(u"export"_s);
        pane()->exportPage()->begin(path(u"export.zip"_s));
        confirm();
        TRY(run().isRunning());
        run().cancel();
        QCOMPARE(run().state(), ExportRun::State::Idle);
        TRY(m_pair->server.command({u"privacy"_s, u"plan"_s, u"mika"_s}).contains(u"export\t0"));
        QVERIFY(!QFile::exists(path(u"export.zip"_s)));

        // Begun, and the connection goes in the middle: it goes on where it was.
        pane()->exportPage()->begin(path(u"second.zip"_s));
        confirm();
        TRY(run().isRunning() && !run().job().isEmpty());
        m_pair->server.kill();
        TRY(run().state() == ExportRun::State::Paused);
        m_pair->app.picture(u"privacy-export-paused"_s);
        m_pair->server.start();
        TRY(run().state() == ExportRun::State::Done);
        QVERIFY(checkPack(path(u"second.zip"_s))->problems.isEmpty());
    }

    void fromOneServerToAnother()
    {
        say(u"goes along"_s);
        ServerProcess other;
        other.addUser(u"mika"_s, u"Mika"_s, u"owner"_s);
        other.start();
        GuiApp there(path(u"there"_s));
        there.signIn(other, u"mika"_s);
        there.window()->showPane(PaneId::Privacy);
        there.window()->privacyPane()->openPage(u"export"_s);
        auto *make = there.find<QPushButton>(u"export-ticket"_s);
        QTest::mouseClick(make, Qt::LeftButton);
        confirm();
        auto *ticket = there.find<QLabel>(u"export-ticket-text"_s);
        TRY(ticket->isVisible());
        const QString code = ticket->text().section(u": "_s, 1).section(u'\n', 0, 0);
        QVERIFY(code.size() > 10);

        open(u"export"_s);
        window()->activateWindow();
        pane()->findChild<QAbstractButton *>(u"export-provided"_s)->click();
        pane()->exportPage()->begin(path(u"export.zip"_s));
        confirm();
        TRY(run().state() == ExportRun::State::Done);
        TRY(visible<QPushButton>(u"export-send"_s));
        click(u"export-send"_s);
        TRY(visible<QLineEdit>(u"transfer-server"_s));
        visible<QLineEdit>(u"transfer-server"_s)->setText(other.url().toString());
        visible<QLineEdit>(u"transfer-ticket"_s)->setText(code);
        auto *said =
            visible<QLineEdit>(u"transfer-ticket"_s)->window()->findChild<QLabel *>(u"transfer-said"_s);
        click(u"transfer-go"_s);
        confirm();
        TRY(said->text().contains(u"arrived"));
        m_pair->app.picture(u"privacy-export-transfer"_s, said->window());
        there.openChannel(u"release-42"_s);
        TRY(there.countRows(u"goes along"_s) == 1);
        // Nothing of others came along.
        QVERIFY(there.window()->channelsPane()->timeline()->model()->rowCount() < 20);
    }

    void deletingDestroysEverythingEverywhere()
    {
        say(u"mika-canary-last"_s);
        // Another device of the same person, which is off when it happens.
        GuiApp second(path(u"second"_s));
        second.signIn(m_pair->server, u"mika"_s);
        const AccountEntry entryThere = second.controller().session()->entry();
        second.stop();
        const AccountEntry entry = m_pair->app.controller().session()->entry();
        const QString folder = path(u"p/accounts/"_s + entry.id.toString());
        QVERIFY(QFile::copy(folder + u"/cache.db"_s, path(u"stolen.db"_s)));
        KeychainVault keychain(u"ChatOps Desktop"_s);
        QCOMPARE(await(keychain.read(entry.keyEntry()))->size(), 32);

        open(u"delete"_s);
        TRY(says(u"What goes"_s));
        QVERIFY(says(u"What stays, and why"_s));
        m_pair->app.picture(u"privacy-delete"_s);
        click(u"delete-account"_s);
        TRY(visible<QLineEdit>(u"confirm-password"_s));
        m_pair->app.picture(u"privacy-delete-confirm"_s, visible<QLineEdit>(u"confirm-password"_s)->window());
        confirm();
        TRY(m_pair->app.controller().farewell() && m_pair->app.controller().farewell()->isComplete());
        TRY(!QFile::exists(folder));
        QCOMPARE(await(keychain.read(entry.keyEntry())).value(), QByteArray());
        QCOMPARE(await(keychain.read(entry.tokenEntry())).value(), QByteArray());
        QVERIFY(m_pair->app.signInWindow() && m_pair->app.signInWindow()->isVisible());
        // Nobody else has removed it, whichever of the server's two words came first.
        const QList<QLabel *> said = m_pair->app.signInWindow()->findChildren<QLabel *>();
        for (const QLabel *label : said)
            QVERIFY(!label->text().contains(u"removed this account"));
        // A copy of the file somebody took before is noise: its key is nowhere.
        QVERIFY(!Connection::open({path(u"stolen.db"_s), true}, Secret(QByteArray(32, 'k'))));
        Farewell *farewell = m_pair->app.controller().farewell();
        TRY(farewell->receipt().value("devices_confirmed"_L1).toInteger() == 1);
        QCOMPARE(farewell->receipt().value("devices"_L1).toInteger(), 2);
        m_pair->app.picture(u"privacy-farewell"_s, farewell);
        QSignalSpy saved(farewell, &Farewell::saved);
        farewell->save(path(u"receipt.json"_s));
        QVERIFY(saved.wait(Patience));
        QFile receipt(path(u"receipt.json"_s));
        QVERIFY(receipt.open(QIODevice::ReadOnly));
        QVERIFY(isSigned(*parseJson(receipt.readAll(), {256 * 1024, 8})));

        // The other device destroys what it holds when it comes back, and the receipt counts it.
        const QString folderThere = path(u"second/accounts/"_s + entryThere.id.toString());
        QVERIFY(QFile::exists(folderThere));
        GuiApp back(path(u"second"_s));
        back.start();
        TRY(back.signInWindow() && back.signInWindow()->isVisible());
        TRY(!QFile::exists(folderThere));
        QCOMPARE(await(keychain.read(entryThere.keyEntry())).value(), QByteArray());
        TRY(farewell->receipt().value("devices_confirmed"_L1).toInteger() == 2);
        // For the others there is a name less.
        TRY([&] {
            const QList<Message> all = m_pair->ana->messages(m_pair->ana->channel(u"release-42"_s));
            const auto hers = std::find_if(
                all.begin(), all.end(), [](const Message &one) { return one.text == u"mika-canary-last"; });
            return hers != all.end()
                && await(m_pair->ana->store().cache()->people({hers->author}))->value(hers->author).name
                == u"Deleted account";
        }());
    }

    void aHoldIsToldAndTheWishKept()
    {
        (void)m_pair->server.command({u"privacy"_s, u"hold"_s, u"mika"_s, u"Claim 4711"_s});
        open(u"delete"_s);
        TRY(says(u"Claim 4711"_s));
        m_pair->app.picture(u"privacy-delete-held"_s);
        click(u"delete-account"_s);
        confirm();
        auto *problem = pane()->findChild<QLabel *>(u"delete-problem"_s);
        TRY(problem->isVisible());
        QVERIFY(problem->text().contains(u"carried out when it ends"));
        TRY(window()->models().privacy.ownRequests().size() == 1);
        QCOMPARE(window()->models().privacy.ownRequests().first().kind, RightsKind::Erasure);
        QVERIFY(m_pair->app.isOnline());
    }

    void theOnlyOwnerIsWarned()
    {
        (void)m_pair->server.command({u"user"_s, u"role"_s, u"mika"_s, u"owner"_s});
        (void)m_pair->server.command({u"user"_s, u"role"_s, u"ana"_s, u"member"_s});
        open(u"delete"_s);
        TRY(says(u"You are the only owner of this workspace"_s));
        m_pair->app.picture(u"privacy-delete-owner"_s);
        (void)m_pair->server.command({u"user"_s, u"role"_s, u"ana"_s, u"owner"_s});
        open(u"overview"_s);
        open(u"delete"_s);
        TRY(says(u"What goes"_s) && !says(u"You are the only owner of this workspace"_s));
    }

    void withoutAConnectionThereIsNoPasswordToGive()
    {
        open(u"export"_s);
        auto *begin = visible<QPushButton>(u"export-begin"_s);
        TRY(begin->isEnabled());
        QVERIFY(!visible<QLabel>(u"export-offline"_s));
        m_pair->server.kill();
        TRY(visible<QLabel>(u"export-offline"_s));
        QVERIFY(!begin->isEnabled());
        m_pair->app.picture(u"privacy-export-offline"_s);
        m_pair->server.start();
        TRY(begin->isEnabled() && !visible<QLabel>(u"export-offline"_s));
    }

    void whatAdministratorsDidIsSeen()
    {
        QCOMPARE(accessDetail(u"request.answer"_s), u"It was answered"_s);
        QCOMPARE(accessDetail(u"0198f1c0-0000-7000-8000-0123456789ab"_s), u"456789ab"_s);
        QCOMPARE(accessDetail(u"title"_s), u"title"_s);
        (void)m_pair->server.command({u"privacy"_s, u"profile"_s, u"mika"_s, u"title"_s, u"Pilot"_s});
        open(u"access"_s);
        TRY(says(u"A field of the profile was set"_s));
        m_pair->app.picture(u"privacy-access"_s);
    }
};
CHATOPS_TEST(TestRightsCentre)

#include "testrightscentre.moc"
