// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QList>

#include <functional>

namespace ChatOps {

/// Turns one list of rows into another with the fewest model signals that are
/// right: rows at both ends that stayed are kept, so that views keep their
/// place and selection. `change` carries what the model needs to announce.
template <typename Row>
struct RowDiff {
    std::function<void(int first, int last)> beginInsert;
    std::function<void()> endInsert;
    std::function<void(int first, int last)> beginRemove;
    std::function<void()> endRemove;
    std::function<void(int first, int last)> changed;

    /// `same` tells whether two rows are the same thing, `equal` whether they
    /// look the same.
    template <typename Same, typename Equal>
    void apply(QList<Row> &rows, const QList<Row> &wanted, Same same, Equal equal) const
    {
        qsizetype head = 0;
        const qsizetype shorter = std::min(rows.size(), wanted.size());
        while (head < shorter && same(rows[head], wanted[head]))
            ++head;
        qsizetype tail = 0;
        while (tail < shorter - head && same(rows[rows.size() - 1 - tail], wanted[wanted.size() - 1 - tail]))
            ++tail;
        if (const qsizetype gone = rows.size() - head - tail; gone > 0) {
            beginRemove(int(head), int(head + gone - 1));
            rows.remove(head, gone);
            endRemove();
        }
        if (const qsizetype fresh = wanted.size() - head - tail; fresh > 0) {
            beginInsert(int(head), int(head + fresh - 1));
            rows = rows.first(head) + wanted.sliced(head, fresh) + rows.last(tail);
            endInsert();
        }
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (equal(rows[i], wanted[i]))
                continue;
            rows[i] = wanted[i];
            changed(int(i), int(i));
        }
    }
};

} // namespace ChatOps
