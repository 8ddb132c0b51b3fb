/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a plain C program does with the rows the store writes, and with the queries it
 * answers, on the same library: the reference of `ingest`, `catch-up`, `search` and `operations`.
 *
 *   bare-rows insert DATABASE KEY SCHEMA ROWS PER-TRANSACTION   prints seconds
 *   bare-rows search DATABASE KEY QUERIES                       prints milliseconds, a line each
 *   bare-rows repeat SERVER-DATABASE DATABASE KEY REV PER-TRANSACTION
 *     writes what posts after that revision wrote, durably; prints seconds
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

/* All rows of a question, read before the clock runs. */
struct table {
    sqlite3_value **values;
    int rows;
    int columns;
    sqlite3_stmt *insert;
};

static struct table read_table(const char *name, int64_t rev)
{
    char sql[256];
    struct table t = {NULL, 0, 0, NULL};
    sqlite3_stmt *all;
    snprintf(sql, sizeof sql, "SELECT * FROM source.%s WHERE rev > ? ORDER BY rev", name);
    if (sqlite3_prepare_v2(db, sql, -1, &all, NULL) != SQLITE_OK)
        die(sql);
    sqlite3_bind_int64(all, 1, rev);
    t.columns = sqlite3_column_count(all);
    int room = 0;
    while (sqlite3_step(all) == SQLITE_ROW) {
        if (t.rows == room) {
            room = room ? 2 * room : 1024;
            t.values = realloc(t.values, sizeof *t.values * (size_t)room * (size_t)t.columns);
            if (!t.values)
                die("memory");
        }
        for (int i = 0; i < t.columns; ++i)
            t.values[t.rows * t.columns + i] = sqlite3_value_dup(sqlite3_column_value(all, i));
        ++t.rows;
    }
    sqlite3_finalize(all);
    return t;
}

static void prepare_insert(struct table *t, const char *name)
{
    char sql[256];
    int at = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?", name);
    for (int i = 1; i < t->columns; ++i)
        at += snprintf(sql + at, sizeof sql - (size_t)at, ", ?");
    snprintf(sql + at, sizeof sql - (size_t)at, ")");
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &t->insert, NULL) != SQLITE_OK)
        die(sql);
}

static void write_row(struct table *t, int row)
{
    if (row >= t->rows)
        return;
    for (int i = 0; i < t->columns; ++i)
        sqlite3_bind_value(t->insert, i + 1, t->values[row * t->columns + i]);
    step(t->insert);
}

static void repeat(const char *source, const char *key, int64_t rev, int per_transaction)
{
    char sql[4096];
    run("PRAGMA synchronous = FULL");
    snprintf(sql, sizeof sql, "ATTACH '%s' AS source KEY \"x'%.64s'\"", source, key);
    run(sql);
    sqlite3_stmt *schema;
    if (sqlite3_prepare_v2(db,
                           "SELECT sql FROM source.sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC", -1,
                           &schema, NULL)
        != SQLITE_OK)
        die("schema");
    while (sqlite3_step(schema) == SQLITE_ROW)
        run((const char *)sqlite3_column_text(schema, 0));
    sqlite3_finalize(schema);
    run("INSERT INTO workspace SELECT * FROM source.workspace");
    run("INSERT INTO person SELECT * FROM source.person");
    run("INSERT INTO channel SELECT * FROM source.channel");
    run("INSERT INTO member SELECT * FROM source.member");
    struct table messages = read_table("message", rev);
    struct table log = read_table("log", rev);
    struct table applied = read_table("applied", rev);
    run("DETACH source");
    prepare_insert(&messages, "message");
    prepare_insert(&log, "log");
    prepare_insert(&applied, "applied");
    sqlite3_stmt *channel;
    sqlite3_stmt *workspace;
    if (sqlite3_prepare_v3(db, "UPDATE channel SET last_seq = last_seq + 1, last_at = ?, rev = ? WHERE id = ?",
                           -1, SQLITE_PREPARE_PERSISTENT, &channel, NULL)
            != SQLITE_OK
        || sqlite3_prepare_v3(db, "UPDATE workspace SET rev = ?", -1, SQLITE_PREPARE_PERSISTENT, &workspace,
                              NULL)
            != SQLITE_OK)
        die("prepare");
    const int most = log.rows > messages.rows ? log.rows : messages.rows;
    double began = now();
    for (int i = 0; i < most; ++i) {
        if (i % per_transaction == 0)
            run("BEGIN IMMEDIATE");
        write_row(&messages, i);
        write_row(&log, i);
        write_row(&applied, i);
        if (i < messages.rows) { /* id, channel, seq, author, at, … */
            sqlite3_bind_value(channel, 1, messages.values[i * messages.columns + 4]);
            sqlite3_bind_int64(channel, 2, rev + i);
            sqlite3_bind_value(channel, 3, messages.values[i * messages.columns + 1]);
            step(channel);
        }
        sqlite3_bind_int64(workspace, 1, rev + i + 1);
        step(workspace);
        if (i % per_transaction == per_transaction - 1 || i + 1 == most)
            run("COMMIT");
    }
    printf("%.6f %d\n", now() - began, messages.rows);
    sqlite3_finalize(messages.insert);
    sqlite3_finalize(log.insert);
    sqlite3_finalize(applied.insert);
    sqlite3_finalize(channel);
    sqlite3_finalize(workspace);
}

int main(int argc, char **argv)
{
    if (argc == 7 && strcmp(argv[1], "insert") == 0) {
        open_database(argv[2], argv[3]);
        insert(argv[4], argv[5], atoi(argv[6]));
    } else if (argc == 5 && strcmp(argv[1], "search") == 0) {
        open_database(argv[2], argv[3]);
        search(argv[4]);
    } else if (argc == 7 && strcmp(argv[1], "repeat") == 0) {
        open_database(argv[3], argv[4]);
        repeat(argv[2], argv[4], atoll(argv[5]), atoi(argv[6]));
    } else {
        fprintf(stderr, "usage: bare-rows insert DATABASE KEY SCHEMA ROWS PER-TRANSACTION\n"
                        "       bare-rows search DATABASE KEY QUERIES\n"
                        "       bare-rows repeat SERVER-DATABASE DATABASE KEY REV PER-TRANSACTION\n");
        return 2;
    }
    return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
