// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pack/packreader.h"
#include "server/hub/workspace.h"

namespace ChatOps::Server {

/// Takes a pack over into a workspace that holds nothing yet: what one person wrote
/// becomes theirs here, with its times. Only an empty workspace takes packs, because a
/// pack says itself when things were written. Other people named in it become names
/// without an account, also where somebody here has such a name: a pack must not make anybody write what
/// they did not. Nothing that is there is joined or changed. Every byte is checked against the manifest
/// and its signature first. Ids stay what they were, so that a pack made here says the same.
class Importer {
public:
    struct Options {
        WorkspaceId workspace;
        /// Whose it becomes; null: somebody of the short name in the pack, made if need be.
        PersonId person;
    };
    Importer(Connection &db, const Clock &clock, Options options);

    /// Counts by class. Forbidden when the workspace is not empty; Invalid or Damaged for a
    /// pack that is not one. Everything in one transaction. Blocks; any thread that owns `db`.
    [[nodiscard]] Result<QJsonObject> run(const PackSource &source);

private:
    [[nodiscard]] Result<void> take(PackFile &file);
    [[nodiscard]] Result<void> needEmpty();
    /// Ids of the pack must be free: in another workspace of this server they may not be.
    [[nodiscard]] Result<void> needFree(const char *table, const QUuid &id);
    [[nodiscard]] Result<void> account(const QJsonObject &json);
    [[nodiscard]] Result<void> profile(const QJsonObject &json);
    [[nodiscard]] Result<void> preference(const QJsonObject &json);
    [[nodiscard]] Result<void> channel(const QJsonObject &json);
    [[nodiscard]] Result<void> fileRef(const QJsonObject &json);
    [[nodiscard]] Result<void> message(const QJsonObject &json);
    [[nodiscard]] Result<void> task(const QJsonObject &json);
    [[nodiscard]] Result<void> event(const QJsonObject &json);
    [[nodiscard]] Result<void> bytes(PackFile &file);

    [[nodiscard]] Result<PersonId> personFor(const QString &who);
    [[nodiscard]] Result<Channel> channelFor(const QString &where);
    [[nodiscard]] Result<Message> rootFor(MessageId id, const Message &reply);
    [[nodiscard]] Result<void> insert(Message message);
    void count(QLatin1StringView name);

    struct FileOf {
        FileRef file;
        ChannelId channel;
        bool stored = false;
    };
    Connection &m_db;
    Workspace m_workspace;
    Options m_options;
    QHash<QString, PersonId> m_people;
    QHash<QString, Channel> m_channels;
    QSet<ChannelId> m_made; ///< By this pack.
    QHash<FileId, FileOf> m_files;
    QHash<QString, qint64> m_counts;
};

} // namespace ChatOps::Server
