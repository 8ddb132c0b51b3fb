// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/serveraddress.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

bool isLoopbackHost(const QString &host)
{
    if (host == u"localhost")
        return true;
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

Result<QUrl> parseServerAddress(const QString &typed)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Sync", text); };
    QString text = typed.trimmed();
    const bool named = text.contains(u"://"_s);
    const QUrl guess(named ? text : u"https://"_s + text, QUrl::StrictMode);
    if (text.isEmpty() || !guess.isValid() || guess.host().isEmpty())
        return failure(
            ErrorCode::Invalid,
            say(QT_TRANSLATE_NOOP("Sync", "This is not a server address. It looks like chat.example.org.")));
    if (!guess.userInfo().isEmpty())
        return failure(ErrorCode::Invalid,
                       say(QT_TRANSLATE_NOOP("Sync", "Leave the name and password out of the address.")));
    QUrl url;
    url.setScheme(!named && isLoopbackHost(guess.host()) ? u"http"_s : guess.scheme());
    url.setHost(guess.host());
    url.setPort(guess.port());
    if (guess.hasQuery() || guess.hasFragment())
        return failure(ErrorCode::Invalid,
                       say(QT_TRANSLATE_NOOP("Sync", "Leave everything from ? or # on out of the address.")));
    // A server may stand below a path, as in https://example.org/chat.
    QString path = guess.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    if (path.contains(u"//"_s) || path.split(u'/').contains(u".."_s) || path.size() > 200)
        return failure(
            ErrorCode::Invalid,
            say(QT_TRANSLATE_NOOP("Sync", "This is not a server address. It looks like chat.example.org.")));
    url.setPath(path);
    if (url.scheme() != u"https" && !(url.scheme() == u"http" && isLoopbackHost(url.host())))
        return failure(
            ErrorCode::Invalid,
            say(QT_TRANSLATE_NOOP(
                "Sync", "Only encrypted connections are made: the address must begin with https.")));
    return url;
}

QUrl socketAddress(const QUrl &base)
{
    QUrl url = base;
    url.setScheme(base.scheme() == u"https" ? u"wss"_s : u"ws"_s);
    url.setPath(base.path() + u"/v1/ws"_s);
    return url;
}

} // namespace ChatOps
