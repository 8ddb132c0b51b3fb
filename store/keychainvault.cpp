// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keychainvault.h"

#include "core/log.h"
#include "store/driver/secret.h"
#include "store/secretservice.h"

#include <qt6keychain/keychain.h>

namespace ChatOps {
namespace {

template <typename T>
using PromisePtr = std::shared_ptr<QPromise<Result<T>>>;

template <typename T>
PromisePtr<T> makePromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

Error keychainError(const QKeychain::Job &job)
{
    qCWarning(lcStore, "keychain: error %d", int(job.error()));
    return {ErrorCode::Keychain, KeychainVault::tr("The system's keychain is not available."),
            QStringLiteral("error %1").arg(int(job.error()))};
}

Error lockedError(EntryState state)
{
    return {
        ErrorCode::Keychain, KeychainVault::tr("The system's keychain is locked. Unlock it, then try again."),
        state == EntryState::Locked ? QStringLiteral("locked") : QStringLiteral("there, but not given out")};
}

/// Makes and starts a job on the vault's thread, whichever asks: the
/// keychain's own callbacks come through that thread's event loop. `prepare`
/// sets the job up, `finish` turns the ended job into the answer, at once or later.
template <typename T, typename Job>
Reply<T> run(QObject *vault, const QString &service, const std::function<void(Job *)> &prepare,
             const std::function<void(Job *, const std::function<void(Result<T>)> &)> &finish)
{
    const auto promise = makePromise<T>();
    QMetaObject::invokeMethod(vault, [=] {
        auto *job = new Job(service);
        prepare(job);
        job->setInsecureFallback(false);
        job->setAutoDelete(true);
        QObject::connect(job, &QKeychain::Job::finished, job, [promise, job, finish] {
            finish(job, [promise](Result<T> result) {
                promise->addResult(std::move(result));
                promise->finish();
            });
        });
        job->start();
    });
    return promise->future();
}

} // namespace

KeychainVault::KeychainVault(QString service, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
{
}

Reply<QByteArray> KeychainVault::read(const QString &name)
{
    using Job = QKeychain::ReadPasswordJob;
    using Said = std::function<void(Result<QByteArray>)>;
    return run<QByteArray, Job>(
        this, m_service, [name](Job *job) { job->setKey(name); },
        [this, name](Job *done, const Said &answer) {
            const bool missing = done->error() == QKeychain::EntryNotFound
                || (done->error() == QKeychain::NoError && done->binaryData().isEmpty());
            if (!missing) {
                answer(done->error() == QKeychain::NoError ? Result<QByteArray>(done->binaryData())
                                                           : std::unexpected(keychainError(*done)));
                return;
            }
            // A prompt that was dismissed looks the same (libsecret 0.20: no value and no error).
            findSecret(m_service, name, this, [answer](EntryState state) {
                answer(state == EntryState::Absent ? Result<QByteArray>(QByteArray())
                                                   : std::unexpected(lockedError(state)));
            });
        });
}

Reply<void> KeychainVault::write(const QString &name, const QByteArray &secret)
{
    using Job = QKeychain::WritePasswordJob;
    const auto prepare = [name, secret](Job *job) {
        job->setKey(name);
        job->setBinaryData(secret);
    };
    return run<void, Job>(
        this, m_service, prepare, [](Job *done, const std::function<void(Result<void>)> &answer) {
            answer(done->error() == QKeychain::NoError ? Result<void>()
                                                       : std::unexpected(keychainError(*done)));
        });
}

Reply<void> KeychainVault::remove(const QString &name)
{
    using Job = QKeychain::DeletePasswordJob;
    return run<void, Job>(
        this, m_service, [name](Job *job) { job->setKey(name); },
        [](Job *done, const std::function<void(Result<void>)> &answer) {
            const bool gone =
                done->error() == QKeychain::NoError || done->error() == QKeychain::EntryNotFound;
            answer(gone ? Result<void>() : std::unexpected(keychainError(*done)));
        });
}

MemoryVault::~MemoryVault()
{
    for (QByteArray &secret : m_secrets)
        wipe(secret);
}

Reply<QByteArray> MemoryVault::read(const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    return ready<QByteArray>(m_secrets.value(name));
}

Reply<void> MemoryVault::write(const QString &name, const QByteArray &secret)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.insert(name, QByteArray(secret.constData(), secret.size()));
    return ready<void>({});
}

Reply<void> MemoryVault::remove(const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.remove(name);
    return ready<void>({});
}

} // namespace ChatOps
