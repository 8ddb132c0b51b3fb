// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change.h"
#include "core/result.h"

#include <QCryptographicHash>

#include <optional>

namespace ChatOps {

/// Reads a snapshot from bytes as they come, without a socket: a header, rows,
/// and an end that tells how many lines came before it and their SHA-256.
/// Memory is bounded by one line and what was given and not yet taken.
class SnapshotReader {
public:
    struct Header {
        Cursor cursor;
        PersonId self;
        qint64 about = 0; ///< Lines to come, roughly.
    };
    void add(const QByteArray &bytes) { m_buffer += bytes; }
    /// The next rows, at most `most` lines; fewer when more bytes are needed.
    /// An error means that the snapshot as a whole is worth nothing.
    [[nodiscard]] Result<QList<QByteArray>> take(qsizetype most);
    /// Known once the first line was taken.
    [[nodiscard]] const std::optional<Header> &header() const { return m_header; }
    /// The end has come and agrees with what came before it.
    [[nodiscard]] bool isComplete() const { return m_complete && m_buffer.isEmpty(); }
    [[nodiscard]] qint64 lines() const { return m_lines; }
    [[nodiscard]] static Error broken(const QString &detail);

private:
    [[nodiscard]] Result<void> readHeader(const QByteArray &line);
    [[nodiscard]] Result<void> readEnd(const QByteArray &line);

    QByteArray m_buffer;
    std::optional<Header> m_header;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_lines = 0;
    bool m_complete = false;
};

} // namespace ChatOps
