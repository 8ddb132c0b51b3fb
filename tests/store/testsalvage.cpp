// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"
#include "tests/support/diskfaults.h"
#include "tests/support/registry.h"
#include "tests/support/temporary.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Damaged outboxes mended on a disk that stops working half-way: the next start goes on
/// from what is there, and no change that could be read is lost in between.
class TestSalvage : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    QString m_whole;
    int m_serial = 0;

    static void copyFolder(const QString &from, const QString &to)
    {
        QDir().mkpath(to);
        const QStringList names = QDir(from).entryList(QDir::Files);
        for (const QString &name : names)
            QVERIFY(QFile::copy(from + u'/' + name, to + u'/' + name));
    }
    static void flip(const QString &path, qint64 at)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
        char byte = 0;
        QVERIFY(file.getChar(&byte) && file.seek(at) && file.putChar(char(byte ^ 0x10)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_whole = m_dir.filePath(u"whole"_s);
        Store store({m_whole});
        VERIFY_OK(await(store.open(Secret(fixedKey()))));
        for (int i = 0; i < 60; ++i)
            VERIFY_OK(await(store.outbox()->submit(
                Operation::make(OperationKind::MessagePost, makeUuidV7(),
                                {{"text"_L1, u"change %1 "_s.arg(i) + QString(400, u'x')}}))));
    }
    void cleanup() { DiskFaults::clear(); }

    void aMendingThatIsCutOffIsBegunAgain_data()
    {
        QTest::addColumn<bool>("both");
        QTest::addColumn<int>("fault");
        for (const bool both : {false, true}) {
            QTest::addRow("%s, full", both ? "both" : "one") << both << int(DiskFaults::Fault::Full);
            QTest::addRow("%s, failing", both ? "both" : "one") << both << int(DiskFaults::Fault::Failing);
        }
    }
    void aMendingThatIsCutOffIsBegunAgain()
    {
        QFETCH(bool, both);
        QFETCH(int, fault);
        int refusals = 0;
        for (int after = 0; after < 40; after += 3) {
            const QString copy = m_dir.filePath(u"copy%1"_s.arg(++m_serial));
            copyFolder(m_whole, copy);
            const qint64 pages = QFile(copy + u"/outbox.db"_s).size() / 4096;
            flip(copy + u"/outbox.db"_s, (pages / 2) * 4096 + 100);
            if (both)
                flip(copy + u"/outbox-copy.db"_s, (pages / 2 + 3) * 4096 + 100);
            {
                DiskFaults::set(DiskFaults::Fault(fault), copy.toStdString() + "/outbox", after);
                Store store({copy});
                const auto opened = await(store.open(Secret(fixedKey())));
                QVERIFY(opened || !opened.error().message.isEmpty());
                refusals += DiskFaults::refused();
                store.close();
                DiskFaults::clear();
            }
            Store store({copy});
            VERIFY_OK(await(store.open(Secret(fixedKey()))));
            const auto pending = await(store.outbox()->pending());
            VERIFY_OK(pending);
            // Two pages are gone from both files at most; a dozen changes stand on them.
            QVERIFY2(pending->size() >= (both ? 48 : 60),
                     qPrintable(u"after %1: %2 left"_s.arg(after).arg(pending->size())));
            QVERIFY(!QFile::exists(copy + u"/outbox-saved.db"_s));
        }
        QVERIFY(refusals > 10);
    }
};
CHATOPS_TEST(TestSalvage)

#include "testsalvage.moc"
