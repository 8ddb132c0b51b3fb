// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation.h"

#include "core/jsonguard.h"
#include "core/jsontext.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr std::array<QLatin1StringView, OperationKindCount> kindNames{
    "message.post"_L1,   "message.edit"_L1,    "message.delete"_L1,   "message.react"_L1,
    "task.create"_L1,    "task.patch"_L1,      "task.delete"_L1,      "event.create"_L1,
    "event.patch"_L1,    "event.delete"_L1,    "event.answer"_L1,     "read.mark"_L1,
    "channel.create"_L1, "channel.patch"_L1,   "channel.join"_L1,     "channel.leave"_L1,
    "channel.add"_L1,    "channel.remove"_L1,  "direct.open"_L1,      "consent.record"_L1,
    "request.create"_L1, "request.message"_L1, "request.withdraw"_L1, "request.answer"_L1,
    "request.extend"_L1, "request.refuse"_L1,  "notice.read"_L1,      "profile.patch"_L1,
    "request.lift"_L1,   "preference.set"_L1};

constexpr std::array verdictNames{"ok"_L1, "dup"_L1, "rejected"_L1, "conflict"_L1, "wait"_L1};

} // namespace

QLatin1StringView nameOf(OperationKind kind)
{
    return kindNames[size_t(kind)];
}

std::optional<OperationKind> operationKindFromName(QStringView name)
{
    for (size_t i = 0; i < kindNames.size(); ++i) {
        if (name == kindNames[i])
            return OperationKind(int(i));
    }
    return std::nullopt;
}

Operation Operation::make(OperationKind kind, const QUuid &target, QJsonObject data, qint64 base)
{
    return {
        OperationId::create(), 0, kind, target, base, std::move(data), QDateTime::currentMSecsSinceEpoch()};
}

QJsonObject toJson(const Operation &operation)
{
    QJsonObject json{
        {"op"_L1, operation.id.toString()},  {"seq"_L1, operation.seq},
        {"kind"_L1, nameOf(operation.kind)}, {"id"_L1, operation.target.toString(QUuid::WithoutBraces)},
        {"data"_L1, operation.data},         {"at"_L1, operation.createdAt}};
    if (operation.base)
        json.insert("base"_L1, operation.base);
    return json;
}

Result<Operation> operationFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Operation operation;
    operation.id = reader.id<OperationId>("op"_L1);
    operation.seq = reader.optionalInteger("seq"_L1);
    if (const auto kind = operationKindFromName(reader.text("kind"_L1, 32)))
        operation.kind = *kind;
    else
        reader.fail("kind"_L1, "is not known");
    operation.target = reader.id<Id<struct AnyTag>>("id"_L1).uuid();
    operation.base = reader.optionalInteger("base"_L1);
    operation.data = reader.object("data"_L1);
    operation.createdAt = reader.optionalInteger("at"_L1);
    if (!reader.ok())
        return std::unexpected(reader.error());
    return operation;
}

QJsonObject toJson(const Verdict &verdict)
{
    QJsonObject json{{"op"_L1, verdict.operation.toString()},
                     {"verdict"_L1, verdictNames[size_t(verdict.kind)]}};
    if (verdict.rev)
        json.insert("rev"_L1, verdict.rev);
    if (!verdict.code.isEmpty())
        json.insert("code"_L1, verdict.code);
    if (!verdict.message.isEmpty())
        json.insert("message"_L1, verdict.message);
    if (!verdict.current.isEmpty())
        json.insert("current"_L1, verdict.current);
    return json;
}

QByteArray encode(const Verdict &verdict)
{
    if (verdict.kind != Verdict::Kind::Ok || !verdict.rev || !verdict.code.isEmpty()
        || !verdict.message.isEmpty() || !verdict.current.isEmpty())
        return toJson(toJson(verdict));
    // What nearly all of them are.
    JsonText json(100);
    json.id("op"_L1, verdict.operation);
    json.number("rev"_L1, verdict.rev);
    json.word("verdict"_L1, verdictNames[size_t(verdict.kind)]);
    return std::move(json).end();
}

Result<Verdict> verdictFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Verdict verdict;
    verdict.operation = reader.id<OperationId>("op"_L1);
    const QString name = reader.text("verdict"_L1, 16);
    const auto found = std::find(verdictNames.begin(), verdictNames.end(), name);
    if (found == verdictNames.end())
        reader.fail("verdict"_L1, "is not known");
    else
        verdict.kind = Verdict::Kind(int(found - verdictNames.begin()));
    verdict.rev = reader.optionalInteger("rev"_L1);
    verdict.code = reader.optionalText("code"_L1, 64);
    verdict.message = reader.optionalText("message"_L1, 1000);
    verdict.current = reader.object("current"_L1);
    if (!reader.ok())
        return std::unexpected(reader.error());
    return verdict;
}

} // namespace ChatOps
