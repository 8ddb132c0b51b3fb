// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temporary.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace ChatOps::Testing {

QStringList filesContaining(const QString &directory, const QString &needle, Depth depth)
{
    const QByteArray utf8 = needle.toUtf8();
    const QByteArray utf16(reinterpret_cast<const char *>(needle.utf16()), needle.size() * 2);
    QStringList found;
    QDirIterator files(directory, QDir::Files | QDir::Hidden | QDir::System,
                       depth == Depth::Everything ? QDirIterator::Subdirectories
                                                  : QDirIterator::NoIteratorFlags);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile file(path);
        if (QFileInfo(path).fileName().contains(needle))
            found.append(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        if (bytes.contains(utf8) || bytes.contains(utf16))
            found.append(path);
    }
    return found;
}

QByteArray fixedKey(char seed)
{
    return QByteArray(32, seed);
}

} // namespace ChatOps::Testing
