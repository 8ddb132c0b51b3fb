// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "sync/httpclient.h"

namespace ChatOps {

/// The account's tokens: the access token in memory, the refresh token in the
/// vault only. A rotated refresh token is in the vault before it is used.
class TokenKeeper final : public QObject {
    Q_OBJECT
public:
    TokenKeeper(HttpClient &http, KeyVault &vault, QString entry, const Clock &clock,
                QObject *parent = nullptr);

    /// A token for now. Several callers share one refresh. Unauthenticated
    /// when the session is over.
    [[nodiscard]] Reply<QString> token(bool fresh = false);
    void setAccess(const QString &access, qint64 lifetime);

private:
    void refresh();
    void finish(const Result<QString> &outcome);

    HttpClient &m_http;
    KeyVault &m_vault;
    QString m_entry;
    const Clock &m_clock;
    QString m_access;
    qint64 m_accessUntil = 0; ///< Monotonic, so that a wrong wall clock signs nobody out.
    bool m_refreshing = false;
    QList<std::shared_ptr<QPromise<Result<QString>>>> m_waiting;
};

} // namespace ChatOps
