// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids.h"
#include "core/text.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

class TestText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void foldsAccentsAndCase()
    {
        QCOMPARE(foldText(u"Ångström ÉCOLE"), u"angstrom ecole"_s);
        QCOMPARE(foldText(u"Việt Nam"), u"viet nam"_s);
        QCOMPARE(foldText(u"한국"), u"한국"_s);
    }

    void setsUnspacedScriptsApart()
    {
        QCOMPARE(indexText(u"発売日は木曜です ok"), u"発 売 日 は 木 曜 で す ok"_s);
    }

    void wordsOfPlainTextsAreThoseOfAllOthers_data()
    {
        QTest::addColumn<QString>("text");
        QString every;
        for (char16_t c = 0; c < 0x80; ++c)
            every += QChar(c);
        for (const QString &text :
             {u"Don't stop_here, v2.0!"_s, u"  A  b "_s, u""_s, u"..."_s, u"x"_s, every})
            QTest::addRow("%s", qPrintable(text.simplified())) << text;
    }
    void wordsOfPlainTextsAreThoseOfAllOthers()
    {
        // The letter at the end keeps the text from the short way.
        QFETCH(const QString, text);
        const QString words = indexText(text);
        QCOMPARE(indexText(text + u" é"_s), words.isEmpty() ? u"e"_s : words + u" e"_s);
    }

    void readsIdsAsQtDoes_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u"0198f1c0-0000-7000-8000-0123456789ab"_s, u"0198F1C0-0000-7000-8000-0123456789AB"_s,
              u"0198f1c0-0000-7000-8000-0123456789a"_s, u"0198f1c0-0000-7000-8000-0123456789abc"_s,
              u"0198f1c000000-7000-8000-0123456789ab"_s, u"0198f1c0-0000-7000-8000-0123456789ag"_s,
              u"{198f1c0-0000-7000-8000-0123456789a}"_s, u"0198f1c0-0000-7000-8000-０123456789a"_s,
              QString()})
            QTest::addRow("%s", qPrintable(text)) << text;
    }
    void readsIdsAsQtDoes()
    {
        QFETCH(const QString, text);
        QCOMPARE(uuidFromText(text), text.size() == 36 ? QUuid::fromString(text) : QUuid());
    }

    void buildsMatchExpressions_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("prefix of the last word") << u"release pla"_s << u"\"release\" \"pla\"*"_s;
        QTest::newRow("finished word") << u"plan "_s << u"\"plan\""_s;
        QTest::newRow("substring of Chinese") << u"木曜"_s << u"\"木 曜\""_s;
        QTest::newRow("operators are text")
            << u"\"a OR b\" NEAR(c"_s << u"\"a\" \"or\" \"b\" \"near\" \"c\"*"_s;
        QTest::newRow("nothing to search") << u" -- !"_s << QString();
    }
    void buildsMatchExpressions()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        QCOMPARE(matchExpression(searchWords(typed)), expected);
    }

    void aBeginningThatIsTooShortIsNothingYet()
    {
        QCOMPARE(matchExpression(searchWords(u"sprint 4", 2)), u"\"sprint\" \"4\"*"_s);
        QCOMPARE(matchExpression(searchWords(u"pl", 2)), u"\"pl\"*"_s);
        QCOMPARE(matchExpression(searchWords(u"p", 2)), QString());
        // What is finished is a word, however short; one ideograph is, too.
        QCOMPARE(matchExpression(searchWords(u"p ", 2)), u"\"p\""_s);
        QCOMPARE(matchExpression(searchWords(u"木", 2)), u"\"木\""_s);
    }

    void holdsWhatTheIndexFinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("held");
        QTest::newRow("all words") << u"Über den Plan, morgen"_s << u"plan uber "_s << true;
        QTest::newRow("one is missing") << u"Über den Plan"_s << u"plan morgen "_s << false;
        QTest::newRow("beginning") << u"planning"_s << u"plan"_s << true;
        QTest::newRow("finished") << u"planning"_s << u"plan "_s << false;
        QTest::newRow("end of a word") << u"replan"_s << u"plan"_s << false;
        QTest::newRow("part of Chinese") << u"次のリリースは木曜日"_s << u"木曜"_s << true;
        QTest::newRow("the other way round") << u"曜木"_s << u"木曜"_s << false;
        // Words end at vowel signs, in the index as here.
        QTest::newRow("Devanagari") << u"हिन्दी में"_s << u"हिन्दी "_s << true;
        QTest::newRow("its letters with other signs") << u"हा नदी"_s << u"हिन्दी "_s << true;
        QTest::newRow("marks above U+FFFF") << u"葛\U000E0100飾区"_s << u"葛飾"_s << true;
        QTest::newRow("an emoji is no word") << u"release 1"_s << u"release #\uFE0F\u20E3 "_s << true;
    }
    void holdsWhatTheIndexFinds()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, typed);
        QFETCH(const bool, held);
        QCOMPARE(holdsWords(text, wordsToHold(searchWords(typed))), held);
    }

    void mentionsAreOneRuleEverywhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("ana");
        QTest::newRow("plain") << u"hello @ana"_s << true;
        QTest::newRow("with a full stop") << u"ask @ana. Now"_s << true;
        QTest::newRow("with a comma") << u"@ana, please"_s << true;
        QTest::newRow("longer name") << u"@ana-maria and @ana2 and @ana_b"_s << false;
        QTest::newRow("everybody") << u"@all and @channel"_s << true;
        QTest::newRow("allison is not everybody") << u"@allison"_s << false;
        QTest::newRow("an address") << u"mail ana@ana.example"_s << false;
        QTest::newRow("a link") << u"https://x.example/@ana"_s << false;
        QTest::newRow("in capitals") << u"hello @Ana, please look"_s << true;
        QTest::newRow("all in capitals") << u"@ANA"_s << true;
        QTest::newRow("everybody in capitals") << u"@Channel"_s << true;
        QTest::newRow("everybody who is here") << u"@here"_s << true;
        QTest::newRow("a longer word with an accent") << u"thanks @anaë"_s << false;
        QTest::newRow("with an accent of its own") << u"thanks @ana\u0301"_s << false;
        QTest::newRow("a longer word of another alphabet") << u"@anaб"_s << false;
        QTest::newRow("behind a letter with an accent") << u"é@ana"_s << false;
        QTest::newRow("a letter above U+FFFF behind it") << u"@ana\U00010400"_s << false;
        QTest::newRow("before Japanese") << u"@anaさん、お願い"_s << true;
        QTest::newRow("behind Japanese") << u"お疲れ@ana"_s << true;
        QTest::newRow("with the wide sign") << u"\uff20ana"_s << true;
        QTest::newRow("an emoji behind it") << u"@ana\U0001F44D"_s << true;
        QTest::newRow("the word goes on behind a hyphen") << u"@ana-é"_s << true;
        QTest::newRow("twice the sign") << u"@@ana"_s << false;
        QTest::newRow("a sign at the end") << u"to be sent @"_s << false;
        QTest::newRow("Kelvin folds to k, not to a") << u"@\u212Ana"_s << false;
        QTest::newRow("in brackets") << u"(@ana)"_s << true;
        QTest::newRow("nothing") << u"@ an a"_s << false;
    }
    void mentionsAreOneRuleEverywhere()
    {
        QFETCH(QString, text);
        QFETCH(bool, ana);
        QCOMPARE(mentions(text, u"ana"), ana);
    }

    void highlightsWhereTheOriginalStands()
    {
        const QString text = u"Die Übergabe, übergabe"_s;
        const auto ranges = matchRanges(text, u"uberg");
        QCOMPARE(ranges.size(), 2);
        QCOMPARE(text.mid(ranges[0].first, ranges[0].second), u"Überg"_s);
        QCOMPARE(text.mid(ranges[1].first, ranges[1].second), u"überg"_s);
    }

    void makesInitials()
    {
        QCOMPARE(initials(u"Ana Lind"_s), u"AL"_s);
        QCOMPARE(initials(u"é"_s), u"É"_s);
        QCOMPARE(initials(QString()), u"?"_s);
    }

    void neverSplitsASurrogatePair() { QCOMPARE(truncated(u"ab\U0001F600"_s, 3), u"ab"_s); }

    void makesOrderedUniqueIds()
    {
        QSet<QUuid> seen;
        for (int i = 0; i < 10'000; ++i)
            seen.insert(makeUuidV7());
        QCOMPARE(seen.size(), 10'000);
        const QUuid id = makeUuidV7();
        QCOMPARE(int(id.data3 >> 12), 7);
        QCOMPARE(int(id.data4[0] >> 6), 2);
    }

    void directChannelsOfTheSamePeopleAreOne()
    {
        const auto workspace = WorkspaceId::create();
        const auto a = PersonId::create();
        const auto b = PersonId::create();
        QCOMPARE(directChannelId(workspace, {a, b}), directChannelId(workspace, {b, a, b}));
        QVERIFY(directChannelId(workspace, {a, b}) != directChannelId(workspace, {a}));
    }
};
CHATOPS_TEST(TestText)

#include "testtext.moc"
