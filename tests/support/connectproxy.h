// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace ChatOps::Testing {

/// A forwarding HTTP proxy on loopback: CONNECT (RFC 9110 section 9.3.6) and
/// requests in absolute form. It finds every host on this computer, so that
/// tests may name hosts that do not exist. Remembers what it was asked for.
class ConnectProxy : public QTcpServer {
    Q_OBJECT
public:
    explicit ConnectProxy(QObject *parent = nullptr);
    /// Request lines in the order they came.
    QList<QByteArray> asked;
    /// Answers every request with this status instead of forwarding; 0: forwards.
    int refusal = 0;

private:
    void serve(QTcpSocket *client);
    void forward(QTcpSocket *client, const QByteArray &head);
};

} // namespace ChatOps::Testing
