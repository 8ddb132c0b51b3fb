// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/purposes.h"
#include "tests/gui/pairtest.h"
#include "tests/support/registry.h"
#include "ui/channeldialogs.h"
#include "ui/pagedialog.h"
#include "ui/privacychoices.h"
#include "ui/privacypane.h"

#include <QListWidget>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A site somewhere: serves one page and counts who asks.
class Site : public QTcpServer {
public:
    Site()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                ++visits;
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                    heads += socket->readAll();
                    const QByteArray page =
                        "<html><head><title>Old title</title><meta property='og:title' content='Harbour &amp; tides'>"
                        "<meta name='description' content='When the water is high'></head><body>x</body></html>";
                    socket->write(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: track=1\r\nContent-Length: "
                        + QByteArray::number(page.size()) + "\r\nConnection: close\r\n\r\n" + page);
                    socket->disconnectFromHost();
                });
            }
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString link() const { return u"http://127.0.0.1:%1/tides"_s.arg(serverPort()); }
    int visits = 0;
    QByteArray heads;
};

} // namespace

/// Things to consent to, and that nothing of them happens without.
class TestExtras : public PairTest {
    Q_OBJECT
private:
    void choose(const QString &purpose, bool on)
    {
        pane()->openPage(purpose.startsWith(u"storage.")       ? u"cookies"_s
                             : purpose.startsWith(u"comfort.") ? u"extras"_s
                                                               : u"marketing"_s);
        auto *toggle = pane()->findChild<Switch *>(purpose);
        QVERIFY2(toggle, qPrintable(purpose));
        if (toggle->isChecked() != on)
            toggle->click();
        TRY(window()->gate().isAllowed(purpose) == on);
        TRY(window()->models().work.operations().isEmpty());
    }
    [[nodiscard]] QSet<QString> cookies() const
    {
        QSet<QString> names;
        for (const QNetworkCookie &cookie : window()->cookies().cookies())
            names.insert(QString::fromLatin1(cookie.name()));
        return names;
    }
    void browse(PageDialog *page, const QString &link)
    {
        QSignalSpy shown(page, &PageDialog::shown);
        page->open(link);
        QVERIFY(shown.wait(Patience));
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_pair.reset(); }

    void pagesSetOnlyTheCookiesThatWereChosen()
    {
        PageDialog *page = window()->openPage(u"help"_s);
        QSignalSpy shown(page, &PageDialog::shown);
        QVERIFY(shown.wait(Patience));
        QVERIFY(page->browser()->toPlainText().contains(u"Finding your way"));
        m_pair->app.picture(u"page-help"_s, page);
        browse(page, u"help?text=large"_s);
        browse(page, u"news?from=news"_s);
        // What is needed, and nothing else; the rest is listed as refused.
        QCOMPARE(cookies(), QSet<QString>{u"page_session"_s});
        QSet<QString> refused;
        for (const CookieJar::Refused &one : window()->cookies().refused())
            refused.insert(one.name);
        QCOMPARE(refused, (QSet<QString>{u"page_text"_s, u"page_visits"_s, u"page_campaign"_s}));
        QVERIFY(!page->browser()->toPlainText().contains(u"You have opened"));

        choose(Purposes::StoredPreferences, true);
        browse(page, u"help?text=large"_s);
        QCOMPARE(cookies(), (QSet<QString>{u"page_session"_s, u"page_text"_s}));
        browse(page, u"news"_s);
        QVERIFY(page->browser()->toHtml().contains(u"Normal text")); // It was remembered.
        choose(Purposes::Analytics, true);
        choose(Purposes::StoredMarketing, true);
        browse(page, u"news?from=news"_s);
        browse(page, u"news"_s);
        QCOMPARE(cookies().size(), 4);
        QVERIFY(page->browser()->toPlainText().contains(u"You have opened"));
        page->close();
        window()->showPane(PaneId::Privacy);
        window()->privacyPane()->openPage(u"cookies"_s);
        m_pair->app.picture(u"privacy-cookies-stored"_s);
        // Taken back: gone from this computer, in the store, too.
        choose(Purposes::Analytics, false);
        choose(Purposes::StoredPreferences, false);
        QCOMPARE(cookies(), (QSet<QString>{u"page_session"_s, u"page_campaign"_s}));
        TRY(await(window()->models().account.cache->cookies())->size() == 1);
        // After a restart what was chosen is there, and the session's cookie is not.
        m_pair->app.stop();
        m_pair->app.start();
        TRY(m_pair->app.window() && window()->cookies().isLoaded());
        TRY(window()->gate().isAllowed(Purposes::StoredMarketing));
        QCOMPARE(cookies(), QSet<QString>{u"page_campaign"_s});
    }

    void aLinkIsPreviewedForWhoChoseItAndByTheServer()
    {
        Site site;
        const MessageId message =
            m_pair->ana->post(m_pair->ana->channel(u"release-42"_s), u"see "_s + site.link() + u"."_s);
        TRY(m_pair->app.lastRow()->message.message.id == message);
        TimelineView *view = window()->channelsPane()->timeline();
        const int row = view->model()->indexOf(message);
        const int before = view->rowRect(row).height();
        QCOMPARE(site.visits, 0);
        window()->showPane(PaneId::Privacy);
        window()->privacyPane()->openPage(u"extras"_s);
        m_pair->app.picture(u"privacy-extras"_s);
        choose(Purposes::LinkPreviews, true);
        window()->showPane(PaneId::Channels);
        TRY(view->rowRect(view->model()->indexOf(message)).height() > before);
        QCOMPARE(site.visits, 1);
        // The other site saw the server, and nothing that tells who asked.
        QVERIFY(site.heads.contains("chatops-server") && !site.heads.contains("mika"));
        QVERIFY(!site.heads.contains("Authorization") && !site.heads.contains("Cookie"));
        m_pair->app.picture(u"link-preview"_s);
        // No other host was contacted from here.
        for (const NetworkLedger::Entry &entry : window()->ledger().entries())
            QCOMPARE(entry.host, u"127.0.0.1"_s);
        choose(Purposes::LinkPreviews, false);
        TRY(view->rowRect(view->model()->indexOf(message)).height() == before);
        QCOMPARE(site.visits, 1);
    }

    void channelsAreSuggestedToWhoChoseIt()
    {
        (void)m_pair->server.command({u"channel"_s, u"add"_s, u"zz-last"_s});
        (void)m_pair->server.command({u"channel"_s, u"join"_s, u"zz-last"_s, u"ana"_s});
        TRY(std::any_of(window()->models().channels.all().begin(), window()->models().channels.all().end(),
                        [](const ChannelRow &row) { return row.channel.name == u"zz-last"; }));
        const auto first = [this]() -> QString {
            window()->channelsPane()->browseChannels();
            auto *dialog = window()->findChild<BrowseChannelsDialog *>();
            auto *list = dialog->findChild<QListWidget *>();
            (void)QTest::qWaitFor(
                [list] { return list->item(0) && list->item(0)->text().contains(u"suggested"); },
                window()->gate().isAllowed(Purposes::Recommendations) ? Patience : 1);
            const QString text = list->item(0) ? list->item(0)->text() : QString();
            if (text.contains(u"suggested"))
                m_pair->app.picture(u"channels-suggested"_s, dialog);
            delete dialog;
            return text;
        };
        QVERIFY(!first().contains(u"suggested"));
        choose(Purposes::Recommendations, true);
        QVERIFY(first().contains(u"suggested"));
        choose(Purposes::Recommendations, false);
        QVERIFY(!first().contains(u"suggested"));
        const ConsentRecord *last = lastChoice(model().rows().consents, Purposes::Recommendations);
        QVERIFY(last && last->decision == Decision::Objected); // Against a legitimate interest.
    }

    void oneClickInAMailEndsItAndTheWindowFollows()
    {
        const QString outbox = serveWithMail();
        (void)m_pair->server.command(
            {u"privacy"_s, u"profile"_s, u"mika"_s, u"email"_s, u"mika@example.org"_s});
        TRY(model().profile().fields.value(u"email"_s).value == u"mika@example.org");
        window()->showPane(PaneId::Privacy);
        window()->privacyPane()->openPage(u"marketing"_s);
        choose(u"marketing.news.email"_s, true);
        m_pair->app.picture(u"privacy-marketing-mail"_s);
        QVERIFY(m_pair->server.command({u"privacy"_s, u"notice"_s, u"tips"_s, u"Not chosen"_s})
                    .contains(u"told to 0"));
        QVERIFY(m_pair->server.command({u"privacy"_s, u"notice"_s, u"news"_s, u"Grüße – new"_s})
                    .contains(u"told to 1"));
        TRY(QDir(outbox).entryList(QDir::Files).size() == 1);
        QFile mail(outbox + u'/' + QDir(outbox).entryList(QDir::Files).first());
        QByteArray text;
        TRY((mail.close(), mail.open(QIODevice::ReadOnly), text = mail.readAll(), text.endsWith("\r\n")));
        QVERIFY(text.contains("To: mika@example.org\r\n") && text.contains("Subject: =?utf-8?B?"));
        QVERIFY(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
        const qsizetype at = text.indexOf("List-Unsubscribe: <https://chat.example.org") + 43;
        const QByteArray path = text.mid(at, text.indexOf('>', at) - at);
        QVERIFY(path.startsWith("/unsubscribe/"));
        const auto ask = [&](const QByteArray &method, const QByteArray &target) {
            QTcpSocket socket;
            QByteArray answer;
            socket.connectToHost(QHostAddress::LocalHost, m_pair->server.port());
            socket.write(method + ' ' + target
                         + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 26\r\n\r\n"
                           "List-Unsubscribe=One-Click");
            (void)QTest::qWaitFor(
                [&] {
                    answer += socket.readAll();
                    return socket.state() == QAbstractSocket::UnconnectedState;
                },
                Patience);
            return answer.mid(9, 3).toInt();
        };
        QCOMPARE(ask("GET", path), 200); // Looking changes nothing.
        QVERIFY(window()->gate().isAllowed(u"marketing.news.email"_s));
        QCOMPARE(ask("POST", path.left(path.size() - 4) + "AAAA"), 404);
        QCOMPARE(ask("POST", path), 200);
        TRY(!window()->gate().isAllowed(u"marketing.news.email"_s));
        const ConsentRecord *last = lastChoice(model().rows().consents, u"marketing.news.email"_s);
        QVERIFY(last && last->method == u"link" && last->decision == Decision::Withdrawn);
        QVERIFY(!window()->privacyPane()->findChild<Switch *>(u"marketing.news.email"_s)->isChecked());
        QVERIFY(
            m_pair->server.command({u"privacy"_s, u"notice"_s, u"news"_s, u"More"_s}).contains(u"told to 0"));
    }
};
CHATOPS_TEST(TestExtras)

#include "testextras.moc"
