// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pane.h"
#include "ui/weekview.h"
#include "ui/workspaceview.h"

class QCalendarWidget;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QVBoxLayout;

namespace ChatOps {

class EmptyState;
class EventPanel;
class PaneHeader;

/// Events in a week and as an agenda.
class EventsPane final : public Pane {
    Q_OBJECT
public:
    explicit EventsPane(WorkspaceModels &models, QWidget *parent = nullptr);

    void openEvent(EventId event);
    void createAt(const QDateTime &start, ChannelId channel = {}, const QString &title = {});
    void showWeek(bool week);
    void goTo(const QDate &day);
    /// The zone in which events are shown is another one.
    void zoneChanged();
    [[nodiscard]] WeekView *week() const { return m_week; }
    [[nodiscard]] EventPanel *panel() const { return m_panel; }
    [[nodiscard]] QListView *agenda() const { return m_agenda; }

    void createNew(const QPoint &globalPosition) override;
    void step(int direction, bool unreadOnly) override;
    void escape() override;
    [[nodiscard]] QList<QWidget *> regions() const override;

Q_SIGNALS:
    void taskRequested(ChatOps::TaskId task);

private:
    void buildSidebar();
    void buildMain();
    void refresh();
    void refreshInvitations();

    WorkspaceModels &m_models;
    QCalendarWidget *m_month;
    QVBoxLayout *m_invitations = nullptr;
    PaneHeader *m_header = nullptr;
    QStackedWidget *m_stack = nullptr;
    WeekView *m_week;
    QListView *m_agenda;
    QSortFilterProxyModel *m_upcoming;
    EmptyState *m_empty = nullptr;
    QPushButton *m_weekButton = nullptr;
    QPushButton *m_agendaButton = nullptr;
    EventPanel *m_panel;
    bool m_showWeek = true;
    EventId m_wanted; ///< Opened as soon as everything has been read.
};

} // namespace ChatOps
