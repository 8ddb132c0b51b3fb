// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QNetworkReply>

namespace ChatOps {

/// The error for an answer that is not one of the server's own: a proxy in front of it, a portal of the
/// network, another site. Only the server's own answers end a session or refuse anything for good; what
/// stands in between says something about the way there, which may be another one in a minute.
/// The sentence says what happens on the way, and what whoever runs it has to set.
[[nodiscard]] Error inBetween(const QNetworkReply &reply);
/// Whether an error came from there.
[[nodiscard]] bool isFromInBetween(const Error &error);
/// HTTP reaches the server, the socket does not.
[[nodiscard]] Error socketNotLetThrough();

} // namespace ChatOps
