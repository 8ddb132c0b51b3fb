// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/accounts.h"
#include "server/hub/authenticator.h"
#include "server/hub/serverschema.h"
#include "tests/support/registry.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Server;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestAccounts : public QObject {
    Q_OBJECT
private:
    TestClock m_clock{1'000'000'000};
    std::unique_ptr<Connection> m_db;
    WorkspaceId m_workspace;
    PersonId m_person;
    std::unique_ptr<Accounts> m_accounts;

private Q_SLOTS:
    void init()
    {
        m_db = std::move(*Connection::open({u":memory:"_s, false, false}, Secret()));
        VERIFY_OK(migrateServer(*m_db));
        m_workspace = Workspace::create(*m_db, u"w"_s).value();
        m_person = Workspace(*m_db, m_workspace, m_clock)
                       .addPerson(u"Ana"_s, u"ana"_s, Role::Member, u"-"_s)
                       .value();
        m_accounts = std::make_unique<Accounts>(*m_db, m_clock);
    }

    void passwordsAreArgon2idAndComparedAsNormalized()
    {
        const QString hash = hashPassword(u"pässword-é"_s);
        QVERIFY(hash.startsWith(u"$argon2id$"_s));
        QVERIFY(verifyPassword(hash, u"pässword-é"_s.normalized(QString::NormalizationForm_D)));
        QVERIFY(!verifyPassword(hash, u"passwort"_s));
        QVERIFY(!verifyPassword(nobodysHash(), u"anything"_s));
        QVERIFY(!verifyPassword(QString(), u"anything"_s));
    }

    void tokensRotateAndExpire()
    {
        const Tokens first = m_accounts->startSession(m_person, DeviceId::create(), u"test"_s).value();
        QCOMPARE(m_accounts->authenticate(first.access)->person, m_person);
        const Tokens second = m_accounts->refresh(first.refresh).value();
        QVERIFY(!m_accounts->authenticate(first.access));
        QVERIFY(m_accounts->authenticate(second.access));
        m_clock.at += AccessLifetime;
        QVERIFY(!m_accounts->authenticate(second.access));
        QVERIFY(m_accounts->refresh(second.refresh));
    }

    void aLostAnswerSignsNobodyOut()
    {
        const Tokens first = m_accounts->startSession(m_person, DeviceId::create(), {}).value();
        VERIFY_OK(m_accounts->authenticate(first.access));
        VERIFY_OK(m_accounts->refresh(first.refresh)); // The answer never arrives.
        const auto again = m_accounts->refresh(first.refresh);
        VERIFY_OK(again);
        VERIFY_OK(m_accounts->authenticate(again->access));
    }

    void reuseOfAnOldTokenRevokesTheSession()
    {
        const Tokens first = m_accounts->startSession(m_person, DeviceId::create(), {}).value();
        const Tokens second = m_accounts->refresh(first.refresh).value();
        VERIFY_OK(m_accounts->authenticate(second.access)); // It has arrived.
        QVERIFY(!m_accounts->refresh(first.refresh)); // A copy in somebody else's hands.
        QVERIFY(!m_accounts->authenticate(second.access));
        QVERIFY(!m_accounts->refresh(second.refresh));
    }

    void noTokenIsStored()
    {
        const Tokens tokens = m_accounts->startSession(m_person, DeviceId::create(), {}).value();
        VERIFY_OK(m_db->rows(u"SELECT access, refresh FROM session"_s, {}, [&](const SqlRow &row) {
            [&] {
                QVERIFY(row.bytes(0) != tokens.access.toUtf8());
                QVERIFY(row.bytes(1) != tokens.refresh.toUtf8());
            }();
            return true;
        }));
    }

    void invitationsRunOut()
    {
        const QString code = m_accounts->makeInvite(m_workspace, Role::Member, 1000, 2).value();
        QVERIFY(m_accounts->useInvite(code)->has_value());
        QVERIFY(m_accounts->useInvite(code)->has_value());
        QVERIFY(!m_accounts->useInvite(code)->has_value());
        const QString late = m_accounts->makeInvite(m_workspace, Role::Guest, 1000, 1).value();
        m_clock.at += 1001;
        QVERIFY(!m_accounts->useInvite(late)->has_value());
        QVERIFY(!m_accounts->useInvite(u"made up"_s)->has_value());
    }

    void guessingSlowsDown()
    {
        AttemptLimiter limiter(m_clock);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(limiter.wait(u"ana"_s, u"10.0.0.1"_s), 0);
            limiter.failed(u"ana"_s, u"10.0.0.1"_s);
        }
        const qint64 first = limiter.wait(u"ana"_s, u"10.0.0.2"_s);
        QVERIFY(first > 0);
        m_clock.at += first;
        QCOMPARE(limiter.wait(u"ana"_s, u"10.0.0.2"_s), 0);
        limiter.failed(u"ana"_s, u"10.0.0.2"_s);
        QVERIFY(limiter.wait(u"ana"_s, u"10.0.0.2"_s) >= 2 * first);
        QCOMPARE(limiter.wait(u"jonas"_s, u"10.0.0.2"_s), 0);
        // An office behind one address signs in all morning.
        for (int i = 0; i < 500; ++i) {
            const QString name = u"person%1"_s.arg(i);
            QCOMPARE(limiter.wait(name, u"10.0.0.9"_s), 0);
            limiter.failed(name, u"10.0.0.9"_s);
            limiter.succeeded(name, u"10.0.0.9"_s);
        }
        limiter.succeeded(u"ana"_s, u"10.0.0.1"_s);
        QCOMPARE(limiter.wait(u"ana"_s, u"10.0.0.3"_s), 0);
        for (int i = 0; i < 60; ++i)
            limiter.failed(u"name%1"_s.arg(i), u"10.0.0.9"_s);
        QVERIFY(limiter.wait(u"another"_s, u"10.0.0.9"_s) > 0);
    }
};
CHATOPS_TEST(TestAccounts)

#include "testaccounts.moc"
