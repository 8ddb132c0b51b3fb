// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ChatOps {

/// What a store does with whole database files. A simulation puts its own disk in
/// its place. Any thread.
class DatabaseFiles {
public:
    DatabaseFiles() = default;
    virtual ~DatabaseFiles() = default;
    DatabaseFiles(const DatabaseFiles &) = delete;
    DatabaseFiles &operator=(const DatabaseFiles &) = delete;

    /// Those of the computer.
    [[nodiscard]] static DatabaseFiles &system();

    [[nodiscard]] virtual bool exists(const QString &path) const;
    [[nodiscard]] virtual bool isEmpty(const QString &path) const;
    virtual bool remove(const QString &path);
    /// False when the disk refuses or `to` exists.
    [[nodiscard]] virtual bool rename(const QString &from, const QString &to);
};

} // namespace ChatOps
