// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ChatOps {

/// Key material: held in one place, wiped when let go. Not copyable.
class Secret {
public:
    Secret() = default;
    /// Takes the bytes and wipes the source if it is not shared.
    explicit Secret(QByteArray &&bytes);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    /// `size` bytes from the system's random source.
    [[nodiscard]] static Secret random(qsizetype size = 32);
    [[nodiscard]] Secret clone() const;

    [[nodiscard]] QByteArrayView view() const { return m_bytes; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    void wipe();

private:
    QByteArray m_bytes;
};

/// Overwrites the bytes if this is the only reference to them, then empties.
void wipe(QByteArray &bytes);

} // namespace ChatOps
