// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/snapshotreader.h"
#include "tests/fuzz/rows.h"
#include "tests/fuzz/target.h"

namespace ChatOps::Testing {

/// Bytes of a snapshot in pieces; loaded beside the rows and, whatever came of
/// it, taken away again.
void takeAnything(const QByteArray &bytes)
{
    static Rows rows;
    SnapshotReader reader;
    bool begun = false;
    for (qsizetype at = 0; at < bytes.size(); at += 700) {
        reader.add(bytes.mid(at, 700));
        const Result<QList<QByteArray>> lines = reader.take(50);
        if (!lines)
            break;
        if (!begun && reader.header()) {
            begun = true;
            if (!rows.writer().beginSnapshot(reader.header()->self))
                std::abort();
        }
        if (!lines->isEmpty() && !rows.writer().snapshotLines(*lines))
            break;
    }
    rows.writer().abandonSnapshot();
    if (!rows.writer().held().contains(Rows::channel()) || rows.writer().held().size() != 1)
        std::abort();
}

} // namespace ChatOps::Testing
