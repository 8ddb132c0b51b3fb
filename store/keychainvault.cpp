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
/// sets the job up, `finish` turns the ended job into the answer.
template <typename T, typename Job>
Reply<T> run(QObject *vault, const QString &service, const std::function<void(Job *)> &prepare,
             const std::function<Result<T>(Job *)> &finish)
{
    const auto promise = makePromise<T>();
    QMetaObject::invokeMethod(vault, [=] {
        auto *job = new Job(service);
        prepare(job);
        job->setInsecureFallback(false);
        job->setAutoDelete(true);
        QObject::connect(job, &QKeychain::Job::finished, job, [promise, job, finish] {
            promise->addResult(finish(job));
            promise->finish();
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
    const auto promise = makePromise<QByteArray>();
    const auto answer = [promise](Result<QByteArray> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    QMetaObject::invokeMethod(this, [this, name, answer] {
        auto *job = new QKeychain::ReadPasswordJob(m_service);
        job->setKey(name);
        job->setInsecureFallback(false);
        job->setAutoDelete(true);
        connect(job, &QKeychain::Job::finished, this, [this, name, answer, job] {
            const bool missing = job->error() == QKeychain::EntryNotFound
                || (job->error() == QKeychain::NoError && job->binaryData().isEmpty());
            if (job->error() == QKeychain::NoError && !missing)
                answer(job->binaryData());
            else if (!missing)
                answer(std::unexpected(keychainError(*job)));
            else
                // A prompt that was dismissed looks the same (libsecret 0.20: no value and no error).
                findSecret(m_service, name, this, [answer](EntryState state) {
                    if (state == EntryState::Absent)
                        answer(QByteArray());
                    else
                        answer(std::unexpected(lockedError(state)));
                });
        });
        job->start();
    });
    return promise->future();
}

Reply<void> KeychainVault::write(const QString &name, const QByteArray &secret)
{
    using Job = QKeychain::WritePasswordJob;
    const auto prepare = [name, secret](Job *job) {
        job->setKey(name);
        job->setBinaryData(secret);
    };
    return run<void, Job>(this, m_service, prepare, [](Job *done) -> Result<void> {
        if (done->error() != QKeychain::NoError)
            return std::unexpected(keychainError(*done));
        return {};
    });
}

Reply<void> KeychainVault::remove(const QString &name)
{
    using Job = QKeychain::DeletePasswordJob;
    return run<void, Job>(
        this, m_service, [name](Job *job) { job->setKey(name); },
        [](Job *done) -> Result<void> {
            if (done->error() != QKeychain::NoError && done->error() != QKeychain::EntryNotFound)
                return std::unexpected(keychainError(*done));
            return {};
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
