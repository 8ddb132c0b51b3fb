// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "store/cachereader.h"
#include "store/cachewriter.h"
#include "store/driver/databasefiles.h"
#include "store/outboxfile.h"
#include "store/schema.h"
#include "store/worker.h"

#include <array>

namespace ChatOps {

class StoreCache;
class StoreOutbox;
class StoreReplica;

/// The encrypted store of one account: a cache of confirmed rows, one SQLCipher
/// file, and an outbox, two that hold the same. Threads of their own: one writes the
/// cache, one reads it, one owns the outbox. Nothing here blocks the caller.
class Store {
public:
    struct Options {
        QString directory; ///< Empty: everything in memory, nothing on disk.
        Worker::Kind workers = Worker::Kind::Thread; ///< `Caller` blocks; for simulations.
        DatabaseFiles *files = &DatabaseFiles::system(); ///< Not owned.
        /// Rungs of the two kinds of file; others than the program's own are for simulations.
        const QList<MigrationStep> *cacheRungs = &cacheLadder();
        const QList<MigrationStep> *outboxRungs = &outboxLadder();
    };
    /// What happened while opening that a person should be told.
    struct Opened {
        QString cacheSetAside; ///< Path of a damaged cache that was replaced.
        QString outboxSetAside; ///< Paths of damaged files of the outbox, with commas.
        bool outboxIncomplete = false; ///< Both files of the outbox were damaged.
        Cursor cursor; ///< Null: nothing was loaded from a server yet.
    };

    explicit Store(Options options);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// Whatever is asked of the ports from now on waits until `open` has succeeded, instead of being
    /// refused; closing the store refuses it. For workers that are threads.
    void awaitOpening();
    /// Opens or creates the files. WrongKey when neither opens with the key;
    /// TooNew for files of a newer program.
    [[nodiscard]] Reply<Opened> open(Secret key);
    /// Closes the cache, sets its files aside and begins an empty one. The
    /// outbox is not touched. The path of the set-aside file.
    [[nodiscard]] Reply<QString> rebuildCache(Secret key);
    /// Waits for writes under way and closes the files. Blocks.
    void close();
    /// Closes, then removes every file of the store. Blocks.
    [[nodiscard]] Result<void> destroy();

    [[nodiscard]] Cache *cache() const;
    [[nodiscard]] Outbox *outbox() const;
    [[nodiscard]] Replica *replica() const;

private:
    friend class StoreCache;
    friend class StoreOutbox;
    friend class StoreReplica;

    [[nodiscard]] Result<Opened> openNow(const Secret &key);
    [[nodiscard]] Result<void> openCache(const Secret &key);
    /// In the thread that reads, as `openOutbox` and what follows in the outbox's.
    [[nodiscard]] Result<void> openReader(const Secret &key);
    [[nodiscard]] Result<void> openOutbox(const Secret &key);
    [[nodiscard]] Result<void> mendOutbox(const Secret &key, const Result<void> &first,
                                          const Result<void> &second, Opened &opened);
    /// Removes what was cut off in the making; false when the disk refuses.
    [[nodiscard]] bool clearRemains() const;
    [[nodiscard]] Result<void> readOutboxWhole(const QString &name, const Secret &key) const;
    [[nodiscard]] Result<QString> setAside(const QString &name) const;
    [[nodiscard]] QString path(const QString &name) const;
    [[nodiscard]] std::array<Worker *, 3> workers() const;
    [[nodiscard]] bool inMemory() const { return m_options.directory.isEmpty(); }
    void report(Result<ChangeSet> outcome);
    /// Tells the window, which has the cache rebuilt; of other errors nothing.
    void reportDamage(const Error &error);

    template <typename T>
    [[nodiscard]] Reply<T> read(std::function<Result<T>(CacheReader &)> work);
    [[nodiscard]] Reply<void> write(std::function<Result<ChangeSet>(CacheWriter &)> work);
    template <typename T>
    [[nodiscard]] Reply<T> outboxWork(std::function<Result<T>(OutboxFile &)> work);
    [[nodiscard]] static Error closedError();

    Options m_options;
    // Each group is touched only on its worker's thread.
    std::unique_ptr<Connection> m_cacheDb;
    std::unique_ptr<CacheWriter> m_cacheWriter;
    std::unique_ptr<Connection> m_readDb;
    std::unique_ptr<CacheReader> m_cacheReader;
    std::unique_ptr<Connection> m_outboxDb;
    std::unique_ptr<OutboxFile> m_outboxFile;

    std::unique_ptr<StoreCache> m_cachePort;
    std::unique_ptr<StoreOutbox> m_outboxPort;
    std::unique_ptr<StoreReplica> m_replicaPort;

    // Last, so that the threads end before what they use goes.
    std::unique_ptr<Worker> m_writeWorker;
    std::unique_ptr<Worker> m_readWorker;
    std::unique_ptr<Worker> m_outboxWorker;
};

template <typename T>
Reply<T> Store::read(std::function<Result<T>(CacheReader &)> work)
{
    return (inMemory() ? m_writeWorker : m_readWorker)->run<T>([this, work = std::move(work)]() -> Result<T> {
        if (!m_cacheReader)
            return std::unexpected(closedError());
        // One view of the file for all statements of an answer, and one lock instead of one each.
        // What keeps it from beginning keeps the statements from running, and is told by them.
        if (m_readDb)
            (void)m_readDb->begin();
        Result<T> answer = work(*m_cacheReader);
        if (m_readDb && m_readDb->inTransaction())
            m_readDb->rollback();
        if (!answer)
            reportDamage(answer.error());
        return answer;
    });
}

template <typename T>
Reply<T> Store::outboxWork(std::function<Result<T>(OutboxFile &)> work)
{
    return m_outboxWorker->run<T>([this, work = std::move(work)]() -> Result<T> {
        return m_outboxFile ? work(*m_outboxFile) : Result<T>(std::unexpected(closedError()));
    });
}

} // namespace ChatOps
