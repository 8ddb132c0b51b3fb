// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "core/overlay.h"
#include "server/hub/executor.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

Result<Facts> Executor::factsFor(const Event &event)
{
    Result<Facts> facts = factsFor(event.channel);
    if (facts) {
        facts->owner = event.organizer == m_actor.person;
        facts->participant = facts->owner
            || std::any_of(event.attendees.begin(), event.attendees.end(),
                           [this](const Attendee &attendee) { return attendee.person == m_actor.person; });
    }
    return facts;
}

Result<std::optional<Verdict>> Executor::checkEventPeople(const Event &event, const Event &before)
{
    if (event.channel) {
        const Result<std::optional<Channel>> channel = ownChannel(event.channel);
        const Result<Facts> facts = factsFor(event.channel);
        if (!channel || !facts)
            return std::unexpected(channel ? facts.error() : channel.error());
        if (!*channel || !facts->member)
            return refused("not_member", "You are not in this event's channel.");
    }
    for (const Attendee &attendee : event.attendees) {
        // Who was invited before and left the channel since is no obstacle.
        const bool known = event.channel == before.channel
            && std::any_of(before.attendees.begin(), before.attendees.end(),
                           [&](const Attendee &old) { return old.person == attendee.person; });
        if (known)
            continue;
        const Result<bool> here = isPersonHere(attendee.person, event.channel);
        if (!here)
            return std::unexpected(here.error());
        if (!*here)
            return refused("not_member", "Somebody invited is not in this event's channel.");
    }
    return std::nullopt;
}

Executor::Handled Executor::eventCreate(const Operation &operation)
{
    Event blank;
    blank.id = EventId(operation.target);
    blank.organizer = m_actor.person;
    blank.createdAt = m_workspace.now();
    Result<Event> event = patched(blank, operation.data);
    if (!event || event->title.trimmed().isEmpty())
        return refused("invalid", "An event needs a title, a start and a later end in a known time zone.");
    for (Attendee &attendee : event->attendees)
        attendee.answer = attendee.person == m_actor.person ? Answer::Yes : Answer::None;
    const Maybe<Event> existing = readEvent(m_db, event->id);
    if (!existing)
        return std::unexpected(existing.error());
    if (*existing)
        return refused("exists", "An event with this id exists already.");
    const Result<std::optional<Verdict>> people = checkEventPeople(*event);
    if (!people)
        return std::unexpected(people.error());
    if (*people)
        return **people;
    const Result<Facts> facts = factsFor(*event);
    if (!facts)
        return std::unexpected(facts.error());
    if (!permits(operation, *facts))
        return refused("forbidden", "You cannot make events here.");
    return finish(m_workspace.publishEvent(*event, std::nullopt, m_actor.person, operation.id));
}

Executor::Handled Executor::eventPatch(const Operation &operation)
{
    const Maybe<Event> before = readEvent(m_db, EventId(operation.target));
    if (!before)
        return std::unexpected(before.error());
    if (!*before)
        return notFound();
    const Result<Facts> facts = factsFor(**before);
    if (!facts)
        return std::unexpected(facts.error());
    if (!permits(operation, *facts)) {
        const bool sees = facts->hasChannel ? facts->member : facts->participant;
        return sees ? refused("forbidden", "Only who made an event or an admin can change it.") : notFound();
    }
    const Result<Event> after = patched(**before, operation.data);
    if (!after || after->title.trimmed().isEmpty())
        return refused("invalid", "An event needs a title, a start and a later end in a known time zone.");
    const bool textChanged = after->description != (*before)->description;
    const Result<bool> overwrites = isOverwriting(operation, (*before)->textRev);
    if (!overwrites)
        return std::unexpected(overwrites.error());
    if (textChanged && *overwrites)
        return conflict(toJson(**before));
    const Result<std::optional<Verdict>> people = checkEventPeople(*after, **before);
    if (!people)
        return std::unexpected(people.error());
    if (*people)
        return **people;
    return finish(m_workspace.publishEvent(*after, **before, m_actor.person, operation.id, textChanged));
}

Executor::Handled Executor::eventDelete(const Operation &operation)
{
    const Maybe<Event> event = readEvent(m_db, EventId(operation.target));
    if (!event)
        return std::unexpected(event.error());
    if (!*event)
        return notFound();
    const Result<Facts> facts = factsFor(**event);
    if (!facts)
        return std::unexpected(facts.error());
    if (!permits(operation, *facts)) {
        const bool sees = facts->hasChannel ? facts->member : facts->participant;
        return sees ? refused("forbidden", "Only who made an event or an admin can delete it.") : notFound();
    }
    return finish(m_workspace.deleteEvent(**event, m_actor.person, operation.id));
}

Executor::Handled Executor::eventAnswer(const Operation &operation)
{
    JsonReader reader(operation.data);
    const std::optional<Answer> answer = answerFromName(reader.text("answer"_L1, 16));
    if (!reader.ok() || !answer)
        return refused("invalid", "This is not an answer.");
    const Maybe<Event> before = readEvent(m_db, EventId(operation.target));
    if (!before)
        return std::unexpected(before.error());
    if (!*before)
        return notFound();
    const Result<Facts> facts = factsFor(**before);
    if (!facts)
        return std::unexpected(facts.error());
    if (!permits(operation, *facts))
        return notFound();
    Event after = **before;
    const auto mine = std::find_if(after.attendees.begin(), after.attendees.end(),
                                   [this](const Attendee &a) { return a.person == m_actor.person; });
    if (mine == after.attendees.end())
        return refused("forbidden", "You are not invited to this event.");
    mine->answer = *answer;
    return finish(m_workspace.publishEvent(after, **before, m_actor.person, operation.id, false));
}

} // namespace ChatOps::Server
