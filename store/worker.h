// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QThread>

namespace ChatOps {

/// A thread that runs what it is given, one after the other, and answers
/// with futures. Work given after `stop` answers Cancelled.
class Worker {
public:
    enum class Kind {
        Thread,
        Caller, ///< No thread: work is done at once where it is given.
    };
    explicit Worker(const QString &name, Kind kind = Kind::Thread);
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    template <typename T>
    [[nodiscard]] Reply<T> run(std::function<Result<T>()> work)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const Reply<T> future = promise->future();
        post(
            [promise, work = std::move(work)] {
                promise->addResult(work());
                promise->finish();
            },
            [promise] {
                promise->addResult(Result<T>(std::unexpected(cancelled())));
                promise->finish();
            });
        return future;
    }

    /// Finishes what was given, then ends the thread. Blocks; at most as long
    /// as the work under way.
    void stop();
    /// The object living in the thread, as a context for connections.
    [[nodiscard]] QObject *context() const { return m_context.get(); }

private:
    static Error cancelled();
    void post(std::function<void()> work, const std::function<void()> &refuse);

    Kind m_kind;
    bool m_stopped = false; ///< Of Kind::Caller.
    std::unique_ptr<QObject> m_context;
    QThread m_thread;
};

} // namespace ChatOps
