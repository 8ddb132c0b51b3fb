// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keychainvault.h"

#include "core/log.h"
#include "store/driver/secret.h"

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

/// `finish` turns the ended job into the answer.
template <typename T, typename Job>
Reply<T> run(std::unique_ptr<Job> job, std::function<Result<T>(Job *)> finish)
{
    const auto promise = makePromise<T>();
    Job *raw = job.release();
    raw->setInsecureFallback(false);
    raw->setAutoDelete(true);
    QObject::connect(raw, &QKeychain::Job::finished, raw, [promise, raw, finish = std::move(finish)] {
        promise->addResult(finish(raw));
        promise->finish();
    });
    raw->start();
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
    auto job = std::make_unique<QKeychain::ReadPasswordJob>(m_service);
    job->setKey(name);
    return run<QByteArray, QKeychain::ReadPasswordJob>(std::move(job), [](QKeychain::ReadPasswordJob *done) -> Result<QByteArray> {
        if (done->error() == QKeychain::EntryNotFound)
            return QByteArray();
        if (done->error() != QKeychain::NoError)
            return std::unexpected(keychainError(*done));
        return done->binaryData();
    });
}

Reply<void> KeychainVault::write(const QString &name, const QByteArray &secret)
{
    auto job = std::make_unique<QKeychain::WritePasswordJob>(m_service);
    job->setKey(name);
    job->setBinaryData(secret);
    return run<void, QKeychain::WritePasswordJob>(std::move(job), [](QKeychain::WritePasswordJob *done) -> Result<void> {
        if (done->error() != QKeychain::NoError)
            return std::unexpected(keychainError(*done));
        return {};
    });
}

Reply<void> KeychainVault::remove(const QString &name)
{
    auto job = std::make_unique<QKeychain::DeletePasswordJob>(m_service);
    job->setKey(name);
    return run<void, QKeychain::DeletePasswordJob>(std::move(job), [](QKeychain::DeletePasswordJob *done) -> Result<void> {
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
    return ready<QByteArray>(m_secrets.value(name));
}

Reply<void> MemoryVault::write(const QString &name, const QByteArray &secret)
{
    m_secrets.insert(name, QByteArray(secret.constData(), secret.size()));
    return ready<void>({});
}

Reply<void> MemoryVault::remove(const QString &name)
{
    m_secrets.remove(name);
    return ready<void>({});
}

} // namespace ChatOps
