// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/world.h"

#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "tests/bench/figure.h"
#include "tests/support/waiting.h"

#include <cmath>

using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Bench {
namespace {

constexpr int vocabulary = 20'000;
constexpr Millis firstDay = 1'600'000'000'000;
constexpr Millis between = 60'000; ///< From one message to the next.

} // namespace

WorldSize WorldSize::of(int messages)
{
    WorldSize size;
    const double part = messages / double(size.messages);
    size.messages = messages;
    size.largest = std::max(1, int(size.largest * part));
    // Fewer messages are a younger workspace of the same people and channels.
    return size;
}

World::World(const WorldSize &size, quint32 seed)
    : m_size(size)
    , m_random(seed)
    , m_seq(size.channels)
{
    const auto word = [this] {
        QString text;
        for (int letter = 0; letter < 2 + below(9); ++letter)
            text += QChar(u'a' + char16_t(below(26)));
        return text;
    };
    for (int i = 0; i < vocabulary; ++i)
        m_words.append(word());
    for (int i = 0; i < size.people; ++i) {
        Person person;
        person.id = id<PersonId>();
        person.name = m_words[below(vocabulary)] + u' ' + m_words[below(vocabulary)];
        person.name[0] = person.name[0].toUpper();
        person.handle = u"p%1"_s.arg(i);
        person.rev = 1;
        m_people.append(person);
    }
    for (int i = 0; i < size.channels; ++i) {
        Channel channel;
        channel.id = id<ChannelId>();
        channel.name = u"channel-%1"_s.arg(i);
        channel.topic = words(4);
        channel.rev = 1;
        m_channels.append(channel);
    }
}

World::World(const QList<Person> &people, const QList<Channel> &channels)
    : m_size{0, int(channels.size()), int(people.size()), 0, 0, 0}
    , m_people(people)
    , m_channels(channels)
    , m_seq(channels.size())
{
}

template <typename IdType>
IdType World::id()
{
    QByteArray bytes(16, Qt::Uninitialized);
    for (int i = 0; i < 4; ++i) {
        const quint32 part = m_random.generate();
        memcpy(bytes.data() + i * 4, &part, 4);
    }
    // As UUIDs of version 7 are: the time first, so that indexes grow at their end.
    const quint64 time = quint64(firstDay + m_made * between);
    for (int i = 0; i < 6; ++i)
        bytes[i] = char(time >> (40 - 8 * i));
    bytes[6] = char((bytes[6] & 0x0f) | 0x70);
    bytes[8] = char((bytes[8] & 0x3f) | 0x80);
    return IdType::fromBytes(bytes);
}

QString World::words(int count)
{
    QString text;
    for (int i = 0; i < count; ++i) {
        // Frequencies fall with the rank, as in language.
        const double rank = std::pow(double(vocabulary), m_random.generateDouble()) - 1;
        text += (i ? u" "_s : QString()) + m_words[std::min(vocabulary - 1, int(rank))];
    }
    return text;
}

Message World::nextIn(qsizetype channel)
{
    Message message;
    ++m_made;
    message.id = id<MessageId>();
    message.channel = m_channels[channel].id;
    message.seq = ++m_seq[channel];
    message.author = m_people[below(int(std::min<qsizetype>(m_people.size(), 200)))].id;
    message.createdAt = firstDay + m_made * between;
    message.rev = m_made + 1;
    message.text = words(3 + below(18));
    return message;
}

Message World::next()
{
    const bool large = m_made == 0 || m_channels.size() == 1 || below(m_size.messages) < m_size.largest;
    return nextIn(large ? 0 : 1 + below(int(m_channels.size()) - 1));
}

Change changeOf(const Message &message)
{
    return {message.rev,         Scope::channel(message.channel),
            EntityKind::Message, message.id.uuid(),
            Change::Verb::Put,   toJson(message),
            message.author,      {}};
}

Task taskOf(const QString &title, const QString &description, PersonId creator, ChannelId channel,
            Millis createdAt)
{
    Task task;
    task.id = TaskId::create();
    task.title = title;
    task.description = description;
    task.creator = creator;
    task.channel = channel;
    task.createdAt = createdAt;
    return task;
}

Event eventOf(const QString &title, int day, PersonId organizer, ChannelId channel, Millis createdAt)
{
    Event event;
    event.id = EventId::create();
    event.title = title;
    event.start = QDateTime({2026, 1, 1}, {9, 0}).addDays(day % 300);
    event.end = event.start.addSecs(3600);
    event.zone = "Europe/Helsinki";
    event.organizer = organizer;
    event.channel = channel;
    event.createdAt = createdAt;
    return event;
}

qint64 fill(Store &store, World &world)
{
    need(await(store.replica()->beginSnapshot(world.self().id)));
    QList<QByteArray> lines;
    const auto add = [&lines](const QString &type, const QJsonObject &data) {
        lines.append(toJson(QJsonObject{{"t"_L1, type}, {"data"_L1, data}}));
    };
    for (const Person &person : world.people())
        add(u"person"_s, toJson(person));
    for (const Channel &channel : world.channels()) {
        lines.append(
            toJson(QJsonObject{{"t"_L1, "scope"_L1}, {"channel"_L1, channel.id.toString()}, {"mid"_L1, 1}}));
        add(u"channel"_s, toJson(channel));
        add(u"member"_s, toJson(Member{channel.id, world.self().id, 1}));
        // Somebody who has read it all, as most have of most.
        add(u"read"_s, toJson(ReadMarker{channel.id, world.size().messages}));
    }
    for (int i = 0; i < world.size().tasks; ++i) {
        Task task = taskOf(world.words(5), world.words(20), world.self().id,
                           world.channels()[i % world.channels().size()].id, firstDay + i);
        task.rev = 1;
        add(u"task"_s, toJson(task));
    }
    for (int i = 0; i < world.size().events; ++i) {
        Event event = eventOf(world.words(5), i, world.self().id, {}, firstDay + i);
        event.rev = 1;
        add(u"event"_s, toJson(event));
    }
    for (qsizetype from = 0; from < lines.size(); from += 1'000)
        need(await(store.replica()->snapshotLines(lines.mid(from, 1'000))));
    need(await(store.replica()->finishSnapshot({u"e"_s, 1})));
    qint64 cursor = 1;
    for (int made = 0; made < world.size().messages;) {
        Delta delta{cursor, cursor, {}};
        for (; delta.changes.size() < 1'000 && made < world.size().messages; ++made) {
            delta.changes.append(changeOf(world.next()));
            delta.to = delta.changes.last().rev;
        }
        cursor = delta.to;
        need(await(store.replica()->apply(delta)));
    }
    return cursor;
}

} // namespace ChatOps::Bench
