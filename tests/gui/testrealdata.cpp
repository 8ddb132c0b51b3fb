// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"

#include <QFileInfo>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// The imported workspace of 228 009 messages of 18 088 people, used from the
/// window.
class TestRealData : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isScrolledSearchedAnsweredOnlineAndOffline()
    {
        const QString file = QStringLiteral(CHATOPS_SHARED_DATA "/chat/support-slack-export.zip");
        if (!QFileInfo::exists(file))
            QSKIP("shared/data/chat/support-slack-export.zip is not here");
        ServerProcess server;
        server.addUser(u"mika"_s, u"Mika Kallio"_s);
        const QString report =
            server.command({u"import"_s, u"slack"_s, u"--quiet"_s, u"--join"_s, u"mika"_s, file});
        QVERIFY2(report.contains(u"people 18088"_s) && report.contains(u"messages 228009"_s)
                     && report.contains(u"malformed 0"_s),
                 qPrintable(report));
        server.start();
        const QTemporaryDir dir;
        GuiApp app(dir.filePath(u"p"_s));
        app.signIn(server, u"mika"_s);
        app.openChannel(u"support"_s);
        TimelineView *view = app.window()->channelsPane()->timeline();
        TRY(view->isAtBottom() && view->model()->rowCount() >= 50);
        const qint64 newest = app.lastRow()->message.message.seq;
        QVERIFY(newest > 200'000);
        // Back through history that loads as we scroll.
        TRY((view->scrollByPixels(-2000), view->model()->row(0).message.message.seq < newest - 600));
        QVERIFY(view->model()->rowCount() <= TimelineModel::MostRows);
        app.picture(u"real-scrolled"_s);
        // Somewhere in the middle, by the scroll bar's place.
        view->model()->jumpTo(100'000);
        TRY(view->model()->indexOfSeq(100'000) >= 0
            && view->model()->row(view->model()->indexOfSeq(100'000)).message.message.seq == 100'000);
        QVERIFY(view->model()->rowCount() <= TimelineModel::MostRows);
        const Message middle = view->model()->row(view->model()->indexOfSeq(100'000)).message.message;
        view->scrollToBottom();
        TRY(app.lastRow()->message.message.seq == newest);
        // What was scrolled to can be found.
        const QString word =
            middle.text.section(u' ', -1).size() > 3 ? middle.text.section(u' ', -1) : middle.text;
        QVERIFY(!await(app.window()->models().account.cache->search(word, {}, 50))->isEmpty());
        app.type(u"an answer to all of this"_s);
        TRY(app.lastRow()->message.message.text == u"an answer to all of this"
            && app.lastRow()->message.message.seq == newest + 1);
        // The same without a network.
        server.stop();
        TRY(!app.isOnline());
        view->model()->jumpTo(100'000);
        TRY(view->model()->indexOf(middle.id) >= 0);
        view->scrollToBottom();
        TRY(app.lastRow()->message.message.seq == newest + 1);
        app.type(u"and one from the train"_s);
        TRY(app.lastRow()->message.message.text == u"and one from the train");
        QCOMPARE(app.lastRow()->state, TimelineRow::State::Waiting);
        server.start();
        app.controller().session()->backend()->retryNow();
        TRY(app.isOnline() && app.lastRow()->message.message.seq == newest + 2);
        app.picture(u"real-answered"_s);
    }
};
CHATOPS_TEST(TestRealData)

#include "testrealdata.moc"
