// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities.h"
#include "core/result.h"

#include <QJsonObject>

namespace ChatOps {

/// Everything a person can do to shared things. Names on the wire are
/// "message.post" and so on; docs/protocol.md has the table of their data.
enum class OperationKind {
    MessagePost,
    MessageEdit,
    MessageDelete,
    MessageReact,
    TaskCreate,
    TaskPatch,
    TaskDelete,
    EventCreate,
    EventPatch,
    EventDelete,
    EventAnswer,
    ReadMark,
    ChannelCreate,
    ChannelPatch,
    ChannelJoin,
    ChannelLeave,
    ChannelAdd,
    ChannelRemove,
    DirectOpen,
    ConsentRecord,
    RequestCreate,
    RequestMessage,
    RequestWithdraw,
    RequestAnswer,
    RequestExtend,
    RequestRefuse,
    NoticeRead,
    ProfilePatch,
    RequestLift,
    PreferenceSet,
};
inline constexpr int OperationKindCount = int(OperationKind::PreferenceSet) + 1;

[[nodiscard]] QLatin1StringView nameOf(OperationKind kind);
[[nodiscard]] std::optional<OperationKind> operationKindFromName(QStringView name);

/// What the person wants, in a form that can be sent again safely: the
/// server applies each `id` once.
struct Operation {
    OperationId id;
    qint64 seq = 0; ///< Order on this device, given by the outbox.
    OperationKind kind = OperationKind::MessagePost;
    QUuid target; ///< The entity created or changed.
    qint64 base = 0; ///< Text revision the change was made from; 0 where none matters.
    QJsonObject data;
    Millis createdAt = 0;

    [[nodiscard]] static Operation make(OperationKind kind, const QUuid &target, QJsonObject data = {},
                                        qint64 base = 0);
};

[[nodiscard]] QJsonObject toJson(const Operation &operation);
[[nodiscard]] Result<Operation> operationFromJson(const QJsonObject &json);

/// What the server said of an operation.
struct Verdict {
    enum class Kind {
        Ok, ///< Applied now.
        Duplicate, ///< Applied before; `rev` is of then.
        Rejected, ///< Never will be; `message` says why.
        Conflict, ///< Somebody changed the text first; `current` is theirs.
        Wait, ///< Not now; send it again later.
    };
    OperationId operation;
    Kind kind = Kind::Ok;
    qint64 rev = 0; ///< Revision of the effect.
    QString code;
    QString message;
    QJsonObject current;
};

[[nodiscard]] QJsonObject toJson(const Verdict &verdict);
/// The bytes of `toJson(toJson(verdict))`.
[[nodiscard]] QByteArray encode(const Verdict &verdict);
[[nodiscard]] Result<Verdict> verdictFromJson(const QJsonObject &json);

/// An operation in the outbox and how far it has come.
struct PendingOperation {
    enum class State {
        Waiting, ///< Not confirmed; it will be sent when there is a way.
        Acknowledged, ///< Confirmed as of `rev`; leaves when the cursor gets there.
        Refused, ///< Stays until the person has seen why.
        Conflicted,
    };
    Operation operation;
    State state = State::Waiting;
    qint64 rev = 0;
    QString code;
    QString message;
    QJsonObject current;
};

} // namespace ChatOps
