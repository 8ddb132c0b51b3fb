// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
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

} // namespace

/// A race the thread sanitizer must still see with `tsanqt.cpp` linked: two threads of
/// Qt's kind that share a number without a message between them.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    int shared = 0;
    Counter other(shared);
    other.start();
    other.count();
    other.wait();
    return shared == 0;
}
