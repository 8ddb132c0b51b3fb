// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/cookiejar.h"
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestCookieJar : public QObject {
    Q_OBJECT
private:
    const QUrl m_url{u"https://chat.example.org/pages/help"_s};
    std::unique_ptr<FakeCache> m_cache;
    std::unique_ptr<ConsentGate> m_gate;

    void allow(const QStringList &purposes)
    {
        PrivacyRows rows;
        rows.rules = WorkspaceRules();
        for (const QString &purpose : purposes) {
            ConsentRecord record;
            record.id = ConsentId::create();
            record.purpose = purpose;
            record.decision = Decision::Given;
            record.policy = 1;
            record.decidedAt = 1'000;
            rows.consents.append(record);
        }
        m_gate->update(rows, 5'000);
    }
    static QList<QByteArray> everything()
    {
        return {"page_session=abc; Path=/pages", "page_text=large; Max-Age=99999999; Path=/pages",
                "page_visits=3; Max-Age=2592000; Path=/pages",
                "page_campaign=news; Max-Age=604800; Path=/pages",
                "tracker=1; Max-Age=99999999; Path=/pages"};
    }

private Q_SLOTS:
    void init()
    {
        m_cache = std::make_unique<FakeCache>();
        m_gate = std::make_unique<ConsentGate>();
    }

    void onlyWhatIsKnownAndChosenIsKept()
    {
        CookieJar jar(*m_cache, *m_gate);
        // Before the store has answered nothing is taken at all.
        jar.take(m_url, everything());
        QVERIFY(jar.cookies().isEmpty());
        deliver();
        allow({});
        jar.take(m_url, everything());
        QCOMPARE(jar.headerFor(m_url), QByteArray("page_session=abc"));
        QCOMPARE(jar.refused().size(), 4);
        QVERIFY(m_cache->cookieRows.isEmpty()); // One of the session is never written.
        allow({Purposes::StoredPreferences});
        jar.take(m_url, everything());
        QCOMPARE(jar.cookies().size(), 2);
        // No longer than the manifest says, whatever the server wishes.
        for (const QNetworkCookie &cookie : jar.cookies()) {
            if (cookie.name() == "page_text")
                QVERIFY(cookie.expirationDate() <= QDateTime::currentDateTimeUtc().addDays(366));
        }
        QCOMPARE(m_cache->cookieRows.size(), 1);
        // Refused means neither stored nor read.
        QVERIFY(jar.headerFor(QUrl(u"https://elsewhere.example.org/pages/help"_s)).isEmpty());
    }

    void takingBackDeletes()
    {
        CookieJar jar(*m_cache, *m_gate);
        deliver();
        allow({Purposes::StoredPreferences, Purposes::Analytics, Purposes::StoredMarketing});
        jar.take(m_url, everything());
        QCOMPARE(jar.cookies().size(), 4);
        allow({Purposes::StoredMarketing});
        QCOMPARE(jar.cookies().size(), 2);
        QCOMPARE(m_cache->cookieRows.size(), 1);
        m_gate->forbid({Purposes::StoredMarketing});
        QCOMPARE(jar.headerFor(m_url), QByteArray("page_session=abc"));
        QVERIFY(m_cache->cookieRows.isEmpty());
    }

    void whatWasKeptWaitsForTheChoices()
    {
        m_cache->cookieRows = {
            "page_text=large; expires=Fri, 01-Jan-2099 00:00:00 GMT; domain=chat.example.org; path=/pages"};
        CookieJar jar(*m_cache, *m_gate);
        deliver();
        // The choices are not known yet: not sent, and not thrown away.
        QVERIFY(jar.headerFor(m_url).isEmpty());
        QCOMPARE(m_cache->cookieRows.size(), 1);
        allow({Purposes::StoredPreferences});
        QCOMPARE(jar.headerFor(m_url), QByteArray("page_text=large"));
        allow({});
        QVERIFY(m_cache->cookieRows.isEmpty());
    }

    void aServerCannotMakeACookieNecessary()
    {
        CookieJar jar(*m_cache, *m_gate);
        deliver();
        allow({});
        jar.extend(
            {QJsonObject{{"name"_L1, u"own"_s}, {"purpose"_L1, QString()}, {"days"_L1, 10}},
             QJsonObject{
                 {"name"_L1, u"page_visits"_s}, {"purpose"_L1, u"storage.preferences"_s}, {"days"_L1, 10}},
             QJsonObject{{"name"_L1, u"shop"_s}, {"purpose"_L1, u"storage.marketing"_s}, {"days"_L1, 9'999}},
             QJsonObject{{"name"_L1, u"mail"_s}, {"purpose"_L1, u"marketing.news.app"_s}, {"days"_L1, 1}}});
        QVERIFY(!jar.kindOf(u"own"_s));
        QVERIFY(!jar.kindOf(u"mail"_s));
        QCOMPARE(jar.kindOf(u"page_visits"_s)->purpose, Purposes::Analytics);
        QVERIFY(jar.kindOf(u"shop"_s) && jar.kindOf(u"shop"_s)->days == 365);
        jar.take(m_url, {"own=1; Path=/", "shop=1; Path=/"});
        QVERIFY(jar.cookies().isEmpty());
    }
};
CHATOPS_TEST(TestCookieJar)

#include "testcookiejar.moc"
