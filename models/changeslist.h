// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pendingwork.h"

#include <QAbstractListModel>

namespace ChatOps {

/// Waiting and refused changes in words, for the list behind the status line.
class ChangesList final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { TextRole = Qt::UserRole + 1, StateRole, ReasonRole, CurrentRole };

    explicit ChangesList(PendingWork &work, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] const PendingOperation *at(int row) const;

    /// "Message", "New task: title" and so on.
    [[nodiscard]] static QString describe(const Operation &operation);
    /// The words a person wrote in it; empty when there are none.
    [[nodiscard]] static QString textOf(const Operation &operation);
    /// Why it was refused, in the person's language where the code is known.
    [[nodiscard]] static QString reasonOf(const PendingOperation &operation);

private:
    void reload();
    PendingWork &m_work;
    QList<PendingOperation> m_rows;
};

} // namespace ChatOps
