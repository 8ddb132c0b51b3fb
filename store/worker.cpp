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
    Q_ASSERT(m_kind == Kind::Thread);
    const QMutexLocker lock(&m_mutex);
    m_held = true;
}

void Worker::letGo()
{
    if (m_kind == Kind::Caller)
        return;
    // Under the lock, so that what is given meanwhile comes behind.
    const QMutexLocker lock(&m_mutex);
    m_held = false;
    for (Waiting &one : std::exchange(m_waiting, {}))
        QMetaObject::invokeMethod(m_context.get(), std::move(one.work), Qt::QueuedConnection);
}

void Worker::post(std::function<void()> work, std::function<void()> refuse, Turn turn)
{
    QMutexLocker lock(&m_mutex);
    if (m_stopped) {
        lock.unlock();
        refuse();
    } else if (m_kind == Kind::Caller) {
        lock.unlock();
        work();
    } else if (m_held && turn == Turn::Ordinary) {
        m_waiting.append({std::move(work), std::move(refuse)});
    } else {
        // Under the lock: before the event that ends the thread, or refused.
        QMetaObject::invokeMethod(m_context.get(), std::move(work), Qt::QueuedConnection);
    }
}

void Worker::stop()
{
    QMutexLocker lock(&m_mutex);
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    // Behind everything given before, so that all of it runs.
    if (!std::exchange(m_stopped, true) && m_kind == Kind::Thread)
        QMetaObject::invokeMethod(
            m_context.get(), [this] { m_thread.quit(); }, Qt::QueuedConnection);
    lock.unlock();
    for (const Waiting &one : waiting)
        one.refuse();
    m_thread.wait();
}

} // namespace ChatOps
