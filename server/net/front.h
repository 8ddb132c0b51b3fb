// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/hub.h"
#include "server/net/api.h"
#include "server/net/checkpointer.h"
#include "server/net/tlsserver.h"

#include <QHostAddress>
#include <QTimer>
#include <QWebSocketServer>

namespace ChatOps::Server {

/// One port for HTTP and WebSocket. TLS unless the address is loopback.
class Front final : public QObject {
    Q_OBJECT
public:
    struct Options {
        QHostAddress address = QHostAddress::LocalHost;
        quint16 port = 8420; ///< 0: any free one.
        QString certificate; ///< PEM chain; with `key` turns TLS on.
        QString key;
        QList<QHostAddress> trustedProxies; ///< Whose X-Forwarded-For is believed.
        int handshakeLimit = TlsServer::HandshakeLimit; ///< Milliseconds.
    };
    explicit Front(Hub &hub, QObject *parent = nullptr);
    ~Front() override;

    [[nodiscard]] Result<void> listen(const Options &options);
    [[nodiscard]] quint16 port() const { return m_listener ? m_listener->serverPort() : 0; }
    [[nodiscard]] bool isSecure() const { return m_secure; }
    /// No new connections; says `bye` to the old ones; `stopped` follows.
    void stop();

Q_SIGNALS:
    void stopped();

private:
    void accept(QTcpSocket *socket);
    Hub &m_hub;
    Api m_api;
    Checkpointer m_checkpointer;
    std::unique_ptr<QTcpServer> m_listener;
    QWebSocketServer m_upgrader;
    BodyBudget m_bodies;
    QList<QHostAddress> m_trustedProxies;
    QTimer m_tick;
    bool m_secure = false;
};

} // namespace ChatOps::Server
