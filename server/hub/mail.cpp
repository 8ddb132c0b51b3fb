// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/mail.h"

#include "core/choices.h"
#include "pack/signing.h"
#include "server/hub/privacydesk.h"
#include "server/hub/receipts.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int mostTries = 11; ///< With twice the pause each time, more than a day.
constexpr qsizetype payloadBytes = 16 + 16 + 2 + 32;
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype encodedLine = 45; ///< Bytes of an encoded word, RFC 2047 section 2.

QByteArray hashOfAddress(const QString &address)
{
    return QCryptographicHash::hash(address.trimmed().toLower().toUtf8(), QCryptographicHash::Sha256);
}

Result<void> setMeta(Connection &db, const QString &name, const QString &value)
{
    CHATOPS_TRY(db.run(
        u"INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
        {name, value}));
    return {};
}

/// RFC 2047, word by word; nothing in it can begin a header of its own.
QByteArray headerText(const QString &text)
{
    QByteArray encoded;
    const QString flat = text.simplified();
    for (qsizetype at = 0; at < flat.size();) {
        qsizetype take = std::min<qsizetype>(flat.size() - at, encodedLine / 3);
        if (at + take < flat.size() && flat[at + take - 1].isHighSurrogate())
            --take;
        encoded += (encoded.isEmpty() ? "=?utf-8?B?" : "\r\n =?utf-8?B?")
            + flat.mid(at, take).toUtf8().toBase64() + "?=";
        at += take;
    }
    return encoded;
}

struct Token {
    WorkspaceId workspace;
    PersonId person;
    const Purpose *purpose = nullptr;
    QByteArray address;
};

Result<Token> readToken(Connection &db, const QString &token)
{
    const QByteArray raw = QByteArray::fromBase64(token.toLatin1(), base64);
    const Result<Receipts> receipts = Receipts::open(db);
    if (!receipts)
        return std::unexpected(receipts.error());
    const QByteArray payload = raw.first(std::min(payloadBytes, raw.size()));
    const QString signature = QString::fromLatin1(raw.sliced(payload.size()).toBase64());
    if (payload.size() != payloadBytes
        || !isSignedBy(receipts->publicKey(), "unsubscribe" + payload, signature))
        return failure(ErrorCode::NotFound, u"This link is not valid."_s);
    Token read;
    read.workspace = WorkspaceId::fromBytes(payload.first(16));
    read.person = PersonId::fromBytes(payload.sliced(16, 16));
    const auto index = qFromLittleEndian<quint16>(payload.constData() + 32);
    if (index >= purposes().size())
        return failure(ErrorCode::NotFound, u"This link is not valid."_s);
    read.purpose = &purposes()[index];
    read.address = payload.sliced(34);
    return read;
}

} // namespace

Result<MailSetup> mailSetup(Connection &db)
{
    MailSetup setup;
    CHATOPS_TRY(
        db.rows(u"SELECT name, value FROM meta WHERE name LIKE 'mail_%'"_s, {}, [&setup](const SqlRow &row) {
            if (row.text(0) == u"mail_url")
                setup.publicUrl = row.text(1);
            else if (row.text(0) == u"mail_from")
                setup.from = row.text(1);
            return true;
        }));
    setup.enabled = !setup.publicUrl.isEmpty() && !setup.from.isEmpty();
    return setup;
}

Result<void> setMailSetup(Connection &db, const MailSetup &setup)
{
    // What nobody will send any more is not kept either.
    if (!setup.enabled)
        CHATOPS_TRY(db.run(u"DELETE FROM mail"_s));
    CHATOPS_TRY(setMeta(db, u"mail_url"_s, setup.enabled ? setup.publicUrl : QString()));
    return setMeta(db, u"mail_from"_s, setup.enabled ? setup.from : QString());
}

namespace {

/// Where mail goes: to the address the organisation has provided, and to no other. What people
/// write themselves may be somebody else's.
QString mailAddress(const Profile &profile)
{
    const Profile::Field address = profile.fields.value(u"email"_s);
    return address.byOrganisation ? address.value.trimmed() : QString();
}

} // namespace

Result<QString> unsubscribeToken(Connection &db, WorkspaceId workspace, PersonId person,
                                 const QString &purpose, const QString &address)
{
    const Result<Receipts> receipts = Receipts::open(db);
    if (!receipts)
        return std::unexpected(receipts.error());
    const auto all = purposes();
    const auto found =
        std::find_if(all.begin(), all.end(), [&purpose](const Purpose &one) { return purpose == one.name; });
    QByteArray payload =
        workspace.toBytes() + person.toBytes() + QByteArray(2, '\0') + hashOfAddress(address);
    qToLittleEndian(quint16(found - all.begin()), payload.data() + 32);
    const QByteArray signature = QByteArray::fromBase64(receipts->sign("unsubscribe" + payload).toLatin1());
    return QString::fromLatin1((payload + signature).toBase64(base64));
}

Result<bool> queueMail(Workspace &workspace, const Person &person, const QString &purpose,
                       const QString &title, const QString &text)
{
    Connection &db = workspace.db();
    PrivacyDesk desk(workspace);
    const Result<bool> allowed = desk.isAllowed(person.id, purpose);
    const Result<Profile> profile = desk.profile(person.id);
    const Result<MailSetup> setup = mailSetup(db);
    const Result<Workspace::Summary> summary = workspace.summary();
    if (!allowed || !profile || !setup || !summary)
        return std::unexpected(!allowed       ? allowed.error()
                                   : !profile ? profile.error()
                                   : !setup   ? setup.error()
                                              : summary.error());
    static const QRegularExpression plain(u"^[^\\s@<>,;\"]+@[^\\s@<>,;\"]+$"_s);
    const QString address = mailAddress(*profile);
    if (!*allowed || !setup->enabled || !plain.match(address).hasMatch())
        return false;
    const Result<QVariant> suppressed =
        db.value(u"SELECT 1 FROM suppression WHERE workspace = ? AND address = ? AND purpose = ?"_s,
                 {workspace.id().toBytes(), hashOfAddress(address), purpose});
    if (!suppressed)
        return std::unexpected(suppressed.error());
    if (suppressed->isValid())
        return false;
    const Result<QString> token = unsubscribeToken(db, workspace.id(), person.id, purpose, address);
    if (!token)
        return std::unexpected(token.error());
    const QByteArray link = setup->publicUrl.toUtf8() + "/unsubscribe/" + token->toLatin1();
    const QByteArray body = text.toUtf8() + "\n\n-- \n" + summary->name.toUtf8()
        + "\nYou get this because you chose it. One click ends it: " + link + "\n";
    QByteArray mail = "From: " + headerText(summary->name) + " <" + setup->from.toUtf8()
        + ">\r\nTo: " + address.toUtf8() + "\r\nSubject: " + headerText(title) + "\r\nDate: "
        + QLocale::c()
              .toString(QDateTime::fromMSecsSinceEpoch(workspace.now(), Qt::UTC),
                        u"ddd, dd MMM yyyy HH:mm:ss '+0000'"_s)
              .toLatin1()
        + "\r\nMessage-ID: <" + makeUuidV7().toString(QUuid::WithoutBraces).toLatin1() + "@chatops-server>"
        + "\r\nList-Unsubscribe: <" + link + ">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click"
        + "\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8"
        + "\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    const QByteArray encoded = body.toBase64();
    for (qsizetype at = 0; at < encoded.size(); at += 76)
        mail += encoded.mid(at, 76) + "\r\n";
    CHATOPS_TRY(db.run(
        u"INSERT INTO mail (id, workspace, person, purpose, at, tries, next, text) VALUES (?, ?, ?, ?, ?, 0, 0, ?)"_s,
        {makeUuidV7().toRfc4122(), workspace.id().toBytes(), person.id.toBytes(), purpose, workspace.now(),
         QString::fromUtf8(mail)}));
    return true;
}

Result<QString> purposeOfToken(Connection &db, const QString &token)
{
    const Result<Token> read = readToken(db, token);
    return read ? Result<QString>(QString(read->purpose->name)) : std::unexpected(read.error());
}

Result<QString> unsubscribe(Connection &db, const Clock &clock, const QString &token)
{
    const Result<Token> read = readToken(db, token);
    if (!read)
        return std::unexpected(read.error());
    const QString purpose = read->purpose->name;
    Workspace workspace(db, read->workspace, clock);
    CHATOPS_TRY(db.run(u"INSERT INTO suppression (workspace, address, purpose, at) VALUES (?, ?, ?, ?)"
                       " ON CONFLICT (workspace, address, purpose) DO NOTHING"_s,
                       {read->workspace.toBytes(), read->address, purpose, clock.now()}));
    CHATOPS_TRY(dropQueuedMail(db, read->person, purpose));
    const Maybe<Person> person = readPerson(db, read->person);
    PrivacyDesk desk(workspace);
    // Whether it counts at the moment or not: it must not come back by itself.
    const Result<bool> chosen = desk.isChosen(read->person, purpose);
    if (!person || !chosen)
        return std::unexpected(person ? chosen.error() : person.error());
    // Clicked twice, or by somebody whose account is gone: the list is enough.
    if (!*person || !(*person)->active || !*chosen)
        return purpose;
    ConsentRecord record;
    record.id = ConsentId::create();
    record.person = read->person;
    record.purpose = purpose;
    record.purposeVersion = read->purpose->version;
    record.decision = Decision::Withdrawn;
    record.basis = u"consent"_s;
    record.method = u"link"_s;
    record.decidedAt = clock.now();
    CHATOPS_TRY(desk.record(record));
    return purpose;
}

Result<void> liftSuppression(Workspace &workspace, PersonId person, const QString &purpose)
{
    if (!purpose.endsWith(u".email"))
        return {};
    const Result<Profile> profile = PrivacyDesk(workspace).profile(person);
    if (!profile)
        return std::unexpected(profile.error());
    CHATOPS_TRY(
        workspace.db().run(u"DELETE FROM suppression WHERE workspace = ? AND address = ? AND purpose = ?"_s,
                           {workspace.id().toBytes(), hashOfAddress(mailAddress(*profile)), purpose}));
    return {};
}

Result<std::optional<WaitingMail>> nextMail(Connection &db, const Clock &clock)
{
    while (true) {
        std::optional<WaitingMail> next;
        WorkspaceId place;
        PersonId person;
        QString purpose;
        CHATOPS_TRY(db.rows(
            u"SELECT id, text, tries, workspace, person, purpose FROM mail WHERE next <= ? ORDER BY at, id LIMIT 1"_s,
            {clock.now()}, [&](const SqlRow &row) {
                next = WaitingMail{row.bytes(0), row.text(1), int(row.integer(2))};
                place = row.id<WorkspaceId>(3);
                person = row.id<PersonId>(4);
                purpose = row.text(5);
                return false;
            }));
        if (!next)
            return next;
        // It may have waited for hours: what was taken back since is not sent any more.
        Workspace workspace(db, place, clock);
        const Result<bool> allowed = PrivacyDesk(workspace).isAllowed(person, purpose);
        if (!allowed)
            return std::unexpected(allowed.error());
        if (*allowed)
            return next;
        CHATOPS_TRY(mailSent(db, next->id));
    }
}

Result<void> dropQueuedMail(Connection &db, PersonId person, const QString &purpose)
{
    CHATOPS_TRY(db.run(u"DELETE FROM mail WHERE person = ? AND purpose = ?"_s, {person.toBytes(), purpose}));
    return {};
}

Result<void> mailSent(Connection &db, const QByteArray &id)
{
    CHATOPS_TRY(db.run(u"DELETE FROM mail WHERE id = ?"_s, {id}));
    return {};
}

Result<bool> mailFailed(Connection &db, const WaitingMail &mail, Millis now)
{
    if (mail.tries + 1 >= mostTries) {
        CHATOPS_TRY(mailSent(db, mail.id));
        return true;
    }
    CHATOPS_TRY(db.run(u"UPDATE mail SET tries = tries + 1, next = ? WHERE id = ?"_s,
                       {now + (Millis(60'000) << mail.tries), mail.id}));
    return false;
}

} // namespace ChatOps::Server
