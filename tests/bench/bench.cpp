// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports.h"
#include "tests/bench/measure.h"
#include "tests/bench/rights.h"
#include "tests/bench/servers.h"
#include "tests/bench/stores.h"
#include "tests/bench/syncing.h"
#include "tests/bench/windows.h"

#include <QApplication>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

// Data comes from a seed, so that every run measures the same. Each round measures the
// program and its reference one after the other.

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    registerPortTypes();
    const QStringList arguments = QApplication::arguments();
    const bool quick = arguments.contains(u"--quick"_s);
    QStringList wanted;
    for (const QString &word : arguments.sliced(1)) {
        if (!word.startsWith(u"--"_s))
            wanted.append(word);
    }
    QList<Bench::Figure> figures;
    if (Bench::isWanted(wanted,
                        {u"start"_s, u"memory"_s, u"memory-day"_s, u"open-99"_s, u"scroll-99"_s, u"type-99"_s,
                         u"growth-start"_s, u"growth-open"_s, u"growth-start-100"_s, u"growth-open-100"_s}))
        figures += Bench::windowFigures(quick, wanted);
    figures += Bench::storeFigures(quick, wanted);
    figures += Bench::serverFigures(quick, wanted);
    figures += Bench::syncFigures(quick, wanted);
    if (Bench::isWanted(wanted,
                        {u"export"_s, u"export-stall"_s, u"export-memory"_s, u"export-server-memory"_s,
                         u"deletion"_s, u"deletion-others"_s, u"deletion-others-99"_s}))
        figures += Bench::rightsFigures(quick);
    if (!wanted.isEmpty())
        figures.removeIf([&](const Bench::Figure &figure) { return !wanted.contains(figure.name); });
    Bench::print(figures, arguments.contains(u"--json"_s));
    int code = 0;
    for (const Bench::Figure &figure : std::as_const(figures)) {
        if (figure.isProduced())
            continue;
        qCritical("%s was not produced: %f, reference %f", qPrintable(figure.name), figure.value,
                  figure.reference);
        code = 1;
    }
    return code;
}
