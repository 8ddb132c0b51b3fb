// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "privacy/consentgate.h"

namespace ChatOps {

/// What a page says of itself.
struct LinkPreview {
    QString link;
    QString host;
    QString title;
    QString description;
};

/// Previews of links in messages, for those who chose them. The server fetches the page, so
/// that no host but the server learns anything of this computer. In memory only, forgotten
/// when the choice is taken back. GUI thread.
class LinkPreviews final : public QObject {
    Q_OBJECT
public:
    LinkPreviews(Backend &backend, ConsentGate &gate, QObject *parent = nullptr);

    /// The first address in a message that a preview can be made of; empty: none.
    [[nodiscard]] static QString linkIn(const QString &text);
    /// Of the first address in a message. Null when there is none, or not yet: then it is
    /// asked for, if that is allowed.
    [[nodiscard]] const LinkPreview *findIn(const QString &text);

Q_SIGNALS:
    /// Some appeared, or all of them are gone.
    void changed();

private:
    Backend &m_backend;
    ConsentGate &m_gate;
    QHash<QString, LinkPreview> m_found; ///< Without a title: the page has none.
    QStringList m_order; ///< Oldest first.
    QSet<QString> m_asked;
};

} // namespace ChatOps
