// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/choices.h"

#include <QMutex>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace ChatOps {

/// The one gate on this device: whatever stores, reads or sends data for a purpose of
/// `purposes()` asks here first, each time. Before anything is known, and before a choice
/// was made, the answer is no. Thread-safe; `changed` comes on the thread of `update`.
class ConsentGate final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// What counts now: rows with the choices that still wait to be sent laid over.
    void update(const PrivacyRows &rows, Millis now);
    /// Purposes an administrator has switched off on this computer. They can only be
    /// taken away here; nothing can be switched on.
    void forbid(const QSet<QString> &purposes);
    /// Have the person's choices been read? Until then nothing is allowed, but nothing that an
    /// earlier choice let in may be thrown away either.
    [[nodiscard]] bool isInformed() const { return m_informed; }
    [[nodiscard]] bool isForbidden(const QString &purpose) const;
    [[nodiscard]] bool isAllowed(const QString &purpose) const;
    /// Asks for all of them, also when this object is gone; for what leaves on another
    /// thread a moment later.
    [[nodiscard]] std::function<bool()> question(const QStringList &purposes) const;

Q_SIGNALS:
    /// Some purposes are allowed now that were not, or the other way round.
    void changed(const QStringList &purposes);
    /// The choices were read for the first time.
    void informed();
    /// What can be chosen at all is different now.
    void forbiddenChanged();

private:
    void publish(const QSet<QString> &given);
    bool m_informed = false;

    struct State {
        QMutex mutex;
        QSet<QString> given; ///< Chosen, as far as the workspace allows it.
        QSet<QString> forbidden;
    };
    [[nodiscard]] static bool isAllowed(State &state, const QString &purpose);
    const std::shared_ptr<State> m_state = std::make_shared<State>();
};

/// Optional purposes of storage on the device that have to be asked about now: never
/// answered, not current any more, or refused more than six months ago.
[[nodiscard]] QList<const Purpose *> toAsk(const PrivacyRows &rows, Millis now);

} // namespace ChatOps
