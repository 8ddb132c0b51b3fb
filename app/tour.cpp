// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour.h"

#include "ui/channelspane.h"
#include "ui/eventspane.h"
#include "ui/privacychoices.h"
#include "ui/taskspane.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

Tour::Tour(Controller &controller, QString folder, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_folder(std::move(folder))
{
    m_timer.start();
    QDir().mkpath(m_folder);
    connect(&controller, &Controller::sessionOpened, this, &Tour::begin);
    auto *limit = new QTimer(this);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, this, [this] {
        const QString why = m_controller.signInWindow() ? m_controller.signInWindow()->problem() : QString();
        QTextStream(stderr) << "chatops: the workspace was not synced within two minutes. " << why
                            << Qt::endl;
        QApplication::exit(1);
    });
    limit->start(120'000);
}

void Tour::begin(AccountSession *session)
{
    const auto check = [this, session](const LinkStatus &status) {
        if (status.state == LinkStatus::State::Online && !std::exchange(m_begun, true))
            printCounts(session);
    };
    connect(session->backend(), &Backend::statusChanged, this, check);
    check(session->backend()->status());
}

void Tour::printCounts(AccountSession *session)
{
    const qint64 elapsed = m_timer.elapsed();
    follow(session->store()->cache()->facts(), this, [this, elapsed](const Result<StoreFacts> &facts) {
        QTextStream out(stdout);
        if (!facts) {
            QTextStream(stderr) << "chatops: " << facts.error().message << Qt::endl;
            QApplication::exit(1);
            return;
        }
        out << "synced:";
        for (const auto &[name, label] :
             {std::pair{u"person"_s, "people"}, std::pair{u"channel"_s, "channels"},
              std::pair{u"message"_s, "messages"}, std::pair{u"task"_s, "tasks"},
              std::pair{u"event"_s, "events"}}) {
            for (const StoredClass &stored : facts->classes) {
                if (stored.name == name)
                    out << ' ' << label << ' ' << stored.rows;
            }
        }
        out << ", in " << elapsed << " ms, encrypted with " << facts->cipher << Qt::endl;
        takePictures();
    });
}

void Tour::takePictures()
{
    MainWindow *window = m_controller.session()->window();
    window->resize(1280, 800);
    // As somebody who wants nothing optional and has read what there is to read.
    QTimer::singleShot(0, window->question()->rejectButton(), &QAbstractButton::click);
    for (const Notice &notice : window->models().privacy.rows().notices)
        window->models().privacy.markRead(notice.id);
    for (const auto &[mode, suffix] :
         {std::pair{Theme::Mode::Light, u"light"_s}, std::pair{Theme::Mode::Dark, u"dark"_s}}) {
        m_scenes.append({u"channels-"_s + suffix, [window, mode = mode] {
                             Theme::instance().setMode(mode);
                             window->showPane(PaneId::Channels);
                             for (const ChannelRow &row : window->models().channels.all()) {
                                 if (row.channel.name == u"release-42")
                                     window->channelsPane()->openChannel(row.channel.id);
                             }
                         }});
        m_scenes.append({u"tasks-"_s + suffix, [window] {
                             window->showPane(PaneId::Tasks);
                             const auto row =
                                 window->models().channels.channel(window->channelsPane()->current());
                             if (row)
                                 window->tasksPane()->openList(TaskFilter::List::Channel, row->channel.id);
                         }});
        m_scenes.append({u"events-"_s + suffix, [window] { window->showPane(PaneId::Events); }});
        m_scenes.append({u"privacy-"_s + suffix, [window] { window->showPane(PaneId::Privacy); }});
    }
    next();
}

void Tour::next()
{
    if (m_scenes.isEmpty()) {
        QTextStream out(stdout);
        out << "pictures:\n";
        for (const QString &path : std::as_const(m_saved))
            out << "  " << path << '\n';
        out.flush();
        QApplication::exit(m_saved.isEmpty() ? 1 : 0);
        return;
    }
    const auto [name, prepare] = m_scenes.takeFirst();
    prepare();
    // Rows come from the store's thread; a picture of a half-filled pane helps nobody.
    QTimer::singleShot(400, this, [this, name = name] {
        picture(name);
        next();
    });
}

void Tour::picture(const QString &name)
{
    const QString path = QDir(m_folder).absoluteFilePath(name + u".png"_s);
    if (m_controller.session()->window()->grab().save(path))
        m_saved.append(path);
    else
        QTextStream(stderr) << "chatops: cannot save " << path << Qt::endl;
}

} // namespace ChatOps
