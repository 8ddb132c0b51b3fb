// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "store/driver/connection.h"

struct sqlite3_stmt;

namespace ChatOps {

/// A statement that runs hundreds of thousands of times: its values go to SQLite as they are, without
/// the variants of Qt Sql. For the few statements where that is a good part of the time
/// (docs/performance.md); everything else is run by `Connection`, whose `hot` gives these out.
///
/// Belongs to the connection's thread. Values are added in the order of the statement's marks;
/// they must live until it runs.
class HotStatement {
public:
    ~HotStatement();
    HotStatement(const HotStatement &) = delete;
    HotStatement &operator=(const HotStatement &) = delete;

    HotStatement &integer(qint64 value);
    HotStatement &text(QStringView value);
    /// Text that is UTF-8 already; not copied.
    HotStatement &utf8(QByteArrayView value);
    HotStatement &null();
    template <typename Tag>
    HotStatement &id(const Id<Tag> &value)
    {
        return uuid(value.uuid());
    }
    /// The zero id is NULL.
    template <typename Tag>
    HotStatement &idOrNull(const Id<Tag> &value)
    {
        return value.isNull() ? null() : id(value);
    }
    HotStatement &uuid(const QUuid &value);
    /// Runs with what was added, and forgets it; the number of rows it changed. For statements
    /// without rows.
    [[nodiscard]] Result<int> run();
    /// Runs with what was added, and forgets it; whether there was a row, whose columns `read` sees.
    /// A statement that writes has written all of its rows, too.
    [[nodiscard]] Result<bool> first(const std::function<void(const HotStatement &)> &read);

    // The columns of the row that `first` shows, from 0.
    [[nodiscard]] qint64 integerAt(int column) const;
    [[nodiscard]] QByteArray bytesAt(int column) const; ///< Null for NULL.
    /// Is there a row to see?
    [[nodiscard]] bool isShowing() const { return m_showing; }

private:
    friend class Connection;
    /// `sql` is prepared at the first run.
    HotStatement(Connection &connection, QByteArray sql);
    /// Is there a statement to bind values to? Otherwise `step` says why not.
    [[nodiscard]] bool prepare();
    /// One step of SQLite, SQLITE_ROW or SQLITE_DONE; otherwise what went wrong.
    [[nodiscard]] Result<int> step();
    /// What the last call said; the statement can be run again.
    [[nodiscard]] Error failed();

    Connection &m_connection;
    QByteArray m_sql;
    sqlite3_stmt *m_statement = nullptr;
    bool m_showing = false;
    int m_next = 1;
    int m_code = 0; ///< The first that was not SQLITE_OK.
    QList<QByteArray> m_texts; ///< Kept from run to run, for their room.
    qsizetype m_usedTexts = 0;
};

} // namespace ChatOps
