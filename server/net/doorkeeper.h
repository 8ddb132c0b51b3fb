// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "server/hub/limits.h"

#include <QHash>
#include <QHostAddress>
#include <QTcpSocket>

#include <functional>

namespace ChatOps::Server {

/// The address by which attempts and connections are counted: of IPv6 the /64, because whoever has one
/// address of it has all (RFC 6177), of others themselves.
[[nodiscard]] QString countedAddress(const QHostAddress &address);

/// Who is in. A connection of which nobody has signed in yet is only waiting: there are so many of them
/// altogether and from one address, and when one more comes, the one that has waited longest gives way.
/// What it has sent does not count, only a whole request: a byte a second keeps no place.
class Doorkeeper {
public:
    Doorkeeper(const Limits &limits, const Clock &clock)
        : m_limits(limits)
        , m_clock(clock)
    {
    }

    /// False when nobody can give way: the socket is to be closed. `direct`: not through a proxy, so that
    /// its address says whose it is. Whoever is in leaves when the socket is destroyed; the doorkeeper has to
    /// outlive it.
    [[nodiscard]] bool enter(QTcpSocket *socket, bool direct);
    void leave(QTcpSocket *socket);
    /// A whole request came.
    void heard(QTcpSocket *socket);
    /// Somebody has signed in over it.
    void known(QTcpSocket *socket);
    /// Lets the longest waiting go, as when the system gives out no more descriptors. How many went.
    int makeRoom(int count);

    /// The connection with this peer, if it is still there.
    [[nodiscard]] QTcpSocket *find(const QHostAddress &address, quint16 port) const;
    [[nodiscard]] qsizetype total() const { return m_all.size(); }
    [[nodiscard]] qsizetype waiting() const { return m_waiting; }
    [[nodiscard]] qint64 turnedAway() const { return m_turnedAway; }
    [[nodiscard]] qint64 gaveWay() const { return m_gaveWay; }

private:
    struct Entry {
        QString address; ///< Empty: not counted by address.
        std::pair<QHostAddress, quint16> peer;
        qint64 since = 0;
        bool known = false;
    };
    /// The one that has waited longest; of one address, when one is given.
    [[nodiscard]] QTcpSocket *longestWaiting(const QString &address) const;
    void sendAway(QTcpSocket *socket);

    const Limits &m_limits;
    const Clock &m_clock;
    QHash<QTcpSocket *, Entry> m_all;
    QHash<std::pair<QHostAddress, quint16>, QTcpSocket *> m_byPeer;
    QHash<QString, int> m_waitingFrom;
    qsizetype m_waiting = 0;
    qint64 m_turnedAway = 0;
    qint64 m_gaveWay = 0;
};

} // namespace ChatOps::Server
