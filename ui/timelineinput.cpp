// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/timelineview.h"

#include <QAccessible>
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

void TimelineView::buildActions()
{
    m_actions = new QFrame(viewport());
    m_actions->setObjectName(u"actions"_s);
    m_actions->setCursor(Qt::ArrowCursor);
    auto *layout = new QHBoxLayout(m_actions);
    layout->setContentsMargins(3, 3, 3, 3);
    layout->setSpacing(2);
    const auto add = [&](const QString &iconName, const QString &label,
                         const std::function<void(int, QToolButton *)> &act) {
        auto *button = new QToolButton(m_actions);
        bindIcon(button, iconName);
        button->setIconSize({Metric::IconSmall, Metric::IconSmall});
        setPlainToolTip(button, label);
        button->setAccessibleName(label);
        button->setFocusPolicy(Qt::NoFocus); // The same is in the row's menu, by keyboard.
        button->setFixedSize(28, 26);
        connect(button, &QToolButton::clicked, this, [this, act, button] {
            if (m_hovered >= 0 && m_hovered < m_model->rowCount())
                act(m_hovered, button);
        });
        layout->addWidget(button);
    };
    add(u"smile"_s, tr("React"), [this](int row, QToolButton *button) {
        Q_EMIT reactionRequested(messageAt(row), button->mapToGlobal(QPoint(0, button->height())));
    });
    add(u"reply"_s, tr("Reply in thread"),
        [this](int row, QToolButton *) { Q_EMIT threadRequested(messageAt(row)); });
    add(u"tasks"_s, tr("Make a task"),
        [this](int row, QToolButton *) { Q_EMIT taskRequested(messageAt(row)); });
    add(u"events"_s, tr("Make an event"),
        [this](int row, QToolButton *) { Q_EMIT eventRequested(messageAt(row)); });
    add(u"more"_s, tr("More"), [this](int row, QToolButton *button) {
        openMenu(row, button->mapToGlobal(QPoint(0, button->height())));
    });
    m_actions->adjustSize();
    m_actions->hide();

    m_toLatest = new QToolButton(viewport());
    m_toLatest->setObjectName(u"toLatest"_s);
    m_toLatest->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toLatest->setText(tr("Newest messages"));
    m_toLatest->setAccessibleName(m_toLatest->text());
    m_toLatest->setCursor(Qt::ArrowCursor);
    bindIcon(m_toLatest, u"arrow-down"_s);
    const auto style = [this] {
        m_toLatest->setStyleSheet(
            u"QToolButton { background: %1; color: %2; border: 1px solid %3; border-radius: 14px; padding: 4px 12px; }"_s
                .arg(colors().raised.name(), colors().ink.name(), colors().line.name()));
        m_toLatest->adjustSize();
    };
    connect(&Theme::instance(), &Theme::changed, m_toLatest, style);
    style();
    connect(m_toLatest, &QToolButton::clicked, this, &TimelineView::scrollToBottom);
    m_toLatest->hide();
}

void TimelineView::placeActions()
{
    const QRect row = m_hovered >= 0 ? rowRect(m_hovered) : QRect();
    if (row.isEmpty() || !m_model || m_hovered >= m_model->rowCount() || messageAt(m_hovered).deleted
        || messageAt(m_hovered).seq == 0) {
        m_actions->hide();
        return;
    }
    const QRectF body = layoutFor(m_hovered)->body();
    const int y = std::clamp(row.top() + int(body.top()) - 14, 2, viewport()->height() - m_actions->height());
    const int x = QGuiApplication::isRightToLeft() ? 24 : viewport()->width() - m_actions->width() - 24;
    m_actions->move(x, y);
    m_actions->show();
    m_actions->raise();
}

void TimelineView::setHovered(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    placeActions();
    viewport()->update();
}

RowLayout::Hit TimelineView::hitAt(const QPoint &point, int *row) const
{
    *row = rowAt(point);
    for (const Placed &placed : m_placed) {
        if (placed.row == *row)
            return placed.layout->hitTest(QPointF(point.x(), point.y() - placed.top));
    }
    return {};
}

void TimelineView::activate(const RowLayout::Hit &hit, int row)
{
    const Message message = messageAt(row);
    switch (hit.kind) {
    case RowLayout::Hit::Kind::Link:
        Q_EMIT linkActivated(hit.text);
        break;
    case RowLayout::Hit::Kind::Reaction: {
        bool mine = false;
        for (const Reaction &reaction : message.reactions)
            mine |= reaction.emoji == hit.text && reaction.people.contains(m_model->account().self.id);
        Q_EMIT reactionToggled(message, hit.text, !mine);
        break;
    }
    case RowLayout::Hit::Kind::AddReaction:
        Q_EMIT reactionRequested(message, QCursor::pos());
        break;
    case RowLayout::Hit::Kind::Thread:
        Q_EMIT threadRequested(message);
        break;
    case RowLayout::Hit::Kind::File:
        for (const FileRef &file : message.files) {
            if (file.id.toString() == hit.text)
                Q_EMIT fileRequested(file);
        }
        break;
    case RowLayout::Hit::Kind::Refusal:
        Q_EMIT refusalRequested(m_model->row(row).operation);
        break;
    case RowLayout::Hit::Kind::Nothing:
        break;
    }
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    int pixels = event->pixelDelta().y();
    if (pixels == 0) {
        m_wheelRest += event->angleDelta().y() * 3 * 20;
        pixels = m_wheelRest / 120;
        m_wheelRest %= 120;
    }
    scrollByPixels(-pixels);
    setHovered(rowAt(event->position().toPoint()));
    event->accept();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    int row = -1;
    const RowLayout::Hit hit = hitAt(point, &row);
    setHovered(row);
    viewport()->setCursor(hit.kind == RowLayout::Hit::Kind::Nothing ? Qt::ArrowCursor
                                                                    : Qt::PointingHandCursor);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton || (point - m_pressed).manhattanLength() > 6)
        return;
    int row = -1;
    const RowLayout::Hit hit = hitAt(point, &row);
    if (row < 0)
        return;
    m_focused = messageAt(row).id;
    viewport()->update();
    activate(hit, row);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (row >= 0)
        Q_EMIT threadRequested(messageAt(row));
}

int TimelineView::focusedRow() const
{
    return m_model && m_focused ? m_model->indexOf(m_focused) : -1;
}

void TimelineView::setFocusedRow(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    m_focused = messageAt(row).id;
    const QRect rect = rowRect(row);
    if (rect.isEmpty() || rect.top() < 0 || rect.bottom() > viewport()->height()) {
        const bool above =
            rect.isEmpty() ? row < (m_placed.isEmpty() ? 0 : m_placed.first().row) : rect.top() < 0;
        m_stick = false;
        const int height = layoutFor(row)->height();
        place(row, above ? 8 : viewport()->height() - 8 - height);
        updateScrollBar();
        askForMore();
    }
    viewport()->update();
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(row);
    QAccessible::updateAccessibility(&focus);
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (focusedRow() < 0 && !m_placed.isEmpty())
        m_focused = messageAt(m_placed.last().row).id;
    viewport()->update();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const int page = std::max(40, viewport()->height() - 60);
    const int row = focusedRow();
    switch (event->key()) {
    case Qt::Key_Up:
        setFocusedRow(row - 1);
        return;
    case Qt::Key_Down:
        setFocusedRow(row + 1);
        return;
    case Qt::Key_PageUp:
        scrollByPixels(-page);
        return;
    case Qt::Key_PageDown:
        scrollByPixels(page);
        return;
    case Qt::Key_Home:
        m_model->jumpTo(1);
        return;
    case Qt::Key_End:
        scrollToBottom();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row >= 0)
            Q_EMIT threadRequested(messageAt(row));
        return;
    case Qt::Key_Menu:
        if (row >= 0)
            openMenu(row, viewport()->mapToGlobal(rowRect(row).center()));
        return;
    case Qt::Key_Delete:
        if (row >= 0 && messageAt(row).author == m_model->account().self.id)
            Q_EMIT deleteRequested(messageAt(row));
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    const int row = event->reason() == QContextMenuEvent::Keyboard ? focusedRow() : rowAt(event->pos());
    if (row >= 0)
        openMenu(row,
                 event->reason() == QContextMenuEvent::Keyboard
                     ? viewport()->mapToGlobal(rowRect(row).center())
                     : event->globalPos());
}

void TimelineView::openMenu(int row, const QPoint &globalPosition)
{
    const TimelineRow content = m_model->row(row);
    const Message message = content.message.message;
    m_focused = message.id; // The frame stands where the menu is for.
    viewport()->update();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (content.state == TimelineRow::State::Refused)
        menu->addAction(icon(u"warning"_s), tr("Show why it was not sent"), this,
                        [this, content] { Q_EMIT refusalRequested(content.operation); });
    if (!message.deleted) {
        if (message.seq > 0) {
            menu->addAction(icon(u"smile"_s), tr("React"), this, [this, message, globalPosition] {
                Q_EMIT reactionRequested(message, globalPosition);
            });
            menu->addAction(icon(u"reply"_s), tr("Reply in thread"), this,
                            [this, message] { Q_EMIT threadRequested(message); });
            menu->addAction(icon(u"tasks"_s), tr("Make a task"), this,
                            [this, message] { Q_EMIT taskRequested(message); });
            menu->addAction(icon(u"events"_s), tr("Make an event"), this,
                            [this, message] { Q_EMIT eventRequested(message); });
        }
        menu->addAction(icon(u"copy"_s), tr("Copy text"), this,
                        [message] { QGuiApplication::clipboard()->setText(message.text); });
        const bool own = message.author == m_model->account().self.id;
        const bool admin =
            m_model->account().self.role == Role::Owner || m_model->account().self.role == Role::Admin;
        if (own || admin)
            menu->addSeparator();
        if (own)
            menu->addAction(icon(u"edit"_s), tr("Edit"), this,
                            [this, message] { Q_EMIT editRequested(message); });
        if (own || admin)
            menu->addAction(icon(u"trash"_s), tr("Delete"), this,
                            [this, message] { Q_EMIT deleteRequested(message); });
    }
    if (menu->isEmpty()) {
        delete menu;
        return;
    }
    menu->popup(globalPosition);
}

} // namespace ChatOps
