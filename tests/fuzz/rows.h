// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/cachewriter.h"
#include "store/driver/connection.h"
#include "store/schema.h"

namespace ChatOps::Testing {

/// A cache in memory that holds one channel and always the same rows.
class Rows {
public:
    Rows()
        : m_db(std::move(*Connection::open({QStringLiteral(":memory:"), false, false}, Secret())))
        , m_writer(*m_db)
    {
        if (!migrate(*m_db, cacheLadder()) || !m_writer.load() || !m_writer.beginSnapshot(PersonId::create())
            || !m_writer.finishSnapshot({QStringLiteral("e1"), 10}) || !m_writer.addScope(channel(), 5))
            std::abort();
    }
    [[nodiscard]] static ChannelId channel()
    {
        return ChannelId::fromString(QStringLiteral("01a3185c-5000-71de-af93-65f759d0c4c6"));
    }
    [[nodiscard]] CacheWriter &writer() { return m_writer; }
    [[nodiscard]] Connection &db() { return *m_db; }
    /// Nothing a hostile server says may leave rows of channels that are not held.
    void verify()
    {
        const Result<QVariant> foreign = m_db->value(
            QStringLiteral("SELECT count(*) FROM message WHERE channel NOT IN (SELECT channel FROM scope)"));
        if (!foreign || foreign->toInt() != 0)
            std::abort();
    }

private:
    std::unique_ptr<Connection> m_db;
    CacheWriter m_writer;
};

} // namespace ChatOps::Testing
