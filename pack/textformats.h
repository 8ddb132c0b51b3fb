// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities.h"
#include "core/privacy.h"

namespace ChatOps {

/// A calendar component with the time zone it needs (RFC 5545): VEVENT and VTODO.
[[nodiscard]] QByteArray calendarBegin();
[[nodiscard]] QByteArray calendarEnd();
/// VTIMEZONE of an IANA zone; empty when this computer does not know it.
[[nodiscard]] QByteArray calendarZone(const QByteArray &zone);
[[nodiscard]] QByteArray calendarEvent(const Event &event, const QString &status);
[[nodiscard]] QByteArray calendarTask(const Task &task);

/// Names a vCard can say what a profile field is by, and the rest as X- properties (RFC 6350).
[[nodiscard]] QByteArray vCard(const Person &person, const Profile &profile);

/// An instant as packs and receipts write it: RFC 3339 in UTC, to the millisecond; empty for none.
[[nodiscard]] QString utcText(Millis at);
/// The instant of such a text; none when it is not one.
[[nodiscard]] std::optional<Millis> utcFromText(const QString &text);

/// Text for HTML: nothing in it is markup.
[[nodiscard]] QByteArray htmlText(const QString &text);
/// A page that loads nothing from anywhere. `body` is HTML.
[[nodiscard]] QByteArray htmlBegin(const QString &title);
[[nodiscard]] QByteArray htmlEnd();
/// One object as rows of name and value.
[[nodiscard]] QByteArray htmlObject(const QJsonObject &object);

} // namespace ChatOps
