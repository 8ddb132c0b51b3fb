// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/accounts.h"
#include "server/hub/database.h"
#include "server/hub/privacydesk.h"

#include <QCryptographicHash>

namespace ChatOps::Server {

/// Everything a device holds eagerly, as of one revision: newline-delimited
/// JSON, made piece by piece from one read transaction, so that it costs the
/// same memory however large the workspace is.
class SnapshotStream {
public:
    [[nodiscard]] static Result<std::unique_ptr<SnapshotStream>> open(const DataFolder &folder,
                                                                      const SessionRow &session,
                                                                      const QString &epoch,
                                                                      qint64 eager = EagerMessages);
    ~SnapshotStream();
    SnapshotStream(const SnapshotStream &) = delete;
    SnapshotStream &operator=(const SnapshotStream &) = delete;

    /// The next piece, about 64 KB; empty at the end.
    [[nodiscard]] Result<QByteArray> next();

private:
    enum class Stage {
        Header,
        People,
        Channels,
        Scopes,
        Members,
        Messages,
        Tasks,
        Events,
        Markers,
        Documents,
        Trailer,
        Done
    };

    SnapshotStream(std::unique_ptr<Connection> db, const SessionRow &session, QString epoch, qint64 eager);
    void line(const QJsonObject &object);
    void entity(EntityKind kind, const QJsonObject &data);
    [[nodiscard]] Result<void> header();
    [[nodiscard]] Result<void> people();
    [[nodiscard]] Result<void> channels();
    [[nodiscard]] Result<void> scopes();
    [[nodiscard]] Result<void> members();
    [[nodiscard]] Result<void> messages();
    [[nodiscard]] Result<void> things(EntityKind kind);
    [[nodiscard]] Result<void> markers();
    [[nodiscard]] Result<void> documents();
    void trailer();
    void advance();

    std::unique_ptr<Connection> m_db;
    SessionRow m_session;
    QString m_epoch;
    qint64 m_eager; ///< Messages of each channel.
    QHash<ChannelId, qint64> m_memberships;
    QList<ChannelId> m_channels; ///< Those the person is in, in the order they are sent.
    Stage m_stage = Stage::Header;
    QByteArray m_after; ///< Last key of the page before.
    DocumentPlace m_document;
    qsizetype m_channelIndex = 0;
    QByteArray m_piece;
    qint64 m_lines = 0;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace ChatOps::Server
