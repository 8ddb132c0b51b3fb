// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>

#include <csignal>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// What of keys and tokens is left in the memory of the program, after lock, account
/// switch and sign-out. Looks at every page the process can read.
class TestMemory : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<DemoPlace> m_place;
    static constexpr char Mask = '\xa5';

    /// The secret itself must not be held here, or it would be found.
    static QByteArray masked(QByteArray bytes)
    {
        for (char &byte : bytes)
            byte = char(byte ^ Mask);
        return bytes;
    }
    static QByteArray wide(const QByteArray &latin)
    {
        QByteArray utf16;
        for (const char byte : latin)
            utf16.append(byte).append('\0');
        return utf16;
    }
    struct Secret {
        QByteArray name;
        QByteArray needle; ///< Masked.
    };
    /// The forms a secret has on its way: bytes, hex, text of one and two bytes a unit.
    static QList<Secret> formsOf(const QByteArray &name, const QByteArray &secret, bool text)
    {
        QList<Secret> forms{{name, masked(secret)}};
        if (text)
            forms.append({name + ", UTF-16", masked(wide(secret))});
        else
            forms.append({name + ", hex", masked(secret.toHex())});
        return forms;
    }
    /// Where each is, by the name of the mapping.
    static QStringList found(const QList<Secret> &secrets)
    {
        QStringList where;
        QFile maps(u"/proc/self/maps"_s);
        const int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
        if (!maps.open(QIODevice::ReadOnly) || memory < 0)
            return {u"memory cannot be read"_s};
        const QList<QByteArray> lines = maps.readAll().split('\n');
        constexpr qsizetype piece = 1024 * 1024;
        constexpr qsizetype overlap = 256;
        // Mapped and not from the heap, so that it can be left out.
        auto *buffer = static_cast<char *>(
            mmap(nullptr, piece + overlap, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
        for (const QByteArray &line : lines) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() < 5 || !fields[1].startsWith("rw"))
                continue;
            const QList<QByteArray> range = fields[0].split('-');
            const quint64 begin = range[0].toULongLong(nullptr, 16);
            const quint64 end = range[1].toULongLong(nullptr, 16);
            for (quint64 at = begin; at < end; at += piece) {
                const auto want = qsizetype(std::min<quint64>(piece + overlap, end - at));
                const auto own = reinterpret_cast<quint64>(buffer);
                if (at < own + piece + overlap && own < at + quint64(want))
                    continue;
                const auto got = qsizetype(pread(memory, buffer, size_t(want), off_t(at)));
                for (qsizetype i = 0; i < got; ++i)
                    buffer[i] = char(buffer[i] ^ Mask);
                for (const Secret &secret : secrets) {
                    const QByteArrayView view(buffer, std::max<qsizetype>(0, got));
                    for (qsizetype hit = view.indexOf(secret.needle);
                         hit >= 0 && (hit < piece || at + piece >= end);
                         hit = view.indexOf(secret.needle, hit + 1))
                        where.append(QString::fromLatin1(
                            secret.name + " in " + (fields.size() > 5 ? fields[5] : QByteArray("a mapping"))
                            + " at " + QByteArray::number(at + quint64(hit), 16)));
                }
                explicit_bzero(buffer, piece + overlap);
            }
        }
        munmap(buffer, piece + overlap);
        close(memory);
        return where;
    }
    [[nodiscard]] static QList<Secret> secretsOf(KeyVault &vault, const AccountEntry &entry)
    {
        return formsOf("key", *await(vault.read(entry.keyEntry())), false)
            + formsOf("refresh token", *await(vault.read(entry.tokenEntry())), true);
    }
    static bool has(const QStringList &where, const char *name)
    {
        return std::any_of(where.begin(), where.end(),
                           [name](const QString &one) { return one.startsWith(QLatin1StringView(name)); });
    }

private Q_SLOTS:
    void initTestCase()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("the sanitizers' allocators keep what was freed");
#endif
    }
    void init()
    {
        m_place = std::make_unique<DemoPlace>();
    }
    void cleanup()
    {
        m_place.reset();
    }

    void theSearchFindsEveryForm()
    {
        const QByteArray secret = "not-a-token-8f2c41";
        for (const bool text : {true, false}) {
            QList<Secret> forms = formsOf("planted", secret, text);
            for (const Secret &form : forms) {
                QVERIFY(found({form}).isEmpty() || form.needle == masked(secret));
                auto *block = static_cast<char *>(malloc(size_t(form.needle.size())));
                for (qsizetype i = 0; i < form.needle.size(); ++i)
                    block[i] = char(form.needle[i] ^ Mask);
                QVERIFY(!found({form}).isEmpty());
                free(block);
            }
        }
        // Also beyond the size from which blocks are mapped by themselves.
        const QList<Secret> canary{{"canary", masked("canary-in-a-block-77ab")}};
        free(malloc(1024 * 1024));
        for (const size_t size : {size_t(100), size_t(100'000), size_t(200'000), size_t(2'000'000)}) {
            auto *block = static_cast<char *>(malloc(size));
            for (qsizetype i = 0; i < canary[0].needle.size(); ++i)
                block[size / 2 + size_t(i)] = char(canary[0].needle[i] ^ Mask);
            QVERIFY(!found(canary).isEmpty());
            free(block);
            QVERIFY2(found(canary).isEmpty(), QByteArray::number(quint64(size)).constData());
        }
    }

    void nothingIsLeftAfterSigningOut()
    {
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.signIn(m_place->server, u"mika"_s);
        const AccountEntry entry = app.controller().session()->entry();
        KeychainVault keychain(u"ChatOps Desktop"_s);
        const QList<Secret> secrets = secretsOf(keychain, entry);
        // The search finds what is there: the cipher's key is in use.
        const QStringList before = found(secrets);
        QVERIFY2(has(before, "key"), qPrintable(before.join(u'\n')));
        app.controller().signOutCurrent();
        TRY(!QFile::exists(m_place->dir.filePath(u"p/accounts/"_s + entry.id.toString())));
        TRY(app.controller().registry().all().isEmpty());
        TRY(found(secrets).isEmpty());
    }

    void switchingAccountsLeavesNothingOfTheOther()
    {
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.signIn(m_place->server, u"mika"_s);
        const AccountEntry first = app.controller().session()->entry();
        KeychainVault keychain(u"ChatOps Desktop"_s);
        const QList<Secret> secrets = secretsOf(keychain, first);
        app.openChannel(u"release-42"_s);
        app.type(u"canary-of-the-first-account-5d1c"_s);
        TRY(app.lastRow() && app.lastRow()->message.message.seq > 0);
        app.controller().addAccount();
        TRY(app.signInWindow());
        app.signInWindow()->setServer(m_place->server.url().toString());
        app.signInWindow()->findChild<QLineEdit *>(u"name"_s)->setText(u"ana"_s);
        app.signInWindow()
            ->findChild<QLineEdit *>(u"password"_s)
            ->setText(QString::fromLatin1(ServerProcess::Password));
        QTest::keyClick(app.signInWindow()->findChild<QLineEdit *>(u"password"_s), Qt::Key_Return);
        TRY(app.window() && app.isOnline() && app.controller().session()->entry().person.handle == u"ana"_s);
        TRY(found(secrets).isEmpty());
    }

    void aLockedAccountHasNoKeyInMemory()
    {
        const QString passphrase = u"nine green bottles"_s;
        GuiApp app(m_place->dir.filePath(u"p"_s));
        app.start(m_place->server.url().toString(), u"mika"_s, QString::fromLatin1(ServerProcess::Password));
        app.controller().setKeychain(std::make_shared<NoKeychain>());
        TRY(app.signInWindow()
            && app.signInWindow()->findChild<QPushButton *>(u"usePassphrase"_s)->isVisible());
        app.signInWindow()->findChild<QLineEdit *>(u"passphrase"_s)->setText(passphrase);
        app.signInWindow()->findChild<QLineEdit *>(u"passphraseRepeat"_s)->setText(passphrase);
        QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"usePassphrase"_s), Qt::LeftButton);
        TRY(app.window() && app.isOnline());
        const AccountEntry entry = app.controller().session()->entry();
        QCOMPARE(entry.protection, Protection::Passphrase);
        const QList<Secret> secrets = secretsOf(*app.controller().session()->vault(), entry);
        const QStringList before = found(secrets);
        QVERIFY(has(before, "key"));
        // What was typed is not needed any more, also while the account is open.
        const QList<Secret> typed = formsOf("passphrase", passphrase.toLatin1(), true);
        TRY(found(typed).isEmpty());
        app.openChannel(u"release-42"_s);
        app.type(u"before the lock"_s);
        TRY(app.lastRow() && app.lastRow()->message.message.seq > 0);

        app.controller().lock();
        TRY(!app.window());
        TRY(app.signInWindow() && app.signInWindow()->isVisible());
        app.picture(u"locked"_s, app.signInWindow());
        TRY(found(secrets).isEmpty());
        // And it opens again.
        app.signInWindow()->findChild<QLineEdit *>(u"passphrase"_s)->setText(passphrase);
        QTest::mouseClick(app.signInWindow()->findChild<QPushButton *>(u"usePassphrase"_s), Qt::LeftButton);
        TRY(app.window() && app.isOnline());
        app.openChannel(u"release-42"_s);
        TRY(app.countRows(u"before the lock"_s) == 1);
    }

    void theProgramsLeaveNoCoreDumps()
    {
        const auto limitOf = [](qint64 process) {
            QFile limits(u"/proc/%1/limits"_s.arg(process));
            if (!limits.open(QIODevice::ReadOnly))
                return QByteArray();
            const QByteArray all = limits.readAll();
            const qsizetype at = all.indexOf("Max core file size");
            return all.mid(at, all.indexOf('\n', at) - at).simplified();
        };
        QProcess client;
        const QString crashes = m_place->dir.filePath(u"crashes"_s);
        QVERIFY(QDir().mkpath(crashes));
        client.setWorkingDirectory(crashes);
        client.start(QStringLiteral(CHATOPS_CLIENT_PROGRAM),
                     {u"--profile"_s, m_place->dir.filePath(u"other"_s)});
        TRY(QFile::exists(m_place->dir.filePath(u"other/profile.lock"_s)));
        QCOMPARE(limitOf(client.processId()), "Max core file size 0 0 bytes");
        QCOMPARE(limitOf(m_place->server.processId()), "Max core file size 0 0 bytes");
        // Killed as by a crash.
        ::kill(pid_t(client.processId()), SIGSEGV);
        TRY(client.state() == QProcess::NotRunning);
        QCOMPARE(client.exitStatus(), QProcess::CrashExit);
        QCOMPARE(QDir(crashes).entryList(QDir::Files), QStringList());
    }
};
CHATOPS_TEST(TestMemory)

#include "testmemory.moc"
