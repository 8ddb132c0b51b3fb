// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QMutex>

namespace ChatOps {

/// Secrets in the system's keychain (Secret Service, Windows Credential Store
/// or macOS Keychain) through QtKeychain. Never falls back to plain text. May
/// be asked from any thread; must live on one with an event loop.
class KeychainVault final : public QObject, public KeyVault {
    Q_OBJECT
public:
    explicit KeychainVault(QString service, QObject *parent = nullptr);

    Reply<QByteArray> read(const QString &name) override;
    Reply<void> write(const QString &name, const QByteArray &secret) override;
    Reply<void> remove(const QString &name) override;

private:
    QString m_service;
};

/// Secrets that live as long as the program: for the choice "nothing stored on
/// this computer", and for tests.
class MemoryVault final : public KeyVault {
public:
    ~MemoryVault() override;
    Reply<QByteArray> read(const QString &name) override;
    Reply<void> write(const QString &name, const QByteArray &secret) override;
    Reply<void> remove(const QString &name) override;

private:
    QMutex m_mutex;
    QHash<QString, QByteArray> m_secrets;
};

} // namespace ChatOps
