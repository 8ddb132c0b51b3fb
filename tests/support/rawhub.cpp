// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhub.h"

#include "tests/support/websocketbytes.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {

RawHub::RawHub()
{
    connect(&m_listener, &QTcpServer::newConnection, this, &RawHub::accept);
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

QUrl RawHub::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_listener.serverPort()));
}

QByteArray RawHub::frame(const QByteArray &payload, int opcode, bool last, bool compressed)
{
    return WebSocketFrame{opcode, last, compressed, false, payload}.bytes();
}

void RawHub::send(const QByteArray &bytes)
{
    if (m_socket)
        m_socket->write(bytes);
}

void RawHub::drop()
{
    if (m_socket)
        m_socket->abort();
}

void RawHub::accept()
{
    QTcpSocket *socket = m_listener.nextPendingConnection();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        if (socket == m_socket && m_upgraded) {
            m_buffer += socket->readAll();
            read();
            return;
        }
        const QByteArray head = socket->peek(16 * 1024);
        if (!head.contains("\r\n\r\n"))
            return;
        socket->readAll();
        static const QRegularExpression key(u"sec-websocket-key: *([^\\r]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
        const auto match = key.match(QString::fromLatin1(head));
        if (!match.hasMatch()) {
            ++requests;
            lastHead = head;
            socket->write(httpAnswer);
            if (!httpForEver.isEmpty()) {
                connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] {
                    if (socket->bytesToWrite() < 256 * 1024)
                        socket->write(httpForEver);
                });
                socket->write(httpForEver);
            } else {
                socket->disconnectFromHost();
            }
            return;
        }
        ++connections;
        lastHandshake = head;
        m_socket = socket;
        m_upgraded = true;
        m_buffer.clear();
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            if (m_socket == socket)
                m_socket = nullptr;
            Q_EMIT left();
        });
        socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Accept: "
                      + webSocketProof(match.captured(1).trimmed().toLatin1()) + "\r\n\r\n");
    });
}

void RawHub::read()
{
    while (const std::optional<WebSocketFrame> one = takeFrame(m_buffer)) {
        if (one->opcode != 1)
            continue;
        if (const Result<AnyFrame> frame = decode(one->payload, {4 * MaxFrameDown, 16}))
            Q_EMIT said(*frame);
    }
}

} // namespace ChatOps::Testing
