// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/screenreader.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QThread>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {
namespace {

const QString accessible = QStringLiteral("org.a11y.atspi.Accessible");
const QString root = QStringLiteral("/org/a11y/atspi/accessible/root");
constexpr int deepest = 60;
constexpr uint focusable = 11; ///< Of AtspiStateType.
constexpr uint showing = 25;

/// An object of the tree: the program's name on the bus, and a path.
struct Place {
    QString program;
    QString path;
};

class Walker {
public:
    HeardTree walk()
    {
        const QDBusMessage told = QDBusConnection::sessionBus().call(QDBusMessage::createMethodCall(
            u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s));
        if (told.type() != QDBusMessage::ReplyMessage)
            return {0, {}, told.errorMessage()};
        m_bus = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(told.arguments().value(0).toString(), u"screenreader"_s));
        if (!m_bus->isConnected())
            return {0, {}, m_bus->lastError().message()};
        for (const Place &program : children({u"org.a11y.atspi.Registry"_s, root})) {
            if (processOf(program.program) == QCoreApplication::applicationPid())
                visit(program, 0);
        }
        m_bus.reset();
        QDBusConnection::disconnectFromBus(u"screenreader"_s);
        if (m_heard.controls == 0)
            m_heard.problem = u"this process is not on the accessibility bus"_s;
        return m_heard;
    }

private:
    [[nodiscard]] QVariantList ask(const Place &place, const QString &interface, const QString &method,
                                   const QVariantList &arguments = {}) const
    {
        QDBusMessage message = QDBusMessage::createMethodCall(place.program, place.path, interface, method);
        message.setArguments(arguments);
        return m_bus->call(message).arguments();
    }
    [[nodiscard]] qint64 processOf(const QString &name) const
    {
        return ask({u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s}, u"org.freedesktop.DBus"_s,
                   u"GetConnectionUnixProcessID"_s, {name})
            .value(0)
            .toLongLong();
    }
    [[nodiscard]] QList<Place> children(const Place &place) const
    {
        QList<Place> all;
        const QVariantList answer = ask(place, accessible, u"GetChildren"_s);
        if (answer.isEmpty() || answer.first().metaType() != QMetaType::fromType<QDBusArgument>())
            return all;
        const auto list = answer.first().value<QDBusArgument>();
        list.beginArray();
        while (!list.atEnd()) {
            QString program;
            QDBusObjectPath path;
            list.beginStructure();
            list >> program >> path;
            list.endStructure();
            all.append({program, path.path()});
        }
        list.endArray();
        return all;
    }
    [[nodiscard]] bool has(const QVariantList &states, uint state) const
    {
        if (states.isEmpty())
            return false;
        QList<uint> words;
        states.first().value<QDBusArgument>() >> words;
        return words.value(state / 32) & (1u << (state % 32));
    }
    void visit(const Place &place, int depth)
    {
        const QVariantList states = ask(place, accessible, u"GetState"_s);
        if (has(states, focusable) && has(states, showing)) {
            ++m_heard.controls;
            const QString name =
                ask(place, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {accessible, u"Name"_s})
                    .value(0)
                    .value<QDBusVariant>()
                    .variant()
                    .toString();
            if (name.trimmed().isEmpty())
                m_heard.unnamed.append(ask(place, accessible, u"GetRoleName"_s).value(0).toString() + u' '
                                       + place.path);
        }
        if (depth == deepest)
            return;
        const QList<Place> all = children(place);
        for (const Place &child : all)
            visit(child, depth + 1);
    }

    std::unique_ptr<QDBusConnection> m_bus;
    HeardTree m_heard;
};

} // namespace

HeardTree listen()
{
    HeardTree heard;
    const std::unique_ptr<QThread> thread(QThread::create([&heard] { heard = Walker().walk(); }));
    thread->start();
    while (!thread->isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    thread->wait();
    return heard;
}

} // namespace ChatOps::Testing
