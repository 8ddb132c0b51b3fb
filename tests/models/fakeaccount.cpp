// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/fakeaccount.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {

void FakeCache::addChannel(ChannelId id, const QString &name, int unread)
{
    ChannelRow row;
    row.channel.id = id;
    row.channel.name = name;
    row.joined = true;
    row.unread = unread;
    channelRows.append(row);
}

void FakeCache::addMessages(ChannelId channel, int count)
{
    QList<MessageRow> &rows = messageRows[channel];
    for (int i = 0; i < count; ++i) {
        MessageRow row;
        row.message.id = MessageId::create();
        row.message.channel = channel;
        row.message.seq = rows.size() + 1;
        row.message.createdAt = 1'750'000'000'000 + row.message.seq * 1000;
        row.message.text = u"message %1"_s.arg(row.message.seq);
        rows.append(row);
    }
}

Reply<QList<Task>> FakeCache::tasksOf(PersonId assignee)
{
    asked.append(u"tasks"_s);
    QList<Task> theirs = taskRows;
    theirs.removeIf([assignee](const Task &task) { return task.assignee != assignee; });
    return answer(theirs);
}

Reply<QList<Event>> FakeCache::invitationsOf(PersonId person)
{
    QList<Event> theirs = eventRows;
    theirs.removeIf([person](const Event &event) {
        return std::none_of(event.attendees.begin(), event.attendees.end(),
                            [person](const Attendee &attendee) { return attendee.person == person; });
    });
    return answer(theirs);
}

void FakeCache::release()
{
    const std::function<void()> answer = m_answers.front();
    m_answers.pop_front();
    answer();
    deliver();
}

void FakeCache::releaseAll()
{
    m_held = false;
    while (!m_answers.empty())
        release();
}

Reply<MessagePage> FakeCache::messages(const MessageQuery &wanted)
{
    MessageQuery query = wanted;
    query.limit = std::min(query.limit, MessageQuery::Most);
    QList<MessageRow> rows;
    const qint64 known = knownFrom.value(query.channel, 1);
    for (const MessageRow &row : messageRows.value(query.channel)) {
        const bool inThread = row.message.root == query.root || row.message.id == query.root;
        if (row.message.seq >= known && (query.root ? inThread : row.message.root.isNull()))
            rows.append(row);
    }
    qsizetype from = 0;
    qsizetype to = rows.size();
    const auto upTo = [&](qint64 seq) {
        return qsizetype(std::count_if(rows.begin(), rows.end(),
                                       [&](const MessageRow &row) { return row.message.seq <= seq; }));
    };
    switch (query.where) {
    case MessageQuery::Where::Latest:
        from = std::max<qsizetype>(0, to - query.limit);
        break;
    case MessageQuery::Where::Before:
        to = upTo(query.seq - 1);
        from = std::max<qsizetype>(0, to - query.limit);
        break;
    case MessageQuery::Where::After:
        from = upTo(query.seq);
        to = std::min(to, from + query.limit);
        break;
    case MessageQuery::Where::Around:
        from = std::max<qsizetype>(0, upTo(query.seq) - query.limit / 2);
        to = std::min(to, from + query.limit);
        break;
    }
    MessagePage page;
    page.channel = query.channel;
    page.atStart = from == 0 && known == 1;
    page.atEnd = to == rows.size();
    page.holeBefore = from == 0 ? known - 1 : 0;
    page.rows = rows.sliced(from, to - from);
    return answer(page);
}

Reply<std::optional<MessageRow>> FakeCache::message(MessageId id)
{
    for (const QList<MessageRow> &rows : std::as_const(messageRows)) {
        for (const MessageRow &row : rows) {
            if (row.message.id == id)
                return answer(std::optional(row));
        }
    }
    return answer(std::optional<MessageRow>());
}

void FakeOutbox::settle(OperationId operation)
{
    items.removeIf([&](const PendingOperation &item) { return item.operation.id == operation; });
}

void FakeOutbox::refuse(OperationId operation, const QString &code)
{
    for (PendingOperation &item : items) {
        if (item.operation.id != operation)
            continue;
        item.state = PendingOperation::State::Refused;
        item.code = code;
    }
    Q_EMIT changed();
}

Reply<qint64> FakeOutbox::submit(const Operation &operation, const QHash<FileId, QByteArray> &files,
                                 Order order)
{
    if (stuck && order == Order::Behind)
        return ready<qint64>(failure(ErrorCode::Cancelled, {}));
    stuck = order == Order::Free ? stuck : held || trouble;
    if (held)
        return held->future();
    if (trouble)
        return ready<qint64>(std::unexpected(*trouble));
    kept.insert(files);
    PendingOperation item;
    item.operation = operation;
    item.operation.seq = items.isEmpty() ? 1 : items.last().operation.seq + 1;
    items.append(item);
    Q_EMIT changed();
    return ready(Result<qint64>(item.operation.seq));
}

Reply<void> FakeOutbox::discard(OperationId operation)
{
    settle(operation);
    Q_EMIT changed();
    return ready(Result<void>());
}

Reply<void> FakeBackend::fetchHistory(ChannelId channel, qint64 seq, int limit)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    asked.append({channel, seq, limit, promise});
    return promise->future();
}

void FakeBackend::finish(qsizetype index, const Result<void> &result)
{
    asked[index].promise->addResult(result);
    asked[index].promise->finish();
    deliver();
}

FakeAccount::FakeAccount()
{
    self.id = PersonId::create();
    self.name = u"Mika"_s;
    self.handle = u"mika"_s;
}

Account FakeAccount::account()
{
    return {&cache, &outbox, &backend, WorkspaceId::create(), u"Fakes"_s, self};
}

void deliver()
{
    for (int i = 0; i < 20; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace ChatOps::Testing
