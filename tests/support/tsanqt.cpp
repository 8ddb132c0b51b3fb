// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the thread sanitizer has to be told of Qt, which is not built with it: that
// events, queued calls, futures and pools hand over from one thread to another.
// Linked into every program of the preset `tsan`. The functions stand before those of
// the library in the search for symbols and call them.
//
// All of Qt is one point of synchronisation here. Two threads that share something
// without any event, call or future between them are found; a race that such a
// message happens to separate is not.
#include <QDeadlineTimer>
#include <QEvent>
#include <QObject>
#include <QThreadPool>

#include <functional>

#include <dlfcn.h>

extern "C" {
void __tsan_acquire(void *address);
void __tsan_release(void *address);
/// Frames without the sanitizer's own code are Qt's and the system's libraries.
/// QProcess forks in a way that looks as if the parent were the child.
const char *__tsan_default_options()
{
    return "ignore_noninstrumented_modules=1:die_after_fork=0:second_deadlock_stack=1:history_size=4";
}
}

namespace {

char qt = 0;

void give()
{
    __tsan_release(&qt);
}
void take()
{
    __tsan_acquire(&qt);
}

template <typename Function>
Function real(const char *symbol)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, symbol));
}

std::function<void()> handedOver(std::function<void()> work)
{
    return [work = std::move(work)] {
        take();
        work();
        give();
    };
}

/// Asked before every event of every thread.
bool beforeEvent(void **)
{
    give();
    take();
    return false;
}

const bool registered = QInternal::registerCallback(QInternal::EventNotifyCallback, beforeEvent);

} // namespace

// One function each: SYMBOL is what it stands for.
#define CHATOPS_BEFORE(name, symbol, parameters, arguments)                                                  \
    __attribute__((visibility("default"))) void name parameters asm(symbol);                                 \
    void name parameters                                                                                     \
    {                                                                                                        \
        static const auto next = real<decltype(&name)>(symbol);                                              \
        give();                                                                                              \
        next arguments;                                                                                      \
    }
#define CHATOPS_AFTER(name, symbol, parameters, arguments)                                                   \
    __attribute__((visibility("default"))) void name parameters asm(symbol);                                 \
    void name parameters                                                                                     \
    {                                                                                                        \
        static const auto next = real<decltype(&name)>(symbol);                                              \
        next arguments;                                                                                      \
        take();                                                                                              \
    }

CHATOPS_BEFORE(activateOf, "_ZN11QMetaObject8activateEP7QObjectPKS_iPPv",
               (QObject * sender, const QMetaObject *meta, int index, void **values),
               (sender, meta, index, values))
CHATOPS_BEFORE(postEvent, "_ZN16QCoreApplication9postEventEP7QObjectP6QEventi",
               (QObject * receiver, QEvent *event, int priority), (receiver, event, priority))
CHATOPS_BEFORE(reportStarted, "_ZN20QFutureInterfaceBase13reportStartedEv", (void *future), (future))
CHATOPS_BEFORE(reportFinished, "_ZN20QFutureInterfaceBase14reportFinishedEv", (void *future), (future))
CHATOPS_BEFORE(reportResults, "_ZN20QFutureInterfaceBase18reportResultsReadyEii",
               (void *future, int begin, int end), (future, begin, end))
CHATOPS_AFTER(waitForResult, "_ZN20QFutureInterfaceBase13waitForResultEi", (void *future, int index),
              (future, index))
CHATOPS_AFTER(waitForFinished, "_ZN20QFutureInterfaceBase15waitForFinishedEv", (void *future), (future))

__attribute__((visibility("default"))) bool
invokeMethod(QObject *object, void *slot, int connection, void *result) asm(
    "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
bool invokeMethod(QObject *object, void *slot, int connection, void *result)
{
    static const auto next = real<decltype(&invokeMethod)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    give();
    const bool done = next(object, slot, connection, result);
    take(); // A blocking call has been answered.
    return done;
}

__attribute__((visibility("default"))) bool queryState(const void *future, int state) asm(
    "_ZNK20QFutureInterfaceBase10queryStateENS_5StateE");
bool queryState(const void *future, int state)
{
    static const auto next = real<decltype(&queryState)>("_ZNK20QFutureInterfaceBase10queryStateENS_5StateE");
    const bool answer = next(future, state);
    take();
    return answer;
}

// The last one to let go clears what the others have read.
__attribute__((visibility("default"))) bool derefResults(const void *future) asm(
    "_ZNK20QFutureInterfaceBase6derefTEv");
bool derefResults(const void *future)
{
    static const auto next = real<decltype(&derefResults)>("_ZNK20QFutureInterfaceBase6derefTEv");
    give();
    const bool left = next(future);
    take();
    return left;
}

__attribute__((visibility("default"))) bool isFinished(const void *future) asm(
    "_ZNK20QFutureInterfaceBase10isFinishedEv");
bool isFinished(const void *future)
{
    static const auto next = real<decltype(&isFinished)>("_ZNK20QFutureInterfaceBase10isFinishedEv");
    const bool answer = next(future);
    take();
    return answer;
}

__attribute__((visibility("default"))) bool waitForThread(void *thread, QDeadlineTimer limit) asm(
    "_ZN7QThread4waitE14QDeadlineTimer");
bool waitForThread(void *thread, QDeadlineTimer limit)
{
    static const auto next = real<decltype(&waitForThread)>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool over = next(thread, limit);
    take();
    return over;
}

__attribute__((visibility("default"))) void startInPool(
    void *pool, std::function<void()> work, int priority) asm("_ZN11QThreadPool5startESt8functionIFvvEEi");
void startInPool(void *pool, std::function<void()> work, int priority)
{
    static const auto next = real<decltype(&startInPool)>("_ZN11QThreadPool5startESt8functionIFvvEEi");
    give();
    next(pool, handedOver(std::move(work)), priority);
}

__attribute__((visibility("default"))) bool waitForPool(void *pool, int milliseconds) asm(
    "_ZN11QThreadPool11waitForDoneEi");
bool waitForPool(void *pool, int milliseconds)
{
    static const auto next = real<decltype(&waitForPool)>("_ZN11QThreadPool11waitForDoneEi");
    const bool done = next(pool, milliseconds);
    take();
    return done;
}
