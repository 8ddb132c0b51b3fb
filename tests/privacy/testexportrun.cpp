// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/exportrun.h"
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestExportRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsCancelledBeforeItHasANumberGoesOnTheServer()
    {
        FakeAccount account;
        ConsentGate gate;
        UsageCounter usage(gate);
        NetworkLedger ledger;
        ExportRun run({&account.cache, &account.outbox, &account.backend, &ledger, &usage, {}, {}});
        const auto answer = std::make_shared<QPromise<Result<QJsonObject>>>();
        answer->start();
        account.backend.heldWish = answer;
        run.start(u"access"_s, u"/nowhere/pack.zip"_s);
        QCOMPARE(account.backend.wishes.last().first, AccountWish::BeginExport);
        run.cancel();
        QCOMPARE(run.state(), ExportRun::State::Idle);
        QCOMPARE(account.backend.wishes.size(), 1); // Nobody knows yet which one it is.
        answer->addResult(Result<QJsonObject>(QJsonObject{{"id"_L1, u"17"_s}, {"state"_L1, u"running"_s}}));
        answer->finish();
        deliver();
        QCOMPARE(account.backend.wishes.last(), std::pair(AccountWish::RemoveExport, u"17"_s));
        QCOMPARE(run.state(), ExportRun::State::Idle);
    }
};
CHATOPS_TEST(TestExportRun)

#include "testexportrun.moc"
