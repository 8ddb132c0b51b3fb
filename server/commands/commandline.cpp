// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/rights.h"

#include "core/entityjson.h"
#include "server/hub/privacydesk.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

struct Command {
    QLatin1StringView name;
    const char *summary;
    int (*run)(const QString &, const QStringList &);
};

constexpr std::array commands{
    Command{"serve"_L1, "answer clients until stopped", runServe},
    Command{"user"_L1, "add, list and close accounts, set passwords", runUser},
    Command{"invite"_L1, "make a code with which somebody can join", runInvite},
    Command{"channel"_L1, "add and list channels, add and remove people", runChannel},
    Command{"privacy"_L1, "requests, policy, notices, retention and registers", runPrivacy},
    Command{"import"_L1, "take over a Slack export, or one person's data export", runImport},
    Command{"verify"_L1, "check a data export or a receipt of a deletion", runVerify},
    Command{"backup"_L1, "copy the database while the server runs", runBackup},
    Command{"audit"_L1, "read, check and send on the security log", runAudit},
    Command{"workspace"_L1, "list and rename workspaces", runWorkspace},
    Command{"restore"_L1, "put a copy made by backup in place of the database", runRestore},
    Command{"demo"_L1, "make a workspace to try things in", runDemo},
};

QString defaultData()
{
    const QString fromEnvironment = qEnvironmentVariable("CHATOPS_SERVER_DATA");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/chatops-server"_s;
}

void printHelp(QTextStream &to)
{
    to << "usage: chatops-server [--data DIR] COMMAND [ARGUMENTS]\n\n"
          "The ChatOps server: channels, tasks and events for ChatOps Desktop.\n\ncommands:\n";
    for (const Command &command : commands)
        to << "  " << QString(command.name).leftJustified(10) << command.summary << '\n';
    to << "\noptions:\n"
          "  --data DIR   the folder with the database and its key; else CHATOPS_SERVER_DATA,\n"
          "               else the user's data folder\n"
          "  --version    print the version\n"
          "  --help       print this; `COMMAND --help` explains one command\n\n"
          "exit codes: 0 done, 1 failed, 2 wrong arguments, 3 done except for what was reported\n";
    to.flush();
}

} // namespace

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

QTextStream &err()
{
    static QTextStream stream(stderr);
    return stream;
}

int complain(const Error &error)
{
    err() << "chatops-server: " << (error.message.isEmpty() ? error.detail : error.message);
    if (!error.message.isEmpty() && !error.detail.isEmpty())
        err() << " (" << error.detail << ')';
    err() << Qt::endl;
    return ExitFailed;
}

int usageError(const QString &message)
{
    err() << "chatops-server: " << message << Qt::endl;
    return ExitUsage;
}

std::optional<int> parseOrHelp(QCommandLineParser &parser, const QStringList &arguments, int mostWords)
{
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Print this."_s);
    parser.addOption(help);
    if (!parser.parse(arguments))
        return usageError(parser.errorText());
    if (parser.isSet(help)) {
        // Qt names the program only; the command belongs to it.
        QString text = parser.helpText();
        const qsizetype end = text.indexOf(u" [options]");
        const qsizetype start = text.indexOf(u' ') + 1;
        if (end > start)
            text.replace(start, end - start, u"chatops-server "_s + arguments.value(0));
        out() << text << Qt::flush;
        return ExitOk;
    }
    if (mostWords >= 0 && parser.positionalArguments().size() > mostWords)
        return usageError(u"unexpected argument "_s + parser.positionalArguments().at(mostWords));
    return std::nullopt;
}

QString readSecret(const QString &prompt)
{
    QTextStream in(stdin);
#ifdef Q_OS_UNIX
    if (isatty(STDIN_FILENO)) {
        err() << prompt << Qt::flush;
        termios before{};
        tcgetattr(STDIN_FILENO, &before);
        termios silent = before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &silent);
        const QString line = in.readLine();
        tcsetattr(STDIN_FILENO, TCSANOW, &before);
        err() << Qt::endl;
        return line;
    }
#endif
    Q_UNUSED(prompt);
    return in.readLine();
}

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

Result<std::unique_ptr<Connection>> connectTo(const QString &data)
{
    const Result<DataFolder> folder = DataFolder::open(data);
    if (!folder)
        return std::unexpected(folder.error());
    return folder->connect();
}

Result<Place> openPlace(const QString &data, const QString &name)
{
    Result<DataFolder> folder = DataFolder::open(data);
    if (!folder)
        return std::unexpected(folder.error());
    Result<std::unique_ptr<Connection>> db = folder->connect();
    if (!db)
        return std::unexpected(db.error());
    const Result<QList<Workspace::Summary>> all = Workspace::all(**db);
    if (!all)
        return std::unexpected(all.error());
    WorkspaceId workspace;
    for (const Workspace::Summary &one : *all) {
        if (name.isEmpty() ? all->size() == 1 : one.name == name)
            workspace = one.id;
    }
    if (workspace.isNull()) {
        // Only an empty server gets a workspace on the way; a mistyped name must not make one.
        if (!all->isEmpty())
            return failure(ErrorCode::Invalid,
                           name.isEmpty() ? u"There is more than one workspace; name one with --workspace."_s
                                          : u"There is no workspace of this name."_s,
                           name);
        Transaction transaction(**db);
        CHATOPS_TRY(transaction.begun());
        if (!name.isEmpty() && !isValidName(name))
            return failure(ErrorCode::Invalid, u"A workspace needs a name of 1 to 80 characters."_s);
        const Result<WorkspaceId> made = Workspace::create(**db, name.isEmpty() ? u"Workspace"_s : name);
        if (!made)
            return std::unexpected(made.error());
        Workspace place(**db, *made, systemClock());
        CHATOPS_TRY(PrivacyDesk(place).ensureDefaults());
        CHATOPS_TRY(transaction.commit());
        workspace = *made;
    }
    return Place{std::move(*folder), std::move(*db), workspace};
}

const QCommandLineOption &workspaceOption()
{
    static const QCommandLineOption option(u"workspace"_s, u"The workspace, if there is more than one."_s,
                                           u"NAME"_s);
    return option;
}

int inTransaction(Place &place, const std::function<Result<QString>(Workspace &, Accounts &)> &work)
{
    Transaction transaction(*place.db);
    if (!transaction.begun())
        return complain(transaction.begun().error());
    Workspace workspace(*place.db, place.workspace, systemClock());
    Accounts accounts(*place.db, systemClock());
    const Result<QString> done = work(workspace, accounts);
    if (!done)
        return complain(done.error());
    if (const Result<void> committed = transaction.commit(); !committed)
        return complain(committed.error());
    if (!done->isEmpty())
        out() << *done << Qt::endl;
    return ExitOk;
}

Result<Person> needPerson(Workspace &workspace, const QString &handle)
{
    const Maybe<Person> person = workspace.personByHandle(handle);
    if (!person)
        return std::unexpected(person.error());
    if (!*person)
        return failure(ErrorCode::NotFound, u"There is nobody with the short name %1."_s.arg(handle));
    return **person;
}

int runCommandLine(const QStringList &arguments)
{
    QStringList rest = arguments.sliced(1);
    QString data = defaultData();
    while (!rest.isEmpty() && rest.first().startsWith(u'-')) {
        const QString option = rest.takeFirst();
        if (option == u"--help" || option == u"-h") {
            printHelp(out());
            return ExitOk;
        }
        if (option == u"--version") {
            out() << "chatops-server " << CHATOPS_VERSION << Qt::endl;
            return ExitOk;
        }
        if (option == u"--data" && !rest.isEmpty())
            data = rest.takeFirst();
        else if (option.startsWith(u"--data="))
            data = option.sliced(7);
        else
            return usageError(u"unknown option %1; see --help"_s.arg(option));
    }
    if (rest.isEmpty()) {
        printHelp(err());
        return ExitUsage;
    }
    for (const Command &command : commands) {
        if (rest.first() == command.name)
            return command.run(data, rest);
    }
    return usageError(u"unknown command %1; see --help"_s.arg(rest.first()));
}

} // namespace ChatOps::Server
