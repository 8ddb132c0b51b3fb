// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/privacymodel.h"
#include "ui/privacypage.h"

#include <functional>

class QPlainTextEdit;

namespace ChatOps {

/// What the server has recorded of the person's own doings.
class ActivityPage final : public PrivacyPage {
    Q_OBJECT
public:
    explicit ActivityPage(PrivacyModel &model, QWidget *parent = nullptr);
    void refresh() override;

private:
    void show(const QJsonArray &entries);
    PrivacyModel &m_model;
    QVBoxLayout *m_list;
    quint64 m_asked = 0;
};

/// Every notice that is still known, also those that were read.
class NoticesPage final : public PrivacyPage {
    Q_OBJECT
public:
    explicit NoticesPage(PrivacyModel &model, QWidget *parent = nullptr);
    void refresh() override;

private:
    PrivacyModel &m_model;
    QVBoxLayout *m_list;
};

/// Telling of a problem: facts about the program, shown as they will be sent and open to
/// changes, and the person's own words. Nothing leaves before they press the button.
class SupportPage final : public PrivacyPage {
    Q_OBJECT
public:
    /// `facts`: lines about program and system, without content and without names.
    SupportPage(PrivacyModel &model, std::function<QString()> facts, QWidget *parent = nullptr);
    void refresh() override;

private:
    PrivacyModel &m_model;
    std::function<QString()> m_facts;
    QPlainTextEdit *m_words;
    QPlainTextEdit *m_bundle;
    QLabel *m_said;
};

} // namespace ChatOps
