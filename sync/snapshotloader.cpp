// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/snapshotloader.h"

#include "sync/inbetween.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr qint64 readBuffer = 1024 * 1024;
constexpr qsizetype batchLines = 500;

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

void SnapshotLoader::readMore()
{
    if (m_over || m_busy)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_reply->isFinished()
        && (status != 200
            || (m_reply->error() != QNetworkReply::NoError && m_reply->bytesAvailable() == 0))) {
        fail(status == 200 ? SnapshotReader::broken(m_reply->errorString())
                           : HttpClient::errorOf(m_reply, m_reply->readAll()));
        return;
    }
    if (status != 200)
        return;
    if (m_reply->header(QNetworkRequest::ContentTypeHeader).toString().startsWith(u"text/html")) {
        m_reply->abort();
        fail(inBetween(*m_reply));
        return;
    }
    const QByteArray piece = m_reply->read(readBuffer);
    if (m_observer && !piece.isEmpty())
        m_observer->exchanged(m_reply->url().host(), u"sync"_s, 0, piece.size());
    m_reader.add(piece);
    const Result<QList<QByteArray>> lines = m_reader.take(batchLines);
    if (!lines) {
        fail(lines.error());
        return;
    }
    if (!m_begun && m_reader.header()) {
        m_begun = true;
        follow(m_replica.beginSnapshot(m_reader.header()->self), this, [this](const Result<void> &begun) {
            if (!begun)
                fail(begun.error());
        });
    }
    if (!lines->isEmpty())
        store(*lines);
    else if (m_reader.isComplete())
        complete();
    else if (m_reply->isFinished() && m_reply->bytesAvailable() == 0)
        fail(SnapshotReader::broken(u"it ended early"_s));
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
        Q_EMIT progressed(m_reader.lines(), std::max(m_reader.header()->about, m_reader.lines()));
        readMore();
    });
}

void SnapshotLoader::complete()
{
    m_busy = true;
    follow(m_replica.finishSnapshot(m_reader.header()->cursor), this, [this](const Result<void> &done) {
        if (!done) {
            fail(done.error());
            return;
        }
        m_over = true;
        Q_EMIT finished({});
    });
}

} // namespace ChatOps
