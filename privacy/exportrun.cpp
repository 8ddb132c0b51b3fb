// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/exportrun.h"

#include "core/jsonguard.h"
#include "pack/packcheck.h"
#include "pack/packreader.h"
#include "pack/textformats.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int pollEvery = 400;
constexpr qint64 pieceBytes = 1024LL * 1024; ///< Both sides hold some copies of one.
constexpr qint64 mostManifest = 256LL * 1024 * 1024;
constexpr int tellEvery = 1 << 20;

Error unwritable(const QString &detail)
{
    return {ErrorCode::Storage, ExportRun::tr("The export cannot be written there."), detail};
}

/// As packs name it.
QString placeOf(const ChannelRow &row)
{
    if (row.channel.kind != ChannelKind::Direct)
        return u'#' + row.channel.name;
    QStringList people{u"you"_s};
    for (const Person &person : row.people)
        people.append(u'@' + person.handle);
    people.sort();
    return people.join(u',');
}

QJsonArray draftsOf(const QList<Draft> &drafts, const QHash<ChannelId, QString> &channels)
{
    QJsonArray list;
    for (const Draft &draft : drafts) {
        QJsonObject json{{"channel"_L1, channels.value(draft.channel, u"#gone"_s)},
                         {"text"_L1, draft.text},
                         {"changed"_L1, utcText(draft.changedAt)}};
        if (draft.root)
            json.insert("reply_to"_L1, draft.root.toString());
        list.append(json);
    }
    return list;
}

QJsonArray unsentOf(const QList<PendingOperation> &pending)
{
    QJsonArray list;
    for (const PendingOperation &one : pending)
        list.append(QJsonObject{{"kind"_L1, nameOf(one.operation.kind)},
                                {"target"_L1, one.operation.target.toString(QUuid::WithoutBraces)},
                                {"data"_L1, one.operation.data},
                                {"written"_L1, utcText(one.operation.createdAt)},
                                {"state"_L1, one.code}});
    return list;
}

QJsonArray copiesOf(const StoreFacts &facts)
{
    QJsonArray list;
    for (const StoredClass &one : facts.classes)
        list.append(
            QJsonObject{{"class"_L1, one.name}, {"rows"_L1, one.rows}, {"oldest"_L1, utcText(one.oldest)}});
    return list;
}

/// Of a pack that is being copied, and grows by what the device holds.
class Finisher {
public:
    Finisher(const QString &from, QIODevice &to, std::function<bool(qint64)> progress)
        : m_from(from)
        , m_pack(
              [&to](QByteArrayView bytes) -> Result<void> {
                  if (to.write(bytes.data(), bytes.size()) != bytes.size())
                      return std::unexpected(unwritable(to.errorString()));
                  return {};
              },
              QDateTime::currentMSecsSinceEpoch())
        , m_progress(std::move(progress))
    {
    }

    Result<QJsonObject> run(const QList<std::pair<QString, QJsonArray>> &lists)
    {
        if (Result<void> copied = readPack(m_from, [this](PackFile &file) { return copy(file); }); !copied)
            return std::unexpected(copied.error());
        const Result<QJsonObject> manifest = parseJson(m_manifest, {qsizetype(mostManifest), 8});
        if (!manifest)
            return failure(ErrorCode::Damaged, ExportRun::tr("The server's part arrived damaged."));
        const Result<QList<PackEntry>> expected = entriesFromJson(manifest->value("files"_L1).toArray());
        if (!expected)
            return std::unexpected(expected.error());
        for (const PackEntry &entry : *expected) {
            if (m_hashes.value(entry.name) != entry.sha256)
                return failure(ErrorCode::Damaged,
                               ExportRun::tr("The file %1 arrived damaged.").arg(entry.name));
        }
        QJsonObject counts = manifest->value("counts"_L1).toObject();
        const qsizetype ofServer = m_pack.entries().size();
        for (const auto &[name, list] : lists) {
            if (Result<void> added = add(name, list); !added)
                return std::unexpected(added.error());
            counts.insert(name, list.size());
        }
        if (Result<void> page = index(lists); !page)
            return std::unexpected(page.error());
        const QJsonObject device{{"format"_L1, "chatops-export-device"_L1},
                                 {"made"_L1, utcText(QDateTime::currentMSecsSinceEpoch())},
                                 {"files"_L1, toJson(m_pack.entries().sliced(ofServer))}};
        if (Result<void> added = m_pack.add(PackNames::DeviceManifest, toJson(device)); !added)
            return std::unexpected(added.error());
        if (Result<void> finished = m_pack.finish(); !finished)
            return std::unexpected(finished.error());
        return counts;
    }

private:
    Result<void> copy(PackFile &file)
    {
        const bool stored = file.name().startsWith(u"files/");
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (stored) {
            const Result<QByteArray> all = file.readAll(Limit::FileBytes);
            if (!all)
                return std::unexpected(all.error());
            hash.addData(*all);
            m_hashes.insert(file.name(), QString::fromLatin1(hash.result().toHex()));
            if (Result<void> tell = moved(all->size()); !tell)
                return tell;
            return m_pack.add(file.name(), *all, true);
        }
        if (Result<void> begun = m_pack.begin(file.name()); !begun)
            return begun;
        while (true) {
            const Result<QByteArray> piece = file.read();
            if (!piece)
                return std::unexpected(piece.error());
            if (piece->isEmpty())
                break;
            hash.addData(*piece);
            if (file.name() == PackNames::Manifest && m_manifest.size() < mostManifest)
                m_manifest += *piece;
            if (Result<void> written = m_pack.write(*piece); !written)
                return written;
            if (Result<void> tell = moved(piece->size()); !tell)
                return tell;
        }
        m_hashes.insert(file.name(), QString::fromLatin1(hash.result().toHex()));
        return m_pack.end();
    }

    Result<void> moved(qint64 bytes)
    {
        m_moved += bytes;
        if (m_moved - m_told < tellEvery)
            return {};
        m_told = m_moved;
        return m_progress(m_moved) ? Result<void>()
                                   : failure(ErrorCode::Cancelled, ExportRun::tr("Cancelled."));
    }

    Result<void> add(const QString &name, const QJsonArray &list)
    {
        PackList out(m_pack, u"device/%1.json"_s.arg(name));
        for (const auto &value : list) {
            if (Result<void> added = out.add(value.toObject()); !added)
                return added;
        }
        return out.end();
    }

    Result<void> index(const QList<std::pair<QString, QJsonArray>> &lists)
    {
        QByteArray html = htmlBegin(ExportRun::tr("What this computer holds"));
        html += "<nav><a href=\"../index.html\">" + htmlText(ExportRun::tr("What the server holds"))
            + "</a></nav>\n";
        for (const auto &[name, list] : lists) {
            html += "<h2>" + htmlText(name) + " (" + QByteArray::number(list.size()) + ")</h2>";
            for (const auto &value : list)
                html += htmlObject(value.toObject());
        }
        return m_pack.add(u"device/index.html"_s, html + htmlEnd());
    }

    QString m_from;
    PackWriter m_pack;
    std::function<bool(qint64)> m_progress;
    QHash<QString, QString> m_hashes;
    QByteArray m_manifest;
    qint64 m_moved = 0;
    qint64 m_told = 0;
};

} // namespace

/// What this computer adds, as it is gathered.
struct ExportRun::Device {
    QList<std::pair<QString, QJsonArray>> lists;
    QHash<ChannelId, QString> channels;
};

template <typename T, typename Use>
void ExportRun::next(const Reply<T> &reply, Use use)
{
    follow(reply, this, [this, run = m_run, use = std::move(use)](const Result<T> &got) {
        if (run != m_run)
            return;
        if (got)
            use(*got);
        else
            fail(got.error());
    });
}

ExportRun::ExportRun(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    m_poll.setSingleShot(true);
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, &ExportRun::poll);
    connect(m_parts.backend, &Backend::statusChanged, this, [this](const LinkStatus &status) {
        if (m_state == State::Paused && status.state == LinkStatus::State::Online)
            poll();
    });
}

ExportRun::~ExportRun()
{
    if (m_cancelled)
        *m_cancelled = true;
}

QString ExportRun::partPath() const
{
    return m_path + u'.' + m_job.left(8) + u".part"_s;
}

bool ExportRun::isOffline(const Error &error) const
{
    return error.code == ErrorCode::Offline || error.code == ErrorCode::Timeout;
}

void ExportRun::set(State state)
{
    m_state = state;
    m_progress = 0;
    m_done = m_about = 0;
    Q_EMIT changed();
}

void ExportRun::advance(qint64 done, qint64 about)
{
    m_done = done;
    m_about = about;
    m_progress = about > 0 ? int(std::clamp<qint64>(done * 1000 / about, 0, 1000)) : 0;
    Q_EMIT changed();
}

void ExportRun::fail(const Error &error)
{
    if (isOffline(error)) {
        m_error = error;
        set(State::Paused);
        // The link may have come back before this was noticed.
        if (m_parts.backend->status().state == LinkStatus::State::Online)
            m_poll.start();
        return;
    }
    ++m_run;
    m_poll.stop();
    m_error = error;
    set(State::Failed);
}

void ExportRun::start(const QString &scope, const QString &path)
{
    const quint64 run = ++m_run;
    m_path = path;
    m_job.clear();
    m_have = m_total = 0;
    m_counts = {};
    m_error = {};
    set(State::Preparing);
    follow(m_parts.backend->ask(AccountWish::BeginExport, {}, {{"scope"_L1, scope}}), this,
           [this, run](const Result<QJsonObject> &job) {
               if (run != m_run) {
                   // Cancelled before the server had said which one it is: it goes there, too.
                   if (job)
                       (void)m_parts.backend->ask(AccountWish::RemoveExport, job->value("id"_L1).toString());
                   return;
               }
               if (job) {
                   took(*job);
                   return;
               }
               ++m_run;
               m_error = job.error();
               set(State::Failed);
           });
}

void ExportRun::fetch(const QString &job, const QString &path)
{
    ++m_run;
    m_path = path;
    m_job = job;
    m_have = m_total = 0;
    m_counts = {};
    m_error = {};
    set(State::Preparing);
    poll();
}

void ExportRun::cancel()
{
    if (!isRunning())
        return;
    ++m_run;
    m_poll.stop();
    if (m_cancelled)
        *m_cancelled = true;
    if (!m_job.isEmpty()) {
        (void)m_parts.backend->ask(AccountWish::RemoveExport, m_job, {});
        QThreadPool::globalInstance()->start([part = partPath()] { QFile::remove(part); });
    }
    set(State::Idle);
}

void ExportRun::poll()
{
    if (!m_job.isEmpty())
        next(m_parts.backend->ask(AccountWish::GetExport, m_job),
             [this](const QJsonObject &job) { took(job); });
}

void ExportRun::took(const QJsonObject &job)
{
    m_job = job.value("id"_L1).toString();
    const QString state = job.value("state"_L1).toString();
    if (state == u"failed") {
        fail({ErrorCode::Internal, tr("The server could not make the export. Try again later."), {}});
        return;
    }
    if (state != u"ready") {
        if (m_state != State::Preparing)
            set(State::Preparing);
        advance(job.value("done"_L1).toInteger(), job.value("about"_L1).toInteger());
        m_poll.start();
        return;
    }
    m_total = job.value("bytes"_L1).toInteger();
    set(State::Fetching);
    // What an earlier try has fetched already is not fetched again.
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, part = partPath()] {
        promise->addResult(Result<qint64>(QFile(part).size()));
        promise->finish();
    });
    next(promise->future(), [this](qint64 have) {
        m_have = have <= m_total ? have : 0;
        fetchNext();
    });
}

void ExportRun::fetchNext()
{
    advance(m_have, m_total);
    if (m_have >= m_total) {
        gather();
        return;
    }
    next(m_parts.backend->fetchPack(m_job, m_have, std::min(pieceBytes, m_total - m_have)),
         [this](const QByteArray &piece) {
             if (!piece.isEmpty())
                 write(piece);
             else
                 fail({ErrorCode::Protocol, tr("The server sent nothing."), {}});
         });
}

void ExportRun::write(const QByteArray &piece)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, piece, part = partPath(), at = m_have] {
        QFile file(part);
        const bool written = file.open(QIODevice::ReadWrite) && file.resize(at) && file.seek(at)
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(piece) == piece.size()
            && file.flush();
        promise->addResult(written ? Result<void>() : std::unexpected(unwritable(file.errorString())));
        promise->finish();
    });
    follow(promise->future(), this, [this, run = m_run, size = piece.size()](const Result<void> &written) {
        if (run != m_run)
            return;
        if (!written) {
            fail(written.error());
            return;
        }
        m_have += size;
        fetchNext();
    });
}

void ExportRun::gather()
{
    set(State::Packing);
    const auto device = std::make_shared<Device>();
    QJsonArray contacted;
    for (const NetworkLedger::Entry &entry : m_parts.ledger->entries())
        contacted.append(QJsonObject{{"host"_L1, entry.host},
                                     {"purpose"_L1, entry.purpose},
                                     {"sent"_L1, entry.sent},
                                     {"received"_L1, entry.received},
                                     {"last"_L1, utcText(entry.last)}});
    QJsonArray counted;
    const QJsonObject counts = m_parts.usage->preview().value("counts"_L1).toObject();
    for (auto it = counts.begin(); it != counts.end(); ++it)
        counted.append(QJsonObject{{"feature"_L1, it.key()}, {"count"_L1, it.value()}});
    device->lists = {{u"contacted"_s, contacted},
                     {u"count"_s, counted},
                     {u"setting"_s, m_parts.settings ? m_parts.settings() : QJsonArray()},
                     {u"cookie"_s, m_parts.cookies ? m_parts.cookies() : QJsonArray()}};
    // One after the other; each adds what it found.
    next(m_parts.cache->channels(), [this, device](const QList<ChannelRow> &rows) {
        for (const ChannelRow &row : rows)
            device->channels.insert(row.channel.id, placeOf(row));
        next(m_parts.cache->drafts(), [this, device](const QList<Draft> &drafts) {
            device->lists.append({u"draft"_s, draftsOf(drafts, device->channels)});
            gatherMore(device);
        });
    });
}

void ExportRun::gatherMore(const std::shared_ptr<Device> &device)
{
    next(m_parts.outbox->pending(), [this, device](const QList<PendingOperation> &pending) {
        device->lists.append({u"unsent"_s, unsentOf(pending)});
        next(m_parts.cache->facts(), [this, device](const StoreFacts &facts) {
            device->lists.append({u"copy"_s, copiesOf(facts)});
            pack(device);
        });
    });
}

void ExportRun::pack(const std::shared_ptr<Device> &device)
{
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    struct Packed {
        QJsonObject counts;
        qint64 bytes = 0;
    };
    auto promise = std::make_shared<QPromise<Result<Packed>>>();
    promise->start();
    const auto tell = [this, run = m_run, cancelled = m_cancelled](qint64 bytes) {
        if (!*cancelled)
            QMetaObject::invokeMethod(
                this,
                [this, run, bytes] {
                    if (run == m_run)
                        advance(bytes, 0);
                },
                Qt::QueuedConnection);
        return !*cancelled;
    };
    QThreadPool::globalInstance()->start(
        [promise, device, tell, part = partPath(), path = m_path, cancelled = m_cancelled] {
            const Result<Packed> packed = [&]() -> Result<Packed> {
                // Beside the place it goes to, and only there when it is whole.
                QSaveFile to(path);
                if (!to.open(QIODevice::WriteOnly))
                    return std::unexpected(unwritable(to.errorString()));
                to.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
                const Result<QJsonObject> counts = Finisher(part, to, tell).run(device->lists);
                if (!counts) {
                    to.cancelWriting();
                    if (counts.error().code == ErrorCode::Damaged)
                        QFile::remove(part); // Fetching it again may bring it whole.
                    return std::unexpected(counts.error());
                }
                if (*cancelled || !to.commit())
                    return std::unexpected(unwritable(to.errorString()));
                QFile::remove(part);
                const Result<PackVerdict> verdict = checkPack(path);
                if (!verdict || !verdict->problems.isEmpty())
                    return failure(ErrorCode::Damaged,
                                   verdict ? verdict->problems.first() : verdict.error().message);
                return Packed{*counts, QFile(path).size()};
            }();
            promise->addResult(packed);
            promise->finish();
        });
    next(promise->future(), [this](const Packed &packed) {
        m_counts = packed.counts;
        m_bytes = packed.bytes;
        set(State::Done);
    });
}

} // namespace ChatOps
