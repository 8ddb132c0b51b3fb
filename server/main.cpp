// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memoryguard.h"
#include "server/commands/commandline.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    ChatOps::denyMemoryDumps();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("chatops-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHATOPS_VERSION));
    return ChatOps::Server::runCommandLine(QCoreApplication::arguments());
}
