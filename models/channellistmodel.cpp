// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/channellistmodel.h"

#include "core/overlay.h"
#include "models/peopledirectory.h"
#include "models/rowdiff.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

ChannelListModel::ChannelListModel(const Account &account, PendingWork &work, DraftBook &drafts,
                                   QObject *parent)
    : QAbstractListModel(parent)
    , m_account(account)
    , m_work(work)
    , m_drafts(drafts)
{
    connect(account.cache, &Cache::changed, this, [this](const ChangeSet &changes) {
        if (changes.channels || changes.reset || changes.people)
            reload();
    });
    connect(&work, &PendingWork::changed, this, &ChannelListModel::rebuild);
    connect(&drafts, &DraftBook::changed, this, &ChannelListModel::rebuild);
    connect(&drafts, &DraftBook::loaded, this, &ChannelListModel::rebuild);
    reload();
}

void ChannelListModel::reload()
{
    const quint64 generation = ++m_generation;
    follow(m_account.cache->channels(), this,
           [this, generation, reading = m_work.whileReading()](const Result<QList<ChannelRow>> &channels) {
               if (generation != m_generation)
                   return;
               if (!channels) {
                   Q_EMIT failed(channels.error());
                   return;
               }
               m_channels = *channels;
               const bool first = !std::exchange(m_loaded, true);
               rebuild();
               if (first)
                   Q_EMIT loaded();
           });
}

QString ChannelListModel::titleOf(const ChannelRow &row)
{
    if (row.channel.kind != ChannelKind::Direct)
        return row.channel.name;
    QStringList names;
    for (const Person &person : row.people) {
        const QString name = shownName(person.name);
        names.append(row.people.size() > 1 && name == person.name ? name.section(u' ', 0, 0) : name);
    }
    return names.isEmpty() ? tr("Notes to yourself") : names.join(u", "_s);
}

QString ChannelListModel::headingOf(Section section)
{
    switch (section) {
    case Section::Unread:
        return tr("Unread");
    case Section::Channels:
        return tr("Channels");
    case Section::Direct:
        return tr("Direct messages");
    }
    return {};
}

void ChannelListModel::setPresent(const std::function<bool(PersonId)> &isHere)
{
    m_isHere = isHere;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {PresentRole, Qt::AccessibleTextRole});
}

QSet<PersonId> ChannelListModel::directPeople() const
{
    QSet<PersonId> people;
    for (const ChannelRow &row : m_channels) {
        if (row.joined && row.channel.kind == ChannelKind::Direct && row.people.size() == 1)
            people.insert(row.people.first().id);
    }
    return people;
}

void ChannelListModel::setAttention(const QSet<ChannelId> &muted, const QSet<ChannelId> &followed)
{
    if (muted == m_muted && followed == m_followed)
        return;
    m_muted = muted;
    m_followed = followed;
    rebuild();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

ChannelRow ChannelListModel::weighed(ChannelRow row) const
{
    if (m_muted.contains(row.channel.id)) {
        row.unread = row.channel.kind == ChannelKind::Direct ? 0 : row.mentions;
        if (row.channel.kind == ChannelKind::Direct)
            row.mentions = 0;
    } else if (m_followed.contains(row.channel.id)) {
        row.mentions = row.unread;
    }
    return row;
}

void ChannelListModel::setCurrent(ChannelId channel)
{
    if (m_current == channel)
        return;
    m_current = channel;
    const std::optional<ChannelRow> row = this->channel(channel);
    m_currentWasUnread = row && row->unread > 0;
    rebuild();
}

void ChannelListModel::rebuild()
{
    QList<ChannelRow> channels;
    for (const ChannelRow &row : std::as_const(m_channels)) {
        if (row.joined)
            channels.append(weighed(row));
    }
    // Channels that exist only here so far.
    for (const PendingOperation &item : m_work.operations()) {
        const bool makes = item.operation.kind == OperationKind::ChannelCreate
            || item.operation.kind == OperationKind::DirectOpen;
        if (!makes || !PendingWork::isLaidOver(item))
            continue;
        ChannelRow row;
        row.channel = createdChannel(item.operation, m_account.self.id);
        row.joined = row.waiting = true;
        if (std::none_of(channels.begin(), channels.end(),
                         [&](const ChannelRow &known) { return known.channel.id == row.channel.id; }))
            channels.append(row);
    }
    QList<Row> wanted;
    const auto isUnread = [this](const ChannelRow &row) {
        return row.unread > 0 || (row.channel.id == m_current && m_currentWasUnread);
    };
    const auto add = [&](Section section, const std::function<bool(const ChannelRow &)> &belongs) {
        QList<Row> rows;
        for (const ChannelRow &row : std::as_const(channels)) {
            if (belongs(row))
                rows.append({false, section, row, m_drafts.has(row.channel.id)});
        }
        std::stable_sort(rows.begin(), rows.end(), [section](const Row &a, const Row &b) {
            if (section == Section::Direct && a.channel.channel.lastAt != b.channel.channel.lastAt)
                return a.channel.channel.lastAt > b.channel.channel.lastAt;
            return titleOf(a.channel).localeAwareCompare(titleOf(b.channel)) < 0;
        });
        if (!rows.isEmpty())
            wanted.append({true, section, {}, false});
        wanted.append(rows);
    };
    add(Section::Unread, isUnread);
    add(Section::Channels,
        [&](const ChannelRow &row) { return !isUnread(row) && row.channel.kind != ChannelKind::Direct; });
    add(Section::Direct,
        [&](const ChannelRow &row) { return !isUnread(row) && row.channel.kind == ChannelKind::Direct; });
    if (m_orderHeld && !m_rows.isEmpty())
        wanted = inHeldOrder(wanted);

    const RowDiff<Row> diff{[this](int a, int b) { beginInsertRows({}, a, b); }, [this] { endInsertRows(); },
                            [this](int a, int b) { beginRemoveRows({}, a, b); }, [this] { endRemoveRows(); },
                            [this](int a, int b) { Q_EMIT dataChanged(index(a), index(b)); }};
    diff.apply(
        m_rows, wanted,
        [](const Row &a, const Row &b) {
            return a.heading == b.heading && a.section == b.section
                && a.channel.channel.id == b.channel.channel.id;
        },
        [](const Row &a, const Row &b) {
            return a.channel.channel == b.channel.channel && a.channel.unread == b.channel.unread
                && a.channel.mentions == b.channel.mentions && a.channel.waiting == b.channel.waiting
                && a.draft == b.draft && titleOf(a.channel) == titleOf(b.channel)
                && a.channel.memberCount == b.channel.memberCount && a.channel.readSeq == b.channel.readSeq;
        });
    Q_EMIT rebuilt();
}

void ChannelListModel::holdOrder(bool held)
{
    if (std::exchange(m_orderHeld, held) && !held)
        rebuild();
}

QList<ChannelListModel::Row> ChannelListModel::inHeldOrder(const QList<Row> &wanted) const
{
    const auto find = [](const QList<Row> &rows, ChannelId id) {
        return std::find_if(rows.begin(), rows.end(),
                            [&](const Row &row) { return !row.heading && row.channel.channel.id == id; });
    };
    QMap<Section, QList<Row>> sections;
    // What is there stays where it is, with what is new about it.
    for (const Row &row : m_rows) {
        const auto now = row.heading ? wanted.end() : find(wanted, row.channel.channel.id);
        if (now != wanted.end())
            sections[row.section].append({false, row.section, now->channel, now->draft});
    }
    for (const Row &row : wanted) {
        if (!row.heading && find(m_rows, row.channel.channel.id) == m_rows.end())
            sections[row.section].append(row);
    }
    QList<Row> held;
    for (auto it = sections.cbegin(); it != sections.cend(); ++it) {
        held.append({true, it.key(), {}, false});
        held.append(it.value());
    }
    return held;
}

int ChannelListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags ChannelListModel::flags(const QModelIndex &index) const
{
    const bool heading = index.isValid() && index.row() < m_rows.size() && m_rows[index.row()].heading;
    return heading ? Qt::ItemFlags(Qt::NoItemFlags) : QAbstractListModel::flags(index);
}

QVariant ChannelListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    const ChannelRow &channel = row.channel;
    if (row.heading)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(headingOf(row.section))
            : role == HeadingRole                                        ? QVariant(true)
                                                                         : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(channel);
    case TopicRole:
        return channel.channel.topic;
    case Qt::AccessibleTextRole: {
        QStringList parts{titleOf(channel)};
        if (channel.channel.kind == ChannelKind::Direct)
            parts.append(tr("direct message"));
        else
            parts.append(channel.channel.kind == ChannelKind::Private ? tr("private channel")
                                                                      : tr("channel"));
        if (channel.unread > 0)
            parts.append(tr("%n unread", nullptr, channel.unread));
        if (channel.mentions > 0 && channel.channel.kind != ChannelKind::Direct)
            parts.append(tr("%n mention you", nullptr, channel.mentions));
        if (row.draft)
            parts.append(tr("draft"));
        if (channel.waiting)
            parts.append(tr("not sent yet"));
        if (isMuted(channel.channel.id))
            parts.append(tr("muted"));
        if (index.data(PresentRole).toBool())
            parts.append(tr("here now"));
        return parts.join(u", "_s);
    }
    case IdRole:
        return QVariant::fromValue(channel.channel.id);
    case HeadingRole:
        return false;
    case UnreadRole:
        return channel.unread;
    case MentionsRole:
        return channel.mentions;
    case KindRole:
        return int(channel.channel.kind);
    case WaitingRole:
        return channel.waiting;
    case DraftRole:
        return row.draft;
    case PersonRole:
        return QVariant::fromValue(channel.people.size() == 1 ? channel.people.first().id : PersonId());
    case PresentRole:
        return channel.people.size() == 1 && m_isHere && m_isHere(channel.people.first().id);
    case MutedRole:
        return isMuted(channel.channel.id);
    default:
        return {};
    }
}

std::optional<ChannelRow> ChannelListModel::channel(ChannelId id) const
{
    for (const Row &row : m_rows) {
        if (!row.heading && row.channel.channel.id == id)
            return row.channel;
    }
    return std::nullopt;
}

QModelIndex ChannelListModel::indexOf(ChannelId id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (!m_rows[i].heading && m_rows[i].channel.channel.id == id)
            return index(int(i));
    }
    return {};
}

ChannelId ChannelListModel::neighbour(ChannelId from, int direction, bool unreadOnly) const
{
    const QModelIndex start = indexOf(from);
    const int count = int(m_rows.size());
    int row = start.isValid() ? start.row() : (direction > 0 ? -1 : count);
    for (int steps = 0; steps < count; ++steps) {
        row += direction;
        // The unread ones stand at the top, so that most ways to them lead around an end.
        if (unreadOnly)
            row = (row + count) % count;
        if (row < 0 || row >= count)
            break;
        const Row &there = m_rows[row];
        if (!there.heading && there.channel.channel.id != from && (!unreadOnly || there.channel.unread > 0))
            return there.channel.channel.id;
    }
    return {};
}

int ChannelListModel::mentionTotal() const
{
    int total = 0;
    for (const ChannelRow &held : m_channels) {
        const ChannelRow row = weighed(held);
        if (row.joined)
            total += row.channel.kind == ChannelKind::Direct ? row.unread : row.mentions;
    }
    return total;
}

} // namespace ChatOps
