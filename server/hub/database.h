// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/driver/connection.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace ChatOps::Server {

/// Where a server keeps its data: one folder with the database and, unless
/// CHATOPS_SERVER_KEY holds 64 hexadecimal digits, a key file of mode 0600.
class DataFolder {
public:
    /// Opens the folder, making it and a key when it is new.
    [[nodiscard]] static Result<DataFolder> open(const QString &path);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString databasePath() const;
    /// A migrated connection that may write; every commit is on the disk.
    [[nodiscard]] Result<std::unique_ptr<Connection>> connect() const;
    /// For snapshots: sees one state while its transaction is open.
    [[nodiscard]] Result<std::unique_ptr<Connection>> connectForReading() const;
    /// Gives a copy of the database at `path` an epoch of its own.
    [[nodiscard]] Result<void> renewEpoch(const QString &path) const;

    /// Puts a copy made by `backup` in place of the database, when it is whole, of this key and of no
    /// newer program. What was there goes into a folder of its own, whose path is the answer, empty when
    /// nothing was there. No server may run.
    [[nodiscard]] Result<QString> restore(const QString &copy) const;
    /// Held by a server as long as it runs, and by what must not run beside one. Conflict when it is taken.
    [[nodiscard]] Result<std::unique_ptr<QLockFile>> lock() const;

private:
    DataFolder(QString path, QByteArray key);
    [[nodiscard]] Secret key() const { return Secret(QByteArray(m_key.constData(), m_key.size())); }
    [[nodiscard]] QString markPath() const { return m_path + QStringLiteral("/server.epoch"); }
    /// Does the write-ahead log beside the database belong to it? Somebody may have put a copy in its
    /// place after a crash, and SQLite would write the pages of the one into the other. Conflict, and
    /// nothing is touched, when it does not.
    [[nodiscard]] Result<void> checkLog() const;
    /// Remembers, beside the database, which one it is; for `checkLog`.
    [[nodiscard]] Result<void> markOwn(Connection &db) const;
    /// Everything that was read and checked, and an epoch of its own.
    [[nodiscard]] Result<void> prepareCopy(const QString &path) const;
    QString m_path;
    QByteArray m_key;
};

} // namespace ChatOps::Server
