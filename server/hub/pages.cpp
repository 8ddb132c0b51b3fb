// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/pages.h"

#include "server/hub/rows.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

namespace {

Result<QVariant> revisionOf(Connection &db, WorkspaceId workspace)
{
    return db.value(QStringLiteral("SELECT rev FROM workspace WHERE id = ?"), {workspace.toBytes()});
}

} // namespace

Result<HistoryPage> historyPage(Connection &db, const SessionRow &session, ChannelId channel, qint64 before,
                                int limit)
{
    if (channel.isNull() || before < 1 || limit < 1 || limit > MostOfPage)
        return failure(ErrorCode::Invalid, u"history needs channel, before (from 1) and limit (1 to 500)."_s);
    const Maybe<qint64> membership = readMembership(db, channel, session.person);
    if (!membership)
        return std::unexpected(membership.error());
    const Maybe<Channel> known = *membership ? readChannel(db, channel) : Maybe<Channel>(std::nullopt);
    if (!known)
        return std::unexpected(known.error());
    if (!*known)
        return failure(ErrorCode::NotFound, u"There is no such channel, or you are not in it."_s);
    const qint64 last = std::min(before, (*known)->lastSeq);
    const Result<QVariant> rev = revisionOf(db, session.workspace);
    if (!rev)
        return std::unexpected(rev.error());
    HistoryPage page{
        channel, std::max<qint64>(1, last - limit + 1), std::max<qint64>(1, last), {}, rev->toLongLong()};
    const Result<QList<Message>> messages = readMessages(db, channel, page.first, page.last);
    if (!messages)
        return std::unexpected(messages.error());
    page.messages = *messages;
    return page;
}

Result<HistoryPage> threadPage(Connection &db, const SessionRow &session, MessageId root)
{
    const Maybe<Message> message = root.isNull() ? Maybe<Message>(std::nullopt) : readMessage(db, root);
    if (!message)
        return std::unexpected(message.error());
    const Maybe<qint64> membership =
        *message ? readMembership(db, (*message)->channel, session.person) : Maybe<qint64>(std::nullopt);
    if (!membership)
        return std::unexpected(membership.error());
    if (!*membership)
        return failure(ErrorCode::NotFound, u"There is no such message, or you cannot see it."_s);
    const Result<QList<Message>> messages = readThread(db, root);
    if (!messages)
        return std::unexpected(messages.error());
    const Result<QVariant> rev = revisionOf(db, session.workspace);
    if (!rev)
        return std::unexpected(rev.error());
    return HistoryPage{(*message)->channel, 0, 0, *messages, rev->toLongLong()};
}

} // namespace ChatOps::Server
