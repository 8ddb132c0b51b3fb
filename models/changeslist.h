// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/channellistmodel.h"
#include "models/pendingwork.h"

#include <QAbstractListModel>

namespace ChatOps {

/// Waiting and refused changes in words, for the list behind the status line; and what was begun in
/// conversations the person is no longer in, which has no other place to be seen.
class ChangesList final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { TextRole = Qt::UserRole + 1, StateRole, ReasonRole, CurrentRole };

    explicit ChangesList(PendingWork &work, QObject *parent = nullptr);
    ChangesList(PendingWork &work, DraftBook &drafts, ChannelListModel &channels, QObject *parent = nullptr);

    /// Is it a draft that was left behind, and no change?
    [[nodiscard]] bool isDraft(int row) const;
    /// Gives up a change, or such a draft.
    void discard(int row);

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
    struct Row {
        PendingOperation item; ///< Of a draft: the post that it would become.
        bool draft = false;
    };
    void reload();
    [[nodiscard]] QList<Row> leftBehind() const;
    PendingWork &m_work;
    DraftBook *m_drafts = nullptr;
    ChannelListModel *m_channels = nullptr;
    QList<Row> m_rows;
};

} // namespace ChatOps
