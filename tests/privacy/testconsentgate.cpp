// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/consentgate.h"
#include "tests/support/registry.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

class TestConsentGate : public QObject {
    Q_OBJECT
private:
    static ConsentRecord choice(const QString &purpose, Decision decision, int policy = 1, Millis at = 1'000)
    {
        ConsentRecord record;
        record.id = ConsentId::create();
        record.purpose = purpose;
        record.decision = decision;
        record.policy = policy;
        record.decidedAt = at;
        return record;
    }
    static PrivacyRows blank()
    {
        PrivacyRows rows;
        rows.rules = WorkspaceRules();
        return rows;
    }

private Q_SLOTS:
    void nothingIsAllowedBeforeAChoice()
    {
        ConsentGate gate;
        for (const Purpose &purpose : purposes())
            QVERIFY(!gate.isAllowed(purpose.name));
        gate.update(blank(), 5'000);
        for (const Purpose &purpose : purposes())
            QVERIFY(!gate.isAllowed(purpose.name));
        QVERIFY(!gate.isAllowed(u"unheard.of"_s));
    }

    void onlyTheLastWordCounts()
    {
        ConsentGate gate;
        QSignalSpy changed(&gate, &ConsentGate::changed);
        PrivacyRows rows = blank();
        for (const Purpose &purpose : purposes()) {
            const QString name = purpose.name;
            rows.consents.append(choice(name, Decision::Given));
            gate.update(rows, 5'000);
            QVERIFY(gate.isAllowed(name));
            QCOMPARE(changed.takeFirst().first().toStringList(), QStringList{name});
            for (const Decision no : {Decision::Refused, Decision::Withdrawn, Decision::Objected}) {
                rows.consents.append(choice(name, no));
                gate.update(rows, 5'000);
                QVERIFY(!gate.isAllowed(name));
                QCOMPARE(changed.takeFirst().first().toStringList(), QStringList{name});
                rows.consents.append(choice(name, Decision::Given));
                gate.update(rows, 5'000);
                QCOMPARE(changed.takeFirst().first().toStringList(), QStringList{name});
            }
            QVERIFY(gate.isAllowed(name));
            gate.update(rows, 5'000);
            QVERIFY(changed.isEmpty());
        }
    }

    void aWorkspaceWithoutMarketingHasNone()
    {
        ConsentGate gate;
        PrivacyRows rows = blank();
        for (const Purpose &purpose : purposes())
            rows.consents.append(choice(QString(purpose.name), Decision::Given));
        gate.update(rows, 5'000);
        rows.rules->marketing = false;
        gate.update(rows, 5'000);
        for (const Purpose &purpose : purposes()) {
            const QString name = purpose.name;
            const bool marketing = name.startsWith(u"marketing."_s) || name == u"sharing.marketing"
                || name == u"storage.marketing";
            QCOMPARE(gate.isAllowed(purpose.name), !marketing);
        }
        // And without its rules nobody can say.
        rows.rules.reset();
        gate.update(rows, 5'000);
        QVERIFY(!gate.isAllowed(u"marketing.news.app"_s));
    }

    void anAdministratorCanOnlyTakeAway()
    {
        ConsentGate gate;
        QSignalSpy changed(&gate, &ConsentGate::changed);
        PrivacyRows rows = blank();
        rows.consents.append(choice(Purposes::Analytics, Decision::Given));
        gate.update(rows, 5'000);
        changed.clear();
        gate.forbid({u"storage.analytics"_s, u"comfort.link_previews"_s});
        QVERIFY(!gate.isAllowed(Purposes::Analytics));
        QVERIFY(!gate.isAllowed(Purposes::LinkPreviews));
        QVERIFY(gate.isForbidden(Purposes::LinkPreviews));
        QCOMPARE(changed.takeFirst().first().toStringList(), QStringList{u"storage.analytics"_s});
        gate.forbid({});
        QVERIFY(gate.isAllowed(Purposes::Analytics));
        QVERIFY(!gate.isAllowed(Purposes::LinkPreviews)); // Nobody chose it.
    }

    void aMaterialChangeAsksForWhatItTouchesOnly()
    {
        PrivacyRows rows = blank();
        rows.consents = {choice(Purposes::Analytics, Decision::Given, 1),
                         choice(Purposes::LinkPreviews, Decision::Given, 1),
                         choice(Purposes::StoredPreferences, Decision::Given, 1),
                         choice(Purposes::StoredMarketing, Decision::Refused, 1)};
        const Millis now = 2'000;
        QVERIFY(toAsk(rows, now).isEmpty());
        PolicyVersion typo;
        typo.version = 2;
        rows.policies.append(typo);
        QVERIFY(toAsk(rows, now).isEmpty());
        PolicyVersion material;
        material.version = 3;
        material.material = true;
        material.affects = {u"storage.analytics"_s};
        rows.policies.append(material);
        const QList<const Purpose *> asked = toAsk(rows, now);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first()->name, Purposes::Analytics);
        // Until it is answered, the old answer is none.
        ConsentGate gate;
        gate.update(rows, 5'000);
        QVERIFY(!gate.isAllowed(Purposes::Analytics));
        QVERIFY(gate.isAllowed(Purposes::LinkPreviews));
        rows.consents.append(choice(Purposes::Analytics, Decision::Given, 3));
        gate.update(rows, 5'000);
        QVERIFY(gate.isAllowed(Purposes::Analytics));
        QVERIFY(toAsk(rows, now).isEmpty());
    }

    void aVersionThatIsNotInForceYetAsksNobody()
    {
        PrivacyRows rows = blank();
        rows.consents = {choice(Purposes::Analytics, Decision::Given, 1),
                         choice(Purposes::StoredPreferences, Decision::Given, 1),
                         choice(Purposes::StoredMarketing, Decision::Refused, 1)};
        PolicyVersion next;
        next.version = 2;
        next.material = true;
        next.affects = {u"storage.analytics"_s};
        next.effectiveAt = 10'000;
        rows.policies = {next};
        ConsentGate gate;
        gate.update(rows, 9'999);
        QVERIFY(gate.isAllowed(Purposes::Analytics));
        QVERIFY(toAsk(rows, 9'999).isEmpty());
        gate.update(rows, 10'000);
        QVERIFY(!gate.isAllowed(Purposes::Analytics));
        QCOMPARE(toAsk(rows, 10'000).size(), 1);
    }

    void aConsentThatArrivesLateBringsNothingBack()
    {
        // Given offline at 1, withdrawn elsewhere at 2; the first one arrives last.
        PrivacyRows rows = blank();
        ConsentRecord withdrawn = choice(Purposes::Analytics, Decision::Withdrawn, 1, 2'000);
        withdrawn.number = 1;
        withdrawn.recordedAt = 2'001;
        ConsentRecord late = choice(Purposes::Analytics, Decision::Given, 1, 1'000);
        late.number = 2;
        late.recordedAt = 3'000;
        rows.consents = {withdrawn, late};
        ConsentGate gate;
        gate.update(rows, 5'000);
        QVERIFY(!gate.isAllowed(Purposes::Analytics));
        // A device whose clock runs ahead does not block a later yes: the server heard it before.
        rows.consents[0].decidedAt = 9'000'000;
        rows.consents.append(choice(Purposes::Analytics, Decision::Given, 1, 4'000));
        gate.update(rows, 5'000);
        QVERIFY(gate.isAllowed(Purposes::Analytics));
        // The later word no counts wherever its clock stands.
        rows.consents.append(choice(Purposes::Analytics, Decision::Refused, 1, 10));
        gate.update(rows, 5'000);
        QVERIFY(!gate.isAllowed(Purposes::Analytics));
    }

    void aRefusalIsKeptForSixMonths()
    {
        const Millis then = QDateTime({2026, 8, 31}, {9, 0}, Qt::UTC).toMSecsSinceEpoch();
        PrivacyRows rows = blank();
        rows.consents = {choice(Purposes::Analytics, Decision::Refused, 1, then),
                         choice(Purposes::StoredPreferences, Decision::Given, 1, then),
                         choice(Purposes::StoredMarketing, Decision::Given, 1, then)};
        const Millis end = QDateTime({2027, 2, 28}, {9, 0}, Qt::UTC).toMSecsSinceEpoch();
        QVERIFY(toAsk(rows, end - 1).isEmpty());
        QCOMPARE(toAsk(rows, end).size(), 1); // A consent is not asked for again.
        rows.consents.append(choice(Purposes::StoredMarketing, Decision::Withdrawn, 1, then + 1));
        QCOMPARE(toAsk(rows, end).size(), 1);
        QCOMPARE(toAsk(rows, end + 1).size(), 2);
    }

    void theFirstQuestionIsAboutAllStorage()
    {
        QCOMPARE(toAsk(blank(), 1).size(), 3);
        for (const Purpose *purpose : toAsk(blank(), 1))
            QVERIFY(purpose->used && purpose->group == Purpose::Group::Storage);
    }
};
CHATOPS_TEST(TestConsentGate)

#include "testconsentgate.moc"
