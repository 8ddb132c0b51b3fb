// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Mistakes that the simulation in tests/sim must find. They exist only in the
// test program that is compiled with CHATOPS_PLANTED_BUGS; in everything else
// CHATOPS_PLANTED(...) is the constant false.

#ifdef CHATOPS_PLANTED_BUGS

namespace ChatOps {

enum class Planted {
    None,
    ApplyWithoutFrom, ///< A delta is applied wherever the cursor is.
    AcknowledgeBeforeCommit,
    ForgetOperations, ///< Ids of applied operations are kept for 30 s only.
    IgnoreMid, ///< Who was removed and added again is taken for a member all along.
    SequenceRevision, ///< Revisions come from a sequence with a cache, not under the lock.
    DeleteOnAcknowledgement, ///< The outbox row goes before the effect has come.
    ForgetTombstone, ///< Deleting a task leaves nothing in the log.
    CursorOutsideTransaction,
    LoseGap, ///< A range not sent is taken for one without messages.
    KeepAcknowledgedAcrossEpochs, ///< What a restored backup forgot is not sent again.
    TrustHeld, ///< What a device says it holds decides what it is sent.
};
inline constexpr int PlantedCount = int(Planted::TrustHeld) + 1;
inline Planted planted = Planted::None;
inline int plantedRun = 0; ///< What a mistake remembers is forgotten when this changes.

} // namespace ChatOps

#define CHATOPS_PLANTED(bug) (ChatOps::planted == ChatOps::Planted::bug)
#else
#define CHATOPS_PLANTED(bug) false
#endif
