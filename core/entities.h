// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace ChatOps {

/// Every instant is milliseconds since 1970-01-01 UTC; 0 means "none".
using Millis = qint64;
inline constexpr Millis DayMillis = 24LL * 3600 * 1000;

/// Longest texts accepted, in UTF-16 units.
namespace Limit {
constexpr qsizetype Name = 80;
constexpr qsizetype Topic = 250;
constexpr qsizetype Title = 250;
constexpr qsizetype MessageText = 12'000;
constexpr qsizetype Description = 12'000;
constexpr qsizetype Emoji = 32;
constexpr qsizetype Attendees = 500;
constexpr qsizetype FilesPerMessage = 10;
constexpr qint64 FileBytes = 20 * 1024 * 1024;
} // namespace Limit

enum class Role { Owner, Admin, Member, Guest };

/// The name of a person whose account was erased. Programs show it in their language.
inline constexpr const char *DeletedAccount =
    QT_TRANSLATE_NOOP("ChatOps::PeopleDirectory", "Deleted account");

/// Someone in the workspace.
struct Person {
    PersonId id;
    QString name; ///< As shown.
    QString handle; ///< What follows the @; unique in the workspace.
    Role role = Role::Member;
    bool active = true; ///< False once the account is closed.
    qint64 rev = 0;

    friend bool operator==(const Person &, const Person &) = default;
};

enum class ChannelKind { Public, Private, Direct };

struct Channel {
    ChannelId id;
    ChannelKind kind = ChannelKind::Public;
    QString name; ///< Empty for direct messages.
    QString topic;
    QList<PersonId> people; ///< Members of a direct-message channel.
    bool archived = false;
    qint64 lastSeq = 0; ///< Highest message sequence number given out.
    Millis lastAt = 0; ///< When that message was posted.
    qint64 rev = 0;
    PersonId creator = {}; ///< Who made it; null where an older server did not tell.

    friend bool operator==(const Channel &, const Channel &) = default;
};

/// That a person belongs to a channel.
struct Member {
    ChannelId channel;
    PersonId person;
    qint64 mid = 0; ///< Revision at which this membership began.
};

struct Reaction {
    QString emoji;
    QList<PersonId> people; ///< In the order they reacted.

    friend bool operator==(const Reaction &, const Reaction &) = default;
};

/// A file that belongs to a message; its bytes are fetched apart.
struct FileRef {
    FileId id;
    QString name;
    QString type; ///< MIME type.
    qint64 size = 0; ///< Bytes.

    friend bool operator==(const FileRef &, const FileRef &) = default;
};

struct Message {
    MessageId id;
    ChannelId channel;
    qint64 seq = 0; ///< Contiguous per channel, from 1; 0 while it waits to be sent.
    PersonId author;
    Millis createdAt = 0;
    Millis editedAt = 0;
    QString text; ///< Markdown; empty once deleted.
    MessageId root; ///< The message this one replies to.
    int replies = 0;
    Millis lastReplyAt = 0;
    QList<Reaction> reactions;
    QList<FileRef> files;
    bool deleted = false;
    qint64 rev = 0;
    qint64 textRev = 0; ///< Revision of the last change of the text.

    friend bool operator==(const Message &, const Message &) = default;
};

enum class TaskState { Todo, Doing, Review, Done };
enum class Priority { None, Low, Normal, High };

struct Task {
    TaskId id;
    ChannelId channel; ///< None: seen by its creator and assignee only.
    QString title;
    QString description; ///< Markdown.
    TaskState state = TaskState::Todo;
    Priority priority = Priority::None;
    PersonId assignee;
    PersonId creator;
    Millis dueAt = 0;
    MessageId source; ///< The message it was made from.
    Millis createdAt = 0;
    Millis changedAt = 0;
    qint64 rev = 0;
    qint64 textRev = 0; ///< Revision of the last change of the description.

    friend bool operator==(const Task &, const Task &) = default;
};

enum class Answer { None, Yes, Maybe, No };

struct Attendee {
    PersonId person;
    Answer answer = Answer::None;

    friend bool operator==(const Attendee &, const Attendee &) = default;
};

/// An appointment. What is kept is wall-clock time in a zone (RFC 5545
/// section 3.3.5, form 3), because the rules of zones change after events
/// are made; instants are computed.
struct Event {
    EventId id;
    ChannelId channel; ///< None: seen by its organizer and attendees only.
    QString title;
    QString description;
    QString location;
    QDateTime start; ///< Local wall time; its time spec carries no zone.
    QDateTime end; ///< Exclusive; after `start`.
    QByteArray zone; ///< IANA name, for instance "Europe/Helsinki".
    bool allDay = false; ///< `start` and `end` are midnights of dates; no zone.
    PersonId organizer;
    QList<Attendee> attendees;
    Millis createdAt = 0;
    qint64 rev = 0;
    qint64 textRev = 0;

    /// First instant; all-day events begin at midnight of the viewer's zone.
    [[nodiscard]] Millis startsAt() const;
    /// First instant after it.
    [[nodiscard]] Millis endsAt() const;

    friend bool operator==(const Event &, const Event &) = default;
};

/// How far a person has read a channel.
struct ReadMarker {
    ChannelId channel;
    qint64 seq = 0;
};

enum class EntityKind {
    Person,
    Channel,
    Member,
    Message,
    Task,
    Event,
    Read,
    // Of privacy, from here on: kept as documents.
    Consent,
    Request,
    Notice,
    Seen,
    Policy,
    Rules,
    Profile,
    Preference,
};
[[nodiscard]] constexpr bool isDocument(EntityKind kind)
{
    return int(kind) >= int(EntityKind::Consent);
}

} // namespace ChatOps
