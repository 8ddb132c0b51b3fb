// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QStringList>

namespace ChatOps::Server {

/// How hard a new password has to be to guess, as zxcvbn estimates it: bits of the number of guesses.
/// Sign-ins are slowed down, so that a million guesses take years.
inline constexpr double GoodPasswordBits = 20;
/// Below this even an administrator is refused: it is among the first that everybody tries.
inline constexpr double WorstPasswordBits = 10;

/// `about`: words that do not count, such as the person's names.
[[nodiscard]] double passwordBits(const QString &password, const QStringList &about);
/// Invalid, with a sentence for people, when it is too short, too long or too easy.
[[nodiscard]] Result<void> checkNewPassword(const QString &password, const QStringList &about,
                                            double leastBits = GoodPasswordBits);

} // namespace ChatOps::Server
