// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "store/driver/connection.h"
#include "store/driver/hotstatement.h"
#include "store/schema.h"
#include "tests/support/registry.h"
#include "tests/support/temporary.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestDriver : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    int m_serial = 0;
    DatabaseOptions options() { return {m_dir.filePath(u"%1.db"_s.arg(++m_serial)), false, false}; }

private Q_SLOTS:
    void aConnectionInAStaticLeavesNothingBehind()
    {
        // The first query of this process: what Qt makes with others must not be older. The preset `asan`
        // looks at the end.
        static const auto kept = Connection::open({u":memory:"_s}, Secret());
        VERIFY_OK(kept);
        QCOMPARE((*kept)->value(u"SELECT 7"_s)->toInt(), 7);
    }

    void keepsEveryKindOfValue()
    {
        auto db = Connection::open(options(), Secret(fixedKey()));
        VERIFY_OK(db);
        VERIFY_OK((*db)->run(u"CREATE TABLE t (a, b, c, d, e)"_s));
        const QByteArray blob("\0\1\2", 3);
        VERIFY_OK((*db)->run(u"INSERT INTO t VALUES (?, ?, ?, ?, ?)"_s,
                             {qint64(1) << 60, u"Ää\U0001F600"_s, blob, QVariant(), QByteArray("")}));
        QCOMPARE((*db)->lastInsertId(), 1);
        int rows = 0;
        VERIFY_OK((*db)->rows(u"SELECT a, b, c, d, e FROM t"_s, {}, [&](const SqlRow &row) {
            ++rows;
            [&] {
                QCOMPARE(row.integer(0), qint64(1) << 60);
                QCOMPARE(row.text(1), u"Ää\U0001F600"_s);
                QCOMPARE(row.bytes(2), blob);
                QVERIFY(row.isNull(3));
                QVERIFY(!row.isNull(4));
            }();
            return true;
        }));
        QCOMPARE(rows, 1);
    }

    void aWrongKeyIsSaidSoAndChangesNothing()
    {
        const DatabaseOptions file = options();
        {
            auto db = Connection::open(file, Secret(fixedKey()));
            VERIFY_OK(db);
            VERIFY_OK((*db)->run(u"CREATE TABLE t (a)"_s));
        }
        const auto wrong = Connection::open(file, Secret(fixedKey('x')));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::WrongKey);
        VERIFY_OK(Connection::open(file, Secret(fixedKey())));
    }

    void withoutAKeyNoFileIsOpened()
    {
        const DatabaseOptions file = options();
        QVERIFY(!Connection::open(file, Secret()));
        QVERIFY(!Connection::open(file, Secret(QByteArray(16, 'k'))));
    }

    void namesItsCipher()
    {
        auto db = Connection::open(options(), Secret(fixedKey()));
        VERIFY_OK(db);
        QVERIFY((*db)->cipher().startsWith(u"SQLCipher 4."));
        auto memory = Connection::open({u":memory:"_s, false, false}, Secret());
        VERIFY_OK(memory);
    }

    void theFileHoldsNoPlaintext()
    {
        const QString canary = u"canary-driver-5c1f"_s;
        auto db = Connection::open(options(), Secret(fixedKey()));
        VERIFY_OK(db);
        VERIFY_OK((*db)->run(u"CREATE TABLE t (a)"_s));
        for (int i = 0; i < 2000; ++i)
            VERIFY_OK((*db)->run(u"INSERT INTO t VALUES (?)"_s, {canary}));
        // A sort that would spill to a temporary file if one were allowed.
        VERIFY_OK((*db)->value(
            u"SELECT count(*) FROM (SELECT a, row_number() OVER (ORDER BY a, rowid DESC) FROM t)"_s));
        QCOMPARE(filesContaining(m_dir.path(), canary), QStringList());
        QCOMPARE(filesContaining(m_dir.path(), u"SQLite format 3"_s), QStringList());
    }

    void anUncommittedTransactionIsRolledBack()
    {
        auto db = Connection::open(options(), Secret(fixedKey()));
        VERIFY_OK(db);
        VERIFY_OK((*db)->run(u"CREATE TABLE t (a)"_s));
        {
            const Transaction transaction(**db);
            VERIFY_OK(transaction.begun());
            VERIFY_OK((*db)->run(u"INSERT INTO t VALUES (1)"_s));
        }
        QCOMPARE((*db)->value(u"SELECT count(*) FROM t"_s).value().toInt(), 0);
    }

    void aHotStatementKeepsEveryKindOfValue()
    {
        auto db = Connection::open({u":memory:"_s}, Secret());
        VERIFY_OK(db);
        Connection &c = **db;
        VERIFY_OK(c.run(u"CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c BLOB, d BLOB, e TEXT)"_s));
        const auto id = MessageId::create();
        const QString text = u"Grüße, 🙂"_s;
        const QByteArray bytes = text.toUtf8();
        for (const qint64 number : {qint64(1), std::numeric_limits<qint64>::max()}) {
            const Result<int> changed = c.hot("INSERT INTO t VALUES (?, ?, ?, ?, ?)")
                                            .integer(number)
                                            .text(text)
                                            .id(id)
                                            .idOrNull(MessageId())
                                            .utf8(bytes)
                                            .run();
            VERIFY_OK(changed);
            QCOMPARE(*changed, 1);
        }
        VERIFY_OK(c.hot("INSERT INTO t (a, e) VALUES (2, ?)").utf8(QByteArrayView()).run());
        QCOMPARE(c.value(u"SELECT count(*) FROM t WHERE b = e AND d IS NULL"_s)->toInt(), 2);
        QCOMPARE(c.value(u"SELECT e FROM t WHERE a = 2"_s)->toString(), QString());
        QVERIFY(!c.value(u"SELECT e FROM t WHERE a = 2"_s)->isNull());
        const Result<bool> found = c.hot("SELECT a, c, d, e FROM t WHERE c = ? ORDER BY a DESC")
                                       .id(id)
                                       .first([&](const HotStatement &row) {
                                           QCOMPARE(row.integerAt(0), std::numeric_limits<qint64>::max());
                                           QCOMPARE(row.bytesAt(1), id.toBytes());
                                           QVERIFY(row.bytesAt(2).isNull());
                                           QCOMPARE(row.bytesAt(3), bytes);
                                       });
        VERIFY_OK(found);
        QVERIFY(*found);
        const Result<bool> none =
            c.hot("SELECT a FROM t WHERE a = ?").integer(77).first([](const HotStatement &) {
                QFAIL("a row");
            });
        VERIFY_OK(none);
        QVERIFY(!*none);
        const Result<bool> written =
            c.hot("UPDATE t SET a = a + 10 WHERE a < ? RETURNING a")
                .integer(5)
                .first([](const HotStatement &row) { QVERIFY(row.integerAt(0) > 10); });
        VERIFY_OK(written);
        QCOMPARE(c.value(u"SELECT count(*) FROM t WHERE a IN (11, 12)"_s)->toInt(), 2);
    }

    void aHotStatementThatFailsCanBeRunAgain()
    {
        auto db = Connection::open({u":memory:"_s}, Secret());
        VERIFY_OK(db);
        Connection &c = **db;
        VERIFY_OK(c.run(u"CREATE TABLE t (a INTEGER PRIMARY KEY)"_s));
        const auto insert = [&c](qint64 number) {
            return c.hot("INSERT INTO t VALUES (?)").integer(number).run();
        };
        VERIFY_OK(insert(1));
        const Result<int> twice = insert(1);
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, ErrorCode::Conflict);
        VERIFY_OK(insert(2));
        // A row is no success of what has none.
        QVERIFY(!c.hot("SELECT a FROM t WHERE a = 1").run());
        QVERIFY(!c.hot("SELECT a FROM t WHERE a = ?").first([](const HotStatement &) {}));
        QVERIFY(!c.hot("SELECT nothing FROM nowhere").first([](const HotStatement &) {}));
        QCOMPARE(c.value(u"SELECT count(*) FROM t"_s)->toInt(), 2);
    }

    void theSameStatementMayRunInsideItself()
    {
        auto db = Connection::open(options(), Secret(fixedKey()));
        VERIFY_OK(db);
        VERIFY_OK((*db)->run(u"CREATE TABLE t (a)"_s));
        for (int i = 0; i < 3; ++i)
            VERIFY_OK((*db)->run(u"INSERT INTO t VALUES (?)"_s, {i}));
        int pairs = 0;
        const QString sql = u"SELECT a FROM t"_s;
        VERIFY_OK((*db)->rows(sql, {}, [&](const SqlRow &) {
            return (*db)->rows(sql, {}, [&pairs](const SqlRow &) { return ++pairs > 0; }).has_value();
        }));
        QCOMPARE(pairs, 9);
    }

    void errorsAreValues()
    {
        auto db = Connection::open(options(), Secret(fixedKey()));
        VERIFY_OK(db);
        QVERIFY(!(*db)->run(u"SELEKT"_s));
        VERIFY_OK((*db)->run(u"CREATE TABLE t (a UNIQUE)"_s));
        VERIFY_OK((*db)->run(u"INSERT INTO t VALUES (1)"_s));
        const auto twice = (*db)->run(u"INSERT INTO t VALUES (1)"_s);
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, ErrorCode::Conflict);
        QVERIFY(!(*db)->run(u"INSERT INTO t VALUES (?)"_s, {1, 2}));
        QVERIFY(!(*db)->run(u"DELETE FROM t; DROP TABLE t"_s));
    }

    void aNewerFileIsRefusedPolitely()
    {
        auto db = Connection::open(options(), Secret(fixedKey()));
        VERIFY_OK(db);
        VERIFY_OK(migrate(**db, cacheLadder()));
        VERIFY_OK(migrate(**db, cacheLadder()));
        VERIFY_OK((*db)->run(u"PRAGMA user_version = 999"_s));
        const auto refused = migrate(**db, cacheLadder());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::TooNew);
    }

    void whatAnOlderProgramIndexedIsFoundByTheBeginningsOfItsWords()
    {
        auto db = Connection::open(options(), Secret(fixedKey()));
        VERIFY_OK(db);
        VERIFY_OK(migrate(**db, cacheLadder().first(2)));
        const QStringList texts{u"Äpfel und Birnen"_s, u"木曜日に会議"_s, QString(), u"apples"_s};
        for (qsizetype i = 0; i < texts.size(); ++i) {
            VERIFY_OK((*db)->run(
                u"INSERT INTO message (pk, id, channel, seq, author, at, edited, text, replies, last_reply, reactions,"
                " files, deleted, mention, rev, text_rev) VALUES (?, ?, x'01', ?, x'02', 1, 0, ?, 0, 0, '[]', '[]',"
                " 0, 0, 1, 1)"_s,
                {i + 1, QUuid::createUuid().toRfc4122(), i + 1, texts[i]}));
            // Nothing of what an older index holds is believed.
            VERIFY_OK((*db)->run(u"INSERT INTO message_index (rowid, text) VALUES (?, 'stale')"_s, {i + 1}));
        }
        VERIFY_OK(migrate(**db, cacheLadder()));
        const auto found = [&db](const QString &typed) {
            QList<qint64> rows;
            (void)(*db)->rows(u"SELECT rowid FROM message_index WHERE message_index MATCH ? ORDER BY rowid"_s,
                              {matchExpression(searchWords(typed))}, [&rows](const SqlRow &row) {
                                  rows.append(row.integer(0));
                                  return true;
                              });
            return rows;
        };
        QCOMPARE(found(u"ap"_s), (QList<qint64>{1, 4}));
        QCOMPARE(found(u"bir"_s), QList<qint64>{1});
        QCOMPARE(found(u"stale"_s), QList<qint64>());
        QVERIFY((*db)
                    ->value(u"SELECT sql FROM sqlite_master WHERE name = 'message_index'"_s)
                    ->toString()
                    .contains(u"prefix='2 3'"));
        QCOMPARE(found(u"会議"_s), QList<qint64>{2});
        // What is indexed now can be taken out again as it went in.
        VERIFY_OK(
            (*db)->run(u"INSERT INTO message_index (message_index, rowid, text) VALUES ('delete', 1, ?)"_s,
                       {indexText(texts[0])}));
        QCOMPARE(found(u"ap"_s), QList<qint64>{4});
        VERIFY_OK((*db)->run(u"INSERT INTO message_index (message_index) VALUES ('integrity-check')"_s));
    }

    void aFailedRungLeavesTheOldVersion()
    {
        auto db = Connection::open(options(), Secret(fixedKey()));
        VERIFY_OK(db);
        const QList<MigrationStep> ladder{{u"CREATE TABLE a (x)"_s},
                                          {u"CREATE TABLE b (x)"_s, u"CREATE TABLE a (x)"_s}};
        QVERIFY(!migrate(**db, ladder));
        QCOMPARE((*db)->value(u"PRAGMA user_version"_s).value().toInt(), 1);
        QCOMPARE((*db)->value(u"SELECT count(*) FROM sqlite_master WHERE name = 'b'"_s).value().toInt(), 0);
    }
};
CHATOPS_TEST(TestDriver)

#include "testdriver.moc"
