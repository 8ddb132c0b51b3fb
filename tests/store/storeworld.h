// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entityjson.h"
#include "store/store.h"
#include "tests/support/snapshot.h"
#include "tests/support/temporary.h"
#include "tests/support/waiting.h"

namespace ChatOps::Testing {

using namespace Qt::Literals::StringLiterals;

/// A workspace of one channel with messages 1 to 200, of which a snapshot
/// carries 151 to 200.
struct World {
    PersonId self = PersonId::create();
    PersonId ana = PersonId::create();
    ChannelId channel = ChannelId::create();
    QList<Message> messages;
    World()
    {
        for (int i = 1; i <= 200; ++i) {
            Message message;
            message.id = MessageId::create();
            message.channel = channel;
            message.seq = i;
            message.author = ana;
            message.createdAt = 1'700'000'000'000 + i * 1000;
            message.text = u"message number %1"_s.arg(i);
            message.rev = i;
            messages.append(message);
        }
    }

    [[nodiscard]] QList<QByteArray> snapshot() const
    {
        QList<QByteArray> lines;
        lines << snapshotLine(EntityKind::Person,
                              toJson(Person{self, u"Mika Kallio"_s, u"mika"_s, Role::Member, true, 1}))
              << snapshotLine(EntityKind::Person,
                              toJson(Person{ana, u"Ana Lind"_s, u"ana"_s, Role::Member, true, 1}))
              << snapshotLine(
                     EntityKind::Channel,
                     toJson(Channel{
                         channel, ChannelKind::Private, u"release"_s, u"Ship it"_s, {}, false, 200, 0, 1}))
              << scopeLine(channel)
              << toJson(QJsonObject{{"t"_L1, "hole"_L1},
                                    {"channel"_L1, channel.toString()},
                                    {"first"_L1, 1},
                                    {"last"_L1, 150}})
              << snapshotLine(EntityKind::Member, toJson(Member{channel, self, 1}));
        for (const Message &message : messages.sliced(150))
            lines << snapshotLine(EntityKind::Message, toJson(message));
        return lines;
    }

    [[nodiscard]] Change put(const Message &message, qint64 rev) const
    {
        Message copy = message;
        copy.rev = rev;
        return {rev,
                Scope::channel(message.channel),
                EntityKind::Message,
                message.id.uuid(),
                Change::Verb::Put,
                toJson(copy),
                ana,
                {}};
    }
};

/// That world and a new folder for a store of it, for each test.
class StorePlace {
protected:
    QTemporaryDir m_dir;
    int m_serial = 0;
    std::unique_ptr<World> m_world;
    QString m_path;

    void begin()
    {
        m_world = std::make_unique<World>();
        m_path = m_dir.filePath(QString::number(++m_serial));
    }

    [[nodiscard]] std::unique_ptr<Store> open() const
    {
        auto store = std::make_unique<Store>(Store::Options{m_path});
        const auto opened = await(store->open(Secret(fixedKey())));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return store;
    }

    void load(Store &store) const
    {
        loadSnapshot(*store.replica(), m_world->self, m_world->snapshot(), {u"e1"_s, 1000});
    }
};

} // namespace ChatOps::Testing
