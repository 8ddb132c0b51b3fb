// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "tests/support/client.h"
#include "tests/support/registry.h"

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Two real clients on the real server process.
class TestConvergence : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Client> m_mika;
    std::unique_ptr<Client> m_ana;

    template <typename T>
    void waitUntil(const T &condition)
    {
        QVERIFY(QTest::qWaitFor(condition, Patience));
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ServerProcess>();
        m_server->makeDemo();
        m_server->start();
        m_mika = std::make_unique<Client>(*m_server, u"mika"_s, m_dir->filePath(u"mika"_s));
        m_ana = std::make_unique<Client>(*m_server, u"ana"_s, m_dir->filePath(u"ana"_s));
        m_mika->open();
        m_ana->open();
    }

    void cleanup()
    {
        m_mika.reset();
        m_ana.reset();
        m_server.reset();
    }

    void theFirstSyncBringsTheWorkspace()
    {
        QVERIFY(m_mika->channels().size() >= 10);
        QVERIFY(m_mika->messages(m_mika->channel(u"release-42"_s)).size() > 20);
        QVERIFY(await(m_mika->store().cache()->tasks())->size() >= 10);
        QVERIFY(await(m_mika->store().cache()->events())->size() >= 8);
        // Ana is not in Mika's direct messages with others.
        for (const ChannelRow &row : m_ana->channels()) {
            if (row.channel.kind == ChannelKind::Direct)
                QVERIFY(row.channel.people.contains(m_ana->self()));
        }
    }

    void messagesReactionsEditsAndDeletionsArrive()
    {
        const ChannelId channel = m_mika->channel(u"release-42"_s);
        const MessageId id = m_mika->post(channel, u"first version"_s);
        const auto anaSees = [&] { return await(m_ana->store().cache()->message(id)).value(); };
        waitUntil([&] { return anaSees().has_value(); });
        QCOMPARE(anaSees()->authorName, u"Mika Kallio"_s);
        (void)m_ana->submit(
            Operation::make(OperationKind::MessageReact, id.uuid(), {{"emoji"_L1, u"👍"_s}, {"on"_L1, true}}));
        (void)m_mika->submit(
            Operation::make(OperationKind::MessageEdit, id.uuid(), {{"text"_L1, u"second version"_s}}));
        waitUntil([&] {
            return anaSees()->message.text == u"second version" && anaSees()->message.reactions.size() == 1;
        });
        m_mika->waitSettled();
        const MessageId reply = m_ana->post(channel, u"a reply"_s, id);
        waitUntil([&] { return await(m_mika->store().cache()->message(id)).value()->message.replies == 1; });
        QCOMPARE(await(m_mika->store().cache()->messages({channel, id, {}, 0, 100}))->rows.last().message.id,
                 reply);
        (void)m_mika->submit(Operation::make(OperationKind::MessageDelete, id.uuid()));
        waitUntil([&] { return anaSees()->message.deleted; });
        QVERIFY(anaSees()->message.text.isEmpty());
    }

    void tasksMergeFieldByField()
    {
        const ChannelId channel = m_mika->channel(u"release-42"_s);
        const auto id = TaskId::create();
        (void)m_mika->submit(
            Operation::make(OperationKind::TaskCreate, id.uuid(),
                            {{"channel"_L1, channel.toString()}, {"title"_L1, u"Write notes"_s}}));
        const auto taskOf = [&](Client &client) -> std::optional<Task> {
            const QList<Task> tasks = await(client.store().cache()->tasks()).value();
            for (const Task &task : tasks) {
                if (task.id == id)
                    return task;
            }
            return std::nullopt;
        };
        waitUntil([&] { return taskOf(*m_ana).has_value(); });
        m_mika->backend().stop();
        m_ana->backend().stop();
        (void)m_mika->submit(
            Operation::make(OperationKind::TaskPatch, id.uuid(), {{"state"_L1, u"doing"_s}}));
        (void)m_ana->submit(Operation::make(OperationKind::TaskPatch, id.uuid(),
                                            {{"assignee"_L1, m_ana->self().toString()}}));
        m_mika->backend().start();
        m_ana->backend().start();
        waitUntil([&] {
            const auto a = taskOf(*m_mika);
            const auto b = taskOf(*m_ana);
            return a == b && a->state == TaskState::Doing && a->assignee == m_ana->self();
        });
    }

    void aLongTextChangedByBothIsAConflictWithBothKept()
    {
        const ChannelId channel = m_mika->channel(u"release-42"_s);
        const auto id = TaskId::create();
        (void)m_mika->submit(Operation::make(
            OperationKind::TaskCreate, id.uuid(),
            {{"channel"_L1, channel.toString()}, {"title"_L1, u"T"_s}, {"description"_L1, u"one"_s}}));
        m_mika->waitSettled();
        qint64 base = 0;
        waitUntil([&] {
            const QList<Task> tasks = await(m_ana->store().cache()->tasks()).value();
            for (const Task &task : tasks) {
                if (task.id == id)
                    base = task.textRev;
            }
            return base > 0;
        });
        m_ana->backend().stop();
        (void)m_mika->submit(
            Operation::make(OperationKind::TaskPatch, id.uuid(), {{"description"_L1, u"Mika's"_s}}, base));
        m_mika->waitSettled();
        (void)m_ana->submit(
            Operation::make(OperationKind::TaskPatch, id.uuid(), {{"description"_L1, u"Ana's"_s}}, base));
        m_ana->backend().start();
        waitUntil([&] {
            return m_ana->pending().size() == 1
                && m_ana->pending()[0].state == PendingOperation::State::Conflicted;
        });
        QCOMPARE(m_ana->pending()[0].current.value("description"_L1).toString(), u"Mika's"_s);
        QCOMPARE(m_ana->pending()[0].operation.data.value("description"_L1).toString(), u"Ana's"_s);
    }

    void privateTasksAndEventsReachOnlyWhoIsNamed()
    {
        const auto id = TaskId::create();
        (void)m_mika->submit(
            Operation::make(OperationKind::TaskCreate, id.uuid(), {{"title"_L1, u"Only mine"_s}}));
        m_mika->waitSettled();
        const ChannelId channel = m_mika->channel(u"release-42"_s);
        const MessageId marker = m_mika->post(channel, u"marker"_s);
        waitUntil([&] { return await(m_ana->store().cache()->message(marker)).value().has_value(); });
        const auto anaHasIt = [&] {
            const QList<Task> tasks = await(m_ana->store().cache()->tasks()).value();
            return std::any_of(tasks.begin(), tasks.end(), [&](const Task &task) { return task.id == id; });
        };
        QVERIFY(!anaHasIt());
        (void)m_mika->submit(Operation::make(OperationKind::TaskPatch, id.uuid(),
                                             {{"assignee"_L1, m_ana->self().toString()}}));
        waitUntil(anaHasIt);
        (void)m_mika->submit(
            Operation::make(OperationKind::TaskPatch, id.uuid(), {{"assignee"_L1, QString()}}));
        waitUntil([&] { return !anaHasIt(); });
    }

    void aRefusalIsKeptWithItsReason()
    {
        const auto refused = m_mika->submit(
            Operation::make(OperationKind::MessageEdit, makeUuidV7(), {{"text"_L1, u"my words"_s}}));
        waitUntil([&] {
            return !m_mika->pending().isEmpty()
                && m_mika->pending()[0].state == PendingOperation::State::Refused;
        });
        QCOMPARE(m_mika->pending()[0].operation.id, refused);
        QVERIFY(!m_mika->pending()[0].message.isEmpty());
        QCOMPARE(m_mika->pending()[0].operation.data.value("text"_L1).toString(), u"my words"_s);
    }

    void removedFromAChannelItIsGone()
    {
        const ChannelId channel = m_mika->channel(u"incident-review"_s);
        QVERIFY(!channel.isNull());
        (void)m_ana->submit(Operation::make(OperationKind::ChannelRemove, channel.uuid(),
                                            {{"person"_L1, m_mika->self().toString()}}));
        waitUntil([&] { return m_mika->channel(u"incident-review"_s).isNull(); });
        QVERIFY(m_mika->messages(channel).isEmpty());
        QCOMPARE(await(m_mika->store().cache()->search(u"review are in"_s, {}, 5))->size(), 0);
        (void)m_ana->submit(Operation::make(OperationKind::ChannelAdd, channel.uuid(),
                                            {{"person"_L1, m_mika->self().toString()}}));
        waitUntil([&] { return !m_mika->messages(channel).isEmpty(); });
    }

    void removedWhileOfflineItIsGoneAtTheNextContact()
    {
        const ChannelId channel = m_mika->channel(u"incident-review"_s);
        m_mika->close();
        (void)m_ana->submit(Operation::make(OperationKind::ChannelRemove, channel.uuid(),
                                            {{"person"_L1, m_mika->self().toString()}}));
        m_ana->waitSettled();
        m_mika->open();
        waitUntil([&] {
            return m_mika->channel(u"incident-review"_s).isNull() && m_mika->messages(channel).isEmpty();
        });
    }

    void administrationWhileTheServerRunsIsSeenAtOnce()
    {
        m_server->command({u"channel"_s, u"add"_s, u"made-outside"_s});
        waitUntil([&] { return !m_mika->channel(u"made-outside"_s).isNull(); });
        m_server->command({u"channel"_s, u"join"_s, u"random"_s, u"mika"_s});
        waitUntil([&] {
            const QList<ChannelRow> rows = m_mika->channels();
            return std::any_of(rows.begin(), rows.end(), [](const ChannelRow &row) {
                return row.channel.name == u"random" && row.joined;
            });
        });
        m_server->command({u"user"_s, u"close"_s, u"mika"_s});
        m_mika->waitState(LinkStatus::State::SignedOut);
    }

    void directMessagesOpenedByBothAreOne()
    {
        const QList<PersonId> people{m_mika->self(), m_ana->self()};
        const ChannelId id = directChannelId(m_mika->account().workspace, people);
        for (Client *client : {m_mika.get(), m_ana.get()}) {
            (void)client->submit(
                Operation::make(OperationKind::DirectOpen, id.uuid(),
                                {{"people"_L1, QJsonArray{people[0].toString(), people[1].toString()}}}));
            (void)client->post(id, u"hello"_s);
            client->waitSettled();
        }
        waitUntil([&] {
            return m_mika->messages(id).size() >= 2
                && m_mika->messages(id).size() == m_ana->messages(id).size();
        });
    }

    void filesTravelWithTheirMessage()
    {
        const ChannelId channel = m_mika->channel(u"release-42"_s);
        const FileRef file{FileId::create(), u"plan.pdf"_s, u"application/pdf"_s, 5};
        const auto id = MessageId::create();
        const auto operation = Operation::make(
            OperationKind::MessagePost, id.uuid(),
            {{"channel"_L1, channel.toString()}, {"text"_L1, QString()}, {"files"_L1, toJson(QList{file})}});
        VERIFY_OK(await(m_mika->store().outbox()->submit(operation, {{file.id, "bytes"}})));
        waitUntil([&] { return await(m_ana->store().cache()->message(id)).value().has_value(); });
        QCOMPARE(await(m_ana->store().cache()->message(id)).value()->message.files.at(0).name, u"plan.pdf"_s);
        QCOMPARE(await(m_ana->backend().fetchFile(file.id)).value(), QByteArray("bytes"));
    }
};
CHATOPS_TEST(TestConvergence)

#include "testconvergence.moc"
