// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ChatOps::Bench {

/// One measured figure beside its reference of the same run.
struct Figure {
    QString name;
    double value = 0;
    QString unit;
    double reference = 0;
    double bar = 0; ///< Of the ratio value to reference.
    bool atLeast = true; ///< The ratio must reach the bar; else stay below it.

    [[nodiscard]] double ratio() const { return reference > 0 ? value / reference : 0; }
    [[nodiscard]] bool ok() const { return atLeast ? ratio() >= bar : ratio() <= bar; }
};

[[nodiscard]] double median(QList<double> values);
[[nodiscard]] double percentile99(QList<double> values);
void print(const QList<Figure> &figures, bool json);

} // namespace ChatOps::Bench
