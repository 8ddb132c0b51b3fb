// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ChatOps {

/// The line at the bottom that always tells the truth: the link, what waits,
/// whether the store is encrypted.
class StatusLine final : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setLink(const LinkStatus &status);
    void setWaiting(int waiting, int refused);
    void setSnapshotProgress(qint64 lines, qint64 about);
    /// `cipher` empty and on disk: not encrypted, said in red.
    void setStore(const QString &cipher, bool onDisk, const QString &keyPlace);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void changesRequested();
    void retryRequested();
    void signInRequested();
    void storeRequested();

private:
    void refresh();
    class Dot;
    class Reason;
    Dot *m_dot;
    QLabel *m_state;
    QLabel *m_reason;
    QPushButton *m_changes;
    QPushButton *m_action;
    QPushButton *m_store;
    LinkStatus m_link;
    int m_waiting = 0;
    int m_refused = 0;
    int m_percent = -1;
};

} // namespace ChatOps
