// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"
#include "ui/changesdialog.h"
#include "ui/eventpanel.h"
#include "ui/privacypane.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList unnamed(QWidget *root)
{
    QStringList problems;
    const QList<QWidget *> widgets = root->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool interactive = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
            || qobject_cast<QTextEdit *>(widget) || qobject_cast<QComboBox *>(widget)
            || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QAbstractItemView *>(widget);
        // Inner parts of a compound widget speak through it.
        const bool inner = widget->objectName().startsWith(u"qt_"_s)
            || qobject_cast<QComboBox *>(widget->parentWidget())
            || qobject_cast<QAbstractSpinBox *>(widget->parentWidget());
        if (!interactive || inner || !widget->isVisibleTo(root))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).isEmpty())
            problems.append(QString::fromLatin1(widget->metaObject()->className()) + u' '
                            + widget->objectName());
    }
    return problems;
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<DemoPlace> m_place;
    std::unique_ptr<GuiApp> m_app;

private Q_SLOTS:
    void initTestCase()
    {
        m_place = std::make_unique<DemoPlace>();
        m_app = std::make_unique<GuiApp>(m_place->dir.filePath(u"p"_s));
        m_app->signIn(m_place->server, u"mika"_s);
        m_app->openChannel(u"release-42"_s);
    }
    void cleanupTestCase()
    {
        m_app.reset();
        m_place.reset();
    }

    void everyControlHasAName()
    {
        MainWindow *window = m_app->window();
        for (const PaneId pane : {PaneId::Channels, PaneId::Tasks, PaneId::Events, PaneId::Privacy}) {
            window->showPane(pane);
            QCOMPARE(unnamed(window), QStringList());
        }
        // Every page of the privacy centre, not only the one that opens first.
        for (const QString &page : window->privacyPane()->pages()) {
            window->privacyPane()->openPage(page);
            QCoreApplication::processEvents();
            QVERIFY2(unnamed(window).isEmpty(), qPrintable(page + u": "_s + unnamed(window).join(u", "_s)));
        }
        window->showPane(PaneId::Tasks);
        window->tasksPane()->createNew({});
        window->showPane(PaneId::Events);
        window->eventsPane()->createNew({});
        QCOMPARE(unnamed(window), QStringList());
        window->openSwitcher();
        QCOMPARE(unnamed(window->switcher()), QStringList());
        window->switcher()->close();
        window->openChanges();
        QCOMPARE(unnamed(window->findChild<ChangesDialog *>()), QStringList());
        window->findChild<ChangesDialog *>()->close();
        SettingsDialog settings({});
        QCOMPARE(unnamed(&settings), QStringList());
        SignInWindow signIn;
        QCOMPARE(unnamed(&signIn), QStringList());
    }

    void everyDialogHasNamedControls()
    {
        MainWindow *window = m_app->window();
        ChannelsPane *pane = window->channelsPane();
        window->showPane(PaneId::Channels);
        m_app->openChannel(u"release-42"_s);
        const Message message = m_app->lastRow()->message.message;
        pane->openThread(message.channel, message.id);
        QCOMPARE(unnamed(window), QStringList());
        pane->escape();
        const QList<std::function<void()>> openers{
            [pane] { pane->askNewChannel(); }, [pane] { pane->askDirect(); },
            [pane] { pane->browseChannels(); }, [pane] { pane->openMembers(); },
            [window] { QTest::keyClick(window, Qt::Key_Slash, Qt::ControlModifier); }};
        for (const std::function<void()> &open : openers) {
            open();
            TRY(QApplication::activeModalWidget());
            QCOMPARE(unnamed(QApplication::activeModalWidget()), QStringList());
            QVERIFY(!QApplication::activeModalWidget()->windowTitle().isEmpty());
            QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
            TRY(!QApplication::activeModalWidget());
        }
    }

    void theWeekIsAListOfSentencesThatCanBePressed()
    {
        MainWindow *window = m_app->window();
        window->showPane(PaneId::Events);
        window->eventsPane()->escape();
        window->eventsPane()->goTo(QDate::currentDate().addDays(1 - QDate::currentDate().dayOfWeek()));
        QAccessibleInterface *week = QAccessible::queryAccessibleInterface(window->eventsPane()->week());
        QCOMPARE(week->role(), QAccessible::List);
        TRY(week->childCount() >= 9);
        QAccessibleInterface *planning = nullptr;
        for (int i = 0; i < week->childCount(); ++i) {
            if (week->child(i)->text(QAccessible::Name).startsWith(u"Release planning, Monday, "_s))
                planning = week->child(i);
        }
        QVERIFY(planning);
        QVERIFY(!planning->rect().isEmpty());
        planning->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        TRY(window->models().events.find(window->eventsPane()->panel()->event())
            && window->models().events.find(window->eventsPane()->panel()->event())->title
                == u"Release planning");
        window->eventsPane()->escape();
    }

    void messagesAreSentences()
    {
        m_app->openChannel(u"release-42"_s);
        TimelineView *view = m_app->window()->channelsPane()->timeline();
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view);
        QCOMPARE(list->role(), QAccessible::List);
        TRY(list->childCount() > 20);
        QAccessibleInterface *mention = nullptr;
        for (int i = 0; i < list->childCount(); ++i) {
            if (list->child(i)->text(QAccessible::Name).contains(u"rollback rehearsal"_s))
                mention = list->child(i);
        }
        QVERIFY(mention);
        QCOMPARE(mention->role(), QAccessible::ListItem);
        QVERIFY(mention->text(QAccessible::Name).startsWith(u"Ana Lind, "_s));
        QCOMPARE(list->indexOfChild(mention), list->childCount() - 2);
    }

    void theWindowIsWalkedByKeyboard()
    {
        MainWindow *window = m_app->window();
        window->showPane(PaneId::Channels);
        window->activateWindow();
        TRY(window->isActiveWindow());
        QSet<QWidget *> visited;
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(window, Qt::Key_F6);
            if (window->focusWidget())
                visited.insert(window->focusWidget());
        }
        QVERIFY(visited.size() >= 4);
        for (int pane = 0; pane < 4; ++pane) {
            QTest::keyClick(window, Qt::Key(Qt::Key_1 + pane), Qt::ControlModifier);
            QCOMPARE(int(window->currentPane()), pane);
        }
        QTest::keyClick(window, Qt::Key_1, Qt::ControlModifier);
        const ChannelId before = window->channelsPane()->current();
        QTest::keyClick(window, Qt::Key_Down, Qt::AltModifier);
        TRY(window->channelsPane()->current() != before);
        QTest::keyClick(window, Qt::Key_Left, Qt::AltModifier);
        TRY(window->channelsPane()->current() == before);
    }
};
CHATOPS_TEST(TestAccessibility)

#include "testaccessibility.moc"
