// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations.h"
#include "server/hub/accounts.h"
#include "server/hub/database.h"
#include "sync/httpclient.h"
#include "tests/support/rawclient.h"
#include "tests/support/registry.h"
#include "tests/support/serverprocess.h"
#include "tests/support/waiting.h"

#include <QElapsedTimer>
#include <QFile>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Five hundred connections that all get every message, and one that reads nothing.
/// CHATOPS_SOAK_MINUTES makes it last; then four messages a second are sent.
class TestCrowd : public QObject {
    Q_OBJECT
private:
    static constexpr int Size = 500;
    struct Member {
        DeviceId device;
        QString access;
        QString refresh;
        std::unique_ptr<RawClient> line;
        qint64 cursor = 0;
        int got = 0; ///< Messages of this test.
    };
    SystemClock m_clock;
    ServerProcess m_server;
    WorkspaceId m_workspace;
    ChannelId m_channel;
    Cursor m_start;
    Memberships m_held;
    std::vector<Member> m_members{Size + 1}; ///< The last one is deaf.
    HttpClient *m_http = nullptr;
    int m_sent = 0;
    int m_complete = 0; ///< Members that have the newest message.
    QElapsedTimer m_since;
    QList<double> m_delays; ///< Milliseconds from sending to each delivery.
    int m_deafLines = 0;

    [[nodiscard]] double memoryOfServer() const { return double(m_server.memory()) / 1024 / 1024; }
    [[nodiscard]] Frame::Hello helloOf(const Member &member) const
    {
        Frame::Hello hello;
        hello.token = member.access;
        hello.device = member.device;
        hello.cursor = m_start;
        hello.held = m_held;
        return hello;
    }
    void hear(Member &member, const AnyFrame &frame)
    {
        if (const auto *delta = std::get_if<Delta>(&frame)) {
            if (member.cursor == 0)
                member.cursor = delta->from;
            if (delta->from != member.cursor)
                qFatal("a delta begins at %lld instead of %lld", static_cast<long long>(delta->from),
                       static_cast<long long>(member.cursor));
            member.cursor = delta->to;
            for (const Change &change : delta->changes) {
                if (change.entity != EntityKind::Message)
                    continue;
                ++member.got;
                m_delays.append(double(m_since.nsecsElapsed()) / 1e6);
                m_complete += member.got == m_sent ? 1 : 0;
            }
            member.line->send(Frame::Ack{member.cursor});
        } else if (std::holds_alternative<Frame::AuthExpiring>(frame)) {
            follow(m_http->post(u"/v1/session/refresh"_s, {{"refresh"_L1, member.refresh}}), this,
                   [&member](const Result<QJsonObject> &next) {
                       if (!next)
                           qFatal("a token cannot be renewed");
                       member.access = next->value("access"_L1).toString();
                       member.refresh = next->value("refresh"_L1).toString();
                       member.line->send(Frame::Auth{member.access});
                   });
        }
    }
    void connectDeaf()
    {
        Member &deaf = m_members.back();
        // Who reads nothing is not told either that its token runs out.
        const auto next = await(m_http->post(u"/v1/session/refresh"_s, {{"refresh"_L1, deaf.refresh}}));
        VERIFY_OK(next);
        deaf.access = next->value("access"_L1).toString();
        deaf.refresh = next->value("refresh"_L1).toString();
        deaf.line = std::make_unique<RawClient>(m_server.port());
        ++m_deafLines;
        bool welcome = false;
        deaf.line->said = [&welcome](const AnyFrame &frame) {
            welcome |= std::holds_alternative<Frame::Welcome>(frame);
        };
        deaf.line->send(helloOf(deaf));
        QVERIFY(QTest::qWaitFor([&] { return welcome || deaf.line->isOver(); }, Patience));
        deaf.line->said = [](const AnyFrame &) {};
        deaf.line->goDeaf();
    }
    /// One message to everybody; until everybody has it.
    void round()
    {
        ++m_sent;
        m_complete = 0;
        m_since.start();
        Member &sender = m_members[size_t(m_sent) % Size];
        Operation post = Make::post(m_channel, QString(4'000, u'x'));
        post.seq = m_sent;
        sender.line->send(Frame::Operations{{post}});
        QVERIFY2(QTest::qWaitFor([&] { return m_complete >= Size; }, Patience),
                 qPrintable(u"%1 of %2 have message %3"_s.arg(m_complete).arg(Size).arg(m_sent)));
    }
    struct Figures {
        double median = 0;
        double worst = 0; ///< 99th percentile.
    };
    Figures takeDelays()
    {
        std::sort(m_delays.begin(), m_delays.end());
        const Figures figures{m_delays.value(m_delays.size() / 2),
                              m_delays.value(m_delays.size() * 99 / 100)};
        m_delays.clear();
        return figures;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server.makeDemo();
        {
            // Sessions as after a sign-in, without five hundred times the work of a password.
            auto folder = Server::DataFolder::open(m_server.dataPath());
            QVERIFY(folder);
            const auto db = folder->connect();
            QVERIFY(db);
            Transaction transaction(**db);
            m_workspace = Server::Workspace::all(**db)->first().id;
            Server::Workspace workspace(**db, m_workspace, m_clock);
            const PersonId owner = PersonId::fromBytes(
                (*db)->value(u"SELECT id FROM person WHERE handle = 'ana'"_s)->toByteArray());
            Channel channel;
            channel.id = ChannelId::create();
            channel.name = u"crowd"_s;
            channel.kind = ChannelKind::Private;
            m_channel = workspace.createChannel(channel, owner, {owner})->id;
            Server::Accounts accounts(**db, m_clock);
            for (Member &member : m_members) {
                const QString handle = u"crowd-%1"_s.arg(&member - m_members.data());
                const auto person = workspace.addPerson(handle, handle, Role::Member, u"-"_s);
                QVERIFY(person);
                VERIFY_OK(workspace.addMember(*Server::readChannel(**db, m_channel).value(), *person));
                member.device = DeviceId::create();
                const auto tokens = accounts.startSession(*person, member.device, u"crowd"_s);
                QVERIFY(tokens);
                member.access = tokens->access;
                member.refresh = tokens->refresh;
            }
            m_start = {Server::Workspace::epoch(**db).value(), workspace.summary()->rev};
            VERIFY_OK(transaction.commit());
        }
        m_server.start();
        m_http = new HttpClient(m_server.url(), nullptr, this);
    }

    void oneThatReadsNothingHarmsNobody()
    {
        const qint64 minutes = qEnvironmentVariableIntValue("CHATOPS_SOAK_MINUTES");
        QElapsedTimer all;
        all.start();
        int welcomes = 0;
        int held = 0;
        for (size_t i = 0; i < Size; ++i) {
            Member &member = m_members[i];
            member.line = std::make_unique<RawClient>(m_server.port());
            member.line->said = [&](const AnyFrame &frame) {
                welcomes += std::holds_alternative<Frame::Welcome>(frame) ? 1 : 0;
                if (const auto *added = std::get_if<Frame::ScopeAdd>(&frame);
                    added && added->channel == m_channel)
                    ++held;
            };
            member.line->send(helloOf(member));
        }
        // The channel is brought, since nobody said to hold it.
        QVERIFY(QTest::qWaitFor([&] { return welcomes == Size && held == Size; }, Patience));
        const qint64 connected = all.elapsed();
        for (size_t i = 0; i < Size; ++i) {
            Member &member = m_members[i];
            member.line->said = [this, &member](const AnyFrame &frame) { hear(member, frame); };
        }
        const int warm = 50;
        for (int i = 0; i < warm && !QTest::currentTestFailed(); ++i)
            round();
        const Figures alone = takeDelays();
        const double before = memoryOfServer();
        double half = before;
        double most = before;

        connectDeaf();
        QTimer pace;
        pace.setInterval(250);
        bool due = true;
        connect(&pace, &QTimer::timeout, this, [&due] { due = true; });
        if (minutes > 0)
            pace.start();
        QTimer pings;
        connect(&pings, &QTimer::timeout, this, [this] {
            for (Member &member : m_members)
                member.line->send(Frame::Ping{});
        });
        pings.start(20'000);
        all.start();
        int rounds = 0;
        // Two megabytes for who does not read it: more than is kept for anybody.
        const auto goesOn = [&] { return minutes > 0 ? all.elapsed() < minutes * 60'000 : rounds < 500; };
        while (goesOn() && !QTest::currentTestFailed()) {
            QVERIFY(QTest::qWaitFor([&] { return due; }, Patience));
            due = minutes == 0;
            round();
            ++rounds;
            if (m_members.back().line->isOver())
                connectDeaf();
            most = std::max(most, memoryOfServer());
            if (minutes > 0 ? all.elapsed() < minutes * 30'000 : rounds < 250)
                half = most;
        }
        if (QTest::currentTestFailed())
            return;
        const Figures beside = takeDelays();
        qInfo(
            "%d connections in %lld ms; %d messages to each; server %.1f MB before, at most %.1f MB in the "
            "first half, %.1f MB in the second; delivered within (median, 99 of 100) %.1f, %.1f ms alone and "
            "%.1f, %.1f ms beside one that reads nothing, which was connected %d time(s)",
            Size, static_cast<long long>(connected), m_sent, before, half, most, alone.median, alone.worst,
            beside.median, beside.worst, m_deafLines);
        // Changes kept at hand for everybody, and what may wait for one.
        QVERIFY2(most - before < MemoryFactor * 32, qPrintable(QString::number(most - before)));
        if (minutes >= 5) { // A lasting run has seen the deaf one closed, and come to rest.
            QVERIFY2(m_deafLines > 1, "it was never closed");
            QVERIFY2(most - half < 8, qPrintable(QString::number(most - half)));
            QVERIFY2(beside.worst < 3 * alone.worst + 50, qPrintable(QString::number(beside.worst)));
        }
        for (size_t i = 0; i < Size; ++i) {
            QVERIFY(m_members[i].line->isOpen());
            QCOMPARE(m_members[i].got, m_sent);
        }
    }
};
CHATOPS_TEST(TestCrowd)

#include "testcrowd.moc"
