// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace ChatOps::Server {

/// The files of a Slack export, wherever they are.
class SlackFiles {
public:
    SlackFiles() = default;
    SlackFiles(const SlackFiles &) = delete;
    SlackFiles &operator=(const SlackFiles &) = delete;
    virtual ~SlackFiles() = default;

    /// Names of all files in it.
    [[nodiscard]] virtual Result<QStringList> names() const = 0;
    /// Reads the files `wanted` accepts and gives each to `take`, or to
    /// `spoilt` with what is wrong with it.
    [[nodiscard]] virtual Result<void> read(
        const std::function<bool(const QString &)> &wanted,
        const std::function<void(const QString &, const QByteArray &)> &take,
        const std::function<void(const QString &, const Error &)> &spoilt) const = 0;
};

/// Reads the ZIP of a Slack export entry by entry, in memory, within limits.
class SlackArchive final : public SlackFiles {
public:
    static constexpr qint64 MaxEntry = 256LL * 1024 * 1024;

    explicit SlackArchive(QString path)
        : m_path(std::move(path))
    {
    }

    /// Invalid when it is no readable ZIP.
    [[nodiscard]] Result<QStringList> names() const override;
    [[nodiscard]] Result<void> read(
        const std::function<bool(const QString &)> &wanted,
        const std::function<void(const QString &, const QByteArray &)> &take,
        const std::function<void(const QString &, const Error &)> &spoilt) const override;

private:
    QString m_path;
};

/// One element of a JSON list with the line it begins on, from 1.
struct JsonElement {
    int line = 0;
    QJsonObject object;
    QString problem; ///< Why it is not an object; then `object` is empty.
};

/// Splits a JSON list into its elements without giving up at a broken one.
[[nodiscard]] QList<JsonElement> splitJsonList(const QByteArray &bytes);

} // namespace ChatOps::Server
