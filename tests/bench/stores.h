// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

#include <QStringList>

namespace ChatOps::Bench {

/// What the encrypted store does beside a plain C program on the same library: `ingest`,
/// `ingest-plain`, `catch-up`, `search-99`, `search-most`, `growth-ingest`, `growth-search`.
[[nodiscard]] QList<Figure> storeFigures(bool quick, const QStringList &wanted);

} // namespace ChatOps::Bench
