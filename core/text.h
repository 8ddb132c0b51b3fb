// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ChatOps {

/// Text made ready for the full-text index: compatibility-decomposed, accents
/// removed, case folded, and every Chinese, Japanese or Korean character set
/// apart by spaces, because those scripts write no spaces and a person
/// searches for any part of a sentence. Pure; thread-safe.
[[nodiscard]] QString indexText(QStringView text);

/// A word of a search as the index has it; a run of CJK, its characters apart by spaces, is a phrase.
struct SearchWord {
    QString text;
    bool unfinished = false; ///< More letters may follow.
};

/// The words of what a person typed: every one must occur, the last one may be unfinished. Quotes and
/// operators in the input are plain text. An unfinished word of fewer than `shortest` letters,
/// and nothing else, is nothing yet.
[[nodiscard]] QList<SearchWord> searchWords(QStringView typed, int shortest = 1);

/// The FTS5 MATCH expression that asks for all of them; empty without words.
[[nodiscard]] QString matchExpression(const QList<SearchWord> &words);

/// The words for `holdsWords`.
[[nodiscard]] QString wordsToHold(const QList<SearchWord> &words);

/// Does the index find a text by these words (of `wordsToHold`)? To look at texts instead.
[[nodiscard]] bool holdsWords(QStringView text, QStringView words);

/// Lower case without accents, for comparing names as typed.
[[nodiscard]] QString foldText(QStringView text);

/// Where `typed`'s words stand in `text`, as {start, length} in UTF-16 units,
/// found by folded comparison; for highlighting.
[[nodiscard]] QList<std::pair<qsizetype, qsizetype>> matchRanges(const QString &text, QStringView typed);

/// Short names mentioned in a text with @, as {start, length} with the @, in
/// UTF-16 units; in any case (Unicode case folding). Not inside words (Unicode word boundaries, UAX 29),
/// addresses and links; a full stop or hyphen at the end belongs to the sentence.
[[nodiscard]] QList<std::pair<qsizetype, qsizetype>> mentionRanges(const QString &text);
/// Does the text mention this short name, or everybody (@channel, @all, @here)?
[[nodiscard]] bool mentions(const QString &text, QStringView handle);

/// Up to two initials of a name, in upper case; "?" for an empty one.
[[nodiscard]] QString initials(const QString &name);

/// Cuts to at most `units` UTF-16 units without splitting a surrogate pair.
[[nodiscard]] QString truncated(const QString &text, qsizetype units);

} // namespace ChatOps
