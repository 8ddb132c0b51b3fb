// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/driver/secret.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <unordered_map>

namespace ChatOps {

class HotStatement;
class SqlCipherDriver;
class SqlCipherResult;

/// The text of a statement that stands in the program itself.
class SqlLiteral {
public:
    template <size_t N>
    consteval explicit(false) SqlLiteral(const char (&text)[N])
        : m_text(text)
    {
    }
    [[nodiscard]] const char *text() const { return m_text; }

private:
    const char *m_text; ///< Lives as long as the program, at this place.
};

/// What of a database a program wants to open.
struct DatabaseOptions {
    QString path; ///< ":memory:" for one that is never written to disk.
    bool readOnly = false;
    bool fullSync = false; ///< Every commit survives a power cut.
    /// No write-ahead log: slower, but everything is in one file whose pages carry
    /// a MAC each, so that no byte can change unnoticed.
    bool oneFile = false;
    /// A second file under the same key, `copy` in statements; a transaction is in both
    /// or in neither. Empty: none.
    QString copyPath = {};
    /// The file as it is, whatever its write-ahead log holds; nothing else may write meanwhile. For
    /// reading only.
    bool withoutLog = false;
};

/// The current row of a running statement.
class SqlRow {
public:
    explicit SqlRow(const QSqlQuery &query)
        : m_query(query)
    {
    }
    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    template <typename IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType::fromBytes(bytes(column));
    }

private:
    const QSqlQuery &m_query;
};

/// A database connection whose failures are values. Belongs to the thread
/// that opened it. Statements are prepared once and kept.
class Connection {
public:
    /// Fails with WrongKey when the key does not open the file, Damaged when
    /// it is no database, Storage when the disk refuses.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const DatabaseOptions &options, Secret key);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs a statement without rows; the number of rows it changed.
    [[nodiscard]] Result<int> run(const QString &sql, const QVariantList &values = {});
    /// Calls `each` for every row; `each` returns false to stop.
    [[nodiscard]] Result<void> rows(const QString &sql, const QVariantList &values,
                                    const std::function<bool(const SqlRow &)> &each);
    /// The first column of the first row; an invalid variant without a row.
    [[nodiscard]] Result<QVariant> value(const QString &sql, const QVariantList &values = {});
    /// A statement that is prepared once for this place of the program and needs no looking for by its
    /// text. As long as the connection; not while it shows a row.
    [[nodiscard]] HotStatement &hot(SqlLiteral sql);
    [[nodiscard]] qint64 lastInsertId() const { return m_lastInsertId; }

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();
    void rollback();
    /// Gives back the memory of pages that were read. After a walk through a whole table, whose pages
    /// would lie there until others take their place.
    void forgetPages();
    /// As many pages as are kept in memory, in kilobytes; what is there above that goes. 2 000 unless told
    /// otherwise.
    void keepPages(int kilobytes);
    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

    /// How the cipher names itself; empty when nothing is encrypted.
    [[nodiscard]] QString cipher();
    /// Reads every page. Damaged when one is not as it was written; other errors when
    /// they cannot be read.
    [[nodiscard]] Result<void> check();

private:
    friend class HotStatement;
    explicit Connection(QString name);
    [[nodiscard]] SqlCipherDriver *driver() const { return m_driver; }
    /// What SQLite says of the last call that failed.
    [[nodiscard]] Error lastError(const QString &what) const;
    struct Statement {
        QSqlQuery query;
        SqlCipherResult *result = nullptr; ///< Of `query`, which owns it.
    };
    [[nodiscard]] Result<Statement> start(const QString &sql, const QVariantList &values);
    void keep(const QString &sql, Statement &&statement);

    QString m_name;
    SqlCipherDriver *m_driver = nullptr; ///< Qt's list of connections owns it.
    std::unordered_map<QString, Statement> m_statements;
    std::unordered_map<const char *, std::unique_ptr<HotStatement>> m_hot;
    qint64 m_lastInsertId = 0;
    bool m_inTransaction = false;
};

/// Rolls back when it goes out of scope uncommitted.
class Transaction {
public:
    explicit Transaction(Connection &connection)
        : m_connection(connection)
        , m_begun(connection.begin())
    {
    }
    ~Transaction()
    {
        if (m_begun && !m_done)
            m_connection.rollback();
    }
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] const Result<void> &begun() const { return m_begun; }
    [[nodiscard]] Result<void> commit()
    {
        const Result<void> committed = m_connection.commit();
        m_done = committed.has_value();
        return committed;
    }

private:
    Connection &m_connection;
    Result<void> m_begun;
    bool m_done = false;
};

} // namespace ChatOps

/// Leaves the function with the error of a `Result` expression. The counter
/// keeps a use inside a lambda in the argument from shadowing the outer one.
#define CHATOPS_TRY(expression) CHATOPS_TRY_COUNTED(expression, __COUNTER__)
#define CHATOPS_TRY_COUNTED(expression, count) CHATOPS_TRY_NAMED(expression, count)
#define CHATOPS_TRY_NAMED(expression, count)                                                                 \
    do {                                                                                                     \
        if (auto tried##count = (expression); !tried##count)                                                 \
            return std::unexpected(tried##count.error());                                                    \
    } while (false)
