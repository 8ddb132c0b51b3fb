// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/ledgerwatch.h"

#include "core/jsonguard.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

const QString noteName = u"ledger"_s;

} // namespace

LedgerWatch::LedgerWatch(Cache &cache, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
{
    follow(cache.note(noteName), this, [this](const Result<QByteArray> &kept) {
        // Without what was kept nothing can be said, and nothing may be overwritten.
        if (!kept)
            return;
        const QJsonObject json = QJsonDocument::fromJson(*kept).object();
        m_pin = {json.value("key"_L1).toString(), json.value("number"_L1).toInteger(),
                 json.value("hash"_L1).toString()};
        m_loaded = true;
        compare();
    });
}

void LedgerWatch::look(const PrivacyRows &rows)
{
    m_now = {rows.rules ? rows.rules->signingKey : QString(), 0, {}};
    m_hashes.clear();
    for (const ConsentRecord &record : rows.consents) {
        if (record.number == 0)
            continue;
        m_hashes.insert(record.number, record.hash);
        if (record.number > m_now.number) {
            m_now.number = record.number;
            m_now.hash = record.hash;
        }
    }
    m_seen = rows.rules.has_value();
    compare();
}

void LedgerWatch::compare()
{
    if (!m_loaded || !m_seen)
        return;
    const Verdict before = m_verdict;
    if (!m_pin.key.isEmpty() && m_pin.key != m_now.key)
        m_verdict = Verdict::KeyChanged;
    else if (m_pin.number > 0 && m_hashes.value(m_pin.number) != m_pin.hash)
        m_verdict = Verdict::CutOff;
    else
        m_verdict = Verdict::Sound;
    if (m_verdict == Verdict::Sound && m_now != m_pin && !m_now.key.isEmpty())
        remember(m_now);
    if (m_verdict != before)
        Q_EMIT changed();
}

void LedgerWatch::remember(const Pin &pin)
{
    m_pin = pin;
    m_cache.saveNote(
        noteName, toJson(QJsonObject{{"key"_L1, pin.key}, {"number"_L1, pin.number}, {"hash"_L1, pin.hash}}));
}

void LedgerWatch::accept()
{
    if (!m_loaded || !m_seen)
        return;
    remember(m_now);
    compare();
}

} // namespace ChatOps
