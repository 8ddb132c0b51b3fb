// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

const QList<MigrationStep> &cacheLadder()
{
    static const QList<MigrationStep> ladder{
        {
            u"CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID"_s,
            u"CREATE TABLE person (pk INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL,"
            " handle TEXT NOT NULL, folded TEXT NOT NULL, role TEXT NOT NULL, active INTEGER NOT NULL,"
            " rev INTEGER NOT NULL)"_s,
            u"CREATE INDEX person_folded ON person (folded)"_s,
            u"CREATE INDEX person_handle ON person (handle)"_s,
            u"CREATE TABLE channel (pk INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind TEXT NOT NULL,"
            " name TEXT NOT NULL, topic TEXT NOT NULL, people TEXT NOT NULL, archived INTEGER NOT NULL,"
            " last_seq INTEGER NOT NULL, last_at INTEGER NOT NULL, rev INTEGER NOT NULL)"_s,
            // Channels this device belongs to; `mid` is the revision the membership began.
            u"CREATE TABLE scope (channel BLOB PRIMARY KEY, mid INTEGER NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE member (channel BLOB NOT NULL, person BLOB NOT NULL, mid INTEGER NOT NULL,"
            " PRIMARY KEY (channel, person)) WITHOUT ROWID"_s,
            u"CREATE TABLE read_marker (channel BLOB PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID"_s,
            // `pk` grows with the time of the message, so that the newest hits come first without a sort.
            u"CREATE TABLE message (pk INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, channel BLOB NOT NULL,"
            " seq INTEGER NOT NULL, author BLOB NOT NULL, at INTEGER NOT NULL, edited INTEGER NOT NULL,"
            " text TEXT NOT NULL, root BLOB, replies INTEGER NOT NULL, last_reply INTEGER NOT NULL,"
            " reactions TEXT NOT NULL, files TEXT NOT NULL, deleted INTEGER NOT NULL, mention INTEGER NOT NULL,"
            " rev INTEGER NOT NULL, text_rev INTEGER NOT NULL, UNIQUE (channel, seq))"_s,
            u"CREATE INDEX message_root ON message (root, seq) WHERE root IS NOT NULL"_s,
            // Ranges of sequence numbers that are on the server only.
            u"CREATE TABLE hole (channel BLOB NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,"
            " PRIMARY KEY (channel, first)) WITHOUT ROWID"_s,
            u"CREATE TABLE task (pk INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, channel BLOB, rev INTEGER NOT NULL,"
            " title TEXT NOT NULL, body TEXT NOT NULL, json TEXT NOT NULL)"_s,
            u"CREATE TABLE event (pk INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, channel BLOB, rev INTEGER NOT NULL,"
            " title TEXT NOT NULL, body TEXT NOT NULL, json TEXT NOT NULL)"_s,
            // Contentless: the text stands once, in its own table; a row is taken
            // out again by giving the index the old text.
            u"CREATE VIRTUAL TABLE message_index USING fts5 (text, content='', tokenize='unicode61 remove_diacritics 2')"_s,
            u"CREATE VIRTUAL TABLE thing_index USING fts5 (text, content='', tokenize='unicode61 remove_diacritics 2')"_s,
        },
        {
            // Consents, requests, notices, policies, rules, profiles: whole, as they came.
            u"CREATE TABLE document (kind TEXT NOT NULL, id BLOB NOT NULL, rev INTEGER NOT NULL, json TEXT NOT NULL,"
            " PRIMARY KEY (kind, id)) WITHOUT ROWID"_s,
            // A program that did not know them has passed them over: everything is loaded anew.
            u"DELETE FROM meta WHERE name IN ('epoch', 'rev')"_s,
        },
        {
            // Beginnings of words have lists of their own: without, FTS5 merges those of every word
            // that begins so, which takes as long as there are messages. `words` is indexText().
            u"DROP TABLE message_index"_s,
            u"CREATE VIRTUAL TABLE message_index USING fts5 (text, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2')"_s,
            u"INSERT INTO message_index (rowid, text) SELECT pk, words(text) FROM message"_s,
        },
        {
            // Who made it; unknown until the channel changes or is loaded again.
            u"ALTER TABLE channel ADD COLUMN creator BLOB"_s,
        },
    };
    return ladder;
}

const QList<MigrationStep> &outboxLadder()
{
    static const QList<MigrationStep> ladder{
        {
            u"CREATE TABLE operation (seq INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE,"
            " kind TEXT NOT NULL, target BLOB NOT NULL, base INTEGER NOT NULL, data TEXT NOT NULL,"
            " at INTEGER NOT NULL, state INTEGER NOT NULL DEFAULT 0, rev INTEGER NOT NULL DEFAULT 0,"
            " code TEXT NOT NULL DEFAULT '', message TEXT NOT NULL DEFAULT '', current TEXT NOT NULL DEFAULT '')"_s,
            u"CREATE TABLE outgoing_file (id BLOB PRIMARY KEY, operation BLOB NOT NULL, bytes BLOB NOT NULL)"_s,
            u"CREATE TABLE draft (channel BLOB NOT NULL, root BLOB NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL,"
            " PRIMARY KEY (channel, root)) WITHOUT ROWID"_s,
        },
        {
            // Whose revision an acknowledgement names; empty for those of before.
            u"ALTER TABLE operation ADD COLUMN epoch TEXT NOT NULL DEFAULT ''"_s,
        },
    };
    return ladder;
}

int cacheSchema()
{
    return int(cacheLadder().size());
}

Result<void> migrate(Connection &connection, const QList<MigrationStep> &ladder)
{
    const Result<QVariant> version = connection.value(u"PRAGMA user_version"_s);
    if (!version)
        return std::unexpected(version.error());
    const int have = version->toInt();
    if (have > ladder.size()) {
        return failure(
            ErrorCode::TooNew,
            QCoreApplication::translate("ChatOps",
                                        "This data was written by a newer version of ChatOps Desktop. "
                                        "Update the program to open it; nothing was changed."),
            u"schema %1, newest known %2"_s.arg(have).arg(ladder.size()));
    }
    for (int step = have; step < ladder.size(); ++step) {
        Transaction transaction(connection);
        CHATOPS_TRY(transaction.begun());
        for (const QString &statement : ladder[step])
            CHATOPS_TRY(connection.run(statement));
        CHATOPS_TRY(connection.run(u"PRAGMA user_version = %1"_s.arg(step + 1)));
        CHATOPS_TRY(transaction.commit());
    }
    return {};
}

} // namespace ChatOps
