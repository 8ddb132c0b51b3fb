// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frames.h"
#include "core/jsonguard.h"
#include "core/purposes.h"
#include "server/hub/privacydesk.h"
#include "server/net/front.h"
#include "tests/support/registry.h"
#include "tests/support/waiting.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

using namespace ChatOps;
using namespace ChatOps::Server;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Every route by everybody, over a real socket. The cases come from the table
/// the server itself looks requests up in, so that no route is left out.
class TestEndpoints : public QObject {
    Q_OBJECT
private:
    static constexpr auto Secret = "canary-of-the-room";
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<Front> m_front;
    QHash<QString, QString> m_tokens;
    WorkspaceId m_here;
    Channel m_room;
    MessageId m_message;
    FileId m_file;

    struct Answer {
        int status = 0;
        QByteArray body;
        QByteArray head;
    };
    Answer ask(const QByteArray &method, const QByteArray &path, const QString &token,
               const QByteArray &body = {}, const QByteArray &headers = {}) const
    {
        QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers;
        if (!token.isEmpty())
            request += "Authorization: Bearer " + token.toLatin1() + "\r\n";
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        QTcpSocket socket;
        QByteArray got;
        bool over = false;
        connect(&socket, &QTcpSocket::readyRead, &socket, [&] { got += socket.readAll(); });
        connect(&socket, &QTcpSocket::disconnected, &socket, [&] { over = true; });
        socket.connectToHost(QHostAddress::LocalHost, m_front->port());
        socket.write(request);
        // Whole when the server closes, or when as much is there as it said.
        const auto whole = [&] {
            const qsizetype head = got.indexOf("\r\n\r\n");
            if (head < 0)
                return over;
            const qsizetype length = got.toLower().indexOf("content-length:");
            if (length >= 0 && length < head)
                return got.size() - head - 4
                    >= got.mid(length + 15, 12).trimmed().split('\r')[0].toLongLong();
            return over || got.endsWith("0\r\n\r\n") || got.startsWith("HTTP/1.1 204");
        };
        if (!QTest::qWaitFor(whole, Patience))
            return {};
        const qsizetype head = got.indexOf("\r\n\r\n");
        return {got.mid(9, 3).toInt(), got.mid(head + 4), got.first(head)};
    }

    void add(const QString &who, WorkspaceId workspace, Role role, bool inside)
    {
        Workspace place(m_hub->db(), workspace, m_clock);
        const PersonId person = place.addPerson(who, who, role, u"-"_s).value();
        if (inside)
            VERIFY_OK(place.addMember(m_room, person));
        m_tokens.insert(who, m_hub->accounts().startSession(person, DeviceId::create(), {}).value().access);
        VERIFY_OK(m_hub->db().run(u"UPDATE session SET confirmed = ? WHERE person = ?"_s,
                                  {m_clock.now() + 600'000, person.toBytes()}));
        ConsentRecord choice;
        choice.id = ConsentId::create();
        choice.person = person;
        choice.purpose = u"storage.analytics"_s;
        choice.decision = Decision::Given;
        VERIFY_OK(PrivacyDesk(place).record(choice));
        if (who == u"removed")
            VERIFY_OK(place.removeMember(m_room, person));
        if (who == u"closed") {
            Person gone = **readPerson(m_hub->db(), person);
            gone.active = false;
            VERIFY_OK(place.publishPerson(gone));
        }
        if (who == u"signed out")
            VERIFY_OK(m_hub->accounts().revokeAll(person));
    }

    /// What a route says to somebody; the path and body are those of `everyRouteByEverybody`.
    static int expected(const Api::Route &route, bool live, bool inside, bool owner)
    {
        const QByteArray path(route.path);
        if (!live)
            return 401;
        if (route.access == Api::Access::Member)
            return inside ? 200 : 404;
        // Nobody has an export: not there, also for those who may everything else.
        if (path == "/v1/exports/" || path == "/v1/packs/" || path == "/v1/transfers")
            return 404;
        if (path == "/v1/session/confirm")
            return 403; // The password is wrong.
        if (path == "/v1/preview" || path == "/v1/recommendations")
            return 403; // Nobody has chosen them.
        if (path == "/v1/sessions/")
            return 404; // Nobody's.
        if (path == "/v1/password")
            return 400; // None is given.
        if (path == "/v1/tickets" && !owner)
            return 403; // A pack says itself who wrote what.
        if (path == "/v1/tickets" || (path == "/v1/exports" && QByteArrayView(route.method) == "POST"))
            return 201;
        return path == "/v1/usage" || QByteArrayView(route.method) == "PUT" ? 204 : 200;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        auto folder = DataFolder::open(m_dir->filePath(u"data"_s));
        auto db = folder->connect();
        m_hub = std::make_unique<Hub>(*folder, std::move(*db), m_clock);
        const WorkspaceId here = m_here = Workspace::create(m_hub->db(), u"here"_s).value();
        const WorkspaceId there = Workspace::create(m_hub->db(), u"there"_s).value();
        Workspace place(m_hub->db(), here, m_clock);
        const PersonId author = place.addPerson(u"Author"_s, u"author"_s, Role::Member, u"-"_s).value();
        Channel room;
        room.id = ChannelId::create();
        room.name = u"room"_s;
        room.kind = ChannelKind::Private;
        m_room = place.createChannel(room, author, {author}).value();
        Message message;
        message.id = m_message = MessageId::create();
        message.channel = m_room.id;
        message.author = author;
        message.text = QString::fromLatin1(Secret);
        VERIFY_OK(place.postMessage(message));
        m_file = FileId::create();
        VERIFY_OK(m_hub->db().run(
            u"INSERT INTO file (id, workspace, owner, channel, size, bytes, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {m_file.toBytes(), here.toBytes(), author.toBytes(), m_room.id.toBytes(), 18, QByteArray(Secret),
             1}));
        m_tokens.clear();
        add(u"owner inside"_s, here, Role::Owner, true);
        add(u"admin inside"_s, here, Role::Admin, true);
        add(u"member inside"_s, here, Role::Member, true);
        add(u"guest inside"_s, here, Role::Guest, true);
        add(u"owner outside"_s, here, Role::Owner, false);
        add(u"admin outside"_s, here, Role::Admin, false);
        add(u"member outside"_s, here, Role::Member, false);
        add(u"guest outside"_s, here, Role::Guest, false);
        add(u"removed"_s, here, Role::Member, true);
        add(u"closed"_s, here, Role::Member, true);
        add(u"signed out"_s, here, Role::Member, true);
        add(u"stranger"_s, there, Role::Owner, false);
        m_tokens.insert(u"nobody"_s, {});
        m_tokens.insert(u"made up"_s, QString(43, u'A'));
        m_front = std::make_unique<Front>(*m_hub);
        Front::Options options;
        options.port = 0;
        VERIFY_OK(m_front->listen(options));
    }
    void cleanup()
    {
        m_front.reset();
        m_hub.reset();
        m_dir.reset();
    }

    void everyRouteByEverybody()
    {
        int tried = 0;
        for (const Api::Route &route : Api::routes()) {
            if (route.access == Api::Access::Anybody)
                continue;
            for (auto it = m_tokens.constBegin(); it != m_tokens.constEnd(); ++it) {
                QByteArray path(route.path);
                QByteArray body;
                if (path == "/v1/history")
                    path += "?channel=" + m_room.id.toString().toLatin1() + "&before=99";
                else if (path == "/v1/thread")
                    path += "?root=" + m_message.toString().toLatin1();
                else if (path.endsWith('/') && QByteArrayView(route.method) == "PUT")
                    path += FileId::create().toString().toLatin1(), body = "bytes";
                else if (path.endsWith('/'))
                    path += m_file.toString().toLatin1();
                else if (path == "/v1/usage")
                    body = R"({"counts":{"message.sent":1}})";
                else if (path == "/v1/present")
                    body = R"({"people":[]})";
                else if (path == "/v1/preview")
                    body = R"({"url":"https://example.org/"})";
                else if (path == "/v1/exports")
                    body = R"({"scope":"access"})";
                else if (path == "/v1/session/confirm")
                    body = R"({"password":"wrong"})";
                else if (path == "/v1/transfers")
                    body = toJson(QJsonObject{{"export"_L1, m_file.toString()},
                                              {"server"_L1, u"https://example.org"_s},
                                              {"ticket"_L1, u"abcdefghijkl"_s}});
                else if (path == "/v1/session"
                         || (path == "/v1/erasure" && QByteArrayView(route.method) == "POST"))
                    continue; // End the session; below.
                const bool live =
                    !QStringList{u"closed"_s, u"signed out"_s, u"nobody"_s, u"made up"_s}.contains(it.key());
                const bool inside = it.key().endsWith(u"inside");
                const Answer answer = ask(route.method, path, it.value(), body);
                const QByteArray what = QByteArray(route.method) + ' ' + path + " by " + it.key().toLatin1()
                    + ": " + QByteArray::number(answer.status) + answer.body;
                QVERIFY2(answer.status
                             == expected(route, live, inside,
                                         it.key().startsWith(u"owner") || it.key() == u"stranger"),
                         what.constData());
                QVERIFY2(inside || !answer.body.contains(Secret), what.constData());
                ++tried;
            }
        }
        QCOMPARE(tried, 23 * 14);
    }

    void whatIsGraveNeedsThePasswordAgain()
    {
        Workspace place(m_hub->db(), m_here, m_clock);
        const PersonId person =
            place.addPerson(u"Kim"_s, u"kim"_s, Role::Member, hashPassword(u"correct-horse-9"_s)).value();
        const Tokens tokens = m_hub->accounts().startSession(person, DeviceId::create(), {}).value();
        const auto kim = [&](const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) {
            return ask(method, path, tokens.access, body).status;
        };
        int grave = 0;
        for (const Api::Route &route : Api::routes()) {
            if (route.access != Api::Access::Confirmed)
                continue;
            QCOMPARE(kim(route.method, route.path, "{}"), 403);
            ++grave;
        }
        QCOMPARE(grave, 5);
        QCOMPARE(kim("POST", "/v1/session/confirm", R"({"password":"nonsense"})"), 403);
        QCOMPARE(kim("POST", "/v1/exports", R"({"scope":"access"})"), 403);
        QCOMPARE(kim("POST", "/v1/session/confirm", R"({"password":"correct-horse-9"})"), 204);
        QCOMPARE(kim("POST", "/v1/exports", R"({"scope":"access"})"), 201);
        // A guest or member cannot let a pack in, also with the password.
        QCOMPARE(kim("POST", "/v1/tickets"), 403);
        // Leaving ends every session at once; the device is told why.
        QCOMPARE(kim("POST", "/v1/erasure"), 202);
        QCOMPARE(kim("GET", "/v1/snapshot"), 401);
        const Answer again =
            ask("POST", "/v1/session/refresh", {}, toJson(QJsonObject{{"refresh"_L1, tokens.refresh}}));
        QCOMPARE(again.status, 410);
        QVERIFY(again.body.contains("wiped"));
        const QJsonObject signIn{{"name"_L1, u"kim"_s},
                                 {"password"_L1, u"correct-horse-9"_s},
                                 {"workspace"_L1, m_here.toString()},
                                 {"device"_L1, DeviceId::create().toString()}};
        QCOMPARE(ask("POST", "/v1/session", {}, toJson(signIn)).status, 401);
    }

    void aPackWithoutATicketIsNotRead()
    {
        QCOMPARE(ask("PUT", "/v1/arriving/abcdefghijklmnop?from=0&total=3", {}, "abc").status, 404);
    }

    void useIsTakenFromWhoAllowedItAndFromNobodyElse()
    {
        const auto report = [this](const QByteArray &body) {
            return ask("POST", "/v1/usage", m_tokens.value(u"member inside"_s), body).status;
        };
        const auto kept = [this] {
            return m_hub->db().value(u"SELECT ifnull(sum(total), 0) FROM usage"_s)->toInt();
        };
        QCOMPARE(report(R"({"counts":{"message.sent":2}})"), 204);
        QCOMPARE(report(R"({"counts":{"message.sent":3}})"), 204);
        QCOMPARE(kept(), 5);
        // Under another purpose, which was not allowed: nothing of the report is kept.
        QCOMPARE(report(R"({"counts":{"message.sent":1,"announcement.opened":1}})"), 403);
        QCOMPARE(kept(), 5);
        for (const QByteArray &wrong :
             {QByteArray(R"({"counts":{}})"), QByteArray(R"({"counts":{"message.sent":0}})"),
              QByteArray(R"({"counts":{"message.sent":1e9}})"), QByteArray("[]"),
              QByteArray(R"({"counts":{"somebody@example.org":1}})")})
            QCOMPARE(report(wrong), 400);
        QCOMPARE(kept(), 5);
        QVERIFY(!m_hub->db().value(u"SELECT 1 FROM usage WHERE feature LIKE '%@%'"_s)->isValid());
    }

    void whoIsHereIsToldOfThoseWhoLetItBeSeen()
    {
        const auto idOf = [this](const QString &handle) {
            return PersonId::fromBytes(
                m_hub->db().value(u"SELECT id FROM person WHERE handle = ?"_s, {handle})->toByteArray());
        };
        const PersonId here = idOf(u"member inside"_s);
        const auto device =
            DeviceId::fromBytes(m_hub->db()
                                    .value(u"SELECT device FROM session WHERE person = ?"_s, {here.toBytes()})
                                    ->toByteArray());
        const auto present = [&](const QString &who) {
            const Answer answer =
                ask("POST", "/v1/present", m_tokens.value(who),
                    toJson(QJsonObject{
                        {"people"_L1, QJsonArray{here.toString(), idOf(u"owner inside"_s).toString()}}}));
            return answer.status == 200 && answer.body.contains(here.toString().toLatin1());
        };
        QVERIFY(!present(u"owner inside"_s)); // Not connected.
        // Without a place in the log it would be sent away to load a snapshot first.
        const Cursor cursor{
            m_hub->epoch(),
            m_hub->db().value(u"SELECT rev FROM workspace WHERE id = ?"_s, {m_here.toBytes()})->toLongLong()};
        QWebSocket socket;
        QSignalSpy messages(&socket, &QWebSocket::textMessageReceived);
        QSignalSpy connected(&socket, &QWebSocket::connected);
        socket.open(QUrl(u"ws://127.0.0.1:%1/v1/ws"_s.arg(m_front->port())));
        QVERIFY(connected.wait(Patience));
        socket.sendTextMessage(QString::fromUtf8(
            encode(Frame::Hello{m_tokens.value(u"member inside"_s), device, m_here, cursor, {}, 1})));
        QVERIFY(messages.wait(Patience));
        const QString welcome = messages.first().first().toString();
        QVERIFY2(welcome.contains(u"\"welcome\""), qPrintable(welcome));
        QVERIFY(!present(u"owner inside"_s)); // Connected, and has not chosen it.
        Workspace place(m_hub->db(), m_here, m_clock);
        ConsentRecord choice;
        choice.id = ConsentId::create();
        choice.person = here;
        choice.purpose = Purposes::Presence;
        choice.decision = Decision::Given;
        VERIFY_OK(PrivacyDesk(place).record(choice));
        QVERIFY(present(u"owner inside"_s) && present(u"member outside"_s) && present(u"guest inside"_s));
        // Guests know those only with whom they share a channel, and other workspaces nobody.
        QVERIFY(!present(u"guest outside"_s) && !present(u"stranger"_s));
        QSignalSpy gone(&socket, &QWebSocket::disconnected);
        socket.close();
        QVERIFY(!gone.isEmpty() || gone.wait(Patience));
        QVERIFY(QTest::qWaitFor([&] { return !present(u"owner inside"_s); }, Patience));
    }

    void aBrowserGetsNoCookies()
    {
        const Answer plain = ask("GET", "/pages/help?text=large&from=link", {});
        QCOMPARE(plain.status, 200);
        QVERIFY(plain.body.contains("150%") && !plain.head.toLower().contains("set-cookie"));
        // A program that asks its person about each kind is offered all of them.
        const Answer gated = ask("GET", "/pages/help?text=large&from=link", {}, {}, "Cookie-Gate: 1\r\n");
        QCOMPARE(gated.head.toLower().count("set-cookie"), 4);
    }

    void aRequestIsMadeInAnyBrowser()
    {
        Workspace place(m_hub->db(), m_here, m_clock);
        const PersonId kim =
            place.addPerson(u"Kim"_s, u"kim"_s, Role::Member, hashPassword(u"correct horse+9"_s)).value();
        const Answer form = ask("GET", "/privacy", {});
        QCOMPARE(form.status, 200);
        // There are two workspaces, and their names are nobody's business.
        QVERIFY(form.body.contains("name=\"workspace\"") && !form.body.contains("there"));
        QVERIFY(form.body.contains("<textarea") && !form.body.contains("<script"));
        const auto post = [this](const QByteArray &password, const QByteArray &choice,
                                 const QByteArray &text) {
            return ask("POST", "/privacy", {},
                       "workspace=Here&name=Kim&password=" + password + "&choice=" + choice
                           + "&text=" + text);
        };
        QCOMPARE(post("wrong", "1", "x").status, 401);
        QCOMPARE(post("correct+horse%2B9", "77", "x").status, 400);
        QCOMPARE(post("correct+horse%2B9", "1", "").status, 400); // A correction without words.
        const Answer made = post("correct+horse%2B9", "1", "My+name+is+%3Cb%3EKim%3C%2Fb%3E");
        QCOMPARE(made.status, 200);
        QVERIFY(made.body.contains("Your request has arrived") && made.body.contains("to be answered by"));
        const QList<RightsRequest> all = *PrivacyDesk(place).requests();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().person, kim);
        QCOMPARE(all.first().kind, RightsKind::Rectification);
        QCOMPARE(all.first().text, u"My name is <b>Kim</b>"_s);
        QCOMPARE(all.first().origin, u"web"_s);
        QVERIFY(all.first().dueAt > all.first().receivedAt);
        // Only looking makes none.
        const Answer looked = post("correct+horse%2B9", "-1", "");
        QVERIFY(looked.status == 200 && looked.body.contains("rectification")
                && !looked.body.contains("has arrived"));
        QCOMPARE(PrivacyDesk(place).requests()->size(), 1);
        QCOMPARE(ask("POST", "/privacy", {}, QByteArray(200'000, 'x')).status, 413);
    }

    void endingASessionEndsOnlyThatOne()
    {
        for (auto it = m_tokens.constBegin(); it != m_tokens.constEnd(); ++it) {
            const bool live =
                !QStringList{u"closed"_s, u"signed out"_s, u"nobody"_s, u"made up"_s}.contains(it.key());
            QCOMPARE(ask("DELETE", "/v1/session", it.value()).status, live ? 204 : 401);
            QCOMPARE(ask("GET", "/v1/snapshot", it.value()).status, 401);
            if (it.key() == u"member inside")
                QCOMPARE(ask("GET", "/v1/snapshot", m_tokens.value(u"owner outside"_s)).status, 200);
            m_tokens[u"owner outside"_s] =
                m_hub->accounts()
                    .startSession(PersonId::fromBytes(
                                      m_hub->db()
                                          .value(u"SELECT id FROM person WHERE handle = 'owner outside'"_s)
                                          .value()
                                          .toByteArray()),
                                  DeviceId::create(), {})
                    .value()
                    .access;
        }
    }

    void anotherWorkspacesSnapshotIsEmptyOfThisOne()
    {
        const Answer answer = ask("GET", "/v1/snapshot", m_tokens.value(u"stranger"_s));
        QCOMPARE(answer.status, 200);
        for (const QByteArray &word :
             {QByteArray(Secret), QByteArray("Author"), QByteArray("room"), m_room.id.toString().toLatin1()})
            QVERIFY2(!answer.body.contains(word), word.constData());
    }

    void aFileIdOfSomebodyElseCannotBeTaken()
    {
        const QByteArray path = "/v1/files/" + m_file.toString().toLatin1();
        QCOMPARE(ask("PUT", path, m_tokens.value(u"member inside"_s), "mine now").status, 403);
        QCOMPARE(ask("GET", path, m_tokens.value(u"member inside"_s)).body, QByteArray(Secret));
    }
};
CHATOPS_TEST(TestEndpoints)

#include "testendpoints.moc"
