// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Whoever dismisses every prompt of gnome-keyring: in place of the program that would show it, over the
/// interface of libgcr (org.gnome.keyring.internal.Prompter).
class Dismissing final : public QDBusVirtualObject {
public:
    int asked = 0;
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        const QString path = message.arguments().value(0).value<QDBusObjectPath>().path();
        const QString method = message.member();
        connection.send(message.createReply());
        if (method == u"PerformPrompt")
            ++asked;
        if (method == u"BeginPrompting" || method == u"PerformPrompt") {
            QDBusMessage ready = QDBusMessage::createMethodCall(
                message.service(), path, u"org.gnome.keyring.internal.Prompter.Callback"_s, u"PromptReady"_s);
            ready.setArguments({method == u"PerformPrompt" ? u"no"_s : QString(), QVariantMap(), QString()});
            connection.send(ready);
        }
        return true;
    }
};

/// The type `Secret` of the Secret Service specification, (oayays).
struct PlainSecret {
    QDBusObjectPath session;
    QByteArray value = "session"; ///< What tests/support/desktop-session gives.
};
QDBusArgument &operator<<(QDBusArgument &argument, const PlainSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << QByteArray() << secret.value << u"text/plain"_s;
    argument.endStructure();
    return argument;
}
const QDBusArgument &operator>>(const QDBusArgument &argument, PlainSecret &)
{
    return argument; // Nobody sends one here.
}

} // namespace
Q_DECLARE_METATYPE(PlainSecret)

/// The real gnome-keyring, locked, and its prompts dismissed. It never costs an account or a word that
/// was not sent.
class TestLockedKeychain : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<DemoPlace> m_place;
    Dismissing m_dismissing;

    static void lock()
    {
        QDBusMessage call =
            QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                           u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
        call.setArguments({QVariant::fromValue(
            QList<QDBusObjectPath>{QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)})});
        const QDBusMessage answer = QDBusConnection::sessionBus().call(call);
        QVERIFY2(answer.type() == QDBusMessage::ReplyMessage, qPrintable(answer.errorMessage()));
    }
    static bool isLocked()
    {
        QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s,
                                                           u"/org/freedesktop/secrets/collection/login"_s,
                                                           u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        call.setArguments({u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
        const QDBusMessage answer = QDBusConnection::sessionBus().call(call);
        return answer.arguments().value(0).value<QDBusVariant>().variant().toBool();
    }
    /// As the session does at its start. The daemon's own way for tests, with the password in the clear on
    /// this bus, which is a bus of this test.
    static void unlock()
    {
        QDBusMessage open =
            QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                           u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s);
        open.setArguments({u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
        const QDBusMessage session = QDBusConnection::sessionBus().call(open);
        QVERIFY2(session.type() == QDBusMessage::ReplyMessage, qPrintable(session.errorMessage()));
        QDBusMessage call = QDBusMessage::createMethodCall(
            u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
            u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s);
        call.setArguments(
            {QVariant::fromValue(QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)),
             QVariant::fromValue(PlainSecret{session.arguments().value(1).value<QDBusObjectPath>()})});
        const QDBusMessage answer = QDBusConnection::sessionBus().call(call);
        QVERIFY2(answer.type() == QDBusMessage::ReplyMessage, qPrintable(answer.errorMessage()));
        QVERIFY(!isLocked());
    }
    /// Signed in, with a message that waits; the server is away.
    void leaveAMessageWaiting(const QString &profile)
    {
        GuiApp app(profile);
        app.signIn(m_place->server, u"mika"_s);
        app.openChannel(u"design"_s);
        m_place->server.stop();
        TRY(!app.isOnline());
        app.type(u"written before the keychain was locked"_s);
        TRY(app.window()->models().work.waitingCount() == 1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qDBusRegisterMetaType<PlainSecret>();
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.registerVirtualObject(u"/org/gnome/keyring/Prompter"_s, &m_dismissing));
        QVERIFY(bus.registerService(u"org.gnome.keyring.SystemPrompter"_s));
    }
    void init()
    {
        m_place = std::make_unique<DemoPlace>();
        if (isLocked())
            unlock();
    }

    void aDismissedPromptAtTheStartCostsNothing()
    {
        const QString profile = m_place->dir.filePath(u"p"_s);
        leaveAMessageWaiting(profile);
        lock();
        QVERIFY(isLocked());
        m_place->server.start();
        GuiApp app(profile);
        app.start();
        TRY(app.signInWindow());
        auto *retry = app.signInWindow()->findChild<QPushButton *>(u"retryKey"_s);
        TRY(retry->isVisible());
        QVERIFY2(app.signInWindow()->problem().contains(u"keychain is locked"_s),
                 qPrintable(app.signInWindow()->problem()));
        app.picture(u"keychain-locked"_s, app.signInWindow());
        QCOMPARE(app.controller().registry().all().size(), 1);
        QVERIFY(m_dismissing.asked > 0);
        // Still locked: the same again, as often as one likes.
        QTest::mouseClick(retry, Qt::LeftButton);
        TRY(app.signInWindow() && app.signInWindow()->findChild<QPushButton *>(u"retryKey"_s)->isVisible());
        unlock();
        QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"retryKey"_s), Qt::LeftButton);
        TRY(app.window() && app.isOnline());
        TRY(app.window()->models().work.waitingCount() == 0);
        app.openChannel(u"design"_s);
        TRY(app.countRows(u"written before the keychain was locked"_s) == 1);
    }

    void signingInWhileItIsLockedGivesNothingUp()
    {
        const QString profile = m_place->dir.filePath(u"p"_s);
        leaveAMessageWaiting(profile);
        lock();
        m_place->server.start();
        GuiApp app(profile);
        app.start();
        TRY(app.signInWindow() && app.signInWindow()->findChild<QPushButton *>(u"retryKey"_s)->isVisible());
        // As somebody does who takes another way round.
        QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"otherAccount"_s), Qt::LeftButton);
        auto *password = app.signInWindow()->findChild<QLineEdit *>(u"password"_s);
        TRY(password->isVisible());
        const auto enter = [&] {
            password->clear();
            QTest::keyClicks(password, QString::fromLatin1(ServerProcess::Password));
            QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"signIn"_s), Qt::LeftButton);
        };
        enter();
        TRY(app.signInWindow()->problem().contains(u"keychain is locked"_s));
        QCOMPARE(app.controller().registry().all().size(), 1);
        unlock();
        enter();
        TRY(app.window() && app.isOnline());
        TRY(app.window()->models().work.waitingCount() == 0);
        app.openChannel(u"design"_s);
        TRY(app.countRows(u"written before the keychain was locked"_s) == 1);
        QCOMPARE(QDir(profile + u"/accounts"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    }

    void aStoreWithoutAnAccountIsTakenUpAgainAtTheSignIn_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("left by this program") << true;
        QTest::newRow("left by an earlier one") << false;
    }
    void aStoreWithoutAnAccountIsTakenUpAgainAtTheSignIn()
    {
        QFETCH(bool, known);
        const QString profile = m_place->dir.filePath(u"p"_s);
        leaveAMessageWaiting(profile);
        // As programs before this one did when the prompt was dismissed.
        QVERIFY(QFile::remove(profile + u"/accounts.json"_s));
        const QStringList stores =
            QDir(profile + u"/accounts"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(stores.size(), 1);
        if (!known)
            QVERIFY(QFile::remove(profile + u"/accounts/"_s + stores.first() + u"/account.json"_s));
        m_place->server.start();
        GuiApp app(profile);
        app.signIn(m_place->server, u"mika"_s);
        TRY(app.window()->models().work.waitingCount() == 0);
        app.openChannel(u"design"_s);
        TRY(app.countRows(u"written before the keychain was locked"_s) == 1);
        QCOMPARE(QDir(profile + u"/accounts"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot), stores);
    }

    void whatIsLeftIsShownAndCanBeDestroyed()
    {
        const QString profile = m_place->dir.filePath(u"p"_s);
        const int others = allSecrets();
        leaveAMessageWaiting(profile);
        QVERIFY(QFile::remove(profile + u"/accounts.json"_s));
        m_place->server.start();
        GuiApp app(profile);
        app.signIn(m_place->server, u"ana"_s); // Somebody else.
        auto *look = app.find<QPushButton>(u"noticeOpen"_s);
        TRY(look && look->isVisible());
        QTest::mouseClick(look, Qt::LeftButton);
        TRY(app.window()->findChild<LeftoversDialog *>());
        auto *dialog = app.window()->findChild<LeftoversDialog *>();
        TRY(dialog->isVisible());
        auto *list = dialog->findChild<QListWidget *>(u"leftoverList"_s);
        QCOMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().contains(u"Mika"_s));
        app.picture(u"leftovers"_s, dialog);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"leftoverDestroy"_s), Qt::LeftButton);
        auto *sure = dialog->findChild<QPushButton *>(u"destroy"_s);
        TRY(sure && sure->isVisible());
        QTest::mouseClick(sure, Qt::LeftButton);
        TRY(QDir(profile + u"/accounts"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() == 1);
        // Nothing of it is left in the keychain either.
        QCOMPARE(
            secretsOf(QDir(profile + u"/accounts"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).first()),
            2);
        QCOMPARE(allSecrets(), others + 2);
    }

private:
    static int countSecrets(const QMap<QString, QString> &attributes)
    {
        qDBusRegisterMetaType<QMap<QString, QString>>();
        QDBusMessage call =
            QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                           u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
        call.setArguments({QVariant::fromValue(attributes)});
        const QDBusMessage answer = QDBusConnection::sessionBus().call(call);
        QList<QDBusObjectPath> unlocked;
        answer.arguments().value(0).value<QDBusArgument>() >> unlocked;
        return int(unlocked.size());
    }
    static int secretsOf(const QString &account)
    {
        return countSecrets({{u"user"_s, account + u"/store"_s}})
            + countSecrets({{u"user"_s, account + u"/session"_s}});
    }
    static int allSecrets() { return countSecrets({{u"server"_s, u"ChatOps Desktop"_s}}); }
};
CHATOPS_TEST(TestLockedKeychain)

#include "testlockedkeychain.moc"
