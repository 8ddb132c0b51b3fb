// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/searchmodel.h"

#include "core/text.h"
#include "core/viewerzone.h"
#include "models/peopledirectory.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

SearchModel::SearchModel(const Account &account, QObject *parent)
    : QAbstractListModel(parent)
    , m_account(account)
{
}

void SearchModel::setSuggestions(const QList<SearchHit> &hits)
{
    m_suggestions = hits;
    if (m_typed.trimmed().isEmpty())
        replace(hits);
}

void SearchModel::search(const QString &typed, ChannelId within)
{
    m_typed = typed;
    const quint64 generation = ++m_generation;
    if (typed.trimmed().isEmpty()) {
        m_searching = false;
        replace(m_suggestions);
        Q_EMIT finished();
        return;
    }
    m_searching = true;
    follow(m_account.cache->search(typed, within, MostHits), this,
           [this, generation](const Result<QList<SearchHit>> &hits) {
               if (generation != m_generation)
                   return;
               m_searching = false;
               if (hits)
                   replace(*hits);
               else
                   Q_EMIT failed(hits.error());
               Q_EMIT finished();
           });
}

void SearchModel::replace(const QList<SearchHit> &hits)
{
    beginResetModel();
    m_hits = hits;
    for (SearchHit &hit : m_hits) {
        if (hit.kind == EntityKind::Person || hit.kind == EntityKind::Message)
            hit.title = shownName(hit.title);
    }
    endResetModel();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_hits.size())
        return {};
    const SearchHit &hit = m_hits[index.row()];
    const auto kindName = [&] {
        switch (hit.kind) {
        case EntityKind::Message:
            return tr("Message");
        case EntityKind::Task:
            return tr("Task");
        case EntityKind::Event:
            return tr("Event");
        case EntityKind::Person:
            return tr("Person");
        default:
            return tr("Channel");
        }
    };
    switch (role) {
    case Qt::DisplayRole:
        return hit.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{kindName(), hit.title};
        if (!hit.text.isEmpty())
            parts.append(truncated(hit.text.simplified(), 200));
        if (!hit.context.isEmpty())
            parts.append(tr("in %1").arg(hit.context));
        return parts.join(u", "_s);
    }
    case KindRole:
        return int(hit.kind);
    case ContextRole:
        return hit.context;
    case WhenRole:
        return hit.kind == EntityKind::Message && hit.at
            ? QLocale().toString(inViewerZone(hit.at), QLocale::ShortFormat)
            : QString();
    default:
        return {};
    }
}

} // namespace ChatOps
