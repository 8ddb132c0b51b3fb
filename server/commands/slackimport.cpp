// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/slackimport.h"

#include "core/entityjson.h"
#include "core/overlay.h"
#include "server/commands/rights.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

/// Slack writes "1100521080.000002": seconds and a serial number. The whole is
/// the message's identity, the seconds its time.
Millis timeOf(const QString &ts)
{
    const qsizetype dot = ts.indexOf(u'.');
    bool ok = false;
    const qint64 seconds = ts.left(dot).toLongLong(&ok);
    if (!ok || dot <= 0 || seconds < 0 || seconds > 100'000'000'000)
        return 0;
    const int micros = ts.mid(dot + 1, 6).leftJustified(6, u'0').toInt(&ok);
    return ok ? seconds * 1000 + micros / 1000 : 0;
}

QString emojiFor(const QString &name)
{
    static const QHash<QString, QString> known{{u"+1"_s, u"👍"_s},
                                               {u"thumbsup"_s, u"👍"_s},
                                               {u"-1"_s, u"👎"_s},
                                               {u"thumbsdown"_s, u"👎"_s},
                                               {u"heart"_s, u"❤️"_s},
                                               {u"tada"_s, u"🎉"_s},
                                               {u"eyes"_s, u"👀"_s},
                                               {u"rocket"_s, u"🚀"_s},
                                               {u"white_check_mark"_s, u"✅"_s},
                                               {u"heavy_check_mark"_s, u"✔️"_s},
                                               {u"x"_s, u"❌"_s},
                                               {u"joy"_s, u"😂"_s},
                                               {u"smile"_s, u"😄"_s},
                                               {u"slightly_smiling_face"_s, u"🙂"_s},
                                               {u"pray"_s, u"🙏"_s},
                                               {u"clap"_s, u"👏"_s},
                                               {u"fire"_s, u"🔥"_s},
                                               {u"raised_hands"_s, u"🙌"_s},
                                               {u"wave"_s, u"👋"_s},
                                               {u"100"_s, u"💯"_s},
                                               {u"thinking_face"_s, u"🤔"_s},
                                               {u"cry"_s, u"😢"_s},
                                               {u"warning"_s, u"⚠️"_s},
                                               {u"bug"_s, u"🐛"_s},
                                               {u"ok_hand"_s, u"👌"_s}};
    return known.value(name.section(u"::"_s, 0, 0), u':' + name.left(28) + u':');
}

} // namespace

QUuid SlackImport::idFor(const QString &kind, const QString &slackId) const
{
    return QUuid::createUuidV5(m_workspace.id().uuid(), u"slack:"_s + kind + u':' + slackId);
}

void SlackImport::report(const QString &file, int line, const QString &what)
{
    m_problems.append({file, line, what});
}

template <typename Work>
Result<void> SlackImport::batched(Work work)
{
    Transaction transaction(m_db);
    CHATOPS_TRY(transaction.begun());
    // Bulk rows stand outside the log: devices load a snapshot instead.
    CHATOPS_TRY(m_workspace.raiseFloor());
    const Result<Workspace::Summary> now = m_workspace.summary();
    if (!now)
        return std::unexpected(now.error());
    m_rev = now->rev;
    CHATOPS_TRY(work());
    if (m_rev == now->rev)
        return {}; // Nothing new: rolled back, so that no device loads anything anew.
    CHATOPS_TRY(m_db.run(u"UPDATE workspace SET rev = ?, floor = ? WHERE id = ?"_s,
                         {m_rev, m_rev, m_workspace.id().toBytes()}));
    return transaction.commit();
}

Result<SlackImport::Counts> SlackImport::run(const SlackFiles &archive, const QStringList &joinHandles,
                                             const std::function<void(qsizetype, qsizetype)> &progress)
{
    const Result<QStringList> names = archive.names();
    if (!names)
        return std::unexpected(names.error());
    const auto spoilt = [this](const QString &name, const Error &error) { report(name, 0, error.message); };
    QHash<QString, QByteArray> heads;
    CHATOPS_TRY(archive.read(
        [](const QString &name) {
            return name == u"users.json" || name == u"channels.json" || name == u"groups.json";
        },
        [&heads](const QString &name, const QByteArray &bytes) { heads.insert(name, bytes); }, spoilt));
    if (!heads.contains(u"users.json"_s) || !heads.contains(u"channels.json"_s))
        return failure(ErrorCode::Invalid,
                       u"This ZIP is not a Slack export: users.json or channels.json is missing."_s);
    CHATOPS_TRY(batched([&] { return importPeople(heads.value(u"users.json"_s)); }));
    CHATOPS_TRY(batched([&]() -> Result<void> {
        CHATOPS_TRY(importChannels(heads.value(u"channels.json"_s), joinHandles));
        return heads.contains(u"groups.json"_s) ? importChannels(heads.value(u"groups.json"_s), joinHandles)
                                                : Result<void>();
    }));

    qsizetype done = 0;
    for (auto it = m_channels.begin(); it != m_channels.end(); ++it) {
        // One channel's days in memory at a time, in their order.
        std::map<QString, QByteArray> days;
        const QString prefix = it.key() + u'/';
        CHATOPS_TRY(archive.read(
            [&](const QString &name) { return name.startsWith(prefix) && name.endsWith(u".json"); },
            [&](const QString &name, const QByteArray &bytes) { days.emplace(name, bytes); }, spoilt));
        for (auto &day : days) {
            CHATOPS_TRY(batched([&] { return importDay(day.first, it.value(), day.second); }));
            day.second.clear();
            progress(++done, names->size());
        }
        CHATOPS_TRY(batched([&] { return countReplies(it.value()); }));
    }
    progress(names->size(), names->size());
    return m_counts;
}

Result<QString> SlackImport::freeHandle(const QString &wanted, PersonId self)
{
    QString base;
    for (const QChar c : wanted.toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_' || c == u'-')
            base += c;
    }
    base = base.left(34).leftJustified(2, u'_');
    for (int suffix = 1; suffix < 10'000; ++suffix) {
        const QString candidate = suffix == 1 ? base : base + u'-' + QString::number(suffix);
        const Maybe<Person> taken = m_workspace.personByHandle(candidate);
        if (!taken)
            return std::unexpected(taken.error());
        if (!*taken || (*taken)->id == self)
            return candidate;
    }
    return failure(ErrorCode::Conflict, u"No short name is free for an imported person."_s);
}

Result<void> SlackImport::importPeople(const QByteArray &bytes)
{
    for (const JsonElement &element : splitJsonList(bytes)) {
        const QString slackId = element.object.value("id"_L1).toString();
        if (!element.problem.isEmpty() || slackId.isEmpty()) {
            report(u"users.json"_s, element.line,
                   element.problem.isEmpty() ? u"a person without an id"_s : element.problem);
            continue;
        }
        const QJsonObject profile = element.object.value("profile"_L1).toObject();
        Person person;
        person.id = PersonId(idFor(u"user"_s, slackId));
        person.active = !element.object.value("deleted"_L1).toBool();
        person.role = element.object.value("is_restricted"_L1).toBool() ? Role::Guest : Role::Member;
        for (const QString &name :
             {profile.value("display_name"_L1).toString(), profile.value("real_name"_L1).toString(),
              element.object.value("name"_L1).toString(), slackId}) {
            person.name = name.simplified().left(Limit::Name);
            if (isValidName(person.name))
                break;
        }
        const Maybe<Person> existing = readPerson(m_db, person.id);
        const Result<QString> handle =
            freeHandle(element.object.value("name"_L1).toString(slackId), person.id);
        if (!existing || !handle)
            return std::unexpected(existing ? handle.error() : existing.error());
        if (*existing) {
            // Role and whether the account is open are this server's to say by now.
            m_people.insert(slackId, {person.id, (*existing)->handle});
            if ((*existing)->name != person.name) {
                Person renamed = **existing;
                renamed.name = person.name;
                renamed.rev = ++m_rev;
                CHATOPS_TRY(writePerson(m_db, renamed));
            }
            continue;
        }
        person.handle = *handle;
        person.rev = ++m_rev;
        m_people.insert(slackId, {person.id, person.handle});
        m_newPeople.insert(person.id);
        CHATOPS_TRY(m_db.run(
            u"INSERT INTO person (id, workspace, name, handle, role, active, password, rev, created) VALUES (?, ?, ?, ?, ?, ?, '', ?, ?)"_s,
            {person.id.toBytes(), m_workspace.id().toBytes(), person.name, person.handle,
             QString(nameOf(person.role)), person.active, person.rev, m_workspace.now()}));
        ++m_counts.people;
    }
    return {};
}

Result<void> SlackImport::importChannels(const QByteArray &bytes, const QStringList &joinHandles)
{
    QList<PersonId> joining;
    for (const QString &handle : joinHandles) {
        const Maybe<Person> person = m_workspace.personByHandle(handle);
        if (!person)
            return std::unexpected(person.error());
        if (!*person)
            return failure(ErrorCode::NotFound, u"There is nobody with the short name %1."_s.arg(handle));
        joining.append((*person)->id);
    }
    for (const JsonElement &element : splitJsonList(bytes)) {
        if (!element.problem.isEmpty() || element.object.value("id"_L1).toString().isEmpty()
            || element.object.value("name"_L1).toString().isEmpty())
            report(u"channels.json"_s, element.line,
                   element.problem.isEmpty() ? u"a channel without id or name"_s : element.problem);
        else
            CHATOPS_TRY(importChannel(element, joining));
    }
    return {};
}

Result<void> SlackImport::importChannel(const JsonElement &element, const QList<PersonId> &joining)
{
    const QString slackId = element.object.value("id"_L1).toString();
    const QString folder = element.object.value("name"_L1).toString();
    Channel channel;
    channel.id = ChannelId(idFor(u"channel"_s, slackId));
    channel.kind =
        element.object.value("is_private"_L1).toBool() || element.object.value("is_group"_L1).toBool()
        ? ChannelKind::Private
        : ChannelKind::Public;
    channel.name = folder.simplified().left(Limit::Name);
    channel.topic = element.object.value("topic"_L1)
                        .toObject()
                        .value("value"_L1)
                        .toString()
                        .simplified()
                        .left(Limit::Topic);
    channel.archived = element.object.value("is_archived"_L1).toBool();
    m_channels.insert(folder, channel.id);
    m_channelNames.insert(slackId, channel.name);
    const Maybe<Channel> existing = readChannel(m_db, channel.id);
    if (!existing)
        return std::unexpected(existing.error());
    if (!*existing) {
        for (int suffix = 2; true; ++suffix) {
            const Maybe<Channel> taken = m_workspace.channelByName(channel.name);
            if (!taken)
                return std::unexpected(taken.error());
            if (!*taken)
                break;
            channel.name = folder.simplified().left(Limit::Name - 6) + u'-' + QString::number(suffix);
        }
        const QString creator = element.object.value("creator"_L1).toString();
        channel.rev = ++m_rev;
        CHATOPS_TRY(insertChannel(m_db, m_workspace.id(), channel, m_people.value(creator).id));
        ++m_counts.channels;
    }
    QList<PersonId> members = joining;
    const QJsonArray listed = element.object.value("members"_L1).toArray();
    for (const auto &value : listed) {
        const auto person = m_people.constFind(value.toString());
        // Who left a channel on this server is not put back by the old list.
        if (person != m_people.constEnd() && (!*existing || m_newPeople.contains(person->id)))
            members.append(person->id);
        else if (person == m_people.constEnd())
            report(u"channels.json"_s, element.line, u"a member who is not in users.json"_s);
    }
    for (const PersonId &person : std::as_const(members)) {
        const Maybe<qint64> already = readMembership(m_db, channel.id, person);
        if (!already)
            return std::unexpected(already.error());
        if (!*already)
            CHATOPS_TRY(m_db.run(u"INSERT INTO member (channel, person, mid) VALUES (?, ?, ?)"_s,
                                 {channel.id.toBytes(), person.toBytes(), ++m_rev}));
    }
    return {};
}

Result<void> SlackImport::importDay(const QString &file, ChannelId channel, const QByteArray &bytes)
{
    const Maybe<Channel> before = readChannel(m_db, channel);
    if (!before)
        return std::unexpected(before.error());
    Channel grown = before->value();
    m_seq = grown.lastSeq;
    m_lastAt = grown.lastAt;
    QList<JsonElement> elements = splitJsonList(bytes);
    std::stable_sort(elements.begin(), elements.end(), [](const JsonElement &a, const JsonElement &b) {
        return a.object.value("ts"_L1).toString() < b.object.value("ts"_L1).toString();
    });
    for (const JsonElement &element : std::as_const(elements))
        CHATOPS_TRY(importMessage(file, element, channel));
    grown.lastSeq = m_seq;
    grown.lastAt = m_lastAt;
    return updateChannel(m_db, grown);
}

Result<PersonId> SlackImport::author(const QJsonObject &json)
{
    const QString user = json.value("user"_L1).toString();
    if (const auto known = m_people.constFind(user); known != m_people.constEnd())
        return known->id;
    // Bots and people who left before the export still said what they said.
    const QString key = user.isEmpty()
        ? u"bot:"_s + json.value("bot_id"_L1).toString(json.value("username"_L1).toString(u"unknown"_s))
        : user;
    Person person;
    person.id = PersonId(idFor(u"user"_s, key));
    person.name =
        json.value("username"_L1).toString(user.isEmpty() ? u"Bot"_s : user).simplified().left(Limit::Name);
    if (!isValidName(person.name))
        person.name = u"Unknown"_s;
    const Maybe<Person> existing = readPerson(m_db, person.id);
    if (!existing)
        return std::unexpected(existing.error());
    if (!*existing) {
        const Result<QString> handle = freeHandle(person.name, person.id);
        if (!handle)
            return std::unexpected(handle.error());
        CHATOPS_TRY(m_db.run(
            u"INSERT INTO person (id, workspace, name, handle, role, active, password, rev, created) VALUES (?, ?, ?, ?, 'member', 0, '', ?, ?)"_s,
            {person.id.toBytes(), m_workspace.id().toBytes(), person.name, *handle, ++m_rev,
             m_workspace.now()}));
        person.handle = *handle;
        ++m_counts.people;
    } else {
        person.handle = (*existing)->handle;
    }
    m_people.insert(key, {person.id, person.handle});
    return person.id;
}

QList<Reaction> SlackImport::reactions(const QJsonArray &json) const
{
    QList<Reaction> result;
    for (const auto &value : json) {
        const QString emoji = emojiFor(value.toObject().value("name"_L1).toString());
        const QJsonArray users = value.toObject().value("users"_L1).toArray();
        for (const auto &user : users) {
            if (const auto person = m_people.constFind(user.toString()); person != m_people.constEnd())
                react(result, emoji, person->id, true);
        }
    }
    return result;
}

Result<void> SlackImport::importMessage(const QString &file, const JsonElement &element, ChannelId channel)
{
    const QJsonObject &json = element.object;
    const QString ts = json.value("ts"_L1).toString();
    if (!element.problem.isEmpty() || timeOf(ts) == 0) {
        report(file, element.line,
               element.problem.isEmpty() ? u"a message without a valid \"ts\""_s : element.problem);
        return {};
    }
    static const QSet<QString> notices{u"channel_join"_s,      u"channel_leave"_s, u"channel_topic"_s,
                                       u"channel_purpose"_s,   u"channel_name"_s,  u"channel_archive"_s,
                                       u"channel_unarchive"_s, u"group_join"_s,    u"group_leave"_s};
    if (notices.contains(json.value("subtype"_L1).toString())) {
        ++m_counts.skipped;
        return {};
    }
    const Result<PersonId> by = author(json);
    if (!by)
        return std::unexpected(by.error());
    Message message;
    const auto messageId = [&](const QString &at) {
        return MessageId(idFor(u"message"_s, channel.toString() + u':' + at));
    };
    message.id = messageId(ts);
    message.channel = channel;
    message.author = *by;
    message.createdAt = timeOf(ts);
    message.text = convertText(json.value("text"_L1).toString());
    const QJsonArray files = json.value("files"_L1).toArray();
    for (const auto &value : files)
        message.text += (message.text.isEmpty() ? u"📎 "_s : u"\n📎 "_s)
            + value.toObject().value("name"_L1).toString(u"file"_s);
    if (message.text.size() > Limit::MessageText) {
        report(file, element.line, u"a message of more than %1 characters was cut"_s.arg(Limit::MessageText));
        message.text.truncate(Limit::MessageText);
    }
    message.reactions = reactions(json.value("reactions"_L1).toArray());
    message.editedAt = timeOf(json.value("edited"_L1).toObject().value("ts"_L1).toString());
    const QString threadTs = json.value("thread_ts"_L1).toString();
    if (!threadTs.isEmpty() && threadTs != ts)
        message.root = messageId(threadTs);
    return store(message);
}

Result<void> SlackImport::store(Message message)
{
    const Maybe<Message> existing = readMessage(m_db, message.id);
    if (!existing)
        return std::unexpected(existing.error());
    if (*existing) {
        Message current = **existing;
        ++m_counts.present;
        // A later export may know of edits and reactions; what was done here since stays.
        const bool edited = message.editedAt > current.editedAt && !current.deleted;
        const bool more = message.reactions.size() > current.reactions.size() && !current.deleted;
        if (!edited && !more)
            return {};
        if (edited) {
            current.text = message.text;
            current.editedAt = message.editedAt;
        }
        if (more)
            current.reactions = message.reactions;
        current.rev = current.textRev = ++m_rev;
        ++m_counts.updated;
        return updateMessage(m_db, current);
    }
    message.seq = ++m_seq;
    m_lastAt = std::max(m_lastAt, message.createdAt);
    message.rev = message.textRev = ++m_rev;
    ++m_counts.messages;
    return insertMessage(m_db, message, m_rev);
}

Result<void> SlackImport::countReplies(ChannelId channel)
{
    // A reply whose beginning is not in the export stands on its own.
    const Result<int> orphans =
        m_db.run(u"UPDATE message SET root = NULL WHERE channel = ? AND root IS NOT NULL"
                 " AND NOT EXISTS (SELECT 1 FROM message r WHERE r.id = message.root)"_s,
                 {channel.toBytes()});
    const Result<int> counted = m_db.run(
        u"UPDATE message SET replies = (SELECT count(*) FROM message r WHERE r.root = message.id),"
        " last_reply = (SELECT max(r.at) FROM message r WHERE r.root = message.id)"
        " WHERE channel = ? AND id IN (SELECT root FROM message WHERE channel = ? AND root IS NOT NULL)"
        " AND replies <> (SELECT count(*) FROM message r WHERE r.root = message.id)"_s,
        {channel.toBytes(), channel.toBytes()});
    if (!orphans || !counted)
        return std::unexpected(orphans ? counted.error() : orphans.error());
    if (*orphans + *counted > 0)
        ++m_rev;
    return {};
}

QString SlackImport::convertText(const QString &slack) const
{
    static const QRegularExpression reference(u"<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>"_s);
    static const QRegularExpression bold(u"(?<![\\w*`])\\*([^*\\n`]+)\\*(?![\\w*`])"_s);
    static const QRegularExpression strike(u"(?<![\\w~`])~([^~\\n`]+)~(?![\\w~`])"_s);
    QString text;
    qsizetype from = 0;
    auto found = reference.globalMatch(slack);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        text += QStringView(slack).sliced(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const QString kind = match.captured(1);
        const QString target = match.captured(2);
        const QString label = match.captured(3);
        if (kind == u"@") {
            const auto person = m_people.constFind(target);
            text += u'@'
                + (person != m_people.constEnd() ? person->handle
                       : label.isEmpty()         ? target
                                                 : label);
        } else if (kind == u"#") {
            text += u'#' + (label.isEmpty() ? m_channelNames.value(target, target) : label);
        } else if (kind == u"!") {
            const QString group = target.section(u'^', 0, 0);
            text += u'@'
                + (group == u"here" || group == u"everyone" ? u"channel"_s
                       : label.isEmpty()                    ? group
                                                            : label);
        } else if (label.isEmpty()) {
            text += target.startsWith(u"mailto:") ? target.sliced(7) : target;
        } else {
            text += u'[' + label + u"]("_s + target + u')';
        }
    }
    text += QStringView(slack).sliced(from);
    text.replace(bold, u"**\\1**"_s);
    text.replace(strike, u"~~\\1~~"_s);
    return text.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&amp;"_s, u"&"_s);
}

int runImport(const QString &data, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"import slack FILE: takes over people, channels and messages of a Slack export (ZIP). It may be\n"
        "repeated; nothing is doubled. A malformed part is reported with its file and line, the rest is imported.\n"
        "import pack FILE: takes over a data export of one person into a workspace without messages; whole or not at all."_s);
    parser.addOptions(
        {{u"workspace"_s, u"The workspace, if there is more than one."_s, u"NAME"_s},
         {u"join"_s, u"Also put this person into every imported channel; may be repeated."_s, u"HANDLE"_s},
         {u"person"_s, u"Whose the pack becomes; else somebody of the short name in it."_s, u"HANDLE"_s},
         {u"quiet"_s, u"No progress."_s}});
    parser.addPositionalArgument(u"slack"_s, u"What kind of export."_s);
    parser.addPositionalArgument(u"FILE"_s, u"The export."_s);
    if (const auto code = parseOrHelp(parser, arguments, 2))
        return *code;
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2 || (words.first() != u"slack" && words.first() != u"pack"))
        return usageError(u"import needs: slack FILE, or: pack FILE"_s);
    Result<Place> place = openPlace(data, parser.value(u"workspace"_s));
    if (!place)
        return complain(place.error());
    if (words.first() == u"pack")
        return importPack(*place, words.last(), parser.value(u"person"_s));
    SlackImport import(*place->db, place->workspace, systemClock());
    int shown = -1;
    const bool quiet = parser.isSet(u"quiet"_s);
    const Result<SlackImport::Counts> counts =
        import.run(SlackArchive(words.last()), parser.values(u"join"_s), [&](qsizetype done, qsizetype all) {
            const int percent = all > 0 ? int(done * 100 / all) : 100;
            if (!quiet && percent / 5 != shown / 5) {
                err() << "importing: " << percent << " %" << Qt::endl;
                shown = percent;
            }
        });
    for (const SlackImport::Problem &problem : import.problems())
        err() << problem.file << ':' << problem.line << ": " << problem.what << '\n';
    err().flush();
    if (!counts)
        return complain(counts.error());
    out() << "people " << counts->people << ", channels " << counts->channels << ", messages "
          << counts->messages << ", already present " << counts->present << ", updated " << counts->updated
          << ", notices skipped " << counts->skipped << ", malformed " << import.problems().size()
          << Qt::endl;
    return import.problems().isEmpty() ? ExitOk : ExitPartial;
}

} // namespace ChatOps::Server
