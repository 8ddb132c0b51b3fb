// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"
#include "tests/gui/screenreader.h"
#include "tests/support/registry.h"
#include "ui/privacychoices.h"
#include "ui/privacypane.h"

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// The program as a screen reader gets it from the system, not as Qt would answer itself.
class TestScreenReader : public QObject {
    Q_OBJECT
private:
    static void hearsOnlyNames(const QString &where, int atLeast)
    {
        const HeardTree heard = listen();
        QVERIFY2(heard.problem.isEmpty(), qPrintable(heard.problem));
        QVERIFY2(heard.controls >= atLeast, qPrintable(where + u": only %1"_s.arg(heard.controls)));
        QVERIFY2(heard.unnamed.isEmpty(), qPrintable(where + u": "_s + heard.unnamed.join(u", "_s)));
    }

private Q_SLOTS:
    void everyControlItReachesHasAName()
    {
        Pair pair;
        MainWindow *window = pair.window();
        TRY(listen().problem.isEmpty()); // The bus is told of the program while it starts.
        hearsOnlyNames(u"question"_s, 10);
        QTest::mouseClick(window->question()->rejectButton(), Qt::LeftButton);
        TRY(!window->question()->isVisible());
        for (const PaneId pane : {PaneId::Channels, PaneId::Tasks, PaneId::Events}) {
            window->showPane(pane);
            hearsOnlyNames(u"pane %1"_s.arg(int(pane)), 10);
        }
        window->showPane(PaneId::Privacy);
        for (const QString &page : window->privacyPane()->pages()) {
            window->privacyPane()->openPage(page);
            TRY(window->models().privacy.isLoaded());
            hearsOnlyNames(page, 10);
        }
        window->openSwitcher();
        hearsOnlyNames(u"switcher"_s, 1);
    }
};
CHATOPS_TEST(TestScreenReader)

#include "testscreenreader.moc"
