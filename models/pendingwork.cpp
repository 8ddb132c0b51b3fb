// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pendingwork.h"

#include <QPointer>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

PendingWork::PendingWork(const Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{
    connect(account.outbox, &Outbox::changed, this, &PendingWork::reload);
    connect(account.cache, &Cache::changed, this, [this](const ChangeSet &changes) {
        if (changes.outbox || changes.reset)
            reload();
    });
    reload();
}

void PendingWork::reload()
{
    const quint64 generation = ++m_generation;
    follow(m_account.outbox->pending(), this,
           [this, generation](const Result<QList<PendingOperation>> &pending) {
               if (generation != m_generation)
                   return;
               if (pending)
                   take(*pending);
               else
                   Q_EMIT failed(pending.error());
           });
}

void PendingWork::take(const QList<PendingOperation> &pending)
{
    QSet<OperationId> waiting;
    for (const PendingOperation &item : pending)
        waiting.insert(item.operation.id);
    QList<PendingOperation> operations = pending;
    m_confirmed.clear();
    if (m_readings > 0) {
        for (PendingOperation item : std::as_const(m_operations)) {
            if (!isLaidOver(item) || waiting.contains(item.operation.id))
                continue;
            item.state = PendingOperation::State::Acknowledged;
            operations.append(item);
            m_confirmed.insert(item.operation.id);
        }
        std::stable_sort(operations.begin(), operations.end(),
                         [](const PendingOperation &a, const PendingOperation &b) {
                             return a.operation.seq < b.operation.seq;
                         });
    }
    for (const Unkept &unkept : std::as_const(m_unkept))
        operations.append(unkept.item);
    m_operations = operations;
    Q_EMIT changed();
}

void PendingWork::forgetConfirmed()
{
    if (m_confirmed.isEmpty())
        return;
    m_operations.removeIf(
        [this](const PendingOperation &item) { return m_confirmed.contains(item.operation.id); });
    m_confirmed.clear();
    Q_EMIT changed();
}

PendingWork::Reading PendingWork::whileReading()
{
    ++m_readings;
    return {static_cast<const void *>(this), [work = QPointer(this)](const void *) {
                if (work && --work->m_readings == 0)
                    work->forgetConfirmed();
            }};
}

bool PendingWork::isLaidOver(const PendingOperation &operation)
{
    return operation.state == PendingOperation::State::Waiting
        || operation.state == PendingOperation::State::Acknowledged;
}

int PendingWork::waitingCount() const
{
    return int(std::count_if(m_operations.begin(), m_operations.end(), [](const PendingOperation &item) {
        return item.state == PendingOperation::State::Waiting
            && item.operation.kind != OperationKind::ReadMark;
    }));
}

int PendingWork::refusedCount() const
{
    return int(std::count_if(m_operations.begin(), m_operations.end(), [](const PendingOperation &item) {
        const bool over = item.state == PendingOperation::State::Refused
            || item.state == PendingOperation::State::Conflicted;
        return over && item.operation.kind != OperationKind::ReadMark;
    }));
}

void PendingWork::submit(const Operation &operation, const QHash<FileId, QByteArray> &files)
{
    if (!m_unkept.isEmpty() && operation.kind != OperationKind::ReadMark) {
        append(operation, files, m_unkept.last().item.message);
        storeUnkept();
        return;
    }
    // Where one has read to is told again when one looks there again; nobody wrote it.
    if (operation.kind == OperationKind::ReadMark) {
        (void)m_account.outbox->submit(operation, files);
        return;
    }
    follow(m_account.outbox->submit(operation, files, Outbox::Order::Behind), this,
           [this, operation, files](const Result<qint64> &seq) {
               if (seq)
                   return;
               // Not tried, because one before it failed: for the same reason, then.
               const bool tried = seq.error().code != ErrorCode::Cancelled;
               append(operation, files,
                      tried || m_unkept.isEmpty() ? seq.error().message : m_unkept.last().item.message);
               if (tried)
                   Q_EMIT unkept(seq.error());
               else
                   storeUnkept();
           });
}

void PendingWork::append(const Operation &operation, const QHash<FileId, QByteArray> &files,
                         const QString &reason)
{
    PendingOperation item;
    item.operation = operation;
    item.state = PendingOperation::State::Refused;
    item.code = u"not_kept"_s;
    item.message = reason;
    m_unkept.append({item, files});
    m_operations.append(item);
    Q_EMIT changed();
}

void PendingWork::storeUnkept()
{
    if (m_unkept.isEmpty())
        return;
    if (m_storing) {
        m_again = true;
        return;
    }
    m_storing = true;
    m_again = false;
    // It stays in the list until it is durable.
    const Unkept first = m_unkept.first();
    follow(m_account.outbox->submit(first.item.operation, first.files, Outbox::Order::First), this,
           [this, id = first.item.operation.id](const Result<qint64> &seq) {
               m_storing = false;
               if (!seq) {
                   if (m_again)
                       storeUnkept();
                   else
                       Q_EMIT unkept(seq.error());
                   return;
               }
               if (!takeUnkept(id)) // Discarded meanwhile.
                   discard(id);
               reload();
               storeUnkept();
           });
}

bool PendingWork::takeUnkept(OperationId operation)
{
    const bool taken =
        m_unkept.removeIf([&](const Unkept &unkept) { return unkept.item.operation.id == operation; }) > 0;
    if (taken) {
        m_operations.removeIf([&](const PendingOperation &item) { return item.operation.id == operation; });
        Q_EMIT changed();
    }
    return taken;
}

void PendingWork::discard(OperationId operation)
{
    if (takeUnkept(operation))
        return;
    follow(m_account.outbox->discard(operation), this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

void PendingWork::retry(const PendingOperation &operation)
{
    if (operation.code == u"not_kept") {
        storeUnkept();
        return;
    }
    // Trying again after a conflict means: over the newer version, knowingly.
    const qint64 base = operation.current.value("text_rev"_L1).toInteger();
    follow(m_account.outbox->retry(operation.operation.id, base), this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

} // namespace ChatOps
