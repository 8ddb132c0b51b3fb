// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/tlsserver.h"

#include <QSslSocket>
#include <QTimer>

namespace ChatOps::Server {

TlsServer::TlsServer(const QSslConfiguration &tls, int handshakeLimit, QObject *parent)
    : QTcpServer(parent)
    , m_tls(tls)
    , m_handshakeLimit(handshakeLimit)
{
}

void TlsServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    auto *limit = new QTimer(socket);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, socket, [socket] { socket->abort(); });
    connect(socket, &QSslSocket::disconnected, limit, [socket] { socket->deleteLater(); });
    connect(socket, &QSslSocket::encrypted, this, [this, socket, limit] {
        // From here on it belongs to whoever takes it.
        delete limit;
        addPendingConnection(socket);
        Q_EMIT newConnection();
    });
    limit->start(m_handshakeLimit);
    socket->setSslConfiguration(m_tls);
    socket->startServerEncryption();
}

} // namespace ChatOps::Server
