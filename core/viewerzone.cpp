// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/viewerzone.h"

#include <QMutex>

#include <optional>

namespace ChatOps {
namespace {

struct Chosen {
    QMutex mutex;
    QTimeZone zone; ///< Not valid: the system's.
};

Chosen &chosen()
{
    static Chosen one;
    return one;
}

std::optional<QTimeZone> chosenZone()
{
    const QMutexLocker lock(&chosen().mutex);
    return chosen().zone.isValid() ? std::optional(chosen().zone) : std::nullopt;
}

} // namespace

QTimeZone viewerZone()
{
    const std::optional<QTimeZone> zone = chosenZone();
    return zone ? *zone : QTimeZone::systemTimeZone();
}

void setViewerZone(const QByteArray &zone)
{
    const QTimeZone wanted = zone.isEmpty() ? QTimeZone() : QTimeZone(zone);
    const QMutexLocker lock(&chosen().mutex);
    chosen().zone = wanted;
}

QDateTime inViewerZone(Millis at)
{
    const std::optional<QTimeZone> zone = chosenZone();
    // The system's own without asking for it: that reads a file.
    return zone ? QDateTime::fromMSecsSinceEpoch(at, *zone) : QDateTime::fromMSecsSinceEpoch(at);
}

QDateTime viewerNow()
{
    return inViewerZone(QDateTime::currentMSecsSinceEpoch());
}

QDate viewerToday()
{
    return viewerNow().date();
}

QDateTime viewerWall(Millis at)
{
    const QDateTime shown = inViewerZone(at);
    return {shown.date(), shown.time(), Qt::UTC};
}

Millis fromViewerWall(const QDateTime &wall)
{
    return instantOfWall(wall, viewerZone());
}

Millis instantOfWall(const QDateTime &wall, const QTimeZone &zone)
{
    if (!wall.isValid())
        return 0;
    // As if the wall were in UTC; the true instant is within a day of it.
    const Millis plain = QDateTime(wall.date(), wall.time(), Qt::UTC).toMSecsSinceEpoch();
    const auto offsetAt = [&zone](Millis at) {
        return Millis(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC))) * 1'000;
    };
    const Millis before = plain - offsetAt(plain - DayMillis);
    const Millis after = plain - offsetAt(plain + DayMillis);
    const auto shows = [&](Millis at) { return at + offsetAt(at) == plain; };
    return shows(before) || !shows(after) ? before : after;
}

bool comesOnWall(const QDateTime &wall, const QTimeZone &zone)
{
    const Millis at = instantOfWall(wall, zone);
    const QDateTime shown = QDateTime::fromMSecsSinceEpoch(at, zone);
    return shown.date() == wall.date() && shown.time() == wall.time();
}

int minutesIntoPage(Millis at, const QDate &day)
{
    const QDateTime wall = viewerWall(at);
    if (wall.date() != day)
        return wall.date() < day ? 0 : 24 * 60;
    return wall.time().msecsSinceStartOfDay() / 60'000;
}

Millis viewerMidnight(const QDate &day)
{
    return day.startOfDay(viewerZone()).toMSecsSinceEpoch();
}

} // namespace ChatOps
