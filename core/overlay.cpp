// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/overlay.h"

#include "core/entityjson.h"
#include "core/jsonguard.h"

#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

/// Lays `fields` over the entity's own JSON, keeping what they may not change.
QJsonObject merged(QJsonObject whole, const QJsonObject &fields,
                   std::initializer_list<QLatin1StringView> allowed)
{
    for (const QLatin1StringView key : allowed) {
        const auto it = fields.find(key);
        if (it != fields.end())
            whole.insert(key, it.value());
    }
    return whole;
}

} // namespace

Message postedMessage(const Operation &operation, PersonId self)
{
    Message message;
    message.id = MessageId(operation.target);
    message.channel = ChannelId::fromString(operation.data.value("channel"_L1).toString());
    message.author = self;
    message.createdAt = operation.createdAt;
    message.text = operation.data.value("text"_L1).toString();
    message.root = MessageId::fromString(operation.data.value("root"_L1).toString());
    message.files = filesFromJson(operation.data.value("files"_L1).toArray()).value_or(QList<FileRef>());
    return message;
}

Task createdTask(const Operation &operation, PersonId self)
{
    Task task;
    task.id = TaskId(operation.target);
    task.creator = self;
    task.createdAt = operation.createdAt;
    task.changedAt = operation.createdAt;
    return patched(task, operation.data).value_or(task);
}

Event createdEvent(const Operation &operation, PersonId self)
{
    Event event;
    event.id = EventId(operation.target);
    event.organizer = self;
    event.createdAt = operation.createdAt;
    return patched(event, operation.data).value_or(event);
}

Channel createdChannel(const Operation &operation, PersonId self)
{
    Channel channel;
    channel.id = ChannelId(operation.target);
    channel.name = operation.data.value("name"_L1).toString();
    channel.topic = operation.data.value("topic"_L1).toString();
    channel.kind = operation.kind == OperationKind::DirectOpen
        ? ChannelKind::Direct
        : channelKindFromName(operation.data.value("kind"_L1).toString()).value_or(ChannelKind::Public);
    if (channel.kind == ChannelKind::Direct) {
        JsonReader reader(operation.data);
        channel.people = reader.ids<PersonId>("people"_L1, 64);
        if (!channel.people.contains(self))
            channel.people.append(self);
    }
    channel.lastAt = operation.createdAt;
    channel.creator = self;
    return channel;
}

void react(QList<Reaction> &reactions, const QString &emoji, PersonId person, bool on)
{
    auto it =
        std::find_if(reactions.begin(), reactions.end(), [&](const Reaction &r) { return r.emoji == emoji; });
    if (on) {
        if (it == reactions.end())
            reactions.append({emoji, {person}});
        else if (!it->people.contains(person))
            it->people.append(person);
    } else if (it != reactions.end()) {
        it->people.removeAll(person);
        if (it->people.isEmpty())
            reactions.erase(it);
    }
}

bool overlay(Message &message, const Operation &operation, PersonId self)
{
    if (operation.target != message.id.uuid())
        return false;
    switch (operation.kind) {
    case OperationKind::MessageEdit:
        message.text = operation.data.value("text"_L1).toString();
        message.editedAt = operation.createdAt;
        return true;
    case OperationKind::MessageDelete:
        message.deleted = true;
        message.text.clear();
        message.files.clear();
        message.reactions.clear();
        return true;
    case OperationKind::MessageReact:
        react(message.reactions, operation.data.value("emoji"_L1).toString(), self,
              operation.data.value("on"_L1).toBool());
        return true;
    default:
        return false;
    }
}

Result<Task> patched(const Task &task, const QJsonObject &fields)
{
    const QJsonObject json = merged(toJson(task), fields,
                                    {"channel"_L1, "title"_L1, "description"_L1, "state"_L1, "priority"_L1,
                                     "assignee"_L1, "due"_L1, "source"_L1});
    return taskFromJson(json);
}

Result<Event> patched(Event event, const QJsonObject &fields)
{
    QJsonObject json = merged(toJson(event), fields,
                              {"channel"_L1, "title"_L1, "description"_L1, "location"_L1, "start"_L1,
                               "end"_L1, "zone"_L1, "all_day"_L1, "attendees"_L1});
    Result<Event> result = eventFromJson(json);
    // Checked when it is set, not when it is read: the next computer's zone
    // data may be older, and must not make an event unreadable there.
    const bool zoneSet = fields.contains("zone"_L1) || fields.contains("all_day"_L1);
    if (result && zoneSet && !result->allDay && !QTimeZone(result->zone).isValid())
        return failure(ErrorCode::Invalid, {}, QStringLiteral("not a known time zone"));
    if (result && fields.contains("attendees"_L1)) {
        // Answers belong to the people who gave them; a patch of the list keeps them.
        for (Attendee &attendee : result->attendees) {
            attendee.answer = Answer::None;
            for (const Attendee &before : std::as_const(event.attendees)) {
                if (before.person == attendee.person)
                    attendee.answer = before.answer;
            }
        }
    }
    return result;
}

bool overlay(Task &task, const Operation &operation)
{
    if (operation.target != task.id.uuid() || operation.kind != OperationKind::TaskPatch)
        return false;
    if (const Result<Task> after = patched(task, operation.data))
        task = *after;
    return true;
}

bool overlay(Event &event, const Operation &operation, PersonId self)
{
    if (operation.target != event.id.uuid())
        return false;
    if (operation.kind == OperationKind::EventPatch) {
        if (const Result<Event> after = patched(event, operation.data))
            event = *after;
        return true;
    }
    if (operation.kind == OperationKind::EventAnswer) {
        for (Attendee &attendee : event.attendees) {
            if (attendee.person == self)
                attendee.answer =
                    answerFromName(operation.data.value("answer"_L1).toString()).value_or(Answer::None);
        }
        return true;
    }
    return false;
}

} // namespace ChatOps
