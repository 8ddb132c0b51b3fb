// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace ChatOps {

/// Is `signature` (base64) one of `bytes` by the key `publicKey` (base64)? Ed25519, RFC 8032.
[[nodiscard]] bool isSignedBy(const QString &publicKey, const QByteArray &bytes, const QString &signature);

/// What a signed document is signed over: its canonical form (RFC 8785) without the
/// member `signature`.
[[nodiscard]] QByteArray signedPart(QJsonObject document);
/// A document with the members `key` and `signature`. `key`: the one that is expected;
/// empty takes the document's own word, which proves only that nothing changed since.
[[nodiscard]] bool isSigned(const QJsonObject &document, const QString &key = {});

} // namespace ChatOps
