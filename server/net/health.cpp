// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/health.h"

#include "core/log.h"
#include "server/hub/securitylog.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr qint64 tryAgain = 5'000; ///< Milliseconds.
constexpr int oneDay = 24 * 3600 * 1000;

} // namespace

Health::Health(Hub &hub, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_worker(std::make_unique<QObject>())
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(u"integrity"_s);
    m_thread.start();
    m_daily.setInterval(oneDay);
    connect(&m_daily, &QTimer::timeout, this, &Health::everyDay);
    m_daily.start();
    everyDay();
}

Health::~Health()
{
    m_thread.quit();
    m_thread.wait();
}

void Health::everyDay()
{
    const Result<int> trimmed =
        trimSecurity(m_hub.db(), m_hub.clock().now() - m_hub.limits[Ceiling::SecurityLogDays] * DayMillis);
    if (!trimmed)
        qCWarning(lcServer, "old entries of the security log cannot be removed: %s",
                  qPrintable(trimmed.error().message));
    checkEveryPage();
}

void Health::checkEveryPage()
{
    if (m_integrity.exchange(Integrity::Checking) == Integrity::Checking)
        return;
    QMetaObject::invokeMethod(m_worker.get(), [this, folder = m_hub.folder(), &clock = m_hub.clock()] {
        const Result<std::unique_ptr<Connection>> db = folder.connectForReading();
        // Through the ordinary way of reading: a page whose seal is broken fails there, and what another
        // connection writes meanwhile is not taken for damage.
        const Result<QVariant> found =
            db ? (*db)->value(u"PRAGMA quick_check"_s) : Result<QVariant>(std::unexpected(db.error()));
        const bool broken = found ? found->toString() != u"ok" : found.error().code == ErrorCode::Damaged;
        m_checkedAt = clock.now();
        m_integrity = broken ? Integrity::Damaged : found ? Integrity::Sound : Integrity::Unknown;
        if (broken)
            qCCritical(lcServer, "the database is damaged: %s. Restore a backup",
                       qPrintable(found ? found->toString() : found.error().detail));
    });
}

Health::State Health::state()
{
    State state;
    Connection &db = m_hub.db();
    state.reads = db.value(u"SELECT count(*) FROM workspace"_s).has_value();
    const qint64 now = m_hub.clock().monotonic();
    if (m_triedAt == 0 || now - m_triedAt > tryAgain) {
        m_triedAt = now;
        m_writes = db.run(u"INSERT INTO meta (name, value) VALUES ('health', ?)"
                          " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                          {QString::number(m_hub.clock().now())})
                       .has_value();
    }
    state.writes = m_writes;
    state.integrity = m_integrity;
    state.checkedAt = m_checkedAt;
    state.freeDisk = m_hub.freeDisk();
    state.roomy = state.freeDisk > m_hub.limits[Ceiling::DiskReserve];
    return state;
}

} // namespace ChatOps::Server
