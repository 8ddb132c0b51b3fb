// SPDX-License-Identifier: GPL-3.0-or-later
#include "pack/signing.h"

#include "core/jsonguard.h"

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

bool isSignedBy(const QString &publicKey, const QByteArray &bytes, const QString &signature)
{
    const QByteArray key = QByteArray::fromBase64(publicKey.toLatin1());
    const QByteArray made = QByteArray::fromBase64(signature.toLatin1());
    return sodium_init() >= 0 && key.size() == crypto_sign_PUBLICKEYBYTES && made.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(reinterpret_cast<const unsigned char *>(made.constData()),
                                       reinterpret_cast<const unsigned char *>(bytes.constData()),
                                       static_cast<unsigned long long>(bytes.size()),
                                       reinterpret_cast<const unsigned char *>(key.constData()))
        == 0;
}

QByteArray signedPart(QJsonObject document)
{
    document.remove("signature"_L1);
    return toJson(document);
}

bool isSigned(const QJsonObject &document, const QString &key)
{
    const QString named = document.value("key"_L1).toString();
    return (key.isEmpty() || key == named)
        && isSignedBy(named, signedPart(document), document.value("signature"_L1).toString());
}

} // namespace ChatOps
