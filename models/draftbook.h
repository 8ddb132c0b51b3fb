// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"

namespace ChatOps {

/// Texts not sent yet, one per channel or thread, kept in the encrypted store
/// as they are typed. They are the person's own words: a channel that is left, or that one is removed
/// from, does not take them along.
class DraftBook final : public QObject {
    Q_OBJECT
public:
    explicit DraftBook(const Account &account, QObject *parent = nullptr);

    [[nodiscard]] QString text(ChannelId channel, MessageId root = {}) const;
    void set(ChannelId channel, MessageId root, const QString &text);
    [[nodiscard]] bool has(ChannelId channel) const;
    /// What was begun where `isThere` says no: conversations the person is no longer in.
    [[nodiscard]] QList<Draft> leftBehind(const std::function<bool(ChannelId)> &isThere) const;

Q_SIGNALS:
    void loaded();
    void changed(ChatOps::ChannelId channel);

private:
    using Key = std::pair<ChannelId, MessageId>;
    Account m_account;
    QHash<Key, QString> m_drafts;
};

} // namespace ChatOps
