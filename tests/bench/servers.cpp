// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/servers.h"

#include "models/operations.h"
#include "server/hub/accounts.h"
#include "server/hub/database.h"
#include "sync/engine.h"
#include "tests/bench/measure.h"
#include "tests/gui/guiapp.h"
#include "tests/support/rawclient.h"
#include "ui/composer.h"
#include "ui/timelineview.h"

#include <QFile>
#include <QProcess>
#include <QTcpSocket>
#include <QTextEdit>
#include <QWebSocket>
#include <QWebSocketServer>

#include <sys/resource.h>

using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Bench {
namespace {

/// Connections take descriptors, here and in what is started.
void allowManyFiles()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// A WebSocket connection that counts bytes and looks into none of them.
class Counter final : public QObject {
public:
    explicit Counter(quint16 port)
    {
        connect(&m_socket, &QTcpSocket::connected, this, [this] {
            m_socket.write(
                "GET /v1/sync HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
        });
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { received += m_socket.readAll().size(); });
        m_socket.connectToHost(QHostAddress::LocalHost, port);
    }
    /// Sends a text, masked with zeroes.
    void send(const QByteArray &text)
    {
        QByteArray frame(1, char(0x81));
        if (text.size() < 126) {
            frame.append(char(0x80 | text.size()));
        } else {
            frame.append(char(0xfe));
            frame.append(char(text.size() >> 8)).append(char(text.size() & 0xff));
        }
        m_socket.write(frame + QByteArray(4, 0) + text);
    }
    qint64 received = 0;

private:
    QTcpSocket m_socket;
};

struct BareServer {
    BareServer()
    {
        process.start(QStringLiteral(CHATOPS_BARE_SERVER), QStringList());
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead(30'000))
                qFatal("bare-server does not start");
        }
        port = process.readLine().trimmed().toUShort();
    }
    ~BareServer()
    {
        process.kill();
        process.waitForFinished();
    }
    QProcess process;
    quint16 port = 0;
};

/// A server, and so many people signed in, who are all in one channel, each in one, or in none.
class Crowd {
public:
    enum class Rooms { None, One, Each };
    Crowd(int size, Rooms rooms)
        : m_rooms(rooms)
    {
        m_server.makeDemo();
        const SystemClock clock;
        const auto folder = need(Server::DataFolder::open(m_server.dataPath()));
        const auto db = need(folder.connect());
        Transaction transaction(*db);
        need(Result<void>(transaction.begun()));
        Server::Workspace workspace(*db, need(Server::Workspace::all(*db)).first().id, clock);
        const PersonId owner = need(workspace.personByHandle(u"ana"_s))->id;
        const auto makeRoom = [&](const QString &name) {
            Channel channel;
            channel.id = ChannelId::create();
            channel.name = name;
            channel.kind = ChannelKind::Private;
            m_channels.append(need(workspace.createChannel(channel, owner, {owner})).id);
        };
        makeRoom(u"crowd"_s);
        Server::Accounts accounts(*db, clock);
        for (int i = 0; i < size; ++i) {
            const QString handle = u"crowd-%1"_s.arg(i);
            const PersonId person = need(workspace.addPerson(handle, handle, Role::Member, u"-"_s));
            if (m_rooms == Rooms::Each && i > 0)
                makeRoom(handle);
            if (m_rooms != Rooms::None)
                (void)need(workspace.addMember(*need(Server::readChannel(*db, m_channels.last())), person));
            Frame::Hello hello;
            hello.device = DeviceId::create();
            hello.token = need(accounts.startSession(person, hello.device, u"crowd"_s)).access;
            m_hellos.append(hello);
        }
        m_start = need(workspace.summary()).rev;
        const Cursor start{need(Server::Workspace::epoch(*db)), m_start};
        for (Frame::Hello &hello : m_hellos)
            hello.cursor = start;
        need(transaction.commit());
        m_server.start();
    }
    /// Everybody is connected, and has been brought the channel if there is one.
    void connectAll()
    {
        int ready = 0;
        for (const Frame::Hello &hello : std::as_const(m_hellos)) {
            m_lines.push_back(std::make_unique<RawClient>(m_server.port()));
            m_lines.back()->said = [this, &ready](const AnyFrame &frame) {
                const auto *added = std::get_if<Frame::ScopeAdd>(&frame);
                ready += m_rooms != Rooms::None ? added && m_channels.contains(added->channel)
                                                : std::holds_alternative<Frame::Welcome>(frame);
            };
            m_lines.back()->send(hello);
        }
        spinUntil("the crowd", [&] {
            for (const auto &line : m_lines) {
                if (line->isOver())
                    qFatal("a connection was closed: %d %s; %d are ready", line->closeCode(),
                           qPrintable(line->closeReason()), ready);
            }
            return ready == m_hellos.size();
        });
        m_applied.assign(m_lines.size(), 0);
        for (size_t who = 0; who < m_lines.size(); ++who) {
            m_lines[who]->said = [this, who](const AnyFrame &frame) { hear(who, frame); };
        }
        // As the engine does: one acknowledgement for all that came within its delay.
        QObject::connect(&m_acknowledge, &QTimer::timeout, &m_acknowledge, [this] {
            for (size_t who = 0; who < m_lines.size(); ++who) {
                if (const qint64 rev = std::exchange(m_applied[who], 0))
                    m_lines[who]->send(Frame::Ack{rev});
            }
        });
        m_acknowledge.start(SyncEngine::AckDelay);
    }
    void hear(size_t who, const AnyFrame &frame)
    {
        const auto *delta = std::get_if<Delta>(&frame);
        if (!delta)
            return;
        m_applied[who] = delta->to;
        for (const Change &change : delta->changes)
            m_delivered += change.entity == EntityKind::Message ? 1 : 0;
    }
    /// Everybody posts so many messages into a channel of their own, a frame of them as soon as the
    /// one before has been confirmed; seconds until the last is.
    double postAll(int each)
    {
        int confirmed = 0;
        std::vector<int> posted(m_lines.size(), 0);
        const auto next = [&](size_t who) {
            Frame::Operations frame;
            while (frame.operations.size() < SyncEngine::OperationsPerFrame && posted[who] < each) {
                Operation post = Make::post(m_channels[qsizetype(who)], QString(100, u'x'));
                post.seq = ++posted[who];
                frame.operations.append(post);
            }
            if (!frame.operations.isEmpty())
                m_lines[who]->send(frame);
        };
        for (size_t who = 0; who < m_lines.size(); ++who) {
            m_lines[who]->said = [&, who](const AnyFrame &frame) {
                hear(who, frame);
                const auto *verdicts = std::get_if<Frame::Verdicts>(&frame);
                if (!verdicts)
                    return;
                for (const Verdict &verdict : verdicts->verdicts) {
                    if (verdict.kind != Verdict::Kind::Ok)
                        qFatal("a post was not taken: %s", qPrintable(verdict.code));
                    ++confirmed;
                }
                next(who);
            };
        }
        QElapsedTimer timer;
        timer.start();
        for (size_t who = 0; who < m_lines.size(); ++who)
            next(who);
        spinUntil("operations", [&] { return confirmed == each * int(m_lines.size()); });
        return seconds(timer);
    }
    /// Ends the server, so that its database is in one file.
    void stop()
    {
        m_acknowledge.stop();
        m_lines.clear();
        m_server.stop();
    }
    [[nodiscard]] qint64 startRev() const { return m_start; }
    void post(int number)
    {
        Operation post = Make::post(m_channels.first(), QString(200, u'x'));
        post.seq = 1 + number / int(m_lines.size());
        m_lines[size_t(number) % m_lines.size()]->send(Frame::Operations{{post}});
    }
    [[nodiscard]] qint64 delivered() const { return m_delivered; }
    [[nodiscard]] const ServerProcess &server() const { return m_server; }

private:
    Rooms m_rooms;
    ServerProcess m_server;
    QList<ChannelId> m_channels;
    qint64 m_start = 0; ///< Revision before anybody did anything.
    QList<Frame::Hello> m_hellos;
    std::vector<std::unique_ptr<RawClient>> m_lines;
    std::vector<qint64> m_applied; ///< Not acknowledged yet, by each; 0: nothing.
    QTimer m_acknowledge;
    qint64 m_delivered = 0;
};

/// Deliveries a second of the server's processor: one message to everybody, again and again.
Figure fanOut(bool quick)
{
    const int size = quick ? 20 : 1'000;
    const int messages = quick ? 5 : 40;
    Crowd crowd(size, Crowd::Rooms::One);
    crowd.connectAll();
    BareServer bare;
    std::vector<std::unique_ptr<Counter>> counters;
    for (int i = 0; i < size; ++i)
        counters.push_back(std::make_unique<Counter>(bare.port));
    const auto bytes = [&counters] {
        return std::accumulate(counters.begin(), counters.end(), qint64(0),
                               [](qint64 sum, const auto &one) { return sum + one->received; });
    };
    spinUntil("bare connections", [&] {
        return std::ranges::all_of(counters, [](const auto &one) { return one->received > 0; });
    });
    // What the server sends for such a message.
    const QByteArray frame = "all " + QByteArray(700, 'x');
    Rounds rounds;
    int number = 0;
    for (int round = 0; round < (quick ? 1 : 3); ++round) {
        double before = processorOf(crowd.server().processId());
        for (int i = 0; i < messages; ++i) {
            const qint64 wanted = crowd.delivered() + size;
            crowd.post(number++);
            spinUntil("a delivery", [&] { return crowd.delivered() >= wanted; });
        }
        const double mine =
            double(size) * messages / std::max(0.01, processorOf(crowd.server().processId()) - before);
        before = processorOf(bare.process.processId());
        for (int i = 0; i < messages; ++i) {
            const qint64 wanted = bytes() + qint64(size) * frame.size();
            counters.front()->send(frame);
            spinUntil("a bare delivery", [&] { return bytes() >= wanted; });
        }
        rounds.add(mine,
                   double(size) * messages / std::max(0.01, processorOf(bare.process.processId()) - before));
    }
    return rounds.figure(u"fan-out"_s, u"per CPU s"_s, 0.5, Figure::Kind::AtLeast);
}

/// Posts a second that the server confirms, durably, to fifty clients; the reference writes the same
/// rows with a hundred posts in each transaction.
Figure operations(bool quick)
{
    constexpr int clients = 50;
    constexpr int grouped = 100;
    const int each = quick ? 20 : 400;
    Rounds rounds;
    for (int round = 0; round < (quick ? 1 : 3); ++round) {
        Crowd crowd(clients, Crowd::Rooms::Each);
        crowd.connectAll();
        const double mine = clients * each / crowd.postAll(each);
        crowd.stop();
        QFile key(crowd.server().dataPath() + u"/server.key"_s);
        if (!key.open(QIODevice::ReadOnly))
            qFatal("no key of the server");
        const QTemporaryDir dir;
        const QList<QByteArray> said =
            runBare({u"repeat"_s, crowd.server().dataPath() + u"/server.db"_s, dir.filePath(u"copy.db"_s),
                     QString::fromLatin1(key.readAll().trimmed()), QString::number(crowd.startRev()),
                     QString::number(grouped)})
                .first()
                .split(' ');
        if (said.value(1).toInt() != clients * each)
            qFatal("the reference wrote %s posts", said.value(1).constData());
        rounds.add(mine, clients * each / said.first().toDouble());
    }
    return rounds.figure(u"operations"_s, u"per s"_s, 0.5, Figure::Kind::AtLeast);
}

/// Memory of each connection that is open and idle, in KB.
QList<Figure> idle(bool quick)
{
    const int size = quick ? 20 : 5'000;
    Crowd crowd(size, Crowd::Rooms::None);
    double before = memoryOf(crowd.server().processId());
    QElapsedTimer timer;
    timer.start();
    crowd.connectAll();
    const double taken = seconds(timer);
    const double mine = (memoryOf(crowd.server().processId()) - before) / size;
    BareServer bare;
    before = memoryOf(bare.process.processId());
    std::vector<std::unique_ptr<Counter>> counters;
    for (int i = 0; i < size; ++i)
        counters.push_back(std::make_unique<Counter>(bare.port));
    spinUntil("bare connections", [&] {
        return std::ranges::all_of(counters, [](const auto &one) { return one->received > 0; });
    });
    const double theirs = (memoryOf(bare.process.processId()) - before) / size;
    return {{u"idle"_s, mine, u"KB each"_s, theirs, 1.5, Figure::Kind::AtMost, 0},
            {u"idle-accept"_s, taken, u"s"_s, 10, 1.0, Figure::Kind::AtMost, 0}};
}

/// From the key press in one window to the painted row in the other; the reference is an echo
/// over a bare WebSocket and a write that is synced.
Figure message(bool quick)
{
    const int count = quick ? 10 : 200;
    DemoPlace place;
    GuiApp mika(place.dir.filePath(u"mika"_s));
    mika.signIn(place.server, u"mika"_s);
    mika.openChannel(u"release-42"_s);
    GuiApp ana(place.dir.filePath(u"ana"_s));
    ana.signIn(place.server, u"ana"_s);
    ana.openChannel(u"release-42"_s);
    auto *edit = mika.window()->channelsPane()->composer()->findChild<QTextEdit *>(u"composerText"_s);
    const TimelineView *view = ana.window()->channelsPane()->timeline();
    QString wanted;
    // Taken where it happens: the loop goes on with whatever else both windows have to do.
    QElapsedTimer timer;
    double seenAfter = 0;
    double backAfter = 0;
    QObject::connect(view, &TimelineView::rowsPainted, view, [&] {
        for (const int row : view->visibleRows()) {
            if (seenAfter == 0 && view->model()->row(row).message.message.text == wanted)
                seenAfter = milliseconds(timer);
        }
    });
    QWebSocketServer echo(u"echo"_s, QWebSocketServer::NonSecureMode);
    if (!echo.listen(QHostAddress::LocalHost))
        qFatal("no echo");
    QFile log(place.dir.filePath(u"log"_s));
    if (!log.open(QIODevice::WriteOnly))
        qFatal("no log");
    QObject::connect(&echo, &QWebSocketServer::newConnection, &echo, [&] {
        QWebSocket *socket = echo.nextPendingConnection();
        socket->setParent(&echo);
        QObject::connect(socket, &QWebSocket::textMessageReceived, socket,
                         [&log, socket](const QString &text) {
                             log.write(text.toUtf8());
                             log.flush();
                             fdatasync(log.handle());
                             socket->sendTextMessage(text);
                         });
    });
    QWebSocket bare;
    bool open = false;
    QObject::connect(&bare, &QWebSocket::connected, &bare, [&open] { open = true; });
    QObject::connect(&bare, &QWebSocket::textMessageReceived, &bare,
                     [&](const QString &) { backAfter = milliseconds(timer); });
    bare.open(QUrl(u"ws://127.0.0.1:%1"_s.arg(echo.serverPort())));
    spinUntil("the echo", [&open] { return open; });

    Rounds rounds;
    for (int round = 0; round < (quick ? 1 : 3); ++round) {
        QList<double> mine;
        QList<double> theirs;
        for (int i = 0; i < count; ++i) {
            wanted = u"message %1 of %2"_s.arg(i).arg(round);
            seenAfter = 0;
            edit->setPlainText(wanted);
            timer.start();
            QTest::keyClick(edit, Qt::Key_Return);
            spinUntil("the other window", [&seenAfter] { return seenAfter > 0; });
            mine.append(seenAfter);
            spinUntil("the confirmation", [&] {
                return mika.window()->models().work.operations().isEmpty()
                    && ana.window()->models().work.operations().isEmpty();
            });
        }
        // The first ones share the loop with what the windows still paint; they do not count.
        for (int i = -count; i < count; ++i) {
            backAfter = 0;
            timer.start();
            bare.sendTextMessage(wanted);
            spinUntil("the echo", [&backAfter] { return backAfter > 0; });
            if (i >= 0)
                theirs.append(backAfter);
        }
        rounds.add(percentile99(mine), percentile99(theirs));
    }
    return rounds.figure(u"message-99"_s, u"ms"_s, 3.0);
}

} // namespace

QList<Figure> serverFigures(bool quick, const QStringList &wanted)
{
    allowManyFiles();
    QList<Figure> figures;
    if (isWanted(wanted, {u"message-99"}))
        figures.append(message(quick));
    if (isWanted(wanted, {u"fan-out"}))
        figures.append(fanOut(quick));
    if (isWanted(wanted, {u"operations"}))
        figures.append(operations(quick));
    if (isWanted(wanted, {u"idle", u"idle-accept"}))
        figures += idle(quick);
    return figures;
}

} // namespace ChatOps::Bench
