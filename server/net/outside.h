// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QUrl>

#include <functional>

class QHostAddress;

namespace ChatOps::Server {

/// Requests of the server to hosts that people name. Only HTTPS to addresses that everybody
/// can reach: nobody gets at the inside of the organisation's network by way of the server,
/// also not by a name that resolves to it. Redirects are not followed, cookies not taken,
/// and nothing tells who asked. One thread with an event loop.
class Outside final : public QObject {
    Q_OBJECT
public:
    explicit Outside(QObject *parent = nullptr);

    struct Answer {
        int status = 0;
        QByteArray type; ///< Of the body, as the other side says.
        QByteArray body;
        QUrl redirect; ///< Where the other side sends to; not followed.
    };
    using Done = std::function<void(const Result<Answer> &)>;
    /// `most`: bytes of the body that are read; what is more is cut off.
    void get(const QUrl &url, qint64 most, Done done);
    void put(const QUrl &url, const QByteArray &body, Done done);

    /// For a server that itself answers on this computer only: then plain HTTP to it is fine, too.
    bool loopbackAllowed = false;
    /// Milliseconds without a byte after which a request is given up.
    int patience = 15'000;

    /// Can everybody reach it? No for loopback, private, shared, link-local, multicast and
    /// reserved addresses (RFC 6890, RFC 4193, RFC 6598).
    [[nodiscard]] static bool isPublic(const QHostAddress &address);

private:
    struct Wish {
        QByteArray method;
        QUrl url;
        QByteArray body;
        qint64 most = 0;
        Done done;
    };
    void resolve(const Wish &wish);
    void send(const Wish &wish, const QHostAddress &address);
    QNetworkAccessManager m_manager{this};
};

} // namespace ChatOps::Server
