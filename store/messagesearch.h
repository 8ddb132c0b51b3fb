// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "core/text.h"
#include "store/driver/connection.h"

namespace ChatOps {

/// Finds the newest messages that hold all words of a search (docs/adr/0020-the-rarer-word.md).
///
/// FTS5 walks through the lists of all words, and joins those of all words with a beginning before it
/// gives the first message: with frequent words, both take as long as there are messages. Here the
/// rarest of the words, or the channel, gives the candidates where that is shorter, and their texts
/// are looked at for the rest. Lives in the store's reading thread, in one read transaction.
class MessageSearch {
public:
    /// `within` is null for all channels.
    MessageSearch(Connection &connection, const QList<SearchWord> &words, ChannelId within, int limit);
    /// At most `limit`, the newest first.
    [[nodiscard]] Result<QList<SearchHit>> hits();

private:
    /// What the index has for a word.
    struct Source {
        QString match;
        bool exact = true; ///< Are those of `match` just those with the word?
        double length = 0; ///< About so many messages.
    };
    /// Which way seems the shortest.
    struct Plan {
        QString all; ///< Asks the index for all words.
        bool exact = true; ///< Are those of `all` just those with the words?
        QString rarest;
        int texts = 0; ///< So many of the rarest word's are looked at first.
        bool channelFirst = false; ///< All of the channel's are.
    };
    [[nodiscard]] Result<Plan> makePlan();
    [[nodiscard]] Result<Source> sourceOf(const SearchWord &word);
    /// How many messages the index has for an expression, by where the newest of them lie.
    [[nodiscard]] Result<double> lengthOf(const QString &match);
    /// How many messages the channel has, if none between its first and its last are on the server only.
    [[nodiscard]] Result<double> channelLength();

    /// Looks at the texts of the newest `most` messages that `keys` gives. What is left to search is
    /// below `m_below` then; nothing when that is 0.
    [[nodiscard]] Result<void> lookAt(const QString &keys, const QVariant &value, int most);
    /// Adds those the index has below `m_below`; their texts are looked at unless `match` is `exact`.
    [[nodiscard]] Result<void> take(const QString &match, bool exact);
    [[nodiscard]] Result<void> add(const QString &sql, QVariantList values);

    Connection &m_db;
    QList<SearchWord> m_words;
    ChannelId m_within;
    int m_limit;
    qint64 m_below;
    QList<SearchHit> m_hits;
};

} // namespace ChatOps
