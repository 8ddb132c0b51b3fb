// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawclient.h"

#include <QHostAddress>
#include <QtEndian>

namespace ChatOps::Testing {

RawClient::RawClient(quint16 port)
{
    connect(&m_socket, &QTcpSocket::readyRead, this, &RawClient::read);
    connect(&m_socket, &QTcpSocket::disconnected, this, [this] { m_over = true; });
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { m_over = true; });
    m_socket.connectToHost(QHostAddress::LocalHost, port);
    m_socket.write("GET /v1/ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                   "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
}

void RawClient::send(const QByteArray &bytes)
{
    if (m_upgraded)
        m_socket.write(bytes);
    else
        m_waiting += bytes;
}

void RawClient::send(const AnyFrame &frame)
{
    sendText(encode(frame));
}

void RawClient::sendText(const QByteArray &text)
{
    send(WebSocketFrame{1, true, false, true, text}.bytes());
}

void RawClient::goDeaf()
{
    disconnect(&m_socket, &QTcpSocket::readyRead, this, nullptr);
    m_socket.setReadBufferSize(1);
    m_socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
}

void RawClient::read()
{
    const QByteArray bytes = m_socket.readAll();
    m_received += bytes.size();
    m_buffer += bytes;
    if (!m_upgraded) {
        const qsizetype head = m_buffer.indexOf("\r\n\r\n");
        if (head < 0 || !m_buffer.startsWith("HTTP/1.1 101"))
            return;
        m_buffer.remove(0, head + 4);
        m_upgraded = true;
        m_socket.write(std::exchange(m_waiting, {}));
    }
    while (const std::optional<WebSocketFrame> frame = takeFrame(m_buffer)) {
        if (frame->opcode == 8 && frame->payload.size() >= 2) {
            m_closeCode = qFromBigEndian<quint16>(frame->payload.constData());
            m_closeReason = QString::fromUtf8(frame->payload.mid(2));
        }
        if (frame->opcode != 1)
            continue;
        const Result<AnyFrame> decoded = decode(frame->payload, {4 * MaxFrameDown, 16});
        if (said) {
            if (decoded)
                said(*decoded);
            continue;
        }
        m_heard += frame->payload;
        if (decoded)
            m_frames.append(*decoded);
    }
}

} // namespace ChatOps::Testing
