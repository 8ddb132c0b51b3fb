// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"

#include <QAbstractListModel>

namespace ChatOps {

/// Hits for what is typed, from everything this device holds.
class SearchModel final : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int MostHits = 60;
    enum Roles { KindRole = Qt::UserRole + 1, ContextRole, WhenRole };

    explicit SearchModel(const Account &account, QObject *parent = nullptr);

    /// `within`: one channel only. Answers to older questions are dropped.
    void search(const QString &typed, ChannelId within = {});
    [[nodiscard]] const QString &typed() const { return m_typed; }
    [[nodiscard]] const SearchHit &hit(int row) const { return m_hits[row]; }
    [[nodiscard]] bool isSearching() const { return m_searching; }
    /// Shown while nothing is typed, for instance recent channels.
    void setSuggestions(const QList<SearchHit> &hits);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void finished();
    void failed(const ChatOps::Error &error);

private:
    void replace(const QList<SearchHit> &hits);
    Account m_account;
    QString m_typed;
    QList<SearchHit> m_hits;
    QList<SearchHit> m_suggestions;
    quint64 m_generation = 0;
    bool m_searching = false;
};

} // namespace ChatOps
