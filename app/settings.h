// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "ui/settingsdialog.h"

#include <QHash>
#include <QVariant>

#include <span>

namespace ChatOps {

/// One row a setting; everything that lists settings reads this table.
struct SettingRow {
    enum class Scope { Device, Account };
    const char *key;
    const char *kind; ///< "text", "integer" or "choice".
    Scope scope;
    const char *fallback;
    const char *summary;
};
[[nodiscard]] std::span<const SettingRow> settingRows();

/// Settings of this computer, in `settings.json` of the profile. Read once
/// off the GUI thread, written off it.
class Settings {
public:
    explicit Settings(const QString &profile);
    /// Blocks on the disk: call it from a worker.
    void load();
    /// `account`: for settings each account has its own value of.
    [[nodiscard]] QString text(const QString &key, AccountId account = {}) const;
    void set(const QString &key, const QString &value, AccountId account = {});
    [[nodiscard]] Preferences preferences() const;
    void setPreferences(const Preferences &preferences);

private:
    void save() const;
    QString m_path;
    QHash<QString, QString> m_values;
};

/// Writes a small file whole or not at all, on a thread, in the order given. What
/// goes wrong is told by `profileTrouble`.
void writeLater(const QString &path, const QByteArray &bytes);
/// Tells, from the writing thread, that a file of the profile could not be written.
class ProfileTrouble final : public QObject {
    Q_OBJECT
Q_SIGNALS:
    void happened(const ChatOps::Error &error);
};
[[nodiscard]] ProfileTrouble &profileTrouble();
/// Waits for `writeLater`'s writes; called before the program ends.
void finishWrites();

} // namespace ChatOps
