// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

namespace ChatOps {

/// A JSON object (RFC 8259) written field by field, for the few that are written so often that making
/// a QJsonObject counts (docs/performance.md). The bytes are those of QJsonDocument when
/// fields are given in the order of their keys. Keys and words need no escapes.
class JsonText {
public:
    /// `room`: about so many bytes.
    explicit JsonText(qsizetype room) { m_json.reserve(room); }
    void number(QLatin1StringView key, qint64 value) { begin(key) += QByteArray::number(value); }
    void id(QLatin1StringView key, const QUuid &value)
    {
        begin(key) += '"' + value.toByteArray(QUuid::WithoutBraces) + '"';
    }
    template <typename Tag>
    void id(QLatin1StringView key, const Id<Tag> &value)
    {
        id(key, value.uuid());
    }
    void word(QLatin1StringView key, QByteArrayView value);
    /// Any text that is Unicode.
    void text(QLatin1StringView key, QStringView value);
    /// JSON that is there already.
    void raw(QLatin1StringView key, QByteArrayView value) { begin(key) += value; }
    [[nodiscard]] QByteArray end() &&
    {
        m_json += '}';
        return std::move(m_json);
    }

private:
    QByteArray &begin(QLatin1StringView key);
    QByteArray m_json;
};

} // namespace ChatOps
