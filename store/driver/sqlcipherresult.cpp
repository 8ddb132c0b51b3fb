// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/driver/sqlcipherresult.h"

#include "store/driver/sqlcipherdriver.h"

#include <QSqlError>
#include <QSqlField>
#include <QVariant>

#include <sqlite3.h>

namespace ChatOps {

SqlCipherResult::SqlCipherResult(const SqlCipherDriver *driver)
    : QSqlResult(driver)
    , m_driver(driver)
{
}

SqlCipherResult::~SqlCipherResult()
{
    finalize();
}

void SqlCipherResult::finalize()
{
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
}

QVariant SqlCipherResult::handle() const
{
    return QVariant::fromValue(static_cast<void *>(m_statement));
}

bool SqlCipherResult::prepare(const QString &sql)
{
    finalize();
    setSelect(false);
    setActive(false);
    if (!m_driver->isOpen())
        return false;
    const QByteArray text = sql.toUtf8();
    const char *rest = nullptr;
    if (sqlite3_prepare_v3(m_driver->database(), text.constData(), int(text.size()) + 1,
                           SQLITE_PREPARE_PERSISTENT, &m_statement, &rest)
        != SQLITE_OK) {
        setLastError(SqlCipherDriver::error(m_driver->database(),
                                            QStringLiteral("The statement cannot be prepared"),
                                            QSqlError::StatementError));
        return false;
    }
    if (rest && !QByteArrayView(rest).trimmed().isEmpty()) {
        setLastError(
            {QStringLiteral("More than one statement"), QString(), QSqlError::StatementError, QString()});
        finalize();
        return false;
    }
    return true;
}

bool SqlCipherResult::reset(const QString &sql)
{
    return prepare(sql) && exec();
}

void SqlCipherResult::setValues(const QVariantList &values)
{
    m_values = values;
}

bool SqlCipherResult::bindAll()
{
    const QVariantList values = m_values ? *std::exchange(m_values, std::nullopt) : boundValues();
    if (values.size() != sqlite3_bind_parameter_count(m_statement)) {
        setLastError(
            {QStringLiteral("Wrong number of values"), QString(), QSqlError::StatementError, QString()});
        return false;
    }
    for (int i = 0; i < int(values.size()); ++i) {
        const QVariant &value = values[i];
        int code = SQLITE_OK;
        // Only an invalid variant is NULL; a null QString is an empty text.
        if (!value.isValid()) {
            code = sqlite3_bind_null(m_statement, i + 1);
        } else {
            switch (value.typeId()) {
            case QMetaType::Bool:
            case QMetaType::Int:
            case QMetaType::UInt:
            case QMetaType::LongLong:
            case QMetaType::ULongLong:
                code = sqlite3_bind_int64(m_statement, i + 1, value.toLongLong());
                break;
            case QMetaType::Double:
            case QMetaType::Float:
                code = sqlite3_bind_double(m_statement, i + 1, value.toDouble());
                break;
            case QMetaType::QByteArray: {
                // A blob without bytes still differs from NULL.
                const QByteArray bytes = value.toByteArray();
                code = bytes.isEmpty() ? sqlite3_bind_zeroblob(m_statement, i + 1, 0)
                                       : sqlite3_bind_blob64(m_statement, i + 1, bytes.constData(),
                                                             sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT);
                break;
            }
            default: {
                const QByteArray text = value.toString().toUtf8();
                code = sqlite3_bind_text64(m_statement, i + 1, text.constData(), sqlite3_uint64(text.size()),
                                           SQLITE_TRANSIENT, SQLITE_UTF8);
            }
            }
        }
        if (code != SQLITE_OK) {
            setLastError(SqlCipherDriver::error(
                m_driver->database(), QStringLiteral("A value cannot be bound"), QSqlError::StatementError));
            return false;
        }
    }
    return true;
}

bool SqlCipherResult::exec()
{
    if (!m_statement)
        return false;
    sqlite3_reset(m_statement);
    setLastError(QSqlError());
    setAt(QSql::BeforeFirstRow);
    if (!bindAll())
        return false;
    setSelect(sqlite3_column_count(m_statement) > 0);
    // The first step runs here, so that exec() reports what a write ran into.
    m_ahead = step();
    m_aheadUnread = true;
    if (m_ahead == Step::Failed) {
        setActive(false);
        return false;
    }
    setActive(true);
    return true;
}

SqlCipherResult::Step SqlCipherResult::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return Step::Row;
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement);
        return Step::Done;
    }
    setLastError(SqlCipherDriver::error(m_driver->database(), QStringLiteral("The statement failed"),
                                        QSqlError::StatementError));
    sqlite3_reset(m_statement);
    return Step::Failed;
}

bool SqlCipherResult::fetchNext()
{
    if (!isActive() || !isSelect())
        return false;
    const Step outcome = m_aheadUnread ? m_ahead : (m_ahead == Step::Row ? step() : m_ahead);
    m_aheadUnread = false;
    m_ahead = outcome;
    if (outcome != Step::Row) {
        setAt(QSql::AfterLastRow);
        return false;
    }
    setAt(at() == QSql::BeforeFirstRow ? 0 : at() + 1);
    return true;
}

bool SqlCipherResult::fetch(int row)
{
    if (row < at())
        return false;
    while (at() < row || at() == QSql::BeforeFirstRow) {
        if (!fetchNext())
            return false;
    }
    return true;
}

bool SqlCipherResult::fetchFirst()
{
    return at() == QSql::BeforeFirstRow && fetchNext();
}

bool SqlCipherResult::fetchLast()
{
    bool any = false;
    while (fetchNext())
        any = true;
    return any;
}

QVariant SqlCipherResult::data(int column)
{
    if (!m_statement || column < 0 || column >= sqlite3_column_count(m_statement))
        return {};
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(m_statement, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(m_statement, column);
    case SQLITE_BLOB:
        return QByteArray(static_cast<const char *>(sqlite3_column_blob(m_statement, column)),
                          sqlite3_column_bytes(m_statement, column));
    case SQLITE_NULL:
        return {};
    default: {
        const unsigned char *text = sqlite3_column_text(m_statement, column);
        const auto *bytes = static_cast<const char *>(static_cast<const void *>(text));
        return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
    }
    }
}

bool SqlCipherResult::isNull(int column)
{
    return !m_statement || sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

int SqlCipherResult::size()
{
    return -1;
}

int SqlCipherResult::numRowsAffected()
{
    return sqlite3_changes(m_driver->database());
}

QVariant SqlCipherResult::lastInsertId() const
{
    return qint64(sqlite3_last_insert_rowid(m_driver->database()));
}

QSqlRecord SqlCipherResult::record() const
{
    QSqlRecord record;
    for (int i = 0; m_statement && i < sqlite3_column_count(m_statement); ++i)
        record.append(QSqlField(QString::fromUtf8(sqlite3_column_name(m_statement, i))));
    return record;
}

void SqlCipherResult::detachFromResultSet()
{
    if (m_statement)
        sqlite3_reset(m_statement);
}

} // namespace ChatOps
