// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/importer.h"

#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "core/privacyjson.h"
#include "core/text.h"
#include "pack/packcheck.h"
#include "pack/textformats.h"
#include "server/hub/privacydesk.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

Millis instantFrom(JsonReader &reader, QLatin1StringView key)
{
    const QString text = reader.optionalText(key, 40);
    const std::optional<Millis> at = utcFromText(text);
    if (!text.isEmpty() && !at)
        reader.fail(key, "is not an instant in UTC");
    return at.value_or(0);
}

FileId fileIdOf(const QString &path)
{
    return path.startsWith(u"files/") ? FileId::fromString(path.section(u'/', 1, 1)) : FileId();
}

} // namespace

Importer::Importer(Connection &db, const Clock &clock, Options options)
    : m_db(db)
    , m_workspace(db, options.workspace, clock)
    , m_options(options)
{
}

void Importer::count(QLatin1StringView name)
{
    ++m_counts[name];
}

Result<QJsonObject> Importer::run(const PackSource &source)
{
    // Before anything of it is believed.
    const Result<PackVerdict> verdict = checkPack(source);
    if (!verdict)
        return std::unexpected(verdict.error());
    if (!verdict->problems.isEmpty())
        return failure(ErrorCode::Damaged,
                       u"This pack is not as a server made it: "_s + verdict->problems.first());
    Transaction transaction(m_db);
    CHATOPS_TRY(transaction.begun());
    CHATOPS_TRY(needEmpty());
    if (m_options.person) {
        const Maybe<Person> person = readPerson(m_db, m_options.person);
        if (!person || !*person)
            return person ? failure(ErrorCode::NotFound, u"There is no such person."_s)
                          : std::unexpected(person.error());
        m_people.insert(u"you"_s, m_options.person);
    }
    CHATOPS_TRY(readPack(source, [this](PackFile &file) { return take(file); }));
    if (!m_counts.contains("account"_L1))
        return failure(ErrorCode::Invalid, u"This ZIP is no data export: data/account.json is missing."_s);
    for (const FileOf &file : std::as_const(m_files)) {
        if (!file.stored)
            return failure(ErrorCode::Damaged, u"The file %1 of the pack is missing."_s.arg(file.file.name));
    }
    CHATOPS_TRY(transaction.commit());
    QJsonObject counts;
    for (auto it = m_counts.constBegin(); it != m_counts.constEnd(); ++it)
        counts.insert(it.key(), it.value());
    return counts;
}

Result<void> Importer::needEmpty()
{
    const Result<QVariant> held = m_db.value(
        u"SELECT (SELECT count(*) FROM message m JOIN channel c ON c.id = m.channel WHERE c.workspace = ?)"
        " + (SELECT count(*) FROM task WHERE workspace = ?) + (SELECT count(*) FROM event WHERE workspace = ?)"_s,
        {m_options.workspace.toBytes(), m_options.workspace.toBytes(), m_options.workspace.toBytes()});
    if (!held)
        return std::unexpected(held.error());
    if (held->toLongLong() > 0)
        return failure(
            ErrorCode::Forbidden,
            u"Only a workspace without messages, tasks and events takes a pack over: a pack says itself when things were written."_s);
    return {};
}

Result<void> Importer::needFree(const char *table, const QUuid &id)
{
    const Result<QVariant> taken =
        m_db.value(u"SELECT 1 FROM %1 WHERE id = ?"_s.arg(QLatin1StringView(table)), {id.toRfc4122()});
    if (!taken)
        return std::unexpected(taken.error());
    return taken->isValid()
        ? failure(ErrorCode::Invalid, u"Something in the pack has an id that is taken here."_s)
        : Result<void>();
}

Result<void> Importer::take(PackFile &file)
{
    using Take = Result<void> (Importer::*)(const QJsonObject &);
    static const QHash<QString, Take> lists{
        {u"data/account.json"_s, &Importer::account}, {u"data/profile.json"_s, &Importer::profile},
        {u"data/channel.json"_s, &Importer::channel}, {u"data/file.json"_s, &Importer::fileRef},
        {u"data/message.json"_s, &Importer::message}, {u"data/task.json"_s, &Importer::task},
        {u"data/event.json"_s, &Importer::event},     {u"data/preference.json"_s, &Importer::preference}};
    if (const auto list = lists.constFind(file.name()); list != lists.constEnd()) {
        if (file.name() != u"data/account.json" && !m_people.contains(u"you"_s))
            return failure(ErrorCode::Invalid, u"A pack begins with data/account.json."_s);
        return file.readList([this, take = *list](const QJsonObject &json) { return (this->*take)(json); });
    }
    if (file.name().startsWith(u"files/"))
        return bytes(file);
    return {};
}

Result<void> Importer::account(const QJsonObject &json)
{
    JsonReader reader(json);
    const QString name = reader.text("name"_L1, Limit::Name);
    const QString handle = reader.text("handle"_L1, 40);
    if (!reader.ok())
        return std::unexpected(reader.error());
    count("account"_L1);
    if (m_people.contains(u"you"_s))
        return {};
    const Maybe<Person> known = m_workspace.personByHandle(handle);
    if (!known)
        return std::unexpected(known.error());
    if (*known) {
        m_people.insert(u"you"_s, (*known)->id);
        return {};
    }
    if (!isValidName(name) || !isValidHandle(handle))
        return failure(ErrorCode::Invalid, u"The pack names a person wrongly."_s);
    const Result<QVariant> others =
        m_db.value(u"SELECT count(*) FROM person WHERE workspace = ?"_s, {m_options.workspace.toBytes()});
    if (!others)
        return std::unexpected(others.error());
    const Result<PersonId> added =
        m_workspace.addPerson(name, handle, others->toLongLong() == 0 ? Role::Owner : Role::Member, {});
    if (!added)
        return std::unexpected(added.error());
    m_people.insert(u"you"_s, *added);
    return {};
}

Result<PersonId> Importer::personFor(const QString &who)
{
    if (const auto known = m_people.constFind(who); known != m_people.constEnd())
        return *known;
    const QString handle = who.sliced(who.startsWith(u'@') ? 1 : 0);
    if (!who.startsWith(u'@') || !isValidHandle(handle))
        return failure(ErrorCode::Invalid, u"The pack names a person wrongly."_s);
    // A name without an account; another one where somebody here has it.
    QString free = handle;
    for (int number = 2;; ++number) {
        const Maybe<Person> known = m_workspace.personByHandle(free);
        if (!known)
            return std::unexpected(known.error());
        if (!*known)
            break;
        free = handle.left(34) + u'-' + QString::number(number);
    }
    const Result<PersonId> added = m_workspace.addPerson(handle, free, Role::Member, {});
    if (!added)
        return added;
    CHATOPS_TRY(m_workspace.publishPerson(Person{*added, handle, free, Role::Member, false, 0}));
    m_people.insert(who, *added);
    return *added;
}

Result<void> Importer::profile(const QJsonObject &json)
{
    JsonReader reader(json);
    const QString field = reader.text("field"_L1, 40);
    const QString value = reader.text("value"_L1, Limit::AvatarBytes * 2);
    const bool organisation = reader.optionalText("provided_by"_L1, 20) == u"organisation";
    if (!reader.ok())
        return std::unexpected(reader.error());
    const std::span<const QLatin1StringView> known = profileFields();
    const bool picture = field == u"avatar";
    if (organisation || (!picture && std::find(known.begin(), known.end(), field) == known.end()))
        return {};
    if (!picture && value.size() > Limit::ProfileField)
        return failure(ErrorCode::Invalid, u"A field of the profile is too long."_s);
    PrivacyDesk desk(m_workspace);
    Result<Profile> profile = desk.profile(m_people.value(u"you"_s));
    if (!profile)
        return std::unexpected(profile.error());
    if (picture) {
        const Result<QByteArray> avatar = avatarFromText(value);
        if (!avatar)
            return std::unexpected(avatar.error());
        profile->avatar = *avatar;
    } else {
        profile->fields.insert(field, {value, false});
    }
    CHATOPS_TRY(desk.publishProfile(*profile, {}));
    count("profile"_L1);
    return {};
}

Result<void> Importer::preference(const QJsonObject &json)
{
    JsonReader reader(json);
    SyncedPreference preference;
    preference.person = m_people.value(u"you"_s);
    preference.name = reader.text("name"_L1, Limit::PreferenceName / 2);
    preference.value = reader.text("value"_L1, Limit::PreferenceValue);
    const QString about = reader.optionalText("about"_L1, 4'000);
    if (!reader.ok())
        return std::unexpected(reader.error());
    if (!about.isEmpty()) {
        const Result<Channel> channel = channelFor(about);
        if (!channel)
            return std::unexpected(channel.error());
        preference.name += u'.' + channel->id.toString();
    }
    PrivacyDesk desk(m_workspace);
    const Result<bool> room = desk.hasRoomFor(preference);
    if (!room || !*room)
        return room ? failure(ErrorCode::Invalid, u"The pack holds too many preferences."_s)
                    : std::unexpected(room.error());
    CHATOPS_TRY(desk.publishPreference(preference, {}));
    count("preference"_L1);
    return {};
}

Result<Channel> Importer::channelFor(const QString &where)
{
    if (const auto known = m_channels.constFind(where); known != m_channels.constEnd())
        return *known;
    Channel channel;
    channel.id = ChannelId::create();
    const PersonId self = m_people.value(u"you"_s);
    QList<PersonId> members{self};
    if (where.startsWith(u'#')) {
        channel.name = where.sliced(1);
        if (!isValidName(channel.name))
            return failure(ErrorCode::Invalid, u"The pack names a channel wrongly."_s);
        const QString name = truncated(channel.name, Limit::Name - 5);
        for (int number = 2;; ++number) {
            const Maybe<Channel> known = m_workspace.channelByName(channel.name);
            if (!known)
                return std::unexpected(known.error());
            if (!*known)
                break;
            channel.name = name + u'-' + QString::number(number);
        }
        channel.kind = ChannelKind::Private; // Until the pack says what it was.
    } else {
        channel.kind = ChannelKind::Direct;
        const QStringList names = where.split(u',');
        if (names.size() > 50 || !names.contains(u"you"_s))
            return failure(ErrorCode::Invalid, u"The pack names a channel wrongly."_s);
        for (const QString &name : names) {
            const Result<PersonId> person = personFor(name);
            if (!person)
                return std::unexpected(person.error());
            if (!members.contains(*person))
                members.append(*person);
        }
        channel.id = directChannelId(m_options.workspace, members);
        channel.people = members;
    }
    const Result<Channel> made = m_workspace.createChannel(channel, self, members);
    if (made) {
        m_channels.insert(where, *made);
        m_made.insert(made->id);
    }
    return made;
}

Result<void> Importer::channel(const QJsonObject &json)
{
    JsonReader reader(json);
    const QString where = reader.text("channel"_L1, 4'000);
    const QString topic = reader.optionalText("topic"_L1, Limit::Topic);
    const auto kind = channelKindFromName(reader.text("kind"_L1, 16));
    if (!reader.ok() || !kind)
        return failure(ErrorCode::Invalid, u"The pack describes a channel wrongly."_s);
    Result<Channel> channel = channelFor(where);
    if (!channel)
        return std::unexpected(channel.error());
    if (m_made.contains(channel->id) && channel->kind != ChannelKind::Direct
        && (channel->kind != *kind || channel->topic != topic)) {
        channel->kind = *kind;
        channel->topic = topic;
        CHATOPS_TRY(m_db.run(u"UPDATE channel SET kind = ? WHERE id = ?"_s,
                             {QString(nameOf(*kind)), channel->id.toBytes()}));
        CHATOPS_TRY(m_workspace.publishChannel(*channel));
        m_channels.insert(where, *channel);
    }
    count("channel"_L1);
    return {};
}

Result<void> Importer::fileRef(const QJsonObject &json)
{
    JsonReader reader(json);
    FileRef file;
    file.id = reader.id<FileId>("id"_L1);
    file.name = reader.text("name"_L1, 255);
    file.type = reader.optionalText("type"_L1, 120);
    file.size = reader.integer("bytes"_L1, 1, Limit::FileBytes);
    if (!reader.ok())
        return std::unexpected(reader.error());
    m_files.insert(file.id, {file, {}, false});
    return {};
}

Result<void> Importer::insert(Message message)
{
    Maybe<Channel> channel = readChannel(m_db, message.channel);
    if (!channel)
        return std::unexpected(channel.error());
    Channel grown = channel->value();
    message.seq = ++grown.lastSeq;
    grown.lastAt = std::max(grown.lastAt, message.createdAt);
    CHATOPS_TRY(updateChannel(m_db, grown));
    CHATOPS_TRY(m_workspace.publish(EntityKind::Message, message.id.uuid(), {},
                                    {Scope::channel(message.channel)},
                                    [&](qint64 rev) -> Result<QByteArray> {
                                        message.rev = message.textRev = rev;
                                        CHATOPS_TRY(insertMessage(m_db, message, rev));
                                        return encode(message);
                                    },
                                    message.author, {}));
    return {};
}

Result<Message> Importer::rootFor(MessageId id, const Message &reply)
{
    const Maybe<Message> known = readMessage(m_db, id);
    if (!known)
        return std::unexpected(known.error());
    if (*known && (*known)->channel == reply.channel && !(*known)->root)
        return **known;
    if (*known)
        return failure(ErrorCode::Invalid,
                       u"A reply of the pack is in another channel than what it replies to."_s);
    // Somebody else's, and so not in the pack: its place is kept, so that the thread is one.
    Message gone;
    gone.id = id;
    gone.channel = reply.channel;
    gone.author = reply.author;
    gone.createdAt = reply.createdAt;
    gone.deleted = true;
    CHATOPS_TRY(insert(gone));
    const Maybe<Message> made = readMessage(m_db, id);
    return made ? Result<Message>(made->value()) : std::unexpected(made.error());
}

Result<void> Importer::message(const QJsonObject &json)
{
    JsonReader reader(json);
    Message message;
    message.id = reader.id<MessageId>("id"_L1);
    const QString where = reader.text("channel"_L1, 4'000);
    message.createdAt = instantFrom(reader, "at"_L1);
    message.editedAt = instantFrom(reader, "edited"_L1);
    message.text = reader.optionalText("text"_L1, Limit::MessageText);
    message.root = reader.optionalId<MessageId>("reply_to"_L1);
    const QJsonArray files = reader.array("files"_L1, Limit::FilesPerMessage);
    if (!reader.ok())
        return std::unexpected(reader.error());
    CHATOPS_TRY(needFree("message", message.id.uuid()));
    const Result<Channel> channel = channelFor(where);
    if (!channel)
        return std::unexpected(channel.error());
    message.channel = channel->id;
    message.author = m_people.value(u"you"_s);
    for (const auto &value : files) {
        const auto file = m_files.find(fileIdOf(value.toString()));
        if (file == m_files.end())
            return failure(ErrorCode::Invalid, u"A message of the pack has a file that is not in it."_s);
        file->channel = message.channel;
        message.files.append(file->file);
    }
    if (message.root) {
        Result<Message> root = rootFor(message.root, message);
        if (!root)
            return std::unexpected(root.error());
        CHATOPS_TRY(insert(message));
        ++root->replies;
        root->lastReplyAt = std::max(root->lastReplyAt, message.createdAt);
        CHATOPS_TRY(m_workspace.publishMessage(*root, message.author));
    } else {
        CHATOPS_TRY(insert(message));
    }
    count("message"_L1);
    return {};
}

Result<void> Importer::task(const QJsonObject &json)
{
    JsonReader reader(json);
    Task task;
    task.id = reader.id<TaskId>("id"_L1);
    task.title = reader.text("title"_L1, Limit::Title);
    task.description = reader.optionalText("description"_L1, Limit::Description);
    const auto state = taskStateFromName(reader.text("state"_L1, 16));
    const auto priority = priorityFromName(reader.text("priority"_L1, 16));
    const QString creator = reader.text("creator"_L1, 60);
    const QString assignee = reader.optionalText("assignee"_L1, 60);
    const QString where = reader.optionalText("channel"_L1, 4'000);
    task.createdAt = instantFrom(reader, "created"_L1);
    task.changedAt = instantFrom(reader, "changed"_L1);
    task.dueAt = instantFrom(reader, "due"_L1);
    task.source = reader.optionalId<MessageId>("message"_L1);
    if (!reader.ok() || !state || !priority)
        return failure(ErrorCode::Invalid, u"A task of the pack is wrong."_s, task.id.toString());
    CHATOPS_TRY(needFree("task", task.id.uuid()));
    task.state = *state;
    task.priority = *priority;
    const Result<PersonId> made = personFor(creator);
    const Result<PersonId> given = assignee.isEmpty() ? PersonId() : personFor(assignee);
    if (!made || !given)
        return std::unexpected(made ? given.error() : made.error());
    task.creator = *made;
    task.assignee = *given;
    if (!where.isEmpty()) {
        const Result<Channel> channel = channelFor(where);
        if (!channel)
            return std::unexpected(channel.error());
        task.channel = channel->id;
    }
    CHATOPS_TRY(m_workspace.publish(EntityKind::Task, task.id.uuid(), {}, audienceOf(task),
                                    [&](qint64 rev) -> Result<QByteArray> {
                                        task.rev = task.textRev = rev;
                                        CHATOPS_TRY(writeTask(m_db, m_options.workspace, task));
                                        return toJson(toJson(task));
                                    },
                                    task.creator, {}));
    count("task"_L1);
    return {};
}

Result<void> Importer::event(const QJsonObject &json)
{
    JsonReader reader(json);
    Event event;
    event.id = reader.id<EventId>("id"_L1);
    event.title = reader.text("title"_L1, Limit::Title);
    event.description = reader.optionalText("description"_L1, Limit::Description);
    event.location = reader.optionalText("location"_L1, Limit::Title);
    event.start = wallFromText(reader.text("start"_L1, 32));
    event.end = wallFromText(reader.text("end"_L1, 32));
    event.zone = reader.optionalText("zone"_L1, 64).toLatin1();
    event.allDay = reader.flag("all_day"_L1);
    const QString organizer = reader.text("organizer"_L1, 60);
    const QString where = reader.optionalText("channel"_L1, 4'000);
    event.createdAt = instantFrom(reader, "created"_L1);
    const QJsonArray invited = reader.array("invited"_L1, Limit::Attendees);
    const auto own = answerFromName(reader.optionalText("your_answer"_L1, 16));
    if (!reader.ok() || !event.start.isValid() || !event.end.isValid() || event.end <= event.start)
        return failure(ErrorCode::Invalid, u"An event of the pack is wrong."_s, event.id.toString());
    CHATOPS_TRY(needFree("event", event.id.uuid()));
    const Result<PersonId> by = personFor(organizer);
    if (!by)
        return std::unexpected(by.error());
    event.organizer = *by;
    for (const auto &value : invited) {
        const Result<PersonId> person = personFor(value.toString());
        if (!person)
            return std::unexpected(person.error());
        event.attendees.append(
            {*person, value.toString() == u"you" ? own.value_or(Answer::None) : Answer::None});
    }
    if (invited.isEmpty() && own)
        event.attendees.append({m_people.value(u"you"_s), *own});
    if (!where.isEmpty()) {
        const Result<Channel> channel = channelFor(where);
        if (!channel)
            return std::unexpected(channel.error());
        event.channel = channel->id;
    }
    CHATOPS_TRY(m_workspace.publish(EntityKind::Event, event.id.uuid(), {}, audienceOf(event),
                                    [&](qint64 rev) -> Result<QByteArray> {
                                        event.rev = event.textRev = rev;
                                        CHATOPS_TRY(writeEvent(m_db, m_options.workspace, event));
                                        return toJson(toJson(event));
                                    },
                                    event.organizer, {}));
    count("event"_L1);
    return {};
}

Result<void> Importer::bytes(PackFile &file)
{
    const FileId id = fileIdOf(file.name());
    const auto known = m_files.find(id);
    if (known == m_files.end() || known->stored)
        return failure(ErrorCode::Invalid,
                       u"The pack holds a file that it does not describe: %1"_s.arg(file.name()));
    const Result<QByteArray> content = file.readAll(Limit::FileBytes);
    if (!content)
        return std::unexpected(content.error());
    if (content->size() != known->file.size)
        return failure(ErrorCode::Damaged, u"The file %1 of the pack has another length."_s.arg(file.name()));
    CHATOPS_TRY(needFree("file", id.uuid()));
    known->stored = true;
    CHATOPS_TRY(m_db.run(
        u"INSERT INTO file (id, workspace, owner, channel, size, bytes, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {id.toBytes(), m_options.workspace.toBytes(), m_people.value(u"you"_s).toBytes(),
         known->channel.toBytes(), content->size(), *content, m_workspace.now()}));
    count("file"_L1);
    return {};
}

} // namespace ChatOps::Server
