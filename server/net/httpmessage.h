// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>

namespace ChatOps::Server {

/// A request's head (RFC 9112), read strictly: anything ambiguous is refused,
/// because two readers that disagree are how requests get smuggled.
struct HttpHead {
    QByteArray method;
    QByteArray path; ///< Decoded, without the query.
    QHash<QByteArray, QByteArray> query;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    qint64 contentLength = 0;
    bool keepAlive = true;

    [[nodiscard]] QByteArray header(const QByteArray &name) const { return headers.value(name); }
    [[nodiscard]] bool isWebSocket() const;
    /// The token of `Authorization: Bearer`, or nothing.
    [[nodiscard]] QString bearer() const;
};

inline constexpr qsizetype MaxHeadBytes = 16 * 1024;
inline constexpr qsizetype MaxHeaders = 64;

struct HttpParse {
    enum class State { Incomplete, Complete, Bad };
    State state = State::Incomplete;
    HttpHead head;
    qsizetype size = 0; ///< Bytes of the head, the empty line included.
};

[[nodiscard]] HttpParse parseHead(QByteArrayView bytes);
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace ChatOps::Server
