// SPDX-License-Identifier: GPL-3.0-or-later
// Where the person was, coming back to it, and leaving.
#include "ui/mainwindow.h"

#include "ui/channelspane.h"
#include "ui/composer.h"
#include "ui/eventpanel.h"
#include "ui/eventspane.h"
#include "ui/plaintext.h"
#include "ui/taskpanel.h"
#include "ui/taskspane.h"
#include "ui/timelineview.h"

#include <QCloseEvent>
#include <QPushButton>
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
    auto *waiting = new QTimer(this); // The context of every connection below, which go with it.
    m_filling = true;
    const auto fill = [this, waiting] {
        if (!std::exchange(m_filling, false))
            return;
        waiting->deleteLater();
        show();
        // Where one types, and not where a letter would open a menu.
        if (m_current == PaneId::Channels)
            m_channels->composer()->focusText();
        else if (QWidget *first = pane() ? pane()->regions().value(0) : nullptr)
            first->setFocus();
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

bool MainWindow::mayLeave(const std::function<void()> &later)
{
    // A new task or event that somebody has begun to write.
    const auto asks = [this, &later](PaneId pane, DetailPanel *panel) {
        if (!panel->isUnsaved())
            return false;
        showPane(pane);
        panel->leave([this, later] { QMetaObject::invokeMethod(this, later, Qt::QueuedConnection); });
        return true;
    };
    if ((m_tasks && asks(PaneId::Tasks, m_tasks->panel()))
        || (m_events && asks(PaneId::Events, m_events->panel())))
        return false;
    const int unkept = m_models->work.unkeptCount();
    if (unkept == 0 || std::exchange(m_leaveAnyway, false))
        return true;
    QMessageBox *box = makePlainBox(
        QMessageBox::Warning, tr("Changes that were not written"),
        tr("%n change(s) could not be written to this computer and would be lost.", nullptr, unkept),
        tr("Make room on the disk, then try again from the list of changes."), this);
    QPushButton *leave = box->addButton(tr("Lose them and go on"), QMessageBox::DestructiveRole);
    QPushButton *list = box->addButton(tr("Show the changes"), QMessageBox::RejectRole);
    box->setDefaultButton(list);
    connect(
        leave, &QPushButton::clicked, this,
        [this, later] {
            m_leaveAnyway = true;
            later();
        },
        Qt::QueuedConnection);
    connect(list, &QPushButton::clicked, this, [this] { openChanges(); });
    box->open();
    return false;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (mayLeave([this] { close(); }))
        QMainWindow::closeEvent(event);
    else
        event->ignore();
}

} // namespace ChatOps
