// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonguard.h"
#include "server/commands/commandline.h"
#include "server/hub/securitylog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSysInfo>
#include <QTcpSocket>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int lookEvery = 1'000; ///< Milliseconds, when following.

QString timeOf(const SecurityEntry &entry)
{
    return QDateTime::fromMSecsSinceEpoch(entry.at, Qt::UTC).toString(Qt::ISODateWithMs);
}

QByteArray asText(const SecurityEntry &entry)
{
    QStringList parts{QString::number(entry.seq),
                      timeOf(entry),
                      entry.event.kind,
                      entry.actorName.isEmpty() ? u"-"_s : entry.actorName,
                      entry.subjectName.isEmpty() ? u"-"_s : entry.subjectName,
                      entry.event.address.isEmpty() ? u"-"_s : entry.event.address,
                      entry.event.detail};
    return parts.join(u'\t').toUtf8();
}

QByteArray asJson(const SecurityEntry &entry)
{
    return toJson(
        QJsonObject{{"seq"_L1, entry.seq},
                    {"at"_L1, timeOf(entry)},
                    {"kind"_L1, entry.event.kind},
                    {"by"_L1, entry.actorName},
                    {"by_id"_L1, entry.event.actor ? entry.event.actor.toString() : QString()},
                    {"whom"_L1, entry.subjectName},
                    {"whom_id"_L1, entry.event.subject ? entry.event.subject.toString() : QString()},
                    {"address"_L1, entry.event.address},
                    {"detail"_L1, entry.event.detail},
                    {"hash"_L1, QString::fromLatin1(entry.hash.toHex())}});
}

/// RFC 5424 section 6.3.3: these three are escaped in values.
QByteArray escaped(QString value)
{
    return value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u']', u"\\]"_s).toUtf8();
}

/// RFC 5424; facility 13 (log audit), severity 4 (warning) for what was refused, else 6 (informational).
QByteArray asSyslog(const SecurityEntry &entry)
{
    const QString &kind = entry.event.kind;
    const bool refused = kind.endsWith(u".failed") || kind.endsWith(u".throttled")
        || kind.endsWith(u".denied") || kind.endsWith(u".wrong") || kind == u"token.reused";
    QByteArray line = '<' + QByteArray::number(13 * 8 + (refused ? 4 : 6)) + ">1 " + timeOf(entry).toLatin1()
        + ' ' + QSysInfo::machineHostName().toLatin1().replace(' ', '-') + " chatops-server - "
        + kind.toLatin1() + " [chatops@32473";
    const auto add = [&line](const char *name, const QString &value) {
        if (!value.isEmpty())
            line += QByteArray(" ") + name + "=\"" + escaped(value) + '"';
    };
    add("seq", QString::number(entry.seq));
    add("by", entry.actorName);
    add("whom", entry.subjectName);
    add("address", entry.event.address);
    add("hash", QString::fromLatin1(entry.hash.toHex()));
    return line + "] " + entry.event.detail.toUtf8();
}

/// Where entries go: standard output, or a syslog server over TCP (RFC 6587, octet counting).
class Sink {
public:
    explicit Sink(const QString &server)
        : m_server(server)
    {
    }
    [[nodiscard]] Result<void> write(const QByteArray &line)
    {
        if (m_server.isEmpty()) {
            out() << QString::fromUtf8(line) << '\n';
            out().flush();
            return {};
        }
        if (m_socket.state() != QAbstractSocket::ConnectedState) {
            m_socket.connectToHost(m_server.section(u':', 0, -2), m_server.section(u':', -1).toUShort());
            if (!m_socket.waitForConnected(10'000))
                return failure(ErrorCode::Offline, u"The syslog server cannot be reached."_s,
                               m_socket.errorString());
        }
        m_socket.write(QByteArray::number(line.size()) + ' ' + line);
        if (!m_socket.waitForBytesWritten(10'000))
            return failure(ErrorCode::Offline, u"The syslog server takes nothing."_s, m_socket.errorString());
        return {};
    }
    ~Sink()
    {
        if (m_socket.state() == QAbstractSocket::ConnectedState) {
            m_socket.disconnectFromHost();
            if (m_socket.state() != QAbstractSocket::UnconnectedState)
                m_socket.waitForDisconnected(5'000);
        }
    }

private:
    QString m_server;
    QTcpSocket m_socket;
};

int verify(Connection &db)
{
    const Result<qint64> broken = firstBrokenSecurity(db);
    if (!broken)
        return complain(broken.error());
    const Result<QVariant> last = db.value(u"SELECT coalesce(max(seq), 0) FROM security_log"_s);
    if (!last)
        return complain(last.error());
    if (*broken > 0) {
        err() << "chatops-server: entry " << *broken
              << " does not fit what is before it: something was changed or taken out" << Qt::endl;
        return ExitFailed;
    }
    out() << "the security log is one chain up to entry " << last->toLongLong() << Qt::endl;
    return ExitOk;
}

} // namespace

int runAudit(const QString &data, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"The security log: sign-ins, failures, roles, memberships by others, exports, denied operations and what\n"
        "administrators did. Each entry is chained to the one before. docs/operations.md lists the kinds."_s);
    parser.addOptions(
        {{u"format"_s, u"text (unless given), json (a line each) or syslog (RFC 5424)."_s, u"FORMAT"_s,
          u"text"_s},
         {u"after"_s, u"Only entries behind this number."_s, u"N"_s, u"0"_s},
         {u"kind"_s, u"Only entries whose kind begins so, for instance sign_in."_s, u"KIND"_s},
         {u"verify"_s, u"Check the chain and say where it breaks; exit code 1 then."_s},
         {u"follow"_s, u"Go on with what comes, until stopped."_s},
         {u"send"_s, u"Send to a syslog server over TCP instead of printing; implies --format syslog."_s,
          u"HOST:PORT"_s}});
    if (const auto code = parseOrHelp(parser, arguments, 0))
        return *code;
    using Format = QByteArray (*)(const SecurityEntry &);
    static const QHash<QString, Format> formats{
        {u"text"_s, asText}, {u"json"_s, asJson}, {u"syslog"_s, asSyslog}};
    const Format format = parser.isSet(u"send"_s) ? asSyslog : formats.value(parser.value(u"format"_s));
    bool number = false;
    qint64 after = parser.value(u"after"_s).toLongLong(&number);
    if (!format || !number || after < 0)
        return usageError(u"audit knows the formats text, json and syslog, and --after needs a number"_s);
    const QString server = parser.value(u"send"_s);
    if (parser.isSet(u"send"_s)
        && (server.section(u':', 0, -2).isEmpty() || server.section(u':', -1).toUShort() == 0))
        return usageError(u"--send needs a host and a port, for instance syslog.example.org:514"_s);
    const Result<std::unique_ptr<Connection>> db = connectTo(data);
    if (!db)
        return complain(db.error());
    if (parser.isSet(u"verify"_s))
        return verify(**db);
    Sink sink(server);
    while (true) {
        Result<void> written;
        const Result<void> read = readSecurity(**db, after, [&](const SecurityEntry &entry) {
            if (entry.event.kind.startsWith(parser.value(u"kind"_s)))
                written = sink.write(format(entry));
            if (written)
                after = entry.seq;
            return written.has_value();
        });
        if (!read)
            return complain(read.error());
        if (!written && !parser.isSet(u"follow"_s))
            return complain(written.error());
        if (!parser.isSet(u"follow"_s))
            return ExitOk;
        if (!written)
            (void)complain(written.error()); // Nothing is passed over: it is tried again.
        // Another process writes, and SQLite tells nobody: it has to be asked again and again.
        QThread::msleep(lookEvery);
    }
}

} // namespace ChatOps::Server
