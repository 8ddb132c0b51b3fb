// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accountregistry.h"
#include "privacy/networkledger.h"
#include "store/store.h"
#include "sync/hubbackend.h"
#include "ui/mainwindow.h"

namespace ChatOps {

/// One open account: its store, its connection, its window, in the order in
/// which they depend on each other.
class AccountSession final : public QObject {
    Q_OBJECT
public:
    AccountSession(AccountEntry entry, QString directory, std::shared_ptr<KeyVault> vault,
                   NetworkLedger &ledger, QObject *parent = nullptr);
    ~AccountSession() override;

    /// Takes the key from the vault, opens the store and makes the window meanwhile.
    /// `fresh`: a key is made; otherwise a missing key is an error.
    void open(bool fresh, const Preferences &preferences);
    void setAccessToken(const QString &access, qint64 lifetime);
    [[nodiscard]] const AccountEntry &entry() const { return m_entry; }
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] HubBackend *backend() const { return m_backend.get(); }
    [[nodiscard]] Store *store() const { return m_store.get(); }
    [[nodiscard]] const std::shared_ptr<KeyVault> &vault() const { return m_vault; }

    /// Closes window and connection, then the store, beside this thread. Answers
    /// when its files are closed; until then nobody else should open them.
    [[nodiscard]] Reply<void> close();
    /// Closes window and connection, destroys the key, then the files.
    [[nodiscard]] Reply<void> destroy();

Q_SIGNALS:
    void opened();
    void failed(const ChatOps::Error &error);
    void wipeRequested();

private:
    void openStore(Secret key);
    void makeWindow();
    void showWindow(const Store::Opened &outcome);
    void handleDamage();
    void tellNotKept(const Error &error);
    [[nodiscard]] QString keyPlace() const;

    AccountEntry m_entry;
    QString m_directory;
    std::shared_ptr<KeyVault> m_vault;
    NetworkLedger &m_ledger;
    Preferences m_preferences;
    QString m_access;
    qint64 m_lifetime = 0;
    bool m_rebuilding = false;
    bool m_notKept = false; ///< The keychain refuses the session's secret.
    std::unique_ptr<Store> m_store;
    std::unique_ptr<HubBackend> m_backend;
    std::unique_ptr<MainWindow> m_making; ///< Nobody else's until the store is open.
    std::unique_ptr<MainWindow> m_window;
};

/// Destroys what an account has on this computer: its key, its session's secret, and then, on the pool,
/// what `removeFiles` does. The key's fate decides what is told. Follows on the thread of `context`.
[[nodiscard]] Reply<void> destroyStored(KeyVault &vault, const AccountEntry &entry, QObject *context,
                                        const std::function<Result<void>()> &removeFiles);
/// With a sentence for people when something of it stays. Blocks on the disk.
[[nodiscard]] Result<void> removeFolder(const QString &directory);

} // namespace ChatOps
