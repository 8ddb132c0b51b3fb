// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/mailer.h"

#include "core/log.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int lookEvery = 5'000;

} // namespace

Mailer::Mailer(Hub &hub, QStringList command, int limit)
    : m_hub(hub)
    , m_command(std::move(command))
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        finished(status == QProcess::NormalExit && code == 0);
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finished(false);
    });
    // One that hangs holds up everybody's mail: it counts as failed.
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(&m_limit, &QTimer::timeout, &m_process, &QProcess::kill);
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &Mailer::look);
    m_look.start();
}

void Mailer::look()
{
    if (m_current)
        return;
    const Result<std::optional<WaitingMail>> next = nextMail(m_hub.db(), m_hub.clock());
    if (!next) {
        qCWarning(lcServer, "the queue of mail cannot be read");
        return;
    }
    m_current = *next;
    if (!m_current)
        return;
    m_limit.start();
    m_process.start(m_command.first(), m_command.sliced(1));
    m_process.write(m_current->text.toUtf8());
    m_process.closeWriteChannel();
}

void Mailer::finished(bool good)
{
    m_limit.stop();
    if (!m_current)
        return;
    const WaitingMail mail = *std::exchange(m_current, std::nullopt);
    if (good) {
        if (!mailSent(m_hub.db(), mail.id))
            qCWarning(lcServer, "a mail that was sent cannot be taken out of the queue");
        Q_EMIT sent();
    } else if (const Result<bool> over = mailFailed(m_hub.db(), mail, m_hub.clock().now()); !over || *over) {
        qCWarning(lcServer, "a mail could not be sent, and is given up");
    } else {
        qCWarning(lcServer, "a mail could not be sent, and is tried again later");
    }
    QMetaObject::invokeMethod(this, &Mailer::look, Qt::QueuedConnection);
}

} // namespace ChatOps::Server
