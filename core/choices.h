// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy.h"
#include "core/purposes.h"

namespace ChatOps {

// What a person's choices mean. One rule, for the gate of the device and for that of the
// server.

/// The last word about a purpose, by the order of the ledger; those that wait stand last.
[[nodiscard]] const ConsentRecord *lastChoice(const QList<ConsentRecord> &records, const QString &purpose);
/// Was it made for the purpose as it is now, and for a policy that no material version
/// in force has overtaken for it?
[[nodiscard]] bool isCurrent(const ConsentRecord &choice, const QList<PolicyVersion> &policies, Millis now);
/// Does the purpose count as allowed? Only if the last word is yes, is current, and no
/// other word about it was spoken later: one that was given offline and arrives after a
/// withdrawal brings nothing back. In doubt no wins. While data is restricted, only a consent
/// given after that counts (article 18(2)).
[[nodiscard]] bool isGiven(const QList<ConsentRecord> &records, const QList<PolicyVersion> &policies,
                           const QString &purpose, Millis now, Millis restrictedSince = 0);
/// Since when the person's data may only be stored; 0 when it is not restricted.
[[nodiscard]] Millis restrictedSince(const QList<RightsRequest> &requests, PersonId person);
/// Does it serve marketing, in whatever way? Objecting to it is absolute (article 21(3)).
[[nodiscard]] bool servesMarketing(const Purpose &purpose);

} // namespace ChatOps
