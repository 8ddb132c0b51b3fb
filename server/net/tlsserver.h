// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTcpServer>

namespace ChatOps::Server {

/// Hands out connections once their TLS handshake (RFC 8446) is done, and
/// drops those that do not finish it. QSslServer of Qt 6.4 waits for ever.
class TlsServer final : public QTcpServer {
    Q_OBJECT
public:
    /// Milliseconds a handshake may take.
    static constexpr int HandshakeLimit = 10'000;

    explicit TlsServer(const QSslConfiguration &tls, int handshakeLimit = HandshakeLimit,
                       QObject *parent = nullptr);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QSslConfiguration m_tls;
    int m_handshakeLimit;
};

} // namespace ChatOps::Server
