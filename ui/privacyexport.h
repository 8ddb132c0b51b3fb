// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/privacymodel.h"
#include "privacy/exportrun.h"
#include "ui/privacypage.h"

#include <QDialog>

class QLineEdit;
class QProgressBar;
class QRadioButton;

namespace ChatOps {

/// Asks for the password before something grave, and tells the server; `accepted` when the
/// server took it. A wrong one can be tried again.
class ConfirmDialog final : public QDialog {
    Q_OBJECT
public:
    /// `reason`: one sentence about what it is for; `action`: what the button says.
    ConfirmDialog(Backend &backend, const QString &title, const QString &reason, const QString &action,
                  bool danger, QWidget *parent);

private:
    void submit();
    Backend &m_backend;
    QLineEdit *m_password;
    QLabel *m_problem;
    QPushButton *m_go;
};

/// Taking one's data along: a pack of everything, or of what one provided, to a file or
/// to another server.
class ExportPage final : public PrivacyPage {
    Q_OBJECT
public:
    ExportPage(PrivacyModel &model, ExportRun &run, QWidget *parent = nullptr);
    void refresh() override;
    /// Begins with the password; the file is asked for when it is empty.
    void begin(const QString &path = {});
    /// Checks a pack and says what was found.
    void check(const QString &path);

private:
    void confirmThen(const QString &reason, const QString &action, const std::function<void()> &then);
    void chooseFile(const std::function<void(const QString &)> &chosen);
    void showRun();
    void followLink();
    void showEarlier(const QJsonArray &exports);
    void askTransfer(const QString &job);
    [[nodiscard]] QString scope() const;

    PrivacyModel &m_model;
    ExportRun &m_run;
    QRadioButton *m_everything;
    QRadioButton *m_provided;
    QPushButton *m_begin;
    QPushButton *m_take;
    QLabel *m_offline;
    QFrame *m_card;
    QLabel *m_title;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QVBoxLayout *m_earlier;
    QLabel *m_checked;
    QLabel *m_ticket;
    quint64 m_asked = 0;
};

/// Leaving: what goes, what stays and why, and the button.
class DeletePage final : public PrivacyPage {
    Q_OBJECT
public:
    DeletePage(PrivacyModel &model, QWidget *parent = nullptr);
    void refresh() override;

Q_SIGNALS:
    /// The server has begun to erase the account; what is on this computer is to go now.
    void accountErased(const QString &receipt);
    /// It has not, or its answer was lost.
    void erasureFailed();

public:
    /// Was the server asked to erase the account, and has not answered yet?
    [[nodiscard]] bool isErasing() const { return m_erasing; }

private:
    bool m_erasing = false;
    void show(const QJsonObject &plan);
    void confirm();
    PrivacyModel &m_model;
    QVBoxLayout *m_list;
    QPushButton *m_delete;
    QLabel *m_problem;
    quint64 m_asked = 0;
};

/// What administrators did with the person's data, and who can see what.
class AccessPage final : public PrivacyPage {
    Q_OBJECT
public:
    AccessPage(PrivacyModel &model, QWidget *parent = nullptr);
    void refresh() override;

private:
    PrivacyModel &m_model;
    QVBoxLayout *m_list;
    quint64 m_asked = 0;
};

/// An entry of the log of access, as it is shown.
[[nodiscard]] QString accessText(const QString &what);
/// What it was about: the names the server has for it, in words; everything else as it is.
[[nodiscard]] QString accessDetail(const QString &detail);

} // namespace ChatOps
