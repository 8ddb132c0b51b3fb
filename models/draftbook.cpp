// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/draftbook.h"

#include <QDateTime>

namespace ChatOps {

DraftBook::DraftBook(const Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{
    follow(account.cache->drafts(), this, [this](const Result<QList<Draft>> &drafts) {
        for (const Draft &draft : drafts.value_or(QList<Draft>())) {
            if (!m_drafts.contains({draft.channel, draft.root}))
                m_drafts.insert({draft.channel, draft.root}, draft.text);
        }
        Q_EMIT loaded();
    });
}

QString DraftBook::text(ChannelId channel, MessageId root) const
{
    return m_drafts.value({channel, root});
}

bool DraftBook::has(ChannelId channel) const
{
    return m_drafts.contains({channel, MessageId()});
}

QList<Draft> DraftBook::leftBehind(const std::function<bool(ChannelId)> &isThere) const
{
    QList<Draft> left;
    for (auto it = m_drafts.cbegin(); it != m_drafts.cend(); ++it) {
        if (!isThere(it.key().first))
            left.append({it.key().first, it.key().second, it.value(), 0});
    }
    std::sort(left.begin(), left.end(), [](const Draft &a, const Draft &b) {
        return std::pair(a.channel, a.root) < std::pair(b.channel, b.root);
    });
    return left;
}

void DraftBook::set(ChannelId channel, MessageId root, const QString &text)
{
    const Key key{channel, root};
    if (channel.isNull() || m_drafts.value(key) == text)
        return;
    if (text.isEmpty())
        m_drafts.remove(key);
    else
        m_drafts.insert(key, text);
    m_account.cache->saveDraft({channel, root, text, QDateTime::currentMSecsSinceEpoch()});
    Q_EMIT changed(channel);
}

} // namespace ChatOps
