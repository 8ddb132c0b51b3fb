// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/commands/slackarchive.h"
#include "server/hub/workspace.h"

namespace ChatOps::Server {

/// Takes a Slack export over: people, channels, messages with threads,
/// reactions and edits. Ids follow from Slack's, so that a second run of the
/// same or a later export adds only what is new.
class SlackImport {
public:
    struct Counts {
        int people = 0;
        int channels = 0;
        int messages = 0;
        int updated = 0;
        int present = 0; ///< Messages that were there already.
        int skipped = 0; ///< Notices such as "joined the channel".
    };
    struct Problem {
        QString file;
        int line = 0;
        QString what;
    };

    SlackImport(Connection &db, WorkspaceId workspace, const Clock &clock)
        : m_db(db)
        , m_workspace(db, workspace, clock)
    {
    }

    /// `progress` gets files done and files in all.
    [[nodiscard]] Result<Counts> run(const SlackFiles &archive, const QStringList &joinHandles,
                                     const std::function<void(qsizetype, qsizetype)> &progress);
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }

    /// Slack's markup as Markdown: mentions, links, entities, bold, strike.
    [[nodiscard]] QString convertText(const QString &slack) const;

private:
    struct Known {
        PersonId id;
        QString handle;
    };
    [[nodiscard]] QUuid idFor(const QString &kind, const QString &slackId) const;
    [[nodiscard]] Result<void> importPeople(const QByteArray &bytes);
    [[nodiscard]] Result<void> importChannels(const QByteArray &bytes, const QStringList &joinHandles);
    [[nodiscard]] Result<void> importChannel(const JsonElement &element, const QList<PersonId> &joining);
    [[nodiscard]] Result<void> importDay(const QString &file, ChannelId channel, const QByteArray &bytes);
    [[nodiscard]] Result<void> importMessage(const QString &file, const JsonElement &element,
                                             ChannelId channel);
    [[nodiscard]] Result<PersonId> author(const QJsonObject &json);
    [[nodiscard]] QList<Reaction> reactions(const QJsonArray &json) const;
    [[nodiscard]] Result<QString> freeHandle(const QString &wanted, PersonId self);
    [[nodiscard]] Result<void> store(Message message);
    [[nodiscard]] Result<void> countReplies(ChannelId channel);
    template <typename Work>
    [[nodiscard]] Result<void> batched(Work work);
    void report(const QString &file, int line, const QString &what);

    Connection &m_db;
    Workspace m_workspace;
    QHash<QString, Known> m_people;
    QSet<PersonId> m_newPeople; ///< Not on this server before this import.
    QHash<QString, ChannelId> m_channels; ///< By folder name.
    QHash<QString, QString> m_channelNames; ///< By Slack id.
    QList<Problem> m_problems;
    Counts m_counts;
    qint64 m_rev = 0;
    qint64 m_seq = 0;
    Millis m_lastAt = 0;
};

} // namespace ChatOps::Server
