// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hubedge.h"

#include "core/log.h"
#include "sync/inbetween.h"
#include "sync/proxy.h"

#include <QNetworkInformation>
#include <QRandomGenerator>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

HubEdge::HubEdge(const HubBackend::Options &options, Replica &replica, KeyVault &vault,
                 NetworkObserver *observer)
    : m_options(options)
    , m_replica(replica)
    , m_observer(observer)
    , m_engine({options.device, options.workspace}, m_clock,
               [] { return QRandomGenerator::global()->generateDouble(); })
    , m_http(options.server, observer, this)
    , m_tokens(m_http, vault, options.tokenEntry, m_clock, this)
    , m_transport(observer, this)
    , m_wake(this)
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, [this] { happen(Happened::TimePassed{}); });
    connect(&m_tokens, &TokenKeeper::notSaved, this, &HubEdge::sessionNotKept);
    connect(&m_tokens, &TokenKeeper::saved, this, &HubEdge::sessionKept);
    connect(&m_transport, &Transport::opened, this, [this] {
        m_opened = true;
        happen(Happened::SocketOpened{});
    });
    connect(&m_transport, &Transport::closed, this, [this](const Error &error) {
        if (std::exchange(m_opened, false))
            happen(Happened::SocketClosed{error});
        else
            findOutWhy(error);
    });
    connect(&m_transport, &Transport::received, this,
            [this](const QByteArray &frame) { happen(Happened::FrameArrived{frame}); });
}

HubEdge::~HubEdge() = default;

void HubEdge::watchNetwork()
{
    // Back at once when the machine has a network again; without a plugin for
    // this system the ordinary retries do it.
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability == QNetworkInformation::Reachability::Online
                    || reachability == QNetworkInformation::Reachability::Site)
                    happen(Happened::RetryRequested{});
            });
}

void HubEdge::happen(const SyncEvent &event)
{
    // Details name fields and codes, never contents.
    if (const auto *failed = std::get_if<Happened::SnapshotFailed>(&event))
        qCWarning(lcSync, "snapshot: %s", qPrintable(failed->error.detail));
    if (const auto *failed = std::get_if<Happened::ApplyFailed>(&event))
        qCWarning(lcSync, "apply: %s", qPrintable(failed->error.detail));
    const QList<SyncEffect> effects = m_engine.step(event);
    for (const SyncEffect &effect : effects)
        std::visit([this](const auto &wish) { carryOut(wish); }, effect);
}

void HubEdge::carryOut(const Do::ReadPosition &)
{
    follow(m_replica.position(), this, [this](const Result<Replica::Position> &position) {
        if (position)
            happen(Happened::PositionRead{*position});
        else
            happen(Happened::PositionFailed{position.error()});
    });
}

void HubEdge::carryOut(const Do::GetToken &wish)
{
    // Each connection begins here; the computer may be in another network than last time.
    m_http.setProxy(systemProxy(m_options.server));
    follow(m_tokens.token(wish.fresh), this, [this](const Result<QString> &token) {
        if (token)
            happen(Happened::TokenReady{*token});
        else if (token.error().detail == u"wiped") // The account is gone; what is here has to go, too.
            Q_EMIT wipeRequested();
        else
            happen(Happened::TokenFailed{token.error()});
    });
}

void HubEdge::findOutWhy(const Error &error)
{
    // A socket that did not open tells nothing of what answered in the server's place: a request does.
    follow(
        m_http.get(u"/v1/info"_s, {}, {}), this,
        [this, error, attempt = m_attempt](const Result<QByteArray> &info) {
            if (attempt != m_attempt)
                return; // The engine has not waited for this.
            const bool ours = info
                && parseJson(*info, {64 * 1024, 6}).value_or(QJsonObject()).value("protocol"_L1).isString();
            if (ours && error.code == ErrorCode::Offline)
                happen(Happened::SocketClosed{socketNotLetThrough()});
            else
                happen(Happened::SocketClosed{!info && isFromInBetween(info.error()) ? info.error() : error});
        });
}

void HubEdge::carryOut(const Do::OpenSocket &)
{
    m_opened = false;
    ++m_attempt;
    m_transport.open(socketAddress(m_options.server));
}

void HubEdge::carryOut(const Do::CloseSocket &)
{
    m_opened = false;
    ++m_attempt;
    m_transport.close();
}

void HubEdge::carryOut(const Do::Send &wish)
{
    m_transport.send(wish.frame);
}

void HubEdge::carryOut(const Do::LoadSnapshot &)
{
    follow(m_tokens.token(), this, [this](const Result<QString> &token) {
        if (!token) {
            happen(Happened::SnapshotFailed{token.error()});
            return;
        }
        m_loader =
            std::make_unique<SnapshotLoader>(m_replica, m_http.stream(u"/v1/snapshot"_s, *token), m_observer);
        connect(m_loader.get(), &SnapshotLoader::progressed, this, &HubEdge::snapshotProgress);
        connect(m_loader.get(), &SnapshotLoader::finished, this, [this](const Result<void> &outcome) {
            m_loader.release()->deleteLater();
            if (outcome)
                happen(Happened::SnapshotLoaded{});
            else
                happen(Happened::SnapshotFailed{outcome.error()});
        });
    });
}

void HubEdge::afterApply(const Reply<void> &reply)
{
    follow(reply, this, [this](const Result<void> &done) {
        if (!done)
            happen(Happened::ApplyFailed{done.error()});
    });
}

void HubEdge::carryOut(const Do::Apply &wish)
{
    follow(m_replica.apply(wish.delta), this, [this](const Result<Cursor> &cursor) {
        if (cursor)
            happen(Happened::Applied{cursor->rev});
        else
            happen(Happened::ApplyFailed{cursor.error()});
    });
}

void HubEdge::carryOut(const Do::AddScope &wish)
{
    afterApply(m_replica.addScope(wish.channel, wish.mid));
}
void HubEdge::carryOut(const Do::DropScope &wish)
{
    afterApply(m_replica.dropScope(wish.channel));
}
void HubEdge::carryOut(const Do::AddGap &wish)
{
    afterApply(m_replica.addGap(wish.channel, wish.first, wish.last));
}
void HubEdge::carryOut(const Do::KeepVerdicts &wish)
{
    afterApply(m_replica.applyVerdicts(wish.verdicts));
}
void HubEdge::carryOut(const Do::WakeAfter &wish)
{
    m_wake.start(int(std::min<qint64>(wish.milliseconds, 3'600'000)));
}
void HubEdge::carryOut(const Do::Wipe &)
{
    Q_EMIT wipeRequested();
}

void HubEdge::carryOut(const Do::Tell &wish)
{
    qCDebug(lcSync, "status %d", int(wish.status.state));
    Q_EMIT statusChanged(wish.status);
}

void HubEdge::carryOut(const Do::SendFiles &wish)
{
    QList<FileId> files;
    const QJsonArray listed = wish.operation.data.value("files"_L1).toArray();
    for (const auto &file : listed)
        files.append(FileId::fromString(file.toObject().value("id"_L1).toString()));
    sendFiles(wish.operation.id, files);
}

void HubEdge::sendFiles(OperationId operation, QList<FileId> files)
{
    if (files.isEmpty()) {
        happen(Happened::FilesSent{operation});
        return;
    }
    const FileId file = files.takeFirst();
    follow(m_replica.outgoingFile(file), this, [=, this](const Result<QByteArray> &bytes) {
        if (!bytes) {
            happen(Happened::FilesFailed{operation, bytes.error()});
            return;
        }
        follow(m_tokens.token(), this, [=, this, content = *bytes](const Result<QString> &token) {
            if (!token) {
                happen(Happened::FilesFailed{operation, token.error()});
                return;
            }
            follow(m_http.put(u"/v1/files/"_s + file.toString(), content, *token), this,
                   [=, this](const Result<void> &sent) {
                       if (sent)
                           sendFiles(operation, files);
                       else
                           happen(Happened::FilesFailed{operation, sent.error()});
                   });
        });
    });
}

Reply<void> HubEdge::fetchPage(const QString &path, const QUrlQuery &query, int tries)
{
    return chain<void>(fetch(path, query), this, [=, this](const Result<QByteArray> &body) -> Reply<void> {
        if (!body)
            return ready<void>(std::unexpected(body.error()));
        const Result<HistoryPage> page = decodeHistory(*body);
        if (!page)
            return ready<void>(std::unexpected(page.error()));
        return chain<void>(m_replica.applyHistory(*page), this, [=, this](const Result<void> &applied) {
            // A change overtook it on the other connection: the next page has it.
            const bool stale = !applied && applied.error().code == ErrorCode::Conflict;
            return stale && tries > 1 ? fetchPage(path, query, tries - 1) : ready<void>(applied);
        });
    });
}

Reply<void> HubEdge::post(const QString &path, const QJsonObject &body, const QString &purpose,
                          const std::function<bool()> &allowed)
{
    return chain<void>(m_tokens.token(), this, [=, this](const Result<QString> &token) -> Reply<void> {
        if (!token)
            return ready<void>(std::unexpected(token.error()));
        if (!allowed())
            return ready<void>(failure(ErrorCode::Cancelled, {}));
        return chain<void>(m_http.post(path, body, *token, purpose), this,
                           [](const Result<QJsonObject> &answer) -> Reply<void> {
                               return ready(answer ? Result<void>() : std::unexpected(answer.error()));
                           });
    });
}

Reply<QJsonObject> HubEdge::ask(const QByteArray &method, const QString &path, const QByteArray &body)
{
    return chain<QJsonObject>(m_tokens.token(), this, [=, this](const Result<QString> &token) {
        if (!token)
            return ready<QJsonObject>(std::unexpected(token.error()));
        return chain<QJsonObject>(m_http.send(method, path, body, *token), this,
                                  [](const Result<QByteArray> &answer) {
                                      if (!answer)
                                          return ready<QJsonObject>(std::unexpected(answer.error()));
                                      return ready(answer->isEmpty() ? Result<QJsonObject>(QJsonObject())
                                                                     : parseJson(*answer, {1024 * 1024, 8}));
                                  });
    });
}

Reply<WebPage> HubEdge::openPage(const QString &path, const QByteArray &cookies)
{
    return m_http.openPage(path, cookies);
}

Reply<QByteArray> HubEdge::fetchRange(const QString &path, qint64 from, qint64 most)
{
    const QByteArray range = "bytes=" + QByteArray::number(from) + '-' + QByteArray::number(from + most - 1);
    return chain<QByteArray>(m_tokens.token(), this, [=, this](const Result<QString> &token) {
        return token ? m_http.send("GET", path, {}, *token, {{"Range", range}})
                     : ready<QByteArray>(std::unexpected(token.error()));
    });
}

Reply<QByteArray> HubEdge::fetch(const QString &path, const QUrlQuery &query)
{
    return chain<QByteArray>(m_tokens.token(), this,
                             [=, this](const Result<QString> &token) -> Reply<QByteArray> {
                                 return token ? m_http.get(path, query, *token)
                                              : ready<QByteArray>(std::unexpected(token.error()));
                             });
}

} // namespace ChatOps
