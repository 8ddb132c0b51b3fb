// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/driver/databasefiles.h"

#include <QFile>
#include <QFileInfo>

namespace ChatOps {

DatabaseFiles &DatabaseFiles::system()
{
    static DatabaseFiles files;
    return files;
}

bool DatabaseFiles::exists(const QString &path) const
{
    return QFile::exists(path);
}

bool DatabaseFiles::isEmpty(const QString &path) const
{
    return QFileInfo(path).size() == 0;
}

bool DatabaseFiles::remove(const QString &path)
{
    return QFile::remove(path);
}

bool DatabaseFiles::rename(const QString &from, const QString &to)
{
    return QFile::rename(from, to);
}

} // namespace ChatOps
