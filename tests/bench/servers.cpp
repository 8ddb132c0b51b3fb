// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/servers.h"

#include "models/operations.h"
#include "server/hub/accounts.h"
#include "server/hub/database.h"
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

/// A server, and so many people signed in, who are all in one channel or in none.
class Crowd {
public:
    Crowd(int size, bool together)
        : m_together(together)
    {
        m_server.makeDemo();
        const SystemClock clock;
        const auto folder = need(Server::DataFolder::open(m_server.dataPath()));
        const auto db = need(folder.connect());
        Transaction transaction(*db);
        need(Result<void>(transaction.begun()));
        Server::Workspace workspace(*db, need(Server::Workspace::all(*db)).first().id, clock);
        const PersonId owner = need(workspace.personByHandle(u"ana"_s))->id;
        Channel channel;
        channel.id = ChannelId::create();
        channel.name = u"crowd"_s;
        channel.kind = ChannelKind::Private;
        m_channel = need(workspace.createChannel(channel, owner, {owner})).id;
        Server::Accounts accounts(*db, clock);
        for (int i = 0; i < size; ++i) {
            const QString handle = u"crowd-%1"_s.arg(i);
            const PersonId person = need(workspace.addPerson(handle, handle, Role::Member, u"-"_s));
            if (m_together)
                (void)need(workspace.addMember(*need(Server::readChannel(*db, m_channel)), person));
            Frame::Hello hello;
            hello.device = DeviceId::create();
            hello.token = need(accounts.startSession(person, hello.device, u"crowd"_s)).access;
            m_hellos.append(hello);
        }
        const Cursor start{need(Server::Workspace::epoch(*db)), need(workspace.summary()).rev};
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
                ready += m_together ? added && added->channel == m_channel
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
        for (const auto &line : m_lines) {
            line->said = [this, one = line.get()](const AnyFrame &frame) {
                const auto *delta = std::get_if<Delta>(&frame);
                if (!delta)
                    return;
                for (const Change &change : delta->changes)
                    m_delivered += change.entity == EntityKind::Message ? 1 : 0;
                one->send(Frame::Ack{delta->to});
            };
        }
    }
    void post(int number)
    {
        Operation post = Make::post(m_channel, QString(200, u'x'));
        post.seq = 1 + number / int(m_lines.size());
        m_lines[size_t(number) % m_lines.size()]->send(Frame::Operations{{post}});
    }
    [[nodiscard]] qint64 delivered() const { return m_delivered; }
    [[nodiscard]] const ServerProcess &server() const { return m_server; }

private:
    bool m_together;
    ServerProcess m_server;
    ChannelId m_channel;
    QList<Frame::Hello> m_hellos;
    std::vector<std::unique_ptr<RawClient>> m_lines;
    qint64 m_delivered = 0;
};

/// Deliveries a second of the server's processor: one message to everybody, again and again.
Figure fanOut(bool quick)
{
    const int size = quick ? 20 : 1'000;
    const int messages = quick ? 5 : 40;
    Crowd crowd(size, true);
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

/// Memory of each connection that is open and idle, in KB.
QList<Figure> idle(bool quick)
{
    const int size = quick ? 20 : 5'000;
    Crowd crowd(size, false);
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
    const int count = quick ? 10 : 100;
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
    bool seen = false;
    QObject::connect(view, &TimelineView::rowsPainted, view, [&] {
        for (const int row : view->visibleRows())
            seen = seen || view->model()->row(row).message.message.text == wanted;
    });
    QWebSocketServer echo(u"echo"_s, QWebSocketServer::NonSecureMode);
    if (!echo.listen(QHostAddress::LocalHost))
        qFatal("no echo");
    QFile log(place.dir.filePath(u"log"_s));
    if (!log.open(QIODevice::WriteOnly))
        qFatal("no log");
    QObject::connect(&echo, &QWebSocketServer::newConnection, &echo, [&] {
        QWebSocket *socket = echo.nextPendingConnection();
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
    bool back = false;
    QObject::connect(&bare, &QWebSocket::connected, &bare, [&open] { open = true; });
    QObject::connect(&bare, &QWebSocket::textMessageReceived, &bare,
                     [&back](const QString &) { back = true; });
    bare.open(QUrl(u"ws://127.0.0.1:%1"_s.arg(echo.serverPort())));
    spinUntil("the echo", [&open] { return open; });

    // Nobody writes faster, and the server would ask to slow down.
    constexpr int pause = 100;
    Rounds rounds;
    for (int round = 0; round < (quick ? 1 : 3); ++round) {
        QList<double> mine;
        QList<double> theirs;
        for (int i = 0; i < count; ++i) {
            wanted = u"message %1 of %2"_s.arg(i).arg(round);
            seen = false;
            edit->setPlainText(wanted);
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(edit, Qt::Key_Return);
            spinUntil("the other window", [&seen] { return seen; });
            mine.append(milliseconds(timer));
            QTest::qWait(pause);
            back = false;
            timer.restart();
            bare.sendTextMessage(wanted);
            spinUntil("the echo", [&back] { return back; });
            theirs.append(milliseconds(timer));
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
    if (isWanted(wanted, {u"idle", u"idle-accept"}))
        figures += idle(quick);
    return figures;
}

} // namespace ChatOps::Bench
