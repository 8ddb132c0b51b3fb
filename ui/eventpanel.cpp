// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/eventpanel.h"

#include "core/viewerzone.h"

#include "core/entityjson.h"
#include "core/text.h"
#include "models/operations.h"
#include "ui/calendarstyle.h"
#include "ui/personfield.h"
#include "ui/plaintext.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QTextEdit>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

QByteArray localZone()
{
    const QTimeZone zone = viewerZone();
    return zone.isValid() ? zone.id() : QByteArray("UTC");
}

QDateTime wall(const QDateTime &shown)
{
    return {shown.date(), QTime(shown.time().hour(), shown.time().minute()), Qt::UTC};
}

QString answerName(Answer answer)
{
    switch (answer) {
    case Answer::Yes:
        return EventPanel::tr("accepted");
    case Answer::Maybe:
        return EventPanel::tr("maybe");
    case Answer::No:
        return EventPanel::tr("declined");
    case Answer::None:
        break;
    }
    return EventPanel::tr("no answer yet");
}

} // namespace

EventPanel::EventPanel(WorkspaceModels &models, QWidget *parent)
    : DetailPanel(tr("Event"), tr("Close event"), parent)
    , m_models(models)
    , m_title(new QLineEdit(this))
    , m_allDay(new QCheckBox(tr("All day"), this))
    , m_start(new QDateTimeEdit(this))
    , m_end(new QDateTimeEdit(this))
    , m_zone(new QComboBox(this))
    , m_hint(makeLabel(QString(), Theme::Type::Small, QFont::Normal, Tone::Third, this))
    , m_location(new QLineEdit(this))
    , m_channel(new QComboBox(this))
    , m_attendees(new PeopleField(models.account, models.people, tr("Attendees"), this))
    , m_description(new QTextEdit(this))
    , m_answers(new QWidget(this))
    , m_save(makeButton(tr("Save"), u"primary"_s, this))
    , m_delete(makeButton(tr("Delete event"), u"danger"_s, this))
{
    QVBoxLayout *layout = page();

    auto *answers = new QHBoxLayout(m_answers);
    answers->setContentsMargins(0, 0, 0, 0);
    for (const auto &[value, label] :
         {std::pair{Answer::Yes, tr("Accept")}, std::pair{Answer::Maybe, tr("Maybe")},
          std::pair{Answer::No, tr("Decline")}}) {
        auto *button = makeButton(label, {}, m_answers);
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, this, [this, value = value] { answer(value); });
        answers->addWidget(button);
        m_answerButtons.append(button);
    }
    answers->addStretch();
    layout->addWidget(m_answers);
    m_title->setObjectName(u"eventTitle"_s);
    m_title->setPlaceholderText(tr("What is it about?"));
    m_title->setAccessibleName(tr("Title"));
    m_title->setMaxLength(int(Limit::Title));
    layout->addWidget(m_title);
    for (QDateTimeEdit *edit : {m_start, m_end}) {
        dressCalendar(edit);
        edit->setTimeSpec(Qt::UTC);
    }
    m_start->setObjectName(u"eventStart"_s);
    m_end->setObjectName(u"eventEnd"_s);
    m_start->setAccessibleName(tr("Start"));
    m_end->setAccessibleName(tr("End"));
    m_zone->setObjectName(u"eventZone"_s);
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    QStringList zones;
    const QList<QByteArray> available = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : available) {
        if (zone.contains('/') || zone == "UTC")
            zones.append(QString::fromLatin1(zone));
    }
    m_zone->addItems(zones);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    narrow(m_channel);
    m_location->setAccessibleName(tr("Place"));
    m_location->setMaxLength(int(Limit::Title));
    m_channel->setAccessibleName(tr("Channel"));
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(QString(), m_allDay);
    form->addRow(tr("Start"), m_start);
    form->addRow(tr("End"), m_end);
    form->addRow(tr("Zone"), m_zone);
    form->addRow(QString(), m_hint);
    form->addRow(tr("Place"), m_location);
    form->addRow(tr("Channel"), m_channel);
    form->addRow(tr("Attendees"), m_attendees);
    m_hint->setWordWrap(true);
    layout->addLayout(form);
    m_description->setAccessibleName(tr("Description"));
    m_description->setPlaceholderText(tr("Description"));
    m_description->setAcceptRichText(false);
    m_description->setTabChangesFocus(true);
    m_description->setMinimumHeight(80);
    layout->addWidget(m_description, 1);
    m_save->setObjectName(u"eventSave"_s);
    setAction(m_save);
    layout->addWidget(m_delete, 0, Qt::AlignLeading);

    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &start) {
        // Moving the start moves the whole event.
        if (!m_showing && m_lastStart.isValid())
            m_end->setDateTime(m_end->dateTime().addSecs(m_lastStart.secsTo(start)));
        m_lastStart = start;
        refreshHint();
    });
    connect(m_end, &QDateTimeEdit::dateTimeChanged, this, &EventPanel::refreshHint);
    connect(m_zone, &QComboBox::currentTextChanged, this, &EventPanel::refreshHint);
    connect(m_allDay, &QCheckBox::toggled, this, &EventPanel::refreshHint);
    connect(m_title, &QLineEdit::textChanged, this, &EventPanel::refreshHint);
    connect(m_channel, &QComboBox::activated, this,
            [this] { m_attendees->setWithin(m_channel->currentData().value<ChannelId>()); });
    connect(m_save, &QPushButton::clicked, this, &EventPanel::save);
    connect(m_delete, &QPushButton::clicked, this, &EventPanel::askDelete);
    connect(&models.events, &EventModel::rowsChanged, this, [this] {
        if (m_new || m_event.id.isNull())
            return;
        const auto event = m_models.events.find(m_event.id);
        if (!event) {
            if (m_known && isUnsaved())
                becomeNew();
            else if (m_known)
                Q_EMIT closed();
            return;
        }
        m_known = true;
        if (*event != m_event && edited() == m_event)
            show(*event); // Nothing of ours would be lost.
        else if (*event != m_event)
            m_event.attendees = event->attendees;
    });
}

void EventPanel::refreshHint()
{
    if (m_showing)
        return;
    const QString format = m_allDay->isChecked() ? QLocale().dateFormat(QLocale::ShortFormat)
                                                 : QLocale().dateTimeFormat(QLocale::ShortFormat);
    for (QDateTimeEdit *edit : {m_start, m_end}) {
        // Setting it again would throw away what is being typed.
        if (edit->displayFormat() != format)
            edit->setDisplayFormat(format);
    }
    m_zone->setEnabled(!m_allDay->isChecked());
    const Event event = edited();
    const QTimeZone zone(event.zone);
    QString hint;
    bool usable = !event.title.isEmpty();
    if (!event.allDay && !zone.isValid()) {
        hint = tr("This time zone is not known.");
        usable = false;
    } else if (event.end <= event.start) {
        hint = tr("The end must be after the start.");
        usable = false;
    } else if (!event.allDay && !comesOnWall(event.start, zone)) {
        hint = tr("The clocks go forward then: it starts at %1.")
                   .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(event.startsAt(), zone).time(),
                                           QLocale::ShortFormat));
    } else if (!event.allDay
               && zone.offsetFromUtc(inViewerZone(event.startsAt()))
                   != inViewerZone(event.startsAt()).offsetFromUtc()) {
        hint = tr("For you: %1").arg(EventModel::timeText(event));
    }
    if (m_gone && usable) // What is wrong with the form comes first.
        hint = tr(
            "This event was deleted while you were changing it. What you wrote can be saved as a new one.");
    if (!m_title->isEnabled())
        hint = tr("Only %1 or an admin can change this event.").arg(m_models.people.name(m_event.organizer));
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_save->setEnabled(usable && m_title->isEnabled());
}

void EventPanel::open(EventId event)
{
    const auto found = m_models.events.find(event);
    if (!found)
        return;
    m_new = false;
    m_known = true;
    show(*found);
}

void EventPanel::begin(const QDateTime &start, ChannelId channel, const QString &title)
{
    m_new = true;
    m_known = false;
    Event event;
    event.id = EventId::create();
    event.title = title;
    event.channel = channel;
    event.zone = localZone();
    event.start = wall(start);
    event.end = event.start.addSecs(3600);
    event.organizer = m_models.account.self.id;
    event.attendees = {{m_models.account.self.id, Answer::Yes}};
    show(event);
    m_title->setFocus();
}

void EventPanel::show(const Event &event)
{
    m_showing = true;
    m_gone = false;
    m_event = event;
    m_lastStart = event.start;
    m_title->setText(event.title);
    m_allDay->setChecked(event.allDay);
    m_start->setDateTime(event.start);
    m_end->setDateTime(event.allDay ? event.end.addDays(-1) : event.end);
    const QString zone = QString::fromLatin1(event.zone);
    if (m_zone->findText(zone) < 0 && !zone.isEmpty())
        m_zone->addItem(zone);
    m_zone->setCurrentText(zone.isEmpty() ? QString::fromLatin1(localZone()) : zone);
    m_location->setText(event.location);
    m_description->setPlainText(event.description);
    m_channel->clear();
    m_channel->addItem(tr("Nobody else: only the attendees"), QVariant::fromValue(ChannelId()));
    for (const ChannelRow &row : m_models.channels.all()) {
        if (row.joined && row.channel.kind != ChannelKind::Direct)
            m_channel->addItem(u'#' + row.channel.name, QVariant::fromValue(row.channel.id));
    }
    for (int i = 0; i < m_channel->count(); ++i) {
        if (m_channel->itemData(i).value<ChannelId>() == event.channel)
            m_channel->setCurrentIndex(i);
    }
    QList<PersonId> people;
    QHash<PersonId, QString> notes;
    bool invited = false;
    for (const Attendee &attendee : event.attendees) {
        people.append(attendee.person);
        notes.insert(attendee.person,
                     attendee.person == event.organizer ? tr("organizer") : answerName(attendee.answer));
        if (attendee.person == m_models.account.self.id && event.organizer != attendee.person) {
            invited = true;
            m_answerButtons[0]->setChecked(attendee.answer == Answer::Yes);
            m_answerButtons[1]->setChecked(attendee.answer == Answer::Maybe);
            m_answerButtons[2]->setChecked(attendee.answer == Answer::No);
        }
    }
    m_attendees->setWithin(event.channel);
    m_attendees->setPeople(people);
    m_attendees->setNotes(notes);
    m_answers->setVisible(invited && !m_new);
    const bool mayChange = m_new || event.organizer == m_models.account.self.id
        || m_models.account.self.role == Role::Owner || m_models.account.self.role == Role::Admin;
    for (QWidget *field : QList<QWidget *>{m_title, m_allDay, m_start, m_end, m_zone, m_location, m_channel,
                                           m_attendees, m_description})
        field->setEnabled(mayChange);
    m_save->setText(m_new ? tr("Create event") : tr("Save changes"));
    m_save->setVisible(mayChange);
    m_delete->setVisible(!m_new && mayChange);
    m_showing = false;
    refreshHint();
}

Event EventPanel::edited() const
{
    Event event = m_event;
    event.title = m_title->text().simplified();
    event.allDay = m_allDay->isChecked();
    event.start = wall(m_start->dateTime());
    event.end = wall(m_end->dateTime());
    if (event.allDay) {
        event.start = QDateTime(event.start.date(), QTime(0, 0), Qt::UTC);
        event.end = QDateTime(event.end.date().addDays(1), QTime(0, 0), Qt::UTC);
    }
    if (!event.allDay || !m_event.allDay)
        event.zone = m_zone->currentText().toLatin1();
    event.location = m_location->text().simplified();
    event.description = truncated(m_description->toPlainText(), Limit::Description);
    event.channel = m_channel->currentData().value<ChannelId>();
    QList<Attendee> attendees;
    for (const PersonId &person : m_attendees->people()) {
        Attendee attendee{person, Answer::None};
        for (const Attendee &before : m_event.attendees) {
            if (before.person == person)
                attendee.answer = before.answer;
        }
        attendees.append(attendee);
    }
    event.attendees = attendees;
    return event;
}

void EventPanel::becomeNew()
{
    m_new = true;
    m_known = false;
    m_gone = true;
    m_event.id = EventId::create();
    m_event.organizer = m_models.account.self.id;
    m_save->setText(tr("Create event"));
    m_answers->hide();
    m_delete->hide();
    refreshHint();
}

void EventPanel::clear()
{
    m_new = false;
    m_event = {};
}

bool EventPanel::isUnsaved() const
{
    return !m_event.id.isNull() && m_title->isEnabled() && edited() != m_event;
}

void EventPanel::save()
{
    const Event event = edited();
    if (!m_save->isEnabled())
        return; // The hint says what is missing.
    if (m_new) {
        m_new = false;
        m_models.work.submit(Make::createEvent(event));
        Q_EMIT made(event.id, inViewerZone(event.startsAt()).date());
    } else {
        // Against what the form was filled with: what others changed since stays theirs.
        const QJsonObject fields = Make::difference(m_event, event);
        if (!fields.isEmpty())
            m_models.work.submit(Make::patchEvent(m_event, fields));
    }
    show(event);
}

void EventPanel::answer(Answer answer)
{
    m_models.work.submit(Make::answer(m_event, answer));
    for (int i = 0; i < 3; ++i)
        m_answerButtons[i]->setChecked(i == (answer == Answer::Yes ? 0 : answer == Answer::Maybe ? 1 : 2));
}

void EventPanel::askDelete()
{
    askToDestroy(this, tr("Delete event"), tr("Delete this event for everybody?"), m_event.title,
                 tr("Delete"), [this] {
                     m_models.work.submit(Make::remove(m_event));
                     Q_EMIT closed();
                 });
}

} // namespace ChatOps
