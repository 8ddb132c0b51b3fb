// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QUrl>

namespace ChatOps::Testing {

/// What stands in front of servers in offices: a reverse proxy on loopback that passes on, or answers in
/// the server's place as proxies, login pages and firewalls do. One request a connection, but sockets.
class OfficeProxy : public QTcpServer {
    Q_OBJECT
public:
    explicit OfficeProxy(quint16 server, QObject *parent = nullptr);

    QByteArray instead; ///< Answered to every request, when not empty: a whole HTTP answer.
    QByteArray folder; ///< "/chat": only what lies below is passed on, without it.
    bool passesUpgrades = true; ///< False: as nginx without its two lines, the request goes on without them.
    qint64 mostBytes = 0; ///< A body above is answered with 413, as by nginx; 0: none is.
    int answered = 0; ///< How often `instead` was.

    [[nodiscard]] QUrl url() const;
    /// A whole answer with a page in HTML.
    [[nodiscard]] static QByteArray page(const QByteArray &status, const QByteArray &headers = {});

private:
    void serve(QTcpSocket *client);
    void forward(QTcpSocket *client, QByteArray head);
    quint16 m_server;
};

} // namespace ChatOps::Testing
