// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QMutex>
#include <QThread>

namespace ChatOps {

class HubEdge;

/// `hub.v1` as a Backend. Everything it does runs on a thread of its own;
/// every public function may be called from any thread.
class HubBackend final : public Backend {
    Q_OBJECT
public:
    struct Options {
        QUrl server;
        WorkspaceId workspace;
        DeviceId device;
        QString tokenEntry; ///< Name of the refresh token in the vault.
    };
    /// The ports must outlive the backend. The vault is used on the thread
    /// this object is made on.
    HubBackend(const Options &options, Replica &replica, Outbox &outbox, KeyVault &vault,
               NetworkObserver *observer, QObject *parent = nullptr);
    ~HubBackend() override;

    /// A token from a sign-in just done, to save the first refresh.
    void setAccessToken(const QString &access, qint64 lifetime);

    void start() override;
    void stop() override;
    void retryNow() override;
    Reply<void> fetchHistory(ChannelId channel, qint64 seq, int limit) override;
    Reply<void> fetchThread(ChannelId channel, MessageId root) override;
    Reply<QByteArray> fetchFile(FileId file) override;
    Reply<QJsonObject> ask(AccountWish wish, const QString &id, const QJsonObject &data) override;
    Reply<QByteArray> fetchPack(const QString &id, qint64 from, qint64 most) override;
    Reply<WebPage> openPage(const QString &path, const QByteArray &cookies) override;
    Reply<void> reportUsage(const QJsonObject &totals, std::function<bool()> allowed) override;
    [[nodiscard]] LinkStatus status() const override;
    /// Tries once more to keep the session in the vault.
    void keepSession();

Q_SIGNALS:
    /// The vault refuses the session's secret: the session lasts as long as the program.
    void sessionNotKept(const ChatOps::Error &error);
    void sessionKept();

private:
    template <typename T>
    [[nodiscard]] Reply<T> onEdge(std::function<Reply<T>(HubEdge &)> work);

    mutable QMutex m_mutex;
    LinkStatus m_status;
    QThread m_thread;
    HubEdge *m_edge;
};

} // namespace ChatOps
