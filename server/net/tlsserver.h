// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

namespace ChatOps::Server {

/// Hands out connections once their TLS handshake (RFC 8446) is done, and
/// drops those that do not finish it. QSslServer of Qt 6.4 waits for ever.
class TlsServer final : public QTcpServer {
    Q_OBJECT
public:
    /// Milliseconds a handshake may take.
    static constexpr int HandshakeLimit = 10'000;

    /// `mostShaking`: handshakes at a time; with one more the oldest is dropped.
    explicit TlsServer(const QSslConfiguration &tls, int handshakeLimit = HandshakeLimit,
                       int mostShaking = 1'000, QObject *parent = nullptr);
    /// For connections from now on.
    void setConfiguration(const QSslConfiguration &tls) { m_tls = tls; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QSslConfiguration m_tls;
    int m_handshakeLimit;
    int m_mostShaking;
    QList<QPointer<QSslSocket>> m_shaking; ///< In the order in which they came.
};

} // namespace ChatOps::Server
