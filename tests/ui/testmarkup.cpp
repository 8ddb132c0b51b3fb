// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/registry.h"
#include "ui/markup.h"

#include <QTest>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

class TestMarkup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void markupIsReadAndNeverTrusted_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("plain");
        QTest::newRow("bold") << u"a **b** c"_s << u"a b c"_s;
        QTest::newRow("html stays text") << u"<script>alert(1)</script>"_s << u"<script>alert(1)</script>"_s;
        QTest::newRow("code") << u"`x < y`"_s << u"x < y"_s;
        QTest::newRow("open mark") << u"** x"_s << u"** x"_s;
        QTest::newRow("newline") << u"a\nb"_s << u"a\nb"_s;
        QTest::newRow("link") << u"[text](https://example.org)"_s << u"text"_s;
    }
    void markupIsReadAndNeverTrusted()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, plain);
        const QList<MarkupBlock> blocks = parseMarkup(markdown);
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks[0].text, plain);
    }

    void onlyWebAndMailLinksOpen()
    {
        for (const QString &bad :
             {u"[x](javascript:alert(1))"_s, u"[x](file:///etc/passwd)"_s, u"[x](data:text/html,x)"_s}) {
            const QList<MarkupBlock> blocks = parseMarkup(bad);
            for (const MarkupBlock::Span &span : blocks[0].spans)
                QVERIFY2(span.link.isEmpty(), qPrintable(bad));
        }
        QCOMPARE(parseMarkup(u"[x](https://example.org/a)"_s)[0].spans[0].link, u"https://example.org/a"_s);
        QCOMPARE(parseMarkup(u"see https://example.org/b now"_s)[0].spans[0].link,
                 u"https://example.org/b"_s);
    }

    void listsQuotesAndCodeBlocksAreBlocks()
    {
        const QList<MarkupBlock> blocks =
            parseMarkup(u"intro\n\n- one\n- two\n\n3. three\n\n> said\n\n```\ncode\n  here\n```"_s);
        QCOMPARE(blocks.size(), 6);
        QCOMPARE(blocks[1].marker, u"•"_s);
        QCOMPARE(blocks[3].marker, u"3."_s);
        QCOMPARE(blocks[4].kind, MarkupBlock::Kind::Quote);
        QCOMPARE(blocks[5].kind, MarkupBlock::Kind::Code);
        QCOMPARE(blocks[5].text, u"code\n  here"_s);
    }

    void mentionsAreMarkedOutsideCode()
    {
        const QList<MarkupBlock> blocks = parseMarkup(u"@ana and `@bob` and mail@example.org"_s);
        int mentions = 0;
        for (const MarkupBlock::Span &span : blocks[0].spans)
            mentions += span.mention;
        QCOMPARE(mentions, 1);
    }

    void anyTextGivesBlocksWithSpansInsideThem()
    {
        // Marks that are never closed, deep quotations, control characters.
        const QList<QString> wild{
            QString(2000, u'>'), QString(2000, u'*'),   QString(4000, u'['),         u"```"_s,
            u"\0\u0001\u202E"_s, u"* "_s.repeated(500), u"[a](https://x.example/"_s, QString(40'000, u'\n')};
        for (const QString &text : wild) {
            for (const MarkupBlock &block : parseMarkup(text)) {
                for (const MarkupBlock::Span &span : block.spans)
                    QVERIFY(span.start >= 0 && span.length >= 0
                            && span.start + span.length <= block.text.size());
            }
        }
    }
};
CHATOPS_TEST(TestMarkup)

#include "testmarkup.moc"
