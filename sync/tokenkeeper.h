// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "sync/httpclient.h"

namespace ChatOps {

/// The account's tokens: the access token in memory, the refresh token in the
/// vault. A rotated refresh token is in the vault before it is used, unless the vault
/// refuses it: then it is kept in memory, because the one in the vault was used and would end the session.
class TokenKeeper final : public QObject {
    Q_OBJECT
public:
    TokenKeeper(HttpClient &http, KeyVault &vault, QString entry, const Clock &clock,
                QObject *parent = nullptr);

    /// A token for now. Several callers share one refresh. Unauthenticated
    /// when the session is over.
    [[nodiscard]] Reply<QString> token(bool fresh = false);
    void setAccess(const QString &access, qint64 lifetime);
    /// Tries once more to put into the vault what it refused.
    void saveAgain();

Q_SIGNALS:
    /// The vault does not take the session's token. The session goes on; it ends with the program.
    void notSaved(const ChatOps::Error &error);
    void saved();

private:
    void refresh();
    void exchange(const QByteArray &token);
    void save(const std::function<void()> &then);
    void finish(const Result<QString> &outcome);

    HttpClient &m_http;
    KeyVault &m_vault;
    QString m_entry;
    const Clock &m_clock;
    QString m_access;
    qint64 m_accessUntil = 0; ///< Monotonic, so that a wrong wall clock signs nobody out.
    QByteArray m_unsaved; ///< Newer than what the vault holds.
    bool m_refreshing = false;
    QList<std::shared_ptr<QPromise<Result<QString>>>> m_waiting;
};

} // namespace ChatOps
