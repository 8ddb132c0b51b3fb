// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations.h"
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestTimeline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsPlaceWhenHistoryLoadsAboveAndMessagesArriveBelow()
    {
        ServerProcess server;
        server.makeDemo();
        server.start();
        const QTemporaryDir dir;
        Client ana(server, u"ana"_s, dir.filePath(u"ana"_s));
        ana.open();
        const ChannelId channel = ana.channel(u"general"_s);
        for (int i = 0; i < 600; ++i)
            (void)ana.post(channel,
                           i % 7 == 0 ? u"a longer message %1\nwith a second line\nand a third"_s.arg(i)
                                      : u"message %1"_s.arg(i));
        ana.waitSettled();
        GuiApp app(dir.filePath(u"p"_s));
        app.signIn(server, u"mika"_s);
        app.openChannel(u"general"_s);
        TimelineView *view = app.window()->channelsPane()->timeline();
        const QAbstractItemModelTester tester(view->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        TRY(view->model()->rowCount() >= 50 && view->isAtBottom());
        // Only what is in sight is laid out.
        QVERIFY(view->laidOutRows() < 60);

        // Up, until the view asks for more by itself.
        TRY((view->scrollByPixels(-200), view->model()->isLoadingOlder()));
        QVERIFY(!view->isAtBottom());
        const auto [anchor, top] = view->place();
        const qint64 oldest = view->model()->row(0).message.message.seq;
        TRY(view->model()->row(0).message.message.seq < oldest || view->model()->atStart());
        QCOMPARE(view->rowRect(view->model()->indexOf(anchor)).top(), top);
        (void)ana.post(channel, u"something new"_s);
        ana.waitSettled();
        TRY(app.window()->models().channels.channel(channel)->channel.lastSeq >= 601);
        QCOMPARE(view->rowRect(view->model()->indexOf(anchor)).top(), top);

        // To the very beginning, with the whole history loaded on the way.
        TRY((view->scrollByPixels(-3000), view->model()->atStart() && view->place().second >= 0));
        QVERIFY(view->model()->rowCount() <= TimelineModel::MostRows + TimelineModel::PageRows);
        view->scrollToBottom();
        TRY(view->isAtBottom() && app.lastRow()->message.message.text == u"something new");
    }

    void aShortThreadStaysWholeHoweverItIsScrolled()
    {
        Pair pair;
        TimelineView *view = pair.window()->channelsPane()->timeline();
        const Message root = view->model()->row(view->model()->rowCount() - 1).message.message;
        for (int i = 0; i < 2; ++i)
            (void)pair.ana->post(root.channel, u"reply %1"_s.arg(i), root.id);
        pair.window()->channelsPane()->openThread(root.channel, root.id);
        TimelineView *thread = pair.window()->channelsPane()->threadView();
        TRY(thread->model()->rowCount() == 3 && thread->visibleRows().size() == 3);
        for (const int pixels : {-40, -40, -400, 40, -2000, 2000, -120, -120}) {
            thread->scrollByPixels(pixels);
            QCOMPARE(thread->visibleRows(), (QList<int>{0, 1, 2}));
        }
        QCOMPARE(thread->verticalScrollBar()->maximum(), 0);
        // A reply is found and shown where it stands.
        pair.window()->channelsPane()->escape();
        const auto hits = await(pair.window()->models().account.cache->search(u"\"reply 0\""_s, {}, 5));
        QCOMPARE(hits->size(), 1);
        QCOMPARE(hits->first().root, root.id);
        pair.app.openChannel(u"design"_s);
        Q_EMIT pair.window()->switcher()->chosen(hits->first());
        TRY(pair.window()->channelsPane()->current() == root.channel);
        TRY(thread->isVisible() && thread->model()->root() == root.id && thread->model()->rowCount() == 3);
        TRY(thread->focusedRow() == 1);
    }

    void whatComesWhileNobodyLooksStandsBelowTheNewLine()
    {
        Pair pair;
        TimelineModel *model = pair.window()->channelsPane()->timeline()->model();
        const int before = model->rowCount();
        pair.window()->channelsPane()->lookAway();
        (void)pair.ana->post(pair.window()->channelsPane()->current(), u"one"_s);
        (void)pair.ana->post(pair.window()->channelsPane()->current(), u"two"_s);
        TRY(model->rowCount() == before + 2);
        QVERIFY(model->row(before).startsNew);
        QVERIFY(!model->row(before + 1).startsNew);
    }
};
CHATOPS_TEST(TestTimeline)

#include "testtimeline.moc"
