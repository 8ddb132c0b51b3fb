// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <memory>

namespace ChatOps {

/// One file of a pack, as the manifest names it.
struct PackEntry {
    QString name; ///< Relative, with '/'.
    qint64 bytes = 0;
    QString sha256; ///< Hexadecimal.

    friend bool operator==(const PackEntry &, const PackEntry &) = default;
};
[[nodiscard]] QJsonArray toJson(const QList<PackEntry> &entries);
/// Invalid for names that leave the pack or are no names at all.
[[nodiscard]] Result<QList<PackEntry>> entriesFromJson(const QJsonArray &json);

/// Writes a data export: a ZIP (APPNOTE 6.3, with ZIP64 where needed) entry after entry
/// into a sink, in constant memory. The last 72 bytes are a ZIP comment with the SHA-256
/// of everything before, so that no byte can change unnoticed. One thread.
class PackWriter {
public:
    /// Takes the next bytes; an error ends the writing.
    using Sink = std::function<Result<void>(QByteArrayView)>;
    /// `at`: the time all entries carry.
    PackWriter(Sink sink, Millis at);
    ~PackWriter();
    PackWriter(const PackWriter &) = delete;
    PackWriter &operator=(const PackWriter &) = delete;

    /// Begins a file whose length is not known yet.
    [[nodiscard]] Result<void> begin(const QString &name);
    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    [[nodiscard]] Result<void> end();
    /// A whole file. `compressed`: it is not worth trying to make it smaller.
    [[nodiscard]] Result<void> add(const QString &name, const QByteArray &bytes, bool compressed = false);
    /// Everything finished so far.
    [[nodiscard]] const QList<PackEntry> &entries() const;
    /// Closes the ZIP.
    [[nodiscard]] Result<void> finish();

private:
    struct State;
    [[nodiscard]] Error problem() const;
    [[nodiscard]] Result<void> open(const QString &name, qint64 size, bool compressed);
    std::unique_ptr<State> m_state;
};

/// Writes a JSON list (RFC 8259) with one element a line, so that readers can take it
/// line by line whatever its length.
class PackList {
public:
    PackList(PackWriter &writer, const QString &name)
        : m_writer(writer)
        , m_begun(writer.begin(name))
    {
    }
    [[nodiscard]] Result<void> add(const QJsonObject &element);
    [[nodiscard]] Result<void> end();
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    PackWriter &m_writer;
    Result<void> m_begun;
    QByteArray m_buffer;
    qint64 m_count = 0;
};

/// Length of the comment at the end: "sha256=" and 64 digits.
inline constexpr int PackSealBytes = 71;

} // namespace ChatOps
