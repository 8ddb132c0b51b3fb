// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendarstyle.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QCalendarWidget>
#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QTableView>
#include <QTextCharFormat>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

void dressCalendar(QCalendarWidget *calendar)
{
    const auto restyle = [calendar] {
        // Seven columns fit the sidebar only in the small size.
        QFont small = Theme::instance().font(Theme::Type::Small);
        small.setPixelSize(std::min(small.pixelSize(), 16));
        calendar->setFont(small);
        const int line = QFontMetrics(small).height();
        const int height = (line + 9) * 7 + 2 * line + 24; // Six weeks, the days' names, the month's.
        calendar->setMinimumHeight(height);
        if (!calendar->isWindow() && calendar->maximumHeight() < QWIDGETSIZE_MAX)
            calendar->setMaximumHeight(height); // It stands among others and takes no more than it needs.
        if (auto *table = calendar->findChild<QTableView *>(u"qt_calendar_calendarview"_s)) {
            table->setFont(small);
            table->horizontalHeader()->setMinimumSectionSize(10);
            table->verticalHeader()->setMinimumSectionSize(10);
            table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
            table->setAccessibleName(QCoreApplication::translate("Calendar", "Days"));
        }
        calendar->setStyleSheet(
            u"QCalendarWidget QWidget { background: %1; color: %2; alternate-background-color: %1; }"
            " QCalendarWidget QAbstractItemView { background: %1; color: %2; selection-background-color: %3; selection-color: %4; border: none; }"
            " QCalendarWidget QToolButton { color: %2; font-weight: 600; font-size: %5px; }"_s.arg(
                colors().surface.name(), colors().ink.name(), colors().accent.name(),
                colors().accentInk.name(), QString::number(small.pixelSize())));
        QTextCharFormat plain;
        plain.setForeground(colors().ink2);
        for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
            calendar->setWeekdayTextFormat(day, plain);
        QTextCharFormat head;
        head.setForeground(colors().ink3);
        head.setBackground(colors().surface);
        calendar->setHeaderTextFormat(head);
        for (auto *button : calendar->findChildren<QToolButton *>()) {
            const bool previous = button->objectName() == u"qt_calendar_prevmonth";
            if (previous || button->objectName() == u"qt_calendar_nextmonth") {
                button->setIcon(icon(previous ? u"left"_s : u"right"_s));
                button->setAccessibleName(previous ? QCoreApplication::translate("Calendar", "Previous month")
                                                   : QCoreApplication::translate("Calendar", "Next month"));
            } else {
                button->setAccessibleName(button->objectName().contains(u"year"_s)
                                              ? QCoreApplication::translate("Calendar", "Year")
                                              : QCoreApplication::translate("Calendar", "Month"));
            }
        }
    };
    QObject::connect(&Theme::instance(), &Theme::changed, calendar, restyle);
    restyle();
}

void dressCalendar(QDateTimeEdit *field)
{
    field->setCalendarPopup(true);
    field->calendarWidget()->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    dressCalendar(field->calendarWidget());
}

} // namespace ChatOps
