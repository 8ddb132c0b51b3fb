// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pendingwork.h"

namespace ChatOps {

/// How much of its things a model reads. What concerns the person is enough for badges, and
/// thousands of things of others are not kept in memory for them.
enum class Extent { Nothing, Own, All };

/// The rows of the cache that a model works on: none before `load`, then the person's or all of
/// them, read again after changes. A member of the model, which is its context.
template <typename T>
class HeldRows {
public:
    struct Source {
        std::function<Reply<QList<T>>()> own;
        std::function<Reply<QList<T>>()> all;
    };
    struct Told {
        std::function<void()> read; ///< Other rows are here.
        std::function<void()> whole; ///< All of them, for the first time; after `read`.
        std::function<void(const Error &)> failed;
    };
    HeldRows(QObject *context, PendingWork &work, Source source, Told told)
        : m_context(context)
        , m_work(work)
        , m_source(std::move(source))
        , m_told(std::move(told))
    {
    }

    /// Never less than before.
    void load(Extent extent)
    {
        if (extent <= m_wanted)
            return;
        m_wanted = extent;
        read();
    }
    /// They have changed in the cache.
    void readAgain()
    {
        if (m_wanted != Extent::Nothing)
            read();
    }
    /// What is here, as opposed to what is being read.
    [[nodiscard]] Extent extent() const { return m_held; }
    [[nodiscard]] const QList<T> &rows() const { return m_rows; }

private:
    void read()
    {
        const quint64 generation = ++m_generation;
        const Extent extent = m_wanted;
        follow(extent == Extent::All ? m_source.all() : m_source.own(), m_context,
               [this, generation, extent, reading = m_work.whileReading()](const Result<QList<T>> &rows) {
                   if (generation != m_generation)
                       return;
                   if (!rows) {
                       m_wanted = m_held; // Whoever wants more has it read again.
                       m_told.failed(rows.error());
                       return;
                   }
                   m_rows = *rows;
                   const bool first = std::exchange(m_held, extent) != Extent::All && extent == Extent::All;
                   m_told.read();
                   if (first)
                       m_told.whole();
               });
    }

    QObject *m_context;
    PendingWork &m_work;
    Source m_source;
    Told m_told;
    QList<T> m_rows;
    Extent m_wanted = Extent::Nothing;
    Extent m_held = Extent::Nothing;
    quint64 m_generation = 0;
};

} // namespace ChatOps
