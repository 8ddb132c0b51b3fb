// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy.h"
#include "pack/packwriter.h"
#include "server/hub/receipts.h"
#include "server/hub/rows.h"

namespace ChatOps::Server {

/// Everything held about the person (article 15 of the GDPR), or what they provided
/// (article 20).
enum class ExportScope { Access, Portability };
[[nodiscard]] QLatin1StringView nameOf(ExportScope scope);
[[nodiscard]] std::optional<ExportScope> exportScopeFromName(QStringView name);

/// Writes what the server holds about one person as a pack. Other people are named as the
/// directory of the workspace names them, and nothing that is theirs is in it: no profile,
/// no answer, and of their messages only those that mention this person, where the person
/// may read them, with every other mention masked. Blocks; any thread that owns `db`,
/// which should be inside a transaction, so that the pack tells of one moment.
class Exporter {
public:
    struct Options {
        WorkspaceId workspace;
        PersonId person;
        ExportScope scope = ExportScope::Access;
        QUuid job;
        Millis now = 0;
        QString signingKey; ///< Base64; what `sign` signs with.
        std::function<QString(const QByteArray &)> sign;
        /// Elements done and all of them, about; false cancels.
        std::function<bool(qint64, qint64)> progress;
    };
    Exporter(Connection &db, Options options);

    /// Writes every file and the manifest, and finishes the pack; the counts by class.
    [[nodiscard]] Result<QJsonObject> write(PackWriter &pack);

private:
    using Emit = std::function<Result<void>(const QJsonObject &)>;
    struct Section {
        QLatin1StringView name; ///< Of the class of data.
        const char *title;
        Result<void> (Exporter::*each)(const Emit &);
    };
    [[nodiscard]] static std::span<const Section> sections();

    [[nodiscard]] Result<void> account(const Emit &emit);
    [[nodiscard]] Result<void> profile(const Emit &emit);
    [[nodiscard]] Result<void> channels(const Emit &emit);
    [[nodiscard]] Result<void> messages(const Emit &emit);
    [[nodiscard]] Result<void> files(const Emit &emit);
    [[nodiscard]] Result<void> tasks(const Emit &emit);
    [[nodiscard]] Result<void> events(const Emit &emit);
    [[nodiscard]] Result<void> reactions(const Emit &emit);
    [[nodiscard]] Result<void> mentions(const Emit &emit);
    [[nodiscard]] Result<void> readMarkers(const Emit &emit);
    [[nodiscard]] Result<void> preferences(const Emit &emit);
    [[nodiscard]] Result<void> consents(const Emit &emit);
    [[nodiscard]] Result<void> requests(const Emit &emit);
    [[nodiscard]] Result<void> notices(const Emit &emit);
    [[nodiscard]] Result<void> sessions(const Emit &emit);
    [[nodiscard]] Result<void> exports(const Emit &emit);
    [[nodiscard]] Result<void> mails(const Emit &emit);
    [[nodiscard]] Result<void> accesses(const Emit &emit);

    [[nodiscard]] Result<void> eachDocument(QLatin1StringView kind, const Emit &emit);
    [[nodiscard]] Result<void> eachTask(const std::function<Result<void>(const Task &)> &each);
    [[nodiscard]] Result<void> eachEvent(const std::function<Result<void>(const Event &)> &each);
    [[nodiscard]] Result<void> writeList(PackWriter &pack, const Section &section);
    [[nodiscard]] Result<void> writePages(PackWriter &pack, const Section &section);
    [[nodiscard]] Result<void> writeFiles(PackWriter &pack);
    [[nodiscard]] Result<void> writeCalendar(PackWriter &pack);
    [[nodiscard]] Result<void> writeIndex(PackWriter &pack);
    [[nodiscard]] Result<void> writeManifest(PackWriter &pack);
    [[nodiscard]] Result<void> step();
    /// "you", "@handle" of somebody else, or "@gone" for who is not there any more.
    [[nodiscard]] QString who(PersonId person);
    /// "#name", or "@ana,@bob" of a direct conversation.
    [[nodiscard]] QString where(ChannelId channel);
    [[nodiscard]] QString masked(const QString &text);
    [[nodiscard]] bool isIn(const Section &section) const;

    Connection &m_db;
    /// Does the schedule say that it is over, although nobody has removed it yet?
    [[nodiscard]] bool isOver(const QString &name, Millis since) const;

    Options m_options;
    WorkspaceRules m_rules;
    Person m_self;
    QHash<PersonId, QString> m_people;
    QHash<ChannelId, QString> m_channels;
    QJsonObject m_counts;
    QHash<QString, int> m_pages; ///< Pages in the browser, by class.
    qint64 m_done = 0;
    qint64 m_about = 0;
};

/// Name of a file of a message inside a pack.
[[nodiscard]] QString packNameOf(const FileRef &file);

} // namespace ChatOps::Server
