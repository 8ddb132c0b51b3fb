// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/networkledger.h"

#include <QDateTime>

namespace ChatOps {

NetworkLedger::NetworkLedger(QObject *parent)
    : QObject(parent)
{
}

void NetworkLedger::exchanged(const QString &host, const QString &purpose, qint64 sent, qint64 received)
{
    bool fresh = false;
    {
        const QMutexLocker lock(&m_mutex);
        const Millis now = QDateTime::currentMSecsSinceEpoch();
        auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
            return entry.host == host && entry.purpose == purpose;
        });
        fresh = it == m_entries.end();
        if (fresh) {
            m_entries.append({host, purpose, now, now, 0, 0});
            it = m_entries.end() - 1;
        }
        it->last = now;
        it->sent += sent;
        it->received += received;
    }
    if (fresh)
        Q_EMIT grew();
}

QList<NetworkLedger::Entry> NetworkLedger::entries() const
{
    const QMutexLocker lock(&m_mutex);
    QList<Entry> result = m_entries;
    std::sort(result.begin(), result.end(), [](const Entry &a, const Entry &b) { return a.last > b.last; });
    return result;
}

} // namespace ChatOps
