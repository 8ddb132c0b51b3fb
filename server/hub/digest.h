// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/workspace.h"

namespace ChatOps::Server {

/// Puts a summary into the mail of everybody who chose it and for whom one is due: how many
/// messages they have not read, by channel, without content. Daily, or weekly by the synced
/// preference "digest". Muted channels are left out; who has read everything gets none.
/// Within the caller's transaction. The number of mails.
[[nodiscard]] Result<int> queueDigests(Workspace &workspace);

} // namespace ChatOps::Server
