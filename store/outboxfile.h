// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "store/driver/connection.h"

namespace ChatOps {

/// The person's own unsent work: operations, the files they need, drafts. A
/// small database of its own with full sync, so that it survives when the
/// cache must be rebuilt, and in two files, because what is damaged in one
/// exists nowhere else. Lives in the store's outbox thread.
class OutboxFile {
public:
    enum class Copies {
        One,
        Two, ///< The connection has a second file, `copy`.
    };
    explicit OutboxFile(Connection &connection, Copies copies = Copies::One)
        : m_db(connection)
        , m_copies(copies)
    {
    }

    /// Makes both files hold what either does, unless they do already.
    [[nodiscard]] Result<void> alignCopy();

    [[nodiscard]] Result<qint64> append(const Operation &operation, const QHash<FileId, QByteArray> &files);
    [[nodiscard]] Result<QList<PendingOperation>> pending();
    /// `epoch`: of the server that said so.
    [[nodiscard]] Result<void> applyVerdicts(const QList<Verdict> &verdicts, const QString &epoch);
    /// Removes what was acknowledged at or before `cursor`; true if any was.
    /// Those of another epoch stay: after a power cut the cache may be back in an older one.
    [[nodiscard]] Result<bool> settle(const Cursor &cursor);
    /// Every acknowledged operation leaves, or waits again after a restore of
    /// the server, whose log no longer knows it.
    [[nodiscard]] Result<void> resetAcknowledged();
    [[nodiscard]] Result<void> discard(OperationId operation);
    [[nodiscard]] Result<void> retry(OperationId operation, qint64 base);
    [[nodiscard]] Result<QByteArray> file(FileId file);

    [[nodiscard]] Result<QList<Draft>> drafts();
    [[nodiscard]] Result<void> saveDraft(const Draft &draft);

    /// What can still be read of a damaged outbox.
    struct Salvage {
        QList<PendingOperation> operations;
        QHash<FileId, std::pair<OperationId, QByteArray>> files;
        QList<Draft> drafts;
    };
    /// Adds to `saved` what is not in it.
    static void salvage(const DatabaseOptions &options, const Secret &key, Salvage &saved);
    /// Puts it into this, empty, one.
    [[nodiscard]] Result<void> restore(const Salvage &salvage);

private:
    [[nodiscard]] Result<void> readOperations(bool newestFirst,
                                              const std::function<void(const PendingOperation &)> &each);
    /// Runs a statement in each file; `@` stands before the name of every table. The
    /// number of rows it changed in one. Within a transaction.
    [[nodiscard]] Result<int> write(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Result<void> writeAlone(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Result<void> removeWhere(const QString &condition, const QVariantList &values);
    Connection &m_db;
    Copies m_copies;
};

} // namespace ChatOps
