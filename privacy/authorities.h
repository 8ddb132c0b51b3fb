// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace ChatOps {

/// The supervisory authority of a country (article 51 of the GDPR, or its like).
struct Authority {
    QLatin1StringView country; ///< ISO 3166-1 alpha-2.
    const char *name; ///< As it calls itself; UTF-8.
    const char *address; ///< Its page on the web.
};

/// By country code.
[[nodiscard]] std::span<const Authority> authorities();
/// Null where none is known.
[[nodiscard]] const Authority *findAuthority(const QString &country);

} // namespace ChatOps
