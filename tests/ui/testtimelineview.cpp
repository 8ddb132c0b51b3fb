// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations.h"
#include "models/timelinemodel.h"
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"
#include "tests/support/waiting.h"
#include "ui/timelineview.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// The view over a channel of ten thousand messages, without store and server.
class TestTimelineView : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<FakeAccount> m_fake;
    std::unique_ptr<PendingWork> m_work;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<TimelineView> m_view;
    ChannelId m_channel;

    /// The rows in sight stand below one another without a gap and fill the view.
    void verifyFilled() const
    {
        const QList<int> rows = m_view->visibleRows();
        QVERIFY(!rows.isEmpty());
        for (qsizetype i = 1; i < rows.size(); ++i) {
            QCOMPARE(rows[i], rows[i - 1] + 1);
            QCOMPARE(m_view->rowRect(rows[i]).top(), m_view->rowRect(rows[i - 1]).bottom() + 1);
        }
        QVERIFY(m_view->rowRect(rows.last()).bottom() >= m_view->viewport()->height() - 40);
    }

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeAccount>();
        m_work = std::make_unique<PendingWork>(m_fake->account());
        m_model = std::make_unique<TimelineModel>(m_fake->account(), *m_work);
        m_channel = ChannelId::create();
        m_fake->cache.addMessages(m_channel, 10'000);
        m_view = std::make_unique<TimelineView>();
        m_view->setModel(m_model.get());
        m_view->resize(700, 500);
        m_view->show();
        m_model->open(m_channel);
        deliver();
        m_view->scrollToBottom();
    }
    void cleanup()
    {
        m_view.reset();
        m_model.reset();
        m_work.reset();
        m_fake.reset();
    }

    void laysOutWhatIsInSightAndNotTheChannel()
    {
        QVERIFY(m_view->isAtBottom());
        verifyFilled();
        QVERIFY(m_view->laidOutRows() < 60);
        qint64 oldest = 10'000;
        for (int i = 0; i < 400; ++i) {
            m_view->scrollByPixels(-333);
            deliver();
            verifyFilled();
            QVERIFY2(m_view->laidOutRows() < 400, qPrintable(QString::number(m_view->laidOutRows())));
            QVERIFY(m_model->rowCount() <= TimelineModel::MostRows + TimelineModel::PageRows);
            const qint64 top = m_model->row(m_view->visibleRows().first()).message.message.seq;
            QVERIFY(top <= oldest); // Never jumps back while rows come and go at both ends.
            oldest = top;
        }
        QVERIFY(oldest < 8'000);
    }

    void aNarrowerWindowKeepsThePlace()
    {
        m_view->scrollByPixels(-1500);
        deliver();
        const MessageId anchor = m_view->place().first;
        for (const int width : {320, 1200, 450, 700}) {
            m_view->resize(width, 500);
            QCOMPARE(m_view->place().first, anchor);
            verifyFilled();
        }
    }

    void theFrameIsAroundTheMessageWhoseMenuIsOpen()
    {
        m_view->setFocus();
        const int row = m_view->visibleRows().at(1);
        const QPoint at = m_view->rowRect(row).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view->viewport(), &event);
        QCOMPARE(m_view->focusedRow(), row);
        auto *menu = m_view->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        menu->close();
    }

    void aMessageThatMovesBehindSomebodyElsesHasItsAuthorsName()
    {
        // Mine is refused; the next one of mine goes through and then stands behind another person's.
        const ChannelId quiet = ChannelId::create();
        const PersonId thu = PersonId::create();
        const Millis now = QDateTime::currentMSecsSinceEpoch();
        const auto stored = [&](qint64 seq, PersonId author, const QString &text) {
            Message message;
            message.id = MessageId::create();
            message.channel = quiet;
            message.seq = seq;
            message.author = author;
            message.createdAt = now - 60'000 + seq * 1'000;
            message.text = text;
            return MessageRow{message, author == thu ? u"Pham Thu"_s : u"Mika"_s, u"x"_s};
        };
        m_fake->cache.messageRows[quiet] = {stored(1, thu, u"from Thu"_s)};
        m_model->open(quiet);
        deliver();
        const Operation refused = Make::post(quiet, u"with a large file"_s);
        m_work->submit(refused);
        deliver();
        m_fake->outbox.refuse(refused.id, u"too_large"_s);
        deliver();
        const Operation next = Make::post(quiet, u"after it"_s);
        m_work->submit(next);
        deliver();
        MessageRow arrived = stored(2, m_fake->self.id, u"after it"_s);
        arrived.message.id = MessageId(next.target);
        m_fake->cache.messageRows[quiet].append(arrived);
        m_fake->outbox.settle(next.id);
        ChangeSet changes;
        changes.messages[quiet].insert(arrived.message.id);
        changes.outbox = true;
        m_fake->cache.announce(changes);
        deliver();
        int row = -1;
        for (int i = 0; i < m_model->rowCount(); ++i) {
            if (m_model->row(i).message.message.text == u"after it")
                row = i;
        }
        QVERIFY(row > 0);
        QVERIFY(m_model->row(row).startsGroup);
        QVERIFY2(m_view->showsAuthor(row), "it looks as if the person above had written it");
    }

    void keysReachEveryRow()
    {
        m_view->activateWindow();
        m_view->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        const int first = m_view->focusedRow();
        QVERIFY(first >= 0);
        for (int i = 1; i <= 30; ++i) {
            QTest::keyClick(m_view.get(), Qt::Key_Up);
            deliver();
            QVERIFY(m_view->visibleRows().contains(m_view->focusedRow()));
        }
        const qint64 seq = m_model->row(m_view->focusedRow()).message.message.seq;
        QCOMPARE(seq,
                 m_model->row(m_model->rowCount() - 1).message.message.seq - 30
                     - (m_model->rowCount() - 1 - first));
    }
};
CHATOPS_TEST(TestTimelineView)

#include "testtimelineview.moc"
