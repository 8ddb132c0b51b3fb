// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekview.h"

#include "core/viewerzone.h"

#include "ui/icons.h"
#include "ui/plaintext.h"

#include <QAccessible>
#include <QDateTime>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int days = 7;

/// Room for the longest time of day.
int timeColumnWidth()
{
    const QFontMetrics metrics(Theme::instance().font(Theme::Type::Tiny));
    return std::max(56,
                    metrics.horizontalAdvance(QLocale().toString(QTime(22, 0), QLocale::ShortFormat)) + 18);
}

Millis startOf(const QDate &day)
{
    return viewerMidnight(day);
}

} // namespace

WeekView::WeekView(EventModel &events, TaskModel &tasks, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_events(events)
    , m_tasks(tasks)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&events, &EventModel::rowsChanged, this, &WeekView::rebuild);
    connect(&tasks, &QAbstractItemModel::dataChanged, this, &WeekView::rebuild);
    connect(&tasks, &QAbstractItemModel::rowsInserted, this, &WeekView::rebuild);
    connect(&tasks, &QAbstractItemModel::rowsRemoved, this, &WeekView::rebuild);
    connect(&Theme::instance(), &Theme::changed, this, &WeekView::rebuild);
    // The line of the present moves on by itself.
    auto *minute = new QTimer(this);
    minute->setInterval(60'000);
    connect(minute, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    minute->start();
}

void WeekView::setWeek(const QDate &monday)
{
    m_monday = monday;
    m_focused = -1;
    rebuild();
    setAccessibleName(tr("Week of %1").arg(QLocale().toString(monday, QLocale::LongFormat)));
}

void WeekView::setTasksShown(bool shown)
{
    m_tasksShown = shown;
    rebuild();
}

void WeekView::setSelected(EventId event)
{
    m_selected = event;
    viewport()->update();
}

int WeekView::hourHeight() const
{
    return std::max(48, QFontMetrics(Theme::instance().font(Theme::Type::Small)).height() * 4);
}

int WeekView::headHeight() const
{
    const int line = QFontMetrics(Theme::instance().font(Theme::Type::Title)).height();
    return line + 20 + m_allDayRows * (line + 6);
}

int WeekView::columnLeft(int day) const
{
    const int available = viewport()->width() - timeColumnWidth();
    const int index = QGuiApplication::isRightToLeft() ? days - day : day;
    return (QGuiApplication::isRightToLeft() ? 0 : timeColumnWidth()) + available * index / days
        - (QGuiApplication::isRightToLeft() ? available / days : 0);
}

void WeekView::rebuild()
{
    m_boxes.clear();
    m_allDayRows = 0;
    if (!m_monday.isValid())
        return;
    QList<QList<Box>> byDay(days);
    for (int day = 0; day < days; ++day) {
        const Millis from = startOf(m_monday.addDays(day));
        const Millis to = startOf(m_monday.addDays(day + 1));
        int allDay = 0;
        for (const EventModel::Item &item : m_events.between(from, to)) {
            Box box;
            box.day = m_monday.addDays(day);
            box.event = item.event.id;
            box.title = item.event.title;
            box.detail = EventModel::timeText(item.event);
            if (!item.event.location.isEmpty())
                box.detail += u'\n' + item.event.location;
            box.waiting = item.waiting;
            box.unanswered = m_events.ownAnswer(item.event) == Answer::None;
            box.inChannel = !item.event.channel.isNull();
            // By the wall: a whole day is one also when it has 23 hours.
            box.allDay =
                item.event.allDay || viewerWall(item.startsAt).msecsTo(viewerWall(item.endsAt)) >= DayMillis;
            const int hour = hourHeight();
            const auto y = [&](Millis at) { return minutesIntoPage(at, box.day) * hour / 60; };
            if (box.allDay)
                box.rect = QRect(0, allDay++, 0, 0);
            else
                box.rect =
                    QRect(0, y(item.startsAt), 0, std::max(y(item.endsAt) - y(item.startsAt), hour * 5 / 12));
            byDay[day].append(box);
        }
        for (int row = 0; m_tasksShown && row < m_tasks.rowCount(); ++row) {
            const Task &task = m_tasks.task(row);
            const bool mine = task.assignee == m_tasks.account().self.id;
            if (!mine || task.dueAt < from || task.dueAt >= to || task.state == TaskState::Done)
                continue;
            Box box;
            box.day = m_monday.addDays(day);
            box.task = task.id;
            box.title = tr("%1, due %2")
                            .arg(task.title,
                                 QLocale().toString(inViewerZone(task.dueAt).time(), QLocale::ShortFormat));
            const int height = hourHeight() * 5 / 12;
            box.rect = QRect(
                0, std::max(0, minutesIntoPage(task.dueAt, box.day) * hourHeight() / 60 - height), 0, height);
            byDay[day].append(box);
        }
        m_allDayRows = std::max(m_allDayRows, allDay);
    }
    for (int day = 0; day < days; ++day)
        layoutDay(day, byDay[day]);
    verticalScrollBar()->setRange(0, std::max(0, 24 * hourHeight() - (viewport()->height() - headHeight())));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(hourHeight() / 2);
    showRevealed();
    viewport()->update();
}

void WeekView::layoutDay(int day, QList<Box> &boxes)
{
    std::stable_sort(boxes.begin(), boxes.end(),
                     [](const Box &a, const Box &b) { return a.rect.top() < b.rect.top(); });
    const int left = columnLeft(day) + 4;
    const int width = (viewport()->width() - timeColumnWidth()) / days - 8;
    const int line = QFontMetrics(Theme::instance().font(Theme::Type::Title)).height();
    qsizetype begin = 0;
    while (begin < boxes.size()) {
        if (boxes[begin].allDay) {
            boxes[begin].rect =
                QRect(left, line + 14 + boxes[begin].rect.top() * (line + 6), width, line + 4);
            m_boxes.append(boxes[begin++]);
            continue;
        }
        // A cluster: boxes that touch through each other share the column.
        qsizetype end = begin;
        int bottom = boxes[begin].rect.bottom();
        while (end < boxes.size() && (end == begin || boxes[end].allDay || boxes[end].rect.top() <= bottom)) {
            if (!boxes[end].allDay)
                bottom = std::max(bottom, boxes[end].rect.bottom());
            ++end;
        }
        QList<int> laneEnds;
        QList<int> lanes;
        for (qsizetype i = begin; i < end; ++i) {
            int lane = 0;
            while (lane < laneEnds.size() && laneEnds[lane] >= boxes[i].rect.top())
                ++lane;
            if (lane == laneEnds.size())
                laneEnds.append(0);
            laneEnds[lane] = boxes[i].rect.bottom();
            lanes.append(lane);
        }
        for (qsizetype i = begin; i < end; ++i) {
            Box &box = boxes[i];
            const int lane = lanes[i - begin];
            const auto count = int(laneEnds.size());
            box.rect.setLeft(left + width * lane / count);
            box.rect.setWidth(width / count - (count > 1 ? 2 : 0));
            m_boxes.append(box);
        }
        begin = end;
    }
}

QRect WeekView::visibleRect(const Box &box) const
{
    return box.allDay ? box.rect : box.rect.translated(0, headHeight() - verticalScrollBar()->value());
}

void WeekView::scrollToHour(int hour)
{
    verticalScrollBar()->setValue(hour * hourHeight());
}

void WeekView::reveal(EventId event)
{
    m_toReveal = event;
    showRevealed();
}

void WeekView::showRevealed()
{
    const int at = m_toReveal ? itemOf(m_toReveal.uuid()) : -1;
    if (at < 0 || viewport()->height() <= headHeight())
        return;
    m_toReveal = {};
    const QRect rect = visibleRect(m_boxes[at]);
    if (!m_boxes[at].allDay && (rect.top() < headHeight() || rect.bottom() > viewport()->height()))
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.top() - headHeight()
                                      - hourHeight());
}

void WeekView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    rebuild();
}

void WeekView::paintGrid(QPainter &painter)
{
    const int top = headHeight() - verticalScrollBar()->value();
    const bool rightToLeft = QGuiApplication::isRightToLeft();
    const qint64 today = m_monday.daysTo(viewerToday());
    const int columnWidth = (viewport()->width() - timeColumnWidth()) / days;
    if (today >= 0 && today < days) {
        QColor wash = colors().selection;
        wash.setAlphaF(0.25F);
        painter.fillRect(QRect(columnLeft(int(today)), 0, columnWidth, viewport()->height()), wash);
    }
    painter.setFont(Theme::instance().font(Theme::Type::Tiny));
    for (int hour = 0; hour <= 24; ++hour) {
        const int y = top + hour * hourHeight();
        painter.setPen(QPen(colors().line, 1));
        painter.drawLine(rightToLeft ? 0 : timeColumnWidth(), y,
                         rightToLeft ? viewport()->width() - timeColumnWidth() : viewport()->width(), y);
        if (hour == 0 || hour == 24)
            continue;
        painter.setPen(colors().ink3);
        const QRect label(rightToLeft ? viewport()->width() - timeColumnWidth() + 6 : 0, y - 10,
                          timeColumnWidth() - 8, 20);
        painter.drawText(label, int(Qt::AlignVCenter | trailingAlignment()),
                         QLocale().toString(QTime(hour, 0), QLocale::ShortFormat));
    }
    painter.setPen(QPen(colors().line, 1));
    for (int day = 0; day < days; ++day)
        painter.drawLine(columnLeft(day), 0, columnLeft(day), viewport()->height());
    if (today >= 0 && today < days) {
        const QTime now = viewerNow().time();
        const int y = top + (now.hour() * 60 + now.minute()) * hourHeight() / 60;
        painter.setPen(QPen(colors().danger, 2));
        painter.drawLine(columnLeft(int(today)), y, columnLeft(int(today)) + columnWidth, y);
        painter.setBrush(colors().danger);
        painter.drawEllipse(QPoint(columnLeft(int(today)), y), 3, 3);
    }
}

void WeekView::paintHead(QPainter &painter)
{
    const int height = headHeight();
    painter.fillRect(QRect(0, 0, viewport()->width(), height), colors().background);
    painter.setPen(QPen(colors().line, 1));
    painter.drawLine(0, height - 1, viewport()->width(), height - 1);
    const QLocale locale;
    const int columnWidth = (viewport()->width() - timeColumnWidth()) / days;
    for (int day = 0; day < days; ++day) {
        const QDate date = m_monday.addDays(day);
        const bool today = date == viewerToday();
        QRect label(columnLeft(day) + 10, 6, columnWidth - 14,
                    QFontMetrics(Theme::instance().font(Theme::Type::Title)).height() + 6);
        painter.setFont(Theme::instance().font(Theme::Type::Small, today ? QFont::DemiBold : QFont::Normal));
        painter.setPen(today ? colors().accent : colors().ink2);
        const QString name = locale.dayName(date.dayOfWeek(), QLocale::ShortFormat) + u' ';
        const int used = QFontMetrics(painter.font()).horizontalAdvance(name);
        const bool rightToLeft = QGuiApplication::isRightToLeft();
        painter.drawText(label, int(Qt::AlignVCenter | leadingAlignment()), name);
        label.adjust(rightToLeft ? 0 : used, 0, rightToLeft ? -used : 0, 0);
        painter.setFont(Theme::instance().font(Theme::Type::Title, QFont::DemiBold));
        painter.setPen(today ? colors().accent : colors().ink);
        painter.drawText(label, int(Qt::AlignVCenter | leadingAlignment()), locale.toString(date.day()));
    }
}

void WeekView::paintBox(QPainter &painter, const Box &box, bool focused)
{
    const QRectF rect = QRectF(visibleRect(box)).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor ink = box.task ? colors().warning : box.inChannel ? colors().ok : colors().selectionInk;
    const QColor edge = box.task ? colors().warning : box.inChannel ? colors().ok : colors().accent;
    const QColor ground = box.unanswered ? colors().background
        : box.task                       ? colors().warningBackground
        : box.inChannel                  ? colors().okBackground
                                         : colors().selection;
    painter.setPen(box.unanswered                                           ? QPen(edge, 1, Qt::DashLine)
                       : focused || (m_selected && box.event == m_selected) ? QPen(colors().focus, 2)
                                                                            : QPen(Qt::NoPen));
    painter.setBrush(ground);
    painter.drawRoundedRect(rect, Metric::RadiusSmall, Metric::RadiusSmall);
    painter.setPen(Qt::NoPen);
    painter.setBrush(edge);
    const bool rightToLeft = QGuiApplication::isRightToLeft();
    painter.drawRoundedRect(
        QRectF(rightToLeft ? rect.right() - 3 : rect.left(), rect.top(), 3, rect.height()), 1.5, 1.5);
    QRectF text = rect.adjusted(9, 3, -5, -2);
    painter.setPen(ink);
    painter.setFont(Theme::instance().font(Theme::Type::Small, QFont::DemiBold));
    const QFontMetricsF bold(painter.font());
    painter.setClipRect(rect);
    const int align = int(leadingAlignment());
    const bool oneLine = rect.height() < bold.height() * 2.2;
    painter.drawText(text, align | Qt::AlignTop,
                     bold.elidedText(oneLine && !box.detail.isEmpty()
                                         ? box.title + u' ' + box.detail.section(u' ', 0, 0)
                                         : box.title,
                                     Qt::ElideRight, text.width()));
    if (!oneLine) {
        text.adjust(0, bold.height(), 0, 0);
        painter.setFont(Theme::instance().font(Theme::Type::Small));
        QString detail = box.detail;
        if (box.unanswered)
            detail += u'\n' + tr("not answered");
        if (box.waiting)
            detail += u'\n' + tr("waiting to be sent");
        painter.drawText(text, align | Qt::AlignTop | Qt::TextWordWrap, detail);
    }
    painter.setClipping(false);
}

void WeekView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), colors().background);
    paintGrid(painter);
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        if (!m_boxes[i].allDay)
            paintBox(painter, m_boxes[i], hasFocus() && m_focused == i);
    }
    paintHead(painter);
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes[i].allDay)
            paintBox(painter, m_boxes[i], hasFocus() && m_focused == i);
    }
}

int WeekView::itemAt(const QPoint &point) const
{
    for (qsizetype i = m_boxes.size() - 1; i >= 0; --i) {
        if (visibleRect(m_boxes[i]).contains(point) && (m_boxes[i].allDay || point.y() > headHeight()))
            return int(i);
    }
    return -1;
}

void WeekView::pressItem(int box)
{
    if (box < 0 || box >= m_boxes.size())
        return;
    if (m_boxes[box].event)
        Q_EMIT eventActivated(m_boxes[box].event);
    else
        Q_EMIT taskActivated(m_boxes[box].task);
}

void WeekView::mousePressEvent(QMouseEvent *event)
{
    m_focused = itemAt(event->position().toPoint());
    viewport()->update();
    pressItem(m_focused);
}

void WeekView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (itemAt(point) >= 0 || point.y() < headHeight())
        return;
    const int columnWidth = std::max(1, (viewport()->width() - timeColumnWidth()) / days);
    for (int day = 0; day < days; ++day) {
        if (point.x() < columnLeft(day) || point.x() >= columnLeft(day) + columnWidth)
            continue;
        const int minutes =
            (point.y() - headHeight() + verticalScrollBar()->value()) * 60 / hourHeight() / 30 * 30;
        Q_EMIT slotActivated(QDateTime(m_monday.addDays(day),
                                       QTime(0, 0).addSecs(std::clamp(minutes, 0, 23 * 60) * 60), Qt::UTC));
    }
}

void WeekView::keyPressEvent(QKeyEvent *event)
{
    const auto count = int(m_boxes.size());
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_focused >= 0) {
        pressItem(m_focused);
        return;
    }
    const bool next = event->key() == Qt::Key_Down || event->key() == Qt::Key_Right;
    const bool previous = event->key() == Qt::Key_Up || event->key() == Qt::Key_Left;
    if (count == 0 || (!next && !previous)) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    m_focused = m_focused < 0 ? (next ? 0 : count - 1) : (m_focused + (next ? 1 : count - 1)) % count;
    const QRect rect = visibleRect(m_boxes[m_focused]);
    if (!m_boxes[m_focused].allDay && (rect.top() < headHeight() || rect.bottom() > viewport()->height()))
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.top() - headHeight() - 40);
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(m_focused);
    QAccessible::updateAccessibility(&focus);
    viewport()->update();
}

QUuid WeekView::itemKey(int box) const
{
    return m_boxes[box].event ? m_boxes[box].event.uuid() : m_boxes[box].task.uuid();
}

int WeekView::itemOf(const QUuid &key) const
{
    for (int i = 0; i < itemCount(); ++i) {
        if (itemKey(i) == key)
            return i;
    }
    return -1;
}

QString WeekView::itemSentence(int index) const
{
    const Box &box = m_boxes[index];
    QStringList parts{box.title, QLocale().toString(box.day, u"dddd, d MMMM"_s)};
    if (!box.detail.isEmpty())
        parts.append(QString(box.detail).replace(u'\n', u", "_s));
    if (box.unanswered && box.event)
        parts.append(tr("not answered"));
    if (box.waiting)
        parts.append(tr("not sent yet"));
    return parts.join(u", "_s);
}

bool WeekView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int box = itemAt(help->pos());
        QString text = box >= 0 ? m_boxes[box].title : QString();
        if (box >= 0 && !m_boxes[box].detail.isEmpty())
            text += u'\n' + m_boxes[box].detail;
        showPlainToolTip(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace ChatOps
