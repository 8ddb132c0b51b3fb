// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/world.h"

#include "server/hub/privacydesk.h"

#include "core/planted.h"

#include <QDebug>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {
namespace {

constexpr qint64 tickEvery = 1'000;

} // namespace

World::World(quint64 seed)
    : m_random(seed)
{
    static const QTemporaryDir base;
    m_folder = base.path();
    disk.reset(seed + 1);
#ifdef CHATOPS_PLANTED_BUGS
    ++plantedRun;
#endif
    qputenv("CHATOPS_SERVER_KEY", QByteArray(64, 'a'));
    setIdSource([this] {
        quint64 high = m_random();
        quint64 low = m_random();
        high = (quint64(clock.now()) << 16) | 0x7000 | (high & 0x0fff);
        low = (low & 0x3fffffffffffffffULL) | 0x8000000000000000ULL;
        QByteArray bytes;
        for (int i = 7; i >= 0; --i)
            bytes += char(high >> (8 * i));
        for (int i = 7; i >= 0; --i)
            bytes += char(low >> (8 * i));
        return QUuid::fromRfc4122(bytes);
    });
    server = std::make_unique<SimServer>(*this);
    server->start();
    // Two to five devices of two to four people; the first two may be one person's.
    const auto count = int(between(2, 5));
    const int people = std::max(2, count - int(between(0, 1)));
    QList<PersonId> persons;
    Server::Hub &hub = *server->hub();
    {
        Transaction transaction(hub.db());
        Server::Workspace workspace(hub.db(), server->workspace(), clock);
        constexpr std::array roles{Role::Owner, Role::Member, Role::Member, Role::Guest, Role::Admin};
        for (int i = 0; i < people; ++i) {
            const QString name = QChar(u'a' + i) + u"nna"_s;
            persons.append(workspace.addPerson(name, name, roles[size_t(i)], u"-"_s).value());
        }
        for (int i = 0; i < 3; ++i) {
            Channel channel;
            channel.id = ChannelId::create();
            channel.name = u"channel-%1"_s.arg(i);
            channel.kind = i == 2 ? ChannelKind::Private : ChannelKind::Public;
            QList<PersonId> members{persons[0]};
            for (int p = 1; p < people; ++p) {
                if (chance(70))
                    members.append(persons[p]);
            }
            if (!workspace.createChannel(channel, persons[0], members))
                qFatal("a channel cannot be made");
        }
        if (!transaction.commit())
            qFatal("the workspace cannot be made");
    }
    for (int i = 0; i < count; ++i) {
        clients.push_back(
            std::make_unique<SimClient>(*this, i, persons[count > people ? std::max(0, i - 1) : i]));
        clients.back()->signIn();
        clients.back()->start();
    }
}

World::~World()
{
    for (const std::shared_ptr<Link> &link : links)
        link->endSession();
    m_queue = {};
    liars.clear();
    clients.clear();
    links.clear();
    server.reset();
    setIdSource({});
}

void World::at(qint64 delay, std::function<void()> work)
{
    m_queue.push({clock.elapsed() + std::max<qint64>(0, delay), ++m_serial, std::move(work)});
}

void World::fail(const QString &what)
{
    if (m_failure.isEmpty())
        m_failure = what;
    note(u"FAILED: "_s + what);
}

void World::note(const QString &what)
{
    if (!verbose && !history)
        return;
    const QString line = u"%1 ms: %2"_s.arg(clock.elapsed(), 8).arg(what);
    if (verbose)
        qInfo().noquote() << line;
    if (history)
        history->addData(line.toUtf8());
}

void World::reap()
{
    if (disk.isDead(server->node())) {
        note(u"the server died in a write"_s);
        server->crash(chance(50) ? MemoryDisk::Crash::Kill : MemoryDisk::Crash::PowerCut);
        at(between(100, 4'000), [this] {
            if (!server->isUp())
                server->start();
        });
    }
    for (const std::unique_ptr<SimClient> &client : clients) {
        if (!disk.isDead(client->node()))
            continue;
        note(u"client %1 died in a write"_s.arg(client->index()));
        client->crash(chance(50) ? MemoryDisk::Crash::Kill : MemoryDisk::Crash::PowerCut);
        at(between(100, 4'000), [c = client.get()] {
            if (!c->isRunning())
                c->start();
        });
    }
}

void World::advance(qint64 milliseconds)
{
    const qint64 end = clock.elapsed() + milliseconds;
    while (m_failure.isEmpty() && !m_queue.empty() && m_queue.top().at <= end) {
        const Due due = m_queue.top();
        m_queue.pop();
        clock.set(std::max(clock.elapsed(), due.at));
        due.work();
        reap();
    }
    clock.set(end);
}

QString World::run(const QList<Step> &steps)
{
    const auto ticking = std::make_shared<std::function<void()>>();
    *ticking = [this, weak = std::weak_ptr(ticking)] {
        server->tick();
        if (const auto again = weak.lock())
            at(tickEvery, *again);
    };
    at(tickEvery, *ticking);
    advance(1'500);
    for (const Step &step : steps) {
        if (!m_failure.isEmpty())
            return m_failure;
        advance(step.pause);
        note(step.text());
        take(step);
        reap();
    }
    if (m_failure.isEmpty())
        settle();
    return m_failure;
}

void World::take(const Step &step)
{
    SimClient &client = *clients[step.who % clients.size()];
    const std::string clientNode = client.node();
    using Kind = Step::Kind;
    const auto crashed = [&](MemoryDisk::Crash kind) {
        client.crash(kind);
        at(between(100, 6'000), [c = &client] {
            if (!c->isRunning())
                c->start();
        });
    };
    const auto serverBack = [&](qint64 least, qint64 most) {
        at(between(least, most), [this] {
            if (!server->isUp())
                server->start();
        });
    };
    switch (step.kind) {
    case Kind::Cut:
    case Kind::HalfOpen:
        if (client.link)
            client.link->cut(step.kind == Kind::HalfOpen);
        client.networkDown = step.kind == Kind::Cut && step.a % 2;
        break;
    case Kind::Heal:
        for (const std::unique_ptr<SimClient> &one : clients) {
            one->networkDown = one->answersLost = false;
            if (one->isRunning() && step.a % 2)
                one->happen(Happened::RetryRequested{});
        }
        break;
    case Kind::LoseFrame:
        if (client.link)
            ++client.link->loseFrames;
        break;
    case Kind::RepeatFrame:
        if (client.link)
            ++client.link->repeatFrames;
        break;
    case Kind::LoseAnswers:
        client.answersLost = true;
        at(between(500, 5'000), [c = &client] { c->answersLost = false; });
        break;
    case Kind::KillClient:
        crashed(MemoryDisk::Crash::Kill);
        break;
    case Kind::CutClientPower:
        crashed(MemoryDisk::Crash::PowerCut);
        break;
    case Kind::DieInClientWrite:
        disk.dieAfter(clientNode, int(step.a % 60) + 1);
        break;
    case Kind::KillServer:
    case Kind::CutServerPower:
        server->crash(step.kind == Kind::KillServer ? MemoryDisk::Crash::Kill : MemoryDisk::Crash::PowerCut);
        serverBack(100, 6'000);
        break;
    case Kind::DieInServerWrite:
        disk.dieAfter(server->node(), int(step.a % 60) + 1);
        break;
    case Kind::RestartServer:
        server->stopInOrder();
        serverBack(50, 2'000);
        break;
    case Kind::FillClientDisk:
    case Kind::FailClientDisk:
        disk.setMode(clientNode,
                     step.kind == Kind::FillClientDisk ? MemoryDisk::Mode::Full : MemoryDisk::Mode::Fails);
        break;
    case Kind::FillServerDisk:
        disk.setMode(server->node(), step.a % 2 ? MemoryDisk::Mode::Full : MemoryDisk::Mode::Fails);
        break;
    case Kind::RepairDisks:
        disk.setMode(server->node(), MemoryDisk::Mode::Works);
        for (const std::unique_ptr<SimClient> &one : clients)
            disk.setMode(one->node(), MemoryDisk::Mode::Works);
        break;
    case Kind::RotClientFile:
        crashed(MemoryDisk::Crash::Kill);
        client.rot(step.a, (quint64(step.b) << 32) | step.a);
        break;
    case Kind::ChangeProgram:
        crashed(step.a % 3 ? MemoryDisk::Crash::Kill : MemoryDisk::Crash::PowerCut);
        client.changeProgram();
        break;
    case Kind::JumpClock:
        clock.jump((qint64(step.a % 48) - 24) * 3'600'000);
        break;
    case Kind::AdminMembership:
    case Kind::AdminPerson:
    case Kind::AdminPrivacy:
    case Kind::TrimLog:
    case Kind::RevokeSession:
    case Kind::LoadAnew: {
        // A command in another process; the running server finds out by itself.
        const Result<std::unique_ptr<Connection>> beside = server->connectBeside();
        if (!beside)
            break;
        Transaction transaction(**beside);
        if (!transaction.begun())
            break;
        Server::Workspace workspace(**beside, server->workspace(), clock);
        Result<void> done;
        if (step.kind == Kind::AdminMembership) {
            const auto channel = workspace.channelByName(u"channel-%1"_s.arg(step.a % 3));
            if (channel && *channel) {
                const auto member = Server::readMembership(**beside, (*channel)->id, client.person());
                const Result<qint64> rev = member && *member
                    ? workspace.removeMember(**channel, client.person())
                    : workspace.addMember(**channel, client.person());
                // At once again: only the revision of the membership tells.
                if (rev && member && *member && step.b % 2)
                    (void)workspace.addMember(**channel, client.person());
                if (!rev)
                    done = std::unexpected(rev.error());
            }
        } else if (step.kind == Kind::AdminPerson) {
            const auto person = Server::readPerson(**beside, client.person());
            if (person && *person) {
                Person changed = **person;
                changed.name = u"Name %1"_s.arg(step.a % 100);
                done = workspace.publishPerson(changed);
            }
        } else if (step.kind == Kind::AdminPrivacy) {
            Server::PrivacyDesk desk(workspace);
            if (step.b % 2) {
                // Another one answers requests: who did so loses them, who does now gets them.
                Result<WorkspaceRules> rules = desk.rules();
                if (rules) {
                    rules->contacts = {client.person()};
                    done = desk.publishRules(*rules);
                }
            } else {
                Notice notice;
                notice.id = NoticeId::create();
                notice.kind = NoticeKind(int(step.a % 9));
                notice.title = u"Notice %1"_s.arg(step.a % 100);
                notice.from = clock.now();
                const Result<int> reached = desk.publishNotice(notice);
                if (!reached)
                    done = std::unexpected(reached.error());
            }
        } else if (step.kind == Kind::TrimLog) {
            const Result<int> trimmed = workspace.trimLog(qint64(step.a % 120));
            if (!trimmed)
                done = std::unexpected(trimmed.error());
        } else if (step.kind == Kind::LoadAnew) {
            done = workspace.raiseFloor();
        } else {
            done = Server::Accounts(**beside, clock).revokeAll(client.person());
        }
        if (done)
            (void)transaction.commit();
        break;
    }
    case Kind::BackUp:
        server->backUp();
        break;
    case Kind::Restore:
        if (server->hasBackup) {
            server->restore();
            serverBack(10, 1'000);
        }
        break;
    case Kind::Lie:
        // A few at a time; who is hung up on makes room.
        std::erase_if(liars, [](const std::unique_ptr<Liar> &liar) { return liar->isOver(); });
        if (liars.size() >= 2)
            liars.erase(liars.begin());
        if (server->isUp())
            liars.push_back(std::make_unique<Liar>(*this, client.person()));
        break;
    case Kind::ScrollBack:
        client.scrollBack(step.a);
        break;
    default:
        client.act(step);
    }
}

void World::settle()
{
    m_settling = true;
    liars.clear();
    note(u"everything is repaired"_s);
    disk.setMode(server->node(), MemoryDisk::Mode::Works);
    disk.dieAfter(server->node(), 0);
    if (!server->isUp())
        server->start();
    for (const std::unique_ptr<SimClient> &client : clients) {
        disk.setMode(client->node(), MemoryDisk::Mode::Works);
        disk.dieAfter(client->node(), 0);
        client->networkDown = client->answersLost = false;
        // Twice: the first may be that of a program too old for the files.
        for (int i = 0; i < 2 && !client->isRunning(); ++i)
            client->start();
        client->meetDamage();
        // A frame that was lost is noticed at the next connection at the latest.
        client->disconnect();
    }
    const auto quiet = [this] {
        return std::all_of(clients.begin(), clients.end(),
                           [](const std::unique_ptr<SimClient> &client) { return client->isQuiet(); });
    };
    for (int round = 0; round < 60 && m_failure.isEmpty(); ++round) {
        for (const std::unique_ptr<SimClient> &client : clients) {
            if (!client->isRunning())
                client->start();
            else if (client->status().state == LinkStatus::State::SignedOut) {
                client->crash(MemoryDisk::Crash::Kill);
                client->signIn();
                client->start();
            } else {
                client->happen(Happened::RetryRequested{});
            }
        }
        advance(2'000);
        if (quiet()) {
            advance(1'500);
            if (quiet())
                break;
        }
    }
    if (!m_failure.isEmpty())
        return;
    if (!quiet()) {
        QStringList states;
        for (const std::unique_ptr<SimClient> &client : clients)
            states.append(client->state());
        fail(u"it never becomes quiet: "_s + states.join(u"; "));
        return;
    }
    checkServer();
    checkFiles();
    for (const std::unique_ptr<SimClient> &client : clients) {
        checkClient(*client);
        checkOutbox(*client);
    }
    checkOperations();
    if (!m_failure.isEmpty())
        return;
    // A device that begins now sees the same as those that were there all along.
    SimClient fresh(*this, int(clients.size()), clients.front()->person());
    fresh.signIn();
    fresh.start();
    for (int round = 0; round < 20 && !fresh.isQuiet(); ++round)
        advance(2'000);
    if (fresh.isQuiet())
        checkClient(fresh);
    else
        fail(u"a new device does not become quiet: "_s + fresh.state());
    fresh.crash(MemoryDisk::Crash::Kill);
    advance(10);
    for (const std::shared_ptr<Link> &link : links)
        link->endSession();
    m_queue = {};
}

QString simulate(quint64 seed, const QList<Step> &steps, bool verbose, QByteArray *history)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    World world(seed);
    world.verbose = verbose;
    world.history = history ? &hash : nullptr;
    const QString failure = world.run(steps);
    if (history)
        *history = hash.result();
    return failure;
}

std::pair<QList<Step>, QString> shorten(quint64 seed, QList<Step> steps)
{
    QString failure = simulate(seed, steps);
    int runs = 0;
    for (qsizetype piece = std::max<qsizetype>(1, steps.size() / 2); piece >= 1 && runs < 400; piece /= 2) {
        for (qsizetype from = 0; from < steps.size() && runs < 400;) {
            QList<Step> fewer = steps;
            // The time passes all the same.
            qint64 pause = 0;
            for (qsizetype i = from; i < std::min(from + piece, steps.size()); ++i)
                pause += steps[i].pause;
            fewer.remove(from, std::min(piece, steps.size() - from));
            if (from < fewer.size())
                fewer[from].pause += pause;
            ++runs;
            if (const QString again = simulate(seed, fewer); !again.isEmpty()) {
                steps = fewer;
                failure = again;
            } else {
                from += piece;
            }
        }
        if (piece == 1)
            break;
    }
    return {steps, failure};
}

} // namespace ChatOps::Testing
