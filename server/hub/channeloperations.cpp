// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "server/hub/executor.h"
#include "server/hub/securitylog.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

Executor::Handled Executor::channelCreate(const Operation &operation)
{
    JsonReader reader(operation.data);
    Channel channel;
    channel.id = ChannelId(operation.target);
    channel.name = reader.text("name"_L1, Limit::Name);
    channel.topic = reader.optionalText("topic"_L1, Limit::Topic);
    const auto kind = channelKindFromName(reader.text("kind"_L1, 16));
    QList<PersonId> members = reader.ids<PersonId>("members"_L1, 500);
    if (!reader.ok() || !kind || *kind == ChannelKind::Direct || !isValidName(channel.name))
        return refused("invalid", "A channel needs a name of 1 to 80 characters.");
    channel.kind = *kind;
    if (!permits(operation, {m_actor.role, false, false, false, false}))
        return refused("forbidden", "Guests cannot make channels.");
    const Maybe<Channel> sameId = readChannel(m_db, channel.id);
    const Maybe<Channel> sameName = m_workspace.channelByName(channel.name);
    if (!sameId || !sameName)
        return std::unexpected(sameId ? sameName.error() : sameId.error());
    if (*sameId)
        return refused("exists", "A channel with this id exists already.");
    if (*sameName)
        return refused("exists", "There is a channel of this name already.");
    members.removeAll(m_actor.person);
    members.prepend(m_actor.person);
    for (const PersonId &person : std::as_const(members)) {
        const Result<bool> here = isPersonHere(person);
        if (!here)
            return std::unexpected(here.error());
        if (!*here)
            return refused("not_found", "Somebody invited is not in this workspace.");
    }
    CHATOPS_TRY(m_workspace.createChannel(channel, m_actor.person, members, operation.id));
    const auto now = m_workspace.summary();
    return now ? Handled(done(now->rev)) : std::unexpected(now.error());
}

Executor::Handled Executor::directOpen(const Operation &operation)
{
    JsonReader reader(operation.data);
    QList<PersonId> people = reader.ids<PersonId>("people"_L1, 9);
    if (!people.contains(m_actor.person))
        people.append(m_actor.person);
    Channel channel;
    channel.id = directChannelId(m_workspace.id(), people);
    channel.kind = ChannelKind::Direct;
    channel.people = people;
    if (!reader.ok() || channel.id.uuid() != operation.target)
        return refused("invalid", "A direct message is between you and up to eight others.");
    if (!permits(operation, {m_actor.role, false, false, false, false}))
        return refused("forbidden", "Guests cannot begin direct messages.");
    for (const PersonId &person : std::as_const(people)) {
        const Result<bool> here = isPersonHere(person);
        if (!here)
            return std::unexpected(here.error());
        if (!*here)
            return refused("not_found", "Somebody you want to write to is not in this workspace.");
    }
    const Maybe<Channel> existing = readChannel(m_db, channel.id);
    if (!existing)
        return std::unexpected(existing.error());
    if (*existing) {
        const QSet<PersonId> there((*existing)->people.begin(), (*existing)->people.end());
        if ((*existing)->kind != ChannelKind::Direct || there != QSet<PersonId>(people.begin(), people.end()))
            return refused("exists", "Something else has this id.");
        return done((*existing)->rev);
    }
    CHATOPS_TRY(m_workspace.createChannel(channel, m_actor.person, people, operation.id));
    const auto now = m_workspace.summary();
    return now ? Handled(done(now->rev)) : std::unexpected(now.error());
}

Executor::Handled Executor::channelPatch(const Operation &operation)
{
    const Result<std::optional<Channel>> found = ownChannel(ChannelId(operation.target));
    Result<Facts> facts = factsFor(ChannelId(operation.target));
    if (!found || !facts)
        return std::unexpected(found ? facts.error() : found.error());
    if (!*found || !facts->member)
        return notFound();
    const Result<QVariant> creator =
        m_db.value(u"SELECT creator FROM channel WHERE id = ?"_s, {operation.target.toRfc4122()});
    if (!creator)
        return std::unexpected(creator.error());
    facts->owner = PersonId::fromBytes(creator->toByteArray()) == m_actor.person;
    if ((*found)->kind == ChannelKind::Direct || !permits(operation, *facts))
        return refused("forbidden", "Only who made a channel or an admin can change it.");
    JsonReader reader(operation.data);
    Channel channel = **found;
    if (reader.has("name"_L1))
        channel.name = reader.text("name"_L1, Limit::Name);
    if (reader.has("topic"_L1))
        channel.topic = reader.text("topic"_L1, Limit::Topic);
    channel.archived = reader.flag("archived"_L1, channel.archived);
    if (!reader.ok() || !isValidName(channel.name))
        return refused("invalid", "A channel needs a name of 1 to 80 characters.");
    const Maybe<Channel> sameName = m_workspace.channelByName(channel.name);
    if (!sameName)
        return std::unexpected(sameName.error());
    if (*sameName && (*sameName)->id != channel.id)
        return refused("exists", "There is a channel of this name already.");
    return finish(m_workspace.publishChannel(channel, m_actor.person, operation.id));
}

Executor::Handled Executor::channelJoin(const Operation &operation)
{
    const Result<std::optional<Channel>> channel = ownChannel(ChannelId(operation.target));
    const Result<Facts> facts = factsFor(ChannelId(operation.target));
    if (!channel || !facts)
        return std::unexpected(channel ? facts.error() : channel.error());
    if (!*channel || (*channel)->kind != ChannelKind::Public || !permits(operation, *facts))
        return notFound();
    return finish(m_workspace.addMember(**channel, m_actor.person, m_actor.person, operation.id));
}

Executor::Handled Executor::channelLeave(const Operation &operation)
{
    const Result<std::optional<Channel>> channel = ownChannel(ChannelId(operation.target));
    const Result<Facts> facts = factsFor(ChannelId(operation.target));
    if (!channel || !facts)
        return std::unexpected(channel ? facts.error() : channel.error());
    if (!*channel || !permits(operation, *facts))
        return notFound();
    if ((*channel)->kind == ChannelKind::Direct)
        return refused("forbidden", "A direct message cannot be left.");
    return finish(m_workspace.removeMember(**channel, m_actor.person, m_actor.person, operation.id));
}

Executor::Handled Executor::channelAdd(const Operation &operation)
{
    JsonReader reader(operation.data);
    const auto person = reader.id<PersonId>("person"_L1);
    const Result<std::optional<Channel>> channel = ownChannel(ChannelId(operation.target));
    const Result<Facts> facts = factsFor(ChannelId(operation.target));
    if (!channel || !facts)
        return std::unexpected(channel ? facts.error() : channel.error());
    if (!reader.ok())
        return refused("invalid", "Say whom to add.");
    if (!*channel || !permits(operation, *facts))
        return notFound();
    if ((*channel)->kind == ChannelKind::Direct)
        return refused("forbidden", "Nobody can be added to a direct message; begin a new one.");
    const Result<bool> here = isPersonHere(person);
    if (!here)
        return std::unexpected(here.error());
    if (!*here)
        return refused("not_found", "This person is not in the workspace.");
    CHATOPS_TRY(appendSecurity(m_workspace,
                               {u"member.added"_s, m_actor.person, person, {}, (*channel)->id.toString()}));
    return finish(m_workspace.addMember(**channel, person, m_actor.person, operation.id));
}

Executor::Handled Executor::channelRemove(const Operation &operation)
{
    JsonReader reader(operation.data);
    const auto person = reader.id<PersonId>("person"_L1);
    const Result<std::optional<Channel>> channel = ownChannel(ChannelId(operation.target));
    Result<Facts> facts = factsFor(ChannelId(operation.target));
    if (!channel || !facts)
        return std::unexpected(channel ? facts.error() : channel.error());
    if (!reader.ok())
        return refused("invalid", "Say whom to remove.");
    if (!*channel || !facts->member)
        return notFound();
    const Result<QVariant> creator =
        m_db.value(u"SELECT creator FROM channel WHERE id = ?"_s, {operation.target.toRfc4122()});
    if (!creator)
        return std::unexpected(creator.error());
    facts->owner = PersonId::fromBytes(creator->toByteArray()) == m_actor.person;
    if ((*channel)->kind == ChannelKind::Direct || !permits(operation, *facts))
        return refused("forbidden", "Only who made a channel or an admin can remove somebody.");
    const Maybe<qint64> membership = readMembership(m_db, ChannelId(operation.target), person);
    if (!membership)
        return std::unexpected(membership.error());
    if (!*membership)
        return refused("not_found", "This person is not in the channel.");
    CHATOPS_TRY(appendSecurity(m_workspace,
                               {u"member.removed"_s, m_actor.person, person, {}, (*channel)->id.toString()}));
    return finish(m_workspace.removeMember(**channel, person, m_actor.person, operation.id));
}

} // namespace ChatOps::Server
