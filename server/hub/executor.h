// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy.h"
#include "core/purposes.h"
#include "server/hub/authority.h"
#include "server/hub/workspace.h"

namespace ChatOps::Server {

/// Whose operation it is, proven by their session.
struct Actor {
    PersonId person;
    Role role = Role::Guest;
    DeviceId device;
    QString origin = {}; ///< Of requests that do not come from the program: "web", "mail".
};

/// Applies operations: each id once, each by the rule of its kind. Runs inside
/// the caller's transaction; an error (not a refusal) means roll back.
class Executor {
public:
    Executor(Workspace &workspace, const Actor &actor)
        : m_workspace(workspace)
        , m_db(workspace.db())
        , m_actor(actor)
    {
    }

    [[nodiscard]] Result<Verdict> execute(const Operation &operation);

private:
    using Handled = Result<Verdict>;
    [[nodiscard]] Handled dispatch(const Operation &operation);

    [[nodiscard]] Handled messagePost(const Operation &operation);
    [[nodiscard]] Handled messageEdit(const Operation &operation);
    [[nodiscard]] Handled messageDelete(const Operation &operation);
    [[nodiscard]] Handled messageReact(const Operation &operation);
    [[nodiscard]] Handled taskCreate(const Operation &operation);
    [[nodiscard]] Handled taskPatch(const Operation &operation);
    [[nodiscard]] Handled taskDelete(const Operation &operation);
    [[nodiscard]] Handled eventCreate(const Operation &operation);
    [[nodiscard]] Handled eventPatch(const Operation &operation);
    [[nodiscard]] Handled eventDelete(const Operation &operation);
    [[nodiscard]] Handled eventAnswer(const Operation &operation);
    [[nodiscard]] Handled readMark(const Operation &operation);
    [[nodiscard]] Handled channelCreate(const Operation &operation);
    [[nodiscard]] Handled channelPatch(const Operation &operation);
    [[nodiscard]] Handled channelJoin(const Operation &operation);
    [[nodiscard]] Handled channelLeave(const Operation &operation);
    [[nodiscard]] Handled channelAdd(const Operation &operation);
    [[nodiscard]] Handled channelRemove(const Operation &operation);
    [[nodiscard]] Handled directOpen(const Operation &operation);
    [[nodiscard]] Handled consentRecord(const Operation &operation);
    [[nodiscard]] Handled requestCreate(const Operation &operation);
    /// The choice that a request about a purpose is.
    [[nodiscard]] ConsentRecord choiceOf(const RightsRequest &request, const Purpose &purpose) const;
    /// Everything about a request that exists.
    [[nodiscard]] Handled requestStep(const Operation &operation);
    [[nodiscard]] Handled noticeRead(const Operation &operation);
    [[nodiscard]] Handled profilePatch(const Operation &operation);
    [[nodiscard]] Handled preferenceSet(const Operation &operation);

    // Answers. The sentence is English; clients show their own for known codes.
    [[nodiscard]] static Verdict done(qint64 rev);
    [[nodiscard]] static Verdict refused(const char *code, const char *sentence);
    [[nodiscard]] static Verdict notFound();
    [[nodiscard]] static Verdict conflict(const QJsonObject &current);
    [[nodiscard]] static Handled finish(const Result<qint64> &rev);

    /// What is known of the actor and a channel; an unknown or foreign channel
    /// looks like one they are not in.
    [[nodiscard]] Result<Facts> factsFor(ChannelId channel);
    [[nodiscard]] Result<std::optional<Channel>> ownChannel(ChannelId id);
    enum class Place { Foreign, Open, Archived };
    /// Foreign: no channel of this workspace.
    [[nodiscard]] Result<Place> placeOf(ChannelId id);
    [[nodiscard]] Result<bool> isPersonHere(PersonId person, ChannelId memberOf = {});
    /// A message the actor may see, with its channel's facts.
    struct Seen {
        Message message;
        Facts facts;
    };
    [[nodiscard]] Result<std::optional<Seen>> seenMessage(const QUuid &id);
    /// A request the actor made or answers.
    struct SeenRequest {
        RightsRequest request;
        Facts facts;
    };
    [[nodiscard]] Result<std::optional<SeenRequest>> seenRequest(const QUuid &id);
    /// Has a text been replaced by somebody else since the device saw revision
    /// `operation.base` of it? What the same device wrote it has seen, confirmed or not.
    [[nodiscard]] Result<bool> isOverwriting(const Operation &operation, qint64 textRev);
    [[nodiscard]] bool permits(const Operation &operation, const Facts &facts) const;
    [[nodiscard]] Result<std::optional<Verdict>> checkTaskPeople(const Task &task, const Task &before = {});
    [[nodiscard]] Result<std::optional<Verdict>> checkEventPeople(const Event &event,
                                                                  const Event &before = {});
    [[nodiscard]] Result<Facts> factsFor(const Task &task);
    [[nodiscard]] Result<Facts> factsFor(const Event &event);

    Workspace &m_workspace;
    Connection &m_db;
    Actor m_actor;
};

} // namespace ChatOps::Server
