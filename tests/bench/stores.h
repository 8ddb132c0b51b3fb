// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities.h"
#include "tests/bench/figure.h"

#include <QStringList>

namespace ChatOps::Bench {

/// What the encrypted store does beside a plain C program on the same library: `ingest`,
/// `ingest-plain`, `catch-up`, `search-99`, `search-most`, `search-channel`, `growth-ingest`, `growth-search`
/// (against a tenth of the messages), `growth-ingest-100`, `growth-search-100` (a hundredth).
[[nodiscard]] QList<Figure> storeFigures(bool quick, const QStringList &wanted);

/// A workspace as it was found.
struct Gathered {
    QList<Person> people;
    QList<Channel> channels;
    QList<Message> messages; ///< In the order of their time.
};
/// The same of a real workspace: `ingest-real`, `search-real-99`.
[[nodiscard]] QList<Figure> realFigures(const Gathered &all);

} // namespace ChatOps::Bench
