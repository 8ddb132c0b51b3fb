// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy.h"

namespace ChatOps {

/// What is wrong with one record of a consent ledger.
struct LedgerFault {
    enum class Kind {
        Changed, ///< Its contents do not have the hash it carries.
        Unsigned, ///< The signature is not the server's over that hash.
        Unchained, ///< It does not name the hash of the record before.
        Missing, ///< A number is left out, or given twice.
        Foreign, ///< It speaks of another person.
    };
    qint64 number = 0;
    Kind kind = Kind::Changed;

    friend bool operator==(const LedgerFault &, const LedgerFault &) = default;
};

/// Checks a person's ledger without a network: numbers from 1, hashes, chain, signatures
/// (Ed25519, RFC 8032). `signingKey`: the server's, base64. Records that wait to be sent
/// (number 0) are not part of it yet. In the order of the records.
[[nodiscard]] QList<LedgerFault> checkLedger(const QList<ConsentRecord> &records, PersonId person,
                                             const QString &signingKey);
/// Is `signature` (base64) the key's (base64) over `bytes`?
[[nodiscard]] bool isSignedBy(const QString &signingKey, const QString &signature, const QByteArray &bytes);

} // namespace ChatOps
