// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/liar.h"

#include "core/entityjson.h"
#include "tests/sim/world.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {

Liar::Liar(World &world, PersonId person)
    : m_world(world)
    , m_person(person)
{
    const Frame::Hello hello = madeUpHello();
    if (hello.token.isEmpty()) {
        m_over = true; // The server's disk takes no new session at the moment.
        return;
    }
    m_session = std::make_unique<Server::Session>(*world.server->hub(), *this);
    m_session->receive(encode(hello));
}

Liar::~Liar() = default;

Frame::Hello Liar::madeUpHello()
{
    Server::Hub &hub = *m_world.server->hub();
    Frame::Hello hello;
    hello.device = DeviceId::create();
    {
        Transaction transaction(hub.db());
        const Result<Server::Tokens> tokens = hub.accounts().startSession(m_person, hello.device, u"liar"_s);
        if (!tokens || !transaction.commit())
            return {};
        hello.token = tokens->access;
    }
    const Result<Server::Workspace::Summary> now =
        Server::Workspace(hub.db(), m_world.server->workspace(), m_world.clock).summary();
    if (!now)
        return {};
    // Mostly a cursor that is taken, so that something follows.
    hello.cursor = {m_world.chance(90) ? hub.epoch() : u"made up"_s,
                    m_world.chance(90) ? m_world.between(now->floor, now->rev)
                                       : m_world.between(0, now->rev + 5)};
    hello.schema = int(m_world.between(0, 3));
    // Direct messages among them: their ids can be computed by anybody.
    (void)hub.db().rows(u"SELECT channel, mid FROM member ORDER BY channel, person"_s, {},
                        [&](const SqlRow &row) {
                            const qint64 claims[]{0, 1, row.integer(1), now->rev, JsonReader::MaxInteger};
                            const size_t claim = size_t(m_world.between(0, 4));
                            if (m_world.chance(60))
                                hello.held.insert(row.id<ChannelId>(0), claims[claim]);
                            return true;
                        });
    return hello;
}

bool Liar::mayHear(ChannelId channel) const
{
    const Result<QVariant> member = m_world.server->hub()->db().value(
        u"SELECT 1 FROM member WHERE channel = ? AND person = ?"_s, {channel.toBytes(), m_person.toBytes()});
    return !member || member->isValid();
}

void Liar::checkChannel(ChannelId channel, QLatin1StringView what)
{
    if (!mayHear(channel))
        m_world.fail(
            u"somebody who is not a member is sent %1 of channel %2"_s.arg(what, channel.toString()));
}

void Liar::check(const Change &change)
{
    switch (change.scope.kind) {
    case Scope::Kind::Channel:
        checkChannel(ChannelId(change.scope.id), nameOf(change.entity));
        return;
    case Scope::Kind::Person:
        if (change.scope.id != m_person.uuid())
            m_world.fail(u"what concerns one person is sent to another"_s);
        else if (change.entity == EntityKind::Read)
            checkChannel(ChannelId(change.id), "the read marker"_L1);
        return;
    case Scope::Kind::Workspace:
        if (change.entity == EntityKind::Channel && change.verb == Change::Verb::Put
            && change.data.value("kind"_L1).toString() != nameOf(ChannelKind::Public))
            checkChannel(ChannelId(change.id), "the name"_L1);
    }
}

void Liar::send(const QByteArray &frame)
{
    if (m_world.disk.isDead(m_world.server->node()))
        return; // Bytes of a process that is no more.
    const Result<AnyFrame> decoded = decode(frame, {4 * MaxFrameDown, 16});
    if (!decoded) {
        m_world.fail(u"a liar is sent what cannot be read"_s);
        return;
    }
    if (const auto *delta = std::get_if<Delta>(&*decoded)) {
        for (const Change &change : delta->changes)
            check(change);
    } else if (const auto *gap = std::get_if<Frame::Gap>(&*decoded)) {
        checkChannel(gap->channel, "a gap"_L1);
    } else if (const auto *added = std::get_if<Frame::ScopeAdd>(&*decoded)) {
        checkChannel(added->channel, "the scope"_L1);
    }
}

void Liar::close(int, const QString &)
{
    m_over = true;
}

} // namespace ChatOps::Testing
