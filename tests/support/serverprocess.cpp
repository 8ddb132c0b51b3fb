// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverprocess.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {
namespace {

const QString program = QStringLiteral(CHATOPS_SERVER_PROGRAM);

} // namespace

ServerProcess::ServerProcess()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    QObject::connect(&m_process, &QProcess::readyRead, &m_process, [this] { m_log += m_process.readAll(); });
}

ServerProcess::~ServerProcess()
{
    kill();
}

QString ServerProcess::command(const QStringList &arguments, const QString &input, int expected)
{
    QProcess process;
    process.start(program, QStringList{u"--data"_s, dataPath()} + arguments);
    process.write(input.toUtf8() + '\n');
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitCode() != expected)
        qFatal("chatops-server %s: exit %d\n%s", qPrintable(arguments.join(u' ')), process.exitCode(),
               process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

void ServerProcess::addUser(const QString &handle, const QString &name, const QString &role)
{
    command({u"user"_s, u"add"_s, handle, u"--name"_s, name, u"--role"_s, role},
            QString::fromLatin1(Password));
}

void ServerProcess::makeDemo()
{
    command({u"demo"_s}, QString::fromLatin1(Password));
}

void ServerProcess::start(const QStringList &extra, bool wait)
{
    // The server listens before it says so; one line on the pipe is the signal.
    m_log.clear();
    m_process.setEnvironment(QProcess::systemEnvironment() + std::exchange(m_environment, {}));
    m_process.start(program,
                    QStringList{u"--data"_s, dataPath(), u"serve"_s, u"--listen"_s,
                                u"127.0.0.1:%1"_s.arg(m_port), u"--allow-loopback-requests"_s}
                        + m_tls + extra);
    if (!wait)
        return;
    const QByteArray marker = "listening on port ";
    while (!m_log.contains(marker) || m_log.indexOf('\n', m_log.indexOf(marker)) < 0) {
        if (!m_process.waitForReadyRead(60'000))
            qFatal("chatops-server does not start: %s", m_log.constData());
        m_log += m_process.readAll();
    }
    const qsizetype at = m_log.indexOf(marker) + marker.size();
    m_port = m_log.sliced(at, m_log.indexOf(',', at) - at).toUShort();
}

void ServerProcess::useCertificate(const QString &certificate, const QString &key)
{
    m_tls = {u"--tls-certificate"_s, certificate, u"--tls-key"_s, key};
}

void ServerProcess::stop()
{
    m_process.terminate();
    m_process.waitForFinished(30'000);
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(30'000);
}

QUrl ServerProcess::url() const
{
    return QUrl((m_tls.isEmpty() ? u"http://%1:%2"_s : u"https://%1:%2"_s).arg(m_host).arg(m_port));
}

qint64 ServerProcess::memory() const
{
    QFile file(u"/proc/%1/status"_s.arg(m_process.processId()));
    const QByteArray status = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const qsizetype at = status.indexOf("VmRSS:");
    const qint64 kilobytes = status.mid(at + 6, 30).simplified().split(' ').value(0).toLongLong();
    if (at < 0 || kilobytes == 0)
        qFatal("the server's memory cannot be read");
    return kilobytes * 1024;
}

QByteArray ServerProcess::log()
{
    m_log += m_process.readAll();
    return m_log;
}

} // namespace ChatOps::Testing
