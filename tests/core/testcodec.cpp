// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/frames.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

namespace {

Message someMessage()
{
    Message message;
    message.id = MessageId::create();
    message.channel = ChannelId::create();
    message.seq = 7;
    message.author = PersonId::create();
    message.createdAt = 1'700'000'000'123;
    message.editedAt = 1'700'000'000'456;
    message.text = u"Grüße \U0001F680 \u202Eabc"_s;
    message.root = MessageId::create();
    message.replies = 3;
    message.lastReplyAt = 1'700'000'001'000;
    message.reactions = {{u"👍"_s, {PersonId::create(), PersonId::create()}}};
    message.files = {{FileId::create(), u"plan.pdf"_s, u"application/pdf"_s, 1234}};
    message.rev = 99;
    message.textRev = 98;
    return message;
}

JsonLimits up{MaxFrameUp, 16};

} // namespace

class TestCodec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDeltaOfEncodedChangesIsTheSameFrame()
    {
        Delta delta{3, 9, {}};
        QList<QByteArray> encoded;
        QCOMPARE(encodeDelta(3, 9, encoded), encode(delta));
        for (int i = 0; i < 3; ++i) {
            Change change;
            change.rev = 4 + i;
            change.entity = EntityKind::Task;
            change.id = makeUuidV7();
            change.data = {{"title"_L1, u"ü \"quoted\" [x]"_s}};
            delta.changes.append(change);
            encoded.append(toJson(toJson(change)));
        }
        QCOMPARE(encodeDelta(3, 9, encoded), encode(delta));
    }

    void aChangeIsTheSameFromBytesThatAreThere()
    {
        Change change;
        change.rev = 12;
        change.entity = EntityKind::Message;
        change.id = makeUuidV7();
        change.data = toJson(someMessage());
        const auto same = [&change] {
            return encodeChange(change, toJson(change.data)) == toJson(toJson(change));
        };
        QVERIFY(same());
        change.by = PersonId::create();
        change.scope = Scope::person(change.by);
        QVERIFY(same());
        change.operation = OperationId::create();
        change.scope = Scope::channel(ChannelId::create());
        QVERIFY(same());
        change.by = {};
        change.verb = Change::Verb::Delete;
        change.data = {};
        QVERIFY(same());
    }

    void aFrameOfVerdictsIsOneObject()
    {
        Frame::Verdicts frame;
        QCOMPARE(encode(frame), QByteArray(R"({"t":"op_ack","verdicts":[]})"));
        Verdict verdict;
        verdict.operation = OperationId::create();
        verdict.rev = 7;
        frame.verdicts.append(verdict);
        verdict.operation = OperationId::create();
        verdict.kind = Verdict::Kind::Rejected;
        verdict.message = u"\"No\"\n"_s;
        frame.verdicts.append(verdict);
        const QJsonObject whole{
            {"t"_L1, "op_ack"_L1},
            {"verdicts"_L1, QJsonArray{toJson(frame.verdicts[0]), toJson(frame.verdicts[1])}}};
        QCOMPARE(encode(frame), toJson(whole));
    }

    void whatIsWrittenWithEveryPostIsTheSameAsItsObject()
    {
        Message message;
        message.id = MessageId::create();
        message.channel = ChannelId::create();
        message.author = PersonId::create();
        message.seq = 3;
        const auto same = [&message] { return encode(message) == toJson(toJson(message)); };
        QVERIFY(same());
        for (char32_t c = 0; c <= 0x10ffff; ++c) {
            if (QChar::isSurrogate(c))
                continue;
            message.text.append(QStringView(QChar::fromUcs4(c)));
            if (c % 4096 == 4095 || c < 300) {
                QVERIFY2(same(), qPrintable(QString::number(c, 16)));
                message.text.clear();
            }
        }
        message.text = u"a\"\\ \t"_s;
        message.root = MessageId::create();
        QVERIFY(same());
        message.replies = 2;
        message.lastReplyAt = 99;
        QVERIFY(same());
        message = someMessage();
        QVERIFY(!message.files.isEmpty() && !message.reactions.isEmpty());
        QVERIFY(same());
        message.deleted = true;
        message.editedAt = 7;
        QVERIFY(same());
        const ReadMarker marker{message.channel, 12};
        QCOMPARE(encode(marker), toJson(toJson(marker)));
    }

    void everyVerdictIsTheSameAsItsObject()
    {
        Verdict verdict;
        verdict.operation = OperationId::create();
        for (const auto kind : {Verdict::Kind::Ok, Verdict::Kind::Duplicate, Verdict::Kind::Rejected,
                                Verdict::Kind::Conflict, Verdict::Kind::Wait}) {
            verdict.kind = kind;
            for (const qint64 rev : {0, 7}) {
                verdict.rev = rev;
                QCOMPARE(encode(verdict), toJson(toJson(verdict)));
            }
        }
        verdict.kind = Verdict::Kind::Ok;
        verdict.current = {{"text"_L1, u"ü\"\n"_s}};
        QCOMPARE(encode(verdict), toJson(toJson(verdict)));
        verdict.code = u"x"_s;
        verdict.message = u"Ein \"Satz\""_s;
        QCOMPARE(encode(verdict), toJson(toJson(verdict)));
    }

    void entitiesSurviveTheWire()
    {
        const Message message = someMessage();
        QCOMPARE(messageFromJson(toJson(message)).value(), message);

        Task task{TaskId::create(),
                  ChannelId::create(),
                  u"Titel"_s,
                  u"Text"_s,
                  TaskState::Review,
                  Priority::High,
                  PersonId::create(),
                  PersonId::create(),
                  1'700'000'000'000,
                  MessageId::create(),
                  5,
                  6,
                  7,
                  8};
        QCOMPARE(taskFromJson(toJson(task)).value(), task);

        Event event;
        event.id = EventId::create();
        event.title = u"Planning"_s;
        event.start = wallFromText(u"2026-11-19T15:00:00"_s);
        event.end = wallFromText(u"2026-11-19T16:00:00"_s);
        event.zone = "Europe/Helsinki";
        event.organizer = PersonId::create();
        event.attendees = {{PersonId::create(), Answer::Maybe}};
        QCOMPARE(eventFromJson(toJson(event)).value(), event);
        QCOMPARE(event.startsAt(),
                 QDateTime::fromString(u"2026-11-19T13:00:00Z"_s, Qt::ISODate).toMSecsSinceEpoch());

        const Person person{PersonId::create(), u"Ana Lind"_s, u"ana"_s, Role::Guest, false, 3};
        QCOMPARE(personFromJson(toJson(person)).value(), person);
        const Channel channel{
            ChannelId::create(), ChannelKind::Private, u"x"_s, u"t"_s, {PersonId::create()}, true, 4, 5, 6};
        QCOMPARE(channelFromJson(toJson(channel)).value(), channel);
    }

    void framesSurviveTheWire()
    {
        Frame::Hello hello;
        hello.token = u"token"_s;
        hello.device = DeviceId::create();
        hello.cursor = {u"e1"_s, 42};
        hello.held.insert(ChannelId::create(), 17);
        const auto decoded = decode(encode(hello), up);
        QVERIFY(decoded);
        const auto &again = std::get<Frame::Hello>(*decoded);
        QCOMPARE(again.cursor, hello.cursor);
        QCOMPARE(again.held, hello.held);

        const Message message = someMessage();
        const Delta delta{4,
                          9,
                          {{9, Scope::channel(message.channel), EntityKind::Message, message.id.uuid(),
                            Change::Verb::Put, toJson(message), message.author, OperationId::create()}}};
        const auto deltaAgain = std::get<Delta>(decode(encode(delta), {MaxFrameDown, 16}).value());
        QCOMPARE(deltaAgain.to, 9);
        QCOMPARE(deltaAgain.changes[0].scope, delta.changes[0].scope);
        QCOMPARE(messageFromJson(deltaAgain.changes[0].data).value(), message);
    }

    void unknownTypesAndFieldsAreIgnored()
    {
        QVERIFY(std::holds_alternative<Frame::Unknown>(decode(R"({"t":"sparkle","x":1})", up).value()));
        QVERIFY(std::holds_alternative<Frame::Ack>(decode(R"({"t":"ack","rev":3,"new":{}})", up).value()));
    }

    void hostileInputIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("{");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("no type") << QByteArray("{}");
        QTest::newRow("bad UTF-8") << QByteArray("{\"t\":\"\xff\"}");
        QTest::newRow("half a character") << QByteArray(R"({"t":"\ud800"})");
        QTest::newRow("deep") << QByteArray("{\"t\":\"ack\",\"rev\":1,\"x\":" + QByteArray(100'000, '[')
                                            + QByteArray(100'000, ']') + "}")
                                     .left(60'000);
        QTest::newRow("too large") << "{\"t\":\"ack\",\"rev\":1,\"x\":\"" + QByteArray(MaxFrameUp, 'a')
                + "\"}";
        QTest::newRow("fraction") << QByteArray(R"({"t":"ack","rev":1.5})");
        QTest::newRow("negative") << QByteArray(R"({"t":"ack","rev":-1})");
        QTest::newRow("beyond 2^53") << QByteArray(R"({"t":"ack","rev":9007199254740993})");
        QTest::newRow("text for a number") << QByteArray(R"({"t":"ack","rev":"1"})");
        QTest::newRow("id in braces") << QByteArray(
            R"({"t":"gap","channel":"{018f0000-0000-7000-8000-000000000000}","first":1,"last":2})");
        QTest::newRow("range backwards") << QByteArray(
            R"({"t":"gap","channel":"018f0000-0000-7000-8000-000000000000","first":3,"last":2})");
        QTest::newRow("unknown operation") << QByteArray(
            R"({"t":"op","operations":[{"op":"018f0000-0000-7000-8000-000000000000","kind":"drop.table","id":"018f0000-0000-7000-8000-000000000000"}]})");
        QTest::newRow("other protocol") << QByteArray(
            R"({"t":"hello","version":"hub.v9","token":"x","device":"018f0000-0000-7000-8000-000000000000"})");
    }
    void hostileInputIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto frame = decode(bytes, up);
        QVERIFY(!frame);
        QVERIFY(!frame.error().message.isEmpty());
        QVERIFY(!frame.error().detail.isEmpty());
    }

    void bracketsInsideTextAreNotNesting()
    {
        QVERIFY(parseJson("{\"a\":\"" + QByteArray(1000, '[') + "\\\"" + QByteArray(1000, '{') + "\"}",
                          {64 * 1024, 2}));
    }

    void eventsWithWrongTimesAreRefused()
    {
        Event event;
        event.id = EventId::create();
        event.title = u"x"_s;
        event.organizer = PersonId::create();
        event.start = wallFromText(u"2026-11-19T16:00:00"_s);
        event.end = wallFromText(u"2026-11-19T15:00:00"_s);
        event.zone = "Europe/Helsinki";
        QVERIFY(!eventFromJson(toJson(event)));
        event.end = event.start.addSecs(60);
        QVERIFY(eventFromJson(toJson(event)));
    }

    void wallTimesAreOfOneForm()
    {
        const QDateTime leap = wallFromText(u"2028-02-29T23:59:59"_s);
        QCOMPARE(leap, QDateTime({2028, 2, 29}, {23, 59, 59}, Qt::UTC));
        QCOMPARE(wallToText(leap), u"2028-02-29T23:59:59"_s);
        for (const QString &wrong :
             {u""_s, u"2026-02-29T10:00:00"_s, u"2026-11-31T10:00:00"_s, u"2026-11-19T24:00:00"_s,
              u"2026-11-19T10:60:00"_s, u"2026-11-19 10:00:00"_s, u"2026-11-19T10:00"_s,
              u"2026-11-19T10:00:00Z"_s, u"-026-11-19T10:00:00"_s, u"+026-11-19T10:00:00"_s,
              u"2026-1 -19T10:00:00"_s, u"0000-01-01T00:00:00"_s, u"\u0662026-11-19T10:00:00"_s})
            QVERIFY2(!wallFromText(wrong).isValid(), qPrintable(wrong));
    }

    void historyFromElsewhereIsRefused()
    {
        HistoryPage page{ChannelId::create(), 1, 10, {someMessage()}};
        QVERIFY(!decodeHistory(encode(page)));
        page.messages[0].channel = page.channel;
        QVERIFY(decodeHistory(encode(page)));
        page.messages[0].seq = 11;
        QVERIFY(!decodeHistory(encode(page)));
    }

    void namesAndHandlesAreChecked()
    {
        QVERIFY(isValidName(u"release-42"));
        QVERIFY(!isValidName(u""));
        QVERIFY(!isValidName(u" x"));
        QVERIFY(!isValidName(u"a\nb"));
        QVERIFY(!isValidName(QString(81, u'x')));
        // Nothing to see, another direction, a second line, accents without end.
        for (const QString &bad :
             {u"\u200b"_s, u"\u2800"_s, u"\u3164"_s, u"ana\u202egnp.exe"_s, u"a\u2066b"_s, u"a\u2028b"_s,
              u"a\u00adb"_s, u"a\u200d"_s, u"a\u200d\u200db"_s, u"\ufeffana"_s, QString(QChar(0xd83d)),
              u"e"_s + QString(5, QChar(0x301))})
            QVERIFY2(!isValidName(bad), bad.toUtf8().toHex().constData());
        for (const QString &good :
             {u"Th\u1ebf \u1ec6n"_s, u"Nguye\u0302\u0303n"_s, u"\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd"_s,
              u"\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"_s,
              u"\U0001F469\u200d\U0001F4BB dev"_s, u"\u2764\ufe0f"_s, u"O'Brien-Smith, Jr."_s,
              u"\u5c71\u7530 \u592a\u90ce"_s,
              u"\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"_s})
            QVERIFY2(isValidName(good), qPrintable(good));
        QVERIFY(isValidHandle(u"ana.lind"));
        QVERIFY(!isValidHandle(u"Ana"));
        QVERIFY(!isValidHandle(u"a"));
    }
};
CHATOPS_TEST(TestCodec)

#include "testcodec.moc"
