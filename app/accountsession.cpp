// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accountsession.h"

#include "core/inpool.h"
#include "core/log.h"
#include "ui/theme.h"

#include <QDir>
#include <QThread>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

AccountSession::AccountSession(AccountEntry entry, QString directory, std::shared_ptr<KeyVault> vault,
                               NetworkLedger &ledger, QObject *parent)
    : QObject(parent)
    , m_entry(std::move(entry))
    , m_directory(std::move(directory))
    , m_vault(std::move(vault))
    , m_ledger(ledger)
{
}

namespace {

/// For work in the pool. The ports of a store are objects of this thread, and replies to them may
/// be under way here: whoever lets go of the store last, it is destroyed in this thread.
std::shared_ptr<Store> shared(std::unique_ptr<Store> store)
{
    if (!store)
        return nullptr;
    auto *home = new QObject;
    return {store.release(), [home](Store *last) {
                std::shared_ptr<Store> owner(last);
                if (home->thread() == QThread::currentThread()) {
                    delete home;
                    return;
                }
                // Dropped with the event where no loop runs any more.
                QMetaObject::invokeMethod(
                    home, [home, owner] { home->deleteLater(); }, Qt::QueuedConnection);
            }};
}

} // namespace

AccountSession::~AccountSession()
{
    (void)close();
}

Reply<void> AccountSession::close()
{
    m_making.reset();
    m_window.reset();
    m_backend.reset();
    if (!m_store)
        return ready<void>({});
    return inPool([store = shared(std::move(m_store))]() -> Result<void> {
        store->close();
        return {};
    });
}

void AccountSession::setAccessToken(const QString &access, qint64 lifetime)
{
    m_access = access;
    m_lifetime = lifetime;
}

QString AccountSession::keyPlace() const
{
    switch (m_entry.protection) {
    case Protection::Keychain:
        return tr("the system's keychain");
    case Protection::Passphrase:
        return tr("a file sealed with your passphrase");
    case Protection::Memory:
        break;
    }
    return tr("memory");
}

void AccountSession::open(bool fresh, const Preferences &preferences)
{
    m_preferences = preferences;
    if (m_entry.protection == Protection::Memory) {
        openStore(Secret());
        return;
    }
    if (fresh) {
        const auto key = std::make_shared<Secret>(Secret::random());
        follow(m_vault->write(m_entry.keyEntry(), QByteArray(key->view().data(), key->view().size())), this,
               [this, key](const Result<void> &written) {
                   if (written)
                       openStore(std::move(*key));
                   else
                       Q_EMIT failed(written.error());
               });
        return;
    }
    follow(m_vault->read(m_entry.keyEntry()), this, [this](const Result<QByteArray> &key) {
        if (key && !key->isEmpty())
            openStore(Secret(QByteArray(key->constData(), key->size())));
        else
            Q_EMIT failed(
                key ? Error{ErrorCode::WrongKey,
                            tr("The key of this account is not in the keychain, so what is stored here cannot be read. Sign in again to load it anew; what is stored stays until you destroy it."),
                            {}}
                    : key.error());
    });
}

void AccountSession::openStore(Secret key)
{
    m_store = std::make_unique<Store>(
        Store::Options{m_entry.protection == Protection::Memory ? QString() : m_directory});
    m_store->awaitOpening();
    follow(m_store->open(std::move(key)), this, [this](const Result<Store::Opened> &outcome) {
        if (!m_store)
            return; // Closed meanwhile.
        if (outcome)
            showWindow(*outcome);
        else
            Q_EMIT failed(outcome.error());
    });
    // While the store's threads open it.
    Theme::instance().warmUp();
    makeWindow();
}

void AccountSession::makeWindow()
{
    m_backend = std::make_unique<HubBackend>(
        HubBackend::Options{m_entry.server, m_entry.workspace, m_entry.device, m_entry.tokenEntry()},
        *m_store->replica(), *m_store->outbox(), *m_vault, &m_ledger);
    if (!m_access.isEmpty())
        m_backend->setAccessToken(m_access, m_lifetime);
    connect(m_backend.get(), &Backend::wipeRequested, this, &AccountSession::wipeRequested);
    connect(m_backend.get(), &HubBackend::sessionNotKept, this, &AccountSession::tellNotKept);
    connect(m_backend.get(), &HubBackend::sessionKept, this, [this] {
        if (std::exchange(m_notKept, false) && m_window)
            m_window->say(tr("The session is kept in the keychain again."), false);
    });
    const Account account{m_store->cache(),  m_store->outbox(),     m_backend.get(),
                          m_entry.workspace, m_entry.workspaceName, m_entry.person};
    m_making = std::make_unique<MainWindow>(
        account, m_ledger, MainWindow::Options{m_entry.server.toString(), keyPlace(), m_preferences});
}

void AccountSession::tellNotKept(const Error &error)
{
    qCWarning(lcApp, "the session cannot be kept: %s", qPrintable(error.detail));
    m_notKept = true;
    if (m_window)
        m_window->say(
            tr("%1 Until then this session is in memory only: after the next start you would have to sign in again. What is stored here is not touched.")
                .arg(error.message),
            tr("Try again"), [this] { m_backend->keepSession(); });
}

void AccountSession::showWindow(const Store::Opened &outcome)
{
    m_window = std::move(m_making);
    connect(m_store->cache(), &Cache::failed, this, [this](const Error &error) {
        if (error.code == ErrorCode::Damaged)
            handleDamage();
    });
    if (!outcome.cacheSetAside.isEmpty())
        m_window->say(tr(
            "The stored copy of the workspace was damaged. It was set aside and is loaded anew from the server; what you had not sent yet is kept."));
    if (outcome.outboxIncomplete)
        m_window->say(
            tr("Both files with your unsent changes were damaged and were set aside: %1. Changes that had not reached the server may be missing.")
                .arg(outcome.outboxSetAside));
    else if (!outcome.outboxSetAside.isEmpty())
        m_window->say(
            tr("A file with your unsent changes was damaged and was set aside: %1. Its copy is whole; nothing is missing. The disk of this computer may be failing.")
                .arg(outcome.outboxSetAside));
    m_backend->start();
    Q_EMIT opened();
}

void AccountSession::handleDamage()
{
    if (std::exchange(m_rebuilding, true))
        return;
    m_backend->stop();
    follow(m_vault->read(m_entry.keyEntry()), this, [this](const Result<QByteArray> &key) {
        if (!key || key->isEmpty()) {
            m_rebuilding = false;
            m_window->say(
                tr("The stored copy of the workspace is damaged and cannot be set aside without its key: %1")
                    .arg(key ? tr("the key is gone.") : key.error().message),
                tr("Try again"), [this] { handleDamage(); });
            m_backend->start();
            return;
        }
        follow(
            m_store->rebuildCache(Secret(QByteArray(key->constData(), key->size()))), this,
            [this](const Result<QString> &aside) {
                m_rebuilding = false;
                if (!aside) {
                    m_window->say(aside.error().message);
                    return;
                }
                m_window->say(tr(
                    "The stored copy of the workspace was damaged. It was set aside and is loaded anew from the server; what you had not sent yet is kept."));
                m_backend->start();
            });
    });
}

Reply<void> AccountSession::destroy()
{
    m_making.reset();
    m_window.reset();
    m_backend.reset();
    // Closing waits for the store's threads; that is not for this one.
    const auto removeFiles = [store = shared(std::move(m_store)), directory = m_directory]() -> Result<void> {
        const Result<void> gone = store ? store->destroy() : Result<void>();
        const Result<void> cleared = directory.isEmpty() ? Result<void>() : removeFolder(directory);
        return gone ? cleared : gone;
    };
    return m_entry.protection == Protection::Memory ? inPool(removeFiles)
                                                    : destroyStored(*m_vault, m_entry, this, removeFiles);
}

Result<void> removeFolder(const QString &directory)
{
    if (QDir(directory).removeRecursively())
        return {};
    return failure(ErrorCode::Storage, AccountSession::tr("Not every file of the account could be removed."));
}

Reply<void> destroyStored(KeyVault &vault, const AccountEntry &entry, QObject *context,
                          const std::function<Result<void>()> &removeFiles)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    // The key first: without it the files are noise, whatever happens next.
    follow(vault.remove(entry.keyEntry()), context, [=, &vault](const Result<void> &keyGone) {
        follow(vault.remove(entry.tokenEntry()), context, [=](const Result<void> &) {
            follow(inPool(removeFiles), context, [=](const Result<void> &gone) {
                promise->addResult(keyGone ? gone : keyGone);
                promise->finish();
            });
        });
    });
    return promise->future();
}

} // namespace ChatOps
