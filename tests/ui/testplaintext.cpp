// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/registry.h"
#include "ui/markup.h"
#include "ui/plaintext.h"
#include "ui/widgets.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolTip>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

/// What other people wrote is shown letter by letter: nothing in it is run, opened or fetched.
class TestPlainText : public QObject {
    Q_OBJECT
private:
    static void addHostile()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a picture from elsewhere") << u"<img src='http://203.0.113.9/x.png'>"_s;
        QTest::newRow("a local file") << u"<img src='file:///etc/hostname' width=30000 height=30000>"_s;
        QTest::newRow("a link") << u"<a href='file:///etc/passwd'>Delete</a>"_s;
        QTest::newRow("a whole page") << u"<html><body><h1>x</h1></body></html>"_s;
        QTest::newRow("an entity") << u"&lt;b&gt; &amp; <b>x</b>"_s;
        QTest::newRow("behind lines") << u"plain\n<table><tr><td>x</td></tr></table>"_s;
        QTest::newRow("ends what stands around it") << u"</p><b>x</b><p>"_s;
    }

private Q_SLOTS:
    void aToolTipShowsEveryLetter_data() { addHostile(); }
    void aToolTipShowsEveryLetter()
    {
        QFETCH(QString, text);
        const QString tip = plainToolTip(text);
        QTextDocument shown;
        if (Qt::mightBeRichText(tip))
            shown.setHtml(tip);
        else
            shown.setPlainText(tip);
        QCOMPARE(shown.toPlainText(), text);
        for (QTextBlock block = shown.begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                QVERIFY(!it.fragment().charFormat().isImageFormat());
                QVERIFY(!it.fragment().charFormat().isAnchor());
            }
        }
    }

    void plainTextStaysAsItIsForReaders()
    {
        QCOMPARE(plainToolTip(u"Ana & Mika, 2 < 3"_s), u"Ana & Mika, 2 < 3"_s);
        QWidget widget;
        setPlainToolTip(&widget, u"Search in this channel (Ctrl+F)"_s);
        QCOMPARE(widget.toolTip(), u"Search in this channel (Ctrl+F)"_s);
    }

    void aBoxShowsEveryLetterAndOpensNothing_data() { addHostile(); }
    void aBoxShowsEveryLetterAndOpensNothing()
    {
        QFETCH(QString, text);
        QWidget parent;
        QMessageBox *box = makePlainBox(QMessageBox::Question, u"Title"_s, text, text, &parent);
        const QList<QLabel *> labels = box->findChildren<QLabel *>();
        int seen = 0;
        for (const QLabel *label : labels) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->openExternalLinks());
            QVERIFY(!label->textInteractionFlags().testFlag(Qt::LinksAccessibleByMouse));
            seen += label->text() == text ? 1 : 0;
        }
        QCOMPARE(seen, 2);
    }

    void enterKeepsWhatCouldBeDestroyed()
    {
        QWidget parent;
        parent.show();
        int destroyed = 0;
        QMessageBox *box = askToDestroy(&parent, u"Delete message"_s, u"Delete the message of Ana?"_s,
                                        u"words"_s, u"Delete"_s, [&destroyed] { ++destroyed; });
        QVERIFY(QTest::qWaitForWindowExposed(box));
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(!parent.findChild<QMessageBox *>() || !parent.findChild<QMessageBox *>()->isVisible());
        QCOMPARE(destroyed, 0);
        box = askToDestroy(&parent, u"Delete message"_s, u"Delete?"_s, {}, u"Delete"_s,
                           [&destroyed] { ++destroyed; });
        QTest::mouseClick(box->findChild<QPushButton *>(u"destroy"_s), Qt::LeftButton);
        QCOMPARE(destroyed, 1);
    }

    void onlyPagesAndMailAreOpened_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("opens");
        QTest::newRow("a page") << u"https://example.org/x"_s << true;
        QTest::newRow("a plain page") << u"http://example.org"_s << true;
        QTest::newRow("mail") << u"mailto:ana@example.org"_s << true;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("another program") << u"steam://run/1"_s << false;
        QTest::newRow("a share") << u"smb://203.0.113.9/x"_s << false;
        QTest::newRow("a script") << u"javascript:alert(1)"_s << false;
        QTest::newRow("data") << u"data:text/html,x"_s << false;
        QTest::newRow("no host") << u"https:///x"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("a relative one") << u"/x"_s << false;
    }
    void onlyPagesAndMailAreOpened()
    {
        QFETCH(QString, link);
        QFETCH(bool, opens);
        QCOMPARE(isWebOrMail(QUrl(link, QUrl::StrictMode)), opens);
    }

    void anAmpersandInAMenuIsALetter() { QCOMPARE(plainMenuText(u"Ben & Co"_s), u"Ben && Co"_s); }
};
CHATOPS_TEST(TestPlainText)

#include "testplaintext.moc"
