// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities.h"
#include "store/driver/connection.h"

#include <QSet>

namespace ChatOps::Server {

// Reading and writing single rows of the server's database. No rules here.

template <typename T>
using Maybe = Result<std::optional<T>>;

[[nodiscard]] Maybe<Person> readPerson(Connection &db, PersonId id);
[[nodiscard]] Maybe<Channel> readChannel(Connection &db, ChannelId id);
[[nodiscard]] Maybe<Message> readMessage(Connection &db, MessageId id);
[[nodiscard]] Maybe<Task> readTask(Connection &db, TaskId id);
[[nodiscard]] Maybe<Event> readEvent(Connection &db, EventId id);
/// Revision at which the membership began; none when there is no membership.
[[nodiscard]] Maybe<qint64> readMembership(Connection &db, ChannelId channel, PersonId person);
[[nodiscard]] Result<QHash<ChannelId, qint64>> readMemberships(Connection &db, PersonId person);

[[nodiscard]] Result<void> writePerson(Connection &db, const Person &person);
[[nodiscard]] Result<void> insertChannel(Connection &db, WorkspaceId workspace, const Channel &channel,
                                         PersonId creator);
[[nodiscard]] Result<void> updateChannel(Connection &db, const Channel &channel);
/// `born` is the revision of the post itself.
[[nodiscard]] Result<void> insertMessage(Connection &db, const Message &message, qint64 born);
[[nodiscard]] Result<void> updateMessage(Connection &db, const Message &message);
[[nodiscard]] Result<void> writeTask(Connection &db, WorkspaceId workspace, const Task &task);
[[nodiscard]] Result<void> writeEvent(Connection &db, WorkspaceId workspace, const Event &event);

/// Messages with `first` <= seq <= `last`, ascending.
[[nodiscard]] Result<QList<Message>> readMessages(Connection &db, ChannelId channel, qint64 first,
                                                  qint64 last);
/// Messages of a condition over the table `message`, one at a time; `each` returns false to stop.
[[nodiscard]] Result<void> eachMessage(Connection &db, const QString &condition, const QVariantList &values,
                                       const std::function<bool(const Message &)> &each);
[[nodiscard]] Result<QList<Message>> readThread(Connection &db, MessageId root);
[[nodiscard]] Person personFromRow(const SqlRow &row);
/// Does `person` know `other`: are or were they in a channel that `person` is in now? Guests are shown
/// those only.
[[nodiscard]] Result<bool> isAcquainted(Connection &db, PersonId person, PersonId other);
/// A condition on a column `id` of people, with two places for whose acquaintances they are.
extern const QString acquaintedCondition;
/// Whoever has written in the channel is known in it; for histories that come from elsewhere.
[[nodiscard]] Result<void> noteAuthors(Connection &db, ChannelId channel);
[[nodiscard]] Channel channelFromRow(const SqlRow &row);
extern const QString personColumns;
extern const QString channelColumns;

} // namespace ChatOps::Server
