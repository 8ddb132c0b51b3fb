// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/database.h"

#include <QDateTime>
#include <QThread>
#include <QTimer>

#include <atomic>

namespace ChatOps::Server {

/// Brings what is in the write-ahead log into the database beside the thread that answers
/// people: there a checkpoint of some megabytes would hold up everybody's writes for the time
/// of its syncs. The hub's own connection does it only when this falls far behind.
class Checkpointer final : public QObject {
    Q_OBJECT
public:
    /// Begins at once. `hub`: the connection that writes.
    Checkpointer(const DataFolder &folder, Connection &hub, QObject *parent = nullptr);
    ~Checkpointer() override;

private:
    void look();
    DataFolder m_folder;
    QThread m_thread;
    QTimer m_timer;
    QDateTime m_seen; ///< When the log was written to last, as of the last look.
    std::unique_ptr<QObject> m_worker;
    std::shared_ptr<std::atomic<bool>> m_busy = std::make_shared<std::atomic<bool>>(false);
    std::shared_ptr<std::atomic<bool>> m_failed = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<Connection> m_db; ///< On the thread, once it is open.
};

} // namespace ChatOps::Server
