// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/eraser.h"

#include "core/dataclasses.h"
#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "core/text.h"
#include "pack/signing.h"
#include "pack/textformats.h"
#include "server/hub/accounts.h"
#include "server/hub/privacydesk.h"
#include "server/hub/securitylog.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int windowRows = 500; ///< Looked at in one step.

QString goneHandle(const QUuid &erasure)
{
    return u"gone-"_s + erasure.toString(QUuid::WithoutBraces).left(8);
}

/// Rows that are counted: a table and the condition behind it.
struct Counted {
    QString rows;
    QVariantList values;
};

QRegularExpression mentionOf(const QString &handle)
{
    return QRegularExpression(u"(?<![\\w.@-])@"_s + QRegularExpression::escape(handle) + u"(?![a-z0-9_-])"_s);
}

} // namespace

Result<ErasurePlan> planErasure(Workspace &workspace, PersonId person)
{
    Connection &db = workspace.db();
    const Result<WorkspaceRules> rules = PrivacyDesk(workspace).rules();
    const Maybe<Person> who = readPerson(db, person);
    if (!rules || !who)
        return std::unexpected(rules ? who.error() : rules.error());
    if (!*who)
        return failure(ErrorCode::NotFound, u"There is no such person."_s);
    ErasurePlan plan;
    plan.remove = rules->removeOnErasure;
    plan.backupDays = rules->backupDays;
    const QByteArray id = person.toBytes();
    const QByteArray place = workspace.id().toBytes();
    // In the words of the table of classes. The same as the receipt will count.
    const auto documents = [&](const QString &kinds) {
        return Counted{u"document WHERE workspace = ? AND person = ? AND kind IN (%1)"_s.arg(kinds),
                       {place, id}};
    };
    const auto made = [&](const QString &table, QLatin1StringView maker, QLatin1StringView which) {
        return Counted{u"%1 WHERE workspace = ? AND json LIKE ?"_s.arg(table) + which,
                       {place, u"%\""_s + maker + u"\":\""_s + person.toString() + u'%'}};
    };
    constexpr auto all = ""_L1;
    constexpr auto shared = " AND channel IS NOT NULL"_L1;
    constexpr auto own = " AND channel IS NULL"_L1;
    QHash<QString, Counted> goes{
        {u"account"_s, {u"person WHERE id = ?"_s, {id}}},
        {u"profile"_s, documents(u"'profile'"_s)},
        {u"channel"_s, {u"member WHERE person = ?"_s, {id}}},
        {u"file"_s, {u"file WHERE owner = ? AND channel IS NULL"_s, {id}}},
        {u"task"_s, made(u"task"_s, "creator"_L1, own)},
        {u"event"_s, made(u"event"_s, "organizer"_L1, own)},
        {u"read"_s, {u"read_marker WHERE person = ?"_s, {id}}},
        {u"preference"_s, documents(u"'preference'"_s)},
        {u"consent"_s, documents(u"'consent'"_s)},
        {u"request"_s, documents(u"'request'"_s)},
        {u"notice"_s, documents(u"'notice', 'seen'"_s)},
        {u"session"_s, {u"session WHERE person = ?"_s, {id}}},
        {u"export"_s, {u"export_job WHERE person = ?"_s, {id}}},
        {u"mail"_s, {u"mail WHERE person = ?"_s, {id}}},
        {u"access"_s, {u"audit WHERE person = ?"_s, {id}}},
    };
    QHash<QString, Counted> byRule{
        {u"message"_s, {u"message WHERE author = ? AND deleted = 0"_s, {id}}},
        {u"file"_s, {u"file WHERE owner = ? AND channel IS NOT NULL"_s, {id}}},
        {u"task"_s, made(u"task"_s, "creator"_L1, shared)},
        {u"event"_s, made(u"event"_s, "organizer"_L1, shared)},
    };
    if (plan.remove) {
        goes.insert(u"message"_s, byRule.value(u"message"_s));
        goes.insert(u"file"_s, {u"file WHERE owner = ?"_s, {id}});
        goes.insert(u"task"_s, made(u"task"_s, "creator"_L1, all));
        goes.insert(u"event"_s, made(u"event"_s, "organizer"_L1, all));
        byRule.clear();
    }
    QHash<QString, qint64> traces;
    CHATOPS_TRY(eachMessage(
        db,
        u"channel IN (SELECT id FROM channel WHERE workspace = ?) AND deleted = 0 AND (reactions LIKE ? OR text LIKE ?)"_s,
        {place, u'%' + person.toString() + u'%', u"%@"_s + who->value().handle + u'%'},
        [&, pattern = mentionOf(who->value().handle)](const Message &message) {
            if (plan.remove && message.author == person)
                return true; // Goes as a whole.
            traces[u"mention"_s] += message.text.contains(pattern);
            traces[u"reaction"_s] +=
                std::ranges::count_if(message.reactions, [person](const Reaction &reaction) {
                    return reaction.people.contains(person);
                });
            return true;
        }));
    for (const DataClass &data : dataClasses()) {
        if (data.place != DataClass::Place::Server)
            continue;
        const QString name = data.name;
        const auto add = [&](const QHash<QString, Counted> &counted, bool stays) -> Result<void> {
            const Result<QVariant> number =
                db.value(u"SELECT count(*) FROM "_s + counted.value(name).rows, counted.value(name).values);
            if (!number)
                return std::unexpected(number.error());
            plan.lines.append({name, number->toLongLong(), stays});
            return {};
        };
        if (data.erasure == DataClass::Erasure::Kept)
            plan.lines.append({name, 0, true});
        else if (data.erasure == DataClass::Erasure::Removed && !goes.contains(name))
            plan.lines.append({name, traces.value(name), false});
        if (goes.contains(name))
            CHATOPS_TRY(add(goes, false));
        if (byRule.contains(name))
            CHATOPS_TRY(add(byRule, true));
    }
    const Result<QVariant> devices =
        db.value(u"SELECT count(*) FROM session WHERE person = ? AND revoked = 0"_s, {id});
    const Result<QVariant> otherOwners = db.value(
        u"SELECT count(*) FROM person WHERE workspace = ? AND role = 'owner' AND active = 1 AND id <> ?"_s,
        {place, id});
    Result<std::optional<LegalHold>> hold = activeHold(db, person, workspace.now());
    if (!devices || !otherOwners || !hold)
        return std::unexpected(!devices ? devices.error() : otherOwners ? hold.error() : otherOwners.error());
    plan.devices = devices->toInt();
    plan.onlyOwner = who->value().role == Role::Owner && otherOwners->toInt() == 0;
    plan.hold = *hold;
    return plan;
}

Eraser::Eraser(Workspace &workspace, const QUuid &erasure)
    : m_workspace(workspace)
    , m_db(workspace.db())
    , m_erasure(erasure)
{
}

void Eraser::count(const QString &name, qint64 more)
{
    m_counts.insert(name, m_counts.value(name).toInteger() + more);
}

Result<QUuid> Eraser::begin(Workspace &workspace, PersonId person)
{
    Connection &db = workspace.db();
    const Result<std::optional<LegalHold>> hold = activeHold(db, person, workspace.now());
    Maybe<Person> who = readPerson(db, person);
    const Result<WorkspaceRules> rules = PrivacyDesk(workspace).rules();
    if (!hold || !who || !rules)
        return std::unexpected(!hold ? hold.error() : who ? rules.error() : who.error());
    if (*hold)
        return failure(ErrorCode::Conflict, u"A legal hold keeps this account's data for now."_s);
    if (!*who)
        return failure(ErrorCode::NotFound, u"There is no such person."_s);
    const Result<QVariant> running =
        db.value(u"SELECT id FROM erasure WHERE person = ?"_s, {person.toBytes()});
    if (!running)
        return std::unexpected(running.error());
    if (running->isValid())
        return QUuid::fromRfc4122(running->toByteArray());
    const QUuid id = QUuid::createUuid();
    Person gone = **who;
    // The key of what devices hold is on the devices: each is told when it comes back.
    CHATOPS_TRY(orderWipes(db, person, id));
    const Result<int> sessions = db.run(u"DELETE FROM session WHERE person = ?"_s, {person.toBytes()});
    if (!sessions)
        return std::unexpected(sessions.error());
    CHATOPS_TRY(db.run(
        u"INSERT INTO erasure (id, workspace, person, state, remove, old_handle, created, finished, counts)"
        " VALUES (?, ?, ?, 'running', ?, ?, ?, 0, ?)"_s,
        {id.toRfc4122(), workspace.id().toBytes(), person.toBytes(), rules->removeOnErasure ? 1 : 0,
         gone.handle, workspace.now(), QString::fromUtf8(toJson(QJsonObject{{"session"_L1, *sessions}}))}));
    CHATOPS_TRY(db.run(u"UPDATE person SET password = '' WHERE id = ?"_s, {person.toBytes()}));
    gone.active = false;
    CHATOPS_TRY(PrivacyDesk(workspace).withContacts([&] { return workspace.publishPerson(gone); }));
    return id;
}

Result<QList<Eraser::Pending>> Eraser::pending(Connection &db)
{
    QList<Pending> all;
    CHATOPS_TRY(db.rows(
        u"SELECT id, workspace, person FROM erasure WHERE state = 'running' ORDER BY created"_s, {},
        [&all](const SqlRow &row) {
            all.append({QUuid::fromRfc4122(row.bytes(0)), row.id<WorkspaceId>(1), row.id<PersonId>(2)});
            return true;
        }));
    return all;
}

Result<void> Eraser::load()
{
    if (m_loaded)
        return {};
    bool found = false;
    CHATOPS_TRY(m_db.rows(u"SELECT person, remove, old_handle, counts FROM erasure WHERE id = ?"_s,
                          {m_erasure.toRfc4122()}, [&](const SqlRow &row) {
                              m_person = row.id<PersonId>(0);
                              m_remove = row.flag(1);
                              m_handle = row.text(2);
                              m_counts = QJsonDocument::fromJson(row.text(3).toUtf8()).object();
                              found = true;
                              return false;
                          }));
    m_loaded = found;
    return found ? Result<void>() : failure(ErrorCode::NotFound, u"There is no such erasure."_s);
}

Result<bool> Eraser::step()
{
    static constexpr std::array<Step, 9> steps{&Eraser::messages, &Eraser::traces,      &Eraser::tasks,
                                               &Eraser::events,   &Eraser::memberships, &Eraser::documents,
                                               &Eraser::logRows,  &Eraser::verdicts,    &Eraser::account};
    CHATOPS_TRY(load());
    Transaction transaction(m_db);
    CHATOPS_TRY(transaction.begun());
    const Result<bool> over = (this->*steps[m_step])();
    if (!over)
        return over;
    CHATOPS_TRY(m_db.run(u"UPDATE erasure SET counts = ? WHERE id = ?"_s,
                         {QString::fromUtf8(toJson(m_counts)), m_erasure.toRfc4122()}));
    CHATOPS_TRY(transaction.commit());
    if (*over) {
        ++m_step;
        m_after.clear();
    }
    return m_step == steps.size();
}

Result<bool> Eraser::messages()
{
    if (!m_remove)
        return true;
    QList<Message> found;
    CHATOPS_TRY(eachMessage(m_db, u"author = ? AND deleted = 0 ORDER BY at LIMIT ?"_s,
                            {m_person.toBytes(), batch}, [&found](const Message &message) {
                                found.append(message);
                                return true;
                            }));
    for (const Message &message : std::as_const(found)) {
        CHATOPS_TRY(m_workspace.eraseMessage(message, m_person));
        if (!message.files.isEmpty())
            count(u"file"_s, message.files.size());
        count(u"message"_s);
    }
    return found.size() < batch;
}

QString Eraser::withoutHandle(QString text) const
{
    return text.replace(mentionOf(m_handle), u'@' + goneHandle(m_erasure));
}

Result<void> Eraser::trace(Message message)
{
    QList<Reaction> reactions;
    for (Reaction reaction : std::as_const(message.reactions)) {
        if (reaction.people.removeAll(m_person) > 0)
            count(u"reaction"_s);
        if (!reaction.people.isEmpty())
            reactions.append(reaction);
    }
    const QString text = withoutHandle(message.text);
    if (text == message.text && reactions == message.reactions)
        return {};
    const bool reworded = text != message.text;
    if (reworded)
        count(u"mention"_s);
    message.text = text;
    message.reactions = reactions;
    const Result<qint64> rev = m_workspace.publishMessage(message, m_person, {}, reworded);
    if (!rev)
        return std::unexpected(rev.error());
    message.rev = *rev;
    if (reworded)
        message.textRev = *rev;
    return m_workspace.rewriteLog("message"_L1, message.id.uuid(), toJson(message));
}

Result<bool> Eraser::traces()
{
    // Along the primary key, so many rows at a time: no index knows who is mentioned, and one
    // walk through all of them would hold everybody up.
    const Result<QVariant> window =
        m_db.value(u"SELECT max(id) FROM (SELECT id FROM message WHERE id > ? ORDER BY id LIMIT ?)"_s,
                   {m_after, windowRows});
    if (!window)
        return std::unexpected(window.error());
    if (window->isNull())
        return true;
    QByteArray reached = window->toByteArray();
    QList<Message> found;
    CHATOPS_TRY(eachMessage(
        m_db,
        // The workspace row by row: an IN over its channels would be looked up by their index,
        // which reads every message for each window.
        u"id > ? AND id <= ? AND EXISTS (SELECT 1 FROM channel c WHERE c.id = message.channel AND c.workspace = ?)"
        " AND (reactions LIKE ? OR text LIKE ?) ORDER BY id LIMIT ?"_s,
        {m_after, reached, m_workspace.id().toBytes(), u'%' + m_person.toString() + u'%',
         u"%@"_s + m_handle + u'%', batch},
        [&found](const Message &message) {
            found.append(message);
            return true;
        }));
    for (const Message &message : std::as_const(found))
        CHATOPS_TRY(trace(message));
    m_after = found.size() < batch ? reached : found.last().id.toBytes();
    return false;
}

Result<bool> Eraser::tasks()
{
    QList<Task> found;
    CHATOPS_TRY(m_db.rows(
        u"SELECT json FROM task WHERE workspace = ? AND id > ? AND (json LIKE ? OR json LIKE ?) ORDER BY id LIMIT ?"_s,
        {m_workspace.id().toBytes(), m_after, u'%' + m_person.toString() + u'%', u"%@"_s + m_handle + u'%',
         batch},
        [&found](const SqlRow &row) {
            if (const Result<Task> task =
                    taskFromJson(QJsonDocument::fromJson(row.text(0).toUtf8()).object()))
                found.append(*task);
            return true;
        }));
    for (const Task &before : std::as_const(found)) {
        m_after = before.id.toBytes();
        const bool own = before.creator == m_person;
        // Without a channel nobody but the two of them sees it.
        if (own && (m_remove || !before.channel)) {
            CHATOPS_TRY(m_workspace.deleteTask(before, m_person));
            CHATOPS_TRY(m_workspace.dropFromLog("task"_L1, before.id.uuid()));
            count(u"task"_s);
            continue;
        }
        Task task = before;
        if (task.assignee == m_person)
            task.assignee = {};
        task.title = withoutHandle(task.title);
        task.description = withoutHandle(task.description);
        if (task == before)
            continue;
        const Result<qint64> rev = m_workspace.publishTask(task, before, m_person);
        if (!rev)
            return std::unexpected(rev.error());
        const Maybe<Task> now = readTask(m_db, task.id);
        if (now && *now)
            CHATOPS_TRY(m_workspace.rewriteLog("task"_L1, task.id.uuid(), toJson(**now)));
    }
    return found.size() < batch;
}

Result<bool> Eraser::events()
{
    QList<Event> found;
    CHATOPS_TRY(m_db.rows(
        u"SELECT json FROM event WHERE workspace = ? AND id > ? AND (json LIKE ? OR json LIKE ?) ORDER BY id LIMIT ?"_s,
        {m_workspace.id().toBytes(), m_after, u'%' + m_person.toString() + u'%', u"%@"_s + m_handle + u'%',
         batch},
        [&found](const SqlRow &row) {
            if (const Result<Event> event =
                    eventFromJson(QJsonDocument::fromJson(row.text(0).toUtf8()).object()))
                found.append(*event);
            return true;
        }));
    for (const Event &before : std::as_const(found)) {
        m_after = before.id.toBytes();
        if (before.organizer == m_person && (m_remove || !before.channel)) {
            CHATOPS_TRY(m_workspace.deleteEvent(before, m_person));
            CHATOPS_TRY(m_workspace.dropFromLog("event"_L1, before.id.uuid()));
            count(u"event"_s);
            continue;
        }
        Event event = before;
        event.attendees.removeIf([this](const Attendee &one) { return one.person == m_person; });
        event.title = withoutHandle(event.title);
        event.description = withoutHandle(event.description);
        event.location = withoutHandle(event.location);
        if (event == before)
            continue;
        const Result<qint64> rev = m_workspace.publishEvent(event, before, m_person);
        if (!rev)
            return std::unexpected(rev.error());
        const Maybe<Event> now = readEvent(m_db, event.id);
        if (now && *now)
            CHATOPS_TRY(m_workspace.rewriteLog("event"_L1, event.id.uuid(), toJson(**now)));
    }
    return found.size() < batch;
}

Result<bool> Eraser::memberships()
{
    const Result<QHash<ChannelId, qint64>> held = readMemberships(m_db, m_person);
    const Result<int> read = m_db.run(u"DELETE FROM read_marker WHERE person = ?"_s, {m_person.toBytes()});
    if (!held || !read)
        return std::unexpected(held ? read.error() : held.error());
    count(u"read"_s, *read);
    int done = 0;
    for (auto it = held->constBegin(); it != held->constEnd() && done < batch; ++it, ++done) {
        const Maybe<Channel> channel = readChannel(m_db, it.key());
        if (!channel)
            return std::unexpected(channel.error());
        if (*channel)
            CHATOPS_TRY(m_workspace.removeMember(**channel, m_person));
        count(u"channel"_s);
    }
    return held->size() <= batch;
}

Result<bool> Eraser::documents()
{
    struct Row {
        EntityKind kind;
        QUuid id;
    };
    QList<Row> found;
    CHATOPS_TRY(m_db.rows(
        u"SELECT kind, id FROM document WHERE workspace = ? AND person = ? ORDER BY kind, id LIMIT ?"_s,
        {m_workspace.id().toBytes(), m_person.toBytes(), batch}, [&found](const SqlRow &row) {
            found.append({entityKindFromName(row.text(0)).value_or(EntityKind::Notice),
                          QUuid::fromRfc4122(row.bytes(1))});
            return true;
        }));
    const Result<QList<PersonId>> contacts = PrivacyDesk(m_workspace).contacts();
    if (!contacts)
        return std::unexpected(contacts.error());
    for (const Row &row : std::as_const(found)) {
        QList<Scope> seenBy;
        if (row.kind == EntityKind::Profile)
            seenBy.append(Scope::workspace());
        for (const PersonId &contact : *contacts) {
            if (row.kind == EntityKind::Request)
                seenBy.append(Scope::person(contact));
        }
        CHATOPS_TRY(m_workspace.publish(row.kind, row.id, seenBy, {}, {}, {}, {}));
        CHATOPS_TRY(m_db.run(u"DELETE FROM document WHERE kind = ? AND id = ? AND person = ?"_s,
                             {QString(nameOf(row.kind)), row.id.toRfc4122(), m_person.toBytes()}));
        CHATOPS_TRY(m_workspace.dropFromLog(nameOf(row.kind), row.id));
        count(row.kind == EntityKind::Seen ? u"notice"_s : QString(nameOf(row.kind)));
    }
    return found.size() < batch;
}

Result<bool> Eraser::logRows()
{
    // By their numbers, as in `traces`: no index knows whose scope an entry has.
    const qint64 from = m_after.toLongLong();
    const Result<QVariant> last =
        m_db.value(u"SELECT max(rev) FROM log WHERE workspace = ?"_s, {m_workspace.id().toBytes()});
    if (!last)
        return std::unexpected(last.error());
    CHATOPS_TRY(
        m_db.run(u"DELETE FROM log WHERE workspace = ? AND rev > ? AND rev <= ? AND scope = ?"_s,
                 {m_workspace.id().toBytes(), from, from + windowRows, Scope::person(m_person).toString()}));
    m_after = QByteArray::number(from + windowRows);
    return from + windowRows >= last->toLongLong();
}

Result<bool> Eraser::verdicts()
{
    const Result<QVariant> window = m_db.value(
        u"SELECT max(operation) FROM (SELECT operation FROM applied WHERE operation > ? ORDER BY operation LIMIT ?)"_s,
        {m_after, windowRows});
    if (!window)
        return std::unexpected(window.error());
    if (window->isNull())
        return true;
    CHATOPS_TRY(m_db.run(u"DELETE FROM applied WHERE operation > ? AND operation <= ? AND person = ?"_s,
                         {m_after, window->toByteArray(), m_person.toBytes()}));
    m_after = window->toByteArray();
    return false;
}

Result<bool> Eraser::account()
{
    for (const auto &[name, table] : {std::pair{u"mail"_s, u"mail"_s},
                                      {u"access"_s, u"audit"_s},
                                      {u"export"_s, u"export_job"_s},
                                      {u"hold"_s, u"legal_hold"_s},
                                      {u"ticket"_s, u"ticket"_s}}) {
        const Result<int> gone =
            m_db.run(u"DELETE FROM %1 WHERE person = ?"_s.arg(table), {m_person.toBytes()});
        if (!gone)
            return std::unexpected(gone.error());
        if (*gone > 0)
            count(name, *gone);
    }
    const Result<int> files = m_remove
        ? m_db.run(u"DELETE FROM file WHERE owner = ?"_s, {m_person.toBytes()})
        : m_db.run(u"DELETE FROM file WHERE owner = ? AND channel IS NULL"_s, {m_person.toBytes()});
    if (!files)
        return std::unexpected(files.error());
    count(u"file"_s, *files);
    PrivacyDesk desk(m_workspace);
    Result<WorkspaceRules> rules = desk.rules();
    if (!rules)
        return std::unexpected(rules.error());
    if (rules->contacts.removeAll(m_person) > 0) {
        // Rules that a newer program finds wrong keep nobody's data: closed accounts are no contacts.
        const Result<void> published = desk.publishRules(*rules);
        if (!published && published.error().code != ErrorCode::Invalid)
            return std::unexpected(published.error());
    }
    const Maybe<Person> who = readPerson(m_db, m_person);
    if (!who)
        return std::unexpected(who.error());
    Person gone = who->value();
    gone.name = QString::fromLatin1(DeletedAccount);
    gone.handle = goneHandle(m_erasure);
    gone.role = Role::Guest;
    gone.active = false;
    CHATOPS_TRY(m_db.run(u"UPDATE person SET handle = ?, name = ?, created = 0 WHERE id = ?"_s,
                         {gone.handle, gone.name, m_person.toBytes()}));
    CHATOPS_TRY(m_workspace.publishPerson(gone));
    const Maybe<Person> now = readPerson(m_db, m_person);
    if (!now)
        return std::unexpected(now.error());
    CHATOPS_TRY(m_workspace.rewriteLog("person"_L1, m_person.uuid(), toJson(now->value())));
    count(u"account"_s);
    CHATOPS_TRY(forgetInSecurity(m_db, m_person));
    CHATOPS_TRY(m_db.run(u"UPDATE erasure SET state = 'done', old_handle = '', finished = ? WHERE id = ?"_s,
                         {m_workspace.now(), m_erasure.toRfc4122()}));
    return true;
}

Result<QJsonObject> erasureReceipt(Connection &db, const QUuid &erasure)
{
    QJsonObject receipt;
    WorkspaceId workspace;
    CHATOPS_TRY(
        db.rows(u"SELECT workspace, state, remove, created, finished, counts FROM erasure WHERE id = ?"_s,
                {erasure.toRfc4122()}, [&](const SqlRow &row) {
                    workspace = row.id<WorkspaceId>(0);
                    receipt = {{"format"_L1, "chatops-erasure-receipt"_L1},
                               {"format_version"_L1, 1},
                               {"number"_L1, erasure.toString(QUuid::WithoutBraces)},
                               {"state"_L1, row.text(1)},
                               {"rule"_L1, row.flag(2) ? "removed"_L1 : "anonymised"_L1},
                               {"begun"_L1, utcText(row.integer(3))},
                               {"finished"_L1, utcText(row.integer(4))},
                               {"finished_ms"_L1, row.integer(4)},
                               {"erased"_L1, QJsonDocument::fromJson(row.text(5).toUtf8()).object()}};
                    return false;
                }));
    if (receipt.isEmpty())
        return failure(ErrorCode::NotFound, u"There is no such receipt."_s);
    const SystemClock clock;
    Workspace place(db, workspace, clock);
    const Result<WorkspaceRules> rules = PrivacyDesk(place).rules();
    const Result<Receipts> receipts = Receipts::open(db);
    if (!rules || !receipts)
        return std::unexpected(rules ? receipts.error() : rules.error());
    QJsonArray stays;
    if (receipt.value("rule"_L1).toString() == u"anonymised")
        stays = {"message"_L1, "file"_L1, "task"_L1, "event"_L1};
    stays.append("suppression"_L1);
    receipt.insert("stays_without_name"_L1, stays);
    if (const Millis finished = receipt.value("finished_ms"_L1).toInteger(); finished > 0)
        receipt.insert("gone_from_backups_by"_L1,
                       QDateTime::fromMSecsSinceEpoch(finished + rules->backupDays * DayMillis, Qt::UTC)
                           .date()
                           .toString(Qt::ISODate));
    receipt.remove("finished_ms"_L1);
    CHATOPS_TRY(db.rows(
        u"SELECT count(*), sum(CASE WHEN confirmed > 0 THEN 1 ELSE 0 END) FROM wipe_order WHERE erasure = ?"_s,
        {erasure.toRfc4122()}, [&](const SqlRow &row) {
            receipt.insert("devices"_L1, row.integer(0));
            receipt.insert("devices_confirmed"_L1, row.integer(1));
            return false;
        }));
    receipt.insert("controller"_L1, rules->controller.name);
    receipt.insert("key"_L1, receipts->publicKey());
    receipt.insert("signature"_L1, receipts->sign(signedPart(receipt)));
    return receipt;
}

const QUuid &closedAccountOrder()
{
    static const QUuid order(u"5f0c9a52-6d7b-5c1e-8a8d-2c1f8f6f5a10"_s);
    return order;
}

Result<void> orderWipes(Connection &db, PersonId person, const QUuid &order)
{
    CHATOPS_TRY(
        db.run(u"INSERT INTO wipe_order (access, refresh, previous, erasure, confirmed)"
               " SELECT access, refresh, previous, ?, 0 FROM session WHERE person = ? AND revoked = 0"_s,
               {order.toRfc4122(), person.toBytes()}));
    return {};
}

Result<bool> isToWipe(Connection &db, const QUuid &session)
{
    const Result<QVariant> ordered =
        db.value(u"SELECT 1 FROM session s JOIN wipe_order w ON w.refresh = s.refresh WHERE s.id = ?"_s,
                 {session.toRfc4122()});
    if (!ordered)
        return std::unexpected(ordered.error());
    return ordered->isValid();
}

Result<QUuid> wipeOrderFor(Connection &db, const QString &token)
{
    const QByteArray hash = tokenHash(token);
    const Result<QVariant> found =
        db.value(u"SELECT erasure FROM wipe_order WHERE access = ? OR refresh = ? OR previous = ?"_s,
                 {hash, hash, hash});
    if (!found)
        return std::unexpected(found.error());
    return QUuid::fromRfc4122(found->toByteArray());
}

Result<bool> confirmWipe(Connection &db, const QString &token)
{
    const QByteArray hash = tokenHash(token);
    const SystemClock clock;
    const Result<int> confirmed = db.run(
        u"UPDATE wipe_order SET confirmed = ? WHERE (access = ? OR refresh = ? OR previous = ?) AND confirmed = 0"_s,
        {clock.now(), hash, hash, hash});
    if (!confirmed)
        return std::unexpected(confirmed.error());
    return *confirmed > 0;
}

} // namespace ChatOps::Server
