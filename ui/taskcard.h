// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ChatOps {

class PictureBook;

/// Draws a task as a card of the board.
class TaskCardDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    /// Null: initials only.
    void setPictures(PictureBook *pictures) { m_pictures = pictures; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    PictureBook *m_pictures = nullptr;
    [[nodiscard]] static int titleHeight(const QString &title, int width);
};

} // namespace ChatOps
