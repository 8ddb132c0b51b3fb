// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/frames.h"
#include "tests/support/websocketbytes.h"

#include <QTcpSocket>

#include <functional>

namespace ChatOps::Testing {

/// A client that says whatever the test wants, byte by byte.
class RawClient : public QObject {
    Q_OBJECT
public:
    explicit RawClient(quint16 port);
    /// As soon as the server has agreed to speak WebSocket.
    void send(const QByteArray &bytes);
    void send(const AnyFrame &frame);
    void sendText(const QByteArray &text);
    /// Bytes the server has not taken yet.
    [[nodiscard]] qint64 unsent() const { return m_waiting.size() + m_socket.bytesToWrite(); }
    /// From now on nothing is read; what the server sends fills the system's buffers.
    void goDeaf();

    [[nodiscard]] bool isOpen() const { return m_upgraded && !m_over; }
    [[nodiscard]] bool isOver() const { return m_over; }
    /// As the server gave it (RFC 6455 section 7.4), 0 when it just went.
    [[nodiscard]] int closeCode() const { return m_closeCode; }
    [[nodiscard]] const QString &closeReason() const { return m_closeReason; }
    [[nodiscard]] qint64 received() const { return m_received; }
    template <typename T>
    [[nodiscard]] QList<T> all() const
    {
        QList<T> found;
        for (const AnyFrame &frame : m_frames) {
            if (const T *one = std::get_if<T>(&frame))
                found.append(*one);
        }
        return found;
    }
    /// Gets every frame instead of keeping them.
    std::function<void(const AnyFrame &)> said;
    /// Texts of the frames, for what must not be in any of them.
    [[nodiscard]] const QByteArray &heard() const { return m_heard; }

private:
    void read();
    QTcpSocket m_socket;
    QByteArray m_waiting;
    QByteArray m_buffer;
    QByteArray m_heard;
    QList<AnyFrame> m_frames;
    qint64 m_received = 0;
    bool m_upgraded = false;
    bool m_over = false;
    int m_closeCode = 0;
    QString m_closeReason;
};

} // namespace ChatOps::Testing
