// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

#include <QStringList>

namespace ChatOps::Bench {

/// A new device takes over a whole workspace, beside as many bytes over a bare socket into a file:
/// `first-sync`. The same with the workspace imported from ../shared/data/chat, and what the store
/// does with all of its messages beside a plain C program: `first-sync-real`, `ingest-real`,
/// `search-real-99`; not with `quick`, nor where the export is not there.
[[nodiscard]] QList<Figure> syncFigures(bool quick, const QStringList &wanted);

} // namespace ChatOps::Bench
