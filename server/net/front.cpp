// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/front.h"

#include "server/net/httpconnection.h"
#include "server/net/socketpeer.h"

#include <QFile>
#include <QSslKey>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

Result<QSslConfiguration> readTls(const Front::Options &options)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(options.certificate, QSsl::Pem);
    QFile keyFile(options.key);
    if (chain.isEmpty() || !keyFile.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Invalid, Front::tr("The certificate or its key cannot be read."),
                       options.certificate);
    const QByteArray pem = keyFile.readAll();
    QSslKey key(pem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(pem, QSsl::Ec);
    if (key.isNull())
        return failure(ErrorCode::Invalid,
                       Front::tr("The certificate's key is neither RSA nor EC in PEM form."));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    return tls;
}

} // namespace

Front::Front(Hub &hub, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_api(hub)
    , m_checkpointer(hub.folder(), hub.db())
    , m_upgrader(u"chatops-server"_s, QWebSocketServer::NonSecureMode)
{
    m_upgrader.setMaxPendingConnections(10'000);
    connect(&m_upgrader, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_upgrader.nextPendingConnection())
            new SocketPeer(m_hub, socket, this);
    });
    // What other sockets have brought in this turn of the event loop is read first.
    m_hub.later = [this](std::function<void()> work) {
        QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
    };
    m_tick.setInterval(Hub::TickEvery);
    connect(&m_tick, &QTimer::timeout, this, [this] { m_hub.tick(); });
}

Front::~Front()
{
    m_hub.forgetSubmitted();
    // Sessions use the hub, connections the budget; they must end before those do.
    const QList<SocketPeer *> peers = findChildren<SocketPeer *>();
    qDeleteAll(peers);
    const QList<HttpConnection *> connections = findChildren<HttpConnection *>();
    qDeleteAll(connections);
}

Result<void> Front::listen(const Options &options)
{
    m_secure = !options.certificate.isEmpty();
    m_trustedProxies = options.trustedProxies;
    if (!m_secure && !options.address.isLoopback())
        return failure(ErrorCode::Invalid,
                       tr("Without a certificate the server listens on loopback only. "
                          "Give --tls-certificate and --tls-key, or put a TLS proxy in front."));
    if (m_secure) {
        const Result<QSslConfiguration> tls = readTls(options);
        if (!tls)
            return std::unexpected(tls.error());
        m_listener = std::make_unique<TlsServer>(*tls, options.handshakeLimit);
    } else {
        m_listener = std::make_unique<QTcpServer>();
    }
    m_listener->setListenBacklogSize(4096);
    m_listener->setMaxPendingConnections(10'000);
    connect(m_listener.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_listener->nextPendingConnection())
            accept(socket);
    });
    if (!m_listener->listen(options.address, options.port))
        return failure(ErrorCode::Storage, tr("The server cannot listen on this address."),
                       m_listener->errorString());
    m_tick.start();
    m_api.setSecure(m_secure);
    m_api.work().outside().loopbackAllowed = options.address.isLoopback();
    m_api.work().resume();
    return {};
}

void Front::accept(QTcpSocket *socket)
{
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *connection = new HttpConnection(socket, m_bodies, this);
    connection->trustedProxies = m_trustedProxies;
    connection->admit = [this](const HttpHead &head) { return m_api.admit(head); };
    connect(connection, &HttpConnection::requested, this,
            [this](HttpConnection *request) { m_api.handle(request); });
    connect(connection, &HttpConnection::upgradeRequested, this, [this](QTcpSocket *upgraded) {
        upgraded->setParent(&m_upgrader);
        // Frames are read whole; what comes behind them waits in the peer's own memory.
        upgraded->setReadBufferSize(4 * MaxFrameUp);
        m_upgrader.handleConnection(upgraded);
    });
}

void Front::stop()
{
    m_tick.stop();
    m_listener->close();
    m_hub.stop(1'000);
    // Sockets get a moment to send what they hold; then the process ends.
    QTimer::singleShot(200, this, &Front::stopped);
}

} // namespace ChatOps::Server
