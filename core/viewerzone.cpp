// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/viewerzone.h"

#include <QMutex>

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

} // namespace

QTimeZone viewerZone()
{
    const QMutexLocker lock(&chosen().mutex);
    return chosen().zone.isValid() ? chosen().zone : QTimeZone::systemTimeZone();
}

void setViewerZone(const QByteArray &zone)
{
    const QTimeZone wanted = zone.isEmpty() ? QTimeZone() : QTimeZone(zone);
    const QMutexLocker lock(&chosen().mutex);
    chosen().zone = wanted;
}

QDateTime inViewerZone(Millis at)
{
    return QDateTime::fromMSecsSinceEpoch(at, viewerZone());
}

QDate viewerToday()
{
    return QDateTime::currentDateTimeUtc().toTimeZone(viewerZone()).date();
}

Millis viewerMidnight(const QDate &day)
{
    return day.startOfDay(viewerZone()).toMSecsSinceEpoch();
}

} // namespace ChatOps
