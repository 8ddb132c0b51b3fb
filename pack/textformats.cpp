// SPDX-License-Identifier: GPL-3.0-or-later
#include "pack/textformats.h"

#include "core/jsonguard.h"

#include <QTimeZone>

#include <libical/ical.h>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr qsizetype lineOctets = 75;

struct ComponentFree {
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentFree>;

QByteArray textOf(icalcomponent *component)
{
    char *text = icalcomponent_as_ical_string_r(component);
    QByteArray copy(text);
    icalmemory_free_buffer(text);
    return copy;
}

icaltimetype utcTime(Millis at)
{
    return icaltime_from_timet_with_zone(time_t(at / 1000), 0, icaltimezone_get_utc_timezone());
}

icaltimetype wallTime(const QDateTime &wall, bool dateOnly)
{
    icaltimetype time = icaltime_null_time();
    time.year = wall.date().year();
    time.month = wall.date().month();
    time.day = wall.date().day();
    time.is_date = dateOnly ? 1 : 0;
    if (!dateOnly) {
        time.hour = wall.time().hour();
        time.minute = wall.time().minute();
        time.second = wall.time().second();
    }
    return time;
}

void addWall(icalcomponent *component, icalproperty *property, const QByteArray &zone, bool dateOnly)
{
    if (!dateOnly && !zone.isEmpty())
        icalproperty_add_parameter(property, icalparameter_new_tzid(zone.constData()));
    icalcomponent_add_property(component, property);
}

void addText(icalcomponent *component, icalproperty *(*make)(const char *), const QString &text)
{
    if (!text.isEmpty())
        icalcomponent_add_property(component, make(text.toUtf8().constData()));
}

/// RFC 6350 section 3.4, and folded as section 3.2 says.
void addLine(QByteArray &card, const QByteArray &name, const QString &value)
{
    if (value.isEmpty())
        return;
    QByteArray escaped;
    const QByteArray bytes = value.toUtf8();
    for (const char one : bytes) {
        if (one == '\\' || one == ',' || one == ';')
            escaped += '\\';
        if (one == '\n')
            escaped += "\\n";
        else if (one != '\r')
            escaped += one;
    }
    QByteArray line = name + ':' + escaped;
    while (line.size() > lineOctets) {
        qsizetype cut = lineOctets;
        while (cut > 1 && (uchar(line[cut]) & 0xC0U) == 0x80U)
            --cut; // Not inside of a character.
        card += line.first(cut) + "\r\n";
        line = ' ' + line.sliced(cut);
    }
    card += line + "\r\n";
}

QByteArray htmlValue(const QJsonValue &value)
{
    if (value.isObject())
        return htmlObject(value.toObject());
    if (value.isArray()) {
        QByteArray html;
        const QJsonArray array = value.toArray();
        for (const auto &one : array)
            html += "<div>" + htmlValue(one) + "</div>";
        return html;
    }
    if (value.isDouble())
        return QByteArray::number(value.toInteger());
    if (value.isBool())
        return value.toBool() ? "yes" : "no";
    return htmlText(value.toString());
}

} // namespace

QByteArray calendarBegin()
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ChatOps Desktop//Data export//EN\r\n";
}

QByteArray calendarEnd()
{
    return "END:VCALENDAR\r\n";
}

QByteArray calendarZone(const QByteArray &zone)
{
    icaltimezone_set_tzid_prefix("");
    icaltimezone *known = icaltimezone_get_builtin_timezone(zone.constData());
    if (!known)
        return {};
    const Component copy(icalcomponent_new_clone(icaltimezone_get_component(known)));
    if (icalproperty *id = icalcomponent_get_first_property(copy.get(), ICAL_TZID_PROPERTY))
        icalproperty_set_tzid(id, zone.constData());
    return textOf(copy.get());
}

QByteArray calendarEvent(const Event &event, const QString &status)
{
    const Component component(icalcomponent_new_vevent());
    icalcomponent *to = component.get();
    icalcomponent_add_property(to, icalproperty_new_uid(event.id.toString().toUtf8().constData()));
    icalcomponent_add_property(to, icalproperty_new_dtstamp(utcTime(event.createdAt)));
    icalcomponent_add_property(to, icalproperty_new_created(utcTime(event.createdAt)));
    addWall(to, icalproperty_new_dtstart(wallTime(event.start, event.allDay)), event.zone, event.allDay);
    addWall(to, icalproperty_new_dtend(wallTime(event.end, event.allDay)), event.zone, event.allDay);
    addText(to, icalproperty_new_summary, event.title);
    addText(to, icalproperty_new_description, event.description);
    addText(to, icalproperty_new_location, event.location);
    addText(to, icalproperty_new_comment, status);
    return textOf(to);
}

QByteArray calendarTask(const Task &task)
{
    const Component component(icalcomponent_new_vtodo());
    icalcomponent *to = component.get();
    icalcomponent_add_property(to, icalproperty_new_uid(task.id.toString().toUtf8().constData()));
    icalcomponent_add_property(to, icalproperty_new_dtstamp(utcTime(task.createdAt)));
    icalcomponent_add_property(to, icalproperty_new_created(utcTime(task.createdAt)));
    addText(to, icalproperty_new_summary, task.title);
    addText(to, icalproperty_new_description, task.description);
    if (task.dueAt)
        icalcomponent_add_property(to, icalproperty_new_due(utcTime(task.dueAt)));
    icalcomponent_add_property(to,
                               icalproperty_new_status(task.state == TaskState::Done ? ICAL_STATUS_COMPLETED
                                                           : task.state == TaskState::Todo
                                                           ? ICAL_STATUS_NEEDSACTION
                                                           : ICAL_STATUS_INPROCESS));
    // RFC 5545 section 3.8.1.9: 1 is highest, 9 lowest.
    static constexpr std::array priorities{0, 9, 5, 1};
    if (task.priority != Priority::None)
        icalcomponent_add_property(to, icalproperty_new_priority(priorities[size_t(task.priority)]));
    return textOf(to);
}

QByteArray vCard(const Person &person, const Profile &profile)
{
    QByteArray card =
        "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:" + person.id.toString().toLatin1() + "\r\n";
    addLine(card, "FN", person.name);
    addLine(card, "NICKNAME", person.handle);
    static const QHash<QString, QByteArray> names{{u"title"_s, "TITLE"}, {u"phone"_s, "TEL"},
                                                  {u"email"_s, "EMAIL"}, {u"zone"_s, "TZ"},
                                                  {u"bio"_s, "NOTE"},    {u"organisation"_s, "ORG"}};
    for (auto it = profile.fields.begin(); it != profile.fields.end(); ++it)
        addLine(card, names.value(it.key(), "X-" + it.key().toUpper().replace(u'_', u'-').toLatin1()),
                it->value);
    return card + "END:VCARD\r\n";
}

QString utcText(Millis at)
{
    return at ? QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs) : QString();
}

std::optional<Millis> utcFromText(const QString &text)
{
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    return at.isValid() && at.timeSpec() == Qt::UTC ? std::optional(at.toMSecsSinceEpoch()) : std::nullopt;
}

QByteArray htmlText(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray htmlBegin(const QString &title)
{
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
           "<meta name=\"viewport\" content=\"width=device-width\"><title>"
        + htmlText(title)
        + "</title><style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60em;"
          "margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%;margin:.6em 0}"
          "th,td{text-align:start;vertical-align:top;padding:.25em .6em;border-bottom:1px solid #8885}"
          "th{font-weight:600;white-space:nowrap}td{overflow-wrap:anywhere;white-space:pre-wrap}"
          "nav a{margin-inline-end:1em}</style></head><body>\n<h1>"
        + htmlText(title) + "</h1>\n";
}

QByteArray htmlEnd()
{
    return "</body></html>\n";
}

QByteArray htmlObject(const QJsonObject &object)
{
    QByteArray html = "<table>";
    for (auto it = object.begin(); it != object.end(); ++it)
        html += "<tr><th>" + htmlText(it.key()) + "</th><td>" + htmlValue(it.value()) + "</td></tr>";
    return html + "</table>\n";
}

} // namespace ChatOps
