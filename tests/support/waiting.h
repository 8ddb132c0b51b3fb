// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTest>
#include <QTimer>

namespace ChatOps::Testing {

/// How long a signal may stay out before the test is called failed. A bound
/// for hung tests, never a pause.
inline constexpr int Patience = 60'000;

/// What a bound on memory is multiplied by: the sanitizers keep books on every byte.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int MemoryFactor = 8;
#else
inline constexpr int MemoryFactor = 1;
#endif

/// Runs the event loop until the reply is there.
template <typename T>
[[nodiscard]] Result<T> await(const Reply<T> &reply)
{
    QFutureWatcher<Result<T>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcher<Result<T>>::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(reply);
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
    limit.start(Patience);
    if (!reply.isFinished())
        loop.exec();
    if (!reply.isFinished() || reply.resultCount() == 0)
        return failure(ErrorCode::Timeout, QStringLiteral("no answer"));
    return reply.result();
}

/// Change sets as they reach the test's thread. QSignalSpy would record them
/// in the store's own threads.
class ChangeLog : public QObject {
public:
    explicit ChangeLog(Cache *cache)
    {
        connect(cache, &Cache::changed, this, [this](const ChangeSet &changes) { seen.append(changes); });
    }
    [[nodiscard]] std::optional<ChangeSet> at(qint64 rev) const
    {
        for (const ChangeSet &changes : seen) {
            if (changes.cursor.rev == rev && !changes.reset)
                return changes;
        }
        return std::nullopt;
    }
    QList<ChangeSet> seen;
};

} // namespace ChatOps::Testing

/// Asserts that a Result holds a value, printing the error otherwise.
#define VERIFY_OK(expression)                                                                                \
    do {                                                                                                     \
        const auto &verified = (expression);                                                                 \
        if (!verified)                                                                                       \
            QFAIL(qPrintable(verified.error().message + u' ' + verified.error().detail));                    \
    } while (false)
