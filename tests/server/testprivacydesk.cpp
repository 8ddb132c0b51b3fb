// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/privacyjson.h"
#include "core/purposes.h"
#include "models/operations.h"
#include "server/hub/accounts.h"
#include "server/hub/executor.h"
#include "server/hub/privacydesk.h"
#include "server/hub/retention.h"
#include "server/hub/serverschema.h"
#include "tests/support/registry.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QTest>
#include <QTimeZone>

using namespace ChatOps;
using namespace ChatOps::Server;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// What the server does about privacy, with a clock that the test sets.
class TestPrivacyDesk : public QObject {
    Q_OBJECT
private:
    TestClock m_clock{0};
    std::unique_ptr<Connection> m_db;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PrivacyDesk> m_desk;
    PersonId m_ana;
    PersonId m_mika;
    PersonId m_contact;

    Verdict run(PersonId who, const Operation &operation)
    {
        Executor executor(*m_workspace, {who, Role::Member, DeviceId::create()});
        return executor.execute(operation).value();
    }
    Verdict choose(PersonId who, const QString &purpose, Decision decision, int policy = 1)
    {
        ConsentRecord record;
        record.id = ConsentId::create();
        record.purpose = purpose;
        record.decision = decision;
        record.policy = policy;
        record.method = u"switch"_s;
        return run(who, Make::recordConsent(record));
    }
    RequestId ask(PersonId who, RightsKind kind, const QString &subject = {})
    {
        RightsRequest request;
        request.id = RequestId::create();
        request.kind = kind;
        request.subject = subject;
        request.text = u"please"_s;
        const Verdict verdict = run(who, Make::createRequest(request));
        return verdict.kind == Verdict::Kind::Ok ? request.id : RequestId();
    }
    RightsRequest read(RequestId id) { return **m_desk->request(id); }
    Verdict say(PersonId who, OperationKind kind, RequestId id, const QString &text = u"words"_s)
    {
        return run(who, Make::aboutRequest(kind, id, text));
    }
    void setDay(int year, int month, int day, int hour = 12)
    {
        m_clock.at =
            QDateTime({year, month, day}, {hour, 0}, QTimeZone("Europe/Helsinki")).toMSecsSinceEpoch();
    }
    int removeWhatIsOver() { return Retention(*m_workspace).apply().value().removed; }
    /// What the log gives to one person, of one kind, newest last.
    QList<QJsonObject> logged(PersonId person, EntityKind kind)
    {
        QList<QJsonObject> found;
        (void)m_db->rows(u"SELECT verb, data FROM log WHERE scope = ? AND entity = ? ORDER BY rev"_s,
                         {Scope::person(person).toString(), QString(nameOf(kind))}, [&](const SqlRow &row) {
                             QJsonObject data = QJsonDocument::fromJson(row.text(1).toUtf8()).object();
                             data.insert("verb"_L1, row.text(0));
                             found.append(data);
                             return true;
                         });
        return found;
    }

private Q_SLOTS:
    void init()
    {
        setDay(2026, 1, 31, 9);
        m_db = std::move(*Connection::open({u":memory:"_s, false, false}, Secret()));
        VERIFY_OK(migrateServer(*m_db));
        m_workspace = std::make_unique<Workspace>(*m_db, Workspace::create(*m_db, u"w"_s).value(), m_clock);
        m_desk = std::make_unique<PrivacyDesk>(*m_workspace);
        VERIFY_OK(m_desk->ensureDefaults());
        m_ana = m_workspace->addPerson(u"Ana"_s, u"ana"_s, Role::Member, u"-"_s).value();
        m_mika = m_workspace->addPerson(u"Mika"_s, u"mika"_s, Role::Member, u"-"_s).value();
        m_contact = m_workspace->addPerson(u"Desk"_s, u"desk"_s, Role::Member, u"-"_s).value();
        WorkspaceRules rules = m_desk->rules().value();
        rules.zone = "Europe/Helsinki";
        rules.contacts = {m_contact};
        VERIFY_OK(m_desk->publishRules(rules));
    }

    void aRequestOfThe31stIsDueAtTheEndOfFebruary()
    {
        const RequestId id = ask(m_ana, RightsKind::Access);
        const QTimeZone helsinki("Europe/Helsinki");
        QCOMPARE(read(id).dueAt, QDateTime({2026, 3, 1}, {0, 0}, helsinki).toMSecsSinceEpoch());
        setDay(2028, 1, 31);
        const RequestId leap = ask(m_ana, RightsKind::Portability);
        QCOMPARE(read(leap).dueAt, QDateTime({2028, 3, 1}, {0, 0}, helsinki).toMSecsSinceEpoch());
        // What was written long before, offline, counts from when it arrived.
        RightsRequest late;
        late.id = RequestId::create();
        Operation operation = Make::createRequest(late);
        operation.createdAt = m_clock.at - 40LL * 24 * 3600 * 1000;
        QCOMPARE(run(m_ana, operation).kind, Verdict::Kind::Ok);
        QCOMPARE(read(late.id).receivedAt, m_clock.at);
        QCOMPARE(read(late.id).writtenAt, operation.createdAt);
        QVERIFY(read(ask(m_ana, RightsKind::Feedback)).dueAt == 0);
    }

    void anExtensionToldOnDay27AddsTwoMonths()
    {
        setDay(2026, 1, 31);
        const RequestId id = ask(m_ana, RightsKind::Access);
        setDay(2026, 2, 27);
        QCOMPARE(say(m_contact, OperationKind::RequestExtend, id, {}).code, u"invalid"_s);
        QCOMPARE(say(m_contact, OperationKind::RequestExtend, id, u"ten thousand messages"_s).kind,
                 Verdict::Kind::Ok);
        const RightsRequest extended = read(id);
        QCOMPARE(extended.state, RightsRequest::State::Extended);
        QCOMPARE(extended.reason, u"ten thousand messages"_s);
        // Three months from when it arrived: the end of 30 April.
        QCOMPARE(extended.dueAt,
                 QDateTime({2026, 5, 1}, {0, 0}, QTimeZone("Europe/Helsinki")).toMSecsSinceEpoch());
        QCOMPARE(say(m_contact, OperationKind::RequestExtend, id, u"again"_s).code, u"closed"_s);
    }

    void anExtensionAfterTheMonthIsNone()
    {
        setDay(2026, 1, 31);
        const RequestId id = ask(m_ana, RightsKind::Access);
        setDay(2026, 2, 28, 23);
        const RequestId other = ask(m_mika, RightsKind::Access);
        QCOMPARE(say(m_contact, OperationKind::RequestExtend, id, u"in time"_s).kind, Verdict::Kind::Ok);
        setDay(2026, 3, 29);
        QCOMPARE(say(m_contact, OperationKind::RequestExtend, other, u"late"_s).code, u"too_late"_s);
        QCOMPARE(read(other).state, RightsRequest::State::Open);
    }

    void aRequestGoesItsWay()
    {
        const RequestId id = ask(m_ana, RightsKind::Rectification, u"title"_s);
        QCOMPARE(say(m_contact, OperationKind::RequestMessage, id, u"Which title?"_s).kind,
                 Verdict::Kind::Ok);
        QCOMPARE(say(m_ana, OperationKind::RequestMessage, id, u"Engineer"_s).kind, Verdict::Kind::Ok);
        QCOMPARE(say(m_mika, OperationKind::RequestMessage, id).code, u"not_found"_s);
        QCOMPARE(say(m_ana, OperationKind::RequestAnswer, id).code, u"forbidden"_s);
        QCOMPARE(say(m_contact, OperationKind::RequestWithdraw, id).code, u"forbidden"_s);
        QCOMPARE(say(m_contact, OperationKind::RequestAnswer, id, u"Changed."_s).kind, Verdict::Kind::Ok);
        const RightsRequest done = read(id);
        QCOMPARE(done.state, RightsRequest::State::Answered);
        QCOMPARE(done.outcome, u"Changed."_s);
        QCOMPARE(done.closedAt, m_clock.at);
        QCOMPARE(done.entries.size(), 2);
        QVERIFY(done.entries[0].byController && !done.entries[1].byController);
        QCOMPARE(say(m_contact, OperationKind::RequestRefuse, id).code, u"closed"_s);
        QCOMPARE(say(m_ana, OperationKind::RequestWithdraw, id).code, u"closed"_s);
    }

    void aRefusalNeedsAReasonAndMarketingKnowsNone()
    {
        const RequestId id = ask(m_ana, RightsKind::Erasure);
        QCOMPARE(say(m_contact, OperationKind::RequestRefuse, id, u"  "_s).code, u"invalid"_s);
        QCOMPARE(say(m_contact, OperationKind::RequestRefuse, id, u"A court asked to keep it."_s).kind,
                 Verdict::Kind::Ok);
        QCOMPARE(read(id).reason, u"A court asked to keep it."_s);
        const RequestId objection = ask(m_ana, RightsKind::Objection, u"marketing.news.app"_s);
        QCOMPARE(say(m_contact, OperationKind::RequestRefuse, objection).code, u"absolute"_s);
        for (const QString &purpose : {u"storage.marketing"_s, u"sharing.marketing"_s})
            QCOMPARE(
                say(m_contact, OperationKind::RequestRefuse, ask(m_ana, RightsKind::Objection, purpose)).code,
                u"absolute"_s);
        QCOMPARE(say(m_contact, OperationKind::RequestRefuse,
                     ask(m_ana, RightsKind::Withdrawal, u"storage.analytics"_s))
                     .code,
                 u"absolute"_s);
        const RequestId other = ask(m_ana, RightsKind::Objection, u"comfort.recommendations"_s);
        QCOMPARE(say(m_contact, OperationKind::RequestRefuse, other).kind, Verdict::Kind::Ok);
    }

    void aRestrictionHasOneOfFourGrounds()
    {
        RightsRequest request;
        request.id = RequestId::create();
        request.kind = RightsKind::Restriction;
        QCOMPARE(run(m_ana, Make::createRequest(request)).code, u"invalid"_s);
        for (int ground = 1; ground <= 4; ++ground) {
            request.id = RequestId::create();
            request.ground = RestrictionGround(ground);
            QCOMPARE(run(m_ana, Make::createRequest(request)).kind, Verdict::Kind::Ok);
        }
        request.id = RequestId::create();
        request.kind = RightsKind::Access;
        QCOMPARE(run(m_ana, Make::createRequest(request)).code, u"invalid"_s);
    }

    void nobodyFloodsTheDesk()
    {
        for (int i = 0; i < 50; ++i)
            QVERIFY(ask(m_ana, RightsKind::Feedback));
        QVERIFY(!ask(m_ana, RightsKind::Feedback));
        // Withdrawing and asking again does not help for ever either.
        int more = 0;
        for (int i = 0; i < 60; ++i) {
            const QList<RightsRequest> all = m_desk->requests().value();
            for (const RightsRequest &one : all) {
                if (one.person == m_ana && one.isOpen()) {
                    QCOMPARE(say(m_ana, OperationKind::RequestWithdraw, one.id).kind, Verdict::Kind::Ok);
                    break;
                }
            }
            more += ask(m_ana, RightsKind::Feedback) ? 1 : 0;
        }
        QCOMPARE(more, 50);
        QVERIFY(ask(m_mika, RightsKind::Feedback));
        // Nor does one request grow beyond what a frame carries.
        const RequestId id = ask(m_mika, RightsKind::Access);
        Verdict last;
        int said = 0;
        while ((last = say(m_mika, OperationKind::RequestMessage, id, QString(8'000, u'x'))).kind
                   == Verdict::Kind::Ok
               && said < 100)
            ++said;
        QCOMPARE(last.code, u"too_long"_s);
        QVERIFY(said >= 10);
        QVERIFY(toJson(toJson(read(id))).size() <= MostDocumentBytes);
    }

    void whoAnswersSeesRequestsAndWhoNoLongerDoesLosesThem()
    {
        const RequestId id = ask(m_ana, RightsKind::Access);
        QCOMPARE(logged(m_contact, EntityKind::Request).size(), 1);
        QCOMPARE(logged(m_mika, EntityKind::Request).size(), 0);
        WorkspaceRules rules = m_desk->rules().value();
        rules.contacts = {m_mika};
        VERIFY_OK(m_desk->publishRules(rules));
        QCOMPARE(logged(m_contact, EntityKind::Request).last().value("verb"_L1).toString(), u"delete"_s);
        QCOMPARE(logged(m_mika, EntityKind::Request).last().value("id"_L1).toString(), id.toString());
        QCOMPARE(say(m_contact, OperationKind::RequestAnswer, id).code, u"not_found"_s);
        QCOMPARE(say(m_mika, OperationKind::RequestAnswer, id).kind, Verdict::Kind::Ok);
    }

    void choicesAreAChainOfTheirPerson()
    {
        QCOMPARE(choose(m_ana, Purposes::Analytics, Decision::Given).kind, Verdict::Kind::Ok);
        QCOMPARE(choose(m_mika, Purposes::Analytics, Decision::Refused).kind, Verdict::Kind::Ok);
        QCOMPARE(choose(m_ana, Purposes::Analytics, Decision::Withdrawn).kind, Verdict::Kind::Ok);
        const QList<ConsentRecord> ana = m_desk->consents(m_ana).value();
        QCOMPARE(ana.size(), 2);
        QCOMPARE(ana[0].number, 1);
        QCOMPARE(ana[1].number, 2);
        QCOMPARE(ana[1].previous, ana[0].hash);
        QVERIFY(ana[0].previous.isEmpty());
        QCOMPARE(m_desk->consents(m_mika)->size(), 1);
        QCOMPARE(logged(m_ana, EntityKind::Consent).size(), 2);
        // What a device says of the chain, the time or the person counts for nothing.
        Operation forged = Make::recordConsent(ana[0]);
        forged.target = makeUuidV7();
        forged.data.insert("number"_L1, 77);
        forged.data.insert("person"_L1, m_mika.toString());
        forged.data.insert("recorded"_L1, 1);
        forged.data.insert("previous"_L1, QString(64, u'0'));
        QCOMPARE(run(m_ana, forged).kind, Verdict::Kind::Ok);
        const ConsentRecord last = m_desk->consents(m_ana)->last();
        QCOMPARE(last.number, 3);
        QCOMPARE(last.recordedAt, m_clock.at);
        QCOMPARE(last.previous, ana[1].hash);
        QCOMPARE(choose(m_ana, u"storage.everything"_s, Decision::Given).code, u"invalid"_s);
    }

    void theServersGateIsClosedUntilChosen()
    {
        for (const Purpose &purpose : purposes()) {
            const QString name = purpose.name;
            QVERIFY(!*m_desk->isAllowed(m_ana, name));
            QCOMPARE(choose(m_ana, name, Decision::Given).kind, Verdict::Kind::Ok);
            QVERIFY(*m_desk->isAllowed(m_ana, name));
            QVERIFY(!*m_desk->isAllowed(m_mika, name));
            QCOMPARE(choose(m_ana, name, Decision::Objected).kind, Verdict::Kind::Ok);
            QVERIFY(!*m_desk->isAllowed(m_ana, name));
        }
        QVERIFY(!*m_desk->isAllowed(m_ana, u"storage.everything"_s));
    }

    void aMaterialPolicyVoidsWhatItTouches()
    {
        QCOMPARE(choose(m_ana, Purposes::Analytics, Decision::Given, 1).kind, Verdict::Kind::Ok);
        QCOMPARE(choose(m_ana, Purposes::LinkPreviews, Decision::Given, 1).kind, Verdict::Kind::Ok);
        PolicyVersion next = m_desk->policies()->last();
        next.summary = u"typo"_s;
        QCOMPARE(m_desk->publishPolicy(next)->version, 2);
        QVERIFY(*m_desk->isAllowed(m_ana, Purposes::Analytics));
        next.material = true;
        QVERIFY(!m_desk->publishPolicy(next)); // It has to say what it touches.
        next.affects = {u"storage.everything"_s};
        QVERIFY(!m_desk->publishPolicy(next));
        next.affects = {Purposes::Analytics};
        QCOMPARE(m_desk->publishPolicy(next)->version, 3);
        QVERIFY(!*m_desk->isAllowed(m_ana, Purposes::Analytics));
        QVERIFY(*m_desk->isAllowed(m_ana, Purposes::LinkPreviews));
        QCOMPARE(choose(m_ana, Purposes::Analytics, Decision::Given, 3).kind, Verdict::Kind::Ok);
        QVERIFY(*m_desk->isAllowed(m_ana, Purposes::Analytics));
        QCOMPARE(m_desk->policies()->size(), 3);
    }

    void marketingReachesWhoChoseItAndNobodyElse()
    {
        QCOMPARE(choose(m_ana, u"marketing.surveys.app"_s, Decision::Given).kind, Verdict::Kind::Ok);
        QCOMPARE(choose(m_mika, u"marketing.news.app"_s, Decision::Given).kind, Verdict::Kind::Ok);
        QCOMPARE(choose(m_contact, u"marketing.surveys.app"_s, Decision::Given).kind, Verdict::Kind::Ok);
        QCOMPARE(choose(m_contact, u"marketing.surveys.app"_s, Decision::Withdrawn).kind, Verdict::Kind::Ok);
        Notice survey;
        survey.id = NoticeId::create();
        survey.kind = NoticeKind::Survey;
        survey.title = u"How do you like it?"_s;
        QCOMPARE(*m_desk->publishNotice(survey), 1);
        QCOMPARE(logged(m_ana, EntityKind::Notice).size(), 1);
        QCOMPARE(logged(m_mika, EntityKind::Notice).size(), 0);
        QCOMPARE(logged(m_contact, EntityKind::Notice).size(), 0);
        // A notice about an outage reaches everybody, whatever they chose.
        Notice outage;
        outage.id = NoticeId::create();
        outage.kind = NoticeKind::Maintenance;
        outage.title = u"Restart"_s;
        QCOMPARE(*m_desk->publishNotice(outage), -1);
        QVERIFY(*m_desk->isVisible(outage.id, m_mika));
        QVERIFY(*m_desk->isVisible(survey.id, m_ana));
        QVERIFY(!*m_desk->isVisible(survey.id, m_mika));
        QCOMPARE(run(m_mika, Make::readNotice(survey.id)).code, u"not_found"_s);
        QCOMPARE(run(m_ana, Make::readNotice(survey.id)).kind, Verdict::Kind::Ok);
        // The workspace can have none at all.
        WorkspaceRules rules = m_desk->rules().value();
        rules.marketing = false;
        VERIFY_OK(m_desk->publishRules(rules));
        survey.id = NoticeId::create();
        QCOMPARE(*m_desk->publishNotice(survey), 0);
        QCOMPARE(choose(m_mika, u"marketing.tips.app"_s, Decision::Given).code, u"marketing_off"_s);
        QCOMPARE(choose(m_mika, u"marketing.news.app"_s, Decision::Objected).kind, Verdict::Kind::Ok);
    }

    void aRequestToTakeBackIsTheTakingBack()
    {
        QCOMPARE(choose(m_ana, Purposes::Analytics, Decision::Given).kind, Verdict::Kind::Ok);
        QVERIFY(ask(m_ana, RightsKind::Withdrawal, Purposes::Analytics));
        QVERIFY(!*m_desk->isAllowed(m_ana, Purposes::Analytics));
        const ConsentRecord last = m_desk->consents(m_ana)->last();
        QCOMPARE(last.decision, Decision::Withdrawn);
        QCOMPARE(last.method, u"request"_s);
        // Nothing to take back: no entry.
        QVERIFY(ask(m_ana, RightsKind::Withdrawal, Purposes::Analytics));
        QCOMPARE(m_desk->consents(m_ana)->size(), 2);
    }

    void receiptsNameTextsThatExist()
    {
        QCOMPARE(choose(m_ana, Purposes::Analytics, Decision::Given, 2).code, u"invalid"_s);
        ConsentRecord record;
        record.id = ConsentId::create();
        record.purpose = Purposes::Analytics;
        record.decision = Decision::Given;
        record.policy = 1;
        record.policyHash = QString(64, u'f');
        record.method = u"switch"_s;
        QCOMPARE(run(m_ana, Make::recordConsent(record)).kind, Verdict::Kind::Ok);
        QCOMPARE(m_desk->consents(m_ana)->last().policyHash, m_desk->policies()->first().hash());
        record.id = ConsentId::create();
        record.method = u"mind reading"_s;
        QCOMPARE(run(m_ana, Make::recordConsent(record)).code, u"invalid"_s);
    }

    void nobodyMakesEndlessChoicesButANoIsAlwaysHeard()
    {
        for (int i = 0; i < 500; ++i)
            QCOMPARE(choose(m_ana, Purposes::Analytics, i % 2 ? Decision::Withdrawn : Decision::Given).kind,
                     Verdict::Kind::Ok);
        QCOMPARE(choose(m_ana, Purposes::Analytics, Decision::Given).code, u"too_many"_s);
        QCOMPARE(choose(m_ana, Purposes::Analytics, Decision::Withdrawn).kind, Verdict::Kind::Ok);
        QCOMPARE(choose(m_mika, Purposes::Analytics, Decision::Given).kind, Verdict::Kind::Ok);
        m_clock.at += 25LL * 3600 * 1000;
        QCOMPARE(choose(m_ana, Purposes::Analytics, Decision::Given).kind, Verdict::Kind::Ok);
    }

    void whenTheContactGoesTheOwnersAnswer()
    {
        const PersonId owner = m_workspace->addPerson(u"Owner"_s, u"owner"_s, Role::Owner, u"-"_s).value();
        const RequestId id = ask(m_ana, RightsKind::Access);
        QCOMPARE(logged(owner, EntityKind::Request).size(), 0);
        Person gone = **readPerson(*m_db, m_contact);
        gone.active = false;
        VERIFY_OK(m_desk->withContacts([&] { return m_workspace->publishPerson(gone); }));
        QCOMPARE(logged(owner, EntityKind::Request).last().value("id"_L1).toString(), id.toString());
        QCOMPARE(logged(m_contact, EntityKind::Request).last().value("verb"_L1).toString(), u"delete"_s);
        QCOMPARE(say(owner, OperationKind::RequestAnswer, id).kind, Verdict::Kind::Ok);
    }

    void theScheduleIsCarriedOutToTheMillisecond()
    {
        constexpr Millis day = 24LL * 3600 * 1000;
        const auto count = [this](const QString &table) {
            return m_db->value(u"SELECT count(*) FROM "_s + table)->toInt();
        };
        m_clock.at = m_clock.at / day * day + 1;
        QCOMPARE(choose(m_ana, Purposes::Analytics, Decision::Given).kind, Verdict::Kind::Ok);
        VERIFY_OK(m_desk->addUsage(m_ana, {{u"message.sent"_s, 3}}));
        VERIFY_OK(Accounts(*m_db, m_clock).startSession(m_ana, DeviceId::create(), u"laptop"_s));
        const RequestId closed = ask(m_ana, RightsKind::Access);
        const RequestId open = ask(m_ana, RightsKind::Erasure);
        QCOMPARE(say(m_contact, OperationKind::RequestAnswer, closed).kind, Verdict::Kind::Ok);
        const Millis begin = m_clock.at;
        QCOMPARE(**Retention(*m_workspace).next(), begin + MostRetentionDays * day);
        m_clock.at = begin + MostRetentionDays * day - 1;
        QCOMPARE(removeWhatIsOver(), 0);
        m_clock.at = begin + MostRetentionDays * day;
        // The session, and what the privacy contact did with the request.
        QCOMPARE(removeWhatIsOver(), 2);
        QCOMPARE(count(u"session"_s), 0);
        QCOMPARE(count(u"usage"_s), 1);
        m_clock.at = begin + (MostRetentionDays + 1) * day;
        QCOMPARE(removeWhatIsOver(), 1); // Totals of a day, with the day.
        QCOMPARE(count(u"usage"_s), 0);
        m_clock.at = begin + 1'095 * day - 1;
        QCOMPARE(removeWhatIsOver(), 0);
        m_clock.at = begin + 1'095 * day;
        QCOMPARE(removeWhatIsOver(), 1);
        QVERIFY(!*m_desk->request(closed) && *m_desk->request(open));
        // Those who hold it are told, and the log has nothing of it any more.
        QCOMPARE(logged(m_ana, EntityKind::Request).last().value("verb"_L1).toString(), u"delete"_s);
        QCOMPARE(m_db->value(u"SELECT count(*) FROM log WHERE id = ? AND data LIKE '%please%'"_s,
                             {closed.toBytes()})
                     ->toInt(),
                 0);
        // A shorter time counts; a longer one than two years cannot be set.
        WorkspaceRules rules = m_desk->rules().value();
        for (RetentionRule &rule : rules.retention)
            rule.days = rule.name == u"usage" ? 731 : rule.days;
        QVERIFY(!m_desk->publishRules(rules));
        for (RetentionRule &rule : rules.retention)
            rule.days = rule.name == u"usage" ? 0 : rule.days;
        QVERIFY(!m_desk->publishRules(rules));
    }

    void aFieldOfTheOrganisationIsCorrectedByRequest()
    {
        Profile profile;
        profile.person = m_ana;
        profile.fields.insert(u"title"_s, {u"Engineer"_s, true});
        VERIFY_OK(m_desk->publishProfile(profile, m_ana));
        QCOMPARE(run(m_ana, Make::patchProfile(m_ana, {{"title"_L1, u"Boss"_s}})).code, u"provided"_s);
        QCOMPARE(run(m_ana, Make::patchProfile(m_ana, {{"bio"_L1, u"I like tea."_s}})).kind,
                 Verdict::Kind::Ok);
        QCOMPARE(m_desk->profile(m_ana)->fields.value(u"bio"_s).value, u"I like tea."_s);
        QCOMPARE(run(m_ana, Make::patchProfile(m_ana, {{"bio"_L1, u" "_s}})).kind, Verdict::Kind::Ok);
        QVERIFY(!m_desk->profile(m_ana)->fields.contains(u"bio"_s));
        QCOMPARE(m_desk->profile(m_ana)->fields.value(u"title"_s).value, u"Engineer"_s);
    }
};
CHATOPS_TEST(TestPrivacyDesk)

#include "testprivacydesk.moc"
