// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/privacymodel.h"
#include "privacy/cookiejar.h"
#include "privacy/ledgerproof.h"
#include "privacy/ledgerwatch.h"
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
    CookiesPage(PrivacyModel &model, ConsentGate &gate, UsageCounter &usage, CookieJar &jar,
                QWidget *parent = nullptr);
    void refresh() override;

Q_SIGNALS:
    void pageOfServerRequested(const QString &page);

private:
    void showCookies();
    CookieJar &m_jar;
    QVBoxLayout *m_cookies;
    SwitchRow *m_needed;
    PrivacyModel &m_model;
    ConsentGate &m_gate;
    UsageCounter &m_usage;
    QList<std::pair<const Purpose *, SwitchRow *>> m_rows;
    QLabel *m_when;
    QLabel *m_preview;
};

/// Features that need more data than the product itself: off until chosen.
class ExtrasPage final : public PrivacyPage {
    Q_OBJECT
public:
    ExtrasPage(PrivacyModel &model, ConsentGate &gate, QWidget *parent = nullptr);
    void refresh() override;

private:
    PrivacyModel &m_model;
    ConsentGate &m_gate;
    QList<std::pair<const Purpose *, SwitchRow *>> m_rows;
    QLabel *m_when;
    QWidget *m_often; ///< How often the summary comes.
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
    QWidget *m_byMail;
    QList<std::pair<const Purpose *, SwitchRow *>> m_rows;
};

/// Every choice so far, checked against the server's signatures.
class LedgerPage final : public PrivacyPage {
    Q_OBJECT
public:
    LedgerPage(PrivacyModel &model, LedgerWatch &watch, QWidget *parent = nullptr);
    void refresh() override;

private:
    void show(const QList<ConsentRecord> &records, const QList<LedgerFault> &faults);
    void saveReceipts();
    void showWatch();
    PrivacyModel &m_model;
    LedgerWatch &m_watch;
    quint64 m_generation = 0;
    QLabel *m_proof;
    QFrame *m_alarm;
    QLabel *m_alarmText;
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
