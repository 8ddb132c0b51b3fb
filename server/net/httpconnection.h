// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "server/net/httpmessage.h"

#include <QObject>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

namespace ChatOps::Server {

/// Makes the next piece of a body; empty at the end.
using BodySource = std::function<Result<QByteArray>()>;

/// One HTTP connection: reads requests within limits, writes answers, never
/// buffers more than one piece of a body. An upgrade to WebSocket is handed
/// over with its bytes unread.
class HttpConnection final : public QObject {
    Q_OBJECT
public:
    explicit HttpConnection(QTcpSocket *socket, QObject *parent = nullptr);

    [[nodiscard]] const HttpHead &head() const { return m_head; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] QString peer() const;

    // Exactly one of these answers a request, at once or later.
    void answer(int status, const QByteArray &body, const QByteArray &type = "application/json",
                const QByteArray &extra = {});
    void answerError(int status, const QString &code, const QString &message, qint64 retryMs = 0);
    void stream(BodySource source, const QByteArray &type);

    /// Largest body a request may carry, asked once its head is known.
    std::function<qint64(const HttpHead &)> bodyLimit;

Q_SIGNALS:
    void requested(HttpConnection *connection);
    /// The socket is the receiver's from now on.
    void upgradeRequested(QTcpSocket *socket);

private:
    enum class Phase { Head, Body, Answering };
    void readMore();
    void readHead();
    void writeMore();
    void finished();
    void refuse(int status);

    QTcpSocket *m_socket;
    QTimer m_patience;
    Phase m_phase = Phase::Head;
    HttpHead m_head;
    QByteArray m_body;
    BodySource m_source;
};

} // namespace ChatOps::Server
