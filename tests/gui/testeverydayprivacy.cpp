// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/purposes.h"
#include "core/viewerzone.h"
#include "tests/gui/pairtest.h"
#include "tests/support/registry.h"
#include "ui/announcementband.h"
#include "ui/cropdialog.h"
#include "ui/privacyabout.h"
#include "ui/privacychoices.h"
#include "ui/privacydoings.h"
#include "ui/privacypane.h"
#include "ui/privacyrequests.h"
#include "ui/standingband.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSlider>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Profile, attention, restriction, advice and doings: privacy as it meets people every day, in
/// the real window against the real server.
class TestEverydayPrivacy : public PairTest {
    Q_OBJECT
private:
    [[nodiscard]] ChannelListModel &channels() const { return m_pair->window()->models().channels; }
    void allSent() { TRY(window()->models().work.operations().isEmpty()); }
    [[nodiscard]] ChannelId channelNamed(const QString &name) const
    {
        for (const ChannelRow &row : channels().all()) {
            if (ChannelListModel::titleOf(row) == name)
                return row.channel.id;
        }
        return {};
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_pair.reset(); }

    void aPictureIsCutShownToOthersAndRemoved()
    {
        QImage photo(900, 600, QImage::Format_RGB32);
        photo.fill(Qt::darkGreen);
        QPainter painter(&photo);
        painter.fillRect(QRect(500, 0, 400, 600), Qt::red);
        painter.end();
        const QString path = m_pair->dir.filePath(u"photo.png"_s);
        QVERIFY(photo.save(path));
        open(u"profile"_s);
        auto *page = window()->findChild<ProfilePage *>();
        QVERIFY(!visible<QPushButton>(u"removePicture"_s)->isEnabled());
        // What is no picture is said so.
        page->takePicture(m_pair->dir.filePath(u"nothing.png"_s));
        TRY(says(u"is no picture that can be read"_s));
        page->takePicture(path);
        TRY(window()->findChild<CropDialog *>());
        auto *dialog = window()->findChild<CropDialog *>();
        dialog->findChild<QSlider *>(u"cropZoom"_s)->setValue(40);
        // To the trailing side, as far as it goes, by the keyboard.
        auto *frame = dialog->findChildren<QWidget *>().first();
        for (QWidget *one : dialog->findChildren<QWidget *>()) {
            if (one->accessibleName().contains(u"arrow keys"))
                frame = one;
        }
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(frame, Qt::Key_Right);
        m_pair->app.picture(u"profile-crop"_s, dialog);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"cropTake"_s), Qt::LeftButton);
        TRY(!model().profile().avatar.isEmpty());
        allSent();
        QVERIFY(model().profile().avatar.size() <= Limit::AvatarBytes);
        m_pair->app.picture(u"profile-picture"_s);
        // Ana sees it, in its colour.
        GuiApp ana(m_pair->dir.filePath(u"ana-window"_s));
        ana.signIn(m_pair->server, u"ana"_s);
        const PersonId mika = model().account().self.id;
        TRY(!ana.window()->pictures().picture(mika).isNull());
        const QColor seen = ana.window()->pictures().picture(mika).pixelColor(64, 64);
        QVERIFY(seen.red() > 200 && seen.green() < 60);
        m_pair->app.openChannel(u"release-42"_s);
        m_pair->app.type(u"with my picture"_s);
        ana.openChannel(u"release-42"_s);
        TRY(ana.countRows(u"with my picture"_s) == 1);
        ana.picture(u"timeline-picture"_s);
        open(u"profile"_s);
        click(u"removePicture"_s);
        TRY(model().profile().avatar.isEmpty());
        TRY(ana.window()->pictures().picture(mika).isNull());
    }

    void aMutedChannelAsksForNothingOnAnyDevice()
    {
        const ChannelId channel = channelNamed(u"release-42"_s);
        m_pair->app.openChannel(u"general"_s);
        const auto unread = [&] { return channels().channel(channel)->unread; };
        const auto readIt = [&] {
            // Only what is looked at counts as read.
            window()->activateWindow();
            TRY(window()->isActiveWindow());
            m_pair->app.openChannel(u"release-42"_s);
            TRY(unread() == 0);
            m_pair->app.openChannel(u"general"_s);
        };
        readIt();
        const auto menu = [&](const QString &action) {
            m_pair->app.openChannel(u"release-42"_s);
            window()->channelsPane()->openChannelMenu({10, 10});
            auto *item = window()->findChild<QAction *>(action);
            QVERIFY(item && item->isCheckable());
            item->toggle();
            for (QMenu *open : window()->findChildren<QMenu *>())
                open->close();
            m_pair->app.openChannel(u"general"_s);
        };
        menu(u"muteChannel"_s);
        TRY(channels().isMuted(channel));
        allSent();
        (void)m_pair->ana->post(channel, u"noise"_s);
        TRY([&] {
            for (const ChannelRow &row : channels().all()) {
                if (row.channel.id == channel)
                    return row.unread > 0;
            }
            return false;
        }());
        QCOMPARE(unread(), 0);
        QVERIFY(channels().indexOf(channel).data(Qt::AccessibleTextRole).toString().contains(u"muted"));
        m_pair->app.picture(u"channel-muted"_s);
        (void)m_pair->ana->post(channel, u"but @mika this"_s);
        TRY(channels().channel(channel)->mentions == 1 && unread() == 1);
        // On another device of the same person it is muted, too.
        GuiApp second(m_pair->dir.filePath(u"second"_s));
        second.signIn(m_pair->server, u"mika"_s);
        TRY(second.window()->models().channels.isMuted(channel));
        // Followed: everything counts; and no longer muted.
        readIt();
        const int before = channels().mentionTotal();
        menu(u"followChannel"_s);
        TRY(channels().isFollowed(channel) && !channels().isMuted(channel));
        (void)m_pair->ana->post(channel, u"any message"_s);
        TRY(channels().mentionTotal() == before + 1);
        TRY(second.window()->models().channels.isFollowed(channel));
    }

    void othersSeeThatSomebodyIsHereOnlyIfTheyLetThem()
    {
        GuiApp ana(m_pair->dir.filePath(u"ana-window"_s));
        ana.signIn(m_pair->server, u"ana"_s);
        const PersonId mika = model().account().self.id;
        ana.window()->models().presence.watch({mika});
        PresenceWatch &watch = ana.window()->models().presence;
        QVERIFY(!watch.isHere(mika));
        open(u"extras"_s);
        QTest::mouseClick(visible<Switch>(Purposes::Presence), Qt::LeftButton);
        TRY(window()->gate().isAllowed(Purposes::Presence));
        allSent();
        watch.ask();
        TRY(watch.isHere(mika));
        QTest::mouseClick(visible<Switch>(Purposes::Presence), Qt::LeftButton);
        TRY(!window()->gate().isAllowed(Purposes::Presence));
        allSent();
        watch.ask();
        TRY(!watch.isHere(mika));
    }

    void aRestrictionIsSeenUntilItEnds()
    {
        open(u"cookies"_s);
        QTest::mouseClick(visible<Switch>(u"storage.analytics"_s), Qt::LeftButton);
        TRY(window()->gate().isAllowed(Purposes::Analytics));
        allSent();
        model().request(RightsKind::Restriction, u"Check my start date."_s, RestrictionGround::Inaccurate);
        TRY(!model().ownRequests().isEmpty() && model().ownRequests().first().receivedAt > 0);
        const QString id = model().ownRequests().first().id.toString();
        QCOMPARE(window()->standing()->kind(), StandingBand::Kind::None);
        QCOMPARE(serverSays({u"answer"_s, id, u"Granted."_s}).trimmed(), u"answered"_s);
        TRY(window()->standing()->isVisible()
            && window()->standing()->kind() == StandingBand::Kind::Restricted);
        QVERIFY(!window()->gate().isAllowed(Purposes::Analytics));
        // The switch says so, too.
        TRY(!visible<Switch>(u"storage.analytics"_s)->isChecked());
        m_pair->app.picture(u"restricted"_s);
        QTest::mouseClick(visible<QPushButton>(u"standingOpen"_s), Qt::LeftButton);
        QCOMPARE(pane()->currentPage(), u"requests"_s);
        QVERIFY(serverSays({u"lift"_s, id, u"The date is right now."_s}).contains(u"answered"));
        TRY(!window()->standing()->isVisible());
        TRY(window()->gate().isAllowed(Purposes::Analytics));
        TRY(says(u"Restricted from"_s) && says(u"The date is right now."_s));
        open(u"access"_s);
        TRY(says(u"A request was answered or written about"_s));
    }

    void anOldProgramIsToldToUpdate()
    {
        setRule(u"minimum_version"_s, u"99.1"_s);
        TRY(window()->standing()->kind() == StandingBand::Kind::TooOld);
        m_pair->app.picture(u"too-old"_s);
        setRule(u"minimum_version"_s, QString());
        TRY(window()->standing()->kind() == StandingBand::Kind::None);
        // An advisory concerns those who have what it is about.
        while (window()->announcement()->shown()) {
            const NoticeId read = window()->announcement()->shown()->id;
            QTest::mouseClick(visible<QToolButton>(u"announcementClose"_s), Qt::LeftButton);
            TRY(!window()->announcement()->shown() || window()->announcement()->shown()->id != read);
        }
        (void)serverSays({u"notice"_s, u"security"_s, u"Mended long ago"_s, u"--below"_s, u"0.0.1"_s});
        (void)serverSays({u"notice"_s, u"security"_s, u"Please update"_s, u"--below"_s, u"99.1"_s});
        TRY(window()->announcement()->shown()
            && window()->announcement()->shown()->title == u"Please update");
        QVERIFY(window()->announcement()->property("grave").toBool());
        m_pair->app.picture(u"security-notice"_s);
        // All of them stand on a page, read or not.
        open(u"notices"_s);
        TRY(says(u"Please update"_s) && says(u"Maintenance on Saturday"_s) && says(u"not read yet"_s)
            && says(u", read on "_s));
        m_pair->app.picture(u"privacy-notices"_s);
        QVERIFY(std::any_of(model().rows().notices.begin(), model().rows().notices.end(),
                            [](const Notice &one) { return one.title == u"Mended long ago"; }));
        // That a new owner has the workspace stands there for thirty days.
        (void)serverSays({u"notice"_s, u"ownership"_s, u"Northwind belongs to Tide"_s});
        const auto told = [this] {
            for (const Notice &one : model().rows().notices) {
                if (one.kind == NoticeKind::Ownership)
                    return std::optional(one);
            }
            return std::optional<Notice>();
        };
        TRY(told());
        QCOMPARE(told()->until - told()->from, 30 * DayMillis);
        const auto isUnread = [&](Millis at) {
            const QList<Notice> unread = model().unreadNotices(at);
            return std::any_of(unread.begin(), unread.end(),
                               [](const Notice &one) { return one.kind == NoticeKind::Ownership; });
        };
        QVERIFY(isUnread(told()->from) && isUnread(told()->until - 1) && !isUnread(told()->until));
    }

    void aLedgerThatLostItsEndIsNoticed()
    {
        open(u"cookies"_s);
        QTest::mouseClick(visible<Switch>(u"storage.analytics"_s), Qt::LeftButton);
        TRY(window()->ledgerWatch().reached() >= 1
            && window()->ledgerWatch().verdict() == LedgerWatch::Verdict::Sound);
        allSent();
        // As a server gives it that was restored from a backup.
        PrivacyRows shorter = model().rows();
        shorter.consents.clear();
        window()->ledgerWatch().look(shorter);
        TRY(window()->standing()->kind() == StandingBand::Kind::Ledger);
        QTest::mouseClick(visible<QPushButton>(u"standingOpen"_s), Qt::LeftButton);
        QCOMPARE(pane()->currentPage(), u"ledger"_s);
        QVERIFY(visible<QFrame>(u"ledgerAlarm"_s));
        m_pair->app.picture(u"privacy-ledger-alarm"_s);
        click(u"acceptLedger"_s);
        TRY(!visible<QFrame>(u"ledgerAlarm"_s));
        TRY(window()->standing()->kind() == StandingBand::Kind::None);
    }

    void eventsAreShownInTheZoneOfTheProfile()
    {
        window()->showPane(PaneId::Events);
        const auto restore = qScopeGuard([] { setViewerZone({}); });
        Event event;
        event.start = QDateTime({2026, 3, 2}, {12, 0});
        event.end = QDateTime({2026, 3, 2}, {13, 0});
        event.zone = "UTC";
        const QString before = EventModel::timeText(event);
        open(u"profile"_s);
        auto *zone = visible<QLineEdit>(u"profile-zone"_s);
        zone->clear();
        QTest::keyClicks(zone, u"Mars/Olympus"_s);
        click(u"saveProfile"_s);
        QVERIFY(says(u"Mars/Olympus is not known"_s));
        zone->clear();
        auto *phone = visible<QLineEdit>(u"profile-phone"_s);
        QTest::keyClicks(phone, u"call me"_s);
        click(u"saveProfile"_s);
        QVERIFY(says(u"“call me” is not a telephone number"_s));
        QVERIFY(phone->hasFocus());
        phone->clear();
        QVERIFY(model().profile().fields.value(u"zone"_s).value != u"Mars/Olympus");
        zone->clear();
        QTest::keyClicks(zone, u"Asia/Tokyo"_s);
        click(u"saveProfile"_s);
        TRY(viewerZone().id() == "Asia/Tokyo");
        QVERIFY(EventModel::timeText(event) != before);
        QVERIFY(EventModel::timeText(event).contains(QLocale().toString(QTime(21, 0), QLocale::ShortFormat)));
        window()->showPane(PaneId::Events);
        TRY(says(u"Asia/Tokyo"_s));
        m_pair->app.picture(u"events-tokyo"_s);
    }

    void whatOneDidAndAProblemAreOnPagesOfTheirOwn()
    {
        m_pair->app.type(u"something done"_s);
        TRY(m_pair->app.countRows(u"something done"_s) == 1);
        allSent();
        open(u"activity"_s);
        TRY(says(u"Message written, changed or reacted to"_s) && says(u"Signed in on"_s));
        m_pair->app.picture(u"privacy-activity"_s);
        open(u"support"_s);
        auto *bundle = visible<QPlainTextEdit>(u"supportBundle"_s);
        QVERIFY(bundle->toPlainText().contains(u"ChatOps Desktop "));
        // Nobody is named in it, and nothing that anybody wrote.
        for (const QString &word : {u"mika"_s, u"Northwind"_s, u"something done"_s, u"127.0.0.1"_s})
            QVERIFY2(!bundle->toPlainText().contains(word, Qt::CaseInsensitive), qPrintable(word));
        visible<QPlainTextEdit>(u"supportWords"_s)->setPlainText(u"It is slow."_s);
        bundle->selectAll();
        QTest::keyClicks(bundle, u"Nothing more."_s);
        m_pair->app.picture(u"privacy-support"_s);
        click(u"sendSupport"_s);
        TRY(!model().ownRequests().isEmpty());
        QCOMPARE(model().ownRequests().first().text, u"It is slow.\n\nNothing more."_s);
        QCOMPARE(model().ownRequests().first().subject, u"support"_s);
        open(u"complaint"_s);
        QTest::keyClicks(visible<QLineEdit>(u"childName"_s), u"rosa"_s);
        click(u"reportChild"_s);
        TRY(model().ownRequests().size() == 2);
        const RightsRequest report = model().ownRequests().first().subject == u"child"
            ? model().ownRequests().first()
            : model().ownRequests().last();
        QCOMPARE(report.subject, u"child"_s);
        QVERIFY(report.text.contains(u"rosa"));
        TRY(serverSays({u"requests"_s}).contains(u"complaint"));
    }

    void aCorrectionThatWaitsIsSeenWhereItBelongs()
    {
        open(u"requests"_s);
        auto *kind = visible<QComboBox>(u"requestKind"_s);
        kind->setCurrentIndex(kind->findData(int(RightsKind::Rectification)));
        auto *subject = visible<QComboBox>(u"requestSubject"_s);
        QVERIFY(subject && subject->findData(u"title"_s) > 0);
        subject->setCurrentIndex(subject->findData(u"title"_s));
        visible<QPlainTextEdit>(u"requestText"_s)->setPlainText(u"I am head of releases."_s);
        click(u"sendRequest"_s);
        TRY(!model().ownRequests().isEmpty() && model().ownRequests().first().receivedAt > 0);
        TRY(says(u"No. "_s) && says(u"About: Position"_s) && says(u"privacy@northwind.example"_s));
        open(u"profile"_s);
        TRY(says(u"waiting to be checked"_s));
        m_pair->app.picture(u"profile-pending"_s);
        (void)serverSays({u"answer"_s, model().ownRequests().first().id.toString(), u"Corrected."_s});
        TRY(!says(u"waiting to be checked"_s));
    }

    void theSummaryIsOfferedWhereItIsSentAndAsOftenAsChosen()
    {
        open(u"extras"_s);
        QVERIFY(!visible<Switch>(Purposes::Digest));
        (void)serveWithMail();
        TRY(visible<Switch>(Purposes::Digest));
        QVERIFY(!visible<QComboBox>(u"digestOften"_s));
        QTest::mouseClick(visible<Switch>(Purposes::Digest), Qt::LeftButton);
        TRY(visible<QComboBox>(u"digestOften"_s));
        auto *often = visible<QComboBox>(u"digestOften"_s);
        often->setFocus();
        QTest::keyClick(often, Qt::Key_Down);
        TRY(model().rows().preferences.value(u"digest"_s) == u"weekly");
        m_pair->app.picture(u"privacy-digest"_s);
        allSent();
    }

    void aMailBecomesARequestOfItsSender()
    {
        (void)serverSays({u"profile"_s, u"mika"_s, u"email"_s, u"mika@northwind.example"_s});
        QVERIFY(
            serverSays(
                {u"mailbox"_s},
                u"From: Mika <mika@northwind.example>\r\nSubject: My data\r\n\r\nPlease send me all.\r\n"_s)
                .startsWith(u"filed as "));
        TRY(!model().ownRequests().isEmpty());
        QCOMPARE(model().ownRequests().first().origin, u"mail"_s);
        QCOMPARE(model().ownRequests().first().text, u"My data\n\nPlease send me all."_s);
        open(u"requests"_s);
        TRY(says(u"by mail, from the address in your profile"_s));
        m_pair->app.picture(u"privacy-request-mail"_s);
        // Withdrawing is asked about, and can be thought better of.
        const auto withdraw = [this](bool yes) {
            for (QPushButton *button : pane()->findChildren<QPushButton *>()) {
                if (button->isVisible()
                    && button->property("operation") == QVariant(int(OperationKind::RequestWithdraw)))
                    QTest::mouseClick(button, Qt::LeftButton);
            }
            TRY(QApplication::activeModalWidget());
            const QList<QPushButton *> answers =
                QApplication::activeModalWidget()->findChildren<QPushButton *>();
            for (QPushButton *one : answers) {
                if ((one->objectName() == u"askFirstYes") == yes)
                    QTest::mouseClick(one, Qt::LeftButton);
            }
            TRY(!QApplication::activeModalWidget());
        };
        withdraw(false);
        QVERIFY(model().ownRequests().first().isOpen());
        withdraw(true);
        TRY(!model().ownRequests().first().isOpen());
        allSent();
    }

    void messagesThatEndSoonSayWhenAndGoFromHereToo()
    {
        const auto text = [this](const QString &of) {
            TimelineView *view = window()->channelsPane()->timeline();
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                if (view->model()->row(row).message.message.text == of)
                    return view->timeTextOf(row);
            }
            return QString();
        };
        m_pair->app.type(u"counting down"_s);
        TRY(m_pair->app.countRows(u"counting down"_s) == 1);
        allSent();
        QVERIFY(!text(u"counting down"_s).contains(u"deleted in"));
        (void)serverSays({u"retention"_s, u"message"_s, u"5"_s, u"--yes"_s});
        TRY(text(u"counting down"_s).contains(u"deleted in 4 day"));
        m_pair->app.picture(u"retention-countdown"_s);
        // When the time has come it goes from here without a network, from cache and search.
        m_pair->server.stop();
        TRY(!m_pair->app.isOnline());
        Cache *cache = window()->models().account.cache;
        QCOMPARE(await(cache->search(u"counting"_s, {}, 10))->size(), 1);
        const Millis written = m_pair->app.lastRow()->message.message.createdAt;
        window()->keepSchedule(written + 5 * DayMillis - 1);
        QCOMPARE(await(cache->search(u"counting"_s, {}, 10))->size(), 1);
        window()->keepSchedule(written + 5 * DayMillis);
        TRY(await(cache->search(u"counting"_s, {}, 10))->isEmpty());
        TRY(m_pair->app.countRows(u"counting down"_s) == 0);
    }
};
CHATOPS_TEST(TestEverydayPrivacy)

#include "testeverydayprivacy.moc"
