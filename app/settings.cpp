// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include "core/jsonguard.h"
#include "core/log.h"
#include "core/wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMetaEnum>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

QThreadPool &writer()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return pool;
}

} // namespace

std::span<const SettingRow> settingRows()
{
    static constexpr std::array rows{
        SettingRow{"appearance", "choice", SettingRow::Scope::Device, "System",
                   "System, Light, Dark or Contrast"},
        SettingRow{"reading-size", "integer", SettingRow::Scope::Device, "100",
                   "Reading size in percent, 80 to 200"},
        SettingRow{"language", "choice", SettingRow::Scope::Device, "", "en, de, or empty for the system's"},
        SettingRow{"last-account", "text", SettingRow::Scope::Device, "", "Account opened at the next start"},
        SettingRow{"place", "text", SettingRow::Scope::Account, "", "Pane and channel to come back to"},
    };
    return rows;
}

void writeLater(const QString &path, const QByteArray &bytes)
{
    writer().start([path, bytes] {
        QDir().mkpath(QFileInfo(path).absolutePath());
        const Result<void> saved = writeWholeFile(path, bytes, OwnerOnly);
        if (saved)
            return;
        qCWarning(lcApp, "a file of the profile cannot be written: %s", qPrintable(saved.error().detail));
        const Error error{
            ErrorCode::Storage,
            path.endsWith(u"accounts.json")
                ? QCoreApplication::translate(
                    "App",
                    "The list of accounts cannot be written to this computer. After the program has ended it will not know this account.")
                : QCoreApplication::translate(
                    "App",
                    "The settings cannot be written to this computer. They hold until the program ends."),
            saved.error().detail};
        Q_EMIT profileTrouble().happened(error);
    });
}

ProfileTrouble &profileTrouble()
{
    static ProfileTrouble one;
    return one;
}

void finishWrites()
{
    writer().waitForDone();
}

Settings::Settings(const QString &profile)
    : m_path(profile + u"/settings.json"_s)
{
}

void Settings::load()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    // A damaged file means defaults, and is replaced at the next change.
    const QJsonObject json = parseJson(file.read(1 << 20), {1 << 20, 4}).value_or(QJsonObject());
    for (auto it = json.begin(); it != json.end(); ++it)
        m_values.insert(it.key(), it.value().toVariant().toString());
}

QString Settings::text(const QString &key, AccountId account) const
{
    const auto it = m_values.constFind(account ? key + u'/' + account.toString() : key);
    if (it != m_values.constEnd())
        return *it;
    for (const SettingRow &row : settingRows()) {
        if (key == QLatin1StringView(row.key))
            return QString::fromLatin1(row.fallback);
    }
    return {};
}

void Settings::set(const QString &key, const QString &value, AccountId account)
{
    if (text(key, account) == value)
        return;
    const QString name = account ? key + u'/' + account.toString() : key;
    if (value.isEmpty())
        m_values.remove(name);
    else
        m_values.insert(name, value);
    save();
}

void Settings::save() const
{
    QJsonObject json;
    for (auto it = m_values.begin(); it != m_values.end(); ++it)
        json.insert(it.key(), it.value());
    writeLater(m_path, toJson(json));
}

Preferences Settings::preferences() const
{
    Preferences preferences;
    bool known = false;
    const int mode =
        QMetaEnum::fromType<Theme::Mode>().keyToValue(text(u"appearance"_s).toLatin1().constData(), &known);
    preferences.theme = known ? Theme::Mode(mode) : Theme::Mode::System;
    preferences.scale = std::clamp(text(u"reading-size"_s).toInt(), 80, 200);
    preferences.language = text(u"language"_s);
    return preferences;
}

void Settings::setPreferences(const Preferences &preferences)
{
    set(u"appearance"_s,
        QString::fromLatin1(QMetaEnum::fromType<Theme::Mode>().valueToKey(int(preferences.theme))));
    set(u"reading-size"_s, QString::number(preferences.scale));
    set(u"language"_s, preferences.language);
}

} // namespace ChatOps
