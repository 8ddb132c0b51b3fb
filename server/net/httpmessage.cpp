// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/httpmessage.h"

#include <QUrl>
#include <QUrlQuery>

namespace ChatOps::Server {
namespace {

bool isToken(QByteArrayView text)
{
    static const QByteArray marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || marks.contains(c);
    });
}

bool parseRequestLine(const QByteArray &line, HttpHead &head)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || !parts[1].startsWith('/')
        || (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0"))
        return false;
    const QUrl url = QUrl::fromEncoded(parts[1], QUrl::StrictMode);
    if (!url.isValid() || !url.host().isEmpty())
        return false;
    head.method = parts[0];
    head.path = url.path(QUrl::FullyDecoded).toUtf8();
    head.keepAlive = parts[2] == "HTTP/1.1";
    const QList<std::pair<QString, QString>> items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        head.query.insert(name.toUtf8(), value.toUtf8());
    return true;
}

bool parseField(const QByteArray &line, HttpHead &head)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(QByteArrayView(line).first(colon)))
        return false;
    const QByteArray name = line.first(colon).toLower();
    const QByteArray value = line.sliced(colon + 1).trimmed();
    // RFC 9110 section 5.5: programs on the way read a NUL or another control character differently.
    if (std::any_of(value.begin(), value.end(),
                    [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; }))
        return false;
    const bool single =
        name == "content-length" || name == "host" || name == "authorization" || name == "transfer-encoding";
    if (single && head.headers.contains(name))
        return false;
    head.headers.insert(name, value);
    return true;
}

bool finishHead(HttpHead &head)
{
    // Bodies come with a length or not at all; chunked requests are refused.
    if (head.headers.contains("transfer-encoding"))
        return false;
    if (head.headers.contains("content-length")) {
        const QByteArray text = head.header("content-length");
        bool ok = false;
        head.contentLength = text.toLongLong(&ok);
        // Digits and nothing else, one way to write each number.
        if (!ok || head.contentLength < 0 || QByteArray::number(head.contentLength) != text)
            return false;
    }
    // RFC 9112 section 3.2.
    if (head.keepAlive && head.header("host").isEmpty())
        return false;
    const QByteArray connection = head.header("connection").toLower();
    if (connection.contains("close"))
        head.keepAlive = false;
    return true;
}

} // namespace

bool HttpHead::isWebSocket() const
{
    return method == "GET" && header("connection").toLower().contains("upgrade")
        && header("upgrade").toLower() == "websocket";
}

QString HttpHead::bearer() const
{
    const QByteArray value = header("authorization");
    return value.size() > 7 && value.first(7).toLower() == "bearer "
        ? QString::fromLatin1(value.sliced(7).trimmed())
        : QString();
}

HttpParse parseHead(QByteArrayView bytes)
{
    HttpParse parse;
    const qsizetype end = bytes.toByteArray().indexOf("\r\n\r\n");
    if (end < 0) {
        if (bytes.size() >= MaxHeadBytes)
            parse.state = HttpParse::State::Bad;
        return parse;
    }
    parse.size = end + 4;
    parse.state = HttpParse::State::Bad;
    if (parse.size > MaxHeadBytes)
        return parse;
    // RFC 9112 section 2.2: a CR or LF by itself ends a line for some programs on the way and not for others.
    QByteArray text = bytes.first(end).toByteArray();
    const qsizetype ends = text.count("\r\n");
    if (text.count('\r') != ends || text.count('\n') != ends)
        return parse;
    QList<QByteArray> lines = text.replace("\r\n", "\n").split('\n');
    if (lines.size() > MaxHeaders + 1 || !parseRequestLine(lines.takeFirst(), parse.head))
        return parse;
    for (const QByteArray &line : std::as_const(lines)) {
        if (!parseField(line, parse.head))
            return parse;
    }
    if (finishHead(parse.head))
        parse.state = HttpParse::State::Complete;
    return parse;
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 413:
        return "Content Too Large";
    case 429:
        return "Too Many Requests";
    case 503:
        return "Service Unavailable";
    case 507:
        return "Insufficient Storage";
    default:
        return "Internal Server Error";
    }
}

} // namespace ChatOps::Server
