// SPDX-License-Identifier: GPL-3.0-or-later
// Where the person was, and coming back to it.
#include "ui/mainwindow.h"

#include "ui/channelspane.h"
#include "ui/timelineview.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

QString MainWindow::placeState() const
{
    return QString::number(int(m_current)) + u' ' + m_channels->current().toString();
}

void MainWindow::restorePlace(const QString &state)
{
    const int pane = state.section(u' ', 0, 0).toInt();
    m_restore = ChannelId::fromString(state.section(u' ', 1, 1));
    if (m_restore && m_models->channels.channel(m_restore))
        m_channels->openChannel(m_restore);
    if (pane >= 0 && pane <= int(PaneId::Privacy))
        showPane(PaneId(pane));
}

void MainWindow::showWhenFilled(int longest)
{
    // The context of every connection below, so that the first of them ends all.
    auto *waiting = new QTimer(this);
    waiting->setSingleShot(true);
    const auto fill = [this, waiting] {
        if (!waiting->parent())
            return;
        waiting->setParent(nullptr);
        waiting->stop();
        waiting->deleteLater();
        show();
        Q_EMIT filled();
    };
    connect(waiting, &QTimer::timeout, waiting, fill);
    switch (m_current) {
    case PaneId::Channels:
        connect(m_channels->timeline()->model(), &TimelineModel::opened, waiting, fill);
        connect(
            &m_models->channels, &ChannelListModel::loaded, waiting,
            [this, fill] {
                if (m_models->channels.rowCount() == 0)
                    fill();
            },
            Qt::QueuedConnection);
        break;
    case PaneId::Tasks:
        connect(&m_models->tasks, &TaskModel::loaded, waiting, fill);
        break;
    case PaneId::Events:
        connect(&m_models->events, &EventModel::loaded, waiting, fill);
        break;
    case PaneId::Privacy:
        connect(&m_models->privacy, &PrivacyModel::changed, waiting, fill);
        break;
    }
    waiting->start(longest);
}

} // namespace ChatOps
