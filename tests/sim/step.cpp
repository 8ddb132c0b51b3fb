// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/step.h"

#include <array>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {
namespace {

struct KindRow {
    Step::Kind kind;
    const char *name;
    int weight; ///< How often it happens, beside the others.
};

constexpr std::array<KindRow, Step::KindCount> table{{
    {Step::Kind::Post, "post", 22},
    {Step::Kind::PostFile, "post file", 5},
    {Step::Kind::Reply, "reply", 5},
    {Step::Kind::Edit, "edit", 9},
    {Step::Kind::DeleteMessage, "delete message", 4},
    {Step::Kind::React, "react", 5},
    {Step::Kind::CreateTask, "create task", 6},
    {Step::Kind::PatchTask, "patch task", 9},
    {Step::Kind::DeleteTask, "delete task", 4},
    {Step::Kind::CreateEvent, "create event", 3},
    {Step::Kind::PatchEvent, "patch event", 4},
    {Step::Kind::AnswerEvent, "answer event", 2},
    {Step::Kind::DeleteEvent, "delete event", 2},
    {Step::Kind::MarkRead, "mark read", 4},
    {Step::Kind::CreateChannel, "create channel", 2},
    {Step::Kind::PatchChannel, "patch channel", 2},
    {Step::Kind::Join, "join", 4},
    {Step::Kind::Leave, "leave", 3},
    {Step::Kind::AddMember, "add member", 5},
    {Step::Kind::RemoveMember, "remove member", 5},
    {Step::Kind::OpenDirect, "open direct", 1},
    {Step::Kind::Choose, "choose", 3},
    {Step::Kind::Ask, "ask", 2},
    {Step::Kind::SpeakOfRequest, "speak of request", 2},
    {Step::Kind::WithdrawRequest, "withdraw request", 1},
    {Step::Kind::ChangeProfile, "change profile", 1},
    {Step::Kind::ScrollBack, "scroll back", 6},
    {Step::Kind::RetryRefused, "retry refused", 2},
    {Step::Kind::DiscardRefused, "discard refused", 1},
    {Step::Kind::Cut, "cut", 8},
    {Step::Kind::HalfOpen, "half-open", 4},
    {Step::Kind::Heal, "heal", 14},
    {Step::Kind::LoseFrame, "lose frame", 5},
    {Step::Kind::RepeatFrame, "repeat frame", 3},
    {Step::Kind::LoseAnswers, "lose answers", 3},
    {Step::Kind::KillClient, "kill client", 3},
    {Step::Kind::CutClientPower, "cut client power", 2},
    {Step::Kind::DieInClientWrite, "die in client write", 5},
    {Step::Kind::KillServer, "kill server", 2},
    {Step::Kind::CutServerPower, "cut server power", 2},
    {Step::Kind::DieInServerWrite, "die in server write", 5},
    {Step::Kind::RestartServer, "restart server", 1},
    {Step::Kind::FillClientDisk, "fill client disk", 2},
    {Step::Kind::FailClientDisk, "fail client disk", 2},
    {Step::Kind::FillServerDisk, "fill server disk", 1},
    {Step::Kind::RepairDisks, "repair disks", 8},
    {Step::Kind::RotClientFile, "rot client file", 2},
    {Step::Kind::ChangeProgram, "change program", 3},
    {Step::Kind::JumpClock, "jump clock", 1},
    {Step::Kind::AdminMembership, "admin membership", 4},
    {Step::Kind::AdminPerson, "admin person", 2},
    {Step::Kind::AdminPrivacy, "admin privacy", 2},
    {Step::Kind::TrimLog, "trim log", 2},
    {Step::Kind::BackUp, "back up", 4},
    {Step::Kind::Restore, "restore", 4},
    {Step::Kind::RevokeSession, "revoke session", 1},
    {Step::Kind::LoadAnew, "load anew", 1},
    {Step::Kind::Lie, "lie", 3},
}};

} // namespace

QString Step::text() const
{
    return u"+%1 ms, client %2: %3 (%4, %5)"_s.arg(pause)
        .arg(who)
        .arg(QLatin1StringView(table[size_t(kind)].name))
        .arg(a)
        .arg(b);
}

QList<Step> planSteps(quint64 seed, int count)
{
    std::mt19937_64 random(seed * 0x9e3779b97f4a7c15ULL + 1);
    int total = 0;
    for (const KindRow &row : table)
        total += row.weight;
    QList<Step> steps;
    for (int i = 0; i < count; ++i) {
        int ticket = int(random() % quint64(total));
        Step step;
        for (const KindRow &row : table) {
            ticket -= row.weight;
            if (ticket < 0) {
                step.kind = row.kind;
                break;
            }
        }
        step.who = quint32(random());
        step.a = quint32(random());
        step.b = quint32(random());
        // Mostly close together, so that things overlap; sometimes a long silence.
        const quint64 dice = random() % 100;
        step.pause = dice < 45 ? qint64(random() % 30)
            : dice < 80        ? qint64(random() % 600)
            : dice < 97        ? qint64(random() % 5'000)
                               : qint64(30'000 + random() % 60'000);
        steps.append(step);
    }
    return steps;
}

} // namespace ChatOps::Testing
