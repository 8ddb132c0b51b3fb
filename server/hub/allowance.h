// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace ChatOps::Server {

/// A token bucket: so much at once, and so much a second from then on.
class Allowance {
public:
    /// `now` in milliseconds of a clock that never goes back, as in `spend`.
    Allowance(double burst, double perSecond, qint64 now)
        : m_burst(burst)
        , m_perSecond(perSecond)
        , m_left(burst)
        , m_at(now)
    {
    }

    /// Takes `amount`, or nothing and false when there is less.
    [[nodiscard]] bool spend(double amount, qint64 now)
    {
        m_left = std::min(m_burst, m_left + double(now - m_at) / 1000.0 * m_perSecond);
        m_at = now;
        if (m_left < amount)
            return false;
        m_left -= amount;
        return true;
    }

private:
    double m_burst;
    double m_perSecond;
    double m_left;
    qint64 m_at;
};

} // namespace ChatOps::Server
