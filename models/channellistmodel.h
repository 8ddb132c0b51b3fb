// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/draftbook.h"
#include "models/pendingwork.h"

#include <QAbstractListModel>

namespace ChatOps {

/// The sidebar of the channels pane: sections with their headings as rows.
class ChannelListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Section { Unread, Channels, Direct };
    enum Roles {
        IdRole = Qt::UserRole + 1,
        HeadingRole,
        UnreadRole,
        MentionsRole,
        KindRole,
        WaitingRole,
        DraftRole,
        TopicRole,
        MutedRole,
        PresentRole, ///< The other one of a direct message is here.
        PersonRole ///< The other one of a direct message between two; else null.
    };

    ChannelListModel(const Account &account, PendingWork &work, DraftBook &drafts, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] std::optional<ChannelRow> channel(ChannelId id) const;
    [[nodiscard]] const QList<ChannelRow> &all() const { return m_channels; }
    [[nodiscard]] QModelIndex indexOf(ChannelId id) const;
    /// The next row in a direction; none at the end. Of unread ones only if asked: then it goes on
    /// at the other end.
    [[nodiscard]] ChannelId neighbour(ChannelId from, int direction, bool unreadOnly) const;
    [[nodiscard]] int mentionTotal() const;
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// As shown: "release-42", "Ana Lind", "Rosa, Sam".
    [[nodiscard]] static QString titleOf(const ChannelRow &row);
    /// Channels that ask for no attention except by mentions, and those of which every message
    /// counts as one.
    void setAttention(const QSet<ChannelId> &muted, const QSet<ChannelId> &followed);
    /// Who is here, of those the rows speak of.
    void setPresent(const std::function<bool(PersonId)> &isHere);
    /// The others of direct messages between two.
    [[nodiscard]] QSet<PersonId> directPeople() const;
    [[nodiscard]] bool isMuted(ChannelId channel) const { return m_muted.contains(channel); }
    [[nodiscard]] bool isFollowed(ChannelId channel) const { return m_followed.contains(channel); }
    /// Keeps the row of an open channel where it is although it has been read.
    void setCurrent(ChannelId channel);
    /// While `held`, rows stay where they are and only what they say changes; new ones come at the end
    /// of their section. For as long as a pointer is over them: what one aims at must not move away.
    void holdOrder(bool held);

Q_SIGNALS:
    void loaded();
    /// All rows are as they should be again. Who opens or closes channels does
    /// so now: between the signals of single rows a channel that only moves
    /// from one section to another is missing.
    void rebuilt();
    void failed(const ChatOps::Error &error);

private:
    struct Row {
        bool heading = false;
        Section section = Section::Channels;
        ChannelRow channel;
        bool draft = false;
    };
    void reload();
    void rebuild();
    [[nodiscard]] QList<Row> inHeldOrder(const QList<Row> &wanted) const;
    [[nodiscard]] static QString headingOf(Section section);
    /// As it counts for this person: nothing of a muted channel is unread but mentions, and
    /// everything of one that is followed is a mention.
    [[nodiscard]] ChannelRow weighed(ChannelRow row) const;

    Account m_account;
    PendingWork &m_work;
    DraftBook &m_drafts;
    QList<ChannelRow> m_channels;
    QList<Row> m_rows;
    std::function<bool(PersonId)> m_isHere;
    QSet<ChannelId> m_muted;
    QSet<ChannelId> m_followed;
    ChannelId m_current;
    bool m_currentWasUnread = false;
    bool m_orderHeld = false;
    quint64 m_generation = 0;
    bool m_loaded = false;
};

} // namespace ChatOps
