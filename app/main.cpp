// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/tour.h"
#include "core/memoryguard.h"
#include "ui/channelspane.h"
#include "ui/timelineview.h"

#include <QApplication>
#include <QTextStream>

namespace {

/// When rows are painted for the first time, one line on standard output.
void sayWhenShown(ChatOps::Controller &controller)
{
    using namespace ChatOps;
    QObject::connect(&controller, &Controller::sessionOpened, &controller, [](AccountSession *session) {
        const TimelineView *view = session->window()->channelsPane()->timeline();
        QObject::connect(
            view, &TimelineView::rowsPainted, qApp,
            [] {
                // Queued: what was painted is on its way to the screen by then.
                QTextStream(stdout) << "shown" << Qt::endl;
            },
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    });
}

} // namespace

int main(int argc, char **argv)
{
    using namespace ChatOps;
    denyMemoryDumps();
    // Asked for before there is a window system to connect to.
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView word(argv[i]);
        if (word == "--help" || word == "-h" || word == "--version")
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QApplication application(argc, argv);
    prepareProcess();
    CommandLine commandLine;
    if (const auto code = parseCommandLine(QApplication::arguments(), commandLine))
        return *code;
    Controller controller(commandLine);
    if (!controller.claimProfile()) {
        if (!controller.profileProblem().isEmpty()) {
            QTextStream(stderr) << "chatops: " << controller.profileProblem() << Qt::endl;
            return 1;
        }
        QTextStream(stderr)
            << "chatops: it is running already with this profile; its window was asked to show itself."
            << Qt::endl;
        return 0;
    }
    std::unique_ptr<Tour> tour;
    if (!commandLine.tour.isEmpty())
        tour = std::make_unique<Tour>(controller, commandLine.tour);
    if (commandLine.sayWhenShown)
        sayWhenShown(controller);
    controller.start();
    return QApplication::exec();
}
