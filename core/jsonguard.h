// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace ChatOps {

/// Bounds put on JSON (RFC 8259) from a peer before it is parsed.
struct JsonLimits {
    qsizetype bytes = 64 * 1024;
    int depth = 16;
};

/// Parses one object. Checks size, UTF-8 and nesting before the parser sees
/// it, so that memory and stack stay bounded whatever the peer sends.
[[nodiscard]] Result<QJsonObject> parseJson(QByteArrayView bytes, const JsonLimits &limits);

/// Writes an object in the compact form.
[[nodiscard]] QByteArray toJson(const QJsonObject &object);

/// Reads fields of an object and remembers the first one that is wrong, so
/// that a decoder can read them all and ask once.
class JsonReader {
public:
    explicit JsonReader(const QJsonObject &object)
        : m_object(object)
    {
    }

    /// Largest integer a double holds exactly; numbers beyond are refused.
    static constexpr qint64 MaxInteger = (qint64(1) << 53) - 1;

    [[nodiscard]] bool has(QLatin1StringView key) const;
    [[nodiscard]] QString text(QLatin1StringView key, qsizetype maxUnits = 256);
    [[nodiscard]] QString optionalText(QLatin1StringView key, qsizetype maxUnits = 256);
    [[nodiscard]] qint64 integer(QLatin1StringView key, qint64 min = 0, qint64 max = MaxInteger);
    [[nodiscard]] qint64 optionalInteger(QLatin1StringView key, qint64 fallback = 0, qint64 min = 0,
                                         qint64 max = MaxInteger);
    [[nodiscard]] bool flag(QLatin1StringView key, bool fallback = false);
    [[nodiscard]] QJsonArray array(QLatin1StringView key, qsizetype maxItems);
    [[nodiscard]] QJsonObject object(QLatin1StringView key);

    template <typename IdType>
    [[nodiscard]] IdType id(QLatin1StringView key)
    {
        const IdType value = IdType::fromString(text(key, 36));
        if (value.isNull())
            fail(key, "is not an id");
        return value;
    }

    /// The zero id when the field is absent, null or empty.
    template <typename IdType>
    [[nodiscard]] IdType optionalId(QLatin1StringView key)
    {
        return optionalText(key, 36).isEmpty() ? IdType() : id<IdType>(key);
    }

    template <typename IdType>
    [[nodiscard]] QList<IdType> ids(QLatin1StringView key, qsizetype maxItems)
    {
        QList<IdType> result;
        const QJsonArray values = array(key, maxItems);
        for (const auto &value : values) {
            result.append(IdType::fromString(value.toString()));
            if (result.last().isNull())
                fail(key, "holds something that is not an id");
        }
        return result;
    }

    void fail(QLatin1StringView key, const char *why);
    [[nodiscard]] bool ok() const { return m_problem.isEmpty(); }
    [[nodiscard]] Error error() const;

private:
    const QJsonObject &m_object;
    QString m_problem;
};

} // namespace ChatOps
