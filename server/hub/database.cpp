// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/database.h"

#include "core/wholefile.h"
#include "server/hub/serverschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUuid>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Server", text);
}

Result<QByteArray> readOrMakeKey(const QString &path)
{
    if (const QByteArray given = qgetenv("CHATOPS_SERVER_KEY"); !given.isEmpty()) {
        const QByteArray key = QByteArray::fromHex(given);
        if (key.size() != 32)
            return failure(
                ErrorCode::Invalid,
                say(QT_TRANSLATE_NOOP("Server", "CHATOPS_SERVER_KEY must hold 64 hexadecimal digits.")));
        return key;
    }
    QFile file(path);
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorCode::Storage,
                           say(QT_TRANSLATE_NOOP("Server", "The key file cannot be read.")),
                           file.errorString());
        if (file.permissions()
            & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther))
            return failure(ErrorCode::Storage,
                           say(QT_TRANSLATE_NOOP(
                               "Server", "The key file may be read by others; set its mode to 0600.")));
        const QByteArray key = QByteArray::fromHex(file.readAll().trimmed());
        if (key.size() != 32)
            return failure(ErrorCode::Damaged, say(QT_TRANSLATE_NOOP("Server", "The key file is damaged.")));
        return key;
    }
    const Secret fresh = Secret::random();
    const QByteArray key(fresh.view().data(), fresh.view().size());
    if (const Result<void> made = writeWholeFile(path, key.toHex() + '\n', OwnerOnly); !made)
        return failure(ErrorCode::Storage,
                       say(QT_TRANSLATE_NOOP("Server", "The key file cannot be written.")),
                       made.error().detail);
    return key;
}

} // namespace

DataFolder::DataFolder(QString path, QByteArray key)
    : m_path(std::move(path))
    , m_key(std::move(key))
{
}

Result<DataFolder> DataFolder::open(const QString &path)
{
    if (sodium_init() < 0)
        return failure(ErrorCode::Internal,
                       say(QT_TRANSLATE_NOOP("Server", "The cipher library cannot start.")));
    QDir directory(path);
    const bool fresh = !directory.exists();
    if (fresh && !QDir().mkpath(path))
        return failure(ErrorCode::Storage,
                       say(QT_TRANSLATE_NOOP("Server", "The data folder cannot be made.")), path);
    if (fresh)
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    Result<QByteArray> key = readOrMakeKey(directory.filePath(u"server.key"_s));
    if (!key)
        return std::unexpected(key.error());
    return DataFolder(directory.absolutePath(), std::move(*key));
}

QString DataFolder::databasePath() const
{
    return m_path + u"/server.db"_s;
}

Result<std::unique_ptr<Connection>> DataFolder::connect() const
{
    Result<std::unique_ptr<Connection>> connection =
        Connection::open({databasePath(), false, true}, Secret(QByteArray(m_key.constData(), m_key.size())));
    if (!connection)
        return connection;
    CHATOPS_TRY(migrateServer(**connection));
    return connection;
}

Result<void> DataFolder::renewEpoch(const QString &path) const
{
    const Result<std::unique_ptr<Connection>> copy =
        Connection::open({path, false, true}, Secret(QByteArray(m_key.constData(), m_key.size())));
    if (!copy)
        return std::unexpected(copy.error());
    CHATOPS_TRY((*copy)->run(u"UPDATE meta SET value = ? WHERE name = 'epoch'"_s,
                             {QUuid::createUuid().toString(QUuid::WithoutBraces)}));
    // One file, without a log beside it, is what gets copied about.
    CHATOPS_TRY((*copy)->value(u"PRAGMA journal_mode = DELETE"_s));
    return {};
}

Result<std::unique_ptr<Connection>> DataFolder::connectForReading() const
{
    return Connection::open({databasePath(), true, false},
                            Secret(QByteArray(m_key.constData(), m_key.size())));
}

} // namespace ChatOps::Server
