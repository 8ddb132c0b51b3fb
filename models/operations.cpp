// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations.h"

#include "core/entityjson.h"
#include "core/privacyjson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Make {
namespace {

QJsonArray idList(const QList<PersonId> &people)
{
    QJsonArray array;
    for (const PersonId &person : people)
        array.append(person.toString());
    return array;
}

QJsonObject differing(const QJsonObject &before, const QJsonObject &after,
                      std::initializer_list<QLatin1StringView> keys)
{
    QJsonObject fields;
    for (const QLatin1StringView key : keys) {
        if (before.value(key) != after.value(key))
            fields.insert(key, after.value(key));
    }
    return fields;
}

constexpr std::initializer_list<QLatin1StringView> taskFields{"channel"_L1, "title"_L1,    "description"_L1,
                                                              "state"_L1,   "priority"_L1, "assignee"_L1,
                                                              "due"_L1,     "source"_L1};
constexpr std::initializer_list<QLatin1StringView> eventFields{"channel"_L1,  "title"_L1,   "description"_L1,
                                                               "location"_L1, "start"_L1,   "end"_L1,
                                                               "zone"_L1,     "all_day"_L1, "attendees"_L1};

} // namespace

Operation post(ChannelId channel, const QString &text, MessageId root, const QList<FileRef> &files)
{
    QJsonObject data{{"channel"_L1, channel.toString()}, {"text"_L1, text}};
    if (root)
        data.insert("root"_L1, root.toString());
    if (!files.isEmpty())
        data.insert("files"_L1, toJson(files));
    return Operation::make(OperationKind::MessagePost, makeUuidV7(), data);
}

Operation edit(const Message &message, const QString &text)
{
    return Operation::make(OperationKind::MessageEdit, message.id.uuid(), {{"text"_L1, text}},
                           message.textRev);
}

Operation remove(const Message &message)
{
    return Operation::make(OperationKind::MessageDelete, message.id.uuid());
}

Operation react(const Message &message, const QString &emoji, bool on)
{
    return Operation::make(OperationKind::MessageReact, message.id.uuid(),
                           {{"emoji"_L1, emoji}, {"on"_L1, on}});
}

Operation markRead(ChannelId channel, qint64 seq)
{
    return Operation::make(OperationKind::ReadMark, channel.uuid(), {{"seq"_L1, seq}});
}

Operation createTask(const Task &task)
{
    return Operation::make(OperationKind::TaskCreate, task.id.uuid(),
                           differing(QJsonObject(), toJson(task), taskFields));
}

Operation patchTask(const Task &task, const QJsonObject &fields)
{
    return Operation::make(OperationKind::TaskPatch, task.id.uuid(), fields,
                           fields.contains("description"_L1) ? task.textRev : 0);
}

Operation remove(const Task &task)
{
    return Operation::make(OperationKind::TaskDelete, task.id.uuid());
}

Operation createEvent(const Event &event)
{
    return Operation::make(OperationKind::EventCreate, event.id.uuid(),
                           differing(QJsonObject(), toJson(event), eventFields));
}

Operation patchEvent(const Event &event, const QJsonObject &fields)
{
    return Operation::make(OperationKind::EventPatch, event.id.uuid(), fields,
                           fields.contains("description"_L1) ? event.textRev : 0);
}

Operation remove(const Event &event)
{
    return Operation::make(OperationKind::EventDelete, event.id.uuid());
}

Operation answer(const Event &event, Answer answer)
{
    return Operation::make(OperationKind::EventAnswer, event.id.uuid(), {{"answer"_L1, nameOf(answer)}});
}

Operation createChannel(const QString &name, const QString &topic, ChannelKind kind,
                        const QList<PersonId> &members)
{
    return Operation::make(
        OperationKind::ChannelCreate, makeUuidV7(),
        {{"name"_L1, name}, {"topic"_L1, topic}, {"kind"_L1, nameOf(kind)}, {"members"_L1, idList(members)}});
}

Operation openDirect(WorkspaceId workspace, PersonId self, const QList<PersonId> &others)
{
    QList<PersonId> people = others;
    if (!people.contains(self))
        people.append(self);
    return Operation::make(OperationKind::DirectOpen, directChannelId(workspace, people).uuid(),
                           {{"people"_L1, idList(people)}});
}

Operation join(ChannelId channel)
{
    return Operation::make(OperationKind::ChannelJoin, channel.uuid());
}
Operation leave(ChannelId channel)
{
    return Operation::make(OperationKind::ChannelLeave, channel.uuid());
}

Operation addMember(ChannelId channel, PersonId person)
{
    return Operation::make(OperationKind::ChannelAdd, channel.uuid(), {{"person"_L1, person.toString()}});
}

Operation removeMember(ChannelId channel, PersonId person)
{
    return Operation::make(OperationKind::ChannelRemove, channel.uuid(), {{"person"_L1, person.toString()}});
}

Operation recordConsent(const ConsentRecord &record)
{
    return Operation::make(OperationKind::ConsentRecord, record.id.uuid(),
                           {{"purpose"_L1, record.purpose},
                            {"purpose_version"_L1, record.purposeVersion},
                            {"decision"_L1, nameOf(record.decision)},
                            {"policy"_L1, record.policy},
                            {"policy_hash"_L1, record.policyHash},
                            {"language"_L1, record.language},
                            {"method"_L1, record.method},
                            {"device_name"_L1, record.deviceName},
                            {"decided"_L1, record.decidedAt}});
}

Operation createRequest(const RightsRequest &request)
{
    QJsonObject data{{"kind"_L1, nameOf(request.kind)}, {"ground"_L1, nameOf(request.ground)}};
    if (!request.subject.isEmpty())
        data.insert("subject"_L1, request.subject);
    if (!request.text.isEmpty())
        data.insert("text"_L1, request.text);
    return Operation::make(OperationKind::RequestCreate, request.id.uuid(), data);
}

Operation aboutRequest(OperationKind kind, RequestId request, const QString &text)
{
    return Operation::make(kind, request.uuid(),
                           text.isEmpty() ? QJsonObject() : QJsonObject{{"text"_L1, text}});
}

Operation readNotice(NoticeId notice)
{
    return Operation::make(OperationKind::NoticeRead, notice.uuid());
}

Operation patchProfile(PersonId self, const QJsonObject &fields)
{
    return Operation::make(OperationKind::ProfilePatch, self.uuid(), fields);
}

Operation setPreference(PersonId self, const QString &name, const QString &value)
{
    return Operation::make(OperationKind::PreferenceSet, preferenceId(self, name),
                           {{"name"_L1, name}, {"value"_L1, value}});
}

QJsonObject difference(const Task &before, const Task &after)
{
    return differing(toJson(before), toJson(after), taskFields);
}

QJsonObject difference(const Event &before, const Event &after)
{
    return differing(toJson(before), toJson(after), eventFields);
}

} // namespace ChatOps::Make
