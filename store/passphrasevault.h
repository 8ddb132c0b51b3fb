// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "store/driver/secret.h"

#include <QMutex>

namespace ChatOps {

/// Secrets sealed in one file with a key derived from a passphrase: Argon2id
/// (RFC 9106, libsodium's "moderate" cost), XSalsa20-Poly1305 boxes. For
/// computers without a usable keychain. The file is readable by its owner only.
class PassphraseVault final : public KeyVault, public std::enable_shared_from_this<PassphraseVault> {
public:
    static constexpr qsizetype MinPassphrase = 10;

    /// True if a vault was made at this path.
    [[nodiscard]] static bool exists(const QString &path);
    /// Opens the vault, or makes one where there is none. Derives the key on a
    /// thread of the pool. WrongKey when the passphrase is not the right one.
    [[nodiscard]] static Reply<std::shared_ptr<PassphraseVault>> open(const QString &path,
                                                                      const QString &passphrase);

    Reply<QByteArray> read(const QString &name) override;
    Reply<void> write(const QString &name, const QByteArray &secret) override;
    Reply<void> remove(const QString &name) override;

private:
    PassphraseVault(QString path, Secret key, QByteArray salt);
    [[nodiscard]] static Result<std::shared_ptr<PassphraseVault>> openNow(const QString &path,
                                                                          const QString &passphrase);
    [[nodiscard]] Result<void> save() const;
    [[nodiscard]] Result<void> writeNow(const QString &name, const QByteArray &secret);
    [[nodiscard]] Result<void> removeNow(const QString &name);

    QString m_path;
    Secret m_key;
    QByteArray m_salt;
    QMutex m_mutex;
    QHash<QString, QByteArray> m_boxes; ///< Nonce and box; opened only when read.
};

} // namespace ChatOps
