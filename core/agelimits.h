// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace ChatOps {

/// Age from which a person may agree for themselves to the processing of their data by an
/// online service, in the country (ISO 3166-1): article 8(1) of the GDPR and the laws that
/// set another age. 16 for a country that is not in the list, the strictest of all.
[[nodiscard]] int ageOfConsent(QStringView country);

} // namespace ChatOps
