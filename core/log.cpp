// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log.h"

Q_LOGGING_CATEGORY(lcApp, "chatops.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "chatops.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSync, "chatops.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "chatops.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(lcServer, "chatops.server", QtInfoMsg)
