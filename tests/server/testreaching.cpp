// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/privacyjson.h"
#include "core/purposes.h"
#include "models/operations.h"
#include "server/commands/outreach.h"
#include "server/hub/accounts.h"
#include "server/hub/activity.h"
#include "server/hub/audit.h"
#include "server/hub/digest.h"
#include "server/hub/executor.h"
#include "server/hub/exporter.h"
#include "server/hub/mail.h"
#include "server/hub/mailbox.h"
#include "server/hub/retention.h"
#include "server/hub/serverschema.h"
#include "tests/support/registry.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Server;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// What reaches people from the server beyond the product, what reaches it from outside, and
/// what the schedule takes away; with a clock that the test sets.
class TestReaching : public QObject {
    Q_OBJECT
private:
    TestClock m_clock;
    std::unique_ptr<Connection> m_db;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PrivacyDesk> m_desk;
    PersonId m_ana;
    PersonId m_mika;
    Channel m_room;
    Channel m_secret;

    Verdict run(PersonId who, const Operation &operation, Role role = Role::Member)
    {
        return Executor(*m_workspace, {who, role, DeviceId::create()}).execute(operation).value();
    }
    void choose(PersonId who, const QString &purpose, bool yes)
    {
        ConsentRecord record;
        record.id = ConsentId::create();
        record.purpose = purpose;
        record.decision = yes ? Decision::Given : Decision::Withdrawn;
        record.policy = 1;
        record.method = u"switch"_s;
        record.decidedAt = m_clock.at;
        QCOMPARE(run(who, Make::recordConsent(record)).kind, Verdict::Kind::Ok);
    }
    void giveAddress(PersonId who, const QString &address)
    {
        Profile profile = *m_desk->profile(who);
        profile.fields.insert(u"email"_s, {address, true});
        VERIFY_OK_OR_FAIL(m_desk->publishProfile(profile, m_mika));
    }
    RequestId askForRestriction()
    {
        RightsRequest request;
        request.id = RequestId::create();
        request.kind = RightsKind::Restriction;
        request.ground = RestrictionGround::Unlawful;
        const Verdict asked = run(m_ana, Make::createRequest(request));
        return asked.kind == Verdict::Kind::Ok ? request.id : RequestId();
    }
    void grant(RequestId request)
    {
        const Operation answer = Make::aboutRequest(OperationKind::RequestAnswer, request, u"Granted."_s);
        QCOMPARE(run(m_mika, answer, Role::Owner).kind, Verdict::Kind::Ok);
    }
    MessageId post(const Channel &channel, const QString &text)
    {
        Message message;
        message.id = MessageId::create();
        message.channel = channel.id;
        message.author = m_mika;
        message.text = text;
        message.createdAt = m_clock.at;
        VERIFY_OK_OR_FAIL(m_workspace->postMessage(message));
        return message.id;
    }
    template <typename T>
    static void VERIFY_OK_OR_FAIL(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message + result.error().detail));
    }
    QStringList mails()
    {
        QStringList texts;
        VERIFY_OK_OR_FAIL(
            m_db->rows(u"SELECT text FROM mail ORDER BY at, id"_s, {}, [&texts](const SqlRow &row) {
                const QByteArray mail = row.text(0).toUtf8();
                texts.append(
                    QString::fromUtf8(QByteArray::fromBase64(mail.mid(mail.indexOf("\r\n\r\n") + 4))));
                return true;
            }));
        return texts;
    }
    void setRule(const QString &name, int days)
    {
        WorkspaceRules rules = *m_desk->rules();
        rules.retention.removeIf([&name](const RetentionRule &rule) { return rule.name == name; });
        rules.retention.append({name, days, u"test"_s});
        VERIFY_OK(m_desk->publishRules(rules));
    }
    QByteArray exported(PersonId person)
    {
        QByteArray bytes;
        PackWriter pack(
            [&bytes](QByteArrayView more) -> Result<void> {
                bytes += more;
                return {};
            },
            m_clock.at);
        Exporter::Options options;
        options.workspace = m_workspace->id();
        options.person = person;
        options.job = QUuid::createUuid();
        options.now = m_clock.at;
        options.sign = [](const QByteArray &) { return u"-"_s; };
        const Result<QJsonObject> counts = Exporter(*m_db, options).write(pack);
        if (!counts)
            qFatal("%s", qPrintable(counts.error().message + counts.error().detail));
        return toJson(*counts);
    }

private Q_SLOTS:
    void init()
    {
        m_clock.at = 1'767'225'600'000;
        m_db = std::move(*Connection::open({u":memory:"_s, false, false}, Secret()));
        VERIFY_OK(migrateServer(*m_db));
        m_workspace = std::make_unique<Workspace>(*m_db, Workspace::create(*m_db, u"w"_s).value(), m_clock);
        m_desk = std::make_unique<PrivacyDesk>(*m_workspace);
        VERIFY_OK(m_desk->ensureDefaults());
        m_ana = m_workspace->addPerson(u"Ana"_s, u"ana"_s, Role::Member, u"-"_s).value();
        m_mika = m_workspace->addPerson(u"Mika"_s, u"mika"_s, Role::Owner, u"-"_s).value();
        Channel room;
        room.id = ChannelId::create();
        room.name = u"room"_s;
        m_room = m_workspace->createChannel(room, m_mika, {m_ana, m_mika}).value();
        Channel secret;
        secret.id = ChannelId::create();
        secret.name = u"merger-with-harbour"_s;
        secret.kind = ChannelKind::Private;
        m_secret = m_workspace->createChannel(secret, m_mika, {m_ana, m_mika}).value();
        VERIFY_OK(setMailSetup(*m_db, {true, u"https://chat.example.org"_s, u"chat@example.org"_s}));
    }

    void aSummaryComesToWhoChoseItAndSaysNoContent()
    {
        giveAddress(m_ana, u"ana@example.org"_s);
        post(m_room, u"a word that must not be in it"_s);
        post(m_secret, u"another"_s);
        QCOMPARE(*queueDigests(*m_workspace), 0);
        choose(m_ana, Purposes::Digest, true);
        QCOMPARE(*queueDigests(*m_workspace), 1);
        QVERIFY(mails().first().contains(u"#room: 1") && mails().first().contains(u"Elsewhere: 1"));
        QVERIFY(!mails().first().contains(u"must not be") && !mails().first().contains(u"harbour"));
        QVERIFY(mails().first().contains(u"/unsubscribe/"));
        // Once a day.
        m_clock.at += DayMillis - 1;
        QCOMPARE(*queueDigests(*m_workspace), 0);
        m_clock.at += 1;
        QCOMPARE(*queueDigests(*m_workspace), 1);
        // Weekly, if the person says so.
        QCOMPARE(run(m_ana, Make::setPreference(m_ana, u"digest"_s, u"weekly"_s)).kind, Verdict::Kind::Ok);
        m_clock.at += 7 * DayMillis - 1;
        QCOMPARE(*queueDigests(*m_workspace), 0);
        m_clock.at += 1;
        QCOMPARE(*queueDigests(*m_workspace), 1);
        // What is muted is left out, and who has read everything gets nothing.
        m_clock.at += 7 * DayMillis;
        QCOMPARE(run(m_ana, Make::setPreference(m_ana, Preference::Mute + m_room.id.toString(), u"1"_s)).kind,
                 Verdict::Kind::Ok);
        VERIFY_OK(m_workspace->markRead(m_ana, m_secret.id, 1));
        QCOMPARE(*queueDigests(*m_workspace), 0);
        QCOMPARE(mails().size(), 3);
        // Taken back.
        post(m_secret, u"more"_s);
        choose(m_ana, Purposes::Digest, false);
        m_clock.at += 7 * DayMillis;
        QCOMPARE(*queueDigests(*m_workspace), 0);
    }

    void onlyWhoAllowedItIsPassedOnAndEverybodySeesIt()
    {
        giveAddress(m_ana, u"ana@example.org"_s);
        giveAddress(m_mika, u"mika@example.org"_s);
        const auto share = [this] {
            return *shareAction(*m_workspace, {u"Harbour Fairs"_s, u"invitations"_s});
        };
        QCOMPARE(share(), u"nobody has allowed it"_s);
        QVERIFY(m_desk->rules()->disclosures.isEmpty());
        choose(m_ana, Purposes::SharingForMarketing, true);
        QCOMPARE(share(), u"Ana\tana@example.org"_s);
        QCOMPARE(m_desk->rules()->disclosures.size(), 1);
        QCOMPARE(m_desk->rules()->disclosures.first().name, u"Harbour Fairs"_s);
        const QList<AuditEntry> seen = *accessesTo(*m_db, m_workspace->id(), m_ana, 10);
        QVERIFY(!seen.isEmpty() && seen.first().action == u"passed on"
                && seen.first().detail == u"Harbour Fairs");
        QVERIFY(accessesTo(*m_db, m_workspace->id(), m_mika, 10)->isEmpty());
        choose(m_ana, Purposes::SharingForMarketing, false);
        QCOMPARE(share(), u"nobody has allowed it"_s);
        // The workspace can rule it out.
        choose(m_ana, Purposes::SharingForMarketing, true);
        WorkspaceRules rules = *m_desk->rules();
        rules.marketing = false;
        VERIFY_OK(m_desk->publishRules(rules));
        QCOMPARE(share(), u"nobody has allowed it"_s);
    }

    void whileRestrictedDataIsKeptAndNotUsed()
    {
        giveAddress(m_ana, u"ana@example.org"_s);
        choose(m_ana, Purposes::Analytics, true);
        choose(m_ana, Purposes::SharingForMarketing, true);
        choose(m_ana, Purposes::Digest, true);
        post(m_room, u"unread"_s);
        m_clock.at += 1'000;
        const RequestId request = askForRestriction();
        QVERIFY(*m_desk->isAllowed(m_ana, Purposes::Analytics)); // Asked for, not granted yet.
        grant(request);
        QCOMPARE(*m_desk->restrictedSince(m_ana), m_clock.at);
        for (const QLatin1StringView purpose :
             {Purposes::Analytics, Purposes::SharingForMarketing, Purposes::Digest})
            QVERIFY(!*m_desk->isAllowed(m_ana, purpose));
        QCOMPARE(*queueDigests(*m_workspace), 0);
        QCOMPARE(*shareAction(*m_workspace, {u"x"_s, u"y"_s}), u"nobody has allowed it"_s);
        // Nothing of it is gone, and the person can still take it along.
        QVERIFY(exported(m_ana).contains("\"profile\":1"));
        // A consent given while it holds counts.
        m_clock.at += 1'000;
        choose(m_ana, Purposes::Analytics, true);
        QVERIFY(*m_desk->isAllowed(m_ana, Purposes::Analytics));
        // Its end is told with a reason, by a contact only.
        const auto lift = [&](PersonId who, const QString &why, Role role) {
            return run(who, Make::aboutRequest(OperationKind::RequestLift, request, why), role);
        };
        QCOMPARE(lift(m_ana, u"x"_s, Role::Member).code, u"forbidden"_s);
        QCOMPARE(lift(m_mika, {}, Role::Owner).code, u"invalid"_s);
        QCOMPARE(lift(m_mika, u"It was lawful."_s, Role::Owner).kind, Verdict::Kind::Ok);
        QCOMPARE(lift(m_mika, u"again"_s, Role::Owner).code, u"closed"_s);
        QCOMPARE(*m_desk->restrictedSince(m_ana), 0);
        QCOMPARE((**m_desk->request(request)).entries.last().text, u"It was lawful."_s);
        QVERIFY(*m_desk->isAllowed(m_ana, Purposes::SharingForMarketing));
        // Who dealt with it stands in the log that the person sees.
        const QList<AuditEntry> seen = *accessesTo(*m_db, m_workspace->id(), m_ana, 10);
        QVERIFY(std::any_of(seen.begin(), seen.end(), [](const AuditEntry &one) {
            return one.actor == u"@mika" && one.action == u"request handled" && one.detail == u"request.lift";
        }));
    }

    void onlyTheOrganisationsAddressGetsMail()
    {
        choose(m_ana, Purposes::Digest, true);
        post(m_room, u"unread"_s);
        // What she writes herself may be somebody else's mailbox.
        QCOMPARE(run(m_ana, Make::patchProfile(m_ana, {{"email"_L1, u"victim@example.org"_s}})).kind,
                 Verdict::Kind::Ok);
        QCOMPARE(*queueDigests(*m_workspace), 0);
        QVERIFY(mails().isEmpty());
        giveAddress(m_ana, u"ana@example.org"_s);
        m_clock.at += DayMillis;
        QCOMPARE(*queueDigests(*m_workspace), 1);
    }

    void whatIsTakenBackMeanwhileIsNotSent()
    {
        giveAddress(m_ana, u"ana@example.org"_s);
        choose(m_ana, Purposes::Digest, true);
        post(m_room, u"unread"_s);
        QCOMPARE(*queueDigests(*m_workspace), 1);
        QVERIFY(nextMail(*m_db, m_clock)->has_value());
        m_clock.at += 1'000;
        choose(m_ana, Purposes::Digest, false);
        QVERIFY(!nextMail(*m_db, m_clock)->has_value());
        QVERIFY(mails().isEmpty());
        // So it is when its person gets restricted, without a word to the queue.
        m_clock.at += 1'000;
        choose(m_ana, Purposes::Digest, true);
        m_clock.at += 7 * DayMillis;
        QCOMPARE(*queueDigests(*m_workspace), 1);
        m_clock.at += 1'000;
        const RequestId request = askForRestriction();
        grant(request);
        QVERIFY(!nextMail(*m_db, m_clock)->has_value());
        QVERIFY(mails().isEmpty());
    }

    void totalsOfFewAreWithheld()
    {
        QCOMPARE(*usageAction(*m_workspace), u"nothing was counted"_s);
        choose(m_ana, Purposes::Analytics, true);
        VERIFY_OK(m_desk->addUsage(m_ana, {{u"message.sent"_s, 3}}));
        QCOMPARE(*usageAction(*m_workspace),
                 u"withheld: 1 totals of days on which fewer than 5 people allowed them"_s);
        WorkspaceRules rules = *m_desk->rules();
        rules.aggregateFrom = 2;
        VERIFY_OK(m_desk->publishRules(rules));
        QVERIFY(usageAction(*m_workspace)->startsWith(u"withheld: 1 "));
        // Who allows it later was not counted on the days before: their totals stay withheld.
        const Millis first = m_clock.at;
        m_clock.at += DayMillis;
        choose(m_mika, Purposes::Analytics, true);
        QVERIFY(usageAction(*m_workspace)->startsWith(u"withheld: 1 "));
        VERIFY_OK(m_desk->addUsage(m_ana, {{u"message.sent"_s, 4}}));
        QCOMPARE(usageAction(*m_workspace)->split(u'\n').first(), u"2026-01-02\tmessage.sent\t4"_s);
        // Who takes it back was counted on that day, and not on the next.
        m_clock.at += 1'000;
        choose(m_mika, Purposes::Analytics, false);
        m_clock.at = first + 2 * DayMillis;
        VERIFY_OK(m_desk->addUsage(m_ana, {{u"message.sent"_s, 5}}));
        const QStringList lines = usageAction(*m_workspace)->split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first(), u"2026-01-02\tmessage.sent\t4"_s);
        QVERIFY(lines.last().startsWith(u"withheld: 2 "));
        rules.aggregateFrom = 1;
        QVERIFY(!rulesFromJson(toJson(rules)));
    }

    void aHoldKeepsWhatTheScheduleWouldTake()
    {
        const MessageId held = post(m_room, u"evidence"_s);
        LegalHold hold;
        hold.reason = u"Claim 4711"_s;
        VERIFY_OK(placeHold(*m_workspace, m_mika, hold));
        setRule(u"message"_s, 1);
        m_clock.at += 10 * DayMillis;
        QCOMPARE(Retention(*m_workspace).apply()->removed, 0);
        QCOMPARE((**readMessage(*m_db, held)).text, u"evidence"_s);
        QCOMPARE(*releaseHolds(*m_workspace, m_mika), 1);
        QCOMPARE(Retention(*m_workspace).apply()->removed, 1);
        QVERIFY((**readMessage(*m_db, held)).deleted);
    }

    void aRequestCannotPassItselfOffAsAnErasure()
    {
        RightsRequest request;
        request.id = RequestId::create();
        request.kind = RightsKind::Erasure;
        request.subject = u"account"_s;
        const Operation asked = Make::createRequest(request);
        QCOMPARE(asked.data.value("subject"_L1).toString(), u"account"_s);
        QCOMPARE(run(m_ana, asked).code, u"invalid"_s);
        QVERIFY(PrivacyDesk::waitingErasures(*m_db)->isEmpty());
        QVERIFY((**readPerson(*m_db, m_ana)).active);
    }

    void aPlaceOutsideTheEeaNeedsASafeguard()
    {
        QVERIFY(!regionAction(*m_workspace, {u"message"_s, u"US"_s}));
        QVERIFY(!regionAction(*m_workspace, {u"message"_s, u"US"_s, u"trust me"_s}));
        QVERIFY(!regionAction(*m_workspace, {u"message"_s, u"XYZ"_s}));
        QVERIFY(!regionAction(*m_workspace, {u"nothing"_s, u"DE"_s}));
        QVERIFY(!shareAction(*m_workspace, {u"x"_s, u"y"_s, u"us"_s}));
        VERIFY_OK(regionAction(*m_workspace, {u"message"_s, u"us"_s, u"scc"_s}));
        VERIFY_OK(regionAction(*m_workspace, {u"event"_s, u"DE"_s}));
        const WorkspaceRules rules = *m_desk->rules();
        for (const RetentionRule &rule : rules.retention) {
            if (rule.name == u"message")
                QVERIFY(rule.region == u"US" && rule.safeguard == u"scc");
            else
                QCOMPARE(rule.region, rule.name == u"event" ? u"DE"_s : QString());
        }
    }

    void theMinimumAgeIsNotBelowThatOfTheCountry()
    {
        WorkspaceRules rules = *m_desk->rules();
        rules.authorityCountry = u"DE"_s;
        rules.minimumAge = 15;
        const Result<void> refused = m_desk->publishRules(rules);
        QVERIFY(!refused && refused.error().message.contains(u"16"));
        rules.authorityCountry = u"FI"_s;
        VERIFY_OK(m_desk->publishRules(rules));
        QCOMPARE(m_desk->rules()->minimumAge, 15);
    }

    void aNewPolicyIsToldInTheChannelThatTheRulesName()
    {
        const auto lastSeq = [this] { return (**readChannel(*m_db, m_room.id)).lastSeq; };
        PolicyVersion next = m_desk->policies()->last();
        next.summary = u"Counts less."_s;
        VERIFY_OK(m_desk->publishPolicy(next));
        QCOMPARE(lastSeq(), 0);
        WorkspaceRules rules = *m_desk->rules();
        rules.noticeChannel = m_room.id;
        VERIFY_OK(m_desk->publishRules(rules));
        for (int i = 0; i < 2; ++i)
            VERIFY_OK(m_desk->publishPolicy(next));
        QCOMPARE(lastSeq(), 2);
        const Message told = readMessages(*m_db, m_room.id, 1, 1)->first();
        QVERIFY(told.text.contains(u"new version, 3") && told.text.contains(u"Counts less."));
        // By nobody who could sign in, and by the same each time.
        const Person author = **readPerson(*m_db, told.author);
        QVERIFY(!author.active);
        QCOMPARE(readMessages(*m_db, m_room.id, 2, 2)->first().author, told.author);
        QVERIFY(Accounts(*m_db, m_clock).findLogin(m_workspace->id(), author.handle)->value().hash.isEmpty());
    }

    void aNewOwnerIsToldForThirtyDays()
    {
        Notice notice;
        notice.id = NoticeId::create();
        notice.kind = NoticeKind::Ownership;
        notice.title = u"Harbour Works belongs to Tide now"_s;
        notice.from = m_clock.at;
        notice.until = m_clock.at + 30 * DayMillis;
        QCOMPARE(*m_desk->publishNotice(notice), -1); // To everybody, whatever they chose.
        QVERIFY(*m_desk->isVisible(notice.id, m_ana) && *m_desk->isVisible(notice.id, m_mika));
    }

    void mailsAreReadAsTheyAreWritten()
    {
        const Result<ArrivedMail> plain = readMail(
            "From: \"Ana Lind\" <Ana@Example.org>\r\nSubject: =?utf-8?B?R3LDvMOfZQ==?= and more\r\n"
            "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            "Bitte l=F6schen.\r\n");
        VERIFY_OK(plain);
        QCOMPARE(plain->from, u"ana@example.org"_s);
        QCOMPARE(plain->subject, u"Grüße and more"_s);
        QCOMPARE(plain->text, u"Bitte löschen."_s);
        const Result<ArrivedMail> parts = readMail(
            "From: ana@example.org\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n"
            "Content-Type: text/html\r\n\r\n<p>From <b>HTML</b></p>\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
            "From plain\r\n--b\r\nContent-Type: application/pdf; name=passport.pdf\r\n\r\nbytes\r\n--b--\r\n");
        VERIFY_OK(parts);
        QCOMPARE(parts->text, u"From plain"_s);
        QCOMPARE(
            readMail("From: a@example.org\r\nContent-Type: text/html\r\n\r\n<p>Only <b>HTML</b></p>")->text,
            u"Only HTML"_s);
        // Two senders are none, and so is no mail at all.
        QVERIFY(!readMail("From: a@example.org, b@example.org\r\n\r\nx"));
        QVERIFY(!readMail("Subject: x\r\n\r\ny"));
        QVERIFY(!readMail({}));
        QVERIFY(!readMail(QByteArray(10'000, '\0')));
    }

    void whatAPersonDidIsReadOutOfWhatThereIs()
    {
        const DeviceId device = DeviceId::create();
        VERIFY_OK(Accounts(*m_db, m_clock).startSession(m_ana, device, u"laptop"_s));
        Executor executor(*m_workspace, {m_ana, Role::Member, device});
        Operation operation =
            Operation::make(OperationKind::MessagePost, makeUuidV7(),
                            {{"channel"_L1, m_room.id.toString()}, {"text"_L1, u"hello"_s}});
        operation.seq = 1;
        VERIFY_OK(executor.execute(operation));
        const QList<Activity> all = *activityOf(*m_db, m_workspace->id(), m_ana, 50);
        QCOMPARE(all.size(), 2);
        const auto has = [&all](const QString &what, const QString &detail) {
            return std::any_of(all.begin(), all.end(), [&](const Activity &one) {
                return one.what == what && one.detail == detail && one.at > 0;
            });
        };
        QVERIFY(has(u"signed in"_s, u"laptop"_s) && has(u"message"_s, u"put"_s));
        QVERIFY(activityOf(*m_db, m_workspace->id(), m_mika, 50)->isEmpty());
    }

    void preferencesAreTheirPersonsAlone()
    {
        const QString name = Preference::Mute + m_room.id.toString();
        QCOMPARE(run(m_ana, Make::setPreference(m_ana, name, u"1"_s)).kind, Verdict::Kind::Ok);
        QCOMPARE(*m_desk->preference(m_ana, name), u"1"_s);
        QVERIFY(m_desk->preference(m_mika, name)->isEmpty());
        QCOMPARE(run(m_mika, Make::setPreference(m_ana, name, u"1"_s)).code, u"not_found"_s);
        // The id has to be that of the name.
        Operation forged = Make::setPreference(m_ana, name, u"1"_s);
        forged.target = makeUuidV7();
        forged.id = OperationId::create();
        QCOMPARE(run(m_ana, forged).code, u"not_found"_s);
        QCOMPARE(run(m_ana, Make::setPreference(m_ana, QString(200, u'x'), u"1"_s)).code, u"invalid"_s);
        int there = 0;
        for (; there < Limit::Preferences; ++there) {
            SyncedPreference one{m_mika, u"x.%1"_s.arg(there), u"1"_s, 0};
            if (!*m_desk->hasRoomFor(one))
                break;
            if (there > 3) // Many rows at once: only the count matters.
                VERIFY_OK(m_db->run(
                    u"INSERT INTO document (kind, id, workspace, person, subject, number, rev, json) VALUES ('preference', ?, ?, ?, ?, 0, 1, '{}')"_s,
                    {QUuid::createUuid().toRfc4122(), m_workspace->id().toBytes(), m_mika.toBytes(),
                     one.name}));
            else
                VERIFY_OK(m_desk->publishPreference(one, {}));
        }
        QCOMPARE(run(m_mika, Make::setPreference(m_mika, u"one.more"_s, u"1"_s), Role::Owner).code,
                 u"too_many"_s);
        QCOMPARE(run(m_mika, Make::setPreference(m_mika, u"x.1"_s, {}), Role::Owner).kind, Verdict::Kind::Ok);
    }

    void aPictureIsKeptAndRemoved()
    {
        const QByteArray png = "\x89PNG\r\n\x1a\n and pixels";
        const auto set = [this](const QByteArray &bytes) {
            return run(m_ana,
                       Make::patchProfile(m_ana, {{"avatar"_L1, QString::fromLatin1(bytes.toBase64())}}));
        };
        QCOMPARE(set("#!/bin/sh").code, u"invalid"_s);
        QCOMPARE(set(png).kind, Verdict::Kind::Ok);
        QCOMPARE(m_desk->profile(m_ana)->avatar, png);
        QCOMPARE(m_desk->profile(m_ana)->reviewedAt, m_clock.at);
        QVERIFY(exported(m_ana).contains("\"profile\":1"));
        QCOMPARE(set({}).kind, Verdict::Kind::Ok);
        QVERIFY(m_desk->profile(m_ana)->avatar.isEmpty());
        QCOMPARE(m_db->value(u"SELECT count(*) FROM document WHERE json LIKE ?"_s,
                             {u'%' + QString::fromLatin1(png.toBase64()) + u'%'})
                     ->toInt(),
                 0);
    }

    void messagesTasksAndEventsEndToTheSecond()
    {
        const MessageId id = post(m_room, u"short-lived canary"_s);
        const Millis written = m_clock.at;
        Task task;
        task.id = TaskId::create();
        task.title = u"task canary"_s;
        task.creator = m_mika;
        task.channel = m_room.id;
        task.createdAt = task.changedAt = written;
        VERIFY_OK(m_workspace->publishTask(task, std::nullopt, m_mika));
        Event event;
        event.id = EventId::create();
        event.title = u"event canary"_s;
        event.start = QDateTime({2026, 1, 1}, {10, 0});
        event.end = QDateTime({2026, 1, 1}, {11, 0});
        event.zone = "UTC";
        event.organizer = m_mika;
        event.channel = m_room.id;
        VERIFY_OK(m_workspace->publishEvent(event, std::nullopt, m_mika));
        QVERIFY(!*Retention(*m_workspace).next()
                || **Retention(*m_workspace).next() > written + 700 * DayMillis);
        setRule(u"message"_s, 30);
        setRule(u"task"_s, 31);
        setRule(u"event"_s, 32);
        const auto canaries = [this](const QString &word) {
            int found = 0;
            for (const QString &place :
                 {u"message WHERE text"_s, u"task WHERE json"_s, u"event WHERE json"_s, u"log WHERE data"_s})
                found += m_db->value(u"SELECT count(*) FROM %1 LIKE ?"_s.arg(place), {u'%' + word + u'%'})
                             ->toInt();
            return found;
        };
        QCOMPARE(**Retention(*m_workspace).next(), written + 30 * DayMillis);
        m_clock.at = written + 30 * DayMillis - 1;
        QVERIFY(exported(m_mika).contains("\"message\":1"));
        QCOMPARE(Retention(*m_workspace).apply()->removed, 0);
        QVERIFY(canaries(u"short-lived canary"_s) > 0);
        m_clock.at += 1;
        // Also before anybody has removed it, an export does not have it any more.
        QVERIFY(exported(m_mika).contains("\"message\":0"));
        QCOMPARE(Retention(*m_workspace).apply()->removed, 1);
        QCOMPARE(canaries(u"short-lived canary"_s), 0);
        QVERIFY((**readMessage(*m_db, id)).deleted);
        QCOMPARE(**Retention(*m_workspace).next(), written + 31 * DayMillis);
        m_clock.at = written + 31 * DayMillis;
        QVERIFY(exported(m_mika).contains("\"task\":0"));
        QCOMPARE(Retention(*m_workspace).apply()->removed, 1);
        QCOMPARE(canaries(u"task canary"_s), 0);
        // An event ends with its end: eleven o'clock.
        QCOMPARE(**Retention(*m_workspace).next(), event.endsAt() + 32 * DayMillis);
        m_clock.at = event.endsAt() + 32 * DayMillis - 1;
        QCOMPARE(Retention(*m_workspace).apply()->removed, 0);
        m_clock.at += 1;
        QVERIFY(exported(m_mika).contains("\"event\":0"));
        QCOMPARE(Retention(*m_workspace).apply()->removed, 1);
        QCOMPARE(canaries(u"event canary"_s), 0);
    }

    void aShorterScheduleIsCountedBeforeItCounts()
    {
        post(m_room, u"old"_s);
        m_clock.at += 10 * DayMillis;
        post(m_room, u"new"_s);
        QCOMPARE(*Retention(*m_workspace).overdue(), 0);
        setRule(u"message"_s, 5);
        QCOMPARE(*Retention(*m_workspace).overdue(), 1);
        QCOMPARE(Retention(*m_workspace).apply()->removed, 1);
        QCOMPARE(*Retention(*m_workspace).overdue(), 0);
    }

    void filesCanEndBeforeTheirMessages()
    {
        const FileId file = FileId::create();
        VERIFY_OK(m_db->run(
            u"INSERT INTO file (id, workspace, owner, channel, size, bytes, at) VALUES (?, ?, ?, ?, 3, 'abc', 1)"_s,
            {file.toBytes(), m_workspace->id().toBytes(), m_mika.toBytes(), m_room.id.toBytes()}));
        Message message;
        message.id = MessageId::create();
        message.channel = m_room.id;
        message.author = m_mika;
        message.createdAt = m_clock.at;
        message.text = u"with a file"_s;
        message.files = {{file, u"f"_s, u"text/plain"_s, 3}};
        VERIFY_OK(m_workspace->postMessage(message));
        Message bare = message;
        bare.id = MessageId::create();
        bare.text.clear();
        VERIFY_OK(m_workspace->postMessage(bare));
        setRule(u"file"_s, 10);
        QCOMPARE(**Retention(*m_workspace).next(), m_clock.at + 10 * DayMillis);
        m_clock.at += 10 * DayMillis;
        QCOMPARE(*Retention(*m_workspace).overdue(), 2);
        QCOMPARE(Retention(*m_workspace).apply()->removed, 2);
        QVERIFY((**readMessage(*m_db, bare.id)).deleted); // It was nothing but its file.
        QVERIFY(!*Retention(*m_workspace).next() || **Retention(*m_workspace).next() > m_clock.at);
        QCOMPARE(m_db->value(u"SELECT count(*) FROM file"_s)->toInt(), 0);
        const Message left = **readMessage(*m_db, message.id);
        QVERIFY(left.files.isEmpty() && !left.deleted && left.text == u"with a file");
    }

    void manyEndInParts()
    {
        for (int i = 0; i < 450; ++i)
            post(m_room, u"x%1"_s.arg(i));
        setRule(u"message"_s, 1);
        m_clock.at += 2 * DayMillis;
        int passes = 0;
        int removed = 0;
        while (true) {
            const Retention::Outcome outcome = Retention(*m_workspace).apply().value();
            removed += outcome.removed;
            ++passes;
            if (!outcome.more)
                break;
        }
        QCOMPARE(removed, 450);
        QCOMPARE(passes, 3);
    }
};
CHATOPS_TEST(TestReaching)

#include "testreaching.moc"
