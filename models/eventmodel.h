// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/heldrows.h"
#include "models/pendingwork.h"
#include "models/peopledirectory.h"

#include <QAbstractListModel>
#include <QDate>

namespace ChatOps {

/// The events this device holds, all or those the person is invited to (`load`), in the order
/// they begin, with unconfirmed changes laid over. As a list it is the agenda.
class EventModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { IdRole = Qt::UserRole + 1, WaitingRole, StartsDayRole };

    EventModel(const Account &account, PendingWork &work, PeopleDirectory &people, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    struct Item {
        Event event;
        bool waiting = false;
        Millis startsAt = 0;
        Millis endsAt = 0;
    };
    [[nodiscard]] const Item &item(int row) const { return m_rows[row]; }
    [[nodiscard]] std::optional<Event> find(EventId id) const;
    /// Those that touch the time from `from` up to `to`.
    [[nodiscard]] QList<Item> between(Millis from, Millis to) const;
    /// Invitations of the person without an answer, from now on.
    [[nodiscard]] QList<Event> unanswered() const;
    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] Answer ownAnswer(const Event &event) const;
    /// Reads them. Not in the constructor: thousands of things would stand before the first messages.
    void load(Extent extent) { m_held.load(extent); }
    /// Is everything here?
    [[nodiscard]] bool isLoaded() const { return m_held.extent() == Extent::All; }
    /// "15:00 to 16:00", with the date of the end when it is another day.
    [[nodiscard]] static QString timeText(const Event &event);
    /// The zone of the person is another one: days and times are, too.
    void zoneChanged();

Q_SIGNALS:
    void loaded();
    void rowsChanged();
    void failed(const ChatOps::Error &error);

private:
    void rebuild();

    Account m_account;
    PendingWork &m_work;
    PeopleDirectory &m_people;
    HeldRows<Event> m_held;
    QList<Item> m_rows;
};

} // namespace ChatOps
