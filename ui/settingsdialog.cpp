// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingsdialog.h"

#include "ui/widgets.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

SettingsDialog::SettingsDialog(const Preferences &preferences, QWidget *parent)
    : QDialog(parent)
    , m_preferences(preferences)
{
    setWindowTitle(tr("Settings"));
    setMinimumWidth(420);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->addWidget(makeLabel(tr("Settings"), Theme::Type::Large, QFont::Bold, Tone::Ink, this));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    auto *theme = new QComboBox(this);
    theme->setObjectName(u"theme"_s);
    theme->setAccessibleName(tr("Appearance"));
    for (const auto &[mode, label] :
         {std::pair{Theme::Mode::System, tr("Like the system")}, std::pair{Theme::Mode::Light, tr("Light")},
          std::pair{Theme::Mode::Dark, tr("Dark")}, std::pair{Theme::Mode::Contrast, tr("High contrast")}})
        theme->addItem(label, int(mode));
    theme->setCurrentIndex(theme->findData(int(preferences.theme)));
    form->addRow(tr("Appearance"), theme);
    auto *scale = new QComboBox(this);
    scale->setObjectName(u"scale"_s);
    scale->setAccessibleName(tr("Reading size"));
    for (const int percent : {80, 90, 100, 110, 125, 150, 175, 200})
        scale->addItem(tr("%1 %").arg(percent), percent);
    scale->setCurrentIndex(scale->findData(preferences.scale));
    form->addRow(tr("Reading size"), scale);
    auto *language = new QComboBox(this);
    language->setObjectName(u"language"_s);
    language->setAccessibleName(tr("Language"));
    language->addItem(tr("Like the system"), QString());
    for (const QString &code : {u"en"_s, u"de"_s})
        language->addItem(QLocale(code).nativeLanguageName(), code);
    language->setCurrentIndex(language->findData(preferences.language));
    form->addRow(tr("Language"), language);
    layout->addLayout(form);
    auto *note = makeLabel(tr("Kept on this computer. A change of language takes effect at the next start."),
                           Theme::Type::Small, QFont::Normal, Tone::Third, this);
    note->setWordWrap(true);
    layout->addWidget(note);
    layout->addStretch();
    auto *close = makeButton(tr("Close"), u"primary"_s, this);
    layout->addWidget(close, 0, Qt::AlignTrailing);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(theme, &QComboBox::activated, this, [this, theme] {
        m_preferences.theme = Theme::Mode(theme->currentData().toInt());
        Theme::instance().setMode(m_preferences.theme);
        Q_EMIT changed(m_preferences);
    });
    connect(scale, &QComboBox::activated, this, [this, scale] {
        m_preferences.scale = scale->currentData().toInt();
        Theme::instance().setScale(m_preferences.scale);
        Q_EMIT changed(m_preferences);
    });
    connect(language, &QComboBox::activated, this, [this, language] {
        m_preferences.language = language->currentData().toString();
        Q_EMIT changed(m_preferences);
    });
}

ShortcutsDialog::ShortcutsDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->addWidget(makeLabel(tr("Keys"), Theme::Type::Large, QFont::Bold, Tone::Ink, this));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    const QList<std::pair<QString, QString>> keys{
        {u"Ctrl+K"_s, tr("Find anything")},
        {u"Ctrl+F"_s, tr("Search here")},
        {u"Ctrl+Shift+F"_s, tr("Search everywhere")},
        {u"Ctrl+1 … 4"_s, tr("Channels, tasks, events, privacy")},
        {u"Ctrl+N"_s, tr("New thing of the pane")},
        {u"Alt+Up, Alt+Down"_s, tr("Previous or next")},
        {u"Alt+Shift+Up, Alt+Shift+Down"_s, tr("Previous or next unread")},
        {u"Alt+Left, Alt+Right"_s, tr("Back and forward")},
        {u"F6"_s, tr("Next part of the window")},
        {u"Up"_s, tr("Edit your last message")},
        {u"Enter"_s, tr("Send")},
        {u"Shift+Enter"_s, tr("New line")},
        {u"Esc"_s, tr("Close the panel, mark as read")},
        {u"Shift+Esc"_s, tr("Mark everything as read")},
        {u"Ctrl+,"_s, tr("Settings")},
        {u"Ctrl+/"_s, tr("These keys")},
        {u"Ctrl+Q"_s, tr("Quit")}};
    for (int row = 0; row < keys.size(); ++row) {
        grid->addWidget(makeLabel(nativeKeys(keys[row].first), Theme::Type::Base, QFont::DemiBold), row, 0);
        grid->addWidget(makeLabel(keys[row].second, Theme::Type::Base, QFont::Normal, Tone::Second), row, 1);
    }
    layout->addLayout(grid);
    auto *close = makeButton(tr("Close"), u"primary"_s, this);
    layout->addWidget(close, 0, Qt::AlignTrailing);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace ChatOps
