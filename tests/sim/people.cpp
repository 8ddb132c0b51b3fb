// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/purposes.h"
#include "models/operations.h"
#include "server/hub/pages.h"
#include "tests/sim/world.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {

// What the people at the devices do.

namespace {

/// The order of rows is not part of the history; that of ids is.
template <typename Thing>
std::optional<Thing> pick(const Result<QList<Thing>> &found, quint32 which)
{
    QList<Thing> things = found.value_or(QList<Thing>());
    std::sort(things.begin(), things.end(), [](const Thing &a, const Thing &b) { return a.id < b.id; });
    if (things.isEmpty())
        return {};
    return things[qsizetype(which % size_t(things.size()))];
}

} // namespace

QList<PendingOperation> SimClient::pending()
{
    return m_store ? m_store->outbox()->pending().result().value_or(QList<PendingOperation>())
                   : QList<PendingOperation>();
}

bool SimClient::willSend(OperationId operation)
{
    for (const PendingOperation &item : pending()) {
        if (item.operation.id == operation) {
            const qint64 rev =
                item.state == PendingOperation::State::Acknowledged ? item.rev : m_verdicts.value(operation);
            return rev == 0 || rev > std::max(m_handedOver, m_revSeen);
        }
    }
    return false;
}

bool SimClient::isQuiet()
{
    if (!m_engine || status().state != LinkStatus::State::Online || m_loading)
        return false;
    for (const PendingOperation &item : pending()) {
        if (item.state == PendingOperation::State::Waiting
            || item.state == PendingOperation::State::Acknowledged)
            return false;
    }
    return true;
}

QString SimClient::state()
{
    if (!m_engine)
        return u"client %1 is off"_s.arg(m_index);
    QStringList waiting;
    for (const PendingOperation &item : pending())
        waiting.append(u"%1/%2"_s.arg(QString(nameOf(item.operation.kind))).arg(int(item.state)));
    return u"client %1 state %2 (%3), outbox [%4]"_s.arg(m_index)
        .arg(int(status().state))
        .arg(status().reason, waiting.join(u' '));
}

QString SimClient::words(quint32 number) const
{
    const QString word = u"w%1x"_s.arg(m_world.nextWord++);
    m_world.everyWord.insert(word);
    return word + u" of client %1 "_s.arg(m_index) + QString(int(number % 40), u'y');
}

std::optional<ChannelRow> SimClient::someChannel(quint32 which, bool joined)
{
    QList<ChannelRow> rows = m_store->cache()->channels().result().value_or(QList<ChannelRow>());
    rows.removeIf([joined](const ChannelRow &row) { return row.joined != joined; });
    std::sort(rows.begin(), rows.end(),
              [](const ChannelRow &a, const ChannelRow &b) { return a.channel.id < b.channel.id; });
    if (rows.isEmpty())
        return {};
    return rows[qsizetype(which % size_t(rows.size()))];
}

std::optional<Message> SimClient::someMessage(quint32 which, quint32 index, bool own)
{
    const std::optional<ChannelRow> channel = someChannel(which, true);
    if (!channel)
        return {};
    MessageQuery query;
    query.channel = channel->channel.id;
    query.limit = 30;
    QList<MessageRow> rows = m_store->cache()->messages(query).result().value_or(MessagePage()).rows;
    rows.removeIf([&](const MessageRow &row) {
        return row.message.deleted || (own && row.message.author != m_person);
    });
    if (rows.isEmpty())
        return {};
    return rows[qsizetype(index % size_t(rows.size()))].message;
}

std::optional<Task> SimClient::someTask(quint32 which)
{
    return pick(m_store->cache()->tasks().result(), which);
}

std::optional<Event> SimClient::someEvent(quint32 which)
{
    return pick(m_store->cache()->events().result(), which);
}

void SimClient::submit(Operation operation, const QHash<FileId, QByteArray> &files)
{
    operation.createdAt = m_world.clock.now();
    Written record{m_index, operation.kind};
    const Result<qint64> seq = m_store->outbox()->submit(operation, files).result();
    // A commit that fails half-way may have happened or not; then nothing is promised.
    record.durable = seq.has_value() && !m_world.disk.isDead(node());
    m_world.written[operation.id.toString()] = record;
    if (!seq && m_world.verbose)
        m_world.note(u"client %1: not written: %2"_s.arg(m_index).arg(seq.error().detail));
}

void SimClient::act(const Step &step)
{
    if (!m_engine)
        return;
    using Kind = Step::Kind;
    const auto person = [&](quint32 which) {
        return m_world.clients[which % m_world.clients.size()]->person();
    };
    switch (step.kind) {
    case Kind::Post:
        if (const auto channel = someChannel(step.a, true))
            submit(Make::post(channel->channel.id, words(step.b)));
        break;
    case Kind::PostFile:
        if (const auto channel = someChannel(step.a, true)) {
            QList<FileRef> files;
            QHash<FileId, QByteArray> bytes;
            for (quint32 i = 0; i <= step.b % 3 / 2; ++i) {
                FileRef file{FileId::create(), u"file-%1.txt"_s.arg(i), u"text/plain"_s, 0};
                bytes.insert(file.id, contentOf(file.id));
                file.size = bytes.value(file.id).size();
                files.append(file);
            }
            submit(Make::post(channel->channel.id, words(step.b), {}, files), bytes);
        }
        break;
    case Kind::Reply:
        if (const auto message = someMessage(step.a, step.b, false))
            submit(Make::post(message->channel, words(step.b), message->root ? message->root : message->id));
        break;
    case Kind::Edit:
        if (const auto message = someMessage(step.a, step.b, step.b % 8 != 0))
            submit(Make::edit(*message, words(step.b)));
        break;
    case Kind::DeleteMessage:
        if (const auto message = someMessage(step.a, step.b, step.b % 8 != 0))
            submit(Make::remove(*message));
        break;
    case Kind::React:
        if (const auto message = someMessage(step.a, step.b, false))
            submit(Make::react(*message, step.b % 2 ? u"👍"_s : u"🚀"_s, step.b % 3 != 0));
        break;
    case Kind::CreateTask: {
        Task task;
        task.id = TaskId::create();
        task.title = words(step.b);
        task.creator = m_person;
        if (step.a % 4)
            task.channel = someChannel(step.b, true).value_or(ChannelRow()).channel.id;
        if (step.a % 3 == 0)
            task.assignee = person(step.b);
        submit(Make::createTask(task));
        break;
    }
    case Kind::PatchTask:
        if (const auto task = someTask(step.a)) {
            QJsonObject fields;
            if (step.b % 2)
                fields.insert("state"_L1, nameOf(TaskState(int(step.b / 2 % 4))));
            if (step.b % 3 == 0)
                fields.insert("description"_L1, words(step.b));
            if (step.b % 5 == 0)
                fields.insert("assignee"_L1, person(step.b).toString());
            if (step.b % 7 == 0)
                fields.insert("channel"_L1,
                              someChannel(step.b, true).value_or(ChannelRow()).channel.id.toString());
            if (fields.isEmpty())
                fields.insert("title"_L1, words(step.b));
            submit(Make::patchTask(*task, fields));
        }
        break;
    case Kind::DeleteTask:
        if (const auto task = someTask(step.a))
            submit(Make::remove(*task));
        break;
    case Kind::CreateEvent: {
        Event event;
        event.id = EventId::create();
        event.title = words(step.b);
        event.organizer = m_person;
        event.start = QDateTime(QDate(2027, 1, 4), QTime(int(step.b % 20), 0), Qt::UTC);
        event.end = event.start.addSecs(3600);
        event.zone = "Europe/Berlin";
        event.attendees = {{m_person, Answer::Yes}};
        if (person(step.a) != m_person)
            event.attendees.append({person(step.a), Answer::None});
        if (step.a % 3)
            event.channel = someChannel(step.b, true).value_or(ChannelRow()).channel.id;
        submit(Make::createEvent(event));
        break;
    }
    case Kind::PatchEvent:
        if (const auto event = someEvent(step.a))
            submit(
                Make::patchEvent(*event, {{step.b % 2 ? "location"_L1 : "description"_L1, words(step.b)}}));
        break;
    case Kind::AnswerEvent:
        if (const auto event = someEvent(step.a))
            submit(Make::answer(*event, step.b % 2 ? Answer::Yes : Answer::No));
        break;
    case Kind::DeleteEvent:
        if (const auto event = someEvent(step.a))
            submit(Make::remove(*event));
        break;
    case Kind::MarkRead:
        if (const auto channel = someChannel(step.a, true); channel && channel->channel.lastSeq > 0)
            submit(Make::markRead(channel->channel.id, 1 + qint64(step.b) % channel->channel.lastSeq));
        break;
    case Kind::CreateChannel:
        submit(Make::createChannel(u"made-%1"_s.arg(step.a % 6), {},
                                   step.b % 2 ? ChannelKind::Public : ChannelKind::Private,
                                   {person(step.a)}));
        break;
    case Kind::PatchChannel:
        if (const auto channel = someChannel(step.a, true))
            submit(Operation::make(OperationKind::ChannelPatch, channel->channel.id.uuid(),
                                   {{"topic"_L1, words(step.b)}}));
        break;
    case Kind::Join:
        if (const auto channel = someChannel(step.a, false))
            submit(Make::join(channel->channel.id));
        break;
    case Kind::Leave:
        if (const auto channel = someChannel(step.a, true))
            submit(Make::leave(channel->channel.id));
        break;
    case Kind::AddMember:
        if (const auto channel = someChannel(step.a, true))
            submit(Make::addMember(channel->channel.id, person(step.b)));
        break;
    case Kind::RemoveMember:
        if (const auto channel = someChannel(step.a, true); channel && person(step.b) != m_person)
            submit(Make::removeMember(channel->channel.id, person(step.b)));
        break;
    case Kind::OpenDirect:
        submit(Make::openDirect(m_world.server->workspace(), m_person, {person(step.a)}));
        break;
    case Kind::Choose: {
        const Purpose &purpose = purposes()[step.a % purposes().size()];
        ConsentRecord record;
        record.id = ConsentId::create();
        record.purpose = purpose.name;
        record.decision = Decision(int(step.b % 4));
        record.method = u"switch"_s;
        submit(Make::recordConsent(record));
        break;
    }
    case Kind::Ask: {
        RightsRequest request;
        request.id = RequestId::create();
        request.kind = RightsKind(int(step.a % 9));
        if (request.kind == RightsKind::Restriction)
            request.ground = RestrictionGround(1 + int(step.b % 4));
        request.text = words(step.b);
        submit(Make::createRequest(request));
        break;
    }
    case Kind::SpeakOfRequest:
    case Kind::WithdrawRequest: {
        const PrivacyRows rows = m_store->cache()->privacy().result().value_or(PrivacyRows());
        if (rows.requests.isEmpty())
            break;
        const RightsRequest &request = rows.requests[qsizetype(step.a % size_t(rows.requests.size()))];
        // Also those that only a privacy contact may do.
        static constexpr std::array kinds{OperationKind::RequestMessage, OperationKind::RequestMessage,
                                          OperationKind::RequestAnswer,  OperationKind::RequestExtend,
                                          OperationKind::RequestRefuse,  OperationKind::RequestLift};
        submit(Make::aboutRequest(step.kind == Kind::WithdrawRequest ? OperationKind::RequestWithdraw
                                                                     : kinds[step.b % kinds.size()],
                                  request.id, words(step.b)));
        break;
    }
    case Kind::ChangeProfile:
        // Every third time it is a preference, which two devices of one person may set at once.
        if (step.a % 3 == 0) {
            submit(
                Make::setPreference(m_person, u"mute.%1"_s.arg(step.b % 5), step.a % 2 ? u"1"_s : QString()));
            break;
        }
        submit(Make::patchProfile(
            m_person,
            {{profileFields()[step.a % profileFields().size()], step.b % 4 ? words(step.b) : QString()}}));
        break;
    case Kind::RetryRefused:
    case Kind::DiscardRefused:
        for (const PendingOperation &item : pending()) {
            if (item.state != PendingOperation::State::Refused
                && item.state != PendingOperation::State::Conflicted)
                continue;
            const OperationId old = item.operation.id;
            Written &record = m_world.written[old.toString()];
            // Half done, when the computer died in it: then it may be gone or not.
            if (step.kind == Kind::DiscardRefused) {
                const bool gone = m_store->outbox()->discard(old).result().has_value();
                record.discarded |= gone || m_world.disk.isDead(node());
            } else if (m_store->outbox()->retry(old, 0).result()) {
                record.discarded = true; // It goes on under another id.
                for (const PendingOperation &again : pending()) {
                    if (!m_world.written.contains(again.operation.id.toString()))
                        m_world.written[again.operation.id.toString()] = {m_index, again.operation.kind,
                                                                          true};
                }
            } else {
                record.discarded |= m_world.disk.isDead(node());
            }
            break;
        }
        break;
    default:
        break;
    }
}

void SimClient::scrollBack(quint32 which)
{
    if (!m_engine || !reaches() || m_access.isEmpty())
        return;
    const auto channel = someChannel(which, true);
    if (!channel)
        return;
    MessageQuery query;
    query.channel = channel->channel.id;
    query.limit = 20;
    const Result<MessagePage> page = m_store->cache()->messages(query).result();
    if (!page || page->holeBefore == 0)
        return;
    soon(m_world.between(2, 80), [this, id = query.channel, before = page->holeBefore, which] {
        if (!reaches())
            return;
        Server::Hub &hub = *m_world.server->hub();
        const Result<Server::SessionRow> session = hub.accounts().authenticate(m_access);
        if (!session)
            return;
        const Result<HistoryPage> asked =
            Server::historyPage(hub.db(), *session, id, before, 1 + int(which % 9));
        if (!asked || answersLost)
            return;
        // On the wire and back: what is stored has been encoded once.
        const Result<HistoryPage> arrived = decodeHistory(encode(*asked));
        if (!arrived) {
            m_world.fail(u"a page of history does not read"_s);
            return;
        }
        soon(m_world.between(2, 400), [this, arrived] {
            inStore([this, arrived] { (void)m_store->replica()->applyHistory(*arrived).result(); });
        });
    });
}

} // namespace ChatOps::Testing
