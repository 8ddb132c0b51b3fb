// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/tlsserver.h"

#include <QSslSocket>
#include <QTimer>

namespace ChatOps::Server {

TlsServer::TlsServer(const QSslConfiguration &tls, int handshakeLimit, int mostShaking, QObject *parent)
    : QTcpServer(parent)
    , m_tls(tls)
    , m_handshakeLimit(handshakeLimit)
    , m_mostShaking(mostShaking)
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
    m_shaking.removeIf([](const QPointer<QSslSocket> &one) { return !one || one->isEncrypted(); });
    if (m_shaking.size() >= m_mostShaking)
        m_shaking.takeFirst()->abort();
    m_shaking.append(socket);
    socket->setSslConfiguration(m_tls);
    socket->startServerEncryption();
}

} // namespace ChatOps::Server
