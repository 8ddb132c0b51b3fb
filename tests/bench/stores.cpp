// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/stores.h"

#include "core/text.h"
#include "store/schema.h"
#include "tests/bench/measure.h"
#include "tests/bench/world.h"
#include "tests/support/temporary.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Bench {
namespace {

constexpr int changesOfDelta = 1'000;
constexpr int hitsShown = 50;

QList<QByteArray> runBare(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(CHATOPS_BARE_ROWS), arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("bare-rows: %s", process.readAllStandardError().constData());
    return process.readAllStandardOutput().trimmed().split('\n');
}

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
    for (const Message &message : messages) {
        number(message.createdAt);
        number(message.seq);
        number(message.rev);
        number(message.createdAt << 12);
        rows.append(message.id.toBytes());
        rows.append(message.channel.toBytes());
        rows.append(message.author.toBytes());
        text(message.text.toUtf8());
        text(indexText(message.text).toUtf8());
    }
    return rows;
}

QList<Delta> deltasOf(const QList<Message> &messages, int size)
{
    QList<Delta> deltas;
    qint64 cursor = 1;
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
std::unique_ptr<Store> emptyStore(const QString &path, World &world)
{
    auto store = std::make_unique<Store>(Store::Options{path});
    need(await(store->open(Secret(fixedKey()))));
    World without(WorldSize{0, world.size().channels, world.size().people, 0, 0, 0});
    (void)fill(*store, without);
    return store;
}

/// Messages a second, from changes as a server sent them to rows and index on the disk.
double ingestRate(const QString &path, World &world, const QList<Delta> &deltas, qsizetype messages)
{
    const std::unique_ptr<Store> store = emptyStore(path, world);
    QElapsedTimer timer;
    timer.start();
    // As the engine does: it hands over what it has read and reads on.
    Reply<Cursor> last;
    for (const Delta &delta : deltas)
        last = store->replica()->apply(delta);
    if (need(await(last)).rev != deltas.last().to)
        qFatal("not everything was taken");
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
            for (const QString &statement : step)
                statements += statement.toUtf8() + ";\n";
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
    Rounds ingest;
    Rounds plain;
    Rounds catchUp;
    for (int round = 0; round < (quick ? 1 : 5); ++round) {
        const QTemporaryDir dir;
        const BareRows all(dir, messages);
        const double rate =
            ingestRate(dir.filePath(u"a"_s), world, deltasOf(messages, changesOfDelta), messages.size());
        ingest.add(rate, all.rate(dir.filePath(u"b.db"_s), keyText(), changesOfDelta));
        plain.add(rate, all.rate(dir.filePath(u"c.db"_s), u"-"_s, changesOfDelta));
        const BareRows few(dir, missed);
        // As the server sends them: what fits into a frame at a time.
        catchUp.add(ingestRate(dir.filePath(u"d"_s), world, deltasOf(missed, 500), missed.size()),
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

/// What people type: whole words, seldom and frequent, two of them, and beginnings.
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
            all.append(words);
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
        lines += matchExpression(text).toUtf8() + '\n';
    const QTemporaryDir dir;
    writeFile(dir.filePath(u"queries"_s), lines);
    QList<double> bare;
    for (const QByteArray &line :
         runBare({u"search"_s, directory + u"/cache.db"_s, keyText(), dir.filePath(u"queries"_s)}))
        bare.append(line.split(' ').first().toDouble());
    return {percentile99(mine), percentile99(bare)};
}

/// A store of so many messages, and a second round of searches in it.
Searches searching(int messages, Rounds *rounds, Rounds *most)
{
    const QTemporaryDir dir;
    World world(WorldSize::of(messages));
    Store store({dir.filePath(u"s"_s)});
    need(await(store.open(Secret(fixedKey()))));
    (void)fill(store, world);
    QList<double> times;
    Searches last;
    for (int round = 0; round < 3; ++round) {
        last = searchOnce(store, dir.filePath(u"s"_s), queries(world, 400));
        times.append(last.mine);
        if (rounds)
            rounds->add(last.mine, last.bare);
        if (most)
            most->add(last.mine, 50);
    }
    return {median(times), last.bare};
}

} // namespace

QList<Figure> storeFigures(bool quick, const QStringList &wanted)
{
    QList<Figure> figures;
    if (isWanted(wanted, {u"ingest", u"ingest-plain", u"catch-up"}))
        figures += writing(quick);
    if (isWanted(wanted, {u"search-99", u"search-most", u"growth-search"})) {
        Rounds rounds;
        Rounds most;
        const int large = quick ? 5'000 : 1'000'000;
        const Searches at = searching(large, &rounds, &most);
        const Searches tenth = searching(large / 10, nullptr, nullptr);
        figures += {rounds.figure(u"search-99"_s, u"ms"_s, 2.0), most.figure(u"search-most"_s, u"ms"_s, 1.0)};
        // Ten times as many messages: a logarithm grows by a fifth from 100 000 to a million.
        figures += {{u"growth-search"_s, at.mine, u"ms"_s, tenth.mine, 1.2, Figure::Kind::AtMost, 0}};
    }
    return figures;
}

} // namespace ChatOps::Bench
