// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/networkledger.h"
#include "tests/support/registry.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

class TestNetworkLedger : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addsUpByHostAndPurpose()
    {
        NetworkLedger ledger;
        QSignalSpy grew(&ledger, &NetworkLedger::grew);
        ledger.exchanged(u"a.example"_s, u"sync"_s, 10, 200);
        ledger.exchanged(u"a.example"_s, u"sync"_s, 5, 0);
        ledger.exchanged(u"a.example"_s, u"files"_s, 1, 1);
        ledger.exchanged(u"b.example"_s, u"sync"_s, 7, 7);
        QCOMPARE(grew.size(), 3);
        const QList<NetworkLedger::Entry> entries = ledger.entries();
        QCOMPARE(entries.size(), 3);
        for (const NetworkLedger::Entry &entry : entries) {
            QVERIFY(entry.first > 0 && entry.first <= entry.last);
            if (entry.host == u"a.example" && entry.purpose == u"sync") {
                QCOMPARE(entry.sent, 15);
                QCOMPARE(entry.received, 200);
            }
        }
    }

    void countsEveryByteFromEveryThread()
    {
        NetworkLedger ledger;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&ledger] {
                    for (int n = 0; n < 2'000; ++n)
                        ledger.exchanged(u"host%1.example"_s.arg(n % 7), u"sync"_s, 1, 2);
                });
            }
        }
        qint64 sent = 0;
        qint64 received = 0;
        const QList<NetworkLedger::Entry> entries = ledger.entries();
        for (const NetworkLedger::Entry &entry : entries) {
            sent += entry.sent;
            received += entry.received;
        }
        QCOMPARE(entries.size(), 7);
        QCOMPARE(sent, 8'000);
        QCOMPARE(received, 16'000);
    }
};
CHATOPS_TEST(TestNetworkLedger)

#include "testnetworkledger.moc"
