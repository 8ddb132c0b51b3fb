// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "privacy/consentgate.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>

namespace ChatOps {

/// What one cookie is for; the manifest has one row for each that may ever be kept.
struct CookieKind {
    QString name;
    QString purpose; ///< Empty: strictly necessary.
    int days = 0; ///< Longest it is kept, whatever the server wishes; 0: until sign-out.
};

/// The one place where cookies of an account's server are kept (RFC 6265). Each is looked up
/// in the manifest: what is not in it, and what belongs to a purpose that is not chosen, is
/// refused and listed. Withdrawing a choice deletes what it had let in. Kept in the encrypted
/// store, but for those of the session, which are in memory only. GUI thread.
class CookieJar final : public QNetworkCookieJar {
    Q_OBJECT
public:
    struct Refused {
        QString name;
        QString domain;
        QString purpose; ///< Empty: nobody knows what it is for.
        Millis at = 0;
    };
    CookieJar(Cache &cache, ConsentGate &gate, QObject *parent = nullptr);

    /// What was stored has been read; before that no cookie is sent or taken.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] QList<QNetworkCookie> cookies() const { return allCookies(); }
    [[nodiscard]] const QList<Refused> &refused() const { return m_refused; }
    /// Null when nobody knows it.
    [[nodiscard]] const CookieKind *kindOf(const QString &name) const;
    /// How many are kept under a purpose; empty: strictly necessary.
    [[nodiscard]] int countOf(const QString &purpose) const;
    /// The value of `Cookie:` for a request, and what to do with each `Set-Cookie:` of its answer.
    [[nodiscard]] QByteArray headerFor(const QUrl &url) const;
    void take(const QUrl &url, const QList<QByteArray> &setCookies);
    /// The server says what else its pages set: name, purpose and days of each. It cannot
    /// change what this program knows.
    void extend(const QJsonArray &manifest);
    /// As exports have them.
    [[nodiscard]] QJsonArray toJson() const;

    bool setCookiesFromUrl(const QList<QNetworkCookie> &cookies, const QUrl &url) override;
    [[nodiscard]] QList<QNetworkCookie> cookiesForUrl(const QUrl &url) const override;

Q_SIGNALS:
    void changed();

private:
    void load();
    void store();
    void dropWithdrawn();
    [[nodiscard]] bool isWelcome(const QString &name) const;
    Cache &m_cache;
    ConsentGate &m_gate;
    QList<Refused> m_refused;
    QList<CookieKind> m_kinds; ///< What this program knows, then what the server says.
    bool m_loaded = false;
};

} // namespace ChatOps
