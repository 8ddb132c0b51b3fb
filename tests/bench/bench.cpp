// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/text.h"
#include "store/schema.h"
#include "store/store.h"
#include "tests/bench/rights.h"
#include "tests/support/temporary.h"
#include "tests/support/waiting.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTextStream>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

// Data comes from a seed, so that every run measures the same. Each round
// measures the program and its reference one after the other.

namespace {

struct World {
    PersonId self = PersonId::create();
    ChannelId channel = ChannelId::create();
    QList<Message> messages;

    explicit World(int count)
    {
        QRandomGenerator random(42);
        QStringList words;
        for (int i = 0; i < 5000; ++i) {
            QString word;
            for (int letter = 0; letter < 3 + int(random.bounded(8)); ++letter)
                word += QChar(u'a' + char16_t(random.bounded(26)));
            words.append(word);
        }
        for (int i = 1; i <= count; ++i) {
            Message message;
            message.id = MessageId::create();
            message.channel = channel;
            message.seq = i;
            message.author = self;
            message.createdAt = 1'600'000'000'000 + qint64(i) * 1000;
            message.rev = i;
            for (int word = 0; word < 4 + int(random.bounded(12)); ++word)
                message.text += words[random.bounded(5000)] + u' ';
            messages.append(message);
        }
    }
};

template <typename T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

double ingest(const World &world, Store &store)
{
    need(await(store.replica()->beginSnapshot(world.self)));
    need(await(store.replica()->finishSnapshot({u"e"_s, 0})));
    need(await(store.replica()->addScope(world.channel, 0)));
    QElapsedTimer timer;
    timer.start();
    qint64 cursor = 0;
    for (qsizetype from = 0; from < world.messages.size(); from += 1000) {
        Delta delta{cursor, cursor + 1000, {}};
        for (const Message &message :
             world.messages.sliced(from, std::min<qsizetype>(1000, world.messages.size() - from)))
            delta.changes.append({message.rev,
                                  Scope::channel(world.channel),
                                  EntityKind::Message,
                                  message.id.uuid(),
                                  Change::Verb::Put,
                                  toJson(message),
                                  world.self,
                                  {}});
        cursor += 1000;
        need(await(store.replica()->apply(delta)));
    }
    return double(world.messages.size()) * 1000 / double(timer.elapsed());
}

/// The same rows by prepared statements on the same library, nothing between.
double bareIngest(const World &world, Connection &db)
{
    QElapsedTimer timer;
    timer.start();
    for (qsizetype from = 0; from < world.messages.size(); from += 1000) {
        Transaction transaction(db);
        need(transaction.begun());
        for (const Message &m :
             world.messages.sliced(from, std::min<qsizetype>(1000, world.messages.size() - from))) {
            need(db.run(
                u"INSERT INTO message (pk, id, channel, seq, author, at, edited, text, replies, last_reply, reactions, files, deleted, mention, rev, text_rev)"
                " VALUES (?, ?, ?, ?, ?, ?, 0, ?, 0, 0, '[]', '[]', 0, 0, ?, 0)"_s,
                {m.createdAt << 12, m.id.toBytes(), m.channel.toBytes(), m.seq, m.author.toBytes(),
                 m.createdAt, m.text, m.rev}));
            need(db.run(u"INSERT INTO message_index (rowid, text) VALUES (?, ?)"_s,
                        {m.createdAt << 12, m.text}));
        }
        need(transaction.commit());
    }
    return double(world.messages.size()) * 1000 / double(timer.elapsed());
}

QList<Bench::Figure> storeFigures(bool quick)
{
    const World world(quick ? 5'000 : 100'000);
    QList<double> rates;
    QList<double> bareRates;
    QList<double> searches;
    QList<double> bareSearches;
    QList<double> pages;
    for (int round = 0; round < (quick ? 1 : 3); ++round) {
        const QTemporaryDir dir;
        Store store({dir.filePath(u"store"_s)});
        need(await(store.open(Secret(fixedKey()))));
        auto bare = need(Connection::open({dir.filePath(u"bare.db"_s), false, false}, Secret(fixedKey())));
        need(migrate(*bare, cacheLadder()));
        rates.append(ingest(world, store));
        bareRates.append(bareIngest(world, *bare));
        QRandomGenerator random(7);
        for (int i = 0; i < (quick ? 20 : 300); ++i) {
            const QString text = world.messages[random.bounded(int(world.messages.size()))].text;
            const QString typed = i % 3 ? text.section(u' ', 1, 2) : text.section(u' ', 0, 0).left(4);
            QElapsedTimer timer;
            timer.start();
            need(await(store.cache()->search(typed, {}, 50)));
            searches.append(double(timer.nsecsElapsed()) / 1e6);
            timer.restart();
            need(bare->rows(
                u"SELECT rowid FROM message_index WHERE message_index MATCH ? ORDER BY rowid DESC LIMIT 50"_s,
                {matchExpression(typed)}, [](const SqlRow &) { return true; }));
            bareSearches.append(double(timer.nsecsElapsed()) / 1e6);
            timer.restart();
            need(await(store.cache()->messages({world.channel,
                                                {},
                                                MessageQuery::Where::Around,
                                                qint64(random.bounded(int(world.messages.size()))) + 1,
                                                100})));
            pages.append(double(timer.nsecsElapsed()) / 1e6);
        }
    }
    using Bench::Figure;
    return {{u"ingest"_s, Bench::median(rates), u"messages/s"_s, Bench::median(bareRates), 0.8, true},
            {u"search-99"_s, Bench::percentile99(searches), u"ms"_s, Bench::percentile99(bareSearches), 2.0,
             false},
            {u"open-anywhere-99"_s, Bench::percentile99(pages), u"ms"_s, 16.7, 1.0, false}};
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    registerPortTypes();
    const QStringList arguments = QApplication::arguments();
    const bool quick = arguments.contains(u"--quick"_s);
    QStringList wanted;
    for (const QString &word : arguments.sliced(1)) {
        if (!word.startsWith(u"--"_s))
            wanted.append(word);
    }
    const auto any = [&wanted](const QStringList &names) {
        return wanted.isEmpty() || std::any_of(names.begin(), names.end(), [&](const QString &name) {
                   return wanted.contains(name);
               });
    };
    QList<Bench::Figure> figures;
    if (any({u"ingest"_s, u"search-99"_s, u"open-anywhere-99"_s}))
        figures += storeFigures(quick);
    if (any({u"export"_s, u"export-stall"_s, u"export-memory"_s, u"export-server-memory"_s, u"deletion"_s,
             u"deletion-others"_s, u"deletion-others-99"_s}))
        figures += Bench::rightsFigures(quick);
    if (!wanted.isEmpty())
        figures.removeIf([&](const Bench::Figure &figure) { return !wanted.contains(figure.name); });
    Bench::print(figures, arguments.contains(u"--json"_s));
    return 0;
}
