// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"

namespace ChatOps {

/// The person's unconfirmed operations, kept at hand for the overlays of every
/// model. One per account.
///
/// An operation leaves the outbox when its effect is in the cache, but models
/// read the cache in their own time. Until the last of them has done so the
/// operation stays in the list, as acknowledged: no row is ever missing
/// between outbox and cache.
///
/// A change the outbox cannot store, because the disk is full or fails, stays in
/// the list as refused, with its reason and its files, until the program ends. While
/// there is one, later changes queue behind it, also those already on their way to the
/// disk, and each tries the first one again: the order in which they were made decides
/// which of two wins. Read markers are not kept.
class PendingWork final : public QObject {
    Q_OBJECT
public:
    explicit PendingWork(const Account &account, QObject *parent = nullptr);

    [[nodiscard]] const QList<PendingOperation> &operations() const { return m_operations; }
    /// What a person would call a change: without read markers.
    [[nodiscard]] int waitingCount() const;
    [[nodiscard]] int refusedCount() const;
    /// Should it be laid over the rows? Refused changes are shown apart.
    [[nodiscard]] static bool isLaidOver(const PendingOperation &operation);

    /// Changes that are in memory only.
    [[nodiscard]] int unkeptCount() const { return int(m_unkept.size()); }

    /// Makes the operation durable; `unkept` tells when that was not possible.
    void submit(const Operation &operation, const QHash<FileId, QByteArray> &files = {});
    void discard(OperationId operation);
    void retry(const PendingOperation &operation);

    /// Held by a model from the news that the cache changed until it has laid
    /// down the rows it read because of them.
    using Reading = std::shared_ptr<const void>;
    [[nodiscard]] Reading whileReading();

Q_SIGNALS:
    void changed();
    void failed(const ChatOps::Error &error);
    /// An operation could not be made durable. It is in the list, in memory only.
    void unkept(const ChatOps::Error &error);

private:
    void reload();
    void take(const QList<PendingOperation> &pending);
    void forgetConfirmed();
    void append(const Operation &operation, const QHash<FileId, QByteArray> &files, const QString &reason);
    void storeUnkept();
    [[nodiscard]] bool takeUnkept(OperationId operation);

    struct Unkept {
        PendingOperation item;
        QHash<FileId, QByteArray> files;
    };
    Account m_account;
    QList<PendingOperation> m_operations;
    QList<Unkept> m_unkept;
    bool m_storing = false; ///< The first of them is on its way into the outbox,
    bool m_again = false; ///< and somebody asked for it since; the disk may be better now.
    QSet<OperationId> m_confirmed; ///< Left the outbox, not yet read from the cache by everybody.
    int m_readings = 0;
    quint64 m_generation = 0;
};

} // namespace ChatOps
