// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>

struct archive;

namespace ChatOps {

/// The file of a pack that is being read.
class PackFile {
public:
    PackFile(archive *zip, QString name)
        : m_zip(zip)
        , m_name(std::move(name))
    {
    }
    [[nodiscard]] const QString &name() const { return m_name; }
    /// The next bytes, at most 64 KB; empty at the end. Damaged when the ZIP is.
    [[nodiscard]] Result<QByteArray> read();
    /// The rest, at most `most` bytes; Invalid beyond.
    [[nodiscard]] Result<QByteArray> readAll(qint64 most);
    /// Each element of a list written by `PackList`, one at a time. Invalid when it is none.
    [[nodiscard]] Result<void> readList(const std::function<Result<void>(const QJsonObject &)> &each);

private:
    archive *m_zip;
    QString m_name;
};

/// Reads a ZIP from the first file to the last, in constant memory. NotFound, Invalid when
/// it is no ZIP, Damaged, or what `each` returned. Blocks; any thread.
[[nodiscard]] Result<void> readPack(const QString &path, const std::function<Result<void>(PackFile &)> &each);

/// Bytes that are no file of the system: at most `most` of them from `offset`.
struct PackSource {
    std::function<Result<QByteArray>(qint64 offset, qint64 most)> read;
    qint64 size = 0;
};
[[nodiscard]] Result<void> readPack(const PackSource &source,
                                    const std::function<Result<void>(PackFile &)> &each);

/// Longest line a list in a pack may have, in bytes.
inline constexpr qsizetype MostPackLine = 512 * 1024;

} // namespace ChatOps
