// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/driver/connection.h"

namespace ChatOps {

/// One rung: statements that lift a file from version n to n + 1.
using MigrationStep = QStringList;

/// Rungs of the cache (confirmed rows) and of the outbox (the person's own
/// unsent work). A released rung is never edited; a change is a new rung.
[[nodiscard]] const QList<MigrationStep> &cacheLadder();
[[nodiscard]] const QList<MigrationStep> &outboxLadder();

/// Lifts a database to the newest rung, each in a transaction of its own with
/// its number. Fails with TooNew, changing nothing, on a file from a newer
/// program.
[[nodiscard]] Result<void> migrate(Connection &connection, const QList<MigrationStep> &ladder);

/// Number of the newest rung of the cache; told to the server in `hello`.
[[nodiscard]] int cacheSchema();

} // namespace ChatOps
