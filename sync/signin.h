// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

namespace ChatOps {

/// What a successful sign-in brings.
struct SignedIn {
    QUrl server;
    WorkspaceId workspace;
    QString workspaceName;
    Person person;
    DeviceId device;
    QString access;
    QString refresh;
    qint64 lifetime = 0; ///< Milliseconds the access token lives.
};

struct Credentials {
    QString name;
    QString password;
};

struct Invitation {
    QString code;
    QString name; ///< As shown.
    QString handle;
    QString password;
    int age = 0; ///< The person has confirmed to be at least this old; not a birthday.
};

/// What somebody should know before they send anything about themselves.
struct JoinTerms {
    QString workspaceName;
    WorkspaceRules rules;
    PolicyVersion policy; ///< Version 0: the workspace has none.
};

/// Signs in on a server, for a new device. Independent of any account. Call
/// from a thread with an event loop.
[[nodiscard]] Reply<SignedIn> signIn(const QUrl &server, const Credentials &credentials,
                                     const std::shared_ptr<NetworkObserver> &observer);
/// What the workspace of an invitation says of itself. Nothing of the person is sent.
[[nodiscard]] Reply<JoinTerms> joinTerms(const QUrl &server, const QString &code,
                                         const std::shared_ptr<NetworkObserver> &observer);
/// Makes an account with an invitation and signs in.
[[nodiscard]] Reply<SignedIn> joinWith(const QUrl &server, const Invitation &invitation,
                                       const std::shared_ptr<NetworkObserver> &observer);
/// Ends the session on the server.
[[nodiscard]] Reply<void> signOut(const QUrl &server, const QString &refreshToken,
                                  const std::shared_ptr<NetworkObserver> &observer);

/// The device of the token has destroyed what it held; the server counts it on the receipt.
[[nodiscard]] Reply<void> confirmWiped(const QUrl &server, const QString &refreshToken,
                                       const std::shared_ptr<NetworkObserver> &observer);
/// The receipt of a deletion as it is now, by its number.
[[nodiscard]] Reply<QJsonObject> fetchReceipt(const QUrl &server, const QString &number,
                                              const std::shared_ptr<NetworkObserver> &observer);

} // namespace ChatOps
