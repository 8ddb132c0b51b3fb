// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <random>

namespace ChatOps::Testing {

/// A TCP proxy on loopback with the ways in which networks fail. Each new
/// connection draws its fate from a seeded source.
class FaultProxy : public QTcpServer {
    Q_OBJECT
public:
    enum class Fault {
        None,
        Slow, ///< Each piece comes some milliseconds late.
        Sliced, ///< In pieces of 1 to 40 bytes.
        Narrow, ///< At most 2 KB every few milliseconds.
        BlackHole, ///< Taken and never passed on; nobody is told.
        Reset, ///< Both ends are reset after some bytes.
        HalfClose, ///< After some bytes the client's side is closed, the server's is not.
        CutUp, ///< What the client sends stops after some bytes; answers go on.
    };
    explicit FaultProxy(quint64 seed, QObject *parent = nullptr);
    void setTarget(quint16 port) { m_target = port; }
    /// Percent of connections that get a fault.
    void setFaults(int percent) { m_percent = percent; }
    /// Ends every connection now.
    void resetAll();
    [[nodiscard]] int count(Fault fault) const { return m_counts[size_t(fault)]; }

private:
    void pair(QTcpSocket *client);
    void pass(QTcpSocket *from, QTcpSocket *to, Fault fault, qint64 limit, bool up);
    std::mt19937_64 m_random;
    quint16 m_target = 0;
    int m_percent = 0;
    std::array<int, 8> m_counts{};
    QList<QTcpSocket *> m_open;
};

} // namespace ChatOps::Testing
