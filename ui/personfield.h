// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/peopledirectory.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace ChatOps {

/// A button that shows a person and opens the finder to choose another.
class PersonField final : public QWidget {
    Q_OBJECT
public:
    PersonField(const Account &account, PeopleDirectory &people, const QString &name,
                QWidget *parent = nullptr);
    void setPerson(PersonId person);
    void setWithin(ChannelId channel) { m_within = channel; }
    [[nodiscard]] PersonId person() const { return m_person; }

Q_SIGNALS:
    void personChosen(ChatOps::PersonId person);

private:
    void refresh();
    Account m_account;
    PeopleDirectory &m_people;
    QString m_label;
    ChannelId m_within;
    PersonId m_person;
    QPushButton *m_button;
    QToolButton *m_clear;
};

/// Several people as removable chips.
class PeopleField final : public QWidget {
    Q_OBJECT
public:
    PeopleField(const Account &account, PeopleDirectory &people, const QString &name,
                QWidget *parent = nullptr);
    void setPeople(const QList<PersonId> &people);
    void setWithin(ChannelId channel) { m_within = channel; }
    void setNotes(const QHash<PersonId, QString> &notes);
    [[nodiscard]] QList<PersonId> people() const { return m_chosen; }

Q_SIGNALS:
    void changed();

private:
    void refresh();
    Account m_account;
    PeopleDirectory &m_directory;
    ChannelId m_within;
    QList<PersonId> m_chosen;
    QHash<PersonId, QString> m_notes;
    QLayout *m_layout;
};

} // namespace ChatOps
