// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/httpclient.h"
#include "sync/snapshotreader.h"

namespace ChatOps {

/// Brings a snapshot into the replica piece by piece, checks its count and
/// hash, and swaps it in. Memory stays bounded: nothing more is read while the
/// store is busy.
class SnapshotLoader final : public QObject {
    Q_OBJECT
public:
    SnapshotLoader(Replica &replica, QNetworkReply *reply, NetworkObserver *observer,
                   QObject *parent = nullptr);
    ~SnapshotLoader() override;

Q_SIGNALS:
    void progressed(qint64 lines, qint64 about);
    /// Once, at the end; the loader can be deleted then.
    void finished(const ChatOps::Result<void> &outcome);

private:
    void readMore();
    void store(const QList<QByteArray> &lines);
    void fail(const Error &error);
    void complete();

    Replica &m_replica;
    QNetworkReply *m_reply;
    NetworkObserver *m_observer;
    SnapshotReader m_reader;
    bool m_begun = false;
    bool m_busy = false;
    bool m_over = false;
};

} // namespace ChatOps
