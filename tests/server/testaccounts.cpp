// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/accounts.h"
#include "server/hub/authenticator.h"
#include "server/hub/passwords.h"
#include "server/hub/serverschema.h"
#include "server/net/doorkeeper.h"
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
        const qint64 first = limiter.wait(u"ana"_s, u"10.0.0.1"_s);
        QVERIFY(first > 0);
        m_clock.at += first;
        QCOMPARE(limiter.wait(u"ana"_s, u"10.0.0.1"_s), 0);
        limiter.failed(u"ana"_s, u"10.0.0.1"_s);
        QVERIFY(limiter.wait(u"ana"_s, u"10.0.0.1"_s) >= 2 * first);
        QCOMPARE(limiter.wait(u"jonas"_s, u"10.0.0.1"_s), 0);
        limiter.succeeded(u"ana"_s, u"10.0.0.1"_s);
        QCOMPARE(limiter.wait(u"ana"_s, u"10.0.0.1"_s), 0);
    }

    void whoGuessesLocksNobodyElseOut()
    {
        AttemptLimiter limiter(m_clock);
        for (int i = 0; i < 40; ++i)
            limiter.failed(u"ana"_s, u"203.0.113.9"_s);
        QVERIFY(limiter.wait(u"ana"_s, u"203.0.113.9"_s) > 60'000);
        QCOMPARE(limiter.wait(u"ana"_s, u"10.0.0.1"_s), 0);
        // From very many addresses at once: the person waits a little, and not with a device of theirs.
        for (int i = 0; i < 5'000; ++i)
            limiter.failed(u"ana"_s, u"198.51.100.%1"_s.arg(i));
        const qint64 wait = limiter.wait(u"ana"_s, u"10.0.0.1"_s);
        QVERIFY(wait > 0 && wait <= 10'000);
        QCOMPARE(limiter.wait(u"ana"_s, u"10.0.0.1"_s, true), 0);
        // Behind one address with whoever guesses, as behind a proxy that was not named.
        for (int i = 0; i < 200; ++i)
            limiter.failed(u"name%1"_s.arg(i), u"127.0.0.1"_s);
        QVERIFY(limiter.wait(u"jonas"_s, u"127.0.0.1"_s) > 0);
        QCOMPARE(limiter.wait(u"jonas"_s, u"127.0.0.1"_s, true), 0);
        // A copied device id is no way to guess without end.
        for (int i = 0; i < 60; ++i)
            limiter.failed(u"jonas"_s, u"127.0.0.1"_s);
        QVERIFY(limiter.wait(u"jonas"_s, u"127.0.0.1"_s, true) > 0);
    }

    void anOfficeBehindOneAddressSignsInAllMorning()
    {
        AttemptLimiter limiter(m_clock);
        for (int i = 0; i < 500; ++i) {
            const QString name = u"person%1"_s.arg(i);
            QCOMPARE(limiter.wait(name, u"10.0.0.9"_s), 0);
            limiter.failed(name, u"10.0.0.9"_s);
            limiter.succeeded(name, u"10.0.0.9"_s);
        }
        for (int i = 0; i < 60; ++i)
            limiter.failed(u"name%1"_s.arg(i), u"10.0.0.9"_s);
        QVERIFY(limiter.wait(u"another"_s, u"10.0.0.9"_s) > 0);
    }

    void ofIpv6ANetworkIsOneAddress()
    {
        QCOMPARE(countedAddress(QHostAddress(u"2001:db8:1:2:aaaa::1"_s)),
                 countedAddress(QHostAddress(u"2001:db8:1:2::9"_s)));
        QVERIFY(countedAddress(QHostAddress(u"2001:db8:1:3::1"_s))
                != countedAddress(QHostAddress(u"2001:db8:1:2::1"_s)));
        QCOMPARE(countedAddress(QHostAddress(u"::ffff:192.0.2.1"_s)), u"192.0.2.1"_s);
    }

    void passwordsThatAreGuessedFirstAreRefused_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("good");
        for (const QString &bad :
             {u"password"_s, u"12345678"_s, u"qwertyui"_s, u"P@ssw0rd"_s, u"aaaaaaaaaaaa"_s, u"iloveyou"_s,
              u"mika2026"_s, u"chatops1"_s, u"short"_s, QString(300, u'x')})
            QTest::newRow(qPrintable(bad.left(20))) << bad << false;
        for (const QString &good : {u"correct-horse-9"_s, u"a new password"_s, u"kx8Zq2pw"_s,
                                    u"Ein Zug nach Osnabrück"_s, u"曜木の朝ごはん三つ"_s})
            QTest::newRow(qPrintable(good)) << good << true;
    }
    void passwordsThatAreGuessedFirstAreRefused()
    {
        QFETCH(QString, password);
        QFETCH(bool, good);
        QCOMPARE(checkNewPassword(password, {u"Mika Kallio"_s, u"mika"_s}).has_value(), good);
    }

    void sessionsEndAndAreFew()
    {
        // Idle, old, or one too many: over at the next use.
        Limits limits;
        limits.set(Ceiling::SessionsPerPerson, 3);
        limits.set(Ceiling::SessionIdleDays, 10);
        limits.set(Ceiling::SessionDays, 30);
        Accounts accounts(*m_db, m_clock, &limits);
        Tokens tokens = accounts.startSession(m_person, DeviceId::create(), u"one"_s).value();
        m_clock.at += 9 * DayMillis;
        const auto next = accounts.refresh(tokens.refresh);
        VERIFY_OK(next);
        m_clock.at += 11 * DayMillis;
        Accounts::Ending ending;
        QCOMPARE(accounts.refresh(next->refresh, &ending).error().code, ErrorCode::Unauthenticated);
        QVERIFY(!ending.session.isNull() && !ending.reused); // Too old is no theft.
        tokens = accounts.startSession(m_person, DeviceId::create(), u"two"_s).value();
        for (int week = 0; week < 4; ++week) {
            m_clock.at += 7 * DayMillis;
            tokens = accounts.refresh(tokens.refresh).value();
        }
        m_clock.at += 7 * DayMillis;
        QCOMPARE(accounts.refresh(tokens.refresh).error().code, ErrorCode::Unauthenticated);
        QList<Tokens> many;
        for (int i = 0; i < 5; ++i) {
            m_clock.at += 1'000;
            many.append(accounts.startSession(m_person, DeviceId::create(), u"device %1"_s.arg(i)).value());
        }
        QCOMPARE(accounts.sessionsOf(m_person)->size(), 3);
        QVERIFY(!accounts.authenticate(many[0].access) && !accounts.authenticate(many[1].access));
        QVERIFY(accounts.authenticate(many[4].access).has_value());
        QCOMPARE(accounts.sessionsOf(m_person)->first().deviceName, u"device 4"_s);
    }
};
CHATOPS_TEST(TestAccounts)

#include "testaccounts.moc"
