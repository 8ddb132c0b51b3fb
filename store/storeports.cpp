// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storeports.h"

#include "store/schema.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QDirIterator>

namespace ChatOps {

Reply<QList<ChannelRow>> StoreCache::channels()
{
    return m_store.read<QList<ChannelRow>>([](CacheReader &reader) { return reader.channels(); });
}

Reply<MessagePage> StoreCache::messages(const MessageQuery &query)
{
    return m_store.read<MessagePage>([query](CacheReader &reader) { return reader.messages(query); });
}

Reply<std::optional<MessageRow>> StoreCache::message(MessageId id)
{
    return m_store.read<std::optional<MessageRow>>([id](CacheReader &reader) { return reader.message(id); });
}

Reply<QList<Task>> StoreCache::tasks()
{
    return m_store.read<QList<Task>>([](CacheReader &reader) { return reader.tasks(); });
}

Reply<QList<Event>> StoreCache::events()
{
    return m_store.read<QList<Event>>([](CacheReader &reader) { return reader.events(); });
}

Reply<QList<Task>> StoreCache::tasksOf(PersonId assignee)
{
    return m_store.read<QList<Task>>([assignee](CacheReader &reader) { return reader.tasksOf(assignee); });
}

Reply<QList<Event>> StoreCache::invitationsOf(PersonId person)
{
    return m_store.read<QList<Event>>([person](CacheReader &reader) { return reader.invitationsOf(person); });
}

Reply<QHash<PersonId, Person>> StoreCache::people(const QSet<PersonId> &ids)
{
    return m_store.read<QHash<PersonId, Person>>([ids](CacheReader &reader) { return reader.people(ids); });
}

Reply<QList<Person>> StoreCache::findPeople(ChannelId channel, const QString &typed, int limit)
{
    return m_store.read<QList<Person>>(
        [=](CacheReader &reader) { return reader.findPeople(channel, typed, limit); });
}

Reply<QList<SearchHit>> StoreCache::search(const QString &typed, ChannelId within, int limit)
{
    return m_store.read<QList<SearchHit>>(
        [=](CacheReader &reader) { return reader.search(typed, within, limit); });
}

Reply<StoreFacts> StoreCache::protection()
{
    return m_store.read<StoreFacts>([this](CacheReader &reader) -> Result<StoreFacts> {
        StoreFacts facts = reader.protection();
        facts.onDisk = !m_store.inMemory();
        return facts;
    });
}

Reply<StoreFacts> StoreCache::facts()
{
    return m_store.read<StoreFacts>([this](CacheReader &reader) {
        Result<StoreFacts> facts = reader.facts();
        if (!facts)
            return facts;
        facts->onDisk = !m_store.inMemory();
        if (facts->onDisk) {
            QDirIterator files(m_store.m_options.directory, QDir::Files);
            while (files.hasNext())
                facts->bytes += files.nextFileInfo().size();
        }
        return facts;
    });
}

Reply<PrivacyRows> StoreCache::privacy()
{
    return m_store.read<PrivacyRows>([](CacheReader &reader) { return reader.privacy(); });
}

Reply<Profile> StoreCache::profile(PersonId person)
{
    return m_store.read<Profile>([person](CacheReader &reader) { return reader.profile(person); });
}

Reply<Millis> StoreCache::expireMessages(Millis before)
{
    // One part at a time, so that what the server sends and what people read comes between.
    const Reply<bool> part = m_store.m_writeWorker->run<bool>([this, before]() -> Result<bool> {
        if (!m_store.m_cacheWriter)
            return std::unexpected(Store::closedError());
        Result<ChangeSet> expired = m_store.m_cacheWriter->expireMessages(before);
        if (!expired)
            return std::unexpected(expired.error());
        const bool some = !expired->messages.isEmpty();
        if (some)
            m_store.report(std::move(expired));
        return some;
    });
    return chain<Millis>(part, this, [this, before](const Result<bool> &some) -> Reply<Millis> {
        if (!some)
            return ready<Millis>(std::unexpected(some.error()));
        if (*some)
            return expireMessages(before);
        return m_store.m_writeWorker->run<Millis>([this]() -> Result<Millis> {
            return m_store.m_cacheWriter ? m_store.m_cacheWriter->oldestMessage()
                                         : std::unexpected(Store::closedError());
        });
    });
}

Reply<QByteArray> StoreCache::note(const QString &name)
{
    return m_store.m_writeWorker->run<QByteArray>([this, name]() -> Result<QByteArray> {
        if (!m_store.m_cacheDb)
            return std::unexpected(Store::closedError());
        const Result<QVariant> kept =
            m_store.m_cacheDb->value(QStringLiteral("SELECT value FROM meta WHERE name = ?"), {name});
        return kept ? Result<QByteArray>(kept->toByteArray()) : std::unexpected(kept.error());
    });
}

void StoreCache::saveNote(const QString &name, const QByteArray &bytes)
{
    (void)m_store.m_writeWorker->run<void>([this, name, bytes]() -> Result<void> {
        if (!m_store.m_cacheDb)
            return std::unexpected(Store::closedError());
        const Result<int> saved =
            m_store.m_cacheDb->run(QStringLiteral("INSERT INTO meta (name, value) VALUES (?, ?)"
                                                  " ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                                   {name, bytes});
        if (saved)
            return {};
        Q_EMIT failed(saved.error());
        return std::unexpected(saved.error());
    });
}

Reply<QList<QByteArray>> StoreCache::cookies()
{
    return chain<QList<QByteArray>>(note(QStringLiteral("cookies")), this,
                                    [](const Result<QByteArray> &kept) {
                                        if (!kept)
                                            return ready<QList<QByteArray>>(std::unexpected(kept.error()));
                                        QList<QByteArray> all = kept->split('\n');
                                        all.removeAll(QByteArray());
                                        return ready(Result<QList<QByteArray>>(all));
                                    });
}

void StoreCache::saveCookies(const QList<QByteArray> &cookies)
{
    saveNote(QStringLiteral("cookies"), cookies.join('\n'));
}

Reply<QList<Draft>> StoreCache::drafts()
{
    return m_store.outboxWork<QList<Draft>>([](OutboxFile &outbox) { return outbox.drafts(); });
}

void StoreCache::saveDraft(const Draft &draft)
{
    (void)m_store.outboxWork<void>([this, draft](OutboxFile &outbox) {
        const Result<void> saved = outbox.saveDraft(draft);
        if (!saved)
            Q_EMIT failed(saved.error());
        return saved;
    });
}

Reply<qint64> StoreOutbox::submit(const Operation &operation, const QHash<FileId, QByteArray> &files,
                                  Order order)
{
    return m_store.outboxWork<qint64>([this, operation, files, order](OutboxFile &outbox) -> Result<qint64> {
        if (order == Order::Behind && m_stuck)
            return failure(ErrorCode::Cancelled, tr("An earlier change could not be stored."));
        const Result<qint64> seq = outbox.append(operation, files);
        if (order != Order::Free)
            m_stuck = !seq;
        if (seq) {
            Operation numbered = operation;
            numbered.seq = *seq;
            Q_EMIT submitted(numbered);
            Q_EMIT changed();
        }
        return seq;
    });
}

Reply<QList<PendingOperation>> StoreOutbox::pending()
{
    return m_store.outboxWork<QList<PendingOperation>>([](OutboxFile &outbox) { return outbox.pending(); });
}

Reply<void> StoreOutbox::discard(OperationId operation)
{
    return m_store.outboxWork<void>([this, operation](OutboxFile &outbox) {
        const Result<void> done = outbox.discard(operation);
        Q_EMIT changed();
        return done;
    });
}

Reply<void> StoreOutbox::retry(OperationId operation, qint64 base)
{
    return m_store.outboxWork<void>([this, operation, base](OutboxFile &outbox) {
        const Result<void> done = outbox.retry(operation, base);
        if (done) {
            const Result<QList<PendingOperation>> pending = outbox.pending();
            for (const PendingOperation &item : pending.value_or(QList<PendingOperation>())) {
                if (item.state == PendingOperation::State::Waiting)
                    Q_EMIT submitted(item.operation);
            }
            Q_EMIT changed();
        }
        return done;
    });
}

template <typename T>
Result<T> StoreReplica::inOrder(std::function<Result<T>()> work)
{
    if (m_stuck)
        return failure(ErrorCode::Cancelled,
                       QCoreApplication::translate("ChatOps", "An earlier change could not be stored."));
    Result<T> done = work();
    // A delta that does not fit the cursor changed nothing, and the next may fit.
    m_stuck = !done && done.error().code != ErrorCode::Conflict;
    return done;
}

Reply<void> StoreReplica::writeInOrder(std::function<Result<ChangeSet>(CacheWriter &)> work)
{
    return m_store.write([this, work = std::move(work)](CacheWriter &writer) {
        return inOrder<ChangeSet>([&] { return work(writer); });
    });
}

Reply<Replica::Position> StoreReplica::position()
{
    m_waiting.reset();
    return m_store.m_writeWorker->run<Position>([this]() -> Result<Position> {
        if (!m_store.m_cacheWriter)
            return std::unexpected(Store::closedError());
        m_stuck = false;
        // Of a channel whose join was cut off nobody may hear again.
        Result<ChangeSet> swept = m_store.m_cacheWriter->dropRemains();
        if (!swept) {
            m_store.reportDamage(swept.error());
            return std::unexpected(swept.error());
        }
        if (!swept->dropped.isEmpty())
            m_store.report(std::move(swept));
        const Cursor cursor = m_store.m_cacheWriter->cursor();
        // What was acknowledged before a crash, and is in the rows already.
        const Result<QList<PendingOperation>> outbox =
            m_store
                .outboxWork<QList<PendingOperation>>(
                    [this, cursor](OutboxFile &file) -> Result<QList<PendingOperation>> {
                        const Result<bool> settled = file.settle(cursor);
                        if (!settled)
                            return std::unexpected(settled.error());
                        if (*settled)
                            Q_EMIT m_store.m_outboxPort->changed();
                        return file.pending();
                    })
                .result();
        if (!outbox)
            return std::unexpected(outbox.error());
        return Position{cursor, m_store.m_cacheWriter->held(), *outbox, cacheSchema()};
    });
}

Reply<Cursor> StoreReplica::apply(const Delta &delta)
{
    const auto answer = std::make_shared<QPromise<Result<Cursor>>>();
    answer->start();
    const Reply<Cursor> reply = answer->future();
    if (m_waiting && m_waiting->add(delta, answer))
        return reply;
    m_waiting = std::make_shared<WaitingDeltas>();
    (void)m_waiting->add(delta, answer);
    m_store.m_writeWorker
        ->run<void>([this, waiting = m_waiting]() -> Result<void> {
            applyWaiting(waiting->take());
            return {};
        })
        .then(QtFuture::Launch::Sync, [waiting = m_waiting](const Result<void> &ran) {
            if (!ran) // The store is being closed, and nobody takes them.
                waiting->refuse(ran.error());
        });
    return reply;
}

void StoreReplica::applyWaiting(const QList<WaitingDeltas::Item> &items)
{
    const auto say = [](const WaitingDeltas::Item &item, const Result<Cursor> &result) {
        item.answer->addResult(result);
        item.answer->finish();
    };
    const auto apply = [this](const QList<Delta> &deltas) -> Result<Cursor> {
        if (!m_store.m_cacheWriter)
            return std::unexpected(Store::closedError());
        Result<ChangeSet> outcome = inOrder<ChangeSet>([&] { return m_store.m_cacheWriter->apply(deltas); });
        const Result<Cursor> answer =
            outcome ? Result<Cursor>(outcome->cursor) : std::unexpected(outcome.error());
        m_store.report(std::move(outcome));
        return answer;
    };
    if (items.size() > 1 && m_store.m_cacheWriter && !m_stuck) {
        QList<Delta> deltas;
        for (const WaitingDeltas::Item &item : items)
            deltas.append(item.delta);
        if (Result<ChangeSet> together = m_store.m_cacheWriter->apply(deltas)) {
            const Cursor reached = together->cursor;
            m_store.report(std::move(together));
            for (const WaitingDeltas::Item &item : items)
                say(item, Cursor{reached.epoch, item.delta.to});
            return;
        }
        // One of them is not as it should be: each for itself says which.
    }
    for (const WaitingDeltas::Item &item : items)
        say(item, apply({item.delta}));
}

bool WaitingDeltas::add(const Delta &delta, const std::shared_ptr<QPromise<Result<Cursor>>> &answer)
{
    const QMutexLocker lock(&m_mutex);
    if (m_taken || m_changes >= MostChanges)
        return false;
    m_changes += delta.changes.size();
    m_items.append({delta, answer});
    return true;
}

QList<WaitingDeltas::Item> WaitingDeltas::take()
{
    const QMutexLocker lock(&m_mutex);
    m_taken = true;
    return std::exchange(m_items, {});
}

void WaitingDeltas::refuse(const Error &why)
{
    for (const Item &item : take()) {
        item.answer->addResult(Result<Cursor>(std::unexpected(why)));
        item.answer->finish();
    }
}

Reply<void> StoreReplica::addScope(ChannelId channel, qint64 mid)
{
    m_waiting.reset();
    return writeInOrder([=](CacheWriter &writer) { return writer.addScope(channel, mid); });
}

Reply<void> StoreReplica::dropScope(ChannelId channel)
{
    m_waiting.reset();
    return writeInOrder([=](CacheWriter &writer) { return writer.dropScope(channel); });
}

Reply<void> StoreReplica::addGap(ChannelId channel, qint64 first, qint64 last)
{
    m_waiting.reset();
    return writeInOrder([=](CacheWriter &writer) { return writer.addGap(channel, first, last); });
}

Reply<void> StoreReplica::applyHistory(const HistoryPage &page)
{
    m_waiting.reset();
    return m_store.write([page](CacheWriter &writer) { return writer.applyHistory(page); });
}

Reply<void> StoreReplica::applyVerdicts(const QList<Verdict> &verdicts)
{
    m_waiting.reset();
    return m_store.m_writeWorker->run<void>([this, verdicts]() -> Result<void> {
        const Cursor cursor = m_store.m_cacheWriter ? m_store.m_cacheWriter->cursor() : Cursor();
        return m_store
            .outboxWork<void>([this, verdicts, cursor](OutboxFile &outbox) -> Result<void> {
                CHATOPS_TRY(outbox.applyVerdicts(verdicts, cursor.epoch));
                // The rows may have come before the acknowledgement.
                CHATOPS_TRY(outbox.settle(cursor));
                Q_EMIT m_store.m_outboxPort->changed();
                return {};
            })
            .result();
    });
}

Result<void> StoreReplica::inSnapshot(const Result<void> &done)
{
    if (!done)
        m_store.reportDamage(done.error());
    return done;
}

Reply<void> StoreReplica::beginSnapshot(PersonId self)
{
    m_waiting.reset();
    return m_store.m_writeWorker->run<void>([this, self]() -> Result<void> {
        return inSnapshot(m_store.m_cacheWriter ? m_store.m_cacheWriter->beginSnapshot(self)
                                                : Result<void>(std::unexpected(Store::closedError())));
    });
}

Reply<void> StoreReplica::snapshotLines(const QList<QByteArray> &lines)
{
    m_waiting.reset();
    return m_store.m_writeWorker->run<void>([this, lines]() -> Result<void> {
        return inSnapshot(m_store.m_cacheWriter ? m_store.m_cacheWriter->snapshotLines(lines)
                                                : Result<void>(std::unexpected(Store::closedError())));
    });
}

Reply<void> StoreReplica::finishSnapshot(const Cursor &cursor)
{
    m_waiting.reset();
    return m_store.m_writeWorker->run<void>([this, cursor]() -> Result<void> {
        if (!m_store.m_cacheWriter)
            return std::unexpected(Store::closedError());
        // Before the new epoch is in the cache: a crash between them would compare
        // revisions of the old one with the cursor of the new one.
        if (m_store.m_cacheWriter->cursor().epoch != cursor.epoch)
            CHATOPS_TRY(
                m_store.outboxWork<void>([](OutboxFile &outbox) { return outbox.resetAcknowledged(); })
                    .result());
        Result<ChangeSet> outcome = m_store.m_cacheWriter->finishSnapshot(cursor);
        if (!outcome)
            return inSnapshot(std::unexpected(outcome.error()));
        m_store.report(std::move(outcome));
        return {};
    });
}

Reply<void> StoreReplica::abandonSnapshot()
{
    m_waiting.reset();
    return m_store.m_writeWorker->run<void>([this]() -> Result<void> {
        if (m_store.m_cacheWriter)
            m_store.m_cacheWriter->abandonSnapshot();
        return {};
    });
}

Reply<QByteArray> StoreReplica::outgoingFile(FileId file)
{
    return m_store.outboxWork<QByteArray>([file](OutboxFile &outbox) { return outbox.file(file); });
}

} // namespace ChatOps
