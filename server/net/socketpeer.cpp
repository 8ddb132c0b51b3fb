// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/socketpeer.h"

#include <QTimer>
#include <QWebSocketProtocol>

namespace ChatOps::Server {
namespace {

/// Milliseconds for what was sent, and the closing handshake (RFC 6455 section 7.1).
constexpr int lingering = 5'000;

} // namespace

SocketPeer::SocketPeer(Hub &hub, QWebSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_session(hub, *this)
{
    socket->setParent(this);
    // Qt's own limits are 2 GB.
    socket->setMaxAllowedIncomingFrameSize(MaxFrameUp);
    socket->setMaxAllowedIncomingMessageSize(MaxFrameUp);
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { m_session.receive(text.toUtf8()); });
    connect(socket, &QWebSocket::binaryMessageReceived, this, [this] {
        m_session.finish({QStringLiteral("protocol"), QStringLiteral("text frames only"), 0, true}, 1003);
    });
    connect(socket, &QWebSocket::bytesWritten, this, [this] {
        if (unsent() < 256 * 1024)
            m_session.pump();
    });
    connect(socket, &QWebSocket::disconnected, this, &QObject::deleteLater);
}

void SocketPeer::send(const QByteArray &frame)
{
    m_socket->sendTextMessage(QString::fromUtf8(frame));
}

qint64 SocketPeer::unsent() const
{
    return m_socket->bytesToWrite();
}

void SocketPeer::close(int code, const QString &reason)
{
    m_socket->close(QWebSocketProtocol::CloseCode(code), reason);
    // A peer that takes nothing, or does not answer, would keep the socket and what it holds.
    QTimer::singleShot(lingering, m_socket, &QWebSocket::abort);
}

} // namespace ChatOps::Server
