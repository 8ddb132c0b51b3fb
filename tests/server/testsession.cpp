// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "server/hub/hub.h"
#include "tests/support/registry.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Server;
using namespace Qt::Literals::StringLiterals;

namespace {

class TestClock final : public Clock {
public:
    qint64 time = 1'700'000'000'000;
    [[nodiscard]] qint64 now() const override { return time; }
    [[nodiscard]] qint64 monotonic() const override { return time; }
};

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
    TestClock m_clock;
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
        auto folder = DataFolder::open(m_dir->path());
        auto db = folder->connect();
        m_hub = std::make_unique<Hub>(*folder, std::move(*db), m_clock);
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
        m_clock.time += 6'000;
        silent.tick(m_clock.time);
        QVERIFY(late.closed != 0);
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
        session.tick(m_clock.time);
        m_clock.time += 29'000;
        session.receive(encode(Frame::Ping{}));
        session.tick(m_clock.time);
        QCOMPARE(pipe.closed, 0);
        m_clock.time += 2'000;
        session.tick(m_clock.time);
        QVERIFY(pipe.closed != 0);
    }

    void anExpiredTokenAsksForAnotherThenEnds()
    {
        Pipe pipe;
        Session session(*m_hub, pipe);
        session.receive(encode(hello(rev())));
        m_clock.time += AccessLifetime - 30'000;
        session.receive(encode(Frame::Ping{}));
        session.tick(m_clock.time);
        QCOMPARE(pipe.all<Frame::AuthExpiring>().size(), 1);
        const Tokens next = m_hub->accounts().refresh(m_tokens.refresh).value();
        session.receive(encode(Frame::Auth{next.access}));
        m_clock.time += 60'000;
        session.receive(encode(Frame::Ping{}));
        session.tick(m_clock.time);
        QCOMPARE(pipe.closed, 0);
        m_clock.time += AccessLifetime;
        session.receive(encode(Frame::Ping{}));
        session.tick(m_clock.time);
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
