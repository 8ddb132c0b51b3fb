// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/privacymodel.h"
#include "privacy/ledgerwatch.h"
#include "ui/widgets.h"

namespace ChatOps {

/// Says above the panes what holds until it is over: that data is restricted, that this
/// program is too old for the workspace, that the ledger of choices does not fit, or that the
/// profile has not been looked at for a year. One at a time, the gravest first.
class StandingBand final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { None, Restricted, TooOld, Ledger, Profile };
    StandingBand(PrivacyModel &model, LedgerWatch &ledger, QWidget *parent = nullptr);
    [[nodiscard]] Kind kind() const { return m_kind; }
    void refresh();

Q_SIGNALS:
    /// A page of the privacy centre, by its key.
    void pageRequested(const QString &key);

private:
    [[nodiscard]] Kind wanted() const;
    PrivacyModel &m_model;
    LedgerWatch &m_ledger;
    QLabel *m_text;
    QPushButton *m_open;
    QPushButton *m_done;
    Kind m_kind = Kind::None;
};

} // namespace ChatOps
