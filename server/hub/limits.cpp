// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/limits.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr qint64 mega = 1024LL * 1024;
constexpr qint64 giga = 1024 * mega;

constexpr std::array<LimitRow, LimitCount> table{{
    {Ceiling::Connections, "connections", 20'000, 16, 1'000'000, "connections at a time, of everybody"},
    {Ceiling::WaitingConnections, "waiting-connections", 2'000, 8, 1'000'000,
     "connections of which nobody has signed in yet; the one that has been silent longest gives way"},
    {Ceiling::WaitingPerAddress, "waiting-per-address", 100, 2, 1'000'000,
     "the same from one address, or from one /64 of IPv6; not of this computer and of trusted proxies"},
    {Ceiling::UploadMemory, "upload-memory", 256 * mega, mega, 64 * giga,
     "bytes in memory of bodies that are arriving"},
    {Ceiling::UploadMemoryPerOwner, "upload-memory-per-person", 64 * mega, mega, 64 * giga,
     "the same of one person, or of one address where nobody has signed in"},
    {Ceiling::UploadMemoryReserve, "upload-memory-reserve", 16 * mega, 0, giga,
     "bytes of upload-memory kept for small bodies, such as sign-ins"},
    {Ceiling::UnattachedFiles, "unattached-files", 200, 1, 1'000'000,
     "files of one person that no message has named yet"},
    {Ceiling::UnattachedBytes, "unattached-bytes", giga, mega, 1'000 * giga, "bytes of those"},
    {Ceiling::FileBytesPerPerson, "file-bytes-per-person", 50 * giga, mega, 1'000'000 * giga,
     "bytes of all files of one person"},
    {Ceiling::FileBytesPerWorkspace, "file-bytes-per-workspace", 1'000 * giga, mega, 1'000'000 * giga,
     "bytes of all files of a workspace"},
    {Ceiling::SessionsPerPerson, "sessions-per-person", 20, 1, 10'000,
     "sessions of one person; the one unused longest ends"},
    {Ceiling::SessionIdleDays, "session-idle-days", 60, 1, 3'650,
     "days until a session ends that is not used"},
    {Ceiling::SessionDays, "session-days", 400, 1, 3'650,
     "days until a session ends however much it is used"},
    {Ceiling::ArrivingPacks, "arriving-packs", 2, 1, 100, "packs of other servers that arrive at a time"},
    {Ceiling::ExportsPerDay, "exports-per-day", 10, 1, 1'000, "data exports of one person within a day"},
    {Ceiling::DiskReserve, "disk-reserve", giga / 2, 0, 1'000 * giga,
     "bytes that stay free on the disk: below, files are refused and /health says so"},
    {Ceiling::SecurityLogDays, "security-log-days", 365, 1, 36'500,
     "days entries of the security log are kept"},
}};

constexpr bool isInOrder()
{
    for (size_t i = 0; i < table.size(); ++i) {
        if (size_t(table[i].limit) != i || table[i].usual < table[i].least || table[i].usual > table[i].most)
            return false;
    }
    return true;
}
static_assert(isInOrder(), "one row per limit, in their order, each default within its range");

} // namespace

std::span<const LimitRow> limitRows()
{
    return table;
}

Limits::Limits()
    : m_values{}
{
    for (const LimitRow &row : table)
        m_values[size_t(row.limit)] = row.usual;
}

const Limits &usualLimits()
{
    static const Limits limits;
    return limits;
}

Result<void> Limits::set(const QString &text)
{
    const QString name = text.section(u'=', 0, 0).trimmed();
    bool ok = false;
    const qint64 value = text.section(u'=', 1).trimmed().toLongLong(&ok);
    for (const LimitRow &row : table) {
        if (name != QLatin1StringView(row.name))
            continue;
        if (!ok || value < row.least || value > row.most)
            return failure(
                ErrorCode::Invalid,
                u"--limit %1 takes a number from %2 to %3"_s.arg(name).arg(row.least).arg(row.most));
        set(row.limit, value);
        return {};
    }
    QStringList names;
    for (const LimitRow &row : table)
        names.append(QLatin1StringView(row.name));
    return failure(ErrorCode::Invalid,
                   u"--limit knows no \"%1\"; it knows %2"_s.arg(name, names.join(u", "_s)));
}

} // namespace ChatOps::Server
