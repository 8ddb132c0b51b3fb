// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/client.h"
#include "tests/support/faultproxy.h"
#include "tests/support/registry.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// The real programs under load through a network that fails, killed with
/// SIGKILL in the middle of whatever they are doing. CHATOPS_KILLS says how
/// often, 100 unless given.
class TestKills : public QObject {
    Q_OBJECT
private:
    struct Loader {
        QString folder;
        std::unique_ptr<QProcess> process;
        QByteArray buffer;
        QString broken;
        QList<QByteArray> said; ///< The last things.
        int lines = 0;
    };
    std::mt19937_64 m_random{20261122};
    QTemporaryDir m_dir;
    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::array<Loader, 2> m_loaders;

    void begin(Loader &loader, const QStringList &arguments = {})
    {
        loader.process = std::make_unique<QProcess>();
        loader.process->setProcessChannelMode(QProcess::SeparateChannels);
        loader.process->setStandardErrorFile(loader.folder + u"/errors"_s, QIODevice::Append);
        loader.buffer.clear();
        connect(loader.process.get(), &QProcess::readyRead, this, [&loader] {
            loader.buffer += loader.process->readAll();
            for (qsizetype end = 0; (end = loader.buffer.indexOf('\n')) >= 0;) {
                const QByteArray line = loader.buffer.left(end);
                loader.buffer.remove(0, end + 1);
                ++loader.lines;
                loader.said = loader.said.last(std::min<qsizetype>(loader.said.size(), 40)) << line;
                if (line.startsWith("broken") || line.startsWith("failed"))
                    loader.broken = QString::fromUtf8(line);
            }
        });
        loader.process->start(QStringLiteral(CHATOPS_LOAD_CLIENT), QStringList{loader.folder} + arguments);
    }
    static void end(Loader &loader)
    {
        loader.process->kill();
        loader.process->waitForFinished(Patience);
    }
    /// Until the client has said so many more things; that is, at a moment of its
    /// own choosing and not of the clock's.
    void after(Loader &loader, int lines)
    {
        const int wanted = loader.lines + lines;
        QVERIFY2(QTest::qWaitFor(
                     [&] {
                         return loader.lines >= wanted || !loader.broken.isEmpty()
                             || loader.process->state() == QProcess::NotRunning;
                     },
                     Patience),
                 "the client says nothing");
        QVERIFY2(loader.broken.isEmpty(), qPrintable(loader.broken));
        QFile errors(loader.folder + u"/errors"_s);
        const QByteArray told =
            errors.open(QIODevice::ReadOnly) ? errors.readAll().right(2'000) : QByteArray();
        QVERIFY2(loader.process->state() != QProcess::NotRunning,
                 ("the client ended by itself, " + loader.process->errorString().toUtf8() + ", code "
                  + QByteArray::number(loader.process->exitCode())
                  + (loader.process->exitStatus() == QProcess::CrashExit ? " crashed: " : ": ")
                  + loader.said.join(" | ") + " | " + told)
                     .constData());
    }

private Q_SLOTS:
    void cleanup()
    {
        for (Loader &loader : m_loaders) {
            if (loader.process)
                end(loader);
        }
    }

    void everythingDurableArrivesOnce()
    {
        const int kills =
            qEnvironmentVariableIsSet("CHATOPS_KILLS") ? qEnvironmentVariableIntValue("CHATOPS_KILLS") : 100;
        m_server.makeDemo();
        m_server.start({u"--heartbeat"_s, u"400"_s});
        m_proxy = std::make_unique<FaultProxy>(m_random());
        m_proxy->setTarget(m_server.port());
        const std::array names{u"ana"_s, u"mika"_s};
        ChannelId channel;
        for (size_t i = 0; i < m_loaders.size(); ++i) {
            Loader &loader = m_loaders[i];
            loader.folder = m_dir.filePath(names[i]);
            QDir().mkpath(loader.folder);
            Client client(m_server, names[i], m_dir.filePath(names[i] + u"-first"_s));
            client.open();
            channel = client.channel(u"general"_s);
            const QJsonObject config{{"server"_L1, u"http://127.0.0.1:%1"_s.arg(m_proxy->serverPort())},
                                     {"workspace"_L1, client.account().workspace.toString()},
                                     {"device"_L1, client.account().device.toString()},
                                     {"channel"_L1, channel.toString()},
                                     {"name"_L1, names[i]}};
            QFile file(loader.folder + u"/config.json"_s);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(config).toJson()) > 0);
            QFile token(loader.folder + u"/token"_s);
            const QByteArray refresh = *await(client.vault().read(u"token"_s));
            QVERIFY(token.open(QIODevice::WriteOnly) && token.write(refresh) == refresh.size());
        }
        m_proxy->setFaults(60);
        for (Loader &loader : m_loaders)
            begin(loader);
        int clients = 0;
        int servers = 0;
        for (int i = 0; i < kills; ++i) {
            Loader &loader = m_loaders[m_random() % 2];
            // Few lines: it is opening, migrating, loading a snapshot. Many: it writes and syncs.
            after(loader, int(m_random() % 3 ? m_random() % 60 : m_random() % 4));
            if (QTest::currentTestFailed())
                return;
            if (m_random() % 3) {
                end(loader);
                ++clients;
                if (m_random() % 5 == 0) {
                    // A new cache: made, filled by a snapshot, swapped in; the outbox stays.
                    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
                        QFile::remove(loader.folder + u"/store/cache.db"_s + suffix);
                }
                begin(loader);
            } else {
                m_server.kill();
                ++servers;
                if (m_random() % 2)
                    after(m_loaders[m_random() % 2], 5); // Written while there is no server.
                m_server.start({u"--heartbeat"_s, u"400"_s});
            }
            if (m_random() % 4 == 0)
                m_proxy->resetAll();
        }
        m_proxy->setFaults(0);
        m_proxy->resetAll();
        QSet<QByteArray> written;
        for (Loader &loader : m_loaders) {
            end(loader);
            begin(loader, {u"settle"_s});
            QVERIFY2(QTest::qWaitFor([&] { return loader.process->state() == QProcess::NotRunning; },
                                     2 * Patience),
                     loader.said.join(" | ").constData());
            QVERIFY2(loader.process->exitStatus() == QProcess::NormalExit && loader.process->exitCode() == 0,
                     qPrintable(loader.broken));
            QFile journal(loader.folder + u"/journal"_s);
            QVERIFY(journal.open(QIODevice::ReadOnly));
            const QList<QByteArray> lines = journal.readAll().split('\n');
            for (const QByteArray &line : lines) {
                if (line.size() > 36)
                    written.insert(line);
            }
        }
        QVERIFY(written.size() > kills);
        // What a third device sees.
        Client reader(m_server, u"ana"_s, m_dir.filePath(u"reader"_s));
        reader.open();
        QHash<QByteArray, int> seen;
        for (qint64 before = 1'000'000'000; before > 1;) {
            VERIFY_OK(await(reader.backend().fetchHistory(channel, before, 500)));
            const auto page = await(
                reader.store().cache()->messages({channel, {}, MessageQuery::Where::Before, before, 500}));
            VERIFY_OK(page);
            const QList<MessageRow> rows = page->rows;
            for (const MessageRow &row : rows)
                ++seen["message " + row.message.id.toString().toLatin1()];
            if (rows.isEmpty() || rows.first().message.seq >= before)
                break;
            before = rows.first().message.seq;
        }
        const QList<Task> tasks = *await(reader.store().cache()->tasks());
        for (const Task &task : tasks)
            ++seen["task " + task.id.toString().toLatin1()];
        for (const QByteArray &one : std::as_const(written))
            QVERIFY2(seen.value(one) == 1, (one + ": " + QByteArray::number(seen.value(one))).constData());
        QString faults;
        for (int i = 0; i < 8; ++i)
            faults += u" %1"_s.arg(m_proxy->count(FaultProxy::Fault(i)));
        qInfo("%d kills of a client, %d of the server; %d changes, each there once; connections by fault:%s",
              clients, servers, int(written.size()), qPrintable(faults));
    }
};
CHATOPS_TEST(TestKills)

#include "testkills.moc"
