// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accountregistry.h"
#include "app/accountsession.h"
#include "app/commandline.h"
#include "app/settings.h"
#include "store/keychainvault.h"
#include "store/passphrasevault.h"
#include "sync/signin.h"
#include "ui/farewell.h"
#include "ui/leftoversdialog.h"
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
    /// Why the profile cannot be used at all; empty when it can.
    [[nodiscard]] QString profileProblem() const { return m_profileProblem; }
    void start();

    [[nodiscard]] AccountSession *session() const { return m_session.get(); }
    [[nodiscard]] SignInWindow *signInWindow() const { return m_signIn.get(); }
    [[nodiscard]] Farewell *farewell() const { return m_farewell.get(); }
    [[nodiscard]] const AccountRegistry &registry() const { return m_registry; }
    /// Where secrets are kept instead of the system's keychain; for tests.
    void setKeychain(std::shared_ptr<KeyVault> vault) { m_keychain = std::move(vault); }
    /// Closes a passphrase account and asks for the passphrase again; others have
    /// nothing to ask for, and stay open.
    void lock();
    void switchTo(AccountId account);
    void addAccount();
    void signOutCurrent();
    void askSignOut();

Q_SIGNALS:
    void sessionOpened(ChatOps::AccountSession *session);
    void signInShown(ChatOps::SignInWindow *window);

private:
    /// See MainWindow::mayLeave; nothing is lost where no account is open.
    [[nodiscard]] bool mayLeave(const std::function<void()> &later);
    void loaded(const Result<void> &accounts);
    void openAccount(const AccountEntry &entry);
    /// `arrived`: whose session was made a moment ago, to save a refresh.
    void openWith(const AccountEntry &entry, std::shared_ptr<KeyVault> vault, bool fresh,
                  const std::optional<SignedIn> &arrived);
    void showSignIn(const QString &problem = {});
    /// Forgets who has arrived; answers still on their way change nothing.
    void giveUpSignIn(bool endSession);
    /// A session nobody will use must not stay open on the server.
    void endUnused(const SignedIn &account);
    /// Like `follow`, but drops the answer once the sign-in was given up.
    template <typename T, typename Done>
    void followAttempt(const Reply<T> &reply, Done done);
    void beginSignIn(const Reply<SignedIn> &reply);
    void keepAccount(const SignedIn &account);
    void chooseKeyPlace(const SignedIn &account);
    /// Is a store on this computer that person's, whose account is not in the list? Then it is taken up
    /// again, with what was not sent; otherwise a new one is made.
    void rescueOrBegin(const SignedIn &account);
    void rescueNext(const SignedIn &account, QList<AccountRegistry::Orphan> orphans);
    /// Looks for stores without an account, beside this thread.
    void findOrphans(const std::function<void(const QList<AccountRegistry::Orphan> &)> &then);
    /// At the start: what was left behind is offered.
    void tellOrphans();
    void describeNext(QList<AccountRegistry::Orphan> orphans,
                      const std::shared_ptr<QList<Leftover>> &described);
    void showLeftovers();
    void destroyOrphan(AccountId id, const std::function<void(const Result<void> &)> &then);
    void protectWithPassphrase(const QString &passphrase);
    void adopt(AccountEntry entry, const std::shared_ptr<KeyVault> &vault, const SignedIn &account);
    void finishNew(AccountId id, Protection protection, const std::shared_ptr<KeyVault> &vault,
                   const SignedIn &account);
    void keepToken(const AccountEntry &entry, const std::shared_ptr<KeyVault> &vault, const SignedIn &account,
                   bool fresh);
    void showAccountMenu(const QPoint &at);
    void closeSession();
    /// Opens the current session once no other one has its files.
    void openFiles(bool fresh);
    /// Destroys what is stored of the open account, then shows another one, or the
    /// sign-in window, with a note.
    void forget(const QString &note, const std::function<void(const Result<void> &)> &then = {});
    /// The server has ended the account: key, then files, then word to the server that they
    /// are gone. `receipt`: what to show the person, if they asked for it here.
    void wipe(const QString &note, const QString &receipt = {});
    void askForReceipt(const QUrl &server, const QString &number);
    [[nodiscard]] QString passphrasePath(AccountId id) const;

    CommandLine m_commandLine;
    Settings m_settings;
    ManagedSettings m_managed;
    AccountRegistry m_registry;
    std::shared_ptr<NetworkLedger> m_ledger = std::make_shared<NetworkLedger>();
    std::shared_ptr<KeyVault> m_keychain;
    std::shared_ptr<KeyVault> m_memory = std::make_shared<MemoryVault>();
    std::unique_ptr<SignInWindow> m_signIn;
    std::unique_ptr<AccountSession> m_session;
    std::unique_ptr<Farewell> m_farewell;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer m_instance;
    std::optional<SignedIn> m_arrived; ///< Signed in, not yet kept.
    quint64 m_attempt = 0;
    QHash<AccountId, Reply<void>> m_closing; ///< Whose files are still being closed.
    QSet<AccountId> m_leaving; ///< Being destroyed; still in the list until that is done.
    AccountEntry m_unlocking;
    AccountId m_locked; ///< Could not be opened because the keychain was locked.
    QString m_note; ///< For the next window.
    QString m_profileProblem;
};

template <typename T, typename Done>
void Controller::followAttempt(const Reply<T> &reply, Done done)
{
    follow(reply, this, [this, attempt = m_attempt, done = std::move(done)](const Result<T> &result) {
        if (attempt == m_attempt && m_signIn)
            done(result);
    });
}

/// Sets the theme, translations and locale-independent basics of the process.
void prepareProcess();
/// Loads the translation of `language`, or of the system's when it is empty.
void installTranslation(const QString &language);

} // namespace ChatOps
