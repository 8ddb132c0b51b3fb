// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/taskfilter.h"
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// The columns of a board: tasks come, change their state and go, and stand in
/// exactly one of them, in order.
class TestTaskFilter : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<FakeAccount> m_fake;
    std::unique_ptr<PendingWork> m_work;
    std::unique_ptr<PeopleDirectory> m_people;
    std::unique_ptr<TaskModel> m_tasks;
    std::array<std::unique_ptr<TaskFilter>, 4> m_columns;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;

    Task make(const QString &title, TaskState state) const
    {
        Task task;
        task.id = TaskId::create();
        task.title = title;
        task.state = state;
        task.creator = m_fake->self.id;
        return task;
    }
    void announce()
    {
        ChangeSet changes;
        changes.tasks = true;
        m_fake->cache.announce(changes);
        deliver();
    }
    [[nodiscard]] QStringList titles(TaskState state) const
    {
        const TaskFilter &column = *m_columns[size_t(state)];
        QStringList result;
        for (int row = 0; row < column.rowCount(); ++row)
            result.append(column.task(column.index(row, 0)).title);
        return result;
    }

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeAccount>();
        m_work = std::make_unique<PendingWork>(m_fake->account());
        m_fake->cache.taskRows = {make(u"b"_s, TaskState::Todo), make(u"a"_s, TaskState::Todo),
                                  make(u"c"_s, TaskState::Done)};
        m_fake->cache.taskRows[0].dueAt = 2'000'000'000'000;
        m_fake->cache.taskRows[1].dueAt = 1'900'000'000'000;
        m_people = std::make_unique<PeopleDirectory>(m_fake->account());
        m_tasks = std::make_unique<TaskModel>(m_fake->account(), *m_work, *m_people);
        m_tasks->load(Extent::All);
        for (size_t state = 0; state < m_columns.size(); ++state) {
            m_columns[state] = std::make_unique<TaskFilter>(*m_tasks);
            m_columns[state]->setState(TaskState(int(state)));
            m_testers.push_back(std::make_unique<QAbstractItemModelTester>(
                m_columns[state].get(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        }
        deliver();
    }
    void cleanup()
    {
        m_testers.clear();
        for (std::unique_ptr<TaskFilter> &column : m_columns)
            column.reset();
        m_tasks.reset();
        m_people.reset();
        m_work.reset();
        m_fake.reset();
    }

    void theEarliestDueStandsOnTop()
    {
        QCOMPARE(titles(TaskState::Todo), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(titles(TaskState::Done), QStringList{u"c"_s});
        m_fake->cache.taskRows[0].dueAt = 1'800'000'000'000;
        announce();
        QCOMPARE(titles(TaskState::Todo), (QStringList{u"b"_s, u"a"_s}));
    }

    void aCardMovesWithItsState()
    {
        m_fake->cache.taskRows[0].state = TaskState::Done;
        announce();
        QCOMPARE(titles(TaskState::Todo), QStringList{u"a"_s});
        QCOMPARE(titles(TaskState::Done).size(), 2);
        m_fake->cache.taskRows.removeAt(1);
        announce();
        QCOMPARE(titles(TaskState::Todo), QStringList());
    }

    void aDroppedCardIsAnOperationAndIsSeenAtOnce()
    {
        TaskFilter &done = *m_columns[size_t(TaskState::Done)];
        QMimeData data;
        data.setData(QString(TaskModel::MimeType), m_fake->cache.taskRows[1].id.toBytes());
        QVERIFY(done.canDropMimeData(&data, Qt::MoveAction, 0, 0, {}));
        done.dropMimeData(&data, Qt::MoveAction, 0, 0, {});
        deliver();
        QCOMPARE(m_fake->outbox.items.size(), 1);
        QCOMPARE(titles(TaskState::Todo), QStringList{u"b"_s});
        QCOMPARE(titles(TaskState::Done).size(), 2);
        // Where it already is, nothing is sent.
        done.dropMimeData(&data, Qt::MoveAction, 0, 0, {});
        deliver();
        QCOMPARE(m_fake->outbox.items.size(), 1);
        QMimeData foreign;
        foreign.setText(u"text"_s);
        QVERIFY(!done.canDropMimeData(&foreign, Qt::MoveAction, 0, 0, {}));
        QMimeData unknown;
        unknown.setData(QString(TaskModel::MimeType), TaskId::create().toBytes());
        QVERIFY(!done.dropMimeData(&unknown, Qt::MoveAction, 0, 0, {}));
    }

    void listsHoldWhatTheirNamesSay()
    {
        const PersonId self = m_fake->self.id;
        Task task = make(u"t"_s, TaskState::Todo);
        task.creator = PersonId::create();
        using List = TaskFilter::List;
        QVERIFY(TaskFilter::belongs(task, List::All, {}, self));
        QVERIFY(!TaskFilter::belongs(task, List::Mine, {}, self));
        QVERIFY(!TaskFilter::belongs(task, List::CreatedByMe, {}, self));
        task.assignee = self;
        QVERIFY(TaskFilter::belongs(task, List::Mine, {}, self));
        task.dueAt = 1'000;
        QVERIFY(TaskFilter::belongs(task, List::Overdue, {}, self));
        QVERIFY(!TaskFilter::belongs(task, List::Today, {}, self));
        task.state = TaskState::Done;
        QVERIFY(!TaskFilter::belongs(task, List::Overdue, {}, self));
        const ChannelId channel = ChannelId::create();
        QVERIFY(!TaskFilter::belongs(task, List::Channel, channel, self));
        task.channel = channel;
        QVERIFY(TaskFilter::belongs(task, List::Channel, channel, self));
    }
};
CHATOPS_TEST(TestTaskFilter)

#include "testtaskfilter.moc"
