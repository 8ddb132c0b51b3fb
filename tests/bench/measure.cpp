// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Bench {
namespace {

constexpr auto look = 200; ///< Milliseconds between two looks at a process.
constexpr auto stillLooks = 5; ///< So many without a change are rest.

} // namespace

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double seconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

void spinUntil(const char *what, const std::function<bool()> &done, int limit)
{
    QElapsedTimer since;
    since.start();
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        if (since.elapsed() > limit)
            qFatal("%s: it does not come", what);
    }
}

double processorOf(qint64 process)
{
    QFile stat(u"/proc/%1/stat"_s.arg(process));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = stat.readAll();
    const QList<QByteArray> fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / double(sysconf(_SC_CLK_TCK));
}

double memoryOf(qint64 process)
{
    QFile rollup(u"/proc/%1/smaps_rollup"_s.arg(process));
    if (!rollup.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = rollup.readAll();
    const qsizetype at = all.indexOf("\nPss:");
    return at < 0 ? 0 : all.mid(at + 5, 30).trimmed().split(' ').first().toDouble();
}

double memoryAtRest(qint64 process)
{
    double used = processorOf(process);
    for (int still = 0; still < stillLooks; ++still) {
        QTest::qWait(look);
        const double now = processorOf(process);
        if (now != used)
            still = -1;
        used = now;
    }
    return memoryOf(process);
}

QList<QByteArray> runBare(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(CHATOPS_BARE_ROWS), arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("bare-rows: %s", process.readAllStandardError().constData());
    return process.readAllStandardOutput().trimmed().split('\n');
}

bool isWanted(const QStringList &wanted, std::initializer_list<QStringView> names)
{
    return wanted.isEmpty() || std::any_of(names.begin(), names.end(), [&wanted](QStringView name) {
               return wanted.contains(name);
           });
}

} // namespace ChatOps::Bench
