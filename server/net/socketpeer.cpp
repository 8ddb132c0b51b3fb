// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/socketpeer.h"

#include <QTimer>
#include <QWebSocketProtocol>

namespace ChatOps::Server {
namespace {

/// Milliseconds for what was sent, and the closing handshake (RFC 6455 section 7.1).
constexpr int lingering = 5'000;
constexpr double bytesOfPong = 16;

/// Of a message of the server: RFC 6455 section 5.2, in pieces as QWebSocket makes them.
qint64 sizeOnWire(qint64 payload)
{
    constexpr qint64 piece = 512 * 1024;
    const auto framed = [](qint64 size) { return size + (size < 126 ? 2 : size < 65'536 ? 4 : 10); };
    const qint64 rest = payload % piece;
    return payload / piece * framed(piece) + (rest > 0 || payload == 0 ? framed(rest) : 0);
}

} // namespace

SocketPeer::SocketPeer(Hub &hub, QWebSocket *socket, std::function<void()> known, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_known(std::move(known))
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
    // Fragments of a message; the last one is counted as the message.
    connect(socket, &QWebSocket::textFrameReceived, this, [this](const QString &, bool last) {
        if (!last)
            m_session.spend(1);
    });
    connect(socket, &QWebSocket::pong, this, [this] { m_session.spend(1); });
    connect(socket, &QWebSocket::bytesWritten, this, [this](qint64 bytes) {
        countPongs(bytes);
        if (unsent() < 256 * 1024)
            m_session.drained();
    });
    connect(socket, &QWebSocket::disconnected, this, &QObject::deleteLater);
}

void SocketPeer::send(const QByteArray &frame)
{
    const QString text = QString::fromUtf8(frame);
    m_owed += sizeOnWire(m_socket->sendTextMessage(text));
}

void SocketPeer::countPongs(qint64 written)
{
    // QWebSocket answers pings by itself and tells nobody: what was written and is not
    // ours were pongs, of 2 to 127 bytes each.
    m_written += written;
    const qint64 pongs = m_written + unsent() - m_owed - m_pongs;
    if (pongs <= 0)
        return;
    m_pongs += pongs;
    m_session.spend(double(pongs) / bytesOfPong);
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
