/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a plain C program does with the rows the store writes, and with the queries it
 * answers, on the same library: the reference of `ingest`, `catch-up` and `search`.
 *
 *   bare-rows insert DATABASE KEY SCHEMA ROWS PER-TRANSACTION   prints seconds
 *   bare-rows search DATABASE KEY QUERIES                       prints milliseconds, a line each
 *
 * KEY is 64 hexadecimal digits, or "-" for a file that is not encrypted.
 */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3 *db;

static void die(const char *what)
{
    fprintf(stderr, "bare-rows: %s: %s\n", what, db ? sqlite3_errmsg(db) : "");
    exit(1);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void run(const char *sql)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        die(sql);
}

static char *contents(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        die(path);
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    char *bytes = malloc((size_t)length + 1);
    if (length < 0 || !bytes || fread(bytes, 1, (size_t)length, file) != (size_t)length)
        die(path);
    bytes[length] = 0;
    fclose(file);
    if (size)
        *size = (size_t)length;
    return bytes;
}

static void open_database(const char *path, const char *key)
{
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL)
        != SQLITE_OK)
        die(path);
    if (strcmp(key, "-") != 0) {
        char pragma[128];
        snprintf(pragma, sizeof pragma, "PRAGMA key = \"x'%.64s'\"", key);
        run(pragma);
    }
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = NORMAL");
    run("PRAGMA temp_store = MEMORY");
    run("PRAGMA secure_delete = ON");
}

/* A row: at, seq, rev, key (64 bits each), id, channel, author (16 bytes each), then the
 * text and its words for the index, each with its length (32 bits) before it. */
struct reader {
    const char *at;
    const char *end;
};

static int64_t number(struct reader *in)
{
    int64_t value;
    memcpy(&value, in->at, sizeof value);
    in->at += sizeof value;
    return value;
}

static const char *bytes(struct reader *in, uint32_t *size)
{
    memcpy(size, in->at, sizeof *size);
    const char *text = in->at + sizeof *size;
    in->at = text + *size;
    return text;
}

static void step(sqlite3_stmt *statement)
{
    if (sqlite3_step(statement) != SQLITE_DONE)
        die("step");
    sqlite3_reset(statement);
}

static void insert(const char *schema, const char *rows, int per_transaction)
{
    size_t size = 0;
    char *statements = contents(schema, NULL);
    run(statements);
    free(statements);
    char *all = contents(rows, &size);
    struct reader in = {all, all + size};
    sqlite3_stmt *message;
    sqlite3_stmt *index;
    if (sqlite3_prepare_v3(
            db,
            "INSERT INTO message (author, edited, text, replies, last_reply, reactions, files, deleted, mention,"
            " rev, text_rev, pk, id, channel, seq, at, root)"
            " VALUES (?, 0, ?, 0, 0, '[]', '[]', 0, 0, ?, 0, ?, ?, ?, ?, ?, NULL)",
            -1, SQLITE_PREPARE_PERSISTENT, &message, NULL)
            != SQLITE_OK
        || sqlite3_prepare_v3(db, "INSERT INTO message_index (rowid, text) VALUES (?, ?)", -1,
                              SQLITE_PREPARE_PERSISTENT, &index, NULL)
            != SQLITE_OK)
        die("prepare");
    double began = now();
    int in_transaction = 0;
    while (in.at < in.end) {
        if (in_transaction == 0)
            run("BEGIN IMMEDIATE");
        int64_t at = number(&in);
        int64_t seq = number(&in);
        int64_t rev = number(&in);
        int64_t key = number(&in);
        const char *id = in.at;
        const char *channel = id + 16;
        const char *author = channel + 16;
        in.at += 48;
        uint32_t text_size;
        uint32_t words_size;
        const char *text = bytes(&in, &text_size);
        const char *words = bytes(&in, &words_size);
        sqlite3_bind_blob(message, 1, author, 16, SQLITE_STATIC);
        sqlite3_bind_text(message, 2, text, (int)text_size, SQLITE_STATIC);
        sqlite3_bind_int64(message, 3, rev);
        sqlite3_bind_int64(message, 4, key);
        sqlite3_bind_blob(message, 5, id, 16, SQLITE_STATIC);
        sqlite3_bind_blob(message, 6, channel, 16, SQLITE_STATIC);
        sqlite3_bind_int64(message, 7, seq);
        sqlite3_bind_int64(message, 8, at);
        step(message);
        sqlite3_bind_int64(index, 1, key);
        sqlite3_bind_text(index, 2, words, (int)words_size, SQLITE_STATIC);
        step(index);
        if (++in_transaction == per_transaction) {
            run("COMMIT");
            in_transaction = 0;
        }
    }
    if (in_transaction > 0)
        run("COMMIT");
    printf("%.6f\n", now() - began);
    sqlite3_finalize(message);
    sqlite3_finalize(index);
    free(all);
}

static void search(const char *queries)
{
    char *all = contents(queries, NULL);
    sqlite3_stmt *find;
    if (sqlite3_prepare_v3(db,
                           "SELECT rowid FROM message_index WHERE message_index MATCH ? ORDER BY rowid DESC"
                           " LIMIT 50",
                           -1, SQLITE_PREPARE_PERSISTENT, &find, NULL)
        != SQLITE_OK)
        die("prepare");
    for (char *line = strtok(all, "\n"); line; line = strtok(NULL, "\n")) {
        double began = now();
        int64_t sum = 0;
        sqlite3_bind_text(find, 1, line, -1, SQLITE_STATIC);
        int code;
        while ((code = sqlite3_step(find)) == SQLITE_ROW)
            sum += sqlite3_column_int64(find, 0);
        if (code != SQLITE_DONE)
            die(line);
        sqlite3_reset(find);
        printf("%.6f %lld\n", (now() - began) * 1000, (long long)sum);
    }
    sqlite3_finalize(find);
    free(all);
}

int main(int argc, char **argv)
{
    if (argc == 7 && strcmp(argv[1], "insert") == 0) {
        open_database(argv[2], argv[3]);
        insert(argv[4], argv[5], atoi(argv[6]));
    } else if (argc == 5 && strcmp(argv[1], "search") == 0) {
        open_database(argv[2], argv[3]);
        search(argv[4]);
    } else {
        fprintf(stderr, "usage: bare-rows insert DATABASE KEY SCHEMA ROWS PER-TRANSACTION\n"
                        "       bare-rows search DATABASE KEY QUERIES\n");
        return 2;
    }
    return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
