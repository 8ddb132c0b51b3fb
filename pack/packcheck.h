// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pack/packreader.h"
#include "pack/packwriter.h"

namespace ChatOps {

/// Names of the files that say what a pack holds.
namespace PackNames {
inline constexpr QLatin1StringView Manifest("manifest.json"); ///< Of the server; signed by it.
inline constexpr QLatin1StringView DeviceManifest("device/manifest.json"); ///< Of what the device added.
} // namespace PackNames

/// What checking a pack found.
struct PackVerdict {
    QStringList problems; ///< One sentence each, naming the file; empty: everything is as it was made.
    QJsonObject manifest; ///< Of the server, as far as it can be read.
    int files = 0;
    qint64 bytes = 0; ///< Of all files, unpacked.
};

/// Reads every byte of a pack: the seal at the end, each file against the manifest that
/// names it, the manifest's signature (by `key` if one is given). An error only when
/// there is nothing to check. Blocks; any thread.
[[nodiscard]] Result<PackVerdict> checkPack(const QString &path, const QString &key = {},
                                            const std::function<bool(qint64 bytes)> &progress = {});

/// The same of bytes that are no file of the system.
[[nodiscard]] Result<PackVerdict> checkPack(const PackSource &source, const QString &key = {},
                                            const std::function<bool(qint64 bytes)> &progress = {});

} // namespace ChatOps
