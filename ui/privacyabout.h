// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/privacymodel.h"
#include "privacy/consentgate.h"
#include "privacy/networkledger.h"
#include "ui/privacypage.h"

#include <optional>

class QComboBox;
class QLineEdit;

namespace ChatOps {

class PictureBook;

/// Who is responsible, what is here, what was chosen and asked: one line each, and each
/// leads to its page.
class OverviewPage final : public PrivacyPage {
    Q_OBJECT
public:
    OverviewPage(PrivacyModel &model, ConsentGate &gate, QWidget *parent = nullptr);
    void setFacts(const StoreFacts &facts, const QString &keyPlace);
    void refresh() override;

private:
    void addLine(const QString &title, const QString &text, const QString &page, Tone tone = Tone::Second);
    void addStore();
    PrivacyModel &m_model;
    ConsentGate &m_gate;
    std::optional<StoreFacts> m_facts; ///< Once they are read.
    QString m_keyPlace;
    QVBoxLayout *m_list;
};

/// What this computer holds of the account, and whom it talked to.
class StoredPage final : public PrivacyPage {
    Q_OBJECT
public:
    StoredPage(PrivacyModel &model, NetworkLedger &ledger, QString server, QString keyPlace,
               QWidget *parent = nullptr);
    void refresh() override;

Q_SIGNALS:
    void factsRead(const ChatOps::StoreFacts &facts);

private:
    void show(const StoreFacts &facts);
    PrivacyModel &m_model;
    NetworkLedger &m_ledger;
    QString m_server;
    QString m_keyPlace;
    QVBoxLayout *m_list;
};

/// The policy in layers, every version, and what differs from the one before.
class PolicyPage final : public PrivacyPage {
    Q_OBJECT
public:
    explicit PolicyPage(PrivacyModel &model, QWidget *parent = nullptr);
    void refresh() override;

private:
    void show(const PolicyVersion &policy);
    void showDifferences(const PolicyVersion &before, const PolicyVersion &policy);
    PrivacyModel &m_model;
    QComboBox *m_version;
    QPushButton *m_compare;
    QLabel *m_dates;
    QVBoxLayout *m_list;
    qint64 m_shown = -1; ///< Revision of what is on the page, so that reading is not disturbed.
    bool m_comparing = false;
};

/// How long each class of data is kept, and who gets data.
class RetentionPage final : public PrivacyPage {
    Q_OBJECT
public:
    explicit RetentionPage(PrivacyModel &model, QWidget *parent = nullptr);
    void refresh() override;

private:
    PrivacyModel &m_model;
    QVBoxLayout *m_list;
};

/// What is known of the person, who provided it, and changing it.
class ProfilePage final : public PrivacyPage {
    Q_OBJECT
public:
    ProfilePage(PrivacyModel &model, PictureBook &pictures, QWidget *parent = nullptr);
    void refresh() override;
    /// Asks which part of the picture in the file is meant, and keeps that.
    void takePicture(const QString &path);

Q_SIGNALS:
    void correctionRequested();

private:
    PrivacyModel &m_model;
    QHash<QString, QLineEdit *> m_fields;
    QHash<QString, QLabel *> m_sources;
    void buildPicture();
    void showPicture();
    void save();
    PictureBook &m_pictures;
    QLabel *m_picture;
    QLabel *m_pictureSaid;
    QLabel *m_problem;
    QLabel *m_reviewed;
    QPushButton *m_removePicture;
    QHash<QString, QString> m_stored; ///< What the fields held when they were last filled.
    QPushButton *m_save;
};

/// Names of classes of data, as they are shown.
[[nodiscard]] QString className(const QString &name);

} // namespace ChatOps
