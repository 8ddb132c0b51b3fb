// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonguard.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace ChatOps {
namespace {

Error malformed(const QString &detail)
{
    return {ErrorCode::Protocol,
            QCoreApplication::translate("ChatOps", "The other side sent something unreadable."), detail};
}

/// Deepest nesting of arrays and objects, outside strings.
int nesting(QByteArrayView bytes)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

} // namespace

Result<QJsonObject> parseJson(QByteArrayView bytes, const JsonLimits &limits)
{
    if (bytes.size() > limits.bytes)
        return std::unexpected(
            malformed(QStringLiteral("%1 bytes, at most %2").arg(bytes.size()).arg(limits.bytes)));
    if (!QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8())
        return std::unexpected(malformed(QStringLiteral("not UTF-8")));
    if (const int depth = nesting(bytes); depth > limits.depth)
        return std::unexpected(
            malformed(QStringLiteral("nested %1 deep, at most %2").arg(depth).arg(limits.depth)));
    QJsonParseError problem;
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &problem);
    if (problem.error != QJsonParseError::NoError)
        return std::unexpected(
            malformed(QStringLiteral("%1 at byte %2").arg(problem.errorString()).arg(problem.offset)));
    if (!document.isObject())
        return std::unexpected(malformed(QStringLiteral("not an object")));
    return document.object();
}

QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void JsonReader::fail(QLatin1StringView key, const char *why)
{
    if (m_problem.isEmpty())
        m_problem = QStringLiteral("\"%1\" %2").arg(key, QLatin1StringView(why));
}

Error JsonReader::error() const
{
    return malformed(m_problem);
}

bool JsonReader::has(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

QString JsonReader::text(QLatin1StringView key, qsizetype maxUnits)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isString())
        fail(key, "is not text");
    const QString result = value.toString();
    if (result.size() > maxUnits)
        fail(key, "is too long");
    // Escapes (RFC 8259 section 7) can name half a character, which no UTF-8 can store.
    if (!result.isValidUtf16())
        fail(key, "is not Unicode");
    return result;
}

QString JsonReader::optionalText(QLatin1StringView key, qsizetype maxUnits)
{
    return has(key) ? text(key, maxUnits) : QString();
}

qint64 JsonReader::integer(QLatin1StringView key, qint64 min, qint64 max)
{
    const QJsonValue value = m_object.value(key);
    const qint64 result = value.toInteger(std::numeric_limits<qint64>::min());
    if (!value.isDouble() || result < min || result > max) {
        fail(key, "is not an integer in range");
        return min;
    }
    return result;
}

qint64 JsonReader::optionalInteger(QLatin1StringView key, qint64 fallback, qint64 min, qint64 max)
{
    return has(key) ? integer(key, min, max) : fallback;
}

bool JsonReader::flag(QLatin1StringView key, bool fallback)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return fallback;
    if (!value.isBool())
        fail(key, "is not true or false");
    return value.toBool();
}

QJsonArray JsonReader::array(QLatin1StringView key, qsizetype maxItems)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return {};
    if (!value.isArray())
        fail(key, "is not a list");
    const QJsonArray result = value.toArray();
    if (result.size() > maxItems) {
        fail(key, "is too long a list");
        return {};
    }
    return result;
}

QJsonObject JsonReader::object(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return {};
    if (!value.isObject())
        fail(key, "is not an object");
    return value.toObject();
}

} // namespace ChatOps
