// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change.h"

#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "core/jsontext.h"

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
    JsonText json(data.size() + 320);
    if (change.by)
        json.id("by"_L1, change.by);
    json.raw("data"_L1, data);
    json.word("entity"_L1, nameOf(change.entity));
    json.id("id"_L1, change.id);
    if (change.operation)
        json.id("op"_L1, change.operation);
    json.number("rev"_L1, change.rev);
    json.word("scope"_L1, change.scope.toString().toLatin1());
    json.word("verb"_L1, change.verb == Change::Verb::Put ? "put" : "delete");
    return std::move(json).end();
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
