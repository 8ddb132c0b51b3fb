// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "core/overlay.h"
#include "server/hub/executor.h"
#include "store/driver/hotstatement.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

Result<std::optional<Executor::Seen>> Executor::seenMessage(const QUuid &id)
{
    const Maybe<Message> message = readMessage(m_db, MessageId(id));
    if (!message)
        return std::unexpected(message.error());
    if (!*message)
        return std::nullopt;
    Result<Facts> facts = factsFor((*message)->channel);
    if (!facts)
        return std::unexpected(facts.error());
    facts->owner = (*message)->author == m_actor.person;
    if (!facts->member)
        return std::nullopt;
    return Seen{**message, *facts};
}

Executor::Handled Executor::messagePost(const Operation &operation)
{
    JsonReader reader(operation.data);
    Message message;
    message.id = MessageId(operation.target);
    message.channel = reader.id<ChannelId>("channel"_L1);
    message.author = m_actor.person;
    message.text = reader.optionalText("text"_L1, Limit::MessageText);
    message.root = reader.optionalId<MessageId>("root"_L1);
    const Result<QList<FileRef>> files = filesFromJson(reader.array("files"_L1, Limit::FilesPerMessage));
    if (!reader.ok() || !files)
        return refused("invalid", "The message is not well formed, or too long.");
    message.files = *files;
    if (message.text.trimmed().isEmpty() && message.files.isEmpty())
        return refused("invalid", "The message is empty.");
    const Result<Place> place = placeOf(message.channel);
    if (!place)
        return std::unexpected(place.error());
    const Result<Facts> facts = factsFor(message.channel);
    if (!facts)
        return std::unexpected(facts.error());
    if (*place == Place::Foreign || !permits(operation, *facts))
        return refused("not_member", "You are not in this channel.");
    if (*place == Place::Archived)
        return refused("archived", "This channel is archived.");
    const Result<bool> existing =
        m_db.hot("SELECT 1 FROM message WHERE id = ?").id(message.id).first([](const HotStatement &) {});
    if (!existing)
        return std::unexpected(existing.error());
    if (*existing)
        return refused("exists", "A message with this id exists already.");
    if (message.root) {
        const auto root = seenMessage(message.root.uuid());
        if (!root)
            return std::unexpected(root.error());
        if (!*root || (*root)->message.channel != message.channel || (*root)->message.root)
            return refused("not_found", "The message you reply to is not there.");
    }
    for (FileRef &file : message.files) {
        // The bytes came before; a file goes with one channel only.
        const Result<QVariant> size = m_db.value(
            u"SELECT size FROM file WHERE id = ? AND owner = ? AND workspace = ? AND channel IS NULL"_s,
            {file.id.toBytes(), m_actor.person.toBytes(), m_workspace.id().toBytes()});
        if (!size)
            return std::unexpected(size.error());
        if (!size->isValid())
            return refused("not_found", "An attached file did not reach the server.");
        file.size = size->toLongLong();
    }
    // Only when nothing can refuse the message any more: a file that went with it would be lost to the next
    // try.
    for (const FileRef &file : std::as_const(message.files))
        CHATOPS_TRY(m_db.run(u"UPDATE file SET channel = ? WHERE id = ?"_s,
                             {message.channel.toBytes(), file.id.toBytes()}));
    const Result<Message> posted = m_workspace.postMessage(message, operation.id);
    if (!posted)
        return std::unexpected(posted.error());
    return done(posted->rev);
}

Executor::Handled Executor::messageEdit(const Operation &operation)
{
    JsonReader reader(operation.data);
    const QString text = reader.text("text"_L1, Limit::MessageText);
    if (!reader.ok() || text.trimmed().isEmpty())
        return refused("invalid", "The message is empty or too long.");
    const auto seen = seenMessage(operation.target);
    if (!seen)
        return std::unexpected(seen.error());
    if (!*seen || (*seen)->message.deleted)
        return notFound();
    if (!permits(operation, (*seen)->facts))
        return refused("forbidden", "Only its author can change a message.");
    Message message = (*seen)->message;
    const Result<bool> overwrites = isOverwriting(operation, message.textRev);
    if (!overwrites)
        return std::unexpected(overwrites.error());
    if (*overwrites && message.text != text)
        return conflict(toJson(message));
    message.text = text;
    message.editedAt = m_workspace.now();
    return finish(m_workspace.publishMessage(message, m_actor.person, operation.id, true));
}

Executor::Handled Executor::messageDelete(const Operation &operation)
{
    const auto seen = seenMessage(operation.target);
    if (!seen)
        return std::unexpected(seen.error());
    if (!*seen)
        return notFound();
    if (!permits(operation, (*seen)->facts))
        return refused("forbidden", "Only its author or an admin can delete a message.");
    const Message &message = (*seen)->message;
    if (message.deleted)
        return done(message.rev);
    return finish(m_workspace.eraseMessage(message, m_actor.person, operation.id));
}

Executor::Handled Executor::messageReact(const Operation &operation)
{
    JsonReader reader(operation.data);
    const QString emoji = reader.text("emoji"_L1, Limit::Emoji);
    const bool on = reader.flag("on"_L1, true);
    if (!reader.ok() || emoji.trimmed().isEmpty())
        return refused("invalid", "This is not a reaction.");
    const auto seen = seenMessage(operation.target);
    if (!seen)
        return std::unexpected(seen.error());
    if (!*seen || (*seen)->message.deleted)
        return notFound();
    if (!permits(operation, (*seen)->facts))
        return refused("not_member", "You are not in this channel.");
    Message message = (*seen)->message;
    react(message.reactions, emoji, m_actor.person, on);
    if (message.reactions.size() > 50)
        return refused("invalid", "There are too many different reactions already.");
    if (message.reactions == (*seen)->message.reactions)
        return done(message.rev);
    return finish(m_workspace.publishMessage(message, m_actor.person, operation.id));
}

} // namespace ChatOps::Server
