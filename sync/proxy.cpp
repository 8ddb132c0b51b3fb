// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/proxy.h"

#include "core/inpool.h"
#include "sync/serveraddress.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

Error refusedByProxy()
{
    return {
        ErrorCode::Offline,
        QCoreApplication::translate("Sync", "The proxy of this network does not let the connection through."),
        {}};
}

Error proxyWantsPassword()
{
    return {
        ErrorCode::Offline,
        QCoreApplication::translate("Sync",
                                    "The proxy of this network asks for a name and a password. They belong "
                                    "into the system's proxy settings."),
        {}};
}

/// The environment's proxy, written without a scheme: "proxy.example.org:3128", as curl and wget take it and
/// Qt does not. None when there is none, or when `no_proxy` names the host or a domain of it.
QNetworkProxy bareProxyOfEnvironment(const QUrl &page)
{
    const auto value = [](const char *name) {
        const QString lower = qEnvironmentVariable(name);
        // HTTP_PROXY in capitals may be a header of a request (CVE-2016-5385); the others are nobody else's.
        return lower.isEmpty() && qstrcmp(name, "http_proxy") != 0
            ? qEnvironmentVariable(QByteArray(name).toUpper().constData())
            : lower;
    };
    QString proxy = value(page.scheme() == u"http" ? "http_proxy" : "https_proxy");
    if (proxy.isEmpty())
        proxy = value("all_proxy");
    if (proxy.isEmpty() || proxy.contains(u"://"))
        return QNetworkProxy::NoProxy;
    const QString host = page.host();
    const QStringList without = value("no_proxy").split(u',', Qt::SkipEmptyParts);
    for (QString one : without) {
        one = one.trimmed();
        while (one.startsWith(u'*') || one.startsWith(u'.'))
            one.remove(0, 1);
        if (one.isEmpty() || host.compare(one, Qt::CaseInsensitive) == 0
            || host.endsWith(u'.' + one, Qt::CaseInsensitive))
            return QNetworkProxy::NoProxy;
    }
    const QUrl url(u"http://"_s + proxy);
    if (url.host().isEmpty())
        return QNetworkProxy::NoProxy;
    return {QNetworkProxy::HttpProxy, url.host(), quint16(url.port(3128)), url.userName(QUrl::FullyDecoded),
            url.password(QUrl::FullyDecoded)};
}

} // namespace

QNetworkProxy systemProxy(const QUrl &server)
{
    if (isLoopbackHost(server.host()))
        return QNetworkProxy::NoProxy;
    // Asked with the address of a page: for "wss" and bare sockets some
    // systems know no rule and would have the socket go around the proxy.
    QUrl page = server;
    page.setScheme(server.scheme() == u"ws" || server.scheme() == u"http" ? QStringLiteral("http")
                                                                          : QStringLiteral("https"));
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(page));
    if (!proxies.isEmpty() && proxies.first().type() != QNetworkProxy::DefaultProxy
        && proxies.first().type() != QNetworkProxy::NoProxy && !proxies.first().hostName().isEmpty())
        return proxies.first();
    return bareProxyOfEnvironment(page);
}

Reply<QNetworkProxy> findSystemProxy(const QUrl &server)
{
    return inPool([server]() -> Result<QNetworkProxy> { return systemProxy(server); });
}

std::optional<Error> proxyError(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return proxyWantsPassword();
    case QAbstractSocket::SocketAccessError: // A tunnel answered with 403.
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return refusedByProxy();
    default:
        return std::nullopt;
    }
}

std::optional<Error> proxyError(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return proxyWantsPassword();
    case QNetworkReply::UnknownNetworkError: // A tunnel answered with 403.
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return refusedByProxy();
    default:
        return std::nullopt;
    }
}

} // namespace ChatOps
