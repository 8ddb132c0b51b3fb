// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/transport.h"

#include "sync/proxy.h"

#include <QNetworkRequest>
#include <QSslError>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

Error untrusted(const QList<QSslError> &errors)
{
    QStringList details;
    for (const QSslError &error : errors)
        details.append(error.errorString());
    return {
        ErrorCode::Untrusted,
        Transport::tr(
            "The server's certificate is not trusted by this computer. If your organisation has its own authority, "
            "its certificate has to be installed in the system."),
        details.join(u"; "_s)};
}

WebSocketTransport::WebSocketTransport(NetworkObserver *observer, QObject *parent)
    : Transport(parent)
    , m_socket(nullptr, [](QWebSocket *socket) { socket->deleteLater(); })
    , m_observer(observer)
{
}

WebSocketTransport::~WebSocketTransport()
{
    if (!m_socket)
        return;
    QObject::disconnect(m_socket.get(), nullptr, this, nullptr);
    m_socket->abort();
    // Now: the thread ends with this, and nobody would be left to delete it later.
    delete m_socket.release();
}

void WebSocketTransport::drop()
{
    if (!m_socket)
        return;
    QObject::disconnect(m_socket.get(), nullptr, this, nullptr);
    m_socket->abort();
    m_socket.reset();
    m_open = false;
}

void WebSocketTransport::end(QAbstractSocket::SocketError cause)
{
    Error error = m_trouble;
    if (error.message.isEmpty())
        error = (m_socket->proxy().type() == QNetworkProxy::NoProxy ? std::nullopt : proxyError(cause))
                    .value_or(Error{ErrorCode::Offline, tr("The server cannot be reached."), {}});
    if (error.detail.isEmpty())
        error.detail = m_socket->errorString();
    drop();
    Q_EMIT closed(error);
}

void WebSocketTransport::open(const QUrl &url)
{
    drop();
    m_waiting.clear();
    m_trouble = {};
    m_host = url.host();
    m_socket.reset(new QWebSocket(QString(), QWebSocketProtocol::VersionLatest));
    QWebSocket *socket = m_socket.get();
    // Qt's own limits are 2 GB; a delta is at most a few times the frame limit.
    socket->setMaxAllowedIncomingFrameSize(4 * MaxFrameDown);
    socket->setMaxAllowedIncomingMessageSize(4 * MaxFrameDown);
    connect(socket, &QWebSocket::connected, this, [this] {
        m_open = true;
        const QList<QByteArray> waiting = std::exchange(m_waiting, {});
        Q_EMIT opened();
        for (const QByteArray &frame : waiting)
            send(frame);
    });
    connect(socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        const QByteArray frame = text.toUtf8();
        if (m_observer)
            m_observer->exchanged(m_host, u"sync"_s, 0, frame.size());
        Q_EMIT received(frame);
    });
    connect(socket, &QWebSocket::binaryMessageReceived, this, [this] {
        // hub.v1 is text; whoever sends anything else does not speak it.
        drop();
        Q_EMIT closed({ErrorCode::Protocol, tr("The server sent something this version does not understand."),
                       u"a binary frame"_s});
    });
    connect(socket, &QWebSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_trouble = untrusted(errors); });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        if (m_open) {
            end(socket->error());
            return;
        }
        // A connection that fails at the proxy is called disconnected first
        // and given its reason after that.
        QMetaObject::invokeMethod(
            this,
            [this, socket] {
                if (m_socket.get() == socket)
                    end(socket->error());
            },
            Qt::QueuedConnection);
    });
    const auto failed = [this](QAbstractSocket::SocketError cause) {
        // Before the connection stands, no `disconnected` need follow.
        if (!m_open)
            end(cause);
    };
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(socket, &QWebSocket::errorOccurred, this, failed);
#else
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, failed);
#endif
    socket->setProxy(systemProxy(url));
    QNetworkRequest request(url);
    request.setRawHeader("Sec-GPC", "1");
    socket->open(request);
}

void WebSocketTransport::close()
{
    m_waiting.clear();
    drop();
}

void WebSocketTransport::send(const QByteArray &frame)
{
    if (!m_socket)
        return;
    if (!m_open) {
        m_waiting.append(frame);
        return;
    }
    if (m_observer)
        m_observer->exchanged(m_host, u"sync"_s, frame.size(), 0);
    m_socket->sendTextMessage(QString::fromUtf8(frame));
}

} // namespace ChatOps
