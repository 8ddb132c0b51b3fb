// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/dialect.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

QString embeddedSchema(QString statement)
{
    return statement.replace(u"{blob}"_s, u"BLOB"_s)
        .replace(u"{text}"_s, u"TEXT"_s)
        .replace(u"{integer}"_s, u"INTEGER"_s);
}

QString dataVersionStatement()
{
    return u"PRAGMA data_version"_s;
}

QString emptyLogStatement()
{
    return u"PRAGMA wal_checkpoint(TRUNCATE)"_s;
}

QString checkpointStatement()
{
    return u"PRAGMA wal_checkpoint(PASSIVE)"_s;
}

QString rareCheckpointStatement()
{
    return u"PRAGMA wal_autocheckpoint = 8000"_s;
}

QString roomyCacheStatement()
{
    return u"PRAGMA cache_size = -16384"_s;
}

QString shortLogStatement()
{
    return u"PRAGMA journal_size_limit = 1048576"_s;
}

QString backupStatement()
{
    return u"VACUUM INTO ?"_s;
}

} // namespace ChatOps::Server
