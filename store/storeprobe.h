// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "store/driver/secret.h"

namespace ChatOps {

/// Whose an encrypted store is and what in it exists nowhere else.
struct StoreProbe {
    PersonId self; ///< Null: nothing was ever loaded into it.
    QString name; ///< Of that person.
    int unsent = 0; ///< Changes that have not reached a server.
    int drafts = 0;
};

/// Looks into the store in `directory` without changing it. Blocks on the disk. WrongKey when the key
/// does not open it, NotFound when there is none.
[[nodiscard]] Result<StoreProbe> probeStore(const QString &directory, const Secret &key);

} // namespace ChatOps
