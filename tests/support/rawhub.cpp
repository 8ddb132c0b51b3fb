// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhub.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtEndian>

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
    QByteArray bytes;
    bytes += char((last ? 0x80 : 0) | (compressed ? 0x40 : 0) | opcode);
    if (payload.size() < 126) {
        bytes += char(payload.size());
    } else if (payload.size() < 65536) {
        bytes += char(126);
        bytes.resize(4);
        qToBigEndian(quint16(payload.size()), bytes.data() + 2);
    } else {
        bytes += char(127);
        bytes.resize(10);
        qToBigEndian(quint64(payload.size()), bytes.data() + 2);
    }
    return bytes + payload;
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
        m_socket = socket;
        m_upgraded = true;
        m_buffer.clear();
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            if (m_socket == socket)
                m_socket = nullptr;
            Q_EMIT left();
        });
        const QByteArray proof = QCryptographicHash::hash(match.captured(1).trimmed().toLatin1()
                                                              + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                                          QCryptographicHash::Sha1)
                                     .toBase64();
        socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Accept: "
                      + proof + "\r\n\r\n");
    });
}

void RawHub::read()
{
    while (m_buffer.size() >= 6) {
        qsizetype length = uchar(m_buffer[1]) & 0x7f;
        qsizetype at = 2;
        if (length == 126) {
            length = qFromBigEndian<quint16>(m_buffer.constData() + 2);
            at = 4;
        } else if (length == 127) {
            if (m_buffer.size() < 14)
                return;
            length = qsizetype(qFromBigEndian<quint64>(m_buffer.constData() + 2));
            at = 10;
        }
        if (m_buffer.size() < at + 4 + length)
            return;
        const int opcode = m_buffer[0] & 0x0f;
        QByteArray payload = m_buffer.mid(at + 4, length);
        for (qsizetype i = 0; i < length; ++i)
            payload[i] = char(payload[i] ^ m_buffer[at + i % 4]);
        m_buffer.remove(0, at + 4 + length);
        if (opcode != 1)
            continue;
        if (const Result<AnyFrame> frame = decode(payload, {4 * MaxFrameDown, 16}))
            Q_EMIT said(*frame);
    }
}

} // namespace ChatOps::Testing
