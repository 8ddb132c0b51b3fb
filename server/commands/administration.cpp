// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/text.h"
#include "server/commands/rights.h"
#include "server/hub/audit.h"
#include "server/hub/eraser.h"
#include "server/hub/passwords.h"
#include "server/hub/privacydesk.h"
#include "server/hub/securitylog.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

Result<Channel> needChannel(Workspace &workspace, const QString &name)
{
    const Maybe<Channel> channel = workspace.channelByName(name);
    if (!channel)
        return std::unexpected(channel.error());
    if (!*channel)
        return failure(ErrorCode::NotFound, u"There is no channel %1."_s.arg(name));
    return **channel;
}

Result<QString> readNewPassword(const QStringList &about)
{
    const QString password = readSecret(u"Password: "_s);
    if (password.size() < MinPassword || password.size() > MaxPassword)
        return failure(ErrorCode::Invalid,
                       u"A password has 8 to 256 characters; give it on standard input."_s);
    CHATOPS_TRY(checkNewPassword(password, about, WorstPasswordBits));
    if (passwordBits(password, about) < GoodPasswordBits)
        err() << "chatops-server: this password is easily guessed; have it changed soon" << Qt::endl;
    return hashPassword(password);
}

Result<QString> addUser(Workspace &workspace, const QCommandLineParser &parser, const QString &handle)
{
    const QString name = parser.isSet(u"name"_s) ? parser.value(u"name"_s) : handle;
    const std::optional<Role> role = roleFromName(parser.value(u"role"_s));
    if (!isValidHandle(handle) || !isValidName(name) || !role)
        return failure(
            ErrorCode::Invalid,
            u"A short name has 2 to 40 of a-z, 0-9, '.', '_', '-'; roles are owner, admin, member, guest."_s);
    const Maybe<Person> taken = workspace.personByHandle(handle);
    if (!taken)
        return std::unexpected(taken.error());
    if (*taken)
        return failure(ErrorCode::Conflict, u"This short name is taken."_s);
    const Result<QString> hash = readNewPassword({handle, name});
    if (!hash)
        return hash;
    PersonId added;
    CHATOPS_TRY(PrivacyDesk(workspace).withContacts([&]() -> Result<void> {
        const Result<PersonId> person = workspace.addPerson(name, handle, *role, *hash);
        if (!person)
            return std::unexpected(person.error());
        added = *person;
        return {};
    }));
    const Maybe<Channel> general = workspace.channelByName(u"general"_s);
    if (general && *general && *role != Role::Guest)
        CHATOPS_TRY(workspace.addMember(**general, added));
    CHATOPS_TRY(appendSecurity(workspace, {u"admin.account_added"_s, {}, added, {}, QString(nameOf(*role))},
                               commandLineActor()));
    return u"added %1"_s.arg(handle);
}

/// A workspace is never without an owner.
Result<void> needAnotherOwner(Workspace &workspace, const Person &person)
{
    if (person.role != Role::Owner || !person.active)
        return {};
    const Result<QVariant> others = workspace.db().value(
        u"SELECT count(*) FROM person WHERE workspace = ? AND role = 'owner' AND active = 1 AND id <> ?"_s,
        {workspace.id().toBytes(), person.id.toBytes()});
    if (!others)
        return std::unexpected(others.error());
    if (others->toInt() == 0)
        return failure(ErrorCode::Conflict,
                       u"%1 is the only owner; make somebody else an owner first."_s.arg(person.handle));
    return {};
}

Result<QString> changeRole(Workspace &workspace, const QString &handle, const QString &name)
{
    const std::optional<Role> role = roleFromName(name);
    if (!role)
        return failure(ErrorCode::Invalid, u"Roles are owner, admin, member and guest."_s);
    Result<Person> person = needPerson(workspace, handle);
    if (!person)
        return std::unexpected(person.error());
    if (*role != Role::Owner)
        CHATOPS_TRY(needAnotherOwner(workspace, *person));
    if (!person->active)
        return failure(ErrorCode::Invalid, u"The account of %1 is closed."_s.arg(handle));
    // Whether public channels are seen without being in them is decided when their rows are
    // sent; devices that have passed those rows would never get or lose them.
    if ((person->role == Role::Guest) != (*role == Role::Guest))
        return failure(ErrorCode::Invalid, u"A guest stays a guest, and nobody becomes one later."_s);
    person->role = *role;
    // Without named contacts the owners answer requests.
    CHATOPS_TRY(PrivacyDesk(workspace).withContacts([&] { return workspace.publishPerson(*person); }));
    CHATOPS_TRY(noteAccess(workspace, person->id, commandLineActor(), u"role changed"_s, name));
    return u"%1 is now %2"_s.arg(handle, name);
}

int listUsers(Place &place)
{
    const Result<void> listed =
        place.db->rows(u"SELECT handle, name, role, active FROM person WHERE workspace = ? ORDER BY handle"_s,
                       {place.workspace.toBytes()}, [](const SqlRow &row) {
                           out() << row.text(0) << '\t' << row.text(1) << '\t' << row.text(2) << '\t'
                                 << (row.flag(3) ? "active" : "closed") << '\n';
                           return true;
                       });
    out().flush();
    return listed ? int(ExitOk) : complain(listed.error());
}

/// Only the hash of a code is kept: the first letters of that are its number.
QString numberOf(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toHex().left(8));
}

int listInvites(Place &place)
{
    const Result<void> listed = place.db->rows(
        u"SELECT code, role, uses, until FROM invite WHERE workspace = ? AND uses > 0 AND until > ? ORDER BY until"_s,
        {place.workspace.toBytes(), systemClock().now()}, [](const SqlRow &row) {
            out() << numberOf(row.bytes(0)) << '\t' << row.text(1) << '\t' << row.integer(2)
                  << " uses\tuntil "
                  << QDateTime::fromMSecsSinceEpoch(row.integer(3), Qt::UTC).toString(Qt::ISODate) << '\n';
            return true;
        });
    out().flush();
    return listed ? int(ExitOk) : complain(listed.error());
}

Result<QString> revokeInvite(Workspace &workspace, const QString &which)
{
    QByteArray found;
    int count = 0;
    const QByteArray code = tokenHash(which);
    CHATOPS_TRY(workspace.db().rows(u"SELECT code FROM invite WHERE workspace = ? AND uses > 0"_s,
                                    {workspace.id().toBytes()}, [&](const SqlRow &row) {
                                        const QByteArray hash = row.bytes(0);
                                        if (hash == code || numberOf(hash) == which) {
                                            found = hash;
                                            ++count;
                                        }
                                        return true;
                                    }));
    if (count != 1)
        return failure(ErrorCode::NotFound, u"There is no such invitation; see invite list."_s);
    CHATOPS_TRY(workspace.db().run(u"DELETE FROM invite WHERE code = ?"_s, {found}));
    CHATOPS_TRY(appendSecurity(workspace, {u"admin.invitation_revoked"_s, {}, {}, {}, numberOf(found)},
                               commandLineActor()));
    return u"the invitation %1 is valid no more"_s.arg(numberOf(found));
}

} // namespace

int runWorkspace(const QString &data, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"workspace list, workspace rename NAME. People see the new name when they sign in next."_s);
    parser.addOption(workspaceOption());
    parser.addPositionalArgument(u"ACTION"_s, u"list or rename"_s);
    parser.addPositionalArgument(u"NAME"_s, u"The new name."_s, u"[NAME]"_s);
    if (const auto code = parseOrHelp(parser, arguments, 2))
        return *code;
    const QStringList words = parser.positionalArguments();
    if (words != QStringList{u"list"_s} && !(words.size() == 2 && words[0] == u"rename"))
        return usageError(u"see workspace --help"_s);
    if (words[0] == u"list") {
        const Result<std::unique_ptr<Connection>> db = connectTo(data);
        const Result<QList<Workspace::Summary>> all =
            db ? Workspace::all(**db) : Result<QList<Workspace::Summary>>(std::unexpected(db.error()));
        if (!all)
            return complain(all.error());
        for (const Workspace::Summary &one : *all)
            out() << one.name << '\t' << one.id.toString() << '\n';
        out().flush();
        return ExitOk;
    }
    if (!isValidName(words[1]))
        return complain(
            {ErrorCode::Invalid, u"A workspace needs a name of 1 to 80 characters that can be seen."_s, {}});
    Result<Place> place = openPlace(data, parser.value(workspaceOption()));
    if (!place)
        return complain(place.error());
    return inTransaction(*place, [&](Workspace &workspace, Accounts &) -> Result<QString> {
        CHATOPS_TRY(workspace.db().run(u"UPDATE workspace SET name = ? WHERE id = ?"_s,
                                       {words[1], workspace.id().toBytes()}));
        CHATOPS_TRY(appendSecurity(workspace, {u"admin.workspace_renamed"_s, {}, {}, {}, words[1]},
                                   commandLineActor()));
        return u"the workspace is called %1 now"_s.arg(words[1]);
    });
}

int runUser(const QString &data, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"user add HANDLE, user list, user role HANDLE ROLE, user password HANDLE, user close HANDLE,\n"
        "user reopen HANDLE. Passwords are read from standard input, never from the command line. A closed\n"
        "account's devices destroy what they hold at the next contact, unless --keep-devices is given."_s);
    parser.addOptions(
        {workspaceOption(),
         {u"name"_s, u"Name as shown."_s, u"NAME"_s},
         {u"role"_s, u"owner, admin, member (unless given) or guest."_s, u"ROLE"_s, u"member"_s},
         {u"keep-devices"_s, u"For close: their devices keep what they hold."_s}});
    parser.addPositionalArgument(u"ACTION"_s, u"add, list, role, password, close or reopen"_s);
    parser.addPositionalArgument(u"HANDLE"_s, u"Whom: the short name they sign in with."_s, u"[HANDLE]"_s);
    parser.addPositionalArgument(u"ROLE"_s, u"For role: owner, admin or member."_s, u"[ROLE]"_s);
    if (const auto code = parseOrHelp(parser, arguments, 3))
        return *code;
    const QStringList words = parser.positionalArguments();
    const QString action = words.value(0);
    if (action == u"role" && words.size() != 3)
        return usageError(u"user role needs a short name and a role; see user --help"_s);
    if (action != u"list" && action != u"role" && words.size() != 2)
        return usageError(u"user needs an action and a short name; see user --help"_s);
    Result<Place> place = openPlace(data, parser.value(workspaceOption()));
    if (!place)
        return complain(place.error());
    const QString handle = words.value(1);
    if (action == u"list")
        return listUsers(*place);
    if (action == u"add")
        return inTransaction(
            *place, [&](Workspace &workspace, Accounts &) { return addUser(workspace, parser, handle); });
    if (action == u"role")
        return inTransaction(*place, [&](Workspace &workspace, Accounts &) {
            return changeRole(workspace, handle, words[2]);
        });
    if (action == u"password") {
        return inTransaction(*place, [&](Workspace &workspace, Accounts &accounts) -> Result<QString> {
            const Result<Person> person = needPerson(workspace, handle);
            if (!person)
                return std::unexpected(person.error());
            if (!person->active)
                return failure(ErrorCode::Invalid,
                               u"The account of %1 is closed; user reopen %1 opens it again."_s.arg(handle));
            const Result<QString> hash = readNewPassword({handle, person->name});
            if (!hash)
                return hash;
            CHATOPS_TRY(accounts.setPassword(person->id, *hash));
            CHATOPS_TRY(accounts.revokeAll(person->id));
            CHATOPS_TRY(noteAccess(workspace, person->id, commandLineActor(), u"password set"_s));
            return u"password changed; every session of %1 has ended"_s.arg(handle);
        });
    }
    if (action == u"close") {
        return inTransaction(*place, [&](Workspace &workspace, Accounts &accounts) -> Result<QString> {
            Result<Person> person = needPerson(workspace, handle);
            if (!person)
                return std::unexpected(person.error());
            if (!person->active)
                return failure(ErrorCode::Invalid, u"The account of %1 is closed already."_s.arg(handle));
            CHATOPS_TRY(needAnotherOwner(workspace, *person));
            person->active = false;
            // What their devices hold goes at the next contact, unless it is to be kept.
            const bool keep = parser.isSet(u"keep-devices"_s);
            if (!keep)
                CHATOPS_TRY(orderWipes(workspace.db(), person->id, closedAccountOrder()));
            CHATOPS_TRY(
                PrivacyDesk(workspace).withContacts([&] { return workspace.publishPerson(*person); }));
            CHATOPS_TRY(accounts.revokeAll(person->id));
            CHATOPS_TRY(
                noteAccess(workspace, person->id, commandLineActor(), u"account closed"_s,
                           keep ? u"devices keep what they hold"_s : u"devices destroy what they hold"_s));
            return keep
                ? u"closed %1; their devices keep what they hold"_s.arg(handle)
                : u"closed %1; their devices destroy what they hold when they next reach the server"_s.arg(
                    handle);
        });
    }
    if (action == u"reopen") {
        return inTransaction(*place, [&](Workspace &workspace, Accounts &accounts) -> Result<QString> {
            Result<Person> person = needPerson(workspace, handle);
            if (!person)
                return std::unexpected(person.error());
            if (person->active)
                return failure(ErrorCode::Invalid, u"The account of %1 is open."_s.arg(handle));
            const Result<QString> hash = readNewPassword({handle, person->name});
            if (!hash)
                return hash;
            person->active = true;
            CHATOPS_TRY(
                PrivacyDesk(workspace).withContacts([&] { return workspace.publishPerson(*person); }));
            CHATOPS_TRY(accounts.setPassword(person->id, *hash));
            CHATOPS_TRY(noteAccess(workspace, person->id, commandLineActor(), u"account reopened"_s));
            return u"%1 is open again, with the password just given"_s.arg(handle);
        });
    }
    return usageError(u"unknown action %1; see user --help"_s.arg(action));
}

int runInvite(const QString &data, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"invite: prints a code; who has it can join through the first window of ChatOps Desktop.\n"
        "invite list: those that are valid. invite revoke CODE or NUMBER: it is valid no more."_s);
    parser.addOptions({workspaceOption(),
                       {u"role"_s, u"admin, member (unless given) or guest."_s, u"ROLE"_s, u"member"_s},
                       {u"days"_s, u"How long it is valid, 7 unless given."_s, u"N"_s, u"7"_s},
                       {u"uses"_s, u"How many people may use it, 1 unless given."_s, u"N"_s, u"1"_s}});
    parser.addPositionalArgument(u"ACTION"_s, u"list or revoke; a new code without it."_s, u"[ACTION]"_s);
    parser.addPositionalArgument(u"CODE"_s, u"For revoke."_s, u"[CODE]"_s);
    if (const auto code = parseOrHelp(parser, arguments, 2))
        return *code;
    const QStringList words = parser.positionalArguments();
    if (!words.isEmpty()) {
        if (words != QStringList{u"list"_s} && !(words.size() == 2 && words[0] == u"revoke"))
            return usageError(u"see invite --help"_s);
        Result<Place> place = openPlace(data, parser.value(workspaceOption()));
        if (!place)
            return complain(place.error());
        return words[0] == u"list" ? listInvites(*place)
                                   : inTransaction(*place, [&](Workspace &workspace, Accounts &) {
                                         return revokeInvite(workspace, words[1]);
                                     });
    }
    const std::optional<Role> role = roleFromName(parser.value(u"role"_s));
    const int days = parser.value(u"days"_s).toInt();
    const int uses = parser.value(u"uses"_s).toInt();
    if (!role || *role == Role::Owner || days < 1 || days > 365 || uses < 1 || uses > 10'000)
        return usageError(u"invite takes a role of admin, member or guest, 1 to 365 days, 1 to 10000 uses"_s);
    Result<Place> place = openPlace(data, parser.value(workspaceOption()));
    if (!place)
        return complain(place.error());
    return inTransaction(*place, [&](Workspace &workspace, Accounts &accounts) -> Result<QString> {
        CHATOPS_TRY(appendSecurity(
            workspace, {u"admin.invitation_made"_s, {}, {}, {}, QString(nameOf(*role))}, commandLineActor()));
        return accounts.makeInvite(workspace.id(), *role, days * DayMillis, uses);
    });
}

int runChannel(const QString &data, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"channel add NAME, channel list, channel join NAME HANDLE, channel remove NAME HANDLE."_s);
    parser.addOptions({workspaceOption(),
                       {u"private"_s, u"Only its members see it."_s},
                       {u"topic"_s, u"What it is about."_s, u"TEXT"_s}});
    parser.addPositionalArgument(u"ACTION"_s, u"add, list, join or remove"_s);
    parser.addPositionalArgument(u"NAME"_s, u"The channel."_s, u"[NAME]"_s);
    parser.addPositionalArgument(u"HANDLE"_s, u"Whom."_s, u"[HANDLE]"_s);
    if (const auto code = parseOrHelp(parser, arguments, 3))
        return *code;
    const QStringList words = parser.positionalArguments();
    const QString action = words.value(0);
    const int needed = action == u"list" ? 1 : action == u"add" ? 2 : 3;
    if (words.size() != needed)
        return usageError(u"see channel --help"_s);
    Result<Place> place = openPlace(data, parser.value(workspaceOption()));
    if (!place)
        return complain(place.error());
    if (action == u"list") {
        const Result<void> listed = place->db->rows(
            u"SELECT name, kind, last_seq FROM channel WHERE workspace = ? AND kind <> 'direct' ORDER BY name"_s,
            {place->workspace.toBytes()}, [](const SqlRow &row) {
                out() << row.text(0) << '\t' << row.text(1) << '\t' << row.integer(2) << " messages\n";
                return true;
            });
        out().flush();
        return listed ? int(ExitOk) : complain(listed.error());
    }
    if (action == u"add") {
        return inTransaction(*place, [&](Workspace &workspace, Accounts &) -> Result<QString> {
            Channel channel;
            channel.id = ChannelId::create();
            channel.kind = parser.isSet(u"private"_s) ? ChannelKind::Private : ChannelKind::Public;
            channel.name = words.value(1);
            channel.topic = truncated(parser.value(u"topic"_s), Limit::Topic);
            if (!isValidName(channel.name))
                return failure(ErrorCode::Invalid, u"A channel needs a name of 1 to 80 characters."_s);
            const Maybe<Channel> taken = workspace.channelByName(channel.name);
            if (!taken)
                return std::unexpected(taken.error());
            if (*taken)
                return failure(ErrorCode::Conflict, u"There is a channel of this name already."_s);
            // Whoever sets a workspace up is in what they make.
            QList<PersonId> owners;
            CHATOPS_TRY(workspace.db().rows(
                u"SELECT id FROM person WHERE workspace = ? AND active = 1 AND role = 'owner' ORDER BY id"_s,
                {workspace.id().toBytes()}, [&owners](const SqlRow &row) {
                    owners.append(row.id<PersonId>(0));
                    return true;
                }));
            CHATOPS_TRY(workspace.createChannel(channel, owners.value(0), owners));
            return u"added %1"_s.arg(channel.name);
        });
    }
    if (action != u"join" && action != u"remove")
        return usageError(u"unknown action %1; see channel --help"_s.arg(action));
    return inTransaction(*place, [&](Workspace &workspace, Accounts &) -> Result<QString> {
        const Result<Channel> channel = needChannel(workspace, words.value(1));
        const Result<Person> person = needPerson(workspace, words.value(2));
        if (!channel || !person)
            return std::unexpected(channel ? person.error() : channel.error());
        if (action == u"join") {
            CHATOPS_TRY(appendSecurity(workspace,
                                       {u"admin.member_added"_s, {}, person->id, {}, channel->id.toString()},
                                       commandLineActor()));
            CHATOPS_TRY(workspace.addMember(*channel, person->id));
            return u"%1 is in %2"_s.arg(person->handle, channel->name);
        }
        CHATOPS_TRY(appendSecurity(workspace,
                                   {u"admin.member_removed"_s, {}, person->id, {}, channel->id.toString()},
                                   commandLineActor()));
        CHATOPS_TRY(workspace.removeMember(*channel, person->id));
        return u"%1 is no longer in %2"_s.arg(person->handle, channel->name);
    });
}

} // namespace ChatOps::Server
