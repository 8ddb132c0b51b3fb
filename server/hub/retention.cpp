// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/retention.h"

#include "core/entityjson.h"
#include "core/privacyjson.h"
#include "server/hub/audit.h"
#include "server/hub/privacydesk.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int batch = 200; ///< Rows of a class that go in one pass.
/// A legal hold keeps what the schedule would take: %1 is the column of the person, the value
/// the instant.
QString notHeld(const QString &column)
{
    return u" AND NOT EXISTS (SELECT 1 FROM legal_hold h WHERE h.person = %1 AND (h.until = 0 OR h.until > ?)) "_s
        .arg(column);
}

/// Messages of the workspace that can still end, or whose files can; the values are the
/// workspace and the instant. Row by row: an IN over the workspace's channels would be looked up
/// by their index, and the order of time be lost.
QString withSomething(bool files)
{
    return u"deleted = 0 %1 AND EXISTS (SELECT 1 FROM channel c WHERE c.id = message.channel AND c.workspace = ?)"_s
               .arg(files ? u"AND files <> '[]'"_s : QString())
        + notHeld(u"message.author"_s);
}

/// What is collected by itself ends after 24 months, whatever the rules say or leave out.
int daysOf(const WorkspaceRules &rules, const QString &name)
{
    const bool collected = name == u"usage" || name == u"session" || name == u"access";
    for (const RetentionRule &rule : rules.retention) {
        if (rule.name == name && rule.days > 0)
            return collected ? std::min(rule.days, MostRetentionDays) : rule.days;
    }
    return collected ? MostRetentionDays : 0;
}

/// Since when it counts: tasks from their last change, events from their end.
Millis sinceOf(EntityKind kind, const QJsonObject &json)
{
    if (kind == EntityKind::Task) {
        const Result<Task> task = taskFromJson(json);
        return task ? std::max(task->changedAt, task->createdAt) : std::numeric_limits<Millis>::max();
    }
    const Result<Event> event = eventFromJson(json);
    return event ? event->endsAt() : std::numeric_limits<Millis>::max();
}

} // namespace

Result<bool> Retention::isHeld(PersonId person)
{
    if (const auto known = m_held.constFind(person); known != m_held.constEnd())
        return *known;
    const Result<std::optional<LegalHold>> hold = activeHold(m_db, person, m_workspace.now());
    if (!hold)
        return std::unexpected(hold.error());
    m_held.insert(person, hold->has_value());
    return hold->has_value();
}

Result<bool> Retention::isHeld(EntityKind kind, const QJsonObject &json)
{
    return isHeld(PersonId::fromString(
        json.value(kind == EntityKind::Task ? "creator"_L1 : "organizer"_L1).toString()));
}

std::optional<Millis> Retention::endOf(const WorkspaceRules &rules, const QString &name, Millis since)
{
    const int days = daysOf(rules, name);
    return days > 0 ? std::optional(since + days * DayMillis) : std::nullopt;
}

Result<Retention::Outcome> Retention::apply()
{
    const Result<WorkspaceRules> rules = PrivacyDesk(m_workspace).rules();
    if (!rules)
        return std::unexpected(rules.error());
    const Millis now = m_workspace.now();
    const QByteArray place = m_workspace.id().toBytes();
    Outcome outcome;
    const auto take = [&](const QString &name,
                          const std::function<Result<int>(Millis)> &remove) -> Result<void> {
        const int days = daysOf(*rules, name);
        if (days == 0)
            return {};
        const Result<int> gone = remove(now - days * DayMillis);
        if (!gone)
            return std::unexpected(gone.error());
        outcome.removed += *gone;
        outcome.more |= *gone >= batch;
        return {};
    };
    CHATOPS_TRY(take(u"message"_s, [this](Millis before) { return messages(before, false); }));
    CHATOPS_TRY(take(u"file"_s, [this](Millis before) { return messages(before, true); }));
    CHATOPS_TRY(take(u"task"_s, [this](Millis before) { return things(EntityKind::Task, before); }));
    CHATOPS_TRY(take(u"event"_s, [this](Millis before) { return things(EntityKind::Event, before); }));
    CHATOPS_TRY(take(u"request"_s, [this](Millis before) { return requests(before); }));
    CHATOPS_TRY(take(u"usage"_s, [&](Millis before) {
        return m_db.run(u"DELETE FROM usage WHERE workspace = ? AND (day + 1) * ? <= ?"_s,
                        {place, DayMillis, before});
    }));
    // By when they were used last, whether they were ended or not.
    CHATOPS_TRY(take(u"session"_s, [&](Millis before) {
        return m_db.run(
            u"DELETE FROM session WHERE seen <= ? AND person IN (SELECT id FROM person WHERE workspace = ?)"_s
                + notHeld(u"session.person"_s),
            {before, place, now});
    }));
    CHATOPS_TRY(take(u"access"_s, [&](Millis before) {
        return m_db.run(u"DELETE FROM audit WHERE workspace = ? AND at <= ?"_s + notHeld(u"audit.person"_s),
                        {place, before, now});
    }));
    return outcome;
}

Result<qint64> Retention::overdue()
{
    const Result<WorkspaceRules> rules = PrivacyDesk(m_workspace).rules();
    if (!rules)
        return std::unexpected(rules.error());
    qint64 all = 0;
    for (const auto &[name, files] : {std::pair{u"message"_s, false}, std::pair{u"file"_s, true}}) {
        const int days = daysOf(*rules, name);
        if (days == 0)
            continue;
        const Result<QVariant> count =
            m_db.value(u"SELECT count(*) FROM message WHERE at <= ? AND "_s + withSomething(files),
                       {m_workspace.now() - days * DayMillis, m_workspace.id().toBytes(), m_workspace.now()});
        if (!count)
            return std::unexpected(count.error());
        all += count->toLongLong();
    }
    for (const EntityKind kind : {EntityKind::Task, EntityKind::Event}) {
        const int days = daysOf(*rules, nameOf(kind));
        if (days == 0)
            continue;
        CHATOPS_TRY(m_db.rows(u"SELECT json FROM %1 WHERE workspace = ?"_s.arg(QString(nameOf(kind))),
                              {m_workspace.id().toBytes()}, [&](const SqlRow &row) {
                                  const QJsonObject json =
                                      QJsonDocument::fromJson(row.text(0).toUtf8()).object();
                                  if (isHeld(kind, json).value_or(true))
                                      return true;
                                  all += sinceOf(kind, json) <= m_workspace.now() - days * DayMillis ? 1 : 0;
                                  return true;
                              }));
    }
    return all;
}

Result<int> Retention::messages(Millis before, bool files)
{
    // Needed only where messages end at all, and then each second counts.
    CHATOPS_TRY(m_db.run(u"CREATE INDEX IF NOT EXISTS message_at ON message (at) WHERE deleted = 0"_s));
    QList<Message> over;
    CHATOPS_TRY(eachMessage(m_db, u"at <= ? AND "_s + withSomething(files) + u" ORDER BY at LIMIT ?"_s,
                            {before, m_workspace.id().toBytes(), m_workspace.now(), batch},
                            [&over](const Message &message) {
                                over.append(message);
                                return true;
                            }));
    for (const Message &message : std::as_const(over))
        CHATOPS_TRY(files ? m_workspace.eraseFiles(message, {}) : m_workspace.eraseMessage(message, {}));
    return int(over.size());
}

Result<int> Retention::things(EntityKind kind, Millis before)
{
    QList<QJsonObject> over;
    const QString table = nameOf(kind);
    CHATOPS_TRY(m_db.rows(u"SELECT json FROM %1 WHERE workspace = ? ORDER BY id"_s.arg(table),
                          {m_workspace.id().toBytes()}, [&](const SqlRow &row) {
                              const QJsonObject json = QJsonDocument::fromJson(row.text(0).toUtf8()).object();
                              if (sinceOf(kind, json) <= before && !isHeld(kind, json).value_or(true))
                                  over.append(json);
                              return over.size() < batch;
                          }));
    for (const QJsonObject &json : std::as_const(over)) {
        const Result<qint64> rev = kind == EntityKind::Task
            ? m_workspace.deleteTask(*taskFromJson(json), {})
            : m_workspace.deleteEvent(*eventFromJson(json), {});
        if (!rev)
            return std::unexpected(rev.error());
        CHATOPS_TRY(m_workspace.dropFromLog(nameOf(kind), QUuid::fromString(json.value("id"_L1).toString())));
    }
    return int(over.size());
}

Result<int> Retention::requests(Millis before)
{
    PrivacyDesk desk(m_workspace);
    const Result<QList<RightsRequest>> all = desk.requests();
    if (!all)
        return std::unexpected(all.error());
    int removed = 0;
    for (const RightsRequest &request : *all) {
        // A restriction that still holds is no matter of the past.
        if (request.isOpen() || request.restricts() || std::max(request.closedAt, request.liftedAt) > before)
            continue;
        const Result<bool> held = isHeld(request.person);
        if (!held)
            return std::unexpected(held.error());
        if (*held)
            continue;
        CHATOPS_TRY(desk.removeRequest(request));
        if (++removed >= batch)
            break;
    }
    return removed;
}

Result<std::optional<Millis>> Retention::oldest(const QString &name)
{
    const QByteArray place = m_workspace.id().toBytes();
    std::optional<Millis> first;
    const auto consider = [&first](Millis since) { first = first ? std::min(*first, since) : since; };
    if (name == u"task" || name == u"event") {
        const EntityKind kind = name == u"task" ? EntityKind::Task : EntityKind::Event;
        CHATOPS_TRY(m_db.rows(
            u"SELECT json FROM %1 WHERE workspace = ?"_s.arg(name), {place}, [&](const SqlRow &row) {
                const QJsonObject json = QJsonDocument::fromJson(row.text(0).toUtf8()).object();
                if (!isHeld(kind, json).value_or(true))
                    consider(sinceOf(kind, json));
                return true;
            }));
        return first;
    }
    if (name == u"request") {
        const Result<QList<RightsRequest>> all = PrivacyDesk(m_workspace).requests();
        if (!all)
            return std::unexpected(all.error());
        for (const RightsRequest &request : *all) {
            if (!request.isOpen() && !request.restricts() && !isHeld(request.person).value_or(true))
                consider(std::max(request.closedAt, request.liftedAt));
        }
        return first;
    }
    static const QHash<QString, QString> questions{
        {u"message"_s, u"SELECT at FROM message WHERE "_s + withSomething(false) + u" ORDER BY at LIMIT 1"_s},
        {u"file"_s, u"SELECT at FROM message WHERE "_s + withSomething(true) + u" ORDER BY at LIMIT 1"_s},
        {u"usage"_s, u"SELECT (min(day) + 1) * 86400000 FROM usage WHERE workspace = ?"_s},
        {u"session"_s,
         u"SELECT min(seen) FROM session WHERE person IN (SELECT id FROM person WHERE workspace = ?)"_s
             + notHeld(u"session.person"_s)},
        {u"access"_s, u"SELECT min(at) FROM audit WHERE workspace = ?"_s + notHeld(u"audit.person"_s)}};
    const auto question = questions.constFind(name);
    if (question == questions.constEnd())
        return first;
    QVariantList values{place};
    if (name != u"usage") // Totals name nobody.
        values.append(m_workspace.now());
    const Result<QVariant> found = m_db.value(*question, values);
    if (!found)
        return std::unexpected(found.error());
    if (found->isValid() && !found->isNull())
        first = found->toLongLong();
    return first;
}

Result<std::optional<Millis>> Retention::next()
{
    const Result<WorkspaceRules> rules = PrivacyDesk(m_workspace).rules();
    if (!rules)
        return std::unexpected(rules.error());
    std::optional<Millis> soonest;
    for (const QString &name : {u"message"_s, u"file"_s, u"task"_s, u"event"_s, u"request"_s, u"usage"_s,
                                u"session"_s, u"access"_s}) {
        if (daysOf(*rules, name) == 0)
            continue;
        const Result<std::optional<Millis>> since = oldest(name);
        if (!since)
            return since;
        if (!*since)
            continue;
        const Millis end = *endOf(*rules, name, **since);
        soonest = soonest ? std::min(*soonest, end) : end;
    }
    return soonest;
}

} // namespace ChatOps::Server
