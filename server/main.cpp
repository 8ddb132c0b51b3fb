// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memoryguard.h"
#include "server/commands/commandline.h"

#include <QCoreApplication>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

int main(int argc, char **argv)
{
    ChatOps::denyMemoryDumps();
#ifdef Q_OS_UNIX
    // Whatever this program makes is for its own user alone.
    ::umask(077);
#endif
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("chatops-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHATOPS_VERSION));
    return ChatOps::Server::runCommandLine(QCoreApplication::arguments());
}
