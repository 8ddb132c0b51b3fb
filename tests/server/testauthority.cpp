// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/purposes.h"
#include "server/hub/executor.h"
#include "server/hub/privacydesk.h"
#include "server/hub/serverschema.h"
#include "tests/support/registry.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Server;
using namespace Qt::Literals::StringLiterals;

/// Every operation by every kind of person, tried on the real executor; what
/// must come out follows from the table the server itself uses.
class TestAuthority : public QObject {
    Q_OBJECT
private:
    SystemClock m_clock;
    std::unique_ptr<Connection> m_db;
    WorkspaceId m_workspace;
    WorkspaceId m_other;
    QHash<QString, PersonId> m_people;
    Channel m_channel;

    PersonId add(WorkspaceId workspace, const QString &handle, Role role)
    {
        return Workspace(*m_db, workspace, m_clock).addPerson(handle, handle, role, u"-"_s).value();
    }
    static Role roleOf(const QString &who)
    {
        return who.startsWith(u"owner"_s) ? Role::Owner
            : who.startsWith(u"admin"_s)  ? Role::Admin
            : who.startsWith(u"guest"_s)  ? Role::Guest
                                          : Role::Member;
    }

    /// A fresh thing of the author's in the channel, and an operation on it.
    Operation prepare(OperationKind kind, PersonId author)
    {
        Workspace workspace(*m_db, m_workspace, m_clock);
        const QString channel = m_channel.id.toString();
        const auto post = [&] {
            Message message;
            message.id = MessageId::create();
            message.channel = m_channel.id;
            message.author = author;
            message.text = u"text"_s;
            return workspace.postMessage(message)->id.uuid();
        };
        const auto task = [&] {
            Task made;
            made.id = TaskId::create();
            made.channel = m_channel.id;
            made.creator = author;
            made.title = u"task"_s;
            (void)workspace.publishTask(made, std::nullopt, author);
            return made.id.uuid();
        };
        const QJsonObject times{{"title"_L1, u"event"_s},
                                {"start"_L1, u"2026-11-19T15:00:00"_s},
                                {"end"_L1, u"2026-11-19T16:00:00"_s},
                                {"zone"_L1, u"UTC"_s},
                                {"channel"_L1, channel}};
        const auto event = [&] {
            Event made;
            made.id = EventId::create();
            made.channel = m_channel.id;
            made.organizer = author;
            made.title = u"event"_s;
            made.start = wallFromText(u"2026-11-19T15:00:00"_s);
            made.end = wallFromText(u"2026-11-19T16:00:00"_s);
            made.zone = "UTC";
            for (const PersonId &person : m_people)
                made.attendees.append({person, Answer::None});
            (void)workspace.publishEvent(made, std::nullopt, author);
            return made.id.uuid();
        };
        switch (kind) {
        case OperationKind::MessagePost:
            return Operation::make(kind, makeUuidV7(), {{"channel"_L1, channel}, {"text"_L1, u"x"_s}});
        case OperationKind::MessageEdit:
            return Operation::make(kind, post(), {{"text"_L1, u"y"_s}});
        case OperationKind::MessageDelete:
            return Operation::make(kind, post());
        case OperationKind::MessageReact:
            return Operation::make(kind, post(), {{"emoji"_L1, u"x"_s}});
        case OperationKind::TaskCreate:
            return Operation::make(kind, makeUuidV7(), {{"channel"_L1, channel}, {"title"_L1, u"x"_s}});
        case OperationKind::TaskPatch:
            return Operation::make(kind, task(), {{"title"_L1, u"y"_s}});
        case OperationKind::TaskDelete:
            return Operation::make(kind, task());
        case OperationKind::EventCreate:
            return Operation::make(kind, makeUuidV7(), times);
        case OperationKind::EventPatch:
            return Operation::make(kind, event(), {{"title"_L1, u"y"_s}});
        case OperationKind::EventDelete:
            return Operation::make(kind, event());
        case OperationKind::EventAnswer:
            return Operation::make(kind, event(), {{"answer"_L1, u"yes"_s}});
        case OperationKind::ReadMark:
            return Operation::make(kind, m_channel.id.uuid(), {{"seq"_L1, 1}});
        case OperationKind::ChannelCreate:
            return Operation::make(
                kind, makeUuidV7(),
                {{"name"_L1, makeUuidV7().toString(QUuid::WithoutBraces)}, {"kind"_L1, u"private"_s}});
        case OperationKind::ChannelPatch:
            return Operation::make(kind, m_channel.id.uuid(), {{"topic"_L1, makeUuidV7().toString()}});
        case OperationKind::ChannelJoin:
        case OperationKind::ChannelLeave:
            return Operation::make(kind, m_channel.id.uuid());
        case OperationKind::ChannelAdd:
            return Operation::make(kind, m_channel.id.uuid(),
                                   {{"person"_L1, m_people.value(u"member-in"_s).toString()}});
        case OperationKind::ChannelRemove:
            return Operation::make(kind, m_channel.id.uuid(),
                                   {{"person"_L1, m_people.value(u"member-spare"_s).toString()}});
        case OperationKind::ConsentRecord:
            return Operation::make(kind, makeUuidV7(),
                                   {{"purpose"_L1, Purposes::Analytics},
                                    {"decision"_L1, u"given"_s},
                                    {"method"_L1, u"switch"_s}});
        case OperationKind::RequestCreate:
            return Operation::make(kind, makeUuidV7(), {{"kind"_L1, u"access"_s}});
        case OperationKind::RequestMessage:
        case OperationKind::RequestWithdraw:
        case OperationKind::RequestAnswer:
        case OperationKind::RequestExtend:
        case OperationKind::RequestRefuse:
        case OperationKind::RequestLift: {
            RightsRequest request;
            if (kind == OperationKind::RequestLift) {
                request.kind = RightsKind::Restriction;
                request.ground = RestrictionGround::Unlawful;
                request.state = RightsRequest::State::Answered;
                request.closedAt = m_clock.now();
            }
            request.id = RequestId::create();
            request.person = author;
            request.receivedAt = m_clock.now();
            request.dueAt = dueAfter(request.receivedAt, AnswerMonths, "UTC");
            (void)PrivacyDesk(workspace).publishRequest(request, author);
            return Operation::make(kind, request.id.uuid(), {{"text"_L1, u"words"_s}});
        }
        case OperationKind::NoticeRead: {
            Notice notice;
            notice.id = NoticeId::create();
            notice.title = u"told"_s;
            (void)PrivacyDesk(workspace).publishNotice(notice);
            return Operation::make(kind, notice.id.uuid());
        }
        case OperationKind::ProfilePatch:
            return Operation::make(kind, author.uuid(), {{"pronouns"_L1, u"they"_s}});
        case OperationKind::PreferenceSet:
            return Operation::make(kind, preferenceId(author, u"mute.x"_s),
                                   {{"name"_L1, u"mute.x"_s}, {"value"_L1, u"1"_s}});
        case OperationKind::DirectOpen:
            break;
        }
        return Operation::make(kind, makeUuidV7());
    }

private Q_SLOTS:
    void init()
    {
        m_db = std::move(*Connection::open({u":memory:"_s, false, false}, Secret()));
        VERIFY_OK(migrateServer(*m_db));
        m_workspace = Workspace::create(*m_db, u"here"_s).value();
        m_other = Workspace::create(*m_db, u"there"_s).value();
        m_people.clear();
        for (const QString &who :
             {u"owner-in"_s, u"admin-in"_s, u"member-in"_s, u"member-author"_s, u"member-spare"_s,
              u"guest-in"_s, u"member-out"_s, u"guest-out"_s, u"admin-out"_s})
            m_people.insert(who, add(m_workspace, who, roleOf(who)));
        Workspace workspace(*m_db, m_workspace, m_clock);
        Channel channel;
        channel.id = ChannelId::create();
        channel.kind = ChannelKind::Private;
        channel.name = u"room"_s;
        QList<PersonId> members;
        for (auto it = m_people.begin(); it != m_people.end(); ++it) {
            if (!it.key().endsWith(u"out"_s))
                members.append(it.value());
        }
        m_channel = workspace.createChannel(channel, m_people.value(u"member-author"_s), members).value();
        PrivacyDesk desk(workspace);
        VERIFY_OK(desk.ensureDefaults());
        WorkspaceRules privacy = desk.rules().value();
        privacy.contacts = {m_people.value(u"guest-out"_s)};
        VERIFY_OK(desk.publishRules(privacy));
    }

    void everyOperationByEveryPerson_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("who");
        for (const Rule &rule : rules()) {
            if (rule.kind == OperationKind::DirectOpen || rule.kind == OperationKind::ChannelJoin)
                continue; // About people and public channels; below.
            for (const QString &who : {u"owner-in"_s, u"admin-in"_s, u"member-in"_s, u"member-author"_s,
                                       u"guest-in"_s, u"member-out"_s, u"guest-out"_s, u"admin-out"_s})
                QTest::addRow("%s by %s", nameOf(rule.kind).data(), qPrintable(who)) << int(rule.kind) << who;
        }
    }
    void everyOperationByEveryPerson()
    {
        QFETCH(int, kind);
        QFETCH(QString, who);
        const Rule &rule = ruleFor(OperationKind(kind));
        const PersonId author = m_people.value(u"member-author"_s);
        const Operation operation = prepare(rule.kind, author);
        const bool inside = !who.endsWith(u"out"_s);
        const bool needsChannel = rule.kind != OperationKind::ChannelCreate;
        const bool contact = who == u"guest-out";
        const bool aboutRequest = QLatin1StringView(nameOf(rule.kind)).startsWith("request."_L1);
        const Facts facts{roleOf(who),
                          needsChannel && int(rule.kind) <= int(OperationKind::DirectOpen),
                          inside,
                          who == u"member-author",
                          !aboutRequest || contact || who == u"member-author",
                          contact};
        Workspace workspace(*m_db, m_workspace, m_clock);
        Executor executor(workspace, {m_people.value(who), roleOf(who), DeviceId::create()});
        const auto verdict = executor.execute(operation);
        VERIFY_OK(verdict);
        const bool allowed = isAllowed(rule, facts);
        QVERIFY2((verdict->kind == Verdict::Kind::Ok) == allowed,
                 qPrintable(verdict->code + verdict->message));
        if (!allowed)
            QVERIFY(!verdict->message.isEmpty());
    }

    void personalThingsBelongToWhoIsNamedInThem_data()
    {
        QTest::addColumn<OperationKind>("kind");
        QTest::addColumn<QString>("who");
        QTest::addColumn<bool>("allowed");
        // Not taken from the server's table: written down by hand, from docs/protocol.md.
        using Kind = OperationKind;
        const QList<std::pair<Kind, QStringList>> expected{
            {Kind::TaskPatch, {u"creator"_s, u"assignee"_s}},
            {Kind::TaskDelete, {u"creator"_s}},
            {Kind::EventPatch, {u"creator"_s}},
            {Kind::EventDelete, {u"creator"_s}},
            {Kind::EventAnswer, {u"creator"_s, u"assignee"_s}}};
        for (const auto &[kind, allowed] : expected) {
            for (const QString &who :
                 {u"creator"_s, u"assignee"_s, u"colleague"_s, u"guest-in"_s, u"admin-in"_s, u"owner-in"_s})
                QTest::addRow("%s by %s", nameOf(kind).data(), qPrintable(who))
                    << kind << who << allowed.contains(who);
        }
    }
    void personalThingsBelongToWhoIsNamedInThem()
    {
        QFETCH(OperationKind, kind);
        QFETCH(QString, who);
        QFETCH(bool, allowed);
        const PersonId creator = m_people.value(u"member-author"_s);
        const PersonId assignee = m_people.value(u"member-in"_s);
        Workspace workspace(*m_db, m_workspace, m_clock);
        Task task;
        task.id = TaskId::create();
        task.creator = creator;
        task.assignee = assignee;
        task.title = u"personal"_s;
        VERIFY_OK(workspace.publishTask(task, std::nullopt, creator));
        Event event;
        event.id = EventId::create();
        event.organizer = creator;
        event.title = u"personal"_s;
        event.start = wallFromText(u"2026-11-19T15:00:00"_s);
        event.end = wallFromText(u"2026-11-19T16:00:00"_s);
        event.zone = "UTC";
        event.attendees = {{creator, Answer::Yes}, {assignee, Answer::None}};
        VERIFY_OK(workspace.publishEvent(event, std::nullopt, creator));
        const bool aboutTask = kind == OperationKind::TaskPatch || kind == OperationKind::TaskDelete;
        const QJsonObject data = kind == OperationKind::EventAnswer ? QJsonObject{{"answer"_L1, u"yes"_s}}
                                                                    : QJsonObject{{"title"_L1, u"changed"_s}};
        const bool changes = kind != OperationKind::TaskDelete && kind != OperationKind::EventDelete;
        const QString person = who == u"creator" ? u"member-author"_s
            : who == u"assignee"                 ? u"member-in"_s
            : who == u"colleague"                ? u"member-spare"_s
                                                 : who;
        Executor executor(workspace, {m_people.value(person), roleOf(person), DeviceId::create()});
        const auto verdict = executor.execute(Operation::make(
            kind, aboutTask ? task.id.uuid() : event.id.uuid(), changes ? data : QJsonObject()));
        VERIFY_OK(verdict);
        QVERIFY2((verdict->kind == Verdict::Kind::Ok) == allowed,
                 qPrintable(verdict->code + verdict->message));
        // Nobody outside learns that it exists.
        if (!allowed && who != u"assignee")
            QCOMPARE(verdict->code, u"not_found"_s);
    }

    void anotherWorkspaceReachesNothing()
    {
        const PersonId stranger = add(m_other, u"stranger"_s, Role::Owner);
        for (const Rule &rule : rules()) {
            // Makes something of one's own.
            if (rule.kind == OperationKind::ChannelCreate || rule.kind == OperationKind::DirectOpen
                || rule.kind == OperationKind::ConsentRecord || rule.kind == OperationKind::RequestCreate)
                continue;
            const Operation operation = prepare(rule.kind, m_people.value(u"member-author"_s));
            Workspace workspace(*m_db, m_other, m_clock);
            Executor executor(workspace, {stranger, Role::Owner, DeviceId::create()});
            const auto verdict = executor.execute(operation);
            VERIFY_OK(verdict);
            QVERIFY2(verdict->kind == Verdict::Kind::Rejected, nameOf(rule.kind).data());
        }
    }

    void onlyPublicChannelsCanBeJoined()
    {
        Workspace workspace(*m_db, m_workspace, m_clock);
        Channel open;
        open.id = ChannelId::create();
        open.name = u"open"_s;
        VERIFY_OK(workspace.createChannel(open, {}, {}));
        const auto join = [&](const QString &who, ChannelId channel) {
            Executor executor(workspace, {m_people.value(who), roleOf(who), DeviceId::create()});
            return executor.execute(Operation::make(OperationKind::ChannelJoin, channel.uuid()))->kind
                == Verdict::Kind::Ok;
        };
        QVERIFY(join(u"member-out"_s, open.id));
        QVERIFY(!join(u"guest-out"_s, open.id));
        QVERIFY(!join(u"member-out"_s, m_channel.id));
        QVERIFY(!join(u"admin-out"_s, m_channel.id));
    }

    void anOperationIsAppliedOnce()
    {
        Workspace workspace(*m_db, m_workspace, m_clock);
        Executor executor(workspace, {m_people.value(u"member-in"_s), Role::Member, DeviceId::create()});
        const Operation operation = prepare(OperationKind::MessagePost, {});
        const auto first = executor.execute(operation);
        const auto second = executor.execute(operation);
        QCOMPARE(first->kind, Verdict::Kind::Ok);
        QCOMPARE(second->kind, Verdict::Kind::Duplicate);
        QCOMPARE(first->rev, second->rev);
        QCOMPARE(m_db->value(u"SELECT count(*) FROM message"_s).value().toInt(), 1);
        Executor thief(workspace, {m_people.value(u"owner-in"_s), Role::Owner, DeviceId::create()});
        QCOMPARE(thief.execute(operation)->kind, Verdict::Kind::Rejected);
    }

    void aDeletedMessagesTextLeavesTheLog()
    {
        Workspace workspace(*m_db, m_workspace, m_clock);
        Executor executor(workspace, {m_people.value(u"member-in"_s), Role::Member, DeviceId::create()});
        Operation post = prepare(OperationKind::MessagePost, {});
        post.data.insert("text"_L1, u"canary-in-log"_s);
        VERIFY_OK(executor.execute(post));
        VERIFY_OK(executor.execute(Operation::make(OperationKind::MessageDelete, post.target)));
        QCOMPARE(m_db->value(u"SELECT count(*) FROM log WHERE data LIKE '%canary-in-log%'"_s).value().toInt(),
                 0);
        QCOMPARE(
            m_db->value(u"SELECT count(*) FROM message WHERE text LIKE '%canary-in-log%'"_s).value().toInt(),
            0);
    }
};
CHATOPS_TEST(TestAuthority)

#include "testauthority.moc"
