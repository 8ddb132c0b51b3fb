// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

namespace ChatOps::Testing {

enum class Depth { Everything, ThisFolder };

/// Files below `directory` that contain `needle` in UTF-8 or UTF-16, at any
/// byte, read whole. For canaries.
[[nodiscard]] QStringList filesContaining(const QString &directory, const QString &needle,
                                          Depth depth = Depth::Everything);

/// 32 bytes that are the same in every run.
[[nodiscard]] QByteArray fixedKey(char seed = 'k');

} // namespace ChatOps::Testing
