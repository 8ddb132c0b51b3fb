// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planted.h"
#include "tests/sim/world.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTextStream>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace {

void report(QTextStream &out, quint64 seed, int count)
{
    const auto [steps, failure] = shorten(seed, planSteps(seed, count));
    out << "seed " << seed << " fails: " << failure << "\n"
        << steps.size() << " of " << count << " steps are enough:\n";
    for (const Step &step : steps)
        out << "  " << step.text() << "\n";
    out << "again: simulate --from " << seed << " --seeds 1 --steps " << count << " --verbose" << Qt::endl;
}

} // namespace

/// `./dev sim` and the tests run this: seeds one after the other, until one fails.
int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Simulates clients and a server with every fault there is, from seeds. Exit 1 and a\n"
        "shortened list of steps when an invariant does not hold."_s);
    parser.addHelpOption();
    const QCommandLineOption from(u"from"_s, u"First seed."_s, u"SEED"_s, u"1"_s);
    const QCommandLineOption seeds(u"seeds"_s, u"How many."_s, u"N"_s, u"100"_s);
    const QCommandLineOption stepCount(u"steps"_s, u"Steps of a seed."_s, u"N"_s, u"200"_s);
    const QCommandLineOption verbose(u"verbose"_s, u"Tell everything that happens; no shortening."_s);
    const QCommandLineOption bug(u"planted"_s, u"A planted bug by its number, where compiled in."_s, u"N"_s,
                                 u"0"_s);
    const QCommandLineOption repeat(
        u"repeat"_s, u"Runs each seed a second time, the last one first; another history fails."_s);
    parser.addOptions({from, seeds, stepCount, verbose, bug, repeat});
    parser.process(app);
    QLoggingCategory::setFilterRules(u"chatops.*=false"_s);
#ifdef CHATOPS_PLANTED_BUGS
    planted = Planted(parser.value(bug).toInt());
#endif
    QTextStream out(stdout);
    const quint64 first = parser.value(from).toULongLong();
    const quint64 count = parser.value(seeds).toULongLong();
    const int steps = parser.value(stepCount).toInt();
    QElapsedTimer timer;
    timer.start();
    const bool twice = parser.isSet(repeat);
    QList<QByteArray> histories;
    for (quint64 seed = first; seed < first + count; ++seed) {
        QByteArray history;
        const QString failure =
            simulate(seed, planSteps(seed, steps), parser.isSet(verbose), twice ? &history : nullptr);
        histories.append(history);
        if (failure.isEmpty())
            continue;
        if (parser.value(bug).toInt() > 0) {
            out << "caught at seed " << seed << ": " << failure << Qt::endl;
            return 1;
        }
        if (parser.isSet(verbose))
            out << "seed " << seed << " fails: " << failure << Qt::endl;
        else
            report(out, seed, steps);
        return 1;
    }
    for (quint64 seed = first + count; twice && seed-- > first;) {
        QByteArray history;
        (void)simulate(seed, planSteps(seed, steps), false, &history);
        if (history != histories[qsizetype(seed - first)]) {
            out << "seed " << seed << " gives another history behind other seeds" << Qt::endl;
            return 1;
        }
    }
    out << count << " seeds from " << first << ", " << steps << " steps each: every invariant held, "
        << timer.elapsed() << " ms" << Qt::endl;
    return 0;
}
