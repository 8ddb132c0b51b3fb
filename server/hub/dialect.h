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

/// Takes what the write-ahead log holds into the database and leaves the log empty.
[[nodiscard]] QString emptyLogStatement();
/// Takes as much of it into the database as goes without waiting for anybody.
[[nodiscard]] QString checkpointStatement();
/// Makes this connection do so by itself only when the log has grown to some thirty megabytes.
[[nodiscard]] QString rareCheckpointStatement();
/// Lets this connection keep sixteen megabytes of pages: those of a lively hour, so that they are
/// not read and decrypted again with every transaction.
[[nodiscard]] QString roomyCacheStatement();
/// Makes the file of the log shrink when it begins anew.
[[nodiscard]] QString shortLogStatement();

} // namespace ChatOps::Server
