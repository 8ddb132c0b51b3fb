// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/frames.h"
#include "core/privacy.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <functional>
#include <optional>

namespace ChatOps {

// What one room needs of another. Rooms implement these; only app/ knows who
// implements what. Methods that answer with a QFuture may be called from any
// thread and never block; continue with `follow()`, below.

template <typename T>
using Reply = QFuture<Result<T>>;

/// What a committed transaction touched, so that models re-read only that.
struct ChangeSet {
    QHash<ChannelId, QSet<MessageId>> messages;
    QSet<ChannelId> dropped; ///< Channels gone from this device.
    bool channels = false; ///< Channels, memberships or read markers.
    bool people = false;
    bool tasks = false;
    bool events = false;
    bool outbox = false;
    bool privacy = false; ///< Consents, requests, notices, policies, rules or profiles.
    bool reset = false; ///< Everything: a snapshot was loaded.
    Cursor cursor;
};

struct ChannelRow {
    Channel channel;
    bool joined = false;
    qint64 readSeq = 0;
    int unread = 0; ///< Messages by others behind the read marker.
    int mentions = 0;
    int memberCount = 0;
    QList<Person> people; ///< The others, in a direct-message channel.
    bool waiting = false; ///< Exists only in the outbox so far.
};

struct MessageRow {
    Message message;
    QString authorName;
    QString authorHandle;
};

struct MessageQuery {
    enum class Where { Latest, Around, Before, After };
    ChannelId channel;
    MessageId root; ///< Set: the thread under this message, wholly.
    Where where = Where::Latest;
    qint64 seq = 0; ///< For Around, Before and After.
    int limit = 100; ///< 1 to `Most`.
    static constexpr int Most = 1'000;
};

/// A run of messages without a hole inside.
struct MessagePage {
    ChannelId channel;
    QList<MessageRow> rows; ///< Ascending by `seq`.
    bool atStart = false; ///< Nothing older exists.
    bool atEnd = false; ///< Nothing newer exists.
    qint64 holeBefore = 0; ///< Older messages exist on the server only, up to this `seq`.
    qint64 holeAfter = 0; ///< Newer messages exist on the server only, from this `seq`.
    qint64 readSeq = 0;
};

struct SearchHit {
    EntityKind kind = EntityKind::Message;
    QUuid id;
    ChannelId channel;
    qint64 seq = 0;
    QString title; ///< Name or title; of a message, its author.
    QString text; ///< Of a message, its text.
    QString context; ///< Name of the channel, if any.
    Millis at = 0;
    MessageId root; ///< Of a message in a thread.
};

struct Draft {
    ChannelId channel;
    MessageId root;
    QString text;
    Millis changedAt = 0;
};

/// How much of one class of data this computer holds.
struct StoredClass {
    QString name; ///< "message", "task", ...; shown translated.
    qint64 rows = 0;
    Millis oldest = 0;
};
struct StoreFacts {
    QList<StoredClass> classes;
    qint64 bytes = 0; ///< Of all files of the store.
    QString cipher; ///< As the library names itself; empty: not encrypted.
    bool onDisk = true;
};

/// Reading what this device holds, and drafts.
class Cache : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual Reply<QList<ChannelRow>> channels() = 0;
    virtual Reply<MessagePage> messages(const MessageQuery &query) = 0;
    virtual Reply<std::optional<MessageRow>> message(MessageId id) = 0;
    virtual Reply<QList<Task>> tasks() = 0;
    virtual Reply<QList<Event>> events() = 0;
    virtual Reply<QList<Task>> tasksOf(PersonId assignee) = 0;
    /// Events with this person among those who are invited.
    virtual Reply<QList<Event>> invitationsOf(PersonId person) = 0;
    virtual Reply<QHash<PersonId, Person>> people(const QSet<PersonId> &ids) = 0;
    /// Members of a channel, or everybody for the null id, whose name or handle
    /// begins with `typed`; at most `limit`.
    virtual Reply<QList<Person>> findPeople(ChannelId channel, const QString &typed, int limit) = 0;
    virtual Reply<QList<SearchHit>> search(const QString &typed, ChannelId within, int limit) = 0;
    /// Counts every row: not for the way to the first picture.
    virtual Reply<StoreFacts> facts() = 0;
    /// Of the facts only whether and how the store is encrypted.
    virtual Reply<StoreFacts> protection() = 0;
    virtual Reply<PrivacyRows> privacy() = 0;
    /// Empty when nothing is known of the person.
    virtual Reply<Profile> profile(PersonId person) = 0;

    /// Cookies of the server's pages, each as `Set-Cookie:` writes it (RFC 6265).
    virtual Reply<QList<QByteArray>> cookies() = 0;
    virtual void saveCookies(const QList<QByteArray> &cookies) = 0;
    /// Takes every message written at or before the instant off this device, out of the index,
    /// too; its place is a hole, so that nothing is lost if the clock is wrong. The instant of
    /// the oldest that stays; 0 when there is none.
    virtual Reply<Millis> expireMessages(Millis before) = 0;
    /// What a part of the program remembers by a name of its own; empty when there is nothing.
    virtual Reply<QByteArray> note(const QString &name) = 0;
    /// `failed` tells when it cannot be kept.
    virtual void saveNote(const QString &name, const QByteArray &bytes) = 0;
    virtual Reply<QList<Draft>> drafts() = 0;
    /// An empty text removes the draft.
    virtual void saveDraft(const Draft &draft) = 0;

Q_SIGNALS:
    void changed(const ChatOps::ChangeSet &changes);
    /// A write failed for good, for instance on a full disk.
    void failed(const ChatOps::Error &error);
};

/// The person's own changes on their way to the server.
class Outbox : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    enum class Order {
        Free, ///< Of no matter.
        Behind, ///< Not tried, and Cancelled, when an earlier one could not be stored.
        First, ///< The earliest of those that could not; on success others may follow.
    };
    /// Durable when the reply holds a value: the number given to the operation.
    virtual Reply<qint64> submit(const Operation &operation, const QHash<FileId, QByteArray> &files = {},
                                 Order order = Order::Free) = 0;
    /// All that is not yet confirmed, in order.
    virtual Reply<QList<PendingOperation>> pending() = 0;
    /// Gives up a refused or waiting operation.
    virtual Reply<void> discard(OperationId operation) = 0;
    /// Sends a refused operation again; the base is taken anew.
    virtual Reply<void> retry(OperationId operation, qint64 base) = 0;

Q_SIGNALS:
    void submitted(const ChatOps::Operation &operation);
    void changed();
};

/// What sync needs of the store: confirmed rows, cursor, outbox.
class Replica {
public:
    Replica() = default;
    Replica(const Replica &) = delete;
    Replica &operator=(const Replica &) = delete;
    virtual ~Replica() = default;

    struct Position {
        Cursor cursor;
        Memberships held;
        QList<PendingOperation> outbox;
        int schema = 0;
    };
    virtual Reply<Position> position() = 0;
    /// Rows and cursor in one transaction. Fails with Conflict, changing
    /// nothing, when `delta.from` is not the cursor.
    virtual Reply<Cursor> apply(const Delta &delta) = 0;
    virtual Reply<void> addScope(ChannelId channel, qint64 mid) = 0;
    virtual Reply<void> dropScope(ChannelId channel) = 0;
    virtual Reply<void> addGap(ChannelId channel, qint64 first, qint64 last) = 0;
    virtual Reply<void> applyHistory(const HistoryPage &page) = 0;
    virtual Reply<void> applyVerdicts(const QList<Verdict> &verdicts) = 0;
    /// A snapshot is loaded beside the live rows line by line, then swapped in
    /// by `finishSnapshot` in one transaction, or forgotten.
    virtual Reply<void> beginSnapshot(PersonId self) = 0;
    virtual Reply<void> snapshotLines(const QList<QByteArray> &lines) = 0;
    virtual Reply<void> finishSnapshot(const Cursor &cursor) = 0;
    virtual Reply<void> abandonSnapshot() = 0;
    virtual Reply<QByteArray> outgoingFile(FileId file) = 0;
};

/// How things stand with the server; what the status line shows.
struct LinkStatus {
    enum class State {
        Stopped,
        Offline, ///< Waiting to try again.
        Connecting,
        Syncing, ///< Connected, catching up.
        Online,
        SignedOut, ///< The session ended on the server; sign in again.
        Refused, ///< The server will not talk to this version.
    };
    State state = State::Stopped;
    Millis since = 0;
    int progress = -1; ///< Percent while syncing, -1 unknown.
    QString reason; ///< Translated; why it is not online.

    friend bool operator==(const LinkStatus &, const LinkStatus &) = default;
};

/// What a person asks of the server about their own account, beside the change log.
enum class AccountWish {
    Confirm, ///< `data`: password. What is graver needs it some minutes before.
    BeginExport, ///< `data`: scope. Confirmed.
    ListExports,
    GetExport, ///< `id`.
    RemoveExport, ///< `id`.
    MakeTicket, ///< For a pack from another server. Confirmed.
    Transfer, ///< `data`: export, server, ticket. Confirmed.
    PlanErasure,
    Erase, ///< Confirmed. The answer has the number of the receipt.
    ListAccesses, ///< What administrators did with the person's data.
    PreviewLink, ///< `data`: url. Only for who chose it.
    Recommend, ///< Only for who chose it.
    ListActivity, ///< What the server has recorded of the person's doings.
    ListPresent, ///< `data`: people. Those of them who are connected and let others see it.
};

/// A page of the server, and what it wants to be remembered.
struct WebPage {
    QByteArray html;
    QList<QByteArray> setCookies;
};

/// The server as models see it. `hub.v1` is one kind.
class Backend : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Closes the connection; nothing is lost.
    virtual void stop() = 0;
    virtual void retryNow() = 0;
    /// Brings the messages at or before `seq` into the cache.
    virtual Reply<void> fetchHistory(ChannelId channel, qint64 seq, int limit) = 0;
    virtual Reply<void> fetchThread(ChannelId channel, MessageId root) = 0;
    virtual Reply<QByteArray> fetchFile(FileId file) = 0;
    /// Forbidden with the detail "confirm" when the password has to be given first.
    virtual Reply<QJsonObject> ask(AccountWish wish, const QString &id = {},
                                   const QJsonObject &data = {}) = 0;
    /// Bytes of a finished export from `from` on; at least one, at most `most`.
    virtual Reply<QByteArray> fetchPack(const QString &id, qint64 from, qint64 most) = 0;
    /// A page of the server; `path` begins with "/pages/". `cookies`: the value of `Cookie:`.
    virtual Reply<WebPage> openPage(const QString &path, const QByteArray &cookies) = 0;
    /// Sends totals of feature use. `allowed` is asked once more right before they leave,
    /// on the backend's thread: a withdrawal may have come in between.
    virtual Reply<void> reportUsage(const QJsonObject &totals, std::function<bool()> allowed) = 0;
    [[nodiscard]] virtual LinkStatus status() const = 0;

Q_SIGNALS:
    void statusChanged(const ChatOps::LinkStatus &status);
    void snapshotProgress(qint64 lines, qint64 total);
    /// The server ended the account on this device; the store must go.
    void wipeRequested();
};

/// Secrets of one account, in the system's keychain.
class KeyVault {
public:
    KeyVault() = default;
    KeyVault(const KeyVault &) = delete;
    KeyVault &operator=(const KeyVault &) = delete;
    virtual ~KeyVault() = default;

    /// Empty when there is no such entry; Keychain when it cannot be asked.
    virtual Reply<QByteArray> read(const QString &name) = 0;
    virtual Reply<void> write(const QString &name, const QByteArray &secret) = 0;
    virtual Reply<void> remove(const QString &name) = 0;
};

/// Told of every exchange with a host, for the network ledger. Called from
/// any thread.
class NetworkObserver {
public:
    NetworkObserver() = default;
    NetworkObserver(const NetworkObserver &) = delete;
    NetworkObserver &operator=(const NetworkObserver &) = delete;
    virtual ~NetworkObserver() = default;
    virtual void exchanged(const QString &host, const QString &purpose, qint64 sent, qint64 received) = 0;
};

/// A reply that is there already.
template <typename T>
[[nodiscard]] Reply<T> ready(Result<T> value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// Calls `done` with the reply's result on the context's thread, unless the
/// context is gone by then; always later, never from within this call. Must be
/// called on that thread. Used instead of QFuture::then with a context, which in
/// Qt 6.4 does not survive that the context is destroyed first, and calls back
/// at once when the reply happens to be there already.
template <typename T, typename Done>
void follow(const Reply<T> &reply, QObject *context, Done done)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcher<Result<T>>::finished, context,
                     [watcher, done = std::move(done)]() mutable {
                         watcher->deleteLater();
                         // Without a result the work was dropped because its owner went away.
                         if (watcher->future().resultCount() > 0)
                             done(watcher->result());
                     });
    watcher->setFuture(reply);
}

/// A reply that depends on another: `step` makes the second from the result of
/// the first. The same rules as for `follow`.
template <typename U, typename T, typename Step>
[[nodiscard]] Reply<U> chain(const Reply<T> &reply, QObject *context, Step step)
{
    auto promise = std::make_shared<QPromise<Result<U>>>();
    promise->start();
    // Shared with the second wait: the step may own what the second reply lives on.
    const auto shared = std::make_shared<Step>(std::move(step));
    follow(reply, context, [promise, context, shared](const Result<T> &first) {
        follow((*shared)(first), context, [promise, shared](const Result<U> &second) {
            promise->addResult(second);
            promise->finish();
        });
    });
    return promise->future();
}

/// Registers the types above for queued signals. Called once by main().
void registerPortTypes();

} // namespace ChatOps

Q_DECLARE_METATYPE(ChatOps::ChangeSet)
Q_DECLARE_METATYPE(ChatOps::LinkStatus)
Q_DECLARE_METATYPE(ChatOps::Operation)
Q_DECLARE_METATYPE(ChatOps::Error)
