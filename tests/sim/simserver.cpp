// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/world.h"

#include "server/hub/defaultpolicy.h"
#include "server/hub/dialect.h"
#include "server/hub/privacydesk.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {

SimServer::SimServer(World &world)
    : m_world(world)
{
    Result<Server::DataFolder> folder = Server::DataFolder::open(m_world.path(u"server"_s));
    if (!folder)
        qFatal("server folder: %s", qPrintable(folder.error().message));
    m_folder.emplace(std::move(*folder));
    const Result<std::unique_ptr<Connection>> db = m_folder->connect();
    if (!db)
        qFatal("server database: %s", qPrintable(db.error().detail));
    Transaction transaction(**db);
    m_workspace = Server::Workspace::create(**db, u"Simulated"_s).value();
    // Short documents: there are many snapshots in a history.
    Server::Workspace place(**db, m_workspace, m_world.clock);
    (void)Server::PrivacyDesk(place).publishRules(Server::defaultRules(m_workspace));
    (void)transaction.commit();
}

SimServer::~SimServer() = default;

std::string SimServer::node() const
{
    return m_world.path(u"server"_s).toStdString();
}

void SimServer::start()
{
    Result<std::unique_ptr<Connection>> db = m_folder->connect();
    if (!db) {
        if (!m_world.disk.isDead(node()) && db.error().code != ErrorCode::Storage)
            m_world.fail(
                u"the server's database does not open: %1 %2"_s.arg(db.error().message, db.error().detail));
        return;
    }
    m_hub = std::make_unique<Server::Hub>(*m_folder, std::move(*db), m_world.clock);
    m_hub->eagerMessages = 6;
    m_hub->farBehind = 60;
    m_hub->keptWhenBehind = 5;
    m_hub->recentChanges = 40;
    ++m_life;
    m_hub->later = [this, life = m_life](std::function<void()> work) {
        m_world.at(m_world.between(0, 40), [this, life, work = std::move(work)] {
            if (m_hub && m_life == life)
                work();
        });
    };
}

void SimServer::crash(MemoryDisk::Crash kind)
{
    m_world.disk.crash(node(), kind);
    m_world.liars.clear();
    for (const std::shared_ptr<Link> &link : m_world.links) {
        link->endSession();
        link->cut(m_world.chance(30));
    }
    m_world.links.clear();
    m_hub.reset();
    ++m_life;
}

void SimServer::stopInOrder()
{
    if (!m_hub)
        return;
    m_hub->stop(500);
    m_world.liars.clear();
    for (const std::shared_ptr<Link> &link : m_world.links)
        link->endSession();
    m_hub.reset();
    ++m_life;
}

Result<std::unique_ptr<Connection>> SimServer::connectBeside()
{
    return m_folder->connect();
}

void SimServer::backUp()
{
    if (!m_hub)
        return;
    const QString target = m_world.path(u"backup"_s) + u"/server.db"_s;
    hasBackup = false;
    m_world.disk.remove(target.toStdString());
    const Result<std::unique_ptr<Connection>> beside = connectBeside();
    if (!beside)
        return;
    const Result<int> copied = (*beside)->run(Server::backupStatement(), {target});
    hasBackup = copied && m_folder->renewEpoch(target);
    if (!hasBackup)
        m_world.disk.remove(target.toStdString());
}

void SimServer::restore()
{
    if (!hasBackup)
        return;
    crash(MemoryDisk::Crash::Kill);
    m_world.disk.setMode(node(), MemoryDisk::Mode::Works); // Nobody restores onto a failing disk.
    const std::string own = node() + "/server.db";
    m_world.disk.remove(own + "-wal");
    m_world.disk.copy(m_world.path(u"backup"_s).toStdString() + "/server.db", own);
    hasBackup = false; // The same copy would give the same epoch again.
    const Result<std::unique_ptr<Connection>> db = m_folder->connect();
    if (!db)
        return;
    // Nobody can be promised what was settled after the backup.
    for (auto &[id, record] : m_world.written) {
        const QByteArray bytes = OperationId::fromString(id).toBytes();
        const Result<QVariant> known = (*db)->value(u"SELECT 1 FROM applied WHERE operation = ?"_s, {bytes});
        if (!known || known->isValid())
            continue;
        record.forgotten |= !m_world.clients[size_t(record.client)]->willSend(OperationId::fromString(id));
    }
}

void SimServer::tick()
{
    if (!m_hub)
        return;
    m_hub->tick();
    const std::vector<std::shared_ptr<Link>> links = m_world.links;
    std::erase_if(m_world.links, [](const std::shared_ptr<Link> &link) { return !link->hasSession(); });
}

} // namespace ChatOps::Testing
