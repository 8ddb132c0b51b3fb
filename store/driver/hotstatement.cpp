// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/driver/hotstatement.h"

#include "store/driver/sqlcipherdriver.h"

#include <QStringEncoder>
#include <QtEndian>

#include <array>
#include <sqlite3.h>

namespace ChatOps {

HotStatement::HotStatement(Connection &connection, QByteArray sql)
    : m_connection(connection)
    , m_sql(std::move(sql))
{
}

HotStatement::~HotStatement()
{
    sqlite3_finalize(m_statement);
}

bool HotStatement::prepare()
{
    if (!m_statement && m_code == SQLITE_OK)
        m_code = sqlite3_prepare_v3(m_connection.driver()->database(), m_sql.constData(),
                                    int(m_sql.size()) + 1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    return m_code == SQLITE_OK;
}

HotStatement &HotStatement::integer(qint64 value)
{
    if (prepare())
        m_code = sqlite3_bind_int64(m_statement, m_next++, value);
    return *this;
}

HotStatement &HotStatement::null()
{
    if (prepare())
        m_code = sqlite3_bind_null(m_statement, m_next++);
    return *this;
}

HotStatement &HotStatement::uuid(const QUuid &value)
{
    // RFC 4122: big endian. Copied by SQLite: sixteen bytes are not worth a place of their own.
    std::array<char, 16> bytes{};
    qToBigEndian(value.data1, bytes.data());
    qToBigEndian(value.data2, bytes.data() + 4);
    qToBigEndian(value.data3, bytes.data() + 6);
    std::copy(std::begin(value.data4), std::end(value.data4), bytes.begin() + 8);
    if (prepare())
        m_code = sqlite3_bind_blob(m_statement, m_next++, bytes.data(), int(bytes.size()), SQLITE_TRANSIENT);
    return *this;
}

HotStatement &HotStatement::text(QStringView value)
{
    if (!prepare())
        return *this;
    if (m_usedTexts == m_texts.size())
        m_texts.append(QByteArray());
    QByteArray &bytes = m_texts[m_usedTexts++];
    QStringEncoder encode(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const qsizetype room = encode.requiredSpace(value.size());
    if (bytes.size() < room)
        bytes.resize(room);
    const char *end = encode.appendToBuffer(bytes.data(), value);
    m_code = sqlite3_bind_text64(m_statement, m_next++, bytes.constData(),
                                 sqlite3_uint64(end - bytes.constData()), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

HotStatement &HotStatement::utf8(QByteArrayView value)
{
    // Without a place SQLite would take it for NULL.
    const char *place = value.data() ? value.data() : "";
    if (prepare())
        m_code = sqlite3_bind_text64(m_statement, m_next++, place, sqlite3_uint64(value.size()),
                                     SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Result<int> HotStatement::step()
{
    if (prepare() && m_next - 1 != sqlite3_bind_parameter_count(m_statement))
        m_code = SQLITE_MISUSE;
    m_next = 1;
    m_usedTexts = 0;
    const int code = m_code == SQLITE_OK ? sqlite3_step(m_statement) : m_code;
    if (code == SQLITE_ROW || code == SQLITE_DONE)
        return code;
    return std::unexpected(failed());
}

Error HotStatement::failed()
{
    const Error error = m_connection.lastError(QStringLiteral("The statement failed"));
    sqlite3_reset(m_statement);
    m_code = SQLITE_OK;
    return error;
}

Result<int> HotStatement::run()
{
    const Result<int> stepped = step();
    if (!stepped)
        return stepped;
    if (*stepped == SQLITE_ROW || sqlite3_reset(m_statement) != SQLITE_OK)
        return std::unexpected(failed());
    return sqlite3_changes(m_connection.driver()->database());
}

Result<bool> HotStatement::first(const std::function<void(const HotStatement &)> &read)
{
    const Result<int> stepped = step();
    if (!stepped)
        return std::unexpected(stepped.error());
    const bool found = *stepped == SQLITE_ROW;
    if (found) {
        m_showing = true;
        read(*this);
        m_showing = false;
    }
    // What a statement with RETURNING could not finish is said here.
    if (sqlite3_reset(m_statement) != SQLITE_OK)
        return std::unexpected(failed());
    return found;
}

qint64 HotStatement::integerAt(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArray HotStatement::bytesAt(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    if (!bytes && sqlite3_column_type(m_statement, column) != SQLITE_NULL)
        return ""; // SQLite has no place for nothing.
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

} // namespace ChatOps
