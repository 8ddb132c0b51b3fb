// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/httpclient.h"

#include "sync/inbetween.h"
#include "sync/proxy.h"
#include "sync/transport.h"

#include <QCoreApplication>
#include <QNetworkCookieJar>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr qint64 maxBody = 24 * 1024 * 1024;
constexpr int transferLimit = 60'000;

/// Takes no cookie and gives none: this program's requests need none.
class NoCookies final : public QNetworkCookieJar {
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

QString say(const char *text)
{
    return QCoreApplication::translate("Sync", text);
}

/// Nothing but pages is answered as one.
bool isWebPage(const QNetworkReply &reply)
{
    return reply.header(QNetworkRequest::ContentTypeHeader)
        .toString()
        .startsWith(u"text/html", Qt::CaseInsensitive);
}

} // namespace

HttpClient::HttpClient(QUrl base, NetworkObserver *observer, QObject *parent)
    : QObject(parent)
    , m_base(std::move(base))
    , m_observer(observer)
    , m_manager(this)
{
    m_manager.setCookieJar(new NoCookies);
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setTransferTimeout(transferLimit);
    m_manager.setAutoDeleteReplies(false);
    connect(&m_manager, &QNetworkAccessManager::sslErrors, this,
            [](QNetworkReply *reply, const QList<QSslError> &errors) {
                reply->setProperty("untrusted", untrusted(errors).detail);
            });
}

QNetworkRequest HttpClient::request(const QString &path, const QUrlQuery &query, const QString &token) const
{
    QUrl url = m_base;
    url.setPath(m_base.path() + path);
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("ChatOpsDesktop/" CHATOPS_VERSION));
    request.setRawHeader("Sec-GPC", "1");
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
    return request;
}

Error HttpClient::errorOf(QNetworkReply *reply, const QByteArray &body)
{
    if (const QString why = reply->property("untrusted").toString();
        !why.isEmpty() || reply->error() == QNetworkReply::SslHandshakeFailedError)
        return {ErrorCode::Untrusted, untrusted({}).message, why};
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        const QNetworkAccessManager *manager = reply->manager();
        const bool proxied = manager && manager->proxy().type() != QNetworkProxy::NoProxy;
        if (const auto atProxy = proxied ? proxyError(reply->error()) : std::nullopt)
            return {atProxy->code, atProxy->message, reply->errorString()};
        const bool late = reply->error() == QNetworkReply::OperationCanceledError
            || reply->error() == QNetworkReply::TimeoutError;
        return late
            ? Error{ErrorCode::Timeout, say(QT_TRANSLATE_NOOP("Sync", "The server does not answer.")),
                    reply->errorString()}
            : Error{ErrorCode::Offline, say(QT_TRANSLATE_NOOP("Sync", "The server cannot be reached.")),
                    reply->errorString()};
    }
    const QJsonObject json = parseJson(body, {64 * 1024, 4}).value_or(QJsonObject());
    const QString code = json.value("code"_L1).toString();
    if (code.isEmpty())
        return inBetween(*reply);
    QString message = json.value("message"_L1).toString().left(500);
    if (code == u"wrong_password")
        return {ErrorCode::Unauthenticated,
                say(QT_TRANSLATE_NOOP("Sync", "The name or the password is not right.")), code};
    if (code == u"confirm")
        return {ErrorCode::Forbidden, say(QT_TRANSLATE_NOOP("Sync", "Give your password first.")), code};
    if (code == u"wiped")
        return {ErrorCode::Unauthenticated, say(QT_TRANSLATE_NOOP("Sync", "This account was deleted.")),
                code};
    if (code == u"invitation_over")
        return {ErrorCode::Forbidden,
                say(QT_TRANSLATE_NOOP("Sync", "This invitation is not valid any more. Ask for a new one.")),
                code};
    if (code == u"handle_taken")
        return {ErrorCode::Conflict,
                say(QT_TRANSLATE_NOOP("Sync", "This short name is taken. Choose another one.")), code};
    if (code == u"invalid_join")
        return {
            ErrorCode::Invalid,
            say(QT_TRANSLATE_NOOP(
                "Sync",
                "Give a name, a short name of a-z, 0-9, '.', '_' or '-', and a password of at least 8 characters.")),
            code};
    if (code == u"weak_password")
        return {ErrorCode::Invalid,
                say(QT_TRANSLATE_NOOP(
                    "Sync",
                    "This password is among those that are guessed first. Several words that do "
                    "not belong together are better.")),
                code};
    if (code == u"too_young")
        return {ErrorCode::Forbidden,
                say(QT_TRANSLATE_NOOP(
                    "Sync", "This workspace is for people of a certain age, which was not confirmed.")),
                code};
    if (code == u"workspace_unclear")
        return {ErrorCode::NotFound,
                say(QT_TRANSLATE_NOOP("Sync",
                                      "This server has no workspace yet, or several and none was chosen.")),
                code};
    if (code == u"throttled") {
        const qint64 seconds = std::max<qint64>(1, (json.value("retry"_L1).toInteger() + 999) / 1000);
        return {ErrorCode::Throttled,
                QCoreApplication::translate("Sync", "Too many attempts. Try again in %n second(s).", nullptr,
                                            int(seconds)),
                code};
    }
    // For good, as long as the quota is used up: in the server's words, which name what it is.
    if (code == u"quota" && !message.isEmpty())
        return {ErrorCode::Invalid, message, code};
    if (message.isEmpty())
        message =
            say(QT_TRANSLATE_NOOP("Sync", "The server gave an unexpected answer. Is this a ChatOps server?"));
    switch (status) {
    case 400:
    case 413:
        return {ErrorCode::Invalid, message, code};
    case 401:
        return {ErrorCode::Unauthenticated,
                say(QT_TRANSLATE_NOOP("Sync", "The session has ended. Sign in again.")), code};
    case 403:
        return {ErrorCode::Forbidden, message, code};
    case 404:
        return {ErrorCode::NotFound, message, code};
    case 409:
        return {ErrorCode::Conflict, message, code};
    case 429:
        return {ErrorCode::Throttled, message, code};
    default:
        return {ErrorCode::Offline,
                status >= 500 ? say(QT_TRANSLATE_NOOP("Sync", "The server cannot answer at the moment."))
                              : message,
                QString::number(status)};
    }
}

Reply<QByteArray> HttpClient::collect(QNetworkReply *reply, qint64 sent, const QString &purpose)
{
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    promise->start();
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received > maxBody)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, promise, sent, purpose] {
        const QByteArray body = reply->bytesAvailable() <= maxBody ? reply->readAll() : QByteArray();
        if (m_observer)
            m_observer->exchanged(m_base.host(), purpose, sent, body.size());
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool ok = reply->error() == QNetworkReply::NoError && status >= 200 && status < 300;
        // With 200, too: login pages of networks come so.
        const bool page = ok && purpose != u"page" && !body.isEmpty() && isWebPage(*reply);
        promise->addResult(ok && !page ? Result<QByteArray>(body)
                                       : Result<QByteArray>(
                                           std::unexpected(page ? inBetween(*reply) : errorOf(reply, body))));
        promise->finish();
        reply->deleteLater();
    });
    return promise->future();
}

Reply<QByteArray> HttpClient::get(const QString &path, const QUrlQuery &query, const QString &token)
{
    return collect(m_manager.get(request(path, query, token)), 0);
}

Reply<QJsonObject> HttpClient::post(const QString &path, const QJsonObject &body, const QString &token,
                                    const QString &purpose)
{
    const QByteArray bytes = toJson(body);
    return collect(m_manager.post(request(path, {}, token), bytes), bytes.size(), purpose)
        .then([](const Result<QByteArray> &answer) -> Result<QJsonObject> {
            if (!answer)
                return std::unexpected(answer.error());
            if (answer->isEmpty())
                return QJsonObject();
            return parseJson(*answer, {256 * 1024, 8});
        });
}

Reply<void> HttpClient::put(const QString &path, const QByteArray &body, const QString &token)
{
    return send("PUT", path, body, token).then([](const Result<QByteArray> &answer) -> Result<void> {
        return answer ? Result<void>() : std::unexpected(answer.error());
    });
}

Reply<void> HttpClient::remove(const QString &path, const QString &token)
{
    return send("DELETE", path, {}, token).then([](const Result<QByteArray> &answer) -> Result<void> {
        return answer ? Result<void>() : std::unexpected(answer.error());
    });
}

Reply<QByteArray> HttpClient::send(const QByteArray &method, const QString &path, const QByteArray &body,
                                   const QString &token,
                                   const QList<std::pair<QByteArray, QByteArray>> &headers,
                                   const QString &purpose)
{
    QNetworkRequest wish = request(path, {}, token);
    for (const auto &[name, value] : headers)
        wish.setRawHeader(name, value);
    return collect(m_manager.sendCustomRequest(wish, method, body), body.size(), purpose);
}

Reply<WebPage> HttpClient::openPage(const QString &path, const QByteArray &cookies)
{
    QNetworkRequest wish = request(path.section(u'?', 0, 0), QUrlQuery(path.section(u'?', 1)), {});
    // Without it the server offers no cookies: who set this asks a person about each.
    wish.setRawHeader("Cookie-Gate", "1");
    if (!cookies.isEmpty())
        wish.setRawHeader("Cookie", cookies);
    QNetworkReply *reply = m_manager.get(wish);
    const auto set = std::make_shared<QList<QByteArray>>();
    connect(reply, &QNetworkReply::metaDataChanged, reply, [reply, set] {
        // Several headers of one name come joined by line ends (QNetworkReply::rawHeader).
        const QByteArray raw = reply->rawHeader("Set-Cookie");
        *set = raw.isEmpty() ? QList<QByteArray>() : raw.split('\n');
    });
    return collect(reply, 0, QStringLiteral("page"))
        .then([set](const Result<QByteArray> &body) -> Result<WebPage> {
            if (!body)
                return std::unexpected(body.error());
            return WebPage{*body, *set};
        });
}

QNetworkReply *HttpClient::stream(const QString &path, const QString &token)
{
    return m_manager.get(request(path, {}, token));
}

} // namespace ChatOps
