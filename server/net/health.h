// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/hub.h"

#include <QThread>
#include <QTimer>

#include <atomic>

namespace ChatOps::Server {

/// Whether the server can do its work: reads and writes of its database are tried, its disk is looked at,
/// and once a day, and at the start, every page of the database is read beside the work. Then the
/// security log loses what is older than it is kept, too.
class Health final : public QObject {
    Q_OBJECT
public:
    enum class Integrity { Checking, Sound, Damaged, Unknown };
    struct State {
        bool reads = false;
        bool writes = false;
        Integrity integrity = Integrity::Unknown;
        Millis checkedAt = 0; ///< When the last reading of every page ended.
        qint64 freeDisk = 0; ///< Bytes.
        bool roomy = false; ///< More than the reserve is free.
        [[nodiscard]] bool works() const { return reads && writes && integrity != Integrity::Damaged; }
    };
    explicit Health(Hub &hub, QObject *parent = nullptr);
    ~Health() override;
    /// A try to write is not older than some seconds.
    [[nodiscard]] State state();

private:
    void everyDay();
    void checkEveryPage();
    Hub &m_hub;
    QThread m_thread;
    std::unique_ptr<QObject> m_worker;
    QTimer m_daily;
    bool m_writes = false;
    qint64 m_triedAt = 0; ///< Monotonic; 0: never.
    std::atomic<Integrity> m_integrity = Integrity::Unknown;
    std::atomic<Millis> m_checkedAt = 0;
};

} // namespace ChatOps::Server
