// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/driver/connection.h"

namespace ChatOps::Server {

/// The server's key for receipts: Ed25519 (RFC 8032). Its seed stands in the encrypted
/// database and is made at first use, in the caller's transaction.
class Receipts {
public:
    [[nodiscard]] static Result<Receipts> open(Connection &db);

    /// Base64.
    [[nodiscard]] QString publicKey() const;
    /// Of `bytes`, base64.
    [[nodiscard]] QString sign(const QByteArray &bytes) const;

private:
    explicit Receipts(const QByteArray &seed);
    QByteArray m_public;
    QByteArray m_secret;
};

} // namespace ChatOps::Server
