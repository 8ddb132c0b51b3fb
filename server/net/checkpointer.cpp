// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/checkpointer.h"

#include "core/log.h"
#include "server/hub/dialect.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int lookEvery = 250; ///< Milliseconds.
constexpr qint64 worthIt = 16LL * 1024 * 1024; ///< Bytes of the log: seldom, for each disturbs the disk.

} // namespace

Checkpointer::Checkpointer(const DataFolder &folder, Connection &hub, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_worker(std::make_unique<QObject>())
{
    // A log that begins anew is cut, so that its size says how much is in it.
    if (!hub.value(rareCheckpointStatement()) || !hub.value(shortLogStatement()))
        qCWarning(lcServer, "checkpoints stay with the connection that writes");
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(u"checkpoint"_s);
    m_thread.start();
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Checkpointer::look);
    m_timer.start();
}

Checkpointer::~Checkpointer()
{
    // The connection closes on the thread that used it.
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { m_db.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Checkpointer::look()
{
    const QFileInfo log(m_folder.databasePath() + u"-wal"_s);
    // The file keeps its size when it is begun anew; what was not written to needs nothing.
    if (*m_busy || log.size() < worthIt || (log.lastModified() == m_seen && !*m_failed))
        return;
    m_seen = log.lastModified();
    *m_busy = true;
    QMetaObject::invokeMethod(m_worker.get(), [this, busy = m_busy, failed = m_failed] {
        if (!m_db) {
            Result<std::unique_ptr<Connection>> opened = m_folder.connect();
            if (opened)
                m_db = std::move(*opened);
        }
        *failed = !m_db || !m_db->value(checkpointStatement());
        if (*failed)
            qCWarning(lcServer, "a checkpoint failed; it is tried again");
        *busy = false;
    });
}

} // namespace ChatOps::Server
