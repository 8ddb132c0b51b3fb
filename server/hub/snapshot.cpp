// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/snapshot.h"

#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "server/hub/privacydesk.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int pageRows = 500;
constexpr qsizetype pieceBytes = 64 * 1024;

} // namespace

SnapshotStream::SnapshotStream(std::unique_ptr<Connection> db, const SessionRow &session, QString epoch,
                               qint64 eager)
    : m_db(std::move(db))
    , m_session(session)
    , m_epoch(std::move(epoch))
    , m_eager(eager)
{
}

SnapshotStream::~SnapshotStream()
{
    m_db->rollback();
}

Result<std::unique_ptr<SnapshotStream>> SnapshotStream::open(const DataFolder &folder,
                                                             const SessionRow &session, const QString &epoch,
                                                             qint64 eager)
{
    Result<std::unique_ptr<Connection>> db = folder.connectForReading();
    if (!db)
        return std::unexpected(db.error());
    CHATOPS_TRY((*db)->begin());
    return std::unique_ptr<SnapshotStream>(new SnapshotStream(std::move(*db), session, epoch, eager));
}

void SnapshotStream::line(const QJsonObject &object)
{
    m_piece += toJson(object);
    m_piece += '\n';
    ++m_lines;
}

void SnapshotStream::entity(EntityKind kind, const QJsonObject &data)
{
    line({{"t"_L1, nameOf(kind)}, {"data"_L1, data}});
}

void SnapshotStream::advance()
{
    m_stage = Stage(int(m_stage) + 1);
    m_after.clear();
    m_channelIndex = 0;
}

Result<QByteArray> SnapshotStream::next()
{
    m_piece.clear();
    while (m_piece.size() < pieceBytes && m_stage != Stage::Done) {
        Result<void> made;
        switch (m_stage) {
        case Stage::Header:
            made = header();
            break;
        case Stage::People:
            made = people();
            break;
        case Stage::Channels:
            made = channels();
            break;
        case Stage::Scopes:
            made = scopes();
            break;
        case Stage::Members:
            made = members();
            break;
        case Stage::Messages:
            made = messages();
            break;
        case Stage::Tasks:
            made = things(EntityKind::Task);
            break;
        case Stage::Events:
            made = things(EntityKind::Event);
            break;
        case Stage::Markers:
            made = markers();
            break;
        case Stage::Documents:
            made = documents();
            break;
        case Stage::Trailer:
            trailer();
            return std::exchange(m_piece, {});
        case Stage::Done:
            break;
        }
        if (!made)
            return std::unexpected(made.error());
        if (m_stage == Stage::Trailer)
            break;
    }
    m_hash.addData(m_piece);
    return m_piece;
}

Result<void> SnapshotStream::header()
{
    qint64 rev = 0;
    CHATOPS_TRY(m_db->rows(u"SELECT rev FROM workspace WHERE id = ?"_s, {m_session.workspace.toBytes()},
                           [&rev](const SqlRow &row) {
                               rev = row.integer(0);
                               return false;
                           }));
    const Result<QHash<ChannelId, qint64>> held = readMemberships(*m_db, m_session.person);
    if (!held)
        return std::unexpected(held.error());
    m_memberships = *held;
    m_channels = m_memberships.keys();
    // For the progress bar only: the lines of people and members, which are most of it.
    const QString count =
        u"SELECT (SELECT count(*) FROM person WHERE workspace = ?) + (SELECT count(*) FROM member WHERE channel IN"
        " (SELECT channel FROM member WHERE person = ?))"_s;
    const qint64 about = m_db->value(count, {m_session.workspace.toBytes(), m_session.person.toBytes()})
                             .value_or(QVariant())
                             .toLongLong()
        + m_channels.size() * m_eager;
    line({{"t"_L1, "snapshot"_L1},
          {"epoch"_L1, m_epoch},
          {"rev"_L1, rev},
          {"self"_L1, m_session.person.toString()},
          {"about"_L1, about}});
    advance();
    return {};
}

Result<void> SnapshotStream::people()
{
    int rows = 0;
    // Guests know those of their channels, and nobody else.
    const bool guest = m_session.role == Role::Guest;
    QVariantList values{m_session.workspace.toBytes(), m_after};
    if (guest)
        values += {m_session.person.toBytes(), m_session.person.toBytes()};
    values += pageRows;
    CHATOPS_TRY(
        m_db->rows(u"SELECT %1 FROM person WHERE workspace = ? AND id > ? %2 ORDER BY id LIMIT ?"_s.arg(
                       personColumns, guest ? u"AND "_s + acquaintedCondition : QString()),
                   values, [&](const SqlRow &row) {
                       const Person person = personFromRow(row);
                       m_after = person.id.toBytes();
                       entity(EntityKind::Person, toJson(person));
                       ++rows;
                       return true;
                   }));
    if (rows < pageRows)
        advance();
    return {};
}

Result<void> SnapshotStream::channels()
{
    int rows = 0;
    CHATOPS_TRY(m_db->rows(
        u"SELECT %1 FROM channel WHERE workspace = ? AND id > ? ORDER BY id LIMIT ?"_s.arg(channelColumns),
        {m_session.workspace.toBytes(), m_after, pageRows}, [&](const SqlRow &row) {
            const Channel channel = channelFromRow(row);
            m_after = channel.id.toBytes();
            ++rows;
            const bool open = channel.kind == ChannelKind::Public && m_session.role != Role::Guest;
            if (open || m_memberships.contains(channel.id))
                entity(EntityKind::Channel, toJson(channel));
            return true;
        }));
    if (rows < pageRows)
        advance();
    return {};
}

Result<void> SnapshotStream::scopes()
{
    for (const ChannelId &channel : std::as_const(m_channels))
        line({{"t"_L1, "scope"_L1},
              {"channel"_L1, channel.toString()},
              {"mid"_L1, m_memberships.value(channel)}});
    advance();
    return {};
}

Result<void> SnapshotStream::members()
{
    if (m_channelIndex >= m_channels.size()) {
        advance();
        return {};
    }
    const ChannelId channel = m_channels[m_channelIndex];
    int rows = 0;
    CHATOPS_TRY(m_db->rows(
        u"SELECT person, mid FROM member WHERE channel = ? AND person > ? ORDER BY person LIMIT ?"_s,
        {channel.toBytes(), m_after, pageRows}, [&](const SqlRow &row) {
            m_after = row.bytes(0);
            entity(EntityKind::Member, toJson(Member{channel, row.id<PersonId>(0), row.integer(1)}));
            ++rows;
            return true;
        }));
    if (rows < pageRows) {
        ++m_channelIndex;
        m_after.clear();
    }
    return {};
}

Result<void> SnapshotStream::messages()
{
    if (m_channelIndex >= m_channels.size()) {
        advance();
        return {};
    }
    const ChannelId id = m_channels[m_channelIndex++];
    const Maybe<Channel> channel = readChannel(*m_db, id);
    if (!channel)
        return std::unexpected(channel.error());
    if (!*channel)
        return {};
    const qint64 last = (*channel)->lastSeq;
    const qint64 first = std::max<qint64>(1, last - m_eager + 1);
    if (first > 1)
        line({{"t"_L1, "hole"_L1}, {"channel"_L1, id.toString()}, {"first"_L1, 1}, {"last"_L1, first - 1}});
    const Result<QList<Message>> found = readMessages(*m_db, id, first, last);
    if (!found)
        return std::unexpected(found.error());
    for (const Message &message : *found)
        entity(EntityKind::Message, toJson(message));
    return {};
}

Result<void> SnapshotStream::things(EntityKind kind)
{
    int rows = 0;
    CHATOPS_TRY(m_db->rows(
        u"SELECT id, channel, json FROM %1 WHERE workspace = ? AND id > ? ORDER BY id LIMIT ?"_s.arg(
            QString(nameOf(kind))),
        {m_session.workspace.toBytes(), m_after, pageRows}, [&](const SqlRow &row) {
            m_after = row.bytes(0);
            ++rows;
            const QJsonObject data = QJsonDocument::fromJson(row.text(2).toUtf8()).object();
            QList<Scope> audience;
            if (!row.isNull(1))
                audience = {Scope::channel(row.id<ChannelId>(1))};
            else if (kind == EntityKind::Task)
                audience = audienceOf(taskFromJson(data).value_or(Task()));
            else
                audience = audienceOf(eventFromJson(data).value_or(Event()));
            const bool visible = std::any_of(audience.begin(), audience.end(), [this](const Scope &scope) {
                return scope.kind == Scope::Kind::Channel ? m_memberships.contains(ChannelId(scope.id))
                                                          : scope == Scope::person(m_session.person);
            });
            if (visible)
                entity(kind, data);
            return true;
        }));
    if (rows < pageRows)
        advance();
    return {};
}

Result<void> SnapshotStream::markers()
{
    CHATOPS_TRY(
        m_db->rows(u"SELECT channel, seq FROM read_marker WHERE person = ?"_s, {m_session.person.toBytes()},
                   [this](const SqlRow &row) {
                       entity(EntityKind::Read, toJson(ReadMarker{row.id<ChannelId>(0), row.integer(1)}));
                       return true;
                   }));
    advance();
    return {};
}

Result<void> SnapshotStream::documents()
{
    // Few at a time: one may have 128 KB.
    const SystemClock clock;
    const Result<DocumentPlace> reached =
        visibleDocuments(*m_db, clock, m_session.workspace, m_session.person, m_document, 20,
                         [this](EntityKind kind, const QJsonObject &data) { entity(kind, data); });
    if (!reached)
        return std::unexpected(reached.error());
    m_document = *reached;
    if (m_document.end)
        advance();
    return {};
}

void SnapshotStream::trailer()
{
    const qint64 counted = m_lines;
    line({{"t"_L1, "end"_L1},
          {"lines"_L1, counted},
          {"sha256"_L1, QString::fromLatin1(m_hash.result().toHex())}});
    m_stage = Stage::Done;
}

} // namespace ChatOps::Server
