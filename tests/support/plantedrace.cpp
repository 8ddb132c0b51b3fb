// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QThread>

#include <atomic>
#include <memory>

/// A race the thread sanitizer must still see with `tsanqt.cpp` linked: two threads of
/// Qt's kind that share a number without a message between them.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    int shared = 0;
    std::atomic<int> turns = 0;
    const auto count = [&] {
        turns.fetch_add(1, std::memory_order_relaxed);
        while (turns.load(std::memory_order_relaxed) < 2) { }
        for (int i = 0; i < 1000; ++i)
            ++shared;
    };
    const std::unique_ptr<QThread> other(QThread::create(count));
    other->start();
    count();
    other->wait();
    return shared == 0;
}
