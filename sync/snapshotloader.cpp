// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/snapshotloader.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr qint64 readBuffer = 1024 * 1024;
constexpr qsizetype longestLine = MaxFrameDown;
constexpr qsizetype batchLines = 500;

Error broken(const QString &detail)
{
    return {ErrorCode::Protocol, SnapshotLoader::tr("The workspace did not arrive completely."), detail};
}

} // namespace

SnapshotLoader::SnapshotLoader(Replica &replica, QNetworkReply *reply, NetworkObserver *observer,
                               QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_reply(reply)
    , m_observer(observer)
{
    m_reply->setParent(this);
    m_reply->setReadBufferSize(readBuffer);
    connect(m_reply, &QNetworkReply::readyRead, this, &SnapshotLoader::readMore);
    connect(m_reply, &QNetworkReply::finished, this, &SnapshotLoader::readMore);
}

SnapshotLoader::~SnapshotLoader()
{
    m_reply->disconnect(this);
    m_reply->abort();
    if (m_begun && !m_over)
        (void)m_replica.abandonSnapshot();
}

void SnapshotLoader::fail(const Error &error)
{
    if (m_over)
        return;
    m_over = true;
    if (m_begun)
        (void)m_replica.abandonSnapshot();
    Q_EMIT finished(std::unexpected(error));
}

Result<void> SnapshotLoader::readHeader(const QByteArray &line)
{
    const Result<QJsonObject> json = parseJson(line, {4096, 4});
    if (!json)
        return std::unexpected(json.error());
    JsonReader reader(*json);
    if (reader.text("t"_L1, 16) != u"snapshot")
        reader.fail("t"_L1, "is not a snapshot");
    m_cursor = {reader.text("epoch"_L1, 64), reader.integer("rev"_L1)};
    m_about = reader.optionalInteger("about"_L1);
    const auto self = reader.id<PersonId>("self"_L1);
    if (!reader.ok())
        return std::unexpected(reader.error());
    m_begun = true;
    follow(m_replica.beginSnapshot(self), this, [this](const Result<void> &begun) {
        if (!begun)
            fail(begun.error());
    });
    return {};
}

Result<void> SnapshotLoader::readTrailer(const QByteArray &line)
{
    const Result<QJsonObject> json = parseJson(line, {4096, 4});
    if (!json)
        return std::unexpected(json.error());
    JsonReader reader(*json);
    if (reader.integer("lines"_L1) != m_lines
        || reader.text("sha256"_L1, 64).toLatin1() != m_hash.result().toHex())
        return std::unexpected(broken(u"count or hash differs"_s));
    m_ended = true;
    return {};
}

void SnapshotLoader::readMore()
{
    if (m_over || m_busy)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_reply->isFinished()
        && (status != 200
            || (m_reply->error() != QNetworkReply::NoError && m_reply->bytesAvailable() == 0))) {
        fail(status == 200 ? broken(m_reply->errorString())
                           : HttpClient::errorOf(m_reply, m_reply->readAll()));
        return;
    }
    if (status != 200)
        return;
    const QByteArray piece = m_reply->read(readBuffer);
    if (m_observer && !piece.isEmpty())
        m_observer->exchanged(m_reply->url().host(), u"sync"_s, 0, piece.size());
    m_buffer += piece;
    QList<QByteArray> lines;
    qsizetype from = 0;
    for (qsizetype end = 0; lines.size() < batchLines && (end = m_buffer.indexOf('\n', from)) >= 0;
         from = end + 1) {
        const QByteArray line = m_buffer.sliced(from, end - from);
        const bool trailer = line.contains("\"t\":\"end\"") && line.startsWith("{\"lines\"");
        if (trailer || m_ended) {
            if (const Result<void> read =
                    m_ended ? std::unexpected(broken(u"lines after the end"_s)) : readTrailer(line);
                !read) {
                fail(read.error());
                return;
            }
            continue;
        }
        m_hash.addData(line);
        m_hash.addData("\n");
        if (++m_lines == 1) {
            if (const Result<void> read = readHeader(line); !read) {
                fail(read.error());
                return;
            }
            continue;
        }
        lines.append(line);
    }
    m_buffer.remove(0, from);
    if (m_buffer.size() > longestLine && m_buffer.indexOf('\n') < 0) {
        fail(broken(u"a line is too long"_s));
        return;
    }
    if (!lines.isEmpty()) {
        store(lines);
    } else if (m_ended) {
        complete();
    } else if (m_reply->isFinished() && m_reply->bytesAvailable() == 0) {
        fail(broken(u"it ended early"_s));
    }
}

void SnapshotLoader::store(const QList<QByteArray> &lines)
{
    m_busy = true;
    follow(m_replica.snapshotLines(lines), this, [this](const Result<void> &stored) {
        m_busy = false;
        if (!stored) {
            fail(stored.error());
            return;
        }
        Q_EMIT progressed(m_lines, std::max(m_about, m_lines));
        readMore();
    });
}

void SnapshotLoader::complete()
{
    m_busy = true;
    follow(m_replica.finishSnapshot(m_cursor), this, [this](const Result<void> &done) {
        if (!done) {
            fail(done.error());
            return;
        }
        m_over = true;
        Q_EMIT finished({});
    });
}

} // namespace ChatOps
