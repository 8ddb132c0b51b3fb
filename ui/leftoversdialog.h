// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace ChatOps {

/// A store on this computer that belongs to no account in the list.
struct Leftover {
    AccountId id;
    QString title; ///< "Mika Kallio, Northwind"; empty where nobody knows.
    qint64 bytes = 0;
    bool readable = false; ///< Its key is in the keychain.
    bool locked = false; ///< The keychain has to be unlocked to know.
    bool known = false; ///< Which server it belongs to is known, so that it can be opened again.
    int unsent = 0;
    int drafts = 0;
};

/// Shows what was left behind on this computer: to take up again, or to destroy.
class LeftoversDialog final : public QDialog {
    Q_OBJECT
public:
    explicit LeftoversDialog(QList<Leftover> leftovers, QWidget *parent = nullptr);
    /// It was taken up or destroyed.
    void remove(AccountId id);
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void takeUpRequested(ChatOps::AccountId id);
    void destroyRequested(ChatOps::AccountId id);

private:
    void refresh();
    [[nodiscard]] const Leftover *selected() const;
    QList<Leftover> m_leftovers;
    QListWidget *m_list;
    QLabel *m_text;
    QPushButton *m_open;
    QPushButton *m_destroy;
};

} // namespace ChatOps
