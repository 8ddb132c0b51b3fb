// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"

#include <QRegularExpression>

#include <QChar>
#include <QList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

bool isUnspaced(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return true;
    default:
        return false;
    }
}

struct Token {
    QString text;
    bool unspaced = false;
};

/// Words of the folded text; a run of CJK is one token whose characters are
/// separated by spaces.
QList<Token> tokens(QStringView text)
{
    QList<Token> result;
    const QString folded = foldText(text);
    bool open = false;
    const QList<uint> characters = folded.toUcs4();
    for (const char32_t c : characters) {
        if (!QChar::isLetterOrNumber(c) && !QChar::isMark(c)) {
            open = false;
            continue;
        }
        const bool unspaced = isUnspaced(c);
        if (!open || result.last().unspaced != unspaced)
            result.append({QString(), unspaced});
        open = true;
        QString &token = result.last().text;
        if (unspaced && !token.isEmpty())
            token += u' ';
        token += QChar::fromUcs4(c);
    }
    return result;
}

} // namespace

QString foldText(QStringView text)
{
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD);
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        // The voicing marks of kana make another letter, not an accent.
        const bool voicing = c == QChar(0x3099) || c == QChar(0x309a);
        if (voicing || c.category() != QChar::Mark_NonSpacing)
            folded += c;
    }
    // Hangul was decomposed into letters; syllables are what people type.
    return folded.normalized(QString::NormalizationForm_C).toCaseFolded();
}

namespace {

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// What `indexText` gives for a text without marks, ideographs or letters of other alphabets.
QString asciiIndexText(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    QChar *out = result.data();
    bool open = false;
    for (const QChar c : text) {
        const char16_t unicode = c.unicode();
        const bool upper = unicode >= u'A' && unicode <= u'Z';
        if (!upper && !(unicode >= u'a' && unicode <= u'z') && !(unicode >= u'0' && unicode <= u'9')) {
            open = false;
            continue;
        }
        if (!std::exchange(open, true) && out != result.data())
            *out++ = u' ';
        *out++ = QChar(upper ? char16_t(unicode + 32) : unicode);
    }
    result.truncate(out - result.constData());
    return result;
}

} // namespace

QString indexText(QStringView text)
{
    if (isAscii(text))
        return asciiIndexText(text);
    QString result;
    for (const Token &token : tokens(text)) {
        if (!result.isEmpty())
            result += u' ';
        result += token.text;
    }
    return result;
}

QList<SearchWord> searchWords(QStringView typed, int shortest)
{
    QList<Token> words = tokens(typed);
    // Nothing but marks, as of an emoji, is no word of the index.
    words.removeIf([](const Token &token) {
        return std::ranges::none_of(token.text.toUcs4(),
                                    [](char32_t c) { return QChar::isLetterOrNumber(c); });
    });
    const bool finished = typed.isEmpty() || typed.back().isSpace();
    QList<SearchWord> result;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool unfinished = i + 1 == words.size() && !finished && !words[i].unspaced;
        if (unfinished && words.size() == 1 && words[i].text.size() < shortest)
            break;
        result.append({words[i].text, unfinished});
    }
    return result;
}

QString matchExpression(const QList<SearchWord> &words)
{
    QStringList terms;
    for (const SearchWord &word : words)
        terms.append(u'"' + word.text + (word.unfinished ? u"\"*"_s : u"\""_s));
    return terms.join(u' ');
}

namespace {

/// FTS5 (unicode61) ends words at marks, as Devanagari has within them; such a word is a phrase there.
QString withoutMarks(const QString &indexed)
{
    QList<uint> characters = indexed.toUcs4();
    if (std::ranges::none_of(characters, [](char32_t c) { return QChar::isMark(c); }))
        return indexed;
    for (uint &c : characters)
        c = QChar::isMark(c) ? u' ' : c;
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()), characters.size())
        .simplified();
}

} // namespace

QString wordsToHold(const QList<SearchWord> &words)
{
    QStringList pieces;
    for (const SearchWord &word : words)
        pieces.append(u' ' + withoutMarks(word.text) + (word.unfinished ? QString() : u" "_s));
    return pieces.join(u'\n');
}

bool holdsWords(QStringView text, QStringView words)
{
    const QString plain = indexText(text);
    const QString indexed = u' ' + (isAscii(plain) ? plain : withoutMarks(plain)) + u' ';
    return std::ranges::all_of(QStringTokenizer(words, u'\n'),
                               [&](QStringView word) { return indexed.contains(word); });
}

QList<std::pair<qsizetype, qsizetype>> matchRanges(const QString &text, QStringView typed)
{
    // Fold character by character, keeping where each folded unit came from.
    QString folded;
    QList<qsizetype> origin;
    qsizetype next = 0;
    while (next < text.size()) {
        const qsizetype at = next;
        next += text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
        const QString piece = foldText(QStringView(text).sliced(at, next - at));
        for (const QChar c : piece) {
            folded += c;
            origin.append(at);
        }
    }
    origin.append(text.size());

    QList<std::pair<qsizetype, qsizetype>> ranges;
    for (const Token &token : tokens(typed)) {
        QString needle = token.text;
        if (token.unspaced)
            needle.remove(u' ');
        qsizetype from = 0;
        while ((from = folded.indexOf(needle, from)) >= 0) {
            const bool wordStart = token.unspaced || from == 0 || !folded[from - 1].isLetterOrNumber();
            if (wordStart)
                ranges.append({origin[from], origin[from + needle.size()] - origin[from]});
            from += needle.size();
        }
    }
    std::sort(ranges.begin(), ranges.end());
    return ranges;
}

QString initials(const QString &name)
{
    QString result;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts)) {
        const char32_t c = word.toUcs4().constFirst();
        if (QChar::isLetterOrNumber(c))
            result += QString::fromUcs4(&c, 1).toUpper();
        if (result.size() >= 2)
            break;
    }
    return result.isEmpty() ? QStringLiteral("?") : result;
}

QString truncated(const QString &text, qsizetype units)
{
    if (text.size() <= units)
        return text;
    const bool splits = units > 0 && text[units - 1].isHighSurrogate();
    return text.left(splits ? units - 1 : units);
}

namespace {

/// The code point at `at`, and how many UTF-16 units it takes.
std::pair<char32_t, qsizetype> pointAt(QStringView text, qsizetype at)
{
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(text[at], text[at + 1]), 2};
    return {text[at].unicode(), 1};
}

/// Does a word go on here? Scripts that are written without spaces end the word of another script
/// (UAX 29, rule WB999); a mark belongs to what it stands on (WB4).
bool joinsWord(char32_t c)
{
    return c == U'_' || QChar::isMark(c) || (QChar::isLetterOrNumber(c) && !isUnspaced(c));
}

/// The letter of a short name that this character folds to (Unicode, simple case folding); 0: none.
char16_t handleLetter(char32_t c)
{
    const char32_t folded = QChar::toCaseFolded(c);
    const bool letter = (folded >= U'a' && folded <= U'z') || (folded >= U'0' && folded <= U'9');
    return letter || folded == U'_' || folded == U'.' || folded == U'-' ? char16_t(folded) : u'\0';
}

bool isAt(QChar c)
{
    return c == u'@' || c == QChar(0xff20); // As an input method for Chinese or Japanese writes it.
}

bool maybeBefore(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const qsizetype back = text[at - 1].isLowSurrogate() && at > 1 ? 2 : 1;
    const char32_t before = pointAt(text, at - back).first;
    return !joinsWord(before) && before != U'@' && before != U'/' && before != U'.';
}

} // namespace

QList<std::pair<qsizetype, qsizetype>> mentionRanges(const QString &text)
{
    QList<std::pair<qsizetype, qsizetype>> ranges;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isAt(text[at]) || !maybeBefore(text, at))
            continue;
        qsizetype end = at + 1;
        const auto isMiddle = [&](qsizetype i) { return text[i] == u'.' || text[i] == u'-'; };
        while (end < text.size() && handleLetter(pointAt(text, end).first))
            end += pointAt(text, end).second;
        // Within a longer word, such as one with an accent, the name ended at the last stop or not at all.
        if (end < text.size() && joinsWord(pointAt(text, end).first)) {
            while (end > at + 1 && !isMiddle(end - 1))
                --end;
        }
        while (end > at + 1 && isMiddle(end - 1))
            --end;
        if (end > at + 1 && !isMiddle(at + 1)) {
            ranges.append({at, end - at});
            at = end - 1;
        }
    }
    return ranges;
}

bool mentions(const QString &text, QStringView handle)
{
    const auto ranges = mentionRanges(text);
    return std::any_of(ranges.begin(), ranges.end(), [&](const auto &range) {
        const QStringView name = QStringView(text).sliced(range.first + 1, range.second - 1);
        const auto is = [name](QStringView other) {
            return name.compare(other, Qt::CaseInsensitive) == 0; // By case folding.
        };
        return (!handle.isEmpty() && is(handle)) || is(u"channel") || is(u"all") || is(u"here");
    });
}

} // namespace ChatOps
