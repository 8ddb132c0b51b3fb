// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/taskpanel.h"

#include "core/entityjson.h"
#include "core/text.h"
#include "core/viewerzone.h"
#include "models/operations.h"
#include "ui/calendarstyle.h"
#include "ui/personfield.h"
#include "ui/plaintext.h"
#include "ui/widgets.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

TaskPanel::TaskPanel(WorkspaceModels &models, QWidget *parent)
    : DetailPanel(tr("Task"), tr("Close task"), parent)
    , m_models(models)
    , m_heading(makeLabel(QString(), Theme::Type::Small, QFont::DemiBold, Tone::Third, this))
    , m_title(new QTextEdit(this))
    , m_state(new QComboBox(this))
    , m_assignee(new PersonField(models.account, models.people, tr("Assignee"), this))
    , m_hasDue(new QCheckBox(this))
    , m_due(new QDateTimeEdit(this))
    , m_priority(new QComboBox(this))
    , m_channel(new QComboBox(this))
    , m_description(new QTextEdit(this))
    , m_source(makeButton(tr("Open message"), u"link"_s, this))
    , m_note(makeLabel(QString(), Theme::Type::Small, QFont::Normal, Tone::Third, this))
    , m_create(makeButton(tr("Create task"), u"primary"_s, this))
    , m_delete(makeButton(tr("Delete task"), u"danger"_s, this))
    , m_titleText(m_title)
    , m_descriptionText(m_description)
{
    QVBoxLayout *layout = page();
    layout->addWidget(m_heading);
    m_title->setObjectName(u"taskTitle"_s);
    m_title->setAccessibleName(tr("Title"));
    m_title->setPlaceholderText(tr("What is to be done?"));
    m_title->setAcceptRichText(false);
    m_title->setTabChangesFocus(true);
    m_title->installEventFilter(this);
    layout->addWidget(m_title);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeading);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (const TaskState state : {TaskState::Todo, TaskState::Doing, TaskState::Review, TaskState::Done})
        m_state->addItem(TaskModel::stateName(state), int(state));
    for (const Priority priority : {Priority::None, Priority::Low, Priority::Normal, Priority::High})
        m_priority->addItem(TaskModel::priorityName(priority), int(priority));
    dressCalendar(m_due);
    m_due->setTimeSpec(Qt::UTC); // A wall time of the profile's zone.
    for (QComboBox *box : {m_state, m_priority, m_channel})
        narrow(box);
    m_due->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    auto *due = new QWidget(this);
    auto *dueRow = new QHBoxLayout(due);
    dueRow->setContentsMargins(0, 0, 0, 0);
    dueRow->addWidget(m_hasDue);
    dueRow->addWidget(m_due, 1);
    form->addRow(tr("State"), m_state);
    form->addRow(tr("Assignee"), m_assignee);
    form->addRow(tr("Due"), due);
    form->addRow(tr("Priority"), m_priority);
    form->addRow(tr("Channel"), m_channel);
    m_state->setAccessibleName(tr("State"));
    m_hasDue->setAccessibleName(tr("Has a due time"));
    m_due->setAccessibleName(tr("Due"));
    m_priority->setAccessibleName(tr("Priority"));
    m_channel->setAccessibleName(tr("Channel"));
    m_state->setObjectName(u"taskState"_s);
    m_hasDue->setObjectName(u"taskHasDue"_s);
    m_due->setObjectName(u"taskDue"_s);
    layout->addLayout(form);
    m_description->setObjectName(u"taskDescription"_s);
    m_description->setAccessibleName(tr("Description"));
    m_description->setPlaceholderText(tr("Description"));
    m_description->setAcceptRichText(false);
    m_description->setTabChangesFocus(true);
    m_description->setMinimumHeight(120);
    m_description->installEventFilter(this);
    layout->addWidget(m_description, 1);
    layout->addWidget(m_source, 0, Qt::AlignLeading);
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
    m_create->setObjectName(u"taskCreate"_s);
    setAction(m_create);
    layout->addWidget(m_delete, 0, Qt::AlignLeading);

    connect(m_state, &QComboBox::activated, this, [this] {
        change({{"state"_L1, nameOf(TaskState(m_state->currentData().toInt()))}});
    });
    connect(m_priority, &QComboBox::activated, this, [this] {
        change({{"priority"_L1, nameOf(Priority(m_priority->currentData().toInt()))}});
    });
    connect(m_channel, &QComboBox::activated, this, [this] {
        const auto channel = m_channel->currentData().value<ChannelId>();
        m_assignee->setWithin(channel);
        change({{"channel"_L1, channel ? channel.toString() : QString()}});
    });
    connect(m_assignee, &PersonField::personChosen, this, [this](PersonId person) {
        change({{"assignee"_L1, person ? person.toString() : QString()}});
    });
    const auto dueChanged = [this] {
        m_due->setEnabled(m_hasDue->isChecked());
        change({{"due"_L1, m_hasDue->isChecked() ? fromViewerWall(m_due->dateTime()) : 0}});
    };
    connect(m_hasDue, &QCheckBox::clicked, this, dueChanged);
    connect(m_due->calendarWidget(), &QCalendarWidget::clicked, this, [this](const QDate &day) {
        // Whoever picks today means the rest of it.
        if (day == viewerToday() && m_due->time() < viewerNow().time())
            m_due->setTime(QTime(23, 59));
    });
    connect(m_due, &QDateTimeEdit::editingFinished, this, [this, dueChanged] {
        // Also comes when the field is only left.
        if (m_due->dateTime() != m_dueShown)
            dueChanged();
    });
    connect(m_source, &QPushButton::clicked, this, [this] { Q_EMIT messageRequested(m_task.source); });
    connect(m_create, &QPushButton::clicked, this, &TaskPanel::create);
    connect(m_delete, &QPushButton::clicked, this, &TaskPanel::askDelete);
    connect(&models.people, &PeopleDirectory::changed, this, [this] {
        if (m_task.id)
            showPeople();
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(WritingPause);
    connect(&m_pause, &QTimer::timeout, this, &TaskPanel::saveTexts);
    connect(m_description, &QTextEdit::textChanged, this, [this] {
        if (!m_showing && !m_new)
            m_pause.start();
    });
    const auto update = [this] {
        if (m_new || m_task.id.isNull())
            return;
        if (const auto task = m_models.tasks.find(m_task.id)) {
            m_known = true;
            show(*task);
        } else if (m_known) {
            // Deleted by somebody, or no longer ours to see. What was typed since the
            // last save is refused by the server and then kept among the changes.
            saveTexts();
            Q_EMIT closed();
        }
    };
    // Queued: a removal may be half of a move.
    connect(&models.tasks, &QAbstractItemModel::dataChanged, this, update, Qt::QueuedConnection);
    connect(&models.tasks, &QAbstractItemModel::rowsInserted, this, update, Qt::QueuedConnection);
    connect(&models.tasks, &QAbstractItemModel::rowsRemoved, this, update, Qt::QueuedConnection);
}

void TaskPanel::fillChannels()
{
    m_channel->clear();
    m_channel->addItem(tr("Nobody else: only you and the assignee"), QVariant::fromValue(ChannelId()));
    for (const ChannelRow &row : m_models.channels.all()) {
        if (row.joined)
            m_channel->addItem((row.channel.kind == ChannelKind::Direct ? QString() : u"#"_s)
                                   + ChannelListModel::titleOf(row),
                               QVariant::fromValue(row.channel.id));
    }
}

void TaskPanel::open(TaskId task)
{
    const auto found = m_models.tasks.find(task);
    if (!found)
        return;
    saveTexts();
    m_new = false;
    m_known = true;
    m_task = {};
    fillChannels();
    show(*found);
}

void TaskPanel::begin(ChannelId channel, const QString &title, MessageId source, const QString &description,
                      PersonId assignee)
{
    saveTexts();
    m_new = true;
    m_known = false;
    Task task;
    task.id = TaskId::create();
    task.channel = channel;
    task.title = title;
    task.description = description;
    task.source = source;
    task.assignee = assignee;
    task.creator = m_models.account.self.id;
    m_task = {};
    fillChannels();
    show(task);
    m_title->setFocus();
}

void TaskPanel::show(const Task &task)
{
    m_showing = true;
    const bool other = task.id != m_task.id;
    m_titleText.offer(task.title, 0, other);
    m_descriptionText.offer(task.description, task.textRev, other);
    m_task = task;
    m_heading->setText(m_new ? tr("New task") : TaskModel::stateName(task.state));
    m_state->setCurrentIndex(m_state->findData(int(task.state)));
    m_priority->setCurrentIndex(m_priority->findData(int(task.priority)));
    m_hasDue->setChecked(task.dueAt != 0);
    m_due->setEnabled(task.dueAt != 0);
    if (other || m_due->dateTime() == m_dueShown) {
        m_due->setDateTime(task.dueAt ? viewerWall(task.dueAt)
                                      : QDateTime(viewerToday().addDays(1), QTime(12, 0), Qt::UTC));
        m_dueShown = m_due->dateTime();
    }
    for (int i = 0; i < m_channel->count(); ++i) {
        if (m_channel->itemData(i).value<ChannelId>() == task.channel)
            m_channel->setCurrentIndex(i);
    }
    m_source->setVisible(!task.source.isNull());
    m_create->setVisible(m_new);
    const bool mayDelete = task.creator == m_models.account.self.id
        || m_models.account.self.role == Role::Owner || m_models.account.self.role == Role::Admin;
    m_delete->setVisible(!m_new && mayDelete);
    m_title->setFont(Theme::instance().font(Theme::Type::Large, QFont::DemiBold));
    m_title->setFixedHeight(QFontMetrics(m_title->font()).height() * 2 + 24);
    showPeople();
    m_showing = false;
}

void TaskPanel::showPeople()
{
    const Task &task = m_task;
    m_assignee->setWithin(task.channel);
    m_assignee->setPerson(task.assignee);
    QStringList notes;
    const auto at = [](Millis when) { return QLocale().toString(inViewerZone(when), QLocale::ShortFormat); };
    if (!m_new)
        notes.append(tr("%1 asked for this, %2", "name, time")
                         .arg(m_models.people.name(task.creator), at(task.createdAt)));
    if (!m_new && task.changedAt > task.createdAt)
        notes.append(tr("Last changed %1").arg(at(task.changedAt)));
    if (m_models.tasks.isWaiting(task.id))
        notes.append(tr("A change is waiting to be sent."));
    m_note->setText(notes.join(u'\n'));
}

void TaskPanel::change(const QJsonObject &fields)
{
    if (m_showing)
        return;
    if (m_new) {
        QJsonObject json = toJson(m_task);
        for (auto it = fields.begin(); it != fields.end(); ++it)
            json.insert(it.key(), it.value());
        if (const auto task = taskFromJson(json))
            m_task = *task;
        return;
    }
    // A task made a moment ago may not be in the model yet.
    Task seen = m_models.tasks.find(m_task.id).value_or(m_task);
    QJsonObject differing;
    const QJsonObject now = toJson(seen);
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (now.value(it.key()) != it.value())
            differing.insert(it.key(), it.value());
    }
    seen.textRev = m_descriptionText.rev();
    m_models.tasks.change(seen, differing);
}

void TaskPanel::saveTexts()
{
    m_pause.stop();
    if (m_new || m_task.id.isNull())
        return;
    const QString title = truncated(m_titleText.text().simplified(), Limit::Title);
    if (m_titleText.isEdited() && !title.isEmpty()) {
        m_titleText.sent();
        change({{"title"_L1, title}});
    }
    if (m_descriptionText.isEdited()) {
        m_descriptionText.sent();
        change({{"description"_L1, truncated(m_descriptionText.text(), Limit::Description)}});
    }
}

void TaskPanel::clear()
{
    m_new = false;
    m_task = {};
}

bool TaskPanel::isUnsaved() const
{
    return m_new && !m_task.id.isNull() && (m_titleText.isEdited() || m_descriptionText.isEdited());
}

void TaskPanel::save()
{
    if (m_new)
        create();
    else
        saveTexts();
}

void TaskPanel::hideEvent(QHideEvent *event)
{
    saveTexts();
    DetailPanel::hideEvent(event);
}

bool TaskPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        saveTexts();
    if (watched == m_title && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (m_new)
                create();
            else
                m_description->setFocus();
            return true;
        }
    }
    return DetailPanel::eventFilter(watched, event);
}

void TaskPanel::create()
{
    m_task.title = truncated(m_title->toPlainText().simplified(), Limit::Title);
    m_task.description = truncated(m_description->toPlainText(), Limit::Description);
    if (m_task.title.isEmpty()) {
        m_title->setFocus();
        m_note->setText(tr("A task needs a title."));
        return;
    }
    m_new = false;
    m_models.work.submit(Make::createTask(m_task));
    m_titleText.sent();
    m_descriptionText.sent();
    show(m_task);
    m_state->setFocus(); // The button that had it is gone.
}

void TaskPanel::askDelete()
{
    askToDestroy(this, tr("Delete task"), tr("Delete this task for everybody?"), m_task.title, tr("Delete"),
                 [this] {
                     m_models.work.submit(Make::remove(m_task));
                     Q_EMIT closed();
                 });
}

} // namespace ChatOps
