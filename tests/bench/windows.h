// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

namespace ChatOps::Bench {

/// The real program with a million messages on the screen beside a bare window: `start`,
/// `memory`, `memory-day`, `open-99`, `scroll-99`, `type-99`, `growth-start`, `growth-open`.
/// Needs a display and a keychain.
[[nodiscard]] QList<Figure> windowFigures(bool quick);

} // namespace ChatOps::Bench
