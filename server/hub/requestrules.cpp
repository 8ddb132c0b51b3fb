// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/requestrules.h"

#include "core/choices.h"
#include "core/jsonguard.h"
#include "core/privacyjson.h"

namespace ChatOps::Server {
namespace {

using State = RightsRequest::State;

std::optional<RequestRefusal> extend(RightsRequest &request, const RequestStep &step)
{
    if (request.state != State::Open || !hasDueDate(request.kind))
        return RequestRefusal{"closed", "Only an open request can be extended, and only once."};
    if (step.at >= request.dueAt)
        return RequestRefusal{"too_late", "The first month is over; an extension had to be told within it."};
    if (step.text.isEmpty())
        return RequestRefusal{"invalid", "An extension needs reasons."};
    request.state = State::Extended;
    request.reason = step.text;
    request.dueAt = dueAfter(request.receivedAt, ExtendedMonths, step.zone);
    return std::nullopt;
}

std::optional<RequestRefusal> close(RightsRequest &request, const RequestStep &step)
{
    if (!request.isOpen())
        return RequestRefusal{"closed", "This request is closed."};
    switch (step.kind) {
    case OperationKind::RequestWithdraw:
        request.state = State::Withdrawn;
        break;
    case OperationKind::RequestAnswer:
        if (step.text.isEmpty())
            return RequestRefusal{"invalid", "Say what was done."};
        request.state = State::Answered;
        request.outcome = step.text;
        break;
    default: {
        if (step.text.isEmpty())
            return RequestRefusal{"invalid", "A refusal needs a reason."};
        const Purpose *purpose = findPurpose(request.subject);
        if (request.kind == RightsKind::Objection && purpose && servesMarketing(*purpose))
            return RequestRefusal{"absolute", "An objection to marketing cannot be refused."};
        if (request.kind == RightsKind::Withdrawal)
            return RequestRefusal{"absolute", "Taking back a consent cannot be refused."};
        request.state = State::Refused;
        request.reason = step.text;
        break;
    }
    }
    request.closedAt = step.at;
    return std::nullopt;
}

} // namespace

std::optional<RequestRefusal> take(RightsRequest &request, const RequestStep &step)
{
    RightsRequest next = request;
    std::optional<RequestRefusal> refusal;
    if (step.kind == OperationKind::RequestExtend) {
        refusal = extend(next, step);
    } else if (step.kind == OperationKind::RequestLift) {
        // Whoever asked for it is told before it ends (article 18(3)).
        if (!next.restricts())
            refusal = RequestRefusal{"closed", "This is no restriction that holds."};
        else if (step.text.isEmpty())
            refusal = RequestRefusal{"invalid", "Say why the restriction ends."};
        next.liftedAt = step.at;
        next.entries.append({true, step.author, step.at, step.text});
    } else if (step.kind == OperationKind::RequestMessage) {
        if (step.text.isEmpty())
            refusal = RequestRefusal{"invalid", "There is no text."};
        next.entries.append({step.byController, step.author, step.at, step.text});
    } else {
        refusal = close(next, step);
    }
    if (!refusal
        && (next.entries.size() > Limit::RequestEntries || toJson(toJson(next)).size() > MostDocumentBytes))
        refusal = RequestRefusal{"too_long", "This request has no room for more text; make a new one."};
    if (!refusal)
        request = next;
    return refusal;
}

} // namespace ChatOps::Server
