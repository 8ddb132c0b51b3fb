// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/frames.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace ChatOps::Testing {

/// A server that says whatever the test wants: WebSocket frames byte by byte
/// (RFC 6455), and any answer to other requests.
class RawHub : public QObject {
    Q_OBJECT
public:
    RawHub();
    [[nodiscard]] QUrl url() const;
    /// One unmasked frame. `opcode` 0 continues, 1 is text, 2 binary, 8 to 10 control.
    [[nodiscard]] static QByteArray frame(const QByteArray &payload, int opcode = 1, bool last = true,
                                          bool compressed = false);
    void send(const QByteArray &bytes);
    void send(const AnyFrame &one) { send(frame(encode(one))); }
    [[nodiscard]] qint64 unsent() const { return m_socket ? m_socket->bytesToWrite() : 0; }
    void drop();
    /// Bytes given to whoever asks for a page, with their head.
    QByteArray httpAnswer;
    /// Goes on after `httpAnswer` for as long as somebody takes it.
    QByteArray httpForEver;
    int connections = 0;
    int requests = 0;
    QByteArray lastHead; ///< Of the last request that was no handshake.
    QByteArray lastHandshake;

Q_SIGNALS:
    void said(const ChatOps::AnyFrame &frame);
    void left();

private:
    void accept();
    void read();
    QTcpServer m_listener;
    QTcpSocket *m_socket = nullptr; ///< The WebSocket connection.
    QByteArray m_buffer;
    bool m_upgraded = false;
};

} // namespace ChatOps::Testing
