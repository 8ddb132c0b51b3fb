// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/hub.h"

namespace ChatOps::Testing {

/// A hub of its own in this folder. Without a wait for the disk at each of thousands of posts: no test of
/// it ends in a power cut.
inline std::unique_ptr<Server::Hub> openHub(const QString &path, const Clock &clock)
{
    const auto folder = Server::DataFolder::open(path);
    auto db = folder->connect();
    auto hub = std::make_unique<Server::Hub>(*folder, std::move(*db), clock);
    if (!hub->db().run(QStringLiteral("PRAGMA synchronous = OFF")))
        qFatal("the hub's database cannot be set up");
    return hub;
}

} // namespace ChatOps::Testing
