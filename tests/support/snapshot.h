// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "tests/support/registry.h"
#include "tests/support/waiting.h"

namespace ChatOps::Testing {

/// A line of a snapshot (docs/protocol.md).
inline QByteArray snapshotLine(EntityKind kind, const QJsonObject &data)
{
    using namespace Qt::Literals::StringLiterals;
    return toJson(QJsonObject{{"t"_L1, nameOf(kind)}, {"data"_L1, data}});
}

/// The line that says which channels are held.
inline QByteArray scopeLine(ChannelId channel)
{
    using namespace Qt::Literals::StringLiterals;
    return toJson(QJsonObject{{"t"_L1, "scope"_L1}, {"channel"_L1, channel.toString()}, {"mid"_L1, 1}});
}

/// Loads a whole snapshot; fails the test when it is refused.
inline void loadSnapshot(Replica &replica, PersonId self, const QList<QByteArray> &lines,
                         const Cursor &cursor)
{
    VERIFY_OK(await(replica.beginSnapshot(self)));
    VERIFY_OK(await(replica.snapshotLines(lines)));
    VERIFY_OK(await(replica.finishSnapshot(cursor)));
}

} // namespace ChatOps::Testing
