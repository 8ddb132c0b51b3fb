// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change.h"
#include "core/jsonguard.h"
#include "core/operation.h"

#include <QHash>

#include <variant>

namespace ChatOps {

/// The version of the protocol both sides speak; see docs/protocol.md.
inline constexpr QLatin1StringView ProtocolName("hub.v1");
/// Largest frame a client may send and a server may send, in bytes.
inline constexpr qsizetype MaxFrameUp = 256 * 1024;
inline constexpr qsizetype MaxFrameDown = 256 * 1024;

/// Memberships a device holds: scope of a channel to the revision it began.
using Memberships = QHash<ChannelId, qint64>;

namespace Frame {

struct Hello {
    QString token; ///< Access token.
    DeviceId device;
    WorkspaceId workspace;
    Cursor cursor; ///< Null: this device holds nothing.
    Memberships held;
    int schema = 0;
};
struct Welcome {
    PersonId self;
    Cursor server; ///< The server's epoch and newest revision.
    bool snapshot = false; ///< The device must load a snapshot first.
    qint64 lastOperation = 0; ///< Highest outbox number seen from this device.
    int heartbeat = 25'000; ///< Milliseconds between pings.
};
struct Ack {
    qint64 rev = 0;
};
struct ScopeAdd {
    ChannelId channel;
    qint64 mid = 0;
};
struct ScopeDrop {
    ChannelId channel;
    QString reason; ///< "left", "removed", "deleted", "rejoined".
};
struct Gap {
    ChannelId channel;
    qint64 first = 0; ///< First and last sequence number not sent.
    qint64 last = 0;
};
struct Operations {
    QList<Operation> operations;
};
struct Verdicts {
    QList<Verdict> verdicts;
};
struct Ping { };
struct Pong {
    qint64 rev = 0;
};
struct Auth {
    QString token;
};
struct AuthExpiring { };
struct Resync {
    QString reason;
};
struct Wipe {
    QString reason;
};
struct Bye {
    qint64 delay = 0; ///< Milliseconds to wait before coming back.
};
struct Problem {
    QString code;
    QString message;
    qint64 retry = 0; ///< Milliseconds; 0 when trying again is useless or immediate.
    bool fatal = false;
};
struct Unknown {
    QString type;
};

} // namespace Frame

using AnyFrame =
    std::variant<Frame::Hello, Frame::Welcome, Delta, Frame::Ack, Frame::ScopeAdd, Frame::ScopeDrop,
                 Frame::Gap, Frame::Operations, Frame::Verdicts, Frame::Ping, Frame::Pong, Frame::Auth,
                 Frame::AuthExpiring, Frame::Resync, Frame::Wipe, Frame::Bye, Frame::Problem, Frame::Unknown>;

[[nodiscard]] QByteArray encode(const AnyFrame &frame);
/// Decodes one frame. A type this version does not know is `Unknown`, not an
/// error; unknown fields are ignored.
[[nodiscard]] Result<AnyFrame> decode(QByteArrayView bytes, const JsonLimits &limits);

/// The frame of a delta from changes that are encoded already, each as `toJson` makes it: one
/// encoding serves every connection it goes to.
[[nodiscard]] QByteArray encodeDelta(qint64 from, qint64 to, const QList<QByteArray> &changes);

/// A page of a channel's history, or a thread, as HTTP carries it.
struct HistoryPage {
    ChannelId channel;
    qint64 first = 0; ///< The page holds every message from `first` to `last` ...
    qint64 last = 0; ///< ... unless it is a thread (`first` is 0).
    QList<Message> messages;
    qint64 rev = 0; ///< Of the workspace when the page was read.
};
[[nodiscard]] QByteArray encode(const HistoryPage &page);
[[nodiscard]] Result<HistoryPage> decodeHistory(QByteArrayView bytes);

} // namespace ChatOps
