// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace ChatOps {

/// Runs `work`, which returns a Result<T>, on a thread of the pool, and answers with it. For what blocks:
/// disks, hashes, lookups by the system. Any thread; what `work` captures lives as long as it runs.
template <typename Work>
[[nodiscard]] auto inPool(Work work) -> Reply<typename std::invoke_result_t<Work>::value_type>
{
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

} // namespace ChatOps
