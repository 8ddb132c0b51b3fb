// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QImage>
#include <QString>

class QPainter;
class QRectF;

namespace ChatOps {

/// Paints an icon of the family in a colour, sharp at any scale.
void paintIcon(QPainter &painter, const QString &name, const QRectF &where, const QColor &color);

/// The icon for buttons, in the palette's second ink; make it anew when the
/// theme changes (see `bindIcon`).
[[nodiscard]] QIcon icon(const QString &name, const QColor &color = {});

/// Gives a button its icon, now and at every change of theme.
template <typename Button>
void bindIcon(Button *button, const QString &name);

/// Painters mirror alignment once more in right-to-left windows unless told
/// that it is absolute.
[[nodiscard]] Qt::Alignment leadingAlignment();
[[nodiscard]] Qt::Alignment trailingAlignment();

/// A round avatar: the picture, or initials where there is none.
void paintAvatar(QPainter &painter, const QString &name, const QRectF &where, const QImage &picture = {});
/// A dot at the lower trailing edge of an avatar: this person is here now.
void paintPresence(QPainter &painter, const QRectF &avatar);

} // namespace ChatOps

#include "ui/theme.h"

namespace ChatOps {

template <typename Button>
void bindIcon(Button *button, const QString &name)
{
    button->setIcon(icon(name));
    QObject::connect(&Theme::instance(), &Theme::changed, button,
                     [button, name] { button->setIcon(icon(name)); });
}

} // namespace ChatOps
