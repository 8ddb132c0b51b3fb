// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace ChatOps {

/// What the Secret Service (freedesktop.org, Secret Service API 0.2) says of an entry that a library
/// could not read. A library that was refused the unlocking of a keychain tells it as if the entry
/// were not there; taken at its word, an account whose prompt was dismissed would be given up.
enum class EntryState {
    Absent, ///< The keychain is open and has no such entry, or there is no such service.
    Locked, ///< It may be there; nobody can tell before the keychain is unlocked.
    Present,
};

/// Asks without a prompt and without waiting; `then` is called in the thread of `context`, unless that
/// has gone. Call it from a thread with an event loop. On systems without D-Bus the answer is Absent:
/// their keychains tell by themselves that they are locked.
void findSecret(const QString &service, const QString &name, QObject *context,
                const std::function<void(EntryState)> &then);

} // namespace ChatOps
