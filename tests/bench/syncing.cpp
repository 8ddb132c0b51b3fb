// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/syncing.h"

#include "privacy/networkledger.h"
#include "server/hub/database.h"
#include "server/hub/workspace.h"
#include "tests/bench/measure.h"
#include "tests/bench/stores.h"
#include "tests/bench/world.h"
#include "tests/support/client.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Bench {
namespace {

constexpr int newestOfChannel = 50;

/// Somebody who is in every channel of a made-up workspace.
void fillServer(const QString &data, World &world)
{
    const SystemClock clock;
    const auto folder = need(Server::DataFolder::open(data));
    const auto db = need(folder.connect());
    Transaction transaction(*db);
    need(transaction.begun());
    Server::Workspace workspace(*db, need(Server::Workspace::all(*db)).first().id, clock);
    const PersonId self = need(workspace.personByHandle(u"mika"_s))->id;
    for (const Person &person : world.people())
        (void)need(workspace.addPerson(person.name, person.handle, Role::Member, u"-"_s));
    QList<ChannelId> channels;
    for (Channel channel : world.channels())
        channels.append(need(workspace.createChannel(channel, self, {self})).id);
    for (const ChannelId channel : std::as_const(channels)) {
        for (int i = 0; i < newestOfChannel; ++i) {
            Message message;
            message.id = MessageId::create();
            message.channel = channel;
            message.author = self;
            message.text = world.words(3 + world.below(18));
            (void)need(workspace.postMessage(message));
        }
    }
    for (int i = 0; i < world.size().tasks; ++i) {
        const Task task =
            taskOf(world.words(5), world.words(20), self, channels[i % channels.size()], clock.now());
        (void)need(workspace.publishTask(task, std::nullopt, self));
    }
    for (int i = 0; i < world.size().events; ++i) {
        const Event event = eventOf(world.words(5), i, self, channels[i % channels.size()], clock.now());
        (void)need(workspace.publishEvent(event, std::nullopt, self));
    }
    need(transaction.commit());
}

/// So many bytes over a socket of this computer into a file that is synced; milliseconds.
double bareTransfer(qint64 bytes, const QString &path)
{
    const int listening = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (listening < 0 || bind(listening, generic, size) != 0 || listen(listening, 1) != 0
        || getsockname(listening, generic, &size) != 0)
        qFatal("no bare socket");
    std::thread sender([listening, bytes] {
        const int out = accept(listening, nullptr, nullptr);
        const std::vector<char> piece(65'536, 'x');
        for (qint64 left = bytes; left > 0;) {
            const ssize_t sent =
                write(out, piece.data(), size_t(std::min<qint64>(left, qint64(piece.size()))));
            if (sent <= 0)
                qFatal("the bare socket takes nothing");
            left -= sent;
        }
        close(out);
    });
    QElapsedTimer timer;
    timer.start();
    const int in = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(in, generic, size) != 0)
        qFatal("the bare socket cannot be reached");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        qFatal("%s cannot be written", qPrintable(path));
    std::vector<char> piece(65'536);
    qint64 got = 0;
    for (ssize_t part = 0; (part = read(in, piece.data(), piece.size())) > 0; got += part)
        file.write(piece.data(), part);
    fdatasync(file.handle());
    const double taken = milliseconds(timer);
    sender.join();
    close(in);
    close(listening);
    if (got != bytes)
        qFatal("%lld bytes instead of %lld", static_cast<long long>(got), static_cast<long long>(bytes));
    return taken;
}

/// From an empty device to one that is in sync; each round with a device of its own.
Figure firstSync(const ServerProcess &server, const QString &name, int rounds)
{
    Rounds all;
    for (int round = 0; round < rounds; ++round) {
        const QTemporaryDir dir;
        NetworkLedger ledger;
        Client client(server, u"mika"_s, dir.filePath(u"c"_s));
        client.setObserver(&ledger);
        QElapsedTimer timer;
        timer.start();
        client.open();
        const double taken = milliseconds(timer);
        qint64 bytes = 0;
        for (const NetworkLedger::Entry &entry : ledger.entries())
            bytes += entry.received;
        client.close();
        all.add(taken, bareTransfer(bytes, dir.filePath(u"bare"_s)));
    }
    return all.figure(name, u"ms"_s, 5.0);
}

/// People, channels and messages of a server's workspace, the messages in the order of their time.
Gathered gather(const QString &data)
{
    Gathered all;
    const auto folder = need(Server::DataFolder::open(data));
    const auto db = need(folder.connect());
    need(db->rows(u"SELECT id, name, handle FROM person"_s, {}, [&all](const SqlRow &row) {
        Person person;
        person.id = row.id<PersonId>(0);
        person.name = row.text(1);
        person.handle = row.text(2);
        person.rev = 1;
        all.people.append(person);
        return true;
    }));
    need(db->rows(u"SELECT id, name FROM channel"_s, {}, [&all](const SqlRow &row) {
        Channel channel;
        channel.id = row.id<ChannelId>(0);
        channel.name = row.text(1);
        channel.rev = 1;
        all.channels.append(channel);
        return true;
    }));
    need(db->rows(u"SELECT id, channel, seq, author, at, text FROM message ORDER BY at, seq"_s, {},
                  [&all](const SqlRow &row) {
                      Message message;
                      message.id = row.id<MessageId>(0);
                      message.channel = row.id<ChannelId>(1);
                      message.seq = row.integer(2);
                      message.author = row.id<PersonId>(3);
                      message.createdAt = row.integer(4);
                      message.text = row.text(5);
                      message.rev = all.messages.size() + 2;
                      all.messages.append(message);
                      return true;
                  }));
    return all;
}

} // namespace

QList<Figure> syncFigures(bool quick, const QStringList &wanted)
{
    QList<Figure> figures;
    if (isWanted(wanted, {u"first-sync"})) {
        WorldSize size;
        if (quick)
            size = {0, 20, 200, 0, 50, 20};
        World world(size);
        ServerProcess server;
        server.addUser(u"mika"_s, u"Mika"_s);
        fillServer(server.dataPath(), world);
        server.start();
        figures.append(firstSync(server, u"first-sync"_s, quick ? 1 : 3));
    }
    const bool stores = isWanted(wanted, {u"ingest-real", u"search-real-99"});
    if (quick || (!stores && !isWanted(wanted, {u"first-sync-real"})))
        return figures;
    const QString file = QStringLiteral(CHATOPS_SHARED_DATA "/chat/support-slack-export.zip");
    if (!QFileInfo::exists(file)) {
        qWarning("first-sync-real, ingest-real and search-real-99 are left out: %s is not here",
                 qPrintable(file));
        return figures;
    }
    ServerProcess server;
    server.addUser(u"mika"_s, u"Mika"_s);
    (void)server.command({u"import"_s, u"slack"_s, u"--quiet"_s, u"--join"_s, u"mika"_s, file});
    if (isWanted(wanted, {u"first-sync-real"})) {
        server.start();
        figures.append(firstSync(server, u"first-sync-real"_s, 3));
        server.stop();
    }
    if (stores)
        figures += realFigures(gather(server.dataPath()));
    return figures;
}

} // namespace ChatOps::Bench
