// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/httpclient.h"
#include "tests/support/client.h"
#include "tests/support/registry.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <sys/stat.h>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// An administrator restores a backup, by the manual and not by the manual; the database survives both.
class TestRestore : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServerProcess> m_server;
    QString m_backup;

    [[nodiscard]] QString data(const QString &name) const { return m_server->dataPath() + u'/' + name; }
    [[nodiscard]] QString users() { return m_server->command({u"user"_s, u"list"_s}); }
    /// Standard error of a command that fails.
    [[nodiscard]] QString complaint(const QStringList &words, int code = 1)
    {
        QProcess process;
        process.start(QStringLiteral(CHATOPS_SERVER_PROGRAM),
                      QStringList{u"--data"_s, m_server->dataPath()} + words);
        if (!process.waitForFinished(Patience) || process.exitCode() != code)
            return u"exit code %1: "_s.arg(process.exitCode())
                + QString::fromUtf8(process.readAllStandardError());
        return QString::fromUtf8(process.readAllStandardError());
    }
    /// A server that was killed: what it had committed last stands in the log alone.
    void killAfterMore()
    {
        m_server->start();
        Client ana(*m_server, u"ana"_s, m_dir->filePath(u"ana"_s));
        ana.open();
        for (int i = 0; i < 30; ++i)
            (void)ana.post(ana.channel(u"general"_s), u"after the backup %1"_s.arg(i));
        ana.waitSettled();
        m_server->kill();
        QVERIFY(QFileInfo(data(u"server.db-wal"_s)).size() > 0);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ServerProcess>();
        m_server->makeDemo();
        m_backup = m_dir->filePath(u"backup.db"_s);
        m_server->command({u"backup"_s, m_backup});
    }

    void aBackupIsRestoredAfterACrash()
    {
        const QString before = users();
        killAfterMore();
        const QString said = m_server->command({u"restore"_s, m_backup});
        QVERIFY2(said.contains(u"restored"_s) && said.contains(u"before-restore-"_s), qPrintable(said));
        QCOMPARE(users(), before);
        QVERIFY(!said.contains(u"0 people"_s));
        // What was there is kept, with its log.
        const QDir folder(m_server->dataPath());
        const QStringList aside = folder.entryList({u"before-restore-*"_s}, QDir::Dirs);
        QCOMPARE(aside.size(), 1);
        QVERIFY(QFile::exists(folder.filePath(aside[0] + u"/server.db"_s)));
        m_server->start();
        Client mika(*m_server, u"mika"_s, m_dir->filePath(u"mika"_s));
        mika.open();
        for (const Message &message : mika.messages(mika.channel(u"general"_s)))
            QVERIFY(!message.text.startsWith(u"after the backup"_s));
        (void)mika.post(mika.channel(u"general"_s), u"it works"_s);
        mika.waitSettled();
    }

    void aCopyPutInPlaceByHandBesideTheLogOfAnotherIsRefused()
    {
        killAfterMore();
        QVERIFY(QFile::remove(data(u"server.db"_s)));
        QVERIFY(QFile::copy(m_backup, data(u"server.db"_s)));
        const QByteArray copy = [&] {
            QFile file(data(u"server.db"_s));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        for (const QStringList &words :
             {QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s}, QStringList{u"user"_s, u"list"_s},
              QStringList{u"backup"_s, m_dir->filePath(u"x"_s)}}) {
            const QString why = complaint(words);
            QVERIFY2(why.contains(u"server.db-wal"_s) && why.contains(u"restore"_s), qPrintable(why));
        }
        QFile now(data(u"server.db"_s));
        QVERIFY(now.open(QIODevice::ReadOnly));
        QVERIFY(now.readAll() == copy); // Not a byte of the log went into it.
        now.close();
        // As the sentence says: with the log out of the way the copy is used.
        QVERIFY(QFile::remove(data(u"server.db-wal"_s)));
        QFile::remove(data(u"server.db-shm"_s));
        QVERIFY(users().contains(u"ana"_s));
        m_server->start();
        QVERIFY(m_server->isRunning());
    }

    void aCrashAloneIsNoCopy()
    {
        killAfterMore();
        m_server->start();
        Client mika(*m_server, u"mika"_s, m_dir->filePath(u"mika"_s));
        mika.open();
        int seen = 0;
        for (const Message &message : mika.messages(mika.channel(u"general"_s)))
            seen += message.text.startsWith(u"after the backup"_s) ? 1 : 0;
        QVERIFY(seen > 0);
    }

    void nothingIsRestoredBesideARunningServer()
    {
        m_server->start();
        QVERIFY(complaint({u"restore"_s, m_backup}).contains(u"A server runs on this data"_s));
        QVERIFY(complaint({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s})
                    .contains(u"A server runs on this data"_s));
        QVERIFY(users().contains(u"ana"_s));
    }

    void aCopyThatIsNoneIsRefusedAndNothingIsTouched_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("says");
        QTest::newRow("damaged") << u"damaged"_s << QString();
        QTest::newRow("of another key") << u"of another key"_s << u"key"_s;
        QTest::newRow("cut short") << u"cut short"_s << QString();
        QTest::newRow("no database") << u"no database"_s << u"key"_s;
        QTest::newRow("empty") << u"empty"_s << u"no copy"_s;
        QTest::newRow("in use") << u"in use"_s << u"no copy"_s;
        QTest::newRow("pipe") << u"pipe"_s << u"no ordinary file"_s;
        QTest::newRow("not there") << u"not there"_s << u"no such file"_s;
    }
    void aCopyThatIsNoneIsRefusedAndNothingIsTouched()
    {
        QFETCH(QString, what);
        QFETCH(QString, says);
        const QString before = users();
        QString path = m_backup;
        QFile file(m_backup);
        if (what == u"damaged") {
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
            file.write("damage");
        } else if (what == u"cut short") {
            QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() - 4096));
        } else if (what == u"no database") {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(QByteArray(20'000, 'x'));
        } else if (what == u"empty") {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        } else if (what == u"in use") {
            QFile log(m_backup + u"-wal"_s);
            QVERIFY(log.open(QIODevice::WriteOnly));
            log.write("changes");
        } else if (what == u"pipe") {
            path = m_dir->filePath(u"pipe"_s);
            QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        } else if (what == u"not there") {
            path = m_dir->filePath(u"nowhere"_s);
        } else {
            ServerProcess other;
            other.makeDemo();
            path = m_dir->filePath(u"other.db"_s);
            other.command({u"backup"_s, path});
        }
        file.close();
        const QString why = complaint({u"restore"_s, path});
        QVERIFY2(!why.startsWith(u"exit code"_s) && why.contains(says), qPrintable(why));
        QCOMPARE(users(), before);
        const QStringList left = QDir(m_server->dataPath()).entryList({u"*restor*"_s});
        QCOMPARE(left, QStringList());
    }

    void noBackupIsWrittenThroughALink()
    {
        const QString elsewhere = m_dir->filePath(u"elsewhere.db"_s);
        const QString link = m_dir->filePath(u"link.db"_s);
        QVERIFY(QFile::link(elsewhere, link));
        QVERIFY(complaint({u"backup"_s, link}).contains(u"exists already"));
        QVERIFY(!QFile::exists(elsewhere));
    }

    void theSameCopyMayBeRestoredTwice()
    {
        QString epochs;
        for (int i = 0; i < 2; ++i) {
            m_server->command({u"restore"_s, m_backup});
            QFile mark(data(u"server.epoch"_s));
            QVERIFY(mark.open(QIODevice::ReadOnly));
            const QString epoch = QString::fromLatin1(mark.readAll());
            QVERIFY(!epoch.isEmpty() && epoch != epochs);
            epochs = epoch;
        }
    }

    void whatItMakesIsForItsOwnUserAlone()
    {
        m_server->start();
        const QFileInfoList files = QDir(m_server->dataPath()).entryInfoList(QDir::Files);
        for (const QFileInfo &file : files)
            QVERIFY2(!(file.permissions()
                       & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)),
                     qPrintable(file.fileName()));
        QVERIFY(files.size() >= 3);
    }
};
CHATOPS_TEST(TestRestore)

#include "testrestore.moc"
