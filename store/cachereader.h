// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "store/driver/connection.h"

namespace ChatOps {

/// Tables that have rows in `thing_index`; the kind is the low digit of the
/// index row id.
enum class IndexedThing { Task = 1, Event = 2, Person = 3, Channel = 4 };
inline constexpr int IndexedThingFactor = 8;

/// Queries over confirmed rows. Lives in the store's reading thread; the
/// connection may be read-only.
class CacheReader {
public:
    explicit CacheReader(Connection &connection)
        : m_db(connection)
    {
    }

    [[nodiscard]] Result<QList<ChannelRow>> channels();
    [[nodiscard]] Result<MessagePage> messages(const MessageQuery &query);
    [[nodiscard]] Result<std::optional<MessageRow>> message(MessageId id);
    [[nodiscard]] Result<QList<Task>> tasks();
    [[nodiscard]] Result<QList<Event>> events();
    [[nodiscard]] Result<QList<Task>> tasksOf(PersonId assignee);
    [[nodiscard]] Result<QList<Event>> invitationsOf(PersonId person);
    [[nodiscard]] Result<QHash<PersonId, Person>> people(const QSet<PersonId> &ids);
    [[nodiscard]] Result<QList<Person>> findPeople(ChannelId channel, const QString &typed, int limit);
    [[nodiscard]] Result<QList<SearchHit>> search(const QString &typed, ChannelId within, int limit);
    [[nodiscard]] Result<StoreFacts> facts();
    [[nodiscard]] StoreFacts protection();
    [[nodiscard]] Result<PrivacyRows> privacy();
    /// Empty, with the person's id, when nothing is known.
    [[nodiscard]] Result<Profile> profile(PersonId person);

private:
    [[nodiscard]] Result<void> thread(const MessageQuery &query, MessagePage &page);
    [[nodiscard]] Result<void> before(ChannelId channel, qint64 seq, int limit, MessagePage &page);
    [[nodiscard]] Result<void> after(ChannelId channel, qint64 seq, int limit, MessagePage &page);
    [[nodiscard]] Result<void> countUnread(ChannelRow &row);
    [[nodiscard]] Result<Person> person(PersonId id);
    [[nodiscard]] Result<void> searchThings(const QString &typed, const QString &match, ChannelId within,
                                            int limit, QList<SearchHit> &hits);
    /// Rows of the index of channels or people whose names begin with what was typed.
    [[nodiscard]] Result<void> namesBeginning(IndexedThing kind, const QString &typed, int limit,
                                              QList<qint64> &rows);
    [[nodiscard]] Result<std::optional<SearchHit>> thingHit(qint64 indexRow);
    [[nodiscard]] PersonId self();

    Connection &m_db;
};

} // namespace ChatOps
