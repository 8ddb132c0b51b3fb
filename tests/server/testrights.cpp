// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataclasses.h"
#include "core/jsonguard.h"
#include "core/privacyjson.h"
#include "pack/packcheck.h"
#include "pack/packreader.h"
#include "pack/signing.h"
#include "server/hub/privacydesk.h"
#include "server/net/rightswork.h"
#include "tests/support/plainpages.h"
#include "tests/support/registry.h"
#include "tests/support/serverprocess.h"
#include "tests/support/waiting.h"

#include <QDirIterator>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Server;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A server's data with two people in it. What Ana has begins with "ana-canary-", what
/// nobody but Ben may see with "ben-canary-".
class Place {
public:
    explicit Place(const QString &path, bool filled = true)
    {
        DataFolder folder = DataFolder::open(path).value();
        auto db = folder.connect().value();
        hub = std::make_unique<Hub>(folder, std::move(db), clock);
        id = Workspace::create(hub->db(), u"Canaries"_s).value();
        workspace = std::make_unique<Workspace>(hub->db(), id, clock);
        if (!hub->prepare())
            qFatal("no workspace");
        work = std::make_unique<RightsWork>(*hub);
        if (filled)
            fill();
    }

    void fill()
    {
        ana =
            workspace->addPerson(u"ana-canary-name"_s, u"ana-canary-handle"_s, Role::Member, u"-"_s).value();
        ben = workspace->addPerson(u"Ben"_s, u"ben"_s, Role::Owner, u"-"_s).value();
        Channel channel;
        channel.id = ChannelId::create();
        channel.name = u"room"_s;
        room = workspace->createChannel(channel, ben, {ana, ben}).value();
        const MessageId first = post(ana, u"ana-canary-message in the room"_s);
        const MessageId other = post(ben, u"ben-canary-message is Ben's alone"_s);
        post(ben, u"hear @ana-canary-handle and @somebody.else"_s);
        post(ana, u"ana-canary-reply"_s, other);
        Channel direct;
        direct.kind = ChannelKind::Direct;
        direct.people = {ana, ben};
        direct.id = directChannelId(id, direct.people);
        direct = workspace->createChannel(direct, ana, {ana, ben}).value();
        post(ana, u"ana-canary-direct"_s, {}, direct.id);
        post(ben, u"ben-canary-direct"_s, {}, direct.id);
        // A file, a reaction, a task, an event.
        FileRef file{FileId::create(), u"ana-canary-file Ünïcode.txt"_s, u"text/plain"_s, 22};
        ok(hub->db().run(
            u"INSERT INTO file (id, workspace, owner, channel, size, bytes, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {file.id.toBytes(), id.toBytes(), ana.toBytes(), room.id.toBytes(), 22,
             QByteArray("ana-canary-attachment!"), 1}));
        Message carrier;
        carrier.id = MessageId::create();
        carrier.channel = room.id;
        carrier.author = ana;
        carrier.files = {file};
        ok(workspace->postMessage(carrier));
        Message liked = readMessage(hub->db(), other)->value();
        liked.reactions = {{u"👍"_s, {ana, ben}}};
        ok(workspace->publishMessage(liked, ana));
        Task task;
        task.id = TaskId::create();
        task.title = u"ana-canary-task"_s;
        task.description = u"ana-canary-description"_s;
        task.creator = ana;
        task.assignee = ben;
        task.channel = room.id;
        task.createdAt = clock.now();
        task.dueAt = clock.now();
        task.source = first;
        ok(workspace->publishTask(task, std::nullopt, ana));
        Task bens = task;
        bens.id = TaskId::create();
        bens.title = u"ben-canary-task"_s;
        bens.description.clear();
        bens.creator = ben;
        ok(workspace->publishTask(bens, std::nullopt, ben));
        Event event;
        event.id = EventId::create();
        event.title = u"ana-canary-event"_s;
        event.description = u"ana-canary-agenda"_s;
        event.location = u"ana-canary-place"_s;
        event.start = QDateTime({2026, 3, 29}, {9, 0});
        event.end = QDateTime({2026, 3, 29}, {10, 30});
        event.zone = "Europe/Helsinki";
        event.organizer = ana;
        event.attendees = {{ben, Answer::Yes}, {ana, Answer::Maybe}};
        event.createdAt = clock.now();
        ok(workspace->publishEvent(event, std::nullopt, ana));
        ok(workspace->markRead(ana, room.id, 1));
        PrivacyDesk desk(*workspace);
        Profile profile;
        profile.person = ana;
        profile.fields.insert(u"bio"_s, {u"ana-canary-bio"_s, false});
        profile.fields.insert(u"department"_s, {u"ana-canary-department"_s, true});
        ok(desk.publishProfile(profile, ana));
        Profile bensProfile;
        bensProfile.person = ben;
        bensProfile.fields.insert(u"phone"_s, {u"ben-canary-phone"_s, false});
        ok(desk.publishProfile(bensProfile, ben));
        ConsentRecord choice;
        choice.id = ConsentId::create();
        choice.person = ana;
        choice.purpose = u"storage.analytics"_s;
        choice.decision = Decision::Given;
        choice.basis = u"consent"_s;
        choice.method = u"switch"_s;
        choice.deviceName = u"ana-canary-consent-device"_s;
        ok(desk.record(choice));
        RightsRequest request;
        request.id = RequestId::create();
        request.person = ana;
        request.text = u"ana-canary-request"_s;
        request.receivedAt = clock.now();
        ok(desk.publishRequest(request, ana));
        Notice notice;
        notice.id = NoticeId::create();
        notice.title = u"ana-canary-notice"_s;
        notice.person = ana;
        ok(desk.publishNotice(notice));
        ok(desk.markSeen({notice.id, ana, clock.now(), 0}));
        ok(desk.publishPreference({ana, u"mute."_s + room.id.toString(), u"ana-canary-preference"_s, 0}, {}));
        tokens = hub->accounts().startSession(ana, DeviceId::create(), u"ana-canary-device"_s).value();
        ok(noteAccess(*workspace, ana, u"command line"_s, u"log read"_s, u"ana-canary-access"_s));
        ok(hub->db().run(
            u"INSERT INTO mail (id, workspace, person, purpose, at, tries, next, text) VALUES (?, ?, ?, 'x', 1, 0, 0, 'ana-canary-mail')"_s,
            {QUuid::createUuid().toRfc4122(), id.toBytes(), ana.toBytes()}));
        // A verdict the server remembers carries what it was about.
        ok(hub->db().run(
            u"INSERT INTO applied (operation, person, device, seq, rev, verdict) VALUES (?, ?, ?, 1, 1, 'ana-canary-verdict')"_s,
            {QUuid::createUuid().toRfc4122(), ana.toBytes(), DeviceId::create().toBytes()}));
    }

    template <typename T>
    static void ok(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message + result.error().detail));
    }

    MessageId post(PersonId author, const QString &text, MessageId root = {}, ChannelId channel = {}) const
    {
        Message message;
        message.id = MessageId::create();
        message.channel = channel.isNull() ? room.id : channel;
        message.author = author;
        message.text = text;
        message.root = root;
        ok(workspace->postMessage(message));
        return message.id;
    }

    /// Makes an export and takes it to `path`.
    ExportJobs::Job exportTo(const QString &path, ExportScope scope, PersonId person) const
    {
        QSignalSpy finished(&work->exports(), &ExportJobs::finished);
        const ExportJobs::Job begun = work->exports().begin(id, person, scope).value();
        if (!finished.wait(Patience))
            qFatal("no export");
        const ExportJobs::Job job = work->exports().find(begun.id, person).value();
        QFile file(path);
        if (job.state != u"ready" || !file.open(QIODevice::WriteOnly))
            qFatal("no export: %s", qPrintable(job.state));
        while (file.pos() < job.bytes)
            file.write(work->exports().read(job.id, person, file.pos(), 10'000).value());
        return job;
    }

    SystemClock clock;
    std::unique_ptr<Hub> hub;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<RightsWork> work;
    WorkspaceId id;
    PersonId ana;
    PersonId ben;
    Channel room;
    Tokens tokens;
};

QHash<QString, QByteArray> contentsOf(const QString &path)
{
    QHash<QString, QByteArray> files;
    const Result<void> read = readPack(path, [&files](PackFile &file) -> Result<void> {
        files.insert(file.name(), file.readAll(1 << 30).value());
        return {};
    });
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return files;
}

QByteArray dump(const QHash<QString, QByteArray> &files)
{
    QByteArray all;
    for (auto it = files.begin(); it != files.end(); ++it)
        all += it.key().toUtf8() + '\n' + it.value();
    return all;
}

} // namespace

/// Taking along and leaving, on the server.
class TestRights : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Place> m_place;

    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QByteArray key() const
    {
        QFile file(path(u"data/server.key"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    QUuid eraseAna()
    {
        QSignalSpy erased(m_place->work.get(), &RightsWork::erased);
        const QUuid erasure = m_place->work->erase(m_place->id, m_place->ana).value();
        if (!erased.wait(Patience))
            qFatal("no erasure");
        return erasure;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_place = std::make_unique<Place>(path(u"data"_s));
    }
    void cleanup()
    {
        m_place.reset();
        m_dir.reset();
    }

    void everyClassIsInThePackAndNothingOfAnybodyElse()
    {
        const ExportJobs::Job job = m_place->exportTo(path(u"pack.zip"_s), ExportScope::Access, m_place->ana);
        const QHash<QString, QByteArray> files = contentsOf(path(u"pack.zip"_s));
        const QByteArray all = dump(files);
        for (const char *canary :
             {"name",           "handle",      "message", "reply",  "direct", "file", "attachment!",
              "task",           "description", "event",   "agenda", "place",  "bio",  "department",
              "consent-device", "request",     "notice",  "device", "access", "mail", "preference"})
            QVERIFY2(all.contains(QByteArray("ana-canary-") + canary), canary);
        // The mention, without whom else it names; nothing else that is Ben's, but the task for Ana.
        QVERIFY(all.contains("hear @ana-canary-handle and @…"));
        QVERIFY(!all.contains("somebody.else"));
        QVERIFY(!all.contains("ben-canary-message") && !all.contains("ben-canary-direct")
                && !all.contains("ben-canary-phone"));
        QVERIFY(!files.value(u"data/event.json"_s).contains("\"yes\"")); // Ben's answer is his.
        // The table of classes is complete on both sides.
        for (const DataClass &data : dataClasses()) {
            const QString name = data.name;
            if (data.place == DataClass::Place::Server && name != u"suppression") {
                QVERIFY2(files.contains(u"data/%1.json"_s.arg(name)), qPrintable(name));
                QVERIFY2(files.contains(u"pages/%1-1.html"_s.arg(name)), qPrintable(name));
                QVERIFY2(job.counts.value(name).toInteger() > 0 || name == u"export", qPrintable(name));
            }
        }
        QVERIFY(files.value(u"calendar.ics"_s).contains("DTSTART;TZID=Europe/Helsinki:20260329T090000"));
        QVERIFY(files.value(u"calendar.ics"_s).contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Helsinki"));
        QVERIFY(files.value(u"calendar.ics"_s).contains("BEGIN:VTODO"));
        QVERIFY(files.value(u"profile.vcf"_s).contains("NOTE:ana-canary-bio"));
        QVERIFY(!files.value(u"index.html"_s).contains("://"));
        const PackVerdict verdict = checkPack(path(u"pack.zip"_s)).value();
        QVERIFY2(verdict.problems.isEmpty(), qPrintable(verdict.problems.join(u'\n')));
        QCOMPARE(verdict.files, int(files.size()));
    }

    void portabilityHasWhatWasProvidedAndNothingElse()
    {
        (void)m_place->exportTo(path(u"pack.zip"_s), ExportScope::Portability, m_place->ana);
        const QHash<QString, QByteArray> files = contentsOf(path(u"pack.zip"_s));
        const QByteArray all = dump(files);
        QVERIFY(all.contains("ana-canary-message") && all.contains("ana-canary-bio"));
        QVERIFY(!all.contains("ana-canary-department")); // The organisation's.
        QVERIFY(!all.contains("ben-canary-"));
        for (const DataClass &data : dataClasses()) {
            if (data.place == DataClass::Place::Server)
                QCOMPARE(files.contains(u"data/%1.json"_s.arg(QString(data.name))), data.provided);
        }
    }

    void thePackFollowsItsSchema()
    {
        for (const ExportScope scope : {ExportScope::Access, ExportScope::Portability}) {
            (void)m_place->exportTo(path(u"pack.zip"_s), scope, m_place->ana);
            const QHash<QString, QByteArray> files = contentsOf(path(u"pack.zip"_s));
            for (auto it = files.begin(); it != files.end(); ++it) {
                const QString to = path(u"unpacked/"_s + it.key());
                QDir().mkpath(QFileInfo(to).path());
                QFile file(to);
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(it.value());
            }
            QProcess check;
            check.start(
                u"python3"_s,
                {QStringLiteral(CHATOPS_SOURCE_DIR "/tests/server/check-pack-schema"), path(u"unpacked"_s)});
            QVERIFY(check.waitForFinished(Patience));
            QVERIFY2(check.exitCode() == 0, check.readAllStandardError().constData());
        }
    }

    void oneChangedByteIsFoundAndNamed()
    {
        (void)m_place->exportTo(path(u"pack.zip"_s), ExportScope::Access, m_place->ana);
        QFile file(path(u"pack.zip"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        QRandomGenerator random(7);
        QList<qsizetype> places{0, 30, whole.size() - 1, whole.size() - 80, whole.size() - 200};
        for (int i = 0; i < 60; ++i)
            places.append(qsizetype(random.bounded(quint32(whole.size()))));
        int named = 0;
        for (const qsizetype place : std::as_const(places)) {
            QByteArray changed = whole;
            changed[place] = char(changed[place] ^ 0x20);
            QFile spoilt(path(u"spoilt.zip"_s));
            QVERIFY(spoilt.open(QIODevice::WriteOnly));
            spoilt.write(changed);
            spoilt.close();
            const Result<PackVerdict> verdict = checkPack(spoilt.fileName());
            QVERIFY2(!verdict || !verdict->problems.isEmpty(), QByteArray::number(place).constData());
            named += verdict && verdict->problems.join(u' ').contains(u'/') ? 1 : 0;
        }
        QVERIFY2(named > places.size() / 2, QByteArray::number(named).constData());
    }

    void aPackOfAnotherServerIsNotTaken()
    {
        (void)m_place->exportTo(path(u"pack.zip"_s), ExportScope::Access, m_place->ana);
        QVERIFY(checkPack(path(u"pack.zip"_s), Receipts::open(m_place->hub->db())->publicKey())
                    ->problems.isEmpty());
        Place other(path(u"other"_s), false);
        const QStringList problems =
            checkPack(path(u"pack.zip"_s), Receipts::open(other.hub->db())->publicKey())->problems;
        QCOMPARE(problems.size(), 1);
        QVERIFY(problems.first().contains(u"signature"));
    }

    void theRoundTripKeepsCountsAndHashes()
    {
        (void)m_place->exportTo(path(u"one.zip"_s), ExportScope::Portability, m_place->ana);
        Place other(path(u"other"_s), false);
        const QString ticket = other.work
                                   ->makeTicket(other.id,
                                                other.workspace
                                                    ->addPerson(u"ana-canary-name"_s, u"ana-canary-handle"_s,
                                                                Role::Owner, u"-"_s)
                                                    .value())
                                   .value();
        QFile file(path(u"one.zip"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        // In pieces, as another server sends it; a piece out of order changes nothing.
        std::optional<Result<QJsonObject>> said;
        const auto send = [&](qsizetype from, qsizetype size) {
            said.reset();
            other.work->takePack(ticket, from, whole.size(), whole.mid(from, size),
                                 [&said](const Result<QJsonObject> &counts) { said = counts; });
            if (!QTest::qWaitFor([&] { return said.has_value(); }, Patience))
                qFatal("no answer");
            return *said;
        };
        QVERIFY(send(0, 5'000).has_value());
        QCOMPARE(send(6'000, 10).error().code, ErrorCode::Conflict);
        const Result<QJsonObject> counts = send(5'000, whole.size());
        QVERIFY2(counts.has_value(), counts ? "" : qPrintable(counts.error().message));
        const PersonId ana = other.workspace->personByHandle(u"ana-canary-handle"_s)->value().id;
        (void)other.exportTo(path(u"two.zip"_s), ExportScope::Portability, ana);
        const QHash<QString, QByteArray> one = contentsOf(path(u"one.zip"_s));
        const QHash<QString, QByteArray> two = contentsOf(path(u"two.zip"_s));
        const QJsonObject first = checkPack(path(u"one.zip"_s))->manifest;
        const QJsonObject second = checkPack(path(u"two.zip"_s))->manifest;
        QCOMPARE(second.value("counts"_L1), first.value("counts"_L1));
        for (auto it = one.begin(); it != one.end(); ++it) {
            if (it.key().startsWith(u"data/") || it.key().startsWith(u"files/")
                || it.key() == u"calendar.ics")
                QVERIFY2(two.value(it.key()) == it.value(),
                         (it.key().toUtf8() + "\n" + it.value() + two.value(it.key())).constData());
        }
        QVERIFY(QDir(path(u"other/arriving"_s)).isEmpty());
        QVERIFY(!other.work->isTicket(ticket));
    }

    static PackSource sourceOf(const QByteArray &whole)
    {
        return {[whole](qint64 offset, qint64 most) -> Result<QByteArray> { return whole.mid(offset, most); },
                whole.size()};
    }

    void aChangedPackIsNotTakenOver()
    {
        (void)m_place->exportTo(path(u"one.zip"_s), ExportScope::Portability, m_place->ana);
        QFile file(path(u"one.zip"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        Place other(path(u"other"_s), false);
        const auto rows = [&other] {
            qint64 sum = 0;
            for (const char *table : {"person", "message", "channel", "task", "event", "file", "document"})
                sum += other.hub->db()
                           .value(u"SELECT count(*) FROM %1"_s.arg(QLatin1StringView(table)))
                           ->toLongLong();
            return sum;
        };
        const qint64 before = rows();
        QRandomGenerator random(11);
        int refused = 0;
        for (int i = 0; i < 40; ++i) {
            QByteArray changed = whole;
            // The middle: what lies around the files is looked at by `checkPack` and not taken over.
            const auto place = qsizetype(whole.size() / 10 + random.bounded(quint32(whole.size() * 7 / 10)));
            changed[place] = char(changed[place] ^ 0x20);
            const Result<QJsonObject> counts =
                Importer(other.hub->db(), other.clock, {other.id, {}}).run(sourceOf(changed));
            if (!counts) {
                ++refused;
                QCOMPARE(rows(), before);
            }
        }
        QCOMPARE(refused, 40);
        QVERIFY(Importer(other.hub->db(), other.clock, {other.id, {}}).run(sourceOf(whole)).has_value());
    }

    void aPackMakesNobodyHereWrite()
    {
        const QString bensHandle = readPerson(m_place->hub->db(), m_place->ben)->value().handle;
        (void)m_place->exportTo(path(u"one.zip"_s), ExportScope::Access, m_place->ana);
        QFile file(path(u"one.zip"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        Place other(path(u"other"_s), false);
        const PersonId here =
            other.workspace->addPerson(u"Ben of here"_s, bensHandle, Role::Member, u"-"_s).value();
        const Result<QJsonObject> counts =
            Importer(other.hub->db(), other.clock, {other.id, {}}).run(sourceOf(file.readAll()));
        QVERIFY2(counts.has_value(), counts ? "" : qPrintable(counts.error().message));
        const auto count = [&other, &here](const char *sql) {
            return other.hub->db().value(QString::fromLatin1(sql), {here.toBytes()})->toLongLong();
        };
        QCOMPARE(count("SELECT count(*) FROM message WHERE author = ?"), 0);
        QCOMPARE(count("SELECT count(*) FROM member WHERE person = ?"), 0);
    }

    void onlyAnEmptyWorkspaceTakesAPack()
    {
        (void)m_place->exportTo(path(u"one.zip"_s), ExportScope::Portability, m_place->ana);
        QFile file(path(u"one.zip"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const PackSource source{[&file](qint64 offset, qint64 most) -> Result<QByteArray> {
                                    file.seek(offset);
                                    return file.read(most);
                                },
                                file.size()};
        const Result<QJsonObject> counts =
            Importer(m_place->hub->db(), m_place->clock, {m_place->id, m_place->ben}).run(source);
        QCOMPARE(counts.error().code, ErrorCode::Forbidden);
    }

    void cancellingLeavesNothing()
    {
        QSignalSpy finished(&m_place->work->exports(), &ExportJobs::finished);
        const ExportJobs::Job job =
            m_place->work->exports().begin(m_place->id, m_place->ana, ExportScope::Access).value();
        // One at a time, and nobody else's.
        QCOMPARE(m_place->work->exports().begin(m_place->id, m_place->ana, ExportScope::Access).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(m_place->work->exports().find(job.id, m_place->ben).error().code, ErrorCode::NotFound);
        QVERIFY(m_place->work->exports().remove(job.id, m_place->ana).has_value());
        QVERIFY(finished.wait(Patience));
        QVERIFY(!QFile::exists(m_place->work->exports().pathOf(job.id)));
        QCOMPARE(m_place->work->exports().jobsOf(m_place->ana)->size(), 0);
    }

    void whatAStoppedServerLeftIsMadeAnew()
    {
        const ExportJobs::Job job = [this] {
            const auto begun =
                m_place->work->exports().begin(m_place->id, m_place->ana, ExportScope::Access).value();
            m_place->work.reset(); // As at an end of the process: waits for the thread, stores nothing.
            return begun;
        }();
        m_place->work = std::make_unique<RightsWork>(*m_place->hub);
        QSignalSpy finished(&m_place->work->exports(), &ExportJobs::finished);
        m_place->work->resume();
        QVERIFY(finished.wait(Patience));
        QCOMPARE(m_place->work->exports().find(job.id, m_place->ana)->state, u"ready"_s);
    }

    void afterErasureNoByteOfItIsLeft()
    {
        WorkspaceRules rules = PrivacyDesk(*m_place->workspace).rules().value();
        rules.removeOnErasure = true;
        Place::ok(PrivacyDesk(*m_place->workspace).publishRules(rules));
        const ExportJobs::Job job = m_place->exportTo(path(u"pack.zip"_s), ExportScope::Access, m_place->ana);
        const QString packPath = m_place->work->exports().pathOf(job.id);
        QVERIFY(QFile::exists(packPath));
        QVERIFY(plainPages(path(u"data/server.db"_s), key()).contains("ana-canary-message"));
        const ErasurePlan plan = planErasure(*m_place->workspace, m_place->ana).value();
        QVERIFY(plan.remove && plan.devices == 1 && !plan.hold);

        const QUuid erasure = eraseAna();

        QVERIFY(!QFile::exists(packPath));
        const QByteArray pages = plainPages(path(u"data/server.db"_s), key());
        QVERIFY(pages.contains("ben-canary-message"));
        const qsizetype left = pages.indexOf("ana-canary");
        QVERIFY2(left < 0, pages.mid(std::max<qsizetype>(0, left - 200), 400).constData());
        // The log of the database is empty, so there is nothing in it either.
        QCOMPARE(QFileInfo(path(u"data/server.db-wal"_s)).size(), 0);
        QDirIterator files(path(u"data"_s), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("ana-canary"), qPrintable(file.fileName()));
        }
        // What the receipt says, and that it is the server's word.
        const QJsonObject receipt = erasureReceipt(m_place->hub->db(), erasure).value();
        QVERIFY(isSigned(receipt, Receipts::open(m_place->hub->db())->publicKey()));
        QCOMPARE(receipt.value("state"_L1).toString(), u"done"_s);
        QVERIFY(receipt.value("erased"_L1).toObject().value("message"_L1).toInteger() >= 4);
        QCOMPARE(receipt.value("devices"_L1).toInteger(), 1);
        QCOMPARE(receipt.value("devices_confirmed"_L1).toInteger(), 0);
        QJsonObject changed = receipt;
        changed.insert("devices"_L1, 2);
        QVERIFY(!isSigned(changed));
        // The device is told, and its word is counted once.
        QCOMPARE(*wipeOrderFor(m_place->hub->db(), m_place->tokens.access), erasure);
        QCOMPARE(*wipeOrderFor(m_place->hub->db(), m_place->tokens.refresh), erasure);
        QVERIFY(wipeOrderFor(m_place->hub->db(), u"made up"_s)->isNull());
        QVERIFY(*confirmWipe(m_place->hub->db(), m_place->tokens.refresh));
        QVERIFY(!*confirmWipe(m_place->hub->db(), m_place->tokens.refresh));
        QCOMPARE(erasureReceipt(m_place->hub->db(), erasure)->value("devices_confirmed"_L1).toInteger(), 1);
        // Ben reads on: his message is there, without the reaction and the name.
        const Message mention = [this] {
            std::optional<Message> found;
            (void)eachMessage(m_place->hub->db(), u"text LIKE 'hear %'"_s, {}, [&](const Message &one) {
                found = one;
                return false;
            });
            return found.value();
        }();
        QVERIFY(mention.text.startsWith(u"hear @gone-"));
    }

    void anonymisingKeepsTheWorkWithoutTheName()
    {
        eraseAna();
        const QByteArray pages = plainPages(path(u"data/server.db"_s), key());
        QVERIFY(pages.contains("ana-canary-message") && pages.contains("ana-canary-task"));
        for (const char *gone : {"name", "handle", "bio", "department", "consent-device", "request", "notice",
                                 "device", "access", "mail", "verdict"})
            QVERIFY2(!pages.contains(QByteArray("ana-canary-") + gone), gone);
        const Person person = readPerson(m_place->hub->db(), m_place->ana)->value();
        QCOMPARE(person.name, u"Deleted account"_s);
        QVERIFY(!person.active);
    }

    void theReceiptCountsWhatThePlanTold_data()
    {
        QTest::addColumn<bool>("remove");
        QTest::newRow("removed") << true;
        QTest::newRow("anonymised") << false;
    }
    void theReceiptCountsWhatThePlanTold()
    {
        QFETCH(const bool, remove);
        WorkspaceRules rules = PrivacyDesk(*m_place->workspace).rules().value();
        rules.removeOnErasure = remove;
        rules.contacts = {m_place->ana, m_place->ben};
        Place::ok(PrivacyDesk(*m_place->workspace).publishRules(rules));
        Task own; // Nobody else sees it, so it goes under either rule.
        own.id = TaskId::create();
        own.title = u"only mine"_s;
        own.creator = m_place->ana;
        Place::ok(m_place->workspace->publishTask(own, std::nullopt, m_place->ana));
        const ErasurePlan plan = planErasure(*m_place->workspace, m_place->ana).value();
        QMap<QString, qint64> told;
        for (const ErasurePlan::Line &line : plan.lines) {
            if (!line.stays && line.count > 0)
                told[line.name] += line.count;
        }
        QVERIFY(told.size() > 10);
        const QUuid erasure = eraseAna();
        const QJsonObject erased = erasureReceipt(m_place->hub->db(), erasure)->value("erased"_L1).toObject();
        QMap<QString, qint64> done;
        for (auto it = erased.begin(); it != erased.end(); ++it) {
            if (it->toInteger() > 0)
                done[it.key()] = it->toInteger();
        }
        QCOMPARE(done, told);
        // Who is gone answers no requests.
        QCOMPARE(PrivacyDesk(*m_place->workspace).rules()->contacts, QList<PersonId>{m_place->ben});
    }

    void aHoldKeepsTheDataAndTheWish()
    {
        LegalHold hold;
        hold.reason = u"Claim 4711"_s;
        Place::ok(placeHold(*m_place->workspace, m_place->ana, hold));
        const Result<QUuid> refused = m_place->work->erase(m_place->id, m_place->ana);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().message.contains(u"Claim 4711"));
        QVERIFY(readPerson(m_place->hub->db(), m_place->ana)->value().active);
        QCOMPARE(PrivacyDesk::waitingErasures(m_place->hub->db())->size(), 1);
        // Asking twice makes one request; when the hold ends it is carried out.
        QVERIFY(!m_place->work->erase(m_place->id, m_place->ana));
        QCOMPARE(PrivacyDesk::waitingErasures(m_place->hub->db())->size(), 1);
        QCOMPARE(*releaseHolds(*m_place->workspace, m_place->ana), 1);
        QSignalSpy erased(m_place->work.get(), &RightsWork::erased);
        m_place->work->resume();
        QVERIFY(erased.wait(Patience));
        QVERIFY(!readPerson(m_place->hub->db(), m_place->ana)->value().active);
    }

    void theCommandLineDoesItAllAndIsSeen()
    {
        m_place.reset();
        ServerProcess server;
        server.addUser(u"ana"_s, u"Ana"_s);
        server.addUser(u"ben"_s, u"Ben"_s, u"owner"_s);
        const QString pack = path(u"pack.zip"_s);
        (void)server.command({u"user"_s, u"role"_s, u"ben"_s, u"member"_s}, {}, 1); // The only owner.
        QVERIFY(server.command({u"user"_s, u"role"_s, u"ana"_s, u"owner"_s}).contains(u"now owner"));
        QVERIFY(server.command({u"user"_s, u"role"_s, u"ben"_s, u"member"_s}).contains(u"now member"));
        QVERIFY(server.command({u"user"_s, u"role"_s, u"ben"_s, u"owner"_s}).contains(u"now owner"));
        (void)server.command({u"user"_s, u"role"_s, u"ben"_s, u"king"_s}, {}, 1);
        (void)server.command({u"user"_s, u"role"_s, u"ben"_s}, {}, 2);
        QVERIFY(server.command({u"privacy"_s, u"export"_s, u"ana"_s, pack}).contains(u"account\t1"));
        QVERIFY(server.command({u"verify"_s, pack}).contains(u"as it was made"));
        (void)server.command({u"privacy"_s, u"export"_s, u"ana"_s, pack}, {}, 1); // Never overwrites.
        (void)server.command({u"privacy"_s, u"profile"_s, u"ana"_s, u"title"_s, u"Pilot"_s});
        QVERIFY(
            server
                .command({u"privacy"_s, u"hold"_s, u"ana"_s, u"Claim 4711"_s, u"--until"_s, u"2999-01-31"_s})
                .contains(u"2999"));
        (void)server.command({u"privacy"_s, u"erase"_s, u"ana"_s}, {}, 1);
        QVERIFY(server.command({u"privacy"_s, u"hold"_s}).contains(u"Claim 4711"));
        const QString seen = server.command({u"privacy"_s, u"access"_s, u"ana"_s});
        for (const QString &what : {u"export made\taccess"_s, u"profile changed\ttitle"_s, u"hold placed"_s})
            QVERIFY2(seen.contains(what), qPrintable(seen));
        QVERIFY(server.command({u"privacy"_s, u"plan"_s, u"ana"_s}).contains(u"held\t"));
        (void)server.command({u"privacy"_s, u"hold"_s, u"ana"_s, u"--remove"_s});
        const QString number = server.command({u"privacy"_s, u"erase"_s, u"ana"_s}).trimmed();
        QFile receipt(path(u"receipt.json"_s));
        QVERIFY(receipt.open(QIODevice::WriteOnly));
        receipt.write(server.command({u"privacy"_s, u"receipt"_s, number}).toUtf8());
        receipt.close();
        QVERIFY(server.command({u"verify"_s, receipt.fileName()}).contains(u"as the server made it"));
        (void)server.command({u"verify"_s, receipt.fileName(), u"--key"_s, QString(44, u'A')}, {}, 1);
        QVERIFY(!server.command({u"user"_s, u"list"_s}).contains(u"ana"));
        // Into a server that knows nobody yet: the same person, ready for a password.
        ServerProcess empty;
        QVERIFY(empty.command({u"import"_s, u"pack"_s, pack}).contains(u"account\t1"));
        QVERIFY(empty.command({u"user"_s, u"list"_s}).contains(u"ana\tAna\towner"));
        (void)empty.command({u"import"_s, u"pack"_s, receipt.fileName()}, {}, 1);
    }

    void anErasureCutOffGoesOn()
    {
        (void)m_place->work->erase(m_place->id, m_place->ana).value();
        m_place->work.reset();
        m_place->work = std::make_unique<RightsWork>(*m_place->hub);
        QSignalSpy erased(m_place->work.get(), &RightsWork::erased);
        m_place->work->resume();
        QVERIFY(erased.wait(Patience));
        QCOMPARE(Eraser::pending(m_place->hub->db())->size(), 0);
    }
};
CHATOPS_TEST(TestRights)

#include "testrights.moc"
