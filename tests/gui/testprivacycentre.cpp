// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/purposes.h"
#include "models/operations.h"
#include "privacy/ledgerproof.h"
#include "tests/gui/pairtest.h"
#include "tests/support/registry.h"
#include "ui/announcementband.h"
#include "ui/privacyabout.h"
#include "ui/privacychoices.h"
#include "ui/privacypane.h"
#include "ui/privacyrequests.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTranslator>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// The privacy centre in the real window, against the real server.
class TestPrivacyCentre : public PairTest {
    Q_OBJECT
private:
    /// Confirmed by the server, and read back.
    [[nodiscard]] std::optional<ConsentRecord> recorded(const QString &purpose) const
    {
        std::optional<ConsentRecord> last;
        for (const ConsentRecord &record : model().rows().consents) {
            if (record.purpose == purpose && record.number > 0)
                last = record;
        }
        return last;
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_pair.reset(); }

    void theQuestionHasTwoEqualAnswers()
    {
        ConsentQuestion *question = window()->question();
        TRY(question->isVisible());
        QPushButton *no = question->rejectButton();
        QPushButton *yes = question->acceptButton();
        QCOMPARE(no->metaObject(), yes->metaObject());
        QCOMPARE(no->size(), yes->size());
        QCOMPARE(no->y(), yes->y());
        QCOMPARE(no->font(), yes->font());
        QCOMPARE(no->property("role"), yes->property("role"));
        QCOMPARE(no->focusPolicy(), yes->focusPolicy());
        QVERIFY(!no->isDefault() && !yes->isDefault());
        m_pair->app.picture(u"privacy-question"_s);
        // Before an answer nothing optional is on.
        for (const Purpose &purpose : purposes())
            QVERIFY(!window()->gate().isAllowed(purpose.name));
        QTest::mouseClick(no, Qt::LeftButton);
        QVERIFY(!question->isVisible());
        TRY(recorded(u"storage.analytics"_s) && recorded(u"storage.marketing"_s));
        QCOMPARE(recorded(u"storage.analytics"_s)->decision, Decision::Refused);
        QCOMPARE(recorded(u"storage.analytics"_s)->method, u"question"_s);
        QVERIFY(!window()->gate().isAllowed(u"storage.analytics"_s));
        // It is kept: the next start does not ask again.
        m_pair->app.stop();
        m_pair->app.start();
        TRY(window() && m_pair->app.isOnline() && model().isLoaded());
        QVERIFY(!window()->question()->isVisible());
    }

    void theAdministratorOfTheComputerCanOnlyTakeAway()
    {
        const QString path = m_pair->dir.filePath(u"managed.json"_s);
        const auto restartWith = [&](const QByteArray &json) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(json);
            file.close();
            m_pair->app.stop();
            m_pair->app.managed = path;
            m_pair->app.start();
            TRY(window() && m_pair->app.isOnline() && model().isLoaded());
        };
        QTest::mouseClick(window()->question()->acceptButton(), Qt::LeftButton);
        TRY(recorded(u"storage.analytics"_s) && recorded(u"storage.marketing"_s));
        restartWith(R"({"forbid":["storage.analytics"],"allow":["marketing.news.app"]})");
        QVERIFY(!window()->gate().isAllowed(u"storage.analytics"_s));
        TRY(window()->gate().isAllowed(u"storage.marketing"_s));
        QVERIFY(!window()->gate().isAllowed(u"marketing.news.app"_s));
        open(u"cookies"_s);
        // Accepting all is about what can be chosen here, not about other computers.
        const qsizetype before = model().rows().consents.size();
        click(u"acceptAll"_s);
        TRY(model().rows().consents.size() > before && window()->models().work.operations().isEmpty());
        QCOMPARE(recorded(u"storage.analytics"_s)->method, u"question"_s);
        QVERIFY(!visible<Switch>(u"storage.analytics"_s) && visible<Switch>(u"storage.marketing"_s));
        QVERIFY(shows(u"Switched off by your organisation"_s));
        // What comes although it was forbidden meanwhile is not shown.
        open(u"marketing"_s);
        QTest::mouseClick(visible<Switch>(u"marketing.tips.app"_s), Qt::LeftButton);
        TRY(recorded(u"marketing.tips.app"_s));
        while (window()->announcement()->shown()) {
            const NoticeId read = window()->announcement()->shown()->id;
            click(u"announcementClose"_s);
            TRY(!window()->announcement()->shown() || window()->announcement()->shown()->id != read);
        }
        QCOMPARE(serverSays({u"notice"_s, u"tips"_s, u"A tip"_s}).trimmed(), u"told to 1"_s);
        TRY(window()->announcement()->isVisible());
        restartWith(R"({"forbid":["storage.analytics","marketing.tips.app"]})");
        TRY(!model().rows().notices.isEmpty());
        QVERIFY(!window()->announcement()->isVisible());
        // Whatever is forbidden, and whatever else somebody writes into the file.
        restartWith(
            R"({"forbid":["storage.analytics","storage.marketing","marketing.news.app","export","delete","requests","complaint"],"hide":["export","delete"],"export":false})");
        const QList<std::pair<QString, QString>> rights{{u"marketing"_s, u"marketing.tips.app"_s},
                                                        {u"requests"_s, u"sendRequest"_s},
                                                        {u"complaint"_s, u"complaintText"_s},
                                                        {u"export"_s, u"export-begin"_s},
                                                        {u"delete"_s, u"delete-account"_s}};
        for (const auto &[page, control] : rights) {
            open(page);
            QCOMPARE(pane()->currentPage(), page);
            QVERIFY2(visible<QWidget>(control) && visible<QWidget>(control)->isEnabled(),
                     qPrintable(control));
        }
        restartWith("{\"forbid\": nonsense");
        QVERIFY(!window()->gate().isAllowed(u"storage.marketing"_s));
        QVERIFY(window()->findChild<NoticeBand *>()->text().contains(u"everything optional is off"_s));
        restartWith("{}");
        TRY(window()->gate().isAllowed(u"storage.analytics"_s));
    }

    void closingTheQuestionMeansNo()
    {
        TRY(window()->question()->isVisible());
        click(u"questionClose"_s);
        TRY(recorded(u"storage.analytics"_s));
        QCOMPARE(recorded(u"storage.analytics"_s)->decision, Decision::Refused);
    }

    void takingBackIsAsEasyAsGiving()
    {
        open(u"cookies"_s);
        m_pair->app.picture(u"privacy-cookies"_s);
        // One click each way, counted from the same place.
        QTest::mouseClick(visible<Switch>(u"storage.analytics"_s), Qt::LeftButton);
        QVERIFY(window()->gate().isAllowed(u"storage.analytics"_s)
                || QTest::qWaitFor([this] { return window()->gate().isAllowed(u"storage.analytics"_s); },
                                   Patience));
        TRY(recorded(u"storage.analytics"_s));
        QCOMPARE(recorded(u"storage.analytics"_s)->decision, Decision::Given);
        QCOMPARE(recorded(u"storage.analytics"_s)->policy, model().policy()->version);
        QCOMPARE(recorded(u"storage.analytics"_s)->policyHash, model().policy()->hash());
        QTest::mouseClick(visible<Switch>(u"storage.analytics"_s), Qt::LeftButton);
        TRY(!window()->gate().isAllowed(u"storage.analytics"_s));
        TRY(recorded(u"storage.analytics"_s)->decision == Decision::Withdrawn);
        click(u"acceptAll"_s);
        TRY(window()->gate().isAllowed(u"storage.analytics"_s)
            && window()->gate().isAllowed(u"storage.marketing"_s));
        click(u"rejectAll"_s);
        TRY(!window()->gate().isAllowed(u"storage.analytics"_s)
            && !window()->gate().isAllowed(u"storage.marketing"_s));
        QCOMPARE(visible<QPushButton>(u"acceptAll"_s)->metaObject(),
                 visible<QPushButton>(u"rejectAll"_s)->metaObject());
        QCOMPARE(visible<QPushButton>(u"acceptAll"_s)->size(), visible<QPushButton>(u"rejectAll"_s)->size());
    }

    void aChoiceOfflineCountsAtOnceAndIsSentLater()
    {
        m_pair->server.stop();
        TRY(!m_pair->app.isOnline());
        open(u"marketing"_s);
        QTest::mouseClick(visible<Switch>(u"marketing.tips.app"_s), Qt::LeftButton);
        TRY(window()->gate().isAllowed(u"marketing.tips.app"_s));
        click(u"stopMarketing"_s);
        TRY(!window()->gate().isAllowed(u"marketing.tips.app"_s));
        QVERIFY(!recorded(u"marketing.tips.app"_s));
        m_pair->server.start();
        window()->models().account.backend->retryNow();
        TRY(recorded(u"marketing.tips.app"_s)
            && recorded(u"marketing.tips.app"_s)->decision == Decision::Objected);
        QVERIFY(
            checkLedger(model().rows().consents, model().account().self.id, model().rows().rules->signingKey)
                .isEmpty());
        open(u"ledger"_s);
        TRY(shows(u"2 entries, all sound."_s) && shows(LedgerPage::tr("Objected")));
        const QList<QLabel *> labels = pane()->findChildren<QLabel *>();
        const auto proof = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text() == u"2 entries, all sound."_s;
        });
        QCOMPARE((*proof)->palette().color(QPalette::WindowText), colors().ok);
        m_pair->app.picture(u"privacy-ledger"_s);
    }

    void announcementsComeToThoseWhoChoseThemAndCanBeEndedThere()
    {
        // The demo tells of maintenance; that is no marketing and has no way out of it.
        AnnouncementBand *band = window()->announcement();
        TRY(band->isVisible() && band->shown()->kind == NoticeKind::Maintenance);
        QVERIFY(!visible<QPushButton>(u"announcementUnsubscribe"_s));
        click(u"announcementClose"_s);
        // Nor has the news of the policy's second version.
        TRY(band->isVisible() && band->shown()->kind == NoticeKind::Service);
        QVERIFY(!visible<QPushButton>(u"announcementUnsubscribe"_s));
        click(u"announcementClose"_s);
        TRY(!band->isVisible());
        QCOMPARE(serverSays({u"notice"_s, u"news"_s, u"A new thing"_s}).trimmed(), u"told to 0"_s);
        open(u"marketing"_s);
        QTest::mouseClick(visible<Switch>(u"marketing.news.app"_s), Qt::LeftButton);
        TRY(recorded(u"marketing.news.app"_s));
        QCOMPARE(serverSays({u"notice"_s, u"news"_s, u"Another new thing"_s}).trimmed(), u"told to 1"_s);
        TRY(band->isVisible() && band->shown()->title == u"Another new thing");
        m_pair->app.picture(u"privacy-announcement"_s);
        click(u"announcementUnsubscribe"_s);
        TRY(!band->isVisible());
        TRY(recorded(u"marketing.news.app"_s)->decision == Decision::Objected);
        QCOMPARE(recorded(u"marketing.news.app"_s)->method, u"link"_s);
        QCOMPARE(serverSays({u"notice"_s, u"news"_s, u"A third"_s}).trimmed(), u"told to 0"_s);
    }

    void aBreachNoticeStaysUntilItIsRead()
    {
        AnnouncementBand *band = window()->announcement();
        QCOMPARE(
            m_pair->server
                .command({u"privacy"_s, u"notice"_s, u"breach"_s, u"Somebody saw a backup"_s, u"--text"_s},
                         u"Change your password."_s)
                .trimmed(),
            u"told to everybody"_s);
        TRY(band->isVisible() && band->shown()->kind == NoticeKind::Breach);
        QVERIFY(!visible<QToolButton>(u"announcementClose"_s));
        m_pair->app.stop();
        m_pair->app.start();
        TRY(window() && window()->announcement()->isVisible()
            && window()->announcement()->shown()->kind == NoticeKind::Breach);
        click(u"announcementRead"_s);
        TRY(QApplication::activeModalWidget());
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
        TRY(!window()->announcement()->shown()
            || window()->announcement()->shown()->kind != NoticeKind::Breach);
    }

    void useIsCountedOnlyWithConsentAndSentAsShown()
    {
        m_pair->app.openChannel(u"release-42"_s);
        m_pair->app.type(u"not counted"_s);
        TRY(m_pair->app.countRows(u"not counted"_s) == 1);
        QVERIFY(window()->usage().isEmpty());
        open(u"cookies"_s);
        QTest::mouseClick(visible<Switch>(u"storage.analytics"_s), Qt::LeftButton);
        TRY(recorded(u"storage.analytics"_s) && window()->gate().isAllowed(u"storage.analytics"_s));
        m_pair->app.openChannel(u"release-42"_s);
        m_pair->app.type(u"counted"_s);
        TRY(!window()->usage().isEmpty());
        open(u"cookies"_s);
        QCOMPARE(visible<QLabel>(u"usagePreview"_s)->text(), uR"({"counts":{"message.sent":1}})"_s);
        m_pair->app.picture(u"privacy-usage"_s);
        window()->reportUsage();
        QVERIFY(window()->usage().isEmpty());
        // Few are not shown to the organisation; with Ana there are enough.
        QVERIFY(serverSays({u"usage"_s}).contains(u"withheld"_s));
        setRule(u"aggregate_from"_s, 2);
        ConsentRecord choice;
        choice.id = ConsentId::create();
        choice.purpose = u"storage.analytics"_s;
        choice.decision = Decision::Given;
        choice.method = u"switch"_s;
        (void)m_pair->ana->submit(Make::recordConsent(choice));
        TRY(!serverSays({u"usage"_s}).contains(u"withheld"_s));
        QVERIFY(serverSays({u"usage"_s}).contains(u"message.sent\t1"_s));
        open(u"stored"_s);
        TRY(shows(u"Counts of feature use"_s));
        // Withdrawn: what was counted since is forgotten, and the server takes no more.
        m_pair->app.openChannel(u"release-42"_s);
        m_pair->app.type(u"counted as well"_s);
        TRY(!window()->usage().isEmpty());
        open(u"cookies"_s);
        QTest::mouseClick(visible<Switch>(u"storage.analytics"_s), Qt::LeftButton);
        TRY(window()->usage().isEmpty());
    }

    void aRequestWrittenOfflineIsAnsweredByTheContact()
    {
        m_pair->server.stop();
        TRY(!m_pair->app.isOnline());
        open(u"requests"_s);
        auto *kind = visible<QComboBox>(u"requestKind"_s);
        kind->setCurrentIndex(kind->findData(int(RightsKind::Restriction)));
        QVERIFY(visible<QComboBox>(u"requestGround"_s));
        visible<QPlainTextEdit>(u"requestText"_s)->setPlainText(u"My start date is wrong."_s);
        click(u"sendRequest"_s);
        TRY(model().ownRequests().size() == 1);
        QVERIFY(model().isWaiting(model().ownRequests().first().id));
        m_pair->app.picture(u"privacy-requests-offline"_s);
        m_pair->server.start();
        window()->models().account.backend->retryNow();
        TRY(!model().isWaiting(model().ownRequests().first().id)
            && model().ownRequests().first().receivedAt > 0);
        const RightsRequest sent = model().ownRequests().first();
        QCOMPARE(sent.ground, RestrictionGround::Inaccurate);
        QVERIFY(sent.dueAt > sent.receivedAt);
        QVERIFY(serverSays({u"requests"_s}).contains(u"mika\trestriction\topen"_s));
        QVERIFY(serverSays({u"extend"_s, sent.id.toString(), u"we look it up"_s})
                    .startsWith(u"extended until"_s));
        TRY(model().ownRequests().first().state == RightsRequest::State::Extended);
        QCOMPARE(serverSays({u"answer"_s, sent.id.toString(), u"Restricted."_s}).trimmed(), u"answered"_s);
        TRY(model().ownRequests().first().outcome == u"Restricted.");
        // Whatever page is open.
        TRY(window()->findChild<NoticeBand *>()->isVisible()
            && window()->findChild<NoticeBand *>()->text().contains(u"Restricted."_s));
        m_pair->app.picture(u"privacy-requests"_s);
        window()->showPane(PaneId::Channels);
        click(u"noticeOpen"_s);
        TRY(pane()->isVisible() && shows(u"Requests and rights"_s));
        QVERIFY(!window()->findChild<NoticeBand *>()->isVisible());
    }

    void nothingIsSaidOfTheStoreBeforeItIsKnown()
    {
        // The pane is made by this, and what it shows is still being read.
        window()->showPane(PaneId::Privacy);
        const auto texts = [this] {
            QString all;
            const QList<QLabel *> labels = pane()->findChildren<QLabel *>();
            for (const QLabel *label : labels)
                all += label->text() + u'\n';
            return all;
        };
        QVERIFY(texts().contains(u"Being measured"));
        QVERIFY(!texts().contains(u"NOT encrypted"));
        TRY(texts().contains(u"encrypted; the key is in"));
    }

    void theContactSeesAndAnswersInTheWindow()
    {
        // Ana is the demo's privacy contact; Mika is not.
        open(u"overview"_s);
        QVERIFY(!model().isContact());
        model().request(RightsKind::Access, u"Please."_s);
        TRY(!model().ownRequests().isEmpty() && model().ownRequests().first().receivedAt > 0);
        GuiApp ana(m_pair->dir.filePath(u"ana"_s));
        ana.signIn(m_pair->server, u"ana"_s);
        PrivacyModel &desk = ana.window()->models().privacy;
        TRY(desk.isContact() && desk.requestsOfOthers().size() == 1);
        ana.window()->showPane(PaneId::Privacy);
        ana.window()->privacyPane()->openPage(u"desk"_s);
        ana.picture(u"privacy-desk"_s);
        const auto press = [&](OperationKind operation) {
            const QList<QPushButton *> buttons = ana.window()->privacyPane()->findChildren<QPushButton *>();
            for (QPushButton *button : buttons) {
                if (button->isVisible() && button->property("operation").isValid()
                    && button->property("operation").toInt() == int(operation)) {
                    QTest::mouseClick(button, Qt::LeftButton);
                    return true;
                }
            }
            return false;
        };
        const auto fill = [](const QString &text) {
            TRY(QApplication::activeModalWidget());
            auto *edit = QApplication::activeModalWidget()->findChild<QPlainTextEdit *>();
            QVERIFY(edit);
            edit->setPlainText(text);
            auto *buttons = QApplication::activeModalWidget()->findChild<QDialogButtonBox *>();
            QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
            TRY(!QApplication::activeModalWidget());
        };
        QVERIFY(QTest::qWaitFor([&] { return press(OperationKind::RequestExtend); }, Patience));
        fill(u"many"_s);
        TRY(model().ownRequests().first().state == RightsRequest::State::Extended);
        TRY(!desk.isWaiting(desk.requestsOfOthers().first().id));
        QVERIFY(QTest::qWaitFor([&] { return press(OperationKind::RequestAnswer); }, Patience));
        fill(u"Here it is."_s);
        TRY(model().ownRequests().first().outcome == u"Here it is.");
    }

    void anObjectionThatIsNotFollowedNamesTheGrounds()
    {
        model().request(RightsKind::Objection, u"I object."_s, {}, u"comfort.recommendations"_s);
        TRY(!model().ownRequests().isEmpty() && model().ownRequests().first().receivedAt > 0);
        const QString id = model().ownRequests().first().id.toString();
        // By the number that the window shows.
        QVERIFY(
            serverSays({u"refuse"_s, id.right(8), u"A claim in court needs it."_s}).contains(u"refused"_s));
        TRY(model().ownRequests().first().state == RightsRequest::State::Refused);
        open(u"requests"_s);
        TRY(says(u"The grounds your organisation names: A claim in court needs it."_s));
        open(u"sharing"_s);
        TRY(says(u"Sec-GPC"_s));
        (void)serverSays({u"region"_s, u"message"_s, u"CH"_s, u"adequacy"_s});
        TRY(shows(u"Switzerland, adequacy decision"_s));
    }

    void complaintAndFeedbackAreRequests()
    {
        open(u"complaint"_s);
        // The demo's organisation is in Finland.
        TRY(shows(u"Tietosuojavaltuutetun toimisto"_s));
        QVERIFY(!visible<QPushButton>(u"sendComplaint"_s)->isEnabled());
        visible<QPlainTextEdit>(u"complaintText"_s)->setPlainText(u"Nobody answers."_s);
        click(u"sendComplaint"_s);
        visible<QPlainTextEdit>(u"feedbackText"_s)->setPlainText(u"Clear enough."_s);
        click(u"sendFeedback"_s);
        TRY(model().ownRequests().size() == 2 && window()->models().work.operations().isEmpty());
        for (const RightsRequest &request : model().ownRequests()) {
            const bool complaint = request.text == u"Nobody answers.";
            QCOMPARE(request.kind, complaint ? RightsKind::Complaint : RightsKind::Feedback);
            QCOMPARE(request.dueAt > 0, complaint);
        }
    }

    void thePolicyIsReadComparedAndAskedAboutAgain()
    {
        open(u"policy"_s);
        QCOMPARE(model().rows().policies.size(), 2);
        m_pair->app.picture(u"privacy-policy"_s);
        click(u"policyCompare"_s);
        m_pair->app.picture(u"privacy-policy-changes"_s);
        QTest::mouseClick(window()->question()->acceptButton(), Qt::LeftButton);
        TRY(window()->gate().isAllowed(u"storage.analytics"_s) && recorded(u"storage.marketing"_s));
        // A new version that matters for one purpose asks for that one only.
        QFile file(m_pair->dir.filePath(u"policy.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            serverSays({u"policy"_s}).replace(u"Only what is needed"_s, u"Just what is needed"_s).toUtf8());
        file.close();
        QCOMPARE(serverSays({u"policy"_s, file.fileName(), u"--material"_s, u"--affects"_s,
                             u"storage.analytics"_s, u"--summary"_s, u"Counts more."_s})
                     .trimmed(),
                 u"version 3 published"_s);
        TRY(window()->question()->isVisible());
        QVERIFY(!window()->gate().isAllowed(u"storage.analytics"_s));
        QVERIFY(window()->gate().isAllowed(u"storage.marketing"_s));
        QTest::mouseClick(window()->question()->acceptButton(), Qt::LeftButton);
        TRY(window()->gate().isAllowed(u"storage.analytics"_s));
        TRY(recorded(u"storage.analytics"_s)->policy == 3);
    }

    void theProfileSaysWhoProvidedWhat()
    {
        open(u"profile"_s);
        auto *title = visible<QLineEdit>(u"profile-title"_s);
        QVERIFY(title && !title->isEnabled());
        QCOMPARE(title->text(), u"Release manager"_s);
        auto *pronouns = visible<QLineEdit>(u"profile-pronouns"_s);
        QTest::keyClicks(pronouns, u"they/them"_s);
        click(u"saveProfile"_s);
        TRY(model().profile().fields.value(u"pronouns"_s).value == u"they/them");
        TRY(window()->models().work.operations().isEmpty());
        TRY(shows(u"Provided by your organisation"_s));
        TRY(shows(u"Provided by you; seen by everybody in the workspace"_s));
        m_pair->app.picture(u"privacy-profile"_s);
        QVERIFY(serverSays({u"profile"_s, u"mika"_s, u"title"_s, u"Head of releases"_s})
                    .contains(u"published"_s));
        TRY(title->text() == u"Head of releases");
        click(u"askCorrection"_s);
        QCOMPARE(pane()->currentPage(), u"requests"_s);
        QCOMPARE(visible<QComboBox>(u"requestKind"_s)->currentData().toInt(), int(RightsKind::Rectification));
    }

    void everyLineOfTheOverviewLeadsToItsPage()
    {
        open(u"overview"_s);
        TRY(shows(
            u"Northwind Ltd · Harbour Street 4, 00160 Helsinki · privacy@northwind.example · data protection: Ana Lind"_s));
        TRY(shows(u"Northwind IT · Harbour Street 4, 00160 Helsinki · it@northwind.example"_s));
        m_pair->app.picture(u"privacy-overview"_s);
        for (const QString &page : {u"requests"_s, u"sharing"_s, u"stored"_s, u"cookies"_s, u"policy"_s}) {
            pane()->openPage(u"overview"_s);
            TRY(visible<QAbstractButton>(u"open-"_s + page));
            QTest::mouseClick(visible<QAbstractButton>(u"open-"_s + page), Qt::LeftButton);
            QCOMPARE(pane()->currentPage(), page);
        }
        pane()->openPage(u"sharing"_s);
        for (const QString &text :
             {u"Harbour Hosting Oy"_s, u"Finland"_s, u"Mailcraft Inc."_s,
              u"United States, standard contractual clauses"_s, u"Your organisation lists nothing."_s})
            TRY(shows(text));
        m_pair->app.picture(u"privacy-sharing"_s);
        pane()->openPage(u"complaint"_s);
        m_pair->app.picture(u"privacy-complaint"_s);
        pane()->openPage(u"stored"_s);
        m_pair->app.picture(u"privacy-stored"_s);
    }

    void noTextIsCutOff_data()
    {
        QTest::addColumn<int>("scale");
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("rightToLeft");
        QTest::newRow("light") << 100 << int(Theme::Mode::Light) << false;
        QTest::newRow("dark") << 100 << int(Theme::Mode::Dark) << false;
        QTest::newRow("large") << 200 << int(Theme::Mode::Light) << false;
        QTest::newRow("german") << 100 << int(Theme::Mode::Light) << false;
        QTest::newRow("right to left") << 125 << int(Theme::Mode::Dark) << true;
    }
    void noTextIsCutOff()
    {
        QFETCH(int, scale);
        QFETCH(int, mode);
        QFETCH(bool, rightToLeft);
        const auto restore = qScopeGuard([] {
            Theme::instance().setScale(100);
            Theme::instance().setMode(Theme::Mode::Light);
            QApplication::setLayoutDirection(Qt::LeftToRight);
        });
        Theme::instance().setScale(scale);
        Theme::instance().setMode(Theme::Mode(mode));
        QApplication::setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        const QLocale before;
        const auto english = qScopeGuard([this, before] {
            m_pair->app.stop();
            const QList<QTranslator *> translators = qApp->findChildren<QTranslator *>();
            qDeleteAll(translators);
            QLocale::setDefault(before);
        });
        if (QByteArray(QTest::currentDataTag()) == "german") {
            m_pair->app.stop();
            m_pair->app.language = u"de"_s;
            m_pair->app.start();
            TRY(window() && model().isLoaded() && model().policy());
        }
        model().request(RightsKind::Objection,
                        u"I do not want this to be used. "_s.repeated(12) + QString(450, u'w'), {},
                        u"storage.analytics"_s);
        for (const QString &page : pane()->pages()) {
            open(page);
            // What a new workspace says of its schedule is known in every language.
            QVERIFY(QByteArray(QTest::currentDataTag()) != "german"
                    || !says(u"Part of the organisation's work."_s));
            auto *area = qobject_cast<PrivacyPage *>(pane()->regions().last());
            const auto cut = [area]() -> QString {
                const QList<QLabel *> labels = area->findChildren<QLabel *>();
                for (const QLabel *label : labels) {
                    if (!label->isVisible() || label->text().isEmpty())
                        continue;
                    const int needed = label->wordWrap() ? label->heightForWidth(label->width())
                                                         : label->sizeHint().height();
                    if (label->height() < needed
                        || (!label->wordWrap() && label->width() < label->sizeHint().width()))
                        return u"%1 (%2x%3, needs %4)"_s.arg(label->text())
                            .arg(label->width())
                            .arg(label->height())
                            .arg(needed);
                }
                return {};
            };
            // What was made a moment ago is not laid out yet.
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
            m_pair->app.picture(u"privacy-%1-%2"_s.arg(
                page, QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-')));
            QVERIFY2(QTest::qWaitFor([&] { return cut().isEmpty(); }, 3000),
                     qPrintable(page + u": "_s + cut()));
        }
    }

    void everyPageCanBeUsedByKeyboardAlone()
    {
        for (const QString &page : pane()->pages()) {
            open(page);
            auto *area = qobject_cast<PrivacyPage *>(pane()->regions().last());
            QVERIFY(area);
            QSet<QWidget *> reached;
            area->setFocus();
            for (int i = 0; i < 200; ++i) {
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
                reached.insert(QApplication::focusWidget());
                // Of choices that exclude each other Tab reaches one, and arrows the others.
                if (qobject_cast<QRadioButton *>(QApplication::focusWidget())) {
                    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
                    reached.insert(QApplication::focusWidget());
                }
            }
            const QList<QWidget *> controls = area->findChildren<QWidget *>();
            for (QWidget *control : controls) {
                const bool usable =
                    (qobject_cast<QAbstractButton *>(control) || qobject_cast<QComboBox *>(control)
                     || qobject_cast<QLineEdit *>(control) || qobject_cast<QPlainTextEdit *>(control))
                    && control->isVisible() && control->isEnabled()
                    && !control->objectName().startsWith(u"qt_"_s);
                if (usable)
                    QVERIFY2(reached.contains(control),
                             qPrintable(page + u' ' + control->objectName() + u' '
                                        + control->property("text").toString()));
            }
        }
        // And a switch is toggled by the space bar.
        open(u"cookies"_s);
        auto *toggle = visible<Switch>(u"storage.analytics"_s);
        toggle->setFocus();
        QTest::keyClick(toggle, Qt::Key_Space);
        TRY(window()->gate().isAllowed(u"storage.analytics"_s));
    }
};
CHATOPS_TEST(TestPrivacyCentre)

#include "testprivacycentre.moc"
