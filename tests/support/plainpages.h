// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace ChatOps::Testing {

/// Every page of an encrypted database as it is without the cipher: rows, indexes, and what
/// free pages still hold. `key`: 64 hexadecimal digits. Empty when it cannot be read.
[[nodiscard]] QByteArray plainPages(const QString &database, const QByteArray &key);

} // namespace ChatOps::Testing
