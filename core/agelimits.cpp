// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agelimits.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

namespace ChatOps {
namespace {

constexpr int strictest = 16;

struct Limit {
    QLatin1StringView country;
    int age;
};
constexpr std::array limits{
    Limit{QLatin1StringView("AT"), 14}, Limit{QLatin1StringView("BE"), 13},
    Limit{QLatin1StringView("BG"), 14}, Limit{QLatin1StringView("CY"), 14},
    Limit{QLatin1StringView("CZ"), 15}, Limit{QLatin1StringView("DK"), 15},
    Limit{QLatin1StringView("EE"), 13}, Limit{QLatin1StringView("ES"), 14},
    Limit{QLatin1StringView("FI"), 13}, Limit{QLatin1StringView("FR"), 15},
    Limit{QLatin1StringView("GB"), 13}, Limit{QLatin1StringView("GR"), 15},
    Limit{QLatin1StringView("IS"), 13}, Limit{QLatin1StringView("IT"), 14},
    Limit{QLatin1StringView("LT"), 14}, Limit{QLatin1StringView("LV"), 13},
    Limit{QLatin1StringView("MT"), 13}, Limit{QLatin1StringView("NO"), 13},
    Limit{QLatin1StringView("PT"), 13}, Limit{QLatin1StringView("SE"), 13},
    Limit{QLatin1StringView("SI"), 15},
};

} // namespace

int ageOfConsent(QStringView country)
{
    const auto found = std::find_if(limits.begin(), limits.end(),
                                    [country](const Limit &one) { return country == one.country; });
    return found == limits.end() ? strictest : found->age;
}

} // namespace ChatOps
