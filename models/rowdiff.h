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
        // A window that moved over a longer list keeps the rows that are still in it.
        if (!rows.isEmpty() && !wanted.isEmpty() && !same(rows.first(), wanted.first())) {
            const auto at = [&same](const QList<Row> &list, const Row &row) {
                return std::find_if(list.begin(), list.end(), [&](const Row &one) { return same(one, row); })
                    - list.begin();
            };
            if (const qsizetype gone = at(rows, wanted.first()); gone < rows.size()) {
                // What comes at the end first: in between, the last row is never one that is not.
                if (const qsizetype last = at(wanted, rows.last()); last < wanted.size())
                    insert(rows, wanted.sliced(last + 1), rows.size());
                remove(rows, 0, gone);
            } else if (const qsizetype fresh = at(wanted, rows.first()); fresh < wanted.size()) {
                insert(rows, wanted.first(fresh), 0);
            }
        }
        qsizetype head = 0;
        const qsizetype shorter = std::min(rows.size(), wanted.size());
        while (head < shorter && same(rows[head], wanted[head]))
            ++head;
        qsizetype tail = 0;
        while (tail < shorter - head && same(rows[rows.size() - 1 - tail], wanted[wanted.size() - 1 - tail]))
            ++tail;
        remove(rows, head, rows.size() - head - tail);
        insert(rows, wanted.sliced(head, wanted.size() - head - tail), head);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (equal(rows[i], wanted[i]))
                continue;
            rows[i] = wanted[i];
            changed(int(i), int(i));
        }
    }

private:
    void remove(QList<Row> &rows, qsizetype first, qsizetype count) const
    {
        if (count <= 0)
            return;
        beginRemove(int(first), int(first + count - 1));
        rows.remove(first, count);
        endRemove();
    }
    void insert(QList<Row> &rows, const QList<Row> &fresh, qsizetype first) const
    {
        if (fresh.isEmpty())
            return;
        beginInsert(int(first), int(first + fresh.size() - 1));
        rows = rows.first(first) + fresh + rows.sliced(first);
        endInsert();
    }
};

} // namespace ChatOps
