// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/limits.h"

#include <QHash>

namespace ChatOps::Server {

/// Bytes in memory of bodies that are arriving: what has come, not what somebody says will come. There is
/// so much for everybody, so much for one person (or one address where nobody has signed in), and a
/// reserve that only small bodies may use, so that half-sent uploads keep nobody from signing in.
class BodyBudget {
public:
    explicit BodyBudget(const Limits &limits)
        : m_limits(limits)
    {
    }
    /// A body up to this size may use the reserve.
    static constexpr qint64 Small = 128 * 1024;

    /// Takes `bytes` more for `owner`, or nothing and false. `whole`: how large the body will be.
    [[nodiscard]] bool take(const QString &owner, qint64 bytes, qint64 whole);
    void giveBack(const QString &owner, qint64 bytes);
    [[nodiscard]] qint64 used() const { return m_used; }

private:
    const Limits &m_limits;
    QHash<QString, qint64> m_byOwner; ///< Of small bodies, too, which are not refused by it.
    qint64 m_used = 0;
};

} // namespace ChatOps::Server
