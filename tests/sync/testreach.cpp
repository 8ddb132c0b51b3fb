// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/client.h"
#include "tests/support/connectproxy.h"
#include "tests/support/registry.h"

#include <QNetworkProxyFactory>
#include <QSslConfiguration>
#include <QTcpSocket>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// How a server is reached: certificates and proxies.
class TestReach : public QObject {
    Q_OBJECT
private:
    /// The system's proxy settings, as long as it lives.
    class ProxySettings {
    public:
        ProxySettings(const char *name, const ConnectProxy &proxy)
            : m_name(name)
        {
            qputenv(name, "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
            QNetworkProxyFactory::setUseSystemConfiguration(true);
        }
        ~ProxySettings()
        {
            QNetworkProxyFactory::setUseSystemConfiguration(false);
            qunsetenv(m_name);
        }
        Q_DISABLE_COPY_MOVE(ProxySettings)

    private:
        const char *m_name;
    };
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServerProcess> m_server;
    QSslConfiguration m_before;

    void openssl(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_dir->path());
        process.start(u"openssl"_s, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')),
                   process.readAllStandardError().constData());
    }
    /// An authority of the organisation's own, as NAME.pem and NAME.key.
    void makeAuthority(const QString &name)
    {
        openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
                 u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN="_s + name, u"-keyout"_s,
                 name + u".key"_s, u"-out"_s, name + u".pem"_s});
    }
    /// A server certificate by an authority; `alt` as in subjectAltName.
    void makeCertificate(const QString &authority, const QString &alt, int days = 2)
    {
        // `ca` takes dates as such; some versions of `x509` refuse an end in the past.
        const auto write = [this](const QString &name, const QByteArray &text) {
            QFile file(m_dir->filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        };
        write(u"index"_s, {});
        write(u"serial"_s, "01\n");
        write(u"ca.conf"_s,
              "[ca]\ndefault_ca = this\n[this]\ndatabase = index\nserial = serial\nnew_certs_dir = .\n"
              "default_md = sha256\npolicy = any\nunique_subject = no\n[any]\ncommonName = supplied\n"
              "[ext]\nextendedKeyUsage = serverAuth\nsubjectAltName = "
                  + alt.toLatin1() + '\n');
        openssl({u"req"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s,
                 u"-subj"_s, u"/CN=hub"_s, u"-keyout"_s, u"hub.key"_s, u"-out"_s, u"hub.csr"_s});
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto date = [&now](int after) { return now.addDays(after).toString(u"yyyyMMddhhmmss'Z'"_s); };
        openssl({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, u"ca.conf"_s, u"-extensions"_s, u"ext"_s,
                 u"-cert"_s, authority + u".pem"_s, u"-keyfile"_s, authority + u".key"_s, u"-startdate"_s,
                 date(days - 3), u"-enddate"_s, date(days), u"-in"_s, u"hub.csr"_s, u"-out"_s, u"hub.pem"_s});
    }
    /// As if the certificate had been installed in the system.
    void trust(const QString &authority)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(
            QSslCertificate::fromPath(m_dir->filePath(authority + u".pem"_s), QSsl::Pem));
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
    void serve() { m_server->useCertificate(m_dir->filePath(u"hub.pem"_s), m_dir->filePath(u"hub.key"_s)); }
    [[nodiscard]] Result<SignedIn> trySignIn() const
    {
        return await(
            signIn(m_server->url(), {u"mika"_s, QString::fromLatin1(ServerProcess::Password)}, nullptr));
    }

private Q_SLOTS:
    void init()
    {
        m_before = QSslConfiguration::defaultConfiguration();
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ServerProcess>();
        m_server->makeDemo();
    }
    void cleanup()
    {
        QSslConfiguration::setDefaultConfiguration(m_before);
        m_server.reset();
        m_dir.reset();
    }

    void aTrustedAuthorityIsEnough()
    {
        makeAuthority(u"ours"_s);
        makeCertificate(u"ours"_s, u"IP:127.0.0.1"_s);
        trust(u"ours"_s);
        serve();
        m_server->start();
        QCOMPARE(m_server->url().scheme(), u"https"_s);
        Client mika(*m_server, u"mika"_s, m_dir->filePath(u"mika"_s));
        mika.open();
        Client ana(*m_server, u"ana"_s, m_dir->filePath(u"ana"_s));
        ana.open();
        const ChannelId channel = mika.channel(u"general"_s);
        (void)mika.post(channel, u"over TLS"_s);
        mika.waitSettled();
        QVERIFY(QTest::qWaitFor([&] { return ana.messages(channel).last().text == u"over TLS"; }, Patience));
    }

    void everyOtherCertificateIsRefused_data()
    {
        QTest::addColumn<QString>("signer");
        QTest::addColumn<QString>("alt");
        QTest::addColumn<int>("days");
        QTest::newRow("unknown authority") << u"theirs"_s << u"IP:127.0.0.1"_s << 2;
        QTest::newRow("another host") << u"ours"_s << u"DNS:chat.example.org"_s << 2;
        QTest::newRow("out of date") << u"ours"_s << u"IP:127.0.0.1"_s << -1;
    }
    void everyOtherCertificateIsRefused()
    {
        QFETCH(QString, signer);
        QFETCH(QString, alt);
        QFETCH(int, days);
        makeAuthority(u"ours"_s);
        makeAuthority(u"theirs"_s);
        trust(u"ours"_s);
        // Signed in while all was well; the session is a good one.
        makeCertificate(u"ours"_s, u"IP:127.0.0.1"_s);
        serve();
        m_server->start();
        Client mika(*m_server, u"mika"_s, m_dir->filePath(u"mika"_s));
        m_server->stop();

        makeCertificate(signer, alt, days);
        m_server->start();
        const Result<SignedIn> in = trySignIn();
        QVERIFY(!in);
        QCOMPARE(in.error().code, ErrorCode::Untrusted);
        QVERIFY(in.error().message.contains(u"not trusted"));
        QVERIFY(!in.error().detail.isEmpty());
        mika.open(false);
        QVERIFY(QTest::qWaitFor([&] { return mika.backend().status().reason.contains(u"not trusted"); },
                                Patience));
        QVERIFY(mika.backend().status().state != LinkStatus::State::Online);
        // Nothing got through, the password least of all.
        QVERIFY(!m_server->log().contains("session"));
        // And when the certificate is a good one again, so is everything else.
        makeCertificate(u"ours"_s, u"IP:127.0.0.1"_s);
        m_server->stop();
        m_server->start();
        mika.backend().retryNow();
        mika.waitOnline();
    }

    void whoDoesNotFinishTheHandshakeIsNotKept()
    {
        makeAuthority(u"ours"_s);
        makeCertificate(u"ours"_s, u"IP:127.0.0.1"_s);
        trust(u"ours"_s);
        serve();
        // Long enough for an honest handshake on a slow machine.
        m_server->start({u"--handshake-limit"_s, u"2000"_s});
        QTcpSocket silent;
        silent.connectToHost(u"127.0.0.1"_s, m_server->port());
        QVERIFY(silent.waitForConnected());
        QVERIFY(
            QTest::qWaitFor([&] { return silent.state() == QAbstractSocket::UnconnectedState; }, Patience));
        QVERIFY(trySignIn());
    }

    void theSystemsProxyIsUsedForEverything()
    {
        makeAuthority(u"ours"_s);
        makeCertificate(u"ours"_s, u"DNS:hub.test"_s);
        trust(u"ours"_s);
        serve();
        m_server->setHost(u"hub.test"_s);
        m_server->start();
        ConnectProxy proxy;
        const ProxySettings settings("https_proxy", proxy);
        Client mika(*m_server, u"mika"_s, m_dir->filePath(u"mika"_s));
        QVERIFY(!proxy.asked.isEmpty());
        mika.open();
        for (const QByteArray &line : std::as_const(proxy.asked))
            QCOMPARE(line, "CONNECT hub.test:" + QByteArray::number(m_server->port()) + " HTTP/1.1");
        (void)mika.post(mika.channel(u"general"_s), u"through the proxy"_s);
        mika.waitSettled();
        // The proxy stops letting people out: that is said, nothing is lost.
        proxy.refusal = 403;
        m_server->stop();
        m_server->start();
        mika.waitOffline();

        QVERIFY(QTest::qWaitFor([&] { return mika.backend().status().reason.contains(u"proxy"); }, Patience));
        (void)mika.post(mika.channel(u"general"_s), u"later"_s);
        QCOMPARE(mika.pending().size(), 1);
        const Result<SignedIn> refused = trySignIn();
        QVERIFY(!refused && refused.error().message.contains(u"proxy"));
        proxy.refusal = 407;
        const Result<SignedIn> locked = trySignIn();
        QVERIFY(!locked && locked.error().message.contains(u"password"));
        proxy.refusal = 0;
        mika.backend().retryNow();
        mika.waitSettled();
    }

    void thisComputerIsReachedWithoutTheProxy()
    {
        m_server->start();
        ConnectProxy proxy;
        const ProxySettings settings("http_proxy", proxy);
        Client mika(*m_server, u"mika"_s, m_dir->filePath(u"mika"_s));
        mika.open();
        QVERIFY(proxy.asked.isEmpty());
    }
};
CHATOPS_TEST(TestReach)

#include "testreach.moc"
