// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

namespace ChatOps::Bench {

/// One measured figure beside its reference of the same run.
struct Figure {
    enum class Kind {
        AtLeast, ///< The ratio must reach the bar: rates.
        AtMost, ///< The ratio must stay below it: times, sizes.
        Told, ///< For interest; there is no bar.
    };

    QString name;
    double value = 0;
    QString unit;
    double reference = 0;
    double bar = 0; ///< Of the ratio value to reference.
    Kind kind = Kind::AtMost;
    double spread = 0; ///< Of the ratios of several rounds: (largest - smallest) / median.

    [[nodiscard]] double ratio() const { return reference > 0 ? value / reference : 0; }
    [[nodiscard]] bool ok() const;
    /// Both value and reference came out: a time, a size or a rate is never nothing.
    [[nodiscard]] bool isProduced() const;
};

/// Rounds of the program and its reference, one after the other, so that both meet the same
/// other work on the machine. Value and reference of the result are those of the round with
/// the median ratio.
class Rounds {
public:
    void add(double value, double reference) { m_all.append({value, reference}); }
    [[nodiscard]] Figure figure(const QString &name, const QString &unit, double bar,
                                Figure::Kind kind = Figure::Kind::AtMost) const;

private:
    QList<std::pair<double, double>> m_all;
};

[[nodiscard]] double median(QList<double> values);
[[nodiscard]] double percentile99(QList<double> values);
void print(const QList<Figure> &figures, bool json);

/// The value, or the end of the program: what is measured must work.
template <typename T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace ChatOps::Bench
