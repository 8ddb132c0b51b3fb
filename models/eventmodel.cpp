// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventmodel.h"

#include "core/viewerzone.h"

#include "core/overlay.h"
#include "models/rowdiff.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

EventModel::EventModel(const Account &account, PendingWork &work, PeopleDirectory &people, QObject *parent)
    : QAbstractListModel(parent)
    , m_account(account)
    , m_work(work)
    , m_people(people)
    , m_held(this, work,
             {[this] { return m_account.cache->invitationsOf(m_account.self.id); },
              [this] { return m_account.cache->events(); }},
             {[this] { rebuild(); }, [this] { Q_EMIT loaded(); },
              [this](const Error &error) { Q_EMIT failed(error); }})
{
    connect(account.cache, &Cache::changed, this, [this](const ChangeSet &changes) {
        if (changes.events || changes.reset)
            m_held.readAgain();
    });
    connect(&work, &PendingWork::changed, this, &EventModel::rebuild);
}

void EventModel::rebuild()
{
    if (m_held.extent() == Extent::Nothing)
        return;
    QList<Item> wanted;
    QSet<EventId> present;
    for (const Event &event : m_held.rows()) {
        wanted.append({event, false, 0, 0});
        present.insert(event.id);
    }
    for (const PendingOperation &item : m_work.operations()) {
        if (!PendingWork::isLaidOver(item))
            continue;
        const bool waits = item.state == PendingOperation::State::Waiting;
        const EventId id(item.operation.target);
        if (item.operation.kind == OperationKind::EventCreate && !present.contains(id)) {
            wanted.append({createdEvent(item.operation, m_account.self.id), waits, 0, 0});
            present.insert(id);
        } else if (item.operation.kind == OperationKind::EventDelete) {
            wanted.removeIf([&](const Item &row) { return row.event.id == id; });
        } else {
            const bool ofEvents = item.operation.kind == OperationKind::EventPatch
                || item.operation.kind == OperationKind::EventAnswer;
            if (ofEvents && !present.contains(id))
                m_held.load(Extent::All);
            for (Item &row : wanted) {
                if (overlay(row.event, item.operation, m_account.self.id))
                    row.waiting |= waits;
            }
        }
    }
    for (Item &row : wanted) {
        row.startsAt = row.event.startsAt();
        row.endsAt = row.event.endsAt();
    }
    std::stable_sort(wanted.begin(), wanted.end(), [](const Item &a, const Item &b) {
        return a.startsAt != b.startsAt ? a.startsAt < b.startsAt : a.event.id < b.event.id;
    });
    const RowDiff<Item> diff{[this](int a, int b) { beginInsertRows({}, a, b); }, [this] { endInsertRows(); },
                             [this](int a, int b) { beginRemoveRows({}, a, b); }, [this] { endRemoveRows(); },
                             [this](int a, int b) { Q_EMIT dataChanged(index(a), index(b)); }};
    diff.apply(
        m_rows, wanted, [](const Item &a, const Item &b) { return a.event.id == b.event.id; },
        [](const Item &a, const Item &b) { return a.event == b.event && a.waiting == b.waiting; });
    Q_EMIT rowsChanged();
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

void EventModel::zoneChanged()
{
    rebuild();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    Q_EMIT rowsChanged();
}

QString EventModel::timeText(const Event &event)
{
    const QLocale locale;
    if (event.allDay)
        return tr("All day");
    const QDateTime start = inViewerZone(event.startsAt());
    const QDateTime end = inViewerZone(event.endsAt());
    QString first = locale.toString(start.time(), QLocale::ShortFormat);
    QString last = locale.toString(end.time(), QLocale::ShortFormat);
    // The clocks change in between: without their names the times would not tell how long it takes.
    if (start.offsetFromUtc() != end.offsetFromUtc()) {
        first += u' ' + start.timeZoneAbbreviation();
        last += u' ' + end.timeZoneAbbreviation();
    }
    if (start.date() == end.date())
        return tr("%1 to %2", "times").arg(first, last);
    return tr("%1 to %2, %3", "time, time, date")
        .arg(first, last, locale.toString(end.date(), QLocale::ShortFormat));
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Item &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.event.title;
    case Qt::AccessibleTextRole: {
        const QDate day = inViewerZone(row.startsAt).date();
        QString sentence =
            tr("%1, %2, %3", "title, date, times")
                .arg(row.event.title, QLocale().toString(day, QLocale::LongFormat), timeText(row.event));
        if (row.waiting)
            sentence += u", "_s + tr("not sent yet");
        return sentence;
    }
    case IdRole:
        return QVariant::fromValue(row.event.id);
    case WaitingRole:
        return row.waiting;
    case StartsDayRole: {
        const auto day = [this](int i) { return inViewerZone(m_rows[i].startsAt).date(); };
        return index.row() == 0 || day(index.row()) != day(index.row() - 1);
    }
    default:
        return {};
    }
}

std::optional<Event> EventModel::find(EventId id) const
{
    for (const Item &row : m_rows) {
        if (row.event.id == id)
            return row.event;
    }
    return std::nullopt;
}

QList<EventModel::Item> EventModel::between(Millis from, Millis to) const
{
    QList<Item> found;
    for (const Item &row : m_rows) {
        if (row.startsAt >= to)
            break;
        if (row.endsAt > from)
            found.append(row);
    }
    return found;
}

Answer EventModel::ownAnswer(const Event &event) const
{
    for (const Attendee &attendee : event.attendees) {
        if (attendee.person == m_account.self.id)
            return attendee.answer;
    }
    return Answer::Yes;
}

QList<Event> EventModel::unanswered() const
{
    QList<Event> found;
    const Millis now = QDateTime::currentMSecsSinceEpoch();
    for (const Item &row : m_rows) {
        if (row.endsAt > now && ownAnswer(row.event) == Answer::None)
            found.append(row.event);
    }
    return found;
}

} // namespace ChatOps
