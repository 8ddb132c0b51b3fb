// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace ChatOps::Testing {

/// One WebSocket frame byte by byte (RFC 6455 section 5.2), right or wrong.
struct WebSocketFrame {
    int opcode = 1; ///< 0 continues, 1 is text, 2 binary, 8 to 10 control.
    bool last = true;
    bool compressed = false; ///< The bit permessage-deflate uses.
    bool masked = false; ///< As clients have to and servers must not.
    QByteArray payload;

    [[nodiscard]] QByteArray bytes() const;
};

/// Takes the first whole frame from `buffer`, unmasked; nothing when it is not there yet.
[[nodiscard]] std::optional<WebSocketFrame> takeFrame(QByteArray &buffer);

/// What the server answers to a client's key: section 4.2.2.
[[nodiscard]] QByteArray webSocketProof(const QByteArray &key);

} // namespace ChatOps::Testing
