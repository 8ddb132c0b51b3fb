// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changeslist.h"

#include <QDialog>

class QLabel;
class QListView;
class QPushButton;
class QTextEdit;

namespace ChatOps {

/// What waits to be sent and what was refused, with its reason and its text.
class ChangesDialog final : public QDialog {
    Q_OBJECT
public:
    ChangesDialog(PendingWork &work, DraftBook &drafts, ChannelListModel &channels,
                  QWidget *parent = nullptr);
    void select(OperationId operation);

private:
    void refresh();
    PendingWork &m_work;
    ChangesList m_model;
    QListView *m_list;
    QLabel *m_reason;
    QTextEdit *m_text;
    QTextEdit *m_theirs;
    QLabel *m_theirsLabel;
    QLabel *m_none;
    QPushButton *m_copy;
    QPushButton *m_retry;
    QPushButton *m_discard;
};

} // namespace ChatOps
