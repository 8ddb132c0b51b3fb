// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/driver/secret.h"

#include <QSqlDriver>
#include <QSqlError>

struct sqlite3;

namespace ChatOps {

/// Qt Sql over SQLCipher, on Qt's public headers. Qt's own QSQLITE plugin is
/// never used: depending on how libraries are linked it may or may not
/// encrypt. One connection belongs to one thread.
///
/// It fails closed: with a key set, `open` succeeds only when the library
/// reports a cipher and the key opens the file.
class SqlCipherDriver final : public QSqlDriver {
    Q_OBJECT
public:
    explicit SqlCipherDriver(QObject *parent = nullptr);
    ~SqlCipherDriver() override;

    /// 32 bytes, used as they are (no derivation); set before `open`. Without
    /// a key only a database in memory can be opened.
    void setKey(Secret key);
    /// A second file under the same key, reached as `copy` in statements and committed
    /// together with the first one, both or neither. Set before `open`.
    void setCopy(const QString &path) { m_copy = path; }

    [[nodiscard]] bool hasFeature(DriverFeature feature) const override;
    bool open(const QString &path, const QString &user, const QString &password, const QString &host,
              int port, const QString &options) override;
    void close() override;
    [[nodiscard]] QSqlResult *createResult() const override;
    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;
    [[nodiscard]] QStringList tables(QSql::TableType type) const override;
    [[nodiscard]] QString escapeIdentifier(const QString &identifier, IdentifierType type) const override;

    [[nodiscard]] sqlite3 *database() const { return m_db; }
    static QSqlError error(sqlite3 *db, const QString &text, QSqlError::ErrorType type);

private:
    bool unlock();
    bool attachCopy();
    [[nodiscard]] QByteArray rawKey() const;
    bool execute(const char *sql, QSqlError::ErrorType type);

    sqlite3 *m_db = nullptr;
    bool m_readOnly = false;
    Secret m_key;
    QString m_copy;
};

} // namespace ChatOps
