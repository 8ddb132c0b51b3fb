// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/choices.h"

#include <algorithm>

namespace ChatOps {
namespace {

/// When it was said: by the device's clock, but never after the server heard of it.
Millis saidAt(const ConsentRecord &record)
{
    return record.recordedAt > 0 ? std::min(record.decidedAt, record.recordedAt) : record.decidedAt;
}

} // namespace

const ConsentRecord *lastChoice(const QList<ConsentRecord> &records, const QString &purpose)
{
    for (auto it = records.rbegin(); it != records.rend(); ++it) {
        if (it->purpose == purpose)
            return &*it;
    }
    return nullptr;
}

bool isCurrent(const ConsentRecord &choice, const QList<PolicyVersion> &policies, Millis now)
{
    const Purpose *purpose = findPurpose(choice.purpose);
    if (!purpose || choice.purposeVersion < purpose->version)
        return false;
    return std::none_of(policies.begin(), policies.end(), [&](const PolicyVersion &policy) {
        return policy.material && policy.effectiveAt <= now && policy.version > choice.policy
            && policy.affects.contains(choice.purpose);
    });
}

bool isGiven(const QList<ConsentRecord> &records, const QList<PolicyVersion> &policies,
             const QString &purpose, Millis now, Millis restrictedSince)
{
    const ConsentRecord *last = lastChoice(records, purpose);
    if (!last || last->decision != Decision::Given || !isCurrent(*last, policies, now))
        return false;
    if (restrictedSince > 0
        && (findPurpose(purpose)->basis != Purpose::Basis::Consent || saidAt(*last) <= restrictedSince))
        return false;
    return std::none_of(records.begin(), records.end(), [&](const ConsentRecord &other) {
        return other.purpose == purpose && other.decision != Decision::Given && saidAt(other) > saidAt(*last);
    });
}

Millis restrictedSince(const QList<RightsRequest> &requests, PersonId person)
{
    Millis since = 0;
    for (const RightsRequest &request : requests) {
        if (request.person == person && request.restricts())
            since = std::max(since, request.closedAt);
    }
    return since;
}

bool servesMarketing(const Purpose &purpose)
{
    return purpose.group == Purpose::Group::Marketing || purpose.group == Purpose::Group::Sharing
        || purpose.name == Purposes::StoredMarketing;
}

} // namespace ChatOps
