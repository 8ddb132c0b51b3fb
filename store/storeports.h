// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QMutex>

namespace ChatOps {

class CacheWriter;
class Store;

/// The store as models see it.
class StoreCache final : public Cache {
    Q_OBJECT
public:
    explicit StoreCache(Store &store)
        : m_store(store)
    {
    }
    Reply<QList<ChannelRow>> channels() override;
    Reply<MessagePage> messages(const MessageQuery &query) override;
    Reply<std::optional<MessageRow>> message(MessageId id) override;
    Reply<QList<Task>> tasks() override;
    Reply<QList<Event>> events() override;
    Reply<QList<Task>> tasksOf(PersonId assignee) override;
    Reply<QList<Event>> invitationsOf(PersonId person) override;
    Reply<QHash<PersonId, Person>> people(const QSet<PersonId> &ids) override;
    Reply<QList<Person>> findPeople(ChannelId channel, const QString &typed, int limit) override;
    Reply<QList<SearchHit>> search(const QString &typed, ChannelId within, int limit) override;
    Reply<StoreFacts> facts() override;
    Reply<StoreFacts> protection() override;
    Reply<PrivacyRows> privacy() override;
    Reply<Profile> profile(PersonId person) override;
    Reply<QList<QByteArray>> cookies() override;
    void saveCookies(const QList<QByteArray> &cookies) override;
    Reply<Millis> expireMessages(Millis before) override;
    Reply<QByteArray> note(const QString &name) override;
    void saveNote(const QString &name, const QByteArray &bytes) override;
    Reply<QList<Draft>> drafts() override;
    void saveDraft(const Draft &draft) override;

private:
    Store &m_store;
};

class StoreOutbox final : public Outbox {
    Q_OBJECT
public:
    explicit StoreOutbox(Store &store)
        : m_store(store)
    {
    }
    Reply<qint64> submit(const Operation &operation, const QHash<FileId, QByteArray> &files,
                         Order order) override;
    Reply<QList<PendingOperation>> pending() override;
    Reply<void> discard(OperationId operation) override;
    Reply<void> retry(OperationId operation, qint64 base) override;

private:
    Store &m_store;
    bool m_stuck = false; ///< On the outbox's thread: an ordered submission failed.
};

/// Deltas that came while the writing thread was busy: they are applied in one transaction,
/// which costs a small part of what one each does. Thread-safe.
class WaitingDeltas {
public:
    static constexpr qsizetype MostChanges = 5'000; ///< More begin another transaction.
    struct Item {
        Delta delta;
        std::shared_ptr<QPromise<Result<Cursor>>> answer;
    };
    /// False when they have been taken, or are many.
    [[nodiscard]] bool add(const Delta &delta, const std::shared_ptr<QPromise<Result<Cursor>>> &answer);
    [[nodiscard]] QList<Item> take();
    /// Answers those nobody took.
    void refuse(const Error &why);

private:
    QMutex m_mutex;
    QList<Item> m_items;
    qsizetype m_changes = 0;
    bool m_taken = false;
};

/// The store as sync sees it.
class StoreReplica final : public Replica {
public:
    explicit StoreReplica(Store &store)
        : m_store(store)
    {
    }
    Reply<Position> position() override;
    Reply<Cursor> apply(const Delta &delta) override;
    Reply<void> addScope(ChannelId channel, qint64 mid) override;
    Reply<void> dropScope(ChannelId channel) override;
    Reply<void> addGap(ChannelId channel, qint64 first, qint64 last) override;
    Reply<void> applyHistory(const HistoryPage &page) override;
    Reply<void> applyVerdicts(const QList<Verdict> &verdicts) override;
    Reply<void> beginSnapshot(PersonId self) override;
    Reply<void> snapshotLines(const QList<QByteArray> &lines) override;
    Reply<void> finishSnapshot(const Cursor &cursor) override;
    Reply<void> abandonSnapshot() override;
    Reply<QByteArray> outgoingFile(FileId file) override;

private:
    /// One write of a connection's stream. What comes behind one that the disk did not take
    /// would make it look as if that had been taken: it is Cancelled, until the position is
    /// read for the next connection.
    template <typename T>
    [[nodiscard]] Result<T> inOrder(std::function<Result<T>()> work);
    [[nodiscard]] Reply<void> writeInOrder(std::function<Result<ChangeSet>(CacheWriter &)> work);
    /// What went wrong with the file in a snapshot is told like everything else.
    [[nodiscard]] Result<void> inSnapshot(const Result<void> &done);
    void applyWaiting(const QList<WaitingDeltas::Item> &items);
    Store &m_store;
    /// On the caller's thread. Whatever else is asked for ends it, so that the order stays.
    std::shared_ptr<WaitingDeltas> m_waiting;
    bool m_stuck = false; ///< On the writing thread.
};

} // namespace ChatOps
