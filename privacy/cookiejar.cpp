// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/cookiejar.h"

#include <QDateTime>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr qsizetype mostRefused = 200;
constexpr qsizetype mostKinds = 50;
constexpr qsizetype mostCookieBytes = 4096; ///< RFC 6265 section 6.1.
constexpr int mostCookies = 50;

QList<CookieKind> builtIn()
{
    return {{u"page_session"_s, {}, 0},
            {u"page_text"_s, Purposes::StoredPreferences, 365},
            {u"page_visits"_s, Purposes::Analytics, 30},
            {u"page_campaign"_s, Purposes::StoredMarketing, 7}};
}

} // namespace

CookieJar::CookieJar(Cache &cache, ConsentGate &gate, QObject *parent)
    : QNetworkCookieJar(parent)
    , m_cache(cache)
    , m_gate(gate)
    , m_kinds(builtIn())
{
    connect(&gate, &ConsentGate::changed, this, &CookieJar::dropWithdrawn);
    connect(&gate, &ConsentGate::forbiddenChanged, this, &CookieJar::dropWithdrawn);
    connect(&gate, &ConsentGate::informed, this, &CookieJar::dropWithdrawn);
    load();
}

void CookieJar::load()
{
    follow(m_cache.cookies(), this, [this](const Result<QList<QByteArray>> &stored) {
        QList<QNetworkCookie> kept;
        for (const QByteArray &raw : stored.value_or(QList<QByteArray>()))
            kept += QNetworkCookie::parseCookies(raw);
        setAllCookies(kept);
        m_loaded = true;
        dropWithdrawn();
        Q_EMIT changed();
    });
}

void CookieJar::store()
{
    QList<QByteArray> kept;
    const QList<QNetworkCookie> all = allCookies();
    for (const QNetworkCookie &cookie : all) {
        if (!cookie.isSessionCookie())
            kept.append(cookie.toRawForm());
    }
    m_cache.saveCookies(kept);
    Q_EMIT changed();
}

const CookieKind *CookieJar::kindOf(const QString &name) const
{
    const auto known = std::find_if(m_kinds.begin(), m_kinds.end(),
                                    [&name](const CookieKind &one) { return name == one.name; });
    return known == m_kinds.end() ? nullptr : &*known;
}

bool CookieJar::isWelcome(const QString &name) const
{
    const CookieKind *kind = kindOf(name);
    return kind && (kind->purpose.isEmpty() || m_gate.isAllowed(kind->purpose));
}

int CookieJar::countOf(const QString &purpose) const
{
    const QList<QNetworkCookie> all = allCookies();
    return int(std::count_if(all.begin(), all.end(), [&](const QNetworkCookie &cookie) {
        const CookieKind *kind = kindOf(QString::fromLatin1(cookie.name()));
        return kind && purpose == kind->purpose;
    }));
}

void CookieJar::dropWithdrawn()
{
    if (!m_loaded || !m_gate.isInformed())
        return;
    QList<QNetworkCookie> all = allCookies();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto gone = all.removeIf([&](const QNetworkCookie &cookie) {
        return !isWelcome(QString::fromLatin1(cookie.name()))
            || (!cookie.isSessionCookie() && cookie.expirationDate() <= now);
    });
    if (gone == 0)
        return;
    setAllCookies(all);
    store();
}

QByteArray CookieJar::headerFor(const QUrl &url) const
{
    QByteArray header;
    const QList<QNetworkCookie> fitting = cookiesForUrl(url);
    for (const QNetworkCookie &cookie : fitting)
        header += (header.isEmpty() ? "" : "; ") + cookie.toRawForm(QNetworkCookie::NameAndValueOnly);
    return header;
}

QList<QNetworkCookie> CookieJar::cookiesForUrl(const QUrl &url) const
{
    if (!m_loaded)
        return {};
    QList<QNetworkCookie> fitting = QNetworkCookieJar::cookiesForUrl(url);
    // Asked each time: a choice may have been taken back in this moment.
    fitting.removeIf(
        [this](const QNetworkCookie &cookie) { return !isWelcome(QString::fromLatin1(cookie.name())); });
    return fitting;
}

void CookieJar::take(const QUrl &url, const QList<QByteArray> &setCookies)
{
    QList<QNetworkCookie> offered;
    for (const QByteArray &raw : setCookies) {
        if (raw.size() <= mostCookieBytes)
            offered += QNetworkCookie::parseCookies(raw);
    }
    setCookiesFromUrl(offered, url);
}

bool CookieJar::setCookiesFromUrl(const QList<QNetworkCookie> &cookies, const QUrl &url)
{
    if (!m_loaded)
        return false;
    QList<QNetworkCookie> welcome;
    for (QNetworkCookie cookie : cookies) {
        const QString name = QString::fromLatin1(cookie.name());
        if (!isWelcome(name)) {
            const CookieKind *kind = kindOf(name);
            m_refused.removeIf(
                [&](const Refused &one) { return one.name == name && one.domain == url.host(); });
            m_refused.append({name.left(80), url.host(), kind ? kind->purpose : QString(),
                              QDateTime::currentMSecsSinceEpoch()});
            if (m_refused.size() > mostRefused)
                m_refused.removeFirst();
            continue;
        }
        const int days = kindOf(name)->days;
        const QDateTime latest = QDateTime::currentDateTimeUtc().addDays(days);
        if (days == 0)
            cookie.setExpirationDate({});
        else if (!cookie.isSessionCookie() && cookie.expirationDate() > latest)
            cookie.setExpirationDate(latest);
        welcome.append(cookie);
    }
    const bool taken = !welcome.isEmpty() && QNetworkCookieJar::setCookiesFromUrl(welcome, url);
    QList<QNetworkCookie> all = allCookies();
    if (all.size() > mostCookies) {
        all.remove(0, all.size() - mostCookies);
        setAllCookies(all);
    }
    store();
    return taken;
}

void CookieJar::extend(const QJsonArray &said)
{
    for (const auto &value : said) {
        const QJsonObject one = value.toObject();
        const QString name = one.value("name"_L1).toString().left(80);
        const Purpose *purpose = findPurpose(one.value("purpose"_L1).toString());
        // A purpose has to be named, and one of those people can choose; nothing is necessary
        // because a server says so.
        if (!name.isEmpty() && !kindOf(name) && purpose && purpose->group == Purpose::Group::Storage
            && m_kinds.size() < mostKinds)
            m_kinds.append({name, purpose->name, std::clamp(one.value("days"_L1).toInt(), 0, 365)});
    }
}

QJsonArray CookieJar::toJson() const
{
    QJsonArray list;
    const QList<QNetworkCookie> all = allCookies();
    for (const QNetworkCookie &cookie : all) {
        const CookieKind *kind = kindOf(QString::fromLatin1(cookie.name()));
        list.append(QJsonObject{
            {"name"_L1, QString::fromLatin1(cookie.name())},
            {"domain"_L1, cookie.domain()},
            {"category"_L1, !kind || kind->purpose.isEmpty() ? u"necessary"_s : kind->purpose},
            {"value"_L1, QString::fromLatin1(cookie.value())},
            {"expires"_L1,
             cookie.isSessionCookie() ? QString() : cookie.expirationDate().toString(Qt::ISODate)}});
    }
    return list;
}

} // namespace ChatOps
