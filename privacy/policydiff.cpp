// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/policydiff.h"

#include <QRegularExpression>

namespace ChatOps {
namespace {

using Piece = SectionDifference::Piece;

/// Words with the space behind them, so that joined they are the text again.
QStringList wordsOf(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("\\S+\\s*|\\s+"));
    QStringList words;
    auto it = word.globalMatch(text);
    while (it.hasNext())
        words.append(it.next().captured());
    return words;
}

void append(QList<Piece> &pieces, Piece::Kind kind, const QString &text)
{
    if (!pieces.isEmpty() && pieces.last().kind == kind)
        pieces.last().text += text;
    else
        pieces.append({kind, text});
}

/// More cells than this would be felt; the middle is then shown as one piece replaced.
constexpr qsizetype mostCells = 1'000'000;

/// The longest common subsequence of words, between what both begin and end with.
QList<Piece> differences(const QString &before, const QString &after)
{
    QStringList a = wordsOf(before);
    QStringList b = wordsOf(after);
    QStringList plainA;
    QStringList plainB;
    for (const QString &word : std::as_const(a))
        plainA.append(word.trimmed());
    for (const QString &word : std::as_const(b))
        plainB.append(word.trimmed());
    qsizetype begin = 0;
    while (begin < a.size() && begin < b.size() && plainA[begin] == plainB[begin])
        ++begin;
    qsizetype end = 0;
    while (end < a.size() - begin && end < b.size() - begin
           && plainA[a.size() - 1 - end] == plainB[b.size() - 1 - end])
        ++end;
    const qsizetype rows = a.size() - begin - end;
    const qsizetype columns = b.size() - begin - end;
    QList<Piece> pieces;
    for (qsizetype i = 0; i < begin; ++i)
        append(pieces, Piece::Kind::Same, b[i]);
    const bool large = rows * columns > mostCells;
    const qsizetype width = columns + 1;
    QList<quint16> lengths(large ? 0 : (rows + 1) * width, 0);
    for (qsizetype i = rows - 1; i >= 0 && !large; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j)
            lengths[i * width + j] = plainA[begin + i] == plainB[begin + j]
                ? quint16(lengths[(i + 1) * width + j + 1] + 1)
                : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < rows || j < columns) {
        if (!large && i < rows && j < columns && plainA[begin + i] == plainB[begin + j]) {
            append(pieces, Piece::Kind::Same, b[begin + j]);
            ++i;
            ++j;
        } else if (i < rows
                   && (large || j == columns || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])) {
            append(pieces, Piece::Kind::Removed, a[begin + i++]);
        } else {
            append(pieces, Piece::Kind::Added, b[begin + j++]);
        }
    }
    for (qsizetype k = b.size() - end; k < b.size(); ++k)
        append(pieces, Piece::Kind::Same, b[k]);
    return pieces;
}

const PolicyVersion::Section *find(const PolicyVersion &policy, const QString &key)
{
    const auto it = std::find_if(policy.sections.begin(), policy.sections.end(),
                                 [&key](const PolicyVersion::Section &one) { return one.key == key; });
    return it == policy.sections.end() ? nullptr : &*it;
}

} // namespace

QList<SectionDifference> compare(const PolicyVersion &before, const PolicyVersion &after)
{
    using Kind = SectionDifference::Kind;
    QList<SectionDifference> result;
    for (const PolicyVersion::Section &section : after.sections) {
        const PolicyVersion::Section *old = find(before, section.key);
        if (!old) {
            result.append({section.key, section.title, Kind::Added, {{Piece::Kind::Added, section.text}}});
            continue;
        }
        const QList<Piece> pieces = differences(old->text, section.text);
        const bool same = old->title == section.title && old->brief == section.brief && pieces.size() <= 1
            && (pieces.isEmpty() || pieces.first().kind == Piece::Kind::Same);
        result.append({section.key, section.title, same ? Kind::Same : Kind::Changed, pieces});
    }
    for (qsizetype i = 0; i < before.sections.size(); ++i) {
        const PolicyVersion::Section &section = before.sections[i];
        if (!find(after, section.key))
            result.insert(
                std::min(i, result.size()),
                {section.key, section.title, Kind::Removed, {{Piece::Kind::Removed, section.text}}});
    }
    return result;
}

} // namespace ChatOps
