// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/session.h"

#include <QWebSocket>

namespace ChatOps::Server {

/// A session on a real WebSocket.
class SocketPeer final : public QObject, public Outlet {
    Q_OBJECT
public:
    /// `known`: called when it is known whose it is.
    SocketPeer(Hub &hub, QWebSocket *socket, std::function<void()> known, QObject *parent);

    void send(const QByteArray &frame) override;
    [[nodiscard]] qint64 unsent() const override;
    void close(int code, const QString &reason) override;
    void signedIn() override { m_known(); }

private:
    void countPongs(qint64 written);
    QWebSocket *m_socket;
    std::function<void()> m_known;
    Session m_session;
    qint64 m_written = 0; ///< Bytes the socket took since the handshake,
    qint64 m_owed = 0; ///< of messages,
    qint64 m_pongs = 0; ///< and of answers to pings that have been counted.
};

} // namespace ChatOps::Server
