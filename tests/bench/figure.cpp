// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Bench {

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
                                    {"bar"_L1, figure.bar},
                                    {"ok"_L1, figure.ok()}});
        out << QJsonDocument(list).toJson();
        return;
    }
    for (const Figure &figure : figures) {
        out << figure.name.leftJustified(30) << QString::number(figure.value, 'f', 2).rightJustified(12)
            << ' ' << figure.unit.leftJustified(12) << " reference "
            << QString::number(figure.reference, 'f', 2).rightJustified(12) << "  ratio "
            << QString::number(figure.ratio(), 'f', 2).rightJustified(6)
            << (figure.atLeast ? "  at least " : "  at most  ") << QString::number(figure.bar, 'f', 2) << "  "
            << (figure.ok() ? "ok" : "SHORT") << '\n';
    }
}

} // namespace ChatOps::Bench
