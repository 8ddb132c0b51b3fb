// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <optional>
#include <span>

namespace ChatOps::Server {

/// What one operation asks of the person who sends it. There is one rule per
/// kind of operation and no operation without a rule; tests are generated from
/// the same table.
struct Rule {
    OperationKind kind;
    Role least; ///< The lowest role that may do it at all.
    bool member; ///< Must belong to the channel concerned, if there is one.
    bool owner; ///< Must have made the thing; admins may act for them.
    bool adminInstead; ///< With `owner`: an admin or owner of the workspace may, too.
    bool participant; ///< Must be named in it when it has no channel.
    bool contact = false; ///< Must be a privacy contact of the workspace.
};

/// What is known of the person and the thing when a rule is applied.
struct Facts {
    Role role = Role::Guest;
    bool hasChannel = false;
    bool member = false;
    bool owner = false;
    bool participant = false;
    bool contact = false;
};

[[nodiscard]] std::span<const Rule> rules();
[[nodiscard]] const Rule &ruleFor(OperationKind kind);
[[nodiscard]] bool isAllowed(const Rule &rule, const Facts &facts);

} // namespace ChatOps::Server
