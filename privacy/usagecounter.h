// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privacy/consentgate.h"

#include <QHash>
#include <QJsonObject>

namespace ChatOps {

/// Counts how often features are used, if the gate lets it, and in memory only: no
/// content, no times, no id. What is counted under a purpose that is withdrawn is
/// forgotten at once. Counted on one thread.
class UsageCounter final : public QObject {
    Q_OBJECT
public:
    explicit UsageCounter(ConsentGate &gate, QObject *parent = nullptr);

    /// `feature`: a name of `countedFeatures()`.
    void count(const QString &feature);
    [[nodiscard]] bool isEmpty() const { return m_counts.isEmpty(); }
    /// Exactly what the next report holds.
    [[nodiscard]] QJsonObject preview() const;
    /// The report; counting begins anew.
    [[nodiscard]] QJsonObject take();
    /// Whether everything in the report is still allowed; to be asked right before it
    /// leaves, on any thread, also when this object is gone.
    [[nodiscard]] std::function<bool()> permissionFor(const QJsonObject &report) const;

Q_SIGNALS:
    void changed();

private:
    void forgetWhatIsNotAllowed();
    ConsentGate &m_gate;
    QHash<QString, qint64> m_counts;
};

} // namespace ChatOps
