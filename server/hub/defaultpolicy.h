// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy.h"

namespace ChatOps::Server {

/// Reasons of the first schedule: for what nothing ends, and for the same with an end.
inline constexpr const char *KeptForGood =
    "Part of the organisation's work; kept until deleted or the account is erased.";
inline constexpr const char *KeptAsWork = "Part of the organisation's work.";

/// What a workspace says before its organisation has said anything itself: placeholders
/// that say so, and the strictest of the rules.
[[nodiscard]] WorkspaceRules defaultRules(WorkspaceId workspace);
/// A policy that describes what this server really does; the organisation adds its own.
[[nodiscard]] PolicyVersion defaultPolicy();

} // namespace ChatOps::Server
