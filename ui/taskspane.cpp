// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/taskspane.h"

#include "core/text.h"
#include "ui/picturebook.h"
#include "ui/taskcard.h"
#include "ui/taskpanel.h"
#include "ui/widgets.h"

#include <QHeaderView>
#include <QListView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

/// A column of cards, whose heights depend on its width.
class BoardColumn final : public QListView {
public:
    using QListView::QListView;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QListView::resizeEvent(event);
        scheduleDelayedItemsLayout();
    }
};

} // namespace
namespace {

constexpr int listRole = Qt::UserRole + 1;
constexpr int channelRole = Qt::UserRole + 2;

} // namespace

TasksPane::TasksPane(WorkspaceModels &models, QWidget *parent)
    : Pane(parent)
    , m_models(models)
    , m_list(new SidebarList(tr("Task lists")))
    , m_lists(new QStandardItemModel(this))
    , m_filter(new TaskFilter(models.tasks, this))
    , m_panel(new TaskPanel(models))
{
    sidebar()->setTitle(tr("Tasks"));
    sidebar()->setAddLabel(tr("New task"));
    sidebar()->addContent(m_list, 1);
    m_list->setModel(m_lists);
    m_list->setItemDelegate(new CountedDelegate(m_list));
    connect(m_list, &SidebarList::chosen, this, &TasksPane::chosen);
    buildMain();
    setDetail(m_panel);
    connect(m_panel, &TaskPanel::closed, this, [this] { showDetail(false); });
    connect(m_panel, &TaskPanel::messageRequested, this, &TasksPane::messageRequested);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&models.tasks, signal, this, &TasksPane::refresh);
    connect(&models.tasks, &QAbstractItemModel::dataChanged, this, &TasksPane::refresh);
    connect(&models.tasks, &TaskModel::loaded, this, [this] {
        refresh();
        if (m_wanted)
            openTask(m_wanted);
    });
    connect(&models.channels, &QAbstractItemModel::rowsInserted, this, &TasksPane::refresh);
    openList(TaskFilter::List::Mine);
}

void TasksPane::buildMain()
{
    auto *main = new QWidget;
    auto *layout = new QVBoxLayout(main);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new PaneHeader(main);
    m_listButton = makeButton(tr("List"), {}, m_header);
    m_boardButton = makeButton(tr("Board"), {}, m_header);
    for (QPushButton *button : {m_listButton, m_boardButton}) {
        button->setCheckable(true);
        m_header->addTool(button);
    }
    connect(m_listButton, &QPushButton::clicked, this, [this] { showBoard(false); });
    connect(m_boardButton, &QPushButton::clicked, this, [this] { showBoard(true); });
    auto *create = makeButton(tr("New task"), u"primary"_s, m_header);
    create->setObjectName(u"newTask"_s);
    connect(create, &QPushButton::clicked, this, [this] { createNew({}); });
    m_header->addTool(create);
    layout->addWidget(m_header);
    m_stack = new QStackedWidget(main);
    m_stack->addWidget(buildBoard());
    m_table = new QTreeView(m_stack);
    m_table->setObjectName(u"taskList"_s);
    m_table->setAccessibleName(tr("Tasks as a list"));
    m_table->setRootIsDecorated(false);
    m_table->setModel(m_filter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(TaskModel::DueColumn, Qt::AscendingOrder);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(TaskModel::TitleColumn, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(TaskModel::DueColumn, QHeaderView::ResizeToContents);
    connect(m_table, &QTreeView::activated, this,
            [this](const QModelIndex &index) { openTask(m_filter->task(index).id); });
    connect(m_table, &QTreeView::clicked, this,
            [this](const QModelIndex &index) { openTask(m_filter->task(index).id); });
    m_stack->addWidget(m_table);
    m_empty = new EmptyState(m_stack);
    connect(m_empty, &EmptyState::activated, this, [this] { createNew({}); });
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);
    setMain(main);
}

QWidget *TasksPane::buildBoard()
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *board = new QWidget(scroll);
    board->setObjectName(u"board"_s);
    board->setAttribute(Qt::WA_StyledBackground);
    scroll->setWidget(board);
    auto *columns = new QHBoxLayout(board);
    columns->setContentsMargins(20, 16, 20, 12);
    columns->setSpacing(14);
    for (const TaskState state : {TaskState::Todo, TaskState::Doing, TaskState::Review, TaskState::Done}) {
        auto *filter = new TaskFilter(m_models.tasks, this);
        filter->setState(state);
        auto *view = new BoardColumn(board);
        view->setObjectName(u"board-"_s + QString::number(int(state)));
        view->setAccessibleName(TaskModel::stateName(state));
        view->setModel(filter);
        view->setItemDelegate(new TaskCardDelegate(view));
        view->setFrameShape(QFrame::NoFrame);
        view->setSpacing(0);
        view->setMinimumWidth(132);
        view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        view->setResizeMode(QListView::Adjust);
        view->setMouseTracking(true);
        view->setDragDropMode(QAbstractItemView::DragDrop);
        view->setDefaultDropAction(Qt::MoveAction);
        view->viewport()->setAcceptDrops(true);
        connect(view, &QListView::clicked, this,
                [this, filter](const QModelIndex &index) { openTask(filter->task(index).id); });
        connect(view, &QListView::activated, this,
                [this, filter](const QModelIndex &index) { openTask(filter->task(index).id); });
        connect(&Theme::instance(), &Theme::changed, view, [view] { view->doItemsLayout(); });
        auto *column = new QVBoxLayout;
        auto *title = new QHBoxLayout;
        title->addWidget(
            makeLabel(TaskModel::stateName(state), Theme::Type::Small, QFont::DemiBold, Tone::Second, board));
        QLabel *count = makeLabel(QString(), Theme::Type::Small, QFont::Normal, Tone::Third, board);
        title->addWidget(count);
        title->addStretch();
        column->addLayout(title);
        column->addWidget(view, 1);
        columns->addLayout(column, 1);
        m_columns.append(filter);
        m_boards.append(view);
        m_counts.append(count);
    }
    return scroll;
}

void TasksPane::fillSidebar()
{
    const auto count = [this](TaskFilter::List list, ChannelId channel) {
        int open = 0;
        for (int row = 0; row < m_models.tasks.rowCount(); ++row) {
            const Task &task = m_models.tasks.task(row);
            open += task.state != TaskState::Done
                && TaskFilter::belongs(task, list, channel, m_models.account.self.id);
        }
        return open;
    };
    QList<QStandardItem *> rows;
    const auto add = [&](const QString &text, const QString &iconName, TaskFilter::List list,
                         ChannelId channel, bool alert) {
        auto *item = new QStandardItem(text);
        const int open = count(list, channel);
        item->setData(iconName, CountedDelegate::IconRole);
        item->setData(open, CountedDelegate::CountRole);
        item->setData(alert && open > 0, CountedDelegate::AlertRole);
        item->setData(int(list), listRole);
        item->setData(QVariant::fromValue(channel), channelRole);
        item->setData(tr("%1, %n open", nullptr, open).arg(text), Qt::AccessibleTextRole);
        item->setEditable(false);
        rows.append(item);
    };
    add(tr("Assigned to me"), u"person"_s, TaskFilter::List::Mine, {}, false);
    add(tr("Due today"), u"events"_s, TaskFilter::List::Today, {}, true);
    add(tr("Overdue"), u"clock"_s, TaskFilter::List::Overdue, {}, true);
    add(tr("Created by me"), u"tasks"_s, TaskFilter::List::CreatedByMe, {}, false);
    add(tr("All tasks"), u"channels"_s, TaskFilter::List::All, {}, false);
    auto *heading = new QStandardItem(tr("By channel"));
    heading->setData(true, CountedDelegate::HeadingRole);
    heading->setFlags(Qt::NoItemFlags);
    rows.append(heading);
    QList<ChannelRow> channels = m_models.channels.all();
    channels.removeIf(
        [](const ChannelRow &row) { return !row.joined || row.channel.kind == ChannelKind::Direct; });
    for (const ChannelRow &row : std::as_const(channels)) {
        if (count(TaskFilter::List::Channel, row.channel.id) > 0
            || (m_filter->list() == TaskFilter::List::Channel && m_filter->channel() == row.channel.id))
            add(row.channel.name, row.channel.kind == ChannelKind::Private ? u"lock"_s : u"hash"_s,
                TaskFilter::List::Channel, row.channel.id, false);
    }
    m_lists->clear();
    for (QStandardItem *item : std::as_const(rows)) {
        m_lists->appendRow(item);
        if (item->data(listRole).toInt() == int(m_filter->list())
            && item->data(channelRole).value<ChannelId>() == m_filter->channel()
            && item->flags() != Qt::NoItemFlags)
            m_list->setCurrentIndex(item->index());
    }
}

void TasksPane::refresh()
{
    fillSidebar();
    int open = 0;
    for (int i = 0; i < m_columns.size(); ++i) {
        m_counts[i]->setText(QLocale().toString(m_columns[i]->rowCount()));
        if (*m_columns[i]->state() != TaskState::Done)
            open += m_columns[i]->rowCount();
    }
    const QModelIndex current = m_list->currentIndex();
    m_header->setTitle(current.data().toString(), tr("%n open tasks", nullptr, open));
    const bool loaded = m_models.tasks.isLoaded(); // A part of them would look like all there are.
    if (!loaded)
        m_empty->setContent(u"clock"_s, tr("Loading tasks"), {});
    else if (m_filter->rowCount() == 0)
        m_empty->setContent(
            u"tasks"_s, tr("Nothing to do here"),
            tr("Tasks keep what was agreed from getting lost. Make one here, or from any message."),
            tr("New task"));
    if (loaded && m_filter->rowCount() > 0)
        m_stack->setCurrentIndex(m_board ? 0 : 1);
    else
        m_stack->setCurrentWidget(m_empty);
    m_boardButton->setChecked(m_board);
    m_listButton->setChecked(!m_board);
}

void TasksPane::showBoard(bool board)
{
    m_board = board;
    refresh();
}

void TasksPane::chosen(const QModelIndex &index)
{
    if (!index.data(CountedDelegate::HeadingRole).toBool())
        openList(TaskFilter::List(index.data(listRole).toInt()), index.data(channelRole).value<ChannelId>());
}

void TasksPane::openList(TaskFilter::List list, ChannelId channel)
{
    m_filter->setList(list, channel);
    for (TaskFilter *column : std::as_const(m_columns))
        column->setList(list, channel);
    refresh();
}

void TasksPane::setPictures(PictureBook *pictures)
{
    for (QListView *view : std::as_const(m_boards)) {
        static_cast<TaskCardDelegate *>(view->itemDelegate())->setPictures(pictures);
        connect(pictures, &PictureBook::changed, view->viewport(), qOverload<>(&QWidget::update));
    }
}

void TasksPane::openTask(TaskId task)
{
    const auto found = m_models.tasks.find(task);
    m_wanted = found || m_models.tasks.isLoaded() ? TaskId() : task;
    if (!found)
        return;
    if (!TaskFilter::belongs(*found, m_filter->list(), m_filter->channel(), m_models.account.self.id))
        openList(found->channel ? TaskFilter::List::Channel : TaskFilter::List::All, found->channel);
    m_panel->leave([this, task] {
        m_panel->open(task);
        showDetail(true);
    });
}

void TasksPane::createFrom(const Message &message)
{
    const QString first = message.text.section(u'\n', 0, 0).simplified();
    m_panel->leave([this, message, first] {
        m_panel->begin(message.channel, truncated(first, Limit::Title), message.id, {});
        showDetail(true);
    });
}

void TasksPane::createNew(const QPoint &)
{
    m_panel->leave([this] {
        // It belongs to the list it was made in.
        const bool mine =
            m_filter->list() == TaskFilter::List::Mine || m_filter->list() == TaskFilter::List::Today;
        m_panel->begin(m_filter->list() == TaskFilter::List::Channel ? m_filter->channel() : ChannelId(), {},
                       {}, {}, mine ? m_models.account.self.id : PersonId());
        showDetail(true);
    });
}

void TasksPane::escape()
{
    if (isDetailShown())
        m_panel->requestClose();
}

void TasksPane::step(int direction, bool)
{
    int row = m_list->currentIndex().row() + direction;
    while (row >= 0 && row < m_lists->rowCount() && m_lists->item(row)->flags() == Qt::NoItemFlags)
        row += direction;
    if (row >= 0 && row < m_lists->rowCount())
        chosen(m_lists->index(row, 0));
}

QList<QWidget *> TasksPane::regions() const
{
    QList<QWidget *> regions{m_list};
    if (m_stack->currentIndex() == 0)
        regions.append(m_boards.first());
    else if (m_stack->currentIndex() == 1)
        regions.append(m_table);
    if (isDetailShown())
        regions.append(m_panel->findChild<QWidget *>(u"taskTitle"_s));
    return regions;
}

} // namespace ChatOps
