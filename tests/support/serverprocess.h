// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace ChatOps::Testing {

/// The real `chatops-server` as a child process on a free loopback port.
class ServerProcess {
public:
    static constexpr auto Password = "correct-horse-9";

    ServerProcess();
    ~ServerProcess();

    /// Runs an administration command; standard output. Fails the process's
    /// assumptions loudly when it exits with anything but `expected`.
    QString command(const QStringList &arguments, const QString &input = {}, int expected = 0);
    void addUser(const QString &handle, const QString &name, const QString &role = QStringLiteral("member"));
    void makeDemo();

    /// Starts listening; on the same port again after a stop.
    /// Without `wait` it may end before it listens; a port must be known from before.
    void start(const QStringList &extra = {}, bool wait = true);
    /// With TLS from now on.
    void useCertificate(const QString &certificate, const QString &key);
    /// Added to the environment of the next start.
    void setEnvironment(const QStringList &more) { m_environment = more; }
    /// What clients are told to connect to; a proxy may know where it is.
    void setHost(const QString &host) { m_host = host; }
    void stop(); ///< SIGTERM, as systemd does.
    void kill(); ///< SIGKILL.
    /// Did it end by a signal?
    [[nodiscard]] bool hasCrashed() const { return m_process.exitStatus() == QProcess::CrashExit; }
    /// Of the process, in bytes; Linux.
    [[nodiscard]] qint64 memory() const;
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString dataPath() const { return m_dir.filePath(QStringLiteral("data")); }
    [[nodiscard]] QByteArray log();

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_port = 0;
    QStringList m_tls;
    QStringList m_environment;
    QString m_host = QStringLiteral("127.0.0.1");
    QByteArray m_log;
};

} // namespace ChatOps::Testing
