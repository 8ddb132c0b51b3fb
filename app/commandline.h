// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/managedsettings.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace ChatOps {

/// What `chatops` was asked for on its command line.
struct CommandLine {
    QString profile; ///< Folder of this person's data.
    QString server;
    QString name;
    QString password; ///< Read from standard input.
    QString tour; ///< Folder for pictures; then the program ends by itself.
    bool sayWhenShown = false; ///< Print a line when messages are on the screen for the first time.
    QString language;
    QString managed = managedSettingsPath(); ///< Not an option: people cannot choose another one.
};

/// Parses; on --help, --version or a mistake prints and gives the exit code.
[[nodiscard]] std::optional<int> parseCommandLine(const QStringList &arguments, CommandLine &result);

} // namespace ChatOps
