// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/stores.h"

#include "core/text.h"
#include "store/schema.h"
#include "tests/bench/measure.h"
#include "tests/bench/world.h"
#include "tests/support/temporary.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Bench {
namespace {

constexpr int changesOfDelta = 1'000;
constexpr int hitsShown = 50;

QString keyText()
{
    return QString::fromLatin1(fixedKey().toHex());
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

/// The messages as `bare-rows` reads them, with the key each has in the store.
QByteArray rowsOf(const QList<Message> &messages)
{
    QByteArray rows;
    const auto number = [&rows](qint64 value) {
        rows.append(reinterpret_cast<const char *>(&value), sizeof value);
    };
    const auto text = [&rows](const QByteArray &bytes) {
        const auto size = quint32(bytes.size());
        rows.append(reinterpret_cast<const char *>(&size), sizeof size);
        rows.append(bytes);
    };
    qint64 key = 0;
    for (const Message &message : messages) {
        key = std::max(key + 1, message.createdAt << 12);
        number(message.createdAt);
        number(message.seq);
        number(message.rev);
        number(key);
        rows.append(message.id.toBytes());
        rows.append(message.channel.toBytes());
        rows.append(message.author.toBytes());
        text(message.text.toUtf8());
        text(indexText(message.text).toUtf8());
    }
    return rows;
}

QList<Delta> deltasOf(const QList<Message> &messages, int size, qint64 cursor = 1)
{
    QList<Delta> deltas;
    for (qsizetype from = 0; from < messages.size(); from += size) {
        Delta delta{cursor, cursor, {}};
        for (const Message &message : messages.mid(from, size)) {
            delta.changes.append(changeOf(message));
            delta.to = message.rev;
        }
        cursor = delta.to;
        deltas.append(delta);
    }
    return deltas;
}

/// A store with the world's people and channels, and room for messages.
std::unique_ptr<Store> emptyStore(const QString &path, World &without)
{
    auto store = std::make_unique<Store>(Store::Options{path});
    need(await(store->open(Secret(fixedKey()))));
    (void)fill(*store, without);
    return store;
}

/// As the engine does: it hands over what it has read and reads on. The revision reached.
qint64 take(Store &store, const QList<Delta> &deltas)
{
    Reply<Cursor> last;
    for (const Delta &delta : deltas)
        last = store.replica()->apply(delta);
    const qint64 reached = need(await(last)).rev;
    if (reached != deltas.last().to)
        qFatal("not everything was taken");
    return reached;
}

/// Messages a second, from changes as a server sent them to rows and index on the disk.
double ingestRate(const QString &path, World &without, const QList<Delta> &deltas, qsizetype messages)
{
    const std::unique_ptr<Store> store = emptyStore(path, without);
    QElapsedTimer timer;
    timer.start();
    (void)take(*store, deltas);
    return double(messages) / seconds(timer);
}

struct BareRows {
    explicit BareRows(const QTemporaryDir &dir, const QList<Message> &messages)
        : schema(dir.filePath(u"schema.sql"_s))
        , rows(dir.filePath(u"rows"_s))
        , count(messages.size())
    {
        QByteArray statements;
        for (const MigrationStep &step : cacheLadder()) {
            for (const QString &statement : step) {
                if (!statement.startsWith(u"INSERT")) // Nothing is there yet that could be carried over.
                    statements += statement.toUtf8() + ";\n";
            }
        }
        writeFile(schema, statements);
        writeFile(rows, rowsOf(messages));
    }
    /// Rows a second.
    [[nodiscard]] double rate(const QString &database, const QString &key, int perTransaction) const
    {
        return double(count)
            / runBare({u"insert"_s, database, key, schema, rows, QString::number(perTransaction)})
                  .first()
                  .toDouble();
    }
    QString schema;
    QString rows;
    qsizetype count;
};

QList<Figure> writing(bool quick)
{
    const int count = quick ? 60'000 : 100'000;
    const int absence = quick ? 500 : 10'000;
    World world(WorldSize::of(count));
    QList<Message> messages;
    for (int i = 0; i < count; ++i)
        messages.append(world.next());
    const QList<Message> missed = messages.mid(0, absence);
    World without(WorldSize{0, world.size().channels, world.size().people, 0, 0, 0});
    Rounds ingest;
    Rounds plain;
    Rounds catchUp;
    for (int round = 0; round < (quick ? 1 : 5); ++round) {
        const QTemporaryDir dir;
        const BareRows all(dir, messages);
        const double rate =
            ingestRate(dir.filePath(u"a"_s), without, deltasOf(messages, changesOfDelta), messages.size());
        ingest.add(rate, all.rate(dir.filePath(u"b.db"_s), keyText(), changesOfDelta));
        plain.add(rate, all.rate(dir.filePath(u"c.db"_s), u"-"_s, changesOfDelta));
        const BareRows few(dir, missed);
        // As the server sends them: what fits into a frame at a time.
        catchUp.add(ingestRate(dir.filePath(u"d"_s), without, deltasOf(missed, 500), missed.size()),
                    few.rate(dir.filePath(u"e.db"_s), keyText(), int(missed.size())));
    }
    return {ingest.figure(u"ingest"_s, u"messages/s"_s, 0.8, Figure::Kind::AtLeast),
            plain.figure(u"ingest-plain"_s, u"messages/s"_s, 0, Figure::Kind::Told),
            catchUp.figure(u"catch-up"_s, u"changes/s"_s, 0.5, Figure::Kind::AtLeast)};
}

struct Searches {
    double mine = 0; ///< 99th percentile, milliseconds.
    double bare = 0;
};

/// What people type: whole words, seldom and frequent, two of them, and beginnings, also of one letter.
QStringList queries(World &world, int count)
{
    QStringList all;
    for (int i = 0; i < count; ++i) {
        const QString words = world.words(2);
        switch (i % 4) {
        case 0:
            all.append(words.section(u' ', 0, 0) + u' ');
            break;
        case 1:
            all.append(words + u' ');
            break;
        case 2:
            all.append(i % 8 == 2 ? words
                                  : words.section(u' ', 0, 0) + words.section(u' ', 1).left(1).prepend(u' '));
            break;
        default:
            all.append(words.section(u' ', 0, 0).left(3));
        }
    }
    return all;
}

Searches searchOnce(Store &store, const QString &directory, const QStringList &typed)
{
    QList<double> mine;
    for (const QString &text : typed) {
        QElapsedTimer timer;
        timer.start();
        need(await(store.cache()->search(text, {}, hitsShown)));
        mine.append(milliseconds(timer));
    }
    QByteArray lines;
    for (const QString &text : typed)
        lines += matchExpression(searchWords(text, 2)).toUtf8() + '\n';
    const QTemporaryDir dir;
    writeFile(dir.filePath(u"queries"_s), lines);
    QList<double> bare;
    for (const QByteArray &line :
         runBare({u"search"_s, directory + u"/cache.db"_s, keyText(), dir.filePath(u"queries"_s)}))
        bare.append(line.split(' ').first().toDouble());
    return {percentile99(mine), percentile99(bare)};
}

/// A workspace of some size in a store, asked and added to.
class SizedStore {
public:
    explicit SizedStore(int messages)
        : m_world(WorldSize::of(messages))
        , m_store({m_dir.filePath(u"s"_s)})
        , m_more(std::min(messages, 500))
    {
        need(await(m_store.open(Secret(fixedKey()))));
        m_cursor = fill(m_store, m_world);
    }

    Searches search() { return searchOnce(m_store, m_dir.filePath(u"s"_s), queries(m_world, 400)); }

    /// 99th percentile of searches in one channel, the largest and another by turns, milliseconds.
    double searchInChannels()
    {
        QList<double> times;
        const QStringList typed = queries(m_world, 400);
        for (qsizetype i = 0; i < typed.size(); ++i) {
            const ChannelId within = m_world.channels()[i / 4 % 2 ? 0 : 3].id;
            QElapsedTimer timer;
            timer.start();
            need(await(m_store.cache()->search(typed[i], within, hitsShown)));
            times.append(milliseconds(timer));
        }
        return percentile99(times);
    }

    /// Microseconds a message, for some that come on top.
    double ingest()
    {
        QList<Message> newest;
        for (int i = 0; i < m_more; ++i)
            newest.append(m_world.next());
        QElapsedTimer timer;
        timer.start();
        m_cursor = take(m_store, deltasOf(newest, changesOfDelta, m_cursor));
        return milliseconds(timer) * 1000 / m_more;
    }

private:
    QTemporaryDir m_dir;
    World m_world;
    Store m_store;
    qint64 m_cursor = 0;
    int m_more;
};

QList<Figure> sizes(bool quick, bool searches)
{
    const int messages = quick ? 5'000 : 1'000'000;
    SizedStore large(messages);
    SizedStore tenth(messages / 10);
    SizedStore hundredth(messages / 100);
    Rounds search;
    Rounds most;
    Rounds channel;
    Rounds searchGrowth;
    Rounds searchGrowth100;
    for (int round = 0; searches && round < (quick ? 1 : 5); ++round) {
        const Searches last = large.search();
        search.add(last.mine, last.bare);
        most.add(last.mine, 50);
        searchGrowth.add(last.mine, tenth.search().mine);
        searchGrowth100.add(last.mine, hundredth.search().mine);
        channel.add(large.searchInChannels(), 50);
    }
    // Of additions the mean of all: what one leaves to be tidied up in the index, another does. Few, so
    // that the small store stays small.
    QList<double> ingest(3);
    const int rounds = quick ? 1 : 8;
    for (int round = 0; round < rounds; ++round) {
        ingest[0] += large.ingest() / rounds;
        ingest[1] += tenth.ingest() / rounds;
        ingest[2] += hundredth.ingest() / rounds;
    }
    // A logarithm grows by a fifth from 100 000 to a million, and by a half from 10 000.
    const QString unit = u"us each"_s;
    QList<Figure> figures{{u"growth-ingest"_s, ingest[0], unit, ingest[1], 1.2, Figure::Kind::AtMost, 0},
                          {u"growth-ingest-100"_s, ingest[0], unit, ingest[2], 1.5, Figure::Kind::AtMost, 0}};
    if (searches)
        figures += {search.figure(u"search-99"_s, u"ms"_s, 2.0), most.figure(u"search-most"_s, u"ms"_s, 1.0),
                    channel.figure(u"search-channel"_s, u"ms"_s, 1.0),
                    searchGrowth.figure(u"growth-search"_s, u"ms"_s, 1.2),
                    searchGrowth100.figure(u"growth-search-100"_s, u"ms"_s, 1.5)};
    return figures;
}

/// The same with words of a real workspace.
QStringList realQueries(const QList<Message> &messages, int count)
{
    QRandomGenerator random(42);
    QStringList all;
    while (all.size() < count) {
        const QStringList words = messages[random.bounded(int(messages.size()))].text.split(
            QRegularExpression(u"[^\\w]+"_s), Qt::SkipEmptyParts);
        if (words.size() < 3)
            continue;
        const qsizetype at = random.bounded(int(words.size()) - 1);
        const QString &word = words[at];
        if (matchExpression(searchWords(word.left(3), 2)).isEmpty())
            continue;
        const std::array forms{word + u' ', word + u' ' + words[at + 1] + u' ', word + u' ' + words[at + 1],
                               word.left(3)};
        all.append(forms[size_t(all.size()) % forms.size()]);
    }
    return all;
}

} // namespace

QList<Figure> realFigures(const Gathered &all)
{
    World world(all.people, all.channels);
    Rounds ingest;
    for (int round = 0; round < 3; ++round) {
        const QTemporaryDir dir;
        const BareRows bare(dir, all.messages);
        ingest.add(ingestRate(dir.filePath(u"a"_s), world, deltasOf(all.messages, changesOfDelta),
                              all.messages.size()),
                   bare.rate(dir.filePath(u"b.db"_s), keyText(), changesOfDelta));
    }
    const QTemporaryDir dir;
    const std::unique_ptr<Store> store = emptyStore(dir.filePath(u"s"_s), world);
    (void)take(*store, deltasOf(all.messages, changesOfDelta));
    Rounds search;
    const QStringList typed = realQueries(all.messages, 400);
    for (int round = 0; round < 3; ++round) {
        const Searches once = searchOnce(*store, dir.filePath(u"s"_s), typed);
        search.add(once.mine, once.bare);
    }
    return {ingest.figure(u"ingest-real"_s, u"messages/s"_s, 0.8, Figure::Kind::AtLeast),
            search.figure(u"search-real-99"_s, u"ms"_s, 2.0)};
}

QList<Figure> storeFigures(bool quick, const QStringList &wanted)
{
    QList<Figure> figures;
    if (isWanted(wanted, {u"ingest", u"ingest-plain", u"catch-up"}))
        figures += writing(quick);
    const bool searches = isWanted(
        wanted, {u"search-99", u"search-most", u"search-channel", u"growth-search", u"growth-search-100"});
    if (searches || isWanted(wanted, {u"growth-ingest", u"growth-ingest-100"}))
        figures += sizes(quick, searches);
    return figures;
}

} // namespace ChatOps::Bench
