// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/files.h"

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
