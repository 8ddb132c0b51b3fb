// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detailpanel.h"
#include "ui/workspaceview.h"

#include <QDateTime>
#include <QTimer>

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
class TaskPanel final : public DetailPanel {
    Q_OBJECT
public:
    explicit TaskPanel(WorkspaceModels &models, QWidget *parent = nullptr);

    void open(TaskId task);
    /// An empty task in a channel, sent when it has a title.
    void begin(ChannelId channel, const QString &title = {}, MessageId source = {},
               const QString &description = {}, PersonId assignee = {});
    [[nodiscard]] TaskId task() const { return m_task.id; }
    [[nodiscard]] bool isNew() const { return m_new; }
    [[nodiscard]] bool isUnsaved() const override;

Q_SIGNALS:
    void messageRequested(ChatOps::MessageId message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void save() override;
    void clear() override;

private:
    /// Milliseconds after the last key until a description is sent.
    static constexpr int WritingPause = 1500;

    void show(const Task &task);
    void showPeople();
    void saveTexts();
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
    EditedText m_titleText;
    EditedText m_descriptionText;
    QDateTime m_dueShown;
    QTimer m_pause;
};

} // namespace ChatOps
