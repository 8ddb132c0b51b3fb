// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"
#include "ui/rowlayout.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

void paintSeparator(QPainter &painter, const QRectF &where, const QString &text, const QColor &line,
                    const QColor &ink)
{
    painter.setFont(Theme::instance().font(Theme::Type::Small, QFont::DemiBold));
    const qreal width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 24;
    const qreal y = std::round(where.center().y()) + 0.5;
    painter.setPen(QPen(line, 1));
    painter.drawLine(QPointF(where.left(), y), QPointF(where.center().x() - width / 2, y));
    painter.drawLine(QPointF(where.center().x() + width / 2, y), QPointF(where.right(), y));
    painter.setPen(ink);
    painter.drawText(where, Qt::AlignCenter, text);
}

} // namespace

void RowLayout::paintSeparators(QPainter &painter) const
{
    if (!m_day.isEmpty())
        paintSeparator(painter, m_day, m_dayText, colors().line, colors().ink3);
    if (!m_new.isEmpty()) {
        QColor faint = colors().danger;
        faint.setAlphaF(0.5F);
        paintSeparator(painter, m_new,
                       QCoreApplication::translate("Timeline", "New", "line above unread messages"), faint,
                       colors().danger);
    }
}

void RowLayout::paint(QPainter &painter, const QPointF &at, const TimelineRow &row, bool hovered,
                      bool focused, PersonId self, const QImage &avatar) const
{
    painter.save();
    painter.translate(at);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSeparators(painter);
    if (row.mentionsSelf || hovered || focused) {
        painter.setPen(focused ? QPen(colors().focus, 2) : QPen(Qt::NoPen));
        painter.setBrush(row.mentionsSelf ? colors().mention
                             : hovered    ? colors().hover
                                          : QColor(Qt::transparent));
        painter.drawRoundedRect(focused ? m_body.adjusted(1, 1, -1, -1) : m_body, Metric::Radius,
                                Metric::Radius);
    }
    paintHead(painter, row, avatar);
    paintBlocks(painter, row.message.message);
    paintPills(painter, self);
    paintFoot(painter, row);
    painter.restore();
}

void RowLayout::paintHead(QPainter &painter, const TimelineRow &row, const QImage &avatar) const
{
    if (!row.startsGroup)
        return;
    paintAvatar(painter, row.message.authorName, m_avatar, avatar);
    painter.setFont(Theme::instance().font(Theme::Type::Base, QFont::DemiBold));
    painter.setPen(colors().ink);
    const QFontMetricsF bold(painter.font());
    const QString name = bold.elidedText(row.message.authorName, Qt::ElideRight, m_head.width() - 120);
    painter.drawText(m_head, int(leadingAlignment() | Qt::AlignVCenter), name);
    const qreal used = bold.horizontalAdvance(name) + 8;
    QRectF rest =
        QGuiApplication::isRightToLeft() ? m_head.adjusted(0, 0, -used, 0) : m_head.adjusted(used, 0, 0, 0);
    painter.setFont(Theme::instance().font(Theme::Type::Small));
    painter.setPen(colors().ink3);
    QString note = m_time;
    if (row.state == TimelineRow::State::Waiting)
        note += u"  "_s + QCoreApplication::translate("Timeline", "waiting to be sent");
    painter.drawText(rest, int(leadingAlignment() | Qt::AlignVCenter), note);
}

void RowLayout::paintBlocks(QPainter &painter, const Message &message) const
{
    for (const auto &block : m_blocks) {
        if (block->kind == MarkupBlock::Kind::Code) {
            painter.setPen(QPen(colors().line, 1));
            painter.setBrush(colors().surface);
            painter.drawRoundedRect(block->rect.adjusted(0.5, 0.5, -0.5, -0.5), Metric::Radius,
                                    Metric::Radius);
        } else if (block->kind == MarkupBlock::Kind::Quote) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors().line);
            const qreal x = m_rightToLeft ? block->rect.right() + 8 : block->rect.left() - 14;
            painter.drawRoundedRect(QRectF(x, block->rect.top(), 3, block->rect.height()), 1.5, 1.5);
        }
        painter.setPen(message.deleted || block->kind == MarkupBlock::Kind::Quote ? colors().ink3
                           : message.seq == 0                                     ? colors().ink2
                                                                                  : colors().ink);
        block->layout->draw(&painter, block->textAt);
        if (block->marker)
            block->marker->draw(&painter, block->textAt);
    }
}

void RowLayout::paintPills(QPainter &painter, PersonId self) const
{
    painter.setFont(Theme::instance().font(Theme::Type::Small));
    for (const Pill &pill : m_pills) {
        const bool mine = pill.people.contains(self);
        painter.setPen(QPen(mine ? colors().accent : colors().line, 1));
        painter.setBrush(mine ? colors().selection : QColor(Qt::transparent));
        painter.drawRoundedRect(pill.rect.adjusted(0.5, 0.5, -0.5, -0.5), pill.rect.height() / 2,
                                pill.rect.height() / 2);
        painter.setPen(mine ? colors().selectionInk : colors().ink2);
        // The emoji in a font that has it in colour; that font's digits and
        // spaces are not for reading, so the count is drawn apart.
        const QString count = pill.label.mid(pill.emoji.size()).trimmed();
        const qreal countWidth = QFontMetricsF(painter.font()).horizontalAdvance(count);
        const bool rightToLeft = QGuiApplication::isRightToLeft();
        const QRectF inside = pill.rect.adjusted(8, 0, -8, 0);
        painter.drawText(inside, int(Qt::AlignVCenter | trailingAlignment()), count);
        const QFont plain = painter.font();
        QFont emoji = plain;
        emoji.setFamilies(
            {u"Noto Color Emoji"_s, u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s, plain.family()});
        painter.setFont(emoji);
        painter.drawText(rightToLeft ? inside.adjusted(countWidth + 4, 0, 0, 0)
                                     : inside.adjusted(0, 0, -countWidth - 4, 0),
                         int(Qt::AlignVCenter | leadingAlignment()), pill.emoji);
        painter.setFont(plain);
    }
    if (!m_addPill.isEmpty()) {
        painter.setPen(QPen(colors().line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_addPill.adjusted(0.5, 0.5, -0.5, -0.5), m_addPill.height() / 2,
                                m_addPill.height() / 2);
        const QRectF glyph(m_addPill.center().x() - 7, m_addPill.center().y() - 7, 14, 14);
        paintIcon(painter, u"smile"_s, glyph, colors().ink3);
    }
}

void RowLayout::paintFoot(QPainter &painter, const TimelineRow &row) const
{
    if (!m_previewRect.isEmpty()) {
        painter.setPen(QPen(colors().line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_previewRect.adjusted(0.5, 0.5, -0.5, -0.5), Metric::Radius, Metric::Radius);
        QRectF inside = m_previewRect.adjusted(14, 8, -14, -8);
        const auto line = [&](const QString &text, Theme::Type type, int weight, const QColor &colour) {
            painter.setFont(Theme::instance().font(type, weight));
            painter.setPen(colour);
            const QFontMetricsF metrics(painter.font());
            painter.drawText(inside, int(leadingAlignment() | Qt::AlignTop),
                             metrics.elidedText(text, Qt::ElideRight, inside.width()));
            inside.setTop(inside.top() + metrics.height() + 2);
        };
        line(m_preview.title, Theme::Type::Base, QFont::DemiBold, colors().ink);
        if (!m_preview.description.isEmpty())
            line(m_preview.description, Theme::Type::Small, QFont::Normal, colors().ink2);
        line(m_preview.host, Theme::Type::Small, QFont::Normal, colors().ink3);
    }
    for (const FileCard &card : m_files) {
        painter.setPen(QPen(colors().line, 1));
        painter.setBrush(colors().raised);
        painter.drawRoundedRect(card.rect.adjusted(0.5, 0.5, -0.5, -0.5), Metric::Radius, Metric::Radius);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors().accent);
        const qreal edge = m_rightToLeft ? card.rect.right() - 3 : card.rect.left();
        painter.drawRoundedRect(QRectF(edge, card.rect.top(), 3, card.rect.height()), 1.5, 1.5);
        const QRectF inside = card.rect.adjusted(14, 8, -14, -8);
        painter.setFont(Theme::instance().font(Theme::Type::Base, QFont::DemiBold));
        painter.setPen(colors().ink);
        painter.drawText(
            inside, int(leadingAlignment() | Qt::AlignTop),
            QFontMetricsF(painter.font()).elidedText(card.file.name, Qt::ElideMiddle, inside.width()));
        painter.setFont(Theme::instance().font(Theme::Type::Small));
        painter.setPen(colors().ink3);
        painter.drawText(inside, int(leadingAlignment() | Qt::AlignBottom),
                         QLocale().formattedDataSize(card.file.size, 0, QLocale::DataSizeSIFormat));
    }
    if (!m_thread.isEmpty()) {
        painter.setFont(Theme::instance().font(Theme::Type::Small, QFont::DemiBold));
        painter.setPen(colors().accent);
        painter.drawText(m_thread, int(leadingAlignment() | Qt::AlignVCenter), m_threadText);
        const qreal used = QFontMetricsF(painter.font()).horizontalAdvance(m_threadText) + 10;
        painter.setFont(Theme::instance().font(Theme::Type::Small));
        painter.setPen(colors().ink3);
        painter.drawText(m_rightToLeft ? m_thread.adjusted(0, 0, -used, 0) : m_thread.adjusted(used, 0, 0, 0),
                         int(leadingAlignment() | Qt::AlignVCenter), m_threadWhen);
    }
    if (!m_refusal.isEmpty()) {
        const QRectF glyph(m_rightToLeft ? m_refusal.right() - 16 : m_refusal.left(), m_refusal.top() + 3, 16,
                           16);
        paintIcon(painter, u"warning"_s, glyph, colors().danger);
        painter.setFont(Theme::instance().font(Theme::Type::Small));
        painter.setPen(colors().danger);
        painter.drawText(m_rightToLeft ? m_refusal.adjusted(0, 3, -22, 0) : m_refusal.adjusted(22, 3, 0, 0),
                         int(leadingAlignment() | Qt::AlignTop | Qt::TextWordWrap), m_refusalText);
    }
    if (row.state == TimelineRow::State::Waiting && !row.startsGroup) {
        const QRectF glyph(m_rightToLeft ? m_width - 50 : 34, m_body.top() + 5, 14, 14);
        paintIcon(painter, u"clock"_s, glyph, colors().ink3);
    }
}

} // namespace ChatOps
