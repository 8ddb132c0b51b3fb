// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/commands/commandline.h"
#include "server/hub/mailbox.h"
#include "server/hub/privacydesk.h"

namespace ChatOps::Server {

// Actions of `privacy` that bring something in from outside, or let something out.
// `words`: what follows the action.

/// May data be kept in or given to this place? Countries of the European Economic Area need nothing;
/// any other one of the safeguards that the window has words for (articles 45 and 46 of the GDPR).
/// An empty region says nothing of the place. Invalid, with what is missing.
[[nodiscard]] Result<void> checkTransfer(const QString &region, const QString &safeguard);
/// Are these rules that clients can read, and is every place of data in them one that may be?
[[nodiscard]] Result<void> checkRules(const WorkspaceRules &rules);
/// `share RECIPIENT PURPOSE [REGION [SAFEGUARD]]`: names and addresses of those who allowed it,
/// and of nobody else; the register and each person's log of access say so.
[[nodiscard]] Result<QString> shareAction(Workspace &workspace, const QStringList &words);
/// A mail from standard input; before any transaction, for it may take its time to come.
[[nodiscard]] Result<ArrivedMail> readArrivingMail();
/// `mailbox`: files it as a request of the person whose address it is from. Only an address that
/// the organisation provided says who somebody is.
[[nodiscard]] Result<QString> mailboxAction(Workspace &workspace, const ArrivedMail &mail);
/// `region CLASS REGION [SAFEGUARD]`: where a class of data is kept.
[[nodiscard]] Result<QString> regionAction(Workspace &workspace, const QStringList &words);
/// `usage`: totals of feature use, unless too few people are in them.
[[nodiscard]] Result<QString> usageAction(Workspace &workspace);

} // namespace ChatOps::Server
