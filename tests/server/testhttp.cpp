// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/api.h"
#include "server/net/httpmessage.h"
#include "tests/support/registry.h"
#include "tests/support/serverprocess.h"
#include "tests/support/waiting.h"

#include <QTcpSocket>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Server;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestHttp : public QObject {
    Q_OBJECT
private:
    static QByteArray ask(const ServerProcess &server, const QByteArray &request)
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, server.port());
        if (!socket.waitForConnected(Patience))
            return {};
        socket.write(request);
        QByteArray answer;
        while (socket.waitForReadyRead(Patience)) {
            answer += socket.readAll();
            if (answer.contains("\r\n\r\n"))
                break;
        }
        return answer;
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
                if (route.needsSession) {
                    QVERIFY2(answer.startsWith("HTTP/1.1 401"), answer.left(80).constData());
                    ++guarded;
                } else {
                    QVERIFY2(!answer.startsWith("HTTP/1.1 401") && !answer.startsWith("HTTP/1.1 5"),
                             answer.left(80).constData());
                }
            }
        }
        QCOMPARE(guarded, 12);
        QVERIFY(ask(server, "GET /nothing HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404"));
        QVERIFY(ask(server, "DELETE /health HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 405"));
        QVERIFY(ask(server, "POST /v1/session HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n")
                    .startsWith("HTTP/1.1 413"));
        QVERIFY(ask(server, "\x16\x03\x01 rubbish\r\n\r\n").startsWith("HTTP/1.1 400"));
        QVERIFY(ask(server, "GET /health HTTP/1.1\r\n\r\n").contains("\"status\":\"ok\""));
        // The log speaks in codes.
        QVERIFY(!server.log().contains("Ana"));
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
