// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ChatOps {

/// Empty for what is no field of the profile.
[[nodiscard]] QString profileFieldTitle(const QString &field);
/// What is wrong with a value somebody typed into a field of the profile; empty when nothing is,
/// or nothing was typed.
[[nodiscard]] QString profileFieldProblem(const QString &field, const QString &value);

} // namespace ChatOps
