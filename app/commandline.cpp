// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/settings.h"

#include <QCommandLineParser>
#include <QStandardPaths>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

std::optional<int> parseCommandLine(const QStringList &arguments, CommandLine &result)
{
    QCommandLineParser parser;
    QString description =
        u"ChatOps Desktop: channels, tasks and events side by side, encrypted and offline.\n\nSettings (settings.json in the profile):\n"_s;
    for (const SettingRow &row : settingRows())
        description += u"  %1  %2\n"_s.arg(QString::fromLatin1(row.key).leftJustified(14),
                                           QString::fromLatin1(row.summary));
    parser.setApplicationDescription(description);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Print this."_s);
    const QCommandLineOption version(u"version"_s, u"Print the version."_s);
    const QCommandLineOption profile(
        u"profile"_s, u"Keep accounts and settings in this folder instead of the user's data folder."_s,
        u"DIR"_s);
    const QCommandLineOption server(
        u"server"_s, u"Sign in on this server, or open the account that is there."_s, u"ADDRESS"_s);
    // Not --name: Qt takes that one away for X11.
    const QCommandLineOption name(u"user"_s, u"The short name to sign in with."_s, u"NAME"_s);
    const QCommandLineOption password(u"password-stdin"_s,
                                      u"Read the password from the first line of standard input."_s);
    const QCommandLineOption tour(
        u"tour"_s,
        u"Wait until everything is synced, print what was, save pictures of every pane in light and dark into DIR, and end."_s,
        u"DIR"_s);
    const QCommandLineOption language(u"language"_s, u"Show the window in this language: en or de."_s,
                                      u"CODE"_s);
    const QCommandLineOption sayWhenShown(
        u"say-when-shown"_s,
        u"Print \"shown\" when the messages of the last channel are on the screen; for measurements."_s);
    parser.addOptions({help, version, profile, server, name, password, tour, language, sayWhenShown});
    QTextStream out(stdout);
    if (!parser.parse(arguments)) {
        QTextStream(stderr) << "chatops: " << parser.errorText() << "; see --help" << Qt::endl;
        return 2;
    }
    if (parser.isSet(help)) {
        out << parser.helpText() << Qt::flush;
        return 0;
    }
    if (parser.isSet(version)) {
        out << "chatops " << CHATOPS_VERSION << Qt::endl;
        return 0;
    }
    const auto complain = [](const QString &what) {
        QTextStream(stderr) << "chatops: " << what << "; see --help" << Qt::endl;
        return 2;
    };
    if (!parser.positionalArguments().isEmpty())
        return complain(u"unexpected argument "_s + parser.positionalArguments().first());
    if (parser.isSet(language) && parser.value(language) != u"en" && parser.value(language) != u"de")
        return complain(u"--language takes en or de"_s);
    result.profile = parser.isSet(profile)
        ? parser.value(profile)
        : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    result.server = parser.value(server);
    result.name = parser.value(name);
    result.tour = parser.value(tour);
    result.language = parser.value(language);
    result.sayWhenShown = parser.isSet(sayWhenShown);
    if (parser.isSet(password))
        result.password = QTextStream(stdin).readLine();
    return std::nullopt;
}

} // namespace ChatOps
