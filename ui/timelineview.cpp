// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview.h"

#include "ui/icons.h"
#include "ui/picturebook.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

// Layout, place and painting; what mouse and keys do is in timelineinput.cpp.

namespace ChatOps {
namespace {

constexpr int keptLayouts = 160;
constexpr int moreWhenWithin = 1200; // Pixels from the window's end.

} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Messages"));
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TimelineView::scrollBarMoved);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_layouts.clear();
        relayout();
    });
    buildActions();
}

TimelineView::~TimelineView() = default;

void TimelineView::setModel(TimelineModel *model)
{
    m_model = model;
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_layouts.clear();
        m_anchor = {};
        m_focused = {};
        m_newestSeq = 0;
        m_stick = true;
        modelChanged();
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        // A row that moves is taken out and put in again, perhaps behind somebody else's: it begins a
        // group of its own there, with its author's name.
        for (int row = first; row <= last; ++row)
            forgetRow(row);
        modelChanged();
        // New messages are read out politely, history that loads is not.
        if (!m_model->isLoaded() || !m_model->atEnd() || last != m_model->rowCount() - 1 || last - first >= 3)
            return;
        // Nor does a message wait for the timer with which X11 puts paints together.
        if (m_stick && isVisible())
            viewport()->repaint();
        if (QAccessible::isActive()) {
            QAccessibleEvent announced(this, QAccessible::ObjectReorder);
            QAccessible::updateAccessibility(&announced);
        }
    });
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TimelineView::modelChanged);
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                for (int row = first.row(); row <= last.row(); ++row)
                    forgetRow(row);
                modelChanged();
            });
    connect(model, &TimelineModel::opened, this, [this] {
        m_stick = true;
        m_anchor = {};
        relayout();
    });
    connect(model, &TimelineModel::jumped, this, &TimelineView::scrollToSeq);
    connect(model, &TimelineModel::stateChanged, this, [this] { viewport()->update(); });
    relayout();
}

void TimelineView::forgetRow(int row)
{
    m_layouts.remove(m_model->row(row).message.message.id);
}

void TimelineView::modelChanged()
{
    relayout();
}

void TimelineView::setPictures(PictureBook *pictures)
{
    m_pictures = pictures;
    connect(pictures, &PictureBook::changed, viewport(), qOverload<>(&QWidget::update));
}

void TimelineView::setKeptFor(Millis keptFor)
{
    // Also when it is the same: what is left grows less.
    if (std::exchange(m_keptFor, keptFor) == 0 && keptFor == 0)
        return;
    m_layouts.clear();
    relayout();
    viewport()->update();
}

void TimelineView::setPreviews(LinkPreviews *previews)
{
    m_previews = previews;
    connect(previews, &LinkPreviews::changed, this, [this] {
        m_layouts.clear();
        relayout();
    });
}

std::shared_ptr<RowLayout> TimelineView::layoutFor(int row)
{
    const TimelineRow &content = m_model->row(row);
    std::shared_ptr<RowLayout> &layout = m_layouts[content.message.message.id];
    if (!layout || layout->width() != viewport()->width())
        layout = std::make_shared<RowLayout>(
            content, viewport()->width(), !m_model->root().isNull(),
            m_previews ? m_previews->findIn(content.message.message.text) : nullptr,
            m_keptFor > 0 && !content.message.message.deleted ? content.message.message.createdAt + m_keptFor
                                                              : 0);
    return layout;
}

bool TimelineView::showsAuthor(int row)
{
    return layoutFor(row)->hasHead();
}

void TimelineView::relayout()
{
    if (!m_model)
        return;
    m_placed.clear();
    const int rows = m_model->rowCount();
    if (rows > 0) {
        int anchor = m_anchor ? m_model->indexOf(m_anchor) : -1;
        if (m_anchor && anchor < 0 && m_anchorSeq > 0) // It has gone; its neighbours have not.
            anchor = m_model->indexOfSeq(m_anchorSeq);
        if (const int landing = m_model->landing() > 0 ? m_model->indexOfSeq(m_model->landing()) : -1;
            landing >= 0 && landing < rows) {
            place(landing, viewport()->height() / 3);
        } else if (m_stick && m_model->atEnd()) {
            const int last = rows - 1;
            place(last, viewport()->height() - 8 - layoutFor(last)->height());
        } else if (anchor >= 0) {
            place(anchor, m_anchorTop);
        } else {
            place(rows - 1, viewport()->height() - 8 - layoutFor(rows - 1)->height());
        }
    }
    if (m_layouts.size() > keptLayouts) {
        QHash<MessageId, std::shared_ptr<RowLayout>> kept;
        for (const Placed &placed : std::as_const(m_placed))
            kept.insert(messageAt(placed.row).id, placed.layout);
        m_layouts = kept;
    }
    updateScrollBar();
    placeActions();
    viewport()->update();
    askForMore();
}

void TimelineView::place(int anchorRow, int anchorTop)
{
    const int height = viewport()->height();
    const int rows = m_model->rowCount();
    m_placed.clear();
    // The first row never leaves the view at the bottom, however far a wheel turns.
    if (anchorRow == 0)
        anchorTop = std::min(anchorTop, height - 1);
    // Down from the anchor, then up from it.
    int top = anchorTop;
    int row = anchorRow;
    for (; row < rows && top < height; ++row) {
        const auto layout = layoutFor(row);
        m_placed.append({row, top, layout});
        top += layout->height();
    }
    int bottomEdge = top;
    const bool endsHere = row >= rows;
    top = anchorTop;
    for (row = anchorRow - 1; row >= 0 && top > 0; --row) {
        const auto layout = layoutFor(row);
        top -= layout->height();
        m_placed.prepend({row, top, layout});
    }
    // Nothing beyond the last row, nor above the first.
    int shift = 0;
    if (endsHere && bottomEdge < height - 8)
        shift = height - 8 - bottomEdge;
    const int firstTop = m_placed.isEmpty() ? 0 : m_placed.first().top + shift;
    const int margin = topMargin();
    const bool wholeThread = m_model->root() && endsHere && !m_placed.isEmpty() && m_placed.first().row == 0
        && bottomEdge - m_placed.first().top <= height - 8 - margin;
    if (wholeThread) {
        shift = margin - m_placed.first().top; // A thread begins at the top and is read from there.
    } else if (!m_placed.isEmpty() && m_placed.first().row == 0 && firstTop > margin) {
        // A short channel sits at the bottom, as a conversation that has just begun.
        const bool shortChannel = endsHere && m_model->atEnd();
        if (!shortChannel)
            shift += margin - firstTop;
    }
    if (shift != 0) {
        const int anchorShifted = anchorTop + shift;
        // Rows above or below come into sight.
        if ((shift > 0 && m_placed.first().row > 0) || (shift < 0 && !endsHere)) {
            place(anchorRow, anchorShifted);
            return;
        }
        for (Placed &placed : m_placed)
            placed.top += shift;
        bottomEdge += shift;
    }
    while (!m_placed.isEmpty() && m_placed.first().top + m_placed.first().layout->height() <= 0)
        m_placed.removeFirst();
    if (m_placed.isEmpty())
        return;
    m_anchor = messageAt(m_placed.first().row).id;
    m_anchorSeq = messageAt(m_placed.first().row).seq;
    m_anchorTop = m_placed.first().top;
    const bool wasAtBottom = m_stick;
    m_stick = endsHere && m_model->atEnd() && bottomEdge <= height;
    m_model->setFollowed(m_stick);
    if (m_stick && !wasAtBottom)
        Q_EMIT bottomReached();
}

int TimelineView::topMargin() const
{
    // Room for the note above the first row.
    return m_model->root().isNull() || !m_model->olderError().message.isEmpty()
        ? QFontMetrics(Theme::instance().font(Theme::Type::Small)).height() + 20
        : 8;
}

void TimelineView::askForMore()
{
    if (!m_model || m_placed.isEmpty())
        return;
    int above = -m_placed.first().top;
    for (int row = m_placed.first().row - 1; row >= 0 && above < moreWhenWithin; --row)
        above += 40;
    if (above < moreWhenWithin)
        m_model->needOlder();
    const int below = (m_model->rowCount() - 1 - m_placed.last().row) * 40;
    if (below < moreWhenWithin)
        m_model->needNewer();
}

void TimelineView::scrollByPixels(int pixels)
{
    if (m_placed.isEmpty() || pixels == 0)
        return;
    m_stick = m_stick && pixels > 0;
    const int row = m_placed.first().row;
    place(row, m_placed.first().top - pixels);
    updateScrollBar();
    placeActions();
    viewport()->update();
    askForMore();
}

void TimelineView::scrollToSeq(qint64 seq)
{
    const int row = m_model->indexOfSeq(seq);
    if (row < 0)
        return;
    m_stick = false;
    m_focused = messageAt(row).id;
    place(row, viewport()->height() / 3);
    updateScrollBar();
    placeActions();
    viewport()->update();
    askForMore();
}

void TimelineView::scrollToBottom()
{
    if (!m_model->atEnd()) {
        m_model->jumpToLatest();
        return;
    }
    m_stick = true;
    relayout();
}

bool TimelineView::showsEverything() const
{
    const Placed &last = m_placed.last();
    return m_placed.first().row == 0 && m_placed.first().top >= 0 && m_model->atStart() && m_model->atEnd()
        && last.row == m_model->rowCount() - 1 && last.top + last.layout->height() <= viewport()->height();
}

void TimelineView::updateScrollBar()
{
    // The bar stands for the whole channel, by sequence number: its length does
    // not change while history loads, and it can be dragged anywhere.
    m_updatingBar = true;
    m_toLatest->setVisible(m_model->rowCount() > 0 && !m_stick);
    if (m_placed.isEmpty() || showsEverything()) {
        verticalScrollBar()->setRange(0, 0);
    } else if (m_model->root()) {
        // A thread is held wholly; its messages' numbers are the channel's.
        const int maximum = std::max(1, m_model->rowCount() - int(m_placed.size()));
        verticalScrollBar()->setPageStep(int(m_placed.size()));
        verticalScrollBar()->setRange(0, maximum);
        verticalScrollBar()->setValue(m_stick ? maximum : std::min(m_placed.first().row, maximum));
    } else {
        const qint64 first = std::max<qint64>(1, messageAt(m_placed.first().row).seq);
        qint64 newest = 0;
        for (int row = m_model->rowCount() - 1; row >= 0 && newest == 0; --row)
            newest = messageAt(row).seq;
        if (m_model->atEnd())
            m_newestSeq = newest;
        m_newestSeq = std::max(m_newestSeq, newest);
        const auto shown = int(m_placed.size());
        const int maximum =
            int(std::min<qint64>(std::max<qint64>(0, m_newestSeq - shown), std::numeric_limits<int>::max()));
        verticalScrollBar()->setPageStep(std::max(1, shown));
        verticalScrollBar()->setRange(0, maximum);
        verticalScrollBar()->setValue(m_stick ? maximum : int(std::min<qint64>(first - 1, maximum)));
    }
    m_updatingBar = false;
}

void TimelineView::scrollBarMoved(int value)
{
    if (m_updatingBar || !m_model || m_model->rowCount() == 0)
        return;
    if (value == verticalScrollBar()->maximum()) {
        scrollToBottom();
        return;
    }
    if (m_model->root()) {
        m_stick = false;
        place(std::min(value, m_model->rowCount() - 1), 0);
        viewport()->update();
        return;
    }
    const qint64 seq = value + 1;
    const qint64 first = messageAt(0).seq;
    const qint64 last = messageAt(m_model->rowCount() - 1).seq;
    m_stick = false;
    if (seq >= first && (seq <= last || last == 0)) {
        place(m_model->indexOfSeq(seq), 0);
        viewport()->update();
        askForMore();
    } else {
        m_model->jumpTo(seq);
    }
}

std::pair<MessageId, int> TimelineView::place() const
{
    return {m_anchor, m_anchorTop};
}

QRect TimelineView::rowRect(int row) const
{
    for (const Placed &placed : m_placed) {
        if (placed.row == row)
            return {0, placed.top, viewport()->width(), placed.layout->height()};
    }
    return {};
}

int TimelineView::rowAt(const QPoint &point) const
{
    for (const Placed &placed : m_placed) {
        if (point.y() >= placed.top && point.y() < placed.top + placed.layout->height())
            return placed.row;
    }
    return -1;
}

QList<int> TimelineView::visibleRows() const
{
    QList<int> rows;
    for (const Placed &placed : m_placed)
        rows.append(placed.row);
    return rows;
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), colors().background);
    if (!m_model || m_model->channel().isNull())
        return;
    if (m_model->rowCount() == 0) {
        paintEmpty(painter);
        if (m_model->isLoaded() && !m_model->isLoadingOlder())
            Q_EMIT painted();
        return;
    }
    const PersonId self = m_model->account().self.id;
    for (const Placed &placed : std::as_const(m_placed)) {
        const TimelineRow &row = m_model->row(placed.row);
        const bool focused = hasFocus() && row.message.message.id == m_focused;
        placed.layout->paint(painter, QPointF(0, placed.top), row, placed.row == m_hovered, focused, self,
                             m_pictures && row.startsGroup ? m_pictures->picture(row.message.message.author)
                                                           : QImage());
    }
    const int room = m_placed.isEmpty() || m_placed.first().row > 0 ? 0 : m_placed.first().top;
    if (room >= topMargin() - 4) {
        QString note;
        if (!m_model->olderError().message.isEmpty())
            note = m_model->olderError().message;
        else if (m_model->isLoadingOlder())
            note = tr("Loading older messages");
        else if (m_model->atStart() && m_model->root().isNull())
            note = tr("This is where the conversation begins.");
        painter.setPen(colors().ink3);
        painter.setFont(Theme::instance().font(Theme::Type::Small));
        const int height = std::min(room - 4, 40);
        painter.drawText(QRect(20, room - 4 - height, viewport()->width() - 40, height),
                         Qt::AlignCenter | Qt::TextWordWrap, note);
    }
    Q_EMIT rowsPainted();
    Q_EMIT painted();
}

void TimelineView::paintEmpty(QPainter &painter)
{
    const bool loading = !m_model->isLoaded() || m_model->isLoadingOlder();
    const QString title = loading                  ? tr("Loading messages")
        : !m_model->olderError().message.isEmpty() ? tr("The messages are not on this computer")
                                                   : tr("Nothing here yet");
    const QString text = loading                   ? QString()
        : !m_model->olderError().message.isEmpty() ? m_model->olderError().message
                                                   : tr("Write the first message below.");
    const QRect area = viewport()->rect().adjusted(40, 0, -40, 0);
    paintIcon(painter, u"channels"_s, QRectF(area.center().x() - 20, area.center().y() - 64, 40, 40),
              colors().ink3);
    painter.setPen(colors().ink);
    painter.setFont(Theme::instance().font(Theme::Type::Title, QFont::DemiBold));
    painter.drawText(area.translated(0, 0), Qt::AlignCenter | Qt::TextWordWrap, title);
    painter.setPen(colors().ink3);
    painter.setFont(Theme::instance().font(Theme::Type::Base));
    painter.drawText(area.translated(0, 32), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_toLatest->move(viewport()->width() / 2 - m_toLatest->width() / 2,
                     viewport()->height() - m_toLatest->height() - 12);
    relayout();
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && !m_actions->underMouse())
        setHovered(-1);
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace ChatOps
