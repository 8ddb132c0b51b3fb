// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/driver/sqlcipherdriver.h"

#include "core/text.h"
#include "store/driver/sqlcipherresult.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

#include <sqlite3.h>

namespace ChatOps {
namespace {

/// Empty for NULL, and when there is no memory.
QStringView textOf(sqlite3_value *value)
{
    const auto *text = static_cast<const char16_t *>(sqlite3_value_text16(value));
    return {text, text ? sqlite3_value_bytes16(value) / qsizetype(sizeof(char16_t)) : 0};
}

/// SQL function `words(text)`: the text as the search index has it.
void words(sqlite3_context *context, int, sqlite3_value **values)
{
    const QString indexed = indexText(textOf(values[0]));
    sqlite3_result_text16(context, indexed.utf16(), int(indexed.size() * qsizetype(sizeof(char16_t))),
                          SQLITE_TRANSIENT);
}

/// SQL function `holds_words(text, words)`: holdsWords().
void holds(sqlite3_context *context, int, sqlite3_value **values)
{
    sqlite3_result_int(context, holdsWords(textOf(values[0]), textOf(values[1])));
}

} // namespace

SqlCipherDriver::SqlCipherDriver(QObject *parent)
    : QSqlDriver(parent)
{
}

SqlCipherDriver::~SqlCipherDriver()
{
    SqlCipherDriver::close();
}

void SqlCipherDriver::setKey(Secret key)
{
    m_key = std::move(key);
}

bool SqlCipherDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case Transactions:
    case BLOB:
    case Unicode:
    case PreparedQueries:
    case PositionalPlaceholders:
    case LastInsertId:
    case LowPrecisionNumbers:
    case SimpleLocking:
    case FinishQuery:
        return true;
    case QuerySize:
    case NamedPlaceholders:
    case BatchOperations:
    case EventNotifications:
    case MultipleResultSets:
    case CancelQuery:
        return false;
    }
    return false;
}

QSqlError SqlCipherDriver::error(sqlite3 *db, const QString &text, QSqlError::ErrorType type)
{
    const int code = db ? sqlite3_extended_errcode(db) : SQLITE_NOMEM;
    return {text, QString::fromUtf8(db ? sqlite3_errmsg(db) : "out of memory"), type, QString::number(code)};
}

bool SqlCipherDriver::execute(const char *sql, QSqlError::ErrorType type)
{
    if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) == SQLITE_OK)
        return true;
    setLastError(error(m_db, QStringLiteral("The database refused a statement"), type));
    return false;
}

/// As SQLCipher takes a key that needs no derivation. To be wiped by who asked for it.
QByteArray SqlCipherDriver::rawKey() const
{
    return "x'" + QByteArray(m_key.view().data(), m_key.view().size()).toHex() + "'";
}

bool SqlCipherDriver::attachCopy()
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray path = m_copy.toUtf8();
    QByteArray raw = rawKey();
    bool ok =
        sqlite3_prepare_v2(m_db, "ATTACH DATABASE ? AS copy KEY ?", -1, &statement, nullptr) == SQLITE_OK;
    if (ok) {
        sqlite3_bind_text(statement, 1, path.constData(), int(path.size()), SQLITE_STATIC);
        sqlite3_bind_text(statement, 2, raw.constData(), int(raw.size()), SQLITE_STATIC);
        ok = sqlite3_step(statement) == SQLITE_DONE;
    }
    if (!ok)
        setLastError(
            error(m_db, QStringLiteral("The second file cannot be opened"), QSqlError::ConnectionError));
    sqlite3_finalize(statement);
    wipe(raw);
    return ok && execute("SELECT count(*) FROM copy.sqlite_master", QSqlError::ConnectionError);
}

bool SqlCipherDriver::unlock()
{
    // Its complaint about a wrong key would go to stderr; the error is reported as a value instead.
    sqlite3_exec(m_db, "PRAGMA cipher_log_level = NONE", nullptr, nullptr, nullptr);
    if (m_key.view().size() != 32) {
        setLastError({QStringLiteral("No key"), QStringLiteral("a file needs a key of 32 bytes"),
                      QSqlError::ConnectionError, QString::number(SQLITE_AUTH)});
        return false;
    }
    QByteArray raw = rawKey();
    const int keyed = sqlite3_key_v2(m_db, "main", raw.constData(), int(raw.size()));
    wipe(raw);

    bool ciphered = false;
    sqlite3_exec(
        m_db, "PRAGMA cipher_version",
        [](void *seen, int columns, char **values, char **) {
            *static_cast<bool *>(seen) = columns == 1 && values[0] && values[0][0];
            return 0;
        },
        &ciphered, nullptr);
    if (keyed != SQLITE_OK || !ciphered) {
        setLastError({QStringLiteral("No cipher"), QStringLiteral("the database library does not encrypt"),
                      QSqlError::ConnectionError, QString::number(SQLITE_AUTH)});
        return false;
    }
    return execute("SELECT count(*) FROM sqlite_master", QSqlError::ConnectionError);
}

bool SqlCipherDriver::open(const QString &path, const QString &, const QString &, const QString &, int,
                           const QString &options)
{
    if (isOpen())
        close();
    const bool inMemory = path == u":memory:";
    const bool readOnly = m_readOnly = options.contains(u"readonly");
    const int flags =
        SQLITE_OPEN_NOMUTEX | (readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    const bool immutable = options.contains(u"immutable");
    const QByteArray name =
        immutable ? "file:" + QUrl::toPercentEncoding(path, "/") + "?immutable=1" : path.toUtf8();
    const int opened =
        sqlite3_open_v2(name.constData(), &m_db, immutable ? flags | SQLITE_OPEN_URI : flags, nullptr);
    bool ok = opened == SQLITE_OK;
    if (!ok) {
        setLastError(
            error(m_db, QStringLiteral("The database file cannot be opened"), QSqlError::ConnectionError));
    } else {
        sqlite3_extended_result_codes(m_db, 1);
        sqlite3_busy_timeout(m_db, 5000);
        // Corrupt schemas and views must not become a way to run code.
        sqlite3_db_config(m_db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(m_db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_create_function_v2(m_db, "words", 1, SQLITE_UTF16 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                   nullptr, words, nullptr, nullptr, nullptr);
        sqlite3_create_function_v2(m_db, "holds_words", 2,
                                   SQLITE_UTF16 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr, holds,
                                   nullptr, nullptr, nullptr);
        ok = (inMemory || unlock()) && (m_copy.isEmpty() || attachCopy())
            && execute("PRAGMA temp_store = MEMORY", QSqlError::ConnectionError)
            && execute("PRAGMA secure_delete = ON", QSqlError::ConnectionError)
            && execute("PRAGMA foreign_keys = ON", QSqlError::ConnectionError);
    }
    if (!ok) {
        sqlite3_close_v2(m_db);
        m_db = nullptr;
    }
    setOpen(ok);
    setOpenError(!ok);
    return ok;
}

void SqlCipherDriver::close()
{
    if (m_db) {
        // Statements still alive keep a zombie handle until they are finalized.
        sqlite3_close_v2(m_db);
        m_db = nullptr;
    }
    m_key.wipe();
    setOpen(false);
    setOpenError(false);
}

QSqlResult *SqlCipherDriver::createResult() const
{
    return new SqlCipherResult(this);
}

bool SqlCipherDriver::beginTransaction()
{
    // A writer takes its lock at once: upgrading later could find the database changed.
    return isOpen() && execute(m_readOnly ? "BEGIN" : "BEGIN IMMEDIATE", QSqlError::TransactionError);
}

bool SqlCipherDriver::commitTransaction()
{
    return isOpen() && execute("COMMIT", QSqlError::TransactionError);
}

bool SqlCipherDriver::rollbackTransaction()
{
    return isOpen() && execute("ROLLBACK", QSqlError::TransactionError);
}

QStringList SqlCipherDriver::tables(QSql::TableType type) const
{
    QStringList names;
    if (!isOpen())
        return names;
    QSqlQuery query(createResult());
    query.setForwardOnly(true);
    const QString wanted = type == QSql::Views ? QStringLiteral("view") : QStringLiteral("table");
    query.prepare(QStringLiteral("SELECT name FROM sqlite_master WHERE type = ?"));
    query.addBindValue(wanted);
    query.exec();
    while (query.next())
        names.append(query.value(0).toString());
    return names;
}

QString SqlCipherDriver::escapeIdentifier(const QString &identifier, IdentifierType) const
{
    QString quoted = identifier;
    quoted.replace(u'"', QStringLiteral("\"\""));
    return u'"' + quoted + u'"';
}

} // namespace ChatOps
