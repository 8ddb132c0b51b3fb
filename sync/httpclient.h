// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace ChatOps {

/// Requests to one server over HTTP. Certificates are checked; redirects are
/// not followed; no cookies are kept. Use from one thread with an event loop.
class HttpClient final : public QObject {
    Q_OBJECT
public:
    HttpClient(QUrl base, NetworkObserver *observer, QObject *parent = nullptr);

    [[nodiscard]] Reply<QByteArray> get(const QString &path, const QUrlQuery &query, const QString &token);
    [[nodiscard]] Reply<QJsonObject> post(const QString &path, const QJsonObject &body,
                                          const QString &token = {},
                                          const QString &purpose = QStringLiteral("sync"));
    [[nodiscard]] Reply<void> put(const QString &path, const QByteArray &body, const QString &token);
    [[nodiscard]] Reply<void> remove(const QString &path, const QString &token);
    /// Any method; `headers` in addition to the usual ones.
    [[nodiscard]] Reply<QByteArray> send(const QByteArray &method, const QString &path,
                                         const QByteArray &body, const QString &token,
                                         const QList<std::pair<QByteArray, QByteArray>> &headers = {},
                                         const QString &purpose = QStringLiteral("sync"));
    /// A page of the server, without a token: it does not learn who opens it. `path` may have a query.
    [[nodiscard]] Reply<WebPage> openPage(const QString &path, const QByteArray &cookies);
    /// A reply to read piece by piece; its errors through `errorOf`.
    [[nodiscard]] QNetworkReply *stream(const QString &path, const QString &token);

    [[nodiscard]] static Error errorOf(QNetworkReply *reply, const QByteArray &body);
    [[nodiscard]] const QUrl &base() const { return m_base; }
    /// Instead of asking the system before each request, which may wait.
    void setProxy(const QNetworkProxy &proxy) { m_manager.setProxy(proxy); }

private:
    [[nodiscard]] QNetworkRequest request(const QString &path, const QUrlQuery &query,
                                          const QString &token) const;
    [[nodiscard]] Reply<QByteArray> collect(QNetworkReply *reply, qint64 sent,
                                            const QString &purpose = QStringLiteral("sync"));

    QUrl m_base;
    NetworkObserver *m_observer;
    QNetworkAccessManager m_manager;
};

} // namespace ChatOps
