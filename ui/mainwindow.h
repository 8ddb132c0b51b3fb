// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privacy/networkledger.h"
#include "privacy/usagecounter.h"
#include "ui/rail.h"
#include "ui/settingsdialog.h"
#include "ui/workspaceview.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>

class QStackedWidget;

namespace ChatOps {

class AnnouncementBand;
class ChannelsPane;
class ConsentQuestion;
class EventsPane;
class NoticeBand;
class Pane;
class PrivacyPane;
class StatusLine;
class Switcher;
class TasksPane;

/// The window of one account.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    struct Options {
        QString server; ///< As shown.
        QString keyPlace; ///< As shown: "system keychain", "passphrase".
        Preferences preferences;
    };
    MainWindow(const Account &account, NetworkLedger &ledger, Options options, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPane(PaneId pane);
    [[nodiscard]] PaneId currentPane() const { return m_current; }
    [[nodiscard]] ChannelsPane *channelsPane() const { return m_channels; }
    [[nodiscard]] TasksPane *tasksPane() const { return m_tasks; }
    [[nodiscard]] EventsPane *eventsPane() const { return m_events; }
    [[nodiscard]] StatusLine *statusLine() const { return m_status; }
    [[nodiscard]] WorkspaceModels &models() { return *m_models; }
    [[nodiscard]] Switcher *switcher() const { return m_switcher; }
    [[nodiscard]] PrivacyPane *privacyPane() const { return m_privacy; }
    [[nodiscard]] ConsentQuestion *question() const { return m_question; }
    [[nodiscard]] AnnouncementBand *announcement() const { return m_announcement; }
    [[nodiscard]] ConsentGate &gate() { return m_gate; }
    [[nodiscard]] UsageCounter &usage() { return m_usage; }
    /// Sends what was counted since the last time; also every hour.
    void reportUsage();
    /// A sentence above the panes, until it is dismissed.
    void say(const QString &sentence, bool problem = true);
    void openSwitcher(ChannelId within = {}, const QString &place = {});
    void openChanges(OperationId operation = {});
    /// May the account be closed without losing changes that are in memory only? If not,
    /// the person is asked, and `later` is called when they would rather lose them.
    [[nodiscard]] bool mayLeave(const std::function<void()> &later);
    void openHit(const SearchHit &hit);
    /// Where the person is, to come back to at the next start.
    [[nodiscard]] QString placeState() const;
    void restorePlace(const QString &state);

Q_SIGNALS:
    void preferencesChanged(const ChatOps::Preferences &preferences);
    void accountMenuRequested(const QPoint &globalPosition);
    void signInRequested();
    void placeChanged();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void wire();
    void addShortcuts();
    void cycleRegions(int direction);
    void wirePrivacy();
    void tellOfRequests();
    void saveFile(const FileRef &file);
    void openLink(const QString &link);
    void updateBadges();
    [[nodiscard]] Pane *pane() const;

    NetworkLedger &m_ledger;
    Options m_options;
    std::unique_ptr<WorkspaceModels> m_models;
    ConsentGate m_gate;
    UsageCounter m_usage{m_gate};
    QTimer m_reports;
    QTimer m_minutes;
    QHash<RequestId, std::pair<int, int>> m_requestsSeen; ///< State, and messages by the organisation.
    Rail *m_rail;
    NoticeBand *m_notice;
    QStackedWidget *m_panes;
    ChannelsPane *m_channels;
    TasksPane *m_tasks;
    EventsPane *m_events;
    PrivacyPane *m_privacy;
    ConsentQuestion *m_question;
    AnnouncementBand *m_announcement;
    StatusLine *m_status;
    Switcher *m_switcher;
    PaneId m_current = PaneId::Channels;
    ChannelId m_restore;
    int m_refused = 0;
    bool m_leaveAnyway = false;
};

} // namespace ChatOps
