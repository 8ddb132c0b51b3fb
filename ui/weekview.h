// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventmodel.h"
#include "models/taskmodel.h"
#include "ui/paintedlist.h"

#include <QAbstractScrollArea>

namespace ChatOps {

/// Seven days with their events side by side where they overlap, and tasks
/// with a due time. Computes geometry as a value, for paint, mouse and tests.
class WeekView final : public QAbstractScrollArea, public PaintedList {
    Q_OBJECT
public:
    struct Box {
        QRect rect; ///< In content coordinates.
        EventId event;
        TaskId task;
        QDate day;
        QString title;
        QString detail;
        bool unanswered = false;
        bool waiting = false;
        bool inChannel = false;
        bool allDay = false;
    };

    WeekView(EventModel &events, TaskModel &tasks, QWidget *parent = nullptr);
    void setWeek(const QDate &monday);
    [[nodiscard]] QDate monday() const { return m_monday; }
    [[nodiscard]] const QList<Box> &boxes() const { return m_boxes; }
    [[nodiscard]] QRect visibleRect(const Box &box) const;

    [[nodiscard]] int itemCount() const override { return int(m_boxes.size()); }
    [[nodiscard]] QUuid itemKey(int box) const override;
    [[nodiscard]] int itemOf(const QUuid &key) const override;
    [[nodiscard]] QString itemSentence(int box) const override;
    [[nodiscard]] QRect itemRect(int box) const override { return visibleRect(m_boxes[box]); }
    [[nodiscard]] int itemAt(const QPoint &point) const override;
    [[nodiscard]] int focusedItem() const override { return m_focused; }
    void pressItem(int box) override;
    void setSelected(EventId event);
    void setTasksShown(bool shown);
    void scrollToHour(int hour);
    /// Scrolls until the event is in sight, now or as soon as it is there.
    void reveal(EventId event);

Q_SIGNALS:
    void eventActivated(ChatOps::EventId event);
    void taskActivated(ChatOps::TaskId task);
    void slotActivated(const QDateTime &start);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void rebuild();
    void showRevealed();
    void layoutDay(int day, QList<Box> &boxes);
    [[nodiscard]] int columnLeft(int day) const;
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] int hourHeight() const;
    void paintGrid(QPainter &painter);
    void paintHead(QPainter &painter);
    void paintBox(QPainter &painter, const Box &box, bool focused);

    EventModel &m_events;
    TaskModel &m_tasks;
    QDate m_monday;
    QList<Box> m_boxes;
    EventId m_selected;
    EventId m_toReveal;
    int m_focused = -1;
    int m_allDayRows = 0;
    bool m_tasksShown = true;
};

} // namespace ChatOps
