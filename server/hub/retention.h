// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy.h"
#include "server/hub/workspace.h"

namespace ChatOps::Server {

/// Carries out the schedule of a workspace: what it says is over goes, to the millisecond, and
/// what the log of changes tells of it goes, too. Every function runs inside the caller's
/// transaction.
class Retention {
public:
    explicit Retention(Workspace &workspace)
        : m_workspace(workspace)
        , m_db(workspace.db())
    {
    }

    struct Outcome {
        int removed = 0; ///< Rows.
        bool more = false; ///< There is more than one pass takes; call again soon.
    };
    /// Removes what is over now, at most some hundred rows.
    [[nodiscard]] Result<Outcome> apply();
    /// How many messages, tasks, events and files are over now and still there.
    [[nodiscard]] Result<qint64> overdue();
    /// The first instant at which something more will be over; none when nothing ever will.
    [[nodiscard]] Result<std::optional<Millis>> next();

    /// Until when something of the class is kept that began to count at `since`; none when it is
    /// kept as long as the account.
    [[nodiscard]] static std::optional<Millis> endOf(const WorkspaceRules &rules, const QString &name,
                                                     Millis since);

private:
    /// Whole messages, or their files only.
    [[nodiscard]] Result<int> messages(Millis before, bool files);
    [[nodiscard]] Result<int> things(EntityKind kind, Millis before);
    [[nodiscard]] Result<int> requests(Millis before);
    [[nodiscard]] Result<std::optional<Millis>> oldest(const QString &name);

    /// Does a legal hold keep what is this person's? In doubt it does.
    [[nodiscard]] Result<bool> isHeld(PersonId person);
    [[nodiscard]] Result<bool> isHeld(EntityKind kind, const QJsonObject &json);

    Workspace &m_workspace;
    Connection &m_db;
    QHash<PersonId, bool> m_held;
};

} // namespace ChatOps::Server
