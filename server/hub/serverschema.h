// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/driver/connection.h"

namespace ChatOps::Server {

/// Lifts the server's database to the newest rung. TooNew on a database of a
/// newer server.
[[nodiscard]] Result<void> migrateServer(Connection &connection);

} // namespace ChatOps::Server
