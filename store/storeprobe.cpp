// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storeprobe.h"

#include "core/memoryguard.h"
#include "store/driver/connection.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

int count(Connection &db, const QString &sql, const QVariantList &values = {})
{
    return db.value(sql, values).value_or(QVariant()).toInt();
}

} // namespace

Result<StoreProbe> probeStore(const QString &directory, const Secret &key)
{
    const KeyWork keyWork;
    StoreProbe probe;
    bool found = false;
    const QString cachePath = directory + u"/cache.db"_s;
    if (QFileInfo::exists(cachePath)) {
        const auto cache = Connection::open({cachePath, true, false}, key.clone());
        if (!cache)
            return std::unexpected(cache.error());
        found = true;
        probe.self = PersonId::fromBytes((*cache)
                                             ->value(u"SELECT value FROM meta WHERE name = 'self'"_s)
                                             .value_or(QVariant())
                                             .toByteArray());
        probe.name = (*cache)
                         ->value(u"SELECT name FROM person WHERE id = ?"_s, {probe.self.toBytes()})
                         .value_or(QVariant())
                         .toString();
    }
    for (const QString &file : {u"/outbox.db"_s, u"/outbox-copy.db"_s}) {
        if (!QFileInfo::exists(directory + file))
            continue;
        const auto outbox = Connection::open({directory + file, true, true, true}, key.clone());
        if (!outbox)
            continue; // The other one holds the same.
        found = true;
        probe.unsent =
            count(**outbox, u"SELECT count(*) FROM operation WHERE state <> ? AND kind <> 'read.mark'"_s,
                  {int(PendingOperation::State::Acknowledged)});
        probe.drafts = count(**outbox, u"SELECT count(*) FROM draft"_s);
        break;
    }
    if (!found)
        return failure(ErrorCode::NotFound, {}, u"no store"_s);
    return probe;
}

} // namespace ChatOps
