// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QFileDevice>

namespace ChatOps {

/// Who may read and write a file only its owner is to see.
inline constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Writes a file so that afterwards it holds all of `bytes` or what it held before,
/// also when the disk is full or the process is killed. Blocks; the error's detail is
/// the system's.
[[nodiscard]] Result<void> writeWholeFile(const QString &path, const QByteArray &bytes,
                                          QFileDevice::Permissions permissions = {});

} // namespace ChatOps
