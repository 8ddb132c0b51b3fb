// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/files.h"
#include "server/hub/pages.h"
#include "server/hub/snapshot.h"
#include "tests/sim/world.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {
namespace {

Error offline()
{
    return {ErrorCode::Offline, u"no way"_s, {}};
}

class MemoryFiles final : public DatabaseFiles {
public:
    [[nodiscard]] bool exists(const QString &path) const override
    {
        return MemoryDisk::instance().exists(path.toStdString());
    }
    [[nodiscard]] bool isEmpty(const QString &path) const override
    {
        return MemoryDisk::instance().read(path.toStdString()).empty();
    }
    bool remove(const QString &path) override
    {
        MemoryDisk &disk = MemoryDisk::instance();
        if (!disk.mayRename(path.section(u'/', 0, -2).toStdString()))
            return false;
        disk.remove(path.toStdString());
        return true;
    }
    [[nodiscard]] bool rename(const QString &from, const QString &to) override
    {
        MemoryDisk &disk = MemoryDisk::instance();
        const std::string node = from.section(u'/', 0, -2).toStdString();
        if (!disk.mayRename(node) || !exists(from) || exists(to))
            return false;
        disk.rename(from.toStdString(), to.toStdString());
        return true;
    }
};

/// The program of tomorrow: what is there gets a column with a value, a table, an index.
const QList<MigrationStep> &newerCache()
{
    static const QList<MigrationStep> ladder = cacheLadder()
        + QList<MigrationStep>{
            {u"ALTER TABLE message ADD COLUMN length INTEGER NOT NULL DEFAULT 0"_s,
             u"UPDATE message SET length = length(text)"_s,
             u"CREATE TABLE pin (message BLOB PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID"_s},
            {u"CREATE INDEX message_author ON message (author, at)"_s},
        };
    return ladder;
}
const QList<MigrationStep> &newerOutbox()
{
    static const QList<MigrationStep> ladder = outboxLadder()
        + QList<MigrationStep>{{u"ALTER TABLE operation ADD COLUMN tries INTEGER NOT NULL DEFAULT 0"_s,
                                u"UPDATE operation SET tries = 1"_s,
                                u"CREATE INDEX operation_kind ON operation (kind)"_s}};
    return ladder;
}

} // namespace

SimClient::SimClient(World &world, int index, PersonId person)
    : m_world(world)
    , m_index(index)
    , m_person(person)
    , m_device(DeviceId::create())
    , m_newer(world.chance(40))
{
}

SimClient::~SimClient()
{
    crash(MemoryDisk::Crash::Kill);
}

QString SimClient::directory() const
{
    return m_world.path(u"client%1"_s.arg(m_index));
}
std::string SimClient::node() const
{
    return directory().toStdString();
}
Secret SimClient::key()
{
    return Secret(QByteArray(32, 'k'));
}

void SimClient::signIn()
{
    Server::Hub *hub = m_world.server->hub();
    if (!hub)
        return;
    Transaction transaction(hub->db());
    const Result<Server::Tokens> tokens = hub->accounts().startSession(m_person, m_device, u"simulated"_s);
    if (tokens && transaction.commit()) {
        m_refresh = tokens->refresh;
        m_access = tokens->access;
        m_accessUntil = tokens->accessUntil;
    }
}

void SimClient::start()
{
    ++m_life;
    static MemoryFiles files;
    Store::Options options{directory(), Worker::Kind::Caller, &files};
    if (m_newer) {
        options.cacheRungs = &newerCache();
        options.outboxRungs = &newerOutbox();
    }
    m_store = std::make_unique<Store>(options);
    const Result<Store::Opened> opened = m_store->open(key()).result();
    if (!opened) {
        m_store.reset();
        m_world.note(u"client %1 cannot be started: %2"_s.arg(m_index).arg(opened.error().detail));
        if (opened.error().code == ErrorCode::TooNew && !m_newer)
            m_newer = true; // As it asks for: the next start is that of the newer program.
        else if (opened.error().code != ErrorCode::Storage)
            m_world.fail(u"client %1: the store does not open: %2 %3"_s.arg(m_index).arg(
                opened.error().message, opened.error().detail));
        return; // Tried again when the disk is better.
    }
    if (!opened->cacheSetAside.isEmpty() && !std::exchange(m_cacheRotten, false))
        m_world.fail(u"client %1: a crash damaged the cache"_s.arg(m_index));
    if (opened->outboxIncomplete || (!opened->outboxSetAside.isEmpty() && !m_rotten))
        m_world.fail(u"client %1: the outbox is damaged: %2"_s.arg(m_index).arg(opened->outboxSetAside));
    if (!opened->cacheSetAside.isEmpty())
        m_revSeen = 0;
    // What the files hold counts as seen, also when nobody knew after a power cut.
    m_revSeen = std::max(m_revSeen, opened->cursor.rev);
    m_rotten = false;
    QObject::connect(m_store->cache(), &Cache::failed, m_store->cache(), [this](const Error &error) {
        if (error.code == ErrorCode::Damaged && !std::exchange(m_rebuilding, true))
            soon(0, [this] { rebuild(); });
    });
    m_engine = std::make_unique<SyncEngine>(SyncEngine::Identity{m_device, m_world.server->workspace()},
                                            m_world.clock,
                                            [this] { return double(m_world.random() % 1000) / 1000.0; });
    QObject::connect(
        m_store->outbox(), &Outbox::submitted, m_store->outbox(), [this](const Operation &operation) {
            soon(m_world.between(0, 5), [this, operation] { happen(Happened::Submitted{operation}); });
        });
    happen(Happened::Started{});
}

void SimClient::crash(MemoryDisk::Crash kind)
{
    m_world.disk.crash(node(), kind);
    ++m_life;
    if (link) {
        link->cut(m_world.chance(30));
        link.reset();
    }
    m_engine.reset();
    m_store.reset();
    m_beforeOpen.clear();
    m_open = false;
    m_loading = false;
    m_rebuilding = false;
    m_storeFree = 0;
    m_handedOver = 0;
    m_verdicts.clear();
    m_access.clear();
    if (kind == MemoryDisk::Crash::PowerCut)
        m_revSeen = 0; // The cache is not synced with each commit; what it lost comes again.
}

void SimClient::rot(quint32 which, quint64 bit)
{
    static constexpr std::array names{"cache.db", "cache.db-wal", "outbox.db", "outbox-copy.db"};
    const std::string name = names[which % names.size()];
    const bool ofOutbox = name.starts_with("outbox");
    // Two damaged files of one outbox are more than it promises to stand.
    if ((ofOutbox && m_rotten) || !m_world.disk.flipBit(node() + '/' + name, bit))
        return;
    m_world.note(u"client %1: a bit of %2"_s.arg(m_index).arg(QString::fromStdString(name)));
    m_rotten |= ofOutbox;
    if (!ofOutbox) {
        m_cacheRotten = true;
        m_revSeen = 0; // It begins anew, or goes back to where the log is whole.
    }
}

void SimClient::rebuild()
{
    m_world.note(u"client %1 loads its cache anew"_s.arg(m_index));
    happen(Happened::Stopped{});
    m_loading = false;
    m_revSeen = 0;
    const Result<QString> aside = m_store->rebuildCache(key()).result();
    m_rebuilding = false;
    // On a failing disk the damaged file stays where it is.
    if (aside)
        m_cacheRotten = false;
    if (aside)
        happen(Happened::Started{});
    else
        crash(MemoryDisk::Crash::Kill); // The person is told, and starts the program again.
}

void SimClient::meetDamage()
{
    Result<void> whole;
    {
        const Result<std::unique_ptr<Connection>> opened =
            Connection::open({directory() + u"/cache.db"_s, true, false}, key());
        whole = opened ? (*opened)->check() : std::unexpected(opened.error());
    } // Closed before the file is moved: the last one to close removes the log beside it.
    if (!whole)
        m_world.note(u"client %1: its cache: %2"_s.arg(m_index).arg(whole.error().detail));
    if (!whole && whole.error().code == ErrorCode::Damaged && m_engine && !m_rebuilding)
        rebuild();
}

QByteArray contentOf(FileId file)
{
    const QByteArray id = file.toBytes();
    return "bytes of " + id.toHex().repeated(1 + uchar(id.back()) % 40);
}

void SimClient::disconnect()
{
    if (link)
        link->cut(false);
}

bool SimClient::reaches() const
{
    return !networkDown && m_world.server->isUp();
}

void SimClient::soon(qint64 delay, std::function<void()> work)
{
    m_world.at(delay, [this, life = m_life, work = std::move(work)] {
        if (life == m_life && m_engine)
            work();
    });
}

void SimClient::inStore(std::function<void()> work)
{
    m_storeFree = std::max(m_storeFree, m_world.clock.elapsed() + m_world.between(0, 12));
    soon(m_storeFree - m_world.clock.elapsed(), std::move(work));
}

void SimClient::happen(const SyncEvent &event)
{
    if (!m_engine || m_world.disk.isDead(node()))
        return;
    const QList<SyncEffect> effects = m_engine->step(event);
    for (const SyncEffect &effect : effects)
        std::visit([this](const auto &wish) { carryOut(wish); }, effect);
}

// What the state machine asks for.

void SimClient::carryOut(const Do::ReadPosition &)
{
    inStore([this] {
        const Result<Replica::Position> position = m_store->replica()->position().result();
        soon(m_world.between(0, 4), [this, position] {
            if (!position) {
                happen(Happened::PositionFailed{position.error()});
                return;
            }
            const Cursor &cursor = position->cursor;
            if (cursor.epoch == m_epochSeen && cursor.rev < m_revSeen)
                m_world.fail(
                    u"client %1: the cursor went back from %2 to %3"_s.arg(m_index).arg(m_revSeen).arg(
                        cursor.rev));
            m_epochSeen = cursor.epoch;
            m_revSeen = cursor.rev;
            happen(Happened::PositionRead{*position});
        });
    });
}

void SimClient::carryOut(const Do::GetToken &wish)
{
    if (!wish.fresh && !m_access.isEmpty() && m_accessUntil > m_world.clock.now() + 60'000) {
        soon(0, [this] { happen(Happened::TokenReady{m_access}); });
        return;
    }
    soon(m_world.between(2, 80), [this] {
        if (!reaches()) {
            happen(Happened::TokenFailed{offline()});
            return;
        }
        Server::Hub &hub = *m_world.server->hub();
        Result<Server::Tokens> tokens = std::unexpected(offline());
        {
            Transaction transaction(hub.db());
            if (transaction.begun()) {
                tokens = hub.accounts().refresh(m_refresh);
                if (tokens || tokens.error().code == ErrorCode::Unauthenticated) {
                    if (const Result<void> committed = transaction.commit(); !committed)
                        tokens = std::unexpected(offline());
                }
            }
        }
        if (m_world.disk.isDead(m_world.server->node()) || answersLost
            || (!tokens && tokens.error().code != ErrorCode::Unauthenticated)) {
            soon(50, [this] { happen(Happened::TokenFailed{{ErrorCode::Timeout, u"lost"_s, {}}}); });
            return;
        }
        soon(m_world.between(2, 80), [this, tokens] {
            if (!tokens) {
                happen(Happened::TokenFailed{tokens.error()});
                return;
            }
            m_refresh = tokens->refresh;
            m_access = tokens->access;
            m_accessUntil = tokens->accessUntil;
            happen(Happened::TokenReady{m_access});
        });
    });
}

void SimClient::carryOut(const Do::OpenSocket &)
{
    if (link)
        link->closedByClient();
    m_open = false;
    m_beforeOpen.clear();
    link = std::make_shared<Link>(m_world, *this);
    soon(m_world.between(2, 80), [this, mine = link] {
        if (link != mine)
            return;
        if (!reaches()) {
            link.reset();
            happen(Happened::SocketClosed{offline()});
            return;
        }
        mine->accept(mine);
        soon(m_world.between(2, 80), [this, mine] {
            if (link != mine)
                return;
            m_open = true;
            happen(Happened::SocketOpened{});
            for (const QByteArray &frame : std::exchange(m_beforeOpen, {}))
                mine->fromClient(frame);
        });
    });
}

void SimClient::carryOut(const Do::CloseSocket &)
{
    if (link && link->hasSession())
        link->closedByClient();
    link.reset();
    m_open = false;
    m_beforeOpen.clear();
}

void SimClient::carryOut(const Do::Send &wish)
{
    if (!link)
        return;
    if (m_open)
        link->fromClient(wish.frame);
    else
        m_beforeOpen.append(wish.frame);
}

void SimClient::carryOut(const Do::LoadSnapshot &)
{
    m_loading = true;
    soon(m_world.between(2, 80), [this] {
        if (!reaches()) {
            endSnapshot(std::unexpected(offline()));
            return;
        }
        Server::Hub &hub = *m_world.server->hub();
        const Result<Server::SessionRow> session = hub.accounts().authenticate(m_access);
        if (!session) {
            endSnapshot(std::unexpected(session.error()));
            return;
        }
        if (!hub.accounts().noteSnapshot(session->id)) {
            endSnapshot(std::unexpected(offline()));
            return;
        }
        Result<std::unique_ptr<Server::SnapshotStream>> stream =
            Server::SnapshotStream::open(hub.folder(), *session, hub.epoch(), hub.eagerMessages);
        if (!stream) {
            endSnapshot(std::unexpected(offline()));
            return;
        }
        snapshotPiece(std::shared_ptr(std::move(*stream)), std::make_shared<SnapshotReader>(),
                      m_world.server->life());
    });
}

void SimClient::snapshotPiece(const std::shared_ptr<Server::SnapshotStream> &stream,
                              const std::shared_ptr<SnapshotReader> &reader, int serverLife)
{
    inStore([this, stream, reader, serverLife] {
        const bool begun = reader->header().has_value();
        const auto give = [&](const Error &error) {
            if (begun)
                (void)m_store->replica()->abandonSnapshot();
            endSnapshot(std::unexpected(error));
        };
        if (!reaches() || serverLife != m_world.server->life() || answersLost || m_world.chance(3)) {
            give(offline());
            return;
        }
        const Result<QByteArray> piece = stream->next();
        if (!piece) {
            give(offline());
            return;
        }
        reader->add(*piece);
        while (true) {
            const bool before = reader->header().has_value();
            // In small batches, so that there is a between in which things can happen.
            const Result<QList<QByteArray>> lines = reader->take(20);
            if (!lines) {
                m_world.fail(
                    u"client %1: a snapshot does not read: %2"_s.arg(m_index).arg(lines.error().detail));
                return;
            }
            if (!before && reader->header()) {
                if (const Result<void> ready =
                        m_store->replica()->beginSnapshot(reader->header()->self).result();
                    !ready) {
                    (void)m_store->replica()->abandonSnapshot();
                    endSnapshot(std::unexpected(ready.error()));
                    return;
                }
            }
            if (lines->isEmpty())
                break;
            if (const Result<void> stored = m_store->replica()->snapshotLines(*lines).result(); !stored) {
                (void)m_store->replica()->abandonSnapshot();
                endSnapshot(std::unexpected(stored.error()));
                return;
            }
        }
        if (!reader->isComplete()) {
            snapshotPiece(stream, reader, serverLife);
            return;
        }
        const Result<void> done = m_store->replica()->finishSnapshot(reader->header()->cursor).result();
        if (!done)
            (void)m_store->replica()->abandonSnapshot();
        endSnapshot(done);
    });
}

void SimClient::endSnapshot(const Result<void> &outcome)
{
    m_loading = false;
    soon(m_world.between(0, 4), [this, outcome] {
        if (outcome)
            happen(Happened::SnapshotLoaded{});
        else
            happen(Happened::SnapshotFailed{outcome.error()});
    });
}

void SimClient::afterStore(const Result<void> &done)
{
    if (!done)
        soon(m_world.between(0, 4), [this, done] { happen(Happened::ApplyFailed{done.error()}); });
}

void SimClient::carryOut(const Do::Apply &wish)
{
    m_handedOver = std::max(m_handedOver, wish.delta.to);
    inStore([this, delta = wish.delta] {
        const Result<Cursor> cursor = m_store->replica()->apply(delta).result();
        if (cursor && !m_world.disk.isDead(node())) {
            if (cursor->epoch == m_epochSeen && cursor->rev < m_revSeen)
                m_world.fail(
                    u"client %1: the cursor went back from %2 to %3"_s.arg(m_index).arg(m_revSeen).arg(
                        cursor->rev));
            m_epochSeen = cursor->epoch;
            m_revSeen = cursor->rev;
        }
        soon(m_world.between(0, 4), [this, cursor] {
            if (cursor)
                happen(Happened::Applied{cursor->rev});
            else
                happen(Happened::ApplyFailed{cursor.error()});
        });
    });
}

void SimClient::carryOut(const Do::AddScope &wish)
{
    inStore([=, this] { afterStore(m_store->replica()->addScope(wish.channel, wish.mid).result()); });
}
void SimClient::carryOut(const Do::DropScope &wish)
{
    inStore([=, this] { afterStore(m_store->replica()->dropScope(wish.channel).result()); });
}
void SimClient::carryOut(const Do::AddGap &wish)
{
    inStore(
        [=, this] { afterStore(m_store->replica()->addGap(wish.channel, wish.first, wish.last).result()); });
}
void SimClient::carryOut(const Do::KeepVerdicts &wish)
{
    for (const Verdict &verdict : wish.verdicts)
        m_verdicts.insert(verdict.operation, verdict.rev);
    inStore([=, this] {
        const Result<void> done = m_store->replica()->applyVerdicts(wish.verdicts).result();
        if (done && !m_world.disk.isDead(node()))
            checkStillThere(wish.verdicts);
        afterStore(done);
    });
}
void SimClient::checkStillThere(const QList<Verdict> &verdicts)
{
    // What a person wrote is always somewhere: in the outbox until its effect is in the rows.
    QSet<OperationId> there;
    for (const PendingOperation &item : pending())
        there.insert(item.operation.id);
    for (const Verdict &verdict : verdicts) {
        const bool applied = verdict.kind == Verdict::Kind::Ok || verdict.kind == Verdict::Kind::Duplicate;
        const Written record = m_world.written[verdict.operation.toString()];
        if (applied && verdict.rev > m_revSeen && m_revSeen > 0 && !record.discarded
            && !there.contains(verdict.operation))
            m_world.fail(u"client %1: an operation left the outbox at revision %2, before its effect at %3"_s
                             .arg(m_index)
                             .arg(m_revSeen)
                             .arg(verdict.rev));
    }
}

void SimClient::carryOut(const Do::SendFiles &wish)
{
    QList<FileId> files;
    const QJsonArray listed = wish.operation.data.value("files"_L1).toArray();
    for (const auto &file : listed)
        files.append(FileId::fromString(file.toObject().value("id"_L1).toString()));
    sendFiles(wish.operation.id, files);
}

void SimClient::sendFiles(OperationId operation, QList<FileId> files)
{
    if (files.isEmpty()) {
        soon(1, [this, operation] { happen(Happened::FilesSent{operation}); });
        return;
    }
    const FileId file = files.takeFirst();
    inStore([=, this] {
        const Result<QByteArray> bytes = m_store->replica()->outgoingFile(file).result();
        soon(m_world.between(2, 80), [=, this] {
            if (!bytes) {
                happen(Happened::FilesFailed{operation, bytes.error()});
                return;
            }
            if (!reaches()) {
                happen(Happened::FilesFailed{operation, offline()});
                return;
            }
            Server::Hub &hub = *m_world.server->hub();
            const Result<Server::SessionRow> session = hub.accounts().authenticate(m_access);
            const Result<void> stored = session
                ? Server::storeFile(hub.db(), *session, file, *bytes, m_world.clock.now())
                : std::unexpected(session.error());
            soon(m_world.between(2, 80), [=, this, lost = answersLost] {
                if (lost || (!stored && stored.error().code == ErrorCode::Storage))
                    happen(Happened::FilesFailed{operation, {ErrorCode::Timeout, u"lost"_s, {}}});
                else if (stored)
                    sendFiles(operation, files);
                else
                    happen(Happened::FilesFailed{operation, stored.error()});
            });
        });
    });
}

void SimClient::carryOut(const Do::WakeAfter &wish)
{
    const quint64 serial = ++m_wake;
    soon(wish.milliseconds, [this, serial] {
        if (serial == m_wake)
            happen(Happened::TimePassed{});
    });
}
void SimClient::carryOut(const Do::Tell &wish)
{
    m_world.note(
        u"client %1: state %2 %3"_s.arg(m_index).arg(int(wish.status.state)).arg(wish.status.reason));
    if (wish.status.state == LinkStatus::State::Refused)
        m_world.fail(u"client %1 was refused for good: %2"_s.arg(m_index).arg(wish.status.reason));
}
void SimClient::carryOut(const Do::Wipe &)
{
    m_world.fail(u"nobody asked for a wipe"_s);
}

} // namespace ChatOps::Testing
