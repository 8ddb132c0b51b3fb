// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace ChatOps::Server {

/// What a mail to the privacy contact says (RFC 5322, MIME: RFC 2045).
struct ArrivedMail {
    QString from; ///< The address alone, in lower case.
    QString subject;
    QString text; ///< The first part that is plain text; of HTML what is not markup.
};
/// Attachments are not taken: no document is asked for. Invalid when it is no mail, or names
/// no sender.
[[nodiscard]] Result<ArrivedMail> readMail(const QByteArray &bytes);

} // namespace ChatOps::Server
