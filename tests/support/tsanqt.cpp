// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the thread sanitizer has to be told of Qt, which is not built with it: that
// events, queued calls, futures and pools hand over from one thread to another.
// Linked into every program of the preset `tsan`. The functions stand before those of
// the library in the search for symbols and call them.
//
// What is given and taken has a key: the receiver of a call or an event, the sender of
// a signal, the shared state of a future, a pool, a thread. Two threads that share
// something are ordered only by messages between the two.
#include <QDeadlineTimer>
#include <QEvent>
#include <QObject>
#include <QThread>
#include <QThreadPool>
#include <QThreadStorage>

#include <functional>

#include <dlfcn.h>
#include <sched.h>
#include <time.h>

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

void give(const void *key)
{
    if (key)
        __tsan_release(const_cast<void *>(key));
}
void take(const void *key)
{
    if (key)
        __tsan_acquire(const_cast<void *>(key));
}

template <typename Function>
Function real(const char *symbol)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, symbol));
}

std::function<void()> handedOver(void *pool, std::function<void()> work)
{
    return [pool, work = std::move(work)]() mutable {
        take(pool);
        work();
        work = {}; // What it holds is let go here, and not where nobody sees it.
        give(pool);
    };
}

// A signal copies its arguments for another thread after it was called and before it
// returns, and there is no place in between to give them from. So the one who takes
// waits until the giver has returned. None of this may be seen by the sanitizer: it
// would be a point of synchronisation for everybody.
constexpr size_t places = 4'096;
int sending[places]; ///< Signals under way, by sender.
thread_local int sendingHere[places];

size_t placeOf(const void *sender)
{
    return (reinterpret_cast<size_t>(sender) >> 4) % places;
}
__attribute__((no_sanitize("thread"))) void countSending(const void *sender, int by)
{
    __atomic_add_fetch(&sending[placeOf(sender)], by, __ATOMIC_SEQ_CST);
    sendingHere[placeOf(sender)] += by;
}
__attribute__((no_sanitize("thread"))) void awaitSent(const void *sender)
{
    const size_t place = placeOf(sender);
    // A giver that waits for the taker, within a slot of its own, is not waited for long.
    for (int turn = 0; turn < 200 && __atomic_load_n(&sending[place], __ATOMIC_SEQ_CST) > sendingHere[place];
         ++turn) {
        const timespec moment{0, turn < 20 ? 10'000 : 1'000'000};
        nanosleep(&moment, nullptr);
    }
}

/// Let go by a thread at its end, before those who wait for it go on.
class Ending {
public:
    explicit Ending(const void *thread)
        : m_thread(thread)
    {
    }
    ~Ending() { give(m_thread); }
    Ending(const Ending &) = delete;
    Ending &operator=(const Ending &) = delete;

private:
    const void *m_thread;
};

/// What QAbstractMetaCallEvent (Qt 6, qobject_p.h, not installed) holds after its base.
struct MetaCallFields {
    int signal;
    const void *sender; ///< Null for a call that no signal made.
};
const void *senderOf(const QEvent *event)
{
    static_assert(sizeof(QEvent) == 16);
    return reinterpret_cast<const MetaCallFields *>(reinterpret_cast<const char *>(event) + sizeof(QEvent))
        ->sender;
}

/// Asked before every event of every thread.
bool beforeEvent(void **parameters)
{
    static QThreadStorage<Ending *> endings;
    if (!endings.hasLocalData())
        endings.setLocalData(new Ending(QThread::currentThread()));
    const auto *event = static_cast<const QEvent *>(parameters[1]);
    if (event->type() == QEvent::MetaCall) {
        if (const void *sender = senderOf(event)) {
            awaitSent(sender);
            take(sender);
        }
    }
    take(parameters[0]);
    return false;
}

const bool registered = QInternal::registerCallback(QInternal::EventNotifyCallback, beforeEvent);

/// The state that the copies of a future share: QFutureInterfaceBase's only member.
const void *sharedState(const void *future)
{
    return static_cast<const void *const *>(future)[1];
}

} // namespace

// One function each: SYMBOL is what it stands for.
#define CHATOPS_BEFORE(name, symbol, parameters, arguments, key)                                             \
    __attribute__((visibility("default"))) void name parameters asm(symbol);                                 \
    void name parameters                                                                                     \
    {                                                                                                        \
        static const auto next = real<decltype(&name)>(symbol);                                              \
        give(key);                                                                                           \
        next arguments;                                                                                      \
    }
#define CHATOPS_AFTER(name, symbol, parameters, arguments, key)                                              \
    __attribute__((visibility("default"))) void name parameters asm(symbol);                                 \
    void name parameters                                                                                     \
    {                                                                                                        \
        static const auto next = real<decltype(&name)>(symbol);                                              \
        next arguments;                                                                                      \
        take(key);                                                                                           \
    }

CHATOPS_BEFORE(postEvent, "_ZN16QCoreApplication9postEventEP7QObjectP6QEventi",
               (QObject * receiver, QEvent *event, int priority), (receiver, event, priority), receiver)
CHATOPS_BEFORE(deleteLater, "_ZN7QObject11deleteLaterEv", (QObject * object), (object), object)
CHATOPS_BEFORE(moveToThread, "_ZN7QObject12moveToThreadEP7QThread", (QObject * object, QThread *thread),
               (object, thread), object)
CHATOPS_BEFORE(reportStarted, "_ZN20QFutureInterfaceBase13reportStartedEv", (void *future), (future),
               sharedState(future))
CHATOPS_BEFORE(reportFinished, "_ZN20QFutureInterfaceBase14reportFinishedEv", (void *future), (future),
               sharedState(future))
CHATOPS_BEFORE(reportResults, "_ZN20QFutureInterfaceBase18reportResultsReadyEii",
               (void *future, int begin, int end), (future, begin, end), sharedState(future))
CHATOPS_AFTER(waitForResult, "_ZN20QFutureInterfaceBase13waitForResultEi", (void *future, int index),
              (future, index), sharedState(future))
CHATOPS_AFTER(waitForFinished, "_ZN20QFutureInterfaceBase15waitForFinishedEv", (void *future), (future),
              sharedState(future))
// The slow ways of a mutex; the fast ones are in its header, where the sanitizer sees them.
CHATOPS_AFTER(lockMutex, "_ZN11QBasicMutex12lockInternalEv", (void *mutex), (mutex), mutex)
CHATOPS_BEFORE(unlockMutex, "_ZN11QBasicMutex14unlockInternalEv", (void *mutex), (mutex), mutex)

__attribute__((visibility("default"))) void activateOf(
    QObject *sender, const QMetaObject *meta, int index,
    void **values) asm("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
void activateOf(QObject *sender, const QMetaObject *meta, int index, void **values)
{
    static const auto next = real<decltype(&activateOf)>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    countSending(sender, 1);
    next(sender, meta, index, values);
    give(sender);
    countSending(sender, -1);
}

__attribute__((visibility("default"))) bool
invokeMethod(QObject *object, void *slot, int connection, void *result) asm(
    "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
bool invokeMethod(QObject *object, void *slot, int connection, void *result)
{
    static const auto next = real<decltype(&invokeMethod)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    give(object);
    return next(object, slot, connection, result);
}

__attribute__((visibility("default"))) bool queryState(const void *future, int state) asm(
    "_ZNK20QFutureInterfaceBase10queryStateENS_5StateE");
bool queryState(const void *future, int state)
{
    static const auto next = real<decltype(&queryState)>("_ZNK20QFutureInterfaceBase10queryStateENS_5StateE");
    const bool answer = next(future, state);
    take(sharedState(future));
    return answer;
}

// The last one to let go clears what the others have read.
__attribute__((visibility("default"))) bool derefResults(const void *future) asm(
    "_ZNK20QFutureInterfaceBase6derefTEv");
bool derefResults(const void *future)
{
    static const auto next = real<decltype(&derefResults)>("_ZNK20QFutureInterfaceBase6derefTEv");
    give(sharedState(future));
    const bool left = next(future);
    take(sharedState(future));
    return left;
}

__attribute__((visibility("default"))) bool isFinished(const void *future) asm(
    "_ZNK20QFutureInterfaceBase10isFinishedEv");
bool isFinished(const void *future)
{
    static const auto next = real<decltype(&isFinished)>("_ZNK20QFutureInterfaceBase10isFinishedEv");
    const bool answer = next(future);
    take(sharedState(future));
    return answer;
}

__attribute__((visibility("default"))) bool waitForThread(void *thread, QDeadlineTimer limit) asm(
    "_ZN7QThread4waitE14QDeadlineTimer");
bool waitForThread(void *thread, QDeadlineTimer limit)
{
    static const auto next = real<decltype(&waitForThread)>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool over = next(thread, limit);
    take(thread);
    return over;
}

__attribute__((visibility("default"))) void startInPool(
    void *pool, std::function<void()> work, int priority) asm("_ZN11QThreadPool5startESt8functionIFvvEEi");
void startInPool(void *pool, std::function<void()> work, int priority)
{
    static const auto next = real<decltype(&startInPool)>("_ZN11QThreadPool5startESt8functionIFvvEEi");
    give(pool);
    next(pool, handedOver(pool, std::move(work)), priority);
}

__attribute__((visibility("default"))) bool waitForPool(void *pool, int milliseconds) asm(
    "_ZN11QThreadPool11waitForDoneEi");
bool waitForPool(void *pool, int milliseconds)
{
    static const auto next = real<decltype(&waitForPool)>("_ZN11QThreadPool11waitForDoneEi");
    const bool done = next(pool, milliseconds);
    take(pool);
    return done;
}
