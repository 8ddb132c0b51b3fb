// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QWebSocket>

namespace ChatOps {

/// A WebSocket connection as sync needs it, so that tests can put another
/// kind underneath.
class Transport : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void open(const QUrl &url) = 0;
    /// No signal comes after this until the next `open`.
    virtual void close() = 0;
    virtual void send(const QByteArray &frame) = 0;

Q_SIGNALS:
    void opened();
    void closed(const ChatOps::Error &error);
    void received(const QByteArray &frame);
};

/// The real one. Certificates are checked against the system's trust store;
/// there is no way to go on in spite of an error.
class WebSocketTransport final : public Transport {
    Q_OBJECT
public:
    explicit WebSocketTransport(NetworkObserver *observer, QObject *parent = nullptr);
    ~WebSocketTransport() override;
    void open(const QUrl &url) override;
    void close() override;
    void send(const QByteArray &frame) override;

private:
    void drop();
    /// Tells why and drops.
    void end(QAbstractSocket::SocketError cause);
    std::unique_ptr<QWebSocket, void (*)(QWebSocket *)> m_socket;
    NetworkObserver *m_observer;
    QString m_host;
    QList<QByteArray> m_waiting; ///< Given before the socket was open.
    bool m_open = false;
    Error m_trouble;
};

/// The sentence for a failed TLS handshake.
[[nodiscard]] Error untrusted(const QList<QSslError> &errors);

} // namespace ChatOps
