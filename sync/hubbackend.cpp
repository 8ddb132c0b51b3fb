// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hubbackend.h"

#include "sync/hubedge.h"

#include <QCoreApplication>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

HubBackend::HubBackend(const Options &options, Replica &replica, Outbox &outbox, KeyVault &vault,
                       NetworkObserver *observer, QObject *parent)
    : Backend(parent)
    , m_edge(new HubEdge(options, replica, vault, observer))
{
    m_thread.setObjectName(u"sync"_s);
    m_edge->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_edge, &QObject::deleteLater);
    connect(m_edge, &HubEdge::statusChanged, this, [this](const LinkStatus &status) {
        {
            const QMutexLocker lock(&m_mutex);
            m_status = status; // NOLINT(clang-analyzer-core.CallAndMessage): a reference is never null.
        }
        Q_EMIT statusChanged(status);
    });
    connect(m_edge, &HubEdge::snapshotProgress, this, &Backend::snapshotProgress);
    connect(m_edge, &HubEdge::wipeRequested, this, &Backend::wipeRequested);
    connect(m_edge, &HubEdge::sessionNotKept, this, &HubBackend::sessionNotKept);
    connect(m_edge, &HubEdge::sessionKept, this, &HubBackend::sessionKept);
    connect(&outbox, &Outbox::submitted, m_edge,
            [edge = m_edge](const Operation &operation) { edge->happen(Happened::Submitted{operation}); });
    m_thread.start();
    QMetaObject::invokeMethod(m_edge, [edge = m_edge] { edge->watchNetwork(); });
}

HubBackend::~HubBackend()
{
    m_thread.quit();
    m_thread.wait();
}

void HubBackend::setAccessToken(const QString &access, qint64 lifetime)
{
    QMetaObject::invokeMethod(m_edge,
                              [edge = m_edge, access, lifetime] { edge->setAccessToken(access, lifetime); });
}

void HubBackend::start()
{
    QMetaObject::invokeMethod(m_edge, [edge = m_edge] { edge->happen(Happened::Started{}); });
}

void HubBackend::stop()
{
    QMetaObject::invokeMethod(m_edge, [edge = m_edge] { edge->happen(Happened::Stopped{}); });
}

void HubBackend::retryNow()
{
    QMetaObject::invokeMethod(m_edge, [edge = m_edge] { edge->happen(Happened::RetryRequested{}); });
}

template <typename T>
Reply<T> HubBackend::onEdge(std::function<Reply<T>(HubEdge &)> work)
{
    if (status().state != LinkStatus::State::Online && status().state != LinkStatus::State::Syncing)
        return ready<T>(failure(ErrorCode::Offline,
                                tr("This is on the server only, and the server cannot be reached now.")));
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QMetaObject::invokeMethod(m_edge, [edge = m_edge, promise, work = std::move(work)] {
        follow(work(*edge), edge, [promise](const Result<T> &outcome) {
            promise->addResult(outcome);
            promise->finish();
        });
    });
    return promise->future();
}

Reply<void> HubBackend::fetchHistory(ChannelId channel, qint64 seq, int limit)
{
    QUrlQuery query{{u"channel"_s, channel.toString()},
                    {u"before"_s, QString::number(seq)},
                    {u"limit"_s, QString::number(limit)}};
    return onEdge<void>([query](HubEdge &edge) { return edge.fetchPage(u"/v1/history"_s, query); });
}

Reply<void> HubBackend::fetchThread(ChannelId, MessageId root)
{
    QUrlQuery query{{u"root"_s, root.toString()}};
    return onEdge<void>([query](HubEdge &edge) { return edge.fetchPage(u"/v1/thread"_s, query); });
}

Reply<QByteArray> HubBackend::fetchFile(FileId file)
{
    return onEdge<QByteArray>(
        [file](HubEdge &edge) { return edge.fetch(u"/v1/files/"_s + file.toString(), {}); });
}

Reply<QJsonObject> HubBackend::ask(AccountWish wish, const QString &id, const QJsonObject &data)
{
    struct Route {
        const char *method;
        const char *path; ///< A trailing '/' is followed by the id.
    };
    static constexpr std::array routes{
        Route{"POST", "/v1/session/confirm"}, Route{"POST", "/v1/exports"},
        Route{"GET", "/v1/exports"},          Route{"GET", "/v1/exports/"},
        Route{"DELETE", "/v1/exports/"},      Route{"POST", "/v1/tickets"},
        Route{"POST", "/v1/transfers"},       Route{"GET", "/v1/erasure"},
        Route{"POST", "/v1/erasure"},         Route{"GET", "/v1/accesses"},
        Route{"POST", "/v1/preview"},         Route{"GET", "/v1/recommendations"},
        Route{"GET", "/v1/activity"},         Route{"POST", "/v1/present"},
    };
    static_assert(routes.size() == size_t(AccountWish::ListPresent) + 1);
    const Route &route = routes[size_t(wish)];
    const QString path = QLatin1StringView(route.path) + id;
    const QByteArray body = data.isEmpty() ? QByteArray() : toJson(data);
    return onEdge<QJsonObject>([method = QByteArray(route.method), path, body](HubEdge &edge) {
        return edge.ask(method, path, body);
    });
}

Reply<QByteArray> HubBackend::fetchPack(const QString &id, qint64 from, qint64 most)
{
    return onEdge<QByteArray>(
        [=](HubEdge &edge) { return edge.fetchRange(u"/v1/packs/"_s + id, from, most); });
}

Reply<WebPage> HubBackend::openPage(const QString &path, const QByteArray &cookies)
{
    if (!path.startsWith(u"/pages/"))
        return ready<WebPage>(failure(ErrorCode::Invalid, tr("This is no page of the server.")));
    return onEdge<WebPage>([=](HubEdge &edge) { return edge.openPage(path, cookies); });
}

Reply<void> HubBackend::reportUsage(const QJsonObject &totals, std::function<bool()> allowed)
{
    return onEdge<void>([totals, allowed = std::move(allowed)](HubEdge &edge) {
        return edge.post(u"/v1/usage"_s, totals, u"usage"_s, allowed);
    });
}

void HubBackend::keepSession()
{
    QMetaObject::invokeMethod(m_edge, [edge = m_edge] { edge->keepSession(); });
}

LinkStatus HubBackend::status() const
{
    const QMutexLocker lock(&m_mutex);
    return m_status;
}

} // namespace ChatOps
