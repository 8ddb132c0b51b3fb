// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "server/hub/hub.h"
#include "server/hub/snapshot.h"
#include "store/store.h"
#include "sync/engine.h"
#include "sync/snapshotreader.h"
#include "tests/sim/liar.h"
#include "tests/sim/memorydisk.h"
#include "tests/sim/step.h"

#include <QCryptographicHash>

#include <map>
#include <queue>

namespace ChatOps::Testing {

class World;
class SimClient;

/// Time that passes only when the simulation says so.
class SimClock final : public Clock {
public:
    [[nodiscard]] qint64 now() const override { return m_wall + m_elapsed; }
    [[nodiscard]] qint64 monotonic() const override { return 1'000 + m_elapsed; }
    void set(qint64 elapsed) { m_elapsed = elapsed; }
    void jump(qint64 by) { m_wall += by; }
    [[nodiscard]] qint64 elapsed() const { return m_elapsed; }

private:
    qint64 m_wall = 1'800'000'000'000;
    qint64 m_elapsed = 0;
};

/// One connection: frames in order each way, each with a delay of its own.
class Link final : public Server::Outlet {
public:
    Link(World &world, SimClient &client);
    ~Link() override;

    // The server's side.
    void send(const QByteArray &frame) override;
    [[nodiscard]] qint64 unsent() const override { return m_unsent; }
    void close(int code, const QString &reason) override;
    // The client's side.
    void fromClient(const QByteArray &frame);
    void closedByClient();

    void accept(const std::shared_ptr<Link> &self);
    /// Both ends learn of it, or, half-open, neither.
    void cut(bool halfOpen);
    void endSession();
    [[nodiscard]] bool hasSession() const { return bool(m_session); }
    void tick(qint64 monotonic) const;

    int loseFrames = 0; ///< So many of the next deltas and answers do not arrive.
    int repeatFrames = 0;

private:
    friend class World;
    World &m_world;
    SimClient &m_client;
    int m_clientLife;
    std::weak_ptr<Link> m_self;
    std::unique_ptr<Server::Session> m_session;
    qint64 m_unsent = 0;
    qint64 m_upFree = 0;
    qint64 m_downFree = 0;
    bool m_halfOpen = false;
    bool m_severed = false;
};

/// A server with its disk: the real logic, killed and started again.
class SimServer {
public:
    explicit SimServer(World &world);
    ~SimServer();

    void start();
    void crash(MemoryDisk::Crash kind);
    void stopInOrder();
    void backUp();
    void restore();
    [[nodiscard]] bool isUp() const { return bool(m_hub); }
    [[nodiscard]] Server::Hub *hub() { return m_hub.get(); }
    [[nodiscard]] WorkspaceId workspace() const { return m_workspace; }
    [[nodiscard]] int life() const { return m_life; }
    [[nodiscard]] std::string node() const;
    /// A connection as an administration command opens one.
    [[nodiscard]] Result<std::unique_ptr<Connection>> connectBeside();
    void tick();

    bool hasBackup = false;

private:
    World &m_world;
    std::optional<Server::DataFolder> m_folder;
    std::unique_ptr<Server::Hub> m_hub;
    WorkspaceId m_workspace;
    int m_life = 0;
};

/// What became of an operation somebody wrote.
struct Written {
    int client = 0;
    OperationKind kind = OperationKind::MessagePost;
    bool durable = false; ///< The outbox said so.
    bool discarded = false; ///< By the person.
    bool forgotten = false; ///< Settled, then lost with a restored backup.
};

/// A device: the real state machine and the real store, on a simulated edge.
class SimClient {
public:
    SimClient(World &world, int index, PersonId person);
    ~SimClient();

    void signIn();
    void start();
    void crash(MemoryDisk::Crash kind);
    void happen(const SyncEvent &event);
    void act(const Step &step);
    void scrollBack(quint32 which);
    void disconnect();
    /// A bit of one of the files of the device changes while the program is not running.
    void rot(quint32 which, quint64 bit);
    /// The other version of the program is started next time.
    void changeProgram() { m_newer = !m_newer; }
    /// Reads every page of the cache, as will happen some day, and does what the program does then.
    void meetDamage();
    [[nodiscard]] bool isRunning() const { return bool(m_engine); }
    [[nodiscard]] bool isQuiet();
    [[nodiscard]] QString state();
    [[nodiscard]] const LinkStatus &status() const { return m_engine->status(); }
    [[nodiscard]] QList<PendingOperation> pending();
    /// Is it in the outbox, and not about to leave it because its effect has come?
    [[nodiscard]] bool willSend(OperationId operation);

    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] int life() const { return m_life; }
    [[nodiscard]] PersonId person() const { return m_person; }
    [[nodiscard]] std::string node() const;
    [[nodiscard]] Store *store() { return m_store.get(); }
    [[nodiscard]] static Secret key();
    [[nodiscard]] QString directory() const;

    std::shared_ptr<Link> link;
    bool networkDown = false;
    bool answersLost = false; ///< HTTP answers do not come back.

private:
    friend class Link;
    friend class World;
    void carryOut(const Do::ReadPosition &);
    void carryOut(const Do::GetToken &wish);
    void carryOut(const Do::OpenSocket &);
    void carryOut(const Do::CloseSocket &);
    void carryOut(const Do::Send &wish);
    void carryOut(const Do::LoadSnapshot &);
    void carryOut(const Do::Apply &wish);
    void carryOut(const Do::AddScope &wish);
    void carryOut(const Do::DropScope &wish);
    void carryOut(const Do::AddGap &wish);
    void carryOut(const Do::KeepVerdicts &wish);
    void carryOut(const Do::SendFiles &wish);
    void carryOut(const Do::WakeAfter &wish);
    void carryOut(const Do::Tell &wish);
    void carryOut(const Do::Wipe &);

    /// In the order of the store's queue, unless the client dies before.
    void inStore(std::function<void()> work);
    /// Later on this client, unless it dies before.
    void soon(qint64 delay, std::function<void()> work);
    void afterStore(const Result<void> &done);
    void snapshotPiece(const std::shared_ptr<Server::SnapshotStream> &stream,
                       const std::shared_ptr<SnapshotReader> &reader, int serverLife);
    void endSnapshot(const Result<void> &outcome);
    [[nodiscard]] bool reaches() const;
    void sendFiles(OperationId operation, QList<FileId> files);
    void rebuild();
    void checkStillThere(const QList<Verdict> &verdicts);
    void submit(Operation operation, const QHash<FileId, QByteArray> &files = {});
    [[nodiscard]] QString words(quint32 number) const;
    [[nodiscard]] std::optional<ChannelRow> someChannel(quint32 which, bool joined);
    [[nodiscard]] std::optional<Message> someMessage(quint32 which, quint32 index, bool own);
    [[nodiscard]] std::optional<Task> someTask(quint32 which);
    [[nodiscard]] std::optional<Event> someEvent(quint32 which);

    World &m_world;
    int m_index;
    int m_life = 0;
    PersonId m_person;
    DeviceId m_device;
    QString m_refresh; ///< In the keychain: survives.
    QString m_access;
    qint64 m_accessUntil = 0;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SyncEngine> m_engine;
    QList<QByteArray> m_beforeOpen;
    bool m_open = false;
    qint64 m_storeFree = 0;
    quint64 m_wake = 0;
    bool m_loading = false;
    bool m_newer = false; ///< The program of tomorrow, whose files have one more rung.
    bool m_rotten = false; ///< One file of the outbox is damaged and not mended yet.
    bool m_cacheRotten = false;
    bool m_rebuilding = false;
    QString m_epochSeen;
    qint64 m_revSeen = 0;
    qint64 m_handedOver = 0; ///< Revision up to which the store was given changes.
    QHash<OperationId, qint64> m_verdicts; ///< Revisions of what was acknowledged.
};

/// What a file of a simulated message holds; by its id, so that everybody knows.
[[nodiscard]] QByteArray contentOf(FileId file);

/// Everything there is, moved by one seeded source of chance and one queue of
/// things to come. The same seed and steps give the same history.
class World {
public:
    explicit World(quint64 seed);
    ~World();

    /// Empty when every invariant held; otherwise what did not.
    [[nodiscard]] QString run(const QList<Step> &steps);

    [[nodiscard]] quint64 random() { return m_random(); }
    [[nodiscard]] qint64 between(qint64 least, qint64 most)
    {
        return least + qint64(m_random() % quint64(most - least + 1));
    }
    [[nodiscard]] bool chance(int percent) { return int(m_random() % 100) < percent; }
    void at(qint64 delay, std::function<void()> work);
    void advance(qint64 milliseconds);
    void fail(const QString &what);
    void note(const QString &what);

    [[nodiscard]] QString path(const QString &node) const { return m_folder + u'/' + node; }

    SimClock clock;
    MemoryDisk &disk = MemoryDisk::instance();
    std::unique_ptr<SimServer> server;
    std::vector<std::unique_ptr<SimClient>> clients;
    std::vector<std::shared_ptr<Link>> links;
    std::vector<std::unique_ptr<Liar>> liars;
    std::map<QString, Written> written; ///< By operation id.
    QSet<QString> everyWord; ///< Every unique word anybody wrote.
    int nextWord = 0;
    bool verbose = false;
    QCryptographicHash *history = nullptr;

private:
    struct Due {
        qint64 at = 0;
        quint64 serial = 0;
        std::function<void()> work;
        bool operator<(const Due &other) const
        {
            return at != other.at ? at > other.at : serial > other.serial;
        }
    };
    void take(const Step &step);
    void reap();
    void settle();
    // Invariants, in invariants.cpp.
    void checkServer();
    void checkFiles();
    void checkOutbox(SimClient &client);
    void checkClient(SimClient &client);
    void checkOperations();

    QString m_folder;
    std::mt19937_64 m_random;
    std::priority_queue<Due> m_queue;
    quint64 m_serial = 0;
    QString m_failure;
    bool m_settling = false;
};

/// One seed from beginning to end. `history`: a hash of everything that happened.
[[nodiscard]] QString simulate(quint64 seed, const QList<Step> &steps, bool verbose = false,
                               QByteArray *history = nullptr);
/// A shorter list that still fails, and why it does. Bounded in time.
[[nodiscard]] std::pair<QList<Step>, QString> shorten(quint64 seed, QList<Step> steps);

} // namespace ChatOps::Testing
