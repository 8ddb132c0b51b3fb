// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

#include "core/text.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

QSvgRenderer *rendererFor(const QString &name, const QColor &color)
{
    static QHash<QString, QSvgRenderer *> cache;
    const QString key = name + color.name();
    QSvgRenderer *&renderer = cache[key];
    if (!renderer) {
        QFile file(u":/icons/"_s + name + u".svg"_s);
        QByteArray svg;
        if (file.open(QIODevice::ReadOnly))
            svg = file.readAll().replace("#000", color.name().toLatin1());
        renderer = new QSvgRenderer(svg, qApp);
    }
    return renderer;
}

/// Draws the vector at whatever size and scale is asked.
class FamilyIcon final : public QIconEngine {
public:
    FamilyIcon(QString name, const QColor &color)
        : m_name(std::move(name))
        , m_color(color)
    {
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        QColor color = m_color.isValid() ? m_color
            : state == QIcon::On         ? colors().selectionInk
                                         : colors().ink2;
        if (mode == QIcon::Disabled)
            color = colors().ink3;
        paintIcon(*painter, m_name, rect, color);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new FamilyIcon(m_name, m_color); }

private:
    QString m_name;
    QColor m_color;
};

} // namespace

void paintIcon(QPainter &painter, const QString &name, const QRectF &where, const QColor &color)
{
    rendererFor(name, color)->render(&painter, where);
}

QIcon icon(const QString &name, const QColor &color)
{
    return QIcon(new FamilyIcon(name, color));
}

Qt::Alignment leadingAlignment()
{
    return Qt::AlignAbsolute | (QGuiApplication::isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
}

Qt::Alignment trailingAlignment()
{
    return Qt::AlignAbsolute | (QGuiApplication::isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight);
}

void paintPresence(QPainter &painter, const QRectF &avatar)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal size = std::max(7.0, avatar.height() * 0.36);
    const qreal x = QGuiApplication::isRightToLeft() ? avatar.left() - 1 : avatar.right() - size + 1;
    painter.setPen(QPen(colors().background, 1.5));
    painter.setBrush(colors().ok);
    painter.drawEllipse(QRectF(x, avatar.bottom() - size + 1, size, size));
    painter.restore();
}

void paintAvatar(QPainter &painter, const QString &name, const QRectF &where, const QImage &picture)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!picture.isNull()) {
        QPainterPath circle;
        circle.addEllipse(where);
        painter.setClipPath(circle);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(where, picture);
        painter.restore();
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::instance().avatarColor(name));
    painter.drawEllipse(where);
    QFont font = Theme::instance().font(Theme::Type::Base, QFont::DemiBold);
    font.setPixelSize(std::max(7, int(where.height() * 0.38)));
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(where, Qt::AlignCenter, initials(name));
    painter.restore();
}

} // namespace ChatOps
