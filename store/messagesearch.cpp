// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messagesearch.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int measuredEntries = 500; ///< The newest of a list, which tell how long it is.
constexpr int sampledTexts = 50; ///< They tell how a beginning goes on.
/// A text that lies anywhere takes as long as so many entries of lists: its page has to be decrypted.
constexpr double entriesOfText = 50;
constexpr int mostTexts = 10'000; ///< More are not looked at.
constexpr double withOneLetter = 0.4; ///< Entries to join for each message, when only one letter is known.
constexpr double joinedAtOnce = 8'000; ///< Entries; to join them takes less than to think about it.
constexpr qsizetype indexedLetters = 3; ///< The longest beginnings that have lists of their own (schema.cpp).

const QString keysOfMatch =
    u"SELECT rowid AS pk FROM message_index WHERE message_index MATCH ? ORDER BY rowid DESC"_s;
const QString keysOfChannel = u"SELECT pk FROM message WHERE channel = ? ORDER BY pk DESC"_s;
const QString names = u" LEFT JOIN person p ON p.id = m.author LEFT JOIN channel c ON c.id = m.channel"_s;

/// The first letters, for which there is a list; empty when there is one for the word itself.
QString firstLetters(const SearchWord &word)
{
    if (!word.unfinished)
        return {};
    qsizetype units = 0;
    for (qsizetype letters = 0; letters < indexedLetters && units < word.text.size(); ++letters)
        units += word.text[units].isHighSurrogate() ? 2 : 1;
    return units < word.text.size() ? word.text.first(units) : QString();
}

/// One letter begins so many words that joining their lists takes longer than anything else.
bool isOneLetter(const SearchWord &word)
{
    const QList<uint> characters = word.text.toUcs4();
    return word.unfinished
        && std::ranges::count_if(characters, [](char32_t c) { return QChar::isLetterOrNumber(c); }) == 1;
}

} // namespace

MessageSearch::MessageSearch(Connection &connection, const QList<SearchWord> &words, ChannelId within,
                             int limit)
    : m_db(connection)
    , m_words(words)
    , m_within(within)
    , m_limit(limit)
    , m_below(std::numeric_limits<qint64>::max())
{
}

Result<QList<SearchHit>> MessageSearch::hits()
{
    if (m_words.isEmpty())
        return m_hits;
    if (m_words.size() == 1 && m_within.isNull() && firstLetters(m_words.first()).isEmpty()) {
        CHATOPS_TRY(take(matchExpression(m_words), true));
        return m_hits;
    }
    const Result<Plan> plan = makePlan();
    if (!plan)
        return std::unexpected(plan.error());
    if (plan->channelFirst)
        CHATOPS_TRY(lookAt(keysOfChannel, m_within.toBytes(), mostTexts));
    else if (plan->texts > 0)
        CHATOPS_TRY(lookAt(keysOfMatch, plan->rarest, plan->texts));
    if (m_below > 0)
        CHATOPS_TRY(take(plan->all, plan->exact));
    return m_hits;
}

Result<MessageSearch::Plan> MessageSearch::makePlan()
{
    Plan plan;
    QStringList matches;
    double least = std::numeric_limits<double>::max();
    double walked = 0;
    bool hasLetter = false;
    for (const SearchWord &word : std::as_const(m_words)) {
        if (m_words.size() > 1 && isOneLetter(word)) {
            hasLetter = true;
            matches.append(matchExpression({word}));
            continue;
        }
        const Result<Source> source = sourceOf(word);
        if (!source)
            return std::unexpected(source.error());
        matches.append(source->match);
        walked += source->length;
        plan.exact = plan.exact && source->exact;
        if (source->length < least) {
            least = source->length;
            plan.rarest = source->match;
        }
    }
    plan.all = matches.join(u' ');
    const double looking = least * entriesOfText;
    // Whether a message is in the channel stands beside its text.
    const bool isSingle = m_words.size() == 1;
    double joining = isSingle ? looking : walked;
    if (hasLetter) {
        const Result<QVariant> all = m_db.value(u"SELECT sum(last_seq) FROM channel"_s);
        if (!all)
            return std::unexpected(all.error());
        joining += all->toDouble() * withOneLetter;
    }
    if (m_within) {
        const Result<double> channel = channelLength();
        if (!channel)
            return std::unexpected(channel.error());
        plan.channelFirst = *channel <= mostTexts && *channel * entriesOfText < std::min(joining, looking);
    }
    // As long as joining would take, should the list be longer than it seems or its texts seldom hold
    // the rest.
    const double texts = std::min<double>(mostTexts, joining / entriesOfText);
    if (!isSingle && looking < joining)
        plan.texts = 1 + int(texts);
    else if (hasLetter) // Nearly every message has a word with some letter, or nearly none.
        plan.texts = 1 + int(texts / 4);
    return plan;
}

Result<MessageSearch::Source> MessageSearch::sourceOf(const SearchWord &word)
{
    const QString letters = firstLetters(word);
    Source whole{matchExpression({word})};
    Source beginning{matchExpression({{letters, true}}), false};
    const Result<double> length = lengthOf(letters.isEmpty() ? whole.match : beginning.match);
    if (!length)
        return std::unexpected(length.error());
    whole.length = beginning.length = *length;
    if (letters.isEmpty() || *length < joinedAtOnce)
        return whole;
    const Result<QVariant> same = m_db.value(
        u"SELECT count(*) FROM (%1 LIMIT ?) k CROSS JOIN message m ON m.pk = k.pk WHERE holds_words(m.text, ?)"_s
            .arg(keysOfMatch),
        {beginning.match, sampledTexts, wordsToHold({word})});
    if (!same)
        return std::unexpected(same.error());
    const double share = (same->toDouble() + 1) / (sampledTexts + 1);
    whole.length *= share;
    return m_limit / share * entriesOfText < whole.length ? beginning : whole;
}

Result<double> MessageSearch::lengthOf(const QString &match)
{
    qint64 count = 0;
    qint64 oldest = 0;
    CHATOPS_TRY(m_db.rows(u"SELECT count(*), min(pk) FROM (%1 LIMIT ?)"_s.arg(keysOfMatch),
                          {match, measuredEntries}, [&](const SqlRow &row) {
                              count = row.integer(0);
                              oldest = row.integer(1);
                              return false;
                          }));
    if (count < measuredEntries)
        return double(count);
    qint64 first = 0;
    qint64 last = 0;
    CHATOPS_TRY(m_db.rows(u"SELECT (SELECT min(pk) FROM message), (SELECT max(pk) FROM message)"_s, {},
                          [&](const SqlRow &row) {
                              first = row.integer(0);
                              last = row.integer(1);
                              return false;
                          }));
    // Keys grow with the time of messages (schema.cpp).
    return double(count) * double(last - first) / double(std::max<qint64>(1, last - oldest));
}

Result<double> MessageSearch::channelLength()
{
    const Result<QVariant> length = m_db.value(u"SELECT (SELECT max(seq) FROM message WHERE channel = ?)"
                                               " - (SELECT min(seq) FROM message WHERE channel = ?) + 1"_s,
                                               {m_within.toBytes(), m_within.toBytes()});
    if (!length)
        return std::unexpected(length.error());
    return length->toDouble();
}

Result<void> MessageSearch::lookAt(const QString &keys, const QVariant &value, int most)
{
    // A CROSS JOIN is made in the order it is written in, and so keeps that of the keys.
    QString sql = u" FROM (%1 LIMIT ?) k CROSS JOIN message m ON m.pk = k.pk"_s.arg(keys) + names
        + u" WHERE holds_words(m.text, ?)"_s;
    QVariantList values{value, most, wordsToHold(m_words)};
    if (m_within) {
        sql += u" AND m.channel = ?"_s;
        values.append(m_within.toBytes());
    }
    CHATOPS_TRY(add(sql, values));
    if (m_hits.size() >= m_limit) {
        m_below = 0;
        return {};
    }
    const Result<QVariant> last =
        m_db.value(u"SELECT pk FROM (%1) LIMIT 1 OFFSET ?"_s.arg(keys), {value, most - 1});
    if (!last)
        return std::unexpected(last.error());
    m_below = last->toLongLong();
    return {};
}

Result<void> MessageSearch::take(const QString &match, bool exact)
{
    QString sql = u" FROM message_index i CROSS JOIN message m ON m.pk = i.rowid"_s + names
        + u" WHERE message_index MATCH ? AND i.rowid < ?"_s;
    QVariantList values{match, m_below};
    if (m_within) {
        sql += u" AND m.channel = ?"_s;
        values.append(m_within.toBytes());
    }
    if (!exact) {
        sql += u" AND holds_words(m.text, ?)"_s;
        values.append(wordsToHold(m_words));
    }
    return add(sql + u" ORDER BY i.rowid DESC"_s, values);
}

Result<void> MessageSearch::add(const QString &sql, QVariantList values)
{
    values.append(m_limit - m_hits.size());
    return m_db.rows(u"SELECT m.id, m.channel, m.seq, p.name, m.text, c.name, m.at, m.root"_s + sql
                         + u" LIMIT ?"_s,
                     values, [this](const SqlRow &row) {
                         m_hits.append({EntityKind::Message, row.id<MessageId>(0).uuid(),
                                        row.id<ChannelId>(1), row.integer(2), row.text(3), row.text(4),
                                        row.text(5), row.integer(6), row.id<MessageId>(7)});
                         return true;
                     });
}

} // namespace ChatOps
