/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <stdio.h>

int main(void)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    int missing = 1;
    if (sqlite3_open(":memory:", &db) == SQLITE_OK
        && sqlite3_prepare_v2(db, "PRAGMA cipher_version", -1, &statement, NULL) == SQLITE_OK
        && sqlite3_step(statement) == SQLITE_ROW) {
        printf("%s", (const char *)sqlite3_column_text(statement, 0));
        missing = 0;
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return missing;
}
