// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/managedsettings.h"

#include "core/jsonguard.h"
#include "core/purposes.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr qsizetype mostBytes = 64 * 1024;

/// A file that cannot be understood may have wanted to forbid anything.
ManagedSettings everythingForbidden(const QString &why)
{
    ManagedSettings settings;
    for (const Purpose &purpose : purposes())
        settings.forbidden.insert(purpose.name);
    settings.problem =
        QCoreApplication::translate(
            "ChatOps",
            "The settings of your organisation for this computer cannot be read (%1). Until they can, everything optional is off.")
            .arg(why);
    return settings;
}

} // namespace

QString managedSettingsPath()
{
#ifdef Q_OS_LINUX
    return u"/etc/chatops-desktop/managed.json"_s;
#else
    return {};
#endif
}

ManagedSettings readManagedSettings(const QString &path)
{
    if (path.isEmpty())
        return {};
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly)) {
        // Only one that is not there forbids nothing.
        return errno == ENOENT || errno == ENOTDIR ? ManagedSettings()
                                                   : everythingForbidden(file.errorString());
    }
    const Result<QJsonObject> json = parseJson(file.read(mostBytes + 1), {mostBytes, 4});
    if (!json)
        return everythingForbidden(json.error().detail);
    JsonReader reader(*json);
    const QJsonArray forbid = reader.array("forbid"_L1, 100);
    ManagedSettings settings;
    for (const auto &value : forbid) {
        // A name of a newer program is no reason to forget the others.
        if (value.isString())
            settings.forbidden.insert(value.toString());
        else
            reader.fail("forbid"_L1, "holds something that is not a name");
    }
    return reader.ok() ? settings : everythingForbidden(reader.error().detail);
}

} // namespace ChatOps
