// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities.h"
#include "core/operation.h"
#include "core/privacy.h"

namespace ChatOps::Make {

// What a person can do, as operations. One place, so that every button, menu
// and shortcut does the same.

[[nodiscard]] Operation post(ChannelId channel, const QString &text, MessageId root = {},
                             const QList<FileRef> &files = {});
[[nodiscard]] Operation edit(const Message &message, const QString &text);
[[nodiscard]] Operation remove(const Message &message);
[[nodiscard]] Operation react(const Message &message, const QString &emoji, bool on);
[[nodiscard]] Operation markRead(ChannelId channel, qint64 seq);
[[nodiscard]] Operation createTask(const Task &task);
[[nodiscard]] Operation patchTask(const Task &task, const QJsonObject &fields);
[[nodiscard]] Operation remove(const Task &task);
[[nodiscard]] Operation createEvent(const Event &event);
[[nodiscard]] Operation patchEvent(const Event &event, const QJsonObject &fields);
[[nodiscard]] Operation remove(const Event &event);
[[nodiscard]] Operation answer(const Event &event, Answer answer);
[[nodiscard]] Operation createChannel(const QString &name, const QString &topic, ChannelKind kind,
                                      const QList<PersonId> &members);
[[nodiscard]] Operation openDirect(WorkspaceId workspace, PersonId self, const QList<PersonId> &others);
[[nodiscard]] Operation join(ChannelId channel);
[[nodiscard]] Operation leave(ChannelId channel);
[[nodiscard]] Operation addMember(ChannelId channel, PersonId person);
[[nodiscard]] Operation removeMember(ChannelId channel, PersonId person);

/// `record`: purpose, decision, policy, language, method and times; the server adds the rest.
[[nodiscard]] Operation recordConsent(const ConsentRecord &record);
[[nodiscard]] Operation createRequest(const RightsRequest &request);
/// `kind`: one of `request.message`, `answer`, `extend`, `refuse` or `withdraw`.
[[nodiscard]] Operation aboutRequest(OperationKind kind, RequestId request, const QString &text = {});
[[nodiscard]] Operation readNotice(NoticeId notice);
/// Names of `profileFields()` to values; an empty one removes the field.
[[nodiscard]] Operation patchProfile(PersonId self, const QJsonObject &fields);
[[nodiscard]] Operation setPreference(PersonId self, const QString &name, const QString &value);

/// The fields in which two versions differ, as a patch.
[[nodiscard]] QJsonObject difference(const Task &before, const Task &after);
[[nodiscard]] QJsonObject difference(const Event &before, const Event &after);

} // namespace ChatOps::Make
