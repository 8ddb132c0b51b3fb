// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/connectproxy.h"

#include <QTcpSocket>
#include <QUrl>

namespace ChatOps::Testing {

ConnectProxy::ConnectProxy(QObject *parent)
    : QTcpServer(parent)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = nextPendingConnection())
            serve(client);
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("the proxy cannot listen");
}

void ConnectProxy::serve(QTcpSocket *client)
{
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QTcpSocket::readyRead, this, [this, client] {
        const QByteArray seen = client->peek(64 * 1024);
        const qsizetype end = seen.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        disconnect(client, &QTcpSocket::readyRead, this, nullptr);
        asked.append(seen.left(seen.indexOf("\r\n")));
        if (refusal != 0) {
            client->write("HTTP/1.1 " + QByteArray::number(refusal)
                          + " No\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n");
            client->disconnectFromHost();
            return;
        }
        forward(client, client->read(end + 4));
    });
}

void ConnectProxy::forward(QTcpSocket *client, const QByteArray &head)
{
    const QList<QByteArray> line = head.left(head.indexOf("\r\n")).split(' ');
    const bool tunnel = line.value(0) == "CONNECT";
    const QUrl url(QString::fromLatin1((tunnel ? "tcp://" : "") + line.value(1)));
    auto *server = new QTcpSocket(client);
    connect(server, &QTcpSocket::connected, client, [client, server, head, url, tunnel] {
        if (tunnel) {
            client->write("HTTP/1.1 200 OK\r\n\r\n");
        } else {
            QByteArray direct = head;
            server->write(
                direct.replace(url.toEncoded(), url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)));
        }
        const auto pass = [client, server] { server->write(client->readAll()); };
        connect(client, &QTcpSocket::readyRead, server, pass);
        pass();
    });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(url.port(80)));
}

} // namespace ChatOps::Testing
