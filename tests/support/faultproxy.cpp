// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultproxy.h"

#include <QPointer>
#include <QTimer>

namespace ChatOps::Testing {

FaultProxy::FaultProxy(quint64 seed, QObject *parent)
    : QTcpServer(parent)
    , m_random(seed)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = nextPendingConnection())
            pair(client);
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("the proxy cannot listen");
}

void FaultProxy::resetAll()
{
    const QList<QTcpSocket *> open = m_open;
    for (QTcpSocket *socket : open)
        socket->abort();
}

void FaultProxy::pair(QTcpSocket *client)
{
    const Fault fault = int(m_random() % 100) < m_percent ? Fault(int(m_random() % 7) + 1) : Fault::None;
    ++m_counts[size_t(fault)];
    const auto limit = qint64(m_random() % 6'000);
    auto *server = new QTcpSocket(client);
    m_open.append(client);
    connect(client, &QObject::destroyed, this, [this, client] { m_open.removeAll(client); });
    connect(client, &QTcpSocket::disconnected, server, [server] { server->disconnectFromHost(); });
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    connect(server, &QTcpSocket::errorOccurred, client, [client](QAbstractSocket::SocketError error) {
        if (error != QAbstractSocket::RemoteHostClosedError) // An orderly end passes on what came first.
            client->abort();
    });
    connect(server, &QTcpSocket::connected, client, [this, client, server, fault, limit] {
        pass(client, server, fault, limit, true);
        pass(server, client, fault, limit, false);
        if (client->bytesAvailable() > 0)
            Q_EMIT client->readyRead();
    });
    server->connectToHost(QHostAddress::LocalHost, m_target);
}

void FaultProxy::pass(QTcpSocket *from, QTcpSocket *to, Fault fault, qint64 limit, bool up)
{
    const auto passed = std::make_shared<qint64>(0);
    const auto held = std::make_shared<QByteArray>();
    const auto ticking = std::make_shared<bool>(false);
    connect(from, &QTcpSocket::readyRead, to, [=, this] {
        const QByteArray bytes = from->readAll();
        *passed += bytes.size();
        switch (fault) {
        case Fault::BlackHole:
            return;
        case Fault::Reset:
            if (*passed > limit) {
                from->abort();
                to->abort();
                return;
            }
            break;
        case Fault::HalfClose:
            if (up && *passed > limit) {
                from->disconnectFromHost();
                return;
            }
            break;
        case Fault::CutUp:
            if (up && *passed > limit)
                return;
            break;
        case Fault::Sliced:
            for (qsizetype at = 0; at < bytes.size() && to->state() == QAbstractSocket::ConnectedState;) {
                const auto size = qsizetype(m_random() % 40) + 1;
                to->write(bytes.mid(at, size));
                to->flush();
                at += size;
            }
            return;
        case Fault::Slow:
        case Fault::Narrow: {
            *held += bytes;
            if (std::exchange(*ticking, true))
                return;
            auto *timer = new QTimer(to);
            timer->setInterval(int(m_random() % 15) + 1);
            const qsizetype most = fault == Fault::Narrow ? 2'048 : 1'000'000;
            connect(timer, &QTimer::timeout, to, [=] {
                if (to->state() != QAbstractSocket::ConnectedState)
                    return;
                to->write(held->left(most));
                held->remove(0, most);
                if (held->isEmpty()) {
                    *ticking = false;
                    timer->deleteLater();
                }
            });
            timer->start();
            return;
        }
        case Fault::None:
            break;
        }
        if (to->isOpen())
            to->write(bytes);
    });
}

} // namespace ChatOps::Testing
