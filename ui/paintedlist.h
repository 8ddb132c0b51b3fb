// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QString>
#include <QUuid>

namespace ChatOps {

/// A view that paints its items itself, as screen readers see it: a list of
/// sentences that can be pressed. To be inherited by a QAbstractScrollArea. Rectangles and points are of the
/// viewport; -1 is no item.
class PaintedList {
public:
    /// The first one makes them all known to the accessibility of the platform.
    PaintedList();
    PaintedList(const PaintedList &) = delete;
    PaintedList &operator=(const PaintedList &) = delete;
    virtual ~PaintedList() = default;

    [[nodiscard]] virtual int itemCount() const = 0;
    /// What an item stands for; it keeps its key while its place changes.
    [[nodiscard]] virtual QUuid itemKey(int item) const = 0;
    [[nodiscard]] virtual int itemOf(const QUuid &key) const = 0;
    /// As somebody would read it out.
    [[nodiscard]] virtual QString itemSentence(int item) const = 0;
    /// Empty for an item out of sight.
    [[nodiscard]] virtual QRect itemRect(int item) const = 0;
    [[nodiscard]] virtual int itemAt(const QPoint &point) const = 0;
    [[nodiscard]] virtual int focusedItem() const = 0;
    virtual void pressItem(int item) = 0;
};

} // namespace ChatOps
