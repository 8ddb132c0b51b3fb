// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detailpanel.h"
#include "ui/workspaceview.h"

#include <QDateTime>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTextEdit;

namespace ChatOps {

class PeopleField;

/// One event: shows it, changes it, answers it.
class EventPanel final : public DetailPanel {
    Q_OBJECT
public:
    explicit EventPanel(WorkspaceModels &models, QWidget *parent = nullptr);

    void open(EventId event);
    void begin(const QDateTime &start, ChannelId channel = {}, const QString &title = {});
    [[nodiscard]] EventId event() const { return m_event.id; }
    [[nodiscard]] bool isUnsaved() const override;

Q_SIGNALS:
    /// A new event was sent; the day is the viewer's.
    void made(ChatOps::EventId event, const QDate &day);

protected:
    void save() override;
    void clear() override;
    /// What stands in the form becomes an event of its own, not saved yet.
    void becomeNew();

private:
    void show(const Event &event);
    [[nodiscard]] Event edited() const;
    void askDelete();
    void answer(Answer answer);
    void refreshHint();

    WorkspaceModels &m_models;
    Event m_event;
    QDateTime m_lastStart;
    bool m_new = false;
    bool m_gone = false; ///< Deleted by somebody while it was being changed here.
    bool m_known = false; ///< The model has had it; when it is missing now, it is gone.
    bool m_showing = false;
    QLineEdit *m_title;
    QCheckBox *m_allDay;
    QDateTimeEdit *m_start;
    QDateTimeEdit *m_end;
    QComboBox *m_zone;
    QLabel *m_hint;
    QLineEdit *m_location;
    QComboBox *m_channel;
    PeopleField *m_attendees;
    QTextEdit *m_description;
    QWidget *m_answers;
    QList<QPushButton *> m_answerButtons;
    QPushButton *m_save;
    QPushButton *m_delete;
};

} // namespace ChatOps
