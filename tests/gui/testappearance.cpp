// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"
#include "ui/privacypane.h"
#include "ui/widgets.h"

#include <QLabel>
#include <QTranslator>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestAppearance : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textHasEnoughContrastInEveryTheme_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("light") << 0;
        QTest::newRow("dark") << 1;
        QTest::newRow("contrast light") << 2;
        QTest::newRow("contrast dark") << 3;
    }
    void textHasEnoughContrastInEveryTheme()
    {
        QFETCH(int, which);
        const Palette p = which == 0 ? Theme::light()
            : which == 1             ? Theme::dark()
                                     : Theme::contrast(which == 3);
        for (const QColor &ink : {p.ink, p.ink2, p.ink3}) {
            for (const QColor &ground : {p.background, p.surface, p.raised})
                QVERIFY2(contrastRatio(ink, ground) >= 4.5, qPrintable(ink.name() + ground.name()));
        }
        QVERIFY(contrastRatio(p.ink, p.mention) >= 4.5);
        QVERIFY(contrastRatio(p.selectionInk, p.selection) >= 4.5);
        QVERIFY(contrastRatio(p.accentInk, p.accent) >= 4.5);
        QVERIFY(contrastRatio(p.accent, p.background) >= 4.5);
        QVERIFY(contrastRatio(p.danger, p.background) >= 4.5);
        QVERIFY(contrastRatio(p.danger, p.dangerBackground) >= 4.5);
        QVERIFY(contrastRatio(p.ok, p.okBackground) >= 4.5);
        QVERIFY(contrastRatio(p.warning, p.warningBackground) >= 4.5);
        QVERIFY(contrastRatio(p.warning, p.raised) >= 4.5);
        QVERIFY(contrastRatio(QColor(Qt::white), p.badge) >= 4.5);
        QVERIFY(contrastRatio(p.railInk, p.rail) >= 3);
        QVERIFY(contrastRatio(p.focus, p.background) >= 3);
    }

    void everyPaneInEveryThemeSizeAndDirection()
    {
        ServerProcess server;
        server.makeDemo();
        server.start();
        const QTemporaryDir dir;
        GuiApp app(dir.filePath(u"p"_s));
        app.signIn(server, u"mika"_s);
        app.openChannel(u"release-42"_s);
        const auto everyPane = [&](const QString &suffix) {
            app.window()->showPane(PaneId::Channels);
            TRY(app.window()->channelsPane()->timeline()->model()->rowCount() > 20);
            app.picture(u"look-channels-"_s + suffix);
            app.window()->showPane(PaneId::Tasks);
            app.window()->tasksPane()->openList(TaskFilter::List::Channel,
                                                app.window()->channelsPane()->current());
            app.picture(u"look-tasks-"_s + suffix);
            app.window()->showPane(PaneId::Events);
            app.picture(u"look-events-"_s + suffix);
            app.window()->showPane(PaneId::Privacy);
            TRY(!app.window()->privacyPane()->findChildren<QPushButton *>(u"open-policy"_s).isEmpty()
                && app.window()->privacyPane()->findChild<QPushButton *>(u"open-policy"_s)->isVisible());
            app.picture(u"look-privacy-"_s + suffix);
        };
        Theme::instance().setMode(Theme::Mode::Light);
        everyPane(u"light"_s);
        Theme::instance().setMode(Theme::Mode::Dark);
        everyPane(u"dark"_s);
        QVERIFY(app.window()->palette().color(QPalette::Window) == Theme::dark().background);
        Theme::instance().setMode(Theme::Mode::Contrast);
        everyPane(u"contrast"_s);
        Theme::instance().setMode(Theme::Mode::Light);
        Theme::instance().setScale(200);
        app.window()->resize(1500, 1000);
        everyPane(u"200"_s);
        Theme::instance().setScale(100);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        app.window()->resize(1280, 800);
        everyPane(u"rtl"_s);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void aBandLooksLikeWhatItSays()
    {
        NoticeBand band;
        const auto *text = band.findChild<QLabel *>();
        band.say(u"All is well."_s, false);
        QVERIFY(QTest::qWaitForWindowExposed(&band));
        QCOMPARE(text->palette().color(QPalette::WindowText), colors().warning);
        band.say(u"This went wrong."_s, true);
        QCOMPARE(text->palette().color(QPalette::WindowText), colors().danger);
        band.say(u"It works again."_s, false);
        QCOMPARE(text->palette().color(QPalette::WindowText), colors().warning);
    }

    void theGermanTranslationIsComplete()
    {
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/chatops_de.qm"_s));
        QFile file(QStringLiteral(CHATOPS_SOURCE_DIR "/translations/chatops_de.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QCOMPARE(text.count("type=\"unfinished\""), 0);
        QCOMPARE(text.count("type=\"vanished\""), 0);
        QVERIFY(text.count("<message") > 400);
        QCOMPARE(translator.translate("ChatOps::SignInWindow", "Sign in"), u"Anmelden"_s);
    }
};
CHATOPS_TEST(TestAppearance)

#include "testappearance.moc"
