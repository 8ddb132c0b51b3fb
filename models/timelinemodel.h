// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pendingwork.h"

#include <QAbstractListModel>
#include <QDate>

namespace ChatOps {

/// One message as the timeline shows it.
struct TimelineRow {
    MessageRow message;
    enum class State { Confirmed, Waiting, Refused };
    State state = State::Confirmed;
    QString refusal; ///< Why, when refused.
    OperationId operation; ///< Of a message that is not confirmed.
    bool startsGroup = true; ///< Shows author and time.
    bool startsDay = false; ///< Shows the date above.
    bool startsNew = false; ///< Shows the "New" line above.
    bool mentionsSelf = false;

    friend bool operator==(const TimelineRow &a, const TimelineRow &b)
    {
        return a.message.message == b.message.message && a.message.authorName == b.message.authorName
            && a.state == b.state && a.refusal == b.refusal && a.startsGroup == b.startsGroup
            && a.startsDay == b.startsDay && a.startsNew == b.startsNew && a.mentionsSelf == b.mentionsSelf;
    }
};

/// A window of rows of one channel, or one thread. It holds a few hundred
/// rows, whatever the channel holds, and moves as the view asks.
class TimelineModel final : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int PageRows = 100;
    static constexpr int MostRows = 400;
    /// Messages of one author within this time stand under one name.
    static constexpr Millis GroupSpan = 5 * 60 * 1000;

    TimelineModel(const Account &account, PendingWork &work, QObject *parent = nullptr);

    /// At its newest messages, or around one of them, which is as quick wherever it is.
    void open(ChannelId channel, qint64 seq = 0);
    void openThread(ChannelId channel, MessageId root);
    void close() { open({}); }
    /// The rows around a message, wherever it is.
    void jumpTo(qint64 seq);
    void jumpToLatest();
    /// Called by the view when it comes near an end of the window.
    void needOlder();
    void needNewer();
    /// The newest message here has been seen.
    void markRead();
    /// The person looks elsewhere: what comes from now on stands below a "New" line.
    void lookAway();
    /// Whether the newest message is what is looked at: then the window gives up its front when it
    /// grows too long, otherwise its end.
    void setFollowed(bool followed) { m_followed = followed; }
    /// Forgets the "New" line, as Esc does.
    void clearNew();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const TimelineRow &row(int index) const { return m_rows[index]; }
    [[nodiscard]] int indexOf(MessageId id) const;
    /// The first row at or after a sequence number; -1 without rows.
    [[nodiscard]] int indexOfSeq(qint64 seq) const;
    [[nodiscard]] ChannelId channel() const { return m_channel; }
    [[nodiscard]] MessageId root() const { return m_root; }
    [[nodiscard]] bool atStart() const { return m_atStart; }
    [[nodiscard]] bool atEnd() const { return m_atEnd; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// The message that is about to be jumped to while rows around it come in; 0 otherwise.
    [[nodiscard]] qint64 landing() const { return m_landing; }
    [[nodiscard]] bool isLoadingOlder() const { return m_loadingOlder; }
    /// Why older messages cannot be shown now; empty when they can.
    [[nodiscard]] const Error &olderError() const { return m_olderError; }
    [[nodiscard]] const Account &account() const { return m_account; }
    /// The last own message in the window, sent or waiting, for editing with Up.
    [[nodiscard]] std::optional<Message> lastOwn() const;

Q_SIGNALS:
    void opened(); ///< The first rows of another channel or place are here.
    void jumped(qint64 seq);
    void stateChanged(); ///< Loading, start or end, errors.
    void failed(const ChatOps::Error &error);

private:
    using TakePage = std::function<void(const MessagePage &)>;
    /// Asks the cache; an answer for a window left meanwhile is dropped.
    void query(const MessageQuery &query, TakePage take);
    /// The same, to another window.
    void moveTo(const MessageQuery &query, TakePage take);
    void refresh();
    void replace(const MessagePage &page);
    /// The same, and the view goes to one of the rows.
    void land(const MessagePage &page, qint64 seq);
    void openLatest();
    void rebuild();
    void fetchOlderFromServer();
    void fetchNewerFromServer();
    /// The whole thread may be older than what this device holds.
    void fetchThreadFromServer();
    [[nodiscard]] QList<TimelineRow> overlaid() const;
    void decorate(QList<TimelineRow> &rows) const;
    [[nodiscard]] bool mentionsSelf(const Message &message) const;

    Account m_account;
    PendingWork &m_work;
    ChannelId m_channel;
    MessageId m_root;
    QList<MessageRow> m_confirmed;
    QList<TimelineRow> m_rows;
    qint64 m_readSeq = 0;
    qint64 m_newAfter = 0; ///< The "New" line stands after this one.
    qint64 m_markedSeq = 0;
    qint64 m_landing = 0;
    qint64 m_holeBefore = 0;
    qint64 m_holeAfter = 0;
    bool m_atStart = false;
    bool m_atEnd = false;
    bool m_loaded = false;
    bool m_loadingOlder = false;
    bool m_loadingNewer = false;
    bool m_moving = false; ///< The rows of another window are on their way.
    bool m_refreshing = false;
    bool m_refreshAgain = false;
    bool m_rebuilding = false;
    bool m_followed = true;
    Error m_olderError;
    quint64 m_generation = 0;
};

} // namespace ChatOps
