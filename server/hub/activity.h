// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/workspace.h"

namespace ChatOps::Server {

/// One thing the server has recorded that a person did.
struct Activity {
    Millis at = 0; ///< Of changes: by the clock of the device, from the id of the operation.
    QString what; ///< "signed in", "export", or the kind of entity that was changed.
    QString detail; ///< "put" or "delete" of changes, else the name of the device or the scope.
};

/// What is recorded of the person's own doings, newest first, at most `most`. Nothing is
/// recorded for this: it is read out of sessions, exports and the log of changes, and ends
/// where they do.
[[nodiscard]] Result<QList<Activity>> activityOf(Connection &db, WorkspaceId workspace, PersonId person,
                                                 int most);

} // namespace ChatOps::Server
