// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/purposes.h"
#include "models/operations.h"
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"
#include "ui/pagedialog.h"
#include "ui/privacychoices.h"
#include "ui/privacypane.h"

#include <QSignalSpy>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// First start and a day of work with everything optional refused. `network.*` runs it in a
/// network of its own and counts what leaves for other computers (tests/support/silent-network):
/// without a packet to a resolver it does not matter whether there is one.
class TestWorkingDay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nobodyButTheServerIsContacted()
    {
        Pair pair;
        MainWindow *window = pair.window();
        PrivacyModel &model = window->models().privacy;
        TRY(model.isLoaded() && window->question()->isVisible());
        QTest::mouseClick(window->question()->rejectButton(), Qt::LeftButton);
        TRY(!window->question()->isVisible());
        const QString link = u"see https://www.example.org/a"_s;
        pair.app.type(link);
        TRY(pair.app.countRows(link) == 1 && window->models().work.operations().isEmpty());
        const QString picture = u"![picture](https://www.example.org/x.png)"_s;
        (void)pair.ana->post(pair.ana->channel(u"release-42"_s), picture);
        TRY(pair.app.countRows(picture) == 1);
        Task task;
        task.id = TaskId::create();
        task.title = u"Task of https://www.example.org"_s;
        window->models().tasks.load(Extent::All);
        window->models().work.submit(Make::createTask(task));
        TRY(window->models().tasks.find(task.id) && window->models().work.operations().isEmpty());
        for (const PaneId pane : {PaneId::Tasks, PaneId::Events, PaneId::Privacy, PaneId::Channels})
            window->showPane(pane);
        for (const QString &page : window->privacyPane()->pages()) {
            window->showPane(PaneId::Privacy);
            window->privacyPane()->openPage(page);
            QCoreApplication::processEvents();
        }
        PageDialog *page = window->openPage(u"news"_s);
        QSignalSpy shown(page, &PageDialog::shown);
        QVERIFY(shown.wait(Patience));
        window->channelsPane()->browseChannels();
        QVERIFY(!await(window->models().account.cache->search(u"picture"_s, {}, 5))->isEmpty());
        pair.app.stop();
        pair.app.start();
        TRY(pair.app.window() && pair.app.isOnline());
        for (const NetworkLedger::Entry &entry : pair.window()->ledger().entries())
            QCOMPARE(entry.host, u"127.0.0.1"_s);
        QCOMPARE(pair.window()->cookies().cookies().size(), 0);
        for (const Purpose &purpose : purposes())
            QVERIFY(!pair.window()->gate().isAllowed(purpose.name));
        pair.app.controller().signOutCurrent();
        TRY(pair.app.signInWindow() && pair.app.signInWindow()->isVisible());
    }
};
CHATOPS_TEST(TestWorkingDay)

#include "testworkingday.moc"
