// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ChatOps {

/// The name of a country or region (ISO 3166-1 alpha-2) in the language of the program where
/// it is known, otherwise in English; the code itself where there is no such country.
[[nodiscard]] QString countryName(const QString &code);

} // namespace ChatOps
