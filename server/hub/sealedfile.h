// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QFile>

namespace ChatOps::Server {

/// A file whose content only its key opens: pieces of 64 KB, each sealed with
/// XChaCha20-Poly1305 under its number, so that any part can be read alone and none be
/// changed or moved. Who destroys the key has destroyed the file. One thread at a time.
class SealedFile {
public:
    static constexpr qint64 PieceBytes = 64 * 1024;
    static constexpr qint64 SealBytes = 16;
    static constexpr int KeyBytes = 32;

    [[nodiscard]] static QByteArray makeKey();

    explicit SealedFile(const QString &path, QByteArray key)
        : m_file(path)
        , m_key(std::move(key))
    {
    }
    /// Begins the file anew, readable by its owner only.
    [[nodiscard]] Result<void> create();
    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    /// Writes the last piece, and sees to it that all is on the disk.
    [[nodiscard]] Result<void> finish();

    [[nodiscard]] Result<void> open();
    /// At most `most` bytes from `offset`, fewer at the end. Damaged when it was changed.
    [[nodiscard]] Result<QByteArray> read(qint64 offset, qint64 most);
    /// Bytes of the content.
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    [[nodiscard]] Result<void> flush();
    QFile m_file;
    QByteArray m_key;
    QByteArray m_piece;
    quint64 m_number = 0;
    qint64 m_size = 0;
};

} // namespace ChatOps::Server
