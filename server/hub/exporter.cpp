// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/exporter.h"

#include "core/dataclasses.h"
#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "core/privacyjson.h"
#include "pack/packcheck.h"
#include "pack/signing.h"
#include "pack/textformats.h"

#include "server/hub/privacydesk.h"
#include "server/hub/retention.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int rowsPerPage = 2'000;
constexpr int progressEvery = 256;

Result<void> cancelled()
{
    return failure(ErrorCode::Cancelled, u"The export was cancelled."_s);
}

QByteArray pageName(QLatin1StringView name, int page)
{
    return QByteArray(name.data(), name.size()) + '-' + QByteArray::number(page) + ".html";
}

} // namespace

QLatin1StringView nameOf(ExportScope scope)
{
    return scope == ExportScope::Access ? "access"_L1 : "portability"_L1;
}

std::optional<ExportScope> exportScopeFromName(QStringView name)
{
    if (name == u"access")
        return ExportScope::Access;
    return name == u"portability" ? std::optional(ExportScope::Portability) : std::nullopt;
}

QString packNameOf(const FileRef &file)
{
    static const QRegularExpression unsafe(u"[\\\\/:*?\"<>|\\x00-\\x1f]|^\\.+"_s);
    QString name = QString(file.name).replace(unsafe, u"_"_s).right(120);
    return u"files/%1/%2"_s.arg(file.id.toString(), name.isEmpty() ? u"file"_s : name);
}

Exporter::Exporter(Connection &db, Options options)
    : m_db(db)
    , m_options(std::move(options))
{
}

std::span<const Exporter::Section> Exporter::sections()
{
    static constexpr std::array all{
        Section{"account"_L1, "Account", &Exporter::account},
        Section{"profile"_L1, "Profile", &Exporter::profile},
        Section{"channel"_L1, "Channels you are in", &Exporter::channels},
        Section{"file"_L1, "Files you sent", &Exporter::files},
        Section{"message"_L1, "Messages you wrote", &Exporter::messages},
        Section{"task"_L1, "Tasks", &Exporter::tasks},
        Section{"event"_L1, "Events", &Exporter::events},
        Section{"reaction"_L1, "Your reactions", &Exporter::reactions},
        Section{"mention"_L1, "Messages that mention you", &Exporter::mentions},
        Section{"read"_L1, "How far you have read", &Exporter::readMarkers},
        Section{"preference"_L1, "Your preferences", &Exporter::preferences},
        Section{"consent"_L1, "Your choices", &Exporter::consents},
        Section{"request"_L1, "Your requests", &Exporter::requests},
        Section{"notice"_L1, "Notices to you, and which you have read", &Exporter::notices},
        Section{"session"_L1, "Where you were signed in", &Exporter::sessions},
        Section{"export"_L1, "Earlier exports", &Exporter::exports},
        Section{"mail"_L1, "Mail that waits to be sent to you", &Exporter::mails},
        Section{"access"_L1, "What administrators did with your data", &Exporter::accesses},
    };
    return all;
}

bool Exporter::isIn(const Section &section) const
{
    const DataClass *data = findDataClass(QString(section.name));
    return m_options.scope == ExportScope::Access || (data && data->provided);
}

Result<void> Exporter::step()
{
    if (++m_done % progressEvery == 0 && m_options.progress
        && !m_options.progress(m_done, std::max(m_done, m_about)))
        return cancelled();
    return {};
}

bool Exporter::isOver(const QString &name, Millis since) const
{
    const std::optional<Millis> end = Retention::endOf(m_rules, name, since);
    return end && *end <= m_options.now;
}

QString Exporter::who(PersonId person)
{
    if (person.isNull())
        return {};
    if (person == m_options.person)
        return u"you"_s;
    if (const auto known = m_people.constFind(person); known != m_people.constEnd())
        return *known;
    const Maybe<Person> found = readPerson(m_db, person);
    const QString name = found && *found ? u'@' + (*found)->handle : u"@gone"_s;
    m_people.insert(person, name);
    return name;
}

QString Exporter::where(ChannelId channel)
{
    if (channel.isNull())
        return {};
    if (const auto known = m_channels.constFind(channel); known != m_channels.constEnd())
        return *known;
    const Maybe<Channel> found = readChannel(m_db, channel);
    QString name = u"#gone"_s;
    if (found && *found && (*found)->kind != ChannelKind::Direct) {
        name = u'#' + (*found)->name;
    } else if (found && *found) {
        QStringList people;
        for (const PersonId &person : (*found)->people)
            people.append(who(person));
        people.sort();
        name = people.join(u',');
    }
    m_channels.insert(channel, name);
    return name;
}

QString Exporter::masked(const QString &text)
{
    static const QRegularExpression mention(u"(?<![\\w.@-])@([a-z0-9._-]{2,40})"_s);
    QString result;
    qsizetype from = 0;
    auto found = mention.globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        result += QStringView(text).sliced(from, match.capturedStart() - from);
        from = match.capturedEnd();
        result += match.captured(1) == m_self.handle ? match.captured() : u"@…"_s;
    }
    result += QStringView(text).sliced(from);
    return result;
}

Result<void> Exporter::account(const Emit &emit)
{
    qint64 created = 0;
    CHATOPS_TRY(m_db.rows(u"SELECT created FROM person WHERE id = ?"_s, {m_options.person.toBytes()},
                          [&created](const SqlRow &row) {
                              created = row.integer(0);
                              return false;
                          }));
    QJsonObject json{{"name"_L1, m_self.name}, {"handle"_L1, m_self.handle}};
    // What the organisation set and the server keeps is no part of what the person provided.
    if (m_options.scope == ExportScope::Access) {
        json.insert("id"_L1, m_self.id.toString());
        json.insert("role"_L1, nameOf(m_self.role));
        json.insert("active"_L1, m_self.active);
        json.insert("created"_L1, utcText(created));
    }
    return emit(json);
}

Result<void> Exporter::eachDocument(QLatin1StringView kind, const Emit &emit)
{
    Result<void> taken;
    CHATOPS_TRY(m_db.rows(
        u"SELECT json FROM document WHERE workspace = ? AND kind = ? AND person = ? ORDER BY number, id"_s,
        {m_options.workspace.toBytes(), QString(kind), m_options.person.toBytes()}, [&](const SqlRow &row) {
            QJsonObject json = QJsonDocument::fromJson(row.text(0).toUtf8()).object();
            json.remove("rev"_L1);
            taken = emit(json);
            return taken.has_value();
        }));
    return taken;
}

Result<void> Exporter::profile(const Emit &emit)
{
    return eachDocument("profile"_L1, [&](const QJsonObject &json) -> Result<void> {
        const Profile profile = profileFromJson(json).value_or(Profile());
        for (auto it = profile.fields.begin(); it != profile.fields.end(); ++it) {
            if (it->byOrganisation && m_options.scope == ExportScope::Portability)
                continue;
            CHATOPS_TRY(emit({{"field"_L1, it.key()},
                              {"value"_L1, it->value},
                              {"provided_by"_L1, it->byOrganisation ? "organisation"_L1 : "you"_L1}}));
        }
        if (!profile.avatar.isEmpty())
            CHATOPS_TRY(emit({{"field"_L1, "avatar"_L1},
                              {"value"_L1, QString::fromLatin1(profile.avatar.toBase64())},
                              {"provided_by"_L1, "you"_L1}}));
        return {};
    });
}

Result<void> Exporter::channels(const Emit &emit)
{
    QList<ChannelId> ids;
    CHATOPS_TRY(m_db.rows(u"SELECT channel FROM member WHERE person = ? ORDER BY channel"_s,
                          {m_options.person.toBytes()}, [&ids](const SqlRow &row) {
                              ids.append(row.id<ChannelId>(0));
                              return true;
                          }));
    QMap<QString, Channel> byName;
    for (const ChannelId &id : std::as_const(ids)) {
        const Maybe<Channel> channel = readChannel(m_db, id);
        if (!channel)
            return std::unexpected(channel.error());
        if (*channel)
            byName.insert(where(id), **channel);
    }
    for (auto it = byName.constBegin(); it != byName.constEnd(); ++it)
        CHATOPS_TRY(emit({{"channel"_L1, it.key()}, {"kind"_L1, nameOf(it->kind)}, {"topic"_L1, it->topic}}));
    return {};
}

Result<void> Exporter::messages(const Emit &emit)
{
    Result<void> taken;
    CHATOPS_TRY(eachMessage(m_db, u"author = ? AND deleted = 0 ORDER BY at, id"_s,
                            {m_options.person.toBytes()}, [&](const Message &message) {
                                if (isOver(u"message"_s, message.createdAt))
                                    return true;
                                QJsonObject json{{"id"_L1, message.id.toString()},
                                                 {"channel"_L1, where(message.channel)},
                                                 {"at"_L1, utcText(message.createdAt)},
                                                 {"text"_L1, message.text}};
                                if (message.editedAt)
                                    json.insert("edited"_L1, utcText(message.editedAt));
                                if (message.root)
                                    json.insert("reply_to"_L1, message.root.toString());
                                if (!message.files.isEmpty() && !isOver(u"file"_s, message.createdAt)) {
                                    QJsonArray list;
                                    for (const FileRef &file : message.files)
                                        list.append(packNameOf(file));
                                    json.insert("files"_L1, list);
                                }
                                taken = emit(json);
                                return taken.has_value();
                            }));
    return taken;
}

Result<void> Exporter::files(const Emit &emit)
{
    Result<void> taken;
    CHATOPS_TRY(eachMessage(m_db, u"author = ? AND deleted = 0 AND files <> '[]' ORDER BY at, id"_s,
                            {m_options.person.toBytes()}, [&](const Message &message) {
                                if (isOver(u"message"_s, message.createdAt)
                                    || isOver(u"file"_s, message.createdAt))
                                    return true;
                                for (const FileRef &file : message.files) {
                                    taken = emit({{"id"_L1, file.id.toString()},
                                                  {"message"_L1, message.id.toString()},
                                                  {"name"_L1, file.name},
                                                  {"type"_L1, file.type},
                                                  {"bytes"_L1, file.size},
                                                  {"path"_L1, packNameOf(file)}});
                                    if (!taken)
                                        return false;
                                }
                                return true;
                            }));
    return taken;
}

Result<void> Exporter::eachTask(const std::function<Result<void>(const Task &)> &each)
{
    Result<void> taken;
    CHATOPS_TRY(m_db.rows(
        u"SELECT json FROM task WHERE workspace = ? ORDER BY id"_s, {m_options.workspace.toBytes()},
        [&](const SqlRow &row) {
            const Result<Task> task = taskFromJson(QJsonDocument::fromJson(row.text(0).toUtf8()).object());
            if (!task || isOver(u"task"_s, std::max(task->changedAt, task->createdAt)))
                return true;
            const bool own = task->creator == m_options.person;
            if (own || (m_options.scope == ExportScope::Access && task->assignee == m_options.person))
                taken = each(*task);
            return taken.has_value();
        }));
    return taken;
}

Result<void> Exporter::tasks(const Emit &emit)
{
    return eachTask([&](const Task &task) {
        QJsonObject json{{"id"_L1, task.id.toString()},           {"title"_L1, task.title},
                         {"description"_L1, task.description},    {"state"_L1, nameOf(task.state)},
                         {"priority"_L1, nameOf(task.priority)},  {"creator"_L1, who(task.creator)},
                         {"created"_L1, utcText(task.createdAt)}, {"changed"_L1, utcText(task.changedAt)}};
        if (task.channel)
            json.insert("channel"_L1, where(task.channel));
        if (task.assignee)
            json.insert("assignee"_L1, who(task.assignee));
        if (task.dueAt)
            json.insert("due"_L1, utcText(task.dueAt));
        if (task.source)
            json.insert("message"_L1, task.source.toString());
        return emit(json);
    });
}

Result<void> Exporter::eachEvent(const std::function<Result<void>(const Event &)> &each)
{
    Result<void> taken;
    CHATOPS_TRY(m_db.rows(
        u"SELECT json FROM event WHERE workspace = ? ORDER BY id"_s, {m_options.workspace.toBytes()},
        [&](const SqlRow &row) {
            const Result<Event> event = eventFromJson(QJsonDocument::fromJson(row.text(0).toUtf8()).object());
            if (!event || isOver(u"event"_s, event->endsAt()))
                return true;
            const bool invited =
                std::any_of(event->attendees.begin(), event->attendees.end(),
                            [this](const Attendee &one) { return one.person == m_options.person; });
            if (event->organizer == m_options.person || (m_options.scope == ExportScope::Access && invited))
                taken = each(*event);
            return taken.has_value();
        }));
    return taken;
}

Result<void> Exporter::events(const Emit &emit)
{
    return eachEvent([&](const Event &event) {
        QJsonObject json{{"id"_L1, event.id.toString()},
                         {"title"_L1, event.title},
                         {"description"_L1, event.description},
                         {"location"_L1, event.location},
                         {"start"_L1, wallToText(event.start)},
                         {"end"_L1, wallToText(event.end)},
                         {"zone"_L1, QString::fromLatin1(event.zone)},
                         {"all_day"_L1, event.allDay},
                         {"organizer"_L1, who(event.organizer)},
                         {"created"_L1, utcText(event.createdAt)}};
        if (event.channel)
            json.insert("channel"_L1, where(event.channel));
        QStringList invited;
        for (const Attendee &attendee : event.attendees) {
            // What the others answered is theirs.
            if (attendee.person == m_options.person)
                json.insert("your_answer"_L1, nameOf(attendee.answer));
            if (event.organizer == m_options.person)
                invited.append(who(attendee.person));
        }
        if (!invited.isEmpty())
            json.insert("invited"_L1, QJsonArray::fromStringList(invited));
        return emit(json);
    });
}

Result<void> Exporter::reactions(const Emit &emit)
{
    Result<void> taken;
    CHATOPS_TRY(eachMessage(
        m_db,
        u"channel IN (SELECT id FROM channel WHERE workspace = ?) AND reactions LIKE ? ORDER BY at, id"_s,
        {m_options.workspace.toBytes(), u'%' + m_options.person.toString() + u'%'},
        [&](const Message &message) {
            for (const Reaction &reaction : message.reactions) {
                if (!reaction.people.contains(m_options.person))
                    continue;
                taken = emit({{"emoji"_L1, reaction.emoji},
                              {"message"_L1, message.id.toString()},
                              {"channel"_L1, where(message.channel)}});
                if (!taken)
                    return false;
            }
            return true;
        }));
    return taken;
}

Result<void> Exporter::mentions(const Emit &emit)
{
    const QRegularExpression own(u"(?<![\\w.@-])@"_s + QRegularExpression::escape(m_self.handle)
                                 + u"(?![a-z0-9_-])"_s);
    Result<void> taken;
    CHATOPS_TRY(eachMessage(
        m_db,
        u"channel IN (SELECT channel FROM member WHERE person = ?) AND deleted = 0 AND author <> ? AND text LIKE ? ORDER BY at, id"_s,
        {m_options.person.toBytes(), m_options.person.toBytes(), u"%@"_s + m_self.handle + u'%'},
        [&](const Message &message) {
            if (!own.match(message.text).hasMatch())
                return true;
            taken = emit({{"id"_L1, message.id.toString()},
                          {"channel"_L1, where(message.channel)},
                          {"at"_L1, utcText(message.createdAt)},
                          {"by"_L1, who(message.author)},
                          {"text"_L1, masked(message.text)}});
            return taken.has_value();
        }));
    return taken;
}

Result<void> Exporter::readMarkers(const Emit &emit)
{
    QMap<QString, qint64> markers;
    CHATOPS_TRY(m_db.rows(u"SELECT channel, seq FROM read_marker WHERE person = ?"_s,
                          {m_options.person.toBytes()}, [&](const SqlRow &row) {
                              markers.insert(where(row.id<ChannelId>(0)), row.integer(1));
                              return true;
                          }));
    for (auto it = markers.constBegin(); it != markers.constEnd(); ++it)
        CHATOPS_TRY(emit({{"channel"_L1, it.key()}, {"message_number"_L1, it.value()}}));
    return {};
}

Result<void> Exporter::preferences(const Emit &emit)
{
    return eachDocument("preference"_L1, [&](const QJsonObject &json) -> Result<void> {
        const Result<SyncedPreference> preference = preferenceFromJson(json);
        if (!preference || preference->value.isEmpty())
            return {};
        QJsonObject made{{"name"_L1, preference->name}, {"value"_L1, preference->value}};
        if (const auto about = ChannelId::fromString(preference->name.section(u'.', 1))) {
            made.insert("name"_L1, preference->name.section(u'.', 0, 0));
            made.insert("about"_L1, where(about));
        }
        return emit(made);
    });
}

Result<void> Exporter::consents(const Emit &emit)
{
    // Whole, so that hash and signature can still be checked.
    return eachDocument("consent"_L1, emit);
}

Result<void> Exporter::requests(const Emit &emit)
{
    return eachDocument("request"_L1, [&](QJsonObject json) {
        QJsonArray entries;
        const QJsonArray held = json.value("entries"_L1).toArray();
        for (const auto &value : held) {
            QJsonObject entry = value.toObject();
            const auto author = PersonId::fromString(entry.value("author"_L1).toString());
            entry.insert("author"_L1, author.isNull() ? u"organisation"_s : who(author));
            entries.append(entry);
        }
        json.insert("entries"_L1, entries);
        return emit(json);
    });
}

Result<void> Exporter::notices(const Emit &emit)
{
    CHATOPS_TRY(eachDocument("notice"_L1, emit));
    return eachDocument("seen"_L1, emit);
}

Result<void> Exporter::sessions(const Emit &emit)
{
    Result<void> taken;
    CHATOPS_TRY(m_db.rows(
        u"SELECT device_name, created, seen, revoked FROM session WHERE person = ? ORDER BY created, id"_s,
        {m_options.person.toBytes()}, [&](const SqlRow &row) {
            taken = emit({{"device"_L1, row.text(0)},
                          {"since"_L1, utcText(row.integer(1))},
                          {"last_used"_L1, utcText(row.integer(2))},
                          {"ended"_L1, row.flag(3)}});
            return taken.has_value();
        }));
    return taken;
}

Result<void> Exporter::exports(const Emit &emit)
{
    Result<void> taken;
    CHATOPS_TRY(m_db.rows(
        u"SELECT scope, created, bytes, until FROM export_job WHERE person = ? AND state = 'ready' ORDER BY created"_s,
        {m_options.person.toBytes()}, [&](const SqlRow &row) {
            taken = emit({{"scope"_L1, row.text(0)},
                          {"created"_L1, utcText(row.integer(1))},
                          {"bytes"_L1, row.integer(2)},
                          {"kept_until"_L1, utcText(row.integer(3))}});
            return taken.has_value();
        }));
    return taken;
}

Result<void> Exporter::mails(const Emit &emit)
{
    Result<void> taken;
    CHATOPS_TRY(m_db.rows(u"SELECT purpose, at, text FROM mail WHERE person = ? ORDER BY at, id"_s,
                          {m_options.person.toBytes()}, [&](const SqlRow &row) {
                              taken = emit({{"purpose"_L1, row.text(0)},
                                            {"at"_L1, utcText(row.integer(1))},
                                            {"text"_L1, row.text(2)}});
                              return taken.has_value();
                          }));
    return taken;
}

Result<void> Exporter::accesses(const Emit &emit)
{
    Result<void> taken;
    CHATOPS_TRY(m_db.rows(
        u"SELECT at, actor, action, detail FROM audit WHERE workspace = ? AND person = ? ORDER BY at, id"_s,
        {m_options.workspace.toBytes(), m_options.person.toBytes()}, [&](const SqlRow &row) {
            taken = emit({{"at"_L1, utcText(row.integer(0))},
                          {"by"_L1, row.text(1)},
                          {"what"_L1, row.text(2)},
                          {"detail"_L1, row.text(3)}});
            return taken.has_value();
        }));
    return taken;
}

Result<void> Exporter::writeList(PackWriter &pack, const Section &section)
{
    PackList list(pack, u"data/%1.json"_s.arg(QString(section.name)));
    CHATOPS_TRY((this->*section.each)([&](const QJsonObject &json) -> Result<void> {
        CHATOPS_TRY(list.add(json));
        return step();
    }));
    CHATOPS_TRY(list.end());
    m_counts.insert(section.name, list.count());
    return {};
}

Result<void> Exporter::writePages(PackWriter &pack, const Section &section)
{
    const qint64 count = m_counts.value(section.name).toInteger();
    const int pages = int(std::max<qint64>(1, (count + rowsPerPage - 1) / rowsPerPage));
    m_pages.insert(section.name, pages);
    int page = 0;
    int rows = 0;
    QByteArray buffer;
    const auto finishPage = [&]() -> Result<void> {
        buffer += "<nav>";
        if (page > 1)
            buffer += "<a href=\"" + pageName(section.name, page - 1) + "\">Before</a>";
        if (page < pages)
            buffer += "<a href=\"" + pageName(section.name, page + 1) + "\">After</a>";
        buffer += "</nav>" + htmlEnd();
        CHATOPS_TRY(pack.write(std::exchange(buffer, {})));
        return pack.end();
    };
    CHATOPS_TRY((this->*section.each)([&](const QJsonObject &json) -> Result<void> {
        if (page == 0 || rows == rowsPerPage) {
            if (page > 0)
                CHATOPS_TRY(finishPage());
            ++page;
            rows = 0;
            CHATOPS_TRY(pack.begin(u"pages/"_s + QString::fromLatin1(pageName(section.name, page))));
            buffer = htmlBegin(QString::fromLatin1(section.title))
                + "<nav><a href=\"../index.html\">All of it</a></nav>\n";
        }
        ++rows;
        buffer += htmlObject(json);
        if (buffer.size() > 64 * 1024)
            CHATOPS_TRY(pack.write(std::exchange(buffer, {})));
        return step();
    }));
    if (page == 0) {
        page = 1;
        CHATOPS_TRY(pack.begin(u"pages/"_s + QString::fromLatin1(pageName(section.name, 1))));
        buffer = htmlBegin(QString::fromLatin1(section.title))
            + "<nav><a href=\"../index.html\">All of it</a></nav>\n<p>Nothing is held.</p>";
    }
    return finishPage();
}

Result<void> Exporter::writeFiles(PackWriter &pack)
{
    QList<FileRef> list;
    CHATOPS_TRY(files([&list](const QJsonObject &json) -> Result<void> {
        FileRef file;
        file.id = FileId::fromString(json.value("id"_L1).toString());
        file.name = json.value("name"_L1).toString();
        list.append(file);
        return {};
    }));
    for (const FileRef &file : std::as_const(list)) {
        const Result<QVariant> bytes =
            m_db.value(u"SELECT bytes FROM file WHERE id = ?"_s, {file.id.toBytes()});
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->isValid())
            CHATOPS_TRY(pack.add(packNameOf(file), bytes->toByteArray(), true));
        CHATOPS_TRY(step());
    }
    return {};
}

Result<void> Exporter::writeCalendar(PackWriter &pack)
{
    QSet<QByteArray> zones;
    CHATOPS_TRY(eachEvent([&zones](const Event &event) -> Result<void> {
        if (!event.allDay && !event.zone.isEmpty())
            zones.insert(event.zone);
        return {};
    }));
    CHATOPS_TRY(pack.begin(u"calendar.ics"_s));
    CHATOPS_TRY(pack.write(calendarBegin()));
    QList<QByteArray> sorted(zones.begin(), zones.end());
    std::sort(sorted.begin(), sorted.end());
    for (const QByteArray &zone : std::as_const(sorted))
        CHATOPS_TRY(pack.write(calendarZone(zone)));
    CHATOPS_TRY(eachEvent([&](const Event &event) -> Result<void> {
        CHATOPS_TRY(pack.write(calendarEvent(event, {})));
        return step();
    }));
    CHATOPS_TRY(eachTask([&](const Task &task) -> Result<void> {
        CHATOPS_TRY(pack.write(calendarTask(task)));
        return step();
    }));
    CHATOPS_TRY(pack.write(calendarEnd()));
    return pack.end();
}

Result<void> Exporter::writeIndex(PackWriter &pack)
{
    QByteArray html = htmlBegin(u"Data export of %1"_s.arg(m_self.name));
    html += m_options.scope == ExportScope::Access
        ? "<p>Everything the server held about you at that moment (article 15 of the GDPR).</p>"
        : "<p>What you provided, to take along (article 20 of the GDPR).</p>";
    html += "<p>Made on " + htmlText(utcText(m_options.now))
        + " (UTC). Other people appear by their short names only; what is theirs is not in here.</p>"
          "<table><tr><th>What</th><th>How much</th><th>Read</th><th>As data</th></tr>";
    for (const Section &section : sections()) {
        if (!isIn(section))
            continue;
        const QByteArray name(section.name.data(), section.name.size());
        html += "<tr><td>" + htmlText(QString::fromLatin1(section.title)) + "</td><td>"
            + QByteArray::number(m_counts.value(section.name).toInteger()) + "</td><td><a href=\"pages/"
            + pageName(section.name, 1) + "\">page</a></td><td><a href=\"data/" + name + ".json\">" + name
            + ".json</a></td></tr>";
    }
    html +=
        "</table><p><a href=\"calendar.ics\">Events and tasks as a calendar</a> · "
        "<a href=\"profile.vcf\">Profile as a contact</a> · <a href=\"schema/pack.schema.json\">How the data is "
        "written (JSON Schema)</a></p><h2>What is not in here, and why</h2><table>";
    for (const DataClass &data : dataClasses()) {
        const QByteArray name(data.name.data(), data.name.size());
        if (data.place == DataClass::Place::Device)
            html += "<tr><td>" + name
                + "</td><td>Held on your devices only; packs made by the program have it in the folder device."
                  "</td></tr>";
        else if (m_options.scope == ExportScope::Portability && !data.provided)
            html += "<tr><td>" + name + "</td><td>Held about you, but not provided by you.</td></tr>";
    }
    html += "<tr><td>suppression</td><td>A list of hashed addresses that get no mail: without the address a "
            "row cannot be told to be yours.</td></tr></table>"
        + htmlEnd();
    return pack.add(u"index.html"_s, html);
}

Result<void> Exporter::writeManifest(PackWriter &pack)
{
    const Result<QVariant> workspace =
        m_db.value(u"SELECT name FROM workspace WHERE id = ?"_s, {m_options.workspace.toBytes()});
    if (!workspace)
        return std::unexpected(workspace.error());
    QJsonObject manifest{{"format"_L1, "chatops-export"_L1},
                         {"format_version"_L1, 1},
                         {"scope"_L1, nameOf(m_options.scope)},
                         {"job"_L1, m_options.job.toString(QUuid::WithoutBraces)},
                         {"made"_L1, utcText(m_options.now)},
                         {"made_by"_L1, QStringLiteral("chatops-server " CHATOPS_VERSION)},
                         {"workspace"_L1, workspace->toString()},
                         {"name"_L1, m_self.name},
                         {"handle"_L1, m_self.handle},
                         {"counts"_L1, m_counts},
                         {"files"_L1, toJson(pack.entries())},
                         {"key"_L1, m_options.signingKey}};
    manifest.insert("signature"_L1, m_options.sign(signedPart(manifest)));
    return pack.add(PackNames::Manifest, toJson(manifest));
}

Result<QJsonObject> Exporter::write(PackWriter &pack)
{
    const Maybe<Person> self = readPerson(m_db, m_options.person);
    if (!self)
        return std::unexpected(self.error());
    if (!*self)
        return failure(ErrorCode::NotFound, u"There is no such person."_s);
    m_self = **self;
    const SystemClock clock;
    Workspace place(m_db, m_options.workspace, clock);
    const Result<WorkspaceRules> rules = PrivacyDesk(place).rules();
    if (!rules)
        return std::unexpected(rules.error());
    m_rules = *rules;
    const Result<QVariant> own = m_db.value(
        u"SELECT count(*) FROM message WHERE author = ? AND deleted = 0"_s, {m_options.person.toBytes()});
    const Result<QVariant> things = m_db.value(
        u"SELECT (SELECT count(*) FROM task WHERE workspace = ?) + (SELECT count(*) FROM event WHERE workspace = ?)"_s,
        {m_options.workspace.toBytes(), m_options.workspace.toBytes()});
    if (!own || !things)
        return std::unexpected(own ? things.error() : own.error());
    // Each is written as data and as a page.
    m_about = 2 * own->toLongLong() + 3 * things->toLongLong();
    for (const Section &section : sections()) {
        if (isIn(section))
            CHATOPS_TRY(writeList(pack, section));
    }
    CHATOPS_TRY(writeFiles(pack));
    CHATOPS_TRY(writeCalendar(pack));
    Profile profile;
    CHATOPS_TRY(eachDocument("profile"_L1, [&profile](const QJsonObject &json) -> Result<void> {
        profile = profileFromJson(json).value_or(Profile());
        return {};
    }));
    if (m_options.scope == ExportScope::Portability)
        profile.fields.removeIf([](const auto &field) { return field.value().byOrganisation; });
    CHATOPS_TRY(pack.add(u"profile.vcf"_s, vCard(m_self, profile)));
    for (const Section &section : sections()) {
        if (isIn(section))
            CHATOPS_TRY(writePages(pack, section));
    }
    QFile schema(u":/schema/pack.schema.json"_s);
    if (!schema.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal, u"The schema of packs is missing."_s);
    CHATOPS_TRY(pack.add(u"schema/pack.schema.json"_s, schema.readAll()));
    CHATOPS_TRY(writeIndex(pack));
    CHATOPS_TRY(writeManifest(pack));
    CHATOPS_TRY(pack.finish());
    return m_counts;
}

} // namespace ChatOps::Server
