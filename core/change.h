// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities.h"
#include "core/result.h"

#include <QJsonObject>

namespace ChatOps {

/// Who may see a change: every member of the workspace, the members of one
/// channel, or one person. On the wire "ws", "c:<uuid>", "u:<uuid>".
struct Scope {
    enum class Kind { Workspace, Channel, Person };
    Kind kind = Kind::Workspace;
    QUuid id;

    [[nodiscard]] static Scope workspace() { return {}; }
    [[nodiscard]] static Scope channel(ChannelId id) { return {Kind::Channel, id.uuid()}; }
    [[nodiscard]] static Scope person(PersonId id) { return {Kind::Person, id.uuid()}; }
    [[nodiscard]] QString toString() const;
    [[nodiscard]] static std::optional<Scope> fromString(QStringView text);

    friend bool operator==(const Scope &, const Scope &) = default;
    friend size_t qHash(const Scope &scope, size_t seed = 0)
    {
        return qHashMulti(seed, int(scope.kind), scope.id);
    }
};

/// One entry of the server's change log as a client receives it.
struct Change {
    enum class Verb {
        Put, ///< `data` is the whole entity.
        Delete, ///< Gone for this scope; `data` names it only.
    };
    qint64 rev = 0;
    Scope scope;
    EntityKind entity = EntityKind::Message;
    QUuid id;
    Verb verb = Verb::Put;
    QJsonObject data;
    PersonId by;
    OperationId operation; ///< The operation that caused it.
};

[[nodiscard]] QJsonObject toJson(const Change &change);
/// The bytes of `toJson(toJson(change))`, with `data` for the bytes of the change's data: those who have
/// them need not write them again.
[[nodiscard]] QByteArray encodeChange(const Change &change, QByteArrayView data);
[[nodiscard]] Result<Change> changeFromJson(const QJsonObject &json);

/// A run of the log: applied only by a client whose cursor is `from`.
struct Delta {
    qint64 from = 0;
    qint64 to = 0;
    QList<Change> changes;
};

/// The place in the log a client has reached. The epoch changes when the
/// server was restored from a backup; revisions of two epochs do not compare.
struct Cursor {
    QString epoch;
    qint64 rev = 0;

    [[nodiscard]] bool isNull() const { return epoch.isEmpty(); }
    friend bool operator==(const Cursor &, const Cursor &) = default;
};

} // namespace ChatOps
