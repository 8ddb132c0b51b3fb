// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/eventspane.h"

#include "core/viewerzone.h"

#include "models/operations.h"
#include "ui/agendadelegate.h"
#include "ui/calendarstyle.h"
#include "ui/eventpanel.h"
#include "ui/icons.h"
#include "ui/widgets.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QTextCharFormat>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

QDate mondayOf(const QDate &day)
{
    // The week begins where the locale says; a Monday in most places.
    const int first = QLocale().firstDayOfWeek();
    return day.addDays(-((day.dayOfWeek() - first + 7) % 7));
}

/// Events that are not over.
class UpcomingFilter final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const auto *events = static_cast<const EventModel *>(sourceModel());
        return events->item(row).endsAt >= viewerMidnight(viewerToday());
    }
};

} // namespace

EventsPane::EventsPane(WorkspaceModels &models, QWidget *parent)
    : Pane(parent)
    , m_models(models)
    , m_month(new QCalendarWidget)
    , m_week(new WeekView(models.events, models.tasks))
    , m_agenda(new QListView)
    , m_upcoming(new UpcomingFilter(this))
    , m_panel(new EventPanel(models))
{
    buildSidebar();
    buildMain();
    setDetail(m_panel);
    connect(m_panel, &EventPanel::closed, this, [this] {
        m_week->setSelected({});
        showDetail(false);
    });
    connect(m_panel, &EventPanel::made, this, [this](EventId event, const QDate &day) {
        goTo(day);
        m_week->setSelected(event);
    });
    connect(&models.events, &EventModel::rowsChanged, this, &EventsPane::refresh);
    connect(&models.events, &EventModel::loaded, this, [this] {
        refresh();
        if (m_wanted)
            openEvent(m_wanted);
    });
    goTo(viewerToday());
}

void EventsPane::buildSidebar()
{
    sidebar()->setTitle(tr("Events"));
    sidebar()->setAddLabel(tr("New event"));
    m_month->setAccessibleName(tr("Month"));
    m_month->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_month->setHorizontalHeaderFormat(QCalendarWidget::SingleLetterDayNames);
    m_month->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    m_month->setNavigationBarVisible(true);
    m_month->setMaximumHeight(240);
    connect(m_month, &QCalendarWidget::clicked, this, &EventsPane::goTo);
    connect(m_month, &QCalendarWidget::activated, this, &EventsPane::goTo);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(8, 0, 8, 8);
    layout->addWidget(m_month);
    auto *tasks = new QCheckBox(tr("Tasks with a due time"), box);
    tasks->setChecked(true);
    connect(tasks, &QCheckBox::toggled, m_week, &WeekView::setTasksShown);
    layout->addSpacing(4);
    layout->addWidget(tasks);
    layout->addSpacing(8);
    m_invitations = new QVBoxLayout;
    layout->addLayout(m_invitations);
    layout->addStretch();
    // With large text, or notices above, there is less room than a month and three invitations take.
    auto *scroll = new QScrollArea(sidebar());
    scroll->setObjectName(u"sidebarScroll"_s);
    box->setObjectName(u"sidebarPage"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(box);
    for (QWidget *part : {scroll->viewport(), box})
        part->setAutoFillBackground(false);
    sidebar()->addContent(scroll, 1);
    dressCalendar(m_month);
}

void EventsPane::buildMain()
{
    auto *main = new QWidget;
    main->setObjectName(u"week"_s);
    auto *layout = new QVBoxLayout(main);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new PaneHeader(main);
    auto *previous = makeToolButton(u"left"_s, tr("Week before"), m_header);
    auto *next = makeToolButton(u"right"_s, tr("Week after"), m_header);
    auto *today = makeButton(tr("Today"), {}, m_header);
    m_weekButton = makeButton(tr("Week"), {}, m_header);
    m_agendaButton = makeButton(tr("Agenda"), {}, m_header);
    m_weekButton->setCheckable(true);
    m_agendaButton->setCheckable(true);
    auto *create = makeButton(tr("New event"), u"primary"_s, m_header);
    create->setObjectName(u"newEvent"_s);
    for (QWidget *tool : QList<QWidget *>{previous, next, today, m_weekButton, m_agendaButton, create})
        m_header->addTool(tool);
    connect(previous, &QToolButton::clicked, this, [this] { goTo(m_week->monday().addDays(-7)); });
    connect(next, &QToolButton::clicked, this, [this] { goTo(m_week->monday().addDays(7)); });
    connect(today, &QPushButton::clicked, this, [this] { goTo(viewerToday()); });
    connect(m_weekButton, &QPushButton::clicked, this, [this] { showWeek(true); });
    connect(m_agendaButton, &QPushButton::clicked, this, [this] { showWeek(false); });
    connect(create, &QPushButton::clicked, this, [this] { createNew({}); });
    layout->addWidget(m_header);
    m_stack = new QStackedWidget(main);
    m_stack->addWidget(m_week);
    m_agenda->setAccessibleName(tr("Agenda"));
    m_agenda->setFrameShape(QFrame::NoFrame);
    m_agenda->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_agenda->setMouseTracking(true);
    m_upcoming->setSourceModel(&m_models.events);
    m_agenda->setModel(m_upcoming);
    m_agenda->setItemDelegate(new AgendaDelegate(m_models.events, m_agenda));
    const auto open = [this](const QModelIndex &index) {
        openEvent(index.data(EventModel::IdRole).value<EventId>());
    };
    connect(m_agenda, &QListView::clicked, this, open);
    connect(m_agenda, &QListView::activated, this, open);
    m_stack->addWidget(m_agenda);
    m_empty = new EmptyState(m_stack);
    connect(m_empty, &EmptyState::activated, this, [this] { createNew({}); });
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);
    setMain(main);
    connect(m_week, &WeekView::eventActivated, this, &EventsPane::openEvent);
    connect(m_week, &WeekView::taskActivated, this, &EventsPane::taskRequested);
    connect(m_week, &WeekView::slotActivated, this, [this](const QDateTime &start) { createAt(start); });
}

void EventsPane::goTo(const QDate &day)
{
    const bool first = !m_week->monday().isValid();
    m_week->setWeek(mondayOf(day));
    m_month->setSelectedDate(day);
    refresh();
    if (first)
        QMetaObject::invokeMethod(
            m_week, [week = m_week] { week->scrollToHour(8); }, Qt::QueuedConnection);
}

void EventsPane::showWeek(bool week)
{
    m_showWeek = week;
    refresh();
}

void EventsPane::zoneChanged()
{
    refresh();
    refreshInvitations();
}

void EventsPane::refresh()
{
    const QLocale locale;
    const QDate first = m_week->monday();
    const QDate last = first.addDays(6);
    const QString format = tr("d MMM yyyy", "date of a week's end, as QLocale writes it");
    const QString title = m_showWeek
        ? tr("%1 to %2")
              .arg(locale.toString(first,
                                   first.month() == last.month()
                                       ? tr("d", "day of a week's start in the same month")
                                       : tr("d MMM", "date of a week's start")),
                   locale.toString(last, format))
        : tr("Agenda");
    m_header->setTitle(title, QString::fromLatin1(viewerZone().id()));
    m_weekButton->setChecked(m_showWeek);
    m_agendaButton->setChecked(!m_showWeek);
    m_upcoming->invalidate();
    if (!m_showWeek && m_upcoming->rowCount() == 0) {
        m_empty->setContent(
            u"events"_s, m_models.events.isLoaded() ? tr("Nothing planned") : tr("Loading events"),
            m_models.events.isLoaded() ? tr("Events of your channels and your invitations appear here.")
                                       : QString(),
            m_models.events.isLoaded() ? tr("New event") : QString());
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_stack->setCurrentIndex(m_showWeek ? 0 : 1);
    }
    refreshInvitations();
}

void EventsPane::refreshInvitations()
{
    while (QLayoutItem *item = m_invitations->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const QList<Event> waiting = m_models.events.unanswered();
    if (waiting.isEmpty())
        return;
    m_invitations->addWidget(
        makeLabel(tr("Waiting for your reply"), Theme::Type::Tiny, QFont::DemiBold, Tone::Third));
    for (const Event &event : waiting.first(std::min<qsizetype>(3, waiting.size()))) {
        auto *card = new QFrame;
        card->setObjectName(u"card"_s);
        auto *layout = new QVBoxLayout(card);
        layout->setContentsMargins(12, 8, 12, 8);
        auto *title = makeLabel(event.title, Theme::Type::Base, QFont::DemiBold);
        title->setWordWrap(true);
        layout->addWidget(title);
        const QString day =
            QLocale().toString(inViewerZone(event.startsAt()).date(),
                               tr("ddd d MMM", "date of an invitation, as QLocale writes it"));
        auto *when = makeLabel(day + u", "_s + EventModel::timeText(event), Theme::Type::Small, QFont::Normal,
                               Tone::Third);
        when->setWordWrap(true);
        layout->addWidget(when);
        auto *row = new QHBoxLayout;
        row->setSpacing(6);
        for (const auto &[value, label] :
             {std::pair{Answer::Yes, tr("Accept")}, std::pair{Answer::Maybe, tr("Maybe")},
              std::pair{Answer::No, tr("Decline")}}) {
            auto *button = makeButton(label, {}, card);
            const auto small = [button] {
                button->setFont(Theme::instance().font(Theme::Type::Small, QFont::DemiBold));
            };
            connect(&Theme::instance(), &Theme::changed, button, small);
            small();
            button->setStyleSheet(u"padding: 3px 7px;"_s);
            button->setAccessibleName(label + u": "_s + event.title);
            connect(button, &QPushButton::clicked, this,
                    [this, event, value = value] { m_models.work.submit(Make::answer(event, value)); });
            row->addWidget(button);
        }
        layout->addLayout(row);
        m_invitations->addWidget(card);
    }
}

void EventsPane::openEvent(EventId event)
{
    const auto found = m_models.events.find(event);
    m_wanted = found || m_models.events.isLoaded() ? EventId() : event;
    if (!found)
        return;
    const QDate day = inViewerZone(found->startsAt()).date();
    if (mondayOf(day) != m_week->monday())
        goTo(day);
    m_panel->leave([this, event] {
        m_panel->open(event);
        m_week->setSelected(event);
        showDetail(true);
    });
}

void EventsPane::createAt(const QDateTime &start, ChannelId channel, const QString &title)
{
    m_panel->leave([this, start, channel, title] {
        m_panel->begin(start, channel, title);
        showDetail(true);
    });
}

void EventsPane::createNew(const QPoint &)
{
    const QDateTime now = viewerWall(QDateTime::currentMSecsSinceEpoch());
    const QDateTime nextHour = QDateTime(now.date(), QTime(now.time().hour(), 0), Qt::UTC).addSecs(3600);
    // Never in the past: the day chosen at the side may be yesterday by now.
    const QDate chosen = m_month->selectedDate();
    createAt(chosen > now.date() ? QDateTime(chosen, QTime(9, 0), Qt::UTC) : nextHour);
}

void EventsPane::escape()
{
    if (isDetailShown())
        m_panel->requestClose();
}

void EventsPane::step(int direction, bool)
{
    goTo(m_week->monday().addDays(7 * direction));
}

QList<QWidget *> EventsPane::regions() const
{
    QList<QWidget *> regions{m_month, m_stack->currentWidget()};
    if (isDetailShown())
        regions.append(m_panel->findChild<QWidget *>(u"eventTitle"_s));
    return regions;
}

} // namespace ChatOps
