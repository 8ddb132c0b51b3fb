// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "core/log.h"
#include "core/memoryguard.h"
#include "sync/serveraddress.h"
#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/privacypane.h"
#include "ui/widgets.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QLibraryInfo>
#include <QLocalSocket>
#include <QMenu>
#include <QNetworkProxyFactory>
#include <QThreadPool>
#include <QTimer>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int askAgain = 1'000; ///< Milliseconds.
constexpr int afterStart = 1'000; ///< Until the window has nothing to do, in milliseconds.

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
}

void installTranslation(const QString &language)
{
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language));
    else if (QLocale().language() == QLocale::C)
        QLocale::setDefault(
            QLocale(QLocale::English, QLocale::UnitedKingdom)); // The C locale writes times for machines.
    const QLocale locale;
    auto *own = new QTranslator(qApp);
    // English is a translation, too: it knows the plurals.
    if (own->load(locale, u"chatops"_s, u"_"_s, u":/i18n"_s)
        || own->load(QLocale(QLocale::English), u"chatops"_s, u"_"_s, u":/i18n"_s))
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
    connect(&profileTrouble(), &ProfileTrouble::happened, this, [this](const Error &error) {
        if (m_session && m_session->window())
            m_session->window()->say(error.message);
        else if (m_signIn)
            m_signIn->showProblem(error.message);
    });
}

Controller::~Controller()
{
    closeSession();
    for (const Reply<void> &closing : std::as_const(m_closing))
        QFuture<Result<void>>(closing).waitForFinished(); // The windows are gone by now.
    finishWrites();
}

bool Controller::claimProfile()
{
    QDir().mkpath(m_commandLine.profile);
    QFile::setPermissions(m_commandLine.profile, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_lock = std::make_unique<QLockFile>(m_commandLine.profile + u"/profile.lock"_s);
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0)) {
        if (m_lock->error() != QLockFile::LockFailedError) {
            m_profileProblem = tr("The folder %1 cannot be written.").arg(m_commandLine.profile);
            return false;
        }
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
            window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
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
        const ManagedSettings managed = readManagedSettings(m_commandLine.managed);
        QMetaObject::invokeMethod(
            this,
            [this, accounts, managed] {
                m_managed = managed;
                loaded(accounts);
            },
            Qt::QueuedConnection);
    });
    Theme::instance().findFonts();
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
                signIn(*server, {m_commandLine.name, std::exchange(m_commandLine.password, {})}, m_ledger));
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
        showSignIn();
        m_unlocking = entry;
        m_signIn->askForPassphrase(entry.title());
        return;
    }
    openWith(entry, entry.protection == Protection::Memory ? m_memory : m_keychain, false, std::nullopt);
}

void Controller::closeSession()
{
    if (!m_session)
        return;
    if (m_session->window())
        m_settings.set(u"place"_s, m_session->window()->placeState(), m_session->entry().id);
    if (m_session->store())
        m_closing.insert(m_session->entry().id, m_session->close());
    m_session.reset();
}

void Controller::openFiles(bool fresh)
{
    const AccountId id = m_session->entry().id;
    const auto closing = m_closing.constFind(id);
    if (closing == m_closing.constEnd()) {
        m_session->open(fresh, m_settings.preferences());
        return;
    }
    follow(*closing, m_session.get(), [this, id, fresh, session = m_session.get()](const Result<void> &) {
        m_closing.remove(id);
        session->open(fresh, m_settings.preferences());
    });
}

void Controller::openWith(const AccountEntry &entry, std::shared_ptr<KeyVault> vault, bool fresh,
                          const std::optional<SignedIn> &arrived)
{
    closeSession();
    m_session =
        std::make_unique<AccountSession>(entry, m_registry.directory(entry.id), std::move(vault), *m_ledger);
    AccountSession *session = m_session.get();
    if (arrived)
        session->setAccessToken(arrived->access, arrived->lifetime);
    giveUpSignIn(false);
    connect(session, &AccountSession::failed, this, [this](const Error &error) {
        qCWarning(lcApp, "account cannot be opened: code %d, %s", int(error.code), qPrintable(error.detail));
        const AccountEntry failedEntry = m_session->entry();
        // The session sends this signal; it must not go while it does.
        m_session.release()->deleteLater();
        const bool later = error.code == ErrorCode::Keychain;
        showSignIn(later ? QString() : error.message);
        m_signIn->setServer(failedEntry.server.toString());
        m_signIn->setName(failedEntry.person.handle);
        if (later) {
            m_locked = failedEntry.id;
            m_signIn->offerRetry(failedEntry.title(), error.message);
        }
    });
    connect(session, &AccountSession::wipeRequested, this, [this, session] {
        const auto removed = [this] {
            wipe(tr(
                "The workspace removed this account from this computer. What was stored here was destroyed."));
        };
        // Whoever deletes the account here is told by the answer to that, with its receipt; the
        // server's word to every device may be faster.
        if (session->window() && session->window()->isErasing())
            connect(session->window(), &MainWindow::erasureFailed, this, removed, Qt::SingleShotConnection);
        else
            removed();
    });
    connect(session, &AccountSession::opened, this, [this, session] {
        MainWindow *window = session->window();
        window->gate().forbid(m_managed.forbidden);
        window->say(m_managed.problem);
        connect(window, &MainWindow::preferencesChanged, this,
                [this](const Preferences &preferences) { m_settings.setPreferences(preferences); });
        connect(window, &MainWindow::accountErased, this,
                [this](const QString &receipt) { wipe({}, receipt); });
        connect(window, &MainWindow::accountMenuRequested, this, &Controller::showAccountMenu);
        connect(window, &MainWindow::signInRequested, this, [this, window] {
            // The account is closed and opened again with the new session.
            if (!window->mayLeave([window] { Q_EMIT window->signInRequested(); }))
                return;
            const AccountEntry current = m_session->entry();
            showSignIn();
            m_signIn->setServer(current.server.toString());
            m_signIn->setName(current.person.handle);
            m_signIn->setCancellable(true);
        });
        connect(window, &MainWindow::placeChanged, this, [this, session] {
            if (session->window())
                m_settings.set(u"place"_s, session->window()->placeState(), session->entry().id);
        });
        connect(window, &MainWindow::filled, this, [this] {
            // A start frees as much as a megabyte between what stays.
            QTimer::singleShot(afterStart, this,
                               [] { QThreadPool::globalInstance()->start(giveBackFreedMemory); });
        });
        window->restorePlace(m_settings.text(u"place"_s, session->entry().id));
        if (!m_note.isEmpty())
            window->say(std::exchange(m_note, {}));
        window->showWhenFilled();
        // It stays until the other window takes its place.
        if (SignInWindow *before = m_signIn.release()) {
            before->disconnect(this);
            connect(window, &MainWindow::filled, before, &QObject::deleteLater);
            connect(window, &QObject::destroyed, before, &QObject::deleteLater);
        }
        m_settings.set(u"last-account"_s, session->entry().id.toString());
        connect(window, &MainWindow::filled, this, &Controller::tellOrphans);
        Q_EMIT sessionOpened(session);
    });
    openFiles(fresh);
}

void Controller::showAccountMenu(const QPoint &at)
{
    auto *menu = new QMenu(m_session ? m_session->window() : nullptr);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const AccountEntry &entry : m_registry.all()) {
        if (m_leaving.contains(entry.id))
            continue;
        QAction *action = menu->addAction(plainMenuText(entry.title() + u"   "_s + entry.server.authority()),
                                          this, [this, id = entry.id] { switchTo(id); });
        action->setCheckable(true);
        action->setChecked(m_session && m_session->entry().id == entry.id);
    }
    menu->addSeparator();
    menu->addAction(icon(u"plus"_s), tr("Add an account"), this, &Controller::addAccount);
    if (m_session && m_session->entry().protection == Protection::Passphrase)
        menu->addAction(icon(u"lock"_s), tr("Lock"), this, &Controller::lock);
    menu->addAction(icon(u"leave"_s), tr("Sign out"), this, &Controller::askSignOut);
    menu->popup(at);
}

bool Controller::mayLeave(const std::function<void()> &later)
{
    return !m_session || !m_session->window() || m_session->window()->mayLeave(later);
}

void Controller::lock()
{
    if (!m_session || m_session->entry().protection != Protection::Passphrase)
        return;
    if (!mayLeave([this] { lock(); }))
        return;
    const AccountEntry entry = m_session->entry();
    closeSession();
    openAccount(entry);
}

void Controller::switchTo(AccountId account)
{
    const AccountEntry *entry = m_registry.find(account);
    if (!entry || (m_session && m_session->entry().id == account))
        return;
    if (mayLeave([this, account] { switchTo(account); }))
        openAccount(*entry);
}

void Controller::addAccount()
{
    // Signing in closes the account that is open.
    if (!mayLeave([this] { addAccount(); }))
        return;
    showSignIn();
    m_signIn->setCancellable(true);
}

void Controller::askSignOut()
{
    if (!m_session || !m_session->window())
        return;
    const int waiting =
        m_session->window()->models().work.waitingCount() + m_session->window()->models().work.refusedCount();
    QString text = tr(
        "The session on the server ends, and the key and everything stored here are destroyed. Nothing on the server is deleted.");
    if (waiting > 0)
        text = tr("%n change(s) have not reached the server and would be lost.", nullptr, waiting) + u"\n\n"_s
            + text;
    QMessageBox *box =
        makePlainBox(QMessageBox::Question, tr("Sign out"),
                     tr("Sign out of %1 on this computer?").arg(m_session->entry().workspaceName), text,
                     m_session->window());
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
    if (m_session->backend())
        m_session->backend()->stop();
    const auto cannotTell = [this](const Error &error) {
        qCWarning(lcApp, "the session could not be ended on the server: code %d", int(error.code));
        forget(
            tr("Everything on this computer was destroyed, but the server could not be told: %1 It ends the session by itself; to end it now, change your password.")
                .arg(error.message));
    };
    follow(m_session->vault()->read(entry.tokenEntry()), this,
           [this, entry, cannotTell](const Result<QByteArray> &token) {
               if (!token || token->isEmpty()) {
                   cannotTell(token ? Error{ErrorCode::Keychain, tr("The session's secret is gone."), {}}
                                    : token.error());
                   return;
               }
               follow(signOut(entry.server, QString::fromLatin1(*token), m_ledger), this,
                      [this, cannotTell](const Result<void> &ended) {
                          if (ended)
                              forget({});
                          else
                              cannotTell(ended.error());
                      });
           });
}

void Controller::wipe(const QString &note, const QString &receipt)
{
    if (!m_session)
        return;
    const AccountEntry entry = m_session->entry();
    if (m_session->backend())
        m_session->backend()->stop();
    if (!receipt.isEmpty()) {
        m_farewell = std::make_unique<Farewell>(entry.workspaceName, receipt);
        m_farewell->show();
        askForReceipt(entry.server, receipt);
    }
    // The token proves to the server which device it is that holds nothing any more; it
    // is in memory from here on and opens nothing.
    follow(
        m_session->vault()->read(entry.tokenEntry()), this,
        [this, entry, note](const Result<QByteArray> &token) {
            forget(note, [this, entry, token](const Result<void> &gone) {
                if (m_farewell)
                    m_farewell->setLocal(gone ? tr("The key and everything on this computer are destroyed.")
                                              : gone.error().message,
                                         gone.has_value());
                if (gone && token && !token->isEmpty())
                    follow(confirmWiped(entry.server, QString::fromLatin1(*token), m_ledger), this,
                           [](const Result<void> &told) {
                               if (!told)
                                   qCWarning(lcApp,
                                             "the server could not be told that this device holds nothing");
                           });
            });
        });
}

void Controller::askForReceipt(const QUrl &server, const QString &number)
{
    follow(fetchReceipt(server, number, m_ledger), this,
           [this, server, number](const Result<QJsonObject> &receipt) {
               if (!m_farewell || !m_farewell->isVisible())
                   return;
               if (receipt)
                   m_farewell->setReceipt(*receipt);
               else
                   m_farewell->setProblem(receipt.error().message);
               const bool settled = receipt && m_farewell->isComplete()
                   && receipt->value("devices_confirmed"_L1) == receipt->value("devices"_L1);
               if (!settled)
                   QTimer::singleShot(askAgain, this,
                                      [this, server, number] { askForReceipt(server, number); });
           });
}

void Controller::forget(const QString &note, const std::function<void(const Result<void> &)> &then)
{
    if (!m_session)
        return;
    const AccountEntry entry = m_session->entry();
    std::shared_ptr<AccountSession> leaving(m_session.release(),
                                            [](AccountSession *session) { session->deleteLater(); });
    m_settings.set(u"last-account"_s, QString());
    m_settings.set(u"place"_s, QString(), entry.id);
    // The list forgets the account when it is gone: if this ends in the middle, the
    // next start knows that there is something left.
    m_leaving.insert(entry.id);
    follow(leaving->destroy(), this, [this, leaving, then, id = entry.id](const Result<void> &gone) {
        m_registry.remove(id);
        m_leaving.remove(id);
        if (then)
            then(gone);
        if (gone)
            return;
        if (m_signIn)
            m_signIn->showProblem(gone.error().message);
        else if (m_session && m_session->window())
            m_session->window()->say(gone.error().message);
    });
    for (const AccountEntry &other : m_registry.all()) {
        if (m_leaving.contains(other.id))
            continue;
        m_note = note;
        openAccount(AccountEntry(other));
        return;
    }
    showSignIn(note);
    m_signIn->setServer(entry.server.toString());
}

} // namespace ChatOps
