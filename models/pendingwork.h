// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"

namespace ChatOps {

/// The person's unconfirmed operations, kept at hand for the overlays of every
/// model. One per account.
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

    /// Makes the operation durable; `failed` tells when that was not possible.
    void submit(const Operation &operation, const QHash<FileId, QByteArray> &files = {});
    void discard(OperationId operation);
    void retry(const PendingOperation &operation);

Q_SIGNALS:
    void changed();
    void failed(const ChatOps::Error &error);

private:
    void reload();
    Account m_account;
    QList<PendingOperation> m_operations;
    quint64 m_generation = 0;
};

} // namespace ChatOps
