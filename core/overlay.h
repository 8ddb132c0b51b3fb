// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

namespace ChatOps {

// What a pending operation looks like before the server has confirmed it:
// pure functions that lay it over confirmed rows. Confirmed rows themselves
// change only by what the server sent.

/// The message a `message.post` will become; its `seq` is 0.
[[nodiscard]] Message postedMessage(const Operation &operation, PersonId self);
/// The task a `task.create` will become.
[[nodiscard]] Task createdTask(const Operation &operation, PersonId self);
/// The event an `event.create` will become.
[[nodiscard]] Event createdEvent(const Operation &operation, PersonId self);
/// The channel a `channel.create` or `direct.open` will become.
[[nodiscard]] Channel createdChannel(const Operation &operation, PersonId self);

/// Apply an operation that targets the row. False: it does not touch it.
bool overlay(Message &message, const Operation &operation, PersonId self);
bool overlay(Task &task, const Operation &operation);
bool overlay(Event &event, const Operation &operation, PersonId self);

/// Puts a person's reaction on or takes it off; the same rule on both sides.
void react(QList<Reaction> &reactions, const QString &emoji, PersonId person, bool on);

/// Fields of a patch applied to a task or event; the same rule on both sides.
/// Unknown fields are ignored; a wrong value is an error and changes nothing.
[[nodiscard]] Result<Task> patched(const Task &task, const QJsonObject &fields);
[[nodiscard]] Result<Event> patched(Event event, const QJsonObject &fields);

} // namespace ChatOps
