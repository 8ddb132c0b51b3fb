// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/world.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {

Link::Link(World &world, SimClient &client)
    : m_world(world)
    , m_client(client)
    , m_clientLife(client.life())
{
}

Link::~Link() = default;

void Link::accept(const std::shared_ptr<Link> &self)
{
    m_self = self;
    m_session = std::make_unique<Server::Session>(*m_world.server->hub(), *this);
    m_world.links.push_back(self);
}

void Link::send(const QByteArray &frame)
{
    if (m_severed || m_world.disk.isDead(m_world.server->node()))
        return; // Bytes of a process that is no more.
    m_unsent += frame.size();
    if (m_halfOpen)
        return;
    // Only frames whose loss the protocol must notice by itself: others cannot be
    // lost alone, because a WebSocket keeps the order and ends when it cannot.
    bool guarded = false;
    if (loseFrames > 0 || repeatFrames > 0) {
        const Result<AnyFrame> decoded = decode(frame, {4 * MaxFrameDown, 16});
        const auto *delta = decoded ? std::get_if<Delta>(&*decoded) : nullptr;
        guarded = (delta && delta->from < delta->to)
            || (decoded && std::holds_alternative<Frame::Verdicts>(*decoded));
    }
    if (guarded && loseFrames > 0) {
        --loseFrames;
        m_unsent -= frame.size();
        return;
    }
    const int times = guarded && repeatFrames > 0 ? (--repeatFrames, 2) : 1;
    m_downFree = std::max(m_downFree, m_world.clock.elapsed() + m_world.between(1, 60));
    for (int i = 0; i < times; ++i) {
        m_world.at(m_downFree - m_world.clock.elapsed(), [link = m_self.lock(), frame, i] {
            if (i == 0)
                link->m_unsent -= frame.size();
            if (!link->m_severed && !link->m_halfOpen && link->m_client.link == link
                && link->m_client.life() == link->m_clientLife)
                link->m_client.happen(Happened::FrameArrived{frame});
        });
    }
}

void Link::close(int, const QString &)
{
    // What was sent before still arrives.
    m_world.at(std::max<qint64>(0, m_downFree - m_world.clock.elapsed()), [link = m_self.lock()] {
        link->endSession();
        if (!link->m_severed && !link->m_halfOpen && link->m_client.link == link
            && link->m_client.life() == link->m_clientLife) {
            link->m_severed = true;
            link->m_client.link.reset();
            link->m_client.happen(Happened::SocketClosed{});
        }
    });
}

void Link::fromClient(const QByteArray &frame)
{
    if (m_severed || m_halfOpen)
        return;
    m_upFree = std::max(m_upFree, m_world.clock.elapsed() + m_world.between(1, 60));
    m_world.at(m_upFree - m_world.clock.elapsed(), [link = m_self.lock(), frame] {
        if (!link->m_severed && !link->m_halfOpen && link->m_session)
            link->m_session->receive(frame);
    });
}

void Link::closedByClient()
{
    if (m_halfOpen)
        return; // The server is not told; it finds out by itself.
    m_upFree = std::max(m_upFree, m_world.clock.elapsed() + m_world.between(1, 60));
    m_world.at(m_upFree - m_world.clock.elapsed(), [link = m_self.lock()] {
        if (link)
            link->endSession();
    });
}

void Link::cut(bool halfOpen)
{
    if (halfOpen) {
        m_halfOpen = true;
        return;
    }
    m_severed = true;
    const auto self = m_self.lock();
    m_world.at(m_world.between(0, 200), [self] {
        if (self)
            self->endSession();
    });
    m_world.at(m_world.between(0, 200), [self] {
        if (self && self->m_client.link == self && self->m_client.life() == self->m_clientLife) {
            self->m_client.link.reset();
            self->m_client.happen(Happened::SocketClosed{{ErrorCode::Offline, u"cut"_s, {}}});
        }
    });
}

void Link::endSession()
{
    m_session.reset();
}

void Link::tick(qint64 monotonic) const
{
    if (m_session)
        m_session->tick(monotonic);
}

} // namespace ChatOps::Testing
