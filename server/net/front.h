// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/hub.h"
#include "server/net/api.h"
#include "server/net/bodybudget.h"
#include "server/net/checkpointer.h"
#include "server/net/doorkeeper.h"
#include "server/net/tlsserver.h"

#include <QDateTime>
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
        /// Previews and transfers may go to this computer, too; for tests.
        bool loopbackRequests = false;
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
    /// The system gives out no more sockets: somebody who waits goes, and it is tried again.
    void outOfSockets();
    /// Takes a renewed certificate over, when its files have changed.
    void renewTls();
    Hub &m_hub;
    Api m_api;
    Doorkeeper m_door; ///< Before all that owns sockets, which leave it when they go.
    BodyBudget m_bodies;
    Checkpointer m_checkpointer;
    std::unique_ptr<QTcpServer> m_listener;
    QWebSocketServer m_upgrader;
    Options m_options;
    QTimer m_tick;
    QTimer m_renewal;
    QDateTime m_tlsChanged; ///< When the files of the certificate were written last.
    qint64 m_toldOfSockets = 0;
    bool m_secure = false;
};

} // namespace ChatOps::Server
