// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/httpclient.h"

#include <QCryptographicHash>

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
    [[nodiscard]] Result<void> readHeader(const QByteArray &line);
    [[nodiscard]] Result<void> readTrailer(const QByteArray &line);
    void fail(const Error &error);
    void complete();

    Replica &m_replica;
    QNetworkReply *m_reply;
    NetworkObserver *m_observer;
    QByteArray m_buffer;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_lines = 0;
    qint64 m_about = 0;
    Cursor m_cursor;
    bool m_begun = false;
    bool m_busy = false;
    bool m_ended = false; ///< The trailer was there and right.
    bool m_over = false;
};

} // namespace ChatOps
