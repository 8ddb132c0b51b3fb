// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"
#include "ui/standingband.h"

#include <QSignalSpy>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// What stands above the panes until it is over.
class TestStandingBand : public QObject {
    Q_OBJECT
private:
    using Kind = StandingBand::Kind;

    /// A band that has heard what the account holds.
    struct Shown {
        explicit Shown(FakeAccount &fake)
            : work(fake.account())
            , model(fake.account(), work)
            , ledger(fake.cache)
            , band(model, ledger)
        {
            deliver();
            band.refresh();
        }
        PendingWork work;
        PrivacyModel model;
        LedgerWatch ledger;
        StandingBand band;
    };

private Q_SLOTS:
    void aYearLaterItIsAskedWhetherTheProfileIsStillRight()
    {
        const auto after = [](const QDateTime &reviewed, bool filled) {
            FakeAccount fake;
            Profile profile;
            profile.person = fake.self.id;
            if (filled)
                profile.fields.insert(u"bio"_s, {u"words"_s, false});
            profile.reviewedAt = reviewed.toMSecsSinceEpoch();
            fake.cache.profileRow = profile;
            return Shown(fake).band.kind();
        };
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(after(now.addMonths(-12).addSecs(60), true), Kind::None);
        QCOMPARE(after(now.addMonths(-12).addSecs(-60), true), Kind::Profile);
        QCOMPARE(after(now.addMonths(-12).addSecs(-60), false), Kind::None); // There is nothing to look at.
        QCOMPARE(after(QDateTime::fromMSecsSinceEpoch(0), true), Kind::None); // Never asked to look.
    }

    void oneClickSaysThatItIs()
    {
        FakeAccount fake;
        Profile profile;
        profile.person = fake.self.id;
        profile.fields.insert(u"bio"_s, {u"words"_s, false});
        profile.reviewedAt = QDateTime::currentDateTimeUtc().addMonths(-20).toMSecsSinceEpoch();
        fake.cache.profileRow = profile;
        Shown shown(fake);
        StandingBand &band = shown.band;
        QCOMPARE(band.kind(), Kind::Profile);
        band.findChild<QPushButton *>(u"standingDone"_s)->click();
        deliver();
        QCOMPARE(fake.outbox.items.size(), 1);
        QCOMPARE(fake.outbox.items.first().operation.kind, OperationKind::ProfilePatch);
        band.refresh();
        QCOMPARE(band.kind(), Kind::None);
    }

    void theGravestComesFirst()
    {
        FakeAccount fake;
        fake.cache.privacyRows.rules = WorkspaceRules();
        fake.cache.privacyRows.rules->minimumVersion = u"99"_s;
        RightsRequest request;
        request.id = RequestId::create();
        request.person = fake.self.id;
        request.kind = RightsKind::Restriction;
        request.state = RightsRequest::State::Answered;
        request.closedAt = 5;
        fake.cache.privacyRows.requests = {request};
        Shown shown(fake);
        StandingBand &band = shown.band;
        QCOMPARE(band.kind(), Kind::TooOld);
        fake.cache.privacyRows.rules->minimumVersion.clear();
        ChangeSet changes;
        changes.privacy = true;
        Q_EMIT fake.cache.changed(changes);
        deliver();
        band.refresh();
        QCOMPARE(band.kind(), Kind::Restricted);
        QSignalSpy wanted(&band, &StandingBand::pageRequested);
        band.findChild<QPushButton *>(u"standingOpen"_s)->click();
        QCOMPARE(wanted.first().first().toString(), u"requests"_s);
    }
};
CHATOPS_TEST(TestStandingBand)

#include "teststandingband.moc"
