// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/policydiff.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

class TestPolicyDiff : public QObject {
    Q_OBJECT
private:
    using Kind = SectionDifference::Kind;
    using Piece = SectionDifference::Piece;

    static PolicyVersion policy(const QList<std::pair<QString, QString>> &sections)
    {
        PolicyVersion version;
        for (const auto &[key, text] : sections)
            version.sections.append({key, key, {}, text});
        return version;
    }

private Q_SLOTS:
    void wordsThatDifferAreMarked()
    {
        const auto result = compare(policy({{u"a"_s, u"Kept for ten days, then deleted."_s}}),
                                    policy({{u"a"_s, u"Kept for thirty days, then deleted at once."_s}}));
        QCOMPARE(result.size(), 1);
        QCOMPARE(result[0].kind, Kind::Changed);
        QString before;
        QString after;
        for (const Piece &piece : result[0].pieces) {
            before += piece.kind != Piece::Kind::Added ? piece.text : QString();
            after += piece.kind != Piece::Kind::Removed ? piece.text : QString();
        }
        QCOMPARE(before.simplified(), u"Kept for ten days, then deleted."_s);
        QCOMPARE(after.simplified(), u"Kept for thirty days, then deleted at once."_s);
        QCOMPARE(result[0].pieces[1], (Piece{Piece::Kind::Removed, u"ten "_s}));
        QCOMPARE(result[0].pieces[2], (Piece{Piece::Kind::Added, u"thirty "_s}));
    }

    void sectionsComeAndGo()
    {
        const auto result = compare(policy({{u"a"_s, u"one"_s}, {u"b"_s, u"two"_s}, {u"c"_s, u"three"_s}}),
                                    policy({{u"a"_s, u"one"_s}, {u"c"_s, u"three"_s}, {u"d"_s, u"four"_s}}));
        QStringList kinds;
        for (const SectionDifference &one : result)
            kinds += one.key + QString::number(int(one.kind));
        QCOMPARE(kinds, (QStringList{u"a0"_s, u"b2"_s, u"c0"_s, u"d1"_s}));
    }

    void whiteSpaceIsNoDifference()
    {
        QCOMPARE(
            compare(policy({{u"a"_s, u"one  two\nthree"_s}}), policy({{u"a"_s, u"one two three"_s}}))[0].kind,
            Kind::Same);
    }

    void longTextsAreComparedInOnePiece()
    {
        // As long as a section may be, every word another: a table of all pairs would be 200 MB.
        const QString before = u"a "_s.repeated(10'000);
        const QString after = u"b "_s.repeated(10'000);
        const auto result = compare(policy({{u"a"_s, u"Same. "_s + before + u"End."_s}}),
                                    policy({{u"a"_s, u"Same. "_s + after + u"End."_s}}));
        QCOMPARE(result[0].pieces,
                 (QList<Piece>{{Piece::Kind::Same, u"Same. "_s},
                               {Piece::Kind::Removed, before},
                               {Piece::Kind::Added, after},
                               {Piece::Kind::Same, u"End."_s}}));
    }

    void emptyTextsCompare()
    {
        QCOMPARE(compare(policy({{u"a"_s, {}}}), policy({{u"a"_s, {}}}))[0].kind, Kind::Same);
        QCOMPARE(compare(policy({{u"a"_s, {}}}), policy({{u"a"_s, u"x"_s}}))[0].kind, Kind::Changed);
    }
};
CHATOPS_TEST(TestPolicyDiff)

#include "testpolicydiff.moc"
