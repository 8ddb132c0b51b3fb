// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/websocketbytes.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace ChatOps::Testing {

QByteArray WebSocketFrame::bytes() const
{
    QByteArray out;
    out += char((last ? 0x80 : 0) | (compressed ? 0x40 : 0) | opcode);
    const char mask = masked ? char(0x80) : char(0);
    if (payload.size() < 126) {
        out += char(payload.size() | mask);
    } else if (payload.size() < 65536) {
        out += char(126 | mask);
        out.resize(4);
        qToBigEndian(quint16(payload.size()), out.data() + 2);
    } else {
        out += char(127 | mask);
        out.resize(10);
        qToBigEndian(quint64(payload.size()), out.data() + 2);
    }
    if (!masked)
        return out + payload;
    const QByteArray key("\x12\x34\x56\x78", 4);
    out += key;
    const qsizetype at = out.size();
    out += payload;
    for (qsizetype i = 0; i < payload.size(); ++i)
        out[at + i] = char(out[at + i] ^ key[i % 4]);
    return out;
}

std::optional<WebSocketFrame> takeFrame(QByteArray &buffer)
{
    if (buffer.size() < 2)
        return std::nullopt;
    WebSocketFrame frame;
    frame.opcode = buffer[0] & 0x0f;
    frame.last = (buffer[0] & 0x80) != 0;
    frame.compressed = (buffer[0] & 0x40) != 0;
    frame.masked = (buffer[1] & 0x80) != 0;
    qsizetype length = uchar(buffer[1]) & 0x7f;
    qsizetype at = length == 126 ? 4 : length == 127 ? 10 : 2;
    const qsizetype key = frame.masked ? 4 : 0;
    if (buffer.size() < at + key)
        return std::nullopt;
    if (length == 126)
        length = qFromBigEndian<quint16>(buffer.constData() + 2);
    else if (length == 127)
        length = qsizetype(qFromBigEndian<quint64>(buffer.constData() + 2));
    if (buffer.size() < at + key + length)
        return std::nullopt;
    frame.payload = buffer.mid(at + key, length);
    for (qsizetype i = 0; frame.masked && i < length; ++i)
        frame.payload[i] = char(frame.payload[i] ^ buffer[at + i % 4]);
    buffer.remove(0, at + key + length);
    return frame;
}

QByteArray webSocketProof(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1)
        .toBase64();
}

} // namespace ChatOps::Testing
