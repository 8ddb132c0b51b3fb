// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCalendarWidget;
class QDateTimeEdit;

namespace ChatOps {

/// Gives a calendar the theme's colours, icons and names, and keeps them.
void dressCalendar(QCalendarWidget *calendar);
/// Lets a date field open one.
void dressCalendar(QDateTimeEdit *field);

} // namespace ChatOps
