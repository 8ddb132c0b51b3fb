// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/overlay.h"
#include "server/commands/commandline.h"
#include "server/hub/defaultpolicy.h"
#include "server/hub/privacydesk.h"

#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

// The demo workspace is told as a story of one release, relative to today, so
// that every pane has something real-looking to show.

namespace ChatOps::Server {
namespace {

/// Time of day on the demo's today; messages are placed by setting it.
class DemoClock final : public Clock {
public:
    [[nodiscard]] qint64 now() const override { return m_at; }
    [[nodiscard]] qint64 monotonic() const override { return m_at; }
    void set(int daysFromToday, int hour, int minute)
    {
        const QDateTime wanted(m_today.addDays(daysFromToday), QTime(hour, minute));
        // Nothing in a demo comes from the future.
        m_at = std::min(wanted.toMSecsSinceEpoch(), m_latest);
    }

private:
    QDate m_today = QDate::currentDate();
    qint64 m_latest = QDateTime::currentMSecsSinceEpoch();
    qint64 m_at = m_latest;
};

class Demo {
public:
    Demo(Connection &db, WorkspaceId id)
        : m_workspace(db, id, m_clock)
    {
    }

    [[nodiscard]] Result<void> fill(const QString &passwordHash);

private:
    [[nodiscard]] Result<void> people(const QString &hash);
    [[nodiscard]] Result<void> channels();
    [[nodiscard]] Result<void> messages();
    [[nodiscard]] Result<void> tasks();
    [[nodiscard]] Result<void> events();
    [[nodiscard]] Result<void> privacy();
    [[nodiscard]] Result<Message> say(const QString &channel, const QString &who, int day, int hour,
                                      int minute, const QString &text, MessageId root = {});
    [[nodiscard]] Result<void> reacted(const Message &message, const QString &emoji, const QStringList &who);
    [[nodiscard]] Result<void> task(const QString &title, const QString &channel, TaskState state,
                                    const QString &assignee, int dueDay, int dueHour, Priority priority,
                                    const QString &text = {}, MessageId source = {});
    [[nodiscard]] Result<void> event(const QString &title, const QString &channel, int weekday, int hour,
                                     int minute, int minutes, const QStringList &attendees,
                                     const QString &place = {});

    DemoClock m_clock;
    Workspace m_workspace;
    QHash<QString, PersonId> m_people;
    QHash<QString, Channel> m_channels;
    MessageId m_rehearsal;
};

Result<void> Demo::people(const QString &hash)
{
    m_clock.set(-30, 9, 0);
    const std::array<std::tuple<QString, QString, Role>, 8> all{{{u"mika"_s, u"Mika Kallio"_s, Role::Admin},
                                                                 {u"ana"_s, u"Ana Lind"_s, Role::Owner},
                                                                 {u"jonas"_s, u"Jonas Ott"_s, Role::Member},
                                                                 {u"thu"_s, u"Pham Thu"_s, Role::Member},
                                                                 {u"rosa"_s, u"Rosa Marín"_s, Role::Member},
                                                                 {u"sam"_s, u"Sam Okafor"_s, Role::Member},
                                                                 {u"yuki"_s, u"森 由紀"_s, Role::Member},
                                                                 {u"layla"_s, u"ليلى حداد"_s, Role::Guest}}};
    for (const auto &[handle, name, role] : all) {
        const Result<PersonId> id = m_workspace.addPerson(name, handle, role, hash);
        if (!id)
            return std::unexpected(id.error());
        m_people.insert(handle, *id);
    }
    return {};
}

Result<void> Demo::channels()
{
    struct Plan {
        QString name;
        ChannelKind kind;
        QString topic;
        QStringList members;
    };
    const QStringList most{u"mika"_s, u"ana"_s, u"jonas"_s, u"thu"_s, u"rosa"_s, u"sam"_s, u"yuki"_s};
    const QList<Plan> plans{
        {u"general"_s, ChannelKind::Public, u"Everybody, everything"_s, most},
        {u"release-42"_s, ChannelKind::Public, u"Ship Thursday. Checklist in the pinned task."_s, most},
        {u"deploys"_s, ChannelKind::Public, u"What went out, and when"_s, most},
        {u"design"_s,
         ChannelKind::Public,
         u"Screens, words, icons"_s,
         {u"mika"_s, u"rosa"_s, u"ana"_s, u"yuki"_s}},
        {u"incident-review"_s,
         ChannelKind::Private,
         u"What we learnt. No blame."_s,
         {u"mika"_s, u"ana"_s, u"jonas"_s}},
        {u"support-emea"_s,
         ChannelKind::Public,
         u"Questions from customers"_s,
         {u"mika"_s, u"sam"_s, u"layla"_s, u"thu"_s}},
        {u"random"_s, ChannelKind::Public, u"Cats, mostly"_s, {u"ana"_s, u"sam"_s}}};
    for (const Plan &plan : plans) {
        Channel channel;
        channel.id = ChannelId::create();
        channel.kind = plan.kind;
        channel.name = plan.name;
        channel.topic = plan.topic;
        QList<PersonId> members;
        for (const QString &handle : plan.members)
            members.append(m_people.value(handle));
        const Result<Channel> made = m_workspace.createChannel(channel, m_people.value(u"ana"_s), members);
        if (!made)
            return std::unexpected(made.error());
        m_channels.insert(plan.name, *made);
    }
    for (const QStringList &pair :
         {QStringList{u"mika"_s, u"ana"_s}, QStringList{u"mika"_s, u"jonas"_s},
          QStringList{u"mika"_s, u"thu"_s}, QStringList{u"mika"_s, u"rosa"_s, u"sam"_s}}) {
        Channel channel;
        for (const QString &handle : pair)
            channel.people.append(m_people.value(handle));
        channel.id = directChannelId(m_workspace.id(), channel.people);
        channel.kind = ChannelKind::Direct;
        const Result<Channel> made =
            m_workspace.createChannel(channel, m_people.value(u"mika"_s), channel.people);
        if (!made)
            return std::unexpected(made.error());
        m_channels.insert(pair.mid(1).join(u','), *made);
    }
    return {};
}

Result<Message> Demo::say(const QString &channel, const QString &who, int day, int hour, int minute,
                          const QString &text, MessageId root)
{
    m_clock.set(day, hour, minute);
    Message message;
    message.id = MessageId::create();
    message.channel = m_channels.value(channel).id;
    message.author = m_people.value(who);
    message.text = text;
    message.root = root;
    return m_workspace.postMessage(message);
}

Result<void> Demo::reacted(const Message &message, const QString &emoji, const QStringList &who)
{
    const Maybe<Message> current = readMessage(m_workspace.db(), message.id);
    if (!current)
        return std::unexpected(current.error());
    Message changed = current->value();
    for (const QString &handle : who)
        react(changed.reactions, emoji, m_people.value(handle), true);
    CHATOPS_TRY(m_workspace.publishMessage(changed, m_people.value(who.first())));
    return {};
}

Result<void> Demo::messages()
{
    const QString release = u"release-42"_s;
    const QStringList cast{u"ana"_s, u"jonas"_s, u"thu"_s, u"mika"_s, u"rosa"_s, u"sam"_s, u"yuki"_s};
    const QStringList lines{
        u"Branch is cut. Only fixes from here on."_s,
        u"Translations are 96 % done, German and Finnish complete."_s,
        u"The installer now keeps the old version for one start, so a bad update can be undone."_s,
        u"Can somebody look at the proxy report from support?"_s,
        u"On it. It is the same certificate chain as last month."_s,
        u"Fixed, with a test. The system's trust store is read again when it changes."_s,
        u"木曜日のリリースに間に合いそうです"_s,
        u"Nice. Memory after eight hours is flat at **84 MB**."_s};
    for (int day = -12; day <= -1; ++day) {
        for (int i = 0; i < lines.size(); ++i)
            CHATOPS_TRY(say(release, cast[(i + day + 20) % cast.size()], day, 9 + i,
                            (i * 17 + day * 3 + 60) % 60, lines[(i + day + 24) % lines.size()]));
    }
    CHATOPS_TRY(say(
        release, u"jonas"_s, 0, 9, 12,
        u"Migration dry run finished. 41 minutes, no lock waits above 200 ms.\n\nNotes are in the doc, query plan attached."_s));
    const Result<Message> slow = say(
        release, u"thu"_s, 0, 9, 20,
        u"The slow step was this one. I changed the index and it dropped from 11 s to 0.3 s:\n```sql\nCREATE INDEX CONCURRENTLY message_channel_created\n    ON message (channel_id, created_at DESC);\n```"_s);
    if (!slow)
        return std::unexpected(slow.error());
    CHATOPS_TRY(reacted(*slow, u"👍"_s, {u"mika"_s, u"ana"_s, u"jonas"_s, u"sam"_s}));
    CHATOPS_TRY(reacted(*slow, u"🚀"_s, {u"ana"_s, u"rosa"_s}));
    CHATOPS_TRY(say(release, u"ana"_s, 0, 9, 24, u"Does it hold on the archive table too?"_s, slow->id));
    const Result<Message> answer =
        say(release, u"thu"_s, 0, 9, 31, u"Yes, 0.4 s there. Same plan."_s, slow->id);
    if (!answer)
        return std::unexpected(answer.error());
    CHATOPS_TRY(reacted(*answer, u"✅"_s, {u"ana"_s, u"jonas"_s, u"mika"_s}));
    CHATOPS_TRY(say(release, u"jonas"_s, 0, 9, 38, u"Then I am fine with Thursday."_s, slow->id));
    const Result<Message> ask =
        say(release, u"ana"_s, 0, 9, 40, u"@mika can you take the rollback rehearsal before 14:00?"_s);
    if (!ask)
        return std::unexpected(ask.error());
    m_rehearsal = ask->id;
    CHATOPS_TRY(
        say(release, u"jonas"_s, 0, 9, 42, u"I left the snapshot from last night on staging for that."_s));
    CHATOPS_TRY(
        say(u"general"_s, u"ana"_s, -3, 10, 0,
            u"Welcome to **Northwind**. Say hello, and look at #release-42 to see what we are up to."_s));
    CHATOPS_TRY(say(u"general"_s, u"sam"_s, -3, 10, 4, u"Hello! ☀️"_s));
    CHATOPS_TRY(say(u"general"_s, u"yuki"_s, -2, 8, 30, u"おはようございます"_s));
    CHATOPS_TRY(say(u"general"_s, u"mika"_s, -1, 9, 2, u"Morning. Lunch at twelve?"_s));
    CHATOPS_TRY(say(u"deploys"_s, u"jonas"_s, -1, 17, 5, u"`web 4.1.9` is out in all regions."_s));
    CHATOPS_TRY(say(u"deploys"_s, u"thu"_s, 0, 8, 50, u"Deploying `api 4.2.0-rc2` to staging."_s));
    CHATOPS_TRY(say(u"deploys"_s, u"thu"_s, 0, 8, 57, u"Done, 4 min 12 s. Error rate unchanged."_s));
    CHATOPS_TRY(say(u"design"_s, u"rosa"_s, -2, 14, 20,
                    u"New icons for the rail are in. Same grid, thinner strokes."_s));
    CHATOPS_TRY(say(u"incident-review"_s, u"ana"_s, -5, 15, 0,
                    u"Notes of the review are in. Three follow-ups became tasks."_s));
    CHATOPS_TRY(say(u"support-emea"_s, u"layla"_s, -1, 11, 15, u"مرحبًا، هل يمكن تصدير المهام إلى ملف؟"_s));
    CHATOPS_TRY(say(u"support-emea"_s, u"sam"_s, -1, 11, 18,
                    u"Yes: Privacy, then Export. It takes everything you can see."_s));
    CHATOPS_TRY(say(u"ana"_s, u"ana"_s, 0, 9, 36, u"Got a minute about Thursday?"_s));
    CHATOPS_TRY(say(u"jonas"_s, u"mika"_s, -1, 16, 0, u"Thanks for the dry run."_s));
    CHATOPS_TRY(say(u"jonas"_s, u"jonas"_s, -1, 16, 2, u"Any time."_s));
    CHATOPS_TRY(say(u"thu"_s, u"thu"_s, -4, 13, 0, u"The profile you asked for is in the doc."_s));
    CHATOPS_TRY(say(u"rosa,sam"_s, u"rosa"_s, -2, 12, 30, u"Who writes the release notes this time?"_s));
    // What had been read this morning; the rest is new.
    const PersonId mika = m_people.value(u"mika"_s);
    for (const auto &[name, unread] :
         {std::pair{u"release-42"_s, 2}, std::pair{u"deploys"_s, 2}, std::pair{u"ana"_s, 1}}) {
        const Maybe<Channel> channel = readChannel(m_workspace.db(), m_channels.value(name).id);
        if (!channel)
            return std::unexpected(channel.error());
        CHATOPS_TRY(m_workspace.markRead(mika, (*channel)->id, (*channel)->lastSeq - unread));
        m_channels.remove(name);
    }
    for (const Channel &channel : std::as_const(m_channels)) {
        const Maybe<qint64> member = readMembership(m_workspace.db(), channel.id, mika);
        const Maybe<Channel> now = readChannel(m_workspace.db(), channel.id);
        if (member && *member && now)
            CHATOPS_TRY(m_workspace.markRead(mika, channel.id, (*now)->lastSeq));
    }
    return {};
}

Result<void> Demo::task(const QString &title, const QString &channel, TaskState state,
                        const QString &assignee, int dueDay, int dueHour, Priority priority,
                        const QString &text, MessageId source)
{
    Task task;
    task.id = TaskId::create();
    task.title = title;
    task.description = text;
    task.state = state;
    task.priority = priority;
    task.creator = m_people.value(u"ana"_s);
    task.assignee = m_people.value(assignee);
    task.source = source;
    task.createdAt = m_clock.now();
    if (dueHour >= 0)
        task.dueAt = QDateTime(QDate::currentDate().addDays(dueDay), QTime(dueHour, 0)).toMSecsSinceEpoch();
    const Maybe<Channel> in = m_workspace.channelByName(channel);
    if (in && *in)
        task.channel = (*in)->id;
    CHATOPS_TRY(m_workspace.publishTask(task, std::nullopt, task.creator));
    return {};
}

Result<void> Demo::tasks()
{
    const QString release = u"release-42"_s;
    CHATOPS_TRY(task(u"Freeze translations"_s, release, TaskState::Todo, u"rosa"_s, 1, 17, Priority::Normal));
    CHATOPS_TRY(task(u"Announce maintenance window to customers"_s, release, TaskState::Todo, u"ana"_s, 2, 12,
                     Priority::High, u"Mail and banner, one week before."_s));
    CHATOPS_TRY(
        task(u"Tag and sign installers"_s, release, TaskState::Todo, u"jonas"_s, 5, 10, Priority::Normal));
    CHATOPS_TRY(
        task(u"Rehearse rollback on staging"_s, release, TaskState::Doing, u"mika"_s, 0, 14, Priority::High,
             u"Restore yesterday's snapshot, roll forward, roll back. Write the timings into the runbook."_s,
             m_rehearsal));
    CHATOPS_TRY(task(u"Backfill search index for archive tables"_s, release, TaskState::Doing, u"thu"_s, 0,
                     18, Priority::Normal));
    CHATOPS_TRY(task(u"Index change on message table"_s, release, TaskState::Review, u"thu"_s, 0, -1,
                     Priority::Normal));
    CHATOPS_TRY(task(u"Migration dry run"_s, release, TaskState::Done, u"jonas"_s, 0, 9, Priority::Normal));
    CHATOPS_TRY(task(u"Cut the branch"_s, release, TaskState::Done, u"ana"_s, -12, 9, Priority::None));
    CHATOPS_TRY(task(u"Empty states for the events pane"_s, u"design"_s, TaskState::Todo, u"rosa"_s, 6, 12,
                     Priority::Normal));
    CHATOPS_TRY(task(u"Contrast check of the dark palette"_s, u"design"_s, TaskState::Doing, u"mika"_s, 3, 12,
                     Priority::Normal));
    CHATOPS_TRY(task(u"Answer export question"_s, u"support-emea"_s, TaskState::Done, u"sam"_s, -1, 12,
                     Priority::Low));
    CHATOPS_TRY(task(u"Follow up: alert on queue length"_s, u"incident-review"_s, TaskState::Todo, u"mika"_s,
                     -1, 12, Priority::High));
    return {};
}

Result<void> Demo::event(const QString &title, const QString &channel, int weekday, int hour, int minute,
                         int minutes, const QStringList &attendees, const QString &place)
{
    const QDate monday = QDate::currentDate().addDays(1 - QDate::currentDate().dayOfWeek());
    Event event;
    event.id = EventId::create();
    event.title = title;
    event.location = place;
    event.start = QDateTime(monday.addDays(weekday - 1), QTime(hour, minute), Qt::UTC);
    event.end = event.start.addSecs(qint64(minutes) * 60);
    event.zone = QTimeZone::systemTimeZoneId();
    if (event.zone.isEmpty())
        event.zone = "UTC";
    event.organizer = m_people.value(attendees.first());
    event.createdAt = m_clock.now();
    for (const QString &handle : attendees)
        event.attendees.append(
            {m_people.value(handle), handle == attendees.first() ? Answer::Yes : Answer::None});
    const Maybe<Channel> in =
        channel.isEmpty() ? Maybe<Channel>(std::nullopt) : m_workspace.channelByName(channel);
    if (in && *in)
        event.channel = (*in)->id;
    CHATOPS_TRY(m_workspace.publishEvent(event, std::nullopt, event.organizer));
    return {};
}

Result<void> Demo::events()
{
    for (int weekday = 1; weekday <= 5; ++weekday)
        CHATOPS_TRY(
            event(u"Stand-up"_s, {}, weekday, 9, 10, 20, {u"mika"_s, u"ana"_s, u"jonas"_s, u"thu"_s}));
    CHATOPS_TRY(
        event(u"Release planning"_s, u"release-42"_s, 1, 11, 0, 90, {u"ana"_s, u"mika"_s, u"jonas"_s}));
    CHATOPS_TRY(event(u"1:1 Jonas"_s, {}, 2, 14, 0, 60, {u"mika"_s, u"jonas"_s}));
    CHATOPS_TRY(
        event(u"Migration dry run"_s, u"release-42"_s, 3, 12, 0, 120, {u"jonas"_s, u"thu"_s}, u"staging"_s));
    CHATOPS_TRY(
        event(u"Go or no-go"_s, u"release-42"_s, 4, 15, 0, 60, {u"ana"_s, u"mika"_s, u"jonas"_s, u"thu"_s}));
    CHATOPS_TRY(
        event(u"Incident review"_s, u"incident-review"_s, 5, 11, 0, 60, {u"ana"_s, u"mika"_s, u"jonas"_s}));
    CHATOPS_TRY(event(u"Retrospective"_s, u"release-42"_s, 9, 13, 0, 60, {u"ana"_s, u"mika"_s}));
    return {};
}

Result<void> Demo::privacy()
{
    PrivacyDesk desk(m_workspace);
    m_clock.set(-60, 9, 0);
    WorkspaceRules rules = defaultRules(m_workspace.id());
    rules.controller = {u"Northwind Ltd"_s, u"Harbour Street 4, 00160 Helsinki"_s,
                        u"privacy@northwind.example"_s, u"Ana Lind"_s};
    rules.provider = {
        u"Northwind IT"_s, u"Harbour Street 4, 00160 Helsinki"_s, u"it@northwind.example"_s, {}};
    rules.zone = "Europe/Helsinki";
    rules.authorityCountry = u"FI"_s;
    rules.contacts = {m_people.value(u"ana"_s)};
    rules.processors = {
        {u"Harbour Hosting Oy"_s, u"Runs the computers this server stands on"_s, u"FI"_s, {}, m_clock.now()},
        {u"Mailcraft Inc."_s, u"Delivers e-mail about accounts"_s, u"US"_s, u"scc"_s, m_clock.now()}};
    CHATOPS_TRY(desk.publishRules(rules));
    const PolicyVersion first = defaultPolicy();
    CHATOPS_TRY(desk.publishPolicy(first));
    m_clock.set(-12, 9, 0);
    PolicyVersion second = first;
    second.summary = u"Names the company that delivers e-mail, and where it is."_s;
    for (PolicyVersion::Section &section : second.sections) {
        if (section.key == u"sharing")
            section.text += u" E-mail about your account is delivered by Mailcraft Inc. in the United States "
                            "under the standard contractual clauses."_s;
    }
    CHATOPS_TRY(desk.publishPolicy(second));
    Notice maintenance;
    maintenance.id = NoticeId::create();
    maintenance.kind = NoticeKind::Maintenance;
    maintenance.title = u"Maintenance on Saturday"_s;
    maintenance.text =
        u"The server restarts between 6:00 and 6:30. You can go on writing; it is sent afterwards."_s;
    maintenance.from = m_clock.now();
    maintenance.until = m_clock.now() + 60 * DayMillis;
    CHATOPS_TRY(desk.publishNotice(maintenance));
    Profile profile;
    profile.person = m_people.value(u"mika"_s);
    profile.fields = {{u"title"_s, {u"Release manager"_s, true}},
                      {u"department"_s, {u"Engineering"_s, true}},
                      {u"email"_s, {u"mika@northwind.example"_s, true}},
                      {u"zone"_s, {u"Europe/Helsinki"_s, false}}};
    CHATOPS_TRY(desk.publishProfile(profile, profile.person));
    return {};
}

Result<void> Demo::fill(const QString &passwordHash)
{
    CHATOPS_TRY(people(passwordHash));
    CHATOPS_TRY(channels());
    CHATOPS_TRY(messages());
    CHATOPS_TRY(tasks());
    CHATOPS_TRY(events());
    return privacy();
}

} // namespace

int runDemo(const QString &data, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Makes the workspace \"Northwind\" with people, channels, tasks and events to try things in. All its\n"
        "accounts (mika, ana, jonas, thu, rosa, sam, yuki, layla) get the password given on standard input."_s);
    if (const auto code = parseOrHelp(parser, arguments))
        return *code;
    const QString password = readSecret(u"Password for the demo accounts: "_s);
    if (password.size() < MinPassword)
        return usageError(u"give a password of at least 8 characters on standard input"_s);
    const Result<std::unique_ptr<Connection>> db = connectTo(data);
    if (!db)
        return complain(db.error());
    const Result<QList<Workspace::Summary>> all = Workspace::all(**db);
    if (!all)
        return complain(all.error());
    if (!all->isEmpty()) {
        out() << "There is a workspace already; nothing was changed." << Qt::endl;
        return ExitOk;
    }
    const Result<void> made = [&]() -> Result<void> {
        Transaction transaction(**db);
        CHATOPS_TRY(transaction.begun());
        const Result<WorkspaceId> workspace = Workspace::create(**db, u"Northwind"_s);
        if (!workspace)
            return std::unexpected(workspace.error());
        CHATOPS_TRY(Demo(**db, *workspace).fill(hashPassword(password)));
        return transaction.commit();
    }();
    if (!made)
        return complain(made.error());
    out() << "Workspace \"Northwind\" is ready. Sign in as mika." << Qt::endl;
    return ExitOk;
}

} // namespace ChatOps::Server
