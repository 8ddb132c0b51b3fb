// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/consentgate.h"

#include <QDateTime>

namespace ChatOps {
namespace {

constexpr int monthsUntilAskedAgain = 6;

} // namespace

QList<const Purpose *> toAsk(const PrivacyRows &rows, Millis now)
{
    QList<const Purpose *> open;
    for (const Purpose &purpose : purposes()) {
        if (purpose.group != Purpose::Group::Storage || !purpose.used)
            continue;
        const ConsentRecord *choice = lastChoice(rows.consents, purpose.name);
        const bool refused = choice && choice->decision != Decision::Given;
        const bool longAgo = refused
            && QDateTime::fromMSecsSinceEpoch(choice->decidedAt, Qt::UTC)
                    .addMonths(monthsUntilAskedAgain)
                    .toMSecsSinceEpoch()
                <= now;
        if (!choice || longAgo || !isCurrent(*choice, rows.policies, now))
            open.append(&purpose);
    }
    return open;
}

void ConsentGate::update(const PrivacyRows &rows, Millis now)
{
    const bool marketing = rows.rules && rows.rules->marketing;
    const Millis restricted = restrictedSince(rows.requests, rows.person);
    QSet<QString> given;
    for (const Purpose &purpose : purposes()) {
        if (servesMarketing(purpose) && !marketing)
            continue;
        if (isGiven(rows.consents, rows.policies, purpose.name, now, restricted))
            given.insert(purpose.name);
    }
    publish(given);
    if (!std::exchange(m_informed, true))
        Q_EMIT informed();
}

void ConsentGate::publish(const QSet<QString> &given)
{
    QStringList different;
    {
        const QMutexLocker lock(&m_state->mutex);
        for (const Purpose &purpose : purposes()) {
            const QString name = purpose.name;
            if (!m_state->forbidden.contains(name) && m_state->given.contains(name) != given.contains(name))
                different.append(name);
        }
        m_state->given = given;
    }
    if (!different.isEmpty())
        Q_EMIT changed(different);
}

void ConsentGate::forbid(const QSet<QString> &purposes)
{
    QStringList different;
    {
        const QMutexLocker lock(&m_state->mutex);
        for (const QString &name : std::as_const(m_state->given)) {
            if (m_state->forbidden.contains(name) != purposes.contains(name))
                different.append(name);
        }
        if (m_state->forbidden == purposes)
            return;
        m_state->forbidden = purposes;
    }
    Q_EMIT forbiddenChanged();
    if (!different.isEmpty())
        Q_EMIT changed(different);
}

bool ConsentGate::isForbidden(const QString &purpose) const
{
    const QMutexLocker lock(&m_state->mutex);
    return m_state->forbidden.contains(purpose);
}

bool ConsentGate::isAllowed(State &state, const QString &purpose)
{
    const QMutexLocker lock(&state.mutex);
    return state.given.contains(purpose) && !state.forbidden.contains(purpose);
}

bool ConsentGate::isAllowed(const QString &purpose) const
{
    return isAllowed(*m_state, purpose);
}

std::function<bool()> ConsentGate::question(const QStringList &purposes) const
{
    return [state = m_state, purposes] {
        return std::all_of(purposes.begin(), purposes.end(),
                           [&state](const QString &purpose) { return isAllowed(*state, purpose); });
    };
}

} // namespace ChatOps
