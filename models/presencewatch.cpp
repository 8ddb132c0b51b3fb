// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/presencewatch.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int askEvery = 30'000; ///< Milliseconds.

} // namespace

PresenceWatch::PresenceWatch(const Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{
    m_timer.setInterval(askEvery);
    connect(&m_timer, &QTimer::timeout, this, &PresenceWatch::ask);
    connect(account.backend, &Backend::statusChanged, this, [this](const LinkStatus &status) {
        // What was known a moment ago is not known any more.
        if (status.state == LinkStatus::State::Online)
            ask();
        else
            forget();
    });
    m_timer.start();
}

void PresenceWatch::watch(const QSet<PersonId> &people)
{
    if (people == m_people)
        return;
    m_people = people;
    ask();
}

void PresenceWatch::ask()
{
    if (m_people.isEmpty() || m_account.backend->status().state != LinkStatus::State::Online) {
        forget();
        return;
    }
    QJsonArray people;
    for (const PersonId &person : std::as_const(m_people)) {
        if (people.size() < MostPeople)
            people.append(person.toString());
    }
    follow(m_account.backend->ask(AccountWish::ListPresent, {}, {{"people"_L1, people}}), this,
           [this, asked = ++m_asked](const Result<QJsonObject> &answer) {
               if (asked != m_asked)
                   return;
               QSet<PersonId> here;
               const QJsonArray list = answer ? answer->value("present"_L1).toArray() : QJsonArray();
               for (const auto &value : list)
                   here.insert(PersonId::fromString(value.toString()));
               if (std::exchange(m_here, here) != here)
                   Q_EMIT changed();
           });
}

void PresenceWatch::forget()
{
    ++m_asked;
    if (!std::exchange(m_here, {}).isEmpty())
        Q_EMIT changed();
}

} // namespace ChatOps
