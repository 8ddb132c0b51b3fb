// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frames.h"
#include "core/jsonguard.h"
#include "tests/fuzz/rows.h"
#include "tests/fuzz/target.h"

namespace ChatOps::Testing {

/// A page of history, or a delta, from a server that says anything.
void takeAnything(const QByteArray &bytes)
{
    static Rows rows;
    if (!rows.db().begin())
        std::abort();
    rows.db().rollback();
    if (const Result<HistoryPage> page = decodeHistory(bytes)) {
        if (decodeHistory(encode(*page)).has_value() == false)
            std::abort();
        (void)rows.writer().applyHistory(*page);
    }
    if (const Result<AnyFrame> frame = decode(bytes, {MaxFrameDown, 16})) {
        if (const auto *delta = std::get_if<Delta>(&*frame)) {
            Delta here = *delta;
            here.to = std::max<qint64>(0, here.to - here.from) + rows.writer().cursor().rev;
            here.from = rows.writer().cursor().rev;
            if (here.to > here.from) // A backfill may bring rows before their membership.
                (void)rows.writer().apply(QList<Delta>{here});
        }
    }
    rows.verify();
    if (!rows.db().run(QStringLiteral("DELETE FROM message")))
        std::abort();
}

} // namespace ChatOps::Testing
