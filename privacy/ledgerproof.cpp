// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/ledgerproof.h"

#include <sodium.h>

namespace ChatOps {

bool isSignedBy(const QString &signingKey, const QString &signature, const QByteArray &bytes)
{
    const QByteArray key = QByteArray::fromBase64(signingKey.toLatin1());
    const QByteArray mark = QByteArray::fromBase64(signature.toLatin1());
    if (sodium_init() < 0 || key.size() != crypto_sign_PUBLICKEYBYTES || mark.size() != crypto_sign_BYTES)
        return false;
    return crypto_sign_verify_detached(reinterpret_cast<const unsigned char *>(mark.constData()),
                                       reinterpret_cast<const unsigned char *>(bytes.constData()),
                                       static_cast<unsigned long long>(bytes.size()),
                                       reinterpret_cast<const unsigned char *>(key.constData()))
        == 0;
}

QList<LedgerFault> checkLedger(const QList<ConsentRecord> &records, PersonId person,
                               const QString &signingKey)
{
    using Kind = LedgerFault::Kind;
    QList<LedgerFault> faults;
    qint64 expected = 1;
    QString previous;
    for (const ConsentRecord &record : records) {
        if (record.number == 0)
            continue;
        if (record.person != person)
            faults.append({record.number, Kind::Foreign});
        if (record.number != expected)
            faults.append({record.number, Kind::Missing});
        else if (record.previous != previous)
            faults.append({record.number, Kind::Unchained});
        if (hashOf(record) != record.hash)
            faults.append({record.number, Kind::Changed});
        if (!isSignedBy(signingKey, record.signature, QByteArray::fromHex(record.hash.toLatin1())))
            faults.append({record.number, Kind::Unsigned});
        expected = record.number + 1;
        previous = record.hash;
    }
    return faults;
}

} // namespace ChatOps
