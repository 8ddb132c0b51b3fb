// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/api.h"
#include "server/net/httpconnection.h"
#include "server/net/httpmessage.h"
#include "tests/support/client.h"
#include "tests/support/registry.h"
#include "tests/support/serverprocess.h"
#include "tests/support/waiting.h"

#include "models/operations.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Server;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestHttp : public QObject {
    Q_OBJECT
private:
    static QByteArray ask(const ServerProcess &server, const QByteArray &request, bool whole = true)
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, server.port());
        if (!socket.waitForConnected(Patience))
            return {};
        socket.write(request);
        QByteArray answer;
        while (socket.waitForReadyRead(Patience)) {
            answer += socket.readAll();
            const qsizetype body = answer.indexOf("\r\n\r\n") + 4;
            if (!whole || body < 4)
                continue;
            const qsizetype length = answer.indexOf("Content-Length: ");
            const qint64 size =
                length < 0 || length > body ? 0 : answer.mid(length + 16).split('\r').first().toLongLong();
            if (answer.size() >= body + size)
                break;
        }
        return answer;
    }
    /// Until the server closes.
    static QByteArray askAll(const ServerProcess &server, const QByteArray &requests)
    {
        return ask(server, requests, false);
    }

private Q_SLOTS:
    void ambiguousRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("no version") << QByteArray("GET /health\r\n\r\n");
        QTest::newRow("other version") << QByteArray("GET /health HTTP/2.0\r\n\r\n");
        QTest::newRow("absolute address") << QByteArray("GET http://x/health HTTP/1.1\r\n\r\n");
        QTest::newRow("two lengths") << QByteArray(
            "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
        QTest::newRow("length and chunks")
            << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
        QTest::newRow("negative length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
        QTest::newRow("plus in length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: +1\r\n\r\n");
        QTest::newRow("minus zero in length")
            << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -0\r\n\r\n");
        QTest::newRow("zero in front of a length")
            << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 02\r\n\r\n");
        QTest::newRow("length in hexadecimal")
            << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0x2\r\n\r\n");
        QTest::newRow("NUL in a value")
            << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nA: b", 28) + QByteArray("\0c\r\n\r\n", 6);
        QTest::newRow("escape in a value") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nA: b\033c\r\n\r\n");
        QTest::newRow("lone CR in a value") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n");
        QTest::newRow("line ended by LF") << QByteArray("GET / HTTP/1.1\r\nA: b\nContent-Length: 0\r\n\r\n");
        QTest::newRow("CR before the end") << QByteArray("GET / HTTP/1.1\r\nA: b\r\r\n\r\n");
        QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("empty host") << QByteArray("GET / HTTP/1.1\r\nHost:\r\n\r\n");
        QTest::newRow("space before colon") << QByteArray("GET / HTTP/1.1\r\nHost : x\r\n\r\n");
        QTest::newRow("no colon") << QByteArray("GET / HTTP/1.1\r\nHost\r\n\r\n");
        QTest::newRow("folded") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n");
        QTest::newRow("too many fields")
            << QByteArray("GET / HTTP/1.1\r\n") + QByteArray("A: b\r\n").repeated(100) + "\r\n";
        QTest::newRow("too long") << QByteArray("GET / HTTP/1.1\r\nA: ") + QByteArray(20'000, 'x');
    }
    void ambiguousRequestsAreRefused()
    {
        QFETCH(QByteArray, head);
        // With a host, so that it is not refused for the want of one.
        if (!head.contains("Host") && qstrcmp(QTest::currentDataTag(), "no host") != 0)
            head.insert(head.indexOf("\r\n") + 2, "Host: x\r\n");
        QCOMPARE(parseHead(head).state, HttpParse::State::Bad);
    }

    void readsHeads()
    {
        const HttpParse parse = parseHead(
            "GET /v1/history?channel=a%20b&limit=5 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer abc\r\n\r\nrest");
        QCOMPARE(parse.state, HttpParse::State::Complete);
        QCOMPARE(parse.head.path, QByteArray("/v1/history"));
        QCOMPARE(parse.head.query.value("channel"), QByteArray("a b"));
        QCOMPARE(parse.head.bearer(), u"abc"_s);
        QCOMPARE(parseHead("GET / HT").state, HttpParse::State::Incomplete);
    }

    void everyRouteThatNeedsASessionRefusesWithoutOne()
    {
        ServerProcess server;
        server.addUser(u"ana"_s, u"Ana"_s);
        server.start();
        int guarded = 0;
        for (const Api::Route &route : Api::routes()) {
            QByteArray path(route.path);
            if (path.endsWith('/'))
                path += "018f0000-0000-7000-8000-000000000000";
            for (const QByteArray &token : {QByteArray(), QByteArray("Authorization: Bearer AAAA\r\n")}) {
                const QByteArray answer =
                    ask(server,
                        QByteArray(route.method) + ' ' + path
                            + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n" + token + "\r\n");
                if (route.access != Api::Access::Anybody) {
                    QVERIFY2(answer.startsWith("HTTP/1.1 401"), answer.left(80).constData());
                    ++guarded;
                } else {
                    QVERIFY2(!answer.startsWith("HTTP/1.1 401") && !answer.startsWith("HTTP/1.1 5"),
                             answer.left(80).constData());
                }
            }
        }
        QCOMPARE(guarded, 50);
        QVERIFY(ask(server, "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n").startsWith("HTTP/1.1 404"));
        QVERIFY(ask(server, "DELETE /health HTTP/1.1\r\nHost: x\r\n\r\n").startsWith("HTTP/1.1 405"));
        QVERIFY(ask(server, "POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n")
                    .startsWith("HTTP/1.1 413"));
        QVERIFY(ask(server, "\x16\x03\x01 rubbish\r\n\r\n").startsWith("HTTP/1.1 400"));
        QVERIFY(ask(server, "GET /health HTTP/1.1\r\nHost: x\r\n\r\n").contains("\"status\":\"ok\""));
        // The log speaks in codes.
        QVERIFY(!server.log().contains("Ana"));
    }

    void whoAsksWithoutReadingCostsOneAnswerAndNotAll()
    {
        QTcpServer listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost));
        BodyBudget budget(usualLimits());
        QObject parent;
        int requested = 0;
        connect(&listener, &QTcpServer::newConnection, &parent, [&] {
            auto *connection = new HttpConnection(listener.nextPendingConnection(), budget, &parent);
            connection->admit = [](const HttpHead &) { return HttpAdmission{200, 16 * 1024}; };
            connect(connection, &HttpConnection::requested, &parent, [&](HttpConnection *request) {
                ++requested;
                request->answer(200, QByteArray(1024 * 1024, 'x'));
            });
        });
        QTcpSocket greedy;
        greedy.setReadBufferSize(1);
        greedy.connectToHost(QHostAddress::LocalHost, listener.serverPort());
        QVERIFY(greedy.waitForConnected(Patience));
        greedy.write(QByteArray("GET /x HTTP/1.1\r\nHost: x\r\n\r\n").repeated(500));
        QVERIFY(QTest::qWaitFor([&] { return greedy.bytesToWrite() == 0 && requested > 0; }, Patience));
        // Others are served meanwhile; what the greedy one could have caused has happened by then.
        for (int i = 0; i < 5; ++i) {
            QTcpSocket other;
            qint64 got = 0;
            connect(&other, &QTcpSocket::readyRead, &parent, [&] { got += other.readAll().size(); });
            other.connectToHost(QHostAddress::LocalHost, listener.serverPort());
            other.write("GET /x HTTP/1.1\r\nHost: x\r\n\r\n");
            QVERIFY(QTest::qWaitFor([&] { return got > 1024 * 1024; }, Patience));
        }
        // A few answers fit into the system's own buffers; hundreds do not.
        QVERIFY2(requested < 60, qPrintable(QString::number(requested)));
    }

    void bodiesOfAllTogetherAreBounded()
    {
        QTcpServer listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost));
        Limits limits;
        limits.set(Ceiling::UploadMemory, 1'000'000);
        limits.set(Ceiling::UploadMemoryReserve, 100'000);
        limits.set(Ceiling::UploadMemoryPerOwner, 600'000);
        BodyBudget budget(limits);
        {
            QObject parent;
            int owners = 0;
            int requested = 0;
            connect(&listener, &QTcpServer::newConnection, &parent, [&] {
                auto *connection = new HttpConnection(listener.nextPendingConnection(), budget, &parent);
                connection->admit = [&owners](const HttpHead &head) {
                    ++owners;
                    return HttpAdmission{200, 900'000, QString::fromLatin1(head.header("x-owner"))};
                };
                connect(connection, &HttpConnection::requested, &parent, [&](HttpConnection *request) {
                    ++requested;
                    request->answer(200, "ok");
                });
            });
            struct Peer {
                QTcpSocket socket;
                QByteArray answer;
            };
            const auto begin = [&](Peer &peer, const QByteArray &owner, qint64 says) {
                connect(&peer.socket, &QTcpSocket::readyRead, &parent,
                        [&peer] { peer.answer += peer.socket.readAll(); });
                peer.socket.connectToHost(QHostAddress::LocalHost, listener.serverPort());
                peer.socket.write("PUT /x HTTP/1.1\r\nHost: x\r\nX-Owner: " + owner
                                  + "\r\nContent-Length: " + QByteArray::number(says) + "\r\n\r\n");
            };
            // What somebody says will come takes nothing from others.
            Peer sayers[5];
            for (Peer &peer : sayers)
                begin(peer, "loud", 800'000);
            QVERIFY(QTest::qWaitFor([&] { return owners == 5; }, Patience));
            QCOMPARE(budget.used(), 0);
            // What has come counts, up to one's own share.
            sayers[0].socket.write(QByteArray(500'000, 'x'));
            QVERIFY(QTest::qWaitFor([&] { return budget.used() == 500'000; }, Patience));
            sayers[1].socket.write(QByteArray(200'000, 'x'));
            QVERIFY(QTest::qWaitFor([&] { return sayers[1].answer.startsWith("HTTP/1.1 503"); }, Patience));
            // Another person has a share of their own, up to the reserve.
            Peer other;
            begin(other, "other", 450'000);
            other.socket.write(QByteArray(390'000, 'x'));
            QVERIFY(QTest::qWaitFor([&] { return budget.used() >= 890'000; }, Patience));
            other.socket.write(QByteArray(50'000, 'x'));
            QVERIFY(QTest::qWaitFor([&] { return other.answer.startsWith("HTTP/1.1 503"); }, Patience));
            // Small bodies, such as sign-ins, are heard all the same.
            QVERIFY(QTest::qWaitFor([&] { return budget.used() <= 500'000; }, Patience));
            Peer third;
            begin(third, "third", 450'000);
            third.socket.write(QByteArray(395'000, 'x'));
            QVERIFY(QTest::qWaitFor([&] { return budget.used() >= 895'000; }, Patience));
            Peer small;
            begin(small, "loud", 20'000);
            small.socket.write(QByteArray(20'000, 'x'));
            QVERIFY(QTest::qWaitFor([&] { return small.answer.startsWith("HTTP/1.1 200"); }, Patience));
            QCOMPARE(requested, 1);
            sayers[0].socket.abort();
            third.socket.abort();
            QVERIFY(QTest::qWaitFor([&] { return budget.used() == 0; }, Patience));
        }
        QCOMPARE(budget.used(), 0);
    }

    void aHeadIsAnsweredWithoutABody()
    {
        // On a kept connection: what follows would be taken for the next answer.
        ServerProcess server;
        server.addUser(u"ana"_s, u"Ana"_s);
        server.start();
        const QByteArray both = askAll(server,
                                       "HEAD /health HTTP/1.1\r\nHost: x\r\n\r\n"
                                       "HEAD /privacy HTTP/1.1\r\nHost: x\r\n\r\n"
                                       "GET /v1/info HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QCOMPARE(both.count("HTTP/1.1 "), 3);
        const QList<QByteArray> heads = both.split('\n');
        const qsizetype second = both.indexOf("HTTP/1.1 ", 5);
        QVERIFY2(both.first(second).endsWith("\r\n\r\n"), both.constData());
        QVERIFY(both.contains("chatops-server"));
    }

    void everyAnswerTellsBrowsersToKeepAway()
    {
        ServerProcess server;
        server.addUser(u"ana"_s, u"Ana"_s);
        server.start();
        for (const QByteArray &path :
             {QByteArray("/health"), QByteArray("/privacy"), QByteArray("/pages/help"), QByteArray("/x")}) {
            const QByteArray answer =
                ask(server, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            for (const char *header : {"frame-ancestors 'none'", "Referrer-Policy: no-referrer", "nosniff",
                                       "Cache-Control: no-store"})
                QVERIFY2(answer.contains(header), answer.left(600).constData());
        }
    }

    void othersLearnOnlyThatItWorks()
    {
        ServerProcess server;
        server.makeDemo();
        server.start();
        const QByteArray own = ask(server, "GET /health HTTP/1.1\r\nHost: localhost:8420\r\n\r\n");
        QVERIFY(own.contains("connections") && own.contains("integrity") && own.contains("disk_free"));
        // As a proxy passes it on.
        const QByteArray other =
            ask(server, "GET /health HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n");
        QVERIFY(other.contains("\"status\":\"ok\"") && !other.contains("connections")
                && !other.contains("disk"));
        QVERIFY(
            ask(server, "GET /metrics HTTP/1.1\r\nHost: x\r\nVia: 1.1 p\r\n\r\n").startsWith("HTTP/1.1 404"));
        QVERIFY(
            ask(server, "GET /metrics HTTP/1.1\r\nHost: evil.example\r\n\r\n").startsWith("HTTP/1.1 404"));
        const QByteArray metrics = ask(server, "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QVERIFY(metrics.contains(
            "chatops_limit{name=\"connections\"} ")); // As many as there are descriptors for.
        for (const LimitRow &row : limitRows().subspan(1))
            QVERIFY2(metrics.contains(QByteArray("chatops_limit{name=\"") + row.name + "\"} "
                                      + QByteArray::number(row.usual)),
                     row.name);
        const QByteArray info = ask(server, "GET /v1/info HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(info.contains("hub.v1") && !info.contains("Northwind"));
    }

    void healthTellsTheTruth()
    {
        ServerProcess server;
        server.makeDemo();
        server.start({u"--limit"_s, u"disk-reserve=1000000000000"_s});
        QVERIFY(ask(server, "GET /health HTTP/1.1\r\nHost: localhost:8420\r\n\r\n")
                    .contains("\"status\":\"warning\""));
        server.stop();
        // A page in the middle of the database is not as it was sealed.
        QFile database(server.dataPath() + u"/server.db"_s);
        QVERIFY(database.open(QIODevice::ReadWrite));
        QVERIFY(database.size() > 40 * 4096);
        for (qint64 page = 20; page < database.size() / 4096; page += 3) {
            QVERIFY(database.seek(page * 4096 + 100));
            database.write("damage");
        }
        database.close();
        server.start({}, false);
        QVERIFY(QTest::qWaitFor(
            [&] {
                return !server.isRunning()
                    || ask(server, "GET /health HTTP/1.1\r\nHost: localhost:8420\r\n\r\n")
                           .startsWith("HTTP/1.1 503");
            },
            Patience));
    }

    void filesAreTakenFromSignedInPeopleOnly()
    {
        ServerProcess server;
        server.addUser(u"ana"_s, u"Ana"_s);
        server.start();
        // Refused by its head, before a byte of the body is read.
        QVERIFY(ask(server,
                    "PUT /v1/files/019a0000-0000-7000-8000-000000000000 HTTP/1.1\r\nHost: x\r\n"
                    "Content-Length: 20000000\r\n\r\n")
                    .startsWith("HTTP/1.1 401"));
    }

    void pagesAreForMembersOnly()
    {
        ServerProcess server;
        server.makeDemo();
        server.addUser(u"eve"_s, u"Eve"_s);
        server.start();
        const QTemporaryDir dir;
        Client mika(server, u"mika"_s, dir.filePath(u"mika"_s));
        mika.open();
        const ChannelId channel = mika.channel(u"incident-review"_s);
        const MessageId root = mika.messages(channel).first().id;
        FileRef file;
        file.id = FileId::create();
        file.name = u"secret.txt"_s;
        file.type = u"text/plain"_s;
        file.size = 6;
        VERIFY_OK(await(mika.store().outbox()->submit(Make::post(channel, u"with a file"_s, {}, {file}),
                                                      {{file.id, QByteArray("secret")}})));
        mika.waitSettled();
        Client eve(server, u"eve"_s, dir.filePath(u"eve"_s));
        eve.open();
        const auto token = [&](const QString &who) {
            return await(signIn(server.url(), {who, QString::fromLatin1(ServerProcess::Password)}, nullptr))
                ->access.toLatin1();
        };
        const QByteArray mikas = token(u"mika"_s);
        const QByteArray eves = token(u"eve"_s);
        const auto get = [&](const QByteArray &bearer, const QByteArray &path) {
            return ask(server,
                       "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + bearer + "\r\n\r\n")
                .mid(9, 3)
                .toInt();
        };
        const QList<QByteArray> pages{"/v1/history?before=10&channel=" + channel.toString().toLatin1(),
                                      "/v1/thread?root=" + root.toString().toLatin1(),
                                      "/v1/files/" + file.id.toString().toLatin1()};
        for (const QByteArray &page : pages) {
            QCOMPARE(get(mikas, page), 200);
            QCOMPARE(get(eves, page), 404);
        }
        // Her snapshot names neither the channel's messages nor the private channel.
        QVERIFY(eve.channel(u"incident-review"_s).isNull());
        QVERIFY(eve.messages(channel).isEmpty());
        // What she writes into it is refused.
        const OperationId evil = eve.submit(Make::post(channel, u"let me in"_s));
        QVERIFY(QTest::qWaitFor(
            [&] {
                const QList<PendingOperation> pending = eve.pending();
                return pending.size() == 1 && pending[0].operation.id == evil
                    && pending[0].state == PendingOperation::State::Refused;
            },
            Patience));
    }

    void withoutTlsOnlyLoopbackIsServed()
    {
        ServerProcess server;
        server.addUser(u"ana"_s, u"Ana"_s);
        server.command({u"serve"_s, u"--listen"_s, u"0.0.0.0:0"_s}, {}, 1);
        server.command({u"serve"_s, u"--listen"_s, u"nonsense"_s}, {}, 2);
        server.command({u"dance"_s}, {}, 2);
        QVERIFY(server.command({u"--help"_s}).contains(u"usage"_s));
    }

    void stopsGracefully()
    {
        ServerProcess server;
        server.addUser(u"ana"_s, u"Ana"_s);
        server.start();
        server.stop();
        QVERIFY(!server.isRunning());
        QVERIFY(server.log().contains("\"text\":\"stopped\""));
    }
};
CHATOPS_TEST(TestHttp)

#include "testhttp.moc"
