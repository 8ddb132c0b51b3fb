// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports.h"

namespace ChatOps {

void registerPortTypes()
{
    qRegisterMetaType<ChangeSet>();
    qRegisterMetaType<LinkStatus>();
    qRegisterMetaType<Operation>();
    qRegisterMetaType<Error>();
}

} // namespace ChatOps
