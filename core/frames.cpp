// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frames.h"

#include "core/entityjson.h"
#include "core/jsontext.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int MaxListItems = 5000;

template <typename T>
QJsonArray listToJson(const QList<T> &items)
{
    QJsonArray array;
    for (const T &item : items)
        array.append(toJson(item));
    return array;
}

template <typename T>
QList<T> listFromJson(JsonReader &reader, QLatin1StringView key, Result<T> (*decodeItem)(const QJsonObject &))
{
    QList<T> items;
    const QJsonArray array = reader.array(key, MaxListItems);
    items.reserve(array.size());
    for (const auto &value : array) {
        Result<T> item = decodeItem(value.toObject());
        if (!item) {
            reader.fail(key, "holds a wrong item");
            return {};
        }
        items.append(std::move(*item));
    }
    return items;
}

QJsonObject body(const Frame::Hello &frame)
{
    QJsonObject held;
    for (auto it = frame.held.begin(); it != frame.held.end(); ++it)
        held.insert(it.key().toString(), it.value());
    QJsonObject json{{"t"_L1, "hello"_L1},
                     {"version"_L1, ProtocolName},
                     {"token"_L1, frame.token},
                     {"device"_L1, frame.device.toString()},
                     {"workspace"_L1, frame.workspace ? frame.workspace.toString() : QString()},
                     {"held"_L1, held},
                     {"schema"_L1, frame.schema}};
    if (!frame.cursor.isNull())
        json.insert("cursor"_L1, QJsonObject{{"epoch"_L1, frame.cursor.epoch}, {"rev"_L1, frame.cursor.rev}});
    return json;
}

QJsonObject body(const Frame::Welcome &frame)
{
    return {{"t"_L1, "welcome"_L1},
            {"version"_L1, ProtocolName},
            {"self"_L1, frame.self.toString()},
            {"epoch"_L1, frame.server.epoch},
            {"rev"_L1, frame.server.rev},
            {"snapshot"_L1, frame.snapshot},
            {"last_op"_L1, frame.lastOperation},
            {"heartbeat"_L1, frame.heartbeat}};
}

QJsonObject body(const Delta &frame)
{
    return {{"t"_L1, "delta"_L1},
            {"from"_L1, frame.from},
            {"to"_L1, frame.to},
            {"changes"_L1, listToJson(frame.changes)}};
}

QJsonObject body(const Frame::Ack &frame)
{
    return {{"t"_L1, "ack"_L1}, {"rev"_L1, frame.rev}};
}

QJsonObject body(const Frame::ScopeAdd &frame)
{
    return {{"t"_L1, "scope_add"_L1}, {"channel"_L1, frame.channel.toString()}, {"mid"_L1, frame.mid}};
}

QJsonObject body(const Frame::ScopeDrop &frame)
{
    return {{"t"_L1, "scope_drop"_L1}, {"channel"_L1, frame.channel.toString()}, {"reason"_L1, frame.reason}};
}

QJsonObject body(const Frame::Gap &frame)
{
    return {{"t"_L1, "gap"_L1},
            {"channel"_L1, frame.channel.toString()},
            {"first"_L1, frame.first},
            {"last"_L1, frame.last}};
}

QJsonObject body(const Frame::Operations &frame)
{
    return {{"t"_L1, "op"_L1}, {"operations"_L1, listToJson(frame.operations)}};
}

QJsonObject body(const Frame::Ping &)
{
    return {{"t"_L1, "ping"_L1}};
}
QJsonObject body(const Frame::Pong &frame)
{
    return {{"t"_L1, "pong"_L1}, {"rev"_L1, frame.rev}};
}
QJsonObject body(const Frame::Auth &frame)
{
    return {{"t"_L1, "auth"_L1}, {"token"_L1, frame.token}};
}
QJsonObject body(const Frame::AuthExpiring &)
{
    return {{"t"_L1, "auth_expiring"_L1}};
}
QJsonObject body(const Frame::Resync &frame)
{
    return {{"t"_L1, "resync"_L1}, {"reason"_L1, frame.reason}};
}
QJsonObject body(const Frame::Wipe &frame)
{
    return {{"t"_L1, "wipe"_L1}, {"reason"_L1, frame.reason}};
}
QJsonObject body(const Frame::Bye &frame)
{
    return {{"t"_L1, "bye"_L1}, {"delay"_L1, frame.delay}};
}

QJsonObject body(const Frame::Problem &frame)
{
    return {{"t"_L1, "error"_L1},
            {"code"_L1, frame.code},
            {"message"_L1, frame.message},
            {"retry"_L1, frame.retry},
            {"fatal"_L1, frame.fatal}};
}

QJsonObject body(const Frame::Unknown &frame)
{
    return {{"t"_L1, frame.type}};
}

AnyFrame readHello(JsonReader &reader)
{
    Frame::Hello frame;
    if (reader.text("version"_L1, 32) != ProtocolName)
        reader.fail("version"_L1, "is not one this server speaks");
    frame.token = reader.text("token"_L1, 128);
    frame.device = reader.id<DeviceId>("device"_L1);
    frame.workspace = reader.optionalId<WorkspaceId>("workspace"_L1);
    const QJsonObject cursor = reader.object("cursor"_L1);
    if (!cursor.isEmpty()) {
        JsonReader inner(cursor);
        frame.cursor = {inner.text("epoch"_L1, 64), inner.integer("rev"_L1)};
        if (!inner.ok())
            reader.fail("cursor"_L1, "is not a cursor");
    }
    const QJsonObject held = reader.object("held"_L1);
    if (held.size() > MaxListItems)
        reader.fail("held"_L1, "holds too many");
    for (auto it = held.begin(); it != held.end(); ++it) {
        const auto channel = ChannelId::fromString(it.key());
        if (channel.isNull() || !it.value().isDouble() || it.value().toInteger(-1) < 1)
            reader.fail("held"_L1, "is not a set of memberships");
        else
            frame.held.insert(channel, it.value().toInteger());
    }
    frame.schema = int(reader.optionalInteger("schema"_L1, 0, 0, 10'000));
    return frame;
}

AnyFrame readWelcome(JsonReader &reader)
{
    Frame::Welcome frame;
    frame.self = reader.id<PersonId>("self"_L1);
    frame.server = {reader.text("epoch"_L1, 64), reader.integer("rev"_L1)};
    frame.snapshot = reader.flag("snapshot"_L1);
    frame.lastOperation = reader.optionalInteger("last_op"_L1);
    frame.heartbeat = int(reader.optionalInteger("heartbeat"_L1, 25'000, 100, 600'000));
    return frame;
}

AnyFrame readDelta(JsonReader &reader)
{
    Delta delta{reader.integer("from"_L1), reader.integer("to"_L1), {}};
    const QJsonArray changes = reader.array("changes"_L1, MaxListItems);
    for (const auto &value : changes) {
        const QJsonObject json = value.toObject();
        // A kind of entity this version does not know is passed over, as an unknown frame is.
        const QString entity = json.value("entity"_L1).toString();
        if (!entity.isEmpty() && entity.size() <= 16 && !entityKindFromName(entity))
            continue;
        const Result<Change> change = changeFromJson(json);
        if (change)
            delta.changes.append(*change);
        else
            reader.fail("changes"_L1, "holds a wrong item");
    }
    if (delta.to < delta.from)
        reader.fail("to"_L1, "is before from");
    return delta;
}

AnyFrame readGap(JsonReader &reader)
{
    Frame::Gap frame{reader.id<ChannelId>("channel"_L1), reader.integer("first"_L1, 1),
                     reader.integer("last"_L1, 1)};
    if (frame.last < frame.first)
        reader.fail("last"_L1, "is before first");
    return frame;
}

using Decoder = AnyFrame (*)(JsonReader &);

const QHash<QString, Decoder> &decoders()
{
    static const QHash<QString, Decoder> table{
        {u"hello"_s, readHello},
        {u"welcome"_s, readWelcome},
        {u"delta"_s, readDelta},
        {u"gap"_s, readGap},
        {u"ack"_s, [](JsonReader &r) -> AnyFrame { return Frame::Ack{r.integer("rev"_L1)}; }},
        {u"scope_add"_s,
         [](JsonReader &r) -> AnyFrame {
             return Frame::ScopeAdd{r.id<ChannelId>("channel"_L1), r.integer("mid"_L1)};
         }},
        {u"scope_drop"_s,
         [](JsonReader &r) -> AnyFrame {
             return Frame::ScopeDrop{r.id<ChannelId>("channel"_L1), r.optionalText("reason"_L1, 32)};
         }},
        {u"op"_s,
         [](JsonReader &r) -> AnyFrame {
             return Frame::Operations{listFromJson<Operation>(r, "operations"_L1, operationFromJson)};
         }},
        {u"op_ack"_s,
         [](JsonReader &r) -> AnyFrame {
             return Frame::Verdicts{listFromJson<Verdict>(r, "verdicts"_L1, verdictFromJson)};
         }},
        {u"ping"_s, [](JsonReader &) -> AnyFrame { return Frame::Ping{}; }},
        {u"pong"_s, [](JsonReader &r) -> AnyFrame { return Frame::Pong{r.integer("rev"_L1)}; }},
        {u"auth"_s, [](JsonReader &r) -> AnyFrame { return Frame::Auth{r.text("token"_L1, 128)}; }},
        {u"auth_expiring"_s, [](JsonReader &) -> AnyFrame { return Frame::AuthExpiring{}; }},
        {u"resync"_s,
         [](JsonReader &r) -> AnyFrame { return Frame::Resync{r.optionalText("reason"_L1, 200)}; }},
        {u"wipe"_s, [](JsonReader &r) -> AnyFrame { return Frame::Wipe{r.optionalText("reason"_L1, 200)}; }},
        {u"bye"_s,
         [](JsonReader &r) -> AnyFrame {
             return Frame::Bye{r.optionalInteger("delay"_L1, 0, 0, 3'600'000)};
         }},
        {u"error"_s,
         [](JsonReader &r) -> AnyFrame {
             return Frame::Problem{r.text("code"_L1, 64), r.optionalText("message"_L1, 1000),
                                   r.optionalInteger("retry"_L1, 0, 0, 3'600'000), r.flag("fatal"_L1)};
         }},
    };
    return table;
}

QByteArray bytes(const auto &frame)
{
    return toJson(body(frame));
}

/// Twenty for each frame of a device that catches up; without an object for each.
QByteArray bytes(const Frame::Verdicts &frame)
{
    QByteArrayList verdicts;
    for (const Verdict &verdict : frame.verdicts)
        verdicts.append(encode(verdict));
    JsonText json(100);
    json.word("t"_L1, "op_ack");
    json.raw("verdicts"_L1, '[' + verdicts.join(',') + ']');
    return std::move(json).end();
}

} // namespace

QByteArray encode(const AnyFrame &frame)
{
    return std::visit([](const auto &value) { return bytes(value); }, frame);
}

Result<AnyFrame> decode(QByteArrayView bytes, const JsonLimits &limits)
{
    const Result<QJsonObject> json = parseJson(bytes, limits);
    if (!json)
        return std::unexpected(json.error());
    JsonReader reader(*json);
    const QString type = reader.text("t"_L1, 32);
    if (!reader.ok())
        return std::unexpected(reader.error());
    const Decoder decoder = decoders().value(type);
    if (!decoder)
        return Frame::Unknown{type};
    AnyFrame frame = decoder(reader);
    if (!reader.ok())
        return std::unexpected(reader.error());
    return frame;
}

QByteArray encodeDelta(qint64 from, qint64 to, const QList<QByteArray> &changes)
{
    // As QJsonDocument would write it: keys in their order, compactly.
    QByteArray frame = R"({"changes":[)";
    qsizetype bytes = frame.size() + 80;
    for (const QByteArray &change : changes)
        bytes += change.size() + 1;
    frame.reserve(bytes);
    for (const QByteArray &change : changes) {
        if (!frame.endsWith('['))
            frame += ',';
        frame += change;
    }
    return frame + R"(],"from":)" + QByteArray::number(from) + R"(,"t":"delta","to":)"
        + QByteArray::number(to) + '}';
}

QByteArray encode(const HistoryPage &page)
{
    return toJson(QJsonObject{{"channel"_L1, page.channel.toString()},
                              {"first"_L1, page.first},
                              {"last"_L1, page.last},
                              {"messages"_L1, listToJson(page.messages)},
                              {"rev"_L1, page.rev}});
}

Result<HistoryPage> decodeHistory(QByteArrayView bytes)
{
    const Result<QJsonObject> json = parseJson(bytes, {16 * 1024 * 1024, 16});
    if (!json)
        return std::unexpected(json.error());
    JsonReader reader(*json);
    HistoryPage page{reader.id<ChannelId>("channel"_L1), reader.integer("first"_L1),
                     reader.integer("last"_L1), listFromJson<Message>(reader, "messages"_L1, messageFromJson),
                     reader.optionalInteger("rev"_L1)};
    for (const Message &message : std::as_const(page.messages)) {
        if (message.channel != page.channel
            || (page.first && (message.seq < page.first || message.seq > page.last)))
            reader.fail("messages"_L1, "holds one from elsewhere");
    }
    if (!reader.ok())
        return std::unexpected(reader.error());
    return page;
}

} // namespace ChatOps
