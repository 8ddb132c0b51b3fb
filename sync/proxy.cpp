// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/proxy.h"

#include "sync/serveraddress.h"

#include <QCoreApplication>
#include <QThreadPool>

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
    return proxies.isEmpty() || proxies.first().type() == QNetworkProxy::DefaultProxy ? QNetworkProxy::NoProxy
                                                                                      : proxies.first();
}

Reply<QNetworkProxy> findSystemProxy(const QUrl &server)
{
    auto promise = std::make_shared<QPromise<Result<QNetworkProxy>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, server] {
        promise->addResult(systemProxy(server));
        promise->finish();
    });
    return promise->future();
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
