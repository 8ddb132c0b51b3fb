// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/receipts.h"

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

Receipts::Receipts(const QByteArray &seed)
    : m_public(crypto_sign_PUBLICKEYBYTES, '\0')
    , m_secret(crypto_sign_SECRETKEYBYTES, '\0')
{
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(m_public.data()),
                             reinterpret_cast<unsigned char *>(m_secret.data()),
                             reinterpret_cast<const unsigned char *>(seed.constData()));
}

Result<Receipts> Receipts::open(Connection &db)
{
    if (sodium_init() < 0)
        return failure(ErrorCode::Internal, u"The cryptographic library does not start."_s);
    const Result<QVariant> kept = db.value(u"SELECT value FROM meta WHERE name = 'receipt_seed'"_s);
    if (!kept)
        return std::unexpected(kept.error());
    QByteArray seed = QByteArray::fromHex(kept->toString().toLatin1());
    if (seed.size() != crypto_sign_SEEDBYTES) {
        seed.resize(crypto_sign_SEEDBYTES);
        randombytes_buf(seed.data(), size_t(seed.size()));
        CHATOPS_TRY(db.run(u"INSERT INTO meta (name, value) VALUES ('receipt_seed', ?)"_s,
                           {QString::fromLatin1(seed.toHex())}));
    }
    return Receipts(seed);
}

QString Receipts::publicKey() const
{
    return QString::fromLatin1(m_public.toBase64());
}

QString Receipts::sign(const QByteArray &bytes) const
{
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr,
                         reinterpret_cast<const unsigned char *>(bytes.constData()),
                         static_cast<unsigned long long>(bytes.size()),
                         reinterpret_cast<const unsigned char *>(m_secret.constData()));
    return QString::fromLatin1(signature.toBase64());
}

} // namespace ChatOps::Server
