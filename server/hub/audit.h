// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/workspace.h"

namespace ChatOps::Server {

/// Writes down that somebody other than the person dealt with their data; the person sees
/// it in the privacy centre. `actor`: "command line", or "@handle" of a privacy contact.
/// `detail` carries no content. Within the caller's transaction.
[[nodiscard]] Result<void> noteAccess(Workspace &workspace, PersonId person, const QString &actor,
                                      const QString &action, const QString &detail = {});

struct AuditEntry {
    Millis at = 0;
    QString actor;
    QString action;
    QString detail;
};
/// Newest first.
[[nodiscard]] Result<QList<AuditEntry>> accessesTo(Connection &db, WorkspaceId workspace, PersonId person,
                                                   int most);

/// That a person's data has to stay for now, whatever they ask (for instance for a claim
/// in court). Ends by itself at `until`; 0: when it is released.
struct LegalHold {
    QUuid id;
    QString reason;
    bool told = true; ///< May the person be told the reason?
    Millis created = 0;
    Millis until = 0;
};
[[nodiscard]] Result<std::optional<LegalHold>> activeHold(Connection &db, PersonId person, Millis now);
[[nodiscard]] Result<void> placeHold(Workspace &workspace, PersonId person, const LegalHold &hold);
/// Ends every hold on the person; how many there were.
[[nodiscard]] Result<int> releaseHolds(Workspace &workspace, PersonId person);

} // namespace ChatOps::Server
