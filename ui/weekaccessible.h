// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ChatOps {

/// Lets screen readers walk the week as a list of events and tasks with a due
/// time, each one a sentence that can be pressed. Called once before the first window.
void installWeekAccessibility();

} // namespace ChatOps
