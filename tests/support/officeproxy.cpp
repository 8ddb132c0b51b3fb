// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/officeproxy.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {

OfficeProxy::OfficeProxy(quint16 server, QObject *parent)
    : QTcpServer(parent)
    , m_server(server)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("the proxy cannot listen");
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = nextPendingConnection()) {
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            connect(client, &QTcpSocket::readyRead, this, [this, client] { serve(client); });
        }
    });
}

QUrl OfficeProxy::url() const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(QString::fromLatin1(folder)));
}

QByteArray OfficeProxy::page(const QByteArray &status, const QByteArray &headers)
{
    const QByteArray body = "<html><body><h1>Intranet</h1></body></html>";
    return "HTTP/1.1 " + status + "\r\nServer: nginx\r\nContent-Type: text/html\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\nConnection: close\r\n" + headers + "\r\n" + body;
}

void OfficeProxy::serve(QTcpSocket *client)
{
    const QByteArray seen = client->peek(64 * 1024);
    const qsizetype end = seen.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    QByteArray head = client->read(end + 4);
    disconnect(client, &QTcpSocket::readyRead, this, nullptr);
    const auto say = [client](const QByteArray &answer) {
        // The rest of a body is let go, so that the answer arrives.
        connect(client, &QTcpSocket::readyRead, client, [client] { client->readAll(); });
        client->write(answer);
        client->disconnectFromHost();
    };
    if (!instead.isEmpty()) {
        ++answered;
        say(instead);
        return;
    }
    const QByteArray path = head.split(' ').value(1);
    if (!folder.isEmpty()) {
        if (!path.startsWith(folder + '/')) {
            say(page("404 Not Found"));
            return;
        }
        head.replace(head.indexOf(' ') + 1, path.size(), path.sliced(folder.size()));
    }
    static const QRegularExpression length(u"\r\ncontent-length: *(\\d+)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (mostBytes > 0 && length.match(QString::fromLatin1(head)).captured(1).toLongLong() > mostBytes) {
        say(page("413 Request Entity Too Large"));
        return;
    }
    forward(client, head);
}

void OfficeProxy::forward(QTcpSocket *client, QByteArray head)
{
    static const QRegularExpression connection(u"\r\n(?:connection|upgrade|keep-alive):[^\r]*"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    const bool socket = head.toLower().contains("\r\nupgrade:");
    if (!socket || !passesUpgrades)
        head = QString::fromLatin1(head)
                   .remove(connection)
                   .toLatin1()
                   .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    auto *server = new QTcpSocket(client);
    connect(server, &QTcpSocket::connected, client, [client, server, head] {
        server->write(head);
        server->write(client->readAll());
        connect(client, &QTcpSocket::readyRead, server,
                [client, server] { server->write(client->readAll()); });
    });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    connect(server, &QTcpSocket::errorOccurred, client, [client] { client->disconnectFromHost(); });
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_server);
}

} // namespace ChatOps::Testing
