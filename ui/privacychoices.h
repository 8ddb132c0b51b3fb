// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/privacymodel.h"
#include "privacy/ledgerproof.h"
#include "privacy/usagecounter.h"
#include "ui/privacypage.h"

class QBoxLayout;

namespace ChatOps {

/// What a purpose means, for people.
[[nodiscard]] QString purposeTitle(const QString &purpose);
[[nodiscard]] QString purposeText(const QString &purpose);
[[nodiscard]] QString decisionText(Decision decision);

/// Optional storage on this device: one switch a purpose, and two equal buttons.
class CookiesPage final : public PrivacyPage {
    Q_OBJECT
public:
    CookiesPage(PrivacyModel &model, ConsentGate &gate, UsageCounter &usage, QWidget *parent = nullptr);
    void refresh() override;

private:
    PrivacyModel &m_model;
    ConsentGate &m_gate;
    UsageCounter &m_usage;
    QList<std::pair<const Purpose *, SwitchRow *>> m_rows;
    QLabel *m_when;
    QLabel *m_preview;
};

/// Marketing by topic, off until chosen; one switch ends all of it.
class MarketingPage final : public PrivacyPage {
    Q_OBJECT
public:
    MarketingPage(PrivacyModel &model, ConsentGate &gate, QWidget *parent = nullptr);
    void refresh() override;

private:
    PrivacyModel &m_model;
    ConsentGate &m_gate;
    QPushButton *m_none;
    QLabel *m_state;
    QList<std::pair<const Purpose *, SwitchRow *>> m_rows;
};

/// Every choice so far, checked against the server's signatures.
class LedgerPage final : public PrivacyPage {
    Q_OBJECT
public:
    explicit LedgerPage(PrivacyModel &model, QWidget *parent = nullptr);
    void refresh() override;

private:
    void show(const QList<ConsentRecord> &records, const QList<LedgerFault> &faults);
    void saveReceipts();
    PrivacyModel &m_model;
    quint64 m_generation = 0;
    QLabel *m_proof;
    QVBoxLayout *m_list;
};

/// Asks about optional storage when something has to be asked. The two answers are the
/// same kind of button of the same size; closing it means no.
class ConsentQuestion final : public QFrame {
    Q_OBJECT
public:
    ConsentQuestion(PrivacyModel &model, ConsentGate &gate, QWidget *parent = nullptr);
    /// What is to be asked now.
    void refresh();
    [[nodiscard]] QPushButton *rejectButton() const { return m_reject; }
    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }

Q_SIGNALS:
    void detailsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void answer(bool yes);
    PrivacyModel &m_model;
    ConsentGate &m_gate;
    QLabel *m_text;
    QPushButton *m_reject;
    QPushButton *m_accept;
    QBoxLayout *m_answers; ///< Beside each other, or below where there is no room.
    QList<const Purpose *> m_open;
};

} // namespace ChatOps
