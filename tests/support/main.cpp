// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports.h"
#include "tests/support/registry.h"

#include <QApplication>
#include <QStandardPaths>

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("chatops-test"));
    ChatOps::registerPortTypes();
    return ChatOps::Testing::runRegistered(argc, argv);
}
