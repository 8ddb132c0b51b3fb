// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspaceview.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTextEdit;

namespace ChatOps {

class PersonField;

/// One task: every field can be changed where it stands, each change is sent
/// for itself, so that two people who change different fields both win.
class TaskPanel final : public QWidget {
    Q_OBJECT
public:
    explicit TaskPanel(WorkspaceModels &models, QWidget *parent = nullptr);

    void open(TaskId task);
    /// An empty task in a channel, sent when it has a title.
    void begin(ChannelId channel, const QString &title = {}, MessageId source = {},
               const QString &description = {});
    [[nodiscard]] TaskId task() const { return m_task.id; }
    [[nodiscard]] bool isNew() const { return m_new; }

Q_SIGNALS:
    void closed();
    void messageRequested(ChatOps::MessageId message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const Task &task);
    void change(const QJsonObject &fields);
    void fillChannels();
    void create();
    void askDelete();

    WorkspaceModels &m_models;
    Task m_task;
    bool m_new = false;
    bool m_known = false; ///< The model has had it; when it is missing now, it is gone.
    bool m_showing = false;
    QLabel *m_heading;
    QTextEdit *m_title;
    QComboBox *m_state;
    PersonField *m_assignee;
    QCheckBox *m_hasDue;
    QDateTimeEdit *m_due;
    QComboBox *m_priority;
    QComboBox *m_channel;
    QTextEdit *m_description;
    QPushButton *m_source;
    QLabel *m_note;
    QPushButton *m_create;
    QPushButton *m_delete;
};

} // namespace ChatOps
