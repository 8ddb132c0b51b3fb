// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changeslist.h"

#include "core/text.h"
#include "models/rowdiff.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
ChangesList::ChangesList(PendingWork &work, QObject *parent)
    : QAbstractListModel(parent)
    , m_work(work)
{
    connect(&work, &PendingWork::changed, this, &ChangesList::reload);
    reload();
}

ChangesList::ChangesList(PendingWork &work, DraftBook &drafts, ChannelListModel &channels, QObject *parent)
    : QAbstractListModel(parent)
    , m_work(work)
    , m_drafts(&drafts)
    , m_channels(&channels)
{
    connect(&work, &PendingWork::changed, this, &ChangesList::reload);
    connect(&drafts, &DraftBook::changed, this, &ChangesList::reload);
    connect(&channels, &ChannelListModel::rebuilt, this, &ChangesList::reload);
    reload();
}

bool ChangesList::isDraft(int row) const
{
    return row >= 0 && row < m_rows.size() && m_rows[row].draft;
}

void ChangesList::discard(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    const Operation operation = m_rows[row].item.operation; // The row goes with it.
    if (m_rows[row].draft)
        m_drafts->set(ChannelId::fromString(operation.data.value("channel"_L1).toString()),
                      MessageId::fromString(operation.data.value("root"_L1).toString()), {});
    else
        m_work.discard(operation.id);
}

QList<ChangesList::Row> ChangesList::leftBehind() const
{
    QList<Row> rows;
    // Before the channels are known, every draft would look as if it had been left.
    if (!m_drafts || !m_channels || !m_channels->isLoaded())
        return rows;
    const QList<Draft> drafts =
        m_drafts->leftBehind([this](ChannelId channel) { return m_channels->channel(channel).has_value(); });
    for (const Draft &draft : drafts) {
        PendingOperation row;
        row.operation = Operation::make(OperationKind::MessagePost, {},
                                        {{"channel"_L1, draft.channel.toString()},
                                         {"root"_L1, draft.root ? draft.root.toString() : QString()},
                                         {"text"_L1, draft.text}});
        // The same at each reading, so that the row keeps its place.
        row.operation.id = OperationId(QUuid::createUuidV5(draft.channel.uuid(), draft.root.toBytes()));
        row.state = PendingOperation::State::Refused;
        rows.append({row, true});
    }
    return rows;
}

void ChangesList::reload()
{
    QList<Row> wanted = leftBehind();
    for (const PendingOperation &item : m_work.operations()) {
        if (item.operation.kind != OperationKind::ReadMark
            && item.state != PendingOperation::State::Acknowledged)
            wanted.append({item, false});
    }
    const RowDiff<Row> diff{[this](int a, int b) { beginInsertRows({}, a, b); }, [this] { endInsertRows(); },
                            [this](int a, int b) { beginRemoveRows({}, a, b); }, [this] { endRemoveRows(); },
                            [this](int a, int b) { Q_EMIT dataChanged(index(a), index(b)); }};
    diff.apply(
        m_rows, wanted, [](const Row &a, const Row &b) { return a.item.operation.id == b.item.operation.id; },
        [](const Row &a, const Row &b) {
            return a.item.state == b.item.state && a.item.message == b.item.message;
        });
}

int ChangesList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

const PendingOperation *ChangesList::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows[row].item : nullptr;
}

QString ChangesList::textOf(const Operation &operation)
{
    for (const QLatin1StringView key : {"text"_L1, "description"_L1}) {
        if (const QString text = operation.data.value(key).toString(); !text.isEmpty())
            return text;
    }
    return operation.data.value("title"_L1).toString(operation.data.value("name"_L1).toString());
}

QString ChangesList::describe(const Operation &operation)
{
    const QString title = operation.data.value("title"_L1).toString();
    switch (operation.kind) {
    case OperationKind::MessagePost:
        return tr("Message: %1").arg(truncated(textOf(operation).simplified(), 80));
    case OperationKind::MessageEdit:
        return tr("Changed message: %1").arg(truncated(textOf(operation).simplified(), 80));
    case OperationKind::MessageDelete:
        return tr("Deleted message");
    case OperationKind::MessageReact:
        return tr("Reaction %1").arg(operation.data.value("emoji"_L1).toString());
    case OperationKind::TaskCreate:
        return tr("New task: %1").arg(title);
    case OperationKind::TaskPatch:
        return title.isEmpty() ? tr("Changed task") : tr("Changed task: %1").arg(title);
    case OperationKind::TaskDelete:
        return tr("Deleted task");
    case OperationKind::EventCreate:
        return tr("New event: %1").arg(title);
    case OperationKind::EventPatch:
        return title.isEmpty() ? tr("Changed event") : tr("Changed event: %1").arg(title);
    case OperationKind::EventDelete:
        return tr("Deleted event");
    case OperationKind::EventAnswer:
        return tr("Answer to an event");
    case OperationKind::ReadMark:
        return tr("Read marker");
    case OperationKind::ChannelCreate:
        return tr("New channel: %1").arg(operation.data.value("name"_L1).toString());
    case OperationKind::ChannelPatch:
        return tr("Changed channel");
    case OperationKind::ChannelJoin:
        return tr("Joining a channel");
    case OperationKind::ChannelLeave:
        return tr("Leaving a channel");
    case OperationKind::ChannelAdd:
        return tr("Adding somebody to a channel");
    case OperationKind::ChannelRemove:
        return tr("Removing somebody from a channel");
    case OperationKind::DirectOpen:
        return tr("New direct message");
    case OperationKind::ConsentRecord:
        return tr("Privacy choice");
    case OperationKind::RequestCreate:
        return tr("Request to the organisation");
    case OperationKind::RequestMessage:
        return tr("Message in a request: %1").arg(truncated(textOf(operation).simplified(), 80));
    case OperationKind::RequestWithdraw:
        return tr("Withdrawn request");
    case OperationKind::RequestAnswer:
    case OperationKind::RequestExtend:
    case OperationKind::RequestRefuse:
    case OperationKind::RequestLift:
        return tr("Answer to a request");
    case OperationKind::NoticeRead:
        return tr("Read notice");
    case OperationKind::ProfilePatch:
        return tr("Changed profile");
    case OperationKind::PreferenceSet:
        return tr("Changed preference");
    }
    return {};
}

QString ChangesList::reasonOf(const PendingOperation &operation)
{
    if (operation.state == PendingOperation::State::Conflicted)
        return tr("Somebody else changed the text first. Both versions are kept; choose which one stays.");
    static const QHash<QString, const char *> known{
        {u"not_found"_s, QT_TR_NOOP("It no longer exists, or you cannot see it.")},
        {u"forbidden"_s, QT_TR_NOOP("You are not allowed to do this.")},
        {u"not_member"_s, QT_TR_NOOP("You, or somebody named in it, are not in this channel.")},
        {u"archived"_s, QT_TR_NOOP("This channel is archived.")},
        {u"exists"_s, QT_TR_NOOP("This exists already.")},
        {u"marketing_off"_s, QT_TR_NOOP("This workspace has no marketing at all.")},
        {u"provided"_s, QT_TR_NOOP("Your organisation provided this; ask for a correction.")},
        {u"closed"_s, QT_TR_NOOP("This request is closed.")},
        {u"too_late"_s, QT_TR_NOOP("The first month is over; an extension had to be told within it.")},
        {u"absolute"_s, QT_TR_NOOP("An objection to marketing cannot be refused.")},
        {u"invalid"_s, QT_TR_NOOP("The server did not accept its form or length.")}};
    if (const char *sentence = known.value(operation.code))
        return tr(sentence);
    return operation.message;
}

QVariant ChangesList::data(const QModelIndex &index, int role) const
{
    const PendingOperation *item = at(index.row());
    if (!item)
        return {};
    const bool refused = item->state != PendingOperation::State::Waiting;
    const bool draft = isDraft(index.row());
    const auto title = [&] {
        return draft ? tr("Begun: %1").arg(truncated(textOf(item->operation).simplified(), 80))
                     : describe(item->operation);
    };
    const auto reason = [&] {
        return draft
            ? tr(
                "You began this in a conversation you are no longer in. It was not sent. If you come back, it is in the message field again.")
            : reasonOf(*item);
    };
    switch (role) {
    case Qt::DisplayRole:
        return title();
    case Qt::AccessibleTextRole:
        return refused ? title() + u". "_s + reason() : tr("%1, waiting").arg(title());
    case TextRole:
        return textOf(item->operation);
    case StateRole:
        return int(item->state);
    case ReasonRole:
        return refused ? reason() : QString();
    case CurrentRole:
        return item->current.value("description"_L1).toString(item->current.value("text"_L1).toString());
    default:
        return {};
    }
}

} // namespace ChatOps
