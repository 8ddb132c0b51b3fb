// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/workspace.h"

namespace ChatOps::Server {

/// Something that matters for security: who signed in or could not, who may do more than before, who
/// tried what they may not. Names, ids and addresses; never content, passwords or tokens.
struct SecurityEvent {
    QString kind; ///< Such as "sign_in.failed"; docs/operations.md lists them.
    PersonId actor; ///< Null: nobody who is signed in.
    PersonId subject; ///< Whom it concerns, if somebody.
    QString address; ///< The peer, if it came from outside.
    QString detail; ///< Codes and names of things, at most 200 characters.
};

struct SecurityEntry {
    qint64 seq = 0; ///< From 1, without a gap.
    Millis at = 0;
    WorkspaceId workspace;
    SecurityEvent event;
    QString actorName; ///< As it was then: "@ana", or the account of the system at the command line.
    QString subjectName;
    QByteArray salt; ///< 16 bytes; empty when what is personal was taken out at an erasure.
    QByteArray seal; ///< Over the salt, the names, the address and the detail.
    QByteArray hash; ///< Over the one before, the seal and the rest of this.
};

/// Appends within the caller's transaction, or in one of its own. Each entry's hash covers the one before,
/// so that nothing can be taken out or changed without everything behind it.
[[nodiscard]] Result<void> appendSecurity(Connection &db, WorkspaceId workspace, Millis now,
                                          const SecurityEvent &event, const QString &actorName = {});
/// The same of something in a workspace, now.
[[nodiscard]] Result<void> appendSecurity(Workspace &workspace, const SecurityEvent &event,
                                          const QString &actorName = {});
/// Entries behind `after`, in their order; `each` returns false to stop.
[[nodiscard]] Result<void> readSecurity(Connection &db, qint64 after,
                                        const std::function<bool(const SecurityEntry &)> &each);
/// The first entry whose hash does not fit what is before it, or which lost its names without an erasure;
/// 0 when all do.
[[nodiscard]] Result<qint64> firstBrokenSecurity(Connection &db);
/// Takes names, addresses and details of what a person did, or others did to them, out of the log; the
/// chain still holds, because it stands on their seals. That something was, when and of which kind, stays.
[[nodiscard]] Result<void> forgetInSecurity(Connection &db, PersonId person);
/// Removes what is older than `before`; what is left is still one chain.
[[nodiscard]] Result<int> trimSecurity(Connection &db, Millis before);

} // namespace ChatOps::Server
