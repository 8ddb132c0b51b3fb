// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keychainvault.h"
#include "store/passphrasevault.h"
#include "tests/support/registry.h"
#include "tests/support/temporary.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestVault : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theKeychainKeepsBytes()
    {
        KeychainVault vault(u"ChatOps Desktop Test"_s);
        const QString name = u"test-%1"_s.arg(QCoreApplication::applicationPid());
        const QByteArray secret("\0\1binary\xff", 9);
        VERIFY_OK(await(vault.write(name, secret)));
        QCOMPARE(await(vault.read(name)).value(), secret);
        VERIFY_OK(await(vault.remove(name)));
        QCOMPARE(await(vault.read(name)).value(), QByteArray());
        VERIFY_OK(await(vault.remove(name)));
    }

    void aPassphraseSealsAndOpens()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"keys.json"_s);
        QVERIFY(!await(PassphraseVault::open(path, u"short"_s)));
        QVERIFY(!PassphraseVault::exists(path));
        {
            const auto vault = await(PassphraseVault::open(path, u"correct horse battery"_s));
            VERIFY_OK(vault);
            VERIFY_OK(await((*vault)->write(u"store"_s, fixedKey())));
        }
        const auto wrong = await(PassphraseVault::open(path, u"correct horse batterx"_s));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::WrongKey);
        const auto vault = await(PassphraseVault::open(path, u"correct horse battery"_s));
        VERIFY_OK(vault);
        QCOMPARE(await((*vault)->read(u"store"_s)).value(), fixedKey());
        QCOMPARE(filesContaining(dir.path(), QString::fromLatin1(fixedKey())), QStringList());
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        VERIFY_OK(await((*vault)->remove(u"store"_s)));
        QVERIFY(!PassphraseVault::exists(path));
    }

    void aDamagedKeyFileIsSaidSo()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"keys.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"salt\":\"AAAA\"}");
        file.close();
        const auto vault = await(PassphraseVault::open(path, u"correct horse battery"_s));
        QVERIFY(!vault);
        QCOMPARE(vault.error().code, ErrorCode::Damaged);
    }
};
CHATOPS_TEST(TestVault)

#include "testvault.moc"
