// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/overlay.h"
#include "server/hub/executor.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

Result<Facts> Executor::factsFor(const Task &task)
{
    Result<Facts> facts = factsFor(task.channel);
    if (facts) {
        facts->owner = task.creator == m_actor.person;
        facts->participant = facts->owner || task.assignee == m_actor.person;
    }
    return facts;
}

Result<std::optional<Verdict>> Executor::checkTaskPeople(const Task &task, const Task &before)
{
    if (task.channel) {
        const Result<std::optional<Channel>> channel = ownChannel(task.channel);
        const Result<Facts> facts = factsFor(task.channel);
        if (!channel || !facts)
            return std::unexpected(channel ? facts.error() : channel.error());
        if (!*channel || !facts->member)
            return refused("not_member", "You are not in this task's channel.");
    }
    // Somebody who left since keeps the task until it is given to another.
    const bool given = task.assignee != before.assignee || task.channel != before.channel;
    if (task.assignee && given) {
        const Result<bool> here = isPersonHere(task.assignee, task.channel);
        if (!here)
            return std::unexpected(here.error());
        if (!*here)
            return refused("not_member", "The assignee is not in this task's channel.");
    }
    return std::nullopt;
}

Executor::Handled Executor::taskCreate(const Operation &operation)
{
    Task blank;
    blank.id = TaskId(operation.target);
    blank.creator = m_actor.person;
    blank.createdAt = m_workspace.now();
    const Result<Task> task = patched(blank, operation.data);
    if (!task || task->title.trimmed().isEmpty())
        return refused("invalid", "A task needs a title, and its fields must be well formed.");
    const Maybe<Task> existing = readTask(m_db, task->id);
    if (!existing)
        return std::unexpected(existing.error());
    if (*existing)
        return refused("exists", "A task with this id exists already.");
    const Result<std::optional<Verdict>> people = checkTaskPeople(*task);
    if (!people)
        return std::unexpected(people.error());
    if (*people)
        return **people;
    const Result<Facts> facts = factsFor(*task);
    if (!facts)
        return std::unexpected(facts.error());
    if (!permits(operation, *facts))
        return refused("forbidden", "You cannot make tasks here.");
    return finish(m_workspace.publishTask(*task, std::nullopt, m_actor.person, operation.id));
}

Executor::Handled Executor::taskPatch(const Operation &operation)
{
    const Maybe<Task> before = readTask(m_db, TaskId(operation.target));
    if (!before)
        return std::unexpected(before.error());
    if (!*before)
        return notFound();
    const Result<Facts> facts = factsFor(**before);
    if (!facts)
        return std::unexpected(facts.error());
    if (!permits(operation, *facts))
        return notFound();
    const Result<Task> after = patched(**before, operation.data);
    if (!after || after->title.trimmed().isEmpty())
        return refused("invalid", "A task needs a title, and its fields must be well formed.");
    // Out of a channel it would be gone for everybody there.
    const bool admin = facts->role == Role::Owner || facts->role == Role::Admin;
    if (after->channel != (*before)->channel && (*before)->channel && !facts->owner && !admin)
        return refused("forbidden", "Only who made a task or an admin can move it to another channel.");
    const bool textChanged = after->description != (*before)->description;
    const Result<bool> overwrites = isOverwriting(operation, (*before)->textRev);
    if (!overwrites)
        return std::unexpected(overwrites.error());
    if (textChanged && *overwrites)
        return conflict(toJson(**before));
    const Result<std::optional<Verdict>> people = checkTaskPeople(*after, **before);
    if (!people)
        return std::unexpected(people.error());
    if (*people)
        return **people;
    return finish(m_workspace.publishTask(*after, **before, m_actor.person, operation.id, textChanged));
}

Executor::Handled Executor::taskDelete(const Operation &operation)
{
    const Maybe<Task> task = readTask(m_db, TaskId(operation.target));
    if (!task)
        return std::unexpected(task.error());
    if (!*task)
        return notFound();
    const Result<Facts> facts = factsFor(**task);
    if (!facts)
        return std::unexpected(facts.error());
    if (!permits(operation, *facts)) {
        const bool sees = facts->hasChannel ? facts->member : facts->participant;
        return sees ? refused("forbidden", "Only who made a task or an admin can delete it.") : notFound();
    }
    return finish(m_workspace.deleteTask(**task, m_actor.person, operation.id));
}

} // namespace ChatOps::Server
