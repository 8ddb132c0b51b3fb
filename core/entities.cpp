// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entities.h"

#include "core/viewerzone.h"

#include <QTimeZone>

namespace ChatOps {
namespace {

Millis instant(const QDateTime &wall, const QByteArray &zone, bool allDay)
{
    if (!wall.isValid())
        return 0;
    if (allDay)
        return viewerMidnight(wall.date());
    const QTimeZone timeZone(zone);
    return QDateTime(wall.date(), wall.time(), timeZone.isValid() ? timeZone : QTimeZone::utc())
        .toMSecsSinceEpoch();
}

} // namespace

Millis Event::startsAt() const
{
    return instant(start, zone, allDay);
}

Millis Event::endsAt() const
{
    return instant(end, zone, allDay);
}

} // namespace ChatOps
