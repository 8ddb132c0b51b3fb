// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "models/operations.h"
#include "server/hub/database.h"
#include "server/hub/files.h"
#include "server/hub/importer.h"
#include "server/hub/limits.h"
#include "server/hub/securitylog.h"
#include "sync/httpclient.h"
#include "tests/support/client.h"
#include "tests/support/rawclient.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// What one person, one address and everybody together may take of the server, and what is written down
/// about those who try; over real sockets.
class TestQuotas : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServerProcess> m_server;

    SignedIn enter(const QString &who)
    {
        return *await(signIn(m_server->url(), {who, QString::fromLatin1(ServerProcess::Password)}, nullptr));
    }
    [[nodiscard]] QString audit(const QStringList &more = {})
    {
        return m_server->command(QStringList{u"audit"_s} + more);
    }
    /// The number behind a name in /metrics.
    [[nodiscard]] qint64 metric(const QByteArray &name)
    {
        HttpClient http(m_server->url(), nullptr);
        const auto text = await(http.get(u"/metrics"_s, {}, {}));
        const qsizetype at = text ? text->indexOf("\nchatops_" + name + ' ') : -1;
        return at < 0 ? -1 : text->mid(at + name.size() + 10).split('\n').first().toLongLong();
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ServerProcess>();
        m_server->makeDemo();
    }
    void cleanup()
    {
        m_server.reset();
        m_dir.reset();
    }

    void connectionsWithoutAnAccountKeepNobodyOut()
    {
        m_server->start({u"--limit"_s, u"waiting-connections=40"_s, u"--limit"_s, u"connections=60"_s});
        Client ana(*m_server, u"ana"_s, m_dir->filePath(u"ana"_s));
        ana.open();
        // Five times as many as may wait, some silent, some sending a byte now and then.
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        for (int i = 0; i < 200; ++i) {
            crowd.push_back(std::make_unique<QTcpSocket>());
            crowd.back()->connectToHost(QHostAddress::LocalHost, m_server->port());
            if (i % 2)
                crowd.back()->write("GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        }
        QVERIFY(QTest::qWaitFor(
            [&] {
                for (const auto &one : crowd) {
                    if (one->state() == QAbstractSocket::ConnectedState)
                        one->write("x");
                }
                return metric("connections_gave_way_total") >= 150;
            },
            Patience));
        const qint64 waiting = metric("connections_waiting");
        QVERIFY2(waiting > 0 && waiting <= 41, QByteArray::number(waiting).constData());
        // Somebody new gets in, and who was in has noticed nothing.
        Client mika(*m_server, u"mika"_s, m_dir->filePath(u"mika"_s));
        mika.open();
        (void)mika.post(mika.channel(u"general"_s), u"still here"_s);
        mika.waitSettled();
        QVERIFY(QTest::qWaitFor(
            [&] {
                const QList<Message> messages = ana.messages(ana.channel(u"general"_s));
                return std::any_of(messages.begin(), messages.end(),
                                   [](const Message &one) { return one.text == u"still here"; });
            },
            Patience));
    }

    void halfSentUploadsOfAGuestKeepNobodyFromSigningIn()
    {
        m_server->start({u"--limit"_s, u"upload-memory=30000000"_s, u"--limit"_s,
                         u"upload-memory-per-person=8000000"_s, u"--limit"_s,
                         u"upload-memory-reserve=2000000"_s});
        const SignedIn guest = enter(u"layla"_s);
        std::vector<std::unique_ptr<QTcpSocket>> uploads;
        for (int i = 0; i < 20; ++i) {
            uploads.push_back(std::make_unique<QTcpSocket>());
            uploads.back()->connectToHost(QHostAddress::LocalHost, m_server->port());
            uploads.back()->write("PUT /v1/files/" + FileId::create().toString().toLatin1()
                                  + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + guest.access.toLatin1()
                                  + "\r\nContent-Length: 20000000\r\n\r\n" + QByteArray(3'000'000, 'x'));
        }
        QVERIFY(QTest::qWaitFor([&] { return metric("upload_memory_bytes") >= 5'000'000; }, Patience));
        QVERIFY(metric("upload_memory_bytes") <= 8'000'000);
        const SignedIn mika = enter(u"mika"_s);
        QVERIFY(!mika.access.isEmpty());
        HttpClient http(m_server->url(), nullptr);
        VERIFY_OK(await(http.put(u"/v1/files/"_s + FileId::create().toString(), QByteArray(4'000'000, 'y'),
                                 mika.access)));
    }

    void filesHaveAPlaceInAQuota()
    {
        m_server->start(
            {u"--limit"_s, u"unattached-files=3"_s, u"--limit"_s, u"file-bytes-per-person=4000000"_s});
        const SignedIn mika = enter(u"mika"_s);
        HttpClient http(m_server->url(), nullptr);
        const auto put = [&](qsizetype bytes) {
            return await(
                http.put(u"/v1/files/"_s + FileId::create().toString(), QByteArray(bytes, 'x'), mika.access));
        };
        VERIFY_OK(put(2'000'000));
        const auto large = put(3'000'000);
        QVERIFY(!large && large.error().message.contains(u"one person may use"_s));
        VERIFY_OK(put(1'000));
        VERIFY_OK(put(1'000));
        const auto fourth = put(1'000);
        QVERIFY(!fourth && fourth.error().message.contains(u"wait for their message"_s));
        // Somebody else has a quota of their own.
        const SignedIn ana = enter(u"ana"_s);
        VERIFY_OK(await(http.put(u"/v1/files/"_s + FileId::create().toString(), "x", ana.access)));
        QVERIFY(metric("files_unattached") == 4);
    }

    void aRefusedQuotaKeepsTheMessageAndSaysWhy()
    {
        m_server->start({u"--limit"_s, u"file-bytes-per-person=1048576"_s});
        Client mika(*m_server, u"mika"_s, m_dir->filePath(u"mika"_s));
        mika.open();
        FileRef file{FileId::create(), u"large.bin"_s, u"application/octet-stream"_s, 2'000'000};
        const Operation post = Make::post(mika.channel(u"general"_s), u"with a file"_s, {}, {file});
        VERIFY_OK(await(mika.store().outbox()->submit(post, {{file.id, QByteArray(2'000'000, 'x')}})));
        QList<PendingOperation> pending;
        QVERIFY(QTest::qWaitFor(
            [&] {
                pending = await(mika.store().outbox()->pending()).value();
                return !pending.isEmpty() && pending[0].state == PendingOperation::State::Refused;
            },
            Patience));
        QVERIFY2(pending[0].message.contains(u"one person may use"_s), qPrintable(pending[0].message));
    }

    void aFullDiskTakesNoFilesAndTellsWhy()
    {
        m_server->start({u"--limit"_s, u"disk-reserve=1000000000000"_s});
        const SignedIn mika = enter(u"mika"_s);
        HttpClient http(m_server->url(), nullptr);
        const auto refused = await(http.put(u"/v1/files/"_s + FileId::create().toString(), "x", mika.access));
        QVERIFY(!refused && refused.error().message.contains(u"disk is nearly full"_s));
    }

    void limitsAreCheckedAtTheStart()
    {
        for (const QString &wrong :
             {u"unknown=3"_s, u"connections=1"_s, u"connections"_s, u"connections=many"_s}) {
            QProcess process;
            process.start(QStringLiteral(CHATOPS_SERVER_PROGRAM),
                          {u"--data"_s, m_server->dataPath(), u"serve"_s, u"--limit"_s, wrong});
            QVERIFY(process.waitForFinished(Patience));
            QCOMPARE(process.exitCode(), 2);
        }
        QFile manual(QStringLiteral(CHATOPS_SOURCE_DIR "/docs/operations.md"));
        QVERIFY(manual.open(QIODevice::ReadOnly));
        const QByteArray text = manual.readAll();
        for (const Server::LimitRow &row : Server::limitRows())
            QVERIFY2(text.contains(QByteArray("`") + row.name + "` | " + QByteArray::number(row.usual)),
                     row.name);
    }

    void whatMattersLeavesATrace()
    {
        m_server->start();
        const SignedIn mika = enter(u"mika"_s);
        QVERIFY(!await(signIn(m_server->url(), {u"mika"_s, u"not the password"_s}, nullptr)));
        QVERIFY(!await(signIn(m_server->url(), {u"hunter2"_s, u"a password in the wrong field"_s}, nullptr)));
        Client ana(*m_server, u"ana"_s, m_dir->filePath(u"ana"_s));
        ana.open();
        const ChannelId incident = ana.channel(u"incident-review"_s);
        (void)ana.submit(Operation::make(OperationKind::ChannelRemove, incident.uuid(),
                                         {{"person"_L1, mika.person.id.toString()}}));
        ana.waitSettled();
        {
            RawClient hostile(m_server->port());
            Frame::Hello hello;
            hello.token = mika.access;
            hello.device = mika.device;
            hello.cursor = await(ana.store().replica()->position())->cursor;
            hostile.send(hello);
            hostile.send(Frame::Operations{{Make::post(incident, u"not for me"_s)}});
            QVERIFY(QTest::qWaitFor([&] { return !hostile.all<Frame::Verdicts>().isEmpty(); }, Patience));
        }
        m_server->command({u"user"_s, u"role"_s, u"mika"_s, u"admin"_s});
        m_server->command({u"invite"_s});
        const QString log = audit();
        for (const QString &kind :
             {u"sign_in\t@mika"_s, u"sign_in.failed"_s, u"member.removed\t@ana\t@mika"_s,
              u"operation.denied\t@mika"_s, u"admin.role_changed"_s, u"admin.invitation_made"_s})
            QVERIFY2(log.contains(kind), qPrintable(kind + u"\n"_s + log));
        QVERIFY2(!log.contains(u"hunter2"_s) && !log.contains(u"not for me"_s)
                     && !log.contains(u"password in"_s),
                 qPrintable(log));
        QVERIFY(audit({u"--verify"_s}).contains(u"one chain"_s));
        // Every line is JSON; every line is RFC 5424.
        const auto lines = [this](const QString &format) {
            return audit({u"--format"_s, format}).split(u'\n', Qt::SkipEmptyParts);
        };
        QCOMPARE(lines(u"json"_s).size(), lines(u"text"_s).size());
        QCOMPARE(lines(u"syslog"_s).size(), lines(u"text"_s).size());
        for (const QString &line : lines(u"json"_s))
            QVERIFY(parseJson(line.toUtf8(), {64 * 1024, 4}).has_value());
        static const QRegularExpression rfc5424(
            u"^<\\d{1,3}>1 \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z \\S+ chatops-server - \\S+ "
            u"\\[chatops@32473( [a-z]+=\"([^\"\\\\\\]]|\\\\[\"\\\\\\]])*\")+\\] .*$"_s);
        for (const QString &line : lines(u"syslog"_s))
            QVERIFY2(rfc5424.match(line).hasMatch(), qPrintable(line));
        QCOMPARE(audit({u"--kind"_s, u"sign_in.failed"_s}).count(u'\n'), 1); // One a minute and address.
    }

    void whatWasChangedInTheLogIsFound()
    {
        m_server->start();
        (void)enter(u"mika"_s);
        (void)enter(u"ana"_s);
        m_server->stop();
        const Server::DataFolder folder = *Server::DataFolder::open(m_server->dataPath());
        {
            const auto db = folder.connect();
            VERIFY_OK((*db)->run(
                u"UPDATE security_log SET actor_name = '@eve' WHERE kind = 'sign_in' AND actor_name = '@mika'"_s));
        }
        QProcess process;
        process.start(QStringLiteral(CHATOPS_SERVER_PROGRAM),
                      {u"--data"_s, m_server->dataPath(), u"audit"_s, u"--verify"_s});
        QVERIFY(process.waitForFinished(Patience));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("changed or taken out"));
    }

    void whatIsOldGoesAndTheRestIsOneChain()
    {
        m_server->start();
        (void)enter(u"mika"_s);
        (void)enter(u"ana"_s);
        m_server->stop();
        const auto db = (*Server::DataFolder::open(m_server->dataPath())).connect();
        VERIFY_OK(db);
        const qint64 all = (*db)->value(u"SELECT count(*) FROM security_log"_s)->toLongLong();
        QVERIFY(all >= 2);
        VERIFY_OK(Server::trimSecurity(**db, QDateTime::currentMSecsSinceEpoch() + DayMillis));
        QCOMPARE((*db)->value(u"SELECT count(*) FROM security_log"_s)->toLongLong(), 1);
        QCOMPARE(Server::firstBrokenSecurity(**db).value(), 0);
        VERIFY_OK(
            Server::appendSecurity(**db, {}, 5, {u"x"_s, {}, {}, {}, u"a\n1\tsign_in\x1b[31m\u202e"_s}));
        QCOMPARE((*db)->value(u"SELECT detail FROM security_log ORDER BY seq DESC LIMIT 1"_s)->toString(),
                 u"a 1 sign_in [31m "_s);
        QCOMPARE(Server::firstBrokenSecurity(**db).value(), 0);
        QCOMPARE((*db)->value(u"SELECT max(seq) FROM security_log"_s)->toLongLong(), all + 1);
        // What is personal is taken out at an erasure only.
        VERIFY_OK((*db)->run(u"UPDATE security_log SET salt = x'', address = '', detail = '' WHERE seq = ?"_s,
                             {all}));
        QCOMPARE(Server::firstBrokenSecurity(**db).value(), all);
    }

    void exportsOfADayAreCountedThoughTheyAreDeleted()
    {
        m_server->start({u"--limit"_s, u"exports-per-day=2"_s});
        const SignedIn mika = enter(u"mika"_s);
        HttpClient http(m_server->url(), nullptr);
        VERIFY_OK(
            await(http.post(u"/v1/session/confirm"_s,
                            {{"password"_L1, QString::fromLatin1(ServerProcess::Password)}}, mika.access)));
        for (int i = 0; i < 2; ++i) {
            const auto job = await(http.post(u"/v1/exports"_s, {{"scope"_L1, u"access"_s}}, mika.access));
            VERIFY_OK(job);
            VERIFY_OK(await(http.remove(u"/v1/exports/"_s + job->value("id"_L1).toString(), mika.access)));
        }
        const auto third = await(http.post(u"/v1/exports"_s, {{"scope"_L1, u"access"_s}}, mika.access));
        QVERIFY(!third && third.error().code == ErrorCode::Throttled);
    }

    void theLogCanBeSentOn()
    {
        m_server->start();
        (void)enter(u"mika"_s);
        QTcpServer syslog;
        QVERIFY(syslog.listen(QHostAddress::LocalHost));
        QByteArray got;
        connect(&syslog, &QTcpServer::newConnection, &syslog, [&] {
            QTcpSocket *socket = syslog.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&got, socket] { got += socket->readAll(); });
        });
        QProcess process;
        process.start(QStringLiteral(CHATOPS_SERVER_PROGRAM),
                      {u"--data"_s, m_server->dataPath(), u"audit"_s, u"--send"_s,
                       u"127.0.0.1:%1"_s.arg(syslog.serverPort())});
        QVERIFY(QTest::qWaitFor(
            [&] { return process.state() == QProcess::NotRunning && got.contains("sign_in"); }, Patience));
        QCOMPARE(process.exitCode(), 0);
        // RFC 6587: each message behind its length.
        while (!got.isEmpty()) {
            const qsizetype space = got.indexOf(' ');
            const qsizetype length = got.first(space).toLongLong();
            QVERIFY(length > 20 && got.size() >= space + 1 + length);
            QVERIFY(got.mid(space + 1, length).startsWith('<'));
            got = got.sliced(space + 1 + length);
        }
    }

    void whoClosesAnAccountHasItsDevicesEmptied()
    {
        m_server->start();
        Client mika(*m_server, u"mika"_s, m_dir->filePath(u"mika"_s));
        mika.open();
        QSignalSpy wiped(&mika.backend(), &Backend::wipeRequested);
        m_server->command({u"user"_s, u"close"_s, u"mika"_s});
        QVERIFY(QTest::qWaitFor([&] { return !wiped.isEmpty(); }, Patience));
        QVERIFY(m_server->command({u"user"_s, u"list"_s}).contains(u"closed"_s));
        // A closed account gets no password; it can be opened again.
        (void)m_server->command({u"user"_s, u"password"_s, u"mika"_s}, u"another-horse-9"_s, 1);
        m_server->command({u"user"_s, u"reopen"_s, u"mika"_s}, u"another-horse-9"_s);
        QVERIFY(await(signIn(m_server->url(), {u"mika"_s, u"another-horse-9"_s}, nullptr)).has_value());
    }

    void aDeviceThatWasAwayIsEmptiedAtItsNextContact()
    {
        m_server->start();
        const SignedIn mika = enter(u"mika"_s);
        const SignedIn sam = enter(u"sam"_s);
        m_server->command({u"user"_s, u"close"_s, u"mika"_s});
        m_server->command({u"user"_s, u"close"_s, u"sam"_s, u"--keep-devices"_s});
        // Nobody could undo it.
        (void)m_server->command({u"user"_s, u"close"_s, u"ana"_s}, {}, 1);
        HttpClient http(m_server->url(), nullptr);
        const auto gone = await(http.post(u"/v1/session/refresh"_s, {{"refresh"_L1, mika.refresh}}));
        QVERIFY(!gone && gone.error().detail == u"wiped"_s);
        const auto ended = await(http.post(u"/v1/session/refresh"_s, {{"refresh"_L1, sam.refresh}}));
        QVERIFY(!ended && ended.error().code == ErrorCode::Unauthenticated
                && ended.error().detail != u"wiped"_s);
    }

    void aPersonSeesAndEndsTheirSessionsAndChangesTheirPassword()
    {
        m_server->start();
        const SignedIn here = enter(u"mika"_s);
        const SignedIn lost = enter(u"mika"_s);
        const SignedIn ana = enter(u"ana"_s);
        HttpClient http(m_server->url(), nullptr);
        const auto listed = await(http.get(u"/v1/sessions"_s, {}, here.access));
        VERIFY_OK(listed);
        const QJsonArray sessions = parseJson(*listed, {64 * 1024, 6})->value("sessions"_L1).toArray();
        QCOMPARE(sessions.size(), 2);
        QString other;
        for (const auto &value : sessions) {
            if (!value.toObject().value("this"_L1).toBool())
                other = value.toObject().value("id"_L1).toString();
        }
        QVERIFY(!await(http.remove(u"/v1/sessions/"_s + other, ana.access))); // Nobody else's.
        VERIFY_OK(await(http.remove(u"/v1/sessions/"_s + other, here.access)));
        QVERIFY(!await(http.get(u"/v1/sessions"_s, {}, lost.access)));
        const auto change = [&](const QString &password) {
            return await(http.post(u"/v1/password"_s, {{"password"_L1, password}}, here.access));
        };
        QVERIFY(!change(u"a-better-horse-7"_s)); // The old one first.
        VERIFY_OK(
            await(http.post(u"/v1/session/confirm"_s,
                            {{"password"_L1, QString::fromLatin1(ServerProcess::Password)}}, here.access)));
        QVERIFY(!change(u"password"_s));
        const SignedIn third = enter(u"mika"_s);
        VERIFY_OK(change(u"a-better-horse-7"_s));
        QVERIFY(!await(http.get(u"/v1/sessions"_s, {}, third.access))); // Whoever knew the old one is out.
        VERIFY_OK(await(http.get(u"/v1/sessions"_s, {}, here.access)));
        QVERIFY(await(signIn(m_server->url(), {u"mika"_s, u"a-better-horse-7"_s}, nullptr)).has_value());
        QVERIFY(audit().contains(u"password.changed\t@mika"_s));
    }

    void guestsTakeOverNoPacks()
    {
        m_server->start();
        HttpClient http(m_server->url(), nullptr);
        for (const QString &who : {u"layla"_s, u"mika"_s}) {
            const SignedIn person = enter(who);
            VERIFY_OK(await(http.post(u"/v1/session/confirm"_s,
                                      {{"password"_L1, QString::fromLatin1(ServerProcess::Password)}},
                                      person.access)));
            const auto ticket = await(http.post(u"/v1/tickets"_s, {}, person.access));
            QVERIFY(!ticket && ticket.error().code == ErrorCode::Forbidden);
        }
    }

    void guestsKnowWhomTheyMet()
    {
        m_server->addUser(u"zoe"_s, u"Zoe Unmet"_s);
        m_server->start();
        const auto db = (*Server::DataFolder::open(m_server->dataPath())).connect();
        VERIFY_OK(db);
        const auto zoe =
            PersonId::fromBytes((*db)->value(u"SELECT id FROM person WHERE handle = 'zoe'"_s)->toByteArray());
        Client layla(*m_server, u"layla"_s, m_dir->filePath(u"layla"_s));
        Client mika(*m_server, u"mika"_s, m_dir->filePath(u"mika"_s));
        layla.open();
        mika.open();
        const auto knows = [&zoe](Client &who) {
            return !await(who.store().cache()->people({zoe}))->value(zoe).handle.isEmpty();
        };
        QVERIFY(knows(mika));
        QVERIFY(!knows(layla));
        // A change of hers is not for a guest either.
        m_server->command({u"user"_s, u"role"_s, u"zoe"_s, u"admin"_s});
        const QString room = [&] {
            for (const ChannelRow &row : layla.channels()) {
                if (row.joined && row.channel.kind != ChannelKind::Direct)
                    return row.channel.name;
            }
            return QString();
        }();
        QVERIFY(!room.isEmpty());
        QVERIFY(!knows(layla));
        m_server->command({u"channel"_s, u"join"_s, room, u"zoe"_s});
        QVERIFY(QTest::qWaitFor([&] { return knows(layla); }, Patience));
    }

    void aPasswordThatIsBeingChangedOpensNothing()
    {
        m_server->start();
        const SignedIn here = enter(u"mika"_s);
        HttpClient http(m_server->url(), nullptr);
        VERIFY_OK(
            await(http.post(u"/v1/session/confirm"_s,
                            {{"password"_L1, QString::fromLatin1(ServerProcess::Password)}}, here.access)));
        // Compared before, answered behind, and everything in between: hashing takes several threads' time.
        std::vector<Reply<SignedIn>> entering;
        const auto more = [&](int count) {
            for (int i = 0; i < count; ++i)
                entering.push_back(signIn(
                    m_server->url(), {u"mika"_s, QString::fromLatin1(ServerProcess::Password)}, nullptr));
        };
        more(3);
        const auto changing =
            http.post(u"/v1/password"_s, {{"password"_L1, u"a-better-horse-7"_s}}, here.access);
        more(6);
        VERIFY_OK(await(changing));
        for (const Reply<SignedIn> &one : entering) {
            const Result<SignedIn> in = await(one);
            if (in)
                QVERIFY(!await(http.get(u"/v1/sessions"_s, {}, in->access)));
        }
        VERIFY_OK(await(http.get(u"/v1/sessions"_s, {}, here.access)));
    }

    void aTokenThatSomebodyElseUsedNamesItsPerson()
    {
        m_server->start();
        const SignedIn mika = enter(u"mika"_s);
        HttpClient http(m_server->url(), nullptr);
        const auto renew = [&](const QString &token) {
            return await(http.post(u"/v1/session/refresh"_s, {{"refresh"_L1, token}}));
        };
        const auto next = renew(mika.refresh);
        VERIFY_OK(next);
        VERIFY_OK(await(http.get(u"/v1/sessions"_s, {}, next->value("access"_L1).toString())));
        QVERIFY(!renew(mika.refresh));
        QVERIFY2(audit({u"--kind"_s, u"token.reused"_s}).contains(u"@mika"), qPrintable(audit()));
    }

    void invitationsAreListedAndRevoked()
    {
        const QString code = m_server->command({u"invite"_s}).trimmed();
        const QString list = m_server->command({u"invite"_s, u"list"_s});
        QCOMPARE(list.count(u'\n'), 1);
        QVERIFY(!list.contains(code));
        m_server->command({u"invite"_s, u"revoke"_s, list.section(u'\t', 0, 0)});
        QCOMPARE(m_server->command({u"invite"_s, u"list"_s}), QString());
        const QString second = m_server->command({u"invite"_s}).trimmed();
        m_server->command({u"invite"_s, u"revoke"_s, second});
        QCOMPARE(m_server->command({u"invite"_s, u"list"_s}), QString());
    }

    void aWorkspaceIsRenamedAndItsOwnerIsInItsFirstChannel()
    {
        ServerProcess fresh;
        fresh.addUser(u"ana"_s, u"Ana Lind"_s, u"owner"_s);
        fresh.command({u"channel"_s, u"add"_s, u"general"_s});
        fresh.command({u"workspace"_s, u"rename"_s, u"Northwind & Co"_s});
        QVERIFY(fresh.command({u"workspace"_s, u"list"_s}).startsWith(u"Northwind & Co\t"_s));
        (void)fresh.command({u"workspace"_s, u"rename"_s, u"\u200b"_s}, {}, 1);
        fresh.start();
        Client ana(fresh, u"ana"_s, m_dir->filePath(u"ana"_s));
        QCOMPARE(ana.account().workspaceName, u"Northwind & Co"_s);
        ana.open();
        QVERIFY(ana.channel(u"general"_s));
    }
};
CHATOPS_TEST(TestQuotas)

#include "testquotas.moc"
