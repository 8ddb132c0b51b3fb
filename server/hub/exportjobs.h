// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/exporter.h"
#include "server/hub/hub.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace ChatOps::Server {

/// Exports people asked for: made one at a time beside the hub's thread, from a reading
/// connection of their own, into a sealed file; its key is in the database and dies with
/// the row. What was under way when the server stopped begins anew. Lives on the hub's thread.
class ExportJobs final : public QObject {
    Q_OBJECT
public:
    explicit ExportJobs(Hub &hub);
    ~ExportJobs() override;

    struct Job {
        QUuid id;
        WorkspaceId workspace;
        PersonId person;
        ExportScope scope = ExportScope::Access;
        QString state; ///< "waiting", "running", "ready" or "failed".
        Millis created = 0;
        Millis until = 0; ///< When it goes by itself.
        qint64 bytes = 0;
        QJsonObject counts;
        qint64 done = 0; ///< Elements written, of about `about`, while it runs.
        qint64 about = 0;
    };
    /// Takes up again what a stopped server left.
    void resume();
    /// Conflict when the person has one under way, Throttled when they had many today.
    [[nodiscard]] Result<Job> begin(WorkspaceId workspace, PersonId person, ExportScope scope);
    [[nodiscard]] Result<QList<Job>> jobsOf(PersonId person);
    /// NotFound for what is not the person's.
    [[nodiscard]] Result<Job> find(const QUuid &job, PersonId person);
    /// Stops it if it runs, destroys its key, then its file.
    [[nodiscard]] Result<void> remove(const QUuid &job, PersonId person);
    [[nodiscard]] Result<void> removeAllOf(PersonId person);
    /// Bytes of a ready pack.
    [[nodiscard]] Result<QByteArray> read(const QUuid &job, PersonId person, qint64 offset, qint64 most);
    /// Removes what is over; how many.
    [[nodiscard]] Result<int> removeExpired();
    [[nodiscard]] QString pathOf(const QUuid &job) const;

    /// How long a finished pack can be fetched, in milliseconds.
    static constexpr Millis Kept = 7 * DayMillis;

Q_SIGNALS:
    void finished(const QUuid &job);

private:
    struct Running {
        QUuid id;
        std::atomic<bool> cancelled = false;
        std::atomic<qint64> done = 0;
        std::atomic<qint64> about = 0;
    };
    struct Outcome {
        qint64 bytes = 0;
        QJsonObject counts;
    };
    void startNext();
    void settle(const QUuid &job, const Result<Outcome> &outcome);
    [[nodiscard]] static Result<Outcome> make(const DataFolder &folder, const Exporter::Options &options,
                                              const QString &path, const QByteArray &key);
    [[nodiscard]] Job fromRow(const SqlRow &row) const;

    Hub &m_hub;
    QThreadPool m_pool;
    std::shared_ptr<Running> m_running;
};

} // namespace ChatOps::Server
