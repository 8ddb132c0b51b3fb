// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/api.h"

using namespace Qt::Literals::StringLiterals;

// How the server is, for those who run it. Others learn whether it works and nothing else.

namespace ChatOps::Server {
namespace {

QString nameOf(Health::Integrity integrity)
{
    switch (integrity) {
    case Health::Integrity::Checking:
        return u"checking"_s;
    case Health::Integrity::Sound:
        return u"ok"_s;
    case Health::Integrity::Damaged:
        return u"damaged"_s;
    case Health::Integrity::Unknown:
        break;
    }
    return u"unknown"_s;
}

} // namespace

void Api::health(HttpConnection *request, const SessionRow &)
{
    const Health::State state = m_health.state();
    QJsonObject json{{"status"_L1,
                      !state.works()    ? "failing"_L1
                          : state.roomy ? "ok"_L1
                                        : "warning"_L1},
                     {"version"_L1, QStringLiteral(CHATOPS_VERSION)}};
    // Straight from this computer: whoever runs it. How many are connected is nobody else's business.
    if (request->isLocal()) {
        json.insert("connections"_L1, m_hub.sessionCount());
        json.insert("uptime_s"_L1, (m_hub.clock().monotonic() - m_startedAt) / 1000);
        json.insert("reads"_L1, state.reads);
        json.insert("writes"_L1, state.writes);
        json.insert("integrity"_L1, nameOf(state.integrity));
        json.insert("integrity_checked_at"_L1, state.checkedAt);
        json.insert("disk_free"_L1, state.freeDisk);
        json.insert("disk_reserve"_L1, m_hub.limits[Ceiling::DiskReserve]);
    }
    request->answer(state.works() ? 200 : 503, toJson(json));
}

void Api::metrics(HttpConnection *request, const SessionRow &)
{
    if (!request->isLocal()) {
        request->answerError(404, u"not_found"_s, u"There is nothing here."_s);
        return;
    }
    const Health::State state = m_health.state();
    const Counters counters = m_counters ? m_counters() : Counters();
    QByteArray text;
    // Prometheus text format 0.0.4.
    const auto add = [&text](const char *name, const char *kind, const char *help, qint64 value) {
        text += QByteArray("# HELP chatops_") + name + ' ' + help + "\n# TYPE chatops_" + name + ' ' + kind
            + "\nchatops_" + name + ' ' + QByteArray::number(value) + '\n';
    };
    add("up", "gauge", "Reads and writes work and the database is whole.", state.works());
    add("sessions", "gauge", "Devices connected and signed in.", m_hub.sessionCount());
    add("connections", "gauge", "Connections of every kind.", counters.connections);
    add("connections_waiting", "gauge", "Connections over which nobody has signed in yet.", counters.waiting);
    add("connections_refused_total", "counter", "Connections closed because there were too many.",
        counters.turnedAway);
    add("connections_gave_way_total", "counter", "Waiting connections closed for newer ones.",
        counters.gaveWay);
    add("upload_memory_bytes", "gauge", "Memory of bodies that are arriving.", counters.uploadBytes);
    add("sign_ins_total", "counter", "Sign-ins that succeeded.", m_signIns);
    add("sign_ins_refused_total", "counter", "Sign-ins with a wrong name or password.", m_refused);
    add("sign_ins_throttled_total", "counter", "Sign-ins that had to wait.", m_throttled);
    add("disk_free_bytes", "gauge", "Free on the disk of the data folder.", state.freeDisk);
    const auto sum = [this](const QString &sql) {
        return m_hub.db().value(sql).value_or(QVariant()).toLongLong();
    };
    add("file_bytes", "gauge", "Bytes of all files.", sum(u"SELECT coalesce(sum(size), 0) FROM file"_s));
    add("files_unattached", "gauge", "Files that no message has named.",
        sum(u"SELECT count(*) FROM file WHERE channel IS NULL"_s));
    text +=
        "# HELP chatops_limit The limits in force; serve --limit changes them.\n# TYPE chatops_limit gauge\n";
    for (const LimitRow &row : limitRows())
        text += QByteArray("chatops_limit{name=\"") + row.name + "\"} "
            + QByteArray::number(m_hub.limits[row.limit]) + '\n';
    request->answer(200, text, "text/plain; version=0.0.4");
}

void Api::info(HttpConnection *request, const SessionRow &)
{
    // Which workspaces there are is for those who are in one; a single one needs no name to sign in.
    request->answer(200,
                    toJson(QJsonObject{{"product"_L1, "chatops-server"_L1},
                                       {"version"_L1, QStringLiteral(CHATOPS_VERSION)},
                                       {"protocol"_L1, ProtocolName},
                                       {"now"_L1, m_hub.clock().now()}}));
}

} // namespace ChatOps::Server
