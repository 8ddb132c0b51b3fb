// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "server/net/bodybudget.h"
#include "server/net/httpmessage.h"

#include <QHostAddress>
#include <QObject>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

namespace ChatOps::Server {

/// What is to become of a request, by its head: 200 and the largest body it may
/// carry, or the status it is refused with.
struct HttpAdmission {
    int status = 200;
    qint64 bodyLimit = 0;
    QString owner = {}; ///< Whose share of the memory for bodies it takes; empty: its address's.
    QString why = {}; ///< Of a refusal, for people; the status's own words unless given.
};

/// Makes the next piece of a body; empty at the end.
using BodySource = std::function<Result<QByteArray>()>;

/// One HTTP connection: reads requests within limits, writes answers, never
/// buffers more than one piece of a streamed body. A request is read when the
/// answer to the one before has left, so that who asks without reading costs
/// one answer and not all of them. An upgrade to WebSocket is handed
/// over with its bytes unread.
class HttpConnection final : public QObject {
    Q_OBJECT
public:
    HttpConnection(QTcpSocket *socket, BodyBudget &budget, QObject *parent = nullptr);
    ~HttpConnection() override;

    [[nodiscard]] const HttpHead &head() const { return m_head; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    /// The address the request comes from; behind a proxy of `trustedProxies`
    /// what that says.
    [[nodiscard]] QString peer() const;

    // Exactly one of these answers a request, at once or later.
    void answer(int status, const QByteArray &body, const QByteArray &type = "application/json",
                const QByteArray &extra = {});
    void answerError(int status, const QString &code, const QString &message, qint64 retryMs = 0);
    void stream(BodySource source, const QByteArray &type);

    std::function<HttpAdmission(const HttpHead &)> admit;
    QList<QHostAddress> trustedProxies;
    /// Browsers are told to come by TLS only from now on (RFC 6797).
    bool strictTransport = false;
    [[nodiscard]] QTcpSocket *socket() const { return m_socket; }
    /// By what attempts are counted: `peer()`, of IPv6 its /64.
    [[nodiscard]] QString counted() const;
    /// Does it come straight from a program on this computer?
    [[nodiscard]] bool isLocal() const;

Q_SIGNALS:
    /// The head of a request has come whole.
    void heard();
    void requested(HttpConnection *connection);
    /// The socket is the receiver's from now on.
    void upgradeRequested(QTcpSocket *socket);

private:
    enum class Phase { Head, Body, Answering, Draining, Lingering };
    void readMore();
    void readHead();
    void writeMore();
    void linger();
    void readNext();
    [[nodiscard]] QHostAddress peerAddress() const;
    [[nodiscard]] QByteArray headers(const QByteArray &type) const;
    void giveBack();
    void finished();
    void refuse(int status, const QString &why = {});

    QTcpSocket *m_socket;
    BodyBudget &m_budget;
    QString m_owner; ///< Whose share of the budget the body takes.
    QTimer m_patience;
    Phase m_phase = Phase::Head;
    qint64 m_arrived = 0; ///< Bytes of the body so far, those that were let go included.
    HttpHead m_head;
    QByteArray m_body;
    BodySource m_source;
};

} // namespace ChatOps::Server
