// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/audit.h"

#include "server/hub/securitylog.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

Result<void> noteAccess(Workspace &workspace, PersonId person, const QString &actor, const QString &action,
                        const QString &detail)
{
    CHATOPS_TRY(workspace.db().run(
        u"INSERT INTO audit (id, workspace, at, person, actor, action, detail) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {makeUuidV7().toRfc4122(), workspace.id().toBytes(), workspace.now(), person.toBytes(), actor, action,
         detail}));
    return appendSecurity(workspace,
                          {u"admin."_s + QString(action).replace(u' ', u'_'), {}, person, {}, detail}, actor);
}

Result<QList<AuditEntry>> accessesTo(Connection &db, WorkspaceId workspace, PersonId person, int most)
{
    QList<AuditEntry> entries;
    CHATOPS_TRY(db.rows(
        u"SELECT at, actor, action, detail FROM audit WHERE workspace = ? AND person = ? ORDER BY at DESC, id DESC LIMIT ?"_s,
        {workspace.toBytes(), person.toBytes(), most}, [&entries](const SqlRow &row) {
            entries.append({row.integer(0), row.text(1), row.text(2), row.text(3)});
            return true;
        }));
    return entries;
}

Result<std::optional<LegalHold>> activeHold(Connection &db, PersonId person, Millis now)
{
    std::optional<LegalHold> hold;
    CHATOPS_TRY(db.rows(
        u"SELECT id, reason, told, created, until FROM legal_hold WHERE person = ? AND (until = 0 OR until > ?)"
        " ORDER BY until = 0 DESC, until DESC LIMIT 1"_s,
        {person.toBytes(), now}, [&hold](const SqlRow &row) {
            hold = LegalHold{QUuid::fromRfc4122(row.bytes(0)), row.text(1), row.flag(2), row.integer(3),
                             row.integer(4)};
            return false;
        }));
    return hold;
}

Result<void> placeHold(Workspace &workspace, PersonId person, const LegalHold &hold)
{
    CHATOPS_TRY(workspace.db().run(
        u"INSERT INTO legal_hold (id, workspace, person, reason, told, created, until) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {QUuid::createUuid().toRfc4122(), workspace.id().toBytes(), person.toBytes(), hold.reason,
         hold.told ? 1 : 0, workspace.now(), hold.until}));
    return {};
}

Result<int> releaseHolds(Workspace &workspace, PersonId person)
{
    return workspace.db().run(u"DELETE FROM legal_hold WHERE person = ?"_s, {person.toBytes()});
}

} // namespace ChatOps::Server
