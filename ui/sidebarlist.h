// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

class QLabel;
class QToolButton;

namespace ChatOps {

class PictureBook;

/// Draws the rows of the channels sidebar.
class ChannelDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    /// Where pictures of people come from; initials are shown without.
    void setPictures(PictureBook *pictures) { m_pictures = pictures; }

private:
    PictureBook *m_pictures = nullptr;
};

/// A row with an icon, a text and a count, as the tasks and events sidebars
/// use: roles of a QStandardItem.
class CountedDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Roles { IconRole = Qt::UserRole + 100, CountRole, AlertRole, HeadingRole, SwatchRole };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The list of a sidebar: rows activate on one click or Enter.
class SidebarList final : public QListView {
    Q_OBJECT
public:
    explicit SidebarList(const QString &name, QWidget *parent = nullptr);

    /// What is typed here goes to `typed` instead of walking to a row that begins so: where one writes
    /// somewhere beside the list.
    void passOnTyping() { m_passesOn = true; }

Q_SIGNALS:
    void chosen(const QModelIndex &index);
    /// A row was chosen by a click: on the row that was pressed, also when it has moved since.
    void clickedOn(const QModelIndex &index);
    void typed(const QString &text);
    /// The pointer came over the list, or went.
    void pointedAt(bool inside);

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool m_passesOn = false;
    QPersistentModelIndex m_pressed;
};

/// The sidebar every pane has: title, plus button, "Find anything", content.
class Sidebar final : public QWidget {
    Q_OBJECT
public:
    explicit Sidebar(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setAddLabel(const QString &label);
    void addContent(QWidget *content, int stretch = 0);

Q_SIGNALS:
    void addRequested(const QPoint &globalPosition);
    void findRequested();

private:
    QLabel *m_title;
    QToolButton *m_add;
};

/// A count in a rounded badge, right-aligned at `right` (or left when mirrored).
int paintBadge(QPainter *painter, const QRect &row, const QString &text, bool alert);

} // namespace ChatOps
