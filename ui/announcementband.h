// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/privacymodel.h"
#include "privacy/usagecounter.h"
#include "ui/widgets.h"

class QTimer;

namespace ChatOps {

/// Notices above the panes, the most important first, each until it was read. What is
/// marketing says so and can be unsubscribed from right there; what is not cannot be
/// mistaken for it.
class AnnouncementBand final : public QFrame {
    Q_OBJECT
public:
    AnnouncementBand(PrivacyModel &model, ConsentGate &gate, UsageCounter &usage, QWidget *parent = nullptr);
    [[nodiscard]] const std::optional<Notice> &shown() const { return m_shown; }

private:
    void refresh();
    void openText();
    void dismiss();
    void unsubscribe();
    PrivacyModel &m_model;
    ConsentGate &m_gate;
    UsageCounter &m_usage;
    std::optional<Notice> m_shown;
    QLabel *m_kind;
    QLabel *m_title;
    QPushButton *m_more;
    QPushButton *m_unsubscribe;
    QToolButton *m_close;
    QTimer *m_clock;
};

/// As it is shown.
[[nodiscard]] QString noticeKindText(NoticeKind kind);
/// Does it concern people's safety?
[[nodiscard]] bool isGrave(NoticeKind kind);

} // namespace ChatOps
