// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/session.h"

#include "core/entityjson.h"
#include "core/log.h"
#include "core/planted.h"
#include "server/hub/eraser.h"
#include "server/hub/hub.h"
#include "server/hub/securitylog.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int changesPerDelta = 200;
constexpr qsizetype deltaBytes = 192 * 1024;
constexpr qint64 maxUnsent = 1024 * 1024;
constexpr qint64 stuckLimit = 30'000;
constexpr qint64 helloLimit = 5'000;
/// Answers to a peer that asks and does not read, beside what a join has brought.
constexpr qint64 mostUnsent = 4 * maxUnsent;
constexpr double operationsPerSecond = 50;
constexpr double operationBurst = 2'000;
/// Schema of the first program that keeps documents.
constexpr int documentSchema = 2;
// Of messages of every kind: nobody gets the processor for themselves.
constexpr double framesPerSecond = 1'000;
constexpr double frameBurst = 5'000;
constexpr double bytesPerSecond = 4.0 * 1024 * 1024;
constexpr double byteBurst = 64.0 * 1024 * 1024;

bool isDenial(const QString &code)
{
    return code == u"forbidden" || code == u"not_member" || code == u"not_found";
}

Frame::Problem tooMuch()
{
    return {u"throttled"_s, u"too much at once"_s, 5'000, false};
}

} // namespace

Session::Session(Hub &hub, Outlet &outlet)
    : m_hub(hub)
    , m_outlet(outlet)
    , m_openedAt(hub.clock().monotonic())
    , m_lastHeard(m_openedAt)
    , m_operationAllowance(operationBurst, operationsPerSecond, m_openedAt)
    , m_messageAllowance(frameBurst, framesPerSecond, m_openedAt)
    , m_byteAllowance(byteBurst, bytesPerSecond, m_openedAt)
{
    m_hub.add(this);
}

Session::~Session()
{
    m_hub.remove(this);
}

void Session::send(const AnyFrame &frame)
{
    if (m_state != State::Closed && !dropIfDeaf())
        m_outlet.send(encode(frame));
}

bool Session::dropIfDeaf()
{
    // A channel that is joined comes whole, however much it is.
    if (m_filling || m_outlet.unsent() <= mostUnsent + m_filled)
        return false;
    m_state = State::Closed;
    m_outlet.close(1008, u"slow"_s);
    return true;
}

void Session::finish(const Frame::Problem &problem, int code)
{
    if (m_state == State::Closed)
        return;
    send(problem);
    m_state = State::Closed;
    m_outlet.close(code, problem.code);
}

void Session::bye(qint64 delay)
{
    if (m_state == State::Closed)
        return;
    send(Frame::Bye{delay});
    m_state = State::Closed;
    m_outlet.close(1001, u"stopping"_s);
}

void Session::fail(const Error &error)
{
    qCWarning(lcServer, "session: storage error: %s", qPrintable(error.detail));
    finish({u"storage"_s, u"The server cannot store anything at the moment."_s, 5'000, false}, 1011);
}

void Session::spend(double messages)
{
    if (m_state != State::Closed && !m_messageAllowance.spend(messages, m_hub.clock().monotonic()))
        finish(tooMuch());
}

void Session::receive(QByteArrayView bytes)
{
    if (m_state == State::Closed)
        return;
    m_lastHeard = m_hub.clock().monotonic();
    if (!m_byteAllowance.spend(double(bytes.size()), m_lastHeard)) {
        finish(tooMuch());
        return;
    }
    spend(1);
    if (m_state == State::Closed)
        return;
    const Result<AnyFrame> frame = decode(bytes, {MaxFrameUp, 16});
    if (!frame) {
        finish({u"protocol"_s, frame.error().detail, 0, true}, 1002);
        return;
    }
    if (m_state == State::AwaitingHello && !std::holds_alternative<Frame::Hello>(*frame)) {
        finish({u"protocol"_s, u"hello must come first"_s, 0, true}, 1002);
        return;
    }
    std::visit([this](const auto &value) { handle(value); }, *frame);
}

void Session::wipe()
{
    send(Frame::Wipe{u"account_deleted"_s});
    m_state = State::Closed;
    m_outlet.close(1000, u"wipe"_s);
}

void Session::handle(const Frame::Ping &)
{
    send(Frame::Pong{m_told});
}

void Session::handle(const Frame::Ack &frame)
{
    if (frame.rev > m_told)
        finish({u"protocol"_s, u"acknowledged what was not sent"_s, 0, true}, 1002);
}

void Session::handle(const Frame::Auth &frame)
{
    const Result<SessionRow> row = m_hub.accounts().authenticate(frame.token);
    if (!row || row->id != m_row.id) {
        finish({u"unauthenticated"_s, u"The session has ended."_s, 0, false});
        return;
    }
    m_row = *row;
    m_expiryTold = false;
}

void Session::handle(const Frame::Hello &frame)
{
    if (m_state != State::AwaitingHello) {
        finish({u"protocol"_s, u"hello twice"_s, 0, true}, 1002);
        return;
    }
    const Result<SessionRow> row = m_hub.accounts().authenticate(frame.token);
    if (!row) {
        const Result<QUuid> wipeOrder = wipeOrderFor(m_hub.db(), frame.token);
        if (wipeOrder && !wipeOrder->isNull())
            wipe();
        else
            finish({u"unauthenticated"_s, u"The access token is not valid."_s, 0, false});
        return;
    }
    if (row->device != frame.device || (frame.workspace && frame.workspace != row->workspace)) {
        finish({u"forbidden"_s, u"The token belongs to another device or workspace."_s, 0, true});
        return;
    }
    m_row = *row;
    m_outlet.signedIn();
    m_hub.closeSession(m_row.id, {u"replaced"_s, u"This device has a newer connection."_s, 5'000, false});
    if (const Result<void> begun = begin(frame); !begun)
        fail(begun.error());
}

Result<void> Session::begin(const Frame::Hello &frame)
{
    Workspace workspace(m_hub.db(), m_row.workspace, m_hub.clock());
    const Result<Workspace::Summary> now = workspace.summary();
    if (!now)
        return std::unexpected(now.error());
    const Result<QVariant> last =
        m_hub.db().value(u"SELECT max(seq) FROM applied WHERE device = ?"_s, {m_row.device.toBytes()});
    if (!last)
        return std::unexpected(last.error());
    Frame::Welcome welcome{
        m_row.person, {m_hub.epoch(), now->rev}, false, last->toLongLong(), m_hub.heartbeat};
    const bool known = !frame.cursor.isNull() && frame.cursor.epoch == m_hub.epoch()
        && frame.cursor.rev >= now->floor
        && frame.cursor.rev <= now->rev
        // What a guest's device was sent by a server that told guests of everybody is loaded anew, once.
        && (m_row.role != Role::Guest || m_row.ownPeople);
    welcome.snapshot = !known;
    m_state = State::Live;
    send(welcome);
    if (!known) {
        // The client loads a snapshot over HTTP and says hello again on a new connection.
        m_cursor = now->rev;
        m_state = State::Closed;
        m_outlet.close(1000, u"snapshot"_s);
        return {};
    }
    m_cursor = m_told = frame.cursor.rev;
    m_awaited = true;
    m_held = frame.held;
    m_schema = frame.schema;
    CHATOPS_TRY(syncMemberships());
    CHATOPS_TRY(sendGaps());
    pump();
    return {};
}

Result<void> Session::syncMemberships()
{
    const Result<Memberships> current = readMemberships(m_hub.db(), m_row.person);
    if (!current)
        return std::unexpected(current.error());
    const Memberships before = m_held;
    for (auto it = before.begin(); it != before.end(); ++it) {
        const auto own = current->constFind(it.key());
        const bool member = own != current->constEnd();
        const bool same = CHATOPS_PLANTED(TrustHeld) ? current->value(it.key()) == it.value()
            : CHATOPS_PLANTED(IgnoreMid)             ? member
                                                     : member && *own == it.value();
        if (!same) {
            send(Frame::ScopeDrop{it.key(), current->contains(it.key()) ? u"rejoined"_s : u"removed"_s});
            m_held.remove(it.key());
        }
    }
    for (auto it = current->begin(); it != current->end(); ++it) {
        if (m_held.contains(it.key()))
            continue;
        if (m_backfills.contains(it.key()))
            continue;
        if (!before.contains(it.key())) // What an interrupted backfill may have left behind goes first.
            send(Frame::ScopeDrop{it.key(), u"rejoined"_s});
        m_backfills.append(it.key());
    }
    return {};
}

Result<void> Session::backfill(ChannelId id)
{
    // It may have been left again while it waited for its turn.
    const Maybe<qint64> membership = readMembership(m_hub.db(), id, m_row.person);
    if (!membership)
        return std::unexpected(membership.error());
    if (!*membership)
        return {};
    Connection &db = m_hub.db();
    const Maybe<Channel> channel = readChannel(db, id);
    if (!channel)
        return std::unexpected(channel.error());
    if (!*channel)
        return {};
    Delta delta{m_cursor, m_cursor, {}};
    qsizetype bytes = 0;
    const auto flush = [&] {
        if (!delta.changes.isEmpty())
            send(delta);
        delta.changes.clear();
        bytes = 0;
    };
    const auto add = [&](EntityKind kind, const QUuid &entity, const QJsonObject &data) {
        delta.changes.append({m_cursor, Scope::channel(id), kind, entity, Change::Verb::Put, data, {}, {}});
        bytes += toJson(data).size() + 200;
        if (delta.changes.size() >= changesPerDelta || bytes > deltaBytes)
            flush();
    };
    if (m_row.role == Role::Guest) {
        // Whom they meet there.
        QList<PersonId> people;
        CHATOPS_TRY(db.rows(u"SELECT person FROM acquaintance WHERE channel = ?"_s, {id.toBytes()},
                            [&](const SqlRow &row) {
                                people.append(row.id<PersonId>(0));
                                return true;
                            }));
        for (const PersonId &person : std::as_const(people)) {
            const Result<QList<QByteArray>> known = introduce(person, m_cursor);
            if (!known)
                return std::unexpected(known.error());
            if (!known->isEmpty() && m_state != State::Closed && !dropIfDeaf())
                m_outlet.send(encodeDelta(m_cursor, m_cursor, *known));
        }
    }
    add(EntityKind::Channel, id.uuid(), toJson(**channel));
    const qint64 first = std::max<qint64>(1, (*channel)->lastSeq - m_hub.eagerMessages + 1);
    CHATOPS_TRY(db.rows(u"SELECT channel, person, mid FROM member WHERE channel = ?"_s, {id.toBytes()},
                        [&](const SqlRow &row) {
                            add(EntityKind::Member, QUuid::fromRfc4122(row.bytes(1)),
                                toJson(Member{id, row.id<PersonId>(1), row.integer(2)}));
                            return true;
                        }));
    const Result<QList<Message>> messages = readMessages(db, id, first, (*channel)->lastSeq);
    if (!messages)
        return std::unexpected(messages.error());
    for (const Message &message : *messages)
        add(EntityKind::Message, message.id.uuid(), toJson(message));
    for (const EntityKind kind : {EntityKind::Task, EntityKind::Event}) {
        CHATOPS_TRY(
            db.rows(u"SELECT id, json FROM %1 WHERE channel = ?"_s.arg(QString(nameOf(kind))), {id.toBytes()},
                    [&](const SqlRow &row) {
                        const Result<QJsonObject> data = parseJson(row.text(1).toUtf8(), {MaxFrameDown, 16});
                        if (data)
                            add(kind, QUuid::fromRfc4122(row.bytes(0)), *data);
                        return true;
                    }));
    }
    CHATOPS_TRY(db.rows(u"SELECT seq FROM read_marker WHERE channel = ? AND person = ?"_s,
                        {id.toBytes(), m_row.person.toBytes()}, [&](const SqlRow &row) {
                            add(EntityKind::Read, id.uuid(), toJson(ReadMarker{id, row.integer(0)}));
                            return true;
                        }));
    flush();
    if (first > 1)
        send(Frame::Gap{id, 1, first - 1});
    send(Frame::ScopeAdd{id, **membership});
    m_held.insert(id, **membership);
    return {};
}

Result<QList<QByteArray>> Session::introduce(PersonId person, qint64 rev)
{
    QList<QByteArray> changes;
    const Maybe<Person> who = readPerson(m_hub.db(), person);
    if (!who)
        return std::unexpected(who.error());
    if (*who)
        changes.append(encodeChange(
            {rev, Scope::workspace(), EntityKind::Person, person.uuid(), Change::Verb::Put, {}, {}, {}},
            toJson(toJson(**who))));
    if (m_schema >= documentSchema) {
        CHATOPS_TRY(m_hub.db().rows(
            u"SELECT json FROM document WHERE workspace = ? AND kind = 'profile' AND id = ?"_s,
            {m_row.workspace.toBytes(), person.toBytes()}, [&](const SqlRow &row) {
                changes.append(encodeChange({rev,
                                             Scope::workspace(),
                                             EntityKind::Profile,
                                             person.uuid(),
                                             Change::Verb::Put,
                                             {},
                                             {},
                                             {}},
                                            row.text(0).toUtf8()));
                return false;
            }));
    }
    return changes;
}

Result<void> Session::sendGaps()
{
    const Result<Workspace::Summary> now = Workspace(m_hub.db(), m_row.workspace, m_hub.clock()).summary();
    if (!now)
        return std::unexpected(now.error());
    if (now->rev - m_cursor < m_hub.farBehind)
        return {};
    m_skippedUntil = now->rev;
    for (auto it = m_held.begin(); it != m_held.end(); ++it) {
        if (it.value() > m_cursor)
            continue; // Joined since: the backfill was current.
        qint64 first = 0;
        qint64 last = 0;
        CHATOPS_TRY(
            m_hub.db().rows(u"SELECT min(seq), max(seq) FROM message WHERE channel = ? AND born > ?"_s,
                            {it.key().toBytes(), m_cursor}, [&](const SqlRow &row) {
                                first = row.integer(0);
                                last = row.integer(1);
                                return false;
                            }));
        const qint64 keepFrom = last - m_hub.keptWhenBehind + 1;
        if (first && keepFrom > first) {
            send(Frame::Gap{it.key(), first, keepFrom - 1});
            m_skipped.insert(it.key(), {first, keepFrom - 1});
        }
    }
    return {};
}

Result<Session::Since> Session::memberSince(ChannelId channel)
{
    const Maybe<qint64> since = readMembership(m_hub.db(), channel, m_row.person);
    if (!since)
        return std::unexpected(since.error());
    if (CHATOPS_PLANTED(TrustHeld))
        return Since(m_held.contains(channel) ? std::optional(m_held.value(channel)) : std::nullopt);
    // The rows decide; what the device holds only says whether it has been brought this membership.
    const auto held = m_held.constFind(channel);
    if (!*since || held == m_held.constEnd())
        return Since();
    return CHATOPS_PLANTED(IgnoreMid) ? Since(*held) : Since(std::max(**since, *held));
}

Result<bool> Session::isVisible(const LogEntry &entry)
{
    const Change &change = entry.change;
    // Older programs do not know documents; newer ones begin with a snapshot.
    if (isDocument(change.entity) && m_schema < documentSchema)
        return false;
    ChannelId channel(change.id);
    switch (change.scope.kind) {
    case Scope::Kind::Workspace:
        if (m_row.role != Role::Guest)
            return true;
        // Guests know the people of their channels, and nobody else.
        if (change.entity == EntityKind::Person || change.entity == EntityKind::Profile)
            return isAcquainted(m_hub.db(), m_row.person, PersonId(change.id));
        // They see public channels they are in, and get those by backfill.
        if (change.entity != EntityKind::Channel)
            return true;
        break;
    case Scope::Kind::Person:
        if (change.scope.id != m_row.person.uuid() || change.entity == EntityKind::Member)
            return false;
        if (change.entity != EntityKind::Read)
            return true;
        break;
    case Scope::Kind::Channel:
        channel = ChannelId(change.scope.id);
        break;
    }
    const Result<Since> since = memberSince(channel);
    if (!since)
        return std::unexpected(since.error());
    if (change.scope.kind == Scope::Kind::Workspace)
        return since->has_value();
    // Also of a read marker: one of an earlier membership went with it.
    if (!*since || change.rev <= **since)
        return false;
    if (change.scope.kind == Scope::Kind::Person)
        return true;
    const auto skipped = m_skipped.find(channel);
    if (skipped == m_skipped.end() || change.entity != EntityKind::Message || change.rev > m_skippedUntil)
        return true;
    const qint64 seq = entry.messageSeq();
    return seq < skipped->first || seq > skipped->last;
}

Result<bool> Session::pumpOnce()
{
    // What a membership brings comes before anything newer.
    if (!m_backfills.isEmpty()) {
        m_filling = true;
        const Result<void> brought = backfill(m_backfills.takeFirst());
        m_filling = false;
        m_filled = m_outlet.unsent();
        CHATOPS_TRY(brought);
        return true;
    }
    const Result<Hub::LogSlice> slice = m_hub.readLog(m_row.workspace, m_cursor, changesPerDelta);
    if (!slice) {
        if (slice.error().code == ErrorCode::Conflict) {
            send(Frame::Resync{u"the log no longer reaches back that far"_s});
            m_state = State::Closed;
            m_outlet.close(1000, u"resync"_s);
            return false;
        }
        return std::unexpected(slice.error());
    }
    if (slice->to <= m_cursor)
        return false;
    qint64 to = slice->to;
    qint64 last = m_cursor;
    QList<QByteArray> changes;
    qsizetype bytes = 0;
    bool membership = false;
    for (const auto &entry : slice->entries) {
        const Change &change = entry->change;
        const bool own = change.entity == EntityKind::Member && change.scope == Scope::person(m_row.person);
        membership |= own;
        if (own) {
            // Up to here first; then what joining or leaving means.
            to = change.rev;
            break;
        }
        const Result<bool> visible = isVisible(*entry);
        if (!visible)
            return std::unexpected(visible.error());
        if (!*visible)
            continue;
        if (m_row.role == Role::Guest && change.entity == EntityKind::Member
            && change.verb == Change::Verb::Put) {
            const Result<QList<QByteArray>> known = introduce(PersonId(change.id), change.rev);
            if (!known)
                return std::unexpected(known.error());
            for (const QByteArray &json : *known) {
                changes.append(json);
                bytes += json.size() + 1;
            }
        }
        bytes += entry->json.size() + 1;
        if (bytes > deltaBytes && !changes.isEmpty()) {
            to = last;
            break;
        }
        changes.append(entry->json);
        last = change.rev;
    }
    // Most changes concern others. A device hears of those with the next that concerns it, or within
    // a second; a frame for each would make every message cost as much as there are devices.
    m_cursor = to;
    if ((membership || !changes.isEmpty()) && m_state != State::Closed && !dropIfDeaf()) {
        m_outlet.send(encodeDelta(m_told, to, changes));
        m_told = to;
    }
    if (membership)
        CHATOPS_TRY(syncMemberships());
    return !m_backfills.isEmpty() || m_cursor < slice->to || slice->entries.size() >= changesPerDelta;
}

void Session::pump()
{
    if (m_state != State::Live)
        return;
    bool more = true;
    while (more && m_state == State::Live && m_outlet.unsent() < maxUnsent) {
        const Result<bool> sent = pumpOnce();
        if (!sent) {
            fail(sent.error());
            return;
        }
        more = *sent;
    }
    m_blocked = more;
    if (m_awaited && !more)
        tellCursor();
}

void Session::drained()
{
    if (m_blocked)
        pump();
}

void Session::tellCursor()
{
    m_awaited = false;
    if (m_state != State::Live || m_told == m_cursor || dropIfDeaf())
        return;
    m_outlet.send(encodeDelta(m_told, m_cursor, {}));
    m_told = m_cursor;
}

void Session::handle(const Frame::Operations &frame)
{
    Frame::Verdicts answer;
    if (!m_operationAllowance.spend(double(frame.operations.size()), m_lastHeard)) {
        for (const Operation &operation : frame.operations) {
            Verdict wait;
            wait.operation = operation.id;
            wait.kind = Verdict::Kind::Wait;
            wait.code = u"throttled"_s;
            answer.verdicts.append(wait);
        }
        send(answer);
        return;
    }
    m_hub.submit(this, frame);
}

Result<Frame::Verdicts> Session::execute(const Frame::Operations &frame, Workspace::Written &written)
{
    Frame::Verdicts answer;
    Workspace workspace(m_hub.db(), m_row.workspace, m_hub.clock());
    workspace.note(&written);
    Executor executor(workspace, {m_row.person, m_row.role, m_row.device});
    for (const Operation &operation : frame.operations) {
        const Result<Verdict> verdict = executor.execute(operation);
        if (!verdict)
            return std::unexpected(verdict.error());
        if (verdict->kind == Verdict::Kind::Rejected && isDenial(verdict->code))
            CHATOPS_TRY(noteDenied(operation, verdict->code));
        answer.verdicts.append(*verdict);
    }
    return answer;
}

Result<void> Session::noteDenied(const Operation &operation, const QString &code)
{
    // Once a minute and device: the log must not grow as fast as somebody can send.
    const qint64 now = m_hub.clock().monotonic();
    ++m_denied;
    if (m_deniedAt != 0 && now - m_deniedAt < 60'000)
        return {};
    m_deniedAt = now;
    return appendSecurity(
        m_hub.db(), m_row.workspace, m_hub.clock().now(),
        {u"operation.denied"_s,
         m_row.person,
         {},
         {},
         u"%1: %2, %3 since the connection began"_s.arg(nameOf(operation.kind), code).arg(m_denied)});
}

void Session::answer(const Frame::Verdicts &verdicts)
{
    // The device keeps what it asked for until it has reached the revision of the answer.
    m_awaited = true;
    send(verdicts);
}

void Session::readRole()
{
    const Maybe<Person> person = readPerson(m_hub.db(), m_row.person);
    if (person && *person)
        m_row.role = (*person)->role;
}

void Session::tick(qint64 monotonic, qint64 late)
{
    // A thousand that come back at once keep the server busy for seconds; what they have sent
    // meanwhile is read only after this.
    m_openedAt += late;
    // Also what the socket answered by itself, such as pings of RFC 6455 section 5.5.2.
    if (m_state != State::Closed && dropIfDeaf())
        return;
    if (m_state == State::AwaitingHello && monotonic - m_openedAt > helloLimit) {
        finish({u"timeout"_s, u"no hello"_s, 0, false});
        return;
    }
    if (m_state != State::Live)
        return;
    if (monotonic - m_lastHeard > 3LL * m_hub.heartbeat) {
        finish({u"timeout"_s, u"nothing heard"_s, 0, false}, 1001);
        return;
    }
    if (m_outlet.unsent() < maxUnsent) {
        m_filled = 0;
        m_stuckSince = 0;
        m_awaited = true;
        pump();
    } else if (m_stuckSince == 0) {
        m_stuckSince = monotonic;
    } else if (monotonic - m_stuckSince > stuckLimit) {
        finish({u"slow"_s, u"the connection takes nothing"_s, 1'000, false});
        return;
    }
    const Millis left = m_row.accessUntil - m_hub.clock().now();
    if (left <= 0) {
        finish({u"unauthenticated"_s, u"The access token has run out."_s, 0, false});
    } else if (left < 60'000 && !m_expiryTold) {
        m_expiryTold = true;
        send(Frame::AuthExpiring{});
    }
}

} // namespace ChatOps::Server
