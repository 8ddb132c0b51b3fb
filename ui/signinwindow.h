// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy.h"

#include <QPointer>
#include <QUrl>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace ChatOps {

/// The first window: explains the product in three lines, asks for a server
/// and an account, and, if the keychain is missing, where the key shall live.
/// It only asks; the application does.
class SignInWindow final : public QWidget {
    Q_OBJECT
public:
    explicit SignInWindow(QWidget *parent = nullptr);

    void setServer(const QString &address);
    void setName(const QString &name);
    void setCancellable(bool cancellable);
    /// Back to the first page, with what was typed there.
    void beginAgain();
    /// Shows that something is under way; nothing can be sent twice.
    void setBusy(bool busy, const QString &what = {});
    void showProblem(const QString &sentence);
    /// The keychain cannot be used: a passphrase, or nothing on this computer.
    void askForKeyPlace(const QString &why);
    /// Shows who is responsible, what is stored and from which age; joining goes on from there.
    void showTerms(const QString &workspace, const WorkspaceRules &rules, const PolicyVersion &policy);
    /// The store of an account is sealed with a passphrase.
    void askForPassphrase(const QString &account);
    /// The key of an account cannot be had at the moment: nothing is given up, and it can be tried again.
    void offerRetry(const QString &account, const QString &why);
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void signInRequested(const QString &server, const QString &name, const QString &password);
    /// Before anything about the person is sent: what does the workspace say of itself?
    void termsRequested(const QString &server, const QString &code);
    /// `age`: what was confirmed, in years.
    void joinRequested(const QString &server, const QString &code, const QString &name, const QString &handle,
                       const QString &password, int age);
    void passphraseChosen(const QString &passphrase);
    void nothingStoredChosen();
    void retryRequested();
    void cancelled();

private:
    QWidget *buildAccountPage();
    QWidget *buildKeyPage();
    QWidget *buildTermsPage();
    QWidget *buildLockedPage();
    void join();
    void submit();
    void setJoining(bool joining);

    QStackedWidget *m_pages;
    QLineEdit *m_server;
    QLineEdit *m_code;
    QLineEdit *m_fullName;
    QLineEdit *m_name;
    QLineEdit *m_password;
    QPushButton *m_submit;
    QPushButton *m_toggle;
    QPushButton *m_cancel;
    QLabel *m_title;
    QLabel *m_problem;
    QLabel *m_busyText;
    QProgressBar *m_progress;
    QLabel *m_keyTitle;
    QLabel *m_keyText;
    QLineEdit *m_passphrase;
    QLineEdit *m_repeat;
    QPushButton *m_usePassphrase;
    QPushButton *m_nothing;
    QLabel *m_keyProblem;
    QLabel *m_termsTitle;
    QVBoxLayout *m_terms;
    QCheckBox *m_oldEnough;
    QPushButton *m_join;
    QLabel *m_termsProblem;
    QLabel *m_lockedTitle;
    QLabel *m_lockedText;
    QPushButton *m_retry;
    int m_age = 0;
    QList<QWidget *> m_joinOnly;
    bool m_joining = false;
    bool m_unlocking = false;
    bool m_cancellable = false;
    QPointer<QWidget> m_focused; ///< Before it was busy.
};

} // namespace ChatOps
