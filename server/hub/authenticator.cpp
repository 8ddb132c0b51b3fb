// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/authenticator.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr qint64 window = 15 * 60 * 1000;
constexpr int allowedPerPair = 5;
constexpr int allowedPerAddress = 50; // An office shares one.
constexpr int allowedPerName = 100; // From everywhere together.
constexpr qint64 longestForName = 10'000; ///< The person themselves must get in, too.
constexpr qsizetype maxRecords = 60'000;

QString pairKey(const QString &name, const QString &address)
{
    return u"p:"_s + address + u' ' + name;
}
QString addressKey(const QString &address)
{
    return u"a:"_s + address;
}
QString nameKey(const QString &name)
{
    return u"n:"_s + name;
}

} // namespace

qint64 AttemptLimiter::waitFor(const QString &key, int allowed, qint64 longest) const
{
    const auto it = m_records.find(key);
    if (it == m_records.end() || it->failures < allowed)
        return 0;
    const int doublings = std::min(it->failures - allowed, 10);
    const qint64 pause = std::min(longest, qint64(1000) << doublings);
    return std::max<qint64>(0, it->last + pause - m_clock.monotonic());
}

qint64 AttemptLimiter::wait(const QString &name, const QString &address, bool known)
{
    qint64 longest = 0;
    // Whoever shares an address with somebody who guesses gets in with a device they have used before.
    if (!known)
        longest = waitFor(addressKey(address), allowedPerAddress, window);
    if (name.isEmpty())
        return longest;
    if (!known) {
        longest = std::max(longest, waitFor(pairKey(name, address), allowedPerPair, window));
        longest = std::max(longest, waitFor(nameKey(name), allowedPerName, longestForName));
    } else {
        // A copied device id must not be a way to guess without end.
        longest = waitFor(pairKey(name, address), 4 * allowedPerPair, window);
    }
    return longest;
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

void AttemptLimiter::forgive(const QString &key)
{
    const auto it = m_records.find(key);
    if (it != m_records.end() && --it->failures <= 0)
        m_records.erase(it);
}

void AttemptLimiter::failed(const QString &name, const QString &address)
{
    if (!name.isEmpty()) {
        note(pairKey(name, address));
        note(nameKey(name));
    }
    note(addressKey(address));
}

void AttemptLimiter::succeeded(const QString &name, const QString &address)
{
    m_records.remove(pairKey(name, address));
    forgive(nameKey(name));
    forgive(addressKey(address));
}

} // namespace ChatOps::Server
