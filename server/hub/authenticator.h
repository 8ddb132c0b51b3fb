// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QHash>
#include <QString>

namespace ChatOps::Server {

/// Slows down guessing without locking anybody out. After five failures of one address for one name
/// within a quarter of an hour, each further try of that address for that name waits twice as long, at most
/// 15 minutes; after fifty of one address for any name, each of its tries. When very many addresses guess
/// at one name, tries for it wait up to ten seconds, but not those of a device that has signed in as that
/// person before. Memory is bounded; a success clears the pair and takes its try back from the others.
class AttemptLimiter {
public:
    explicit AttemptLimiter(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// Milliseconds until the next try is heard; 0: now. An empty name counts for the address only.
    /// `address`: as it is counted, of IPv6 the /64. `known`: the device has signed in as this person before.
    [[nodiscard]] qint64 wait(const QString &name, const QString &address, bool known = false);
    void failed(const QString &name, const QString &address);
    void succeeded(const QString &name, const QString &address);

private:
    struct Record {
        int failures = 0;
        qint64 last = 0;
    };
    [[nodiscard]] qint64 waitFor(const QString &key, int allowed, qint64 longest) const;
    void note(const QString &key);
    void forgive(const QString &key);

    const Clock &m_clock;
    QHash<QString, Record> m_records;
};

} // namespace ChatOps::Server
