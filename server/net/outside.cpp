// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/outside.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkProxy>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

std::unexpected<Error> unreachable(const QString &detail = {})
{
    return failure(ErrorCode::Offline, u"The other server cannot be reached."_s, detail);
}

} // namespace

Outside::Outside(QObject *parent)
    : QObject(parent)
{
    m_manager.setProxy(QNetworkProxy::NoProxy);
}

bool Outside::isPublic(const QHostAddress &address)
{
    static const std::array closed{
        QHostAddress::parseSubnet(u"0.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"10.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"100.64.0.0/10"_s),
        QHostAddress::parseSubnet(u"127.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"169.254.0.0/16"_s),
        QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.0.0.0/24"_s),
        QHostAddress::parseSubnet(u"192.0.2.0/24"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s),
        QHostAddress::parseSubnet(u"198.18.0.0/15"_s),
        QHostAddress::parseSubnet(u"198.51.100.0/24"_s),
        QHostAddress::parseSubnet(u"203.0.113.0/24"_s),
        QHostAddress::parseSubnet(u"224.0.0.0/3"_s),
        QHostAddress::parseSubnet(u"fc00::/7"_s),
        QHostAddress::parseSubnet(u"fe80::/10"_s),
        QHostAddress::parseSubnet(u"ff00::/8"_s),
        QHostAddress::parseSubnet(u"64:ff9b::/96"_s),
        QHostAddress::parseSubnet(u"2001:db8::/32"_s),
        // Addresses of IPv4 and of sites in other clothes: 6to4, Teredo, translation within a network,
        // "compatible" ones, the sites of old, nowhere, and segment routing.
        QHostAddress::parseSubnet(u"2002::/16"_s),
        QHostAddress::parseSubnet(u"2001::/32"_s),
        QHostAddress::parseSubnet(u"64:ff9b:1::/48"_s),
        QHostAddress::parseSubnet(u"::/96"_s),
        QHostAddress::parseSubnet(u"fec0::/10"_s),
        QHostAddress::parseSubnet(u"100::/64"_s),
        QHostAddress::parseSubnet(u"5f00::/16"_s),
    };
    // An IPv4 address in the clothes of IPv6 is what it is.
    bool mapped = false;
    const quint32 four = address.toIPv4Address(&mapped);
    const QHostAddress plain = mapped ? QHostAddress(four) : address;
    if (plain.isNull() || plain.isLoopback() || !plain.isGlobal())
        return false;
    return std::none_of(closed.begin(), closed.end(),
                        [&plain](const auto &subnet) { return plain.isInSubnet(subnet); });
}

void Outside::get(const QUrl &url, qint64 most, Done done)
{
    resolve({"GET", url, {}, most, std::move(done)});
}

void Outside::put(const QUrl &url, const QByteArray &body, Done done)
{
    resolve({"PUT", url, body, 64 * 1024, std::move(done)});
}

void Outside::resolve(const Wish &wish)
{
    const bool plain = wish.url.scheme() == u"http";
    if (!wish.url.isValid() || wish.url.host().isEmpty() || !wish.url.userInfo().isEmpty()
        || (wish.url.scheme() != u"https" && !(plain && loopbackAllowed))) {
        wish.done(failure(ErrorCode::Invalid, u"Only addresses that begin with https:// are allowed."_s));
        return;
    }
    // Other ports are those of other services, also on public addresses.
    if (!loopbackAllowed && wish.url.port(443) != 443) {
        wish.done(failure(ErrorCode::Forbidden, u"The server goes to the usual port of pages only."_s));
        return;
    }
    QHostInfo::lookupHost(wish.url.host(), this, [this, wish, plain](const QHostInfo &found) {
        const QList<QHostAddress> addresses = found.addresses();
        for (const QHostAddress &address : addresses) {
            const bool own = loopbackAllowed && address.isLoopback();
            // All of them: a name that has both would be a lottery.
            if (!own && (plain || !isPublic(address))) {
                wish.done(failure(ErrorCode::Forbidden,
                                  u"This address is inside of a network; the server does not go there."_s));
                return;
            }
        }
        if (addresses.isEmpty())
            wish.done(unreachable(found.errorString()));
        else
            send(wish, addresses.first());
    });
}

void Outside::send(const Wish &wish, const QHostAddress &address)
{
    // To the address that was looked at: the name may mean another one by now.
    QUrl url = wish.url;
    url.setHost(address.toString());
    QNetworkRequest request(url);
    request.setPeerVerifyName(wish.url.host());
    const int port = wish.url.port();
    request.setRawHeader(
        "Host", (wish.url.host() + (port > 0 ? u':' + QString::number(port) : QString())).toLatin1());
    request.setRawHeader("User-Agent", "chatops-server");
    request.setRawHeader("Sec-GPC", "1");
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/octet-stream"_s);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(patience);
    QNetworkReply *reply = wish.method == "GET" ? m_manager.get(request) : m_manager.put(request, wish.body);
    const auto body = std::make_shared<QByteArray>();
    const auto answer = [reply, body] {
        Answer made;
        made.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        made.type = reply->rawHeader("Content-Type");
        made.body = *body;
        made.redirect = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        return made;
    };
    const auto told = std::make_shared<bool>(false);
    connect(reply, &QIODevice::readyRead, this, [reply, body, wish, answer, told] {
        body->append(reply->read(wish.most - body->size()));
        if (body->size() < wish.most || std::exchange(*told, true))
            return;
        const Answer made = answer();
        reply->abort();
        wish.done(made);
    });
    connect(reply, &QNetworkReply::finished, this, [reply, body, wish, answer, told] {
        reply->deleteLater();
        if (std::exchange(*told, true))
            return;
        body->append(reply->read(wish.most - body->size()));
        if (const Answer made = answer(); made.status > 0)
            wish.done(made);
        else
            wish.done(unreachable(reply->errorString()));
    });
}

} // namespace ChatOps::Server
