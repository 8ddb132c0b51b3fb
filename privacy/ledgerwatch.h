// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "core/privacy.h"

namespace ChatOps {

/// Remembers on this device which key has signed the ledger and how far it reached, so that a
/// ledger that has lost its end, or was signed anew with another key, is noticed: what
/// `checkLedger` cannot see from the records alone. Kept in the encrypted cache; a cache that
/// had to be loaded anew begins to remember anew.
class LedgerWatch final : public QObject {
    Q_OBJECT
public:
    enum class Verdict {
        Unknown, ///< Nothing was seen yet.
        Sound,
        KeyChanged, ///< The server signs with another key than before.
        CutOff, ///< Entries that were here are gone, or others.
    };
    explicit LedgerWatch(Cache &cache, QObject *parent = nullptr);

    /// Compares with what is remembered, and remembers what is new when it fits.
    void look(const PrivacyRows &rows);
    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    /// Number of the newest entry that was seen here.
    [[nodiscard]] qint64 reached() const { return m_pin.number; }
    /// The person knows why, for instance because the server was restored from a backup:
    /// what is there now is remembered from here on.
    void accept();

Q_SIGNALS:
    void changed();

private:
    struct Pin {
        QString key;
        qint64 number = 0;
        QString hash;

        friend bool operator==(const Pin &, const Pin &) = default;
    };
    void compare();
    void remember(const Pin &pin);

    Cache &m_cache;
    Pin m_pin;
    Pin m_now;
    QHash<qint64, QString> m_hashes; ///< Of the entries that are there.
    Verdict m_verdict = Verdict::Unknown;
    bool m_loaded = false;
    bool m_seen = false;
};

} // namespace ChatOps
