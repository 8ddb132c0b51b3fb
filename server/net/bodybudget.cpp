// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/bodybudget.h"

namespace ChatOps::Server {

bool BodyBudget::take(const QString &owner, qint64 bytes, qint64 whole)
{
    const bool small = whole <= Small;
    const qint64 most =
        m_limits[Ceiling::UploadMemory] - (small ? 0 : m_limits[Ceiling::UploadMemoryReserve]);
    if (m_used + bytes > most
        || (!small && m_byOwner.value(owner) + bytes > m_limits[Ceiling::UploadMemoryPerOwner]))
        return false;
    m_used += bytes;
    m_byOwner[owner] += bytes;
    return true;
}

void BodyBudget::giveBack(const QString &owner, qint64 bytes)
{
    m_used -= bytes;
    const auto own = m_byOwner.find(owner);
    if (own == m_byOwner.end())
        return;
    *own -= bytes;
    if (*own <= 0)
        m_byOwner.erase(own);
}

} // namespace ChatOps::Server
