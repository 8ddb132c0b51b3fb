// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QObject>
#include <QThread>

namespace {

/// Not QThread::create, which runs its function within pthread_once: what is called from
/// there by a library without the sanitizer is not looked at.
class Counter final : public QThread {
public:
    explicit Counter(int &shared)
        : m_shared(shared)
    {
    }
    void count()
    {
        for (int i = 1; i < 1000; ++i)
            m_shared = m_shared + i;
    }

protected:
    void run() override { count(); }

private:
    int &m_shared;
};

/// Two threads of Qt's kind that share a number without a message between them.
int withoutMessages()
{
    int shared = 0;
    Counter other(shared);
    other.start();
    other.count();
    other.wait();
    return shared == 0;
}

/// Two threads that work off calls given by a third, and share a number beside them:
/// messages of others order nothing. With `ordered` they hand it on to each other.
int betweenCalls(bool ordered)
{
    int shared = 0;
    QThread threads[2];
    QObject contexts[2];
    for (int i = 0; i < 2; ++i) {
        contexts[i].moveToThread(&threads[i]);
        threads[i].start();
    }
    QObject &first = contexts[0];
    QObject &second = contexts[1];
    for (int i = 1; i < 200; ++i) {
        QMetaObject::invokeMethod(
            &first,
            [&shared, &second, ordered, i] {
                shared = shared + i;
                if (ordered)
                    QMetaObject::invokeMethod(
                        &second, [&shared] { shared = shared * 2; }, Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
        if (ordered)
            break;
        QMetaObject::invokeMethod(
            &second, [&shared, i] { shared = shared - i; }, Qt::QueuedConnection);
    }
    QMetaObject::invokeMethod(
        &first,
        [&] {
            QMetaObject::invokeMethod(
                &second, [&] { threads[1].quit(); }, Qt::QueuedConnection);
            threads[0].quit();
        },
        Qt::QueuedConnection);
    for (QThread &thread : threads)
        thread.wait();
    return ordered ? shared != 2 : 0;
}

} // namespace

/// Races the thread sanitizer must still see with `tsanqt.cpp` linked, and one that is none.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString which = application.arguments().value(1);
    if (which == QStringLiteral("without-messages"))
        return withoutMessages();
    return betweenCalls(which == QStringLiteral("ordered"));
}
