// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "core/log.h"
#include "core/memoryguard.h"
#include "store/schema.h"
#include "store/storeports.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>

#include <array>
#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

const QString cacheName = u"cache.db"_s;
const QString outboxName = u"outbox.db"_s;
const QString outboxCopyName = u"outbox-copy.db"_s;
/// What could be read of two damaged files, until it takes their place.
const QString outboxSavedName = u"outbox-saved.db"_s;

bool isUnreadable(const Error &error)
{
    return error.code == ErrorCode::WrongKey || error.code == ErrorCode::Damaged;
}

/// A damaged page that a statement comes upon by the way, as when it makes a table, is told
/// as an error of the statement (SQLCipher 4.6). What it was shows when every page is read.
Error diagnosed(Connection &connection, const Error &error)
{
    if (error.code != ErrorCode::Storage)
        return error;
    connection.rollback();
    const Result<void> whole = connection.check();
    // Only a page that was read and is not as it was sealed is damage for sure. The check tells
    // in the same way of what a failing disk did not give (seed 59) or had not written to the
    // end (seed 648); a sound file must not be set aside for that.
    const bool damaged = !whole && whole.error().code == ErrorCode::Damaged
        && whole.error().detail.startsWith(u"HMAC verification failed");
    return damaged ? whole.error() : error;
}

Result<std::unique_ptr<Connection>> openMigrated(const DatabaseOptions &options, const Secret &key,
                                                 const QList<MigrationStep> &ladder)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(options, key.clone());
    if (!connection)
        return connection;
    if (const Result<void> migrated = migrate(**connection, ladder); !migrated)
        return std::unexpected(diagnosed(**connection, migrated.error()));
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
        openMigrated({path(cacheName), false, false}, key, *m_options.cacheRungs);
    if (!connection)
        return std::unexpected(connection.error());
    auto writer = std::make_unique<CacheWriter>(**connection);
    if (const Result<void> loaded = writer->load(); !loaded)
        return std::unexpected(diagnosed(**connection, loaded.error()));
    m_cacheDb = std::move(*connection);
    m_cacheWriter = std::move(writer);
    return {};
}

Result<void> Store::readOutboxWhole(const QString &name, const Secret &key) const
{
    const Result<std::unique_ptr<Connection>> connection =
        openMigrated({path(name), false, true, true}, key, *m_options.outboxRungs);
    if (!connection)
        return std::unexpected(connection.error());
    // Small, and what is in it exists nowhere else: every byte is read before it is trusted.
    return (*connection)->check();
}

Result<void> Store::openOutbox(const Secret &key)
{
    // Made here, unless it was read when the store was opened.
    if (!inMemory() && !m_options.files->exists(path(outboxCopyName)))
        CHATOPS_TRY(readOutboxWhole(outboxCopyName, key));
    Result<std::unique_ptr<Connection>> connection =
        openMigrated({path(outboxName), false, true, true, inMemory() ? QString() : path(outboxCopyName)},
                     key, *m_options.outboxRungs);
    if (!connection)
        return std::unexpected(connection.error());
    auto file = std::make_unique<OutboxFile>(**connection,
                                             inMemory() ? OutboxFile::Copies::One : OutboxFile::Copies::Two);
    CHATOPS_TRY(file->alignCopy());
    m_outboxDb = std::move(*connection);
    m_outboxFile = std::move(file);
    return {};
}

Result<void> Store::mendOutbox(const Secret &key, const Result<void> &first, const Result<void> &second,
                               Opened &opened)
{
    const bool hasFirst = m_options.files->exists(path(outboxName));
    const bool hasSecond = m_options.files->exists(path(outboxCopyName));
    const auto leave = [&](const QString &name) -> Result<void> {
        const Result<QString> aside = setAside(name);
        if (!aside)
            return std::unexpected(aside.error());
        opened.outboxSetAside += (opened.outboxSetAside.isEmpty() ? QString() : u", "_s) + *aside;
        return {};
    };
    const bool salvaging = (!first || !hasFirst) && (!second || !hasSecond);
    if (salvaging) {
        OutboxFile::Salvage saved;
        // Not read-only: a journal left by a kill has to be rolled back first.
        for (const QString &name : {outboxName, outboxCopyName}) {
            if (m_options.files->exists(path(name)))
                OutboxFile::salvage({path(name), false, true, true}, key, saved);
        }
        // Durable before the damaged ones go, so that a kill in between costs nothing.
        const Result<std::unique_ptr<Connection>> kept =
            openMigrated({path(outboxSavedName), false, true, true}, key, *m_options.outboxRungs);
        if (!kept)
            return std::unexpected(kept.error());
        CHATOPS_TRY(OutboxFile(**kept).restore(saved));
        opened.outboxIncomplete = true;
    }
    if (hasSecond && !second)
        CHATOPS_TRY(leave(outboxCopyName));
    if (hasFirst && !first)
        CHATOPS_TRY(leave(outboxName));
    const QString &whole = salvaging ? outboxSavedName : outboxCopyName;
    if ((salvaging || !hasFirst || !first) && !m_options.files->rename(path(whole), path(outboxName)))
        return failure(ErrorCode::Storage,
                       QCoreApplication::translate(
                           "ChatOps", "The file with your unsent changes cannot be put in its place."));
    return openOutbox(key);
}

bool Store::clearRemains() const
{
    DatabaseFiles &files = *m_options.files;
    // Made and never written: any key would open it, and it would pass for whole.
    for (const QString &name : {cacheName, outboxName, outboxCopyName}) {
        if (files.exists(path(name)) && files.isEmpty(path(name)) && !files.remove(path(name)))
            return false;
    }
    if (!files.exists(path(outboxSavedName)))
        return true;
    // Killed while two damaged files were replaced: begun again, unless they are gone.
    if (!files.exists(path(outboxName)) && !files.exists(path(outboxCopyName)))
        return files.rename(path(outboxSavedName), path(outboxName));
    return files.remove(path(outboxSavedName));
}

Result<QString> Store::setAside(const QString &name) const
{
    const QString target =
        name + u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz");
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        const QString from = path(name) + suffix;
        if (m_options.files->exists(from)
            && !m_options.files->rename(from, m_options.directory + u'/' + target + suffix))
            return failure(
                ErrorCode::Storage,
                QCoreApplication::translate("ChatOps", "The damaged file cannot be moved out of the way."));
    }
    return m_options.directory + u'/' + target;
}

void Store::awaitOpening()
{
    for (Worker *worker : workers())
        worker->holdBack();
}

Reply<Store::Opened> Store::open(Secret key)
{
    const auto shared = std::make_shared<Secret>(std::move(key));
    // The three workers take turns: each connection must be made on its own thread.
    const auto done = std::make_shared<bool>(false);
    const Reply<Opened> opening = m_writeWorker->runAtOnce<Opened>([this, shared, done] {
        Result<Opened> opened = openNow(*shared);
        *done = opened.has_value();
        return opened;
    });
    // Behind the answer, so that whoever opened the store hears of it before the first of the others.
    (void)m_writeWorker->runAtOnce<void>([this, done]() -> Result<void> {
        if (*done) {
            for (Worker *worker : workers())
                worker->letGo();
        }
        return {};
    });
    return opening;
}

std::array<Worker *, 3> Store::workers() const
{
    return {m_writeWorker.get(), m_readWorker.get(), m_outboxWorker.get()};
}

Result<Store::Opened> Store::openNow(const Secret &key)
{
    const KeyWork keyWork;
    if (!inMemory()) {
        QDir().mkpath(m_options.directory);
        QFile::setPermissions(m_options.directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    if (!inMemory() && !clearRemains())
        return failure(ErrorCode::Storage,
                       QCoreApplication::translate(
                           "ChatOps", "The stored data cannot be written. Check the folder's permissions."));
    // What is there is looked at before anything is made, so that a wrong key makes nothing.
    const auto exists = [this](const QString &name) {
        return !inMemory() && m_options.files->exists(path(name));
    };
    const bool hasCache = exists(cacheName);
    const bool hasFirst = exists(outboxName);
    const bool hasSecond = exists(outboxCopyName);
    Result<void> cache;
    Result<void> first;
    Result<void> second;
    // Beside each other: the first messages wait for it.
    const Reply<void> looking = m_outboxWorker->runAtOnce<void>([&]() -> Result<void> {
        if (hasFirst)
            first = readOutboxWhole(outboxName, key);
        if (hasSecond)
            second = readOutboxWhole(outboxCopyName, key);
        return {};
    });
    if (hasCache)
        cache = openCache(key);
    CHATOPS_TRY(looking.result());
    // One file that opens proves the key; another one is damaged. When none opens, the
    // key is wrong and nothing is moved.
    const bool proved = (hasCache && cache) || (hasFirst && first) || (hasSecond && second);
    const std::array looked{&cache, &first, &second};
    for (const bool unreadable : {false, true}) {
        // A disk that fails comes first: then nothing is known about the files.
        for (const Result<void> *one : looked) {
            if (!*one && isUnreadable(one->error()) == unreadable && (!unreadable || !proved))
                return std::unexpected(one->error());
        }
    }

    Opened opened;
    if (!cache) {
        const Result<QString> aside = setAside(cacheName);
        if (!aside)
            return std::unexpected(aside.error());
        opened.cacheSetAside = *aside;
    }
    if (!m_cacheDb)
        CHATOPS_TRY(openCache(key));
    const Reply<void> outbox = m_outboxWorker->runAtOnce<void>([&]() -> Result<void> {
        const bool mend = !first || !second || (hasSecond && !hasFirst);
        return mend ? mendOutbox(key, first, second, opened) : openOutbox(key);
    });
    opened.cursor = m_cacheWriter->cursor();
    Result<void> reader;
    if (inMemory())
        m_cacheReader = std::make_unique<CacheReader>(*m_cacheDb);
    else
        reader = m_readWorker->runAtOnce<void>([&] { return openReader(key); }).result();
    CHATOPS_TRY(outbox.result());
    if (!reader)
        return std::unexpected(reader.error());
    return opened;
}

Result<void> Store::openReader(const Secret &key)
{
    const KeyWork keyWork;
    Result<std::unique_ptr<Connection>> connection =
        Connection::open({path(cacheName), true, false}, key.clone());
    if (!connection)
        return std::unexpected(connection.error());
    m_readDb = std::move(*connection);
    m_cacheReader = std::make_unique<CacheReader>(*m_readDb);
    return {};
}

Reply<QString> Store::rebuildCache(Secret key)
{
    const auto shared = std::make_shared<Secret>(std::move(key));
    return m_writeWorker->run<QString>([this, shared]() -> Result<QString> {
        const KeyWork keyWork;
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
        CHATOPS_TRY(m_readWorker->run<void>([&] { return openReader(*shared); }).result());
        ChangeSet everything;
        everything.reset = true;
        Q_EMIT m_cachePort->changed(everything);
        return aside;
    });
}

void Store::close()
{
    const auto closing = [](Worker &worker, const std::function<void()> &work) {
        (void)worker.runAtOnce<void>([work]() -> Result<void> {
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
    if (error.code == ErrorCode::Damaged)
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
            changes.outbox = m_outboxFile->settle(changes.cursor).value_or(false);
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
