// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Bench {

bool Figure::ok() const
{
    switch (kind) {
    case Kind::AtLeast:
        return ratio() >= bar;
    case Kind::AtMost:
        return ratio() <= bar;
    case Kind::Told:
        break;
    }
    return true;
}

bool Figure::isProduced() const
{
    return value > 0 && reference > 0 && std::isfinite(value) && std::isfinite(reference);
}

Figure Rounds::figure(const QString &name, const QString &unit, double bar, Figure::Kind kind) const
{
    const auto ratio = [](const std::pair<double, double> &round) {
        return round.second > 0 ? round.first / round.second : 0;
    };
    QList<std::pair<double, double>> all = m_all;
    if (all.isEmpty())
        return {name, 0, unit, 0, bar, kind, 0};
    std::sort(all.begin(), all.end(), [&](const auto &a, const auto &b) { return ratio(a) < ratio(b); });
    const auto middle = all[all.size() / 2];
    const double spread = ratio(middle) > 0 ? (ratio(all.last()) - ratio(all.first())) / ratio(middle) : 0;
    return {name, middle.first, unit, middle.second, bar, kind, spread};
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[values.size() / 2];
}

double percentile99(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[std::min(values.size() - 1, values.size() * 99 / 100)];
}

void print(const QList<Figure> &figures, bool json)
{
    QTextStream out(stdout);
    if (json) {
        QJsonArray list;
        for (const Figure &figure : figures)
            list.append(QJsonObject{{"name"_L1, figure.name},
                                    {"value"_L1, figure.value},
                                    {"unit"_L1, figure.unit},
                                    {"reference"_L1, figure.reference},
                                    {"ratio"_L1, figure.ratio()},
                                    {"spread"_L1, figure.spread},
                                    {"bar"_L1, figure.kind == Figure::Kind::Told ? QJsonValue() : figure.bar},
                                    {"ok"_L1, figure.ok()}});
        out << QJsonDocument(list).toJson();
        return;
    }
    for (const Figure &figure : figures) {
        out << figure.name.leftJustified(26) << QString::number(figure.value, 'f', 2).rightJustified(12)
            << ' ' << figure.unit.leftJustified(12) << " reference "
            << QString::number(figure.reference, 'f', 2).rightJustified(12) << "  ratio "
            << QString::number(figure.ratio(), 'f', 2).rightJustified(6) << " ±"
            << QString::number(figure.spread * 50, 'f', 0).rightJustified(3) << " %  ";
        if (figure.kind == Figure::Kind::Told)
            out << "told\n";
        else
            out << (figure.kind == Figure::Kind::AtLeast ? "at least " : "at most  ")
                << QString::number(figure.bar, 'f', 2) << "  " << (figure.ok() ? "ok" : "SHORT") << '\n';
    }
}

} // namespace ChatOps::Bench
