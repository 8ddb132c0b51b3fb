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
    return instantOfWall(wall, timeZone.isValid() ? timeZone : QTimeZone::utc());
}

} // namespace

Millis Event::startsAt() const
{
    return instant(start, zone, allDay);
}

Millis Event::endsAt() const
{
    // Where the clocks go forward the end may come out before the start: from 02:30, which there is
    // not, to 03:00 is half an hour all the same.
    const Millis begin = startsAt();
    const Millis at = instant(end, zone, allDay);
    return at > begin ? at : begin + std::max<Millis>(0, start.msecsTo(end));
}

} // namespace ChatOps
