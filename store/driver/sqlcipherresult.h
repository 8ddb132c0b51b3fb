// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlRecord>
#include <QSqlResult>
#include <QVariant>

#include <optional>

struct sqlite3_stmt;

namespace ChatOps {

class SqlCipherDriver;

/// One statement of `SqlCipherDriver`. Rows can only be walked forward, which
/// is all this program does and needs no copy of the rows.
class SqlCipherResult final : public QSqlResult {
public:
    explicit SqlCipherResult(const SqlCipherDriver *driver);
    ~SqlCipherResult() override;

    [[nodiscard]] QVariant handle() const override;
    /// The values of the next run, all at once, instead of those bound one by one.
    void setValues(const QVariantList &values);

protected:
    QVariant data(int column) override;
    bool isNull(int column) override;
    bool reset(const QString &sql) override;
    bool prepare(const QString &sql) override;
    bool exec() override;
    bool fetch(int row) override;
    bool fetchNext() override;
    bool fetchFirst() override;
    bool fetchLast() override;
    int size() override;
    int numRowsAffected() override;
    [[nodiscard]] QVariant lastInsertId() const override;
    [[nodiscard]] QSqlRecord record() const override;
    void detachFromResultSet() override;

private:
    enum class Step { Row, Done, Failed };
    Step step();
    bool bindAll();
    void finalize();
    const SqlCipherDriver *m_driver;
    sqlite3_stmt *m_statement = nullptr;
    Step m_ahead = Step::Done; ///< Outcome of the step made by exec().
    bool m_aheadUnread = false;
    std::optional<QVariantList> m_values;
};

} // namespace ChatOps
