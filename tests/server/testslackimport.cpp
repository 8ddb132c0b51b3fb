// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "server/commands/slackimport.h"
#include "server/hub/serverschema.h"
#include "tests/support/registry.h"
#include "tests/support/waiting.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Server;
using namespace Qt::Literals::StringLiterals;

class TestSlackImport : public QObject {
    Q_OBJECT
private:
    SystemClock m_clock;
    QTemporaryDir m_dir;
    std::unique_ptr<Connection> m_db;
    WorkspaceId m_workspace;

    QString zip(const QHash<QString, QByteArray> &files)
    {
        const QString folder = m_dir.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces));
        QDir().mkpath(folder);
        for (auto it = files.begin(); it != files.end(); ++it) {
            QDir().mkpath(QFileInfo(folder + u'/' + it.key()).path());
            QFile file(folder + u'/' + it.key());
            if (!file.open(QIODevice::WriteOnly))
                qFatal("cannot write");
            file.write(it.value());
        }
        const QString path = folder + u".zip"_s;
        QProcess process;
        process.setWorkingDirectory(folder);
        process.start(u"zip"_s, {u"-qr"_s, path, u"."_s});
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("zip failed");
        return path;
    }

    static QHash<QString, QByteArray> small()
    {
        return {
            {u"users.json"_s,
             "[{\"id\":\"U1\",\"name\":\"Ana.Lind\",\"profile\":{\"display_name\":\"Ana Lind\"}},\n"
             " {\"id\":\"U2\",\"name\":\"jonas\",\"profile\":{\"real_name\":\"Jonas Ott\"}}]"},
            {u"channels.json"_s,
             "[{\"id\":\"C1\",\"name\":\"general\",\"members\":[\"U1\",\"U2\"],\"topic\":{\"value\":\"All &amp; sundry\"}}]"},
            {u"general/2026-01-01.json"_s,
             "[\n"
             " {\"type\":\"message\",\"user\":\"U1\",\"text\":\"Hello <@U2>, see <https://x.org|this> &lt;ok&gt; *bold* ~gone~\",\"ts\":\"1767258000.000100\",\"thread_ts\":\"1767258000.000100\",\n"
             "  \"reactions\":[{\"name\":\"+1\",\"users\":[\"U2\"]}]},\n"
             " {\"type\":\"message\",\"user\":\"U2\",\"text\":\"a reply\",\"ts\":\"1767258060.000200\",\"thread_ts\":\"1767258000.000100\"},\n"
             " {\"type\":\"message\",\"subtype\":\"channel_join\",\"user\":\"U2\",\"text\":\"joined\",\"ts\":\"1767258061.000000\"},\n"
             " {\"type\":\"message\",\"user\":\"U2\",\"text\":\"second\",\"ts\":\"1767258070.000300\",\"edited\":{\"user\":\"U2\",\"ts\":\"1767258080.000000\"}}\n"
             "]"}};
    }

    SlackImport::Counts importFrom(const QString &path, QList<SlackImport::Problem> *problems = nullptr)
    {
        SlackImport job(*m_db, m_workspace, m_clock);
        const auto counts = job.run(SlackArchive(path), {}, [](qsizetype, qsizetype) {});
        if (!counts)
            qFatal("%s", qPrintable(counts.error().message));
        if (problems)
            *problems = job.problems();
        return *counts;
    }

private Q_SLOTS:
    void init()
    {
        m_db = std::move(*Connection::open({u":memory:"_s, false, false}, Secret()));
        VERIFY_OK(migrateServer(*m_db));
        m_workspace = Workspace::create(*m_db, u"w"_s).value();
    }

    void takesOverPeopleChannelsThreadsReactionsAndEdits()
    {
        const auto counts = importFrom(zip(small()));
        QCOMPARE(counts.people, 2);
        QCOMPARE(counts.channels, 1);
        QCOMPARE(counts.messages, 3);
        QCOMPARE(counts.skipped, 1);
        Workspace workspace(*m_db, m_workspace, m_clock);
        const Channel channel = workspace.channelByName(u"general"_s)->value();
        const QList<Message> messages = readMessages(*m_db, channel.id, 1, 10).value();
        QCOMPARE(messages.size(), 3);
        QCOMPARE(messages[0].text, u"Hello @jonas, see [this](https://x.org) <ok> **bold** ~~gone~~"_s);
        QCOMPARE(messages[0].reactions.at(0).emoji, u"👍"_s);
        QCOMPARE(messages[0].replies, 1);
        QCOMPARE(messages[1].root, messages[0].id);
        QCOMPARE(messages[2].editedAt, 1767258080000);
        QCOMPARE(messages[0].createdAt, 1767258000000);
        QCOMPARE(workspace.personByHandle(u"ana.lind"_s)->value().name, u"Ana Lind"_s);
        QVERIFY(readMembership(*m_db, channel.id, messages[0].author)->has_value());
    }

    void repeatedNothingIsDoubledAndNewThingsComeIn()
    {
        QHash<QString, QByteArray> files = small();
        importFrom(zip(files));
        auto counts = importFrom(zip(files));
        QCOMPARE(counts.messages, 0);
        QCOMPARE(counts.present, 3);
        QCOMPARE(counts.people, 0);
        files[u"general/2026-01-02.json"_s] =
            "[{\"type\":\"message\",\"user\":\"U1\",\"text\":\"later\",\"ts\":\"1767344400.000100\"}]";
        counts = importFrom(zip(files));
        QCOMPARE(counts.messages, 1);
        QCOMPARE(m_db->value(u"SELECT count(*) FROM message"_s).value().toInt(), 4);
        QCOMPARE(m_db->value(u"SELECT count(DISTINCT seq) FROM message"_s).value().toInt(), 4);
        QCOMPARE(m_db->value(u"SELECT replies FROM message WHERE seq = 1"_s).value().toInt(), 1);
    }

    void aMalformedPartIsReportedWithFileAndLineAndTheRestImported()
    {
        QHash<QString, QByteArray> files = small();
        files[u"general/2026-01-03.json"_s] =
            "[\n{\"user\":\"U1\",\"text\":\"good\",\"ts\":\"1767430800.000100\"},\n{\"user\":\"U1\",\"text\":\"no time\"},\n"
            "{\"user\": oops},\n{\"user\":\"U1\",\"text\":\"also good\",\"ts\":\"1767430801.000100\"}\n]";
        files[u"general/2026-01-04.json"_s] = "{ not a list";
        QList<SlackImport::Problem> problems;
        const auto counts = importFrom(zip(files), &problems);
        QCOMPARE(counts.messages, 5);
        QCOMPARE(problems.size(), 3);
        QList<int> lines;
        for (const SlackImport::Problem &problem : std::as_const(problems)) {
            if (problem.file == u"general/2026-01-03.json")
                lines.append(problem.line);
        }
        std::sort(lines.begin(), lines.end());
        QCOMPARE(lines, (QList<int>{3, 4}));
    }

    void brokenListsEndAndAreReported_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("good");
        QTest::addColumn<int>("bad");
        QTest::newRow("stray brace") << QByteArray("[{\"a\":1}}]") << 0 << 1;
        QTest::newRow("brace first") << QByteArray("[}]") << 0 << 1;
        QTest::newRow("brace between") << QByteArray("[{\"a\":1},},{\"b\":2}]") << 2 << 1;
        QTest::newRow("bracket inside") << QByteArray("[{\"a\":1]}, {\"b\":2}]") << 1 << 1;
        QTest::newRow("open string") << QByteArray("[{\"a\":\"x}, {\"b\":2}]") << 0 << 2;
        QTest::newRow("backslash at the end") << QByteArray("[\"\\") << 0 << 2;
        QTest::newRow("empty") << QByteArray("") << 0 << 1;
        QTest::newRow("only commas") << QByteArray("[,,,]") << 0 << 0;
    }
    void brokenListsEndAndAreReported()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, good);
        QFETCH(int, bad);
        const QList<JsonElement> elements = splitJsonList(bytes);
        const auto broken = std::count_if(elements.begin(), elements.end(), [](const JsonElement &element) {
            return !element.problem.isEmpty();
        });
        QCOMPARE(int(broken), bad);
        QCOMPARE(int(elements.size() - broken), good);
    }

    void aSpoiltEntryOfTheZipIsReportedAndTheRestImported()
    {
        QHash<QString, QByteArray> files = small();
        files[u"general/2026-01-05.json"_s] =
            "[{\"user\":\"U1\",\"text\":\"CANARYCANARY\",\"ts\":\"1767600000.000100\"}]";
        const QString path = zip(files);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        // The checksum in the entry's head no longer fits its bytes.
        const qsizetype at = bytes.indexOf("general/2026-01-05.json");
        QVERIFY(at > 30);
        bytes[at - 16] = char(bytes[at - 16] ^ 0x55);
        file.seek(0);
        file.write(bytes);
        file.close();
        QList<SlackImport::Problem> problems;
        const auto counts = importFrom(path, &problems);
        QCOMPARE(counts.messages, 3);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems[0].file, u"general/2026-01-05.json"_s);
    }

    void repeatedItUndoesNothingDoneOnTheServerSince()
    {
        const QHash<QString, QByteArray> files = small();
        importFrom(zip(files));
        Workspace workspace(*m_db, m_workspace, m_clock);
        Person ana = workspace.personByHandle(u"ana.lind"_s)->value();
        ana.active = false;
        ana.role = Role::Guest;
        VERIFY_OK(writePerson(*m_db, ana));
        const Channel channel = workspace.channelByName(u"general"_s)->value();
        VERIFY_OK(workspace.removeMember(channel, ana.id));
        const auto before = workspace.summary();
        importFrom(zip(files));
        const Person after = workspace.personByHandle(u"ana.lind"_s)->value();
        QVERIFY(!after.active);
        QCOMPARE(after.role, Role::Guest);
        QVERIFY(!readMembership(*m_db, channel.id, ana.id)->has_value());
        // Nothing new came in: nobody has to load anything anew.
        QCOMPARE(workspace.summary()->rev, before->rev);
        QCOMPARE(workspace.summary()->floor, before->floor);
    }

    void whatIsNoExportIsSaidSo()
    {
        SlackImport job(*m_db, m_workspace, m_clock);
        const auto nothing = [](qsizetype, qsizetype) {};
        QVERIFY(!job.run(SlackArchive(m_dir.filePath(u"missing.zip"_s)), {}, nothing));
        const auto wrong = job.run(SlackArchive(zip({{u"readme.txt"_s, "x"}})), {}, nothing);
        QVERIFY(!wrong);
        QVERIFY(wrong.error().message.contains(u"users.json"_s));
        QFile file(m_dir.filePath(u"rubbish.zip"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        QVERIFY(!job.run(SlackArchive(file.fileName()), {}, nothing));
    }

    void peopleOfTheSameNameGetHandlesOfTheirOwn()
    {
        QHash<QString, QByteArray> files = small();
        files[u"users.json"_s] =
            "[{\"id\":\"U1\",\"name\":\"ana\"},{\"id\":\"U2\",\"name\":\"Ana\"},{\"id\":\"U3\",\"name\":\"アナ\"}]";
        importFrom(zip(files));
        QCOMPARE(m_db->value(u"SELECT count(DISTINCT handle) FROM person"_s).value().toInt(), 3);
    }
};
CHATOPS_TEST(TestSlackImport)

#include "testslackimport.moc"
