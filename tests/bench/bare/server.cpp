// SPDX-License-Identifier: GPL-3.0-or-later
// The reference of `fan-out` and `idle`: a bare WebSocket server on the library the server uses.
// It prints its port. A text that begins with "all " goes to every connection as it is.
#include <QCoreApplication>
#include <QTextStream>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QWebSocketServer server(u"bare"_s, QWebSocketServer::NonSecureMode);
    server.setMaxPendingConnections(10'000);
    QList<QWebSocket *> all;
    QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&] {
        while (QWebSocket *socket = server.nextPendingConnection()) {
            all.append(socket);
            QObject::connect(socket, &QWebSocket::textMessageReceived, &server, [&all](const QString &text) {
                if (!text.startsWith(u"all "))
                    return;
                for (QWebSocket *one : std::as_const(all))
                    one->sendTextMessage(text);
            });
        }
    });
    if (!server.listen(QHostAddress::LocalHost))
        return 1;
    QTextStream(stdout) << server.serverPort() << Qt::endl;
    return QCoreApplication::exec();
}
