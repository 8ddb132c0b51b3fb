// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QStringList>

#include <functional>

namespace ChatOps::Bench {

/// Since the timer was started, with fractions.
[[nodiscard]] double milliseconds(const QElapsedTimer &timer);
[[nodiscard]] double seconds(const QElapsedTimer &timer);

/// Runs the event loop until it is done; ends the program when that takes `limit` milliseconds.
void spinUntil(const char *what, const std::function<bool()> &done, int limit = 120'000);

/// Seconds of processor a process has used, in programs and in the system.
[[nodiscard]] double processorOf(qint64 process);
/// Proportional set size in KB: shared pages count by their part. 0 when there is no such process.
[[nodiscard]] double memoryOf(qint64 process);
/// The same once the process has come to rest: it has used no processor between two looks.
[[nodiscard]] double memoryAtRest(qint64 process);

/// The lines that `bare-rows` prints.
[[nodiscard]] QList<QByteArray> runBare(const QStringList &arguments);

/// Is one of them to be measured? All are when none is named.
[[nodiscard]] bool isWanted(const QStringList &wanted, std::initializer_list<QStringView> names);

} // namespace ChatOps::Bench
