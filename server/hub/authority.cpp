// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/authority.h"

namespace ChatOps::Server {
namespace {

using Kind = OperationKind;

//                                   least          member owner  admin  participant contact
constexpr std::array<Rule, OperationKindCount> table{{
    {Kind::MessagePost, Role::Guest, true, false, false, false},
    {Kind::MessageEdit, Role::Guest, true, true, false, false},
    {Kind::MessageDelete, Role::Guest, true, true, true, false},
    {Kind::MessageReact, Role::Guest, true, false, false, false},
    {Kind::TaskCreate, Role::Guest, true, false, false, false},
    {Kind::TaskPatch, Role::Guest, true, false, false, true},
    {Kind::TaskDelete, Role::Guest, true, true, true, true},
    {Kind::EventCreate, Role::Guest, true, false, false, false},
    {Kind::EventPatch, Role::Guest, true, true, true, true},
    {Kind::EventDelete, Role::Guest, true, true, true, true},
    {Kind::EventAnswer, Role::Guest, true, false, false, true},
    {Kind::ReadMark, Role::Guest, true, false, false, false},
    {Kind::ChannelCreate, Role::Member, false, false, false, false},
    {Kind::ChannelPatch, Role::Member, true, true, true, false},
    {Kind::ChannelJoin, Role::Member, false, false, false, false},
    {Kind::ChannelLeave, Role::Guest, true, false, false, false},
    {Kind::ChannelAdd, Role::Member, true, false, false, false},
    {Kind::ChannelRemove, Role::Member, true, true, true, false},
    {Kind::DirectOpen, Role::Member, false, false, false, false},
    {Kind::ConsentRecord, Role::Guest, false, false, false, false},
    {Kind::RequestCreate, Role::Guest, false, false, false, false},
    {Kind::RequestMessage, Role::Guest, false, false, false, true},
    {Kind::RequestWithdraw, Role::Guest, false, true, false, true},
    {Kind::RequestAnswer, Role::Guest, false, false, false, true, true},
    {Kind::RequestExtend, Role::Guest, false, false, false, true, true},
    {Kind::RequestRefuse, Role::Guest, false, false, false, true, true},
    {Kind::NoticeRead, Role::Guest, false, false, false, false},
    {Kind::ProfilePatch, Role::Guest, false, true, false, false},
    {Kind::RequestLift, Role::Guest, false, false, false, true, true},
    {Kind::PreferenceSet, Role::Guest, false, true, false, false},
}};

constexpr bool isInOrder()
{
    for (size_t i = 0; i < table.size(); ++i) {
        if (int(table[i].kind) != int(i))
            return false;
    }
    return true;
}
static_assert(isInOrder(), "one rule per operation, in their order");

} // namespace

std::span<const Rule> rules()
{
    return table;
}

const Rule &ruleFor(OperationKind kind)
{
    return table[size_t(kind)];
}

bool isAllowed(const Rule &rule, const Facts &facts)
{
    if (int(facts.role) > int(rule.least))
        return false;
    const bool admin = facts.role == Role::Owner || facts.role == Role::Admin;
    if (rule.member && facts.hasChannel && !facts.member)
        return false;
    if (rule.participant && !facts.hasChannel && !facts.participant)
        return false;
    if (rule.contact && !facts.contact)
        return false;
    return !rule.owner || facts.owner || (rule.adminInstead && admin);
}

} // namespace ChatOps::Server
