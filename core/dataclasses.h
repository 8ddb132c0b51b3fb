// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <span>

namespace ChatOps {

/// One class of personal data the product knows. Export, coverage and the plan of a deletion
/// go by this one table, and so do the tests of export and deletion: a class nobody exports
/// or deletes cannot be added unnoticed.
struct DataClass {
    enum class Place { Server, Device };
    /// What deleting the account does with it.
    enum class Erasure {
        Removed, ///< Always.
        ByRule, ///< Removed, or kept without the name, as the workspace says.
        Kept, ///< Stays; docs/privacy.md says why.
    };
    QLatin1StringView name; ///< In packs, plans and receipts; never reused.
    Place place;
    bool provided; ///< By the person: portability (article 20 of the GDPR) has it, too.
    Erasure erasure;
};

[[nodiscard]] std::span<const DataClass> dataClasses();
/// Null for a name this version does not know.
[[nodiscard]] const DataClass *findDataClass(QStringView name);

} // namespace ChatOps
