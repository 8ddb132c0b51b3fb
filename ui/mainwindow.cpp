// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/text.h"
#include "core/viewerzone.h"
#include "core/wholefile.h"
#include "ui/announcementband.h"
#include "ui/changesdialog.h"
#include "ui/channelspane.h"
#include "ui/eventspane.h"
#include "ui/markup.h"
#include "ui/pagedialog.h"
#include "ui/plaintext.h"
#include "ui/privacychoices.h"
#include "ui/privacypane.h"
#include "ui/privacyrequests.h"
#include "ui/standingband.h"
#include "ui/statusline.h"
#include "ui/switcher.h"
#include "ui/taskspane.h"
#include "ui/widgets.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QPointer>
#include <QShortcut>
#include <QStackedWidget>
#include <QSysInfo>
#include <QThreadPool>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int reportEvery = 60 * 60 * 1000; ///< Milliseconds.
constexpr int soonest = 1'000; ///< After new rows until it is looked which of them end, in milliseconds.

} // namespace

MainWindow::MainWindow(const Account &account, NetworkLedger &ledger, Options options, QWidget *parent)
    : QMainWindow(parent)
    , m_ledger(ledger)
    , m_options(std::move(options))
    , m_models(std::make_unique<WorkspaceModels>(account))
    , m_jar(*account.cache, m_gate)
    , m_previews(*account.backend, m_gate)
    , m_ledgerWatch(*account.cache)
    , m_pictures(*account.cache)
    , m_central(new QWidget(this))
    , m_rail(new Rail(m_central))
    , m_notice(new NoticeBand(m_central))
    , m_standing(new StandingBand(m_models->privacy, m_ledgerWatch, m_central))
    , m_announcement(new AnnouncementBand(m_models->privacy, m_gate, m_usage, m_central))
    , m_question(new ConsentQuestion(m_models->privacy, m_gate, m_central))
    , m_panes(new QStackedWidget(m_central))
    , m_channels(new ChannelsPane(*m_models, m_panes))
    , m_status(new StatusLine(m_central))
{
    setViewerZone({}); // Until the profile is read; another account may have had one.
    setWindowTitle(tr("%1 – ChatOps Desktop").arg(account.workspaceName));
    resize(1280, 800);
    setMinimumSize(720, 480);
    build();
    wire();
    addShortcuts();
    showPane(PaneId::Channels);
    updateBadges();
}

MainWindow::~MainWindow()
{
    // What is being written is kept while everything is still there. After that no
    // model may call a pane that is going: it has lost its own part already.
    hide();
    for (QObject *model :
         QList<QObject *>{&m_models->work, &m_models->drafts, &m_models->people, &m_models->channels,
                          &m_models->tasks, &m_models->events, &m_models->privacy, &m_models->presence})
        model->disconnect();
    // Panes use the models; they go first.
    delete takeCentralWidget();
}

void MainWindow::build()
{
    auto *outer = new QHBoxLayout(m_central);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *noticeFrame = new QVBoxLayout;
    noticeFrame->addWidget(m_notice);
    noticeFrame->addWidget(m_standing);
    noticeFrame->addWidget(m_announcement);
    noticeFrame->addWidget(m_question);
    noticeFrame->setSpacing(0);
    noticeFrame->setContentsMargins(0, 0, 0, 0);
    column->addLayout(noticeFrame);
    addPane(m_channels);
    column->addWidget(m_panes, 1);
    column->addWidget(m_status);
    outer->addLayout(column, 1);
    setCentralWidget(m_central);
    m_rail->setPerson(m_models->account.self.name, m_models->account.workspaceName);
    m_status->setLink(m_models->account.backend->status());
    m_status->setStore(u"…"_s, true, m_options.keyPlace);
    showProtection();
}

void MainWindow::showProtection()
{
    follow(m_models->account.cache->protection(), this, [this](const Result<StoreFacts> &facts) {
        if (facts)
            m_status->setStore(facts->cipher, facts->onDisk, m_options.keyPlace);
    });
}

void MainWindow::addPane(Pane *pane)
{
    m_panes->addWidget(pane);
    connect(pane, &Pane::findRequested, this, [this] { openSwitcher(); });
    connect(pane, &Pane::problem, this, [this](const QString &sentence) { say(sentence); });
}

TasksPane *MainWindow::tasksPane()
{
    m_models->tasks.load(Extent::All); // Also once more, after a reading that failed.
    if (m_tasks)
        return m_tasks;
    m_tasks = new TasksPane(*m_models, m_panes);
    m_tasks->setPictures(&m_pictures);
    addPane(m_tasks);
    connect(m_tasks, &TasksPane::messageRequested, this, [this](MessageId id) {
        follow(
            m_models->account.cache->message(id), this, [this](const Result<std::optional<MessageRow>> &row) {
                if (!row || !*row) {
                    say(tr("That message is not on this computer."), false);
                    return;
                }
                showPane(PaneId::Channels);
                m_channels->openMessage((*row)->message.channel, (*row)->message.seq, (*row)->message.root);
            });
    });
    return m_tasks;
}

EventsPane *MainWindow::eventsPane()
{
    m_models->tasks.load(Extent::All); // Those that are due stand in the week.
    m_models->events.load(Extent::All);
    if (m_events)
        return m_events;
    m_events = new EventsPane(*m_models, m_panes);
    addPane(m_events);
    connect(m_events, &EventsPane::taskRequested, this, [this](TaskId task) {
        showPane(PaneId::Tasks);
        tasksPane()->openTask(task);
    });
    return m_events;
}

PrivacyPane *MainWindow::privacyPane()
{
    if (m_privacy)
        return m_privacy;
    m_privacy = new PrivacyPane({*m_models, m_gate, m_usage, m_ledger, m_options.server, m_options.keyPlace,
                                 [this] { return settingsList(); }, &m_jar, &m_ledgerWatch, &m_pictures,
                                 [this] { return supportFacts(); }},
                                m_panes);
    addPane(m_privacy);
    connect(m_privacy, &PrivacyPane::factsRead, this, [this](const StoreFacts &facts) {
        m_status->setStore(facts.cipher, facts.onDisk, m_options.keyPlace);
    });
    connect(m_privacy, &PrivacyPane::linkActivated, this, &MainWindow::openLink);
    connect(m_privacy, &PrivacyPane::pageOfServerRequested, this, &MainWindow::openPage);
    connect(m_privacy, &PrivacyPane::accountErased, this, &MainWindow::accountErased);
    connect(m_privacy, &PrivacyPane::erasureFailed, this, &MainWindow::erasureFailed);
    return m_privacy;
}

bool MainWindow::isErasing() const
{
    return m_privacy && m_privacy->isErasing();
}

Pane *MainWindow::paneOf(PaneId pane)
{
    switch (pane) {
    case PaneId::Channels:
        return m_channels;
    case PaneId::Tasks:
        return tasksPane();
    case PaneId::Events:
        return eventsPane();
    case PaneId::Privacy:
        return privacyPane();
    }
    return m_channels;
}

void MainWindow::wire()
{
    Backend *backend = m_models->account.backend;
    connect(backend, &Backend::statusChanged, m_status, &StatusLine::setLink);
    connect(backend, &Backend::snapshotProgress, m_status, &StatusLine::setSnapshotProgress);
    connect(m_status, &StatusLine::retryRequested, backend, &Backend::retryNow);
    connect(m_status, &StatusLine::signInRequested, this, &MainWindow::signInRequested);
    connect(m_status, &StatusLine::changesRequested, this, [this] { openChanges(); });
    connect(m_status, &StatusLine::storeRequested, this, [this] { showPane(PaneId::Privacy); });
    connect(&m_models->work, &PendingWork::changed, this, [this] {
        const int refused = m_models->work.refusedCount();
        m_status->setWaiting(m_models->work.waitingCount(), refused);
        // What is refused must be seen, whichever pane is open.
        if (refused > std::exchange(m_refused, refused))
            say(tr(
                "A change was refused. Its text is kept; the status line below lists it with the reason."));
    });
    connect(&m_models->work, &PendingWork::failed, this,
            [this](const Error &error) { say(tr("Your change could not be kept: %1").arg(error.message)); });
    const auto sayUnkept = [this](const Error &error) {
        say(tr("Your change could not be written to this computer: %1 It stays in the list of changes, which the status line opens, until the program ends.")
                .arg(error.message));
    };
    connect(&m_models->work, &PendingWork::unkept, this, sayUnkept);
    connect(m_models->account.cache, &Cache::failed, this, [this, sayUnkept](const Error &error) {
        // What a person would lose comes before what the server sends again.
        m_models->work.unkeptCount() > 0 ? sayUnkept(error) : say(error.message);
    });
    // Here, not in the panes: they may not be made yet when the first reading fails.
    const auto sayFailure = [this](const Error &error) { say(error.message); };
    connect(&m_models->tasks, &TaskModel::failed, this, sayFailure);
    connect(&m_models->events, &EventModel::failed, this, sayFailure);
    connect(&m_models->privacy, &PrivacyModel::failed, this, sayFailure);
    connect(m_rail, &Rail::paneRequested, this, &MainWindow::showPane);
    connect(m_rail, &Rail::accountsRequested, this, &MainWindow::accountMenuRequested);
    connect(m_rail, &Rail::settingsRequested, this, [this] {
        auto *dialog = new SettingsDialog(m_options.preferences, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &SettingsDialog::changed, this, [this](const Preferences &preferences) {
            m_options.preferences = preferences;
            Q_EMIT preferencesChanged(preferences);
        });
        dialog->open();
    });
    wirePrivacy();
    connect(m_channels, &ChannelsPane::searchHereRequested, this, [this](ChannelId channel) {
        if (const auto row = m_models->channels.channel(channel))
            openSwitcher(channel, ChannelListModel::titleOf(*row));
    });
    connect(m_channels, &ChannelsPane::taskFromMessage, this, [this](const Message &message) {
        showPane(PaneId::Tasks);
        tasksPane()->createFrom(message);
    });
    connect(m_channels, &ChannelsPane::eventFromMessage, this, [this](const Message &message) {
        showPane(PaneId::Events);
        const QDateTime start(viewerToday().addDays(1), QTime(10, 0), Qt::UTC);
        eventsPane()->createAt(start, message.channel,
                               truncated(message.text.section(u'\n', 0, 0).simplified(), Limit::Title));
    });
    connect(m_channels, &ChannelsPane::linkActivated, this, &MainWindow::openLink);
    connect(m_channels, &ChannelsPane::fileRequested, this, &MainWindow::saveFile);
    connect(m_channels, &ChannelsPane::changesRequested, this, &MainWindow::openChanges);
    connect(m_channels, &ChannelsPane::leftBehind, this,
            [this](const QString &sentence) { m_notice->say(sentence, true, [this] { openChanges(); }); });
    connect(m_channels, &ChannelsPane::channelChanged, this, &MainWindow::placeChanged);
    for (const QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(&m_models->tasks),
                                            static_cast<QAbstractItemModel *>(&m_models->events)}) {
        // Rows change one by one, and each look goes through all of them.
        const auto later = [this] {
            if (!std::exchange(m_badgesWanted, true))
                QMetaObject::invokeMethod(this, &MainWindow::updateBadges, Qt::QueuedConnection);
        };
        connect(model, &QAbstractItemModel::rowsInserted, this, later);
        connect(model, &QAbstractItemModel::rowsRemoved, this, later);
        connect(model, &QAbstractItemModel::dataChanged, this, later);
        connect(model, &QAbstractItemModel::modelReset, this, later);
    }
    connect(&m_models->channels, &ChannelListModel::rebuilt, this, &MainWindow::updateBadges);
    // What is not on the screen is read when that is: the badges need it, messages do not wait for it.
    const auto loadRest = [this] {
        m_models->tasks.load(Extent::Own);
        m_models->events.load(Extent::Own);
    };
    connect(m_channels->timeline(), &TimelineView::painted, this, loadRest,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    connect(
        this, &MainWindow::filled, this,
        [this, loadRest] {
            // There are no messages that would be painted.
            if (m_current != PaneId::Channels || !m_channels->timeline()->model()->isLoaded())
                loadRest();
        },
        Qt::QueuedConnection);
    connect(m_channels, &ChannelsPane::channelChanged, this,
            [this](ChannelId channel) { m_hadChannel = m_hadChannel || !channel.isNull(); });
    // A window without a channel open shows the one of last time, or the first.
    connect(
        &m_models->channels, &ChannelListModel::rebuilt, this,
        [this] {
            if (m_channels->current() || m_models->channels.rowCount() == 0)
                return;
            // After the first sign-in the window was shown before there was anything to write in. When a
            // channel has gone, what was being written there must not go on in another.
            const auto open = [this](ChannelId channel) {
                const bool first = !m_hadChannel;
                m_channels->openChannel(channel);
                if (first && m_current == PaneId::Channels)
                    m_channels->composer()->focusText();
            };
            if (m_restore && m_models->channels.channel(m_restore)) {
                open(m_restore);
                return;
            }
            for (const ChannelRow &row : m_models->channels.all()) {
                if (row.joined && row.channel.kind != ChannelKind::Direct) {
                    open(row.channel.id);
                    return;
                }
            }
        },
        Qt::QueuedConnection);
}

void MainWindow::wirePrivacy()
{
    const auto update = [this] {
        if (m_models->privacy.isLoaded())
            m_gate.update(m_models->privacy.rows(), QDateTime::currentMSecsSinceEpoch());
    };
    connect(&m_models->privacy, &PrivacyModel::changed, this, update);
    connect(&m_models->privacy, &PrivacyModel::changed, this, &MainWindow::tellOfRequests);
    connect(&m_models->privacy, &PrivacyModel::changed, this, &MainWindow::applyPreferences);
    m_nextEnd.setSingleShot(true);
    connect(&m_nextEnd, &QTimer::timeout, this, [this] { keepSchedule(); });
    // Older ones may have come, by scrolling back or by joining: they end sooner.
    connect(m_models->account.cache, &Cache::changed, this, [this](const ChangeSet &changes) {
        if (m_keptDays > 0 && (!changes.messages.isEmpty() || changes.reset)
            && (!m_nextEnd.isActive() || m_nextEnd.remainingTime() > soonest))
            m_nextEnd.start(soonest);
    });
    connect(&m_models->privacy, &PrivacyModel::changed, this, [this] {
        if (std::exchange(m_keptDays, daysKept()) != m_keptDays)
            keepSchedule();
    });
    connect(&m_models->privacy, &PrivacyModel::changed, this, [this] {
        if (m_models->privacy.isLoaded())
            m_ledgerWatch.look(m_models->privacy.rows());
    });
    connect(m_standing, &StandingBand::pageRequested, this, [this](const QString &page) {
        showPane(PaneId::Privacy);
        privacyPane()->openPage(page);
    });
    m_channels->setPictures(&m_pictures);
    const auto paintSelf = [this] { m_rail->setPicture(m_pictures.picture(m_models->account.self.id)); };
    connect(&m_pictures, &PictureBook::changed, this, paintSelf);
    paintSelf();
    connect(&m_models->channels, &ChannelListModel::rebuilt, this,
            [this] { m_models->presence.watch(m_models->channels.directPeople()); });
    connect(&m_models->presence, &PresenceWatch::changed, this, [this] {
        m_models->channels.setPresent([this](PersonId person) { return m_models->presence.isHere(person); });
    });
    // A version of the policy comes into force by the clock.
    m_minutes.setInterval(60'000);
    connect(&m_minutes, &QTimer::timeout, this, [this, update] {
        update();
        m_question->refresh();
        m_standing->refresh();
        if (m_keptDays > 0)
            m_channels->setKeptFor(m_keptDays * DayMillis);
    });
    m_minutes.start();
    connect(m_question, &ConsentQuestion::detailsRequested, this, [this] {
        showPane(PaneId::Privacy);
        privacyPane()->openPage(u"cookies"_s);
    });
    m_channels->setGate(&m_gate, &m_previews);
    // Counted by what a person did, never by what it says.
    connect(m_models->account.outbox, &Outbox::submitted, this, [this](const Operation &operation) {
        switch (operation.kind) {
        case OperationKind::MessagePost:
            m_usage.count(operation.data.contains("root"_L1) ? u"reply.sent"_s : u"message.sent"_s);
            if (!operation.data.value("files"_L1).toArray().isEmpty())
                m_usage.count(u"file.sent"_s);
            break;
        case OperationKind::TaskCreate:
            m_usage.count(u"task.made"_s);
            break;
        case OperationKind::EventCreate:
            m_usage.count(u"event.made"_s);
            break;
        default:
            break;
        }
    });
    m_reports.setInterval(reportEvery);
    connect(&m_reports, &QTimer::timeout, this, &MainWindow::reportUsage);
    m_reports.start();
}

PageDialog *MainWindow::openPage(const QString &page)
{
    auto *dialog = new PageDialog(*m_models->account.backend, m_jar, QUrl(m_options.server), this);
    connect(dialog, &PageDialog::linkActivated, this, &MainWindow::openLink);
    dialog->show();
    dialog->open(page);
    return dialog;
}

QJsonArray MainWindow::settingsList() const
{
    const auto entry = [](const QString &name, const QString &value) {
        return QJsonObject{{"name"_L1, name}, {"value"_L1, value}};
    };
    return {entry(u"theme"_s, QString::number(int(m_options.preferences.theme))),
            entry(u"scale"_s, QString::number(m_options.preferences.scale)),
            entry(u"language"_s, m_options.preferences.language), entry(u"place"_s, placeState())};
}

void MainWindow::applyPreferences()
{
    const QByteArray zone = m_models->privacy.profile().fields.value(u"zone"_s).value.toLatin1();
    if (m_models->privacy.isLoaded() && std::exchange(m_zone, zone) != zone) {
        setViewerZone(zone);
        m_models->events.zoneChanged();
        if (m_events)
            m_events->zoneChanged();
    }
    QSet<ChannelId> muted;
    QSet<ChannelId> followed;
    const QHash<QString, QString> &all = m_models->privacy.rows().preferences;
    for (auto it = all.constBegin(); it != all.constEnd(); ++it) {
        if (it.key().startsWith(Preference::Mute))
            muted.insert(ChannelId::fromString(it.key().sliced(Preference::Mute.size())));
        else if (it.key().startsWith(Preference::Follow))
            followed.insert(ChannelId::fromString(it.key().sliced(Preference::Follow.size())));
    }
    m_models->channels.setAttention(muted, followed);
}

int MainWindow::daysKept() const
{
    const std::optional<WorkspaceRules> &rules = m_models->privacy.rows().rules;
    if (!rules)
        return 0;
    for (const RetentionRule &rule : rules->retention) {
        if (rule.name == u"message")
            return rule.days;
    }
    return 0;
}

void MainWindow::keepSchedule(Millis now)
{
    if (now == 0)
        now = QDateTime::currentMSecsSinceEpoch();
    m_channels->setKeptFor(m_keptDays * DayMillis);
    m_nextEnd.stop();
    if (m_keptDays == 0)
        return;
    const Millis kept = m_keptDays * DayMillis;
    follow(m_models->account.cache->expireMessages(now - kept), this,
           [this, kept](const Result<Millis> &oldest) {
               // The disk may be better in a minute; a timer counts no more than some weeks.
               constexpr Millis again = 60'000;
               const Millis left = !oldest ? again
                   : *oldest == 0          ? DayMillis
                                           : *oldest + kept - QDateTime::currentMSecsSinceEpoch();
               m_nextEnd.start(int(std::clamp<Millis>(left, 1, DayMillis)));
           });
}

namespace {

/// In English, like the rest of what goes to support.
QString stateWord(LinkStatus::State state)
{
    switch (state) {
    case LinkStatus::State::Stopped:
        return u"stopped"_s;
    case LinkStatus::State::Offline:
        return u"offline"_s;
    case LinkStatus::State::Connecting:
        return u"connecting"_s;
    case LinkStatus::State::Syncing:
        return u"catching up"_s;
    case LinkStatus::State::Online:
        return u"online"_s;
    case LinkStatus::State::SignedOut:
        return u"signed out by the server"_s;
    case LinkStatus::State::Refused:
        return u"this version is refused"_s;
    }
    return {};
}

} // namespace

QString MainWindow::supportFacts() const
{
    const QLocale locale;
    const LinkStatus status = m_models->account.backend->status();
    const QStringList lines{
        u"ChatOps Desktop "_s + QStringLiteral(CHATOPS_VERSION),
        u"Qt "_s + QString::fromLatin1(qVersion()),
        u"System: "_s + QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture(),
        u"Display: "_s + QGuiApplication::platformName()
            + u", scale %1, reading size %2 %"_s.arg(devicePixelRatioF()).arg(m_options.preferences.scale),
        u"Language: "_s + locale.bcp47Name(),
        u"Connection: "_s + stateWord(status.state),
        u"Changes that wait: %1, refused: %2, not kept: %3"_s.arg(m_models->work.waitingCount())
            .arg(m_models->work.refusedCount())
            .arg(m_models->work.unkeptCount()),
        u"Key of the store: "_s + m_options.keyPlace};
    return lines.join(u'\n');
}

void MainWindow::tellOfRequests()
{
    const QList<RightsRequest> own = m_models->privacy.ownRequests();
    for (const RightsRequest &request : own) {
        const auto heard =
            std::count_if(request.entries.begin(), request.entries.end(),
                          [](const RightsRequest::Entry &entry) { return entry.byController; });
        const std::pair now{int(request.state), int(heard)};
        const bool known = m_requestsSeen.contains(request.id);
        const auto before = m_requestsSeen.value(request.id);
        m_requestsSeen.insert(request.id, now);
        // What the person did is no news, nor what was there when the window opened.
        if (!known || before == now || request.state == RightsRequest::State::Withdrawn)
            continue;
        m_notice->say(before.first == now.first
                          ? tr("There is a message about your request “%1”.").arg(rightsTitle(request.kind))
                          : rightsTitle(request.kind) + u" – "_s + requestStateText(request, false),
                      false, [this] {
                          showPane(PaneId::Privacy);
                          privacyPane()->openPage(u"requests"_s);
                      });
    }
}

void MainWindow::reportUsage()
{
    if (m_usage.isEmpty())
        return;
    // A report that does not arrive is gone: an hour of counts is not worth keeping.
    const QJsonObject report = m_usage.take();
    follow(m_models->account.backend->reportUsage(report, m_usage.permissionFor(report)), this,
           [](const Result<void> &) {});
}

void MainWindow::addShortcuts()
{
    const auto key = [this](const QKeySequence &sequence, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(sequence, this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence(u"Ctrl+K"_s), [this] { openSwitcher(); });
    key(QKeySequence(u"Ctrl+Shift+F"_s), [this] { openSwitcher(); });
    key(QKeySequence(u"Ctrl+F"_s), [this] {
        const auto row = m_models->channels.channel(m_channels->current());
        if (m_current == PaneId::Channels && row)
            openSwitcher(row->channel.id, ChannelListModel::titleOf(*row));
        else
            openSwitcher();
    });
    for (int i = 0; i < 4; ++i)
        key(QKeySequence(u"Ctrl+%1"_s.arg(i + 1)), [this, i] { showPane(PaneId(i)); });
    key(QKeySequence(u"Ctrl+N"_s), [this] {
        if (pane())
            pane()->createNew(mapToGlobal(QPoint(80, 60)));
    });
    for (const auto &[sequence, direction, unread] :
         {std::tuple{u"Alt+Up"_s, -1, false}, std::tuple{u"Alt+Down"_s, 1, false},
          std::tuple{u"Alt+Shift+Up"_s, -1, true}, std::tuple{u"Alt+Shift+Down"_s, 1, true}}) {
        key(QKeySequence(sequence), [this, direction = direction, unread = unread] {
            if (pane())
                pane()->step(direction, unread);
        });
    }
    key(QKeySequence(u"Alt+Left"_s), [this] { m_channels->goBack(-1); });
    key(QKeySequence(u"Alt+Right"_s), [this] { m_channels->goBack(1); });
    key(QKeySequence(u"F6"_s), [this] { cycleRegions(1); });
    key(QKeySequence(u"Shift+F6"_s), [this] { cycleRegions(-1); });
    key(QKeySequence(Qt::Key_Escape), [this] {
        // An open list of choices is what it is for then.
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        else if (pane())
            pane()->escape();
    });
    key(QKeySequence(u"Shift+Esc"_s), [this] { m_channels->markAllRead(); });
    key(QKeySequence(QKeySequence::HelpContents), [this] { openPage(u"help"_s); });
    key(QKeySequence(u"Ctrl+,"_s), [this] { Q_EMIT m_rail->settingsRequested(); });
    key(QKeySequence(u"Ctrl+/"_s), [this] {
        auto *dialog = new ShortcutsDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    key(QKeySequence::Quit, [this] { close(); });
}

Pane *MainWindow::pane() const
{
    return qobject_cast<Pane *>(m_panes->currentWidget());
}

void MainWindow::showPane(PaneId pane)
{
    const bool other = std::exchange(m_current, pane) != pane;
    m_panes->setCurrentWidget(paneOf(pane));
    m_rail->setCurrent(pane);
    // Otherwise it goes to whatever comes next when what had it is hidden.
    if (QWidget *first = other ? paneOf(pane)->regions().value(0) : nullptr)
        first->setFocus();
    if (pane == PaneId::Channels) {
        m_channels->composer()->focusText();
        m_channels->markSeen();
    }
    Q_EMIT placeChanged();
}

void MainWindow::cycleRegions(int direction)
{
    QList<QWidget *> regions{m_rail->findChild<RailButton *>()};
    if (pane())
        regions += pane()->regions();
    regions.append(m_status->findChild<QPushButton *>());
    // In a small window the list has given way to a panel.
    regions.removeIf([](const QWidget *region) { return !region || !region->isVisible(); });
    if (regions.isEmpty())
        return;
    qsizetype at = -1;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        if (regions[i]->hasFocus() || regions[i]->isAncestorOf(focusWidget()))
            at = i;
    }
    const qsizetype next = (at + direction + regions.size()) % regions.size();
    regions[next]->setFocus(Qt::TabFocusReason);
}

void MainWindow::say(const QString &sentence, bool problem)
{
    if (!sentence.isEmpty())
        m_notice->say(sentence, problem);
}

void MainWindow::say(const QString &sentence, const QString &label, std::function<void()> help)
{
    m_notice->say(sentence, true, std::move(help), label);
}

void MainWindow::openSwitcher(ChannelId within, const QString &place)
{
    m_usage.count(u"search.opened"_s);
    switcher()->popUp(within, place);
}

Switcher *MainWindow::switcher()
{
    if (!m_switcher) {
        m_switcher = new Switcher(m_models->account, m_models->channels, this);
        connect(m_switcher, &Switcher::chosen, this, &MainWindow::openHit);
    }
    return m_switcher;
}

void MainWindow::openChanges(OperationId operation)
{
    auto *dialog = new ChangesDialog(m_models->work, m_models->drafts, m_models->channels, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (operation)
        dialog->select(operation);
    dialog->open();
}

void MainWindow::openHit(const SearchHit &hit)
{
    switch (hit.kind) {
    case EntityKind::Message:
        showPane(PaneId::Channels);
        m_channels->openMessage(hit.channel, hit.seq, hit.root);
        break;
    case EntityKind::Task:
        showPane(PaneId::Tasks);
        tasksPane()->openTask(TaskId(hit.id));
        break;
    case EntityKind::Event:
        showPane(PaneId::Events);
        eventsPane()->openEvent(EventId(hit.id));
        break;
    case EntityKind::Person:
        showPane(PaneId::Channels);
        m_channels->openDirect(PersonId(hit.id));
        break;
    default: {
        showPane(PaneId::Channels);
        const ChannelId channel(hit.id);
        if (!m_models->channels.channel(channel))
            say(tr("You are not in %1 yet. Use Browse channels to join it.").arg(hit.title), false);
        else
            m_channels->openChannel(channel);
        break;
    }
    }
}

void MainWindow::openLink(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    if (!isWebOrMail(url)) {
        say(tr("This link is not opened: only addresses of web pages and of mail are."));
        return;
    }
    // The person sees where it goes before anything is contacted: encoded, so that no letter looks
    // like another one and no mark turns the address round.
    QMessageBox *box =
        makePlainBox(QMessageBox::Question, tr("Open link"),
                     url.scheme() == u"mailto"
                         ? tr("Write a mail to this address?")
                         : tr("Open this address of %1 in the browser?").arg(url.host(QUrl::FullyEncoded)),
                     QString::fromLatin1(url.toEncoded()), this);
    QPushButton *open = box->addButton(tr("Open"), QMessageBox::AcceptRole);
    box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(open, &QPushButton::clicked, this, [url] { QDesktopServices::openUrl(url); });
    box->open();
}

void MainWindow::saveFile(const FileRef &file)
{
    auto *dialog = new QFileDialog(this, tr("Save file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QFileInfo(file.name).fileName()); // A name from elsewhere is no path.
    connect(dialog, &QFileDialog::fileSelected, this, [this, file](const QString &path) {
        follow(m_models->account.backend->fetchFile(file.id), this,
               [this, path](const Result<QByteArray> &bytes) {
                   if (!bytes) {
                       say(bytes.error().message);
                       return;
                   }
                   const QPointer<MainWindow> window(this);
                   QThreadPool::globalInstance()->start([window, path, content = *bytes] {
                       const Result<void> written = writeWholeFile(path, content);
                       const bool saved = written.has_value();
                       const QString trouble = saved ? QString() : written.error().detail;
                       // The window may be gone by now; the application object is not.
                       QMetaObject::invokeMethod(
                           qApp,
                           [window, path, saved, trouble] {
                               if (window)
                                   window->say(saved ? tr("Saved as %1").arg(path)
                                                     : tr("The file could not be saved: %1").arg(trouble),
                                               !saved);
                           },
                           Qt::QueuedConnection);
                   });
               });
    });
    dialog->open();
}

void MainWindow::updateBadges()
{
    m_badgesWanted = false;
    m_rail->setBadge(PaneId::Channels, m_models->channels.mentionTotal());
    m_rail->setBadge(PaneId::Tasks, m_models->tasks.dueFor(m_models->account.self.id));
    m_rail->setBadge(PaneId::Events, int(m_models->events.unanswered().size()));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    // Somebody comes back, perhaps to another network: no need to wait for the next try.
    if (event->type() == QEvent::ActivationChange && isActiveWindow()
        && m_models->account.backend->status().state == LinkStatus::State::Offline)
        m_models->account.backend->retryNow();
    if (event->type() == QEvent::ActivationChange && m_current == PaneId::Channels)
        isActiveWindow() ? m_channels->markSeen() : m_channels->lookAway();
}

} // namespace ChatOps
