// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy.h"

namespace ChatOps {

/// How a section of the policy differs from the version before.
struct SectionDifference {
    enum class Kind { Same, Added, Removed, Changed };
    struct Piece {
        enum class Kind { Same, Added, Removed };
        Kind kind = Kind::Same;
        QString text;

        friend bool operator==(const Piece &, const Piece &) = default;
    };
    QString key;
    QString title;
    Kind kind = Kind::Same;
    QList<Piece> pieces; ///< Of the text, word by word; in reading order.
};

/// Sections of `after` in their order, with those only `before` had at their old place.
[[nodiscard]] QList<SectionDifference> compare(const PolicyVersion &before, const PolicyVersion &after);

} // namespace ChatOps
