// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

#include <QStringList>

namespace ChatOps::Bench {

/// The real program with a million messages on the screen beside a bare window: `start`,
/// `memory`, `memory-day`, `open-99`, `scroll-99`, `type-99`, `growth-start`,
/// `growth-open` (against a tenth of the messages), `growth-start-100`, `growth-open-100` (a hundredth).
/// Needs a display and a keychain.
[[nodiscard]] QList<Figure> windowFigures(bool quick, const QStringList &wanted);

} // namespace ChatOps::Bench
