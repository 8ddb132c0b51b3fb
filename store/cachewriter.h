// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "store/driver/connection.h"

namespace ChatOps {

/// Writes confirmed rows: what the server sent, and nothing else. Lives in the
/// store's writing thread. Every public function is one transaction.
class CacheWriter {
public:
    /// The connection must be migrated and outlive the writer.
    explicit CacheWriter(Connection &connection);

    [[nodiscard]] Result<void> load();
    [[nodiscard]] Cursor cursor() const { return m_cursor; }
    [[nodiscard]] const Memberships &held() const { return m_held; }
    [[nodiscard]] PersonId self() const { return m_self; }

    /// In one transaction: all of them or none. They follow one another.
    [[nodiscard]] Result<ChangeSet> apply(const QList<Delta> &deltas);
    [[nodiscard]] Result<ChangeSet> addScope(ChannelId channel, qint64 mid);
    [[nodiscard]] Result<ChangeSet> dropScope(ChannelId channel);
    /// Removes what an interrupted join left of channels that are not held.
    [[nodiscard]] Result<ChangeSet> dropRemains();
    [[nodiscard]] Result<ChangeSet> addGap(ChannelId channel, qint64 first, qint64 last);
    /// Messages written at or before the instant go, from the index, too, and leave holes; some
    /// hundred at once. Without any in what it returns none is left.
    [[nodiscard]] Result<ChangeSet> expireMessages(Millis before);
    /// When the oldest message that is not deleted was written; 0 when there is none.
    [[nodiscard]] Result<Millis> oldestMessage();
    [[nodiscard]] Result<ChangeSet> applyHistory(const HistoryPage &page);

    [[nodiscard]] Result<void> beginSnapshot(PersonId self);
    [[nodiscard]] Result<void> snapshotLines(const QList<QByteArray> &lines);
    [[nodiscard]] Result<ChangeSet> finishSnapshot(const Cursor &cursor);
    void abandonSnapshot();
    [[nodiscard]] bool inSnapshot() const { return m_inSnapshot; }

private:
    struct StoredText {
        qint64 pk = 0;
        qint64 rev = -1; ///< -1: not stored.
        QString text;
    };

    [[nodiscard]] Result<void> applyChange(const Change &change, bool backfill, ChangeSet &touched);
    [[nodiscard]] Result<void> put(const Person &person, ChangeSet &touched);
    [[nodiscard]] Result<void> put(const Channel &channel, ChangeSet &touched);
    [[nodiscard]] Result<void> put(const Member &member, ChangeSet &touched);
    [[nodiscard]] Result<void> put(const Message &message, ChangeSet &touched);
    [[nodiscard]] Result<void> put(const Task &task, ChangeSet &touched);
    [[nodiscard]] Result<void> put(const Event &event, ChangeSet &touched);
    [[nodiscard]] Result<void> put(const ReadMarker &marker, ChangeSet &touched);
    /// Checks that the document can be read and belongs to this person.
    [[nodiscard]] Result<void> putDocument(const Change &change, ChangeSet &touched);
    [[nodiscard]] Result<void> remove(const Change &change, ChangeSet &touched);
    [[nodiscard]] Result<void> removeChannelRows(ChannelId channel, bool channelToo, ChangeSet &touched);
    /// May it be seen without being in it?
    [[nodiscard]] Result<bool> isListed(ChannelId channel);
    /// Unless the row is newer than `rev`.
    [[nodiscard]] Result<void> removeThing(EntityKind kind, const QUuid &id, qint64 rev);
    [[nodiscard]] Result<void> putThing(const QString &table, const QUuid &id, ChannelId channel, qint64 rev,
                                        const QString &title, const QString &body, const QJsonObject &json);
    [[nodiscard]] Result<void> indexThing(const QString &table, qint64 pk, const QString &text, bool in);
    [[nodiscard]] Result<qint64> freePk(Millis at);
    [[nodiscard]] Result<void> mergeHole(ChannelId channel, qint64 first, qint64 last);
    [[nodiscard]] Result<void> fillHole(ChannelId channel, qint64 first, qint64 last);
    [[nodiscard]] Result<void> setMeta(const QString &name, const QVariant &value);
    [[nodiscard]] Result<void> snapshotLine(const QJsonObject &line, ChangeSet &touched);
    [[nodiscard]] static Error misplaced(const char *what);
    /// Is its place one that is on the server only?
    [[nodiscard]] Result<bool> isInHole(const Message &message);
    /// Writes a message that is not stored yet; false, and nothing written, when it is.
    [[nodiscard]] Result<bool> insert(const Message &message);
    /// What is known of the newest messages of channels goes to their rows.
    [[nodiscard]] Result<void> writeNewest(ChangeSet &touched);
    struct Range {
        qint64 first = 0;
        qint64 last = 0;
    };
    /// The holes of a channel, ascending.
    [[nodiscard]] Result<const QList<Range> *> holesOf(ChannelId channel);
    /// After anything that failed: what is in memory may not be what is in the file.
    void forgetChannels();
    [[nodiscard]] bool mentionsSelf(const Message &message) const;
    void readSelfHandle();
    /// Marks the unread mentions anew when they were marked by another rule, or for another short name:
    /// by an older program, or before the own short name was known.
    [[nodiscard]] Result<void> keepMentions();
    template <typename Work>
    [[nodiscard]] Result<ChangeSet> transact(Work work);

    /// The last message of a channel, as far as its row is to tell it.
    struct Newest {
        qint64 seq = 0;
        Millis at = 0;
    };

    Connection &m_db;
    Cursor m_cursor;
    // What every message would otherwise be looked up for, as it is in the file or will be
    // when the transaction ends.
    QHash<ChannelId, QList<Range>> m_holes;
    QHash<ChannelId, Newest> m_newest;
    QSet<ChannelId> m_newestToWrite;
    /// The last change of each channel to a message in a hole. In memory only: pages that were
    /// asked for do not survive the program either.
    QHash<ChannelId, qint64> m_passedOver;
    Memberships m_held;
    PersonId m_self;
    QString m_selfHandle;
    bool m_inSnapshot = false;
    Memberships m_heldBeforeSnapshot;
};

} // namespace ChatOps
