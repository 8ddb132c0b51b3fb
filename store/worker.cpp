// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/worker.h"

#include <QCoreApplication>

namespace ChatOps {

Worker::Worker(const QString &name, Kind kind)
    : m_kind(kind)
    , m_context(std::make_unique<QObject>())
{
    if (m_kind == Kind::Caller)
        return;
    m_thread.setObjectName(name);
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

Worker::~Worker()
{
    stop();
}

Error Worker::cancelled()
{
    return {ErrorCode::Cancelled, QCoreApplication::translate("ChatOps", "The account is being closed."), {}};
}

void Worker::post(std::function<void()> work, const std::function<void()> &refuse)
{
    if (m_kind == Kind::Caller) {
        m_stopped ? refuse() : work();
        return;
    }
    if (m_thread.isFinished() || !m_thread.isRunning()) {
        refuse();
        return;
    }
    QMetaObject::invokeMethod(m_context.get(), std::move(work), Qt::QueuedConnection);
}

void Worker::stop()
{
    m_stopped = true;
    if (!m_thread.isRunning())
        return;
    // Queued behind everything given before, so that all of it runs.
    QMetaObject::invokeMethod(
        m_context.get(), [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

} // namespace ChatOps
