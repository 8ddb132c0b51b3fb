// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "core/privacy.h"

namespace ChatOps::Server {

/// One step of a request, by its person or by who answers it.
struct RequestStep {
    OperationKind kind = OperationKind::RequestMessage; ///< One of those about requests.
    QString text;
    PersonId author; ///< Null: the command line.
    bool byController = false;
    Millis at = 0;
    QByteArray zone; ///< In which due days end.
};

/// Why a step cannot be taken, for programs and for people.
struct RequestRefusal {
    const char *code;
    const char *sentence;
};

/// Takes the step, by the rules of article 12 of the GDPR, or says why not and changes
/// nothing. Who may take it is decided before.
[[nodiscard]] std::optional<RequestRefusal> take(RightsRequest &request, const RequestStep &step);

} // namespace ChatOps::Server
