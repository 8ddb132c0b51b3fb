// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ChatOps {

/// How much of its things a model reads. What concerns the person is enough for badges, and
/// thousands of things of others are not kept in memory for them.
enum class Extent { Nothing, Own, All };

} // namespace ChatOps
