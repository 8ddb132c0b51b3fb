// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wholefile.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace ChatOps {

Result<void> writeWholeFile(const QString &path, const QByteArray &bytes,
                            QFileDevice::Permissions permissions)
{
    QSaveFile file(path);
    // QSaveFile (Qt 6.4) does not notice when the bytes it still holds cannot be written
    // in commit(), and puts an empty file in place of the old one: they have to be
    // flushed before. Guarded by core.TestWholeFile.
    const bool written = file.open(QIODevice::WriteOnly)
        && (permissions == QFileDevice::Permissions() || file.setPermissions(permissions))
        && file.write(bytes) == bytes.size() && file.flush();
    if (written && file.commit())
        return {};
    const QString detail = file.errorString();
    file.cancelWriting();
    return failure(ErrorCode::Storage, QCoreApplication::translate("ChatOps", "The file cannot be written."),
                   detail);
}

} // namespace ChatOps
