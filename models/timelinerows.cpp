// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/overlay.h"
#include "core/text.h"
#include "core/viewerzone.h"
#include "models/changeslist.h"
#include "models/peopledirectory.h"
#include "models/rowdiff.h"
#include "models/timelinemodel.h"

#include <QDateTime>
#include <QLocale>
#include <QScopedValueRollback>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

bool TimelineModel::mentionsSelf(const Message &message) const
{
    return message.author != m_account.self.id && mentions(message.text, m_account.self.handle);
}

QList<TimelineRow> TimelineModel::overlaid() const
{
    QList<TimelineRow> rows;
    rows.reserve(m_confirmed.size() + 4);
    QSet<MessageId> present;
    for (const MessageRow &confirmed : m_confirmed) {
        TimelineRow row;
        row.message = confirmed;
        row.message.authorName = shownName(row.message.authorName);
        for (const PendingOperation &item : m_work.operations()) {
            const bool mine = item.operation.target == confirmed.message.id.uuid();
            if (!mine)
                continue;
            if (!PendingWork::isLaidOver(item)) {
                row.refusal = ChangesList::reasonOf(item);
                row.operation = item.operation.id;
            } else if (overlay(row.message.message, item.operation, m_account.self.id)
                       && item.state == PendingOperation::State::Waiting) {
                row.state = TimelineRow::State::Waiting;
            }
        }
        if (!row.refusal.isEmpty())
            row.state = TimelineRow::State::Refused;
        present.insert(confirmed.message.id);
        rows.append(row);
    }
    if (!m_atEnd)
        return rows;
    for (const PendingOperation &item : m_work.operations()) {
        if (item.operation.kind != OperationKind::MessagePost
            || present.contains(MessageId(item.operation.target)))
            continue;
        TimelineRow row;
        row.message.message = postedMessage(item.operation, m_account.self.id);
        if (row.message.message.channel != m_channel || row.message.message.root != m_root)
            continue;
        row.message.authorName = m_account.self.name;
        row.message.authorHandle = m_account.self.handle;
        row.operation = item.operation.id;
        row.state = PendingWork::isLaidOver(item) ? TimelineRow::State::Waiting : TimelineRow::State::Refused;
        if (row.state == TimelineRow::State::Refused)
            row.refusal = ChangesList::reasonOf(item);
        for (const PendingOperation &later : m_work.operations()) {
            if (later.operation.seq > item.operation.seq && PendingWork::isLaidOver(later))
                overlay(row.message.message, later.operation, m_account.self.id);
        }
        if (!row.message.message.deleted)
            rows.append(row);
    }
    return rows;
}

void TimelineModel::decorate(QList<TimelineRow> &rows) const
{
    bool newShown = false;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Message &message = rows[i].message.message;
        const QDate day = inViewerZone(message.createdAt).date();
        rows[i].mentionsSelf = mentionsSelf(message);
        const bool unread = message.seq > m_newAfter && m_newAfter > 0 && message.author != m_account.self.id;
        rows[i].startsNew = unread && !newShown && !m_root;
        newShown |= unread;
        if (i == 0) {
            rows[i].startsDay = !m_root;
            rows[i].startsGroup = true;
            continue;
        }
        const Message &above = rows[i - 1].message.message;
        rows[i].startsDay = !m_root && inViewerZone(above.createdAt).date() != day;
        const bool close = above.author == message.author && message.createdAt - above.createdAt < GroupSpan
            && message.createdAt >= above.createdAt;
        rows[i].startsGroup = !close || rows[i].startsDay || rows[i].startsNew;
    }
}

void TimelineModel::rebuild()
{
    if (!m_loaded)
        return;
    // A view that is told of rows may ask for more while others have not been
    // told yet; the next change waits until all know of this one.
    if (m_rebuilding) {
        QMetaObject::invokeMethod(this, &TimelineModel::rebuild, Qt::QueuedConnection);
        return;
    }
    const QScopedValueRollback guard(m_rebuilding, true);
    QList<TimelineRow> wanted = overlaid();
    decorate(wanted);
    const RowDiff<TimelineRow> diff{
        [this](int a, int b) { beginInsertRows({}, a, b); }, [this] { endInsertRows(); },
        [this](int a, int b) { beginRemoveRows({}, a, b); }, [this] { endRemoveRows(); },
        [this](int a, int b) { Q_EMIT dataChanged(index(a), index(b)); }};
    diff.apply(
        m_rows, wanted,
        [](const TimelineRow &a, const TimelineRow &b) {
            return a.message.message.id == b.message.message.id;
        },
        [](const TimelineRow &a, const TimelineRow &b) { return a == b; });
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const TimelineRow &row = m_rows[index.row()];
    const Message &message = row.message.message;
    switch (role) {
    case Qt::DisplayRole:
        return message.text;
    case Qt::AccessibleTextRole: {
        // A sentence, as somebody would read it out.
        const QString time = QLocale().toString(inViewerZone(message.createdAt).time(), QLocale::ShortFormat);
        QString sentence =
            tr("%1, %2, %3", "author, time, text")
                .arg(row.message.authorName, time, message.deleted ? tr("message deleted") : message.text);
        if (message.replies > 0)
            sentence += u", "_s + tr("%n replies", nullptr, message.replies);
        if (row.state == TimelineRow::State::Waiting)
            sentence += u", "_s + tr("not sent yet");
        if (row.state == TimelineRow::State::Refused)
            sentence += u", "_s + tr("refused: %1").arg(row.refusal);
        return sentence;
    }
    default:
        return {};
    }
}

int TimelineModel::indexOf(MessageId id) const
{
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        if (m_rows[i].message.message.id == id)
            return int(i);
    }
    return -1;
}

int TimelineModel::indexOfSeq(qint64 seq) const
{
    const auto it =
        std::lower_bound(m_confirmed.begin(), m_confirmed.end(), seq,
                         [](const MessageRow &row, qint64 wanted) { return row.message.seq < wanted; });
    if (m_rows.isEmpty())
        return -1;
    return std::min(int(it - m_confirmed.begin()), int(m_rows.size()) - 1);
}

std::optional<Message> TimelineModel::lastOwn() const
{
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        const Message &message = m_rows[i].message.message;
        if (message.author == m_account.self.id && !message.deleted
            && m_rows[i].state != TimelineRow::State::Refused)
            return message;
    }
    return std::nullopt;
}

} // namespace ChatOps
