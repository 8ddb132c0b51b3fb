// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"

#include <QSet>
#include <QTimer>

namespace ChatOps {

/// Who of some people is here now, as far as they let others see it. Asked of the server twice
/// a minute while there is a connection and somebody to ask about (ADR 15); stored nowhere.
class PresenceWatch final : public QObject {
    Q_OBJECT
public:
    explicit PresenceWatch(const Account &account, QObject *parent = nullptr);

    /// Whom the window shows; at most `MostPeople` of them are asked about.
    void watch(const QSet<PersonId> &people);
    [[nodiscard]] bool isHere(PersonId person) const { return m_here.contains(person); }
    /// Asks now.
    void ask();

    static constexpr int MostPeople = 200;

Q_SIGNALS:
    void changed();

private:
    void forget();
    Account m_account;
    QTimer m_timer;
    QSet<PersonId> m_people;
    QSet<PersonId> m_here;
    quint64 m_asked = 0;
};

} // namespace ChatOps
