// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/usagecounter.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

class TestUsageCounter : public QObject {
    Q_OBJECT
private:
    static PrivacyRows allowing(const QStringList &purposes)
    {
        PrivacyRows rows;
        rows.rules = WorkspaceRules();
        for (const QString &purpose : purposes) {
            ConsentRecord record;
            record.purpose = purpose;
            record.decision = Decision::Given;
            rows.consents.append(record);
        }
        return rows;
    }
    static QJsonObject counts(const UsageCounter &counter)
    {
        return counter.preview().value("counts"_L1).toObject();
    }

private Q_SLOTS:
    void nothingIsCountedUntilAllowed()
    {
        ConsentGate gate;
        UsageCounter counter(gate);
        for (const CountedFeature &feature : countedFeatures())
            counter.count(feature.name);
        QVERIFY(counter.isEmpty());
        gate.update(allowing({u"storage.analytics"_s}), 5'000);
        for (const CountedFeature &feature : countedFeatures())
            counter.count(feature.name);
        counter.count(u"message.sent"_s);
        counter.count(u"never.heard"_s);
        QCOMPARE(counts(counter).value("message.sent"_L1).toInteger(), 2);
        // Of announcements only with the consent for that.
        QVERIFY(!counts(counter).contains("announcement.opened"_L1));
    }

    void withdrawingForgetsWhatWasCounted()
    {
        ConsentGate gate;
        UsageCounter counter(gate);
        gate.update(allowing({u"storage.analytics"_s, u"storage.marketing"_s}), 5'000);
        counter.count(u"message.sent"_s);
        counter.count(u"announcement.opened"_s);
        gate.update(allowing({u"storage.marketing"_s}), 5'000);
        QCOMPARE(counts(counter), (QJsonObject{{"announcement.opened"_L1, 1}}));
        gate.update(allowing({}), 5'000);
        QVERIFY(counter.isEmpty());
        // Nor does a report leave that was taken a moment before.
        QVERIFY(!counter.permissionFor({{"counts"_L1, QJsonObject{{"message.sent"_L1, 3}}}})());
    }

    void whatIsShownIsWhatIsSent()
    {
        ConsentGate gate;
        UsageCounter counter(gate);
        gate.update(allowing({u"storage.analytics"_s}), 5'000);
        counter.count(u"task.made"_s);
        counter.count(u"task.made"_s);
        const QJsonObject shown = counter.preview();
        const QJsonObject sent = counter.take();
        QCOMPARE(sent, shown);
        QCOMPARE(sent, (QJsonObject{{"counts"_L1, QJsonObject{{"task.made"_L1, 2}}}}));
        QVERIFY(counter.isEmpty());
        const std::function<bool()> permission = counter.permissionFor(sent);
        QVERIFY(permission());
        gate.update(allowing({}), 5'000);
        QVERIFY(!permission());
    }
};
CHATOPS_TEST(TestUsageCounter)

#include "testusagecounter.moc"
