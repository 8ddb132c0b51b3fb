// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commandline.h"
#include "server/hub/dialect.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

int runBackup(const QString &data, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Copies the database into FILE, encrypted with the same key, while the server may run. `restore`\n"
        "puts it back: the server then begins a new epoch, and every client loads everything anew."_s);
    parser.addPositionalArgument(u"FILE"_s, u"Where to; must not exist."_s);
    if (const auto code = parseOrHelp(parser, arguments, 1))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return usageError(u"backup needs one file name"_s);
    const QString target = parser.positionalArguments().first();
    // A link to nowhere is there, too: what is written through it would be somewhere else.
    if (QFileInfo(target).isSymLink() || QFile::exists(target))
        return complain({ErrorCode::Storage, u"The file exists already; nothing was written."_s, target});
    const Result<DataFolder> folder = DataFolder::open(data);
    if (!folder)
        return complain(folder.error());
    const Result<std::unique_ptr<Connection>> db = folder->connect();
    if (!db)
        return complain(db.error());
    if (const Result<int> copied = (*db)->run(backupStatement(), {target}); !copied)
        return complain(copied.error());
    QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    const Result<void> renewed = folder->renewEpoch(target);
    if (!renewed) {
        QFile::remove(target);
        return complain(renewed.error());
    }
    out() << "backup written: " << QFile(target).size() << " bytes. Keep the key with it, in another place."
          << Qt::endl;
    return ExitOk;
}

int runRestore(const QString &data, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Puts FILE, a copy made by `backup`, in place of the database. It is read whole first, and refused when\n"
        "it is damaged, under another key or of a newer program. What was there, with its write-ahead log, is\n"
        "moved into a folder beside it. Refuses while a server runs. Afterwards every client loads everything\n"
        "anew and sends again what it had not seen confirmed."_s);
    parser.addPositionalArgument(u"FILE"_s, u"The copy."_s);
    if (const auto code = parseOrHelp(parser, arguments, 1))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return usageError(u"restore needs one file name"_s);
    const QString copy = parser.positionalArguments().first();
    if (!QFile::exists(copy))
        return complain({ErrorCode::NotFound, u"There is no such file."_s, copy});
    if (!QFileInfo(copy).isFile())
        return complain({ErrorCode::Invalid, u"This is no ordinary file."_s, copy});
    if (QFileInfo(copy + u"-wal"_s).size() > 0)
        return complain(
            {ErrorCode::Invalid,
             u"This is a database in use, whose newest changes stand in the log beside it, and no copy. Make one with backup."_s,
             copy});
    const Result<DataFolder> folder = DataFolder::open(data);
    if (!folder)
        return complain(folder.error());
    const auto lock = folder->lock();
    if (!lock)
        return complain(lock.error());
    const Result<QString> aside = folder->restore(copy);
    if (!aside)
        return complain(aside.error());
    const Result<std::unique_ptr<Connection>> db = folder->connect();
    if (!db)
        return complain(db.error());
    const auto count = [&db](const QString &table) {
        return (*db)->value(u"SELECT count(*) FROM "_s + table).value_or(QVariant()).toLongLong();
    };
    out() << "restored: " << count(u"person"_s) << " people, " << count(u"message"_s) << " messages\n";
    if (!aside->isEmpty())
        out() << "what was there before is in " << *aside << "; remove it when all is well\n";
    out() << "start the server: every client loads everything anew" << Qt::endl;
    return ExitOk;
}

} // namespace ChatOps::Server
