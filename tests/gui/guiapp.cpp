// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {

GuiApp::GuiApp(const QString &profile)
    : m_profile(profile)
{
    static const bool prepared = [] {
        prepareProcess();
        return true;
    }();
    Q_UNUSED(prepared);
}

GuiApp::~GuiApp()
{
    stop();
}

void GuiApp::start(const QString &server, const QString &user, const QString &password)
{
    CommandLine commandLine;
    commandLine.profile = m_profile;
    commandLine.server = server;
    commandLine.name = user;
    commandLine.password = password;
    commandLine.language = language;
    commandLine.managed = managed;
    m_controller = std::make_unique<Controller>(commandLine);
    if (!m_controller->claimProfile())
        qFatal("the profile is taken");
    m_controller->start();
}

void GuiApp::stop()
{
    m_controller.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

LinkStatus::State GuiApp::link() const
{
    return m_controller->session() && m_controller->session()->backend()
        ? m_controller->session()->backend()->status().state
        : LinkStatus::State::Stopped;
}

void GuiApp::signIn(const ServerProcess &server, const QString &user)
{
    start(server.url().toString(), user, QString::fromLatin1(ServerProcess::Password));
    if (!QTest::qWaitFor([this] { return isOnline(); }, Patience))
        qFatal("not signed in: %s", signInWindow() ? qPrintable(signInWindow()->problem()) : "no window");
    window()->activateWindow();
    // Shortcuts and focus go to the active window only.
    if (!QTest::qWaitForWindowActive(window(), Patience))
        qFatal("the window does not become active");
}

void GuiApp::openChannel(const QString &name)
{
    const auto find = [&]() -> ChannelId {
        for (const ChannelRow &row : window()->models().channels.all()) {
            if (ChannelListModel::titleOf(row) == name && row.joined)
                return row.channel.id;
        }
        return {};
    };
    if (!QTest::qWaitFor([&] { return !find().isNull() && window()->models().channels.channel(find()); },
                         Patience))
        qFatal("no channel %s", qPrintable(name));
    window()->showPane(PaneId::Channels);
    window()->channelsPane()->openChannel(find());
    if (!QTest::qWaitFor([&] { return window()->channelsPane()->timeline()->model()->isLoaded(); }, Patience))
        qFatal("channel %s does not open", qPrintable(name));
}

void GuiApp::type(const QString &text)
{
    auto *edit = window()->channelsPane()->composer()->findChild<QTextEdit *>(u"composerText"_s);
    edit->setFocus();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

std::optional<TimelineRow> GuiApp::lastRow() const
{
    const TimelineModel *model = window()->channelsPane()->timeline()->model();
    return model->rowCount() > 0 ? std::optional(model->row(model->rowCount() - 1)) : std::nullopt;
}

int GuiApp::countRows(const QString &text) const
{
    const TimelineModel *model = window()->channelsPane()->timeline()->model();
    int count = 0;
    for (int row = 0; row < model->rowCount(); ++row)
        count += model->row(row).message.message.text == text;
    return count;
}

void GuiApp::picture(const QString &name, QWidget *widget) const
{
    QDir().mkpath(QStringLiteral(CHATOPS_PICTURES));
    QWidget *subject = widget ? widget : window();
    if (!QTest::qWaitForWindowExposed(subject))
        qFatal("%s does not appear", qPrintable(name));
    QCoreApplication::processEvents();
    if (!subject->grab().save(QStringLiteral(CHATOPS_PICTURES) + u'/' + name + u".png"_s))
        qFatal("the picture %s cannot be saved", qPrintable(name));
}

DemoPlace::DemoPlace()
{
    server.makeDemo();
    server.start();
}

Pair::Pair()
    : app(dir.filePath(u"p"_s))
{
    app.signIn(server, u"mika"_s);
    ana = std::make_unique<Client>(server, u"ana"_s, dir.filePath(u"ana"_s));
    ana->open();
    app.openChannel(u"release-42"_s);
}

Pair::~Pair() = default;

std::optional<Task> Pair::anasTask(const QString &title)
{
    const QList<Task> tasks = await(ana->store().cache()->tasks()).value();
    const auto found =
        std::find_if(tasks.begin(), tasks.end(), [&](const Task &task) { return task.title == title; });
    return found == tasks.end() ? std::nullopt : std::optional(*found);
}

std::optional<Event> Pair::anasEvent(const QString &title)
{
    const QList<Event> events = await(ana->store().cache()->events()).value();
    const auto found =
        std::find_if(events.begin(), events.end(), [&](const Event &event) { return event.title == title; });
    return found == events.end() ? std::nullopt : std::optional(*found);
}

QAbstractButton *topButton(const QString &text)
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (!top->isVisible())
            continue;
        const QList<QAbstractButton *> buttons = top->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            if (button->text() == text && button->isVisible())
                return button;
        }
    }
    return nullptr;
}

} // namespace ChatOps::Testing
