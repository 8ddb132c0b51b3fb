// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/front.h"

#include "core/log.h"
#include "server/net/httpconnection.h"
#include "server/net/socketpeer.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QSslCipher>
#include <QSslKey>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

/// Of TLS 1.2 only what keeps old recordings closed when the key becomes known (RFC 7525 section 4.1), and
/// nothing with the weak spots of CBC; TLS 1.3 has nothing else.
QList<QSslCipher> goodCiphers()
{
    QList<QSslCipher> good;
    const QList<QSslCipher> all = QSslConfiguration::supportedCiphers();
    for (const QSslCipher &cipher : all) {
        const QString name = cipher.name();
        const bool forward = name.startsWith(u"TLS_"_s) || name.startsWith(u"ECDHE-"_s);
        const bool sealed = name.contains(u"GCM"_s) || name.contains(u"CHACHA20"_s);
        if (forward && sealed)
            good.append(cipher);
    }
    return good;
}

Result<QSslConfiguration> readTls(const Front::Options &options)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(options.certificate, QSsl::Pem);
    QFile keyFile(options.key);
    if (chain.isEmpty() || !keyFile.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Invalid, Front::tr("The certificate or its key cannot be read."),
                       options.certificate);
#ifdef Q_OS_UNIX
    if (keyFile.permissions() & (QFile::ReadOther | QFile::WriteOther | QFile::WriteGroup))
        return failure(
            ErrorCode::Invalid,
            Front::tr("The certificate's key may be read by everybody; set its mode to 0600 or 0640."),
            options.key);
#endif
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
    tls.setCiphers(goodCiphers());
    return tls;
}

QDateTime lastWritten(const Front::Options &options)
{
    return std::max(QFileInfo(options.certificate).lastModified(), QFileInfo(options.key).lastModified());
}

constexpr int lookForCertificate = 60'000; ///< Milliseconds.
constexpr int socketsAgain = 200;
constexpr qint64 tellAgain = 60'000;
constexpr int roomForSockets = 16;

} // namespace

Front::Front(Hub &hub, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_api(hub)
    , m_door(hub.limits, hub.clock())
    , m_bodies(hub.limits)
    , m_checkpointer(hub.folder(), hub.db())
    , m_upgrader(u"chatops-server"_s, QWebSocketServer::NonSecureMode)
{
    m_upgrader.setMaxPendingConnections(10'000);
    connect(&m_upgrader, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_upgrader.nextPendingConnection()) {
            const QHostAddress address = socket->peerAddress();
            const quint16 port = socket->peerPort();
            new SocketPeer(
                m_hub, socket, [this, address, port] { m_door.known(m_door.find(address, port)); }, this);
        }
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
    m_options = options;
    if (!m_secure && !options.address.isLoopback())
        return failure(ErrorCode::Invalid,
                       tr("Without a certificate the server listens on loopback only. "
                          "Give --tls-certificate and --tls-key, or put a TLS proxy in front."));
    if (m_secure) {
        const Result<QSslConfiguration> tls = readTls(options);
        if (!tls)
            return std::unexpected(tls.error());
        m_listener = std::make_unique<TlsServer>(*tls, options.handshakeLimit,
                                                 int(m_hub.limits[Ceiling::WaitingConnections]));
        m_tlsChanged = lastWritten(options);
        m_renewal.setInterval(lookForCertificate);
        connect(&m_renewal, &QTimer::timeout, this, &Front::renewTls);
        m_renewal.start();
    } else {
        m_listener = std::make_unique<QTcpServer>();
    }
    m_listener->setListenBacklogSize(4096);
    m_listener->setMaxPendingConnections(10'000);
    connect(m_listener.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_listener->nextPendingConnection())
            accept(socket);
    });
    connect(m_listener.get(), &QTcpServer::acceptError, this, &Front::outOfSockets);
    if (!m_listener->listen(options.address, options.port))
        return failure(ErrorCode::Storage, tr("The server cannot listen on this address."),
                       m_listener->errorString());
    m_tick.start();
    m_api.setSecure(m_secure);
    m_api.work().outside().loopbackAllowed = options.loopbackRequests;
    m_api.setCounters([this] {
        return Api::Counters{m_door.total(), m_door.waiting(), m_door.turnedAway(), m_door.gaveWay(),
                             m_bodies.used()};
    });
    m_api.work().resume();
    return {};
}

void Front::outOfSockets()
{
    // Qt listens no more after such an error. Who has signed in stays.
    const int gone = m_door.makeRoom(roomForSockets);
    const qint64 now = m_hub.clock().monotonic();
    if (m_toldOfSockets == 0 || now - m_toldOfSockets > tellAgain) {
        m_toldOfSockets = now;
        qCWarning(lcServer,
                  "no more connections can be accepted: %s; %d that waited were closed. Raise LimitNOFILE",
                  qPrintable(m_listener->errorString()), gone);
    }
    QTimer::singleShot(socketsAgain, this, [this] {
        if (m_listener)
            m_listener->resumeAccepting();
    });
}

void Front::renewTls()
{
    const QDateTime written = lastWritten(m_options);
    if (written == m_tlsChanged)
        return;
    const Result<QSslConfiguration> tls = readTls(m_options);
    // Half of a pair may have been written so far: the old one goes on until the new one is whole.
    if (!tls) {
        qCWarning(lcServer, "the renewed certificate cannot be used yet: %s",
                  qPrintable(tls.error().message));
        return;
    }
    m_tlsChanged = written;
    static_cast<TlsServer *>(m_listener.get())->setConfiguration(*tls);
    qCInfo(lcServer, "the renewed certificate is in use");
}

void Front::accept(QTcpSocket *socket)
{
    const bool direct = std::ranges::none_of(m_options.trustedProxies, [socket](const QHostAddress &proxy) {
        return socket->peerAddress().isEqual(proxy, QHostAddress::TolerantConversion);
    });
    if (!m_door.enter(socket, direct)) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *connection = new HttpConnection(socket, m_bodies, this);
    connection->trustedProxies = m_options.trustedProxies;
    connection->strictTransport = m_secure;
    connect(connection, &HttpConnection::heard, this, [this, socket] { m_door.heard(socket); });
    connection->admit = [this](const HttpHead &head) { return m_api.admit(head); };
    connect(connection, &HttpConnection::requested, this, [this](HttpConnection *request) {
        QPointer<QTcpSocket> from = request->socket();
        if (m_api.handle(request) && from)
            m_door.known(from);
    });
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
