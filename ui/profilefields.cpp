// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profilefields.h"

#include "ui/privacyabout.h"

#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

QString profileFieldTitle(const QString &field)
{
    static const QHash<QString, const char *> titles{
        {u"pronouns"_s, QT_TRANSLATE_NOOP("ChatOps::ProfilePage", "Pronouns")},
        {u"title"_s, QT_TRANSLATE_NOOP("ChatOps::ProfilePage", "Position")},
        {u"department"_s, QT_TRANSLATE_NOOP("ChatOps::ProfilePage", "Department")},
        {u"bio"_s, QT_TRANSLATE_NOOP("ChatOps::ProfilePage", "About you")},
        {u"email"_s, QT_TRANSLATE_NOOP("ChatOps::ProfilePage", "E-mail")},
        {u"phone"_s, QT_TRANSLATE_NOOP("ChatOps::ProfilePage", "Telephone")},
        {u"zone"_s, QT_TRANSLATE_NOOP("ChatOps::ProfilePage", "Time zone")},
        {u"status"_s, QT_TRANSLATE_NOOP("ChatOps::ProfilePage", "Status")}};
    const char *title = titles.value(field);
    return title ? ProfilePage::tr(title) : QString();
}

QString profileFieldProblem(const QString &field, const QString &value)
{
    if (value.isEmpty())
        return {};
    if (field == u"zone" && !QTimeZone(value.toLatin1()).isValid())
        return ProfilePage::tr(
                   "The time zone %1 is not known. Write one such as Europe/Helsinki, or leave it empty.")
            .arg(breakable(value));
    // Only what cannot be meant: addresses and numbers have more forms than a pattern knows.
    static const QRegularExpression address(u"^[^\\s@]+@[^\\s@]+\\.[^\\s@.]+$"_s);
    if (field == u"email" && !address.match(value).hasMatch())
        return ProfilePage::tr(
                   "“%1” is not an e-mail address. Write one such as name@example.org, or leave it empty.")
            .arg(breakable(value));
    static const QRegularExpression number(u"^\\+?[0-9 ()/.\\-]{3,}( ?(x|ext\\.?) ?[0-9]+)?$"_s);
    if (field == u"phone" && !number.match(value).hasMatch())
        return ProfilePage::tr(
                   "“%1” is not a telephone number. Write one such as +358 9 1234567, or leave it empty.")
            .arg(breakable(value));
    return {};
}

} // namespace ChatOps
