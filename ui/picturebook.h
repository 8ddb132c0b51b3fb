// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QCache>
#include <QImage>
#include <QSet>

namespace ChatOps {

/// Pictures of people as views paint them: read and decoded beside the GUI thread when they
/// are first wanted, the last few hundred kept. Who has none is painted with initials.
class PictureBook final : public QObject {
    Q_OBJECT
public:
    explicit PictureBook(Cache &cache, QObject *parent = nullptr);

    /// Null when the person has none, or while it is being read; `changed` follows then.
    [[nodiscard]] QImage picture(PersonId person);
    /// Decodes what `avatarFromText` let through; null for what is no picture after all.
    [[nodiscard]] static QImage decoded(const QByteArray &bytes);

    static constexpr int Side = 128; ///< Pixels of a picture, at most.

Q_SIGNALS:
    void changed();

private:
    void read(PersonId person);
    void take(PersonId person, const QImage &picture);

    Cache &m_cache;
    QCache<PersonId, QImage> m_pictures;
    QSet<PersonId> m_wanted;
    QSet<PersonId> m_again; ///< Changed while they were read.
};

} // namespace ChatOps
