// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/database.h"

#include "core/wholefile.h"
#include "server/hub/serverschema.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

/// Of the files of a database; its log first, so that it never stands beside another one.
const QStringList suffixes{u"-wal"_s, u"-shm"_s, QString()};

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
    CHATOPS_TRY(checkLog());
    Result<std::unique_ptr<Connection>> connection = Connection::open({databasePath(), false, true}, key());
    if (!connection)
        return connection;
    CHATOPS_TRY(migrateServer(**connection));
    CHATOPS_TRY(markOwn(**connection));
    // Made by earlier programs with what the umask of that day allowed.
    for (const QString &suffix : suffixes)
        QFile::setPermissions(databasePath() + suffix, QFile::ReadOwner | QFile::WriteOwner);
    return connection;
}

Result<void> DataFolder::renewEpoch(const QString &path) const
{
    const Result<std::unique_ptr<Connection>> copy = Connection::open({path, false, true}, key());
    if (!copy)
        return std::unexpected(copy.error());
    CHATOPS_TRY((*copy)->run(u"UPDATE meta SET value = ? WHERE name = 'epoch'"_s,
                             {QUuid::createUuid().toString(QUuid::WithoutBraces)}));
    // One file, without a log beside it, is what gets copied about.
    CHATOPS_TRY((*copy)->value(u"PRAGMA journal_mode = DELETE"_s));
    return {};
}

Result<void> DataFolder::checkLog() const
{
    const QFileInfo log(databasePath() + u"-wal"_s);
    QFile mark(markPath());
    if (!log.exists() || log.size() == 0 || !QFileInfo::exists(databasePath())
        || !mark.open(QIODevice::ReadOnly))
        return {};
    const QString known = QString::fromLatin1(mark.readAll().trimmed());
    const Result<std::unique_ptr<Connection>> plain =
        Connection::open({databasePath(), true, false, false, {}, true}, key());
    // Where the first commits are in the log alone there is nothing to compare yet.
    const Result<QVariant> epoch = plain ? (*plain)->value(u"SELECT value FROM meta WHERE name = 'epoch'"_s)
                                         : Result<QVariant>(QVariant());
    const QString own = epoch.value_or(QVariant()).toString();
    if (known.isEmpty() || own.isEmpty() || own == known)
        return {};
    return failure(
        ErrorCode::Conflict,
        say(QT_TRANSLATE_NOOP(
            "Server",
            "server.db is another database than the one that server.db-wal beside it belongs to: a copy was put in its place by hand. Nothing was changed. To use the copy, move it away, put the old server.db back or remove server.db-wal and server.db-shm, and run: chatops-server restore COPY")),
        databasePath());
}

Result<void> DataFolder::markOwn(Connection &db) const
{
    const Result<QVariant> epoch = db.value(u"SELECT value FROM meta WHERE name = 'epoch'"_s);
    if (!epoch)
        return std::unexpected(epoch.error());
    QFile mark(markPath());
    const QByteArray now = epoch->toString().toLatin1() + '\n';
    if (mark.open(QIODevice::ReadOnly) && mark.readAll() == now)
        return {};
    mark.close();
    return writeWholeFile(markPath(), now, OwnerOnly);
}

Result<std::unique_ptr<QLockFile>> DataFolder::lock() const
{
    auto file = std::make_unique<QLockFile>(m_path + u"/serve.lock"_s);
    file->setStaleLockTime(0);
    if (file->tryLock(0))
        return file;
    qint64 process = 0;
    QString host;
    QString program;
    if (file->error() != QLockFile::LockFailedError)
        return failure(ErrorCode::Storage,
                       say(QT_TRANSLATE_NOOP("Server", "The data folder cannot be written.")), m_path);
    (void)file->getLockInfo(&process, &host, &program);
    return failure(ErrorCode::Conflict,
                   say(QT_TRANSLATE_NOOP("Server", "A server runs on this data. Stop it first.")),
                   u"process %1"_s.arg(process));
}

Result<void> DataFolder::prepareCopy(const QString &path) const
{
    Result<std::unique_ptr<Connection>> copy = Connection::open({path, false, true}, key());
    if (!copy && copy.error().code == ErrorCode::WrongKey)
        return failure(
            ErrorCode::WrongKey,
            say(QT_TRANSLATE_NOOP(
                "Server",
                "This is no copy of a database under this key: put the key of the backup into server.key, or into CHATOPS_SERVER_KEY.")));
    if (!copy)
        return std::unexpected(copy.error());
    CHATOPS_TRY((*copy)->check());
    const Result<QVariant> schema = (*copy)->value(u"SELECT value FROM meta WHERE name = 'schema'"_s);
    if (!schema || schema->toInt() == 0)
        return failure(ErrorCode::Damaged,
                       say(QT_TRANSLATE_NOOP("Server", "This is no copy of a server's database.")));
    CHATOPS_TRY(migrateServer(**copy));
    copy->reset();
    // The same copy may be restored twice: what clients believe to know of the first time is not so.
    return renewEpoch(path);
}

Result<QString> DataFolder::restore(const QString &copy) const
{
    const QString coming = databasePath() + u".restoring"_s;
    const auto clear = [&coming] {
        for (const QString &suffix : suffixes)
            QFile::remove(coming + suffix);
    };
    clear();
    QFile source(copy);
    if (!source.copy(coming)) {
        clear();
        return failure(
            ErrorCode::Storage,
            say(QT_TRANSLATE_NOOP("Server", "The copy cannot be read, or there is no room for it here.")),
            source.errorString());
    }
    QFile::setPermissions(coming, QFile::ReadOwner | QFile::WriteOwner);
    if (const Result<void> sound = prepareCopy(coming); !sound) {
        clear();
        return std::unexpected(sound.error());
    }
    const QString aside =
        m_path + u"/before-restore-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    QStringList moved;
    const auto takeBack = [&] {
        for (const QString &name : std::as_const(moved))
            QFile::rename(aside + u'/' + name, m_path + u'/' + name);
        QDir().rmdir(aside);
        clear();
    };
    // The log goes with its database, and before the copy comes: never are both beside each other.
    for (const QString &suffix : suffixes) {
        const QString name = u"server.db"_s + suffix;
        if (!QFileInfo::exists(m_path + u'/' + name))
            continue;
        if ((moved.isEmpty() && !QDir().mkpath(aside))
            || !QFile::rename(m_path + u'/' + name, aside + u'/' + name)) {
            takeBack();
            return failure(ErrorCode::Storage,
                           say(QT_TRANSLATE_NOOP(
                               "Server", "The database that is there cannot be moved out of the way.")));
        }
        moved.append(name);
    }
    if (!QFile::rename(coming, databasePath())) {
        takeBack();
        return failure(ErrorCode::Storage,
                       say(QT_TRANSLATE_NOOP("Server", "The copy cannot be put in its place.")));
    }
    if (!moved.isEmpty())
        QFile::setPermissions(aside, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // Its mark is of the database before.
    QFile::remove(markPath());
    const Result<std::unique_ptr<Connection>> db = connect();
    if (!db)
        return std::unexpected(db.error());
    return moved.isEmpty() ? QString() : aside;
}

Result<std::unique_ptr<Connection>> DataFolder::connectForReading() const
{
    return Connection::open({databasePath(), true, false}, key());
}

} // namespace ChatOps::Server
