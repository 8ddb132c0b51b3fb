// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "pack/textformats.h"
#include "server/hub/mail.h"
#include "server/hub/privacydesk.h"
#include "server/net/api.h"

#include <QRegularExpression>

#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>

using namespace Qt::Literals::StringLiterals;

// What a person may choose beyond the product itself: pages of the server with cookies of
// each category, previews of links, recommendations, and the end of mail with one click.

namespace ChatOps::Server {
namespace {

constexpr qint64 mostOfPage = 256 * 1024;
constexpr int mostRecommended = 5;
constexpr int mostPresent = 200;
constexpr qsizetype mostTitle = 200;
constexpr qsizetype mostDescription = 300;

struct ServerPage {
    QLatin1StringView name;
    const char *title;
    const char *body;
};
constexpr std::array serverPages{
    ServerPage{
        "help"_L1, "Help",
        "<h2>Finding your way</h2><p>Channels, tasks, events and privacy are the four panes; Ctrl+1 to "
        "Ctrl+4 open them, Ctrl+K finds anything.</p><h2>Without a connection</h2><p>Read and write as "
        "always. The status line says what waits, and it leaves when the server is there again.</p>"
        "<h2>Something is wrong</h2><p>The status line names the reason and what can be done. What the "
        "server refused is listed with its text, so that nothing you wrote is lost.</p>"},
    ServerPage{
        "news"_L1, "What is new",
        "<h2>The privacy centre</h2><p>Take everything along in one file, send it to another server, or "
        "delete your account with a receipt.</p><h2>Choices</h2><p>Every optional use is off until you "
        "choose it, and one click takes it back.</p>"},
};

/// What the pages set; programs that do not know one ask here what it is for.
struct PageCookie {
    const char *name;
    QLatin1StringView purpose; ///< Empty: strictly necessary.
    int days; ///< 0: of the session.
};
constexpr PageCookie sessionCookie{"page_session", ""_L1, 0};
constexpr PageCookie textCookie{"page_text", Purposes::StoredPreferences, 365};
constexpr PageCookie visitsCookie{"page_visits", Purposes::Analytics, 30};
constexpr PageCookie campaignCookie{"page_campaign", Purposes::StoredMarketing, 7};

QJsonArray cookieManifest()
{
    QJsonArray list;
    for (const PageCookie &cookie : {sessionCookie, textCookie, visitsCookie, campaignCookie})
        list.append(QJsonObject{{"name"_L1, QString::fromLatin1(cookie.name)},
                                {"purpose"_L1, cookie.purpose},
                                {"days"_L1, cookie.days}});
    return list;
}

QByteArray setCookie(const PageCookie &cookie, const QByteArray &value, bool secure)
{
    const QByteArray age =
        cookie.days > 0 ? "; Max-Age=" + QByteArray::number(cookie.days * DayMillis / 1000) : QByteArray();
    return QByteArray("Set-Cookie: ") + cookie.name + '=' + value + age
        + "; Path=/pages; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "") + "\r\n";
}

QHash<QByteArray, QByteArray> cookiesOf(const HttpHead &head)
{
    QHash<QByteArray, QByteArray> cookies;
    for (const QByteArray &pair : head.header("cookie").split(';')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0)
            cookies.insert(pair.first(equals).trimmed(), pair.sliced(equals + 1).trimmed());
    }
    return cookies;
}

QString textAt(xmlDocPtr document, const char *path)
{
    const std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context(
        xmlXPathNewContext(document), &xmlXPathFreeContext);
    const std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> found(
        xmlXPathEvalExpression(reinterpret_cast<const xmlChar *>(path), context.get()), &xmlXPathFreeObject);
    if (!found || !found->stringval)
        return {};
    return QString::fromUtf8(reinterpret_cast<const char *>(found->stringval)).simplified();
}

QJsonObject previewOf(const QUrl &url, const QByteArray &html)
{
    QJsonObject preview{{"host"_L1, url.host()}};
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        htmlReadMemory(html.constData(), int(html.size()), nullptr, nullptr,
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET),
        &xmlFreeDoc);
    if (!document)
        return preview;
    const auto first = [&document](std::initializer_list<const char *> paths) {
        for (const char *path : paths) {
            if (const QString text = textAt(document.get(), path); !text.isEmpty())
                return text;
        }
        return QString();
    };
    preview.insert("title"_L1,
                   truncated(first({"string(//meta[@property='og:title']/@content)", "string(//head/title)"}),
                             mostTitle));
    preview.insert("description"_L1,
                   truncated(first({"string(//meta[@property='og:description']/@content)",
                                    "string(//meta[@name='description']/@content)"}),
                             mostDescription));
    return preview;
}

/// `fresh`: what somebody begins with who has not asked before.
bool maySpend(QHash<PersonId, Allowance> &all, PersonId person, const Allowance &fresh, qint64 now)
{
    auto own = all.find(person);
    if (own == all.end())
        own = all.insert(person, fresh);
    return own->spend(1, now);
}

Result<bool> sharesChannel(Connection &db, PersonId one, PersonId other)
{
    const Result<QVariant> shared = db.value(
        u"SELECT 1 FROM member a JOIN member b ON b.channel = a.channel WHERE a.person = ? AND b.person = ? LIMIT 1"_s,
        {one.toBytes(), other.toBytes()});
    return shared ? Result<bool>(shared->isValid()) : std::unexpected(shared.error());
}

} // namespace

void Api::serverPage(HttpConnection *request, const SessionRow &)
{
    const HttpHead &head = request->head();
    const QString name = QString::fromUtf8(head.path.sliced(head.path.lastIndexOf('/') + 1));
    if (name == u"cookies.json") {
        request->answer(200, toJson(QJsonObject{{"cookies"_L1, cookieManifest()}}));
        return;
    }
    const auto page = std::find_if(serverPages.begin(), serverPages.end(),
                                   [&name](const ServerPage &one) { return name == one.name; });
    if (page == serverPages.end()) {
        request->answerError(404, u"not_found"_s, u"There is no such page."_s);
        return;
    }
    const QHash<QByteArray, QByteArray> cookies = cookiesOf(head);
    const QByteArray wished = head.query.value("text");
    const bool large = (wished.isEmpty() ? cookies.value(textCookie.name) : wished) == "large";
    const int visits = std::clamp(cookies.value(visitsCookie.name).toInt(), 0, 9'999) + 1;
    QByteArray html = htmlBegin(QString::fromLatin1(page->title));
    html += large ? "<div style=\"font-size:150%\">" : "<div>";
    html += page->body;
    if (visits > 1)
        html += "<p>You have opened pages of this server " + QByteArray::number(visits) + " times.</p>";
    html += "<p>"
        + QByteArray(large ? "<a href=\"?text=normal\">Normal text</a>"
                           : "<a href=\"?text=large\">Larger text</a>");
    for (const ServerPage &other : serverPages) {
        if (&other != page)
            html += " · <a href=\"" + QByteArray(other.name.data(), other.name.size()) + "?from=link\">"
                + other.title + "</a>";
    }
    html += "</p></div>" + htmlEnd();
    // Only for a program that asks its person about each. To any other nobody has said yes here,
    // and the pages need none.
    if (head.header("cookie-gate") != "1") {
        request->answer(200, html, "text/html; charset=utf-8");
        return;
    }
    // It is written into a header again: only what this server can have made.
    static const QRegularExpression made(u"^[A-Za-z0-9_-]{16}$"_s);
    const QByteArray session = cookies.value(sessionCookie.name);
    const bool known = made.match(QString::fromLatin1(session)).hasMatch();
    const QByteArray from = head.query.value("from");
    QByteArray set = setCookie(sessionCookie, known ? session : randomToken(12).toLatin1(), m_secure);
    set += setCookie(visitsCookie, QByteArray::number(visits), m_secure);
    if (!wished.isEmpty())
        set += setCookie(textCookie, large ? "large" : "normal", m_secure);
    if (from == "link" || from == "news")
        set += setCookie(campaignCookie, from, m_secure);
    request->answer(200, html, "text/html; charset=utf-8", set);
}

void Api::preview(HttpConnection *request, const SessionRow &session)
{
    const Result<QJsonObject> json = parseJson(request->body(), {16 * 1024, 4});
    const QUrl url(json ? json->value("url"_L1).toString().left(2'000) : QString(), QUrl::StrictMode);
    Workspace workspace(m_hub.db(), session.workspace, m_hub.clock());
    const Result<bool> allowed = PrivacyDesk(workspace).isAllowed(session.person, Purposes::LinkPreviews);
    if (!allowed || !*allowed) {
        answerProblem(request,
                      allowed ? Error{ErrorCode::Forbidden, u"You have not chosen previews of links."_s, {}}
                              : allowed.error());
        return;
    }
    if (!url.isValid() || url.host().isEmpty()) {
        answerProblem(request, {ErrorCode::Invalid, u"This is no address of a page."_s, {}});
        return;
    }
    const qint64 now = m_hub.clock().monotonic();
    if (!maySpend(m_previews, session.person, Allowance(60, 0.5, now), now)) {
        request->answerError(429, u"throttled"_s, u"These are more previews than anybody reads."_s, 2'000);
        return;
    }
    QPointer<HttpConnection> guard(request);
    m_work.outside().get(url, mostOfPage, [guard, url](const Result<Outside::Answer> &answer) {
        if (!guard)
            return;
        if (!answer)
            answerProblem(guard, answer.error());
        else if (answer->status != 200 || !answer->type.startsWith("text/html"))
            guard->answer(200, toJson(QJsonObject{{"host"_L1, url.host()}}));
        else
            guard->answer(200, toJson(previewOf(url, answer->body)));
    });
}

void Api::recommend(HttpConnection *request, const SessionRow &session)
{
    Workspace workspace(m_hub.db(), session.workspace, m_hub.clock());
    const Result<bool> allowed = PrivacyDesk(workspace).isAllowed(session.person, Purposes::Recommendations);
    if (!allowed || !*allowed) {
        answerProblem(request,
                      allowed ? Error{ErrorCode::Forbidden, u"You have not chosen recommendations."_s, {}}
                              : allowed.error());
        return;
    }
    QJsonArray channels;
    // Where those are whom one shares channels with. Computed when asked, kept nowhere.
    const Result<void> read = session.role == Role::Guest
        ? Result<void>()
        : m_hub.db().rows(
            u"SELECT c.id, count(DISTINCT m.person) FROM channel c JOIN member m ON m.channel = c.id"
            " WHERE c.workspace = ? AND c.kind = 'public' AND c.archived = 0"
            " AND NOT EXISTS (SELECT 1 FROM member own WHERE own.channel = c.id AND own.person = ?)"
            " AND m.person IN (SELECT o.person FROM member o WHERE o.channel IN"
            " (SELECT channel FROM member WHERE person = ?)) GROUP BY c.id ORDER BY 2 DESC, c.id LIMIT ?"_s,
            {session.workspace.toBytes(), session.person.toBytes(), session.person.toBytes(),
             mostRecommended},
            [&channels](const SqlRow &row) {
                channels.append(QJsonObject{{"channel"_L1, row.id<ChannelId>(0).toString()},
                                            {"people"_L1, row.integer(1)}});
                return true;
            });
    if (read)
        request->answer(200, toJson(QJsonObject{{"channels"_L1, channels}}));
    else
        answerProblem(request, read.error());
}

void Api::present(HttpConnection *request, const SessionRow &session)
{
    const Result<QJsonObject> json = parseJson(request->body(), {16 * 1024, 4});
    const QJsonObject wish = json.value_or(QJsonObject());
    JsonReader reader(wish);
    const QList<PersonId> people = reader.ids<PersonId>("people"_L1, mostPresent);
    if (!reader.ok()) {
        answerProblem(request, reader.error());
        return;
    }
    const qint64 now = m_hub.clock().monotonic();
    if (!maySpend(m_presence, session.person, Allowance(10, 0.2, now), now)) {
        request->answerError(429, u"throttled"_s, u"Ask again in a while."_s, 5'000);
        return;
    }
    const QSet<PersonId> connected = m_hub.connectedPeople(session.workspace);
    Workspace workspace(m_hub.db(), session.workspace, m_hub.clock());
    PrivacyDesk desk(workspace);
    QJsonArray present;
    for (const PersonId &person : people) {
        if (!connected.contains(person))
            continue;
        // Most have never chosen it, and that is one look.
        const Result<bool> chosen = desk.isChosen(person, Purposes::Presence);
        if (!chosen || !*chosen) {
            if (chosen)
                continue;
            answerProblem(request, chosen.error());
            return;
        }
        const Result<bool> allowed = desk.isAllowed(person, Purposes::Presence);
        const Result<bool> known = sharesChannel(m_hub.db(), session.person, person);
        if (!allowed || !known) {
            answerProblem(request, allowed ? known.error() : allowed.error());
            return;
        }
        // Guests know those only with whom they share a channel.
        if (*allowed && (*known || session.role != Role::Guest))
            present.append(person.toString());
    }
    request->answer(200, toJson(QJsonObject{{"present"_L1, present}}));
}

void Api::unsubscribePage(HttpConnection *request, const SessionRow &)
{
    const QByteArray token = request->head().path.sliced(request->head().path.lastIndexOf('/') + 1);
    if (const Result<QString> purpose = purposeOfToken(m_hub.db(), QString::fromLatin1(token)); !purpose) {
        answerProblem(request, purpose.error());
        return;
    }
    // Looking at it changes nothing: programs that check links look at them (RFC 8058 section 1).
    request->answer(
        200,
        htmlBegin(u"End this mail"_s)
            + "<form method=\"post\"><input type=\"hidden\" name=\"List-Unsubscribe\" value=\"One-Click\">"
              "<button>End it</button></form>"
            + htmlEnd(),
        "text/html; charset=utf-8");
}

void Api::unsubscribeNow(HttpConnection *request, const SessionRow &)
{
    const QByteArray token = request->head().path.sliced(request->head().path.lastIndexOf('/') + 1);
    const Result<QString> purpose = [&]() -> Result<QString> {
        Transaction transaction(m_hub.db());
        CHATOPS_TRY(transaction.begun());
        Result<QString> ended = unsubscribe(m_hub.db(), m_hub.clock(), QString::fromLatin1(token));
        if (ended)
            CHATOPS_TRY(transaction.commit());
        return ended;
    }();
    if (!purpose) {
        answerProblem(request, purpose.error());
        return;
    }
    for (const Workspace::Summary &one : Workspace::all(m_hub.db()).value_or(QList<Workspace::Summary>()))
        m_hub.published(one.id);
    request->answer(200,
                    htmlBegin(u"It is ended"_s)
                        + "<p>No more mail of this kind will come to this address.</p>" + htmlEnd(),
                    "text/html; charset=utf-8");
}

} // namespace ChatOps::Server
