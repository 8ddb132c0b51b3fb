// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/peopledirectory.h"

namespace ChatOps {

QString shownName(const QString &name)
{
    return name == QLatin1StringView(DeletedAccount) ? PeopleDirectory::tr(DeletedAccount) : name;
}

PeopleDirectory::PeopleDirectory(const Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{
    m_known.insert(account.self.id, account.self.name);
    connect(account.cache, &Cache::changed, this, [this](const ChangeSet &changes) {
        if (!changes.people && !changes.reset)
            return;
        const QList<PersonId> known = m_known.keys();
        m_wanted.unite(QSet<PersonId>(known.begin(), known.end()));
        read();
    });
}

QString PeopleDirectory::name(PersonId person)
{
    const auto it = m_known.constFind(person);
    if (it != m_known.constEnd() || person.isNull())
        return it != m_known.constEnd() ? *it : QString();
    const bool first = m_wanted.isEmpty();
    m_wanted.insert(person);
    // Many rows ask in one go; they share one question to the store.
    if (first)
        QMetaObject::invokeMethod(this, &PeopleDirectory::read, Qt::QueuedConnection);
    return {};
}

void PeopleDirectory::read()
{
    const QSet<PersonId> wanted = std::exchange(m_wanted, {});
    if (wanted.isEmpty())
        return;
    follow(m_account.cache->people(wanted), this, [this](const Result<QHash<PersonId, Person>> &people) {
        if (!people)
            return;
        for (auto it = people->begin(); it != people->end(); ++it)
            m_known.insert(it.key(), shownName(it->name));
        Q_EMIT changed();
    });
}

} // namespace ChatOps
