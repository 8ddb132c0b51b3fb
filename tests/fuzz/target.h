// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ChatOps::Testing {

/// What every target gives: takes any bytes without crashing, hanging or eating
/// memory. `abort()` is for what must not be accepted.
void takeAnything(const QByteArray &bytes);

} // namespace ChatOps::Testing
