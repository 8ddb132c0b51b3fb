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
        bool opened = false; ///< Of this process: the store is open,
        bool loading = false; ///< a snapshot comes in,
        bool online = false; ///< it is in sync.
    };
    std::mt19937_64 m_random{20261122};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServerProcess> m_server;
    ChannelId m_channel;
    std::unique_ptr<FaultProxy> m_proxy;
    std::array<Loader, 2> m_loaders;

    void begin(Loader &loader, const QStringList &arguments = {}, const QStringList &environment = {})
    {
        loader.process = std::make_unique<QProcess>();
        loader.process->setEnvironment(QProcess::systemEnvironment() + environment);
        loader.opened = loader.loading = loader.online = false;
        loader.process->setProcessChannelMode(QProcess::SeparateChannels);
        loader.process->setStandardErrorFile(loader.folder + u"/errors"_s, QIODevice::Append);
        loader.buffer.clear();
        connect(loader.process.get(), &QProcess::readyRead, this, [&loader] {
            loader.buffer += loader.process->readAll();
            for (qsizetype end = 0; (end = loader.buffer.indexOf('\n')) >= 0;) {
                const QByteArray line = loader.buffer.left(end);
                loader.buffer.remove(0, end + 1);
                ++loader.lines;
                loader.opened |= line == "opened";
                loader.loading |= line.startsWith("snapshot");
                loader.online |= line == "state " + QByteArray::number(int(LinkStatus::State::Online));
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
        if (loader.process->state() == QProcess::NotRunning)
            QFAIL(howItEnded(loader).constData());
    }
    static QByteArray howItEnded(const Loader &loader)
    {
        QFile errors(loader.folder + u"/errors"_s);
        const QByteArray told =
            errors.open(QIODevice::ReadOnly) ? errors.readAll().right(4'000) : QByteArray();
        return "the client ended by itself, " + loader.process->errorString().toUtf8() + ", code "
            + QByteArray::number(loader.process->exitCode())
            + (loader.process->exitStatus() == QProcess::CrashExit ? " crashed: " : ": ")
            + loader.said.join(" | ") + " | " + loader.broken.toUtf8() + " | " + told;
    }

    /// Lets everything settle and compares what was called durable with what a third
    /// device is given; how many changes there were.
    qsizetype verifyEverythingArrivedOnce()
    {
        QSet<QByteArray> written;
        collectWritten(written);
        return written.size();
    }
    void collectWritten(QSet<QByteArray> &written)
    {
        m_proxy->setFaults(0);
        m_proxy->resetAll();
        for (Loader &loader : m_loaders) {
            end(loader);
            begin(loader, {u"settle"_s});
            QVERIFY2(QTest::qWaitFor([&] { return loader.process->state() == QProcess::NotRunning; },
                                     2 * Patience),
                     loader.said.join(" | ").constData());
            if (loader.process->exitStatus() != QProcess::NormalExit || loader.process->exitCode() != 0)
                QFAIL(howItEnded(loader).constData());
            QFile journal(loader.folder + u"/journal"_s);
            QVERIFY(journal.open(QIODevice::ReadOnly));
            const QList<QByteArray> lines = journal.readAll().split('\n');
            for (const QByteArray &line : lines) {
                if (line.size() > 36)
                    written.insert(line);
            }
        }
        // What a third device sees.
        Client reader(*m_server, u"ana"_s, m_dir->filePath(u"reader"_s));
        reader.open();
        QHash<QByteArray, int> seen;
        for (qint64 before = 1'000'000'000; before > 1;) {
            VERIFY_OK(await(reader.backend().fetchHistory(m_channel, before, 500)));
            const auto page = await(
                reader.store().cache()->messages({m_channel, {}, MessageQuery::Where::Before, before, 500}));
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
    }
    static int wanted(int usually)
    {
        return qEnvironmentVariableIsSet("CHATOPS_KILLS") ? qEnvironmentVariableIntValue("CHATOPS_KILLS")
                                                          : usually;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ServerProcess>();
        m_loaders = {};
        m_server->makeDemo();
        m_server->start({u"--heartbeat"_s, u"400"_s});
        m_proxy = std::make_unique<FaultProxy>(m_random());
        m_proxy->setTarget(m_server->port());
        const std::array names{u"ana"_s, u"mika"_s};
        for (size_t i = 0; i < m_loaders.size(); ++i) {
            Loader &loader = m_loaders[i];
            loader.folder = m_dir->filePath(names[i]);
            QDir().mkpath(loader.folder);
            Client client(*m_server, names[i], m_dir->filePath(names[i] + u"-first"_s));
            client.open();
            m_channel = client.channel(u"general"_s);
            const QJsonObject config{{"server"_L1, u"http://127.0.0.1:%1"_s.arg(m_proxy->serverPort())},
                                     {"workspace"_L1, client.account().workspace.toString()},
                                     {"device"_L1, client.account().device.toString()},
                                     {"channel"_L1, m_channel.toString()},
                                     {"name"_L1, names[i]}};
            QFile file(loader.folder + u"/config.json"_s);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(config).toJson()) > 0);
            QFile token(loader.folder + u"/token"_s);
            const QByteArray refresh = *await(client.vault().read(u"token"_s));
            QVERIFY(token.open(QIODevice::WriteOnly) && token.write(refresh) == refresh.size());
        }
    }
    void cleanup()
    {
        for (Loader &loader : m_loaders) {
            if (loader.process)
                end(loader);
        }
        m_proxy.reset();
        m_server.reset();
        m_dir.reset();
    }

    void everythingDurableArrivesOnce()
    {
        const int kills = wanted(100);
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
                m_server->kill();
                ++servers;
                if (m_random() % 2)
                    after(m_loaders[m_random() % 2], 5); // Written while there is no server.
                m_server->start({u"--heartbeat"_s, u"400"_s});
            }
            if (m_random() % 4 == 0)
                m_proxy->resetAll();
        }
        const qsizetype written = verifyEverythingArrivedOnce();
        if (QTest::currentTestFailed())
            return;
        QVERIFY(written > kills);
        QString faults;
        for (int i = 0; i < 8; ++i)
            faults += u" %1"_s.arg(m_proxy->count(FaultProxy::Fault(i)));
        qInfo("%d kills of a client, %d of the server; %d changes, each there once; connections by fault:%s",
              clients, servers, int(written), qPrintable(faults));
    }

    void killedInTheMiddleOfAWriteLosesNothing()
    {
#ifndef CHATOPS_DISK_FAULTS
        QSKIP("the disk's faults are for Linux");
#else
        // Where it dies, by its own hand, half a write done: while a new cache is made,
        // while a snapshot is loaded and swapped in, while the log is written back into
        // the database (nothing else writes that file), while a change is made durable.
        enum Moment { Migration, Swap, Checkpoint, Outbox, ServerCommit, ServerCheckpoint, Moments };
        std::array<int, Moments> died{};
        const int each = wanted(60) / Moments + 1;
        for (Loader &loader : m_loaders)
            begin(loader);
        for (int i = 0; i < each * Moments; ++i) {
            const auto moment = Moment(i % Moments);
            Loader &loader = m_loaders[m_random() % 2];
            const auto faults = [&](const QString &file, int after) {
                return QStringList{
                    u"LD_PRELOAD="_s + QStringLiteral(CHATOPS_DISK_FAULTS), u"CHATOPS_DISK_PATH="_s + file,
                    u"CHATOPS_DISK_AFTER=%1"_s.arg(after), u"CHATOPS_DISK_FAULT=kill"_s,
                    // The sanitizers want to be first; this library does without them.
                    u"ASAN_OPTIONS=verify_asan_link_order=0:"_s + qEnvironmentVariable("ASAN_OPTIONS")};
            };
            after(loader, int(m_random() % 40));
            if (QTest::currentTestFailed())
                return;
            if (moment == ServerCommit || moment == ServerCheckpoint) {
                m_server->kill();
                m_server->setEnvironment(
                    faults(moment == ServerCommit ? u"/server.db-wal$"_s : u"/server.db$"_s,
                           int(m_random() % (moment == ServerCommit ? 60 : 12))));
                m_server->start({u"--heartbeat"_s, u"400"_s}, false);
                // In its own time: the server's log is written back at a thousand pages.
                QVERIFY(QTest::qWaitFor([&] { return !m_server->isRunning(); }, 2 * Patience));
                QVERIFY2(m_server->hasCrashed(), m_server->log().right(2'000).constData());
                QVERIFY2(m_server->log().contains(moment == ServerCommit ? "server.db-wal\n" : "server.db\n"),
                         m_server->log().right(2'000).constData());
                ++died[moment];
                m_server->start({u"--heartbeat"_s, u"400"_s});
                continue;
            }
            end(loader);
            if (moment == Migration || moment == Swap) {
                for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
                    QFile::remove(loader.folder + u"/store/cache.db"_s + suffix);
            }
            const QStringList fault = moment == Outbox ? faults(u"/outbox"_s, int(m_random() % 40))
                : moment == Checkpoint                 ? faults(u"/cache.db$"_s, int(m_random() % 8))
                : moment == Migration                  ? faults(u"/cache.db"_s, int(m_random() % 12))
                                                       : faults(u"/cache.db"_s, 60 + int(m_random() % 200));
            begin(loader, {}, fault);
            QVERIFY2(QTest::qWaitFor(
                         [&] {
                             return loader.process->state() == QProcess::NotRunning
                                 || !loader.broken.isEmpty();
                         },
                         2 * Patience),
                     loader.said.join(" | ").constData());
            QVERIFY2(loader.broken.isEmpty(), qPrintable(loader.broken));
            QCOMPARE(loader.process->exitStatus(), QProcess::CrashExit);
            const bool there = moment == Migration ? !loader.opened
                : moment == Swap                   ? loader.opened && !loader.online
                                                   : true;
            died[moment] += there ? 1 : 0;
            begin(loader);
        }
        const qsizetype written = verifyEverythingArrivedOnce();
        if (QTest::currentTestFailed())
            return;
        for (int moment = 0; moment < Moments; ++moment)
            QVERIFY2(died[size_t(moment)] >= each / 2, QByteArray::number(moment).constData());
        qInfo(
            "died: %d migrating, %d swapping, %d in a checkpoint, %d in the outbox; server: %d committing, %d "
            "in a checkpoint; %d changes, each there once",
            died[Migration], died[Swap], died[Checkpoint], died[Outbox], died[ServerCommit],
            died[ServerCheckpoint], int(written));
#endif
    }
};
CHATOPS_TEST(TestKills)

#include "testkills.moc"
