// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/accounts.h"

#include "core/entityjson.h"

#include <QCoreApplication>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
QString randomToken(size_t bytes)
{
    QByteArray raw(qsizetype(bytes), '\0');
    randombytes_buf(raw.data(), bytes);
    return QString::fromLatin1(raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray tokenHash(const QString &token)
{
    const QByteArray text = token.toUtf8();
    QByteArray hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(static_cast<unsigned char *>(static_cast<void *>(hash.data())), size_t(hash.size()),
                       static_cast<const unsigned char *>(static_cast<const void *>(text.constData())),
                       size_t(text.size()), nullptr, 0);
    return hash;
}

QString hashPassword(const QString &password)
{
    const QByteArray text = password.normalized(QString::NormalizationForm_C).toUtf8();
    QByteArray out(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(out.data(), text.constData(), size_t(text.size()),
                          crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE)
        != 0)
        return {};
    return QString::fromLatin1(out.constData());
}

bool verifyPassword(const QString &hash, const QString &password)
{
    const QByteArray text = password.normalized(QString::NormalizationForm_C).toUtf8();
    const QByteArray stored = hash.toLatin1();
    if (stored.size() >= qsizetype(crypto_pwhash_STRBYTES))
        return false;
    return crypto_pwhash_str_verify(stored.constData(), text.constData(), size_t(text.size())) == 0;
}

Accounts::Accounts(Connection &db, const Clock &clock, const Limits *limits)
    : m_db(db)
    , m_clock(clock)
    , m_limits(limits ? *limits : usualLimits())
{
}

const QString &nobodysHash()
{
    static const QString hash = hashPassword(randomToken());
    return hash;
}

Error Accounts::ended() const
{
    return {ErrorCode::Unauthenticated,
            QCoreApplication::translate("Server", "The session has ended. Sign in again."),
            {}};
}

Result<std::optional<Accounts::Login>> Accounts::findLogin(WorkspaceId workspace, const QString &handle)
{
    std::optional<Login> found;
    CHATOPS_TRY(m_db.rows(u"SELECT id, password, active FROM person WHERE workspace = ? AND handle = ?"_s,
                          {workspace.toBytes(), handle}, [&found](const SqlRow &row) {
                              found = Login{row.id<PersonId>(0), row.text(1), row.flag(2)};
                              return false;
                          }));
    return found;
}

Result<Tokens> Accounts::startSession(PersonId person, DeviceId device, const QString &deviceName)
{
    const Tokens tokens{randomToken(), randomToken(), m_clock.now() + AccessLifetime};
    CHATOPS_TRY(m_db.run(
        u"INSERT INTO session (id, person, device, device_name, access, access_until, refresh, previous, used,"
        " created, seen, revoked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0)"_s,
        {makeUuidV7().toRfc4122(), person.toBytes(), device.toBytes(), deviceName, tokenHash(tokens.access),
         tokens.accessUntil, tokenHash(tokens.refresh), QByteArray(""), m_clock.now(), m_clock.now()}));
    CHATOPS_TRY(endSurplus(person));
    return tokens;
}

Result<Tokens> Accounts::refresh(const QString &token, Ending *ending)
{
    const QByteArray hash = tokenHash(token);
    struct Found {
        QByteArray id;
        bool current = false;
        bool used = false;
        Millis created = 0;
        Millis seen = 0;
        PersonId person;
        WorkspaceId workspace;
    };
    std::optional<Found> found;
    CHATOPS_TRY(m_db.rows(
        u"SELECT s.id, s.refresh, s.used, s.created, s.seen, s.person, p.workspace FROM session s JOIN person p ON p.id = s.person"
        " WHERE (s.refresh = ? OR s.previous = ?) AND s.revoked = 0 AND p.active = 1"_s,
        {hash, hash}, [&](const SqlRow &row) {
            found = Found{row.bytes(0),   row.bytes(1) == hash, row.flag(2),           row.integer(3),
                          row.integer(4), row.id<PersonId>(5),  row.id<WorkspaceId>(6)};
            return false;
        }));
    if (!found)
        return std::unexpected(ended());
    const Millis now = m_clock.now();
    const bool reused = !found->current && found->used;
    if (reused || now - found->seen > m_limits[Ceiling::SessionIdleDays] * DayMillis
        || now - found->created > m_limits[Ceiling::SessionDays] * DayMillis) {
        CHATOPS_TRY(m_db.run(u"UPDATE session SET revoked = 1 WHERE id = ?"_s, {found->id}));
        if (ending)
            *ending = {QUuid::fromRfc4122(found->id), found->person, found->workspace, reused};
        return std::unexpected(ended());
    }
    const Tokens tokens{randomToken(), randomToken(), now + AccessLifetime};
    CHATOPS_TRY(m_db.run(
        u"UPDATE session SET access = ?, access_until = ?, refresh = ?, previous = ?, used = 0, seen = ? WHERE id = ?"_s,
        {tokenHash(tokens.access), tokens.accessUntil, tokenHash(tokens.refresh), hash, m_clock.now(),
         found->id}));
    return tokens;
}

Result<SessionRow> Accounts::authenticate(const QString &accessToken)
{
    std::optional<SessionRow> found;
    bool fresh = false;
    CHATOPS_TRY(m_db.rows(
        u"SELECT s.id, s.person, p.workspace, s.device, p.role, s.access_until, s.used, s.confirmed, s.own_people FROM session s"
        " JOIN person p ON p.id = s.person WHERE s.access = ? AND s.revoked = 0 AND p.active = 1"_s,
        {tokenHash(accessToken)}, [&](const SqlRow &row) {
            found = SessionRow{QUuid::fromRfc4122(row.bytes(0)),
                               row.id<PersonId>(1),
                               row.id<WorkspaceId>(2),
                               row.id<DeviceId>(3),
                               roleFromName(row.text(4)).value_or(Role::Guest),
                               row.integer(5),
                               row.integer(7),
                               row.flag(8)};
            fresh = !row.flag(6);
            return false;
        }));
    if (!found || found->accessUntil <= m_clock.now())
        return std::unexpected(ended());
    if (fresh) // The newest pair has arrived; its predecessor must not be seen again.
        CHATOPS_TRY(m_db.run(u"UPDATE session SET used = 1 WHERE id = ?"_s, {found->id.toRfc4122()}));
    return *found;
}

Result<bool> Accounts::hasSignedInAs(WorkspaceId workspace, const QString &handle, DeviceId device)
{
    const Result<QVariant> found = m_db.value(
        u"SELECT 1 FROM person p JOIN session s ON s.person = p.id WHERE p.workspace = ? AND p.handle = ?"
        " AND s.device = ?"_s,
        {workspace.toBytes(), handle, device.toBytes()});
    if (!found)
        return std::unexpected(found.error());
    return found->isValid();
}

Result<bool> Accounts::isLive(const QUuid &session)
{
    const Result<QVariant> live = m_db.value(u"SELECT 1 FROM session s JOIN person p ON p.id = s.person"
                                             " WHERE s.id = ? AND s.revoked = 0 AND p.active = 1"_s,
                                             {session.toRfc4122()});
    if (!live)
        return std::unexpected(live.error());
    return live->isValid();
}

Result<void> Accounts::noteSnapshot(const QUuid &session)
{
    CHATOPS_TRY(m_db.run(u"UPDATE session SET own_people = 1 WHERE id = ? AND own_people = 0"_s,
                         {session.toRfc4122()}));
    return {};
}

Result<void> Accounts::confirm(const QUuid &session)
{
    CHATOPS_TRY(m_db.run(u"UPDATE session SET confirmed = ? WHERE id = ?"_s,
                         {m_clock.now() + ConfirmedFor, session.toRfc4122()}));
    return {};
}

Result<void> Accounts::revoke(const QUuid &session)
{
    CHATOPS_TRY(m_db.run(u"UPDATE session SET revoked = 1 WHERE id = ?"_s, {session.toRfc4122()}));
    return {};
}

Result<void> Accounts::revokeAll(PersonId person, const QUuid &except)
{
    CHATOPS_TRY(m_db.run(u"UPDATE session SET revoked = 1 WHERE person = ? AND id <> ?"_s,
                         {person.toBytes(), except.toRfc4122()}));
    return {};
}

Result<QList<Accounts::Listed>> Accounts::sessionsOf(PersonId person)
{
    QList<Listed> sessions;
    const Millis now = m_clock.now();
    CHATOPS_TRY(m_db.rows(
        u"SELECT id, device_name, created, seen FROM session WHERE person = ? AND revoked = 0"
        " AND seen > ? AND created > ? ORDER BY seen DESC, id"_s,
        {person.toBytes(), now - m_limits[Ceiling::SessionIdleDays] * DayMillis,
         now - m_limits[Ceiling::SessionDays] * DayMillis},
        [&sessions](const SqlRow &row) {
            sessions.append({QUuid::fromRfc4122(row.bytes(0)), row.text(1), row.integer(2), row.integer(3)});
            return true;
        }));
    return sessions;
}

Result<bool> Accounts::isOwn(PersonId person, const QUuid &session)
{
    const Result<QVariant> own =
        m_db.value(u"SELECT 1 FROM session WHERE id = ? AND person = ? AND revoked = 0"_s,
                   {session.toRfc4122(), person.toBytes()});
    if (!own)
        return std::unexpected(own.error());
    return own->isValid();
}

Result<void> Accounts::endSurplus(PersonId person)
{
    CHATOPS_TRY(m_db.run(
        u"UPDATE session SET revoked = 1 WHERE person = ? AND revoked = 0 AND id NOT IN"
        " (SELECT id FROM session WHERE person = ? AND revoked = 0 ORDER BY seen DESC, id DESC LIMIT ?)"_s,
        {person.toBytes(), person.toBytes(), m_limits[Ceiling::SessionsPerPerson]}));
    return {};
}

Result<QString> Accounts::makeInvite(WorkspaceId workspace, Role role, Millis lifetime, int uses)
{
    const QString code = randomToken(12);
    CHATOPS_TRY(m_db.run(
        u"INSERT INTO invite (code, workspace, role, until, uses) VALUES (?, ?, ?, ?, ?)"_s,
        {tokenHash(code), workspace.toBytes(), QString(nameOf(role)), m_clock.now() + lifetime, uses}));
    return code;
}

Result<std::optional<Accounts::Invite>> Accounts::findInvite(const QString &code)
{
    std::optional<Invite> invite;
    CHATOPS_TRY(m_db.rows(
        u"SELECT workspace, role FROM invite WHERE code = ? AND uses > 0 AND until > ?"_s,
        {tokenHash(code.trimmed()), m_clock.now()}, [&invite](const SqlRow &row) {
            invite = Invite{row.id<WorkspaceId>(0), roleFromName(row.text(1)).value_or(Role::Guest)};
            return false;
        }));
    return invite;
}

Result<std::optional<Accounts::Invite>> Accounts::useInvite(const QString &code)
{
    const QByteArray hash = tokenHash(code.trimmed());
    const Result<int> taken =
        m_db.run(u"UPDATE invite SET uses = uses - 1 WHERE code = ? AND uses > 0 AND until > ?"_s,
                 {hash, m_clock.now()});
    if (!taken)
        return std::unexpected(taken.error());
    if (*taken == 0)
        return std::nullopt;
    std::optional<Invite> invite;
    CHATOPS_TRY(m_db.rows(
        u"SELECT workspace, role FROM invite WHERE code = ?"_s, {hash}, [&invite](const SqlRow &row) {
            invite = Invite{row.id<WorkspaceId>(0), roleFromName(row.text(1)).value_or(Role::Guest)};
            return false;
        }));
    return invite;
}

Result<void> Accounts::setPassword(PersonId person, const QString &hash)
{
    CHATOPS_TRY(m_db.run(u"UPDATE person SET password = ? WHERE id = ?"_s, {hash, person.toBytes()}));
    return {};
}

} // namespace ChatOps::Server
