// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations.h"
#include "sync/httpclient.h"
#include "sync/proxy.h"
#include "sync/serveraddress.h"
#include "tests/support/client.h"
#include "tests/support/officeproxy.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Whatever stands between the program and its server: it says what it does and whose it is to mend, and
/// it costs nobody a session or a word.
class TestOffices : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<OfficeProxy> m_proxy;

    std::unique_ptr<Client> enter()
    {
        return std::make_unique<Client>(m_proxy->url(), u"mika"_s, m_dir->filePath(u"c"_s));
    }
    static bool waitReason(Client &client, const QString &part)
    {
        return QTest::qWaitFor([&] { return client.backend().status().reason.contains(part); }, Patience);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ServerProcess>();
        m_server->makeDemo();
        m_server->start();
        m_proxy = std::make_unique<OfficeProxy>(m_server->port());
    }
    void cleanup()
    {
        m_proxy.reset();
        m_server.reset();
    }

    void whatAnswersInItsPlaceEndsNoSession_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("says");
        const auto page = [](const char *status, const char *headers = "") {
            return OfficeProxy::page(status, headers);
        };
        QTest::newRow("401 of a portal") << page("401 Unauthorized") << u"name and a password of its own"_s;
        QTest::newRow("401 of a gateway")
            << page("401 Unauthorized", "WWW-Authenticate: Basic realm=\"Office\"\r\n")
            << u"name and a password of its own"_s;
        QTest::newRow("401 as JSON of another")
            << QByteArray("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\n"
                          "Content-Length: 16\r\nConnection: close\r\n\r\n{\"error\":\"login\"}")
            << u"name and a password of its own"_s;
        QTest::newRow("403") << page("403 Forbidden") << u"forbids the connection"_s;
        QTest::newRow("404") << page("404 Not Found") << u"not a ChatOps server"_s;
        QTest::newRow("407") << page("407 Proxy Authentication Required",
                                     "Proxy-Authenticate: Basic realm=\"x\"\r\n")
                             << u"asks for a name"_s;
        QTest::newRow("410") << page("410 Gone") << u"not a ChatOps server"_s;
        QTest::newRow("429") << page("429 Too Many Requests") << u"how often"_s;
        QTest::newRow("502") << page("502 Bad Gateway") << u"does not reach it"_s;
        QTest::newRow("302") << page("302 Found", "Location: https://portal.example/login?next=secret\r\n")
                             << u"elsewhere, to https://portal.example."_s;
        QTest::newRow("200 with a page") << page("200 OK") << u"not a ChatOps server"_s;
    }
    void whatAnswersInItsPlaceEndsNoSession()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, says);
        const std::unique_ptr<Client> mika = enter();
        mika->open();
        m_proxy->instead = answer;
        // The connection goes, and with it the token: a new one has to be asked for.
        const QByteArray before = await(mika->vault().read(u"token"_s)).value();
        mika->close();
        mika->open(false);
        const OperationId waiting =
            mika->submit(Make::post(mika->channel(u"general"_s), u"written at the hotel"_s));
        QVERIFY(waiting);
        QVERIFY2(waitReason(*mika, says), qPrintable(mika->backend().status().reason));
        QVERIFY(mika->backend().status().state != LinkStatus::State::SignedOut);
        QVERIFY(mika->backend().status().state != LinkStatus::State::Refused);
        QCOMPARE(await(mika->vault().read(u"token"_s)).value(), before);
        // The same sentence where one signs in.
        const auto refused =
            await(signIn(m_proxy->url(), {u"mika"_s, QString::fromLatin1(ServerProcess::Password)}, nullptr));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(says), qPrintable(refused.error().message));
        m_proxy->instead.clear();
        mika->backend().retryNow();
        mika->waitSettled();
    }

    void onlyTheServersOwnWordEndsASession()
    {
        const std::unique_ptr<Client> mika = enter();
        mika->open();
        m_server->command({u"user"_s, u"close"_s, u"mika"_s, u"--keep-devices"_s});
        mika->waitState(LinkStatus::State::SignedOut);
    }

    void aSocketThatIsNotLetThroughIsNamed()
    {
        m_proxy->passesUpgrades = false;
        const std::unique_ptr<Client> mika = enter();
        mika->open(false);
        QVERIFY2(waitReason(*mika, u"WebSocket"_s), qPrintable(mika->backend().status().reason));
        QVERIFY(mika->backend().status().reason.contains(u"Upgrade"));
        m_proxy->passesUpgrades = true;
        mika->backend().retryNow();
        mika->waitOnline();
    }

    void aFileThatTheProxyDoesNotTakeIsRefusedWithItsReason()
    {
        const std::unique_ptr<Client> mika = enter();
        mika->open();
        m_proxy->mostBytes = 1024 * 1024;
        FileRef file{FileId::create(), u"plan.bin"_s, u"application/octet-stream"_s, 3'000'000};
        const Operation post = Make::post(mika->channel(u"general"_s), u"with a file"_s, {}, {file});
        VERIFY_OK(await(mika->store().outbox()->submit(post, {{file.id, QByteArray(3'000'000, 'x')}})));
        QVERIFY(QTest::qWaitFor(
            [&] {
                return !mika->pending().isEmpty()
                    && mika->pending()[0].state == PendingOperation::State::Refused;
            },
            Patience));
        QVERIFY2(mika->pending()[0].message.contains(u"client_max_body_size"),
                 qPrintable(mika->pending()[0].message));
        // Whatever else is written goes on, and the file goes when the proxy takes it.
        m_proxy->mostBytes = 0;
        VERIFY_OK(await(mika->store().outbox()->retry(post.id, 0)));
        mika->waitSettled();
    }

    void aServerBelowAPathWorks()
    {
        m_proxy->folder = "/team/chat";
        const Result<QUrl> typed = parseServerAddress(m_proxy->url().toString() + u'/');
        QVERIFY(typed && *typed == m_proxy->url());
        const std::unique_ptr<Client> mika = enter();
        mika->open();
        FileRef file{FileId::create(), u"small.bin"_s, u"application/octet-stream"_s, 3};
        const Operation post = Make::post(mika->channel(u"general"_s), u"below a path"_s, {}, {file});
        VERIFY_OK(await(mika->store().outbox()->submit(post, {{file.id, QByteArray("abc")}})));
        mika->waitSettled();
        QCOMPARE(await(mika->backend().fetchFile(file.id)).value(), QByteArray("abc"));
        VERIFY_OK(await(mika->backend().openPage(u"/pages/cookies.json"_s, {})));
        // The form for browsers sends to where it came from.
        HttpClient http(m_proxy->url(), nullptr);
        const auto form = await(http.openPage(u"/privacy"_s, {}));
        VERIFY_OK(form);
        QVERIFY(form->html.contains("action=\"privacy\"") && !form->html.contains("=\"/"));
    }

    void aProxyIsFoundWithoutAScheme_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("without");
        QTest::addColumn<QString>("found");
        const QString https = u"https://chat.example.org"_s;
        QTest::newRow("bare") << https << u"https_proxy"_s << u"proxy.example.org:3129"_s << QString()
                              << u"proxy.example.org:3129"_s;
        QTest::newRow("bare address")
            << https << u"https_proxy"_s << u"192.0.2.1:8080"_s << QString() << u"192.0.2.1:8080"_s;
        QTest::newRow("capitals") << https << u"HTTPS_PROXY"_s << u"proxy.example.org:80"_s << QString()
                                  << u"proxy.example.org:80"_s;
        QTest::newRow("all") << https << u"all_proxy"_s << u"proxy.example.org:80"_s << QString()
                             << u"proxy.example.org:80"_s;
        QTest::newRow("socket") << u"wss://chat.example.org/v1/ws"_s << u"https_proxy"_s
                                << u"proxy.example.org:80"_s << QString() << u"proxy.example.org:80"_s;
        QTest::newRow("without the domain") << https << u"https_proxy"_s << u"proxy.example.org:80"_s
                                            << u"localhost, .example.org"_s << QString();
        QTest::newRow("rubbish") << https << u"https_proxy"_s << u":"_s << QString() << QString();
    }
    void aProxyIsFoundWithoutAScheme()
    {
        QFETCH(QString, server);
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, without);
        QFETCH(QString, found);
        for (const char *one :
             {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"})
            qunsetenv(one);
        qputenv(name.toLatin1().constData(), value.toUtf8());
        qputenv("no_proxy", without.toUtf8());
        const QNetworkProxy proxy = systemProxy(QUrl(server));
        qunsetenv(name.toLatin1().constData());
        qunsetenv("no_proxy");
        QCOMPARE(proxy.type() == QNetworkProxy::NoProxy
                     ? QString()
                     : proxy.hostName() + u':' + QString::number(proxy.port()),
                 found);
    }
};
CHATOPS_TEST(TestOffices)

#include "testoffices.moc"
