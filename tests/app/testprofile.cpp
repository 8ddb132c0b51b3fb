// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accountregistry.h"
#include "app/commandline.h"
#include "app/settings.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

/// The two small files of a profile, whole and damaged, and the command line.
class TestProfile : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(m_dir->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static AccountEntry entry(Protection protection)
    {
        AccountEntry made;
        made.id = AccountId::create();
        made.server = QUrl(u"https://chat.example:8443"_s);
        made.workspace = WorkspaceId::create();
        made.workspaceName = u"Nordwind GmbH & Söhne"_s;
        made.device = DeviceId::create();
        made.person.id = PersonId::create();
        made.person.name = u"Żaneta Ångström"_s;
        made.person.handle = u"zaneta"_s;
        made.protection = protection;
        return made;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void settingsComeBack()
    {
        const AccountId account = AccountId::create();
        {
            Settings settings(m_dir->path());
            Preferences preferences;
            preferences.theme = Theme::Mode::Contrast;
            preferences.scale = 150;
            preferences.language = u"de"_s;
            settings.setPreferences(preferences);
            settings.set(u"place"_s, u"tasks/board"_s, account);
            finishWrites();
        }
        QCOMPARE(QFile(m_dir->filePath(u"settings.json"_s)).permissions()
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        Settings settings(m_dir->path());
        settings.load();
        QCOMPARE(settings.preferences().theme, Theme::Mode::Contrast);
        QCOMPARE(settings.preferences().scale, 150);
        QCOMPARE(settings.preferences().language, u"de"_s);
        QCOMPARE(settings.text(u"place"_s, account), u"tasks/board"_s);
        QCOMPARE(settings.text(u"place"_s, AccountId::create()), QString());
    }

    void damagedSettingsAreDefaults_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut") << QByteArray(R"({"appearance": "Da)");
        QTest::newRow("not JSON") << QByteArray("\xff\xfe\0", 3);
        QTest::newRow("nested") << QByteArray(R"({"appearance": {"a": {"b": {"c": {}}}}})");
        QTest::newRow("other kinds") << QByteArray(R"({"appearance": [1], "reading-size": "huge"})");
        QTest::newRow("out of range") << QByteArray(R"({"appearance": "Purple", "reading-size": "7"})");
    }
    void damagedSettingsAreDefaults()
    {
        QFETCH(QByteArray, bytes);
        write(u"settings.json"_s, bytes);
        Settings settings(m_dir->path());
        settings.load();
        QCOMPARE(settings.preferences().theme, Theme::Mode::System);
        QVERIFY(settings.preferences().scale >= 80 && settings.preferences().scale <= 200);
    }

    void accountsComeBackExceptThoseThatStoreNothing()
    {
        const AccountEntry kept = entry(Protection::Passphrase);
        const AccountEntry passing = entry(Protection::Memory);
        {
            AccountRegistry registry(m_dir->path());
            registry.put(kept);
            registry.put(passing);
            finishWrites();
            QCOMPARE(registry.all().size(), 2);
        }
        AccountRegistry registry(m_dir->path());
        QVERIFY(registry.load());
        QCOMPARE(registry.all().size(), 1);
        const AccountEntry *found = registry.find(kept.server, kept.workspace, kept.person.id);
        QVERIFY(found);
        QCOMPARE(found->id, kept.id);
        QCOMPARE(found->device, kept.device);
        QCOMPARE(found->workspaceName, kept.workspaceName);
        QCOMPARE(found->person.name, kept.person.name);
        QCOMPARE(found->protection, Protection::Passphrase);
        QVERIFY(!registry.find(QUrl(u"https://other.example"_s), kept.workspace, kept.person.id));
        QVERIFY(!read(u"accounts.json"_s).contains(passing.id.toString().toLatin1()));
    }

    void aDamagedListIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut") << QByteArray(R"({"accounts": [)");
        QTest::newRow("fields missing") << QByteArray(R"({"accounts": [{"id": "x"}]})");
        QTest::newRow("not an object") << QByteArray(R"({"accounts": [7]})");
    }
    void aDamagedListIsSetAside()
    {
        QFETCH(QByteArray, bytes);
        write(u"accounts.json"_s, bytes);
        AccountRegistry registry(m_dir->path());
        const Result<void> loaded = registry.load();
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Damaged);
        QVERIFY(registry.all().isEmpty());
        QCOMPARE(read(u"accounts.json.damaged"_s), bytes);
        QVERIFY(!QFile::exists(m_dir->filePath(u"accounts.json"_s)));
    }

    void theCommandLineIsChecked_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QStringList() << -1;
        QTest::newRow("everything") << QStringList{u"--profile"_s, u"/x"_s,  u"--server"_s,   u"h:1"_s,
                                                   u"--user"_s,    u"ana"_s, u"--language"_s, u"de"_s}
                                    << -1;
        QTest::newRow("help") << QStringList{u"--help"_s} << 0;
        QTest::newRow("version") << QStringList{u"--version"_s} << 0;
        QTest::newRow("unknown option") << QStringList{u"--colour"_s} << 2;
        QTest::newRow("unknown language") << QStringList{u"--language"_s, u"xx"_s} << 2;
        QTest::newRow("stray word") << QStringList{u"stray"_s} << 2;
        QTest::newRow("value missing") << QStringList{u"--server"_s} << 2;
    }
    void theCommandLineIsChecked()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        CommandLine line;
        QCOMPARE(parseCommandLine(QStringList{u"chatops"_s} + arguments, line).value_or(-1), code);
        QVERIFY(code != -1 || !line.profile.isEmpty());
    }

    void everySettingIsInTheHelp()
    {
        QSet<QString> keys;
        for (const SettingRow &row : settingRows()) {
            keys.insert(QString::fromLatin1(row.key));
            QVERIFY(row.summary && *row.summary);
        }
        QCOMPARE(keys.size(), qsizetype(settingRows().size()));
    }
};
CHATOPS_TEST(TestProfile)

#include "testprofile.moc"
