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
[[nodiscard]] QDate viewerToday();
/// The first instant of a day.
[[nodiscard]] Millis viewerMidnight(const QDate &day);

} // namespace ChatOps
