// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "store/store.h"
#include "tests/support/registry.h"
#include "tests/support/snapshot.h"
#include "tests/support/temporary.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QTemporaryDir>

#include <random>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Files as bad disks and interrupted copies leave them: always a plain answer,
/// never a crash, and the other file is not touched.
class TestDamage : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QString m_whole; ///< A profile's store, closed in order.
    QStringList m_unsent;
    QString m_rows;
    FileId m_file; ///< Bytes that wait with the last change.
    int m_serial = 0;

    [[nodiscard]] static QString shown(Store &store, Error *problem = nullptr)
    {
        QStringList all;
        const auto channels = await(store.cache()->channels());
        if (!channels && problem)
            *problem = channels.error();
        for (const ChannelRow &row : channels.value_or(QList<ChannelRow>())) {
            all += row.channel.name;
            const auto page =
                await(store.cache()->messages({row.channel.id, {}, MessageQuery::Where::Latest, 0, 500}));
            if (!page && problem)
                *problem = page.error();
            const MessagePage rows = page.value_or(MessagePage());
            for (const MessageRow &message : rows.rows)
                all += message.message.text;
        }
        return all.join(u'\n');
    }
    QString copyOfWhole()
    {
        const QString copy = m_dir.filePath(u"copy%1"_s.arg(++m_serial));
        QDir().mkpath(copy);
        for (const QString &name : QDir(m_whole).entryList(QDir::Files))
            QFile::copy(m_whole + u'/' + name, copy + u'/' + name);
        return copy;
    }
    static void flip(const QString &path, qint64 at)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
        char byte = 0;
        QVERIFY(file.getChar(&byte) && file.seek(at));
        QVERIFY(file.putChar(char(byte ^ 0x10)));
    }
    static QStringList texts(const QList<PendingOperation> &operations)
    {
        QStringList result;
        for (const PendingOperation &item : operations)
            result += item.operation.data.value("text"_L1).toString().left(20);
        return result;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_whole = m_dir.filePath(u"whole"_s);
        Store store({m_whole});
        VERIFY_OK(await(store.open(Secret(fixedKey()))));
        const PersonId self = PersonId::create();
        const ChannelId channel = ChannelId::create();
        QList<QByteArray> lines{
            snapshotLine(EntityKind::Person,
                         toJson(Person{self, u"Mika"_s, u"mika"_s, Role::Member, true, 1})),
            snapshotLine(EntityKind::Channel,
                         toJson(Channel{channel, ChannelKind::Private, u"room"_s, {}, {}, false, 300, 0, 1})),
            scopeLine(channel)};
        for (int i = 1; i <= 300; ++i) {
            Message message;
            message.id = MessageId::create();
            message.channel = channel;
            message.seq = i;
            message.author = self;
            message.createdAt = 1'700'000'000'000 + i;
            message.text = u"message %1 "_s.arg(i) + QString(i % 200, u'x');
            message.rev = i;
            lines += snapshotLine(EntityKind::Message, toJson(message));
        }
        loadSnapshot(*store.replica(), self, lines, {u"e1"_s, 1000});
        for (int i = 0; i < 60; ++i) {
            const QString text = u"unsent %1 "_s.arg(i, 3, 10, QChar(u'0')) + QString(400, u'y');
            VERIFY_OK(await(store.outbox()->submit(
                Operation::make(OperationKind::MessagePost, makeUuidV7(), {{"text"_L1, text}}))));
            m_unsent += text.left(20);
        }
        m_file = FileId::create();
        VERIFY_OK(await(store.outbox()->submit(
            Operation::make(OperationKind::MessagePost, makeUuidV7(), {{"text"_L1, u"with a file"_s}}),
            {{m_file, QByteArray(30'000, 'f')}})));
        m_unsent += u"with a file"_s;
        store.cache()->saveDraft({channel, {}, u"half a thought"_s, 1});
        m_rows = shown(store);
        QVERIFY(m_rows.contains(u"message 300"));
    }

    void aFlippedByteAnywhereInTheCacheIsNoticedOrHarmless()
    {
        const qint64 size = QFile(m_whole + u"/cache.db"_s).size();
        std::mt19937 random(7);
        int noticed = 0;
        for (int i = 0; i < 60; ++i) {
            const QString copy = copyOfWhole();
            const auto at = qint64(i < 20 ? random() % 4096 : random() % size_t(size));
            flip(copy + u"/cache.db"_s, at);
            Store store({copy});
            const auto opened = await(store.open(Secret(fixedKey())));
            QVERIFY2(opened,
                     qPrintable(u"byte %1: %2"_s.arg(at).arg(opened ? QString() : opened.error().message)));
            Error problem{ErrorCode::Internal, {}, {}};
            const QString rows = shown(store, &problem);
            if (!opened->cacheSetAside.isEmpty()) {
                QVERIFY(QFile::exists(opened->cacheSetAside));
                ++noticed;
            } else if (!problem.message.isEmpty()) {
                QCOMPARE(problem.code, ErrorCode::Damaged);
                // As the program does then: set aside and begun anew.
                VERIFY_OK(await(store.rebuildCache(Secret(fixedKey()))));
                ++noticed;
            } else {
                QCOMPARE(rows, m_rows); // Where nothing was read, nothing is wrong.
            }
            QCOMPARE(texts(*await(store.outbox()->pending())), m_unsent);
            QCOMPARE(await(store.cache()->drafts())->size(), 1);
        }
        QVERIFY(noticed > 20);
    }

    /// Simulation seed 86581: a newer program came upon the damaged page while it changed the
    /// tables, took it for a failing disk, and could not be started any more.
    void aFlippedByteDoesNotStopANewerProgram()
    {
        const QList<MigrationStep> newer = cacheLadder()
            + QList<MigrationStep>{
                {u"ALTER TABLE message ADD COLUMN length INTEGER NOT NULL DEFAULT 0"_s,
                 u"UPDATE message SET length = length(text)"_s,
                 u"CREATE TABLE pin (message BLOB PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID"_s}};
        const qint64 size = QFile(m_whole + u"/cache.db"_s).size();
        std::mt19937 random(11);
        int noticed = 0;
        for (int i = 0; i < 30; ++i) {
            const QString copy = copyOfWhole();
            if (i % 2 == 0) {
                flip(copy + u"/cache.db"_s, qint64(random() % size_t(size)));
            } else {
                // A page that is free: the new table is to be made of it.
                {
                    const auto db = *Connection::open({copy + u"/cache.db"_s}, Secret(fixedKey()));
                    VERIFY_OK(db->run(u"CREATE TABLE gone (text TEXT)"_s));
                    VERIFY_OK(db->run(u"INSERT INTO gone VALUES (?)"_s, {QString(60'000, u'x')}));
                    VERIFY_OK(db->run(u"DROP TABLE gone"_s));
                }
                const qint64 grown = QFileInfo(copy + u"/cache.db"_s).size();
                QVERIFY(grown > size);
                for (qint64 at = size + 2048; at < grown; at += 4096)
                    flip(copy + u"/cache.db"_s, at);
            }
            Store::Options options{copy};
            options.cacheRungs = &newer;
            Store store(options);
            const auto opened = await(store.open(Secret(fixedKey())));
            QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message + opened.error().detail));
            noticed += opened->cacheSetAside.isEmpty() ? 0 : 1;
            QCOMPARE(texts(*await(store.outbox()->pending())), m_unsent);
        }
        QVERIFY(noticed > 5);
    }

    void aFlippedByteAnywhereInTheOutboxLosesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("first file") << u"outbox.db"_s;
        QTest::newRow("second file") << u"outbox-copy.db"_s;
    }
    void aFlippedByteAnywhereInTheOutboxLosesNothing()
    {
        QFETCH(QString, name);
        const qint64 size = QFile(m_whole + u'/' + name).size();
        QVERIFY(size > 20'000);
        std::mt19937 random(8);
        for (int i = 0; i < 40; ++i) {
            const QString copy = copyOfWhole();
            const auto at = qint64(i < 10 ? random() % 4096 : random() % size_t(size));
            flip(copy + u'/' + name, at);
            for (int opening = 0; opening < 2; ++opening) {
                Store store({copy});
                const auto opened = await(store.open(Secret(fixedKey())));
                QVERIFY2(
                    opened,
                    qPrintable(u"byte %1: %2"_s.arg(at).arg(opened ? QString() : opened.error().message)));
                // Every byte is covered by a MAC, so that it is always noticed, and the file is kept.
                QCOMPARE(opened->outboxSetAside.isEmpty(), opening == 1);
                QVERIFY(opening == 1 || QFile::exists(opened->outboxSetAside));
                QVERIFY(!opened->outboxIncomplete);
                QCOMPARE(texts(*await(store.outbox()->pending())), m_unsent);
                QCOMPARE(await(store.cache()->drafts())->size(), 1);
                QCOMPARE(await(store.replica()->outgoingFile(m_file)).value_or(QByteArray()),
                         QByteArray(30'000, 'f'));
                QCOMPARE(shown(store), m_rows);
            }
        }
    }

    void withBothFilesDamagedWhatEitherHoldsIsKept()
    {
        std::mt19937 random(9);
        for (int i = 0; i < 20; ++i) {
            const QString copy = copyOfWhole();
            // One page in the first half of one file, one in the second half of the other;
            // the first page leads to all others.
            const qint64 pages = QFile(copy + u"/outbox.db"_s).size() / 4096;
            const auto half = [&](bool second) {
                const qint64 page =
                    3 + qint64(random() % size_t(pages / 2 - 3)) + (second ? pages / 2 - 3 : 0);
                return page * 4096 + qint64(random() % 4096);
            };
            flip(copy + u"/outbox.db"_s, half(i % 2 == 0));
            flip(copy + u"/outbox-copy.db"_s, half(i % 2 == 1));
            Store store({copy});
            const auto opened = await(store.open(Secret(fixedKey())));
            VERIFY_OK(opened);
            QVERIFY(opened->outboxIncomplete);
            const QStringList aside = opened->outboxSetAside.split(u", "_s);
            QCOMPARE(aside.size(), 2);
            QVERIFY(QFile::exists(aside[0]) && QFile::exists(aside[1]));
            const QStringList left = texts(*await(store.outbox()->pending()));
            for (const QString &text : left)
                QVERIFY(m_unsent.contains(text));
            QVERIFY2(left.size() >= m_unsent.size() - 10, qPrintable(QString::number(left.size())));
            // And it is a working outbox.
            VERIFY_OK(await(store.outbox()->submit(
                Operation::make(OperationKind::MessagePost, makeUuidV7(), {{"text"_L1, u"after"_s}}))));
            QCOMPARE(await(store.outbox()->pending())->size(), left.size() + 1);
        }
    }

    void aMissingFileOfTheOutboxIsReplaced()
    {
        for (const QString &name : {u"outbox.db"_s, u"outbox-copy.db"_s}) {
            const QString copy = copyOfWhole();
            QVERIFY(QFile::remove(copy + u'/' + name));
            Store store({copy});
            VERIFY_OK(await(store.open(Secret(fixedKey()))));
            QCOMPARE(texts(*await(store.outbox()->pending())), m_unsent);
            QVERIFY(QFile::exists(copy + u'/' + name));
        }
    }

    void whatOnlyOneFileHasIsKept()
    {
        // As a person leaves it who put one file back from a backup: the discarded change
        // is there again, and nothing is lost.
        const QString copy = copyOfWhole();
        {
            Store store({copy});
            VERIFY_OK(await(store.open(Secret(fixedKey()))));
            VERIFY_OK(await(store.outbox()->discard(await(store.outbox()->pending())->at(0).operation.id)));
        }
        QVERIFY(QFile::remove(copy + u"/outbox-copy.db"_s)
                && QFile::copy(m_whole + u"/outbox-copy.db"_s, copy + u"/outbox-copy.db"_s));
        for (int i = 0; i < 2; ++i) {
            Store store({copy});
            VERIFY_OK(await(store.open(Secret(fixedKey()))));
            QCOMPARE(texts(*await(store.outbox()->pending())), m_unsent.mid(1) + m_unsent.first(1));
            store.close();
            // Now the other one alone.
            (void)QFile::remove(copy + u"/outbox.db"_s);
        }
    }

    void damageMetWhileTheWorkspaceIsLoadedIsTold()
    {
        // Wherever a bad page is met, the window hears of it and has the cache rebuilt.
        std::mt19937 random(10);
        int told = 0;
        for (int i = 0; i < 30; ++i) {
            const QString copy = copyOfWhole();
            flip(copy + u"/cache.db"_s,
                 qint64(4096 + random() % size_t(QFile(copy + u"/cache.db"_s).size() - 4096)));
            Store store({copy});
            VERIFY_OK(await(store.open(Secret(fixedKey()))));
            int heard = 0;
            // Ends before what it counts in.
            QObject listener;
            connect(store.cache(), &Cache::failed, &listener,
                    [&heard](const Error &error) { heard += error.code == ErrorCode::Damaged; });
            const auto begun = await(store.replica()->beginSnapshot(PersonId::create()));
            const auto ended = await(store.replica()->finishSnapshot({u"e2"_s, 5}));
            if ((begun || begun.error().code != ErrorCode::Damaged)
                && (ended || ended.error().code != ErrorCode::Damaged))
                continue;
            QTRY_VERIFY(heard > 0);
            ++told;
        }
        QVERIFY(told > 3);
    }

    void aTruncatedLogGoesBackToACommit()
    {
        // As after a kill: the write-ahead log is still there.
        const QString running = copyOfWhole();
        const QString killed = m_dir.filePath(u"killed"_s);
        QDir().mkpath(killed);
        {
            Store store({running});
            VERIFY_OK(await(store.open(Secret(fixedKey()))));
            for (int i = 0; i < 20; ++i)
                VERIFY_OK(await(store.replica()->apply({1000 + i, 1001 + i, {}})));
            for (const QString &name : QDir(running).entryList(QDir::Files)) {
                if (!name.endsWith(u"-shm"))
                    QFile::copy(running + u'/' + name, killed + u'/' + name);
            }
        }
        const qint64 size = QFile(killed + u"/cache.db-wal"_s).size();
        QVERIFY(size > 20'000);
        qint64 last = 1020;
        for (qint64 cut = size; cut >= 0; cut -= 1777) {
            const QString copy = m_dir.filePath(u"cut%1"_s.arg(cut));
            QDir().mkpath(copy);
            for (const QString &name : QDir(killed).entryList(QDir::Files))
                QFile::copy(killed + u'/' + name, copy + u'/' + name);
            QVERIFY(QFile::resize(copy + u"/cache.db-wal"_s, cut));
            Store store({copy});
            const auto opened = await(store.open(Secret(fixedKey())));
            VERIFY_OK(opened);
            // Never forward, never torn: rows and cursor of one commit.
            QVERIFY(opened->cursor.rev <= last && opened->cursor.rev >= 1000);
            last = opened->cursor.rev;
            QCOMPARE(shown(store), m_rows);
            QCOMPARE(await(store.outbox()->pending())->size(), m_unsent.size());
        }
        QCOMPARE(last, 1000);
    }

    void anEmptyOrForeignFileIsSetAside_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        for (const QString &name : {u"cache.db"_s, u"outbox.db"_s, u"outbox-copy.db"_s}) {
            QTest::addRow("%s text", qPrintable(name)) << name << QByteArray(20'000, 'z');
            QTest::addRow("%s plain SQLite", qPrintable(name))
                << name << "SQLite format 3" + QByteArray(8'192, '\0');
            QTest::addRow("%s half", qPrintable(name)) << name << QByteArray();
        }
    }
    void anEmptyOrForeignFileIsSetAside()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        const QString copy = copyOfWhole();
        QFile file(copy + u'/' + name);
        if (content.isEmpty())
            QVERIFY(file.resize(file.size() / 2));
        else
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        Store store({copy});
        const auto opened = await(store.open(Secret(fixedKey())));
        VERIFY_OK(opened);
        Error problem{ErrorCode::Internal, {}, {}};
        (void)shown(store, &problem);
        const bool cache = name == u"cache.db";
        QVERIFY(!(cache ? opened->cacheSetAside : opened->outboxSetAside).isEmpty()
                || problem.code == ErrorCode::Damaged);
        QVERIFY(!opened->outboxIncomplete);
        QCOMPARE(texts(*await(store.outbox()->pending())), m_unsent);
        if (!cache)
            QCOMPARE(shown(store), m_rows);
    }

    void aFileThatWasCutToNothingIsMadeAnew_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"cache.db"_s, u"outbox.db"_s, u"outbox-copy.db"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void aFileThatWasCutToNothingIsMadeAnew()
    {
        QFETCH(QString, name);
        const QString copy = copyOfWhole();
        QVERIFY(QFile::resize(copy + u'/' + name, 0));
        {
            // It proves no key.
            Store store({copy});
            const auto opened = await(store.open(Secret(fixedKey('o'))));
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, ErrorCode::WrongKey);
        }
        Store store({copy});
        VERIFY_OK(await(store.open(Secret(fixedKey()))));
        QCOMPARE(texts(*await(store.outbox()->pending())), m_unsent);
        QCOMPARE(await(store.cache()->drafts())->size(), 1);
        if (name != u"cache.db")
            QCOMPARE(shown(store), m_rows);
    }

    void withoutTheKeyOfThisComputerACopyIsNoise()
    {
        const QString copy = copyOfWhole();
        Store store({copy});
        const auto opened = await(store.open(Secret(fixedKey('o'))));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::WrongKey);
        QVERIFY(!opened.error().message.isEmpty());
        // Nothing was moved or changed: with its key it is all there.
        Store whole({copy});
        VERIFY_OK(await(whole.open(Secret(fixedKey()))));
        QCOMPARE(shown(whole), m_rows);
        QCOMPARE(texts(*await(whole.outbox()->pending())), m_unsent);
    }
};
CHATOPS_TEST(TestDamage)

#include "testdamage.moc"
