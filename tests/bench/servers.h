// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

#include <QStringList>

namespace ChatOps::Bench {

/// The real server under many connections beside a bare WebSocket server: `fan-out`, `idle`,
/// `idle-accept`, `message-99`; beside a plain C program: `operations`.
[[nodiscard]] QList<Figure> serverFigures(bool quick, const QStringList &wanted);

} // namespace ChatOps::Bench
