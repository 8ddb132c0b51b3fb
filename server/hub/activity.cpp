// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/activity.h"

#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

/// The instant in an id of version 7 (RFC 9562 section 5.7).
Millis instantOf(const QByteArray &id)
{
    return id.size() == 16 ? Millis(qFromBigEndian<quint64>(id.constData()) >> 16) : 0;
}

} // namespace

Result<QList<Activity>> activityOf(Connection &db, WorkspaceId workspace, PersonId person, int most)
{
    QList<Activity> all;
    QList<QByteArray> devices;
    CHATOPS_TRY(db.rows(u"SELECT device, device_name, created FROM session WHERE person = ?"_s,
                        {person.toBytes()}, [&](const SqlRow &row) {
                            if (!devices.contains(row.bytes(0)))
                                devices.append(row.bytes(0));
                            all.append({row.integer(2), u"signed in"_s, row.text(1)});
                            return true;
                        }));
    CHATOPS_TRY(db.rows(u"SELECT created, scope FROM export_job WHERE person = ?"_s, {person.toBytes()},
                        [&all](const SqlRow &row) {
                            all.append({row.integer(0), u"export"_s, row.text(1)});
                            return true;
                        }));
    for (const QByteArray &device : std::as_const(devices)) {
        CHATOPS_TRY(db.rows(
            u"SELECT a.operation, l.entity, l.verb FROM applied a JOIN log l ON l.workspace = ? AND l.rev = a.rev"
            " WHERE a.device = ? AND a.person = ? AND a.rev > 0 ORDER BY a.seq DESC LIMIT ?"_s,
            {workspace.toBytes(), device, person.toBytes(), most}, [&all](const SqlRow &row) {
                all.append({instantOf(row.bytes(0)), row.text(1), row.text(2)});
                return true;
            }));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Activity &a, const Activity &b) { return a.at > b.at; });
    if (all.size() > most)
        all.resize(most);
    return all;
}

} // namespace ChatOps::Server
