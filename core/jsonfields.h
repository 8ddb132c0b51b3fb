// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonguard.h"

#include <array>
#include <optional>

/// What the decoders of entities share. For their .cpp files alone; any thread.
namespace ChatOps::Json {

/// The value whose name stands at its own number in `names`; none if no name matches.
template <typename Enum, size_t N>
[[nodiscard]] std::optional<Enum> fromName(const std::array<QLatin1StringView, N> &names, QStringView name)
{
    for (size_t i = 0; i < N; ++i) {
        if (name == names[i])
            return Enum(int(i));
    }
    return std::nullopt;
}

/// A field that has to be there; `reader` fails if it is missing or no known name.
template <typename Enum>
[[nodiscard]] Enum readEnum(JsonReader &reader, QLatin1StringView key,
                            std::optional<Enum> (*decode)(QStringView))
{
    const std::optional<Enum> value = decode(reader.text(key, 32));
    if (!value)
        reader.fail(key, "is not a known value");
    return value.value_or(Enum());
}

/// A field that may be missing: then `fallback`.
template <typename Enum>
[[nodiscard]] Enum readEnum(JsonReader &reader, QLatin1StringView key,
                            std::optional<Enum> (*decode)(QStringView), Enum fallback)
{
    return reader.has(key) ? readEnum(reader, key, decode) : fallback;
}

/// Empty for the null id.
[[nodiscard]] QString idText(const auto &id)
{
    return id.isNull() ? QString() : id.toString();
}

/// `value`, or the first thing `reader` found wrong.
template <typename T>
[[nodiscard]] Result<T> finish(const JsonReader &reader, T value)
{
    if (!reader.ok())
        return std::unexpected(reader.error());
    return value;
}

} // namespace ChatOps::Json
