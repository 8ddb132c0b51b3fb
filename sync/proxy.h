// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QNetworkProxy>
#include <QNetworkReply>

namespace ChatOps {

/// The proxy the system's settings name for a server, for HTTP and WebSocket
/// alike; none for this computer itself. May wait while the system looks an
/// automatic configuration up: not for the GUI thread.
[[nodiscard]] QNetworkProxy systemProxy(const QUrl &server);
/// The same, asked on a thread of the pool.
[[nodiscard]] Reply<QNetworkProxy> findSystemProxy(const QUrl &server);

/// The sentence for a connection that failed at the proxy; nothing when the
/// proxy is not to blame. For connections through a proxy, before the server
/// has answered.
[[nodiscard]] std::optional<Error> proxyError(QAbstractSocket::SocketError error);
[[nodiscard]] std::optional<Error> proxyError(QNetworkReply::NetworkError error);

} // namespace ChatOps
