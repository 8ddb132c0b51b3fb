// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ChatOps {

/// Where the time comes from, so that a test or simulation can own it.
class Clock {
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /// Wall clock, milliseconds since 1970-01-01 UTC. May jump.
    [[nodiscard]] virtual qint64 now() const = 0;
    /// Never goes back; milliseconds from an arbitrary start.
    [[nodiscard]] virtual qint64 monotonic() const = 0;
};

/// The machine's own clock. Thread-safe.
class SystemClock final : public Clock {
public:
    [[nodiscard]] qint64 now() const override;
    [[nodiscard]] qint64 monotonic() const override;
};

} // namespace ChatOps
