// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/ledgerwatch.h"
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"

#include <QSignalSpy>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// What a device remembers of the ledger of choices.
class TestLedgerWatch : public QObject {
    Q_OBJECT
private:
    using Verdict = LedgerWatch::Verdict;
    FakeAccount m_fake;

    static PrivacyRows rows(int entries, const QString &key = u"key"_s, const QString &mark = {})
    {
        PrivacyRows made;
        made.rules = WorkspaceRules();
        made.rules->signingKey = key;
        for (int i = 1; i <= entries; ++i) {
            ConsentRecord record;
            record.number = i;
            record.hash = u"%1%2"_s.arg(mark).arg(i);
            made.consents.append(record);
        }
        return made;
    }

private Q_SLOTS:
    void init() { m_fake.cache.notes.clear(); }

    void whatGrowsIsSoundAndWhatShrinksIsNot()
    {
        {
            LedgerWatch watch(m_fake.cache);
            watch.look(rows(2));
            QTRY_COMPARE(watch.verdict(), Verdict::Sound);
            watch.look(rows(3));
            QCOMPARE(watch.verdict(), Verdict::Sound);
            QCOMPARE(watch.reached(), 3);
        }
        // At the next start the last entry is missing.
        LedgerWatch watch(m_fake.cache);
        QSignalSpy changed(&watch, &LedgerWatch::changed);
        watch.look(rows(2));
        QTRY_COMPARE(watch.verdict(), Verdict::CutOff);
        QVERIFY(!changed.isEmpty());
        // What came instead is not it either, and looking again forgets nothing.
        watch.look(rows(5, u"key"_s, u"x"_s));
        QCOMPARE(watch.verdict(), Verdict::CutOff);
        watch.look(rows(3));
        QCOMPARE(watch.verdict(), Verdict::Sound);
        watch.look(rows(1));
        QCOMPARE(watch.verdict(), Verdict::CutOff);
        watch.accept();
        QCOMPARE(watch.verdict(), Verdict::Sound);
        QCOMPARE(watch.reached(), 1);
    }

    void anotherKeyIsNoticed()
    {
        LedgerWatch watch(m_fake.cache);
        watch.look(rows(0));
        QTRY_COMPARE(watch.verdict(), Verdict::Sound);
        watch.look(rows(0, u"another"_s));
        QCOMPARE(watch.verdict(), Verdict::KeyChanged);
        // Nothing is remembered from a ledger that does not fit.
        LedgerWatch later(m_fake.cache);
        later.look(rows(0, u"another"_s));
        QTRY_COMPARE(later.verdict(), Verdict::KeyChanged);
        later.accept();
        QCOMPARE(later.verdict(), Verdict::Sound);
    }

    void nothingIsSaidBeforeTheRulesAreThere()
    {
        LedgerWatch watch(m_fake.cache);
        watch.look(PrivacyRows());
        QCOMPARE(watch.verdict(), Verdict::Unknown);
        watch.look(rows(1));
        QTRY_COMPARE(watch.verdict(), Verdict::Sound);
    }

    void whatCannotBeReadIsNotOverwritten()
    {
        m_fake.cache.notes.insert(u"ledger"_s, R"({"key":"key","number":2,"hash":"2"})");
        m_fake.cache.failing = true;
        LedgerWatch watch(m_fake.cache);
        watch.look(rows(1));
        QCOMPARE(watch.verdict(), Verdict::Unknown);
        QVERIFY(m_fake.cache.notes.value(u"ledger"_s).contains("\"number\":2"));
        m_fake.cache.failing = false;
    }
};
CHATOPS_TEST(TestLedgerWatch)

#include "testledgerwatch.moc"
