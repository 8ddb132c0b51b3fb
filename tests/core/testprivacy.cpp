// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agelimits.h"
#include "core/choices.h"
#include "core/jsonguard.h"
#include "core/privacyjson.h"
#include "core/purposes.h"
#include "tests/support/registry.h"

#include <QTest>
#include <QTimeZone>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

class TestPrivacy : public QObject {
    Q_OBJECT
private:
    static Millis at(const char *zone, int year, int month, int day, int hour = 12, int minute = 0)
    {
        return QDateTime(QDate(year, month, day), QTime(hour, minute), QTimeZone(zone)).toMSecsSinceEpoch();
    }

private Q_SLOTS:
    void picturesAreToldByTheirFirstBytes()
    {
        QVERIFY(avatarFromText({})->isEmpty());
        const QByteArray png = "\x89PNG\r\n\x1a\n and more";
        QCOMPARE(*avatarFromText(QString::fromLatin1(png.toBase64())), png);
        QCOMPARE(*avatarFromText(QString::fromLatin1(QByteArray("\xff\xd8\xff x").toBase64())),
                 "\xff\xd8\xff x");
        QVERIFY(!avatarFromText(QString::fromLatin1(QByteArray("<svg>").toBase64())));
        QVERIFY(!avatarFromText(u"no base64!"_s));
        QVERIFY(!avatarFromText(QString::fromLatin1((png + QByteArray(Limit::AvatarBytes, 'x')).toBase64())));
    }

    void versionsCompareByTheirNumbers()
    {
        QVERIFY(isOlderVersion(u"0.9.2"_s, u"0.10"_s));
        QVERIFY(!isOlderVersion(u"0.10"_s, u"0.9.2"_s));
        QVERIFY(!isOlderVersion(u"1.0"_s, u"1"_s) && !isOlderVersion(u"1"_s, u"1.0"_s));
        QVERIFY(!isOlderVersion(u"1.0"_s, {}) && !isOlderVersion(u"1.0"_s, u"soon"_s));
    }

    void theAgeOfConsentIsThatOfTheCountry()
    {
        QCOMPARE(ageOfConsent(u"DE"), 16);
        QCOMPARE(ageOfConsent(u"FI"), 13);
        QCOMPARE(ageOfConsent(u"FR"), 15);
        QCOMPARE(ageOfConsent(u"XX"), 16);
    }

    void whileRestrictedOnlyALaterConsentCounts()
    {
        const PersonId person = PersonId::create();
        ConsentRecord choice;
        choice.purpose = Purposes::Analytics;
        choice.decision = Decision::Given;
        choice.decidedAt = choice.recordedAt = 100;
        ConsentRecord suggestion = choice;
        suggestion.purpose = Purposes::Recommendations;
        RightsRequest request;
        request.person = person;
        request.kind = RightsKind::Restriction;
        request.state = RightsRequest::State::Answered;
        request.closedAt = 200;
        QCOMPARE(restrictedSince({request}, person), 200);
        QCOMPARE(restrictedSince({request}, PersonId::create()), 0);
        const auto given = [&](const QString &purpose) {
            return isGiven({choice, suggestion}, {}, purpose, 300, restrictedSince({request}, person));
        };
        QVERIFY(!given(Purposes::Analytics) && !given(Purposes::Recommendations));
        choice.decidedAt = choice.recordedAt = suggestion.decidedAt = suggestion.recordedAt = 250;
        QVERIFY(given(Purposes::Analytics));
        QVERIFY(!given(Purposes::Recommendations)); // Rests on no consent.
        request.liftedAt = 260;
        QVERIFY(given(Purposes::Recommendations));
        request.liftedAt = 0;
        request.state = RightsRequest::State::Refused;
        QCOMPARE(restrictedSince({request}, person), 0);
    }

    void anAnswerIsDueAfterACalendarMonth_data()
    {
        QTest::addColumn<Millis>("received");
        QTest::addColumn<int>("months");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("last");
        const auto row = [](const char *name, Millis received, int months, const char *zone, QDate last) {
            QTest::newRow(name) << received << months << QByteArray(zone) << last;
        };
        row("an ordinary day", at("UTC", 2026, 11, 24), 1, "UTC", {2026, 12, 24});
        row("31 January", at("UTC", 2026, 1, 31), 1, "UTC", {2026, 2, 28});
        row("31 January of a leap year", at("UTC", 2028, 1, 31), 1, "UTC", {2028, 2, 29});
        row("29 February", at("UTC", 2028, 2, 29), 1, "UTC", {2028, 3, 29});
        row("30 November, three months", at("UTC", 2026, 11, 30), 3, "UTC", {2027, 2, 28});
        row("31 December", at("UTC", 2026, 12, 31), 1, "UTC", {2027, 1, 31});
        // The same instant is another day elsewhere.
        row("late in Helsinki", at("UTC", 2026, 1, 30, 22, 30), 1, "Europe/Helsinki", {2026, 2, 28});
        row("late in UTC", at("UTC", 2026, 1, 30, 22, 30), 1, "UTC", {2026, 2, 28});
        row("early in New York", at("UTC", 2026, 3, 1, 3, 0), 1, "America/New_York", {2026, 3, 28});
        row("far east", at("UTC", 2026, 5, 31, 11, 0), 1, "Pacific/Kiritimati", {2026, 7, 1});
    }
    void anAnswerIsDueAfterACalendarMonth()
    {
        QFETCH(Millis, received);
        QFETCH(int, months);
        QFETCH(QByteArray, zone);
        QFETCH(QDate, last);
        QCOMPARE(lastDay(received, months, zone), last);
        // To the end of that day, there.
        const Millis due = dueAfter(received, months, zone);
        const QTimeZone there(zone);
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(due - 1, there).date(), last);
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(due, there).date(), last.addDays(1));
    }

    void theDayOfAClockChangeEndsWhenItEnds()
    {
        // 29 March 2026 has 23 hours in Berlin, 25 October has 25.
        const Millis spring = dueAfter(at("Europe/Berlin", 2026, 2, 28), 1, "Europe/Berlin");
        QCOMPARE(spring, at("Europe/Berlin", 2026, 3, 29, 0, 0));
        const Millis autumn = dueAfter(at("Europe/Berlin", 2026, 9, 25), 1, "Europe/Berlin");
        QCOMPARE(autumn - at("Europe/Berlin", 2026, 10, 25, 0, 0), 25LL * 3600 * 1000);
    }

    void everyPurposeIsFoundByItsName()
    {
        for (const Purpose &purpose : purposes()) {
            QCOMPARE(findPurpose(purpose.name), &purpose);
            QCOMPARE(std::count_if(purposes().begin(), purposes().end(),
                                   [&](const Purpose &other) { return other.name == purpose.name; }),
                     1);
        }
        QVERIFY(!findPurpose(u"marketing"_s));
        for (int topic = 0; topic < MarketingTopicCount; ++topic) {
            for (int channel = 0; channel < MarketingChannelCount; ++channel) {
                const Purpose &purpose = marketingPurpose(MarketingTopic(topic), MarketingChannel(channel));
                QCOMPARE(purpose.group, Purpose::Group::Marketing);
                QVERIFY(QString(purpose.name).endsWith(channel == 0 ? u".app"_s : u".email"_s));
            }
        }
        QCOMPARE(marketingPurpose(MarketingTopic::Surveys, MarketingChannel::Email).name,
                 "marketing.surveys.email"_L1);
    }

    void everythingComesBackAsItWas()
    {
        ConsentRecord record;
        record.id = ConsentId::create();
        record.number = 7;
        record.person = PersonId::create();
        record.purpose = u"storage.analytics"_s;
        record.decision = Decision::Objected;
        record.basis = u"consent"_s;
        record.policy = 3;
        record.method = u"switch"_s;
        record.device = DeviceId::create();
        record.deviceName = u"Gerät"_s;
        record.decidedAt = 12;
        record.recordedAt = 13;
        record.previous = QString(64, u'a');
        record.hash = hashOf(record);
        record.signature = u"c2ln"_s;
        record.rev = 9;
        QCOMPARE(*consentFromJson(toJson(record)), record);

        RightsRequest request;
        request.id = RequestId::create();
        request.person = record.person;
        request.kind = RightsKind::Restriction;
        request.ground = RestrictionGround::NeededForClaims;
        request.text = u"words"_s;
        request.state = RightsRequest::State::Extended;
        request.writtenAt = 1;
        request.receivedAt = 2;
        request.dueAt = 3;
        request.reason = u"many"_s;
        request.entries = {{true, PersonId::create(), 4, u"we look into it"_s}};
        request.origin = u"web"_s;
        request.liftedAt = 6;
        request.rev = 5;
        QCOMPARE(*requestFromJson(toJson(request)), request);

        const Notice notice{NoticeId::create(), NoticeKind::Breach, u"t"_s, u"x"_s, 1, 2,
                            record.person,      u"0.4.1"_s,         3};
        QCOMPARE(*noticeFromJson(toJson(notice)), notice);
        const NoticeSeen seen{notice.id, record.person, 4, 5};
        QCOMPARE(*noticeSeenFromJson(toJson(seen)), seen);

        PolicyVersion policy;
        policy.id = PolicyId::create();
        policy.version = 2;
        policy.publishedAt = 1;
        policy.effectiveAt = 2;
        policy.material = true;
        policy.affects = {u"storage.analytics"_s};
        policy.summary = u"s"_s;
        policy.sections = {{u"who"_s, u"Who"_s, u"b"_s, u"t"_s}};
        policy.rev = 3;
        QCOMPARE(*policyFromJson(toJson(policy)), policy);

        WorkspaceRules rules;
        rules.workspace = WorkspaceId::create();
        rules.controller = {u"n"_s, u"a"_s, u"e"_s, u"o"_s};
        rules.zone = "Europe/Helsinki";
        rules.minimumAge = 18;
        rules.marketing = false;
        rules.removeOnErasure = true;
        rules.aggregateFrom = 7;
        rules.minimumVersion = u"0.2"_s;
        rules.noticeChannel = ChannelId::create();
        rules.retention = {{u"message"_s, 30, u"r"_s, u"FI"_s, u"scc"_s}};
        rules.processors = {{u"p"_s, u"w"_s, u"US"_s, u"scc"_s, 4}};
        rules.contacts = {record.person};
        rules.signingKey = u"key"_s;
        QCOMPARE(*rulesFromJson(toJson(rules)), rules);

        const Profile profile{record.person,
                              {{u"bio"_s, {u"x"_s, false}}, {u"title"_s, {u"y"_s, true}}},
                              "\x89PNG\r\n\x1a\n...",
                              5,
                              6};
        QCOMPARE(*profileFromJson(toJson(profile)), profile);
        const SyncedPreference preference{record.person, u"mute.x"_s, u"1"_s, 7};
        QCOMPARE(*preferenceFromJson(toJson(preference)), preference);
    }

    void wrongDocumentsAreRefused()
    {
        WorkspaceRules rules;
        rules.workspace = WorkspaceId::create();
        QJsonObject json = toJson(rules);
        json.insert("minimum_age"_L1, 12);
        QVERIFY(!rulesFromJson(json));
        json = toJson(rules);
        json.insert("zone"_L1, u"Nowhere/Town"_s);
        QVERIFY(!rulesFromJson(json));
        json = toJson(ConsentRecord{ConsentId::create(),
                                    1,
                                    PersonId::create(),
                                    u"x"_s,
                                    1,
                                    Decision::Given,
                                    u"consent"_s,
                                    0,
                                    {},
                                    {},
                                    u"switch"_s,
                                    {},
                                    {},
                                    {},
                                    0,
                                    0,
                                    {},
                                    {},
                                    {},
                                    0});
        QVERIFY(consentFromJson(json));
        json.insert("decision"_L1, u"perhaps"_s);
        QVERIFY(!consentFromJson(json));
    }

    void oneChangedFieldChangesTheHash()
    {
        ConsentRecord record;
        record.id = ConsentId::create();
        record.person = PersonId::create();
        record.purpose = u"storage.analytics"_s;
        record.method = u"switch"_s;
        const QString hash = hashOf(record);
        QCOMPARE(hash.size(), 64);
        ConsentRecord other = record;
        other.rev = 99;
        other.signature = u"x"_s;
        other.hash = u"y"_s;
        QCOMPARE(hashOf(other), hash); // These three are about the hash, not in it.
        const QJsonObject json = toJson(record);
        for (const QString &key : json.keys()) {
            if (key == u"rev" || key == u"hash" || key == u"signature")
                continue;
            other = record;
            if (key == u"id")
                other.id = ConsentId::create();
            else if (key == u"person")
                other.person = PersonId::create();
            else if (key == u"device")
                other.device = DeviceId::create();
            else if (key == u"decision")
                other.decision = Decision::Given;
            else if (json.value(key).isDouble()) {
                QJsonObject changed = json;
                changed.insert(key, json.value(key).toInteger() + 1);
                changed.insert("basis"_L1, u"consent"_s);
                QJsonObject same = json;
                same.insert("basis"_L1, u"consent"_s);
                QVERIFY2(hashOf(*consentFromJson(changed)) != hashOf(*consentFromJson(same)),
                         qPrintable(key));
                continue;
            } else {
                QJsonObject changed = json;
                changed.insert("basis"_L1, u"consent"_s);
                const QString before = hashOf(*consentFromJson(changed));
                changed.insert(key, json.value(key).toString() + u"z"_s);
                if (key == u"basis")
                    changed.insert(key, u"other"_s);
                QVERIFY2(hashOf(*consentFromJson(changed)) != before, qPrintable(key));
                continue;
            }
            QVERIFY2(hashOf(other) != hash, qPrintable(key));
        }
    }
};
CHATOPS_TEST(TestPrivacy)

#include "testprivacy.moc"
