// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventmodel.h"

#include <QStyledItemDelegate>

namespace ChatOps {

/// Draws one event of the agenda, with the date above the first of a day.
class AgendaDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    AgendaDelegate(const EventModel &events, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] static bool startsDay(const QModelIndex &index, const EventModel &events);
    const EventModel &m_events;
};

} // namespace ChatOps
