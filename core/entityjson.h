// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities.h"
#include "core/result.h"

#include <QJsonObject>

namespace ChatOps {

// The wire form of every entity, as docs/protocol.md describes it. Decoders
// check every length, range and id and never trust the peer.

[[nodiscard]] QJsonObject toJson(const Person &person);
[[nodiscard]] QJsonObject toJson(const Channel &channel);
[[nodiscard]] QJsonObject toJson(const Member &member);
[[nodiscard]] QJsonObject toJson(const Message &message);
[[nodiscard]] QJsonObject toJson(const Task &task);
[[nodiscard]] QJsonObject toJson(const Event &event);
[[nodiscard]] QJsonObject toJson(const ReadMarker &marker);

// The bytes of `toJson(toJson(...))`, for what is written with every post.
[[nodiscard]] QByteArray encode(const Message &message);
[[nodiscard]] QByteArray encode(const ReadMarker &marker);

[[nodiscard]] Result<Person> personFromJson(const QJsonObject &json);
[[nodiscard]] Result<Channel> channelFromJson(const QJsonObject &json);
[[nodiscard]] Result<Member> memberFromJson(const QJsonObject &json);
[[nodiscard]] Result<Message> messageFromJson(const QJsonObject &json);
[[nodiscard]] Result<Task> taskFromJson(const QJsonObject &json);
[[nodiscard]] Result<Event> eventFromJson(const QJsonObject &json);
[[nodiscard]] Result<ReadMarker> readMarkerFromJson(const QJsonObject &json);

[[nodiscard]] QJsonArray toJson(const QList<Reaction> &reactions);
[[nodiscard]] QJsonArray toJson(const QList<FileRef> &files);
[[nodiscard]] QList<Reaction> reactionsFromJson(const QJsonArray &json);
[[nodiscard]] Result<QList<FileRef>> filesFromJson(const QJsonArray &json);
[[nodiscard]] QJsonArray toJson(const QList<Attendee> &attendees);
[[nodiscard]] Result<QList<Attendee>> attendeesFromJson(const QJsonArray &json);

// Names of enumerators on the wire and in the store. An unknown name decodes
// to nothing, so that a newer peer's value is refused and never guessed.
[[nodiscard]] QLatin1StringView nameOf(Role value);
[[nodiscard]] QLatin1StringView nameOf(ChannelKind value);
[[nodiscard]] QLatin1StringView nameOf(TaskState value);
[[nodiscard]] QLatin1StringView nameOf(Priority value);
[[nodiscard]] QLatin1StringView nameOf(Answer value);
[[nodiscard]] QLatin1StringView nameOf(EntityKind value);
[[nodiscard]] std::optional<Role> roleFromName(QStringView name);
[[nodiscard]] std::optional<ChannelKind> channelKindFromName(QStringView name);
[[nodiscard]] std::optional<TaskState> taskStateFromName(QStringView name);
[[nodiscard]] std::optional<Priority> priorityFromName(QStringView name);
[[nodiscard]] std::optional<Answer> answerFromName(QStringView name);
[[nodiscard]] std::optional<EntityKind> entityKindFromName(QStringView name);

/// Wall-clock time as ISO 8601 without offset, to the second.
[[nodiscard]] QString wallToText(const QDateTime &wall);
/// Invalid for any other form, and for days and times that do not exist.
[[nodiscard]] QDateTime wallFromText(const QString &text);

/// What a channel, a person or a workspace may be called: 1 to 80 units, something of it visible, on one
/// line and in one direction (UAX 31, UAX 9): no control and format characters but joiners behind
/// something, at most four accents on a letter, no leading or trailing space.
[[nodiscard]] bool isValidName(QStringView name);
/// A handle: 2 to 40 of a-z, 0-9, '.', '_', '-'.
[[nodiscard]] bool isValidHandle(QStringView handle);

} // namespace ChatOps
