// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/privacydesk.h"
#include "server/net/front.h"
#include "tests/support/registry.h"
#include "tests/support/waiting.h"

#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

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
    Channel m_room;
    MessageId m_message;
    FileId m_file;

    struct Answer {
        int status = 0;
        QByteArray body;
    };
    Answer ask(const QByteArray &method, const QByteArray &path, const QString &token,
               const QByteArray &body = {}) const
    {
        QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
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
        return {got.mid(9, 3).toInt(), got.mid(got.indexOf("\r\n\r\n") + 4)};
    }

    void add(const QString &who, WorkspaceId workspace, Role role, bool inside)
    {
        Workspace place(m_hub->db(), workspace, m_clock);
        const PersonId person = place.addPerson(who, who, role, u"-"_s).value();
        if (inside)
            VERIFY_OK(place.addMember(m_room, person));
        m_tokens.insert(who, m_hub->accounts().startSession(person, DeviceId::create(), {}).value().access);
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

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        auto folder = DataFolder::open(m_dir->filePath(u"data"_s));
        auto db = folder->connect();
        m_hub = std::make_unique<Hub>(*folder, std::move(*db), m_clock);
        const WorkspaceId here = Workspace::create(m_hub->db(), u"here"_s).value();
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
                else if (QByteArrayView(route.method) == "DELETE")
                    continue; // Ends the session; below.
                const bool live =
                    !QStringList{u"closed"_s, u"signed out"_s, u"nobody"_s, u"made up"_s}.contains(it.key());
                const bool inside = it.key().endsWith(u"inside");
                const bool allowed = live && (route.access == Api::Access::Session || inside);
                const Answer answer = ask(route.method, path, it.value(), body);
                const QByteArray what = QByteArray(route.method) + ' ' + path + " by " + it.key().toLatin1()
                    + ": " + QByteArray::number(answer.status);
                QVERIFY2((answer.status == 200 || answer.status == 204) == allowed, what.constData());
                if (!allowed) // Not there for those who may not see it; not said to exist.
                    QVERIFY2(answer.status == (live ? 404 : 401), what.constData());
                QVERIFY2(inside || !answer.body.contains(Secret), what.constData());
                ++tried;
            }
        }
        QCOMPARE(tried, 6 * 14);
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
