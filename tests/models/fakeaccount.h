// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"

#include <deque>

namespace ChatOps::Testing {

/// A cache in memory whose answers the test can hold back. An answer is made
/// when the question is put, as the reader's snapshot is, so that a held one is
/// stale when it comes.
class FakeCache final : public Cache {
public:
    QList<ChannelRow> channelRows;
    QHash<ChannelId, QList<MessageRow>> messageRows; ///< Ascending by `seq`.
    QHash<ChannelId, qint64> knownFrom; ///< Messages below exist on the server only.
    QList<Task> taskRows;
    QList<Event> eventRows;
    QList<SearchHit> found; ///< What every search finds.
    QStringList asked; ///< For what of which a test wants to know when.
    bool failing = false; ///< Every question is answered with an error.

    void addChannel(ChannelId id, const QString &name, int unread = 0);
    void addMessages(ChannelId channel, int count);

    void hold() { m_held = true; }
    /// Gives the oldest held answer.
    void release();
    void releaseAll();
    [[nodiscard]] qsizetype questions() const { return qsizetype(m_answers.size()); }
    void announce(const ChangeSet &changes) { Q_EMIT changed(changes); }

    Reply<QList<ChannelRow>> channels() override { return answer(channelRows); }
    Reply<MessagePage> messages(const MessageQuery &query) override;
    Reply<std::optional<MessageRow>> message(MessageId id) override;
    Reply<QList<Task>> tasks() override
    {
        asked.append(QStringLiteral("tasks"));
        return answer(taskRows);
    }
    Reply<QList<Event>> events() override { return answer(eventRows); }
    Reply<QList<Task>> tasksOf(PersonId assignee) override;
    Reply<QList<Event>> invitationsOf(PersonId person) override;
    Reply<QHash<PersonId, Person>> people(const QSet<PersonId> &) override
    {
        return answer(QHash<PersonId, Person>());
    }
    Reply<QList<Person>> findPeople(ChannelId, const QString &, int) override
    {
        return answer(QList<Person>());
    }
    Reply<QList<SearchHit>> search(const QString &, ChannelId, int) override { return answer(found); }
    Reply<StoreFacts> facts() override { return answer(StoreFacts()); }
    Reply<StoreFacts> protection() override { return answer(StoreFacts()); }
    PrivacyRows privacyRows;
    Reply<PrivacyRows> privacy() override { return answer(privacyRows); }
    std::optional<Profile> profileRow; ///< Of everybody.
    Reply<Profile> profile(PersonId person) override
    {
        Profile blank;
        blank.person = person;
        return answer(profileRow.value_or(blank));
    }
    Millis oldest = 0;
    QList<Millis> expiries; ///< What was asked to go, by the instant.
    Reply<Millis> expireMessages(Millis before) override
    {
        expiries.append(before);
        return answer(oldest);
    }
    QHash<QString, QByteArray> notes;
    Reply<QByteArray> note(const QString &name) override { return answer(notes.value(name)); }
    void saveNote(const QString &name, const QByteArray &bytes) override { notes.insert(name, bytes); }
    QList<QByteArray> cookieRows;
    Reply<QList<QByteArray>> cookies() override { return answer(cookieRows); }
    void saveCookies(const QList<QByteArray> &cookies) override { cookieRows = cookies; }
    Reply<QList<Draft>> drafts() override { return answer(QList<Draft>()); }
    void saveDraft(const Draft &) override { }

private:
    template <typename T>
    Reply<T> answer(T value)
    {
        const Result<T> result =
            failing ? Result<T>(failure(ErrorCode::Storage, QStringLiteral("no room"))) : Result<T>(value);
        if (!m_held)
            return ready(result);
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_answers.push_back([promise, result] {
            promise->addResult(result);
            promise->finish();
        });
        return promise->future();
    }
    bool m_held = false;
    std::deque<std::function<void()>> m_answers;
};

class FakeOutbox final : public Outbox {
public:
    QList<PendingOperation> items;
    QHash<FileId, QByteArray> kept; ///< Files of the operations.
    std::optional<Error> trouble; ///< Nothing can be stored while there is one.
    std::shared_ptr<QPromise<Result<qint64>>> held; ///< Answers the next submissions, with an error.
    bool stuck = false; ///< An ordered submission failed.

    /// The operation's effect is in the cache: it leaves.
    void settle(OperationId operation);
    void refuse(OperationId operation, const QString &code);

    Reply<qint64> submit(const Operation &operation, const QHash<FileId, QByteArray> &files,
                         Order order) override;
    Reply<QList<PendingOperation>> pending() override
    {
        return ready(Result<QList<PendingOperation>>(items));
    }
    Reply<void> discard(OperationId operation) override;
    Reply<void> retry(OperationId, qint64) override { return ready(Result<void>()); }
};

class FakeBackend final : public Backend {
public:
    struct History {
        ChannelId channel;
        qint64 seq = 0;
        int limit = 0;
        std::shared_ptr<QPromise<Result<void>>> promise;
    };
    QList<History> asked;
    Result<void> threads; ///< How questions for threads are answered.

    void finish(qsizetype index, const Result<void> &result);

    void start() override { }
    void stop() override { }
    void retryNow() override { }
    Reply<void> fetchHistory(ChannelId channel, qint64 seq, int limit) override;
    Reply<void> fetchThread(ChannelId, MessageId) override { return ready(threads); }
    Reply<QByteArray> fetchFile(FileId) override { return ready(Result<QByteArray>()); }
    QList<std::pair<AccountWish, QString>> wishes; ///< What was asked about the account, of which id.
    std::shared_ptr<QPromise<Result<QJsonObject>>> heldWish; ///< Answers the next wish.
    Reply<QJsonObject> ask(AccountWish wish, const QString &id, const QJsonObject &) override
    {
        wishes.append({wish, id});
        const auto held = std::exchange(heldWish, nullptr);
        return held ? held->future() : ready(Result<QJsonObject>());
    }
    Reply<QByteArray> fetchPack(const QString &, qint64, qint64) override
    {
        return ready(Result<QByteArray>());
    }
    Reply<WebPage> openPage(const QString &, const QByteArray &) override { return ready(Result<WebPage>()); }
    Reply<void> reportUsage(const QJsonObject &, std::function<bool()>) override
    {
        return ready(Result<void>());
    }
    [[nodiscard]] LinkStatus status() const override { return {}; }
};

struct FakeAccount {
    FakeAccount();
    FakeCache cache;
    FakeOutbox outbox;
    FakeBackend backend;
    Person self;
    [[nodiscard]] Account account();
};

/// Delivers everything that has been queued, and what that queues.
void deliver();

} // namespace ChatOps::Testing
