// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

namespace ChatOps {

/// What models need of the open account: its ports and who the person is.
/// The ports outlive every model.
struct Account {
    Cache *cache = nullptr;
    Outbox *outbox = nullptr;
    Backend *backend = nullptr;
    WorkspaceId workspace;
    QString workspaceName;
    Person self;
};

} // namespace ChatOps
