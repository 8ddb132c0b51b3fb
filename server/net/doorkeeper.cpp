// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/doorkeeper.h"

namespace ChatOps::Server {

namespace {

/// Leaves with its socket. QWebSocket cuts every connection of signals from the socket it takes over,
/// `destroyed` too; a child goes with its parent nevertheless.
class Ticket : public QObject {
public:
    Ticket(Doorkeeper &door, QTcpSocket *socket)
        : QObject(socket)
        , m_door(door)
        , m_socket(socket)
    {
    }
    ~Ticket() override { m_door.leave(m_socket); }
    Q_DISABLE_COPY_MOVE(Ticket)

private:
    Doorkeeper &m_door;
    QTcpSocket *m_socket; ///< A key only: it is half destroyed when this ends.
};

} // namespace

QString countedAddress(const QHostAddress &address)
{
    bool four = false;
    const quint32 plain = address.toIPv4Address(&four);
    if (four)
        return QHostAddress(plain).toString();
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address.toString();
    Q_IPV6ADDR bytes = address.toIPv6Address();
    for (int i = 8; i < 16; ++i)
        bytes[i] = 0;
    return QHostAddress(bytes).toString() + QStringLiteral("/64");
}

bool Doorkeeper::enter(QTcpSocket *socket, bool direct)
{
    const QString address =
        direct && !socket->peerAddress().isLoopback() ? countedAddress(socket->peerAddress()) : QString();
    if (!address.isEmpty() && m_waitingFrom.value(address) >= m_limits[Ceiling::WaitingPerAddress])
        sendAway(longestWaiting(address));
    if (m_waiting >= m_limits[Ceiling::WaitingConnections] || m_all.size() >= m_limits[Ceiling::Connections])
        sendAway(longestWaiting({}));
    if (m_all.size() >= m_limits[Ceiling::Connections]) {
        ++m_turnedAway; // All of them are people who have signed in.
        return false;
    }
    const std::pair peer{socket->peerAddress(), socket->peerPort()};
    m_all.insert(socket, {address, peer, m_clock.monotonic(), false});
    m_byPeer.insert(peer, socket);
    new Ticket(*this, socket);
    ++m_waiting;
    if (!address.isEmpty())
        ++m_waitingFrom[address];
    return true;
}

void Doorkeeper::leave(QTcpSocket *socket)
{
    known(socket);
    const auto found = m_all.constFind(socket);
    if (found == m_all.cend())
        return;
    // The port may belong to a newer connection by now.
    if (m_byPeer.value(found->peer) == socket)
        m_byPeer.remove(found->peer);
    m_all.erase(found);
}

void Doorkeeper::heard(QTcpSocket *socket)
{
    if (const auto found = m_all.find(socket); found != m_all.end())
        found->since = m_clock.monotonic();
}

void Doorkeeper::known(QTcpSocket *socket)
{
    const auto found = m_all.find(socket);
    if (found == m_all.end() || found->known)
        return;
    found->known = true;
    --m_waiting;
    if (found->address.isEmpty())
        return;
    if (--m_waitingFrom[found->address] <= 0)
        m_waitingFrom.remove(found->address);
}

int Doorkeeper::makeRoom(int count)
{
    int gone = 0;
    for (; gone < count; ++gone) {
        QTcpSocket *longest = longestWaiting({});
        if (!longest)
            break;
        sendAway(longest);
    }
    return gone;
}

QTcpSocket *Doorkeeper::find(const QHostAddress &address, quint16 port) const
{
    return m_byPeer.value({address, port});
}

QTcpSocket *Doorkeeper::longestWaiting(const QString &address) const
{
    QTcpSocket *longest = nullptr;
    qint64 since = 0;
    for (auto it = m_all.cbegin(); it != m_all.cend(); ++it) {
        if (it->known || (!address.isEmpty() && it->address != address))
            continue;
        if (!longest || it->since < since) {
            longest = it.key();
            since = it->since;
        }
    }
    return longest;
}

void Doorkeeper::sendAway(QTcpSocket *socket)
{
    if (!socket)
        return;
    ++m_gaveWay;
    leave(socket);
    socket->abort();
}

} // namespace ChatOps::Server
