// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/peopledirectory.h"
#include "models/privacymodel.h"
#include "ui/privacypage.h"

class QComboBox;
class QPlainTextEdit;

namespace ChatOps {

[[nodiscard]] QString rightsTitle(RightsKind kind);
/// What a request is about: a purpose, a field of the profile, or one of a few words.
[[nodiscard]] QString subjectTitle(const QString &subject);
[[nodiscard]] QString requestStateText(const RightsRequest &request, bool waiting);

/// Asking the organisation, and seeing how far each request has come. Works offline.
class RequestsPage final : public PrivacyPage {
    Q_OBJECT
public:
    RequestsPage(PrivacyModel &model, QWidget *parent = nullptr);
    void refresh() override;
    /// Opens the form for one kind.
    void begin(RightsKind kind);

private:
    void buildForm();
    void formChanged();
    /// What a request can be about: fields of the profile, or purposes.
    void fillSubjects(bool fields);
    void submit();
    PrivacyModel &m_model;
    QComboBox *m_kind;
    QComboBox *m_ground;
    QComboBox *m_subject;
    QLabel *m_explanation;
    QLabel *m_problem;
    QPlainTextEdit *m_text;
    QLabel *m_elsewhere;
    QVBoxLayout *m_list;
    QWidget *m_groundRow;
    QWidget *m_subjectRow;
};

/// For the organisation's privacy contact: everybody's requests, by due date.
class DeskPage final : public PrivacyPage {
    Q_OBJECT
public:
    DeskPage(PrivacyModel &model, PeopleDirectory &people, QWidget *parent = nullptr);
    void refresh() override;

private:
    PrivacyModel &m_model;
    PeopleDirectory &m_people;
    QVBoxLayout *m_list;
};

/// Complaining to the organisation or to an authority, and saying what one thinks.
class ComplaintPage final : public PrivacyPage {
    Q_OBJECT
public:
    explicit ComplaintPage(PrivacyModel &model, QWidget *parent = nullptr);
    void refresh() override;

Q_SIGNALS:
    void linkActivated(const QString &link);

private:
    PrivacyModel &m_model;
    QLabel *m_authority;
    QPushButton *m_link;
    QLabel *m_said;
    QLabel *m_age;
    QString m_address;
};

/// One request as a card, with what can be done about it. `asContact`: by who answers.
[[nodiscard]] QWidget *makeRequestCard(PrivacyModel &model, const RightsRequest &request, const QString &who,
                                       bool asContact);

} // namespace ChatOps
