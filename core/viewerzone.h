// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities.h"

#include <QTimeZone>

namespace ChatOps {

// The time zone in which events are shown to the person: the one of their profile, or the
// system's. One in a process, that of the account whose window is open. Thread-safe.

[[nodiscard]] QTimeZone viewerZone();
/// By its IANA name; what is empty or not known means the system's.
void setViewerZone(const QByteArray &zone);

[[nodiscard]] QDateTime inViewerZone(Millis at);
[[nodiscard]] QDateTime viewerNow();
[[nodiscard]] QDate viewerToday();
/// The first instant of a day.
[[nodiscard]] Millis viewerMidnight(const QDate &day);

// Wall time and elapsed time are two things: a day may have 23 or 25 hours, an hour of the wall may
// come twice or not at all. A wall time is a QDateTime in UTC whose zone means nothing.

/// What the clock on the viewer's wall shows at an instant.
[[nodiscard]] QDateTime viewerWall(Millis at);
/// The instant at which the viewer's wall shows this.
[[nodiscard]] Millis fromViewerWall(const QDateTime &wall);
/// The instant at which a wall in `zone` shows this, after RFC 5545 section 3.3.5: of an hour that comes
/// twice the first, of one that does not come the one that the offset before it gives.
[[nodiscard]] Millis instantOfWall(const QDateTime &wall, const QTimeZone &zone);
/// Does a wall in `zone` ever show this? Not in the hour that a change of the clocks leaves out.
[[nodiscard]] bool comesOnWall(const QDateTime &wall, const QTimeZone &zone);
/// Minutes from the first line of a day's page to where the wall's clock stands at an instant: 0 for
/// everything before the day, 1 440 for everything behind it.
[[nodiscard]] int minutesIntoPage(Millis at, const QDate &day);

} // namespace ChatOps
