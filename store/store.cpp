// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "core/log.h"
#include "store/schema.h"
#include "store/storeports.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

const QString cacheName = u"cache.db"_s;
const QString outboxName = u"outbox.db"_s;

bool isUnreadable(const Error &error)
{
    return error.code == ErrorCode::WrongKey || error.code == ErrorCode::Damaged;
}

Result<std::unique_ptr<Connection>> openMigrated(const DatabaseOptions &options, const Secret &key,
                                                 const QList<MigrationStep> &ladder)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(options, key.clone());
    if (!connection)
        return connection;
    if (const Result<void> migrated = migrate(**connection, ladder); !migrated)
        return std::unexpected(migrated.error());
    if (!options.path.startsWith(u':') && (*connection)->cipher().isEmpty())
        return failure(ErrorCode::Internal,
                       QCoreApplication::translate(
                           "ChatOps", "The database library does not encrypt. Nothing was stored."));
    return connection;
}

} // namespace

Store::Store(Options options)
    : m_options(std::move(options))
    , m_cachePort(std::make_unique<StoreCache>(*this))
    , m_outboxPort(std::make_unique<StoreOutbox>(*this))
    , m_replicaPort(std::make_unique<StoreReplica>(*this))
    , m_writeWorker(std::make_unique<Worker>(u"store-write"_s, m_options.workers))
    , m_readWorker(std::make_unique<Worker>(u"store-read"_s, m_options.workers))
    , m_outboxWorker(std::make_unique<Worker>(u"store-outbox"_s, m_options.workers))
{
    if (sodium_init() < 0)
        qCCritical(lcStore, "libsodium cannot start");
}

Store::~Store()
{
    close();
}

Cache *Store::cache() const
{
    return m_cachePort.get();
}
Outbox *Store::outbox() const
{
    return m_outboxPort.get();
}
Replica *Store::replica() const
{
    return m_replicaPort.get();
}

Error Store::closedError()
{
    return {ErrorCode::Cancelled, QCoreApplication::translate("ChatOps", "The account is closed."), {}};
}

QString Store::path(const QString &name) const
{
    return inMemory() ? u":memory:"_s : m_options.directory + u'/' + name;
}

Result<void> Store::openCache(const Secret &key)
{
    Result<std::unique_ptr<Connection>> connection =
        openMigrated({path(cacheName), false, false}, key, cacheLadder());
    if (!connection)
        return std::unexpected(connection.error());
    auto writer = std::make_unique<CacheWriter>(**connection);
    CHATOPS_TRY(writer->load());
    m_cacheDb = std::move(*connection);
    m_cacheWriter = std::move(writer);
    return {};
}

Result<void> Store::openOutbox(const Secret &key)
{
    Result<std::unique_ptr<Connection>> connection =
        openMigrated({path(outboxName), false, true, true}, key, outboxLadder());
    if (!connection)
        return std::unexpected(connection.error());
    // Small, and what is in it exists nowhere else: read whole before it is trusted.
    if (!inMemory())
        CHATOPS_TRY((*connection)->check());
    m_outboxDb = std::move(*connection);
    m_outboxFile = std::make_unique<OutboxFile>(*m_outboxDb);
    return {};
}

Result<QString> Store::setAside(const QString &name) const
{
    const QString target =
        name + u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz");
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        const QString from = path(name) + suffix;
        if (QFile::exists(from) && !QFile::rename(from, m_options.directory + u'/' + target + suffix))
            return failure(
                ErrorCode::Storage,
                QCoreApplication::translate("ChatOps", "The damaged file cannot be moved out of the way."));
    }
    return m_options.directory + u'/' + target;
}

Reply<Store::Opened> Store::open(Secret key)
{
    const auto shared = std::make_shared<Secret>(std::move(key));
    // The three workers take turns: each connection must be made on its own thread.
    return m_writeWorker->run<Opened>([this, shared] { return openNow(*shared); });
}

Result<Store::Opened> Store::openNow(const Secret &key)
{
    if (!inMemory()) {
        QDir().mkpath(m_options.directory);
        QFile::setPermissions(m_options.directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const bool hadBoth = QFile::exists(path(cacheName)) && QFile::exists(path(outboxName));
    const auto onOutboxThread = [&] {
        return m_outboxWorker->run<void>([&] { return openOutbox(key); }).result();
    };
    Result<void> outbox = onOutboxThread();
    Result<void> cache = openCache(key);
    if (!outbox && !isUnreadable(outbox.error()))
        return std::unexpected(outbox.error());
    if (!cache && !isUnreadable(cache.error()))
        return std::unexpected(cache.error());

    // One file that opens proves the key; the other one is damaged. When
    // neither opens, the key is wrong and nothing is moved.
    Opened opened;
    if (!outbox && (!cache || !hadBoth))
        return std::unexpected(outbox.error());
    if (!cache) {
        if (!hadBoth)
            return std::unexpected(cache.error());
        const Result<QString> aside = setAside(cacheName);
        if (!aside)
            return std::unexpected(aside.error());
        opened.cacheSetAside = *aside;
        CHATOPS_TRY(openCache(key));
    }
    if (!outbox) {
        const auto saved = std::make_shared<OutboxFile::Salvage>();
        CHATOPS_TRY(m_outboxWorker
                        ->run<void>([&]() -> Result<void> {
                            // Not read-only: a journal left by a kill has to be rolled back first.
                            *saved = OutboxFile::salvage({path(outboxName), false, true, true}, key);
                            return {};
                        })
                        .result());
        const Result<QString> aside = setAside(outboxName);
        if (!aside)
            return std::unexpected(aside.error());
        opened.outboxSetAside = *aside;
        opened.outboxSaved = saved->operations.size();
        CHATOPS_TRY(onOutboxThread());
        CHATOPS_TRY(m_outboxWorker->run<void>([&] { return m_outboxFile->restore(*saved); }).result());
    }
    opened.cursor = m_cacheWriter->cursor();
    if (inMemory()) {
        m_cacheReader = std::make_unique<CacheReader>(*m_cacheDb);
        return opened;
    }
    const Result<void> reader = m_readWorker
                                    ->run<void>([&]() -> Result<void> {
                                        Result<std::unique_ptr<Connection>> connection =
                                            Connection::open({path(cacheName), true, false}, key.clone());
                                        if (!connection)
                                            return std::unexpected(connection.error());
                                        m_readDb = std::move(*connection);
                                        m_cacheReader = std::make_unique<CacheReader>(*m_readDb);
                                        return {};
                                    })
                                    .result();
    if (!reader)
        return std::unexpected(reader.error());
    return opened;
}

Reply<QString> Store::rebuildCache(Secret key)
{
    const auto shared = std::make_shared<Secret>(std::move(key));
    return m_writeWorker->run<QString>([this, shared]() -> Result<QString> {
        const auto closeReader = [this]() -> Result<void> {
            m_cacheReader.reset();
            m_readDb.reset();
            return {};
        };
        CHATOPS_TRY(m_readWorker->run<void>(closeReader).result());
        m_cacheWriter.reset();
        m_cacheDb.reset();
        const Result<QString> aside = setAside(cacheName);
        if (!aside)
            return aside;
        CHATOPS_TRY(openCache(*shared));
        CHATOPS_TRY(m_readWorker
                        ->run<void>([&]() -> Result<void> {
                            Result<std::unique_ptr<Connection>> connection =
                                Connection::open({path(cacheName), true, false}, shared->clone());
                            if (!connection)
                                return std::unexpected(connection.error());
                            m_readDb = std::move(*connection);
                            m_cacheReader = std::make_unique<CacheReader>(*m_readDb);
                            return {};
                        })
                        .result());
        ChangeSet everything;
        everything.reset = true;
        Q_EMIT m_cachePort->changed(everything);
        return aside;
    });
}

void Store::close()
{
    const auto closing = [](Worker &worker, const std::function<void()> &work) {
        (void)worker.run<void>([work]() -> Result<void> {
            work();
            return {};
        });
        worker.stop();
    };
    if (!inMemory()) {
        closing(*m_readWorker, [this] {
            m_cacheReader.reset();
            m_readDb.reset();
        });
    }
    closing(*m_writeWorker, [this] {
        m_cacheReader.reset();
        m_cacheWriter.reset();
        m_cacheDb.reset();
    });
    closing(*m_outboxWorker, [this] {
        m_outboxFile.reset();
        m_outboxDb.reset();
    });
    m_readWorker->stop();
}

Result<void> Store::destroy()
{
    close();
    if (inMemory())
        return {};
    QDir directory(m_options.directory);
    if (directory.exists() && !directory.removeRecursively())
        return failure(
            ErrorCode::Storage,
            QCoreApplication::translate("ChatOps", "Not every file of the account could be removed."));
    return {};
}

void Store::reportDamage(const Error &error)
{
    Q_EMIT m_cachePort->failed(error);
}

void Store::report(Result<ChangeSet> outcome)
{
    if (!outcome) {
        if (outcome.error().code == ErrorCode::Storage || outcome.error().code == ErrorCode::Damaged)
            Q_EMIT m_cachePort->failed(outcome.error());
        return;
    }
    // Acknowledged operations whose effect is now a row leave in the same news,
    // so that the window never shows a message twice or not at all.
    (void)m_outboxWorker->run<void>([this, changes = *outcome]() mutable -> Result<void> {
        if (m_outboxFile) {
            for (const ChannelId &channel : std::as_const(changes.dropped))
                (void)m_outboxFile->dropDrafts(channel);
            changes.outbox = m_outboxFile->settle(changes.cursor.rev).value_or(false);
        }
        Q_EMIT m_cachePort->changed(changes);
        return {};
    });
}

Reply<void> Store::write(std::function<Result<ChangeSet>(CacheWriter &)> work)
{
    return m_writeWorker->run<void>([this, work = std::move(work)]() -> Result<void> {
        if (!m_cacheWriter)
            return std::unexpected(closedError());
        Result<ChangeSet> outcome = work(*m_cacheWriter);
        const Result<void> answer = outcome ? Result<void>() : std::unexpected(outcome.error());
        report(std::move(outcome));
        return answer;
    });
}

} // namespace ChatOps
