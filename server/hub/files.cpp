// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/files.h"

#include "server/hub/hub.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

Result<void> storeFile(Connection &db, const SessionRow &session, FileId id, const QByteArray &bytes,
                       qint64 now)
{
    if (id.isNull() || bytes.isEmpty())
        return failure(ErrorCode::Invalid, u"A file needs an id and at least one byte."_s);
    const Result<QVariant> owner = db.value(u"SELECT owner FROM file WHERE id = ?"_s, {id.toBytes()});
    if (!owner)
        return std::unexpected(owner.error());
    if (owner->isValid()) {
        // Sent again after a lost answer: nothing to do. Another's id: not said to exist.
        if (PersonId::fromBytes(owner->toByteArray()) != session.person)
            return failure(ErrorCode::Forbidden, u"This id cannot be used."_s);
        // Its message is on the way: the time to keep it begins again.
        CHATOPS_TRY(
            db.run(u"UPDATE file SET at = ? WHERE id = ? AND channel IS NULL"_s, {now, id.toBytes()}));
        return {};
    }
    CHATOPS_TRY(db.run(
        u"INSERT INTO file (id, workspace, owner, channel, size, bytes, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {id.toBytes(), session.workspace.toBytes(), session.person.toBytes(), QVariant(), bytes.size(), bytes,
         now}));
    return {};
}

Result<void> roomForFile(Hub &hub, const SessionRow &session, qint64 bytes)
{
    constexpr qint64 mega = 1024 * 1024;
    const auto full = [](const QString &sentence) { return failure(ErrorCode::Throttled, sentence); };
    if (bytes > hub.freeDisk() - hub.limits[Ceiling::DiskReserve])
        return full(u"The server's disk is nearly full. No files can be sent at the moment; messages can."_s);
    qint64 own = 0;
    qint64 loose = 0;
    qint64 looseFiles = 0;
    CHATOPS_TRY(hub.db().rows(
        u"SELECT coalesce(sum(size), 0), coalesce(sum(CASE WHEN channel IS NULL THEN size ELSE 0 END), 0),"
        " coalesce(sum(CASE WHEN channel IS NULL THEN 1 ELSE 0 END), 0) FROM file WHERE owner = ?"_s,
        {session.person.toBytes()}, [&](const SqlRow &row) {
            own = row.integer(0);
            loose = row.integer(1);
            looseFiles = row.integer(2);
            return false;
        }));
    if (looseFiles >= hub.limits[Ceiling::UnattachedFiles]
        || loose + bytes > hub.limits[Ceiling::UnattachedBytes])
        return full(
            u"Too many files of yours wait for their message. Send those first; what no message names is removed after a day."_s);
    if (own + bytes > hub.limits[Ceiling::FileBytesPerPerson])
        return full(
            u"Your files take up all of the %1 MB that one person may use here. Delete messages with files you need no longer."_s
                .arg(hub.limits[Ceiling::FileBytesPerPerson] / mega));
    const Result<QVariant> all = hub.db().value(
        u"SELECT coalesce(sum(size), 0) FROM file WHERE workspace = ?"_s, {session.workspace.toBytes()});
    if (!all)
        return std::unexpected(all.error());
    if (all->toLongLong() + bytes > hub.limits[Ceiling::FileBytesPerWorkspace])
        return full(
            u"The files of this workspace take up all the room they may. Your administrator can give it more."_s);
    return {};
}

Result<QByteArray> readFile(Connection &db, const SessionRow &session, FileId id)
{
    const Result<QVariant> bytes =
        db.value(u"SELECT f.bytes FROM file f WHERE f.id = ? AND (f.owner = ? OR EXISTS"
                 " (SELECT 1 FROM member m WHERE m.channel = f.channel AND m.person = ?))"_s,
                 {id.toBytes(), session.person.toBytes(), session.person.toBytes()});
    if (!bytes)
        return std::unexpected(bytes.error());
    if (!bytes->isValid())
        return failure(ErrorCode::NotFound, u"There is no such file, or you cannot see it."_s);
    return bytes->toByteArray();
}

Result<int> removeUnattachedFiles(Connection &db, qint64 now)
{
    return db.run(u"DELETE FROM file WHERE channel IS NULL AND at < ?"_s, {now - UnattachedKept});
}

} // namespace ChatOps::Server
