// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "privacy/networkledger.h"
#include "privacy/usagecounter.h"

#include <QTimer>

#include <atomic>

namespace ChatOps {

/// One data export as the person sees it: the server makes its part, this computer fetches
/// it piece by piece, checks every byte, and adds what only it holds. Nothing blocks the
/// caller; files are touched on a thread. A lost connection pauses it, and the next one goes
/// on where it was; also after a restart, from the list of exports the server still keeps.
class ExportRun final : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,
        Preparing, ///< The server writes.
        Fetching,
        Paused, ///< No connection; goes on by itself.
        Packing, ///< Checking, and adding what this computer holds.
        Done,
        Failed,
    };
    struct Parts {
        Cache *cache = nullptr;
        Outbox *outbox = nullptr;
        Backend *backend = nullptr;
        NetworkLedger *ledger = nullptr;
        UsageCounter *usage = nullptr;
        /// Name and value of each setting, and each cookie, as `device/*.json` has them.
        std::function<QJsonArray()> settings;
        std::function<QJsonArray()> cookies;
    };
    explicit ExportRun(Parts parts, QObject *parent = nullptr);
    ~ExportRun() override;

    /// `scope`: "access" or "portability"; `path`: where the finished pack goes. The password
    /// must have been confirmed.
    void start(const QString &scope, const QString &path);
    /// Takes up one that the server has finished, or is still making.
    void fetch(const QString &job, const QString &path);
    /// Ends it and removes what is here of it. The server's part goes, too.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const
    {
        return m_state != State::Idle && m_state != State::Done && m_state != State::Failed;
    }
    /// Of the present state, in thousandths.
    [[nodiscard]] int progress() const { return m_progress; }
    [[nodiscard]] qint64 done() const { return m_done; } ///< Elements or bytes,
    [[nodiscard]] qint64 about() const { return m_about; } ///< of so many.
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString job() const { return m_job; }
    /// Of the finished pack: counts by class, of the server and of this computer.
    [[nodiscard]] const QJsonObject &counts() const { return m_counts; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

Q_SIGNALS:
    void changed();

private:
    struct Device;
    void set(State state);
    void fail(const Error &error);
    void poll();
    void took(const QJsonObject &job);
    void fetchNext();
    void write(const QByteArray &piece);
    /// Goes on with what the reply holds, unless this run is over; a failure ends it.
    template <typename T, typename Use>
    void next(const Reply<T> &reply, Use use);
    void gather();
    void gatherMore(const std::shared_ptr<Device> &device);
    void pack(const std::shared_ptr<Device> &device);
    void advance(qint64 done, qint64 about);
    [[nodiscard]] QString partPath() const;
    [[nodiscard]] bool isOffline(const Error &error) const;

    Parts m_parts;
    State m_state = State::Idle;
    QString m_job;
    QString m_path;
    qint64 m_total = 0;
    qint64 m_have = 0;
    qint64 m_done = 0;
    qint64 m_about = 0;
    qint64 m_bytes = 0;
    int m_progress = 0;
    QJsonObject m_counts;
    Error m_error;
    QTimer m_poll;
    quint64 m_run = 0; ///< What belongs to one that was cancelled is not listened to.
    std::shared_ptr<std::atomic<bool>> m_cancelled;
};

} // namespace ChatOps
