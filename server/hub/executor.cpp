// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/executor.h"

#include "core/jsonguard.h"
#include "core/planted.h"
#include "store/driver/hotstatement.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

Verdict Executor::done(qint64 rev)
{
    Verdict verdict;
    verdict.rev = rev;
    return verdict;
}

Verdict Executor::refused(const char *code, const char *sentence)
{
    Verdict verdict;
    verdict.kind = Verdict::Kind::Rejected;
    verdict.code = QString::fromLatin1(code);
    verdict.message = QString::fromUtf8(sentence);
    return verdict;
}

Verdict Executor::notFound()
{
    // The same words for "does not exist" and "not yours to see".
    return refused("not_found", "It no longer exists, or you cannot see it.");
}

Verdict Executor::conflict(const QJsonObject &current)
{
    Verdict verdict = refused("conflict", "Somebody changed it first.");
    verdict.kind = Verdict::Kind::Conflict;
    verdict.current = current;
    return verdict;
}

Executor::Handled Executor::finish(const Result<qint64> &rev)
{
    if (!rev)
        return std::unexpected(rev.error());
    return done(*rev);
}

Result<Verdict> Executor::execute(const Operation &operation)
{
    if (CHATOPS_PLANTED(ForgetOperations)) {
        static QHash<OperationId, Millis> seen;
        const Millis now = m_workspace.now();
        if (const Millis first = seen.value(operation.id, now); now - first > 30'000)
            CHATOPS_TRY(m_db.run(u"DELETE FROM applied WHERE operation = ?"_s, {operation.id.toBytes()}));
        if (!seen.contains(operation.id))
            seen.insert(operation.id, now);
    }
    // Applied before, perhaps on a connection that was cut: the same answer.
    std::optional<Verdict> before;
    bool foreign = false;
    CHATOPS_TRY(m_db.hot("SELECT verdict, person FROM applied WHERE operation = ?")
                    .id(operation.id)
                    .first([&](const HotStatement &row) {
                        foreign = PersonId::fromBytes(row.bytesAt(1)) != m_actor.person;
                        if (const auto verdict =
                                verdictFromJson(QJsonDocument::fromJson(row.bytesAt(0)).object()))
                            before = *verdict;
                    }));
    if (foreign) {
        Verdict stranger = refused("invalid", "This operation id belongs to somebody else.");
        stranger.operation = operation.id;
        return stranger;
    }
    if (before) {
        if (before->kind == Verdict::Kind::Ok)
            before->kind = Verdict::Kind::Duplicate;
        return *before;
    }
    Handled verdict = dispatch(operation);
    if (!verdict)
        return verdict;
    verdict->operation = operation.id;
    // The current entity of a conflict is not kept: it would be stale when repeated.
    const QByteArray text = encode(*verdict);
    CHATOPS_TRY(
        m_db.hot(
                "INSERT INTO applied (operation, person, device, seq, rev, verdict) VALUES (?, ?, ?, ?, ?, ?)")
            .id(operation.id)
            .id(m_actor.person)
            .id(m_actor.device)
            .integer(operation.seq)
            .integer(verdict->rev)
            .utf8(text)
            .run());
    return verdict;
}

Executor::Handled Executor::dispatch(const Operation &operation)
{
    using Handler = Handled (Executor::*)(const Operation &);
    static constexpr std::array<Handler, OperationKindCount> handlers{
        &Executor::messagePost,   &Executor::messageEdit,   &Executor::messageDelete,
        &Executor::messageReact,  &Executor::taskCreate,    &Executor::taskPatch,
        &Executor::taskDelete,    &Executor::eventCreate,   &Executor::eventPatch,
        &Executor::eventDelete,   &Executor::eventAnswer,   &Executor::readMark,
        &Executor::channelCreate, &Executor::channelPatch,  &Executor::channelJoin,
        &Executor::channelLeave,  &Executor::channelAdd,    &Executor::channelRemove,
        &Executor::directOpen,    &Executor::consentRecord, &Executor::requestCreate,
        &Executor::requestStep,   &Executor::requestStep,   &Executor::requestStep,
        &Executor::requestStep,   &Executor::requestStep,   &Executor::noticeRead,
        &Executor::profilePatch,  &Executor::requestStep,   &Executor::preferenceSet};
    // Made by a client: RFC 9562 section 5.7. Ids that are computed from others,
    // like those of direct messages (version 5), cannot be taken in advance.
    const bool makes = operation.kind == OperationKind::MessagePost
        || operation.kind == OperationKind::TaskCreate || operation.kind == OperationKind::EventCreate
        || operation.kind == OperationKind::ChannelCreate || operation.kind == OperationKind::ConsentRecord
        || operation.kind == OperationKind::RequestCreate;
    if (makes && !isUuidV7(operation.target))
        return refused("invalid", "New things need an id of version 7.");
    return (this->*handlers[size_t(operation.kind)])(operation);
}

Result<bool> Executor::isOverwriting(const Operation &operation, qint64 textRev)
{
    if (operation.base == 0 || operation.base >= textRev)
        return false;
    const Result<QVariant> own =
        m_db.value(u"SELECT 1 FROM applied WHERE device = ? AND rev = ? AND seq < ?"_s,
                   {m_actor.device.toBytes(), textRev, operation.seq});
    if (!own)
        return std::unexpected(own.error());
    return !own->isValid();
}

bool Executor::permits(const Operation &operation, const Facts &facts) const
{
    return isAllowed(ruleFor(operation.kind), facts);
}

Result<std::optional<Channel>> Executor::ownChannel(ChannelId id)
{
    const Result<Place> place = placeOf(id);
    if (!place)
        return std::unexpected(place.error());
    return *place == Place::Foreign ? Result<std::optional<Channel>>(std::nullopt) : readChannel(m_db, id);
}

Result<Executor::Place> Executor::placeOf(ChannelId id)
{
    Place found = Place::Foreign;
    CHATOPS_TRY(m_db.hot("SELECT archived FROM channel WHERE id = ? AND workspace = ?")
                    .id(id)
                    .id(m_workspace.id())
                    .first([&found](const HotStatement &row) {
                        found = row.integerAt(0) ? Place::Archived : Place::Open;
                    }));
    return found;
}

Result<Facts> Executor::factsFor(ChannelId channel)
{
    Facts facts;
    facts.role = m_actor.role;
    facts.hasChannel = !channel.isNull();
    if (facts.hasChannel) {
        const Maybe<qint64> membership = readMembership(m_db, channel, m_actor.person);
        if (!membership)
            return std::unexpected(membership.error());
        facts.member = membership->has_value();
    }
    return facts;
}

Result<bool> Executor::isPersonHere(PersonId person, ChannelId memberOf)
{
    if (m_actor.role == Role::Guest && memberOf.isNull()) {
        // Somebody a guest does not know is not there for them.
        const Result<bool> known = isAcquainted(m_db, m_actor.person, person);
        if (!known || !*known)
            return known;
    }
    const QString sql = memberOf.isNull()
        ? u"SELECT 1 FROM person WHERE id = ? AND workspace = ? AND active = 1"_s
        : u"SELECT 1 FROM person p JOIN member m ON m.person = p.id WHERE p.id = ? AND p.workspace = ? AND p.active = 1 AND m.channel = ?"_s;
    QVariantList values{person.toBytes(), m_workspace.id().toBytes()};
    if (memberOf)
        values.append(memberOf.toBytes());
    const Result<QVariant> found = m_db.value(sql, values);
    if (!found)
        return std::unexpected(found.error());
    return found->isValid();
}

} // namespace ChatOps::Server
