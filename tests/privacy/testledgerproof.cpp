// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacyjson.h"
#include "privacy/ledgerproof.h"
#include "server/hub/privacydesk.h"
#include "server/hub/serverschema.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Server;
using namespace Qt::Literals::StringLiterals;

/// Ledgers as the real server makes them, checked without it.
class TestLedgerProof : public QObject {
    Q_OBJECT
private:
    SystemClock m_clock;
    QList<ConsentRecord> m_ledger;
    QString m_key;
    PersonId m_person;

    [[nodiscard]] QList<LedgerFault> check(const QList<ConsentRecord> &records) const
    {
        return checkLedger(records, m_person, m_key);
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::unique_ptr<Connection> db =
            std::move(*Connection::open({u":memory:"_s, false, false}, Secret()));
        QVERIFY(migrateServer(*db));
        Workspace workspace(*db, Workspace::create(*db, u"w"_s).value(), m_clock);
        PrivacyDesk desk(workspace);
        QVERIFY(desk.ensureDefaults());
        m_person = workspace.addPerson(u"p"_s, u"person"_s, Role::Member, u"-"_s).value();
        for (int i = 0; i < 5; ++i) {
            ConsentRecord record;
            record.id = ConsentId::create();
            record.person = m_person;
            record.purpose = u"storage.analytics"_s;
            record.decision = i % 2 ? Decision::Withdrawn : Decision::Given;
            record.basis = u"consent"_s;
            record.method = u"switch"_s;
            record.deviceName = u"Ana's \"laptop\" – ü"_s;
            QVERIFY(desk.record(record));
        }
        m_ledger = desk.consents(m_person).value();
        m_key = desk.rules()->signingKey;
    }

    void aLedgerOfTheServerIsSound()
    {
        QCOMPARE(m_ledger.size(), 5);
        QVERIFY(check(m_ledger).isEmpty());
        // Also after a way through files.
        QList<ConsentRecord> read;
        for (const ConsentRecord &record : std::as_const(m_ledger))
            read.append(*consentFromJson(toJson(record)));
        QVERIFY(check(read).isEmpty());
        // What waits is not part of it yet.
        ConsentRecord waiting = read.last();
        waiting.number = 0;
        read.append(waiting);
        QVERIFY(check(read).isEmpty());
    }

    void oneChangedByteIsFoundAndNamed()
    {
        for (qsizetype which = 0; which < m_ledger.size(); ++which) {
            const QJsonObject sound = toJson(m_ledger[which]);
            for (const QString &key : sound.keys()) {
                if (key == u"rev")
                    continue; // Where it stands in the server's log; says nothing of the choice.
                QList<ConsentRecord> records = m_ledger;
                QJsonObject json = sound;
                const QJsonValue value = sound.value(key);
                if (value.isDouble())
                    json.insert(key, value.toInteger() + 1);
                else if (key == u"decision")
                    json.insert(key, value.toString() == u"given" ? u"refused"_s : u"given"_s);
                else if (key == u"id" || key == u"person")
                    json.insert(key, PersonId::create().toString());
                else if (key == u"device")
                    json.insert(key, DeviceId::create().toString());
                else if (key == u"signature")
                    json.insert(key,
                                QString(value.toString())
                                    .replace(3, 1, value.toString()[3] == u'A' ? u"B"_s : u"A"_s));
                else if (value.toString().isEmpty())
                    json.insert(key, u"x"_s);
                else
                    json.insert(key,
                                QString(value.toString())
                                    .replace(0, 1, value.toString()[0] == u'e' ? u"f"_s : u"e"_s));
                const Result<ConsentRecord> changed = consentFromJson(json);
                QVERIFY2(changed, qPrintable(key));
                records[which] = *changed;
                const QList<LedgerFault> faults = check(records);
                QVERIFY2(!faults.isEmpty(), qPrintable(key));
                const qint64 named = key == u"number" ? changed->number : which + 1;
                QVERIFY2(std::any_of(faults.begin(), faults.end(),
                                     [named](const LedgerFault &one) { return one.number == named; }),
                         qPrintable(key));
            }
        }
    }

    void aRecordTakenOutIsMissed()
    {
        QList<ConsentRecord> records = m_ledger;
        records.removeAt(2);
        QVERIFY(check(records).contains(LedgerFault{4, LedgerFault::Kind::Missing}));
        records = m_ledger;
        records.removeFirst();
        QVERIFY(!check(records).isEmpty());
    }

    void anotherServersKeyProvesNothing()
    {
        QCOMPARE(checkLedger(m_ledger, m_person, QString::fromLatin1(QByteArray(32, 'k').toBase64())).size(),
                 5);
        QCOMPARE(checkLedger(m_ledger, m_person, {}).size(), 5);
        QCOMPARE(checkLedger(m_ledger, PersonId::create(), m_key).size(), 5);
    }
};
CHATOPS_TEST(TestLedgerProof)

#include "testledgerproof.moc"
