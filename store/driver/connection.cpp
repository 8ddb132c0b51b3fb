// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/driver/connection.h"

#include "store/driver/hotstatement.h"
#include "store/driver/sqlcipherdriver.h"
#include "store/driver/sqlcipherresult.h"

#include <QCoreApplication>
#include <QSqlError>

#include <atomic>
#include <sqlite3.h>

namespace ChatOps {
namespace {

Error errorOf(const QSqlError &problem)
{
    const int code = problem.nativeErrorCode().toInt() & 0xff;
    const QString detail = QStringLiteral("%1: %2 (%3)")
                               .arg(problem.driverText(), problem.databaseText(), problem.nativeErrorCode());
    const auto say = [](const char *text) { return QCoreApplication::translate("ChatOps", text); };
    switch (code) {
    case SQLITE_NOTADB:
    case SQLITE_AUTH:
        return {ErrorCode::WrongKey,
                say(QT_TRANSLATE_NOOP("ChatOps", "The stored data cannot be opened with this key.")), detail};
    case SQLITE_CORRUPT:
        return {ErrorCode::Damaged, say(QT_TRANSLATE_NOOP("ChatOps", "The stored data is damaged.")), detail};
    case SQLITE_FULL:
        return {ErrorCode::Storage, say(QT_TRANSLATE_NOOP("ChatOps", "The disk is full.")), detail};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return {ErrorCode::Storage,
                say(QT_TRANSLATE_NOOP("ChatOps",
                                      "The stored data cannot be written. Check the folder's permissions.")),
                detail};
    case SQLITE_CONSTRAINT:
        return {ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("ChatOps", "This exists already.")), detail};
    default:
        return {ErrorCode::Storage,
                say(QT_TRANSLATE_NOOP("ChatOps", "The stored data cannot be read or written.")), detail};
    }
}

} // namespace

Connection::Connection(QString name)
    : m_name(std::move(name))
{
}

Connection::~Connection()
{
    if (m_inTransaction)
        rollback();
    m_hot.clear();
    m_statements.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseOptions &options, Secret key)
{
    static std::atomic<quint64> serial = 0;
    std::unique_ptr<Connection> connection(new Connection(QStringLiteral("chatops-%1").arg(++serial)));
    auto *driver = new SqlCipherDriver;
    driver->setKey(std::move(key));
    driver->setCopy(options.copyPath);
    QSqlDatabase database = QSqlDatabase::addDatabase(driver, connection->m_name);
    connection->m_driver = driver;
    database.setDatabaseName(options.path);
    if (options.withoutLog)
        database.setConnectOptions(QStringLiteral("readonly immutable"));
    else if (options.readOnly)
        database.setConnectOptions(QStringLiteral("readonly"));
    if (!database.open())
        return std::unexpected(errorOf(database.lastError()));
    // With the first query that has no result of ours Qt makes the one that stands for "none", and
    // without that, at the end of a process, it leaves results undestroyed. It has to be older than
    // the connection, also than one in a static.
    [[maybe_unused]] const QSqlQuery none(database);
    if (!options.readOnly) {
        CHATOPS_TRY(connection->value(options.oneFile ? QStringLiteral("PRAGMA journal_mode = TRUNCATE")
                                                      : QStringLiteral("PRAGMA journal_mode = WAL")));
        CHATOPS_TRY(connection->run(options.fullSync ? QStringLiteral("PRAGMA synchronous = FULL")
                                                     : QStringLiteral("PRAGMA synchronous = NORMAL")));
        if (!options.copyPath.isEmpty())
            CHATOPS_TRY(connection->run(options.fullSync
                                            ? QStringLiteral("PRAGMA copy.synchronous = FULL")
                                            : QStringLiteral("PRAGMA copy.synchronous = NORMAL")));
        // A process killed between writing and syncing leaves commits that look durable to
        // the next one and that a power cut would still take. A checkpoint syncs them first.
        if (options.fullSync && !options.oneFile)
            CHATOPS_TRY(connection->value(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")));
    }
    return connection;
}

HotStatement &Connection::hot(SqlLiteral sql)
{
    std::unique_ptr<HotStatement> &statement = m_hot[sql.text()];
    if (!statement)
        statement.reset(
            new HotStatement(*this, QByteArray::fromRawData(sql.text(), qsizetype(qstrlen(sql.text())))));
    Q_ASSERT(!statement->isShowing());
    return *statement;
}

Error Connection::lastError(const QString &what) const
{
    return errorOf(SqlCipherDriver::error(m_driver->database(), what, QSqlError::StatementError));
}

Result<Connection::Statement> Connection::start(const QString &sql, const QVariantList &values)
{
    // Taken out while it runs, so that the same text used inside a row loop gets a statement of its own.
    auto kept = m_statements.extract(sql);
    const auto make = [this] {
        auto *result = new SqlCipherResult(m_driver);
        return Statement{QSqlQuery(result), result};
    };
    Statement statement = kept ? std::move(kept.mapped()) : make();
    if (!kept) {
        statement.query.setForwardOnly(true);
        if (!statement.query.prepare(sql))
            return std::unexpected(errorOf(statement.query.lastError()));
    }
    // Not one by one: QSqlQuery writes a name for each, which takes as long as many a statement.
    statement.result->setValues(values);
    if (!statement.query.exec())
        return std::unexpected(errorOf(statement.query.lastError()));
    return statement;
}

void Connection::keep(const QString &sql, Statement &&statement)
{
    statement.query.finish();
    if (m_statements.size() < 200)
        m_statements.emplace(sql, std::move(statement));
}

Result<int> Connection::run(const QString &sql, const QVariantList &values)
{
    Result<Statement> statement = start(sql, values);
    if (!statement)
        return std::unexpected(statement.error());
    const int affected = statement->query.numRowsAffected();
    m_lastInsertId = statement->query.lastInsertId().toLongLong();
    keep(sql, std::move(*statement));
    return affected;
}

Result<void> Connection::rows(const QString &sql, const QVariantList &values,
                              const std::function<bool(const SqlRow &)> &each)
{
    Result<Statement> statement = start(sql, values);
    if (!statement)
        return std::unexpected(statement.error());
    QSqlQuery &query = statement->query;
    while (query.next()) {
        if (!each(SqlRow(query)))
            break;
    }
    if (query.lastError().isValid())
        return std::unexpected(errorOf(query.lastError()));
    keep(sql, std::move(*statement));
    return {};
}

Result<QVariant> Connection::value(const QString &sql, const QVariantList &values)
{
    Result<Statement> statement = start(sql, values);
    if (!statement)
        return std::unexpected(statement.error());
    QSqlQuery &query = statement->query;
    const QVariant result = query.next() ? query.value(0) : QVariant();
    if (query.lastError().isValid())
        return std::unexpected(errorOf(query.lastError()));
    keep(sql, std::move(*statement));
    return result;
}

Result<void> Connection::begin()
{
    if (!m_driver->beginTransaction())
        return std::unexpected(errorOf(m_driver->lastError()));
    m_inTransaction = true;
    return {};
}

Result<void> Connection::commit()
{
    if (!m_driver->commitTransaction())
        return std::unexpected(errorOf(m_driver->lastError()));
    m_inTransaction = false;
    return {};
}

void Connection::rollback()
{
    m_driver->rollbackTransaction();
    m_inTransaction = false;
}

void Connection::forgetPages()
{
    sqlite3_db_release_memory(m_driver->database());
}

void Connection::keepPages(int kilobytes)
{
    // Takes effect when it is prepared: not one of the statements that are kept.
    sqlite3_exec(m_driver->database(),
                 QByteArray("PRAGMA cache_size = -" + QByteArray::number(kilobytes)).constData(), nullptr,
                 nullptr, nullptr);
}

Result<void> Connection::check()
{
    const auto damaged = [](const QString &detail) {
        return std::unexpected(Error{ErrorCode::Damaged,
                                     QCoreApplication::translate("ChatOps", "The stored data is damaged."),
                                     detail});
    };
    // An error is one of reading, which a disk may have for a while; what was read and is
    // wrong comes as a row.
    const Result<QVariant> pages = value(QStringLiteral("PRAGMA cipher_integrity_check"));
    if (!pages)
        return std::unexpected(pages.error());
    if (pages->isValid())
        return damaged(pages->toString());
    const Result<QVariant> structure = value(QStringLiteral("PRAGMA quick_check"));
    if (!structure)
        return std::unexpected(structure.error());
    if (structure->toString() != QStringLiteral("ok"))
        return damaged(structure->toString());
    return {};
}

QString Connection::cipher()
{
    const auto named = [this](const char *pragma) {
        return value(QString::fromLatin1(pragma)).value_or(QVariant()).toString();
    };
    const QString version = named("PRAGMA cipher_version");
    const QString provider = named("PRAGMA cipher_provider");
    if (version.isEmpty() || provider.isEmpty())
        return {};
    return QStringLiteral("SQLCipher %1, AES-256").arg(version.section(u' ', 0, 0));
}

} // namespace ChatOps
