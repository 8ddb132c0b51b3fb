// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/authenticator.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr qint64 window = 15 * 60 * 1000;
constexpr int allowedPerName = 5;
constexpr int allowedPerAddress = 50; // An office shares one.
constexpr qsizetype maxRecords = 20'000;

} // namespace

qint64 AttemptLimiter::waitFor(const QString &key, int allowed) const
{
    const auto it = m_records.find(key);
    if (it == m_records.end() || it->failures < allowed)
        return 0;
    const int doublings = std::min(it->failures - allowed, 10);
    const qint64 pause = std::min(window, qint64(1000) << doublings);
    return std::max<qint64>(0, it->last + pause - m_clock.monotonic());
}

qint64 AttemptLimiter::wait(const QString &name, const QString &address)
{
    return std::max(name.isEmpty() ? 0 : waitFor(u"n:"_s + name, allowedPerName),
                    waitFor(u"a:"_s + address, allowedPerAddress));
}

void AttemptLimiter::note(const QString &key)
{
    const qint64 now = m_clock.monotonic();
    if (m_records.size() >= maxRecords)
        m_records.removeIf([now](const auto &record) { return now - record->last > window; });
    if (m_records.size() >= maxRecords)
        m_records.clear();
    Record &record = m_records[key];
    if (now - record.last > window)
        record.failures = 0;
    ++record.failures;
    record.last = now;
}

void AttemptLimiter::failed(const QString &name, const QString &address)
{
    if (!name.isEmpty())
        note(u"n:"_s + name);
    note(u"a:"_s + address);
}

void AttemptLimiter::succeeded(const QString &name, const QString &address)
{
    m_records.remove(u"n:"_s + name);
    const auto it = m_records.find(u"a:"_s + address);
    if (it != m_records.end() && --it->failures <= 0)
        m_records.erase(it);
}

} // namespace ChatOps::Server
