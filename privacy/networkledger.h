// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QMutex>

namespace ChatOps {

/// Every host this program exchanged bytes with, why, and how many. Kept in
/// memory for as long as the program runs. Thread-safe.
class NetworkLedger final : public QObject, public NetworkObserver {
    Q_OBJECT
public:
    struct Entry {
        QString host;
        QString purpose;
        Millis first = 0;
        Millis last = 0;
        qint64 sent = 0; ///< Bytes of payload.
        qint64 received = 0;
    };

    explicit NetworkLedger(QObject *parent = nullptr);
    void exchanged(const QString &host, const QString &purpose, qint64 sent, qint64 received) override;
    /// Most recent first.
    [[nodiscard]] QList<Entry> entries() const;

Q_SIGNALS:
    /// A host or purpose appeared for the first time.
    void grew();

private:
    mutable QMutex m_mutex;
    QList<Entry> m_entries;
};

} // namespace ChatOps
