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

void Worker::holdBack()
{
    const QMutexLocker lock(&m_mutex);
    m_held = true;
}

void Worker::letGo()
{
    // Under the lock, so that what is given meanwhile comes behind.
    const QMutexLocker lock(&m_mutex);
    m_held = false;
    for (Waiting &one : std::exchange(m_waiting, {}))
        QMetaObject::invokeMethod(m_context.get(), std::move(one.work), Qt::QueuedConnection);
}

void Worker::post(std::function<void()> work, std::function<void()> refuse, Turn turn)
{
    if (turn == Turn::Ordinary) {
        const QMutexLocker lock(&m_mutex);
        if (m_held) {
            m_waiting.append({std::move(work), std::move(refuse)});
            return;
        }
    }
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
    QMutexLocker lock(&m_mutex);
    m_held = false;
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    lock.unlock();
    for (const Waiting &one : waiting)
        one.refuse();
    if (!m_thread.isRunning())
        return;
    // Queued behind everything given before, so that all of it runs.
    QMetaObject::invokeMethod(
        m_context.get(), [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

} // namespace ChatOps
