// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rights.h"

#include "privacy/exportrun.h"
#include "server/hub/database.h"
#include "server/hub/workspace.h"
#include "tests/bench/measure.h"
#include "tests/bench/world.h"
#include "tests/support/client.h"
#include "ui/privacyexport.h"

#include <QApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Bench {
namespace {

constexpr int others = 4;

/// The account's messages, tasks, events and files, straight into the server's database.
void fill(const QString &data, int messages, int tasks, int events, int files)
{
    const SystemClock clock;
    const auto folder = need(Server::DataFolder::open(data));
    const auto db = need(folder.connect());
    Server::Workspace workspace(*db, need(Server::Workspace::all(*db)).first().id, clock);
    const PersonId self = need(workspace.personByHandle(u"leaver"_s))->id;
    const Channel channel = *need(workspace.channelByName(u"general"_s));
    QRandomGenerator random(42);
    const auto words = [&random](int count) {
        QString text;
        for (int word = 0; word < count; ++word) {
            for (int letter = 0; letter < 3 + int(random.bounded(7)); ++letter)
                text += QChar(u'a' + char16_t(random.bounded(26)));
            text += u' ';
        }
        return text;
    };
    QByteArray bytes(100'000, Qt::Uninitialized);
    const int every = std::max(1, messages / std::max(1, files));
    int made = 0;
    for (int from = 0; from < messages; from += 5'000) {
        Transaction transaction(*db);
        need(transaction.begun());
        for (int i = from; i < std::min(messages, from + 5'000); ++i) {
            Message message;
            message.id = MessageId::create();
            message.channel = channel.id;
            message.author = self;
            message.text = words(4 + int(random.bounded(12)));
            if (i % every == 0 && made < files) {
                random.generate(reinterpret_cast<quint32 *>(bytes.data()),
                                reinterpret_cast<quint32 *>(bytes.data() + bytes.size()));
                const FileRef file{FileId::create(), u"file-%1.bin"_s.arg(made++),
                                   u"application/octet-stream"_s, bytes.size()};
                need(db->run(
                    u"INSERT INTO file (id, workspace, owner, channel, size, bytes, at) VALUES (?, ?, ?, ?, ?, ?, 1)"_s,
                    {file.id.toBytes(), workspace.id().toBytes(), self.toBytes(), channel.id.toBytes(),
                     bytes.size(), bytes}));
                message.files = {file};
            }
            (void)need(workspace.postMessage(message));
        }
        need(transaction.commit());
    }
    Transaction transaction(*db);
    need(transaction.begun());
    for (int i = 0; i < tasks; ++i) {
        const Task task = taskOf(words(5), words(30), self, channel.id, clock.now());
        (void)need(workspace.publishTask(task, std::nullopt, self));
    }
    for (int i = 0; i < events; ++i) {
        const Event event = eventOf(words(5), i, self, channel.id, clock.now());
        (void)need(workspace.publishEvent(event, std::nullopt, self));
    }
    need(transaction.commit());
}

/// Longest time between two turns of the event loop, in milliseconds.
class StallMeter {
public:
    StallMeter()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            longest = std::max(longest, double(m_since.nsecsElapsed()) / 1e6 - 2);
            m_since.restart();
        });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(2);
        m_since.start();
    }
    double longest = 0;

private:
    QTimer m_timer;
    QElapsedTimer m_since;
};

double ownMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = status.readAll();
    const qsizetype at = all.indexOf("VmRSS:");
    return all.mid(at + 6, 20).trimmed().split(' ').first().toDouble() * 1024;
}

/// One message of somebody else, until the server has confirmed it; in milliseconds.
double postOnce(Client &client, ChannelId channel)
{
    QElapsedTimer timer;
    timer.start();
    (void)client.post(channel, u"work goes on"_s);
    client.waitSettled();
    return milliseconds(timer);
}

} // namespace

QList<Figure> rightsFigures(bool quick)
{
    const int part = quick ? 50 : 1;
    ServerProcess server;
    (void)server.command({u"channel"_s, u"add"_s, u"general"_s});
    server.addUser(u"leaver"_s, u"Leaver"_s);
    for (int i = 0; i < others; ++i)
        server.addUser(u"worker%1"_s.arg(i), u"Worker"_s);
    fill(server.dataPath(), 100'000 / part, 5'000 / part, 2'000 / part, 500 / part);
    const QString rules = QString(server.command({u"privacy"_s, u"rules"_s}))
                              .replace(u"\"remove_on_erasure\": false"_s, u"\"remove_on_erasure\": true"_s);
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"rules.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(rules.toUtf8()) < 0)
        qFatal("no rules");
    file.close();
    (void)server.command({u"privacy"_s, u"rules"_s, file.fileName()});
    server.start();
    Client leaver(server, u"leaver"_s, dir.filePath(u"leaver"_s));
    leaver.open();

    ConsentGate gate;
    UsageCounter usage(gate);
    NetworkLedger ledger;
    ExportRun run(
        {leaver.store().cache(), leaver.store().outbox(), &leaver.backend(), &ledger, &usage, {}, {}});
    Account account{leaver.store().cache(),     leaver.store().outbox(),        &leaver.backend(),
                    leaver.account().workspace, leaver.account().workspaceName, leaver.account().person};
    PendingWork work(account);
    PrivacyModel model(account, work);
    ExportPage page(model, run);
    page.resize(900, 700);
    page.show();
    need(await(leaver.backend().ask(AccountWish::Confirm, {},
                                    {{"password"_L1, QString::fromLatin1(ServerProcess::Password)}})));
    QCoreApplication::processEvents();
    const double before = ownMemory();
    const double serverBefore = double(server.memory());
    double most = before;
    double serverMost = serverBefore;
    QElapsedTimer timer;
    double exported = 0;
    double stall = 0;
    {
        StallMeter meter;
        timer.start();
        run.start(u"access"_s, dir.filePath(u"export.zip"_s));
        spinUntil(
            "the export",
            [&] {
                most = std::max(most, ownMemory());
                serverMost = std::max(serverMost, double(server.memory()));
                return !run.isRunning();
            },
            600'000);
        exported = seconds(timer);
        stall = meter.longest;
    }
    if (run.state() != ExportRun::State::Done)
        qFatal("no export: %s", qPrintable(run.error().message));

    std::vector<std::unique_ptr<Client>> workers;
    for (int i = 0; i < others; ++i) {
        workers.push_back(
            std::make_unique<Client>(server, u"worker%1"_s.arg(i), dir.filePath(u"w%1"_s.arg(i))));
        workers.back()->open();
    }
    const ChannelId general = workers.front()->channel(u"general"_s);
    QList<double> usual;
    for (int i = 0; i < (quick ? 20 : 200); ++i)
        usual.append(postOnce(*workers[size_t(i % others)], general));
    QList<double> meanwhile;
    timer.restart();
    const QString receipt =
        need(await(leaver.backend().ask(AccountWish::Erase, {}, {}))).value("receipt"_L1).toString();
    leaver.close();
    double erased = 0;
    const auto ledgerPointer = std::make_shared<NetworkLedger>();
    for (int i = 0; erased == 0; ++i) {
        meanwhile.append(postOnce(*workers[size_t(i % others)], general));
        if (i % 5 == 0
            && need(await(fetchReceipt(server.url(), receipt, ledgerPointer))).value("state"_L1).toString()
                == u"done")
            erased = seconds(timer);
    }
    return {{u"export"_s, exported, u"s"_s, 60.0 / part, 1.0},
            {u"export-stall"_s, stall, u"ms"_s, 50, 1.0},
            {u"export-memory"_s, most / 1e6, u"MB"_s, before / 1e6, 1.25},
            {u"export-server-memory"_s, serverMost / 1e6, u"MB"_s, serverBefore / 1e6, 1.5},
            {u"deletion"_s, erased, u"s"_s, 30.0 / part, 1.0},
            {u"deletion-others"_s, median(meanwhile), u"ms"_s, median(usual), 2.0},
            {u"deletion-others-99"_s, percentile99(meanwhile), u"ms"_s, percentile99(usual), 2.0}};
}

} // namespace ChatOps::Bench
