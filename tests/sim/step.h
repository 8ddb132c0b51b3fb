// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ChatOps::Testing {

/// One thing that happens in a simulated world. Everything it needs is in its
/// numbers, so that a list of steps can be shortened and still means the same.
struct Step {
    enum class Kind {
        // What people do.
        Post,
        PostFile,
        Reply,
        Edit,
        DeleteMessage,
        React,
        CreateTask,
        PatchTask,
        DeleteTask,
        CreateEvent,
        PatchEvent,
        AnswerEvent,
        DeleteEvent,
        MarkRead,
        CreateChannel,
        PatchChannel,
        Join,
        Leave,
        AddMember,
        RemoveMember,
        OpenDirect,
        Choose,
        Ask,
        SpeakOfRequest,
        WithdrawRequest,
        ChangeProfile,
        ScrollBack,
        RetryRefused,
        DiscardRefused,
        // What networks do.
        Cut,
        HalfOpen,
        Heal,
        LoseFrame,
        RepeatFrame,
        LoseAnswers,
        // What computers do.
        KillClient,
        CutClientPower,
        DieInClientWrite,
        KillServer,
        CutServerPower,
        DieInServerWrite,
        RestartServer,
        FillClientDisk,
        FailClientDisk,
        FillServerDisk,
        RepairDisks,
        RotClientFile,
        ChangeProgram,
        JumpClock,
        // What administrators do, in another process.
        AdminMembership,
        AdminPerson,
        AdminPrivacy,
        TrimLog,
        BackUp,
        Restore,
        RevokeSession,
        LoadAnew,
        // What somebody with an account and a program of their own does.
        Lie,
    };
    static constexpr int KindCount = int(Kind::Lie) + 1;

    Kind kind = Kind::Post;
    quint32 who = 0; ///< Which client.
    quint32 a = 0;
    quint32 b = 0;
    qint64 pause = 0; ///< Milliseconds before it.

    [[nodiscard]] QString text() const;
};

/// The steps of a seed.
[[nodiscard]] QList<Step> planSteps(quint64 seed, int count);

} // namespace ChatOps::Testing
