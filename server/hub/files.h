// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/accounts.h"

namespace ChatOps::Server {

/// How long bytes nobody has attached to a message are kept, in milliseconds.
inline constexpr qint64 UnattachedKept = DayMillis;

/// Keeps the bytes (at least one) of a file until a message of the session's person names
/// it. The same id again only begins the time it is kept anew; Forbidden when it is
/// another person's.
[[nodiscard]] Result<void> storeFile(Connection &db, const SessionRow &session, FileId id,
                                     const QByteArray &bytes, qint64 now);
class Hub;
/// May the person of the session send a file of `bytes` more? Throttled, with a sentence that names what
/// is used up, when it would be beyond a limit, or the disk has no room.
[[nodiscard]] Result<void> roomForFile(Hub &hub, const SessionRow &session, qint64 bytes);
/// The bytes, for its owner and for the members of its channel; NotFound for everybody else.
[[nodiscard]] Result<QByteArray> readFile(Connection &db, const SessionRow &session, FileId id);
/// Removes what was sent before `now` - UnattachedKept and never attached; how many.
[[nodiscard]] Result<int> removeUnattachedFiles(Connection &db, qint64 now);

} // namespace ChatOps::Server
