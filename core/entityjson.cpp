// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"

#include "core/jsonfields.h"
#include "core/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

using namespace Json;

namespace {

constexpr std::array roleNames{"owner"_L1, "admin"_L1, "member"_L1, "guest"_L1};
constexpr std::array channelKindNames{"public"_L1, "private"_L1, "direct"_L1};
constexpr std::array taskStateNames{"todo"_L1, "doing"_L1, "review"_L1, "done"_L1};
constexpr std::array priorityNames{"none"_L1, "low"_L1, "normal"_L1, "high"_L1};
constexpr std::array answerNames{"none"_L1, "yes"_L1, "maybe"_L1, "no"_L1};
constexpr std::array entityKindNames{"person"_L1, "channel"_L1, "member"_L1,  "message"_L1, "task"_L1,
                                     "event"_L1,  "read"_L1,    "consent"_L1, "request"_L1, "notice"_L1,
                                     "seen"_L1,   "policy"_L1,  "rules"_L1,   "profile"_L1, "preference"_L1};

template <typename T>
T take(JsonReader &reader, QLatin1StringView key, Result<T> value)
{
    if (!value)
        reader.fail(key, "holds a wrong item");
    return value.value_or(T());
}

} // namespace

QLatin1StringView nameOf(Role value)
{
    return roleNames[size_t(value)];
}
QLatin1StringView nameOf(ChannelKind value)
{
    return channelKindNames[size_t(value)];
}
QLatin1StringView nameOf(TaskState value)
{
    return taskStateNames[size_t(value)];
}
QLatin1StringView nameOf(Priority value)
{
    return priorityNames[size_t(value)];
}
QLatin1StringView nameOf(Answer value)
{
    return answerNames[size_t(value)];
}
QLatin1StringView nameOf(EntityKind value)
{
    return entityKindNames[size_t(value)];
}
std::optional<Role> roleFromName(QStringView name)
{
    return fromName<Role>(roleNames, name);
}
std::optional<ChannelKind> channelKindFromName(QStringView name)
{
    return fromName<ChannelKind>(channelKindNames, name);
}
std::optional<TaskState> taskStateFromName(QStringView name)
{
    return fromName<TaskState>(taskStateNames, name);
}
std::optional<Priority> priorityFromName(QStringView name)
{
    return fromName<Priority>(priorityNames, name);
}
std::optional<Answer> answerFromName(QStringView name)
{
    return fromName<Answer>(answerNames, name);
}
std::optional<EntityKind> entityKindFromName(QStringView name)
{
    return fromName<EntityKind>(entityKindNames, name);
}

QString wallToText(const QDateTime &wall)
{
    return wall.isValid() ? wall.toString(u"yyyy-MM-ddTHH:mm:ss") : QString();
}

QDateTime wallFromText(const QString &text)
{
    // By hand: QDateTime's parser, made for any format, was half of the reading of events.
    constexpr QLatin1StringView form{"0000-00-00T00:00:00"};
    if (text.size() != form.size())
        return {};
    for (qsizetype i = 0; i < form.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (form[i] == u'0' ? c < u'0' || c > u'9' : form[i] != c)
            return {};
    }
    const auto number = [&text](qsizetype at, qsizetype digits) {
        return QStringView(text).sliced(at, digits).toInt();
    };
    const QDate date(number(0, 4), number(5, 2), number(8, 2));
    const QTime time(number(11, 2), number(14, 2), number(17, 2));
    // UTC as the carrier: wall time must not be moved by the local zone's gaps.
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

bool isValidName(QStringView name)
{
    if (name.isEmpty() || name.size() > Limit::Name || name.front().isSpace() || name.back().isSpace())
        return false;
    constexpr int mostMarks = 4; // Vietnamese and Hebrew get by with three.
    bool seen = false;
    int marks = 0;
    char32_t before = 0;
    for (const uint point : name.toUcs4()) {
        const char32_t c = point;
        if (c == QChar::ReplacementCharacter) // What half a character is read as, too.
            return false;
        switch (QChar::category(c)) {
        case QChar::Other_Control:
        case QChar::Other_Surrogate:
        case QChar::Other_NotAssigned:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            return false;
        case QChar::Other_Format:
            // UAX 31 section 2.3: joiners have a meaning behind a letter or a sign only.
            if ((c != 0x200c && c != 0x200d && !(c >= 0xe0020 && c <= 0xe007f)) || before == 0
                || QChar::isSpace(before) || before == c)
                return false;
            break;
        case QChar::Mark_NonSpacing:
        case QChar::Mark_Enclosing:
            if (++marks > mostMarks)
                return false;
            break;
        case QChar::Separator_Space:
            marks = 0;
            break;
        default:
            // Letters, numbers and signs, of which some are drawn as nothing at all.
            marks = 0;
            seen = seen || (c != 0x115f && c != 0x1160 && c != 0x3164 && c != 0xffa0 && c != 0x2800);
        }
        before = c;
    }
    return seen && before != 0x200c && before != 0x200d;
}

bool isValidHandle(QStringView handle)
{
    if (handle.size() < 2 || handle.size() > 40)
        return false;
    return std::all_of(handle.begin(), handle.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_' || c == u'-';
    });
}

QJsonObject toJson(const Person &person)
{
    return {{"id"_L1, person.id.toString()},  {"name"_L1, person.name},     {"handle"_L1, person.handle},
            {"role"_L1, nameOf(person.role)}, {"active"_L1, person.active}, {"rev"_L1, person.rev}};
}

Result<Person> personFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Person person;
    person.id = reader.id<PersonId>("id"_L1);
    person.name = reader.text("name"_L1, Limit::Name);
    person.handle = reader.text("handle"_L1, Limit::Name);
    person.role = readEnum(reader, "role"_L1, roleFromName, Role::Member);
    person.active = reader.flag("active"_L1, true);
    person.rev = reader.optionalInteger("rev"_L1);
    return finish(reader, person);
}

QJsonObject toJson(const Channel &channel)
{
    QJsonArray people;
    for (const PersonId &person : channel.people)
        people.append(person.toString());
    QJsonObject json{{"id"_L1, channel.id.toString()},
                     {"kind"_L1, nameOf(channel.kind)},
                     {"name"_L1, channel.name},
                     {"topic"_L1, channel.topic},
                     {"people"_L1, people},
                     {"archived"_L1, channel.archived},
                     {"last_seq"_L1, channel.lastSeq},
                     {"last_at"_L1, channel.lastAt},
                     {"rev"_L1, channel.rev}};
    if (channel.creator)
        json.insert("creator"_L1, channel.creator.toString());
    return json;
}

Result<Channel> channelFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Channel channel;
    channel.id = reader.id<ChannelId>("id"_L1);
    channel.kind = readEnum(reader, "kind"_L1, channelKindFromName, ChannelKind::Public);
    channel.name = reader.optionalText("name"_L1, Limit::Name);
    channel.topic = reader.optionalText("topic"_L1, Limit::Topic);
    channel.people = reader.ids<PersonId>("people"_L1, 64);
    channel.archived = reader.flag("archived"_L1);
    channel.lastSeq = reader.optionalInteger("last_seq"_L1);
    channel.lastAt = reader.optionalInteger("last_at"_L1);
    channel.rev = reader.optionalInteger("rev"_L1);
    channel.creator = reader.optionalId<PersonId>("creator"_L1);
    return finish(reader, channel);
}

QJsonObject toJson(const Member &member)
{
    return {{"channel"_L1, member.channel.toString()},
            {"person"_L1, member.person.toString()},
            {"mid"_L1, member.mid}};
}

Result<Member> memberFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Member member;
    member.channel = reader.id<ChannelId>("channel"_L1);
    member.person = reader.id<PersonId>("person"_L1);
    member.mid = reader.optionalInteger("mid"_L1);
    return finish(reader, member);
}

QJsonArray toJson(const QList<Reaction> &reactions)
{
    QJsonArray result;
    for (const Reaction &reaction : reactions) {
        QJsonArray people;
        for (const PersonId &person : reaction.people)
            people.append(person.toString());
        result.append(QJsonObject{{"emoji"_L1, reaction.emoji}, {"people"_L1, people}});
    }
    return result;
}

QList<Reaction> reactionsFromJson(const QJsonArray &json)
{
    QList<Reaction> result;
    for (const auto &value : json) {
        const QJsonObject object = value.toObject();
        Reaction reaction{object.value("emoji"_L1).toString(), {}};
        const QJsonArray people = object.value("people"_L1).toArray();
        for (const auto &person : people) {
            if (const auto id = PersonId::fromString(person.toString()))
                reaction.people.append(id);
        }
        if (!reaction.emoji.isEmpty() && reaction.emoji.size() <= Limit::Emoji && !reaction.people.isEmpty())
            result.append(reaction);
    }
    return result;
}

QJsonArray toJson(const QList<FileRef> &files)
{
    QJsonArray result;
    for (const FileRef &file : files) {
        result.append(QJsonObject{{"id"_L1, file.id.toString()},
                                  {"name"_L1, file.name},
                                  {"type"_L1, file.type},
                                  {"size"_L1, file.size}});
    }
    return result;
}

Result<QList<FileRef>> filesFromJson(const QJsonArray &json)
{
    QList<FileRef> result;
    for (const auto &value : json) {
        const QJsonObject object = value.toObject();
        JsonReader reader(object);
        FileRef file;
        file.id = reader.id<FileId>("id"_L1);
        file.name = reader.text("name"_L1, 255);
        file.type = reader.optionalText("type"_L1, 127);
        file.size = reader.integer("size"_L1, 0, Limit::FileBytes);
        if (!reader.ok())
            return std::unexpected(reader.error());
        result.append(file);
    }
    return result;
}

QJsonObject toJson(const Message &message)
{
    QJsonObject json{{"id"_L1, message.id.toString()}, {"channel"_L1, message.channel.toString()},
                     {"seq"_L1, message.seq},          {"author"_L1, message.author.toString()},
                     {"at"_L1, message.createdAt},     {"text"_L1, message.text},
                     {"rev"_L1, message.rev},          {"text_rev"_L1, message.textRev}};
    if (message.editedAt)
        json.insert("edited"_L1, message.editedAt);
    if (message.root)
        json.insert("root"_L1, message.root.toString());
    if (message.replies) {
        json.insert("replies"_L1, message.replies);
        json.insert("last_reply"_L1, message.lastReplyAt);
    }
    if (!message.reactions.isEmpty())
        json.insert("reactions"_L1, toJson(message.reactions));
    if (!message.files.isEmpty())
        json.insert("files"_L1, toJson(message.files));
    if (message.deleted)
        json.insert("deleted"_L1, true);
    return json;
}

namespace {

QByteArray encode(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray encode(const Message &message)
{
    JsonText json(message.text.size() + 320);
    json.number("at"_L1, message.createdAt);
    json.id("author"_L1, message.author);
    json.id("channel"_L1, message.channel);
    if (message.deleted)
        json.raw("deleted"_L1, "true");
    if (message.editedAt)
        json.number("edited"_L1, message.editedAt);
    if (!message.files.isEmpty())
        json.raw("files"_L1, encode(toJson(message.files)));
    json.id("id"_L1, message.id);
    if (message.replies)
        json.number("last_reply"_L1, message.lastReplyAt);
    if (!message.reactions.isEmpty())
        json.raw("reactions"_L1, encode(toJson(message.reactions)));
    if (message.replies)
        json.number("replies"_L1, message.replies);
    json.number("rev"_L1, message.rev);
    if (message.root)
        json.id("root"_L1, message.root);
    json.number("seq"_L1, message.seq);
    json.text("text"_L1, message.text);
    json.number("text_rev"_L1, message.textRev);
    return std::move(json).end();
}

Result<Message> messageFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Message message;
    message.id = reader.id<MessageId>("id"_L1);
    message.channel = reader.id<ChannelId>("channel"_L1);
    message.seq = reader.integer("seq"_L1, 1);
    message.author = reader.id<PersonId>("author"_L1);
    message.createdAt = reader.integer("at"_L1);
    message.editedAt = reader.optionalInteger("edited"_L1);
    message.text = reader.optionalText("text"_L1, Limit::MessageText);
    message.root = reader.optionalId<MessageId>("root"_L1);
    message.replies = int(reader.optionalInteger("replies"_L1, 0, 0, std::numeric_limits<int>::max()));
    message.lastReplyAt = reader.optionalInteger("last_reply"_L1);
    message.reactions = reactionsFromJson(reader.array("reactions"_L1, 200));
    message.files = take(reader, "files"_L1, filesFromJson(reader.array("files"_L1, Limit::FilesPerMessage)));
    message.deleted = reader.flag("deleted"_L1);
    message.rev = reader.optionalInteger("rev"_L1);
    message.textRev = reader.optionalInteger("text_rev"_L1);
    return finish(reader, message);
}

QJsonObject toJson(const Task &task)
{
    return {{"id"_L1, task.id.toString()},
            {"channel"_L1, idText(task.channel)},
            {"title"_L1, task.title},
            {"description"_L1, task.description},
            {"state"_L1, nameOf(task.state)},
            {"priority"_L1, nameOf(task.priority)},
            {"assignee"_L1, idText(task.assignee)},
            {"creator"_L1, task.creator.toString()},
            {"due"_L1, task.dueAt},
            {"source"_L1, idText(task.source)},
            {"at"_L1, task.createdAt},
            {"changed"_L1, task.changedAt},
            {"rev"_L1, task.rev},
            {"text_rev"_L1, task.textRev}};
}

Result<Task> taskFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Task task;
    task.id = reader.id<TaskId>("id"_L1);
    task.channel = reader.optionalId<ChannelId>("channel"_L1);
    task.title = reader.text("title"_L1, Limit::Title);
    task.description = reader.optionalText("description"_L1, Limit::Description);
    task.state = readEnum(reader, "state"_L1, taskStateFromName, TaskState::Todo);
    task.priority = readEnum(reader, "priority"_L1, priorityFromName, Priority::None);
    task.assignee = reader.optionalId<PersonId>("assignee"_L1);
    task.creator = reader.id<PersonId>("creator"_L1);
    task.dueAt = reader.optionalInteger("due"_L1);
    task.source = reader.optionalId<MessageId>("source"_L1);
    task.createdAt = reader.optionalInteger("at"_L1);
    task.changedAt = reader.optionalInteger("changed"_L1);
    task.rev = reader.optionalInteger("rev"_L1);
    task.textRev = reader.optionalInteger("text_rev"_L1);
    return finish(reader, task);
}

QJsonArray toJson(const QList<Attendee> &attendees)
{
    QJsonArray result;
    for (const Attendee &attendee : attendees)
        result.append(
            QJsonObject{{"person"_L1, attendee.person.toString()}, {"answer"_L1, nameOf(attendee.answer)}});
    return result;
}

Result<QList<Attendee>> attendeesFromJson(const QJsonArray &json)
{
    QList<Attendee> result;
    for (const auto &value : json) {
        const QJsonObject object = value.toObject();
        JsonReader reader(object);
        Attendee attendee;
        attendee.person = reader.id<PersonId>("person"_L1);
        attendee.answer = readEnum(reader, "answer"_L1, answerFromName, Answer::None);
        if (!reader.ok())
            return std::unexpected(reader.error());
        result.append(attendee);
    }
    return result;
}

QJsonObject toJson(const Event &event)
{
    return {{"id"_L1, event.id.toString()},
            {"channel"_L1, idText(event.channel)},
            {"title"_L1, event.title},
            {"description"_L1, event.description},
            {"location"_L1, event.location},
            {"start"_L1, wallToText(event.start)},
            {"end"_L1, wallToText(event.end)},
            {"zone"_L1, QString::fromLatin1(event.zone)},
            {"all_day"_L1, event.allDay},
            {"organizer"_L1, event.organizer.toString()},
            {"attendees"_L1, toJson(event.attendees)},
            {"at"_L1, event.createdAt},
            {"rev"_L1, event.rev},
            {"text_rev"_L1, event.textRev}};
}

Result<Event> eventFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Event event;
    event.id = reader.id<EventId>("id"_L1);
    event.channel = reader.optionalId<ChannelId>("channel"_L1);
    event.title = reader.text("title"_L1, Limit::Title);
    event.description = reader.optionalText("description"_L1, Limit::Description);
    event.location = reader.optionalText("location"_L1, Limit::Title);
    event.start = wallFromText(reader.text("start"_L1, 19));
    event.end = wallFromText(reader.text("end"_L1, 19));
    event.allDay = reader.flag("all_day"_L1);
    event.zone = reader.optionalText("zone"_L1, 64).toLatin1();
    event.organizer = reader.id<PersonId>("organizer"_L1);
    event.attendees =
        take(reader, "attendees"_L1, attendeesFromJson(reader.array("attendees"_L1, Limit::Attendees)));
    event.createdAt = reader.optionalInteger("at"_L1);
    event.rev = reader.optionalInteger("rev"_L1);
    event.textRev = reader.optionalInteger("text_rev"_L1);
    if (!event.start.isValid())
        reader.fail("start"_L1, "is not a time");
    if (!event.end.isValid() || event.end <= event.start)
        reader.fail("end"_L1, "is not a time after the start");
    return finish(reader, event);
}

QJsonObject toJson(const ReadMarker &marker)
{
    return {{"channel"_L1, marker.channel.toString()}, {"seq"_L1, marker.seq}};
}

QByteArray encode(const ReadMarker &marker)
{
    JsonText json(80);
    json.id("channel"_L1, marker.channel);
    json.number("seq"_L1, marker.seq);
    return std::move(json).end();
}

Result<ReadMarker> readMarkerFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    ReadMarker marker;
    marker.channel = reader.id<ChannelId>("channel"_L1);
    marker.seq = reader.integer("seq"_L1);
    return finish(reader, marker);
}

} // namespace ChatOps
