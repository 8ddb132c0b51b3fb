// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paintedlist.h"
#include "ui/rowlayout.h"

#include <QAbstractScrollArea>
#include <QHash>

class QFrame;
class QToolButton;

namespace ChatOps {

class PictureBook;

/// Shows a TimelineModel. Only rows in sight are laid out. The place is kept
/// on a message, not on a pixel: rows that appear or change height above it
/// move nothing. It stays at the bottom only if it was there.
class TimelineView final : public QAbstractScrollArea, public PaintedList {
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);
    ~TimelineView() override;

    void setModel(TimelineModel *model);
    [[nodiscard]] TimelineModel *model() const { return m_model; }
    /// Where previews of links come from; none are shown without.
    void setPreviews(LinkPreviews *previews);
    /// How long messages are kept; 0: without end. Soon before it is over, rows say so.
    void setKeptFor(Millis keptFor);
    /// Where pictures of people come from; initials are shown without.
    void setPictures(PictureBook *pictures);
    void scrollToSeq(qint64 seq);
    void scrollToBottom();
    void scrollByPixels(int pixels);
    [[nodiscard]] bool isAtBottom() const { return m_stick; }
    /// The message at the top of the view and how far above the edge it begins.
    [[nodiscard]] std::pair<MessageId, int> place() const;
    [[nodiscard]] QRect rowRect(int row) const;
    /// What stands beside the name: the time, and how long the message stays.
    [[nodiscard]] QString timeTextOf(int row) { return layoutFor(row)->timeText(); }
    [[nodiscard]] int rowAt(const QPoint &point) const;
    [[nodiscard]] int itemCount() const override { return m_model ? m_model->rowCount() : 0; }
    [[nodiscard]] QUuid itemKey(int row) const override
    {
        return m_model->row(row).message.message.id.uuid();
    }
    [[nodiscard]] int itemOf(const QUuid &key) const override
    {
        return m_model ? m_model->indexOf(MessageId(key)) : -1;
    }
    [[nodiscard]] QString itemSentence(int row) const override
    {
        return m_model->index(row).data(Qt::AccessibleTextRole).toString();
    }
    [[nodiscard]] QRect itemRect(int row) const override { return rowRect(row); }
    [[nodiscard]] int itemAt(const QPoint &point) const override { return rowAt(point); }
    [[nodiscard]] int focusedItem() const override { return focusedRow(); }
    /// Opens the thread, as Enter does.
    void pressItem(int row) override { Q_EMIT threadRequested(m_model->row(row).message.message); }
    /// What is under a point of the viewport, and in which row.
    [[nodiscard]] RowLayout::Hit hitAt(const QPoint &point, int *row) const;
    [[nodiscard]] QList<int> visibleRows() const;
    /// Does the row, which is in sight, stand under its author's name?
    [[nodiscard]] bool showsAuthor(int row);
    [[nodiscard]] int laidOutRows() const { return int(m_layouts.size()); }
    [[nodiscard]] int focusedRow() const;
    void setFocusedRow(int row);
    /// The menu of a message, also on the keyboard's menu key.
    void openMenu(int row, const QPoint &globalPosition);

Q_SIGNALS:
    void linkActivated(const QString &link);
    void threadRequested(const ChatOps::Message &message);
    void reactionToggled(const ChatOps::Message &message, const QString &emoji, bool on);
    void reactionRequested(const ChatOps::Message &message, const QPoint &globalPosition);
    void editRequested(const ChatOps::Message &message);
    void deleteRequested(const ChatOps::Message &message);
    void taskRequested(const ChatOps::Message &message);
    void eventRequested(const ChatOps::Message &message);
    void fileRequested(const ChatOps::FileRef &file);
    void refusalRequested(ChatOps::OperationId operation);
    void bottomReached();
    /// Rows have been painted; emitted while the event is handled.
    void rowsPainted();
    /// As `rowsPainted`, or what stands for a channel that has none, not that it is being read.
    void painted();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Placed {
        int row = 0;
        int top = 0; ///< In viewport pixels.
        std::shared_ptr<RowLayout> layout;
    };
    [[nodiscard]] std::shared_ptr<RowLayout> layoutFor(int row);
    void modelChanged();
    void forgetRow(int row);
    void relayout();
    void place(int anchorRow, int anchorTop);
    void askForMore();
    [[nodiscard]] int topMargin() const;
    [[nodiscard]] bool showsEverything() const;
    void updateScrollBar();
    void scrollBarMoved(int value);
    void setHovered(int row);
    void placeActions();
    void buildActions();
    void activate(const RowLayout::Hit &hit, int row);
    void paintEmpty(QPainter &painter);
    [[nodiscard]] Message messageAt(int row) const { return m_model->row(row).message.message; }

    TimelineModel *m_model = nullptr;
    LinkPreviews *m_previews = nullptr;
    PictureBook *m_pictures = nullptr;
    Millis m_keptFor = 0;
    QHash<MessageId, std::shared_ptr<RowLayout>> m_layouts;
    QList<Placed> m_placed;
    MessageId m_anchor;
    qint64 m_anchorSeq = 0; ///< Its place, should it go; 0 when it has none yet.
    int m_anchorTop = 0;
    bool m_stick = true;
    bool m_updatingBar = false;
    int m_hovered = -1;
    MessageId m_focused;
    QPoint m_pressed;
    qint64 m_newestSeq = 0; ///< Of the channel, as far as known.
    int m_wheelRest = 0;
    QFrame *m_actions = nullptr;
    QToolButton *m_toLatest = nullptr;
};

} // namespace ChatOps
