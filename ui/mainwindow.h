// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privacy/cookiejar.h"
#include "privacy/ledgerwatch.h"
#include "privacy/linkpreviews.h"
#include "privacy/networkledger.h"
#include "privacy/usagecounter.h"
#include "ui/picturebook.h"
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
class PageDialog;
class Pane;
class PrivacyPane;
class StandingBand;
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
    // Made when they are wanted first: most starts show channels, and a pane that nobody
    // looks at would cost more time than everything they see.
    [[nodiscard]] TasksPane *tasksPane();
    [[nodiscard]] EventsPane *eventsPane();
    [[nodiscard]] StatusLine *statusLine() const { return m_status; }
    [[nodiscard]] WorkspaceModels &models() { return *m_models; }
    /// Made when it is wanted first, as the panes are.
    [[nodiscard]] Switcher *switcher();
    [[nodiscard]] PrivacyPane *privacyPane();
    /// Was the server asked to erase the account, and has not answered yet?
    [[nodiscard]] bool isErasing() const;
    [[nodiscard]] ConsentQuestion *question() const { return m_question; }
    [[nodiscard]] AnnouncementBand *announcement() const { return m_announcement; }
    [[nodiscard]] ConsentGate &gate() { return m_gate; }
    [[nodiscard]] StandingBand *standing() const { return m_standing; }
    [[nodiscard]] LedgerWatch &ledgerWatch() { return m_ledgerWatch; }
    [[nodiscard]] PictureBook &pictures() { return m_pictures; }
    [[nodiscard]] UsageCounter &usage() { return m_usage; }
    [[nodiscard]] CookieJar &cookies() { return m_jar; }
    [[nodiscard]] const NetworkLedger &ledger() const { return m_ledger; }
    /// A page of the server, by its name: "help", "news".
    PageDialog *openPage(const QString &page);
    /// Takes messages that are over by the schedule off this device, also without a network, and
    /// looks again when the next one ends. `now`: the present instant unless given.
    void keepSchedule(Millis now = 0);
    /// Sends what was counted since the last time; also every hour.
    void reportUsage();
    /// A sentence above the panes, until it is dismissed.
    void say(const QString &sentence, bool problem = true);
    /// With a link that does what helps, called `label`.
    void say(const QString &sentence, const QString &label, std::function<void()> help);
    void openSwitcher(ChannelId within = {}, const QString &place = {});
    void openChanges(OperationId operation = {});
    /// May the account be closed without losing changes that are in memory only? If not,
    /// the person is asked, and `later` is called when they would rather lose them.
    [[nodiscard]] bool mayLeave(const std::function<void()> &later);
    void openHit(const SearchHit &hit);
    /// Where the person is, to come back to at the next start.
    [[nodiscard]] QString placeState() const;
    void restorePlace(const QString &state);
    /// Shows the window as soon as its pane has something to show, so that its first picture is no
    /// empty one; after `longest` milliseconds in any case. After `restorePlace`.
    void showWhenFilled(int longest = LongestEmpty);
    static constexpr int LongestEmpty = 150; ///< Milliseconds.

Q_SIGNALS:
    void filled(); ///< Shown by `showWhenFilled`.
    void preferencesChanged(const ChatOps::Preferences &preferences);
    void accountMenuRequested(const QPoint &globalPosition);
    void signInRequested();
    /// The account is gone on the server; `receipt` is the number of what it signs.
    void accountErased(const QString &receipt);
    void erasureFailed();
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
    [[nodiscard]] QJsonArray settingsList() const;
    /// For a report of a problem: the program and this computer, nobody and nothing written.
    [[nodiscard]] QString supportFacts() const;
    void applyPreferences();
    [[nodiscard]] int daysKept() const;
    void saveFile(const FileRef &file);
    void openLink(const QString &link);
    void updateBadges();
    [[nodiscard]] Pane *pane() const;
    [[nodiscard]] Pane *paneOf(PaneId pane);
    /// Puts a pane where the others are.
    void addPane(Pane *pane);
    void showProtection();

    NetworkLedger &m_ledger;
    Options m_options;
    std::unique_ptr<WorkspaceModels> m_models;
    ConsentGate m_gate;
    UsageCounter m_usage{m_gate};
    CookieJar m_jar;
    LinkPreviews m_previews;
    LedgerWatch m_ledgerWatch;
    PictureBook m_pictures;
    QTimer m_reports;
    QTimer m_minutes;
    QTimer m_nextEnd;
    QHash<RequestId, std::pair<int, int>> m_requestsSeen; ///< State, and messages by the organisation.
    // Made with the parent they stay with, in the order of the Tab key: a widget that moves to
    // another one is given its style anew, with all it holds.
    QWidget *m_central;
    Rail *m_rail;
    NoticeBand *m_notice;
    StandingBand *m_standing;
    AnnouncementBand *m_announcement;
    ConsentQuestion *m_question;
    QStackedWidget *m_panes;
    ChannelsPane *m_channels;
    StatusLine *m_status;
    TasksPane *m_tasks = nullptr;
    EventsPane *m_events = nullptr;
    PrivacyPane *m_privacy = nullptr;
    Switcher *m_switcher = nullptr;
    PaneId m_current = PaneId::Channels;
    ChannelId m_restore;
    bool m_hadChannel = false; ///< One was open in this window.
    int m_refused = 0;
    QByteArray m_zone; ///< Of the profile.
    int m_keptDays = 0; ///< Messages of the workspace are kept so long; 0: without end.
    bool m_leaveAnyway = false;
    bool m_badgesWanted = false;
    bool m_filling = false; ///< `showWhenFilled` waits.
};

} // namespace ChatOps
