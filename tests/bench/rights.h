// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

namespace ChatOps::Bench {

/// An account with much in it takes everything along and leaves, by the real server, while
/// others go on writing. `quick`: a fiftieth of it.
[[nodiscard]] QList<Figure> rightsFigures(bool quick);

} // namespace ChatOps::Bench
