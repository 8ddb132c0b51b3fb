// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "core/log.h"
#include "sync/serveraddress.h"
#include "ui/icons.h"
#include "ui/timelineaccessible.h"
#include "ui/widgets.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QLibraryInfo>
#include <QLocalSocket>
#include <QMenu>
#include <QMessageBox>
#include <QNetworkProxyFactory>
#include <QThreadPool>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

QString instanceName(const QString &profile)
{
    return u"chatops-"_s
        + QString::fromLatin1(
               QCryptographicHash::hash(QDir(profile).absolutePath().toUtf8(), QCryptographicHash::Sha256)
                   .toHex()
                   .left(16));
}

} // namespace

void prepareProcess()
{
    registerPortTypes();
    QApplication::setApplicationName(u"chatops-desktop"_s);
    QApplication::setApplicationDisplayName(u"ChatOps Desktop"_s);
    QApplication::setApplicationVersion(QStringLiteral(CHATOPS_VERSION));
    QApplication::setDesktopFileName(u"org.chatops.Desktop"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/chatops.svg"_s));
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    installTimelineAccessibility();
}

void installTranslation(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    else if (locale.language() == QLocale::C)
        QLocale::setDefault(
            QLocale(QLocale::English, QLocale::UnitedKingdom)); // The C locale writes times for machines.
    auto *own = new QTranslator(qApp);
    if (own->load(locale, u"chatops"_s, u"_"_s, u":/i18n"_s))
        QApplication::installTranslator(own);
    auto *qt = new QTranslator(qApp);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qt);
    const bool rightToLeft = locale.textDirection() == Qt::RightToLeft
        || qEnvironmentVariableIntValue("CHATOPS_RIGHT_TO_LEFT") == 1;
    QApplication::setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
}

Controller::Controller(CommandLine commandLine, QObject *parent)
    : QObject(parent)
    , m_commandLine(std::move(commandLine))
    , m_settings(m_commandLine.profile)
    , m_registry(m_commandLine.profile)
    , m_keychain(std::make_shared<KeychainVault>(u"ChatOps Desktop"_s))
{
}

Controller::~Controller()
{
    closeSession();
    finishWrites();
}

bool Controller::claimProfile()
{
    QDir().mkpath(m_commandLine.profile);
    QFile::setPermissions(m_commandLine.profile, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_lock = std::make_unique<QLockFile>(m_commandLine.profile + u"/profile.lock"_s);
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0)) {
        QLocalSocket other;
        other.connectToServer(instanceName(m_commandLine.profile));
        if (other.waitForConnected(1000)) {
            other.write("show\n");
            other.waitForBytesWritten(1000);
        }
        return false;
    }
    QLocalServer::removeServer(instanceName(m_commandLine.profile));
    m_instance.setSocketOptions(QLocalServer::UserAccessOption);
    m_instance.listen(instanceName(m_commandLine.profile));
    connect(&m_instance, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_instance.nextPendingConnection())
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QWidget *window =
            m_session && m_session->window() ? static_cast<QWidget *>(m_session->window()) : m_signIn.get();
        if (window) {
            window->show();
            window->raise();
            window->activateWindow();
        }
    });
    return true;
}

void Controller::start()
{
    QThreadPool::globalInstance()->start([this] {
        m_settings.load();
        const Result<void> accounts = m_registry.load();
        QMetaObject::invokeMethod(
            this, [this, accounts] { loaded(accounts); }, Qt::QueuedConnection);
    });
}

void Controller::loaded(const Result<void> &accounts)
{
    const Preferences preferences = m_settings.preferences();
    installTranslation(m_commandLine.language.isEmpty() ? preferences.language : m_commandLine.language);
    Theme::instance().setMode(preferences.theme);
    Theme::instance().setScale(preferences.scale);
    if (!accounts) {
        showSignIn(accounts.error().message);
        return;
    }
    if (!m_commandLine.server.isEmpty()) {
        const Result<QUrl> server = parseServerAddress(m_commandLine.server);
        for (const AccountEntry &entry : m_registry.all()) {
            if (server && entry.server == *server
                && (m_commandLine.name.isEmpty() || entry.person.handle == m_commandLine.name)) {
                openAccount(entry);
                return;
            }
        }
        showSignIn(server ? QString() : server.error().message);
        m_signIn->setServer(m_commandLine.server);
        m_signIn->setName(m_commandLine.name);
        if (server && !m_commandLine.password.isEmpty())
            beginSignIn(
                signIn(*server, {m_commandLine.name, std::exchange(m_commandLine.password, {})}, &m_ledger));
        return;
    }
    const AccountEntry *last = m_registry.find(AccountId::fromString(m_settings.text(u"last-account"_s)));
    if (!last && !m_registry.all().isEmpty())
        last = &m_registry.all().last();
    if (last)
        openAccount(*last);
    else
        showSignIn();
}

QString Controller::passphrasePath(AccountId id) const
{
    return m_registry.directory(id) + u".keys"_s;
}

void Controller::openAccount(const AccountEntry &entry)
{
    if (entry.protection == Protection::Passphrase) {
        m_unlocking = entry;
        showSignIn();
        m_signIn->askForPassphrase(entry.title());
        return;
    }
    openWith(entry, entry.protection == Protection::Memory ? m_memory : m_keychain, false);
}

void Controller::closeSession()
{
    if (!m_session)
        return;
    if (m_session->window())
        m_settings.set(u"place"_s,
                       m_session->entry().id.toString() + u' ' + m_session->window()->placeState());
    m_session.reset();
}

void Controller::openWith(const AccountEntry &entry, std::shared_ptr<KeyVault> vault, bool fresh)
{
    closeSession();
    m_session =
        std::make_unique<AccountSession>(entry, m_registry.directory(entry.id), std::move(vault), m_ledger);
    AccountSession *session = m_session.get();
    if (!m_pending.access.isEmpty())
        session->setAccessToken(m_pending.access, m_pending.lifetime);
    m_pending = {};
    connect(session, &AccountSession::failed, this, [this](const Error &error) {
        qCWarning(lcApp, "account cannot be opened: code %d, %s", int(error.code), qPrintable(error.detail));
        const AccountEntry failedEntry = m_session->entry();
        // The session sends this signal; it must not go while it does.
        m_session.release()->deleteLater();
        showSignIn(error.message);
        m_signIn->setServer(failedEntry.server.toString());
        m_signIn->setName(failedEntry.person.handle);
        if (error.code == ErrorCode::WrongKey)
            m_renewing = failedEntry.id;
    });
    connect(session, &AccountSession::wipeRequested, this, [this] { forget(true); });
    connect(session, &AccountSession::opened, this, [this, session] {
        MainWindow *window = session->window();
        connect(window, &MainWindow::preferencesChanged, this,
                [this](const Preferences &preferences) { m_settings.setPreferences(preferences); });
        connect(window, &MainWindow::accountMenuRequested, this, &Controller::showAccountMenu);
        connect(window, &MainWindow::signInRequested, this, [this] {
            const AccountEntry current = m_session->entry();
            m_renewing = current.id;
            showSignIn();
            m_signIn->setServer(current.server.toString());
            m_signIn->setName(current.person.handle);
            m_signIn->setCancellable(true);
        });
        connect(window, &MainWindow::placeChanged, this, [this, session] {
            if (session->window())
                m_settings.set(u"place"_s,
                               session->entry().id.toString() + u' ' + session->window()->placeState());
        });
        const QString place = m_settings.text(u"place"_s);
        if (place.section(u' ', 0, 0) == session->entry().id.toString())
            window->restorePlace(place.section(u' ', 1));
        window->show();
        if (m_signIn)
            m_signIn.release()->deleteLater();
        m_settings.set(u"last-account"_s, session->entry().id.toString());
        Q_EMIT sessionOpened(session);
    });
    session->open(fresh, m_settings.preferences());
}

void Controller::showSignIn(const QString &problem)
{
    if (!m_signIn) {
        m_signIn = std::make_unique<SignInWindow>();
        connect(m_signIn.get(), &SignInWindow::signInRequested, this,
                [this](const QString &address, const QString &name, const QString &password) {
                    const Result<QUrl> server = parseServerAddress(address);
                    if (!server) {
                        m_signIn->showProblem(server.error().message);
                        return;
                    }
                    beginSignIn(signIn(*server, {name, password}, &m_ledger));
                });
        connect(m_signIn.get(), &SignInWindow::joinRequested, this,
                [this](const QString &address, const QString &code, const QString &name,
                       const QString &handle, const QString &password) {
                    const Result<QUrl> server = parseServerAddress(address);
                    if (!server) {
                        m_signIn->showProblem(server.error().message);
                        return;
                    }
                    beginSignIn(joinWith(*server, {code, name, handle, password}, &m_ledger));
                });
        connect(m_signIn.get(), &SignInWindow::passphraseChosen, this, &Controller::protectWithPassphrase);
        connect(m_signIn.get(), &SignInWindow::nothingStoredChosen, this,
                [this] { finishAccount(Protection::Memory, m_memory); });
        connect(m_signIn.get(), &SignInWindow::cancelled, this, [this] {
            m_renewing = {};
            m_unlocking = {};
            m_signIn.release()->deleteLater();
            if (m_session && m_session->window())
                m_session->window()->show();
            else
                showSignIn();
        });
    }
    m_signIn->show();
    if (!problem.isEmpty())
        m_signIn->showProblem(problem);
    Q_EMIT signInShown(m_signIn.get());
}

void Controller::beginSignIn(const Reply<SignedIn> &reply)
{
    m_signIn->setBusy(true, tr("Signing in"));
    Reply<SignedIn> copy = reply;
    follow(copy, this, [this](const Result<SignedIn> &account) {
        if (!m_signIn)
            return;
        if (!account) {
            qCInfo(lcApp, "sign-in failed: code %d, %s", int(account.error().code),
                   qPrintable(account.error().detail));
            m_signIn->showProblem(account.error().message);
            return;
        }
        keepAccount(*account);
    });
}

void Controller::keepAccount(const SignedIn &account)
{
    m_pending = account;
    m_signIn->setBusy(true, tr("Preparing the encrypted store"));
    // A trial of the keychain, before anything depends on it.
    follow(m_keychain->write(u"probe"_s, "probe"), this, [this](const Result<void> &written) {
        if (!written) {
            m_signIn->askForKeyPlace(written.error().message);
            return;
        }
        follow(m_keychain->remove(u"probe"_s), this,
               [this](const Result<void> &) { finishAccount(Protection::Keychain, m_keychain); });
    });
}

void Controller::protectWithPassphrase(const QString &passphrase)
{
    const bool unlocking = !m_unlocking.id.isNull();
    const AccountId id = unlocking ? m_unlocking.id : AccountId::create();
    QDir().mkpath(m_commandLine.profile + u"/accounts"_s);
    m_signIn->setBusy(true, tr("Checking the passphrase"));
    follow(PassphraseVault::open(passphrasePath(id), passphrase), this,
           [this, unlocking, id](const Result<std::shared_ptr<PassphraseVault>> &vault) {
               if (!vault) {
                   m_signIn->showProblem(vault.error().message);
                   return;
               }
               if (unlocking) {
                   openWith(std::exchange(m_unlocking, {}), *vault, false);
                   return;
               }
               m_renewing = id; // The vault's file carries this id already.
               finishAccount(Protection::Passphrase, *vault);
           });
}

void Controller::finishAccount(Protection protection, std::shared_ptr<KeyVault> vault)
{
    const SignedIn account = m_pending;
    AccountEntry entry;
    const AccountEntry *known = m_registry.find(m_renewing);
    const bool again = known && known->server == account.server && known->person.id == account.person.id
        && m_session && m_session->entry().id == m_renewing;
    // An account whose session had ended keeps its store: unsent work is in it.
    entry.id = m_renewing ? m_renewing : AccountId::create();
    if (known && !again)
        entry.id = AccountId::create();
    entry.server = account.server;
    entry.workspace = account.workspace;
    entry.workspaceName = account.workspaceName;
    entry.person = account.person;
    entry.device = account.device;
    entry.protection = again ? known->protection : protection;
    m_renewing = {};
    follow(vault->write(entry.tokenEntry(), account.refresh.toLatin1()), this,
           [this, entry, vault, again](const Result<void> &written) {
               if (!written) {
                   m_signIn->showProblem(written.error().message);
                   return;
               }
               m_registry.put(entry);
               openWith(entry, vault, !again);
           });
}

void Controller::showAccountMenu(const QPoint &at)
{
    auto *menu = new QMenu(m_session ? m_session->window() : nullptr);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const AccountEntry &entry : m_registry.all()) {
        QAction *action = menu->addAction(entry.title() + u"   "_s + entry.server.host(), this,
                                          [this, id = entry.id] { switchTo(id); });
        action->setCheckable(true);
        action->setChecked(m_session && m_session->entry().id == entry.id);
    }
    menu->addSeparator();
    menu->addAction(icon(u"plus"_s), tr("Add an account"), this, &Controller::addAccount);
    menu->addAction(icon(u"leave"_s), tr("Sign out"), this, &Controller::askSignOut);
    menu->popup(at);
}

void Controller::switchTo(AccountId account)
{
    const AccountEntry *entry = m_registry.find(account);
    if (entry && (!m_session || m_session->entry().id != account))
        openAccount(*entry);
}

void Controller::addAccount()
{
    m_renewing = {};
    showSignIn();
    m_signIn->setCancellable(true);
}

void Controller::askSignOut()
{
    if (!m_session || !m_session->window())
        return;
    const int waiting =
        m_session->window()->models().work.waitingCount() + m_session->window()->models().work.refusedCount();
    auto *box = new QMessageBox(QMessageBox::Question, tr("Sign out"),
                                tr("Sign out of %1 on this computer?").arg(m_session->entry().workspaceName),
                                QMessageBox::NoButton, m_session->window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    QString text = tr(
        "The session on the server ends, and the key and everything stored here are destroyed. Nothing on the server is deleted.");
    if (waiting > 0)
        text = tr("%n change(s) have not reached the server and would be lost.", nullptr, waiting) + u"\n\n"_s
            + text;
    box->setInformativeText(text);
    QPushButton *out = box->addButton(tr("Sign out"), QMessageBox::DestructiveRole);
    box->addButton(tr("Stay"), QMessageBox::RejectRole);
    connect(out, &QPushButton::clicked, this, &Controller::signOutCurrent, Qt::QueuedConnection);
    box->open();
}

void Controller::signOutCurrent()
{
    if (!m_session)
        return;
    const AccountEntry entry = m_session->entry();
    const std::shared_ptr<KeyVault> vault = entry.protection == Protection::Memory ? m_memory : m_keychain;
    m_session->backend()->stop();
    follow(vault->read(entry.tokenEntry()), this, [this, entry](const Result<QByteArray> &token) {
        if (!token || token->isEmpty()) {
            forget(false);
            return;
        }
        follow(
            signOut(entry.server, QString::fromLatin1(*token), &m_ledger), this,
            [this](const Result<void> &ended) {
                if (!ended)
                    qCWarning(lcApp, "the session could not be ended on the server: code %d",
                              int(ended.error().code));
                forget(false);
                if (!ended)
                    m_signIn->showProblem(
                        tr("Everything on this computer was destroyed, but the server could not be told: %1 It ends the session by itself; to end it now, change your password.")
                            .arg(ended.error().message));
            });
    });
}

void Controller::forget(bool sayWiped)
{
    if (!m_session)
        return;
    const AccountEntry entry = m_session->entry();
    std::shared_ptr<AccountSession> leaving(m_session.release(),
                                            [](AccountSession *session) { session->deleteLater(); });
    m_registry.remove(entry.id);
    m_settings.set(u"last-account"_s, QString());
    m_settings.set(u"place"_s, QString());
    showSignIn(
        sayWiped
            ? tr("The workspace removed this account from this computer. What was stored here was destroyed.")
            : QString());
    m_signIn->setServer(entry.server.toString());
    follow(leaving->destroy(), this, [this, leaving](const Result<void> &gone) {
        if (!gone && m_signIn)
            m_signIn->showProblem(gone.error().message);
    });
}

} // namespace ChatOps
