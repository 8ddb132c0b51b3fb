// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QHash>
#include <QString>

namespace ChatOps::Server {

/// Slows down guessing: after five failures for one name or one address within
/// a quarter of an hour, each further try waits twice as long, at most 15
/// minutes. Memory is bounded; a success clears the name and takes its try back
/// from the address.
class AttemptLimiter {
public:
    explicit AttemptLimiter(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// Milliseconds until the next try is heard; 0: now.
    /// An empty name counts for the address only.
    [[nodiscard]] qint64 wait(const QString &name, const QString &address);
    void failed(const QString &name, const QString &address);
    void succeeded(const QString &name, const QString &address);

private:
    struct Record {
        int failures = 0;
        qint64 last = 0;
    };
    [[nodiscard]] qint64 waitFor(const QString &key, int allowed) const;
    void note(const QString &key);

    const Clock &m_clock;
    QHash<QString, Record> m_records;
};

} // namespace ChatOps::Server
