// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/httpconnection.h"

#include "core/jsonguard.h"
#include "server/net/doorkeeper.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int headPatience = 10'000;
constexpr int idlePatience = 60'000;
constexpr int lingering = 10'000;
constexpr qint64 mostToLinger = 64LL * 1024 * 1024;
constexpr qint64 pieceInFlight = 256 * 1024;
constexpr qint64 readAhead = 64 * 1024;
/// Pages from elsewhere get nothing here and frame nothing, nobody is told where somebody came from, and
/// answers are never kept. Pages of our own may have a style of their own, and send their forms here.
const QByteArray commonHeaders =
    "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\n"
    "Referrer-Policy: no-referrer\r\nCross-Origin-Resource-Policy: same-origin\r\n";
constexpr auto policyOfData = "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
constexpr auto policyOfPages =
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n";
constexpr auto strict = "Strict-Transport-Security: max-age=31536000\r\n";

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, BodyBudget &budget, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_budget(budget)
{
    socket->setParent(this);
    // Without a bound Qt reads whatever comes, wanted or not.
    socket->setReadBufferSize(readAhead);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { m_socket->abort(); });
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(socket, &QTcpSocket::bytesWritten, this, [this] {
        writeMore();
        readNext();
    });
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_patience.start(headPatience);
}

HttpConnection::~HttpConnection()
{
    giveBack();
}

void HttpConnection::giveBack()
{
    m_budget.giveBack(m_owner, m_body.size());
    m_body.clear();
}

QString HttpConnection::peer() const
{
    return peerAddress().toString();
}

QString HttpConnection::counted() const
{
    return countedAddress(peerAddress());
}

bool HttpConnection::isLocal() const
{
    // A page of somebody's, open in a browser here, comes under the name it has had turned to this computer.
    const QString host = QUrl(u"http://"_s + QString::fromLatin1(m_head.header("host"))).host();
    return m_socket->peerAddress().isLoopback() && (host == u"localhost" || QHostAddress(host).isLoopback())
        && !m_head.headers.contains("x-forwarded-for") && !m_head.headers.contains("forwarded")
        && !m_head.headers.contains("via");
}

QHostAddress HttpConnection::peerAddress() const
{
    const QHostAddress direct = m_socket->peerAddress();
    const bool trusted =
        std::any_of(trustedProxies.begin(), trustedProxies.end(), [&](const QHostAddress &proxy) {
            return direct.isEqual(proxy, QHostAddress::TolerantConversion);
        });
    if (!trusted)
        return direct;
    // The last entry is the proxy's own; those before it are the client's to invent.
    const QHostAddress said(
        QString::fromLatin1(m_head.header("x-forwarded-for").split(',').last().trimmed()));
    return said.isNull() ? direct : said;
}

void HttpConnection::readMore()
{
    if (m_phase == Phase::Lingering) {
        m_arrived += m_socket->skip(m_socket->bytesAvailable());
        if (m_arrived >= std::min(m_head.contentLength, mostToLinger))
            m_socket->disconnectFromHost();
        return;
    }
    if (m_phase == Phase::Head)
        readHead();
    if (m_phase == Phase::Body) {
        const QByteArray piece = m_socket->read(m_head.contentLength - m_body.size());
        m_arrived += piece.size();
        if (!m_budget.take(m_owner, piece.size(), m_head.contentLength)) {
            refuse(503);
            return;
        }
        m_body += piece;
        if (m_body.size() >= m_head.contentLength) {
            m_phase = Phase::Answering;
            m_patience.stop();
            Q_EMIT requested(this);
        }
    }
}

void HttpConnection::readHead()
{
    const HttpParse parse = parseHead(m_socket->peek(MaxHeadBytes));
    if (parse.state == HttpParse::State::Incomplete)
        return;
    if (parse.state == HttpParse::State::Bad) {
        refuse(400);
        return;
    }
    m_head = parse.head;
    m_arrived = 0;
    Q_EMIT heard();
    if (m_head.isWebSocket()) {
        if (m_head.path != "/v1/ws") {
            refuse(404);
            return;
        }
        m_patience.stop();
        disconnect(m_socket, nullptr, this, nullptr);
        m_socket->setParent(nullptr);
        m_socket->setReadBufferSize(0); // QWebSocket has its own limits.
        Q_EMIT upgradeRequested(std::exchange(m_socket, nullptr));
        deleteLater();
        return;
    }
    m_socket->skip(parse.size);
    const HttpAdmission admission = admit ? admit(m_head) : HttpAdmission();
    if (admission.status != 200) {
        refuse(admission.status, admission.why);
        return;
    }
    if (m_head.contentLength > admission.bodyLimit) {
        refuse(413);
        return;
    }
    m_owner = admission.owner.isEmpty() ? counted() : admission.owner;
    m_phase = Phase::Body;
    m_patience.start(idlePatience);
}

void HttpConnection::refuse(int status, const QString &why)
{
    m_head.keepAlive = false;
    m_phase = Phase::Answering;
    // Programs that know no code read the sentence.
    answerError(status, status == 507 ? u"quota"_s : u"http"_s,
                why.isEmpty() ? QString::fromLatin1(reasonPhrase(status)) : why, status == 503 ? 5'000 : 0);
}

void HttpConnection::answer(int status, const QByteArray &body, const QByteArray &type,
                            const QByteArray &extra)
{
    m_socket->write("HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status)
                    + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())
                    + "\r\nConnection: " + (m_head.keepAlive ? "keep-alive" : "close") + "\r\n"
                    + headers(type) + extra + "\r\n");
    // RFC 9110 section 9.3.2: whatever follows would be taken for the next answer.
    if (m_head.method != "HEAD")
        m_socket->write(body);
    finished();
}

QByteArray HttpConnection::headers(const QByteArray &type) const
{
    return commonHeaders + (type.startsWith("text/html") ? policyOfPages : policyOfData)
        + (strictTransport ? strict : "");
}

void HttpConnection::answerError(int status, const QString &code, const QString &message, qint64 retryMs)
{
    const QByteArray retry =
        retryMs > 0 ? "Retry-After: " + QByteArray::number((retryMs + 999) / 1000) + "\r\n" : QByteArray();
    answer(status, toJson(QJsonObject{{"code"_L1, code}, {"message"_L1, message}, {"retry"_L1, retryMs}}),
           "application/json", retry);
}

void HttpConnection::stream(BodySource source, const QByteArray &type)
{
    m_source = std::move(source);
    m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: " + type
                    + "\r\nTransfer-Encoding: chunked\r\nConnection: "
                    + (m_head.keepAlive ? "keep-alive" : "close") + "\r\n" + headers(type) + "\r\n");
    m_patience.start(idlePatience);
    if (m_head.method == "HEAD") {
        m_source = nullptr;
        finished();
        return;
    }
    writeMore();
}

void HttpConnection::writeMore()
{
    while (m_source && m_socket->bytesToWrite() < pieceInFlight) {
        const Result<QByteArray> piece = m_source();
        if (!piece) {
            // A cut body without its last chunk tells the client that something is missing.
            m_socket->abort();
            return;
        }
        if (piece->isEmpty()) {
            m_source = nullptr;
            m_socket->write("0\r\n\r\n");
            finished();
            return;
        }
        m_patience.start(idlePatience);
        m_socket->write(QByteArray::number(piece->size(), 16) + "\r\n" + *piece + "\r\n");
    }
}

void HttpConnection::finished()
{
    giveBack();
    if (!m_head.keepAlive) {
        if (m_head.contentLength > 0 && m_arrived < m_head.contentLength)
            linger();
        else
            m_socket->disconnectFromHost();
        return;
    }
    m_phase = Phase::Draining;
    m_patience.start(idlePatience);
    readNext();
}

void HttpConnection::linger()
{
    // A socket that is closed while a body arrives takes the answer with it (RFC 9112 section 9.6): the
    // client would learn of a broken connection and not of its reason. What comes is read and let go.
    m_phase = Phase::Lingering;
    m_patience.start(lingering);
    readMore();
}

void HttpConnection::readNext()
{
    if (m_phase != Phase::Draining || m_socket->bytesToWrite() > 0)
        return;
    m_phase = Phase::Head;
    m_patience.start(idlePatience);
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &HttpConnection::readMore, Qt::QueuedConnection);
}

} // namespace ChatOps::Server
