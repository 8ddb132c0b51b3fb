// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QJsonObject>

class QLabel;
class QPushButton;

namespace ChatOps {

/// After an account was deleted: what the server has erased so far, and its signed receipt
/// to keep. It only shows; the application asks the server.
class Farewell final : public QDialog {
    Q_OBJECT
public:
    Farewell(const QString &workspace, const QString &number, QWidget *parent = nullptr);

    /// The receipt as it is now.
    void setReceipt(const QJsonObject &receipt);
    /// The server cannot be asked at the moment.
    void setProblem(const QString &sentence);
    /// What was on this computer is gone, or why not.
    void setLocal(const QString &sentence, bool good);
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] const QJsonObject &receipt() const { return m_receipt; }
    /// Writes the receipt; what went wrong is shown.
    void save(const QString &path);

Q_SIGNALS:
    void saved(const QString &path);

private:
    void fit();
    QJsonObject m_receipt;
    QLabel *m_state;
    QLabel *m_local;
    QLabel *m_devices;
    QLabel *m_problem;
    QPushButton *m_save;
};

} // namespace ChatOps
