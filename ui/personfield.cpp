// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/personfield.h"

#include "ui/channeldialogs.h"
#include "ui/widgets.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

PersonField::PersonField(const Account &account, PeopleDirectory &people, const QString &name,
                         QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_people(people)
    , m_label(name)
    , m_button(makeButton({}, {}, this))
    , m_clear(makeToolButton(u"close"_s, tr("Nobody"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button, 1);
    layout->addWidget(m_clear);
    connect(m_button, &QPushButton::clicked, this, [this] {
        auto *dialog = new PickPersonDialog(m_label, m_account, m_within, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &PickPersonDialog::picked, this, [this](const Person &picked) {
            setPerson(picked.id);
            Q_EMIT personChosen(picked.id);
        });
        dialog->open();
    });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        setPerson({});
        Q_EMIT personChosen({});
    });
    connect(&people, &PeopleDirectory::changed, this, &PersonField::refresh);
    refresh();
}

void PersonField::setPerson(PersonId person)
{
    m_person = person;
    refresh();
}

void PersonField::refresh()
{
    const QString name = m_person ? m_people.name(m_person) : tr("Nobody yet");
    m_button->setText(name);
    m_button->setAccessibleName(m_label + u": "_s + name);
    m_clear->setVisible(!m_person.isNull());
}

PeopleField::PeopleField(const Account &account, PeopleDirectory &people, const QString &name,
                         QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_directory(people)
    , m_layout(new QVBoxLayout(this))
{
    setAccessibleName(name);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    connect(&people, &PeopleDirectory::changed, this, &PeopleField::refresh);
    refresh();
}

void PeopleField::setPeople(const QList<PersonId> &people)
{
    m_chosen = people;
    refresh();
}

void PeopleField::setNotes(const QHash<PersonId, QString> &notes)
{
    m_notes = notes;
    refresh();
}

void PeopleField::refresh()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const PersonId &person : std::as_const(m_chosen)) {
        QString name = m_directory.name(person);
        const QString note = m_notes.value(person);
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(makeLabel(note.isEmpty() ? name : name + u", "_s + note, Theme::Type::Base,
                                  QFont::Normal, Tone::Second, row),
                        1);
        auto *remove = makeToolButton(u"close"_s, tr("Remove %1").arg(name), row);
        remove->setFixedSize(24, 24);
        connect(remove, &QToolButton::clicked, this, [this, person] {
            m_chosen.removeAll(person);
            QMetaObject::invokeMethod(this, &PeopleField::refresh, Qt::QueuedConnection);
            Q_EMIT changed();
        });
        line->addWidget(remove);
        m_layout->addWidget(row);
    }
    auto *add = makeButton(tr("Add somebody"), u"link"_s, this);
    connect(add, &QPushButton::clicked, this, [this] {
        auto *dialog = new PickPersonDialog(tr("Add somebody"), m_account, m_within, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &PickPersonDialog::picked, this, [this](const Person &picked) {
            if (m_chosen.contains(picked.id))
                return;
            m_chosen.append(picked.id);
            refresh();
            Q_EMIT changed();
        });
        dialog->open();
    });
    m_layout->addWidget(add);
}

} // namespace ChatOps
