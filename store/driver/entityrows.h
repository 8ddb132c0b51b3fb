// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities.h"
#include "store/driver/connection.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ChatOps {

// How entities stand in columns, the same in the client's cache and the
// server's database.

/// A message from columns 0 to 14: id, channel, seq, author, at, edited, text,
/// root, replies, last_reply, reactions, files, deleted, rev, text_rev.
[[nodiscard]] Message messageFromRow(const SqlRow &row);

[[nodiscard]] QString compactJson(const QJsonArray &array);
[[nodiscard]] QString compactJson(const QJsonObject &object);
/// A list from a column; empty when there is none.
[[nodiscard]] QJsonArray jsonArray(const QString &column);

/// The zero id is NULL in the database.
[[nodiscard]] QVariant blobOrNull(const auto &id)
{
    return id.isNull() ? QVariant() : QVariant(id.toBytes());
}

} // namespace ChatOps
