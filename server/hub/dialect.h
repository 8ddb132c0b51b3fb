// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ChatOps::Server {

// The few places where databases differ stand here. Every other statement of
// the server runs unchanged on SQLite and PostgreSQL.

/// Replaces the type words of a schema statement: {blob}, {text}, {integer}.
[[nodiscard]] QString embeddedSchema(QString statement);
/// A number that changes when another process committed to the database.
[[nodiscard]] QString dataVersionStatement();
/// Copies the open database into a new file at the bound path, keeping its key.
[[nodiscard]] QString backupStatement();

} // namespace ChatOps::Server
