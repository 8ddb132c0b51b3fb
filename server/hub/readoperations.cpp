// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonguard.h"
#include "server/hub/executor.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

Executor::Handled Executor::readMark(const Operation &operation)
{
    JsonReader reader(operation.data);
    const ChannelId channel(operation.target);
    const qint64 seq = reader.integer("seq"_L1);
    if (!reader.ok())
        return refused("invalid", "This is not a read marker.");
    const Result<Facts> facts = factsFor(channel);
    const Result<std::optional<Channel>> found = ownChannel(channel);
    if (!facts || !found)
        return std::unexpected(facts ? found.error() : facts.error());
    if (!*found || !permits(operation, *facts))
        return notFound();
    return finish(
        m_workspace.markRead(m_actor.person, channel, std::min(seq, (*found)->lastSeq), operation.id));
}

} // namespace ChatOps::Server
