// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/secretservice.h"

#ifdef CHATOPS_HAS_DBUS

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

const QString busName = u"org.freedesktop.secrets"_s;
const QString servicePath = u"/org/freedesktop/secrets"_s;
const QString serviceInterface = u"org.freedesktop.Secret.Service"_s;

QDBusMessage call(const QString &path, const QString &interface, const QString &method,
                  const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(busName, path, interface, method);
    message.setArguments(arguments);
    return message;
}

/// Where nothing answers under the name there is no service that could be locked; every other failure
/// may be one that passes.
EntryState afterFailure(const QDBusError &error)
{
    return error.type() == QDBusError::ServiceUnknown || error.type() == QDBusError::Disconnected
        ? EntryState::Absent
        : EntryState::Locked;
}

template <typename Reply>
void ask(const QDBusMessage &message, QObject *context, const std::function<void(EntryState)> &then,
         const std::function<void(const Reply &)> &answered)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, then, answered] {
        watcher->deleteLater();
        const Reply reply = *watcher;
        if (reply.isError())
            then(afterFailure(reply.error()));
        else
            answered(reply);
    });
}

/// Nothing was found: is the keychain that new entries go to open at all?
void askWhetherLocked(QObject *context, const std::function<void(EntryState)> &then)
{
    using Alias = QDBusPendingReply<QDBusObjectPath>;
    using Value = QDBusPendingReply<QDBusVariant>;
    ask<Alias>(call(servicePath, serviceInterface, u"ReadAlias"_s, {u"default"_s}), context, then,
               [context, then](const Alias &alias) {
                   const QString collection = alias.value().path();
                   // A password manager that is locked may show no collection at all.
                   if (collection.isEmpty() || collection == u"/") {
                       then(EntryState::Locked);
                       return;
                   }
                   ask<Value>(call(collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                                   {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s}),
                              context, then, [then](const Value &locked) {
                                  then(locked.value().variant().toBool() ? EntryState::Locked
                                                                         : EntryState::Absent);
                              });
               });
}

} // namespace

void findSecret(const QString &service, const QString &name, QObject *context,
                const std::function<void(EntryState)> &then)
{
    static const bool registered = [] {
        qDBusRegisterMetaType<Attributes>();
        return true;
    }();
    Q_UNUSED(registered)
    if (!QDBusConnection::sessionBus().isConnected()) {
        then(EntryState::Absent);
        return;
    }
    // The attributes under which QtKeychain files an entry.
    const Attributes attributes{{u"user"_s, name}, {u"server"_s, service}};
    using Found = QDBusPendingReply<Paths, Paths>;
    ask<Found>(call(servicePath, serviceInterface, u"SearchItems"_s, {QVariant::fromValue(attributes)}),
               context, then, [context, then](const Found &found) {
                   const Paths unlocked = found.argumentAt<0>();
                   const Paths locked = found.argumentAt<1>();
                   if (!unlocked.isEmpty())
                       then(EntryState::Present);
                   else if (!locked.isEmpty())
                       then(EntryState::Locked);
                   else
                       askWhetherLocked(context, then);
               });
}

} // namespace ChatOps

#else

namespace ChatOps {

void findSecret(const QString &, const QString &, QObject *, const std::function<void(EntryState)> &then)
{
    then(EntryState::Absent);
}

} // namespace ChatOps

#endif
