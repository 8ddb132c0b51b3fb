// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ChatOps {

/// Lets screen readers walk the timeline as a list of messages, each one a
/// sentence. Called once before the first window.
void installTimelineAccessibility();

} // namespace ChatOps
