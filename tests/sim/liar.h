// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/hub.h"

namespace ChatOps::Testing {

class World;

/// A device whose person has an account and whose `hello` is made up: a cursor, an epoch, a schema and
/// memberships of anybody with any number. It stays connected and changes nothing. Whatever it is sent
/// is held against the server's own rows at that moment; the first thing it must not see fails the world.
class Liar final : public Server::Outlet {
public:
    Liar(World &world, PersonId person);
    ~Liar() override;

    void send(const QByteArray &frame) override;
    [[nodiscard]] qint64 unsent() const override { return 0; }
    void close(int code, const QString &reason) override;
    [[nodiscard]] bool isOver() const { return m_over; }

private:
    [[nodiscard]] Frame::Hello madeUpHello();
    [[nodiscard]] bool mayHear(ChannelId channel) const;
    void check(const Change &change);
    void checkChannel(ChannelId channel, QLatin1StringView what);

    World &m_world;
    PersonId m_person;
    std::unique_ptr<Server::Session> m_session;
    bool m_over = false;
};

} // namespace ChatOps::Testing
