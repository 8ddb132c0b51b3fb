// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>
#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <compare>
#include <functional>

namespace ChatOps {

/// A new time-ordered UUID (RFC 9562, version 7): 48 bits of Unix time in
/// milliseconds, the rest random from the system's source. Thread-safe.
[[nodiscard]] QUuid makeUuidV7();
/// Makes `makeUuidV7` take its ids from `source`, for simulations that must
/// repeat themselves; an empty function goes back. Before any thread starts.
void setIdSource(std::function<QUuid()> source);
/// Reads the 36-character form (RFC 9562 section 4, no braces); anything else gives the zero
/// id. QUuid reads more forms, and takes several times as long.
[[nodiscard]] QUuid uuidFromText(QStringView text);
/// Does it have version 7 and the variant of RFC 9562?
[[nodiscard]] bool isUuidV7(const QUuid &id);

/// A strong identifier: two ids of different things do not compare or convert.
/// The zero id means "none" and is what a default-constructed id holds.
template <typename Tag>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(const QUuid &uuid)
        : m_uuid(uuid)
    {
    }

    [[nodiscard]] static Id create() { return Id(makeUuidV7()); }

    /// Reads the 36-character form (RFC 9562 section 4, no braces). Anything
    /// else gives the zero id.
    [[nodiscard]] static Id fromString(QStringView text) { return Id(uuidFromText(text)); }

    /// Reads 16 bytes, big endian. Anything else gives the zero id.
    [[nodiscard]] static Id fromBytes(QByteArrayView bytes)
    {
        return bytes.size() == 16 ? Id(QUuid::fromRfc4122(bytes)) : Id();
    }

    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }
    [[nodiscard]] QByteArray toBytes() const { return m_uuid.toRfc4122(); }
    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] const QUuid &uuid() const { return m_uuid; }
    explicit operator bool() const { return !isNull(); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_uuid == b.m_uuid; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }
    friend QDebug operator<<(QDebug debug, const Id &id) { return debug << id.toString(); }

private:
    QUuid m_uuid;
};

using WorkspaceId = Id<struct WorkspaceTag>;
using PersonId = Id<struct PersonTag>;
using ChannelId = Id<struct ChannelTag>;
using MessageId = Id<struct MessageTag>;
using TaskId = Id<struct TaskTag>;
using EventId = Id<struct EventTag>;
using FileId = Id<struct FileTag>;
using OperationId = Id<struct OperationTag>;
using DeviceId = Id<struct DeviceTag>;
using AccountId = Id<struct AccountTag>;
using ConsentId = Id<struct ConsentTag>;
using RequestId = Id<struct RequestTag>;
using NoticeId = Id<struct NoticeTag>;
using PolicyId = Id<struct PolicyTag>;

/// The id of the direct-message channel of these people. It follows from the
/// members alone, so that two people who open it offline meet in one channel.
[[nodiscard]] ChannelId directChannelId(WorkspaceId workspace, QList<PersonId> people);

} // namespace ChatOps

Q_DECLARE_METATYPE(ChatOps::PersonId)
Q_DECLARE_METATYPE(ChatOps::ChannelId)
Q_DECLARE_METATYPE(ChatOps::MessageId)
Q_DECLARE_METATYPE(ChatOps::TaskId)
Q_DECLARE_METATYPE(ChatOps::EventId)
Q_DECLARE_METATYPE(ChatOps::OperationId)
