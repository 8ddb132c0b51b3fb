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
    void start(const QStringList &extra = {});
    void stop(); ///< SIGTERM, as systemd does.
    void kill(); ///< SIGKILL.
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString dataPath() const { return m_dir.filePath(QStringLiteral("data")); }
    [[nodiscard]] QByteArray log();

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_port = 0;
    QByteArray m_log;
};

} // namespace ChatOps::Testing
