// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QDialog>

namespace ChatOps {

/// What a person can set; the program keeps it (see app/settings.h).
struct Preferences {
    Theme::Mode theme = Theme::Mode::System;
    int scale = 100;
    QString language; ///< "" follows the system; else "en", "de".
};

/// Theme and reading size act at once; language after a restart.
class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(const Preferences &preferences, QWidget *parent = nullptr);

Q_SIGNALS:
    void changed(const ChatOps::Preferences &preferences);

private:
    Preferences m_preferences;
};

/// Ctrl+/: every key.
class ShortcutsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(QWidget *parent = nullptr);
};

} // namespace ChatOps
