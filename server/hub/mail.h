// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy.h"
#include "core/purposes.h"
#include "server/hub/workspace.h"

namespace ChatOps::Server {

// Mail to people who chose it. It waits in the database until whoever runs the server lets
// it be sent (`serve --sendmail`); with each goes a link that ends it with one click.

/// Whether this server sends mail, and what its address is for people outside.
struct MailSetup {
    bool enabled = false;
    QString publicUrl; ///< For instance "https://chat.example.org".
    QString from; ///< Address of the sender.
};
[[nodiscard]] Result<MailSetup> mailSetup(Connection &db);
[[nodiscard]] Result<void> setMailSetup(Connection &db, const MailSetup &setup);

/// Puts a message into the queue if the person chose the purpose, has an address, and the
/// address is not on the list of those that get nothing. Did it?
[[nodiscard]] Result<bool> queueMail(Workspace &workspace, const Person &person, const QString &purpose,
                                     const QString &title, const QString &text);

/// The token of an unsubscribe link: signed, so that nobody can end another's mail by
/// guessing, and good for as long as the server has its key.
[[nodiscard]] Result<QString> unsubscribeToken(Connection &db, WorkspaceId workspace, PersonId person,
                                               const QString &purpose, const QString &address);
/// RFC 8058: withdraws the consent, which every device of the person learns of, and puts the
/// address on the list. NotFound for a token that is none. Within the caller's transaction.
[[nodiscard]] Result<QString> unsubscribe(Connection &db, const Clock &clock, const QString &token);
/// The purpose a token is for; NotFound.
[[nodiscard]] Result<QString> purposeOfToken(Connection &db, const QString &token);

/// Takes the person's address off the list for one purpose.
[[nodiscard]] Result<void> liftSuppression(Workspace &workspace, PersonId person, const QString &purpose);

struct WaitingMail {
    QByteArray id;
    QString text; ///< RFC 5322.
    int tries = 0;
};
/// The next that may still be sent; what was taken back since is dropped.
[[nodiscard]] Result<std::optional<WaitingMail>> nextMail(Connection &db, const Clock &clock);
/// A no ends what waits, too.
[[nodiscard]] Result<void> dropQueuedMail(Connection &db, PersonId person, const QString &purpose);
[[nodiscard]] Result<void> mailSent(Connection &db, const QByteArray &id);
/// Tries again later, and gives up after a day; true when it was given up.
[[nodiscard]] Result<bool> mailFailed(Connection &db, const WaitingMail &mail, Millis now);

} // namespace ChatOps::Server
