// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/inbetween.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr QLatin1StringView mark{"in between, "};

QString say(const char *text)
{
    return QCoreApplication::translate("Sync", text);
}

} // namespace

Error inBetween(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString detail = mark + QString::number(status);
    const auto away = [&detail](const QString &sentence) {
        return Error{ErrorCode::Offline, sentence, detail};
    };
    if (status >= 300 && status < 400) {
        // Where it leads names the culprit: the login page of a portal, or the server's new address.
        const QUrl target = reply.url().resolved(QUrl(QString::fromLatin1(reply.rawHeader("Location"))));
        return target.host().isEmpty()
            ? away(say(QT_TRANSLATE_NOOP(
                "Sync", "Something between this computer and the server answers in its place.")))
            : away(
                say(QT_TRANSLATE_NOOP(
                        "Sync",
                        "This address sends elsewhere, to %1. If the network has a login page, open it in a browser "
                        "and log in there; if the server has moved, use its new address."))
                    .arg(target
                             .adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment
                                       | QUrl::RemoveUserInfo)
                             .toString(QUrl::FullyEncoded)
                             .left(200)));
    }
    switch (status) {
    case 401:
        return away(say(QT_TRANSLATE_NOOP(
            "Sync",
            "Something between this computer and the server asks for a name and a password of its own. If the network has "
            "a login page, open it in a browser; else the proxy in front of the server has to let /v1/ pass without one.")));
    case 403:
    case 451:
        return away(say(QT_TRANSLATE_NOOP(
            "Sync",
            "Something between this computer and the server forbids the connection. Whoever runs the network or the "
            "proxy in front of the server has to let it pass.")));
    case 407:
        return away(
            say(QT_TRANSLATE_NOOP("Sync",
                                  "The proxy of this network asks for a name and a password. They belong "
                                  "into the system's proxy settings.")));
    case 413:
        // Trying again changes nothing; the person may, when the limit is another.
        return {ErrorCode::Invalid,
                say(QT_TRANSLATE_NOOP(
                    "Sync",
                    "The proxy in front of the server takes no files of this size. Its administrator "
                    "has to allow bodies of 21 MB; in nginx that is client_max_body_size.")),
                detail};
    case 502:
    case 503:
    case 504:
        return away(say(
            QT_TRANSLATE_NOOP("Sync", "The proxy in front of the server does not reach it at the moment.")));
    case 429:
        return away(say(QT_TRANSLATE_NOOP(
            "Sync", "Something between this computer and the server limits how often it may be asked.")));
    default:
        return away(say(QT_TRANSLATE_NOOP(
            "Sync",
            "What answers at this address is not a ChatOps server. Check the address; if it is right, a login page of "
            "the network or a proxy in front of the server answers in its place.")));
    }
}

bool isFromInBetween(const Error &error)
{
    return error.detail.startsWith(mark);
}

Error socketNotLetThrough()
{
    return {ErrorCode::Offline,
            say(QT_TRANSLATE_NOOP(
                "Sync",
                "The server answers, but the connection for changes (WebSocket) is not let through. "
                "The proxy in front of it has to pass Upgrade and Connection on at /v1/ws.")),
            u"upgrade"_s};
}

} // namespace ChatOps
