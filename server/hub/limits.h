// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <array>
#include <span>

namespace ChatOps::Server {

/// What nobody may take more of. Each has a row in the table of limits.cpp with its default and range;
/// `serve --limit NAME=VALUE` changes one, docs/operations.md lists all, and /metrics shows what is used.
enum class Ceiling {
    Connections,
    WaitingConnections,
    WaitingPerAddress,
    UploadMemory,
    UploadMemoryPerOwner,
    UploadMemoryReserve,
    UnattachedFiles,
    UnattachedBytes,
    FileBytesPerPerson,
    FileBytesPerWorkspace,
    SessionsPerPerson,
    SessionIdleDays,
    SessionDays,
    ArrivingPacks,
    ExportsPerDay,
    DiskReserve,
    SecurityLogDays,
};
inline constexpr int LimitCount = int(Ceiling::SecurityLogDays) + 1;

struct LimitRow {
    Ceiling limit;
    const char *name; ///< As an administrator writes it.
    qint64 usual;
    qint64 least;
    qint64 most;
    const char *meaning; ///< With its unit.
};
[[nodiscard]] std::span<const LimitRow> limitRows();

class Limits {
public:
    Limits();
    [[nodiscard]] qint64 operator[](Ceiling limit) const { return m_values[size_t(limit)]; }
    void set(Ceiling limit, qint64 value) { m_values[size_t(limit)] = value; }
    /// "name=value". Invalid, with a sentence that names what is wrong, when it is no such limit or out of
    /// range.
    [[nodiscard]] Result<void> set(const QString &text);

private:
    std::array<qint64, LimitCount> m_values;
};

/// The defaults, for what is told no others.
[[nodiscard]] const Limits &usualLimits();

} // namespace ChatOps::Server
