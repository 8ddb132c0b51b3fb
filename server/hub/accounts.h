// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/executor.h"
#include "server/hub/limits.h"
#include "server/hub/workspace.h"

namespace ChatOps::Server {

/// Tokens as they are given out once; only their hashes are kept.
struct Tokens {
    QString access; ///< Bearer token; lives 15 minutes.
    QString refresh; ///< For the next pair; rotates with each use.
    Millis accessUntil = 0;
};

struct SessionRow {
    QUuid id;
    PersonId person;
    WorkspaceId workspace;
    DeviceId device;
    Role role = Role::Guest;
    Millis accessUntil = 0;
    Millis confirmedUntil = 0; ///< Until then the person need not give the password again.
    bool ownPeople = false; ///< Its device has loaded a snapshot that tells a guest of their people only.
};

/// How long a password given again counts, in milliseconds.
inline constexpr Millis ConfirmedFor = 10LL * 60 * 1000;
inline constexpr Millis AccessLifetime = 15 * 60 * 1000;
/// Messages of each channel that a device gets without asking.
inline constexpr qint64 EagerMessages = 50;
inline constexpr qsizetype MinPassword = 8;
inline constexpr qsizetype MaxPassword = 256;

/// Argon2id (RFC 9106) in libsodium's "interactive" cost, as a string that
/// carries its own parameters. Takes about 0.1 s: not on the socket thread.
[[nodiscard]] QString hashPassword(const QString &password);
[[nodiscard]] bool verifyPassword(const QString &hash, const QString &password);
/// A hash no password fits, so that unknown names take as long as known ones.
[[nodiscard]] const QString &nobodysHash();

/// What is kept of a token or a code: nobody can sign in with it.
[[nodiscard]] QByteArray tokenHash(const QString &token);
/// A new one, of so many random bytes.
[[nodiscard]] QString randomToken(size_t bytes = 32);

/// Sessions, tokens, invitations. Functions that write run in the caller's
/// transaction.
class Accounts {
public:
    /// `limits`: the usual ones unless given; they must outlive this.
    Accounts(Connection &db, const Clock &clock, const Limits *limits = nullptr);

    struct Login {
        PersonId person;
        QString hash;
        bool active = false;
    };
    [[nodiscard]] Result<std::optional<Login>> findLogin(WorkspaceId workspace, const QString &handle);
    [[nodiscard]] Result<Tokens> startSession(PersonId person, DeviceId device, const QString &deviceName);
    /// A session that was ended because its token was not taken.
    struct Ending {
        QUuid session; ///< Null: none was.
        PersonId person;
        WorkspaceId workspace;
        bool reused = false; ///< Somebody else has used the token; otherwise the session was too old.
    };
    /// Rotates. Using a token again whose successor was used revokes the whole
    /// session, which `ending` then names; asking twice with the same one, as after a
    /// lost answer, does not.
    [[nodiscard]] Result<Tokens> refresh(const QString &token, Ending *ending = nullptr);
    /// The session of an access token; Unauthenticated when it has ended.
    [[nodiscard]] Result<SessionRow> authenticate(const QString &accessToken);
    /// Has this device been signed in as the person of this short name before?
    [[nodiscard]] Result<bool> hasSignedInAs(WorkspaceId workspace, const QString &handle, DeviceId device);
    [[nodiscard]] Result<bool> isLive(const QUuid &session);
    /// Its device loads a snapshot.
    [[nodiscard]] Result<void> noteSnapshot(const QUuid &session);
    /// The person of the session has just given the password again.
    [[nodiscard]] Result<void> confirm(const QUuid &session);
    [[nodiscard]] Result<void> revoke(const QUuid &session);
    /// Every session of the person; but for `except`, if one is given.
    [[nodiscard]] Result<void> revokeAll(PersonId person, const QUuid &except = {});

    /// A session as its person sees it in the list of their devices.
    struct Listed {
        QUuid id;
        QString deviceName;
        Millis created = 0;
        Millis seen = 0;
    };
    /// Those that are not over, the last used first.
    [[nodiscard]] Result<QList<Listed>> sessionsOf(PersonId person);
    /// One of the person's own sessions; false when it is none, or over.
    [[nodiscard]] Result<bool> isOwn(PersonId person, const QUuid &session);

    /// A code to hand to somebody; valid for `lifetime` and `uses` sign-ups.
    [[nodiscard]] Result<QString> makeInvite(WorkspaceId workspace, Role role, Millis lifetime, int uses);
    struct Invite {
        WorkspaceId workspace;
        Role role = Role::Member;
    };
    /// Nothing when the code is unknown, used up or over.
    [[nodiscard]] Result<std::optional<Invite>> findInvite(const QString &code);
    [[nodiscard]] Result<std::optional<Invite>> useInvite(const QString &code);
    [[nodiscard]] Result<void> setPassword(PersonId person, const QString &hash);

private:
    [[nodiscard]] Error ended() const;
    /// Ends what is over: sessions beyond the most a person may have, the longest unused first.
    [[nodiscard]] Result<void> endSurplus(PersonId person);
    Connection &m_db;
    const Clock &m_clock;
    const Limits &m_limits;
};

} // namespace ChatOps::Server
