// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/commands/commandline.h"

namespace ChatOps::Server {

/// Who the command line is, in the log that people see.
[[nodiscard]] const QString &commandLineActor();

// Actions of `privacy` about one person's data as a whole. `words`: what follows the action.
[[nodiscard]] Result<QString> holdAction(Workspace &workspace, const QStringList &words,
                                         const QCommandLineParser &parser);
[[nodiscard]] Result<QString> accessAction(Workspace &workspace, const QStringList &words);
[[nodiscard]] Result<QString> planAction(Workspace &workspace, const QStringList &words);
[[nodiscard]] Result<QString> receiptAction(Workspace &workspace, const QStringList &words);
/// Outside of a transaction: each takes as many as it needs.
[[nodiscard]] int exportAction(Place &place, const QStringList &words, bool portability);
[[nodiscard]] int eraseAction(Place &place, const QStringList &words);
/// `import pack FILE`.
[[nodiscard]] int importPack(Place &place, const QString &file, const QString &handle);
/// `verify FILE`: a pack or a receipt.
[[nodiscard]] int runVerify(const QString &data, const QStringList &arguments);

} // namespace ChatOps::Server
