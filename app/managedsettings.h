// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSet>
#include <QString>

namespace ChatOps {

/// What an administrator has decided for everybody on this computer. It can only take
/// away: purposes listed under "forbid" stay off whatever people choose. Nothing here
/// can switch anything on, or hide export, objection, complaint or deletion.
struct ManagedSettings {
    QSet<QString> forbidden; ///< Names of `purposes()`.
    QString problem; ///< Why the file could not be read; then everything optional is off.
};

/// Where it stands: `/etc/chatops-desktop/managed.json` on Linux. Written by root only.
[[nodiscard]] QString managedSettingsPath();
/// Without a file nothing is forbidden. Blocks on the disk: call it from a worker.
[[nodiscard]] ManagedSettings readManagedSettings(const QString &path);

} // namespace ChatOps
