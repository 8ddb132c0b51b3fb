// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities.h"
#include "core/result.h"

#include <QSet>
#include <QUrl>

#include <optional>

namespace ChatOps {

/// How an account's secrets are kept.
enum class Protection { Keychain, Passphrase, Memory };

/// An account on this computer: where it is, not what is in it.
struct AccountEntry {
    AccountId id;
    QUrl server;
    WorkspaceId workspace;
    QString workspaceName;
    Person person;
    DeviceId device;
    Protection protection = Protection::Keychain;

    /// Names in the keychain.
    [[nodiscard]] QString keyEntry() const { return id.toString() + QStringLiteral("/store"); }
    [[nodiscard]] QString tokenEntry() const { return id.toString() + QStringLiteral("/session"); }
    [[nodiscard]] QString title() const { return person.name + QStringLiteral(", ") + workspaceName; }
};

/// The list of accounts in `accounts.json`. Accounts that store nothing are
/// only in memory.
class AccountRegistry {
public:
    explicit AccountRegistry(QString profile);
    /// Blocks on the disk: call it from a worker. A damaged list is an error;
    /// the file is set aside as `accounts.json.damaged`.
    [[nodiscard]] Result<void> load();
    [[nodiscard]] const QList<AccountEntry> &all() const { return m_entries; }
    [[nodiscard]] const AccountEntry *find(AccountId id) const;
    /// The same person in the same workspace on the same server.
    [[nodiscard]] const AccountEntry *find(const QUrl &server, WorkspaceId workspace, PersonId person) const;
    void put(const AccountEntry &entry);
    void remove(AccountId id);
    /// The account's own folder.
    [[nodiscard]] QString directory(AccountId id) const;

    /// A store without an account: left behind by a crash while it was removed, by a list that was
    /// damaged, or by an earlier program that gave the account up when its key could not be read.
    struct Orphan {
        AccountId id;
        std::optional<AccountEntry> entry; ///< As it was in the list; none for stores of earlier programs.
        qint64 bytes = 0;
    };
    /// Blocks on the disk: call it from a worker, with the ids of all accounts.
    [[nodiscard]] QList<Orphan> findOrphans(const QSet<AccountId> &known) const;
    [[nodiscard]] QSet<AccountId> ids() const;

private:
    void save() const;
    QString m_profile;
    QList<AccountEntry> m_entries;
};

} // namespace ChatOps
