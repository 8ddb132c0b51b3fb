// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "models/operations.h"
#include "sync/httpclient.h"
#include "tests/support/client.h"
#include "tests/support/rawclient.h"
#include "tests/support/registry.h"

#include <QFile>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// A client that has been taken over, or was never one, against the real server:
/// it is hung up on with a reason, the server's memory stays bounded, and nobody
/// else notices anything.
class TestHostileClient : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Client> m_ana; ///< Who must not notice.
    SignedIn m_mika; ///< Whose session is misused.
    ChannelId m_general; ///< Both are in it.
    ChannelId m_secret; ///< Ana alone.
    MessageId m_word; ///< In it.
    qint64 m_memory = 0;

    [[nodiscard]] int connections() const
    {
        HttpClient http(m_server->url(), nullptr);
        const auto health = await(http.get(u"/health"_s, {}, {}));
        return health ? parseJson(*health, {})->value("connections"_L1).toInt() : -1;
    }
    [[nodiscard]] Frame::Hello hello() const
    {
        Frame::Hello frame;
        frame.token = m_mika.access;
        frame.device = m_mika.device;
        frame.workspace = m_mika.workspace;
        frame.cursor = await(m_ana->store().replica()->position())->cursor;
        return frame;
    }
    /// Everything Ana sees and the server gives her anew, as one text.
    [[nodiscard]] QString anasView()
    {
        Client fresh(*m_server, u"ana"_s, {});
        fresh.open();
        QStringList all;
        for (Client *client : {m_ana.get(), &fresh}) {
            const QList<ChannelRow> channels = client->channels();
            for (const ChannelRow &row : channels) {
                all += QString::fromUtf8(toJson(toJson(row.channel)));
                const QList<Message> messages = client->messages(row.channel.id);
                for (const Message &message : messages)
                    all += QString::fromUtf8(toJson(toJson(message)));
            }
            const QList<Task> tasks = *await(client->store().cache()->tasks());
            for (const Task &task : tasks)
                all += QString::fromUtf8(toJson(toJson(task)));
            const QList<Event> events = *await(client->store().cache()->events());
            for (const Event &event : events)
                all += QString::fromUtf8(toJson(toJson(event)));
        }
        all.sort();
        return all.join(u'\n');
    }
    void verifyNobodyNoticed()
    {
        // Ana is still on the line, and what somebody else writes reaches her.
        QVERIFY(m_ana->backend().status().state == LinkStatus::State::Online);
        const MessageId word = m_ana->post(m_general, u"still here"_s);
        m_ana->waitSettled();
        QVERIFY(QTest::qWaitFor(
            [&] {
                const QList<Message> messages = m_ana->messages(m_general);
                return std::any_of(messages.begin(), messages.end(),
                                   [&](const Message &message) { return message.id == word; });
            },
            Patience));
        QVERIFY2(m_server->memory() - m_memory < MemoryFactor * 48LL * 1024 * 1024,
                 qPrintable(u"%1 MB more"_s.arg((m_server->memory() - m_memory) / 1024 / 1024)));
        // And nothing of the hostile one is left, not even a socket that is never read.
        QVERIFY(QTest::qWaitFor([&] { return connections() == 1; }, Patience));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ServerProcess>();
        m_server->makeDemo();
        m_server->start();
        m_ana = std::make_unique<Client>(*m_server, u"ana"_s, m_dir->filePath(u"ana"_s));
        m_ana->open();
        m_general = m_ana->channel(u"general"_s);
        (void)m_ana->submit(Make::createChannel(u"anas-own"_s, {}, ChannelKind::Private, {}));
        m_ana->waitSettled();
        m_secret = m_ana->channel(u"anas-own"_s);
        m_word = m_ana->post(m_secret, u"canary of the channel"_s);
        m_ana->waitSettled();
    }
    void cleanupTestCase()
    {
        m_ana.reset();
        m_server.reset();
        m_dir.reset();
    }
    void init()
    {
        m_mika = *await(
            signIn(m_server->url(), {u"mika"_s, QString::fromLatin1(ServerProcess::Password)}, nullptr));
        m_memory = m_server->memory();
    }

    void itIsHungUpOnWithAReason_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code"); // RFC 6455 section 7.4.1
        const auto row = [](const char *what, int code) {
            QTest::newRow(what) << QString::fromLatin1(what) << code;
        };
        row("operation before hello", 1002);
        row("made-up token", 1008);
        row("refresh token for an access token", 1008);
        row("another device", 1008);
        row("another workspace", 1008);
        row("another version", 1002);
        row("negative cursor", 1002);
        row("membership without a number", 1002);
        row("too many memberships", 1002);
        row("hello twice", 1002);
        row("acknowledges the future", 1002);
        row("flood of the socket's pings", 1008);
        row("flood of the socket's pongs", 1008);
        row("flood of empty fragments", 1008);
        row("somebody else's token on an open line", 1008);
        row("too many operations in a frame", 1002);
        row("unknown operation", 1002);
        row("operation with a negative number", 1002);
        row("deep JSON", 1002);
        row("bad UTF-8", 1007);
        row("escaped half of a character", 1002);
        row("not JSON", 1002);
        row("array for a frame", 1002);
        row("number too large", 1002);
        row("binary frame", 1003);
        row("reserved bits", 1002);
        row("compressed frame", 1002);
        row("control frame too long", 1002);
        row("continuation of nothing", 1002);
        row("huge frame", 1009);
        row("frame longer than it says", 1009);
        row("endless fragments", 1009);
        row("flood of frames", 1008);
        row("flood of long frames", 1008);
    }
    void itIsHungUpOnWithAReason()
    {
        QFETCH(QString, what);
        QFETCH(int, code);
        RawClient hostile(m_server->port());
        Frame::Hello first = hello();
        if (what == u"made-up token")
            first.token = QString(43, u'A');
        else if (what == u"refresh token for an access token")
            first.token = m_mika.refresh;
        else if (what == u"another device")
            first.device = m_ana->account().device;
        else if (what == u"another workspace")
            first.workspace = WorkspaceId::create();
        else if (what == u"negative cursor")
            first.cursor.rev = -1;
        else if (what == u"membership without a number")
            first.held.insert(m_general, -7);
        for (int i = 0; what == u"too many memberships" && i < 5'001; ++i)
            first.held.insert(ChannelId::create(), 1);
        if (what == u"another version")
            hostile.sendText(encode(first).replace("hub.v1", "hub.v9"));
        else if (what != u"operation before hello")
            hostile.send(first);
        const Operation post = Make::post(m_general, u"hostile"_s);
        const auto raw = [&](const WebSocketFrame &frame) { hostile.send(frame.bytes()); };
        if (what == u"operation before hello")
            hostile.send(Frame::Operations{{post}});
        else if (what == u"hello twice")
            hostile.send(first);
        else if (what == u"acknowledges the future")
            hostile.send(Frame::Ack{1'000'000'000});
        else if (what == u"somebody else's token on an open line")
            hostile.send(Frame::Auth{m_ana->account().access});
        else if (what == u"too many operations in a frame") {
            QByteArray many = "{\"t\":\"op\",\"operations\":[";
            many += QByteArray("{},").repeated(5'000) + "{}]}";
            hostile.sendText(many);
        } else if (what == u"unknown operation")
            hostile.sendText(encode(Frame::Operations{{post}}).replace("message.post", "message.steal"));
        else if (what == u"operation with a negative number") {
            Operation negative = post;
            negative.seq = -5;
            hostile.send(Frame::Operations{{negative}});
        } else if (what == u"deep JSON")
            hostile.sendText(R"({"t":"ping","x":)" + QByteArray(100'000, '[') + QByteArray(100'000, ']')
                             + '}');
        else if (what == u"bad UTF-8")
            hostile.sendText("{\"t\":\"ping\",\"x\":\"\xc3\x28\xff\"}");
        else if (what == u"escaped half of a character")
            hostile.sendText(R"({"t":"\ud800"})");
        else if (what == u"not JSON")
            hostile.sendText("GET / HTTP/1.1");
        else if (what == u"array for a frame")
            hostile.sendText("[]");
        else if (what == u"number too large")
            hostile.sendText(R"({"t":"ack","rev":9223372036854775808})");
        else if (what == u"binary frame")
            raw({2, true, false, true, "\x01\x02"});
        else if (what == u"reserved bits")
            hostile.send(QByteArray("\xf1\x82\0\0\0\0{}", 8));
        else if (what == u"compressed frame")
            raw({1, true, true, true, QByteArray(1'000, '\0')});
        else if (what == u"control frame too long")
            raw({9, true, false, true, QByteArray(4'000, 'x')});
        else if (what == u"continuation of nothing")
            raw({0, true, false, true, "{}"});
        else if (what == u"huge frame")
            raw({1, true, false, true, QByteArray(64 * 1024 * 1024, ' ')});
        else if (what == u"frame longer than it says")
            hostile.send(QByteArray("\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff\0\0\0\0", 14)
                         + QByteArray(1'000, 'x'));
        else if (what == u"endless fragments")
            raw({1, false, false, true, "{\"t\":\""});
        else if (what == u"flood of empty fragments")
            raw({1, false, false, true, {}});
        QVERIFY(QTest::qWaitFor(
            [&] {
                for (int i = 0; hostile.unsent() < 1024 * 1024 && i < 200; ++i) {
                    if (what == u"endless fragments")
                        raw({0, false, false, true, QByteArray(60'000, 'x')});
                    else if (what == u"flood of the socket's pings")
                        raw({9, true, false, true, "x"});
                    else if (what == u"flood of the socket's pongs")
                        raw({10, true, false, true, {}});
                    else if (what == u"flood of empty fragments")
                        raw({0, false, false, true, {}});
                    else if (what == u"flood of frames")
                        hostile.send(Frame::Ping{});
                    else if (what == u"flood of long frames")
                        hostile.sendText("{\"t\":\"newer\",\"x\":\"" + QByteArray(200'000, 'x') + "\"}");
                }
                return hostile.isOver();
            },
            Patience));
        QCOMPARE(hostile.closeCode(), code);
        QVERIFY(!hostile.closeReason().isEmpty());
        verifyNobodyNoticed();
        const QList<Message> messages = m_ana->messages(m_general);
        for (const Message &message : messages)
            QVERIFY(message.text != u"hostile");
    }

    void whatOnlyServersSayIsNothing()
    {
        const QString before = anasView();
        RawClient hostile(m_server->port());
        hostile.send(hello());
        Message forged;
        forged.id = m_word;
        forged.channel = m_secret;
        forged.text = u"forged"_s;
        const Cursor cursor = hello().cursor;
        hostile.send(Delta{cursor.rev,
                           cursor.rev + 1,
                           {{cursor.rev + 1,
                             Scope::channel(m_secret),
                             EntityKind::Message,
                             m_word.uuid(),
                             Change::Verb::Put,
                             toJson(forged),
                             {},
                             {}}}});
        hostile.send(Frame::ScopeAdd{m_secret, 1});
        hostile.send(Frame::ScopeDrop{m_general, u"removed"_s});
        hostile.send(Frame::Wipe{u"x"_s});
        hostile.send(Frame::Resync{u"x"_s});
        Verdict verdict;
        verdict.operation = OperationId::create();
        hostile.send(Frame::Verdicts{{verdict}});
        hostile.sendText(R"({"t":"from a newer client","x":[1,2,3]})");
        hostile.send(Frame::Ping{});
        QVERIFY(QTest::qWaitFor([&] { return !hostile.all<Frame::Pong>().isEmpty(); }, Patience));
        QVERIFY(hostile.isOpen());
        QCOMPARE(anasView(), before);
        QVERIFY(!hostile.heard().contains("canary of the channel"));
    }

    void heldMembershipsItDoesNotHaveBringNothing()
    {
        Frame::Hello greedy = hello();
        greedy.held.insert(m_secret, 1);
        greedy.held.insert(ChannelId::create(), 1);
        greedy.cursor.rev = 1;
        RawClient hostile(m_server->port());
        hostile.send(greedy);
        hostile.send(Frame::Ping{});
        QVERIFY(QTest::qWaitFor([&] { return !hostile.all<Frame::Pong>().isEmpty(); }, Patience));
        QVERIFY(!hostile.heard().contains("canary of the channel"));
        const QList<Frame::ScopeDrop> drops = hostile.all<Frame::ScopeDrop>();
        QVERIFY(std::any_of(drops.begin(), drops.end(),
                            [&](const Frame::ScopeDrop &drop) { return drop.channel == m_secret; }));
        for (const Delta &delta : hostile.all<Delta>()) {
            for (const Change &change : delta.changes) {
                QVERIFY(change.scope != Scope::channel(m_secret));
                QVERIFY(change.scope.kind != Scope::Kind::Person
                        || change.scope == Scope::person(m_mika.person.id));
            }
        }
    }

    void forgedOperationsAreRefused()
    {
        const OperationId anas = m_ana->submit(Make::post(m_general, u"by Ana"_s));
        m_ana->waitSettled();
        const QString before = anasView();
        const QString secret = m_secret.toString();
        const qint64 absurd = JsonReader::MaxInteger;
        const QJsonObject byAna{{"author"_L1, m_ana->self().toString()}};
        QList<Operation> operations{
            Operation::make(OperationKind::MessagePost, makeUuidV7(),
                            {{"channel"_L1, secret}, {"text"_L1, u"hostile"_s}}),
            Operation::make(OperationKind::MessagePost, makeUuidV7(),
                            {{"channel"_L1, m_general.toString()},
                             {"text"_L1, u"hostile"_s},
                             {"root"_L1, m_word.toString()}}),
            Operation::make(OperationKind::MessagePost, m_word.uuid(),
                            {{"channel"_L1, m_general.toString()}, {"text"_L1, u"hostile"_s}}),
            Operation::make(OperationKind::MessagePost, QUuid::createUuid(),
                            {{"channel"_L1, m_general.toString()}, {"text"_L1, u"hostile"_s}}),
            Operation::make(
                OperationKind::MessagePost, makeUuidV7(),
                {{"channel"_L1, m_general.toString()}, {"text"_L1, QString(Limit::MessageText + 1, u'x')}}),
            Operation::make(OperationKind::MessageEdit, m_word.uuid(), {{"text"_L1, u"hostile"_s}}, absurd),
            Operation::make(OperationKind::MessageDelete, m_word.uuid()),
            Operation::make(OperationKind::MessageReact, m_word.uuid(), {{"emoji"_L1, u"x"_s}}),
            Operation::make(OperationKind::TaskCreate, makeUuidV7(),
                            {{"channel"_L1, secret}, {"title"_L1, u"hostile"_s}}),
            Operation::make(OperationKind::TaskCreate, makeUuidV7(),
                            {{"title"_L1, u"hostile"_s}, {"priority"_L1, absurd}}),
            Operation::make(OperationKind::TaskPatch, makeUuidV7(), {{"title"_L1, u"hostile"_s}}),
            Operation::make(OperationKind::EventCreate, makeUuidV7(),
                            {{"title"_L1, u"hostile"_s}, {"start"_L1, absurd}, {"end"_L1, -absurd}}),
            Operation::make(OperationKind::EventCreate, makeUuidV7(),
                            {{"title"_L1, u"hostile"_s},
                             {"start"_L1, u"2026-11-19T15:00:00"_s},
                             {"end"_L1, u"2026-11-19T16:00:00"_s},
                             {"zone"_L1, u"UTC"_s},
                             {"channel"_L1, secret}}),
            Operation::make(OperationKind::ReadMark, m_secret.uuid(), {{"seq"_L1, absurd}}),
            Operation::make(OperationKind::ChannelJoin, m_secret.uuid()),
            Operation::make(OperationKind::ChannelAdd, m_secret.uuid(),
                            {{"person"_L1, m_mika.person.id.toString()}}),
            Operation::make(OperationKind::ChannelRemove, m_secret.uuid(),
                            {{"person"_L1, m_ana->self().toString()}}),
            Operation::make(OperationKind::ChannelPatch, m_secret.uuid(), {{"topic"_L1, u"hostile"_s}}),
            Operation::make(OperationKind::ChannelLeave, m_secret.uuid()),
            Operation::make(OperationKind::DirectOpen, m_secret.uuid(),
                            {{"people"_L1, QJsonArray{m_ana->self().toString()}}}),
        };
        Operation stolen = Make::post(m_general, u"hostile"_s);
        stolen.id = anas;
        operations += stolen;
        for (qsizetype i = 0; i < operations.size(); ++i)
            operations[i].seq = absurd - operations.size() + i;
        RawClient hostile(m_server->port());
        Frame::Hello first = hello();
        hostile.send(first);
        for (const Operation &operation : std::as_const(operations))
            hostile.send(Frame::Operations{{operation}});
        const auto verdicts = [&] {
            QHash<OperationId, Verdict> all;
            for (const Frame::Verdicts &frame : hostile.all<Frame::Verdicts>()) {
                for (const Verdict &verdict : frame.verdicts)
                    all.insert(verdict.operation, verdict);
            }
            return all;
        };
        QVERIFY(QTest::qWaitFor([&] { return verdicts().size() >= operations.size() || hostile.isOver(); },
                                Patience));
        QVERIFY2(hostile.isOpen(), qPrintable(hostile.closeReason()));
        const QHash<OperationId, Verdict> all = verdicts();
        for (qsizetype i = 0; i < operations.size(); ++i) {
            const Verdict verdict = all.value(operations[i].id);
            QVERIFY2(verdict.kind == Verdict::Kind::Rejected,
                     qPrintable(u"%1: %2"_s.arg(i).arg(QString::fromUtf8(toJson(toJson(verdict))))));
            QVERIFY(!verdict.message.isEmpty());
            QVERIFY(verdict.current.isEmpty());
        }
        QCOMPARE(anasView(), before);
        QVERIFY(!hostile.heard().contains("canary of the channel"));
    }

    void whatIsForgedBesideAnAllowedChangeCountsForNothing()
    {
        RawClient hostile(m_server->port());
        hostile.send(hello());
        const MessageId id = MessageId::create();
        hostile.send(Frame::Operations{{Operation::make(OperationKind::MessagePost, id.uuid(),
                                                        {{"channel"_L1, m_general.toString()},
                                                         {"text"_L1, u"mine"_s},
                                                         {"author"_L1, m_ana->self().toString()},
                                                         {"seq"_L1, 1},
                                                         {"rev"_L1, JsonReader::MaxInteger},
                                                         {"at"_L1, 1},
                                                         {"replies"_L1, 1'000'000}})}});
        std::optional<Message> arrived;
        QVERIFY(QTest::qWaitFor(
            [&] {
                const QList<Message> messages = m_ana->messages(m_general);
                for (const Message &message : messages) {
                    if (message.id == id)
                        arrived = message;
                }
                return arrived.has_value();
            },
            Patience));
        QCOMPARE(arrived->author, m_mika.person.id);
        QVERIFY(arrived->seq > 1 && arrived->rev < 1'000'000 && arrived->replies == 0);
        QVERIFY(arrived->createdAt > 1'000'000'000'000);
    }

    void whoAsksAndDoesNotReadCostsLittle_data()
    {
        QTest::addColumn<bool>("ofTheSocket");
        QTest::newRow("pings of the protocol") << false;
        QTest::newRow("pings of the socket") << true;
    }
    void whoAsksAndDoesNotReadCostsLittle()
    {
        QFETCH(bool, ofTheSocket);
        RawClient hostile(m_server->port());
        hostile.send(hello());
        QVERIFY(QTest::qWaitFor([&] { return !hostile.all<Frame::Welcome>().isEmpty(); }, Patience));
        hostile.goDeaf();
        const QByteArray flood = (ofTheSocket ? WebSocketFrame{9, true, false, true, QByteArray(120, 'x')}
                                              : WebSocketFrame{1, true, false, true, encode(Frame::Ping{})})
                                     .bytes()
                                     .repeated(200);
        qint64 most = 0;
        QVERIFY(QTest::qWaitFor(
            [&] {
                while (hostile.unsent() < 1024 * 1024 && !hostile.isOver())
                    hostile.send(flood);
                most = std::max(most, m_server->memory());
                return hostile.isOver() || connections() == 1;
            },
            Patience));
        QVERIFY2(most - m_memory < MemoryFactor * 160LL * 1024 * 1024,
                 qPrintable(u"%1 MB more"_s.arg((most - m_memory) / 1024 / 1024)));
        verifyNobodyNoticed();
    }

    void manySessionsOfOneTokenAreOnesOwn()
    {
        // Two hundred sockets with one token are what one device may have: one.
        std::vector<std::unique_ptr<RawClient>> crowd;
        const Frame::Hello first = hello();
        for (int i = 0; i < 200; ++i) {
            crowd.push_back(std::make_unique<RawClient>(m_server->port()));
            crowd.back()->send(first);
        }
        QVERIFY(QTest::qWaitFor(
            [&] {
                return std::all_of(crowd.begin(), crowd.end(), [](const auto &one) {
                    return one->isOver() || !one->template all<Frame::Welcome>().isEmpty();
                });
            },
            Patience));
        // The newest connection of a device is the one that counts.
        QVERIFY(QTest::qWaitFor([&] { return connections() == 2; }, Patience));
        QVERIFY(crowd.back()->isOpen());
        crowd.clear();
        verifyNobodyNoticed();
    }

    void aTokenUsedAgainEndsTheSessionAndItsSocket()
    {
        HttpClient http(m_server->url(), nullptr);
        const auto next = await(http.post(u"/v1/session/refresh"_s, {{"refresh"_L1, m_mika.refresh}}));
        VERIFY_OK(next);
        RawClient open(m_server->port());
        Frame::Hello first = hello();
        first.token = next->value("access"_L1).toString();
        open.send(first);
        QVERIFY(QTest::qWaitFor([&] { return !open.all<Frame::Welcome>().isEmpty(); }, Patience));
        // A copy of the first token turns up: nobody can tell who is who any more.
        QVERIFY(!await(http.post(u"/v1/session/refresh"_s, {{"refresh"_L1, m_mika.refresh}})));
        QVERIFY(QTest::qWaitFor([&] { return open.isOver(); }, Patience));
        QCOMPARE(open.closeReason(), u"signed_out"_s);
        QVERIFY(!await(
            http.post(u"/v1/session/refresh"_s, {{"refresh"_L1, next->value("refresh"_L1).toString()}})));
        RawClient again(m_server->port());
        again.send(first);
        QVERIFY(QTest::qWaitFor([&] { return again.isOver(); }, Patience));
        QCOMPARE(again.closeReason(), u"unauthenticated"_s);
        verifyNobodyNoticed();
    }
};
CHATOPS_TEST(TestHostileClient)

#include "testhostileclient.moc"
