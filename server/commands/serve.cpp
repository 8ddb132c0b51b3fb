// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonguard.h"
#include "core/log.h"
#include "server/commands/commandline.h"
#include "server/hub/dialect.h"
#include "server/net/front.h"
#include "server/net/mailer.h"

#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#elif defined(Q_OS_WIN)
#include <windows.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

/// One JSON object a line: time, level, part, text. Texts carry ids and codes,
/// never names, contents or tokens.
void logAsJson(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    static constexpr std::array levels{"debug"_L1, "warning"_L1, "critical"_L1, "fatal"_L1, "info"_L1};
    const QJsonObject line{{"time"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                           {"level"_L1, levels[size_t(type)]},
                           {"part"_L1, QString::fromLatin1(context.category ? context.category : "server")},
                           {"text"_L1, text}};
    const QByteArray bytes = toJson(line) + '\n';
    fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

#ifdef Q_OS_UNIX
int signalPipe[2];

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[0], &byte, 1);
}

/// Turns SIGTERM and SIGINT into an event of the loop.
void onTermination(QObject *context, const std::function<void()> &action)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context, [notifier, action] {
        notifier->setEnabled(false);
        action();
    });
    struct sigaction wish = {};
    wish.sa_handler = onSignal;
    sigemptyset(&wish.sa_mask);
    wish.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &wish, nullptr);
    sigaction(SIGINT, &wish, nullptr);
}
#elif defined(Q_OS_WIN)
std::function<void()> endInOrder;

/// Windows calls this on a thread of its own, and ends the process when it
/// returns after the window was closed: so it stays here until the loop is done.
BOOL WINAPI onConsoleEvent(DWORD event)
{
    endInOrder();
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT)
        ::Sleep(INFINITE);
    return TRUE;
}

void onTermination(QObject *context, const std::function<void()> &action)
{
    endInOrder = [context, action] { QMetaObject::invokeMethod(context, action, Qt::QueuedConnection); };
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}
#endif

/// As many descriptors as the system gives, and no more connections than fit into them.
void fitDescriptors(Limits &limits)
{
#ifdef Q_OS_UNIX
    constexpr qint64 others = 128; // Files of the database, packs, snapshots.
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    if (files.rlim_cur < files.rlim_max) {
        const rlimit wanted{files.rlim_max, files.rlim_max};
        if (setrlimit(RLIMIT_NOFILE, &wanted) == 0)
            files = wanted;
    }
    const qint64 room =
        files.rlim_cur == RLIM_INFINITY ? limits[Ceiling::Connections] : qint64(files.rlim_cur) - others;
    if (room >= limits[Ceiling::Connections])
        return;
    qCWarning(lcServer,
              "only %lld connections fit into the %lld files this process may open; raise LimitNOFILE",
              std::max<qint64>(16, room), qint64(files.rlim_cur));
    limits.set(Ceiling::Connections, std::max<qint64>(16, room));
    limits.set(Ceiling::WaitingConnections,
               std::min(limits[Ceiling::WaitingConnections], std::max<qint64>(8, room / 2)));
#else
    Q_UNUSED(limits)
#endif
}

bool parseAddress(const QString &text, Front::Options &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool ok = false;
    options.port = text.sliced(colon + 1).toUShort(&ok);
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    return colon > 0 && ok
        && (options.address.setAddress(host)
            || (host == u"localhost" && options.address.setAddress(u"127.0.0.1"_s)));
}

} // namespace

int runServe(const QString &data, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Answers clients until SIGTERM or SIGINT. Logs go to standard error, one JSON object a line;\n"
        "GET /health tells whether the server works. Without TLS only loopback addresses are allowed."_s);
    const QCommandLineOption listen(
        u"listen"_s, u"Address and port, 127.0.0.1:8420 unless given; port 0 takes any free one."_s,
        u"ADDRESS:PORT"_s, u"127.0.0.1:8420"_s);
    const QCommandLineOption certificate(u"tls-certificate"_s,
                                         u"Certificate chain in PEM form; turns TLS on."_s, u"FILE"_s);
    const QCommandLineOption key(u"tls-key"_s, u"The certificate's private key in PEM form."_s, u"FILE"_s);
    const QCommandLineOption ready(u"ready-file"_s,
                                   u"Write the port into this file when the server is ready."_s, u"FILE"_s);
    const QCommandLineOption heartbeat(u"heartbeat"_s, u"Milliseconds between pings, 25000 unless given."_s,
                                       u"MS"_s, u"25000"_s);
    const QCommandLineOption keep(u"log-kept"_s,
                                  u"Revisions kept for devices that were away, 1000000 unless given."_s,
                                  u"N"_s, u"1000000"_s);
    const QCommandLineOption handshake(u"handshake-limit"_s,
                                       u"Milliseconds a TLS handshake may take, 10000 unless given."_s,
                                       u"MS"_s, QString::number(TlsServer::HandshakeLimit));
    const QCommandLineOption proxy(
        u"trusted-proxy"_s,
        u"Address of a proxy in front whose X-Forwarded-For names the client; may be given more than once."_s,
        u"ADDRESS"_s);
    const QCommandLineOption sendmail(
        u"sendmail"_s,
        u"Program that sends mail it gets on standard input, with its arguments; unless given, no mail is sent."_s,
        u"COMMAND"_s);
    const QCommandLineOption publicUrl(
        u"public-url"_s, u"Address of this server for people outside, for the links in mail."_s, u"URL"_s);
    const QCommandLineOption mailFrom(u"mail-from"_s, u"Address mail comes from."_s, u"ADDRESS"_s);
    QString limitHelp =
        u"NAME=NUMBER: a limit that is not the usual one; may be given more than once. The names:"_s;
    for (const LimitRow &row : limitRows())
        limitHelp += u"\n%1 (%2): %3"_s.arg(QLatin1StringView(row.name))
                         .arg(row.usual)
                         .arg(QLatin1StringView(row.meaning));
    const QCommandLineOption limit(u"limit"_s, limitHelp, u"NAME=NUMBER"_s);
    const QCommandLineOption loopback(
        u"allow-loopback-requests"_s,
        u"Let previews and transfers ask this computer, too. For tests: whoever has an account reaches its services."_s);
    parser.addOptions({listen, certificate, key, ready, heartbeat, keep, handshake, proxy, sendmail,
                       publicUrl, mailFrom, limit, loopback});
    if (const auto code = parseOrHelp(parser, arguments))
        return *code;
    Front::Options options;
    if (!parseAddress(parser.value(listen), options))
        return usageError(u"--listen needs an address and a port, for instance 127.0.0.1:8420"_s);
    options.certificate = parser.value(certificate);
    options.key = parser.value(key);
    for (const QString &one : parser.values(proxy)) {
        options.trustedProxies.append(QHostAddress(one));
        if (options.trustedProxies.last().isNull())
            return usageError(u"--trusted-proxy needs an address, for instance 127.0.0.1"_s);
    }
    options.loopbackRequests = parser.isSet(loopback);
    Limits limits;
    for (const QString &one : parser.values(limit)) {
        if (const Result<void> set = limits.set(one); !set)
            return usageError(set.error().message);
    }
    options.handshakeLimit = std::clamp(parser.value(handshake).toInt(), 100, 600'000);

    Result<DataFolder> folder = DataFolder::open(data);
    if (!folder)
        return complain(folder.error());
    const auto lock = folder->lock();
    if (!lock)
        return complain(lock.error());
    {
        const Result<Place> place = openPlace(data, {});
        if (!place && place.error().code != ErrorCode::Invalid)
            return complain(place.error());
    }
    Result<std::unique_ptr<Connection>> db = folder->connect();
    if (!db)
        return complain(db.error());
    if (const Result<int> roomy = (*db)->run(roomyCacheStatement()); !roomy)
        return complain(roomy.error());

    Hub hub(std::move(*folder), std::move(*db), systemClock());
    if (const Result<void> prepared = hub.prepare(); !prepared)
        return complain(prepared.error());
    for (const QCommandLineOption &one : {heartbeat, keep, handshake}) {
        bool number = false;
        if (parser.value(one).toLongLong(&number) < 1 || !number)
            return usageError(u"--%1 needs a number from 1"_s.arg(one.names().first()));
    }
    hub.limits = limits;
    fitDescriptors(hub.limits);
    hub.heartbeat = std::clamp(parser.value(heartbeat).toInt(), 100, 600'000);
    hub.logKept = std::max<qint64>(1, parser.value(keep).toLongLong());
    std::unique_ptr<Mailer> mailer;
    const MailSetup mail{parser.isSet(sendmail), parser.value(publicUrl), parser.value(mailFrom)};
    if (mail.enabled) {
        const QStringList command = QProcess::splitCommand(parser.value(sendmail));
        const QUrl url(mail.publicUrl, QUrl::StrictMode);
        if (command.isEmpty() || !url.isValid() || url.host().isEmpty() || mail.publicUrl.endsWith(u'/')
            || !mail.from.contains(u'@'))
            return usageError(
                u"--sendmail needs a program, --public-url such as https://chat.example.org, and --mail-from an address"_s);
        mailer = std::make_unique<Mailer>(hub, command);
    }
    if (const Result<void> told = hub.tellMail(mail); !told)
        return complain(told.error());
    Front front(hub);
    // Before anybody can know that the server is there: a SIGTERM that comes right
    // after the line below ends it in order, too.
    QObject::connect(&front, &Front::stopped, QCoreApplication::instance(), &QCoreApplication::quit);
    onTermination(&front, [&front] {
        qCInfo(lcServer, "stopping");
        front.stop();
    });
    if (const Result<void> listening = front.listen(options); !listening)
        return complain(listening.error());
    qInstallMessageHandler(logAsJson);
    qCInfo(lcServer, "listening on port %d, TLS %s", int(front.port()),
           front.isSecure() ? "on" : "off (loopback)");
    if (parser.isSet(ready)) {
        QFile file(parser.value(ready));
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(front.port()) + '\n') < 0)
            return complain({ErrorCode::Storage, u"The ready file cannot be written."_s, file.errorString()});
    }
    const int code = QCoreApplication::exec();
    qCInfo(lcServer, "stopped");
    qInstallMessageHandler(nullptr);
    return code;
}

} // namespace ChatOps::Server
