// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windows.h"

#include "core/memoryguard.h"
#include "tests/bench/measure.h"
#include "tests/bench/world.h"
#include "tests/gui/guiapp.h"
#include "ui/composer.h"
#include "ui/timelineview.h"

#include <QProcess>
#include <QTextEdit>
#include <QWheelEvent>

using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Bench {
namespace {

constexpr double frame60 = 16.7;
constexpr double frame120 = 8.3;

struct Started {
    double shown = 0; ///< Milliseconds from exec.
    double memory = 0; ///< MB, when nothing happens any more.
};

Started startOnce(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(60'000))
            qFatal("%s shows nothing", qPrintable(program));
    }
    Started started;
    started.shown = milliseconds(timer);
    started.memory = memoryAtRest(process.processId()) / 1024;
    process.terminate();
    if (!process.waitForFinished(20'000))
        process.kill();
    process.waitForFinished();
    return started;
}

/// The program with an account whose server is away and whose store holds a world.
class Place {
public:
    explicit Place(int messages)
        : m_world(WorldSize::of(messages))
        , m_app(m_dir.filePath(u"profile"_s))
    {
        ServerProcess server;
        server.addUser(u"mika"_s, u"Mika"_s, u"owner"_s);
        server.start();
        m_app.signIn(server, u"mika"_s);
        server.kill();
        spinUntil("offline", [this] { return !m_app.isOnline(); });
        m_world.setSelf(window()->models().account.self);
        (void)fill(*m_app.controller().session()->store(), m_world);
        spinUntil("channels", [this] { return window()->models().channels.all().size() > 1; });
        openAt(0, m_world.lastSeq(0));
    }
    [[nodiscard]] MainWindow *window() const { return m_app.window(); }
    [[nodiscard]] TimelineView *view() const { return window()->channelsPane()->timeline(); }
    [[nodiscard]] GuiApp &app() { return m_app; }
    [[nodiscard]] World &world() { return m_world; }
    [[nodiscard]] QString profile() const { return m_app.profile(); }

    /// Once more, after `app().stop()`.
    void start()
    {
        m_app.start();
        spinUntil("the window", [this] { return window() && view()->model()->rowCount() > 0; });
    }

    /// Opens a channel at a message; milliseconds until it is painted.
    double openAt(qsizetype channel, qint64 seq)
    {
        const ChannelId id = m_world.channels()[channel].id;
        bool painted = false;
        const auto watch = QObject::connect(view(), &TimelineView::rowsPainted, view(), [&] {
            if (view()->model()->channel() != id)
                return;
            const QList<int> rows = view()->visibleRows();
            painted = painted || std::any_of(rows.begin(), rows.end(), [&](int row) {
                          return view()->model()->row(row).message.message.seq == seq;
                      });
        });
        QElapsedTimer timer;
        timer.start();
        window()->channelsPane()->openMessage(id, seq);
        spinUntil("a channel", [&painted] { return painted; });
        const double taken = milliseconds(timer);
        QObject::disconnect(watch);
        QCoreApplication::processEvents();
        return taken;
    }
    double openAnywhere()
    {
        qsizetype channel = 0; // Every fourth time the largest.
        while (m_world.below(4) != 0 && channel == 0) {
            const qsizetype other = m_world.below(int(m_world.channels().size()));
            channel = m_world.lastSeq(other) > 0 ? other : 0;
        }
        return openAt(channel, 1 + m_world.below(int(m_world.lastSeq(channel))));
    }
    /// Milliseconds of each frame while so many rows go by.
    QList<double> scroll(int rows)
    {
        openAt(0, m_world.lastSeq(0));
        view()->scrollToBottom();
        QCoreApplication::processEvents();
        const auto top = [this] {
            return view()->model()->row(view()->visibleRows().first()).message.message.seq;
        };
        const qint64 goal = std::max<qint64>(1, top() - rows);
        const QPointF middle = QRectF(view()->viewport()->rect()).center();
        QList<double> frames;
        while (top() > goal) {
            QElapsedTimer timer;
            timer.start();
            QWheelEvent wheel(middle, view()->viewport()->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(view()->viewport(), &wheel);
            view()->viewport()->repaint(); // Once: nothing is left to paint for the loop below.
            QCoreApplication::processEvents();
            frames.append(milliseconds(timer));
        }
        return frames;
    }
    /// Milliseconds from each key press until the composer is painted.
    QList<double> type(int keys)
    {
        auto *edit = window()->channelsPane()->composer()->findChild<QTextEdit *>(u"composerText"_s);
        edit->setFocus();
        QList<double> times;
        for (int i = 0; i < keys; ++i) {
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(edit, i % 6 == 5 ? Qt::Key_Space : Qt::Key(Qt::Key_A + i % 26));
            edit->viewport()->repaint();
            QCoreApplication::processEvents();
            times.append(milliseconds(timer));
        }
        edit->clear();
        return times;
    }
    /// What comes in while people work: so many messages, now and then one in the open channel.
    void traffic(int messages)
    {
        Replica *replica = m_app.controller().session()->store()->replica();
        for (int i = 0; i < messages; ++i) {
            const Message message =
                m_world.nextIn(i % 20 == 0 ? 0 : m_world.below(int(m_world.channels().size())));
            need(await(replica->apply({message.rev - 1, message.rev, {changeOf(message)}})));
            QCoreApplication::processEvents();
        }
    }

private:
    QTemporaryDir m_dir;
    World m_world;
    GuiApp m_app;
};

Started startOf(const Place &place)
{
    return startOnce(QStringLiteral(CHATOPS_CLIENT_PROGRAM),
                     {u"--profile"_s, place.profile(), u"--say-when-shown"_s});
}

void startFigures(Place &place, bool quick, Rounds &start, Rounds &memory)
{
    place.app().stop();
    const int rounds = quick ? 1 : 5;
    for (int round = 0; round < rounds; ++round) {
        const Started mine = startOf(place);
        const Started bare = startOnce(QStringLiteral(CHATOPS_BARE_WINDOW), {});
        start.add(mine.shown, bare.shown);
        memory.add(mine.memory, bare.memory);
    }
    place.start();
}

double openings(Place &place, int count)
{
    QList<double> all;
    for (int i = 0; i < count; ++i)
        all.append(place.openAnywhere());
    return percentile99(all);
}

} // namespace

QList<Figure> windowFigures(bool quick, const QStringList &wanted)
{
    const int large = quick ? 3'000 : 1'000'000;
    const int openCount = quick ? 20 : 500;
    const bool starts = isWanted(wanted, {u"start", u"memory", u"memory-day"});
    const bool opens = isWanted(wanted, {u"open-99"});
    QList<Figure> figures;
    Rounds start;
    Rounds memory;
    Place place(large);
    if (starts)
        startFigures(place, quick, start, memory);
    const Figure afterStart = memory.figure(u"memory"_s, u"MB"_s, 2.0);
    figures += {start.figure(u"start"_s, u"ms"_s, 2.0), afterStart};

    Rounds open;
    Rounds scrolling;
    Rounds typing;
    for (int round = 0; round < (quick ? 1 : 3); ++round) {
        if (opens)
            open.add(openings(place, openCount), frame60);
        if (isWanted(wanted, {u"scroll-99"}))
            scrolling.add(percentile99(place.scroll(quick ? 100 : 10'000)), frame120);
        if (isWanted(wanted, {u"type-99"}))
            typing.add(percentile99(place.type(quick ? 30 : 500)), frame120);
    }
    figures += {open.figure(u"open-99"_s, u"ms"_s, 1.0), scrolling.figure(u"scroll-99"_s, u"ms"_s, 1.0),
                typing.figure(u"type-99"_s, u"ms"_s, 1.0)};

    if (isWanted(wanted, {u"memory-day"})) {
        // The growth is that of this process, which holds more than the program does; it is laid
        // upon what the program has by itself. As the program does after its start:
        giveBackFreedMemory();
        const double before = memoryOf(QCoreApplication::applicationPid()) / 1024;
        for (int i = 0; i < (quick ? 10 : 200); ++i) {
            const qsizetype channel = i % place.world().channels().size();
            if (place.world().lastSeq(channel) > 0)
                place.openAt(channel, place.world().lastSeq(channel));
        }
        place.traffic(quick ? 50 : 8'000);
        const double grown = memoryOf(QCoreApplication::applicationPid()) / 1024 - before;
        figures += {{u"memory-day"_s, afterStart.value + grown, u"MB"_s, afterStart.value, 1.25,
                     Figure::Kind::AtMost, 0}};
    }

    // Flat: with a tenth and a hundredth of the messages it takes the same. By turns, since what else
    // the machine does changes within minutes.
    for (const int part : {10, 100}) {
        const QString suffix = part == 10 ? QString() : u"-100"_s;
        const bool startsThen = isWanted(wanted, {u"growth-start"_s + suffix});
        const bool opensThen = isWanted(wanted, {u"growth-open"_s + suffix});
        if (!startsThen && !opensThen)
            continue;
        Place small(large / part);
        Rounds opening;
        for (int round = 0; opensThen && round < (quick ? 1 : 3); ++round) {
            const double mine = openings(place, openCount);
            opening.add(mine, openings(small, openCount));
        }
        Rounds starting;
        if (startsThen) {
            place.app().stop();
            small.app().stop();
            for (int round = 0; round < (quick ? 1 : 5); ++round) {
                const double mine = startOf(place).shown;
                starting.add(mine, startOf(small).shown);
            }
            place.start();
        }
        figures += {opening.figure(u"growth-open"_s + suffix, u"ms"_s, 1.2),
                    starting.figure(u"growth-start"_s + suffix, u"ms"_s, 1.2)};
    }
    return figures;
}

} // namespace ChatOps::Bench
