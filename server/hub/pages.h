// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/frames.h"
#include "server/hub/accounts.h"

namespace ChatOps::Server {

inline constexpr int MostOfPage = 500;

/// Up to `limit` (1 to MostOfPage) messages of a channel at or before the
/// sequence number `before` (from 1). NotFound for a channel the session's
/// person is not in, as for one that does not exist.
[[nodiscard]] Result<HistoryPage> historyPage(Connection &db, const SessionRow &session, ChannelId channel,
                                              qint64 before, int limit);
/// A thread with its root. NotFound as above.
[[nodiscard]] Result<HistoryPage> threadPage(Connection &db, const SessionRow &session, MessageId root);

} // namespace ChatOps::Server
