// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/countries.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace ChatOps {

QString countryName(const QString &code)
{
    // Qt knows the names in English and in the country's own language only. These are the
    // countries with an authority in `authorities()`, and those data is often sent to.
    static constexpr std::array known{
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Austria"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Belgium"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Bulgaria"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Switzerland"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Cyprus"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Czechia"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Germany"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Denmark"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Estonia"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Spain"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Finland"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "France"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "United Kingdom"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Greece"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Croatia"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Hungary"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Ireland"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Iceland"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Italy"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Liechtenstein"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Lithuania"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Luxembourg"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Latvia"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Malta"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Netherlands"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Norway"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Poland"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Portugal"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Romania"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Sweden"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Slovenia"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Slovakia"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Argentina"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Australia"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Brazil"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Canada"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "China"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "India"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Israel"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Japan"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "New Zealand"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Singapore"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "South Africa"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "South Korea"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Ukraine"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "United States"),
        QT_TRANSLATE_NOOP("ChatOps::Countries", "Uruguay"),
    };
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    if (territory == QLocale::AnyTerritory)
        return code;
    const QString name = QLocale::territoryToString(territory);
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&name](const char *one) { return name == QLatin1StringView(one); });
    return found == known.end() ? name : QCoreApplication::translate("ChatOps::Countries", *found);
}

} // namespace ChatOps
