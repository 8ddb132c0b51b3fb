// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/usagecounter.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

UsageCounter::UsageCounter(ConsentGate &gate, QObject *parent)
    : QObject(parent)
    , m_gate(gate)
{
    connect(&gate, &ConsentGate::changed, this, &UsageCounter::forgetWhatIsNotAllowed);
}

void UsageCounter::count(const QString &feature)
{
    const CountedFeature *known = findFeature(feature);
    if (!known || !m_gate.isAllowed(known->purpose))
        return;
    ++m_counts[feature];
    Q_EMIT changed();
}

void UsageCounter::forgetWhatIsNotAllowed()
{
    const qsizetype gone = m_counts.removeIf([this](const auto &entry) {
        const CountedFeature *known = findFeature(entry.key());
        return !known || !m_gate.isAllowed(known->purpose);
    });
    if (gone > 0)
        Q_EMIT changed();
}

QJsonObject UsageCounter::preview() const
{
    QJsonObject counts;
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it)
        counts.insert(it.key(), it.value());
    return {{"counts"_L1, counts}};
}

QJsonObject UsageCounter::take()
{
    const QJsonObject report = preview();
    m_counts.clear();
    Q_EMIT changed();
    return report;
}

std::function<bool()> UsageCounter::permissionFor(const QJsonObject &report) const
{
    QStringList purposes;
    const QJsonObject counts = report.value("counts"_L1).toObject();
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        const CountedFeature *known = findFeature(it.key());
        purposes.append(known ? QString(known->purpose) : it.key());
    }
    return m_gate.question(purposes);
}

} // namespace ChatOps
