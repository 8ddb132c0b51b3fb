// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accountregistry.h"
#include "app/accountsession.h"
#include "app/commandline.h"
#include "app/settings.h"
#include "store/keychainvault.h"
#include "store/passphrasevault.h"
#include "sync/signin.h"
#include "ui/signinwindow.h"

#include <QLocalServer>
#include <QLockFile>

namespace ChatOps {

/// The composition root: knows every room, wires them, owns the accounts.
class Controller final : public QObject {
    Q_OBJECT
public:
    explicit Controller(CommandLine commandLine, QObject *parent = nullptr);
    ~Controller() override;

    /// False when another program has the profile; it was asked to show itself.
    [[nodiscard]] bool claimProfile();
    void start();

    [[nodiscard]] AccountSession *session() const { return m_session.get(); }
    [[nodiscard]] SignInWindow *signInWindow() const { return m_signIn.get(); }
    [[nodiscard]] const AccountRegistry &registry() const { return m_registry; }
    /// Where secrets are kept instead of the system's keychain; for tests.
    void setKeychain(std::shared_ptr<KeyVault> vault) { m_keychain = std::move(vault); }
    void switchTo(AccountId account);
    void addAccount();
    void signOutCurrent();
    void askSignOut();

Q_SIGNALS:
    void sessionOpened(ChatOps::AccountSession *session);
    void signInShown(ChatOps::SignInWindow *window);

private:
    void loaded(const Result<void> &accounts);
    void openAccount(const AccountEntry &entry);
    void openWith(const AccountEntry &entry, std::shared_ptr<KeyVault> vault, bool fresh);
    void showSignIn(const QString &problem = {});
    void beginSignIn(const Reply<SignedIn> &reply);
    void keepAccount(const SignedIn &account);
    void finishAccount(Protection protection, std::shared_ptr<KeyVault> vault);
    void protectWithPassphrase(const QString &passphrase);
    void showAccountMenu(const QPoint &at);
    void closeSession();
    void forget(bool sayWiped);
    [[nodiscard]] QString passphrasePath(AccountId id) const;

    CommandLine m_commandLine;
    Settings m_settings;
    AccountRegistry m_registry;
    NetworkLedger m_ledger;
    std::shared_ptr<KeyVault> m_keychain;
    std::shared_ptr<KeyVault> m_memory = std::make_shared<MemoryVault>();
    std::unique_ptr<SignInWindow> m_signIn;
    std::unique_ptr<AccountSession> m_session;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer m_instance;
    SignedIn m_pending; ///< Signed in, not yet kept.
    AccountEntry m_unlocking;
    AccountId m_renewing; ///< The account that signs in again.
};

/// Sets the theme, translations and locale-independent basics of the process.
void prepareProcess();
/// Loads the translation of `language`, or of the system's when it is empty.
void installTranslation(const QString &language);

} // namespace ChatOps
