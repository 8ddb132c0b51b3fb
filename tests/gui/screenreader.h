// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ChatOps::Testing {

/// What a screen reader meets over AT-SPI 2, the D-Bus protocol of assistive technologies: the
/// tree that the system's accessibility bus gives of this process.
struct HeardTree {
    int controls = 0; ///< Shown, and for the keyboard to reach.
    QStringList unnamed; ///< Role and path of those without a name.
    QString problem; ///< Why there is nothing to walk through.
};

/// Walks through the whole tree of this process from another thread, while the event loop answers.
[[nodiscard]] HeardTree listen();

} // namespace ChatOps::Testing
