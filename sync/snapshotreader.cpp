// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/snapshotreader.h"

#include "core/frames.h"
#include "core/jsonguard.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

Error SnapshotReader::broken(const QString &detail)
{
    return {ErrorCode::Protocol,
            QCoreApplication::translate("Sync", "The workspace did not arrive completely."), detail};
}

Result<void> SnapshotReader::readHeader(const QByteArray &line)
{
    const Result<QJsonObject> json = parseJson(line, {4096, 4});
    if (!json)
        return std::unexpected(json.error());
    JsonReader reader(*json);
    if (reader.text("t"_L1, 16) != u"snapshot")
        reader.fail("t"_L1, "is not a snapshot");
    Header header;
    header.cursor = {reader.text("epoch"_L1, 64), reader.integer("rev"_L1)};
    header.about = reader.optionalInteger("about"_L1);
    header.self = reader.id<PersonId>("self"_L1);
    if (!reader.ok())
        return std::unexpected(reader.error());
    m_header = header;
    return {};
}

Result<void> SnapshotReader::readEnd(const QByteArray &line)
{
    const Result<QJsonObject> json = parseJson(line, {4096, 4});
    if (!json)
        return std::unexpected(json.error());
    JsonReader reader(*json);
    if (reader.integer("lines"_L1) != m_lines
        || reader.text("sha256"_L1, 64).toLatin1() != m_hash.result().toHex())
        return std::unexpected(broken(u"count or hash differs"_s));
    m_complete = true;
    return {};
}

Result<QList<QByteArray>> SnapshotReader::take(qsizetype most)
{
    QList<QByteArray> lines;
    qsizetype from = 0;
    for (qsizetype end = 0; lines.size() < most && (end = m_buffer.indexOf('\n', from)) >= 0;
         from = end + 1) {
        const QByteArray line = m_buffer.sliced(from, end - from);
        if (m_complete)
            return std::unexpected(broken(u"lines after the end"_s));
        if (line.size() > MaxFrameDown)
            return std::unexpected(broken(u"a line is too long"_s));
        // Rows hold an object each, so none of them can begin like the end does.
        if (line.startsWith("{\"lines\"") && line.contains("\"t\":\"end\"")) {
            if (const Result<void> read = readEnd(line); !read)
                return std::unexpected(read.error());
            continue;
        }
        m_hash.addData(line);
        m_hash.addData("\n");
        if (++m_lines == 1) {
            if (const Result<void> read = readHeader(line); !read)
                return std::unexpected(read.error());
            continue;
        }
        lines.append(line);
    }
    m_buffer.remove(0, from);
    if (m_buffer.size() > MaxFrameDown && m_buffer.indexOf('\n') < 0)
        return std::unexpected(broken(u"a line is too long"_s));
    return lines;
}

} // namespace ChatOps
