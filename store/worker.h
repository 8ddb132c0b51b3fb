// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QMutex>
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
        return give<T>(std::move(work), Turn::Ordinary);
    }
    /// Runs also while the worker holds back.
    template <typename T>
    [[nodiscard]] Reply<T> runAtOnce(std::function<Result<T>()> work)
    {
        return give<T>(std::move(work), Turn::AtOnce);
    }

    /// What is given from now on waits for `letGo`; `stop` refuses it.
    void holdBack();
    /// Runs what waits, in its order. From any thread.
    void letGo();
    /// Finishes what was given, then ends the thread. Blocks; at most as long
    /// as the work under way.
    void stop();
    /// The object living in the thread, as a context for connections.
    [[nodiscard]] QObject *context() const { return m_context.get(); }

private:
    enum class Turn { Ordinary, AtOnce };
    struct Waiting {
        std::function<void()> work;
        std::function<void()> refuse;
    };
    template <typename T>
    [[nodiscard]] Reply<T> give(std::function<Result<T>()> work, Turn turn)
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
            },
            turn);
        return future;
    }
    static Error cancelled();
    void post(std::function<void()> work, std::function<void()> refuse, Turn turn);

    Kind m_kind;
    std::unique_ptr<QObject> m_context;
    QThread m_thread;
    QMutex m_mutex; ///< Of what follows.
    bool m_stopped = false;
    bool m_held = false;
    QList<Waiting> m_waiting;
};

} // namespace ChatOps
