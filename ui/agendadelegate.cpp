// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agendadelegate.h"

#include "core/viewerzone.h"

#include "ui/icons.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int headingHeight = 40;

int rowHeight()
{
    return QFontMetrics(Theme::instance().font(Theme::Type::Base)).height() * 2 + 22;
}

QDate dayOf(const QModelIndex &index, const EventModel &events)
{
    const auto event = events.find(index.data(EventModel::IdRole).value<EventId>());
    return event ? inViewerZone(event->startsAt()).date() : QDate();
}

} // namespace

AgendaDelegate::AgendaDelegate(const EventModel &events, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_events(events)
{
}

bool AgendaDelegate::startsDay(const QModelIndex &index, const EventModel &events)
{
    return index.row() == 0 || dayOf(index, events) != dayOf(index.siblingAtRow(index.row() - 1), events);
}

QSize AgendaDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {200, rowHeight() + 8 + (startsDay(index, m_events) ? headingHeight : 0)};
}

void AgendaDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto event = m_events.find(index.data(EventModel::IdRole).value<EventId>());
    if (!event)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool rightToLeft = QGuiApplication::isRightToLeft();
    const int align = int(leadingAlignment());
    QRect rect = option.rect.adjusted(20, 0, -20, 0);
    if (startsDay(index, m_events)) {
        const QDate day = dayOf(index, m_events);
        painter->setFont(Theme::instance().font(Theme::Type::Base, QFont::DemiBold));
        painter->setPen(day == viewerToday() ? colors().accent : colors().ink2);
        painter->drawText(rect.adjusted(0, 10, 0, headingHeight - rect.height()), align | Qt::AlignVCenter,
                          QLocale().toString(day, QLocale::LongFormat));
        rect.adjust(0, headingHeight, 0, 0);
    }
    const QRectF card = QRectF(rect).adjusted(0.5, 0.5, -0.5, -8);
    const bool focused = option.state & QStyle::State_Selected;
    painter->setPen(QPen(focused ? colors().accent : colors().line, focused ? 2 : 1));
    painter->setBrush(option.state & QStyle::State_MouseOver ? colors().hover : colors().raised);
    painter->drawRoundedRect(card, Metric::Radius, Metric::Radius);
    painter->setPen(Qt::NoPen);
    painter->setBrush(event->channel ? colors().ok : colors().accent);
    painter->drawRoundedRect(
        QRectF(rightToLeft ? card.right() - 4 : card.left(), card.top(), 4, card.height()), 2, 2);
    const QRectF inside = card.adjusted(16, 6, -16, -6);
    painter->setFont(Theme::instance().font(Theme::Type::Base, QFont::DemiBold));
    painter->setPen(colors().ink);
    painter->drawText(
        inside, align | Qt::AlignTop,
        QFontMetricsF(painter->font()).elidedText(event->title, Qt::ElideRight, inside.width()));
    QStringList parts{EventModel::timeText(*event)};
    if (!event->allDay && event->zone != viewerZone().id())
        parts.append(tr("%1 in %2", "time, time zone")
                         .arg(QLocale().toString(event->start.time(), QLocale::ShortFormat),
                              QString::fromLatin1(event->zone)));
    if (!event->location.isEmpty())
        parts.append(event->location);
    if (m_events.ownAnswer(*event) == Answer::None)
        parts.append(tr("not answered"));
    if (index.data(EventModel::WaitingRole).toBool())
        parts.append(tr("waiting to be sent"));
    painter->setFont(Theme::instance().font(Theme::Type::Small));
    painter->setPen(colors().ink3);
    painter->drawText(
        inside, align | Qt::AlignBottom,
        QFontMetricsF(painter->font()).elidedText(parts.join(u", "_s), Qt::ElideRight, inside.width()));
    painter->restore();
}

} // namespace ChatOps
