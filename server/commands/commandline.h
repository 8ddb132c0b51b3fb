// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/accounts.h"
#include "server/hub/database.h"

#include <QCommandLineParser>
#include <QStringList>
#include <QTextStream>

#include <functional>

namespace ChatOps::Server {

/// Exit codes of `chatops-server`; scripts rely on them.
enum ExitCode { ExitOk = 0, ExitFailed = 1, ExitUsage = 2, ExitPartial = 3 };

/// Runs one command; returns the process's exit code.
[[nodiscard]] int runCommandLine(const QStringList &arguments);

// One function a command; `arguments` begins with the command's own name.
[[nodiscard]] int runServe(const QString &data, const QStringList &arguments);
[[nodiscard]] int runUser(const QString &data, const QStringList &arguments);
[[nodiscard]] int runInvite(const QString &data, const QStringList &arguments);
[[nodiscard]] int runChannel(const QString &data, const QStringList &arguments);
[[nodiscard]] int runPrivacy(const QString &data, const QStringList &arguments);
[[nodiscard]] int runImport(const QString &data, const QStringList &arguments);
[[nodiscard]] int runBackup(const QString &data, const QStringList &arguments);
[[nodiscard]] int runRestore(const QString &data, const QStringList &arguments);
[[nodiscard]] int runAudit(const QString &data, const QStringList &arguments);
[[nodiscard]] int runWorkspace(const QString &data, const QStringList &arguments);
[[nodiscard]] int runDemo(const QString &data, const QStringList &arguments);

// What the commands share.
[[nodiscard]] QTextStream &out();
[[nodiscard]] QTextStream &err();
int complain(const Error &error);
int usageError(const QString &message);
/// Parses, refusing more than `mostWords` words without a dash, or prints help;
/// the exit code when the command is done with that.
[[nodiscard]] std::optional<int> parseOrHelp(QCommandLineParser &parser, const QStringList &arguments,
                                             int mostWords = 0);
/// One line from standard input, without echo on a terminal.
[[nodiscard]] QString readSecret(const QString &prompt);

/// An open data folder with its only or named workspace.
/// The database of the data folder, for what needs no workspace.
[[nodiscard]] Result<std::unique_ptr<Connection>> connectTo(const QString &data);
struct Place {
    DataFolder folder;
    std::unique_ptr<Connection> db;
    WorkspaceId workspace;
};
/// `name` empty: the only workspace; it is made, called "Workspace", if there is none.
[[nodiscard]] Result<Place> openPlace(const QString &data, const QString &name);
[[nodiscard]] const QCommandLineOption &workspaceOption();
/// Runs `work` in one transaction, prints what it returns if that worked, and
/// complains otherwise; the exit code.
[[nodiscard]] int inTransaction(Place &place,
                                const std::function<Result<QString>(Workspace &, Accounts &)> &work);
/// Somebody who has to be there.
[[nodiscard]] Result<Person> needPerson(Workspace &workspace, const QString &handle);
/// The same time source for every command.
[[nodiscard]] const Clock &systemClock();

} // namespace ChatOps::Server
