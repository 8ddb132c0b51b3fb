// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "models/operations.h"
#include "server/hub/executor.h"
#include "server/hub/files.h"
#include "server/hub/hub.h"
#include "tests/server/openhub.h"
#include "tests/support/registry.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace ChatOps;
using namespace ChatOps::Server;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace {

class Pipe final : public Outlet {
public:
    void send(const QByteArray &frame) override
    {
        sent.append(frame);
        if (stuck)
            waiting += frame.size();
    }
    [[nodiscard]] qint64 unsent() const override { return waiting; }
    void close(int code, const QString &) override { closed = code; }
    template <typename T>
    [[nodiscard]] QList<T> all() const
    {
        QList<T> found;
        for (const QByteArray &frame : sent) {
            const auto decoded = decode(frame, {4 * MaxFrameDown, 16});
            if (decoded && std::holds_alternative<T>(*decoded))
                found.append(std::get<T>(*decoded));
        }
        return found;
    }
    QList<QByteArray> sent;
    qint64 waiting = 0;
    bool stuck = false;
    int closed = 0;
};

} // namespace

/// The server's side of a conversation, without a socket.
class TestSession : public QObject {
    Q_OBJECT
private:
    TestClock m_clock{1'700'000'000'000};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Hub> m_hub;
    WorkspaceId m_workspace;
    PersonId m_ana;
    PersonId m_bob;
    Channel m_channel;
    DeviceId m_device;
    Tokens m_tokens;

    Frame::Hello hello(qint64 rev = -1) const
    {
        Frame::Hello frame;
        frame.token = m_tokens.access;
        frame.device = m_device;
        if (rev >= 0)
            frame.cursor = {m_hub->epoch(), rev};
        return frame;
    }
    qint64 rev() { return Workspace(m_hub->db(), m_workspace, m_clock).summary()->rev; }
    void ticks(int seconds)
    {
        for (int second = 0; second < seconds; ++second) {
            m_clock.at += 1'000;
            m_hub->tick();
        }
    }
    /// Frames of the write-ahead log that end a transaction (SQLite file format, section 4.1); the
    /// log is not started again within a test.
    int commits()
    {
        QFile log(m_dir->filePath(u"server.db-wal"_s));
        if (!log.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray all = log.readAll();
        const auto number = [&all](qsizetype at) { return qFromBigEndian<quint32>(all.constData() + at); };
        int ended = 0;
        for (qsizetype at = 32; at + 24 <= all.size(); at += 24 + qsizetype(number(8)))
            ended += number(at + 4) != 0 ? 1 : 0;
        return ended;
    }
    void post(const QString &text)
    {
        Message message;
        message.id = MessageId::create();
        message.channel = m_channel.id;
        message.author = m_bob;
        message.text = text;
        Workspace workspace(m_hub->db(), m_workspace, m_clock);
        VERIFY_OK(workspace.postMessage(message));
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_hub = openHub(m_dir->path(), m_clock);
        m_workspace = Workspace::create(m_hub->db(), u"w"_s).value();
        Workspace workspace(m_hub->db(), m_workspace, m_clock);
        m_ana = workspace.addPerson(u"Ana"_s, u"ana"_s, Role::Member, u"-"_s).value();
        m_bob = workspace.addPerson(u"Bob"_s, u"bob"_s, Role::Member, u"-"_s).value();
        Channel channel;
        channel.id = ChannelId::create();
        channel.name = u"c"_s;
        channel.kind = ChannelKind::Private;
        m_channel = workspace.createChannel(channel, m_bob, {m_ana, m_bob}).value();
        m_device = DeviceId::create();
        m_tokens = m_hub->accounts().startSession(m_ana, m_device, {}).value();
    }

    void helloMustComeFirstAndOnTime()
    {
        Pipe pipe;
        Session session(*m_hub, pipe);
        session.receive(encode(Frame::Ping{}));
        QCOMPARE(pipe.closed, 1002);
        Pipe late;
        Session silent(*m_hub, late);
        ticks(6);
        QVERIFY(late.closed != 0);
    }

    void aBusyServerDoesNotBlameThoseWhoWait()
    {
        Pipe pipe;
        Session waiting(*m_hub, pipe);
        ticks(1);
        m_clock.at += 20'000; // It did something else, and has not read what was sent meanwhile.
        m_hub->tick();
        QCOMPARE(pipe.closed, 0);
        ticks(6);
        QVERIFY(pipe.closed != 0);
    }

    void aFreshDeviceNeedsASnapshot()
    {
        Pipe pipe;
        Session session(*m_hub, pipe);
        session.receive(encode(hello()));
        QVERIFY(pipe.all<Frame::Welcome>().at(0).snapshot);
        QCOMPARE(pipe.closed, 1000);
    }

    void joiningBringsTheChannelAndLeavingTakesIt()
    {
        Pipe pipe;
        Session session(*m_hub, pipe);
        session.receive(encode(hello(rev())));
        QCOMPARE(pipe.all<Frame::ScopeAdd>().size(), 1); // Held nothing: it is brought.
        Workspace workspace(m_hub->db(), m_workspace, m_clock);
        VERIFY_OK(workspace.removeMember(m_channel, m_ana));
        m_hub->published(m_workspace);
        QCOMPARE(pipe.all<Frame::ScopeDrop>().last().channel, m_channel.id);
        const qsizetype before = pipe.sent.size();
        post(u"not for Ana"_s);
        m_hub->published(m_workspace);
        for (qsizetype i = before; i < pipe.sent.size(); ++i)
            QVERIFY(!pipe.sent[i].contains("not for Ana"));
        VERIFY_OK(workspace.addMember(m_channel, m_ana));
        m_hub->published(m_workspace);
        QCOMPARE(pipe.all<Frame::ScopeAdd>().size(), 2);
        QVERIFY(pipe.sent.join().contains("not for Ana"));
    }

    void aJoinedChannelBringsItsReadMarkerAndNoOlderOne()
    {
        Workspace workspace(m_hub->db(), m_workspace, m_clock);
        post(u"one"_s);
        post(u"two"_s);
        const qint64 before = rev();
        VERIFY_OK(workspace.markRead(m_ana, m_channel.id, 2));
        VERIFY_OK(workspace.removeMember(m_channel, m_ana));
        VERIFY_OK(workspace.addMember(m_channel, m_ana));
        const auto markers = [&](const Frame::Hello &frame) {
            Pipe pipe;
            Session session(*m_hub, pipe);
            session.receive(encode(frame));
            QList<qint64> seqs;
            for (const Delta &delta : pipe.all<Delta>()) {
                for (const Change &change : delta.changes) {
                    if (change.entity == EntityKind::Read)
                        seqs.append(change.data.value("seq"_L1).toInteger());
                }
            }
            return seqs;
        };
        // Of the earlier membership nothing comes, wherever the device was.
        QCOMPARE(markers(hello(before)), QList<qint64>());
        QCOMPARE(markers(hello(rev())), QList<qint64>());
        VERIFY_OK(workspace.markRead(m_ana, m_channel.id, 1));
        // A device that was cut off while joining has passed the change already.
        QCOMPARE(markers(hello(rev())), QList<qint64>{1});
    }

    void deltasFollowEachOtherWithoutAGap()
    {
        Pipe pipe;
        Session session(*m_hub, pipe);
        const qint64 start = rev();
        session.receive(encode(hello(start)));
        for (int i = 0; i < 500; ++i)
            post(QString(1000, u'x'));
        m_hub->published(m_workspace);
        qint64 cursor = start;
        for (const Delta &delta : pipe.all<Delta>()) {
            QCOMPARE(delta.from, cursor);
            cursor = delta.to;
        }
        QCOMPARE(cursor, rev());
        for (const QByteArray &frame : std::as_const(pipe.sent))
            QVERIFY(frame.size() <= MaxFrameDown);
    }

    void whoWasAwayForLongGetsEveryChangeOfWhatItHolds()
    {
        for (int i = 0; i < 100; ++i)
            post(u"early %1"_s.arg(i));
        Frame::Hello frame = hello(rev());
        frame.held = {{m_channel.id, readMembership(m_hub->db(), m_channel.id, m_ana)->value()}};
        for (int i = 0; i < 2500; ++i)
            post(u"late %1"_s.arg(i));
        Workspace workspace(m_hub->db(), m_workspace, m_clock);
        const auto edit = [&](qint64 seq, const QString &text) {
            Message message = readMessages(m_hub->db(), m_channel.id, seq, seq)->first();
            message.text = text;
            VERIFY_OK(workspace.publishMessage(message, m_bob, {}, true));
        };
        edit(7, u"edited while away"_s);
        Pipe pipe;
        Session session(*m_hub, pipe);
        session.receive(encode(frame));
        const QList<Frame::Gap> gaps = pipe.all<Frame::Gap>();
        QCOMPARE(gaps.size(), 1);
        QCOMPARE(gaps[0].first, 101);
        QVERIFY(pipe.sent.join().contains("edited while away"));
        QVERIFY(!pipe.sent.join().contains("late 10\""));
        QVERIFY(pipe.sent.join().contains("late 2499"));
        // It may have fetched rows of the gap since: what happens to them from now on is told.
        edit(gaps[0].first + 5, u"edited in the gap"_s);
        m_hub->published(m_workspace);
        QVERIFY(pipe.sent.join().contains("edited in the gap"));
    }

    void manyChannelsAtOnceWaitForASlowPeer()
    {
        Workspace workspace(m_hub->db(), m_workspace, m_clock);
        for (int i = 0; i < 40; ++i) {
            Channel channel;
            channel.id = ChannelId::create();
            channel.name = u"c%1"_s.arg(i);
            channel.kind = ChannelKind::Private;
            const Channel made = workspace.createChannel(channel, m_bob, {m_ana, m_bob}).value();
            for (int j = 0; j < 50; ++j) {
                Message message;
                message.id = MessageId::create();
                message.channel = made.id;
                message.author = m_bob;
                message.text = QString(3000, u'x');
                VERIFY_OK(workspace.postMessage(message));
            }
        }
        Pipe pipe;
        pipe.stuck = true;
        Session session(*m_hub, pipe);
        session.receive(encode(hello(rev())));
        QVERIFY(pipe.waiting < 2 * 1024 * 1024);
        QVERIFY(pipe.all<Frame::ScopeAdd>().size() < 41);
        pipe.stuck = false;
        pipe.waiting = 0;
        session.pump();
        QCOMPARE(pipe.all<Frame::ScopeAdd>().size(), 41);
    }

    void aLargeChannelIsBroughtWhole()
    {
        // More than a peer may leave unread otherwise: it would be cut off at every try.
        Workspace workspace(m_hub->db(), m_workspace, m_clock);
        for (int i = 0; i < 600; ++i) {
            Task task;
            task.id = TaskId::create();
            task.channel = m_channel.id;
            task.creator = m_bob;
            task.title = u"task"_s;
            task.description = QString(10'000, u'x');
            VERIFY_OK(workspace.publishTask(task, std::nullopt, m_bob));
        }
        Pipe pipe;
        pipe.stuck = true;
        Session session(*m_hub, pipe);
        session.receive(encode(hello(rev())));
        QVERIFY(pipe.waiting > 5 * 1024 * 1024);
        session.tick(m_clock.at);
        QCOMPARE(pipe.closed, 0);
        QCOMPARE(pipe.all<Frame::ScopeAdd>().size(), 1);
        // Once it has been taken, the ordinary bound holds again.
        pipe.waiting = 0;
        session.tick(m_clock.at);
        pipe.waiting = 5 * 1024 * 1024;
        session.receive(encode(Frame::Ping{}));
        QCOMPARE(pipe.closed, 1008);
    }

    void aFileSentAgainIsKeptForItsMessage()
    {
        SessionRow session;
        session.person = m_ana;
        session.workspace = m_workspace;
        const FileId file = FileId::create();
        VERIFY_OK(storeFile(m_hub->db(), session, file, "bytes", 1'000));
        const qint64 late = 1'000 + UnattachedKept - 1;
        VERIFY_OK(storeFile(m_hub->db(), session, file, "bytes", late));
        QCOMPARE(removeUnattachedFiles(m_hub->db(), late + 1'000).value(), 0);
        QCOMPARE(readFile(m_hub->db(), session, file).value(), "bytes");
        QCOMPARE(removeUnattachedFiles(m_hub->db(), late + UnattachedKept + 1).value(), 1);
        QVERIFY(!readFile(m_hub->db(), session, file));
    }

    void aReadMarkerNeverGoesBack()
    {
        for (int i = 0; i < 20; ++i)
            post(u"x"_s);
        Workspace workspace(m_hub->db(), m_workspace, m_clock);
        VERIFY_OK(workspace.markRead(m_ana, m_channel.id, 15));
        const qint64 reached = rev();
        const auto entries = [this] {
            return m_hub->db().value(u"SELECT count(*) FROM log"_s)->toLongLong();
        };
        const qint64 before = entries();
        for (const qint64 seq : {10, 15}) {
            QCOMPARE(workspace.markRead(m_ana, m_channel.id, seq).value(), reached);
            Workspace::Written written;
            written.rev = reached + 5;
            workspace.note(&written);
            QCOMPARE(workspace.markRead(m_ana, m_channel.id, seq).value(), reached + 5);
            QVERIFY(written.entries.isEmpty());
            workspace.note(nullptr);
        }
        QCOMPARE(entries(), before);
        QCOMPARE(rev(), reached);
        QCOMPARE(
            m_hub->db().value(u"SELECT seq FROM read_marker WHERE person = ?"_s, {m_ana.toBytes()})->toInt(),
            15);
    }

    void deletedTextIsNotServedFromMemory()
    {
        Frame::Hello frame = hello(rev());
        post(u"regretted"_s);
        Pipe first;
        Session ana(*m_hub, first);
        frame.held = {{m_channel.id, readMembership(m_hub->db(), m_channel.id, m_ana)->value()}};
        ana.receive(encode(frame));
        QVERIFY(first.sent.join().contains("regretted"));
        const DeviceId device = DeviceId::create();
        Pipe bobs;
        Session bob(*m_hub, bobs);
        Frame::Hello his = hello(rev());
        his.device = device;
        his.token = m_hub->accounts().startSession(m_bob, device, {})->access;
        bob.receive(encode(his));
        Frame::Operations remove;
        remove.operations.append(Operation::make(
            OperationKind::MessageDelete, readMessages(m_hub->db(), m_channel.id, 1, 1)->first().id.uuid()));
        bob.receive(encode(remove));
        QCOMPARE(bobs.all<Frame::Verdicts>().at(0).verdicts.at(0).kind, Verdict::Kind::Ok);
        // A device that was away gets the newest state only.
        Pipe second;
        Session back(*m_hub, second);
        back.receive(encode(frame));
        QVERIFY(!second.sent.join().contains("regretted"));
    }

    void directMessagesCannotBePreparedByOthers()
    {
        Workspace workspace(m_hub->db(), m_workspace, m_clock);
        const PersonId eve = workspace.addPerson(u"Eve"_s, u"eve"_s, Role::Member, u"-"_s).value();
        const ChannelId theirs = directChannelId(m_workspace, {m_ana, m_bob});
        Executor evil(workspace, {eve, Role::Member, DeviceId::create()});
        Operation operation = Operation::make(
            OperationKind::ChannelCreate, theirs.uuid(),
            {{"name"_L1, u"x"_s}, {"kind"_L1, u"private"_s}, {"members"_L1, QJsonArray{m_ana.toString()}}});
        QCOMPARE(evil.execute(operation)->kind, Verdict::Kind::Rejected);
        // Should such a row exist all the same, nobody is led into it.
        Channel trap;
        trap.id = theirs;
        trap.name = u"trap"_s;
        trap.kind = ChannelKind::Private;
        VERIFY_OK(workspace.createChannel(trap, eve, {eve, m_ana, m_bob}));
        Executor ana(workspace, {m_ana, Role::Member, m_device});
        const auto opened = ana.execute(Operation::make(OperationKind::DirectOpen, theirs.uuid(),
                                                        {{"people"_L1, QJsonArray{m_bob.toString()}}}));
        QCOMPARE(opened->kind, Verdict::Kind::Rejected);
    }

    void aSlowPeerCostsBoundedMemoryAndIsClosed()
    {
        Pipe pipe;
        Session session(*m_hub, pipe);
        session.receive(encode(hello(rev())));
        pipe.stuck = true;
        for (int i = 0; i < 4000; ++i)
            post(QString(2000, u'x'));
        m_hub->published(m_workspace);
        QVERIFY(pipe.waiting < 2 * 1024 * 1024);
        session.tick(m_clock.at);
        m_clock.at += 29'000;
        session.receive(encode(Frame::Ping{}));
        session.tick(m_clock.at);
        QCOMPARE(pipe.closed, 0);
        m_clock.at += 2'000;
        session.tick(m_clock.at);
        QVERIFY(pipe.closed != 0);
    }

    void anExpiredTokenAsksForAnotherThenEnds()
    {
        Pipe pipe;
        Session session(*m_hub, pipe);
        session.receive(encode(hello(rev())));
        m_clock.at += AccessLifetime - 30'000;
        session.receive(encode(Frame::Ping{}));
        session.tick(m_clock.at);
        QCOMPARE(pipe.all<Frame::AuthExpiring>().size(), 1);
        const Tokens next = m_hub->accounts().refresh(m_tokens.refresh).value();
        session.receive(encode(Frame::Auth{next.access}));
        m_clock.at += 60'000;
        session.receive(encode(Frame::Ping{}));
        session.tick(m_clock.at);
        QCOMPARE(pipe.closed, 0);
        m_clock.at += AccessLifetime;
        session.receive(encode(Frame::Ping{}));
        session.tick(m_clock.at);
        QVERIFY(pipe.closed != 0);
    }

    void anotherDevicesTokenIsRefused()
    {
        Pipe pipe;
        Session session(*m_hub, pipe);
        Frame::Hello stolen = hello(rev());
        stolen.device = DeviceId::create();
        session.receive(encode(stolen));
        QCOMPARE(pipe.all<Frame::Problem>().at(0).code, u"forbidden"_s);
        QVERIFY(pipe.closed != 0);
    }

    void tooManyOperationsHaveToWait()
    {
        Pipe pipe;
        Session session(*m_hub, pipe);
        session.receive(encode(hello(rev())));
        int waits = 0;
        for (int batch = 0; batch < 150; ++batch) {
            Frame::Operations frame;
            for (int i = 0; i < 20; ++i)
                frame.operations.append(
                    Operation::make(OperationKind::ReadMark, m_channel.id.uuid(), {{"seq"_L1, 0}}));
            session.receive(encode(frame));
        }
        for (const Frame::Verdicts &verdicts : pipe.all<Frame::Verdicts>())
            waits += int(std::count_if(verdicts.verdicts.begin(), verdicts.verdicts.end(),
                                       [](const Verdict &v) { return v.kind == Verdict::Kind::Wait; }));
        QVERIFY(waits > 0);
        QCOMPARE(pipe.closed, 0);
    }

    void changesOfOthersCostADeviceNoFrame()
    {
        Workspace workspace(m_hub->db(), m_workspace, m_clock);
        const PersonId eva = workspace.addPerson(u"Eva"_s, u"eva"_s, Role::Member, u"-"_s).value();
        m_device = DeviceId::create();
        m_tokens = m_hub->accounts().startSession(eva, m_device, {}).value();
        const qint64 start = rev();
        Pipe pipe;
        Session session(*m_hub, pipe);
        session.receive(encode(hello(start)));
        for (int i = 0; i < 10; ++i) {
            post(u"between others %1"_s.arg(i));
            m_hub->published(m_workspace);
        }
        QVERIFY(pipe.all<Delta>().isEmpty());
        // It has nothing to acknowledge, and is where it was as far as it knows.
        session.receive(encode(Frame::Ping{}));
        QCOMPARE(pipe.all<Frame::Pong>().last().rev, start);
        ticks(1);
        QCOMPARE(pipe.all<Delta>().size(), 1);
        QCOMPARE(pipe.all<Delta>().first().from, start);
        QCOMPARE(pipe.all<Delta>().first().to, rev());
        QVERIFY(pipe.all<Delta>().first().changes.isEmpty());
        // What concerns it begins where it is.
        post(u"between others again"_s);
        m_hub->published(m_workspace);
        const qint64 told = pipe.all<Delta>().last().to;
        QVERIFY(workspace.publishPerson(**readPerson(m_hub->db(), m_bob)));
        m_hub->published(m_workspace);
        QCOMPARE(pipe.all<Delta>().last().from, told);
        QCOMPARE(pipe.all<Delta>().last().to, rev());
        QCOMPARE(pipe.all<Delta>().last().changes.size(), 1);
        // An answer names a revision, which is reached without a wait.
        post(u"and again"_s);
        const Operation again = Make::readNotice(NoticeId::create());
        session.receive(encode(Frame::Operations{{again}}));
        QCOMPARE(pipe.all<Frame::Verdicts>().size(), 1);
        QCOMPARE(pipe.all<Delta>().last().to, rev());
    }

    void whatIsKeptOfTheLogIsWhatTheLogSays()
    {
        // Changes of a session are put behind what memory holds; others, like those of a command or
        // of a rewritten entry, are read from the log. Whoever comes back must see no difference.
        Pipe pipe;
        Session session(*m_hub, pipe);
        const qint64 start = rev();
        session.receive(encode(hello(start)));
        Frame::Hello later = hello(start);
        const auto say = [&](const QString &text) {
            const Operation operation = Make::post(m_channel.id, text);
            session.receive(encode(Frame::Operations{{operation}}));
            return MessageId(operation.target);
        };
        say(u"from a session"_s);
        post(u"from elsewhere"_s);
        say(u"from a session again"_s);
        const MessageId regretted = say(u"regretted"_s);
        session.receive(
            encode(Frame::Operations{{Make::post(m_channel.id, u"and gone at once"_s),
                                      Operation::make(OperationKind::MessageDelete, regretted.uuid())}}));
        say(u"the last"_s);
        // What a new device is brought besides the log has the revision it begins at.
        const auto heard = [start](const Pipe &from) {
            QList<std::pair<qint64, QJsonObject>> all; // The whole change: what is around its data, too.
            for (const Delta &delta : from.all<Delta>()) {
                for (const Change &change : delta.changes) {
                    if (change.rev > start)
                        all.append({change.rev, toJson(change)});
                }
            }
            return all;
        };
        const auto logged = [&] {
            Pipe away;
            later.device = DeviceId::create();
            later.token = m_hub->accounts().startSession(m_ana, later.device, {}).value().access;
            Session back(*m_hub, away);
            back.receive(encode(later));
            return heard(away);
        };
        const auto fromMemory = logged();
        m_hub->forgetRecent(m_workspace);
        const auto fromLog = logged();
        QCOMPARE(fromMemory, fromLog);
        QVERIFY(!fromLog.isEmpty());
        QCOMPARE(fromLog.last().first, rev());
        // Who was here all the time has heard the same revisions, each once and in their order.
        const auto live = heard(pipe);
        QCOMPARE(live.size(), fromLog.size());
        for (qsizetype i = 0; i < live.size(); ++i)
            QCOMPARE(live[i].first, fromLog[i].first);
    }

    void whatArrivesTogetherSharesATransaction()
    {
        QList<std::function<void()>> put;
        m_hub->later = [&put](std::function<void()> work) { put.append(std::move(work)); };
        const DeviceId second = DeviceId::create();
        const DeviceId third = DeviceId::create();
        Pipe pipes[3];
        Session ana(*m_hub, pipes[0]);
        ana.receive(encode(hello(rev())));
        const auto enter = [this](Session &session, DeviceId device) {
            Frame::Hello frame = hello(rev());
            frame.device = device;
            frame.token = m_hub->accounts().startSession(m_bob, device, {}).value().access;
            session.receive(encode(frame));
        };
        Session bob(*m_hub, pipes[1]);
        enter(bob, second);
        auto leaving = std::make_unique<Session>(*m_hub, pipes[2]);
        enter(*leaving, third);
        const auto say = [this](Session &session, const QString &text) {
            session.receive(encode(Frame::Operations{{Make::post(m_channel.id, text)}}));
        };
        say(ana, u"one"_s);
        say(bob, u"two"_s);
        say(*leaving, u"never"_s);
        leaving.reset();
        QCOMPARE(put.size(), 1);
        QVERIFY(pipes[0].all<Frame::Verdicts>().isEmpty());
        QCOMPARE(m_hub->db().value(u"SELECT count(*) FROM message"_s)->toInt(), 0);
        const int before = commits();
        put.takeFirst()();
        QCOMPARE(commits(), before + 1);
        QCOMPARE(pipes[0].all<Frame::Verdicts>().size(), 1);
        QCOMPARE(pipes[1].all<Frame::Verdicts>().size(), 1);
        QCOMPARE(m_hub->db().value(u"SELECT count(*) FROM message"_s)->toInt(), 2);

        // What cannot be stored is the matter of whom it belongs to.
        VERIFY_OK(m_hub->db().run(u"CREATE TRIGGER poison BEFORE INSERT ON message WHEN NEW.text = 'poison'"
                                  " BEGIN SELECT RAISE(ABORT, 'poison'); END"_s));
        say(ana, u"three"_s);
        say(bob, u"poison"_s);
        QCOMPARE(put.size(), 1);
        put.takeFirst()();
        QCOMPARE(pipes[0].all<Frame::Verdicts>().size(), 2);
        QCOMPARE(pipes[0].closed, 0);
        QCOMPARE(pipes[1].all<Frame::Verdicts>().size(), 1);
        QCOMPARE(pipes[1].closed, 1011);
        QCOMPARE(m_hub->db().value(u"SELECT count(*) FROM message"_s)->toInt(), 3);
    }

    void acknowledgingTheFutureIsAnError()
    {
        Pipe pipe;
        Session session(*m_hub, pipe);
        session.receive(encode(hello(rev())));
        session.receive(encode(Frame::Ack{rev() + 1000}));
        QCOMPARE(pipe.closed, 1002);
    }
};
CHATOPS_TEST(TestSession)

#include "testsession.moc"
