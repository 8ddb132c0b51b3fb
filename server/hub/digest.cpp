// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/digest.h"

#include "core/purposes.h"
#include "server/hub/mail.h"
#include "server/hub/privacydesk.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int mostChannels = 50; ///< Named in one mail.
const QString frequency = u"digest"_s;
/// When the last one was made, in milliseconds; with the person's other preferences, so that
/// an export has it and an erasure takes it.
const QString sentAt = u"digest.sent"_s;

/// Public because a title of a private channel is nothing for the subject line of a mail
/// server: private channels and direct messages are counted, not named.
QString placeName(const Channel &channel)
{
    return channel.kind == ChannelKind::Public ? u'#' + channel.name : QString();
}

Result<QString> unreadText(Workspace &workspace, PersonId person)
{
    PrivacyDesk desk(workspace);
    const Result<QHash<ChannelId, qint64>> held = readMemberships(workspace.db(), person);
    if (!held)
        return std::unexpected(held.error());
    QMap<QString, qint64> named;
    qint64 elsewhere = 0;
    for (auto it = held->constBegin(); it != held->constEnd(); ++it) {
        const Maybe<Channel> channel = readChannel(workspace.db(), it.key());
        const Result<QVariant> read =
            workspace.db().value(u"SELECT seq FROM read_marker WHERE person = ? AND channel = ?"_s,
                                 {person.toBytes(), it.key().toBytes()});
        const Result<QString> muted = desk.preference(person, Preference::Mute + it.key().toString());
        if (!channel || !read || !muted)
            return std::unexpected(!channel ? channel.error() : read ? muted.error() : read.error());
        const qint64 unread = *channel ? (*channel)->lastSeq - read->toLongLong() : 0;
        if (unread <= 0 || !muted->isEmpty())
            continue;
        const QString name = placeName(**channel);
        if (name.isEmpty() || named.size() >= mostChannels)
            elsewhere += unread;
        else
            named.insert(name, unread);
    }
    QString text;
    for (auto it = named.constBegin(); it != named.constEnd(); ++it)
        text += u"%1: %2\n"_s.arg(it.key()).arg(*it);
    if (elsewhere > 0)
        text += (named.isEmpty() ? u"Unread: %1\n"_s : u"Elsewhere: %1\n"_s).arg(elsewhere);
    return text;
}

} // namespace

Result<int> queueDigests(Workspace &workspace)
{
    const Result<MailSetup> setup = mailSetup(workspace.db());
    if (!setup || !setup->enabled)
        return setup ? Result<int>(0) : std::unexpected(setup.error());
    PrivacyDesk desk(workspace);
    // Only who ever chose it is looked at: most people of a large workspace have not.
    QList<PersonId> people;
    CHATOPS_TRY(workspace.db().rows(
        u"SELECT DISTINCT person FROM document WHERE workspace = ? AND kind = 'consent' AND subject = ?"_s,
        {workspace.id().toBytes(), QString(Purposes::Digest)}, [&people](const SqlRow &row) {
            people.append(row.id<PersonId>(0));
            return true;
        }));
    int queued = 0;
    for (const PersonId &person : std::as_const(people)) {
        // First what is cheap: most of them had theirs today.
        const Result<QString> often = desk.preference(person, frequency);
        const Result<QString> last = desk.preference(person, sentAt);
        if (!often || !last)
            return std::unexpected(often ? last.error() : often.error());
        if (last->toLongLong() + (*often == u"weekly" ? 7 : 1) * DayMillis > workspace.now())
            continue;
        const Maybe<Person> who = readPerson(workspace.db(), person);
        const Result<bool> allowed = desk.isAllowed(person, Purposes::Digest);
        if (!who || !allowed)
            return std::unexpected(who ? allowed.error() : who.error());
        if (!*who || !(*who)->active || !*allowed)
            continue;
        const Result<QString> text = unreadText(workspace, person);
        if (!text)
            return std::unexpected(text.error());
        CHATOPS_TRY(desk.publishPreference({person, sentAt, QString::number(workspace.now()), 0}, {}));
        if (text->isEmpty())
            continue;
        const Result<bool> done =
            queueMail(workspace, **who, Purposes::Digest, u"What you have not read"_s, *text);
        if (!done)
            return std::unexpected(done.error());
        queued += *done ? 1 : 0;
    }
    return queued;
}

} // namespace ChatOps::Server
