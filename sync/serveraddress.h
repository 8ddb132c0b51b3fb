// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QUrl>

namespace ChatOps {

/// A server's base address from what a person typed: "chat.example.org",
/// "https://chat.example.org:8443", "localhost:8420". TLS unless the host is
/// this computer; anything else is refused with a sentence that says why.
[[nodiscard]] Result<QUrl> parseServerAddress(const QString &typed);

[[nodiscard]] bool isLoopbackHost(const QString &host);
/// The address of the WebSocket on the same server.
[[nodiscard]] QUrl socketAddress(const QUrl &base);

} // namespace ChatOps
