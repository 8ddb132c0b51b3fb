// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change.h"

#include "core/entityjson.h"
#include "core/jsonguard.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

QString Scope::toString() const
{
    switch (kind) {
    case Kind::Channel:
        return u"c:"_s + id.toString(QUuid::WithoutBraces);
    case Kind::Person:
        return u"u:"_s + id.toString(QUuid::WithoutBraces);
    case Kind::Workspace:
        break;
    }
    return u"ws"_s;
}

std::optional<Scope> Scope::fromString(QStringView text)
{
    if (text == u"ws")
        return workspace();
    if (text.size() != 38 || text[1] != u':')
        return std::nullopt;
    const QUuid id = QUuid::fromString(text.sliced(2));
    if (id.isNull())
        return std::nullopt;
    if (text[0] == u'c')
        return Scope{Kind::Channel, id};
    if (text[0] == u'u')
        return Scope{Kind::Person, id};
    return std::nullopt;
}

QJsonObject toJson(const Change &change)
{
    QJsonObject json{{"rev"_L1, change.rev},
                     {"scope"_L1, change.scope.toString()},
                     {"entity"_L1, nameOf(change.entity)},
                     {"id"_L1, change.id.toString(QUuid::WithoutBraces)},
                     {"verb"_L1, change.verb == Change::Verb::Put ? "put"_L1 : "delete"_L1},
                     {"data"_L1, change.data}};
    if (change.by)
        json.insert("by"_L1, change.by.toString());
    if (change.operation)
        json.insert("op"_L1, change.operation.toString());
    return json;
}

QByteArray encodeChange(const Change &change, QByteArrayView data)
{
    // In the order of QJsonDocument. Nothing but `data` has characters that JSON escapes.
    QByteArray json;
    json.reserve(data.size() + 320);
    const auto add = [&json](QLatin1StringView before, QByteArrayView value) {
        json.append(before.data(), before.size());
        json += value;
    };
    json += '{';
    if (change.by) {
        add(R"("by":")"_L1, change.by.uuid().toByteArray(QUuid::WithoutBraces));
        json += R"(",)";
    }
    add(R"("data":)"_L1, data);
    add(R"(,"entity":")"_L1, nameOf(change.entity));
    add(R"(","id":")"_L1, change.id.toByteArray(QUuid::WithoutBraces));
    if (change.operation)
        add(R"(","op":")"_L1, change.operation.uuid().toByteArray(QUuid::WithoutBraces));
    add(R"(","rev":)"_L1, QByteArray::number(change.rev));
    add(R"(,"scope":")"_L1, change.scope.toString().toLatin1());
    add(R"(","verb":")"_L1, change.verb == Change::Verb::Put ? "put" : "delete");
    json += R"("})";
    return json;
}

Result<Change> changeFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Change change;
    change.rev = reader.integer("rev"_L1);
    if (const auto scope = Scope::fromString(reader.text("scope"_L1, 38)))
        change.scope = *scope;
    else
        reader.fail("scope"_L1, "is not a scope");
    if (const auto entity = entityKindFromName(reader.text("entity"_L1, 16)))
        change.entity = *entity;
    else
        reader.fail("entity"_L1, "is not known");
    change.id = reader.id<Id<struct AnyTag>>("id"_L1).uuid();
    const QString verb = reader.text("verb"_L1, 8);
    if (verb == "delete"_L1)
        change.verb = Change::Verb::Delete;
    else if (verb != "put"_L1)
        reader.fail("verb"_L1, "is not known");
    change.data = reader.object("data"_L1);
    change.by = reader.optionalId<PersonId>("by"_L1);
    change.operation = reader.optionalId<OperationId>("op"_L1);
    if (!reader.ok())
        return std::unexpected(reader.error());
    return change;
}

} // namespace ChatOps
