// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/plainpages.h"

#ifndef SQLITE_HAS_CODEC
#define SQLITE_HAS_CODEC // The header hides the key otherwise.
#endif
#include <sqlite3.h>

namespace ChatOps::Testing {

QByteArray plainPages(const QString &database, const QByteArray &key)
{
    sqlite3 *db = nullptr;
    QByteArray pages;
    const QByteArray raw = "x'" + key.trimmed() + "'";
    if (sqlite3_open_v2(database.toUtf8().constData(), &db, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK
        && sqlite3_key(db, raw.constData(), int(raw.size())) == SQLITE_OK
        && sqlite3_exec(db, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr) == SQLITE_OK) {
        sqlite3_int64 size = 0;
        if (unsigned char *copy = sqlite3_serialize(db, "main", &size, 0)) {
            pages = QByteArray(reinterpret_cast<const char *>(copy), qsizetype(size));
            sqlite3_free(copy);
        }
    }
    sqlite3_close_v2(db);
    return pages;
}

} // namespace ChatOps::Testing
