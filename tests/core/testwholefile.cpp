// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wholefile.h"
#include "tests/support/diskfaults.h"
#include "tests/support/registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Small files that must be whole or as they were: accounts, settings, keys.
class TestWholeFile : public QObject {
    Q_OBJECT
private:
    [[nodiscard]] static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }

private Q_SLOTS:
    void cleanup() { DiskFaults::clear(); }

    void isWrittenForItsOwnerOnly()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"key"_s);
        QVERIFY(writeWholeFile(path, "secret", OwnerOnly));
        QCOMPARE(content(path), "secret");
        QCOMPARE(QFile::permissions(path)
                     & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
                        | QFileDevice::WriteOther),
                 QFileDevice::Permissions());
    }

    void aBadDiskLeavesWhatWasThere_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("size");
        const std::pair<const char *, DiskFaults::Fault> faults[] = {
            {"full", DiskFaults::Fault::Full},
            {"failing", DiskFaults::Fault::Failing},
            {"read-only", DiskFaults::Fault::ReadOnly}};
        for (const auto &[name, fault] : faults) {
            // Below and above what QFile holds back.
            QTest::addRow("%s, small", name) << int(fault) << 10;
            QTest::addRow("%s, large", name) << int(fault) << 100'000;
        }
    }
    void aBadDiskLeavesWhatWasThere()
    {
        QFETCH(int, fault);
        QFETCH(int, size);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"accounts.json"_s);
        QVERIFY(writeWholeFile(path, "before"));
        DiskFaults::set(DiskFaults::Fault(fault), dir.path().toStdString());
        const Result<void> written = writeWholeFile(path, QByteArray(size, 'x'));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Storage);
        QVERIFY(!written.error().message.isEmpty() && !written.error().detail.isEmpty());
        QVERIFY(DiskFaults::refused() > 0);
        DiskFaults::clear();
        QCOMPARE(content(path), "before");
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"accounts.json"_s});
    }
};
CHATOPS_TEST(TestWholeFile)

#include "testwholefile.moc"
