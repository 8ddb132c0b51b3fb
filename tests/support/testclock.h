// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

namespace ChatOps::Testing {

/// Stands still until the test moves it.
class TestClock final : public Clock {
public:
    explicit TestClock(qint64 begin = 1'767'225'600'000) // 2026-01-01T00:00:00Z.
        : at(begin)
    {
    }
    qint64 at; ///< Milliseconds since 1970 UTC.
    [[nodiscard]] qint64 now() const override { return at; }
    [[nodiscard]] qint64 monotonic() const override { return at; }
};

} // namespace ChatOps::Testing
