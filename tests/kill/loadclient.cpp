// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wholefile.h"
#include "models/operations.h"
#include "store/store.h"
#include "sync/hubbackend.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Secrets in a file of the test's folder, written whole or not at all.
class FileVault final : public KeyVault {
public:
    explicit FileVault(QString path)
        : m_path(std::move(path))
    {
    }
    Reply<QByteArray> read(const QString &) override
    {
        QFile file(m_path);
        return ready<QByteArray>(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    Reply<void> write(const QString &, const QByteArray &secret) override
    {
        return ready<void>(writeWholeFile(m_path, secret));
    }
    Reply<void> remove(const QString &) override { return ready<void>({}); }

private:
    QString m_path;
};

void say(const QByteArray &line)
{
    std::fwrite((line + '\n').constData(), 1, size_t(line.size() + 1), stdout);
    std::fflush(stdout);
}

} // namespace

/// Writes messages and tasks, some sixty a second, and says on
/// standard output what is durable. `tests/kill/testkills.cpp` kills it.
/// Arguments: a folder with `config.json`, and `settle` to only send what waits.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    registerPortTypes();
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const bool settling = argc > 2;
    QFile configuration(folder + u"/config.json"_s);
    if (!configuration.open(QIODevice::ReadOnly))
        return 2;
    const QJsonObject config = QJsonDocument::fromJson(configuration.readAll()).object();
    say("started");
    Store store({folder + u"/store"_s});
    HubBackend *backend = nullptr;
    FileVault vault(folder + u"/token"_s);
    const auto channel = ChannelId::fromString(config.value("channel"_L1).toString());
    QFile journal(folder + u"/journal"_s);
    if (!journal.open(QIODevice::Append | QIODevice::Unbuffered))
        return 2;
    std::function<void()> next = [&] {
        Operation operation;
        const QString text = u"from %1 "_s.arg(config.value("name"_L1).toString());
        if (makeUuidV7().data4[1] % 4) {
            operation = Make::post(channel, text);
        } else {
            Task task;
            task.id = TaskId::create();
            task.title = text;
            task.channel = channel;
            operation = Make::createTask(task);
        }
        follow(store.outbox()->submit(operation), &app, [&, operation](const Result<qint64> &seq) {
            if (!seq) {
                say("failed " + seq.error().detail.toUtf8());
                QCoreApplication::exit(3);
                return;
            }
            // Durable from here on: whatever happens, it must arrive, once.
            journal.write((operation.kind == OperationKind::TaskCreate ? "task " : "message ")
                          + operation.target.toString(QUuid::WithoutBraces).toLatin1() + '\n');
            say("wrote");
            // As many as the server takes of one device, so that the rest does not pile up.
            QTimer::singleShot(15, &app, next);
        });
    };
    follow(store.open(Secret(QByteArray(32, 'k'))), &app, [&](const Result<Store::Opened> &opened) {
        if (!opened || !opened->cacheSetAside.isEmpty() || !opened->outboxSetAside.isEmpty()) {
            say("broken " + (opened ? "a file was damaged" : opened.error().detail.toUtf8()));
            QCoreApplication::exit(3);
            return;
        }
        say("opened");
        backend = new HubBackend({QUrl(config.value("server"_L1).toString()),
                                  WorkspaceId::fromString(config.value("workspace"_L1).toString()),
                                  DeviceId::fromString(config.value("device"_L1).toString()), u"token"_s},
                                 *store.replica(), *store.outbox(), vault, nullptr, &app);
        QObject::connect(backend, &Backend::snapshotProgress, &app,
                         [](qint64 lines) { say("snapshot " + QByteArray::number(lines)); });
        QObject::connect(backend, &Backend::statusChanged, &app, [&](const LinkStatus &status) {
            say("state " + QByteArray::number(int(status.state))
                + (status.reason.isEmpty() ? QByteArray() : " " + status.reason.toUtf8()));
            if (status.state == LinkStatus::State::SignedOut || status.state == LinkStatus::State::Refused) {
                say("broken " + status.reason.toUtf8());
                QCoreApplication::exit(3);
            }
        });
        if (settling) {
            const auto look = [&] {
                follow(store.outbox()->pending(), &app, [&](const Result<QList<PendingOperation>> &pending) {
                    if (pending && pending->isEmpty() && backend->status().state == LinkStatus::State::Online)
                        QCoreApplication::exit(0);
                    for (const PendingOperation &item : pending.value_or(QList<PendingOperation>())) {
                        if (item.state == PendingOperation::State::Refused) {
                            say("broken refused " + item.code.toUtf8());
                            QCoreApplication::exit(3);
                        }
                    }
                });
            };
            QObject::connect(store.outbox(), &Outbox::changed, &app, look);
            QObject::connect(store.cache(), &Cache::changed, &app, look);
            QObject::connect(backend, &Backend::statusChanged, &app, look);
        } else {
            next();
        }
        backend->start();
    });
    const int code = QCoreApplication::exec();
    delete backend;
    return code;
}
