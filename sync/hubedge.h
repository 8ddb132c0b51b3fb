// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine.h"
#include "sync/httpclient.h"
#include "sync/hubbackend.h"
#include "sync/serveraddress.h"
#include "sync/snapshotloader.h"
#include "sync/tokenkeeper.h"
#include "sync/transport.h"

#include <QTimer>

namespace ChatOps {

/// Where the state machine meets the real socket, clock and store. Lives on
/// the backend's thread.
class HubEdge final : public QObject {
    Q_OBJECT
public:
    HubEdge(const HubBackend::Options &options, Replica &replica, KeyVault &vault, NetworkObserver *observer);
    ~HubEdge() override;

    void happen(const SyncEvent &event);
    void watchNetwork();
    void setAccessToken(const QString &access, qint64 lifetime) { m_tokens.setAccess(access, lifetime); }
    void keepSession() { m_tokens.saveAgain(); }
    [[nodiscard]] Reply<void> fetchPage(const QString &path, const QUrlQuery &query, int tries = 8);
    /// `purpose`: for the network ledger. Cancelled when `allowed` says no in the end.
    [[nodiscard]] Reply<void> post(const QString &path, const QJsonObject &body, const QString &purpose,
                                   const std::function<bool()> &allowed);
    [[nodiscard]] Reply<QJsonObject> ask(const QByteArray &method, const QString &path,
                                         const QByteArray &body);
    [[nodiscard]] Reply<WebPage> openPage(const QString &path, const QByteArray &cookies);
    [[nodiscard]] Reply<QByteArray> fetchRange(const QString &path, qint64 from, qint64 most);
    [[nodiscard]] Reply<QByteArray> fetch(const QString &path, const QUrlQuery &query);

Q_SIGNALS:
    void statusChanged(const ChatOps::LinkStatus &status);
    void snapshotProgress(qint64 lines, qint64 about);
    void wipeRequested();
    void sessionNotKept(const ChatOps::Error &error);
    void sessionKept();

private:
    void carryOut(const Do::ReadPosition &);
    void carryOut(const Do::GetToken &wish);
    void carryOut(const Do::OpenSocket &);
    void carryOut(const Do::CloseSocket &);
    void carryOut(const Do::Send &wish);
    void carryOut(const Do::LoadSnapshot &wish);
    void carryOut(const Do::Apply &wish);
    void carryOut(const Do::AddScope &wish);
    void carryOut(const Do::DropScope &wish);
    void carryOut(const Do::AddGap &wish);
    void carryOut(const Do::KeepVerdicts &wish);
    void carryOut(const Do::SendFiles &wish);
    void carryOut(const Do::WakeAfter &wish);
    void carryOut(const Do::Tell &wish);
    void carryOut(const Do::Wipe &);
    void findOutWhy(const Error &error);
    void afterApply(const Reply<void> &reply);
    void sendFiles(OperationId operation, QList<FileId> files);

    HubBackend::Options m_options;
    Replica &m_replica;
    NetworkObserver *m_observer;
    SystemClock m_clock;
    SyncEngine m_engine;
    HttpClient m_http;
    TokenKeeper m_tokens;
    WebSocketTransport m_transport;
    bool m_opened = false; ///< The socket of this attempt has opened.
    quint64 m_attempt = 0;
    std::unique_ptr<SnapshotLoader> m_loader;
    QTimer m_wake;
};

} // namespace ChatOps
