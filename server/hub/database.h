// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/driver/connection.h"

#include <QString>

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

private:
    DataFolder(QString path, QByteArray key);
    QString m_path;
    QByteArray m_key;
};

} // namespace ChatOps::Server
