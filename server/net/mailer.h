// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/hub.h"
#include "server/hub/mail.h"

#include <QProcess>
#include <QTimer>

namespace ChatOps::Server {

/// Hands waiting mail, one at a time, to a program that takes a message with its headers on
/// standard input, as sendmail does. On the hub's thread, without waiting.
class Mailer final : public QObject {
    Q_OBJECT
public:
    /// `command`: program and arguments, for instance {"/usr/sbin/sendmail", "-t", "-i"}.
    /// `limit`: milliseconds it may take for one.
    Mailer(Hub &hub, QStringList command, int limit = 60'000);
    void look();

Q_SIGNALS:
    void sent();

private:
    void finished(bool good);
    Hub &m_hub;
    QStringList m_command;
    QProcess m_process;
    QTimer m_look;
    QTimer m_limit;
    std::optional<WaitingMail> m_current;
};

} // namespace ChatOps::Server
