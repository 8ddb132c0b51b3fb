// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities.h"
#include "store/store.h"

#include <QRandomGenerator>

#include <functional>

namespace ChatOps::Bench {

/// How much there is in a made-up workspace.
struct WorldSize {
    int messages = 1'000'000;
    int channels = 500;
    int people = 18'000;
    int largest = 100'000; ///< Messages of the first channel.
    int tasks = 5'000;
    int events = 2'000;

    /// The same shape with so many messages.
    [[nodiscard]] static WorldSize of(int messages);
};

/// A made-up workspace, the same for the same seed, of which nothing but people and channels
/// is in memory: messages are made one after the other, in the order of their time.
class World {
public:
    explicit World(const WorldSize &size, quint32 seed = 42);
    /// Of these people and channels; the first person is oneself. It makes no messages.
    World(const QList<Person> &people, const QList<Channel> &channels);

    [[nodiscard]] const WorldSize &size() const { return m_size; }
    [[nodiscard]] const Person &self() const { return m_people.first(); }
    /// Puts somebody in the place of the first person.
    void setSelf(const Person &self) { m_people.first() = self; }
    /// Of the newest message made; 0 when there is none.
    [[nodiscard]] qint64 lastSeq(qsizetype channel) const { return m_seq[channel]; }
    [[nodiscard]] const QList<Person> &people() const { return m_people; }
    /// The first is the largest.
    [[nodiscard]] const QList<Channel> &channels() const { return m_channels; }
    /// The next message, with `rev` from 1 on.
    [[nodiscard]] Message next();
    [[nodiscard]] Message nextIn(qsizetype channel);
    /// Some words as people would type them: `count` of them, seldom and frequent ones.
    [[nodiscard]] QString words(int count);
    [[nodiscard]] int below(int bound) { return int(m_random.bounded(bound)); }

private:
    template <typename IdType>
    [[nodiscard]] IdType id();
    WorldSize m_size;
    QRandomGenerator m_random;
    QStringList m_words;
    QList<Person> m_people;
    QList<Channel> m_channels;
    QList<qint64> m_seq;
    qint64 m_made = 0;
};

/// Puts the world into an open, empty store as a server would: people, channels, tasks and
/// events by a snapshot, then messages by changes. The revision reached.
qint64 fill(Store &store, World &world);
[[nodiscard]] Task taskOf(const QString &title, const QString &description, PersonId creator,
                          ChannelId channel, Millis createdAt);
/// One of an hour, on some day of the year.
[[nodiscard]] Event eventOf(const QString &title, int day, PersonId organizer, ChannelId channel,
                            Millis createdAt);
/// The change a server sends for a message.
[[nodiscard]] Change changeOf(const Message &message);

} // namespace ChatOps::Bench
