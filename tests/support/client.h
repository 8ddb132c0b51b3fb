// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/keychainvault.h"
#include "store/store.h"
#include "sync/hubbackend.h"
#include "sync/signin.h"
#include "tests/support/serverprocess.h"
#include "tests/support/waiting.h"

namespace ChatOps::Testing {

/// A whole client below the window: real store, real socket.
class Client {
public:
    Client(const ServerProcess &server, const QString &name, QString directory);
    /// Through whatever stands at `url` in front of the server.
    Client(QUrl url, QString name, QString directory);
    ~Client();

    void signInAgain();
    /// Opens store and connection; with `online`, waits until it is in sync.
    void open(bool online = true);
    /// As after a crash: nothing is closed in order.
    void close();
    void waitOnline();
    void waitOffline();
    void waitState(LinkStatus::State state);
    /// Until everything written has been confirmed.
    void waitSettled();
    /// Until the server's newest change has arrived.
    void waitRev(qint64 rev);

    [[nodiscard]] OperationId submit(const Operation &operation);
    [[nodiscard]] MessageId post(ChannelId channel, const QString &text, MessageId root = {});
    [[nodiscard]] QList<Message> messages(ChannelId channel);
    [[nodiscard]] ChannelId channel(const QString &name);
    [[nodiscard]] QList<ChannelRow> channels()
    {
        return await(m_store->cache()->channels()).value_or(QList<ChannelRow>());
    }
    [[nodiscard]] QList<PendingOperation> pending()
    {
        return await(m_store->outbox()->pending()).value_or(QList<PendingOperation>());
    }
    [[nodiscard]] qint64 rev() { return await(m_store->replica()->position())->cursor.rev; }

    /// Told of what the next connection carries; it must live longer.
    void setObserver(NetworkObserver *observer) { m_observer = observer; }
    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] HubBackend &backend() { return *m_backend; }
    [[nodiscard]] const SignedIn &account() const { return m_account; }
    [[nodiscard]] PersonId self() const { return m_account.person.id; }
    [[nodiscard]] MemoryVault &vault() { return m_vault; }

private:
    QUrl m_server;
    QString m_name;
    QString m_directory;
    SignedIn m_account;
    MemoryVault m_vault;
    NetworkObserver *m_observer = nullptr;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<HubBackend> m_backend;
};

} // namespace ChatOps::Testing
