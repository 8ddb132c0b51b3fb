// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinemodel.h"

#include "models/operations.h"

using namespace Qt::Literals::StringLiterals;

// Moving the window: what is asked of cache and server, and when. How rows
// look is in timelinerows.cpp.

namespace ChatOps {

TimelineModel::TimelineModel(const Account &account, PendingWork &work, QObject *parent)
    : QAbstractListModel(parent)
    , m_account(account)
    , m_work(work)
{
    connect(account.cache, &Cache::changed, this, [this](const ChangeSet &changes) {
        if (m_channel.isNull())
            return;
        // Another life of the rows: what the window held may not exist any more.
        if (changes.reset || changes.dropped.contains(m_channel))
            m_confirmed.clear();
        if (changes.reset || changes.people || changes.messages.contains(m_channel)
            || changes.dropped.contains(m_channel))
            refresh();
    });
    connect(&work, &PendingWork::changed, this, &TimelineModel::rebuild);
    connect(account.backend, &Backend::statusChanged, this, [this](const LinkStatus &status) {
        if (status.state == LinkStatus::State::Online && !m_olderError.message.isEmpty()) {
            m_olderError = {};
            Q_EMIT stateChanged();
        }
        if (status.state == LinkStatus::State::Online && m_root && m_loaded)
            openThread(m_channel, m_root);
    });
}

void TimelineModel::query(const MessageQuery &wanted, TakePage take)
{
    const quint64 generation = m_generation;
    follow(m_account.cache->messages(wanted), this,
           [this, generation, take = std::move(take),
            reading = m_work.whileReading()](const Result<MessagePage> &page) {
               if (generation != m_generation)
                   return;
               if (page) {
                   take(*page);
                   return;
               }
               m_moving = m_refreshing = m_loadingOlder = m_loadingNewer = false;
               Q_EMIT stateChanged();
               Q_EMIT failed(page.error());
           });
}

void TimelineModel::moveTo(const MessageQuery &wanted, TakePage take)
{
    ++m_generation;
    m_loadingOlder = m_loadingNewer = m_refreshing = false;
    m_moving = true;
    query(wanted, [this, take = std::move(take)](const MessagePage &page) {
        m_moving = false;
        take(page);
        // What changed after the question was put.
        if (std::exchange(m_refreshAgain, false))
            refresh();
    });
}

void TimelineModel::open(ChannelId channel, qint64 seq)
{
    ++m_generation;
    beginResetModel();
    m_channel = channel;
    m_root = {};
    m_confirmed.clear();
    m_rows.clear();
    m_atStart = m_atEnd = m_loaded = m_moving = m_loadingOlder = m_loadingNewer = false;
    m_refreshing = m_refreshAgain = false;
    m_holeBefore = m_holeAfter = 0;
    m_newAfter = m_markedSeq = 0;
    m_olderError = {};
    endResetModel();
    if (channel.isNull())
        return;
    if (seq > 0)
        jumpTo(seq);
    else
        openLatest();
}

void TimelineModel::openLatest()
{
    moveTo({m_channel, {}, MessageQuery::Where::Latest, 0, PageRows}, [this](const MessagePage &page) {
        replace(page);
        Q_EMIT opened();
    });
}

void TimelineModel::openThread(ChannelId channel, MessageId root)
{
    const bool same = m_root == root && m_channel == channel;
    if (!same)
        open({});
    m_channel = channel;
    m_root = root;
    moveTo({channel, root, MessageQuery::Where::Latest, 0, MostRows}, [this](const MessagePage &page) {
        replace(page);
        Q_EMIT opened();
        fetchThreadFromServer();
    });
}

void TimelineModel::fetchThreadFromServer()
{
    const quint64 generation = m_generation;
    follow(m_account.backend->fetchThread(m_channel, m_root), this,
           [this, generation](const Result<void> &fetched) {
               if (generation != m_generation)
                   return;
               const bool complete =
                   !m_confirmed.isEmpty() && m_confirmed.first().message.replies < m_confirmed.size();
               m_olderError = fetched || complete ? Error() : fetched.error();
               Q_EMIT stateChanged();
           });
}

void TimelineModel::replace(const MessagePage &page)
{
    if (!m_loaded)
        m_newAfter = page.readSeq;
    m_confirmed = page.rows;
    m_readSeq = page.readSeq;
    m_atStart = page.atStart;
    m_atEnd = page.atEnd;
    m_holeBefore = page.holeBefore;
    m_holeAfter = page.holeAfter;
    m_loaded = true;
    rebuild();
    Q_EMIT stateChanged();
    // Nothing to show here but a hole, for instance where the newest messages are
    // all replies: the view cannot ask, because it has no row to ask from.
    if (m_confirmed.isEmpty() && m_holeBefore > 0 && !m_root)
        fetchOlderFromServer();
}

void TimelineModel::land(const MessagePage &page, qint64 seq)
{
    m_landing = seq;
    replace(page);
    m_landing = 0;
    Q_EMIT jumped(seq);
}

void TimelineModel::refresh()
{
    if (m_refreshing || m_moving) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    MessageQuery wanted{m_channel, m_root, MessageQuery::Where::Latest, 0, PageRows};
    if (!m_confirmed.isEmpty()) {
        // From the row the window begins with: what is being read stays in it.
        wanted.where = MessageQuery::Where::After;
        wanted.seq = m_confirmed.first().message.seq - 1;
        wanted.limit = int(m_confirmed.size()) + (m_atEnd ? PageRows : 0);
        // A page that is cut short would say that this is not the end, and the view would stop following.
        static_assert(MostRows + 2 * PageRows <= MessageQuery::Most);
    }
    const bool after = wanted.where == MessageQuery::Where::After && m_root.isNull();
    const qint64 from = wanted.seq + 1;
    query(wanted, [this, after, from](const MessagePage &page) {
        m_refreshing = false;
        if (after && page.rows.isEmpty() && !m_confirmed.isEmpty()) {
            // The time of what the window began with is over; what is left is found from the end.
            m_confirmed.clear();
            refresh();
            return;
        }
        MessagePage merged = page;
        if (after) {
            merged.atStart = m_atStart;
            merged.holeBefore = m_holeBefore;
            // Older rows came in meanwhile; they stay in front.
            QList<MessageRow> front;
            for (const MessageRow &row : std::as_const(m_confirmed)) {
                if (row.message.seq >= from)
                    break;
                front.append(row);
            }
            merged.rows = front + merged.rows;
            // Arriving messages may pass the bound by a page, so that not each of them cuts the front.
            // What somebody reads further up stays; then the newest are fetched again later.
            const bool follows = front.isEmpty() && m_followed;
            if (merged.rows.size() > (front.isEmpty() ? MostRows + PageRows : MostRows)) {
                if (follows) {
                    merged.rows.remove(0, merged.rows.size() - MostRows);
                    merged.atStart = false;
                    merged.holeBefore = 0;
                } else {
                    merged.rows.resize(MostRows);
                    merged.atEnd = false;
                    merged.holeAfter = 0;
                }
            }
        }
        replace(merged);
        if (std::exchange(m_refreshAgain, false))
            refresh();
    });
}

void TimelineModel::needOlder()
{
    if (!m_loaded || m_atStart || m_loadingOlder || m_root || m_confirmed.isEmpty())
        return;
    if (m_holeBefore > 0) {
        fetchOlderFromServer();
        return;
    }
    m_loadingOlder = true;
    Q_EMIT stateChanged();
    const qint64 from = m_confirmed.first().message.seq;
    query({m_channel, {}, MessageQuery::Where::Before, from, PageRows},
          [this, from](const MessagePage &page) {
              m_loadingOlder = false;
              if (m_confirmed.isEmpty() || m_confirmed.first().message.seq != from) {
                  Q_EMIT stateChanged(); // The window moved meanwhile; the view asks again.
                  return;
              }
              m_confirmed = page.rows + m_confirmed;
              m_atStart = page.atStart;
              m_holeBefore = page.holeBefore;
              if (m_confirmed.size() > MostRows) {
                  m_confirmed.resize(MostRows);
                  m_atEnd = false;
                  m_holeAfter = 0;
              }
              rebuild();
              Q_EMIT stateChanged();
              if (page.rows.isEmpty())
                  needOlder(); // A stretch of replies only; the rows the view waits for come before it.
          });
}

void TimelineModel::fetchOlderFromServer()
{
    if (m_loadingOlder || !m_olderError.message.isEmpty())
        return;
    m_loadingOlder = true;
    Q_EMIT stateChanged();
    const quint64 generation = m_generation;
    follow(m_account.backend->fetchHistory(m_channel, m_holeBefore, PageRows), this,
           [this, generation](const Result<void> &fetched) {
               if (generation != m_generation)
                   return;
               m_loadingOlder = false;
               if (!fetched) {
                   m_olderError = fetched.error();
                   Q_EMIT stateChanged();
                   return;
               }
               m_olderError = {};
               // The rows are in the cache now; read on from where the window begins.
               m_holeBefore = 0;
               if (m_confirmed.isEmpty())
                   refresh();
               else
                   needOlder();
           });
}

void TimelineModel::needNewer()
{
    if (!m_loaded || m_atEnd || m_loadingNewer || m_root || m_confirmed.isEmpty())
        return;
    if (m_holeAfter > 0) {
        fetchNewerFromServer();
        return;
    }
    m_loadingNewer = true;
    const qint64 from = m_confirmed.last().message.seq;
    query({m_channel, {}, MessageQuery::Where::After, from, PageRows}, [this, from](const MessagePage &page) {
        m_loadingNewer = false;
        if (m_confirmed.isEmpty() || m_confirmed.last().message.seq != from) {
            Q_EMIT stateChanged();
            return;
        }
        m_confirmed += page.rows;
        m_atEnd = page.atEnd;
        m_holeAfter = page.holeAfter;
        if (m_confirmed.size() > MostRows) {
            m_confirmed.remove(0, m_confirmed.size() - MostRows);
            m_atStart = false;
            m_holeBefore = 0;
        }
        rebuild();
        Q_EMIT stateChanged();
    });
}

void TimelineModel::fetchNewerFromServer()
{
    m_loadingNewer = true;
    const quint64 generation = m_generation;
    follow(m_account.backend->fetchHistory(m_channel, m_holeAfter + PageRows - 1, PageRows), this,
           [this, generation](const Result<void> &fetched) {
               if (generation != m_generation)
                   return;
               m_loadingNewer = false;
               if (!fetched)
                   return; // Shown at the other end, where people look for history; here the newest is one
                           // jump away.
               m_holeAfter = 0;
               needNewer();
           });
}

void TimelineModel::jumpTo(qint64 seq)
{
    if (m_channel.isNull() || m_root)
        return;
    const MessageQuery around{m_channel, {}, MessageQuery::Where::Around, seq, PageRows};
    moveTo(around, [this, seq, around](const MessagePage &page) {
        const bool behindHole =
            page.rows.isEmpty() || (page.holeBefore >= seq && page.rows.first().message.seq > seq);
        if (!behindHole) {
            land(page, seq);
            return;
        }
        if (!m_loaded)
            openLatest(); // There is something to see while the server is asked.
        const quint64 generation = m_generation;
        follow(m_account.backend->fetchHistory(m_channel, seq + PageRows / 2, PageRows), this,
               [this, generation, seq, around](const Result<void> &fetched) {
                   if (generation != m_generation)
                       return;
                   if (!fetched) {
                       Q_EMIT failed(fetched.error());
                       return;
                   }
                   moveTo(around, [this, seq](const MessagePage &filled) { land(filled, seq); });
               });
    });
}

void TimelineModel::jumpToLatest()
{
    if (m_channel.isNull() || m_root)
        return;
    openLatest();
}

void TimelineModel::markRead()
{
    if (!m_atEnd || m_confirmed.isEmpty() || m_root)
        return;
    const qint64 seq = m_confirmed.last().message.seq;
    if (seq <= std::max(m_readSeq, m_markedSeq))
        return;
    m_markedSeq = seq;
    m_work.submit(Make::markRead(m_channel, seq));
}

void TimelineModel::lookAway()
{
    if (m_atEnd && !m_confirmed.isEmpty() && !m_root)
        m_newAfter = m_confirmed.last().message.seq;
}

void TimelineModel::clearNew()
{
    if (m_confirmed.isEmpty())
        return;
    m_newAfter = m_confirmed.last().message.seq;
    rebuild();
}

} // namespace ChatOps
