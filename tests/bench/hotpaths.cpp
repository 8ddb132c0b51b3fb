// SPDX-License-Identifier: GPL-3.0-or-later
// The six hot paths, one a run, for tests/bench/check-instructions: only what stands between
// start and stop is counted.
#include "core/frames.h"
#include "server/hub/accounts.h"
#include "server/hub/database.h"
#include "server/hub/hub.h"
#include "server/hub/session.h"
#include "server/hub/workspace.h"
#include "tests/bench/figure.h"
#include "tests/bench/world.h"
#include "tests/support/temporary.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"
#include "ui/rowlayout.h"

#include <QApplication>
#include <QPainter>
#include <QTemporaryDir>

#include <valgrind/callgrind.h>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;
using Bench::need;

namespace {

constexpr int messagesOfDelta = 100;

void counted(const std::function<void()> &work)
{
    work(); // What is made at the first use only is not counted.
    CALLGRIND_START_INSTRUMENTATION;
    work();
    CALLGRIND_STOP_INSTRUMENTATION;
}

Bench::WorldSize small()
{
    return {2'000, 20, 200, 200, 20, 20};
}

Delta deltaOf(Bench::World &world, qint64 from)
{
    Delta delta{from, from, {}};
    for (int i = 0; i < messagesOfDelta; ++i) {
        delta.changes.append(Bench::changeOf(world.next()));
        delta.to = delta.changes.last().rev;
    }
    return delta;
}

void decodeDelta()
{
    Bench::World world(small());
    const QByteArray bytes = encode(deltaOf(world, 1));
    counted([&bytes] {
        if (!decode(bytes, {MaxFrameDown, 16}))
            qFatal("not decoded");
    });
}

void applyDelta()
{
    Bench::World world(small());
    Store store({{}, Worker::Kind::Caller});
    need(await(store.open(Secret(fixedKey()))));
    qint64 cursor = Bench::fill(store, world);
    QList<Delta> deltas;
    for (int i = 0; i < 2; ++i) {
        deltas.append(deltaOf(world, cursor));
        cursor = deltas.last().to;
    }
    counted([&] { need(await(store.replica()->apply(deltas.takeFirst()))); });
}

void search()
{
    Bench::World world(small());
    Store store({{}, Worker::Kind::Caller});
    need(await(store.open(Secret(fixedKey()))));
    (void)Bench::fill(store, world);
    QStringList typed;
    for (int i = 0; i < 10; ++i)
        typed.append(world.words(1 + i % 2));
    counted([&] {
        for (const QString &text : std::as_const(typed))
            need(await(store.cache()->search(text, {}, 50)));
    });
}

QList<TimelineRow> someRows(Bench::World &world)
{
    QList<TimelineRow> rows;
    for (int i = 0; i < 50; ++i) {
        TimelineRow row;
        row.message.message = world.next();
        row.message.authorName = world.people().at(i).name;
        rows.append(row);
    }
    return rows;
}

void layOutRows()
{
    Bench::World world(small());
    const QList<TimelineRow> rows = someRows(world);
    counted([&rows] {
        for (const TimelineRow &row : rows)
            (void)RowLayout(row, 700, false).height();
    });
}

void paintRows()
{
    Bench::World world(small());
    const QList<TimelineRow> rows = someRows(world);
    std::vector<std::unique_ptr<RowLayout>> layouts;
    for (const TimelineRow &row : rows)
        layouts.push_back(std::make_unique<RowLayout>(row, 700, false));
    QImage image(700, 200, QImage::Format_ARGB32_Premultiplied);
    counted([&] {
        QPainter painter(&image);
        for (size_t i = 0; i < layouts.size(); ++i)
            layouts[i]->paint(painter, {0, 0}, rows[qsizetype(i)], false, false, world.self().id, QImage());
    });
}

class Nowhere final : public Server::Outlet {
public:
    void send(const QByteArray &frame) override { bytes += frame.size(); }
    [[nodiscard]] qint64 unsent() const override { return 0; }
    void close(int code, const QString &reason) override
    {
        qFatal("closed: %d %s", code, qPrintable(reason));
    }
    qint64 bytes = 0;
};

void fanOut()
{
    constexpr int people = 50;
    const QTemporaryDir dir;
    const TestClock clock;
    const auto folder = need(Server::DataFolder::open(dir.path()));
    Server::Hub hub(folder, need(folder.connect()), clock);
    const WorkspaceId id = need(Server::Workspace::create(hub.db(), u"w"_s));
    Server::Workspace workspace(hub.db(), id, clock);
    QList<PersonId> members;
    for (int i = 0; i < people; ++i)
        members.append(need(workspace.addPerson(u"p"_s, u"p%1"_s.arg(i), Role::Member, u"-"_s)));
    Channel channel;
    channel.id = ChannelId::create();
    channel.name = u"c"_s;
    channel.kind = ChannelKind::Private;
    channel = need(workspace.createChannel(channel, members.first(),
                                           QSet<PersonId>(members.begin(), members.end()).values()));
    std::vector<std::unique_ptr<Nowhere>> outlets;
    std::vector<std::unique_ptr<Server::Session>> sessions;
    for (const PersonId &person : std::as_const(members)) {
        Frame::Hello hello;
        hello.device = DeviceId::create();
        hello.token = need(hub.accounts().startSession(person, hello.device, {})).access;
        hello.cursor = Cursor{hub.epoch(), need(workspace.summary()).rev};
        outlets.push_back(std::make_unique<Nowhere>());
        sessions.push_back(std::make_unique<Server::Session>(hub, *outlets.back()));
        sessions.back()->receive(encode(hello));
    }
    counted([&] {
        Message message;
        message.id = MessageId::create();
        message.channel = channel.id;
        message.author = members.first();
        message.text = u"one for all of them"_s;
        need(workspace.postMessage(message));
        hub.published(id);
    });
}

} // namespace

int main(int argc, char **argv)
{
    // The order of hashes, and so what is done for each, would differ from run to run.
    qputenv("QT_HASH_SEED", "0");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    registerPortTypes();
    const QHash<QString, void (*)()> paths{{u"decode"_s, decodeDelta}, {u"apply"_s, applyDelta},
                                           {u"search"_s, search},      {u"layout"_s, layOutRows},
                                           {u"paint"_s, paintRows},    {u"fan-out"_s, fanOut}};
    const auto path = paths.value(QApplication::arguments().value(1));
    if (!path)
        return 2;
    path();
    return 0;
}
